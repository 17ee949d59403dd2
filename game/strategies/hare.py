"""The hare: first on every new place, loud and quick, and gone when the going gets rough.

Next door: the tortoise; the running-with-scissors, who does not even look.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.sim.plan import Automation
from game.strategies.archetype import Archetype
from game.strategies.parameter import number
from game.strategies.sight import growth, here, in_trouble, shown, warned
from game.strategies.temper import Temper

if TYPE_CHECKING:
    from game.sim.seen import PlaceView
    from game.sim.view import View


@dataclass(frozen=True)
class Hare(Archetype):
    """Runs after the latest tool, sells hard, spends more hours than granted, jumps ship early.

    From Jessica Malnik's AHA, where hares teach the rest by a hard sell, try to keep up with every
    new tool, give none of them enough time, and leave as soon as things turn in the wrong
    direction.
    """

    name: ClassVar[str] = "hare"
    reply_parts: int = 2
    create_parts: int = 6
    promote_parts: int = 5
    try_parts: int = 4
    over_purse: int = 6
    talk_care: str = "brief"
    make_care: str = "brief"
    claims: int = 2
    most_places: int = 6
    held_back: int = 1
    fresh_weeks: int = number(39, "weeks", 1, 1041, "age up to which a place counts as new")
    patience_after: int = number(
        8, "weeks", 2, 100, "weeks of growth looked at before a place is given up"
    )
    slow_growth: int = number(
        3, "per cent", -100, 1000, "growth of followers in those weeks that is too slow"
    )
    eager_weeks: int = number(
        52, "weeks", 0, 1041, "weeks from the start in which everything is new"
    )
    breathless: int = number(40, "hundredths", 0, 100, "energy below which it stops overspending")
    bolder: int = number(1, "steps", 0, 4, "bolder claims while followers grow too slowly")

    temper: ClassVar[Temper] = Temper(
        likes=(
            "automate",
            "join_place",
            "bold",
            "offer",
            "delete",
            "deny",
            "delegate",
            "post",
            "promise",
            "leave_place",
        ),
        shuns=("converse", "help", "repair"),
        hours_at_most=1.0,
    )
    goal_measures: ClassVar[tuple[str, ...]] = ("followers", "reach", "reactions", "sales")

    def claims_now(self, view: View) -> int:
        """Bolder when it goes too slowly."""
        return min(4, self.claims + self.bolder) if self._too_slow(view) else self.claims

    def automation(self, view: View) -> Automation | None:
        """Whatever a card has talked it into stays."""
        return None

    def may_wish(self, view: View, place: PlaceView) -> bool:
        """Everything that is new; to a beginner everything is."""
        return not place.joined and (self._fresh(place) or view.week < self.eager_weeks)

    def extra(self, view: View) -> int:
        """A sprint, until out of breath."""
        return self.over_purse if view.energy >= self.breathless else 0

    def leave(self, view: View) -> tuple[str, ...]:
        """At a bad sign, or when it grows too slowly: jump ship, as soon as there is a new one."""
        if not (in_trouble(view) or warned(view) or self._too_slow(view)):
            return ()
        old = [place for place in here(view) if not place.owned and not self._fresh(place)]
        new = [place for place in here(view) if self._fresh(place)]
        if not old or not (new or self.join(view)):
            return ()
        return (min(old, key=lambda place: (place.followers, place.id)).id,)

    def corrects(self, view: View) -> bool:
        """Whenever there is something to jump to or from, or it is out of breath."""
        breathless = view.energy < self.breathless and view.plan.spent > view.purse
        return bool(breathless or self.join(view) or self.leave(view))

    def review(self, view: View) -> str:
        """More hours, always."""
        return "ask"

    def _fresh(self, place: PlaceView) -> bool:
        return place.is_open and place.weeks_open < self.fresh_weeks

    def _too_slow(self, view: View) -> bool:
        risen, followers = growth(view, "followers", self.patience_after), shown(view, "followers")
        return (
            risen is not None
            and followers is not None
            and risen * 100 < self.slow_growth * followers
        )

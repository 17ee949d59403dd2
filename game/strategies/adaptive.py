"""The adaptive one: quick where being wrong is cheap, patient where it is dear, always looking.

Next door: the hare and the tortoise, whose tempo is a habit; the get-it, who experiments by the
calendar.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.sim.lever import Lever
from game.strategies.archetype import Archetype, parts
from game.strategies.parameter import number
from game.strategies.sight import friends, here, in_trouble, sales_rise, shown, warned
from game.strategies.temper import Temper

if TYPE_CHECKING:
    from game.sim.seen import PlaceView
    from game.sim.view import View


@dataclass(frozen=True)
class Adaptive(Archetype):
    """Lets evidence set the tempo: explores cheaply, answers as the inbox asks, turns early.

    From Jessica Malnik's AHA: spot and correct failures before they happen, ride the waves rather
    than abandon ship, an effective and nimble strategy with clear goals and quick changes.
    """

    name: ClassVar[str] = "adaptive"
    listen_parts: int = 2
    reply_parts: int = 2
    help_parts: int = 2
    converse_parts: int = 3
    create_parts: int = 5
    promote_parts: int = 1
    study_parts: int = 1
    try_parts: int = 3
    voice: int = 1
    most_places: int = 4
    held_back: int = 1
    young_followers: int = number(
        100, "people", 0, 100_000, "followers below which the first aim is to be found"
    )
    young_bonus: int = number(2, "half-hours a week", 0, 40, "spent above the purse until then")
    settled_parts: int = number(
        2, "parts of the week", 0, 40, "from creating to conversing and helping, once one is found"
    )
    waiting_per_part: int = number(
        6, "messages", 1, 1000, "messages waiting for which replying gets one part more"
    )
    bearable_hours: int = number(
        30, "hours", 1, 1000, "wait of the oldest message from which replying gets more"
    )
    friends_wanted: int = number(
        30, "people", 0, 100_000, "people who trust, from which offers are worth making"
    )
    offer_parts: int = parts(2, Lever.PROMOTE)  # on top of the usual, once there are as many
    spare_energy: int = number(60, "hundredths", 0, 100, "energy below which the week gets lighter")
    young_weeks: int = number(
        52, "weeks", 0, 1041, "age up to which a place is worth a cheap try, whoever is there"
    )
    fading_crowd: int = number(
        60, "per mille", 0, 1000, "members below which an old rented place is fading"
    )
    least_share: int = number(
        10, "per cent", 0, 100, "share of one's followers on a fading place worth staying for"
    )

    temper: ClassVar[Temper] = Temper(
        likes=(
            "reply",
            "introduce",
            "help",
            "converse",
            "explain",
            "inform",
            "repair",
            "join_place",
            "post",
        ),
        shuns=("automate", "bold", "delete", "leave_place", "break_promise", "delegate_untold"),
        hours_at_most=5.0,
        fits=True,
    )
    eager: ClassVar[Temper] = Temper(
        likes=("offer", *temper.likes),
        shuns=temper.shuns,
        hours_at_most=temper.hours_at_most,
        fits=True,
    )
    on_light: ClassVar[str] = "act"
    goal_measures: ClassVar[tuple[str, ...]] = ("sales", "customers", "trusts", "followers")

    def parts(self, view: View) -> dict[Lever, int]:
        """The week as the evidence asks: answering first, talk once it is found, offers at trust."""
        week = super().parts(view)
        _shift(week, Lever.CREATE, Lever.REPLY, self._waiting_parts(view), at_least=True)
        if not self._young(view):
            _shift(week, Lever.CREATE, Lever.HELP, self.settled_parts // 2)
            _shift(week, Lever.CREATE, Lever.CONVERSE, self.settled_parts - self.settled_parts // 2)
        if self._trusted(view):
            week[Lever.PROMOTE] += self.offer_parts
        if warned(view) or in_trouble(view):
            week[Lever.PROMOTE] = 0
            week[Lever.LISTEN] += 1
        return week

    def extra(self, view: View) -> int:
        """A sprint while nobody knows the shop and the legs are fresh; less when they are not."""
        tired = max(0, self.spare_energy - view.energy) // 10
        sprint = self.young_bonus if self._young(view) and not tired else 0
        return self.over_purse + sprint - tired

    def rest_now(self, view: View) -> int:
        """More rest when tired."""
        return min(20, self.rest + max(0, self.spare_energy - view.energy) // 10)

    def may_wish(self, view: View, place: PlaceView) -> bool:
        """One's own ground, young places as an experiment, and old ones where there is a crowd."""
        if place.joined:
            return False
        return (
            place.owned
            or place.weeks_open < self.young_weeks
            or place.crowd >= 2 * self.fading_crowd
        )

    def leave(self, view: View) -> tuple[str, ...]:
        """A place that fades and holds few of one's followers; never one that had a bad week."""
        places = here(view)
        everybody = sum(place.followers for place in places)
        fading = [
            place.id
            for place in places
            if not place.owned
            and place.weeks_open >= self.young_weeks
            and place.crowd < self.fading_crowd
            and place.followers * 100 <= self.least_share * everybody
        ]
        return tuple(fading[:1]) if len(places) > 1 else ()

    def corrects(self, view: View) -> bool:
        """As soon as people wait too long, a sign shows, a place fades, or the legs grow tired."""
        waits = view.oldest_wait_hours > self.bearable_hours and self._waiting_parts(view) > 0
        return bool(
            waits or warned(view, days=7) or self.leave(view) or view.energy < self.spare_energy
        )

    def temper_now(self, view: View) -> Temper:
        """Offers where there is trust, otherwise people first."""
        return self.eager if self._trusted(view) else self.temper

    def review(self, view: View) -> str:
        """More hours where sales rise and the owner can bear them."""
        risen = sales_rise(view, weeks=26)
        return (
            "ask"
            if risen is not None and risen > 0 and view.energy >= self.spare_energy
            else "keep"
        )

    def _young(self, view: View) -> bool:
        followers = shown(view, "followers")
        return followers is not None and followers < self.young_followers

    def _waiting_parts(self, view: View) -> int:
        return min(8, view.waiting // self.waiting_per_part)

    def _trusted(self, view: View) -> bool:
        """Whether enough people trust; behind the fog, whether sales rise by themselves."""
        known = friends(view)
        if known is None:
            risen = sales_rise(view)
            return risen is not None and risen > 0
        return known >= self.friends_wanted


def _shift(
    week: dict[Lever, int], source: Lever, target: Lever, count: int, *, at_least: bool = False
) -> None:
    """Move *count* parts, or as many as there are; *at_least* gives all of them to the target."""
    there = min(count, week[source])
    week[source] -= there
    week[target] += count if at_least else there

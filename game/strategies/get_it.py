"""The get-it: one experiment at a time, and a look at what came of it.

Next door: the adaptive one, who turns at the first evidence; the running-with-scissors, who never
looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.strategies.archetype import Archetype
from game.strategies.parameter import number
from game.strategies.sight import here, sales_rise
from game.strategies.temper import Temper

if TYPE_CHECKING:
    from game.sim.view import View


@dataclass(frozen=True)
class GetIt(Archetype):
    """Tries what is new, one thing at a time; studies, asks, gives up what found no company.

    From Ron Ploof's three kinds, as the lightbulb text tells them: people willing to try and to
    experiment. And from its advice: think, ask, experiment, get feedback, change your mind.
    """

    name: ClassVar[str] = "get-it"
    listen_parts: int = 2
    reply_parts: int = 3
    help_parts: int = 1
    converse_parts: int = 2
    create_parts: int = 3
    promote_parts: int = 1
    study_parts: int = 2
    try_parts: int = 3
    voice: int = 1
    most_places: int = 3
    patience_weeks: int = 4
    trial_weeks: int = number(
        52, "weeks", 4, 1041, "age of a place at which an experiment on it is judged"
    )
    least_share: int = number(
        8, "per cent", 0, 100, "share of one's followers that a place must have found by then"
    )

    temper: ClassVar[Temper] = Temper(
        likes=(
            "apologise",
            "repair",
            "reply",
            "explain",
            "join_place",
            "help",
            "converse",
            "post",
            "inform",
        ),
        shuns=("bold", "automate_direct", "delete", "break_promise", "delegate_untold"),
        hours_at_most=4.0,
        fits=True,
    )
    on_light: ClassVar[str] = "act"
    goal_measures: ClassVar[tuple[str, ...]] = ("likes", "trusts", "customers", "followers")

    def leave(self, view: View) -> tuple[str, ...]:
        """The experiment that has had its time and found too few."""
        places = here(view)
        everybody = sum(place.followers for place in places)
        poor = [
            place.id
            for place in places
            if not place.owned
            and place.weeks_open >= self.trial_weeks
            and place.followers * 100 < self.least_share * everybody
        ]
        return tuple(poor[:1]) if len(places) > 1 else ()

    def join(self, view: View) -> tuple[str, ...]:
        """One new thing at a time, and nothing on which the time of trial is over."""
        judged = {
            place.id
            for place in view.places
            if not place.owned and place.weeks_open >= self.trial_weeks
        }
        first = view.season == 0
        return tuple(place for place in super().join(view) if first or place not in judged)

    def review(self, view: View) -> str:
        """More hours where sales have risen with them."""
        risen = sales_rise(view, weeks=26)
        return "ask" if risen is not None and risen > 0 else "keep"

"""The worth of each term of a condition, for one runner now: the true state, which only cards may ask.

The terms are declared in `terms.py`. What a standing order may ask passes through the fog in `view.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.sim.clock import HOUR, WEEK, season_of_week, year_of_week
from game.sim.expectation import RELATIONSHIPS
from game.sim.lever import LEVERS
from game.sim.measure import LIKING_OR_MORE, measure_named
from game.sim.plan import Automation
from game.sim.practice import skill

if TYPE_CHECKING:
    from game.sim.ledger import Ledger
    from game.sim.run import Run
    from game.sim.state import RunnerState
    from game.sim.world import World

NEVER = 9999
SALES_LAST_WEEK = "sales_last_week"
HOURS_OF = {lever: f"hours_{lever}" for lever in LEVERS}

Term = int | bool | Callable[..., int | bool]


class Terms(dict[str, Term]):
    """The terms' values; a measure is looked up when it is asked for.

    What is counted by the week is that of the week so far, or, where the *week_has_closed*, of that week.
    """

    def __init__(self, ledger: Ledger, runner: int, *, week_has_closed: bool = False) -> None:
        super().__init__()
        self._ledger, self._runner = ledger, runner
        self._week_has_closed = week_has_closed

    def __missing__(self, measure: str) -> int:
        if measure == SALES_LAST_WEEK:
            return self._ledger.at_week_end(self._runner, "sales")
        if self._week_has_closed and measure_named(measure).kind != "level":
            return self._ledger.at_week_end(self._runner, measure)
        return self._ledger.value_now(self._runner, measure)


def state_of(world: World, state: RunnerState, *, week_has_closed: bool = False) -> Terms:
    """Every term's value for *state* now; on a Monday morning and at the end a week has closed."""
    week, plan = world.now // WEEK, state.week_plan
    terms = Terms(world.ledger, state.index, week_has_closed=week_has_closed)
    terms |= {HOURS_OF[lever]: count for lever, count in plan.half_hours}
    terms |= {
        "sales": state.sales,
        "energy": state.energy // 10_000,
        "week": week + 1,
        "season": season_of_week(week) + 1,
        "year": year_of_week(week) + 1,
        "voice": plan.voice,
        "claims": plan.claims,
        "posts_last_week": sum(state.posts_before.values()),
        "skill": max((skill(world, state, place) for place in state.joined), default=0) // 10_000,
        "waiting_hours": state.inbox.oldest_wait(world.now) // HOUR,
        "automated": plan.automation is not Automation.NONE,
        "direct_messages": plan.automation is Automation.DIRECT,
        "delegated": plan.delegate is not None,
        "expectations": plan.expectations,
        "promised": state.promise == "kept",
    }
    terms |= _calls(world, state)
    return terms


def state_at_end(run: Run, seat: str) -> Terms:
    """Every term's value for the runner in *seat* at the end of the last week; that week is the present one."""
    index = [runner.id for runner in run.scenario.runners].index(seat)
    terms = state_of(run.world, run.world.runners[index], week_has_closed=True)
    last, ledger = run.weeks - 1, run.world.ledger
    terms |= {  # in place: measures are looked up when they are asked for
        RELATIONSHIPS: sum(ledger.value_now(index, id) for id in LIKING_OR_MORE),
        "week": last + 1,
        "season": season_of_week(last) + 1,
        "year": year_of_week(last) + 1,
    }
    return terms


def _calls(world: World, state: RunnerState) -> dict[str, Term]:
    days = {card: day for card, day, _ in state.seen_cards}
    chosen = {(card, option) for card, _, option in state.seen_cards}
    today = world.now // 86400

    def weeks_since(card: str) -> int:
        return (today - days[card]) // 7 if card in days else NEVER

    return {
        "seen": lambda card: card in days,
        "weeks_since": weeks_since,
        "chose": lambda card, choice: (card, choice) in chosen,
        "on": lambda place: world.place_number[place] in state.joined,
        "open": lambda place: world.places[world.place_number[place]].is_open,
        "lit": lambda light: any(
            name == light and s.state in ("lit", "habit") for name, s in state.lights.items()
        ),
    }

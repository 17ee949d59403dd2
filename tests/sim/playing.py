"""A person at play for tests: answers chosen by numbers, corrections now and then, stops at odd moments.

The small worlds that are played are built in `tests/builders.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import cycle

from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim.clock import DAY
from game.sim.decision import Decision, Request
from game.sim.lever import Lever
from game.sim.plan import HalfHours, IllegalMove, Move, SetClaims, SetVoice
from game.sim.run import Run
from game.sim.scenario import Scenario
from game.strategies.runs import Run as NamedRun
from tests.builders import a_card, a_choice, a_goal, a_scenario

MOVES: tuple[Move, ...] = (
    HalfHours(Lever.SHOP, Lever.REPLY, 1),
    HalfHours(Lever.SHOP, Lever.CREATE, 2),
    HalfHours(Lever.SHOP, Lever.LISTEN, 1),
    SetVoice(1),
    SetClaims(3),
)
CHOICES = [4, 1, 6, 0, 3, 3, 9, 2, 5, 0, 1, 8]
SEEDS = st.integers(0, 10_000)

few = settings(max_examples=5)
seeded = given(seed=SEEDS, choices=st.lists(st.integers(0, 60), min_size=3, max_size=12))


def a_town(people: int = 150, seasons: int = 2) -> Scenario:
    """A small town with goals and cards, so that every kind of request arises."""
    return a_scenario(
        people=people,
        seasons=seasons,
        goals=(a_goal("sales"), a_goal("followers")),
        cards=(
            a_card(
                a_choice("yes", "post", hours=1), a_choice("no"), id="parrot", chance=0.03, times=9
            ),
            a_card(a_choice("go", hours=3), a_choice("stay"), id="fair", chance=0.03, times=9),
        ),
    )


def a_run(seed: int = 3, *, seasons: int = 2, keep_checkpoints: bool | int = False) -> NamedRun:
    """A run that a person plays in the seat, still at its beginning."""
    return NamedRun(
        a_town(seasons=seasons), seed, people=["you"], keep_checkpoints=keep_checkpoints
    )


@cache
def the_run() -> NamedRun:
    """One run that a person played to its end, with its checkpoints; no test changes it."""
    return played(a_run(seasons=3, keep_checkpoints=True), CHOICES)


def played(run: NamedRun, choices: list[int], days: int = 5) -> NamedRun:
    """*run*, played to its end; *choices* pick the answers, again and again."""
    for _ in moments(run, choices, days):
        pass
    return run


def moments(run: NamedRun, choices: list[int], days: int = 5) -> Iterator[Run]:
    """Play *run*, stopping every few *days*, at each question and after each answer."""
    numbers = cycle(choices)
    until = 0
    while not run.finished:
        until += days * DAY
        while request := run.advance(until=until):
            yield run
            answer(run, request, next(numbers))
            yield run
        if next(numbers) % 3 == 0:
            correct(run, next(numbers))
        yield run


def answer(run: Run, request: Request, number: int) -> None:
    """Answer by a number: one of the options, or one of a few moves as far as it is legal."""
    if request.options:
        run.decide(request.option(request.options[number % len(request.options)].id))
        return
    try:
        run.decide(Decision(moves=(MOVES[number % len(MOVES)],)))
    except IllegalMove:
        run.decide(request.default)


def correct(run: Run, number: int) -> None:
    """Ask for a correction, with moves or without, where one is allowed."""
    try:
        run.correct("you", (MOVES[number % len(MOVES)],) if number % 2 else ())
    except ValueError:
        return

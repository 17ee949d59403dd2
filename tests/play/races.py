"""Races for tests of the ending, made up; one that a hare ran is the fixture `run` of `conftest.py`."""

from __future__ import annotations

from game.play.presenters.chronicle import Chronicle
from game.play.presenters.standings import Runner, Standings, crossing
from game.sim.gait import Gait

QUIET = Chronicle(
    first_customer=None, first_advocate=None, friends_sent=0, worst=None, setbacks=0, setback_cards=0, averted=0,
    closed=(), left_places=(), gave_up=0, worst_season=0, burnouts=(), lights=(), goals=(), own_words=(), hostile=0,
)  # fmt: skip

CALM = Gait(tempo=8.0, depth=10.0, steadiness=0.8, responsiveness=0.0)


def a_race(
    *lines: tuple[int, ...], results: tuple[int, ...] = (), yardstick: str = "sales"
) -> Standings:
    """A race of these weekly values, the player's first."""
    ends = results or tuple(line[-1] for line in lines)
    runners = tuple(
        Runner(number, f"r{number}", f"Rival {number}", "hare", line, end)
        for number, (line, end) in enumerate(zip(lines, ends, strict=True))
    )
    order = tuple(sorted(runners, key=lambda one: (-one.result, one.number)))
    crossings = tuple(crossing(runners[0], other) for other in runners[1:])
    return Standings(yardstick, runners, order, crossings)

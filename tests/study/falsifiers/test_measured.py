"""What is told of copying and of survivors follows the numbers, also where they would speak against the model."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.study.falsifiers.measured import BETS, CURVE, DEALS, EDGE, INSIDE, told_by_observables
from game.study.falsifiers.report import _verdict_on_rooms
from game.study.interval import Interval
from game.study.observables import Observation

RISING_AND_FALLING = [0.5, 0.6, 0.7, 0.8, 0.7, 0.7, 0.7, 0.7, 0.6]


def seen(**changed: list[float] | float) -> dict[str, Observation]:
    """Numbers that speak for the model, with these *changed*."""
    values: dict[str, list[float] | float] = {
        CURVE: RISING_AND_FALLING,
        EDGE: [0.1, 0.1, 0.1, 0.0, -0.2],
        DEALS: [1.0, 0.9],
        INSIDE: 1.0,
        **{id: value for (_, id), value in zip(BETS, (0.2, 0.1, 0.3), strict=True)},
    }
    return {
        id: Observation(id, value, value, value, 9, "share")
        for id, value in (values | changed).items()
    }


def text(tmp_path: Path, **changed: list[float] | float) -> str:
    return "\n".join(told_by_observables(seen(**changed), tmp_path))


def test_numbers_that_speak_for_the_model_are_told_so_with_a_picture(tmp_path: Path) -> None:
    told = text(tmp_path)
    assert "The best of these speeds is 0.07, between slower and faster ones; of ten trades" in told
    assert "Watching pays while others explore" in told
    assert "dies more often than who waits (T4)" in told
    assert "the first hold more (T3)" in told
    assert "miss" not in told.lower()
    assert (tmp_path / "copying-speed.png").stat().st_size > 5000


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({CURVE: sorted(RISING_AND_FALLING)}, "so no inner best is shown"),
        ({EDGE: [0.1, 0.1, 0.1, 0.1, 0.1]}, "**Miss** (T6)"),
        ({BETS[1][1]: 0.3}, "no more often than who waits, a **miss** (T4)"),
        ({BETS[2][1]: -0.1}, "the first hold no more, a **miss** (T3)"),
    ],
)
def test_numbers_that_speak_against_it_are_told_as_misses(
    changed: dict[str, list[float] | float], says: str, tmp_path: Path
) -> None:
    assert says in text(tmp_path, **changed)


def test_what_is_not_measured_is_named(tmp_path: Path) -> None:
    there = seen()
    del there[EDGE]
    (told,) = told_by_observables(there, tmp_path)
    assert f"which has no {EDGE} here" in told


def test_a_room_is_a_hit_only_where_its_whole_interval_lies_above_zero() -> None:
    alone = Interval(0.0, 0.0, 0.0, 9)
    unsure = {"0 of 8 explore": alone, "4 of 8 explore": Interval(9.0, -1.0, 19.0, 9)}
    assert _verdict_on_rooms(unsure).startswith("**Miss**")
    sure = unsure | {"4 of 8 explore": Interval(9.0, 1.0, 17.0, 9)}
    assert _verdict_on_rooms(sure) == "A tortoise does better where 4 of 8 explore (T6)."

"""Runs cut short: what was decided before stands, what was decided later is forgotten. Forks are in `test_fork.py`."""

from __future__ import annotations

import pytest

from game.sim.clock import DAYS_PER_WEEK, WEEK
from game.sim.decision import Decision
from game.sim.fork import cut
from game.strategies.runs import Run
from tests.sim.playing import CHOICES, a_run, played

OTHERS = [7, 7, 2, 5, 11, 3]


def the_run(*, keep_checkpoints: bool) -> Run:
    """A run that a person played to its end, with a note in its second season."""
    run = a_run(seasons=3, keep_checkpoints=keep_checkpoints)
    while run.now < 20 * WEEK and (request := run.advance(20 * WEEK)):
        run.decide(request.default)
    run.note("you", {"kind": "prediction"})
    return played(run, CHOICES)


def bold(run: Run) -> Run:
    """A run gone on with by somebody who says yes to everything."""
    while request := run.advance():
        run.decide(Decision(option=request.options[0].id) if request.options else request.default)
    return run


@pytest.mark.parametrize("week", [0, 1, 13, 14, 27])
def test_a_run_cut_short_stands_where_it_once_stood_and_asks_again(week: int) -> None:
    run = the_run(keep_checkpoints=True)
    before = run.digest
    short = cut(run, week)
    assert short.now <= week * WEEK
    assert all(entry.day < week * DAYS_PER_WEEK for entry in short.entries)
    assert short.timeline("you", "followers") == run.timeline("you", "followers")[:week]
    assert run.digest == before, "the old one stays as it is"
    for entry in run.entries:
        if entry.day >= week * DAYS_PER_WEEK:
            break
        assert entry in short.entries
    asked = short.advance()
    assert asked is not None
    assert asked.runner == "you"


def test_whoever_decides_the_same_again_comes_to_the_same_end() -> None:
    run = bold(a_run(seasons=3))
    assert run.entries
    assert bold(cut(run, 16)).digest == run.digest


def test_whoever_decides_otherwise_comes_to_another_end() -> None:
    run = the_run(keep_checkpoints=False)
    assert played(cut(run, 16), OTHERS).digest != run.digest


@pytest.mark.parametrize("week", [7, 26, 30])
def test_it_is_the_same_from_a_checkpoint_and_from_the_start(week: int) -> None:
    slow, quick = the_run(keep_checkpoints=False), the_run(keep_checkpoints=True)
    assert cut(slow, week).digest == cut(quick, week).digest


def test_notes_of_later_days_are_forgotten_with_the_decisions() -> None:
    run = the_run(keep_checkpoints=True)
    assert cut(run, 30).notes == run.notes
    assert cut(run, 10).notes == []

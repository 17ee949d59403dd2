"""Forks: the same past, one thing changed, and what the record could not answer. Cutting runs is in `test_cut.py`."""

from __future__ import annotations

from typing import Any

import pytest

from game.sim.clock import DAY, DAYS_PER_SEASON, WEEK, WEEKS_PER_SEASON
from game.sim.decision import Decision
from game.sim.lever import Lever
from game.sim.plan import HalfHours, IllegalMove
from game.strategies.runs import simulate
from tests.sim.playing import CHOICES, a_run, a_town, few, played, seeded, the_run


@pytest.mark.parametrize(
    "where", [{}, {"week": 5}, {"season": 1}, {"week": 30}, {"day": 100, "luck": 3}]
)
def test_a_fork_without_a_change_is_the_run_itself(where: dict[str, Any]) -> None:
    run = the_run()
    fork = run.fork(**where).finish()
    assert fork.digest == run.digest
    assert fork.entries == run.entries
    assert fork.stand_ins.share == 0


@few
@seeded
def test_a_fork_before_the_start_is_a_new_run_with_that_decision(
    seed: int, choices: list[int]
) -> None:
    decision = Decision(moves=(HalfHours(Lever.SHOP, Lever.CREATE, 3),))
    fork = a_run(seed).finish().fork(at="you/plan/week-1/0", decision=decision).finish()
    new = a_run(seed)
    while request := new.advance():
        new.decide(decision if request.id == "you/plan/week-1/0" else request.default)
    assert fork.digest == new.digest
    assert fork.outcome("you") == new.outcome("you")


def test_forks_from_a_checkpoint_and_from_the_start_are_one() -> None:
    run = the_run()
    bare = played(a_run(seasons=3), CHOICES)
    decision = Decision(moves=(HalfHours(Lever.SHOP, Lever.CREATE, 4),))
    forks = [one.fork(season=2, decision=decision, luck=99) for one in (run, bare)]
    assert [fork.now // WEEK for fork in forks] == [2 * WEEKS_PER_SEASON, 0]
    assert forks[0].finish().digest == forks[1].finish().digest != run.digest


def test_another_luck_shortly_before_a_checkpoint_does_not_begin_at_it() -> None:
    run, bare = the_run(), played(a_run(seasons=3), CHOICES)
    forks = [one.fork(day=181, luck=99).finish() for one in (run, bare)]
    assert forks[0].digest == forks[1].digest


def test_another_decision_leaves_what_was_before_it_and_changes_what_comes_after() -> None:
    run = the_run()
    decision = Decision(moves=(HalfHours(Lever.SHOP, Lever.CREATE, 10),))
    fork = run.fork(season=1, decision=decision).finish()
    assert fork.world.digests[0] == run.world.digests[0]
    assert fork.world.digests[1] != run.world.digests[1]
    assert [one.decision for one in fork.entries if one.request == "you/plan/week-14/91"] == [
        decision
    ]


@pytest.mark.parametrize("day", [1, 91, 130, 182])
def test_other_luck_from_a_day_on_leaves_the_earlier_seasons(day: int) -> None:
    run = the_run()
    fork = run.fork(day=day, luck=4711).finish()
    over = day // DAYS_PER_SEASON
    assert fork.world.digests[:over] == run.world.digests[:over]
    assert fork.digest != run.digest
    assert fork.luck.seeds == ((0, 3), (day, 4711))


def test_a_fork_of_a_fork_keeps_both_lucks() -> None:
    fork = the_run().fork(day=50, luck=1).finish().fork(day=120, luck=2).finish()
    assert fork.luck.seeds == ((0, 3), (50, 1), (120, 2))
    again = fork.twin(history=fork.history).retrace()
    assert again.digest == fork.digest


def test_in_a_fork_another_strategy_may_decide_from_then_on() -> None:
    run = simulate(a_town(), {"you": "wallflower"}, seed=2)
    fork = run.fork(season=1, strategies={"you": "shouter"}).finish()
    assert fork.world.digests[0] == run.world.digests[0]
    assert {one.by for one in fork.entries if one.runner == "you" and one.day >= 91} == {"shouter"}


def test_a_correction_can_be_left_out_in_a_fork() -> None:
    run = a_run()
    run.advance(until=10 * DAY)
    while request := run.advance(until=10 * DAY):
        run.decide(request.default)
    run.correct("you", [HalfHours(Lever.SHOP, Lever.CREATE, 6)])
    run.finish()
    (entry,) = (one for one in run.entries if one.runner == "you" and "/day-" in one.request)
    without = run.fork(at=entry.request, decision=Decision()).finish()
    assert without.digest == a_run().finish().digest


def test_stand_ins_count_what_the_record_could_not_answer() -> None:
    run = the_run()
    fork = run.fork(season=1, luck=8).finish()
    mine = [one.request for one in run.entries if one.runner == "you" and one.day > DAYS_PER_SEASON]
    vanished = [request for request in mine if request not in fork.asked]
    new = [id for id in fork.asked if id.startswith("you/") and id not in run.asked]
    assert vanished
    assert new
    assert fork.stand_ins[:2] == (len(new), len(vanished))
    assert fork.stand_ins.recorded == len(mine)


def test_an_illegal_decision_is_refused_by_a_fork_too() -> None:
    fork = the_run().fork(
        season=1, decision=Decision(moves=(HalfHours(Lever.REST, Lever.CREATE, 60),))
    )
    with pytest.raises(IllegalMove):
        fork.finish()


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ({"at": "you/card/parrot/4"}, "never asked"),
        ({"at": "parrot"}, "runner/kind/name/day"),
        ({"decision": Decision()}, "needs the request"),
    ],
)
def test_a_fork_at_no_request_is_refused(where: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        the_run().fork(**where)


def test_a_run_that_is_no_fork_has_no_stand_ins() -> None:
    with pytest.raises(RuntimeError, match="no fork"):
        _ = the_run().stand_ins

"""Checkpoints: a run gone on with from one is the run itself."""

from __future__ import annotations

from game.sim.clock import WEEK, WEEKS_PER_SEASON
from game.strategies.runs import Run as NamedRun
from tests.sim.playing import CHOICES, a_run, a_town, few, played, seeded, the_run


@few
@seeded
def test_a_restart_from_every_season_is_the_run_itself(seed: int, choices: list[int]) -> None:
    run = played(a_run(seed, keep_checkpoints=True), choices)
    assert set(run.checkpoints) == {1, 2}
    for checkpoint in run.checkpoints.values():
        again = run.restart(checkpoint).retrace()
        assert again.world.digests == run.world.digests
        assert again.digest == run.digest
        assert again.entries == run.entries


def test_of_every_so_many_seasons_only_one_leaves_a_checkpoint_and_twins_keep_to_it() -> None:
    run = played(a_run(seasons=5, keep_checkpoints=2), CHOICES)
    assert set(run.checkpoints) == {2, 4}
    assert set(run.twin(history=run.history).retrace().checkpoints) == {2, 4}
    assert set(played(a_run(keep_checkpoints=False), CHOICES).checkpoints) == set()


def test_strategies_decide_the_same_after_a_restart() -> None:
    run = NamedRun(a_town(), 5, strategies={"you": "adaptive"}, keep_checkpoints=True).finish()
    assert run.entries
    for season in run.checkpoints:
        again = run.fork(season=season, strategies=run.strategies).finish()
        assert again.digest == run.digest


def test_a_restart_begins_at_its_checkpoint_not_at_the_start() -> None:
    run = the_run()
    assert run.restart(run.checkpoints[2]).now == 2 * WEEKS_PER_SEASON * WEEK

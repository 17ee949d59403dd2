"""Learning: practice, what failures teach, and how fast one should copy; each falls with its mechanism."""

from __future__ import annotations

import pytest

from tests.study.observables.valued import value


def test_each_doubling_of_practice_takes_off_the_same_share_and_none_without_learning() -> None:
    id = "time_or_error_ratio_per_doubling"
    assert 0.78 <= value(id, 1) <= 0.90
    assert value(id, 1, practice={"learning": 0.0}) == pytest.approx(1)


@pytest.mark.parametrize(
    "changed",
    [
        {"failure": 2.0},
        {"others_success": 0.6},
        {"failures_at_most": 1000},
    ],
)
def test_own_success_and_others_failure_teach_most_and_only_by_their_parameters(
    changed: dict[str, float],
) -> None:
    assert value("learning_order", 1) == 1
    assert value("learning_order", 1, practice=changed) == 0


@pytest.mark.slow
def test_the_best_speed_of_copying_lies_inside_and_nowhere_if_nothing_becomes_common() -> None:
    id = "long_run_skill_inverted_u_in_adaptation_speed"
    assert value(id, 1) == 1
    assert value(id, 1, practice={"common": 0.0}) == 0


def test_watchers_do_as_well_as_explorers_while_somebody_explores() -> None:
    id = "watcher_edge_shrinks_to_zero_as_all_watch"
    assert value(id, 2) == 1
    assert value(id, 1, practice={"trying": 0.0}) == 0


def test_firms_take_a_place_up_after_each_other() -> None:
    assert 9 <= value("months_for_adoption_to_double_from_12_percent", 3) <= 18

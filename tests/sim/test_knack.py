"""The knack of the trade: what is found out by trying, what is taken over by watching, and what views are worth."""

from __future__ import annotations

import numpy as np
import pytest

from game.sim.clock import HOUR, WEEK
from game.sim.knack import MATTERS, betters, first_views, judge_views, knack, learn_from_others
from game.sim.lever import Lever
from game.sim.parameter import MILLION
from game.sim.practice import quality_of_posts
from game.sim.run import Run
from tests.sim.lab import a_room, after, numbers, you

EVERY = {"copying": 1.0, "common": 1.0, "trying": 1.0}


def a_trade(practice: dict[str, float], shops: int = 3) -> Run:
    """Some shops whose views are all unset, and nothing that is commonly done."""
    run = a_room(people=60, shops=shops, parameters=numbers(practice=practice))
    run.world.views[:] = 0
    return run


def a_week_on(run: Run) -> None:
    run.world.agenda.now += WEEK
    learn_from_others(run.world)


def test_views_at_the_start_are_right_wrong_or_none_in_equal_parts() -> None:
    views = np.concatenate([first_views(a_room(seed=seed, shops=8).world) for seed in range(1, 9)])
    own = views[[row for row in range(len(views)) if row % 9 != 8]]
    for view in (-1, 0, 1):
        assert (own == view).mean() == pytest.approx(1 / 3, abs=0.05)
    assert not views[8::9].any()


def test_who_tries_finds_out_what_is_right_and_who_does_not_finds_nothing() -> None:
    run = a_trade(EVERY)
    run.world.runners[0].tried = HOUR
    a_week_on(run)
    assert run.world.views[0].tolist() == [1] * MATTERS
    assert not run.world.views[1:3].any()
    assert run.world.runners[0].tried == 0


def test_four_hours_of_trying_find_out_as_much_as_forty() -> None:
    found = []
    for hours in (1, 4, 40):
        run = a_trade({"trying": 0.1})
        run.world.runners[0].tried = hours * HOUR
        a_week_on(run)
        found.append(int(run.world.views[0].sum()))
    assert 0 < found[0] < found[1] == found[2]


@pytest.mark.parametrize("view", [1, -1])
def test_who_watches_takes_over_what_is_commonly_done_right_or_wrong(view: int) -> None:
    run = a_trade(EVERY)
    run.world.views[-1] = view
    run.world.runners[0].listened = 2 * HOUR
    a_week_on(run)
    assert run.world.views[0].tolist() == [view] * MATTERS
    assert not run.world.views[1:3].any()


def test_what_is_commonly_done_follows_those_who_do_it_better_and_ties_leave_it() -> None:
    run = a_trade(EVERY)
    views = run.world.views
    views[0], views[1], views[2] = 1, -1, 0
    views[0, :3], views[2, 3:6] = -1, 1
    a_week_on(run)
    assert views[-1].tolist() == [-1] * 3 + [1] * (MATTERS - 3)
    again = a_trade(EVERY, shops=2)
    again.world.views[0, :2], again.world.views[1, :2] = (1, 1), (1, -1)
    again.world.views[1, 2] = 1
    a_week_on(again)
    assert again.world.views[-1, :3].tolist() == [1, 0, 1]


def test_nothing_becomes_common_where_nobody_is_better_than_what_is_done() -> None:
    run = a_trade(EVERY)
    run.world.views[:3] = -1
    a_week_on(run)
    assert not run.world.views[-1].any()


def test_right_views_better_every_post_by_the_share_that_the_parameter_says() -> None:
    run = a_trade({"knack": 0.2})
    world, qualities = run.world, []
    for view in (-1, 0, 1):
        world.views[0] = view
        judge_views(world)
        assert knack(world, 0) == (view + 1) * MILLION // 2
        assert betters(world, 0) == MILLION + view * 200_000
        qualities.append(quality_of_posts(world, world.runners[0], 0, MILLION, MILLION))
    worst, usual, best = qualities
    assert worst == pytest.approx(0.8 * usual, abs=1)
    assert best == pytest.approx(1.2 * usual, abs=1)


def test_hours_of_study_and_of_trying_out_count_as_trying_and_others_do_not() -> None:
    for lever, counts in ((Lever.STUDY, True), (Lever.TRY, True), (Lever.CREATE, False)):
        run = a_room({lever: 12}, people=60)
        run.advance(until=round(0.9 * WEEK))
        assert (run.world.runners[0].tried > 0) is counts


def test_in_a_run_who_studies_finds_out_the_right_ways_from_monday_to_monday() -> None:
    run = a_room({Lever.STUDY: 8}, people=60, parameters=numbers(practice={"trying": 0.04}))
    found = [int(after(run, week + 0.1).world.views[0].sum()) for week in (0, 2, 8)]
    assert found[0] < found[1] < found[2]
    assert you(run).betters > MILLION

"""What must be true of every run: the triple of scenario, luck and decisions is all of it."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim import card, setback
from game.sim.clock import DAY, DAYS_PER_SEASON, WEEK, WEEKS_PER_SEASON
from game.sim.decision import Decision
from game.sim.draws import Purpose
from game.sim.lever import Lever
from game.sim.luck import Luck
from game.sim.market import Market
from game.sim.measure import MEASURES
from game.sim.parameters.network import Network
from game.sim.people import make_people
from game.sim.plan import HalfHours, IllegalMove
from game.sim.run import Run
from game.sim.view import View
from game.strategies.runs import Run as NamedRun
from game.strategies.runs import simulate
from tests.builders import a_card, a_choice, a_scenario
from tests.sim.playing import a_run, a_town, moments, played

CHOICES = [4, 1, 6, 0, 3, 3, 9, 2, 5, 0, 1, 8]
SEEDS = st.integers(0, 10_000)
few = settings(max_examples=5)
seeded = given(seed=SEEDS, choices=st.lists(st.integers(0, 60), min_size=3, max_size=12))


@cache
def the_run() -> NamedRun:
    """One run that a person played to its end, with its checkpoints; no test changes it."""
    return played(a_run(seasons=3, keep_checkpoints=True), CHOICES)


def relations(run: Run) -> dict[str, Any]:
    """The columns of all relations, by runner and person."""
    shape = (len(run.scenario.runners), run.world.people.count)
    return {name: column.reshape(shape) for name, column in run.world.relations.columns().items()}


# replay


@few
@seeded
def test_a_run_retraced_from_its_history_is_the_same_bit_for_bit(
    seed: int, choices: list[int]
) -> None:
    run = played(a_run(seed), choices)
    again = run.twin(history=run.history).retrace()
    assert again.finished
    assert again.digest == run.digest
    assert again.world.digests == run.world.digests
    assert again.entries == run.entries
    assert again.history == run.history
    assert again.outcome("you") == run.outcome("you")


def test_a_history_ends_where_the_run_stood_at_any_moment() -> None:
    run = a_run()
    for number, _ in enumerate(moments(run, CHOICES)):
        if number % 7 == 0:
            again = run.twin(history=run.history).retrace()
            assert (again.digest, again.now) == (run.digest, run.now)
            assert again.history == run.history


def test_a_history_can_end_in_the_middle_of_an_instant() -> None:
    always = a_card(a_choice("yes"), a_choice("no"), id="bell", chance=1.0)
    run = NamedRun(a_scenario(people=60, seasons=1, cards=(always,)), 1, people=["you"])
    while (request := run.advance()) and request.kind != "card":
        run.decide(request.default)
    assert request is not None
    run.decide(request.option("yes"))
    noon, waiting = run.now, len(run.world.agenda.pending)  # the rival's bell is still to ring
    assert run.world.agenda.next_time() == noon
    again = run.twin(history=run.history).retrace()
    assert (again.now, len(again.world.agenda.pending)) == (noon, waiting)
    assert again.finish().digest == run.finish().digest


def test_after_its_history_a_run_asks_from_the_first_open_question() -> None:
    run = a_run()
    stops = moments(run, CHOICES)
    while run.open_request is None or run.now < 30 * DAY:
        next(stops)
    again = run.twin(history=run.history).retrace()
    request = again.advance()
    assert request is not None
    assert request.id == run.open_request.id
    assert again.digest == run.digest


def test_a_history_can_be_retraced_in_steps() -> None:
    run = the_run()
    again = run.twin(history=run.history)
    for week in range(1, 20):
        again.retrace(until=week * WEEK)
        assert again.now <= week * WEEK
        assert again.open_request is None
    assert again.retrace().digest == run.digest


# checkpoints


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


# forks


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


# what changes nothing


@few
@seeded
def test_looking_never_changes_a_run(seed: int, choices: list[int]) -> None:
    blind = played(a_run(seed), choices)
    seen = a_run(seed)
    for _ in moments(seen, choices):
        for runner in seen.scenario.runners:
            look_at_all(seen.view(runner.id))
        _ = seen.digest, seen.history, seen.outcome("you"), seen.timeline("you", "followers")
    assert seen.digest == blind.digest


def look_at_all(view: View) -> None:
    """Ask a view for everything that it can tell."""
    for name in dir(View):
        if not name.startswith("_") and isinstance(vars(View).get(name), property):
            getattr(view, name)
    for measure in MEASURES:
        view.measure(measure.id), view.history(measure.id), view.why(measure.id)
    view.guests(), view.stories()


def test_another_line_in_the_log_changes_nobody() -> None:
    plain, noted = (NamedRun(a_town(), 5, strategies={"you": "hare"}) for _ in range(2))
    for week in range(1, 20):
        noted.advance(until=week * WEEK)
        noted.world.ledger.note(noted.now, "remark", 0, -1, f"week {week}")
    plain.finish(), noted.finish()
    assert plain.digest != noted.digest  # the log is part of the record
    assert_same_columns(relations(plain), relations(noted))
    assert plain.outcome("you") == noted.outcome("you")


def assert_same_columns(some: dict[str, Any], others: dict[str, Any]) -> None:
    """All columns of relations alike."""
    for name, column in some.items():
        np.testing.assert_array_equal(column, others[name], err_msg=name)


@given(people=st.integers(50, 700), seed=SEEDS)
@settings(max_examples=20)
def test_a_person_added_leaves_what_all_others_are(people: int, seed: int) -> None:
    some, more = (
        make_people(Market(people=people), Network(), seed),
        make_people(Market(people=people + 1), Network(), seed),
    )
    for name in ("kind", "catchment", "impatient", "outside", "needs"):
        np.testing.assert_array_equal(getattr(some, name), getattr(more, name)[:people])
    everybody = np.arange(people)
    for person, contact in (some.contacts_of(everybody),):
        owner, other = more.contacts_of(everybody)
        old = other < people
        np.testing.assert_array_equal(person, owner[old])
        np.testing.assert_array_equal(contact, other[old])


def test_a_person_added_whom_nobody_serves_moves_at_most_those_who_know_them() -> None:
    compared = 0
    for people, seed in product((150, 300), range(3)):
        some, more = (
            simulate(a_town(count), {"you": "tortoise"}, seed=seed)
            for count in (people, people + 1)
        )
        if relations(more)["seen"][:, people].any() or relations(more)["met"][:, people].any():
            continue  # they took an owner's time, and so something from everybody
        compared += 1
        moved = {
            int(person)
            for name, column in relations(some).items()
            for person in np.nonzero((column != relations(more)[name][:, :people]).any(axis=0))[0]
        }
        assert moved <= near(more, people)
    assert compared >= 3


def near(run: Run, person: int) -> set[int]:
    """The contacts of *person*, and theirs."""
    _, direct = run.world.people.contacts_of(np.array([person]))
    _, further = run.world.people.contacts_of(direct)
    return {*direct.tolist(), *further.tolist()}


# what adds up


@few
@seeded
def test_the_why_lines_of_every_season_sum_exactly_to_the_change(
    seed: int, choices: list[int]
) -> None:
    run = played(a_run(seed), choices)
    for runner in run.scenario.runners:
        for measure in MEASURES:
            line = run.timeline(runner.id, measure.id)
            for first in range(0, run.weeks, WEEKS_PER_SEASON):
                last = first + WEEKS_PER_SEASON
                told = sum(one.amount for one in run.why(runner.id, measure.id, first, last))
                if measure.kind == "level" and first:
                    assert told == line[last - 1] - line[first - 1], measure.id
                elif measure.kind == "flow":
                    assert told == sum(line[first:last]), measure.id


def test_everybody_stands_in_one_stage() -> None:
    run = the_run()
    stages = (
        "strangers",
        "knows",
        "likes",
        "trusts",
        "customers",
        "advocates",
        "lapsed",
        "hostile",
    )
    for runner in run.scenario.runners:
        columns = [run.timeline(runner.id, stage) for stage in stages]
        assert {sum(week) for week in zip(*columns, strict=True)} == {run.world.people.count}


# luck


def test_each_day_is_drawn_under_its_own_seed() -> None:
    relation = np.arange(6).reshape(2, 3)
    once = Luck(((0, 1),)).draw_days(Purpose.SETBACK, relation, 91, 91)
    other = Luck(((0, 2),)).draw_days(Purpose.SETBACK, relation, 91, 91)
    both = Luck(((0, 1), (100, 2))).draw_days(Purpose.SETBACK, relation, 91, 91)
    assert once.shape == (91, 2, 3)
    np.testing.assert_array_equal(both[:9], once[:9])
    np.testing.assert_array_equal(both[9:], other[9:])


def test_setbacks_and_cards_are_born_under_the_luck_of_their_day() -> None:
    plain, forked = the_run().fork(), the_run().fork(day=50, luck=8)
    for run in (plain, forked):
        run.advance(until=DAY)
    for chances in (setback.chances_of_season, card.chances_of_season):
        usual, other = (chances(run.world) for run in (plain, forked))
        assert usual.shape[0] == DAYS_PER_SEASON
        np.testing.assert_array_equal(usual[:50], other[:50])
        assert (usual[50:] != other[50:]).mean() > 0.99


def test_the_first_seed_is_the_runs_own() -> None:
    assert the_run().seed == 3
    assert the_run().fork(luck=12).seed == 12


# corrections


def test_one_correction_a_week() -> None:
    run = a_run()
    while request := run.advance(until=2 * DAY):
        run.decide(request.default)
    opens = run.correct("you")
    assert opens > run.now
    with pytest.raises(ValueError, match="One correction a week"):
        run.correct("you")
    request = run.advance(until=opens)
    while request and request.kind != "week":
        run.decide(request.default)
        request = run.advance(until=opens)
    assert request is not None
    assert run.now == opens


def test_a_note_that_no_file_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="words, numbers"):
        a_run().note("you", {"thought": object()})

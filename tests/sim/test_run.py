"""What must be true of every run: the triple of scenario, luck and decisions is all of it.

Forks are in `test_fork.py`, checkpoints in `test_checkpoint.py`, files of runs in `test_runfile.py`.
"""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim import card, setback
from game.sim.clock import DAY, DAYS_PER_SEASON, WEEK, WEEKS_PER_SEASON
from game.sim.draws import Purpose
from game.sim.luck import Luck
from game.sim.market import Market
from game.sim.measure import MEASURES
from game.sim.parameters.network import Network
from game.sim.people import make_people
from game.sim.run import Run
from game.sim.view import View
from game.strategies.runs import Run as NamedRun
from game.strategies.runs import simulate
from tests.builders import a_card, a_choice, a_scenario
from tests.sim.playing import CHOICES, SEEDS, a_run, a_town, few, moments, played, seeded, the_run


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

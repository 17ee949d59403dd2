"""Short cuts of the engine give what the long way gives: prepared draws, sittings as records, a table for a few."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.authoring import load_scenario
from game.sim import column, relations, sitting
from game.sim.draws import Purpose, RelationDraws, draw
from game.sim.kernels import reference
from game.sim.market import Market
from game.sim.parameters.network import Network
from game.sim.people import make_people
from game.strategies.runs import simulate
from tests.sim.arrays import (
    LINES,
    PEOPLE,
    START,
    a_copy,
    a_luck,
    assert_same_answers,
    assert_same_columns,
    some_effects,
    some_relations,
)


@given(
    seed=st.integers(0, 1 << 40),
    purpose=st.sampled_from(Purpose),
    rows=st.lists(st.integers(0, 3 * 70 - 1), min_size=1, max_size=20),
    first=st.integers(-2, 1 << 40),
)
def test_a_draw_asked_for_by_row_is_the_draw_of_the_relation(
    seed: int, purpose: Purpose, rows: list[int], first: int
) -> None:
    row = np.array(rows, dtype=np.int64)
    relation = (row // 70 << 32) | row % 70
    prepared = RelationDraws(3, 70)
    when = np.arange(len(rows), dtype=np.int64) + first
    assert prepared.draw(seed, purpose, row, when).tolist() == (
        draw(seed, purpose, relation, when).tolist()
    )
    assert prepared.draw(seed + 1, purpose, row, first).tolist() == (
        draw(seed + 1, purpose, relation, first).tolist()
    )


def test_a_sum_over_contacts_is_the_sum_over_each_ones_contacts() -> None:
    people = make_people(Market(people=200), Network(), 5)
    values = np.arange(200, dtype=np.int64) - 90
    by_hand = [
        int(values[people.contacts[first:last]].sum())
        for first, last in zip(people.starts[:-1], people.starts[1:], strict=True)
    ]
    assert people.sum_over_contacts(values).tolist() == by_hand


def test_a_sitting_as_a_record_does_what_a_sitting_as_a_process_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scenario = load_scenario("corner-bakery")
    short = simulate(scenario, {scenario.seat: "hare"}, seed=3, weeks=20)
    monkeypatch.setattr(sitting, "_may_be_disturbed", lambda *_: True)
    long = simulate(scenario, {scenario.seat: "hare"}, seed=3, weeks=20)
    assert long.world.agenda.events > 2 * short.world.agenda.events
    assert long.digest == short.digest


def test_a_market_kept_in_few_bytes_ends_like_one_kept_in_a_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scenario = load_scenario("corner-bakery")
    roomy = simulate(scenario, {scenario.seat: "hare"}, seed=3, weeks=20)
    monkeypatch.setattr(relations, "FEW", 0)
    monkeypatch.setattr(column, "FEW", 0)
    narrow = simulate(scenario, {scenario.seat: "hare"}, seed=3, weeks=20)
    assert roomy.world.relations.table is not None
    assert narrow.world.relations.table is None
    assert isinstance(narrow.world.people.kind, column.Column)
    assert narrow.digest == roomy.digest


@given(seed=st.integers(0, 1 << 40), count=st.integers(1, 60))
def test_effects_one_by_one_do_what_effects_at_once_do(seed: int, count: int) -> None:
    luck = a_luck(seed)
    at_once, effects = some_relations(luck), some_effects(luck, count)
    one_by_one, told = a_copy(at_once), []
    for few, columns in ((0, at_once), (count, one_by_one)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(reference, "FEW_EFFECTS", few)
            told.append(reference.apply_effects(columns, effects, LINES, START, PEOPLE))
    assert_same_answers(*told)
    assert_same_columns(at_once, one_by_one)

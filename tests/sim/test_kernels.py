"""The two sets of kernels do the same, to the bit: each kernel on random inputs, and whole runs."""

from __future__ import annotations

import sys
from importlib.util import find_spec

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from game.authoring import load_scenario
from game.authoring.load import shipped_scenarios
from game.sim.draws import SPAN, Purpose, RelationDraws
from game.sim.kernels.choice import VARIABLE, Kernels, choose, kernels_named
from game.sim.kernels.reference_views import in_order
from game.sim.kernels.viewing import FOLLOWING, FOUND, Standing, Stream, ViewRates, Views
from game.sim.market import Market
from game.sim.parameter import MILLION
from game.sim.parameters.network import Network
from game.sim.people import make_people
from game.sim.posts import FIELDS, PostTable
from game.sim.scenario import Scenario
from game.sim.tables import ONE, familiarity_after_views
from game.strategies.runs import simulate
from tests.builders import a_scenario
from tests.conftest import lacking
from tests.sim.arrays import (
    LINES,
    PEOPLE,
    ROWS,
    RUNNERS,
    START,
    a_copy,
    a_luck,
    assert_same_answers,
    assert_same_columns,
    some_effects,
    some_relations,
)

PLACES = 4
SEEDS = some.integers(0, 2**32 - 1)


@pytest.fixture(scope="module")
def both() -> tuple[Kernels, Kernels]:
    """The definition, and its twin."""
    if find_spec("numba") is None:
        lacking("The compiled kernels need numba.")
    return kernels_named("reference"), kernels_named("compiled")


def some_posts(luck: np.random.Generator, count: int) -> PostTable:
    """Posts of every kind and cause; of some, one in a few viewers writes, passes on, reacts or has enough."""
    facts = dict(zip(FIELDS, luck.integers(0, MILLION, (len(FIELDS), count)), strict=True))
    facts["liking"] -= MILLION // 2
    for name in ("tire", "message", "share", "react"):
        facts[name] *= 1500
    for name, below in (("place", PLACES), ("kind", 3), ("bold", 5), ("cause", 30)):
        facts[name] %= below
    table = PostTable()
    table.add(list(zip(*(facts[name].tolist() for name in FIELDS), strict=True)))
    return table


def some_views(luck: np.random.Generator, count: int) -> Views:
    return Views.of(
        luck.integers(0, ROWS, count), luck.integers(0, 9, count), START + luck.integers(0, 86_400, count) // 60 * 60,
        luck.integers(0, SPAN, count), luck.integers(0, 3, count),
    )  # fmt: skip


@given(seed=SEEDS, count=some.integers(1, 300))
def test_effects_move_relations_alike(both: tuple[Kernels, Kernels], seed: int, count: int) -> None:
    luck = a_luck(seed)
    relations = some_relations(luck)
    effects, twin = some_effects(luck, count), a_copy(relations)
    booked = both[0].apply_effects(relations, effects, LINES, START, PEOPLE)
    assert_same_answers(booked, both[1].apply_effects(twin, effects, LINES, START, PEOPLE))
    assert_same_columns(relations, twin)


@given(seed=SEEDS)
def test_a_week_fades_alike(both: tuple[Kernels, Kernels], seed: int) -> None:
    luck = a_luck(seed)
    relations = some_relations(luck)
    twin = a_copy(relations)
    names = ("familiarity", "liking", "good", "bad", "custom", "seen")
    kept = {name: int(luck.integers(0, ONE + 1)) for name in names}
    booked = both[0].fade(relations, LINES, kept, ONE, slice(0, ROWS), PEOPLE)
    assert_same_answers(booked, both[1].fade(twin, LINES, kept, ONE, slice(0, ROWS), PEOPLE))
    assert_same_columns(relations, twin)


@given(seed=SEEDS, count=some.integers(1, 300))
def test_views_do_the_same(both: tuple[Kernels, Kernels], seed: int, count: int) -> None:
    luck, people = a_luck(seed), make_people(Market(people=PEOPLE), Network(), seed)
    views, posts, relations = some_views(luck, count), some_posts(luck, 9), some_relations(luck)
    rates = ViewRates(
        familiarity_after_views(0.02), 14_000, int(luck.integers(0, MILLION)), int(luck.integers(0, SPAN)), 300_000
    )  # fmt: skip
    given = (
        views, posts, relations, people, RelationDraws(RUNNERS, PEOPLE), seed, rates, START,
    )  # fmt: skip
    one, other = both[0].what_views_do(*given), both[1].what_views_do(*given)
    assert_same_answers(one, other)


@given(keys=some.lists(some.integers(0, 2**40) | some.integers(2**60, 2**62), min_size=1))
def test_keys_are_put_in_order_however_large_they_are(keys: list[int]) -> None:
    ordered, places = in_order(np.array(keys))
    assert ordered.tolist() == sorted(keys)
    assert places.tolist() == sorted(range(len(keys)), key=keys.__getitem__)


@given(seed=some.integers(-(2**40), 2**64 - 1), when=some.integers(-(2**62), 2**62))
def test_draws_are_the_same(both: tuple[Kernels, Kernels], seed: int, when: int) -> None:
    draws, rows = RelationDraws(RUNNERS, PEOPLE), np.arange(ROWS)
    for moments in (when, np.full(ROWS, when) + rows):
        given = draws, seed, Purpose.VIEW, rows, moments
        np.testing.assert_array_equal(both[0].draw_rows(*given), both[1].draw_rows(*given))


@given(seed=SEEDS, groups=some.integers(1, 6))
def test_the_same_people_see_a_post(both: tuple[Kernels, Kernels], seed: int, groups: int) -> None:
    luck = a_luck(seed)
    counts, runners = luck.integers(0, 30, groups), luck.integers(0, RUNNERS, groups)
    rows = np.repeat(runners * PEOPLE, counts) + luck.integers(0, PEOPLE, counts.sum())
    due = np.stack(
        [
            luck.integers(0, PLACES, groups), luck.integers(0, 2**40, groups), luck.integers(0, 10**8, groups),
            luck.integers(1, SPAN, groups), np.arange(groups) + 7, luck.choice((FOLLOWING, FOUND), groups), counts,
        ]
    )  # fmt: skip
    given = (
        due, rows, Stream(luck.integers(0, 40, (PLACES, PEOPLE)).astype(np.uint16), 20),
        luck.integers(0, 10**7, (PLACES, 1024)), RelationDraws(RUNNERS, PEOPLE), seed,
    )  # fmt: skip
    np.testing.assert_array_equal(both[0].who_sees(*given), both[1].who_sees(*given))


@given(seed=SEEDS)
def test_the_same_people_come_across_a_runner(both: tuple[Kernels, Kernels], seed: int) -> None:
    luck, people = a_luck(seed), make_people(Market(people=PEOPLE), Network(), seed)
    standing = Standing(
        luck.integers(0, SPAN // 9, (RUNNERS, PLACES)), luck.integers(0, SPAN // 9, RUNNERS),
        luck.integers(-1500, 1501, 8), int(luck.integers(0, SPAN)),
    )  # fmt: skip
    given = (
        standing, luck.integers(0, 2, (PLACES, PEOPLE)), people, some_relations(luck).stage,
        RelationDraws(RUNNERS, PEOPLE), seed, int(luck.integers(0, 200)),
    )  # fmt: skip
    np.testing.assert_array_equal(
        both[0].who_comes_across(*given), both[1].who_comes_across(*given)
    )


def digests(
    scenario: Scenario, seed: int, weeks: int | None, patch: pytest.MonkeyPatch
) -> set[str]:
    """The digests of one run under each set of kernels."""
    found = set()
    for name in ("reference", "compiled"):
        patch.setenv(VARIABLE, name)
        run = simulate(scenario, {scenario.seat: "hare"}, seed=seed, weeks=weeks)
        assert run.world.kernels.name == name
        found.add(run.digest)
    return found


@pytest.mark.parametrize("seed", range(10))
def test_ten_small_runs_end_alike(
    both: tuple[Kernels, Kernels], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(digests(a_scenario(), seed, 20, monkeypatch)) == 1


@pytest.mark.parametrize("weeks", [12, pytest.param(None, marks=pytest.mark.full)])
@pytest.mark.parametrize("scenario", shipped_scenarios())
def test_every_scenario_ends_alike(
    both: tuple[Kernels, Kernels], scenario: str, weeks: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(digests(load_scenario(scenario), 5, weeks, monkeypatch)) == 1


def test_a_run_takes_the_kernels_it_is_told_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "reference")
    assert choose(10**6).name == "reference"
    monkeypatch.setenv(VARIABLE, "fastest")
    with pytest.raises(ValueError, match="fastest"):
        choose(1)


def test_a_small_run_does_not_load_numba(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.delitem(sys.modules, "game.sim.kernels.compiled_views", raising=False)
    assert choose(12_000).name == "reference"

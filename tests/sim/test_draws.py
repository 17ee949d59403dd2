"""Draws and tables: even, independent, the same whichever way they are asked, and the same on every machine."""

from __future__ import annotations

import hashlib
from functools import cache

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from game.sim import tables
from game.sim.draws import SPAN, Purpose, RelationDraws, draw, draw_one
from game.sim.parameters.network import Network

Draws = npt.NDArray[np.int64]
MANY = 1 << 16
IDS = np.arange(MANY)
whole = st.integers(0, 2**40)

#: SHA-256 of the tables below; another digest is another model.
DIGEST = "7c73b94121e17fe0c36a0c48b8fbf49f56b1e8ec695f6539d259c0f606dd7f57"


def chi_square(values: Draws, cells: int) -> float:
    """The p-value of the values being spread evenly over so many cells."""
    counts = np.bincount(values * cells // SPAN, minlength=cells)
    return float(stats.chisquare(counts).pvalue)


@cache
def streams() -> dict[str, Draws]:
    """Many draws, gone through along each part of the key."""
    return {
        "persons": draw(7, Purpose.NEED, IDS, 3),
        "weeks": draw(7, Purpose.NEED, 12, IDS),
        "seeds": np.array([draw_one(seed, Purpose.NEED, 12, 3) for seed in range(MANY)]),
        "runners": draw(7, Purpose.VIEW, (IDS << 32) | 5, 3),
        "posts": draw(7, Purpose.VIEW, 5, IDS * 128),
    }


@pytest.mark.parametrize("along", list(streams()))
@pytest.mark.parametrize("cells", [2, 64, 1000])
def test_draws_are_spread_evenly(along: str, cells: int) -> None:
    assert chi_square(streams()[along], cells) > 1e-4


@pytest.mark.parametrize("along", list(streams()))
def test_the_low_bits_are_as_good_as_the_high_ones(along: str) -> None:
    low = np.bincount(streams()[along] & 255, minlength=256)
    assert stats.chisquare(low).pvalue > 1e-4


@pytest.mark.parametrize("along", list(streams()))
@pytest.mark.parametrize("lag", [1, 2, 7, 60])
def test_neighbours_have_nothing_to_do_with_each_other(along: str, lag: int) -> None:
    values = streams()[along]
    correlation = np.corrcoef(values[:-lag], values[lag:])[0, 1]
    assert abs(correlation) < 4.5 / np.sqrt(len(values))
    pairs = values[:-lag] * 16 // SPAN * 16 + values[lag:] * 16 // SPAN
    assert stats.chisquare(np.bincount(pairs, minlength=256)).pvalue > 1e-4


@pytest.mark.parametrize(
    ("some", "others"),
    [
        (draw(7, Purpose.NEED, IDS, 3), draw(7, Purpose.CHOICE, IDS, 3)),
        (draw(7, Purpose.NEED, IDS, 3), draw(8, Purpose.NEED, IDS, 3)),
        (draw(7, Purpose.NEED, IDS, 3), draw(7, Purpose.NEED, IDS, 4)),
        (draw(7, Purpose.NEED, IDS, 3), draw(7, Purpose.NEED, IDS | (1 << 32), 3)),
    ],
    ids=["purposes", "seeds", "weeks", "runners"],
)
def test_the_same_people_draw_anew_for_another(some: Draws, others: Draws) -> None:
    assert abs(np.corrcoef(some, others)[0, 1]) < 4.5 / np.sqrt(MANY)
    assert (some == others).sum() <= 3


def test_every_purpose_has_a_stream_of_its_own() -> None:
    first = {purpose: tuple(draw(7, purpose, IDS[:4], 3).tolist()) for purpose in Purpose}
    assert len(set(first.values())) == len(Purpose)


def test_one_bit_of_the_key_turns_half_of_the_bits_of_the_number() -> None:
    for part in ("relation", "when", "seed"):
        for bit in (0, 1, 5, 16, 31, 40):
            turned = 0
            for nth in range(400):
                key = {"seed": nth * 31, "relation": nth * 7919, "when": nth * 13}
                other = key | {part: key[part] ^ (1 << bit)}
                turned += (number(**key) ^ number(**other)).bit_count()
            assert turned / 400 == pytest.approx(31 / 2, abs=0.75), (part, bit)


def number(*, seed: int, relation: int, when: int) -> int:
    return draw_one(seed, Purpose.VIEW, relation, when)


@given(
    seed=whole, relation=whole, when=st.integers(-(2**40), 2**40), purpose=st.sampled_from(Purpose)
)
def test_alone_or_among_many_the_same_key_gives_the_same_number(
    seed: int, relation: int, when: int, purpose: Purpose
) -> None:
    one = draw_one(seed, purpose, relation, when)
    assert 0 <= one < SPAN
    assert draw(seed, purpose, relation, when).tolist() == [one]
    relations = np.array([3, relation, 9])
    assert draw(seed, purpose, relations, when)[1] == one
    assert draw(seed, purpose, relation, np.array([when, 4]))[0] == one
    grid = draw(seed, purpose, relations[:, None], np.array([[1, when]]))
    assert grid.shape == (3, 2)
    assert grid[1, 1] == one


@given(seed=whole, when=st.integers(0, 2**40), people=st.integers(1, 40))
def test_a_relation_asked_for_by_row_draws_the_same(seed: int, when: int, people: int) -> None:
    draws = RelationDraws(3, people)
    rows = np.arange(3 * people)
    expected = [
        draw_one(seed, Purpose.VIEW, (row // people << 32) | row % people, when) for row in rows.tolist()
    ]  # fmt: skip
    assert draws.draw(seed, Purpose.VIEW, rows, when).tolist() == expected
    assert draws.draw(seed, Purpose.VIEW, rows, rows * 0 + when).tolist() == expected


# tables


def all_tables() -> list[npt.NDArray[np.int64]]:
    """One of each kind of table, as the shipped parameters make them."""
    return [
        tables.log_normal(1000, Network().sociability), tables.log_normal(60, 2.6), tables.log_normal(900, 0.45),
        tables.log_normal(1000, 0.9), tables.seconds_until_seen(0.5, 0.4), tables.seconds_until_seen(9000, 0.4),
        tables.exponential(360), tables.exponential(40 * 3600 / 0.693147), tables.familiarity_after_views(0.1),
        tables.skill_after(0.25, 0.25), np.array([tables.halving(days) for days in (20.8, 110, 300, 400, 500)]),
    ]  # fmt: skip


def test_the_tables_are_the_committed_ones_to_the_last_digit() -> None:
    whole = hashlib.sha256(b"".join(table.astype("<i8").tobytes() for table in all_tables()))
    assert whole.hexdigest() == DIGEST


def test_a_log_normal_has_its_median_and_its_spread() -> None:
    table = tables.log_normal(10_000, 0.5)
    assert np.median(table) == pytest.approx(10_000, rel=0.01)
    assert np.log(table).std() == pytest.approx(0.5, rel=0.01)


def test_an_exponential_has_its_mean_and_nearly_its_variance() -> None:
    table = tables.exponential(360)
    assert table.mean() == pytest.approx(360, rel=1e-3)
    assert table.std() == pytest.approx(360, rel=0.01)


@pytest.mark.parametrize("hours", [0.5, 20, 9000])
def test_half_of_the_views_have_happened_after_the_half_life(hours: float) -> None:
    table = tables.seconds_until_seen(hours, 0.4)
    assert np.median(table) == pytest.approx(hours * 3600, rel=0.02)


def test_two_half_lives_leave_a_quarter() -> None:
    kept = tables.halving(91, 91) / tables.ONE
    assert kept == pytest.approx(0.5, rel=1e-5)
    assert tables.halving(91, 182) / tables.ONE == pytest.approx(0.25, rel=1e-5)


def test_practice_makes_better_ever_more_slowly() -> None:
    steps = np.diff(tables.skill_after(0.25, 0.25))
    assert (steps >= 0).all()
    assert (np.diff(steps) <= 1).all()
    assert tables.skill_after(0.25, 0.25)[0] == 250_000

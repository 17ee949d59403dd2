"""Columns keep few bytes an entry and never let them show."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from game.sim.column import bare, column_of
from game.sim.draws import Ints
from game.sim.relations import BYTES, Relations

LARGE = 2_000_000_000


@pytest.fixture
def column() -> Ints:
    """Four large numbers in four bytes each."""
    return column_of([LARGE, 1, 2, 3], np.int32)


def test_what_is_read_can_be_added_and_multiplied(column: Ints) -> None:
    assert bare(column).dtype == np.int32
    for read in (column[0:2], column[np.array([0, 1])], column[column > 1]):
        assert read.dtype == np.int64
        assert (read * 1000 // 1000 == read).all()
    assert column[0] * 4 == 4 * LARGE
    assert (column * 4)[0] == (column + column + column + column)[0] == 4 * LARGE
    assert column.sum() == LARGE + 6
    assert np.multiply.reduce(column[:2]) == LARGE


def test_what_is_written_stands_there_whichever_way_it_is_written(column: Ints) -> None:
    column[1:3] = 7
    column[3] = 8
    column[np.array([True, False, False, False])] = 9
    assert bare(column).tolist() == [9, 7, 7, 8]
    column[:] |= 16
    column += 1
    np.bitwise_or.at(column, np.array([0, 0]), np.array([32, 64]))
    assert bare(column).tolist() == [26 | 96, 24, 24, 25]


def test_a_column_comes_back_from_a_checkpoint(column: Ints) -> None:
    again = pickle.loads(pickle.dumps(column, protocol=5))
    assert bare(again).dtype == np.int32
    assert again[0] * 2 == 2 * LARGE


def test_every_column_of_the_relations_is_kept_in_its_bytes() -> None:
    columns = Relations.empty(10).columns()
    assert {name: bare(column).dtype for name, column in columns.items()} == {
        name: np.dtype(kind) for name, kind in BYTES.items()
    }


def test_evidence_gets_more_bytes_before_it_needs_them() -> None:
    relations = Relations.empty(3)
    relations.good[1], relations.bad[1] = (1 << 30) - 1, 1 << 30
    relations.make_room()
    assert bare(relations.good).dtype == np.int32
    assert bare(relations.bad).dtype == np.int64
    assert relations.bad.tolist() == [0, 1 << 30, 0]

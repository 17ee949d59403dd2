"""Arrays for the kernels: relations and effects of every sort, made up at random, and whether two sets are the same.

Whole small worlds are in `lab.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.sim.draws import Ints
from game.sim.kernels.effect import EFFECT_FIELDS
from game.sim.ladder import thresholds
from game.sim.parameter import MILLION, Parameters
from game.sim.relations import Relations

PEOPLE, RUNNERS = 60, 3
ROWS = PEOPLE * RUNNERS
LINES = thresholds(Parameters().ladder)
START = 6 * 3600


def a_luck(seed: int) -> np.random.Generator:
    return np.random.Generator(np.random.Philox(seed))


def some_relations(luck: np.random.Generator) -> Relations:
    """Relations of every sort: strangers, friends and enemies."""
    relations = Relations.empty(ROWS)
    ranges = {
        "familiarity": (0, MILLION), "liking": (-MILLION, MILLION), "good": (0, 9 * MILLION), "bad": (0, 9 * MILLION),
        "contact": (0, 20_000), "custom": (0, MILLION), "seen": (0, 90_000), "stage": (0, 8), "follows": (0, 16),
        "marks": (0, 32), "met": (0, 50),
    }  # fmt: skip
    columns = relations.columns()
    for name, (least, most) in ranges.items():
        columns[name][:] = luck.integers(least, most, ROWS)
    relations.familiarity[luck.random(ROWS) < 0.2] = 0
    return relations


def a_copy(relations: Relations) -> Relations:
    return Relations(**{name: column.copy() for name, column in relations.columns().items()})


def some_effects(luck: np.random.Generator, count: int) -> Ints:
    """Effects of which many meet on one relation, some at the same second and of the same cause."""
    effects = np.zeros((len(EFFECT_FIELDS), count), dtype=np.int64)
    effects[0] = luck.integers(0, min(ROWS, 1 + count // 2), count)
    effects[1] = START + luck.integers(-50, 90_000, count) // 600 * 600
    effects[2] = luck.integers(0, 5, count)
    effects[3] = luck.integers(0, MILLION, count)
    effects[4] = luck.integers(-MILLION, MILLION, count)
    effects[5:7] = luck.integers(-20_000, MILLION, (2, count))
    effects[7] = luck.integers(0, 4_000, count)
    effects[8] = luck.choice([0, 0, 0, MILLION], count)
    effects[9] = luck.integers(0, 5_000, count)
    return effects


def assert_same_answers(one: Sequence[Ints], other: Sequence[Ints]) -> None:
    for left, right in zip(one, other, strict=True):
        np.testing.assert_array_equal(left, right)


def assert_same_columns(one: Relations, other: Relations) -> None:
    for name, column in one.columns().items():
        np.testing.assert_array_equal(column, other.columns()[name], err_msg=name)

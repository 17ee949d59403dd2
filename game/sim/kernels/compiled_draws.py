"""Draws inside compiled loops: the same numbers as `draws.py` gives, one at a time and without arrays."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.sim.draws import Ints, Purpose, RelationDraws, key_of
from game.sim.kernels.compiling import compiled

_FIRST, _SECOND = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD1342543DE82EF95)
_MULTIPLY_A, _MULTIPLY_B = np.uint64(0x3C79AC492BA7B653), np.uint64(0x1C69B3F74AC4AE35)
_SHIFT_27, _SHIFT_33, _HALF = np.uint64(27), np.uint64(33), np.uint64(32)


@compiled
def mixed(word: Any) -> Any:
    """Scramble one 64-bit word."""
    word ^= word >> _SHIFT_27
    word *= _MULTIPLY_A
    word ^= word >> _SHIFT_33
    word *= _MULTIPLY_B
    return word ^ (word >> _SHIFT_27)


@compiled
def drawn(key: Any, relation: Any, when: Any) -> Any:
    """The draw under *key* (a `numpy.uint64`) of a relation (runner << 32 | person) at a moment."""
    word = mixed(np.uint64(relation) * _FIRST + key)
    return np.int64(mixed(word + (np.uint64(when) * _SECOND + key)) >> _SHIFT_33)


@compiled
def relation_of(row: Any, people: Any) -> Any:
    """The relation that stands in *row*."""
    return ((row // people) << 32) | (row % people)


@compiled
def _draw_rows(key: Any, rows: Any, when: Any, people: Any, out: Any) -> None:
    for index in range(len(rows)):
        out[index] = drawn(key, relation_of(rows[index], people), when[index])


def word_of(seed: int, purpose: Purpose) -> np.uint64:
    """The key as compiled code takes it: never as a plain number, of which it would make a signed one."""
    return np.uint64(key_of(seed, purpose))


def draw_rows(
    draws: RelationDraws, seed: int, purpose: Purpose, rows: Ints, when: Ints | int
) -> Ints:
    """One draw for each row and moment; see `reference_views.draw_rows`."""
    moments = np.full(len(rows), when) if isinstance(when, int) else when
    out = np.empty(len(rows), dtype=np.int64)
    _draw_rows(word_of(seed, purpose), rows, moments, draws.people, out)
    return out

"""Luck: one counter-based generator. A draw is a pure function of (seed, purpose, relation, when).

There is no generator state, so adding a person, a log line or another runner's decision moves nobody else's draws.
Which seed rules a day is said by `luck.py`.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Words = npt.NDArray[np.uint64]

SPAN = (
    1 << 31
)  # draws are whole numbers in [0, SPAN): products with a millionth stay inside 64 bits
MOST_PREPARED = 200_000  # relations: above, eight bytes a relation and purpose are too many
_MASK = (1 << 64) - 1
_FIRST = 0x9E3779B97F4A7C15
_SECOND = 0xD1342543DE82EF95
_MULTIPLY_A = 0x3C79AC492BA7B653
_MULTIPLY_B = 0x1C69B3F74AC4AE35
_SHIFT_27, _SHIFT_33 = np.uint64(27), np.uint64(33)
_SHIFT_TO_SPAN = np.uint64(33)
_WORD_A, _WORD_B = np.uint64(_MULTIPLY_A), np.uint64(_MULTIPLY_B)
_WORD_FIRST, _WORD_SECOND = np.uint64(_FIRST), np.uint64(_SECOND)


class Purpose(IntEnum):
    """What a draw decides. A new purpose takes a new number; a number is never given to another purpose."""

    PERSON = 1
    NEAR_TIE = 2
    FAR_TIE = 3
    FAR_PICK = 4
    JOIN = 6
    LEAVE = 7
    VIEW = 8
    REACTION = 9
    UNFOLLOW = 10
    FOLLOW = 11
    DISCOVERY = 12
    NEED = 13
    CHOICE = 14
    EXPERIENCE = 15
    PATIENCE = 16
    SERVICE = 17
    CONTACT = 18
    SETBACK = 19
    CARD = 20
    CARD_PERSON = 21
    BURNOUT = 22
    AUTOMATIC = 23
    REFERRAL = 24
    FACE = 25
    SLIP = 26
    SEEN_CLAIM = 27
    RESURFACE = 28
    TIE_STRENGTH = 30
    AFTERTHOUGHT = 31
    STRATEGY = 32
    DEFECT = 33
    HEARD = 50  # on which day a person hears of a setback
    TAKEN = 51  # how hard a person takes it
    RESPONSIBILITY = 52
    VIRULENCE = 53
    LASTING = 54
    REVEALED = 55  # when a false denial comes out
    NEAR_MISS = 56
    FUSE = 57
    EXPECTED = 58
    CASCADE = 40
    AUDIENCE = 41
    COMPOUNDS = 42
    AFFINITY = 43
    KNACK = 44
    TEMPER = 45


def _mixed(word: int) -> int:
    """Scramble one 64-bit word (Evensen's *moremur* finaliser)."""
    word = ((word ^ (word >> 27)) * _MULTIPLY_A) & _MASK
    word = ((word ^ (word >> 33)) * _MULTIPLY_B) & _MASK
    return word ^ (word >> 27)


def _mix(words: Words) -> Words:
    """Scramble every word in place; the same function as `_mixed`."""
    words ^= words >> _SHIFT_27
    words *= _WORD_A
    words ^= words >> _SHIFT_33
    words *= _WORD_B
    words ^= words >> _SHIFT_27
    return words


def _words_of(numbers: Ints | int) -> Words:
    """The numbers as words, at least one."""
    numbers = np.asarray(numbers, dtype=np.int64)
    return (numbers if numbers.ndim else numbers[None]).view(np.uint64)


@lru_cache(maxsize=4096)
def key_of(seed: int, purpose: Purpose) -> int:
    """The 64-bit key of one purpose under one seed."""
    return _mixed((_mixed(seed & _MASK) + int(purpose) * _FIRST) & _MASK)


def draw(seed: int, purpose: Purpose, relation: Ints | int, when: Ints | int) -> Ints:
    """Return whole numbers in [0, `SPAN`), one for each (relation, when); the two broadcast.

    The same key gives the same number whichever way it is asked, alone or among a million.
    """
    key = key_of(seed, purpose)
    words = _words_of(relation) * _WORD_FIRST
    words += np.uint64(key)
    _mix(words)
    if isinstance(when, int):
        words += np.uint64((when * _SECOND + key) & _MASK)
    else:
        words = words + (_words_of(when) * _WORD_SECOND + np.uint64(key))
    return (_mix(words) >> _SHIFT_TO_SPAN).view(np.int64)


class RelationDraws:
    """Draws of relations asked for by row: the same numbers as `draw` gives.

    The first half of each draw is prepared for all relations, where they are few enough to keep that in memory.
    """

    def __init__(self, runners: int, people: int) -> None:
        self.people = people
        self._rows = runners * people
        self._prepared: dict[Purpose, tuple[int, Words]] = {}

    def draw(self, seed: int, purpose: Purpose, rows: Ints | slice, when: Ints | int) -> Ints:
        """Return whole numbers in [0, `SPAN`), one for each row; *when* is one moment, or one a row."""
        key = key_of(seed, purpose)
        moments: np.uint64 | Words
        if isinstance(when, int):
            moments = np.uint64((when * _SECOND + key) & _MASK)
        else:
            moments = when.view(np.uint64) * _WORD_SECOND
            moments += np.uint64(key)
        if self._rows > MOST_PREPARED:
            some = np.arange(*rows.indices(self._rows)) if isinstance(rows, slice) else rows
            words = self._word_of(some, key)
        elif isinstance(rows, slice):
            words = self._words(purpose, key)[rows].copy()
        else:
            words = self._words(purpose, key).take(rows)
        words += moments
        return (_mix(words) >> _SHIFT_TO_SPAN).view(np.int64)

    def _word_of(self, rows: Ints, key: int) -> Words:
        runner, person = np.divmod(rows, self.people)
        words = ((runner << 32) | person).view(np.uint64)
        words *= np.uint64(_FIRST)
        words += np.uint64(key)
        return _mix(words)

    def _words(self, purpose: Purpose, key: int) -> Words:
        prepared = self._prepared.get(purpose)
        if prepared is None or prepared[0] != key:
            prepared = key, self._word_of(np.arange(self._rows), key)
            self._prepared[purpose] = prepared
        return prepared[1]


def draw_one(seed: int, purpose: Purpose, relation: int, when: int) -> int:
    """Return the one number that `draw` gives for this key, without an array."""
    key = key_of(seed, purpose)
    word = (
        relation * _FIRST + key
    ) & _MASK  # then `_mixed` twice, written out: this is called often
    word = ((word ^ (word >> 27)) * _MULTIPLY_A) & _MASK
    word = ((word ^ (word >> 33)) * _MULTIPLY_B) & _MASK
    word = ((word ^ (word >> 27)) + when * _SECOND + key) & _MASK
    word = ((word ^ (word >> 27)) * _MULTIPLY_A) & _MASK
    word = ((word ^ (word >> 33)) * _MULTIPLY_B) & _MASK
    return (word ^ (word >> 27)) >> 33

"""Broken at random, three thousand times: never a crash, always a line, always soon."""

from __future__ import annotations

import random
import timeit

import pytest
import yaml

from game.authoring.encoding import UnreadableError, decoded
from game.authoring.load import examine_bytes
from game.authoring.problems import has_errors
from game.authoring.reader import LOADER, read_source
from tests.authoring.breaking import broken, check_told
from tests.authoring.mistake import SMALL
from tests.conftest import lacking


@pytest.mark.parametrize("part", range(6))
def test_no_mutation_crashes_and_every_problem_has_a_line(part: int) -> None:
    luck = random.Random(part)
    for _ in range(500):
        found = check_told(broken(SMALL, luck), "tea.yaml")
        assert (found.scenario is None) == has_errors(found.problems)


def test_mutations_look_the_same_to_both_readers() -> None:
    if LOADER is yaml.SafeLoader:
        lacking("It needs a PyYAML that was built with libyaml.")
    luck = random.Random(99)
    for _ in range(500):
        data = broken(SMALL, luck)
        try:
            text = decoded(data)
        except UnreadableError:
            continue
        fast, slow = (
            read_source(text, "a.yaml", ("text",), one) for one in (LOADER, yaml.SafeLoader)
        )
        assert (fast.problems, fast.data, fast.keys) == (slow.problems, slow.data, slow.keys), text


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{this}: &{this} [{', '.join([f'*{last}'] * 9)}]\n"
    for last, this in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [BOMB, "[" * 5000, "{a: " * 5000, "- " * 5000, "a:\n" * 20000, '"' + "x" * 900_000, "&" * 9000],
    ids=["aliases", "brackets", "braces", "dashes", "keys", "quote", "ampersands"],
)
def test_a_bomb_is_defused_within_a_second(text: str) -> None:
    assert (
        min(timeit.repeat(lambda: examine_bytes(text.encode(), "bomb.yaml"), number=1, repeat=3))
        < 1
    )
    found = examine_bytes(text.encode(), "bomb.yaml")
    assert found.scenario is None
    assert found.problems

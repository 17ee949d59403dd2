"""Broken at random, three thousand times: never a crash, always a line, always soon."""

from __future__ import annotations

import random
import time
import timeit

import pytest
import yaml

from game.authoring.encoding import UnreadableError, decoded
from game.authoring.load import examine_bytes
from game.authoring.reader import LOADER, read_source
from tests.authoring.mistakes import SMALL
from tests.conftest import lacking

SIGNS = [
    *"{}[]:,#&*!|>'\"%@`-? \t\n\\~<=.",
    ": ",
    " #tag",
    "- ",
    "\n\n",
    "<<: ",
    "&a ",
    "*a",
    "!!int ",
]
SIGNS += [
    "true",
    "no",
    "010",
    "-1",
    "9" * 30,
    "1e999",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\x00",
    "\x85",
]
SIGNS += [
    "\u2028",
    "\U0001f422",
    "é",
    "{person}",
    "__class__",
    "on",
    "~",
    "---\n",
    "...",
    "%YAML 1.1",
]


def mutated(luck: random.Random) -> bytes:
    """The small scenario after one to four random edits, once in a while of its bytes."""
    text = SMALL
    for _ in range(luck.randint(1, 4)):
        text = edited(text, luck)
    data = text.encode("utf-8", errors="replace")
    if luck.random() < 0.1:
        place = luck.randrange(len(data))
        data = data[:place] + luck.randbytes(luck.randint(1, 3)) + data[place + 1 :]
    return data


def edited(text: str, luck: random.Random) -> str:
    """A text with something put in, taken out, doubled, swapped or indented anew."""
    lines = text.split("\n")
    here, there = luck.randrange(len(lines)), luck.randrange(len(lines))
    place, length = luck.randrange(len(text) + 1), luck.choice([1, 1, 2, 5, 30, 300])
    match luck.randrange(8):
        case 0 | 1:
            return text[:place] + str(luck.choice(SIGNS)) + text[place:]
        case 2:
            return text[:place] + text[place + length :]
        case 3:
            lines.insert(here, lines[there])
        case 4:
            lines[here], lines[there] = lines[there], lines[here]
        case 5:
            lines[here] = " " * luck.randint(0, 9) + lines[here].lstrip()
        case 6:
            del lines[here]
        case _:
            words = lines[here].split(" ")
            words[luck.randrange(len(words))] = luck.choice(SIGNS)
            lines[here] = " ".join(words)
    return "\n".join(lines)


@pytest.mark.parametrize("part", range(6))
def test_no_mutation_crashes_and_every_problem_has_a_line(part: int) -> None:
    luck = random.Random(part)
    for _ in range(500):
        data = mutated(luck)
        start = time.perf_counter()
        found = examine_bytes(data, "tea.yaml")
        assert time.perf_counter() - start < 1
        assert (found.scenario is None) == any(one.severity == "error" for one in found.problems)
        last = data.count(b"\n") + data.count(b"\r") + 1
        for problem in found.problems:
            assert 1 <= problem.line <= last
            assert 1 <= problem.col < problem.spot.end
            assert problem.message
            assert problem.remedy
            assert str(problem)
            assert problem.github().startswith("::")


def test_mutations_look_the_same_to_both_readers() -> None:
    if LOADER is yaml.SafeLoader:
        lacking("It needs a PyYAML that was built with libyaml.")
    luck = random.Random(99)
    for _ in range(500):
        data = mutated(luck)
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

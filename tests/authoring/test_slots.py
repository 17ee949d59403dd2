"""Slots in texts: every brace of a card's and an ending's text is one of a pair round a name that is filled in."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from game.authoring.load import examine_text
from game.authoring.slots import is_broken, names_in, slots_in
from tests.authoring.mistake import SMALL

BROKEN = (
    "{person",
    "person}",
    "{person)",
    "{{person}}",
    "{{person}",
    "{person}}",
    "{}",
    "{preson}",
    "{ person}",
    "{Person}",
)
PLACES = {
    "title of a card": ("title: Somebody kept a screenshot", "title: Somebody kept "),
    "text of a card": ("The review you deleted is back,", "The review you deleted is back, "),
    "label": ("label: Delete it", "label: Delete "),
    "title of an ending": ("title: One pot", "title: One pot of "),
    "text of an ending": ("what {person} will have.", "what {person} will have of "),
}


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("place", PLACES)
def test_every_broken_slot_is_found_where_it_stands(place: str, broken: str) -> None:
    old, new = PLACES[place]
    assert SMALL.count(old) == 1, old
    text = SMALL.replace(old, f"{new}{broken} twice")
    text = text.replace("    kind: request\n", "    kind: request\n    from: {group: customers}\n")
    found = [one for one in examine_text(text, "tea.yaml").problems if one.code == "L13"]
    assert len(found) == 1, found
    (line,) = (number for number, one in enumerate(text.split("\n"), 1) if f"{broken} twice" in one)
    assert found[0].spot.line == line
    assert text.split("\n")[line - 1][found[0].spot.col - 1 :].startswith(broken)
    assert found[0].severity == "error"
    assert "person" in found[0].remedy


def test_every_name_that_a_text_is_given_is_no_problem() -> None:
    assert [one for one in examine_text(SMALL, "tea.yaml").problems if one.code == "L13"] == []
    assert names_in("{person} and {business}, {person}") == {"{person}", "{business}"}


@given(some.text("{}ab (", max_size=30))
def test_no_brace_is_overlooked(text: str) -> None:
    rest = list(text)
    for one in slots_in(text):
        assert one.written == text[one.start : one.end]
        rest[one.start : one.end] = " " * len(one.written)
    assert not {"{", "}"} & {*rest}
    alone = re.sub(r"\{[^{}]*\}", "", text)
    if "{" in alone or "}" in alone:
        assert is_broken(text)


def test_a_very_long_word_before_a_brace_takes_no_time() -> None:
    began = time.perf_counter()
    assert is_broken("a" * 200_000 + " " * 200_000 + "{" * 1_000 + "}")
    assert time.perf_counter() - began < 1

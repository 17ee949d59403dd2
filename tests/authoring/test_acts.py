"""Acts that do something are let through, however little they say; what cannot do anything is told."""

from __future__ import annotations

from typing import get_args

import pytest

from game.authoring.checks.idle_keys import ACTS, HAPPENINGS
from game.authoring.load import examine_text
from game.sim.deck import Act, Happening
from tests.authoring.mistake import SMALL

ACT = "{act: delete, place: natter}"


@pytest.mark.parametrize(
    "act",
    [
        "{act: set, care: thorough}",
        "{act: set, care: brief, target: reply}",
        "{act: set, voice: 0}",
        "{act: set, automation: none}",
        "{act: set, source: create, target: reply}",
        "{act: delegate}",
        "{act: introduce}",
    ],
)
def test_an_act_that_does_something_is_no_problem(act: str) -> None:
    assert examine_text(SMALL.replace(ACT, act, 1)).problems == []


@pytest.mark.parametrize(
    "act",
    ["post, place: fair", "offer, place: fair", "offer, who: {group: strangers}, place: fair"],
)
def test_what_is_posted_at_an_event_is_told_whoever_is_named(act: str) -> None:
    fair = "places:\n  - {id: fair, name: The fair, kind: event, opens_week: 1}\n"
    text = SMALL.replace("places:\n", fair, 1).replace(ACT, f"{{act: {act}}}", 1)
    assert [(one.code, one.line) for one in examine_text(text).problems] == [
        ("L16", text[: text.index("place: fair")].count("\n") + 1)
    ]


@pytest.mark.parametrize(
    ("model", "key", "listed"), [(Act, "act", ACTS), (Happening, "happens", HAPPENINGS)]
)
def test_of_every_act_and_happening_it_is_listed_what_they_read(
    model: type[Act | Happening], key: str, listed: dict[str, set[str]]
) -> None:
    assert set(listed) == set(get_args(model.model_fields[key].annotation))
    assert {key}.union(*listed.values()) == set(model.model_fields)

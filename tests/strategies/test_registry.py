"""Names and parameters: strategies are found, described, written down and read back; mistakes are told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

import pytest

from game.sim.decision import Decision, Request
from game.sim.strategy import Strategy
from game.strategies import describe, named, names, read, written
from game.strategies.parameter import help_of, parameters_of
from game.strategies.registry import kind_named
from tests.checkout import ROOT


def test_all_strategies_of_the_game_are_there() -> None:
    assert names() == (
        "tortoise", "hare", "adaptive", "wallflower", "shouter", "flitter", "braggart", "collector", "connector",
        "traditional", "get-it", "running-with-scissors", "random", "scripted",
    )  # fmt: skip


@pytest.mark.parametrize("name", names())
def test_a_strategy_is_called_by_its_name_and_equals_another_of_its_kind(name: str) -> None:
    assert named(name).name == name
    assert named(name) == named(name)
    assert describe(named(name)) == name
    assert written(named(name)) == (name, {})


@pytest.mark.parametrize("name", [name for name in names() if name != "scripted"])
def test_every_parameter_has_a_default_in_its_range_a_unit_and_a_help(name: str) -> None:
    for one in parameters_of(kind_named(name)):
        assert one.unit
        assert one.meaning
        assert one.name in help_of(kind_named(name))
        assert one.default in one.known or one.low is not None
        if one.low is not None and one.high is not None:
            assert one.low <= one.default <= one.high


@pytest.mark.parametrize("name", [name for name in names() if name != "scripted"])
def test_a_strategy_with_other_parameters_can_be_written_down_and_read_back(name: str) -> None:
    parameter = next(one for one in parameters_of(kind_named(name)) if one.high is not None)
    changed = named(name, **{parameter.name: parameter.default + 1})
    assert describe(changed) == f"{name}({parameter.name}={parameter.default + 1})"
    assert read(describe(changed)) == changed
    again, parameters = written(changed)
    assert named(again, **parameters) == changed
    assert changed != named(name)


def test_words_and_blanks_are_read() -> None:
    assert read(" hare ( claims = 3, make_care=normal ) ") == named(
        "hare", claims=3, make_care="normal"
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("hair", "There is no strategy 'hair'. Did you mean hare? There are tortoise, hare"),
        ("xyzzy", "There is no strategy 'xyzzy'. There are tortoise"),
        (
            "hare(claim=3)",
            "hare has no parameter 'claim'. Did you mean claims? It takes listen_parts (parts of the week)",
        ),
        ("hare(claims=7)", "hare: claims lies between 0 and 4 (steps); 7 does not."),
        (
            "hare(claims=bold)",
            "hare: claims is a whole number between 0 and 4 (steps); 'bold' is not.",
        ),
        (
            "hare(make_care=thoroughly)",
            "brief, normal, thorough; 'thoroughly' is not (did you mean thorough?).",
        ),
        ("hare(claims)", "'claims' does not read as a parameter. Write parameter=value."),
        ("hare(", "does not read as a strategy"),
        ("scripted(script=[])", "script is an object"),
        ("scripted(script=hello)", "script is no JSON"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        read(text)


def test_a_flag_is_no_whole_number() -> None:
    with pytest.raises(ValueError, match="claims is a whole number"):
        named("hare", claims=True)


def test_a_strategy_of_somebody_else_has_no_written_form() -> None:
    @dataclass(frozen=True)
    class Impostor(Strategy):
        name: ClassVar[str] = "hare"

        def decide(self, request: Request) -> Decision:
            return request.default

    with pytest.raises(ValueError, match="Impostor is no strategy that ships"):
        written(Impostor())


def test_the_document_tells_of_every_strategy() -> None:
    table = (ROOT / "docs" / "strategies.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r"^\| `([\w-]+)` \|", table, flags=re.MULTILINE)) == names()

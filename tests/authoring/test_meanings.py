"""Every word that stands for something in the model has a meaning, in the models' order, and can be asked for."""

from __future__ import annotations

import typing
from typing import Any

import pytest

from game.authoring.meanings import WORD_FAMILIES, meanings, meanings_in, meanings_of
from game.authoring.schema import schema
from game.sim.deck import Act, Card, Happening, Who
from game.sim.lever import Lever
from game.sim.light import Light
from game.sim.place import Place
from game.sim.plan import Automation
from game.strategies.parameter import parameters_of
from game.strategies.registry import STRATEGIES
from tests.command import longrace

MODELS: dict[str, tuple[Any, str]] = {
    "acts": (Act, "act"),
    "groups": (Who, "group"),
    "happenings": (Happening, "happens"),
    "setbacks": (Card, "about"),
    "places": (Place, "kind"),
}
LISTED: dict[str, Any] = {"automation": Automation, "lights": Light, "levers": Lever}


def known(family: str) -> list[str]:
    """The words of a family that the models know, in their order."""
    if family in LISTED:
        return [str(one) for one in LISTED[family]]
    model, field = MODELS[family]
    kind = model.model_fields[field].annotation
    choices = [kind, *typing.get_args(kind)]
    literal = next(one for one in choices if typing.get_origin(one) is typing.Literal)
    return list(typing.get_args(literal))


@pytest.mark.parametrize("family", WORD_FAMILIES)
def test_every_word_of_the_models_has_a_meaning_and_every_meaning_a_word(family: str) -> None:
    assert [one.word for one in meanings_in(family)] == known(family)


def test_a_meaning_is_a_sentence_and_a_need_is_none() -> None:
    for one in meanings():
        assert one.does[0].isupper(), one
        assert one.does.endswith("."), one
        assert not one.needs.endswith("."), one
        assert "|" not in one.does + one.needs, one


def test_editors_tell_the_meaning_of_each_word_beside_it() -> None:
    act = schema()["definitions"]["Act"]["properties"]["act"]
    assert len(act["markdownEnumDescriptions"]) == len(act["enum"])
    told = dict(zip(act["enum"], act["markdownEnumDescriptions"], strict=True))
    assert told["introduce"] == meanings_of("introduce")[0].does


def test_the_command_explains_a_word_and_guesses_a_misspelt_one() -> None:
    done = longrace("explain", "introduce")
    assert (done.returncode, done.stdout.partition("\n")[0]) == (
        0,
        "introduce (an act of an option)",
    )
    assert "Needs: who; without, whoever brings the card" in done.stdout
    wrong = longrace("explain", "introduse")
    assert (wrong.returncode, "Did you mean `introduce`?" in wrong.stderr) == (2, True)
    assert "saw_it" in longrace("explain").stdout
    elsewhere = longrace("explain", "trusts")
    assert (elsewhere.returncode, "`longrace names`" in elsewhere.stderr) == (2, True)


def test_the_command_explains_a_strategy_and_what_may_be_set_of_it() -> None:
    told = longrace("explain", "hare").stdout
    assert told.startswith("hare (a strategy, for `plays`)")
    for one in parameters_of(STRATEGIES["hare"]):
        assert f"  {one.name} = " in told
    assert "Did you mean `tortoise`?" in longrace("explain", "tortose").stderr


def test_a_light_that_is_called_as_a_group_is_told_beside_it() -> None:
    told = longrace("explain", "waiting").stdout
    assert "a group of people" in told
    assert "a light" in told

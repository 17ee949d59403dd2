"""Rehearsals: every card and light asks what it would ask in a run, and nothing happens by it."""

from __future__ import annotations

import pytest

import game
from game.sim.decision import Request
from game.sim.light import Light
from game.sim.rehearsal import Rehearsal
from tests.builders import a_card, a_choice, a_scenario


def first_card(run: game.Run) -> Request:
    while request := run.advance():
        if request.kind == "card":
            return request
        run.decide(request.default)
    raise AssertionError("no card came")


def test_a_card_is_rehearsed_as_a_run_asks_it() -> None:
    card = a_card(a_choice("yes", "help", hours=1.5), a_choice("no"), chance=1)
    scenario = a_scenario(people=120, cards=(card,))
    asked = first_card(game.Run(scenario, seed=1, people=["you"]))
    rehearsed = Rehearsal(scenario).card("card")
    for name in ("runner", "kind", "name", "options", "default", "title", "text", "person"):
        assert getattr(rehearsed, name) == getattr(asked, name)


def test_every_card_and_light_that_ships_can_be_rehearsed() -> None:
    rehearsal = Rehearsal(game.load_scenario("first-steps"))
    for card in rehearsal.scenario.cards:
        assert len(rehearsal.card(card.id).options) == len(card.choices)
        assert (rehearsal.card(card.id).person is None) == (card.from_ is None)
    assert [rehearsal.light(light).name for light in rehearsal.lights] == list(rehearsal.lights)
    assert Light.LADDER in rehearsal.lights


def test_a_card_that_is_not_there_is_said() -> None:
    with pytest.raises(LookupError, match="has no card nothing"):
        Rehearsal(a_scenario()).card("nothing")

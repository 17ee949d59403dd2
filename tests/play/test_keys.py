"""Screens know actions; players choose the keys, and any choice of keys still plays."""

from __future__ import annotations

import random

import pygame
import pytest

from game.authoring.words import load_words
from game.play.kit import Settings
from game.play.kit.keys import DEFAULT_KEYS, Action, KeyTable, key_label, press_of
from tests.play.conftest import Launch
from tests.play.gallery import Gallery

TABLE = KeyTable(DEFAULT_KEYS)


def test_every_action_has_a_key_and_no_key_has_two_actions() -> None:
    assert set(DEFAULT_KEYS) == set(Action)
    keys = [key for held in DEFAULT_KEYS.values() for key in held]
    assert len(keys) == len(set(keys))


@pytest.mark.window
def test_every_key_of_the_table_exists(launch: Launch) -> None:
    launch(Gallery())
    for held in DEFAULT_KEYS.values():
        for name in held:
            key, _ = press_of(name)
            assert key != pygame.K_UNKNOWN


@pytest.mark.window
def test_a_chord_is_named_as_it_is_pressed(launch: Launch) -> None:
    from game.play.kit.keys import chord

    launch(Gallery())
    for name in ("ctrl+z", "shift+tab", "w", "ctrl+-", "f1", "page up", "ctrl+shift+z"):
        key, held = press_of(name)
        assert chord(pygame.Event(pygame.KEYDOWN, key=key, mod=held)) == name


def test_a_given_key_is_taken_from_who_had_it() -> None:
    table = TABLE.with_key(Action.WEEK, "l")
    assert table.action("l") is Action.WEEK
    assert table.action("w") is Action.LOG, "who lost its only key gets the one given up"


def test_giving_an_action_its_own_key_changes_nothing() -> None:
    assert dict(TABLE.with_key(Action.WEEK, "w").keys) == dict(DEFAULT_KEYS)


def test_capitals_call_what_letters_call() -> None:
    assert TABLE.action("shift+w") is Action.WEEK
    assert TABLE.action("shift+tab") is Action.PREVIOUS


def test_keys_are_shown_as_they_stand_on_the_keyboard() -> None:
    words = load_words("en")
    assert key_label("ctrl+z", words) == "Ctrl+Z"
    assert key_label("return", words) == "Enter"
    assert key_label("escape", words) == "Esc"
    assert key_label("ctrl++", words) == "Ctrl++"
    assert key_label("+", words) == "+"
    assert key_label("[1]", words) == "1"
    assert key_label("", words) == ""


@pytest.mark.window
@pytest.mark.parametrize("luck", range(4))
def test_any_permutation_of_keys_still_plays(launch: Launch, luck: int) -> None:
    actions = list(DEFAULT_KEYS)
    keys = [DEFAULT_KEYS[action][:1] for action in actions]
    random.Random(luck).shuffle(keys)
    permuted = dict(zip(actions, keys, strict=True))
    screen = Gallery()
    pilot = launch(screen, settings=Settings(keys=permuted))
    press = {action: permuted[action][0] for action in actions}
    while pilot.focus != "lever.0":
        pilot.press(press[Action.NEXT])
    pilot.press(press[Action.LESS], press[Action.LEFT], press[Action.DOWN], press[Action.MORE])
    assert screen.hours[:2] == [1, 4]
    pilot.press(press[Action.UNDO], press[Action.PAUSE])
    assert screen.pressed == ["undo", "Pause"]
    pilot.app.scene.focus_on(pilot.find("start"))
    pilot.press(press[Action.PRESS])
    assert screen.pressed[-1] == "start"


@pytest.mark.window
def test_a_changed_key_is_shown_on_its_button_and_kept(launch: Launch) -> None:
    screen = Gallery()
    pilot = launch(screen)
    assert "Ctrl+Z" in {one.text for one in pilot.texts()}
    pilot.app.change_settings(pilot.app.settings.with_key(Action.UNDO, "u"))
    pilot.press("u")
    assert screen.pressed == ["undo"]
    shown = {one.text for one in pilot.texts()}
    assert "U" in shown
    assert "Ctrl+Z" not in shown
    kept = Settings.model_validate_json(pilot.app.settings_path.read_bytes())
    assert kept.key_table.action("u") is Action.UNDO


@pytest.mark.window
def test_the_next_key_can_be_caught_for_choosing_it(launch: Launch) -> None:
    screen = Gallery()
    pilot = launch(screen)
    caught: list[str] = []
    pilot.app.catch_key(caught.append)
    pilot.press("left ctrl", "ctrl+u", "p")
    assert caught == ["ctrl+u"]
    assert screen.pressed == ["Pause"]
    pilot.app.catch_key(caught.append)
    pilot.press("escape")
    assert caught == ["ctrl+u", ""]

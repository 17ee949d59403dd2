"""Whatever keys are given to which actions, the game can be played to its end by them, and the screens name them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from game.play.kit import Action, Settings
from game.play.kit.keys import DEFAULT_KEYS, KeyTable, key_label
from game.play.pilot import Pilot
from game.play.saved_runs import saved_runs
from tests.play.journeys import FRAME, at_the_title, small_bakery, until

pytestmark = pytest.mark.window


def shuffled(seed: int) -> dict[Action, tuple[str, ...]]:
    """Every key that calls something, dealt out anew; each action has as many as before."""
    keys = [key for held in DEFAULT_KEYS.values() for key in held]
    random.Random(seed).shuffle(keys)
    dealt = iter(keys)
    return {action: tuple(next(dealt) for _ in held) for action, held in DEFAULT_KEYS.items()}


@pytest.mark.parametrize("seed", range(3))
def test_with_any_keys_the_game_is_played_from_the_title_to_the_ending(
    tmp_path: Path, seed: int
) -> None:
    settings = Settings(keys=shuffled(seed))
    table = settings.key_table
    scenario = small_bakery(seasons=2)
    with at_the_title(tmp_path, scenario, settings=settings) as pilot:

        def do(action: Action) -> None:
            pilot.press(table.key_of(action))

        focus_on(pilot, table, "play")
        do(Action.PRESS)
        until(pilot, lambda: pilot.screen == "briefing")
        do(Action.CHOOSE_1)
        assert pilot.screen == "table"
        moved = False
        while pilot.screen == "table":
            if pilot.shows("reveal.done"):
                do(Action.PRESS)
            elif pilot.shows("option.1"):
                do(Action.CHOOSE_1)
            elif getattr(pilot.find("speed.4"), "selected", False):
                pilot.frame(1, FRAME)
            elif not moved:
                moved = True
                focus_on(pilot, table, "lever.reply")
                do(Action.MORE)
                do(Action.UNDO)
            else:
                do(Action.SPEED_4)
        until(pilot, lambda: pilot.screen == "ending")
    (saved,) = saved_runs(tmp_path / "saves")
    assert saved.is_over


def focus_on(pilot: Pilot, table: KeyTable, id: str) -> None:
    """Go to a control by the key that goes to the next."""
    for _ in range(60):
        if pilot.focus == id:
            return
        pilot.press(table.key_of(Action.NEXT))
    raise AssertionError(f"{id} is not reached")


@pytest.mark.parametrize("seed", range(3))
def test_keys_that_are_shown_are_those_that_act(tmp_path: Path, seed: int) -> None:
    settings = Settings(keys=shuffled(seed))
    with at_the_title(tmp_path, settings=settings) as pilot:
        label = key_label(settings.key_table.key_of(Action.PRESS), pilot.app.words)
        assert label in {one.text for one in pilot.texts()}

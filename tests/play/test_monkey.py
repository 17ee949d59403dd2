"""Whatever is pressed, clicked, dragged or resized, the window goes on and shows where one is."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from game.play.autosave import forget
from game.play.kit import Dialog, Settings, Text
from game.play.kit.focus import ring
from game.play.pilot import Pilot
from game.play.saved_runs import saved_runs
from game.play.screen import Screen
from tests.play.conftest import Launch
from tests.play.controls import Controls
from tests.play.gallery import Gallery
from tests.play.journeys import a_journey, on, small_bakery, until
from tests.play.monkey import one_step

pytestmark = pytest.mark.window


SECONDS_A_SEED = 18.0
"""Two hundred of these are one hour."""

FEW, MANY = 30, 200
CURIOUS = 0.3
"""How often it presses something that can be pressed, after each thing it does at random."""


def loose(pilot: Pilot, luck: random.Random) -> None:
    """Let it go about the game until its time is up, or the window is closed."""
    ends = pilot.clock.now() + SECONDS_A_SEED
    while pilot.clock.now() < ends:
        one_step(pilot, luck)
        if not pilot.app.is_running:
            return
        scene = pilot.app.scene
        assert scene.focus is None or scene.focus in ring(scene.top)
        pressed = [one.id for one in ring(scene.top) if one.id and one.rect.w]
        if pressed and luck.random() < CURIOUS:
            pilot.click(luck.choice(pressed))
        if not pilot.app.is_running:
            return


def leave(pilot: Pilot) -> None:
    """Find the way back to the title from wherever one is, as a person does who wants away."""
    for _ in range(40):
        if pilot.screen == "title" and not pilot.app.scene.dialogs:
            return
        if pilot.screen == "waiting":
            until(pilot, lambda: pilot.screen != "waiting")
        ways = ("to-title", "back", "reveal.done", "option.1", "keep", "adjust.close")
        way = next((one for one in ways if pilot.shows(one) and pilot.find(one).enabled), "")
        if way and pilot.find(way) in ring(pilot.app.scene.top):
            pilot.click(way)
        else:
            pilot.press("escape")
    shown = [one.id for one in ring(pilot.app.scene.top)]
    raise AssertionError(
        f"There is no way out of {pilot.screen}: {pilot.app.scene.dialogs}, {shown}."
    )


def let_loose_on_the_game(folder: Path, seeds: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """One launch after another, each with the saved games and the settings of the last; how many runs there are then.

    A run is gone only if it was thrown away by its button; a window that was closed is opened again.
    """
    saves = folder / "saves"
    thrown: list[Path] = []

    def throw_away(path: Path) -> None:
        thrown.append(path)
        forget(path)

    monkeypatch.setattr("game.play.screens.shelf.forget", throw_away)
    known: set[str] = set()
    for seed in range(seeds):
        with on(a_journey(saves, small_bakery()).title(), folder) as pilot:
            loose(pilot, random.Random(seed))
            if pilot.app.is_running:
                leave(pilot)
        there = {one.path.name: one.problem for one in saved_runs(saves)}
        known -= {path.name for path in thrown}
        assert known <= set(there), f"after seed {seed} a run is lost"
        assert set(there.values()) <= {""}, f"after seed {seed} a run cannot be opened"
        known = set(there)
        thrown.clear()
    return len(known)


@pytest.mark.slow
def test_nothing_that_is_pressed_brings_the_game_down_shuts_anybody_in_or_loses_a_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert let_loose_on_the_game(tmp_path, FEW, monkeypatch) > 0


@pytest.mark.full
def test_nor_does_an_hour_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert let_loose_on_the_game(tmp_path, MANY, monkeypatch) > 0


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("screen", [Gallery, Controls])
def test_nothing_brings_it_down(launch: Launch, screen: Callable[[], Screen], seed: int) -> None:
    pilot = launch(screen(), settings=Settings(reduced_motion=bool(seed % 2)))
    luck = random.Random(seed)
    for _ in range(250):
        one_step(pilot, luck)
        scene = pilot.app.scene
        assert pilot.app.is_running
        assert scene.focus is None or scene.focus in ring(scene.top)
    drawn = pilot.pixels()
    pilot.texts()
    is_same = (
        pilot.pixels() == drawn
    )  # not in the assertion: to explain how millions of bytes differ takes minutes
    assert is_same, "what was drawn part by part is not what is there"


def test_below_a_dialog_all_stands_still_even_where_it_is_drawn_anew(launch: Launch) -> None:
    pilot = launch(Gallery())
    pilot.frame(1)
    start = pilot.pixels()
    pilot.frame(3, seconds=0.3)
    assert pilot.pixels() != start  # something moves
    pilot.app.open(Dialog("A sheet", Text("Nothing moves below it.")))
    pilot.frame(1)
    below = pilot.pixels()
    pilot.frame(3, seconds=0.3)
    pilot.texts()
    assert (pilot.pixels() == below) is True

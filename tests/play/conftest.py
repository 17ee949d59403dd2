"""Fixtures of the window's tests: an application without a person on SDL's dummy driver, a game begun, a run over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

import game
from game.play.game_session import Game
from game.play.kit import Settings
from game.play.pilot import Pilot, piloted
from game.play.screen import Screen
from game.sim.run import Run
from tests.play.journeys import LUCK, small_bakery
from tests.play.table import new_game

Launch = Callable[..., Pilot]


@pytest.fixture(scope="session")
def run() -> Run:
    """A year of a small bakery, played by a hare; no test changes it."""
    return game.simulate(small_bakery(seasons=4), {"you": "hare"}, seed=LUCK)


@pytest.fixture
def session() -> Game:
    """A game whose first plan is asked for."""
    return new_game()


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Launch]:
    """Start the application with a screen: `launch(screen, size=..., settings=...)` gives a pilot."""
    with ExitStack() as stack:

        def start(
            screen: Screen,
            size: tuple[int, int] = (1280, 720),
            settings: Settings | None = None,
        ) -> Pilot:
            return stack.enter_context(
                piloted(
                    screen, home=tmp_path / "home", size=size, settings=settings, pictures=tmp_path
                )
            )

        yield start

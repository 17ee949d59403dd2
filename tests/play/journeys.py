"""A journey for tests: a small bakery whose year passes quickly, saved in a folder of the test's, and ways to get on.

The table alone, without a title before it and an ending after it, is in `table.py`.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import game
from game.authoring.words import Words
from game.play.kit import Settings
from game.play.pilot import Pilot, piloted
from game.play.scenarios import Scenarios
from game.play.screen import Screen
from game.play.screens.journey import Journey
from game.sim.market import Market
from game.sim.scenario import Scenario

LUCK = 7
MOST_WORDS, MOST_INPUTS = 150, 4
"""What a newcomer is asked to read and to do before the first plan is decided, at most."""
MOST_SECONDS = 60.0
FRAME = 0.1


def small_bakery(seasons: int = 2, people: int = 300) -> Scenario:
    """The shipped scenario with fewer people and seasons; its text is that of what it has become."""
    bakery = game.load_scenario("corner-bakery")
    names = bakery.market.first_names
    return bakery.model_copy(
        update={
            "seasons": seasons,
            "market": Market(people=people, first_names=names, needs_per_year=12.0),
        }
    ).with_text("")


class FewScenarios(Scenarios):
    """An offer of scenarios that a test names."""

    def __init__(self, *scenarios: Scenario) -> None:
        super().__init__(Path("nowhere"))
        for one in scenarios:
            self.add(one)

    def names(self) -> tuple[str, ...]:
        """Those that were named."""
        return tuple(self._known)


def a_journey(folder: Path, *scenarios: Scenario) -> Journey:
    """A journey that saves in *folder*, whose luck is always the same."""
    offer = FewScenarios(*(scenarios or (small_bakery(),)))
    return Journey(folder, offer, luck=lambda: LUCK)


@contextmanager
def at_the_title(
    folder: Path,
    *scenarios: Scenario,
    size: tuple[int, int] = (1280, 720),
    settings: Settings | None = None,
    words: Words | None = None,
) -> Iterator[Pilot]:
    """A pilot at the title of a journey that keeps everything in *folder*."""
    journey = a_journey(folder / "saves", *scenarios)
    with on(journey.title(), folder, size=size, settings=settings, words=words) as pilot:
        yield pilot


@contextmanager
def on(
    screen: Screen,
    folder: Path,
    *,
    size: tuple[int, int] = (1280, 720),
    settings: Settings | None = None,
    words: Words | None = None,
) -> Iterator[Pilot]:
    """A pilot on a screen."""
    with piloted(
        screen, home=folder, size=size, settings=settings, words=words, pictures=folder / "pictures"
    ) as pilot:
        yield pilot


def until(pilot: Pilot, come: Callable[[], bool]) -> None:
    """Let frames pass until something has come about that is made beside them."""
    last = time.monotonic() + MOST_SECONDS
    while not come():
        assert time.monotonic() < last, f"the screen {pilot.screen} does not go on"
        pilot.frame()
        time.sleep(0.001)


def dance(path: Path) -> None:
    """Change the first option that was chosen in a file to one that there is not."""
    text = path.read_text(encoding="utf-8")
    changed = re.sub(r'"option": ?"[^"]*"', '"option":"dance"', text, count=1)
    assert changed != text
    path.write_text(changed, encoding="utf-8")


def play_by_keys(pilot: Pilot, on_step: Callable[[], bool] = lambda: False) -> None:
    """Play at the table to the end by keys alone, or until a step says that it is enough."""
    while pilot.screen == "table" and not on_step():
        if pilot.shows("reveal.done"):
            pilot.press("return")
        elif pilot.shows("option.1"):
            pilot.press("1")
        elif "selected" in _state(pilot):
            pilot.frame(1, FRAME)
        else:
            pilot.press("return", "f8")


def play_by_mouse(pilot: Pilot) -> None:
    """Play at the table to the end by clicks alone."""
    while pilot.screen == "table":
        for id in ("reveal.done", "option.1"):
            if pilot.shows(id):
                pilot.click(id)
                break
        else:
            if "selected" in _state(pilot):
                pilot.frame(1, FRAME)
            else:
                pilot.click("main")
                if pilot.shows("speed.4") and not pilot.shows("reveal.done"):
                    pilot.click("speed.4")


def _state(pilot: Pilot) -> str:
    """Whether weeks pass at the fastest speed: its button is the selected one."""
    return "selected" if getattr(pilot.find("speed.4"), "selected", False) else ""


def shown(pilot: Pilot) -> str:
    """Every text that can be seen now, as one."""
    return " ".join(one.text for one in pilot.texts())

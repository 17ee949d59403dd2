"""Title, choice, briefing, menu, settings, shelf and ending: nothing is cut off, too small or unnamed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import game
from game.authoring.words import Words, load_words
from game.play.game_session import SURENESS, Game
from game.play.kit import Settings
from game.play.kit.focus import ring
from game.play.pilot import Pilot
from game.play.presenters.account import account
from game.play.presenters.reel import Reel, reel
from game.play.saved_runs import SavedRun
from game.play.saved_runs import read as read_saved
from game.play.screens.ending.screen import Ending
from game.play.screens.history.compare import Compare
from game.play.screens.history.walk import Walk
from game.play.screens.journey import Journey
from game.play.screens.menu import Menu
from game.play.window import Screen
from game.sim.clock import WEEK
from game.sim.runfile import read as read_file
from game.study.replaying import begin
from tests.play.journeys import LUCK, a_journey, on, small_bakery
from tests.play.overflow import misfits, small_targets, small_texts
from tests.play.table import bakery, new_game

pytestmark = pytest.mark.window

Step = Callable[[Pilot], object]
LANGUAGES = {
    "english": load_words(),
    "german": load_words("de"),
    "longer": load_words(pseudo=True),
}


def stay(_: Pilot) -> None:
    """Look at the screen as it is first shown."""


@cache
def finished_game() -> Game:
    """A year of a small bakery, played by a hare, with a guess for each season."""
    scenario = small_bakery(seasons=4)
    run = game.simulate(scenario, {"you": "hare"}, seed=LUCK)
    session = Game(run, seat="you")
    percents = [*SURENESS.values(), 90]
    for season, percent in enumerate(percents):
        start = run.timeline("you", "followers")[season * 13]
        run.note(
            "you",
            {"kind": "prediction", "season": season, "measure": "followers", "says": "rise",
             "percent": percent, "start": start, "reason": "posts"},
        )  # fmt: skip
    return session


def an_ending(journey: Journey, words: Words) -> Screen:
    """The ending of that game."""
    return Ending(journey, finished_game(), account(finished_game(), words))


def a_full_shelf(journey: Journey) -> Screen:
    """A shelf with a good file, a damaged one, and something to say."""
    from game.play.autosave import Autosave, new_path

    Autosave(new_path(journey.saves, "corner-bakery"))(new_game().run)
    (journey.saves / "damaged.run").write_text('{"format": "long-race-run/1"')
    return journey.shelf("A notice.")


def a_walk(journey: Journey, words: Words) -> Screen:
    """A saved run in the midst of being walked through."""
    saved, made = a_reel(journey, "one", words)
    walk = Walk(journey, saved, made)
    walk.week = 8
    return walk


def a_comparison(journey: Journey, words: Words) -> Screen:
    """Two saved runs side by side."""
    (one, first), (two, second) = (a_reel(journey, name, words) for name in ("one", "two"))
    return Compare(journey, (one, two), (first, second))


def a_reel(journey: Journey, name: str, words: Words) -> tuple[SavedRun, Reel]:
    """A run of a small bakery from its file: *one* was played by a hare, *two* was left in its second season."""
    journey.saves.mkdir(parents=True, exist_ok=True)
    path = journey.saves / f"{name}.run"
    path.write_bytes(a_file(name))
    return read_saved(path), reel(begin(read_file(path)), words)


@cache
def a_file(name: str) -> bytes:
    """What stands in the file of such a run."""
    scenario = small_bakery(seasons=2)
    run = game.simulate(scenario, {"you": "hare"}, seed=LUCK)
    if name == "two":
        run = game.Run(scenario, LUCK, people=["you"])
        while request := run.advance(until=16 * WEEK):
            run.decide(request.default)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.run"
        run.save(path)
        return path.read_bytes()


PLACES: dict[str, tuple[Callable[[Journey, Words], Screen], tuple[Step, ...]]] = {
    "title": (lambda journey, _: journey.title(), (stay,)),
    "choose": (lambda journey, _: journey.choose(), (stay,)),
    "briefing": (lambda journey, _: journey.briefing(bakery(), LUCK), (stay,)),
    "menu": (lambda journey, _: Menu(journey, new_game()), (lambda pilot: pilot.click("save"),)),
    "settings": (
        lambda journey, _: journey.settings(),
        (stay, lambda pilot: pilot.click("tabs.head.2"), lambda pilot: pilot.click("tabs.head.3")),
    ),
    "shelf": (
        lambda journey, _: a_full_shelf(journey),
        (stay, lambda pilot: pilot.click("compare.1"), lambda pilot: pilot.click("remove.1")),
    ),
    "walk": (a_walk, (stay, lambda pilot: pilot.press("+"))),
    "compare": (a_comparison, (stay,)),
    "ending": (
        an_ending,
        (
            stay,
            lambda pilot: pilot.click("next"),
            lambda pilot: pilot.click("hoods-off"),
            lambda pilot: pilot.click("next"),
            lambda pilot: pilot.click("next"),
        ),
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text_size", [1.0, 1.3, 2.0])
@pytest.mark.parametrize("place", PLACES)
def test_everything_fits_at_every_text_size(
    tmp_path: Path, place: str, text_size: float, language: str
) -> None:
    make, steps = PLACES[place]
    journey = a_journey(tmp_path / "saves", bakery())
    settings, words = Settings(text_size=text_size), LANGUAGES[language]
    with on(make(journey, words), tmp_path, settings=settings, words=words) as pilot:
        for step in steps:
            step(pilot)
            assert misfits(pilot) == []
            assert small_texts(pilot) == []


@pytest.mark.parametrize("size", [(960, 540), (1920, 1080), (1000, 1400)])
@pytest.mark.parametrize("place", PLACES)
def test_everything_fits_in_every_window(tmp_path: Path, place: str, size: tuple[int, int]) -> None:
    make, steps = PLACES[place]
    journey = a_journey(tmp_path / "saves", bakery())
    with on(make(journey, load_words()), tmp_path, size=size) as pilot:
        for step in steps:
            step(pilot)
            assert misfits(pilot) == []
            assert small_targets(pilot) == []


@pytest.mark.parametrize("place", PLACES)
def test_everything_can_be_reached_by_keys_and_has_a_name(tmp_path: Path, place: str) -> None:
    make, steps = PLACES[place]
    journey = a_journey(tmp_path / "saves", bakery())
    with on(make(journey, load_words()), tmp_path) as pilot:
        for step in steps:
            step(pilot)
            reachable = ring(pilot.app.scene.top)
            assert reachable
            assert all(one.name() for one in reachable)
            met = set()
            for _ in range(len(reachable)):
                pilot.press("tab")
                met.add(pilot.app.scene.focus)
            assert met == set(reachable)


@pytest.mark.parametrize("place", ["title", "choose", "briefing", "walk", "compare", "ending"])
def test_with_less_motion_the_picture_stands_still(tmp_path: Path, place: str) -> None:
    make, _ = PLACES[place]
    journey = a_journey(tmp_path / "saves", bakery())
    settings = Settings(reduced_motion=True)
    with on(make(journey, load_words()), tmp_path, settings=settings) as pilot:
        pilot.frame(3)
        before = pilot.pixels()
        pilot.wait(0.5)
        assert pilot.pixels() == before

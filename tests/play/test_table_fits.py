"""Nothing of the table is cut off or covered, at any size of window and text, in any language; nor of its dialogs."""

from __future__ import annotations

import random

import pytest

from game.authoring.words import load_words
from game.play.kit import Settings
from game.play.kit.stepper import Stepper
from game.play.pilot import Pilot
from game.play.screens.table import TableScreen
from game.sim.clock import WEEK
from game.sim.decision import Decision
from game.sim.lever import Lever
from game.sim.plan import HalfHours
from tests.play.conftest import Launch
from tests.play.monkey import one_step
from tests.play.overflow import misfits, small_targets, small_texts
from tests.play.table import lit, new_game

pytestmark = pytest.mark.window
WINDOWS = ((960, 540), (1280, 720), (1366, 768), (1920, 1080), (2560, 1440), (1000, 1400))
TEXT_SIZES = (1.0, 1.3, 2.0)
SPOKEN = (
    ("en", (960, 540), 1.0),
    ("en", (960, 540), 2.0),
    ("en", (1920, 1080), 1.3),
    ("de", (960, 540), 1.3),
    ("de", (1920, 1080), 2.0),
    ("longer", (960, 540), 2.0),
    ("longer", (1280, 720), 1.0),
)
"""A language, a window, a size of text: where the dialogs are looked at."""


def speak(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every application speaks that language from now on; "longer" is English made longer."""
    words = load_words("en", pseudo=True) if language == "longer" else load_words(language)
    monkeypatch.setattr("game.play.window.load_words", lambda _: words)


def at_the_table(
    launch: Launch, seasons: int, size: tuple[int, int], text_size: float = 1.0
) -> Pilot:
    """A table at the start of a season, its reveal read."""
    session = new_game(seasons=seasons)
    pilot = launch(
        TableScreen(lit(session) if seasons else session),
        size=size,
        settings=Settings(text_size=text_size),
    )
    while pilot.shows("reveal"):
        pilot.press("return")
    return pilot


@pytest.mark.parametrize("text_size", TEXT_SIZES)
@pytest.mark.parametrize("seasons", [0, 5])
def test_the_table_fits_at_every_text_size(launch: Launch, seasons: int, text_size: float) -> None:
    assert misfits(at_the_table(launch, seasons, (1280, 720), text_size)) == []


@pytest.mark.parametrize("size", WINDOWS)
def test_the_table_fits_in_every_window(launch: Launch, size: tuple[int, int]) -> None:
    pilot = at_the_table(launch, 5, size, 1.3)
    assert misfits(pilot) == []
    pilot.click("lever.reply.more")
    pilot.click("lever.meet.more")
    pilot.click("guess.rise")
    assert misfits(pilot) == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_lever_is_in_sight_where_the_plan_spends_more_than_the_purse(
    launch: Launch, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    speak(language, monkeypatch)
    session = new_game(seasons=4)
    session.answer(Decision(moves=(HalfHours(Lever.SHOP, Lever.CREATE, 6),)))
    while (request := session.advance(until=100 * WEEK)) and request.kind != "plan":
        session.answer(request.default)
    pilot = launch(TableScreen(lit(session)))
    while pilot.shows("reveal"):
        pilot.press("return")
    assert pilot.shows("over")
    assert len([one for one in pilot.app.scene.root.walk() if isinstance(one, Stepper)]) >= 10
    levers = pilot.find("levers")
    assert levers.children[0].rect.h <= levers.rect.h


@pytest.mark.parametrize("text_size", [1.0, 2.0])
@pytest.mark.parametrize(("language", "start"), [("de", "Jahres"), ("longer", "[")])
def test_the_table_fits_in_a_language_of_longer_words(
    launch: Launch, monkeypatch: pytest.MonkeyPatch, language: str, start: str, text_size: float
) -> None:
    speak(language, monkeypatch)
    pilot = at_the_table(launch, 5, (1280, 720), text_size)
    assert start in pilot.find("main").name()
    assert misfits(pilot) == []


@pytest.mark.parametrize(("language", "size", "text_size"), SPOKEN)
def test_the_dialogs_fit(
    launch: Launch,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    text_size: float,
    language: str,
) -> None:
    speak(language, monkeypatch)
    session = lit(new_game(seasons=5))
    pilot = launch(TableScreen(session), size=size, settings=Settings(text_size=text_size))
    assert pilot.shows("reveal")
    assert misfits(pilot) == []
    pilot.click("reveal.more")
    assert misfits(pilot) == []
    pilot.press("return")
    pilot.click("guess.hold")
    pilot.click("guess.sure")
    assert misfits(pilot) == []
    pilot.click("reason.none")
    pilot.click("adjust")
    for tab in range(4):
        pilot.click(f"adjust.tabs.head.{tab + 1}")
        assert misfits(pilot) == []


@pytest.mark.parametrize(
    ("language", "text_size"), [("en", 1.0), ("en", 1.3), ("de", 2.0), ("longer", 2.0)]
)
def test_cards_and_lights_fit(
    launch: Launch, monkeypatch: pytest.MonkeyPatch, text_size: float, language: str
) -> None:
    speak(language, monkeypatch)
    pilot = launch(TableScreen(new_game()), size=(960, 540), settings=Settings(text_size=text_size))
    pilot.press("f8")
    seen = 0
    for _ in range(2_000):
        if pilot.shows("card"):
            assert misfits(pilot) == []
            seen += 1
            pilot.press("3")
        elif pilot.shows("reveal"):
            break
        pilot.frame()
    assert seen >= 2


@pytest.mark.parametrize("seasons", [0, 5])
def test_targets_can_be_hit_and_texts_can_be_read(launch: Launch, seasons: int) -> None:
    pilot = at_the_table(launch, seasons, (1280, 720))
    assert small_targets(pilot) == []
    assert small_texts(pilot) == []


def test_a_window_may_change_its_size_in_mid_season(launch: Launch) -> None:
    pilot = at_the_table(launch, 5, (1280, 720))
    pilot.press("return")
    for size in (*WINDOWS, (960, 540)):
        pilot.resize(*size)
        pilot.frame(5)
        assert pilot.app.scene.root.rect.size == size


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_pressed_the_table_goes_on(launch: Launch, seed: int) -> None:
    luck = random.Random(seed)
    pilot = launch(TableScreen(new_game(seed=seed + 3, seasons=seed)))
    for _ in range(250):
        one_step(pilot, luck)
        if not pilot.app.is_running:
            break
        pilot.frame()

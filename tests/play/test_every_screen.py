"""What must be true of every screen and every dialog: reached, seen, named, told, legible, still, of any size."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game import paths
from game.authoring.words import load_words
from game.play.access import ROLES, ScreenReader
from game.play.kit import Action, Settings
from game.play.kit.focus import ring
from game.play.kit.fonts import REPLACEMENT
from game.play.kit.painter import Drawn
from game.play.kit.theme import HIGH_CONTRAST, STANDARD, Theme, contrast
from game.play.pilot import Pilot
from tests.conftest import needed
from tests.play.journeys import a_journey, on
from tests.play.overflow import small_targets
from tests.play.places import PLACES, Step
from tests.play.reader import Silent
from tests.play.table import bakery

pytestmark = pytest.mark.window
every_place = pytest.mark.parametrize("place", PLACES)
CHANGED_SIDEWAYS = ("stepper", "slider", "text field")
SIZES = ((960, 540), (2560, 1440), (1000, 1200), (1280, 720))


@contextmanager
def at(
    place: str, folder: Path, settings: Settings | None = None, size: tuple[int, int] = (1280, 720)
) -> Iterator[tuple[Pilot, tuple[Step, ...]]]:
    """A pilot at a place, and the steps that lead on from there."""
    make, steps = PLACES[place]
    journey = a_journey(folder / "saves", bakery())
    words = load_words()
    with on(make(journey, words), folder, settings=settings, size=size, words=words) as pilot:
        yield pilot, steps


# --- reached and seen -----------------------------------------------------------------------------


@every_place
def test_tab_goes_round_all_that_can_be_done_and_back(tmp_path: Path, place: str) -> None:
    with at(place, tmp_path) as (pilot, steps):
        for step in steps:
            step(pilot)
            count = len(ring(pilot.app.scene.top))
            assert count
            met = []
            for _ in range(count + 1):
                pilot.press("tab")
                met.append(place_in_ring(pilot))
            assert set(met) == set(range(count))
            assert met[count] == met[0], "it comes round"
            pilot.press("shift+tab")
            assert place_in_ring(pilot) == met[count - 1]


def place_in_ring(pilot: Pilot) -> int:
    """Which of all that Tab reaches has the focus; a screen may be built anew on the way."""
    focus = pilot.app.scene.focus
    assert focus is not None
    return ring(pilot.app.scene.top).index(focus)


@every_place
@pytest.mark.parametrize("size", [(1280, 720), (960, 540)])
def test_arrows_reach_all_that_can_be_done(
    tmp_path: Path, place: str, size: tuple[int, int]
) -> None:
    with at(place, tmp_path, Settings(reduced_motion=True), size) as (pilot, steps):
        for step in steps:
            step(pilot)
            pilot.frame(2)
            wanted = {one.id or one.name() for one in ring(pilot.app.scene.top)}
            assert wanted - reached_by_arrows(pilot) == set()


def reached_by_arrows(pilot: Pilot) -> set[str]:
    """What the arrows come to from the first that takes the focus; on a value, left and right change it."""
    met: set[int] = set()
    todo = [0]
    while todo:
        place = todo.pop()
        met.add(place)
        for arrow in (Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT):
            start = ring(pilot.app.scene.top)[place]
            if arrow in (Action.LEFT, Action.RIGHT) and start.role in CHANGED_SIDEWAYS:
                continue
            pilot.app.scene.focus_on(start)
            pilot.app.scene.act(arrow)
            found = place_in_ring(pilot)
            if found not in met:
                todo.append(found)
    widgets = ring(pilot.app.scene.top)
    return {widgets[place].id or widgets[place].name() for place in met}


@every_place
def test_one_always_sees_what_has_the_focus(tmp_path: Path, place: str) -> None:
    with at(place, tmp_path, Settings(reduced_motion=True)) as (pilot, steps):
        for step in steps:
            step(pilot)
            scene = pilot.app.scene
            hidden = []
            for number in range(len(ring(scene.top))):
                widget = ring(scene.top)[number]
                scene.focus_on(widget)
                pilot.frame()
                pilot.texts()
                focused = pilot.pixels()
                scene.focus = None
                pilot.texts()
                if pilot.pixels() == focused:
                    hidden.append(widget.id or widget.name())
            assert hidden == []


@every_place
@pytest.mark.parametrize("size", [(1280, 720), (960, 540)])
def test_everything_can_be_hit_with_the_mouse(
    tmp_path: Path, place: str, size: tuple[int, int]
) -> None:
    with at(place, tmp_path, size=size) as (pilot, steps):
        for step in steps:
            step(pilot)
            assert small_targets(pilot) == []


# --- named and told -------------------------------------------------------------------------------


@every_place
def test_every_control_says_what_it_is_called_and_what_it_is(tmp_path: Path, place: str) -> None:
    with at(place, tmp_path) as (pilot, steps):
        for step in steps:
            step(pilot)
            for widget in ring(pilot.app.scene.top):
                assert widget.name(), f"{widget.id} has no name"
                said = pilot.app.scene.spoken(widget)
                assert said.startswith(widget.name())
                if widget.role not in ("spot", "scroll"):
                    assert len(said) > len(widget.name()), f"{widget.id} does not say its role"
                assert widget.role in ROLES, f"a screen reader does not know a {widget.role}"


@every_place
def test_a_screen_reader_is_told_of_every_control_and_every_heading(
    tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    accesskit = needed("accesskit")
    monkeypatch.setattr(accesskit.unix, "Adapter", Silent)
    with at(place, tmp_path) as (pilot, steps):
        pilot.app.reader = ScreenReader(pilot.app, accesskit)
        for step in steps:
            step(pilot)
            pilot.frame()
            nodes = pilot.app.reader.adapter.nodes
            told = {node.label or node.value for node in nodes.values()}
            top = pilot.app.scene.top
            wanted = {
                one.name()
                for one in top.walk()
                if (one.takes_focus and one.role != "scroll")
                or (one.role == "heading" and one.name())
            }
            assert wanted - told == set()
            inner = [child for node in nodes.values() for child in node.children]
            assert len(inner) == len(set(inner)), "each hangs below one other only"


# --- legible --------------------------------------------------------------------------------------


@every_place
@pytest.mark.parametrize("theme", [STANDARD, HIGH_CONTRAST], ids=lambda theme: theme.name)
def test_every_text_stands_out_from_its_ground_and_every_letter_is_there(
    tmp_path: Path, place: str, theme: Theme
) -> None:
    settings = Settings(high_contrast=theme is HIGH_CONTRAST)
    with at(place, tmp_path, settings) as (pilot, steps):
        for step in steps:
            step(pilot)
            drawn = pilot.texts()
            assert drawn
            assert weak(drawn, theme, 7.0 if theme is HIGH_CONTRAST else 4.5) == []
            assert [one.text for one in drawn if REPLACEMENT in one.text] == []
            fonts = pilot.app.drawer.fonts
            letters = {letter for one in drawn for letter in one.text}
            assert {letter for letter in letters if not fonts.is_covered(letter)} == set()


def weak(drawn: list[Drawn], theme: Theme, least: float) -> list[tuple[str, float]]:
    """Texts that are hard to tell from what they stand on; what cannot be pressed now may be faint.

    Those on buttons and options stand on fills of their own: `test_theme.py` looks at every pair of these.
    """
    faint = {tone.faint for tone in theme.tones.values()}
    return [
        (one.text, round(contrast(one.ink, one.ground), 2))
        for one in drawn
        if one.ink not in faint
        and one.owner is not None
        and one.owner.role in ("text", "heading")
        and contrast(one.ink, one.ground) < least
    ]


@pytest.mark.parametrize(
    "path", sorted(paths.scenarios().rglob("*.yaml")), ids=lambda path: path.name
)
def test_every_letter_of_every_shipped_scenario_is_there(path: Path) -> None:
    from game.play.kit.fonts import FontShelf

    fonts = FontShelf(paths.assets() / "fonts")
    letters = set(path.read_text(encoding="utf-8"))
    assert {letter for letter in letters if not fonts.is_covered(letter)} == set()


# --- still, and of any size -----------------------------------------------------------------------


@every_place
def test_with_less_motion_a_screen_on_which_nothing_happens_stands_still(
    tmp_path: Path, place: str
) -> None:
    with at(place, tmp_path, Settings(reduced_motion=True)) as (pilot, steps):
        for step in steps:
            step(pilot)
            pilot.frame(3)
            before = pilot.pixels()
            pilot.wait(0.1)
            assert pilot.pixels() == before
            pilot.wait(0.5)
            assert pilot.pixels() == before


@every_place
def test_a_window_of_any_size_can_be_drawn_larger_and_smaller_and_shows_the_same_as_before(
    tmp_path: Path, place: str
) -> None:
    with at(place, tmp_path, Settings(reduced_motion=True)) as (pilot, steps):
        for step in steps:
            step(pilot)
            pilot.frame(2)
            pilot.texts()
            before, shown = pilot.pixels(), {one.text for one in pilot.texts()}
            for width, height in SIZES:
                pilot.resize(width, height)
                assert pilot.app.size == (width, height)
                pilot.frame(2)
                assert pilot.texts()
            pilot.texts()
            assert {one.text for one in pilot.texts()} == shown
            assert pilot.pixels() == before

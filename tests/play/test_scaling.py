"""Nothing is cut off or covered at any size of window and text, in any language."""

from __future__ import annotations

import pytest

from game.authoring.words import pseudo
from game.play.kit import Choices, Dialog, Option, Settings, Widget
from tests.play.conftest import Launch
from tests.play.controls import Controls
from tests.play.gallery import Gallery
from tests.play.overflow import misfits, small_targets, small_texts

TEXT_SIZES = (1.0, 1.15, 1.3, 1.5, 2.0)
WINDOWS = ((960, 540), (1280, 720), (1366, 768), (1920, 1080), (2560, 1440), (1000, 1400))


class PseudoGallery(Gallery):
    """The gallery in a language with longer words."""

    def build(self) -> Widget:
        """As usual, every text lengthened and accented."""
        return lengthened(super().build())


class PseudoControls(Controls):
    """The controls in a language with longer words."""

    def build(self) -> Widget:
        """As usual, every text lengthened and accented."""
        return lengthened(super().build())


def lengthened(tree: Widget) -> Widget:
    """Every text of a tree made longer, as translation does."""
    for widget in tree.everything():
        text = getattr(widget, "text", None)
        if isinstance(text, str) and text:
            widget.__dict__["text"] = pseudo(text)
    return tree


@pytest.mark.window
@pytest.mark.parametrize("text_size", TEXT_SIZES)
@pytest.mark.parametrize("screen", [Gallery, Controls, PseudoGallery, PseudoControls])
def test_everything_fits_at_every_text_size(
    launch: Launch, screen: type[Gallery] | type[Controls], text_size: float
) -> None:
    pilot = launch(screen(), settings=Settings(text_size=text_size))
    assert misfits(pilot) == []


@pytest.mark.window
@pytest.mark.parametrize("size", WINDOWS)
def test_everything_fits_in_every_window(launch: Launch, size: tuple[int, int]) -> None:
    pilot = launch(PseudoGallery(), size=size, settings=Settings(text_size=1.3))
    assert pilot.app.size == size
    assert misfits(pilot) == []


@pytest.mark.window
@pytest.mark.parametrize("interface_size", [0.75, 1.0, 1.5, 2.5])
def test_everything_fits_at_every_interface_size(launch: Launch, interface_size: float) -> None:
    pilot = launch(Controls(), settings=Settings(interface_size=interface_size))
    assert misfits(pilot) == []


@pytest.mark.window
def test_the_check_notices_a_text_that_does_not_fit(launch: Launch) -> None:
    pilot = launch(Gallery())
    free = pilot.find("free")
    free.rect.width //= 3
    assert any("leaves" in one for one in misfits(pilot))


@pytest.mark.window
@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_a_dialog_fits_and_scrolls_where_it_must(launch: Launch, text_size: float) -> None:
    screen = Controls()
    pilot = launch(screen, size=(960, 540), settings=Settings(text_size=text_size))
    screen.ask()
    pilot.frame()
    assert misfits(pilot) == []
    for _ in range(3):
        pilot.press("tab")
        focus = pilot.app.scene.focus
        assert focus is not None
        assert pilot.app.screen.scene.size[1] >= focus.rect.bottom >= focus.rect.top >= 0


@pytest.mark.window
@pytest.mark.parametrize("screen", [Gallery, Controls])
def test_targets_can_be_hit_and_texts_can_be_read(
    launch: Launch, screen: type[Gallery] | type[Controls]
) -> None:
    pilot = launch(screen())
    assert small_targets(pilot) == []
    assert small_texts(pilot) == []


@pytest.mark.window
def test_a_window_may_change_its_size_at_any_time(launch: Launch) -> None:
    pilot = launch(Gallery())
    for size in (*WINDOWS, (960, 540)):
        pilot.resize(*size)
        assert pilot.app.size == size
        assert pilot.app.scene.root.rect.size == size


@pytest.mark.window
def test_what_is_drawn_after_resizing_is_what_a_new_window_of_that_size_draws(
    launch: Launch,
) -> None:
    grown = launch(Gallery(), size=(1280, 720), settings=Settings(reduced_motion=True))
    grown.resize(1920, 1080)
    there = launch(Gallery(), size=(1920, 1080), settings=Settings(reduced_motion=True))
    assert grown.pixels() == there.pixels()


@pytest.mark.window
def test_keys_change_the_interface_size_and_it_is_kept(launch: Launch) -> None:
    pilot = launch(Gallery())
    before = pilot.find("start").rect.height
    pilot.press("ctrl+=", "ctrl+=")
    assert pilot.find("start").rect.height > before
    assert pilot.app.settings.interface_size == 1.25
    assert '"interface_size": 1.25' in pilot.app.settings_path.read_text(encoding="utf-8")
    pilot.press("ctrl+-", "ctrl+-")
    assert pilot.find("start").rect.height == before


@pytest.mark.parametrize("size", [(960, 540), (1500, 600)])
def test_each_option_of_a_dialog_can_be_clicked_however_large_all_is_and_small_the_window(
    launch: Launch, size: tuple[int, int]
) -> None:
    pilot = launch(Gallery(), size=size, settings=Settings(interface_size=2.5, text_size=2.0))
    chosen: list[int] = []
    labels = ("Find out: an hour a week from posts to listening", "Ask at the counter", "Later")
    options = [Option(label, note="those who asked will see it") for label in labels]
    pilot.app.open(
        Dialog("Somebody orders a flat white", Choices(options, chosen.append, id="one"))
    )
    pilot.frame()
    dialog = pilot.app.scene.top
    assert isinstance(dialog, Dialog)
    assert dialog.sheet.children[1].rect.bottom <= dialog.sheet.rect.bottom <= size[1]
    for number in (1, 2, 3):
        pilot.click(f"one.{number}")
    assert chosen == [0, 1, 2]

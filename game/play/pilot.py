"""A pilot: drives the real application without a person, by posted keys and mouse, in its own time.

For tests of the screens and for demonstrations; what it drives is in `window.py`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pygame

from game.authoring.words import Words
from game.play.clock import VirtualClock
from game.play.kit.keys import press_of
from game.play.kit.painter import Drawn
from game.play.kit.panels import Scroll
from game.play.kit.settings import Settings
from game.play.kit.widget import Widget
from game.play.screen import Screen
from game.play.window import USUAL_SIZE, Application

FRAME = 1 / 60


class Pilot:
    """Presses, clicks, looks and listens; counts its inputs and the words shown since launch."""

    def __init__(
        self, application: Application, clock: VirtualClock, pictures: Path | None = None
    ) -> None:
        self.app = application
        self.clock = clock
        self.pictures = pictures
        self.inputs = 0
        self.read: dict[tuple[str, str], None] = {}

    # --- doing --------------------------------------------------------------------------------

    def frame(self, count: int = 1, seconds: float = FRAME) -> None:
        """Let frames pass, each some seconds of the pilot's time."""
        for _ in range(count):
            if not self.app.is_running:
                return
            self.clock.advance(seconds)
            self.app.frame()
            self._read(self.app.drawn)

    def wait(self, seconds: float) -> None:
        """Let time pass, frame by frame."""
        self.frame(max(1, round(seconds / FRAME)))

    def press(self, *names: str) -> None:
        """Press keys by their names, one after another: `press("tab", "ctrl+z", "return")`."""
        for name in names:
            key, held = press_of(name)
            for kind in (pygame.KEYDOWN, pygame.KEYUP):
                pygame.event.post(pygame.Event(kind, key=key, mod=held, unicode="", scancode=0))
            self.inputs += 1
            self.frame()

    def type(self, text: str) -> None:
        """Type a text into the field that has the focus; counted as one input."""
        pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=text))
        self.inputs += 1
        self.frame()

    def move(self, widget_id: str) -> None:
        """Move the mouse over a widget."""
        self._mouse(pygame.MOUSEMOTION, self._visible(widget_id).center)
        self.frame()

    def click(self, widget_id: str) -> None:
        """Click on a widget, wherever it stands; one that is scrolled away is scrolled to first."""
        where = self._visible(widget_id).center
        self._mouse(pygame.MOUSEMOTION, where)
        self.frame()
        self._mouse(pygame.MOUSEBUTTONDOWN, where)
        self._mouse(pygame.MOUSEBUTTONUP, where)
        self.inputs += 1
        self.frame()

    def resize(self, width: int, height: int) -> None:
        """Make the window another size, in pixels."""
        self.app.window.size = (width, height)
        self.frame(2)

    def close_window(self) -> None:
        """Close the window as a person does by its cross."""
        pygame.event.post(pygame.Event(pygame.QUIT))
        self.frame()

    # --- looking and listening ----------------------------------------------------------------

    def find(self, widget_id: str) -> Widget:
        """The shown widget of that id; `LookupError` where there is none."""
        return self.app.scene.find(widget_id)

    def shows(self, widget_id: str) -> bool:
        """Whether a widget of that id is shown now."""
        try:
            return bool(self.find(widget_id))
        except LookupError:
            return False

    @property
    def focus(self) -> str:
        """The id of what has the focus, or nothing."""
        return self.app.scene.focus.id if self.app.scene.focus else ""

    @property
    def spoken(self) -> list[str]:
        """Everything said since the launch."""
        return self.app.spoken

    @property
    def screen(self) -> str:
        """The name of the screen on top."""
        return self.app.screen.name

    @property
    def words_read(self) -> int:
        """How many words have been visible since the launch; a text seen twice counts once.

        A word has a letter: the numbers of a scale and a dot between two words are not read as words.
        """
        return sum(_is_word(token) for _, text in self.read for token in text.split())

    def texts(self) -> list[Drawn]:
        """Every text visible now, after drawing everything again."""
        self.app.scene.damage_all()
        self.app.frame()
        self._read(self.app.drawn)
        return self.app.drawn

    def picture(self, name: str) -> Path:
        """Save what the window shows now as `name.png` in the pictures' folder."""
        assert self.pictures is not None, "a pilot needs a folder to put pictures into"
        self.pictures.mkdir(parents=True, exist_ok=True)
        path = self.pictures / f"{name}.png"
        pygame.image.save(self.app.window.get_surface(), path)
        return path

    def pixels(self) -> str:
        """What the window shows now, as a digest: to see whether anything changed."""
        return sha256(pygame.image.tobytes(self.app.window.get_surface(), "RGB")).hexdigest()

    # --- inside -------------------------------------------------------------------------------

    def _read(self, drawn: list[Drawn]) -> None:
        for one in drawn:
            if one.rect.colliderect(one.clip):
                self.read[self.screen if self.app.screens else "", one.text] = None

    def _visible(self, widget_id: str) -> pygame.Rect:
        widget = self.find(widget_id)
        self.app.scene.reveal(widget)
        seen = widget.rect
        for one in widget.above():
            if isinstance(one, Scroll):
                seen = seen.clip(one.rect)
        return seen if seen.w and seen.h else widget.rect

    def _mouse(self, kind: int, where: tuple[int, int]) -> None:
        extra = (
            {"rel": (0, 0), "buttons": (0, 0, 0)} if kind == pygame.MOUSEMOTION else {"button": 1}
        )
        pygame.event.post(pygame.Event(kind, pos=where, touch=False, **extra))


@contextmanager
def piloted(
    first: Screen,
    *,
    home: Path,
    size: tuple[int, int] = USUAL_SIZE,
    settings: Settings | None = None,
    words: Words | None = None,
    pictures: Path | None = None,
) -> Iterator[Pilot]:
    """The application with a first screen and a pilot aboard, on SDL's dummy driver.

    `home` is the folder its settings file goes to. The environment is as before afterwards.
    """
    with _dummy_drivers():
        clock = VirtualClock()
        application = Application(
            settings=settings,
            settings_path=home / "settings.json",
            words=words,
            clock=clock,
            size=size,
        )
        pilot = Pilot(application, clock, pictures)
        try:
            application.start(first)
            pilot.frame()
            yield pilot
        finally:
            application.end()


@contextmanager
def _dummy_drivers() -> Iterator[None]:
    names = ("SDL_VIDEODRIVER", "SDL_AUDIODRIVER")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, "dummy"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _is_word(token: str) -> bool:
    return any(letter.isalpha() for letter in token)

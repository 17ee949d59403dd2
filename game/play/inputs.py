"""What happens to the window: keys, writing, the mouse, another size; and what each of it comes to.

The window itself is `window.py`; which key calls which action, `kit/keys.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.play.kit.keys import HELD_ALONE, Action, chord
from game.play.kit.settings import INTERFACE_SIZES

if TYPE_CHECKING:
    from game.play.window import Application

REPEAT = (400, 40)
"""Milliseconds until a held key repeats, and between repeats; only while writing."""


class Inputs:
    """Hands on what the system reports: to a field that is written in, to the scene, or to the application."""

    def __init__(self, application: Application) -> None:
        self.app = application
        self._is_writing = False
        self._catcher: Callable[[str], None] | None = None

    def catch_key(self, caught: Callable[[str], None]) -> None:
        """Give the name of the next key pressed to someone, instead of doing what it calls.

        For choosing keys; Escape gives an empty name and changes nothing.
        """
        self._catcher = caught

    def take(self, event: pygame.Event) -> None:
        """Let one thing that the system reports have its effect."""
        match event.type:
            case pygame.QUIT | pygame.WINDOWCLOSE:
                self.app.close()
            case pygame.WINDOWSIZECHANGED | pygame.WINDOWRESIZED:
                self.app.resized()
            case pygame.WINDOWEXPOSED | pygame.WINDOWSHOWN | pygame.WINDOWRESTORED:
                self.app.scene.damage_all()
            case pygame.WINDOWFOCUSGAINED | pygame.WINDOWFOCUSLOST if self.app.reader is not None:
                self.app.reader.focused(event.type == pygame.WINDOWFOCUSGAINED)
            case pygame.KEYDOWN:
                self._key(event)
            case pygame.TEXTINPUT:
                if self.app.scene.writing is not None:
                    self.app.scene.writing.type(event.text)
            case pygame.TEXTEDITING:
                if self.app.scene.writing is not None:
                    self.app.scene.writing.compose(event.text)
            case pygame.MOUSEMOTION | pygame.MOUSEBUTTONDOWN | pygame.MOUSEBUTTONUP:
                self._mouse(event)
            case pygame.MOUSEWHEEL:
                self.app.scene.wheel(self._pixels(pygame.mouse.get_pos()), event.precise_y)

    def _key(self, event: pygame.Event) -> None:
        name = chord(event)
        if self._catcher is not None:
            self._catch(event, name)
            return
        writing = self.app.scene.writing
        if writing is not None and _is_typing(name, writing.composing):
            if name == "ctrl+v":
                writing.type(pygame.scrap.get_text())
            elif not writing.composing:
                writing.edit(name)
            return
        action = self.app.settings.key_table.action(name)
        if action is None or self._act(action) or self.app.scene.act(action):
            return
        if action is Action.REPEAT and self.app.spoken:
            self.app.say(self.app.spoken[-1])

    def _catch(self, event: pygame.Event, name: str) -> None:
        if pygame.key.name(event.key) not in HELD_ALONE and self._catcher is not None:
            caught, self._catcher = self._catcher, None
            caught("" if name == "escape" else name)

    def _act(self, action: Action) -> bool:
        """The few actions that are the window's own."""
        match action:
            case Action.BIGGER | Action.SMALLER:
                size = _next_size(
                    self.app.settings.interface_size, 1 if action is Action.BIGGER else -1
                )
                self.app.change_settings(
                    self.app.settings.model_copy(update={"interface_size": size})
                )
            case Action.FULL_SCREEN:
                full = not self.app.settings.full_screen
                self.app.change_settings(self.app.settings.model_copy(update={"full_screen": full}))
            case Action.SPEAK:
                speech = not self.app.settings.speech
                self.app.change_settings(self.app.settings.model_copy(update={"speech": speech}))
            case _:
                return False
        return True

    def _mouse(self, event: pygame.Event) -> None:
        where = self._pixels(event.pos)
        if event.type == pygame.MOUSEMOTION:
            self.app.scene.point(where, "move")
        elif event.button == 1:
            self.app.scene.point(where, "down" if event.type == pygame.MOUSEBUTTONDOWN else "up")

    def _pixels(self, where: tuple[int, int]) -> tuple[int, int]:
        """A point of the window in pixels: on some displays a point is several."""
        (width, height), (across, down) = self.app.window.size, self.app.size
        return where[0] * across // max(1, width), where[1] * down // max(1, height)

    def listen_to_writing(self) -> None:
        """Tell the input method when writing begins and ends, and where it is done."""
        writing = self.app.scene.writing
        if (writing is not None) != self._is_writing:
            self._is_writing = writing is not None
            if self._is_writing:
                pygame.key.start_text_input()
                pygame.key.set_repeat(*REPEAT)
            else:
                pygame.key.stop_text_input()
                pygame.key.set_repeat()
        if writing is not None:
            pygame.key.set_text_input_rect(writing.rect)


def _is_typing(name: str, composing: str) -> bool:
    """Whether a key belongs to the text being written rather than to the key table."""
    if composing:
        return True
    rest = name.removeprefix("shift+")
    own = {"space", "backspace", "delete", "home", "end", "ctrl+v"}
    return len(rest) == 1 or rest in own or (rest.startswith("[") and rest.endswith("]"))


def _next_size(size: float, by: int) -> float:
    nearest = min(range(len(INTERFACE_SIZES)), key=lambda place: abs(INTERFACE_SIZES[place] - size))
    return INTERFACE_SIZES[max(0, min(nearest + by, len(INTERFACE_SIZES) - 1))]

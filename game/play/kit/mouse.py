"""The mouse on a scene: what it is over, what it holds, and how long it has rested.

What keys do is in `keyboard.py`; who has the focus is kept by the scene (`scene.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from game.play.kit.amounts import Slider
from game.play.kit.panels import Scroll
from game.play.kit.widget import Widget

if TYPE_CHECKING:
    from game.play.kit.scene import Scene

REST = 0.4
"""Seconds that the mouse rests on something before its tooltip appears."""


class Mouse:
    """Where the mouse is and what it does there."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.hover: Widget | None = None
        self.pressed: Widget | None = None
        self._since = 0.0

    @property
    def rested_on(self) -> Widget | None:
        """What the mouse has rested on long enough for a tooltip."""
        return self.hover if self.scene.now - self._since >= REST else None

    def forget(self) -> None:
        """What it was over is gone: the tree has changed. A slider that is being dragged stays in hand."""
        held = self.pressed
        self.hover = self.pressed = None
        if isinstance(held, Slider) and held.id:
            found = (one for one in self.scene.top.walk() if isinstance(one, Slider))
            self.pressed = next((one for one in found if one.id == held.id), None)

    def forget_of(self, gone: Widget) -> None:
        """Something that lay over the tree is gone; what it was over in the tree, or holds there, stays."""
        inside = list(gone.everything())
        if self.hover in inside:
            self.hover = None
        if self.pressed in inside:
            self.pressed = None

    def point(self, where: tuple[int, int], kind: Literal["move", "down", "up"]) -> None:
        """It moved, or its main button was pressed or let go, at a point in pixels."""
        self._over(self.scene.at(where))
        match kind:
            case "move":
                if self.pressed is not None:
                    self.pressed.point(where, "drag")
            case "down":
                self._down(where)
            case "up":
                self._up(where)

    def wheel(self, where: tuple[int, int], notches: float) -> None:
        """The wheel turned: the innermost scroll under it that still moves takes it."""
        inside = [one for one in self.scene.top.walk() if isinstance(one, Scroll)]
        for one in reversed(inside):
            if one.rect.collidepoint(where) and one.wheel(notches):
                self._over(self.scene.at(where))
                return

    def _down(self, where: tuple[int, int]) -> None:
        self.scene.show_focus(False)
        self.scene.note_gone()
        if self.pressed is not None:  # the button was let go outside the window
            self.scene.damage(self.pressed.rect)
        target = self.pressed = self.hover
        if target is None:
            return
        holder = next((one for one in target.above() if one.takes_focus), None)
        if holder is not None:
            self.scene.hand_over(holder)
        target.point(where, "down")
        self.scene.damage(target.rect)

    def _up(self, where: tuple[int, int]) -> None:
        pressed, self.pressed = self.pressed, None
        if pressed is not None:
            self.scene.damage(pressed.rect)
            pressed.point(where, "up")

    def _over(self, widget: Widget | None) -> None:
        if widget is self.hover:
            return
        for one in (self.hover, widget):
            if one is not None:
                self.scene.damage(one.rect)
        self.hover = widget
        self._since = self.scene.now
        self.scene.note_gone(resting_only=True)

"""What is pressed: buttons with words or icons, and switches that are on or off.

One of several is next door in `choices.py`; amounts that go up and down, in `amounts.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Unpack

import pygame

from game.play.kit.keys import CHOOSE, Action
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.theme import SMALLEST_TARGET
from game.play.kit.widget import Extent, Options, Widget

ButtonKind = Literal["primary", "secondary", "ghost"]


class Pressable(Widget):
    """Anything that Enter, Space and a click press; `shortcut` presses it from anywhere.

    The shortcut `Action.PRESS` makes it the default: Enter presses it where the focus needs none.
    """

    role = "button"
    is_focusable = True

    def __init__(
        self,
        *children: Widget,
        on_press: Callable[[], None] | None = None,
        shortcut: Action | None = None,
        sound: str = "press",
        **options: Unpack[Options],
    ) -> None:
        super().__init__(*children, **options)
        self.on_press = on_press
        self.shortcut = shortcut
        self.sound = sound

    def press(self) -> bool:
        """Do it, if it is enabled."""
        if not self.enabled:
            return False
        if self.scene is not None:
            self.scene.play(self.sound)
        if self.on_press is not None:
            self.on_press()
        return True

    def act(self, action: Action) -> bool:
        """Enter and Space press."""
        return action is Action.PRESS and self.press()

    def point(self, where: tuple[int, int], kind: Literal["down", "drag", "up"]) -> bool:
        """Pressed when the mouse is let go on it."""
        if kind == "up" and self.rect.collidepoint(where):
            return self.press()
        return kind == "down" and self.enabled

    def ground_of(self, painter: Painter, usual: str, hovered: str) -> str:
        """Its fill now."""
        return hovered if self.enabled and self in (painter.hover, painter.pressed) else usual


class Button(Pressable):
    """A button with words, an icon or both; its shortcut's key is shown on it when `show_key`."""

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        kind: ButtonKind = "secondary",
        on_press: Callable[[], None] | None = None,
        shortcut: Action | None = None,
        show_key: bool = False,
        selected: bool = False,
        sound: str = "press",
        **options: Unpack[Options],
    ) -> None:
        super().__init__(on_press=on_press, shortcut=shortcut, sound=sound, **options)
        self.text = text
        self.icon = icon
        self.kind = kind
        self.show_key = show_key
        self.selected = selected

    def name(self) -> str:
        """Its words, or its label where it has only an icon."""
        return self.label or self.text

    def set_text(self, text: str) -> None:
        """Show other words."""
        if text != self.text:
            self.text = text
            self.resized()

    def measure_width(self, look: Look) -> Extent:
        """Icon, words and key with a margin; the words may wrap."""
        fixed = self._fixed_width(look)
        if not self.text:
            return Extent(fixed, fixed)
        wish = look.set(self.text, "action", None).width
        least = min(wish, look.longest_word(self.text, "action"))
        return Extent(least + fixed, wish + fixed)

    def measure_height(self, look: Look, width: int) -> Extent:
        """The words' lines and a margin; never less than can be clicked well."""
        inner = max(1, width - self._fixed_width(look))
        text = look.set(self.text or "x", "action", inner if self.text else None).height
        icon = look.text_px(18) if self.icon else 0
        height = max(text, icon) + 2 * look.px(8)
        return Extent(max(height, look.px(SMALLEST_TARGET)), max(height, look.px(34)))

    def baseline(self, look: Look, width: int) -> int:
        """The first line's, about."""
        return look.px(8) + look.ascent("action")

    def paint(self, painter: Painter) -> None:
        """The ground, then icon, words and key in the middle."""
        ink = self._paint_ground(painter)
        look, chip = painter.look, self._chip(painter.look)
        inner = max(1, self.rect.w - self._fixed_width(look))
        prose = look.set(self.text, "action", inner) if self.text else None
        icon = look.text_px(18) if self.icon else 0
        between = look.px(8) if icon and prose else 0
        wide = icon + between + (prose.width if prose else 0)
        last = self.rect.right - (chip + look.px(19) if chip else look.px(8)) - wide
        x = min(self.rect.x + (self.rect.w - wide) // 2, last)
        if icon:
            painter.icon(self.icon, (x + icon / 2, self.rect.centery), icon, ink, 2.2)
        if prose:
            top = self.rect.centery - prose.height // 2
            painter.prose(prose, (x + icon + between, top), prose.width, ink, align="middle")
        if chip:
            self._paint_chip(painter, chip, ink)

    def _paint_ground(self, painter: Painter) -> str:
        pressed = painter.pressed is self
        radius = 12.0
        if not self.enabled:
            if self.kind != "ghost":
                painter.box(self.rect, "fill", radius=radius, border="line")
            return "faint"
        if self.kind == "primary" or self.selected:
            fill = self.ground_of(painter, "primary", "primary_hover")
            painter.box(self.rect, fill, radius=radius, shadow=not pressed and not self.selected)
            return "primary_ink"
        if self.kind == "ghost" and self not in (painter.hover, painter.pressed):
            return "ink"
        border = None if self.kind == "ghost" else "line"
        painter.box(
            self.rect, self.ground_of(painter, "fill", "hover"), radius=radius, border=border
        )
        return "ink"

    def _paint_chip(self, painter: Painter, chip: int, ink: str) -> None:
        look = painter.look
        height = look.set("x", "small", None).line_height + look.px(2)
        rect = pygame.Rect(0, 0, chip, height)
        rect.midright = (self.rect.right - look.px(9), self.rect.centery)
        if ink == "primary_ink":
            painter.box(rect, "primary_hover", radius=6)
        else:
            painter.box(rect, "ground", radius=6, border="line")
        painter.text(self._key(look), rect.center, "small-strong", ink, anchor="middle")

    def _fixed_width(self, look: Look) -> int:
        """Everything but the words."""
        icon = look.text_px(18) if self.icon else 0
        between = look.px(8) if icon and self.text else 0
        chip = self._chip(look)
        margins = 2 * look.px(14 if self.text else 8)
        return margins + icon + between + (chip + look.px(10) if chip else 0)

    def _chip(self, look: Look) -> int:
        key = self._key(look)
        return look.set(key, "small-strong", None).width + 2 * look.px(7) if key else 0

    def _key(self, look: Look) -> str:
        shown = self.show_key or (look.projector and self.shortcut in CHOOSE)
        return look.key_label(self.shortcut) if shown and self.shortcut else ""


class Toggle(Pressable):
    """Something that is on or off: words and a switch whose knob carries a tick when on."""

    role = "switch"
    focus_margin = 7
    focus_radius = 5

    def __init__(
        self,
        text: str,
        on: bool,
        *,
        on_change: Callable[[bool], None] | None = None,
        shortcut: Action | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(shortcut=shortcut, sound="tick", **options)
        self.text = text
        self.on = on
        self.on_change = on_change

    def name(self) -> str:
        """Its words."""
        return self.label or self.text

    def value_text(self) -> str:
        """On or off, in words."""
        return self.scene.words("kit.on" if self.on else "kit.off") if self.scene else str(self.on)

    def press(self) -> bool:
        """Turn it over."""
        if not self.enabled:
            return False
        self.on = not self.on
        self.changed()
        super().press()
        if self.scene is not None:
            self.scene.say(f"{self.name()}, {self.value_text()}")
        if self.on_change is not None:
            self.on_change(self.on)
        return True

    def measure_width(self, look: Look) -> Extent:
        """The words and the switch."""
        wish = look.set(self.text, "label", None).width
        least = min(wish, look.longest_word(self.text, "label"))
        switch = look.text_px(44) + look.px(12)
        return Extent(least + switch, wish + switch)

    def measure_height(self, look: Look, width: int) -> Extent:
        """The words' lines, or the switch."""
        text = look.set(self.text, "label", max(1, width - look.text_px(44) - look.px(12))).height
        height = max(text, look.text_px(24), look.px(SMALLEST_TARGET))
        return Extent(height, height)

    def paint(self, painter: Painter) -> None:
        """The words, then the switch at the right."""
        look = painter.look
        track = pygame.Rect(0, 0, look.text_px(44), look.text_px(24))
        track.midright = self.rect.midright
        width = self.rect.w - track.w - look.px(12)
        prose = look.set(self.text, "label", max(1, width))
        top = self.rect.centery - prose.height // 2
        painter.prose(prose, (self.rect.x, top), width, "ink" if self.enabled else "faint")
        painter.box(track, "trust" if self.on else "well", radius=99, border="soft")
        knob = pygame.Rect(0, 0, track.h - look.px(6), track.h - look.px(6))
        knob.centery = track.centery
        knob.right, left = track.right - look.px(3), track.x + look.px(3)
        knob.x = knob.x if self.on else left
        painter.box(knob, (255, 255, 255), radius=99, border="soft")
        if self.on:
            painter.icon("check", knob.center, round(knob.w * 0.8), "trust", 3)


def IconButton(  # noqa: N802 - made like a widget
    icon: str,
    name: str,
    *,
    on_press: Callable[[], None] | None = None,
    shortcut: Action | None = None,
    kind: ButtonKind = "ghost",
    selected: bool = False,
    **options: Unpack[Options],
) -> Button:
    """A button that shows only an icon; its name is spoken and is its tooltip."""
    options.setdefault("tooltip", name)
    options.setdefault("label", name)
    return Button(
        icon=icon,
        kind=kind,
        on_press=on_press,
        shortcut=shortcut,
        selected=selected,
        **options,
    )

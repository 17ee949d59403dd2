"""The stepper: a lever of the plan, with its name, its beads, and a minus and a plus.

Amounts on a line are next door in `amounts.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Unpack

from game.play.kit.keys import Action
from game.play.kit.labels import Icon, Pips, Text
from game.play.kit.layout import Column, Row
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.theme import SMALLEST_TARGET, Colour
from game.play.kit.widget import Extent, Options, Widget


class StepButton(Widget):
    """The minus or plus of a stepper: for the mouse; the keyboard uses the stepper itself."""

    role = "button"

    def __init__(self, icon: str, step: Callable[[], bool], **options: Unpack[Options]) -> None:
        super().__init__(**options)
        self.icon = icon
        self.step = step

    def measure_width(self, look: Look) -> Extent:
        """A square that can be clicked well."""
        return Extent(look.px(SMALLEST_TARGET), look.px(SMALLEST_TARGET))

    def measure_height(self, look: Look, width: int) -> Extent:
        """A square."""
        return self.measure_width(look)

    def paint(self, painter: Painter) -> None:
        """The square and the sign; faint where there is no further step."""
        hovered = self.enabled and self in (painter.hover, painter.pressed)
        painter.box(self.rect, "hover" if hovered else "fill", radius=9, border="line")
        colour = "ink" if self.enabled else "faint"
        painter.icon(self.icon, self.rect.center, painter.look.px(15), colour, 2.6)

    def at(self, where: tuple[int, int]) -> Widget | None:
        """Itself, with a margin that makes it easier to hit."""
        return self if self.rect.inflate(4, 4).collidepoint(where) else None

    def point(self, where: tuple[int, int], kind: Literal["down", "drag", "up"]) -> bool:
        """One step when let go on it."""
        if kind == "up" and self.enabled and self.rect.inflate(4, 4).collidepoint(where):
            return self.step()
        return kind == "down"


class Stepper(Widget):
    """A name, beads, and minus and plus: one lever of the plan. `on_change` gets the new value.

    `may_step` can forbid a step by answering with the reason, which is then spoken and shown as a
    remark; an empty answer allows it. `note` stands under the name in place of beads.
    """

    role = "stepper"
    is_focusable = True
    draws_own_focus = True

    def __init__(
        self,
        text: str,
        value: int,
        *,
        on_change: Callable[[int], None],
        least: int = 0,
        most: int = 6,
        beads: int | None = None,
        icon: str = "",
        colour: str | Colour = "blue",
        note: str = "",
        value_words: Callable[[int], str] = str,
        may_step: Callable[[int], str] | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(**options)
        self.text = text
        self.value = value
        self.least = least
        self.most = most
        self.on_change = on_change
        self.value_words = value_words
        self.may_step = may_step
        self.note = note
        own = self.id or text
        self._minus = StepButton(
            "minus", lambda: self.step(-1), id=f"{own}.less", enabled=value > least
        )
        self._plus = StepButton(
            "plus", lambda: self.step(1), id=f"{own}.more", enabled=value < most
        )
        count = beads if beads is not None else most
        self._pips = Pips(value, count, colour=colour)
        self._words = Text(note or value_words(value), "small", colour="soft")
        under: list[Widget] = [self._pips if count and not note else self._words]
        if note.isspace():
            under = []  # the name itself is the value
        lead: list[Widget] = [Icon(icon, 21, colour="ink" if value else "soft")] if icon else []
        name = Column(Text(text, "label"), *under, gap=3, grow=1)
        self.add(Row(*lead, name, Row(self._minus, self._plus, gap=8), gap=10))

    def name(self) -> str:
        """Its name."""
        return self.label or self.text

    def value_text(self) -> str:
        """The value in words."""
        return self.value_words(self.value)

    def step(self, by: int) -> bool:
        """Go one up or down, unless it ends there or a reason forbids it."""
        wanted = self.value + by
        if not self.enabled or not self.least <= wanted <= self.most:
            return self._refused("")
        reason = self.may_step(wanted) if self.may_step is not None else ""
        if reason:
            return self._refused(reason)
        self._show(wanted)
        if self.scene is not None:
            self.scene.play("tick")
            self.scene.say(f"{self.name()}, {self.value_text()}")
        self.on_change(wanted)
        return True

    def act(self, action: Action) -> bool:
        """Right and + go up, left and - go down."""
        match action:
            case Action.RIGHT | Action.MORE:
                self.step(1)
            case Action.LEFT | Action.LESS:
                self.step(-1)
            case _:
                return False
        return True

    def at(self, where: tuple[int, int]) -> Widget | None:
        """Minus, plus, or the row."""
        for button in (self._minus, self._plus):
            if button.at(where) is not None:
                return button
        return self if self.rect.collidepoint(where) else None

    def point(self, where: tuple[int, int], kind: Literal["down", "drag", "up"]) -> bool:
        """A click on the row only gives it the focus."""
        return kind == "down"

    def measure_width(self, look: Look) -> Extent:
        """The row and a margin."""
        least, wish = self.children[0].widths(look)
        return Extent(least + 2 * look.px(9), wish + 2 * look.px(9))

    def measure_height(self, look: Look, width: int) -> Extent:
        """The row and a margin."""
        wish = self.children[0].heights(look, width - 2 * look.px(9)).wish + 2 * look.px(3)
        return Extent(wish, wish)

    def place(self, look: Look) -> None:
        """The row inside the margin."""
        self.children[0].arrange(look, self.rect.inflate(-2 * look.px(9), -2 * look.px(3)))

    def paint(self, painter: Painter) -> None:
        """A frame when it has the focus."""
        if painter.focus is self:
            width = painter.look.theme.focus_width
            painter.box(self.rect, "highlight", radius=10, border="focus", border_width=width)

    def _show(self, value: int) -> None:
        self.value = value
        self._pips.count = value
        self._minus.enabled = value > self.least
        self._plus.enabled = value < self.most
        if not self.note:
            self._words.set_text(self.value_words(value))
        self.changed()

    def _refused(self, reason: str) -> bool:
        if self.scene is not None:
            self.scene.play("no")
            self.scene.say(reason or f"{self.name()}, {self.value_text()}")
            if reason:
                self.scene.remark(self, reason)
        return False

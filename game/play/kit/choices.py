"""One of several: numbered options, segmented controls, tabs.

Single buttons and switches are next door in `buttons.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Unpack

from game.play.kit.buttons import Button, Pressable
from game.play.kit.keys import CHOOSE
from game.play.kit.labels import Badge, Icon, Text
from game.play.kit.layout import Column, Row
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.widget import Extent, Options, Widget


@dataclass(frozen=True)
class Option:
    """One of several: its words, a remark under them, a remark at the right, an icon."""

    text: str
    note: str = ""
    aside: str = ""
    icon: str = ""
    id: str = ""
    enabled: bool = True
    hint: str = ""


class ChoiceRow(Pressable):
    """One numbered option of a choice list."""

    role = "option"
    draws_own_focus = True

    def __init__(
        self,
        option: Option,
        number: int,
        *,
        selected: bool,
        on_press: Callable[[], None],
        numbered: bool,
        **options: Unpack[Options],
    ) -> None:
        shortcut = CHOOSE[number] if numbered and number < len(CHOOSE) else None
        lead: Widget = Badge(str(number + 1)) if numbered else Icon(option.icon or "chevron-right")
        texts: list[Widget] = [Text(option.text, "lead-strong", linked=False)]
        if option.note:
            texts.append(Text(option.note, "body", colour="soft"))
        parts: list[Widget] = [lead, Column(*texts, gap=1, grow=1)]
        if option.aside:
            parts.append(Text(option.aside, "label", text_align="right", max_width=150))
        super().__init__(
            Row(*parts, gap=14), on_press=on_press, shortcut=shortcut, sound="choose", **options
        )
        self.option = option
        self.selected = selected

    def name(self) -> str:
        """The option's words and remarks."""
        option = self.option
        return ", ".join(part for part in (option.text, option.note, option.aside) if part)

    def value_text(self) -> str:
        """Whether it is the one chosen."""
        return self.scene.words("kit.chosen") if self.selected and self.scene else ""

    def measure_width(self, look: Look) -> Extent:
        """The content and a margin."""
        least, wish = self.children[0].widths(look)
        return Extent(least + 2 * look.px(14), wish + 2 * look.px(14))

    def measure_height(self, look: Look, width: int) -> Extent:
        """The content and a margin."""
        wish = self.children[0].heights(look, width - 2 * look.px(14)).wish + 2 * look.px(9)
        return Extent(wish, wish)

    def place(self, look: Look) -> None:
        """The content inside the margin."""
        self.children[0].arrange(look, self.rect.inflate(-2 * look.px(14), -2 * look.px(9)))

    def paint(self, painter: Painter) -> None:
        """A framed box: the focus and the chosen one stand out by fill and frame, the focus by the thicker one."""
        focused = painter.focus is self
        strong = focused or self.selected
        fill = "highlight" if strong else self.ground_of(painter, "fill", "hover")
        thick = painter.look.theme.focus_width
        width = thick if focused else thick / 2 if strong else 1.0
        painter.box(
            self.rect, fill, radius=12, border="focus" if strong else "line", border_width=width
        )

    def at(self, where: tuple[int, int]) -> Widget | None:
        """All of it is one target."""
        return self if self.rect.collidepoint(where) else None


class Choices(Column):
    """Options one under another, each with its number key; `on_choose` gets the chosen place."""

    role = "choice"

    def __init__(
        self,
        options: Sequence[Option],
        on_choose: Callable[[int], None],
        *,
        selected: int | None = None,
        numbered: bool = True,
        gap: float = 8,
        **named: Unpack[Options],
    ) -> None:
        own = named.get("id", "choices")
        rows = [
            ChoiceRow(
                option,
                place,
                selected=place == selected,
                numbered=numbered,
                on_press=partial(on_choose, place),
                id=option.id or f"{own}.{place + 1}",
                enabled=option.enabled,
                hint=option.hint,
            )
            for place, option in enumerate(options)
        ]
        super().__init__(*rows, gap=gap, **named)


class Segment(Button):
    """One part of a segmented control; left and right arrows move on to its neighbours."""

    role = "radio button"

    def press(self) -> bool:
        """Choose it, and say so."""
        if self.enabled and self.scene is not None:
            self.scene.say(f"{self.name()}, {self.scene.words('kit.chosen')}")
        return super().press()

    def value_text(self) -> str:
        """Whether it is the one chosen."""
        return self.scene.words("kit.chosen") if self.selected and self.scene else ""


class Segmented(Widget):
    """One of a few, side by side; for settings with short names. Also the head of tabs."""

    role = "radio group"

    def __init__(
        self,
        options: Sequence[Option],
        selected: int,
        on_choose: Callable[[int], None],
        **named: Unpack[Options],
    ) -> None:
        own = named.get("id", "segments")
        segments = [
            Segment(
                option.text,
                icon=option.icon,
                kind="ghost",
                selected=place == selected,
                on_press=partial(on_choose, place),
                sound="tick",
                id=option.id or f"{own}.{place + 1}",
                grow=1,
                enabled=option.enabled,
                hint=option.hint or option.note,
                label=option.aside,
            )
            for place, option in enumerate(options)
        ]
        super().__init__(Row(*segments, gap=6, wrap=True, cross="stretch"), **named)
        self.selected = selected

    def measure_width(self, look: Look) -> Extent:
        """The segments and the frame."""
        least, wish = self.children[0].widths(look)
        return Extent(least + 2 * look.px(4), wish + 2 * look.px(4))

    def measure_height(self, look: Look, width: int) -> Extent:
        """The segments and the frame."""
        wish = self.children[0].heights(look, width - 2 * look.px(4)).wish + 2 * look.px(4)
        return Extent(wish, wish)

    def place(self, look: Look) -> None:
        """The segments inside the frame."""
        self.children[0].arrange(look, self.rect.inflate(-2 * look.px(4), -2 * look.px(4)))

    def paint(self, painter: Painter) -> None:
        """The frame."""
        painter.box(self.rect, "fill", radius=15, border="line")


def Tabs(  # noqa: N802 - made like a widget
    tabs: Sequence[tuple[Option, Widget]],
    selected: int,
    on_choose: Callable[[int], None],
    **named: Unpack[Options],
) -> Column:
    """Several pages of which one is shown: a segmented head and the chosen page under it."""
    own = named.get("id", "tabs")
    head = Segmented([option for option, _ in tabs], selected, on_choose, id=f"{own}.head")
    page = tabs[selected][1]
    page.grow = page.grow or 1
    return Column(head, page, gap=12, **named)

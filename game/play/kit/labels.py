"""What is only read: texts, headings, icons, marks of stages, key chips, pips.

What can be pressed is next door in `buttons.py`; amounts that can be changed, in `amounts.py`.
"""

from __future__ import annotations

from typing import Unpack

from game.play.kit.keys import Action
from game.play.kit.look import Look
from game.play.kit.painter import Anchor, Painter
from game.play.kit.prose import plain
from game.play.kit.terms import spots
from game.play.kit.theme import STAGES, Colour, ShapeName, StageName, TypeStyle
from game.play.kit.widget import Extent, Options, Widget


class Text(Widget):
    """Words, broken into lines as the place demands; `rich` reads `**bold**` and `{icon:name}`.

    A name from the type scale or a `TypeStyle` says how it is set. With `wrap=False` it stays on
    one line, and the place must be wide enough. In words that are not the game's own (*linked* is
    False) the game explains the names of its people where *named* says so, and nothing else.
    """

    role = "text"

    def __init__(
        self,
        text: str,
        style: str | TypeStyle = "body",
        *,
        colour: str | Colour = "ink",
        rich: bool = False,
        wrap: bool = True,
        text_align: Anchor = "left",
        linked: bool = True,
        named: bool = False,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(**options)
        self.text = text
        self.style = style
        self.colour = colour
        self.rich = rich
        self.wrap = wrap
        self.text_align: Anchor = text_align
        self.linked = linked
        self.named = named or linked

    def set_text(self, text: str) -> None:
        """Show other words."""
        if text != self.text:
            self.text = text
            self.resized()

    def name(self) -> str:
        """The words."""
        return self.label or plain(self.text, rich=self.rich)

    def spoken(self, role: object = None) -> str:
        """The words alone: a text needs no role."""
        return ", ".join(part for part in (self.name(), self.hint) if part)

    def measure_width(self, look: Look) -> Extent:
        """The longest word at least, all on one line by wish."""
        wish = look.set(self.text, self.style, None, rich=self.rich).width
        if not self.wrap:
            return Extent(wish, wish)
        least = min(wish, look.longest_word(self.text, self.style, rich=self.rich))
        return Extent(least, wish)

    def measure_height(self, look: Look, width: int) -> Extent:
        """As many lines as it takes."""
        height = look.set(self.text, self.style, self._limit(width), rich=self.rich).height
        return Extent(height, height)

    def baseline(self, look: Look, width: int) -> int:
        """The first line's."""
        return look.ascent(self.style)

    def place(self, look: Look) -> None:
        """A spot on each word that can be explained."""
        self.children = []
        said, names_only = plain(self.text, rich=self.rich), not self.linked
        if not self.named or not look.terms.find(said, names_only=names_only):
            return
        prose = look.set(self.text, self.style, self._limit(self.rect.w), rich=self.rich)
        top = self.rect.y + max(0, self.rect.h - prose.height) // 2 * (len(prose.lines) == 1)
        shift = [self._shift(line[-1].x + line[-1].width if line else 0) for line in prose.lines]
        ascent = look.ascent(self.style)
        for spot in spots(look, prose, (self.rect.x, top), shift, ascent, names_only=names_only):
            self.add(spot)
            spot.scene = self.scene

    def _shift(self, wide: float) -> int:
        """How far a line of that width is moved in."""
        left = self.rect.w - round(wide)
        return {"left": 0, "middle": left // 2, "right": left}[self.text_align]

    def paint(self, painter: Painter) -> None:
        """The lines."""
        prose = painter.look.set(self.text, self.style, self._limit(self.rect.w), rich=self.rich)
        top = self.rect.y + max(0, self.rect.h - prose.height) // 2 * (len(prose.lines) == 1)
        painter.prose(
            prose,
            (self.rect.x, top),
            self.rect.w,
            self.colour,
            align=self.text_align,
            rich=self.rich,
        )

    def _limit(self, width: int) -> int | None:
        return width if self.wrap else None


class Heading(Text):
    """The title of a part, in the rounded face."""

    role = "heading"

    def __init__(
        self,
        text: str,
        style: str | TypeStyle = "heading",
        *,
        colour: str | Colour = "ink",
        wrap: bool = True,
        text_align: Anchor = "left",
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            text, style, colour=colour, wrap=wrap, text_align=text_align, linked=False, **options
        )


class Icon(Widget):
    """An icon; silent unless it has a label. With `disc` it stands on a rounded ground."""

    role = "picture"

    def __init__(
        self,
        icon: str,
        size: float = 20,
        *,
        colour: str | Colour = "ink",
        disc: str | Colour | None = None,
        stroke: float = 2,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(**options)
        self.icon = icon
        self.size = size
        self.colour = colour
        self.disc = disc
        self.stroke = stroke

    def measure_width(self, look: Look) -> Extent:
        """Its side; it grows with the text."""
        side = look.text_px(self.size * (1.75 if self.disc else 1))
        return Extent(side, side)

    def measure_height(self, look: Look, width: int) -> Extent:
        """Its side."""
        return self.measure_width(look)

    def paint(self, painter: Painter) -> None:
        """Ground and icon."""
        if self.disc:
            painter.box(self.rect, self.disc, radius=10)
        side = painter.look.text_px(self.size)
        painter.icon(self.icon, self.rect.center, side, self.colour, self.stroke)


class Mark(Widget):
    """A small shape in a colour: what a chart line or somebody's head carries."""

    role = "picture"

    def __init__(
        self, shape: ShapeName, colour: str | Colour, size: float = 15, **options: Unpack[Options]
    ) -> None:
        super().__init__(**options)
        self.shape: ShapeName = shape
        self.colour = colour
        self.size = size

    def measure_width(self, look: Look) -> Extent:
        """Its side; it grows with the text."""
        return Extent(look.text_px(self.size), look.text_px(self.size))

    def measure_height(self, look: Look, width: int) -> Extent:
        """Its side."""
        return self.measure_width(look)

    def paint(self, painter: Painter) -> None:
        """The mark."""
        side = painter.look.text_px(self.size)
        painter.mark(self.shape, self.rect.center, side, self.colour)


class StageMark(Mark):
    """The mark of a rung of the ladder."""

    def __init__(self, stage: StageName, size: float = 15, **options: Unpack[Options]) -> None:
        self.stage = next(one for one in STAGES if one.name == stage)
        super().__init__(self.stage.shape, self.stage.colour, size, **options)


class KeyChip(Widget):
    """The key that calls an action now, as a small cap; nothing where the action has no key."""

    def __init__(self, action: Action, **options: Unpack[Options]) -> None:
        super().__init__(**options)
        self.action = action

    def measure_width(self, look: Look) -> Extent:
        """The key's name and a margin."""
        text = look.key_label(self.action)
        width = look.set(text, "small", None).width + 2 * look.px(7) if text else 0
        return Extent(width, width)

    def measure_height(self, look: Look, width: int) -> Extent:
        """One line and a margin."""
        height = look.set("x", "small", None).line_height + look.px(4)
        return Extent(height, height)

    def baseline(self, look: Look, width: int) -> int:
        """The name's."""
        return look.ascent("small") + look.px(2)

    def paint(self, painter: Painter) -> None:
        """The cap and the name."""
        text = painter.look.key_label(self.action)
        if text:
            painter.box(self.rect, "fill", radius=7, border="line")
            painter.text(text, self.rect.center, "small", "soft", anchor="middle")


class Pips(Widget):
    """A small count out of a few, as filled and empty beads."""

    role = "meter"

    def __init__(
        self, count: int, out_of: int, *, colour: str | Colour = "blue", **options: Unpack[Options]
    ) -> None:
        super().__init__(**options)
        self.count = count
        self.out_of = out_of
        self.colour = colour

    def value_text(self) -> str:
        """The count."""
        return f"{self.count} / {self.out_of}"

    def measure_width(self, look: Look) -> Extent:
        """Room for all beads; they become narrower where there is less."""
        return Extent(self.out_of * look.px(9), self.out_of * look.px(21))

    def measure_height(self, look: Look, width: int) -> Extent:
        """The height of a bead."""
        return Extent(look.px(10), look.px(10))

    def paint(self, painter: Painter) -> None:
        """The beads; an edge round the filled ones tells them apart without colour."""
        pitch = min(painter.look.px(21), self.rect.w // max(1, self.out_of))
        for number in range(self.out_of):
            bead = self.rect.copy()
            bead.x, bead.w = self.rect.x + number * pitch, pitch - max(1, pitch // 5)
            painter.box(bead, self.colour if number < self.count else "well", radius=5)


class Badge(Widget):
    """A short text, mostly a number, on a dark rounded ground."""

    def __init__(self, text: str, **options: Unpack[Options]) -> None:
        super().__init__(**options)
        self.text = text

    def measure_width(self, look: Look) -> Extent:
        """The text and a margin, at least a square."""
        side = self._side(look)
        width = max(side, look.set(self.text, self._style(look), None).width + look.px(14))
        return Extent(width, width)

    def measure_height(self, look: Look, width: int) -> Extent:
        """A square's side."""
        side = self._side(look)
        return Extent(side, side)

    def paint(self, painter: Painter) -> None:
        """The ground and the text."""
        painter.box(self.rect, "ink", radius=8)
        style = self._style(painter.look)
        painter.text(self.text, self.rect.center, style, painter.colour("ground"), anchor="middle")

    def _side(self, look: Look) -> int:
        return look.text_px(38 if look.projector else 30)

    def _style(self, look: Look) -> str:
        """Numbers that a room calls out are larger."""
        return "title" if look.projector else "number"

"""Puts boxes, texts, icons and lines on a surface, inside a clip, and notes every text it draws.

What is drawn where is decided by the widgets; smooth shapes come from `shapes.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pygame

from game.play.kit.prose import ICON_SIZE, Piece, Prose, plain
from game.play.kit.shapes import Sketch
from game.play.kit.theme import INK, WHITE, Colour, ShapeName, ToneName, TypeStyle

if TYPE_CHECKING:
    from game.play.kit.look import Look
    from game.play.kit.widget import Widget

Anchor = Literal["left", "middle", "right"]
Point = tuple[float, float]


@dataclass(frozen=True)
class Drawn:
    """A text that was drawn: its words, where, inside which clip, by whom, how large in pixels."""

    text: str
    rect: pygame.Rect
    clip: pygame.Rect
    owner: Widget | None
    size: float
    ground: Colour
    ink: Colour


class Painter:
    """Draws with one look on one surface."""

    def __init__(self, surface: pygame.Surface, look: Look) -> None:
        self.surface = surface
        self.look = look
        self.now = 0.0
        self.focus: Widget | None = None
        self.hover: Widget | None = None
        self.pressed: Widget | None = None
        self.owner: Widget | None = None
        self.tone: ToneName = "paper"
        self.drawn: list[Drawn] = []

    @property
    def clip(self) -> pygame.Rect:
        """The part of the surface that can be drawn on now."""
        return self.surface.get_clip()

    @contextmanager
    def clipped(self, rect: pygame.Rect) -> Iterator[None]:
        """Draw only inside a rect, within the clip there was."""
        before = self.surface.get_clip()
        self.surface.set_clip(before.clip(rect))
        try:
            yield
        finally:
            self.surface.set_clip(before)

    def colour(self, name: str | Colour) -> Colour:
        """A colour by its role in the tone now drawn in, by its hue, or itself."""
        return self.look.colour(name, self.tone)

    def box(
        self,
        rect: pygame.Rect,
        fill: str | Colour,
        *,
        radius: float = 12,
        border: str | Colour | None = None,
        border_width: float = 1,
        shadow: bool = False,
    ) -> None:
        """A rounded box; radius and border in design units."""
        if not rect.colliderect(self.clip.inflate(*(self.look.px(24),) * 2)):
            return
        round_px = min(self.look.px(radius), rect.w // 2, rect.h // 2)
        if shadow and self.look.theme.shadows:
            self._shadow(rect, round_px)
        elif shadow and border is None:
            border = "line"
        edge = None if border is None else self.colour(border)
        width = 0 if border is None else self.look.px(max(border_width, self.look.theme.border))
        self._rounded(rect, self.colour(fill), round_px, edge, width)

    def fill(self, rect: pygame.Rect, colour: str | Colour) -> None:
        """A plain rectangle."""
        self.surface.fill(self.colour(colour), rect)

    def veil(self, colour: Colour, opacity: int) -> None:
        """Dim everything inside the clip; opacity from 0 to 255."""
        sheet = pygame.Surface(self.clip.size)
        sheet.fill(colour)
        sheet.set_alpha(opacity)
        self.surface.blit(sheet, self.clip)

    def prose(
        self,
        prose: Prose,
        at: tuple[int, int],
        width: int,
        colour: str | Colour = "ink",
        *,
        align: Anchor = "left",
        rich: bool = False,
    ) -> None:
        """A text broken into lines, its top left at `at`, aligned within a width."""
        ink = self.colour(colour)
        for number, line in enumerate(prose.lines):
            if not line:
                continue
            wide = round(line[-1].x + line[-1].width)
            x = at[0] + {"left": 0, "middle": (width - wide) // 2, "right": width - wide}[align]
            y = at[1] + number * prose.line_height
            self._note_line(line, pygame.Rect(x, y, wide, prose.line_height), prose.size, ink, rich)
            for piece in line:
                self._piece(piece, prose, (round(x + piece.x), y), ink)

    def text(
        self,
        text: str,
        at: Point,
        style: str | TypeStyle = "body",
        colour: str | Colour = "ink",
        *,
        anchor: Anchor = "left",
    ) -> pygame.Rect:
        """One line, vertically centred on `at` (pixels); gives back where it stands."""
        prose = self.look.set(text, style, None)
        shift = {"left": 0, "middle": prose.width / 2, "right": prose.width}[anchor]
        corner = (round(at[0] - shift), round(at[1] - prose.line_height / 2))
        self.prose(prose, corner, prose.width, colour)
        return pygame.Rect(corner, (prose.width, prose.line_height))

    def icon(
        self, name: str, middle: Point, pixels: int, colour: str | Colour = "ink", stroke: float = 2
    ) -> None:
        """An icon centred on a point, its side in pixels."""
        image = self.look.drawer.icons.image(name, pixels, self.colour(colour), stroke)
        self.image(image, (round(middle[0] - pixels / 2), round(middle[1] - pixels / 2)))

    def mark(self, shape: ShapeName, middle: Point, pixels: int, colour: str | Colour) -> None:
        """The mark of a stage or of a chart line, centred on a point."""
        image = self.look.drawer.shapes.mark(shape, pixels, self.colour(colour))
        self.image(image, (round(middle[0] - pixels / 2), round(middle[1] - pixels / 2)))

    def sprite(self, key: object, size: tuple[int, int], sketch: Sketch) -> pygame.Surface:
        """An own drawing with smooth edges, kept by its key; size in pixels."""
        return self.look.drawer.shapes.sprite(key, size, sketch)

    def image(self, image: pygame.Surface, at: tuple[int, int]) -> None:
        """A picture with its top left at a point."""
        self.surface.blit(image, at)

    def line(self, points: Sequence[Point], colour: str | Colour, width: float = 1) -> None:
        """Straight lines between points (pixels); width in design units."""
        pixels = self.look.px(width)
        pygame.draw.lines(
            self.surface, self.colour(colour), closed=False, points=points, width=pixels
        )

    def bubble(
        self,
        text: str,
        tip: Point,
        within: pygame.Rect,
        *,
        style: str = "body",
        widest: float = 220,
    ) -> pygame.Rect:
        """A speech bubble whose tail ends at `tip` (pixels), kept inside a rect; its own rect."""
        look = self.look
        prose = look.set(text, style, min(look.text_px(widest), within.w - look.px(34)))
        rect = pygame.Rect(0, 0, prose.width + look.px(26), prose.height + look.px(10))
        rect.midbottom = (round(tip[0]) + look.px(18), round(tip[1]) - look.px(13))
        rect.clamp_ip(within)
        self.box(rect, WHITE, radius=13, border=INK, border_width=1.5)
        foot = max(rect.x + look.px(14), min(round(tip[0]), rect.right - look.px(30)))
        size = (look.px(18), look.px(14))
        self.image(self.sprite("bubble tail", size, _sketch_tail), (foot, rect.bottom - look.px(2)))
        at = (rect.x + look.px(13), rect.y + look.px(5))
        self.prose(prose, at, prose.width, INK)
        return rect

    def ring(
        self, rect: pygame.Rect, colour: str | Colour, *, radius: float = 12, width: float = 2
    ) -> None:
        """A rounded frame with nothing inside; radius and width in design units."""
        round_px = min(self.look.px(radius), rect.w // 2, rect.h // 2)
        wide, ink = min(self.look.px(width), round_px), self.colour(colour)
        corner = self.look.drawer.shapes.ring(round_px, ink, wide)
        for x, left in ((rect.x, 0), (rect.right - round_px, round_px)):
            for y, top in ((rect.y, 0), (rect.bottom - round_px, round_px)):
                self.surface.blit(corner, (x, y), (left, top, round_px, round_px))
        across, down = rect.w - 2 * round_px, rect.h - 2 * round_px
        for y in (rect.y, rect.bottom - wide):
            self.surface.fill(ink, (rect.x + round_px, y, across, wide))
        for x in (rect.x, rect.right - wide):
            self.surface.fill(ink, (x, rect.y + round_px, wide, down))

    def focus_ring(self, rect: pygame.Rect, radius: float) -> None:
        """The ring round what has the focus, in the tone's focus colour."""
        self.ring(rect, "focus", radius=radius, width=self.look.theme.focus_width)

    def _note_line(
        self, line: Sequence[Piece], rect: pygame.Rect, size: float, ink: Colour, rich: bool
    ) -> None:
        words = "".join(piece.text for piece in line)
        if words.strip():
            ground = self.look.theme.tones[self.tone].ground
            self.drawn.append(
                Drawn(plain(words, rich=rich), rect, self.clip, self.owner, size, ground, ink)
            )

    def _piece(self, piece: Piece, prose: Prose, at: tuple[int, int], ink: Colour) -> None:
        x, y = at
        if piece.icon:
            side = round(prose.size * ICON_SIZE)
            self.icon(piece.icon, (x + side / 2, y + prose.line_height / 2), side, ink)
            return
        face = prose.style.face
        image = self.look.line_image(piece.text, face, piece.weight, prose.size, ink)
        self.image(image, (x, y + (prose.line_height - image.get_height()) // 2))

    def _shadow(self, rect: pygame.Rect, radius: int) -> None:
        """Only the rim: what the box itself covers need not be drawn."""
        blur = self.look.px(6)
        place = rect.move(0, self.look.px(2)).inflate(2 * blur, 2 * blur)
        rim = min(2 * blur + radius, place.w // 2, place.h // 2)
        shapes = self.look.drawer.shapes
        corner = shapes.shadow(rim, radius, blur)
        far = corner.get_width() - rim
        for x, left in ((place.x, 0), (place.right - rim, far)):
            for y, top in ((place.y, 0), (place.bottom - rim, far)):
                self.surface.blit(corner, (x, y), (left, top, rim, rim))
        for side in ("top", "bottom", "left", "right"):
            length = (place.w if side in ("top", "bottom") else place.h) - 2 * rim
            if length > 0:
                strip = shapes.shadow_side(rim, radius, blur, side, length)
                x = place.right - rim if side == "right" else place.x
                y = place.bottom - rim if side == "bottom" else place.y
                along = (rim, 0) if side in ("top", "bottom") else (0, rim)
                self.surface.blit(strip, (x + along[0], y + along[1]))

    def _rounded(
        self, rect: pygame.Rect, fill: Colour, radius: int, edge: Colour | None, width: int
    ) -> None:
        if edge is not None and width:
            self._bands(rect, radius, edge)
        self._bands(rect.inflate(-2 * width, -2 * width), max(0, radius - width), fill)
        if radius:
            self._corners(rect, fill, radius, edge, width)

    def _bands(self, rect: pygame.Rect, radius: int, colour: Colour) -> None:
        """A box without its corners, no pixel filled twice."""
        across = rect.w - 2 * radius
        self.surface.fill(colour, (rect.x + radius, rect.y, across, radius))
        self.surface.fill(colour, (rect.x, rect.y + radius, rect.w, rect.h - 2 * radius))
        self.surface.fill(colour, (rect.x + radius, rect.bottom - radius, across, radius))

    def _corners(
        self, rect: pygame.Rect, fill: Colour, radius: int, edge: Colour | None, width: int
    ) -> None:
        disc = self.look.drawer.shapes.corners(radius, fill, edge, width)
        for x, left in ((rect.x, 0), (rect.right - radius, radius)):
            for y, top in ((rect.y, 0), (rect.bottom - radius, radius)):
                self.surface.blit(disc, (x, y), (left, top, radius, radius))


def _sketch_tail(surface: pygame.Surface, fine: float) -> None:
    width, height = surface.get_size()
    line = max(2, round(height / 9))
    pygame.draw.polygon(surface, WHITE, [(0, 0), (width, 0), (width * 0.1, height - line)])
    for start in ((0, 0), (width - line, 0)):
        pygame.draw.line(surface, INK, start, (width * 0.1, height - line), line)

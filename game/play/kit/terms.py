"""Words that can be explained: found in a text, underlined with dots, rested on and opened.

What they mean, and what may be told of it now, is not known here: the scene's lexicon says it (`game/play/help/`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, Unpack

import pygame

from game.play.kit.shelf import Shelf
from game.play.kit.widget import Options, Widget

if TYPE_CHECKING:
    from game.play.kit.look import Look
    from game.play.kit.painter import Painter
    from game.play.kit.prose import Prose


class Lexicon(Protocol):
    """Who knows what words mean."""

    def told(self, term: str) -> str:
        """What may be told of a term now, in a sentence or two."""

    def open(self, term: str, about: pygame.Rect) -> None:
        """Show it, and keep it shown."""

    def explain(self, text: str, words: Sequence[str], about: pygame.Rect) -> bool:
        """Explain what is under the finger: a text of its own, and the terms in it; False where there is nothing."""


class Found(NamedTuple):
    """A term in a text: its id, and from which character to which."""

    term: str
    start: int
    end: int


class Terms:
    """The forms of every term of a language, and where they stand in a text; each term is found once in a text."""

    def __init__(self, forms: Mapping[str, Sequence[str]]) -> None:
        self._terms = {form.casefold(): term for term, some in forms.items() for form in some}
        longest = sorted(self._terms, key=lambda form: (-len(form), form))
        inside = "|".join(map(re.escape, longest))
        self._pattern = (
            re.compile(rf"(?<![\w-])(?:{inside})(?![\w-])", re.IGNORECASE) if longest else None
        )
        self._kept: Shelf[tuple[Found, ...]] = Shelf(4_000)

    def find(self, text: str) -> tuple[Found, ...]:
        """The terms of a text in the order in which they stand there."""
        return self._kept.get(text, lambda: self._find(text))

    def _find(self, text: str) -> tuple[Found, ...]:
        if self._pattern is None:
            return ()
        found: dict[str, Found] = {}
        for match in self._pattern.finditer(text):
            term = self._terms[match.group().casefold()]
            found.setdefault(term, Found(term, match.start(), match.end()))
        return tuple(found.values())


NO_TERMS = Terms({})


class TermSpot(Widget):
    """A term where it stands in a text. The mouse rests on it or opens it; keys reach it by `Action.EXPLAIN`."""

    role = "term"

    def __init__(self, term: str, baseline: int, **options: Unpack[Options]) -> None:
        super().__init__(**options)
        self.term = term
        self.line = baseline

    def paint(self, painter: Painter) -> None:
        """Dots under it; a line while the mouse is over it."""
        look = painter.look
        thick = max(1, look.px(1.3))
        y = self.rect.y + self.line + look.px(2.5)
        if painter.hover is self:
            painter.fill(pygame.Rect(self.rect.x, y, self.rect.w, thick), "accent")
            return
        ink = painter.colour("faint")
        for x in range(self.rect.x, self.rect.right - thick, look.px(4)):
            painter.surface.fill(ink, (x, y, thick + 1, thick))

    def at(self, where: tuple[int, int]) -> Widget | None:
        """Itself, where somebody can say what it means."""
        knows = self.scene is not None and self.scene.lexicon is not None
        return self if knows and self.rect.collidepoint(where) else None

    def told(self) -> str:
        """What it means, as far as that may be told now."""
        lexicon = self.scene.lexicon if self.scene is not None else None
        return lexicon.told(self.term) if lexicon is not None else ""

    def point(self, where: tuple[int, int], kind: Literal["down", "drag", "up"]) -> bool:
        """A click keeps the explanation open."""
        lexicon = self.scene.lexicon if self.scene is not None else None
        if kind == "up" and lexicon is not None and self.rect.collidepoint(where):
            lexicon.open(self.term, self.rect)
        return True


def spots(
    look: Look, prose: Prose, at: tuple[int, int], shift: Sequence[int], ascent: int
) -> list[TermSpot]:
    """A spot on each term of a text that is set: *at* is its top left, *shift* how far each line is moved in."""
    made: list[TermSpot] = []
    seen: set[str] = set()
    fonts, face = look.drawer.fonts, prose.style.face
    for number, line in enumerate(prose.lines):
        for piece in line:
            for found in look.terms.find(piece.text) if piece.text else ():
                if found.term in seen:
                    continue
                seen.add(found.term)
                before = fonts.width(piece.text[: found.start], face, piece.weight, prose.size)
                width = fonts.width(
                    piece.text[found.start : found.end], face, piece.weight, prose.size
                )
                spot = TermSpot(found.term, ascent)
                spot.rect = pygame.Rect(
                    round(at[0] + shift[number] + piece.x + before),
                    at[1] + number * prose.line_height,
                    max(1, round(width)),
                    prose.line_height,
                )
                made.append(spot)
    return made

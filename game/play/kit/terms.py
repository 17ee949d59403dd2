"""Words that can be explained: found in a text, underlined with dots, rested on and opened.

What they mean, and what may be told of it now, is not known here: the scene's lexicon says it (`game/play/help/`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
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
    """The forms of every term of a language, and where they stand in a text; each term is found once in a text.

    *names* are those of the people of a game, by the ids of their terms; they are written as they are.
    """

    def __init__(
        self, forms: Mapping[str, Sequence[str]], names: Mapping[str, str] | None = None
    ) -> None:
        self._names = {name: term for term, name in (names or {}).items() if name}
        self._terms = {form.casefold(): term for term, some in forms.items() for form in some}
        self._name_pattern = _pattern(self._names)
        self._pattern = _pattern(self._terms, re.IGNORECASE)
        self._kept: Shelf[tuple[Found, ...]] = Shelf(4_000)

    def find(self, text: str, *, names_only: bool = False) -> tuple[Found, ...]:
        """The terms of a text in the order in which they stand there; or only the names among them."""
        return self._kept.get((text, names_only), lambda: self._find(text, names_only))

    def _find(self, text: str, names_only: bool) -> tuple[Found, ...]:
        named = [
            Found(self._names[one.group()], one.start(), one.end())
            for one in (self._name_pattern.finditer(text) if self._name_pattern else ())
        ]
        others = [
            Found(self._terms[one.group().casefold()], one.start(), one.end())
            for one in (self._pattern.finditer(text) if self._pattern and not names_only else ())
            if not any(name.start < one.end() and one.start() < name.end for name in named)
        ]
        found: dict[str, Found] = {}
        for one in sorted([*named, *others], key=lambda one: one.start):
            found.setdefault(one.term, one)
        return tuple(found.values())


def _pattern(forms: Iterable[str], flags: int = 0) -> re.Pattern[str] | None:
    """What finds any of these forms as a word of its own, the longest first."""
    longest = sorted(forms, key=lambda form: (-len(form), form))
    inside = "|".join(map(re.escape, longest))
    return re.compile(rf"(?<![\w-])(?:{inside})(?![\w-])", flags) if longest else None


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
    look: Look,
    prose: Prose,
    at: tuple[int, int],
    shift: Sequence[int],
    ascent: int,
    *,
    names_only: bool = False,
) -> list[TermSpot]:
    """A spot on each term of a text that is set: *at* is its top left, *shift* how far each line is moved in."""
    made: list[TermSpot] = []
    seen: set[str] = set()
    fonts, face = look.drawer.fonts, prose.style.face
    for number, line in enumerate(prose.lines):
        for piece in line:
            for found in look.terms.find(piece.text, names_only=names_only):
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

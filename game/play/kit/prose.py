"""A text broken into lines that fit a width: bold runs, icons in the line, hard breaks.

`**so**` is bold and `{icon:heart}` an icon, where a text is declared rich. Setting one line is next
door in `fonts.py`.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from game.play.kit.fonts import FontShelf
from game.play.kit.theme import TypeStyle

BOLD_WEIGHT = 600
ICON_SIZE = 1.15
_MARKS = re.compile(r"(\*\*|\{icon:[a-z0-9-]+\})")
_WORDS = re.compile(r"\n|[^\S\n\u00a0]+|[^\s\u00a0]+(?:\u00a0+[^\s\u00a0]*)*|\u00a0+")


@dataclass(frozen=True)
class Piece:
    """Part of a line in one manner: its words, or the name of an icon; x and width in pixels."""

    text: str
    icon: str
    weight: int
    x: float
    width: float


@dataclass(frozen=True)
class Prose:
    """A text set to a width: its lines from top to bottom, sizes in pixels."""

    lines: tuple[tuple[Piece, ...], ...]
    style: TypeStyle
    size: float
    width: int
    line_height: int

    @property
    def height(self) -> int:
        """All lines together, in pixels."""
        return self.line_height * len(self.lines)


@dataclass(frozen=True)
class _Token:
    text: str
    icon: str
    weight: int

    @property
    def is_space(self) -> bool:
        return not self.icon and self.text.isspace() and "\u00a0" not in self.text


def plain(text: str, *, rich: bool) -> str:
    """The words alone, without marks: what is spoken and searched for."""
    return re.sub(r"\s{2,}", " ", _MARKS.sub("", text)).strip() if rich else text


def tokens(text: str, weight: int, *, rich: bool) -> list[_Token]:
    """The text cut into words, spaces, line ends and icons."""
    found: list[_Token] = []
    current = weight
    for part in _MARKS.split(text) if rich else [text]:
        if rich and part == "**":
            current = weight if current != weight else max(BOLD_WEIGHT, weight)
        elif rich and part.startswith("{icon:"):
            found.append(_Token("", part[6:-1], current))
        else:
            found += [_Token(word, "", current) for word in _WORDS.findall(part)]
    return found


class Setter:
    """Sets texts in one style at one size."""

    def __init__(self, fonts: FontShelf, style: TypeStyle, size: float) -> None:
        self.fonts = fonts
        self.style = style
        self.size = size

    def set(self, text: str, width: int | None, *, rich: bool) -> Prose:
        """Break a text to a width in pixels; None means one line however long."""
        lines: list[list[_Token]] = [[]]
        for token in tokens(text, self.style.weight, rich=rich):
            if token.text == "\n":
                lines.append([])
            else:
                self._put(token, lines, width)
        pieces = tuple(self._pieces(line) for line in lines)
        widest = max((line[-1].x + line[-1].width for line in pieces if line), default=0.0)
        leading = round(self.size * self.style.leading)
        return Prose(pieces, self.style, self.size, math.ceil(widest - 0.01), leading)

    def longest_word(self, text: str, *, rich: bool) -> float:
        """The width of the longest word in pixels: narrower than this, words must be cut."""
        found = tokens(text, self.style.weight, rich=rich)
        return max((self._width([one]) for one in found if not one.is_space), default=0.0)

    def _put(self, token: _Token, lines: list[list[_Token]], width: int | None) -> None:
        line = lines[-1]
        if width is None or token.is_space or self._width([*line, token]) <= width:
            line.append(token)
            return
        if any(not one.is_space for one in line):
            lines.append([])
            self._put(token, lines, width)
            return
        head = self._head(token, width)
        line.append(_Token(token.text[:head], token.icon, token.weight))
        if token.text[head:]:
            lines.append([])
            self._put(_Token(token.text[head:], "", token.weight), lines, width)

    def _head(self, token: _Token, width: int) -> int:
        """How many characters of a word that is too long fit; at least one."""
        count = len(token.text)
        while count > 1 and self._width([_Token(token.text[:count], "", token.weight)]) > width:
            count -= 1
        return max(1, count)

    def _pieces(self, line: list[_Token]) -> tuple[Piece, ...]:
        line = line[:]
        while line and line[-1].is_space:
            line.pop()
        while line and line[0].is_space:
            line.pop(0)
        pieces: list[Piece] = []
        x = 0.0
        for text, icon, weight in _joined(line):
            width = self._one(text, icon, weight)
            pieces.append(Piece(text, icon, weight, x, width))
            x += width
        return tuple(pieces)

    def _width(self, line: list[_Token]) -> float:
        return sum(self._one(*run) for run in _joined(line))

    def _one(self, text: str, icon: str, weight: int) -> float:
        if icon:
            return self.size * (ICON_SIZE + 0.15)
        return self.fonts.width(text, self.style.face, weight, self.size)


def _joined(line: list[_Token]) -> list[tuple[str, str, int]]:
    """Neighbours of one manner as one run, so that kerning and spaces come out right."""
    runs: list[tuple[str, str, int]] = []
    for token in line:
        if runs and not token.icon and not runs[-1][1] and runs[-1][2] == token.weight:
            runs[-1] = (runs[-1][0] + token.text, "", token.weight)
        else:
            runs.append((token.text, token.icon, token.weight))
    return runs

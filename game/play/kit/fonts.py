"""The bundled fonts: setting a line of text evenly, and finding a glyph when a face lacks it.

Text is set at four times its size and scaled down once, which gives even letter spacing; the
image is kept. Breaking a text into lines is next door in `prose.py`.
"""

from __future__ import annotations

from pathlib import Path

import pygame

from game.play.kit.shelf import Shelf
from game.play.kit.theme import Colour, Face

FINE = 4
FILES: dict[tuple[Face, int], str] = {
    ("text", 400): "AtkinsonHyperlegibleNext-Regular.ttf",
    ("text", 500): "AtkinsonHyperlegibleNext-Medium.ttf",
    ("text", 600): "AtkinsonHyperlegibleNext-SemiBold.ttf",
    ("head", 500): "Fredoka-Medium.ttf",
    ("head", 600): "Fredoka-SemiBold.ttf",
}
LAST_RESORT = "DejaVuSans-Subset.ttf"
NOT_A_GLYPH = "\uffff"
REPLACEMENT = "\ufffd"


class FontShelf:
    """Loads the fonts of a folder and sets single lines of text with them."""

    def __init__(self, folder: Path) -> None:
        pygame.font.init()
        self.folder = folder
        self._fonts: Shelf[pygame.font.Font] = Shelf(200)
        self._covers: Shelf[bool] = Shelf(20_000)
        self._own: dict[str, set[str]] = {name: set() for name in FILES.values()}
        """The characters of whole texts that a face has drawn alone: most texts need no look at each of theirs."""
        self._widths: Shelf[float] = Shelf(20_000)
        self.images: Shelf[pygame.Surface] = Shelf(4_000)

    def clear(self) -> None:
        """Forget the pictures, when the interface has become larger or smaller; what was measured holds."""
        self.images.clear()

    def width(self, text: str, face: Face, weight: int, size: float) -> float:
        """How wide a line is, in pixels, at a size in pixels."""
        key = (text, face, weight, size)
        return self._widths.get(key, lambda: self._width(text, face, weight, size))

    def ascent(self, face: Face, weight: int, size: float) -> float:
        """From the top of a line's image to its baseline, in pixels."""
        return self._font(FILES[face, weight], size).get_ascent() / FINE

    def height(self, face: Face, weight: int, size: float) -> float:
        """The height of a line's image in pixels."""
        return self._font(FILES[face, weight], size).get_height() / FINE

    def image(
        self, text: str, face: Face, weight: int, size: float, colour: Colour
    ) -> pygame.Surface:
        """A line of text as a picture with its baseline at `ascent`."""
        key = (text, face, weight, size, colour)
        return self.images.get(key, lambda: self._image(text, face, weight, size, colour))

    def is_covered(self, character: str) -> bool:
        """Whether some bundled face can draw a character (checked by tests over all words)."""
        return character.isspace() or any(
            self._has(name, character) for name in (*FILES.values(), LAST_RESORT)
        )

    def _font(self, name: str, size: float) -> pygame.font.Font:
        pixels = max(1, round(size * FINE))
        return self._fonts.get((name, pixels), lambda: pygame.font.Font(self.folder / name, pixels))

    def _has(self, name: str, character: str) -> bool:
        return self._covers.get((name, character), lambda: self._draws(name, character))

    def _draws(self, name: str, character: str) -> bool:
        # `Font.metrics` answers for glyphs that are not there; the picture of a missing one tells.
        if character in " \u00a0":
            return True
        font = self._font(name, 24 / FINE)
        drawn, missing = (font.render(one, True, "white") for one in (character, NOT_A_GLYPH))
        return pygame.image.tobytes(drawn, "RGBA") != pygame.image.tobytes(missing, "RGBA")

    def _runs(self, text: str, face: Face, weight: int) -> list[tuple[str, str]]:
        """The text in runs, each with the file that can draw it."""
        own = FILES[face, weight]
        if text and self._own[own].issuperset(text):
            return [(text, own)]
        plain = FILES["text", weight]
        runs: list[tuple[str, str]] = []
        for character in text:
            name = next((one for one in (own, plain, LAST_RESORT) if self._has(one, character)), "")
            shown = character if name else REPLACEMENT
            name = name or LAST_RESORT
            if runs and runs[-1][1] == name:
                runs[-1] = (runs[-1][0] + shown, name)
            else:
                runs.append((shown, name))
        if runs == [(text, own)]:
            self._own[own].update(text)
        return runs

    def _width(self, text: str, face: Face, weight: int, size: float) -> float:
        runs = self._runs(text, face, weight)
        return sum(self._font(name, size).size(run)[0] for run, name in runs) / FINE

    def _image(
        self, text: str, face: Face, weight: int, size: float, colour: Colour
    ) -> pygame.Surface:
        base = self._font(FILES[face, weight], size)
        runs = [(run, self._font(name, size)) for run, name in self._runs(text, face, weight)]
        wide = _rounded_up(max(1, sum(font.size(run)[0] for run, font in runs)))
        high = _rounded_up(base.get_height())
        big = pygame.Surface((wide, high), pygame.SRCALPHA)
        big.fill((*colour, 0))
        x = 0
        for run, font in runs:
            drawn = font.render(run, True, colour)
            big.blit(drawn, (x, base.get_ascent() - font.get_ascent()))
            x += font.size(run)[0]
        return pygame.transform.smoothscale(big, (wide // FINE, high // FINE))


def _rounded_up(length: int) -> int:
    # A length that the scale divides: otherwise the glyphs would be stretched by a hair.
    return -(-length // FINE) * FINE

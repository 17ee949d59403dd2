"""The bundled icons: drawn from SVG at the exact size and colour asked for, and kept.

Which icon means what is the screens' affair; own shapes (stages, markers) are in `shapes.py`.
"""

from __future__ import annotations

import io
from pathlib import Path

import pygame

from game.play.kit.shelf import Shelf
from game.play.kit.theme import Colour


class IconShelf:
    """Draws the icons of a folder by name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._texts: Shelf[str] = Shelf(200)
        self.images: Shelf[pygame.Surface] = Shelf(600)

    def clear(self) -> None:
        """Forget every drawn size."""
        self.images.clear()

    def names(self) -> list[str]:
        """The icons there are."""
        return sorted(path.stem for path in self.folder.glob("*.svg"))

    def image(self, name: str, pixels: int, colour: Colour, stroke: float = 2.0) -> pygame.Surface:
        """An icon as a square picture; an unknown name raises `LookupError` naming the folder."""
        key = (name, pixels, colour, stroke)
        return self.images.get(key, lambda: self._draw(name, pixels, colour, stroke))

    def _draw(self, name: str, pixels: int, colour: Colour, stroke: float) -> pygame.Surface:
        text = self._texts.get(name, lambda: self._read(name))
        text = text.replace("currentColor", "#{:02x}{:02x}{:02x}".format(*colour))
        text = text.replace('stroke-width="2"', f'stroke-width="{stroke}"')
        return pygame.image.load_sized_svg(io.BytesIO(text.encode()), (pixels, pixels))

    def _read(self, name: str) -> str:
        path = self.folder / f"{name}.svg"
        if not path.is_file():
            raise LookupError(f"There is no icon {name!r} in {self.folder}; add its SVG there.")
        return path.read_text(encoding="utf-8")

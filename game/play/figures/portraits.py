"""Faces and runners as widgets: beside what somebody says, at the head of a lane.

The drawings are next door in `person.py` and `runner.py`.
"""

from __future__ import annotations

from typing import Unpack

from game.play.figures.person import face_picture
from game.play.figures.runner import runner_picture
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.theme import Colour
from game.play.kit.widget import Extent, Options, Widget


class Portrait(Widget):
    """A square picture whose side grows with the text; silent, since its name stands beside it."""

    role = "picture"

    def __init__(self, size: float, **options: Unpack[Options]) -> None:
        super().__init__(**options)
        self.size = size

    def measure_width(self, look: Look) -> Extent:
        """Its side."""
        return Extent(look.text_px(self.size), look.text_px(self.size))

    def measure_height(self, look: Look, width: int) -> Extent:
        """Its side."""
        return self.measure_width(look)


class Face(Portrait):
    """A person's head and shoulders on a round ground."""

    def __init__(
        self,
        face: int,
        kind: str,
        size: float = 35,
        *,
        disc: Colour = (244, 232, 208),
        **options: Unpack[Options],
    ) -> None:
        super().__init__(size, **options)
        self.face = face
        self.kind = kind
        self.disc = disc

    def paint(self, painter: Painter) -> None:
        """The picture."""
        side = painter.look.text_px(self.size)
        image = face_picture(painter.look, side, self.face, self.kind, self.disc)
        painter.image(image, self.rect.topleft)


class RunnerFigure(Portrait):
    """A hooded runner by number; 0 is the player."""

    def __init__(self, number: int, size: float = 30, **options: Unpack[Options]) -> None:
        super().__init__(size, **options)
        self.number = number

    def paint(self, painter: Painter) -> None:
        """The picture, standing in the middle of its square."""
        side = painter.look.text_px(self.size)
        image = runner_picture(painter.look, side, self.number)
        painter.image(image, (self.rect.centerx - image.get_width() // 2, self.rect.y))

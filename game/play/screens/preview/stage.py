"""A stage: a dialog of the game shown as a part of a screen, as large as in the game.

Dialogs themselves are in `game/play/kit/dialog.py`.
"""

from __future__ import annotations

from typing import Unpack

from game.play.kit.dialog import Dialog
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.widget import Extent, Options, Widget

LEAST_HEIGHT = 300


class Stage(Widget):
    """One dialog in the middle of the place it is given, over its veil."""

    def __init__(self, dialog: Dialog, **options: Unpack[Options]) -> None:
        super().__init__(dialog, **options)
        self.dialog = dialog

    def measure_width(self, look: Look) -> Extent:
        """The dialog's, with the margin that it keeps to the edge of a window."""
        margin = 2 * look.px(20)
        least = self.dialog.sheet.widths(look).least + margin
        return Extent(least, max(least, look.text_px(self.dialog.wide) + margin))

    def measure_height(self, look: Look, width: int) -> Extent:
        """What the sheet wishes; its body scrolls where it gets less, its head and its foot stay."""
        margin = 2 * look.px(20)
        sheet = self.dialog.sheet.heights(look, max(1, width - margin))
        least = max(min(sheet.wish, look.text_px(LEAST_HEIGHT) - margin), sheet.least)
        return Extent(least + margin, sheet.wish + margin)

    def paint_children(self, painter: Painter) -> None:
        """The dialog; its veil ends where the stage does."""
        with painter.clipped(self.rect):
            super().paint_children(painter)

    def at(self, where: tuple[int, int]) -> Widget | None:
        """Beside the stage the rest of the screen is reached as always."""
        return super().at(where) if self.rect.collidepoint(where) else None

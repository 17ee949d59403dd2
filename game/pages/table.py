"""Tables of a page: words to the left, numbers to the right, and shades where a cell holds a share.

Tables for a terminal are in `game/study/table.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.pages.palette import DARK, LIGHT, shade


@dataclass(frozen=True)
class Cell:
    """What stands in a cell; with *part* (0 to 1) it is shaded, with *strong* it stands out."""

    text: str
    part: float | None = None
    strong: bool = False

    @property
    def shades(self) -> str:
        """The colours behind it in the light and in the dark look, as variables of a style; empty for none."""
        if self.part is None:
            return ""
        return f"--light:{shade(self.part, LIGHT)};--dark:{shade(self.part, DARK)}"


@dataclass(frozen=True)
class Table:
    """Rows below titles; the first *words* columns hold words."""

    titles: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    words: int = 1
    note: str = ""
    kind: str = "table"


def table(
    titles: Sequence[str],
    rows: Sequence[Sequence[str | Cell]],
    *,
    words: int = 1,
    note: str = "",
) -> Table:
    """A table of texts and cells. Raises `ValueError` for a row that is not as wide as the titles."""
    made = tuple(tuple(c if isinstance(c, Cell) else Cell(c) for c in row) for row in rows)
    wrong = next((row for row in made if len(row) != len(titles)), None)
    if wrong is not None:
        raise ValueError(f"A row has {len(wrong)} cells below {len(titles)} titles.")
    return Table(tuple(titles), made, words, note)

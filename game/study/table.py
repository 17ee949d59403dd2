"""Columns of text for a terminal: words to the left, numbers to the right.

Tables on pages are drawn by `game/pages`.
"""

from __future__ import annotations

from collections.abc import Sequence

GAP = "  "


def text_table(titles: Sequence[str], rows: Sequence[Sequence[str]], words: int = 1) -> str:
    """*rows* below *titles*, in columns as wide as their widest entry; the first *words* columns hold words."""
    lines = [list(titles), *[list(row) for row in rows]]
    widths = [max(len(line[column]) for line in lines) for column in range(len(titles))]

    def placed(line: list[str]) -> str:
        entries = (
            entry.ljust(width) if column < words else entry.rjust(width)
            for column, (entry, width) in enumerate(zip(line, widths, strict=True))
        )
        return GAP.join(entries).rstrip()

    rule = GAP.join("-" * width for width in widths)
    return "\n".join([placed(lines[0]), rule, *[placed(line) for line in lines[1:]]])

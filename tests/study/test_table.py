"""Columns of text: words to the left, numbers to the right, nothing cut off."""

from __future__ import annotations

from game.study.table import text_table


def test_columns_are_as_wide_as_their_widest_entry() -> None:
    assert text_table(("who", "n"), [("ann", "1,000"), ("b", "2")]).splitlines() == [
        "who      n",
        "---  -----",
        "ann  1,000",
        "b        2",
    ]

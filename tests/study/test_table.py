"""Columns of text: words to the left, numbers to the right, nothing cut off."""

from __future__ import annotations

import pytest

from game.study.table import text_table, whole


def test_columns_are_as_wide_as_their_widest_entry() -> None:
    assert text_table(("who", "n"), [("ann", "1,000"), ("b", "2")]).splitlines() == [
        "who      n",
        "---  -----",
        "ann  1,000",
        "b        2",
    ]


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0"), (3.0, "3"), (3.14, "3.1"), (12345.6, "12,346"), (-2.5, "-2.5")]
)
def test_numbers_are_as_a_person_reads_them(number: float, text: str) -> None:
    assert whole(number) == text

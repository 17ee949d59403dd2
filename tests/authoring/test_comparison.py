"""Comparisons read out of conditions: both ways round, with their places, and whether the line hangs on them."""

from __future__ import annotations

import pytest

from game.authoring.checks.comparison import comparisons
from game.authoring.load import examine_text
from tests.authoring.mistake import SMALL

WHEN = "week >= 6 and followers > 20"


def codes(when: str) -> set[str]:
    """What is said of the small scenario with another condition on its first card."""
    assert WHEN in SMALL
    return {one.code for one in examine_text(SMALL.replace(WHEN, when, 1)).problems}


def test_a_comparison_reads_alike_from_either_side() -> None:
    (one,), (other,) = comparisons("trust >= 30"), comparisons("30 <= trust")
    assert (one.name, one.sign, one.number) == (other.name, other.sign, other.number)
    assert ("trust >= 30"[one.start : one.end], "30 <= trust"[other.start : other.end]) == (
        "30",
        "30",
    )


def test_a_line_hangs_on_what_stands_in_it_with_and_alone() -> None:
    line = "week > 3 and (year == 2 and season < 7) and (voice >= 1 or not claims > 3)"
    assert {one.name: one.needed for one in comparisons(line)} == {
        "week": True, "year": True, "season": True, "voice": False, "claims": False,
    }  # fmt: skip


def test_nothing_is_read_from_what_is_no_condition() -> None:
    for line in (
        "trust >=",
        "trust > 30)",
        "\u00e4 > 3 and trust > 30",
        "trust",
        "trust > liking",
        "",
    ):
        assert not [*comparisons(line)]


@pytest.mark.parametrize(
    "when",
    ["week >= 60 and followers > 3", "(60 < week)", "year == 2.5", "energy > 100 and week > 3", "4000 <= followers"],
)  # fmt: skip
def test_a_line_that_needs_what_never_is_never_holds(when: str) -> None:
    assert "L12" in codes(when)


@pytest.mark.parametrize(
    "when", ["week >= 60 or followers > 3", "not week >= 60", "week <= 60", "energy > 99", "followers != 4000"]
)  # fmt: skip
def test_a_line_that_may_hold_is_let_through(when: str) -> None:
    assert "L12" not in codes(when)


@pytest.mark.parametrize(("seasons", "last"), [(3, 1), (4, 1), (6, 2), (8, 2)])
def test_the_last_year_may_be_a_part_of_one(seasons: int, last: int) -> None:
    longer = SMALL.replace("seasons: 4", f"seasons: {seasons}")
    for year, never in ((last, False), (last + 1, True)):
        found = examine_text(longer.replace(WHEN, f"year == {year}", 1)).problems
        assert ("L12" in {one.code for one in found}) == never


def test_a_number_of_millionths_is_told_by_its_size_and_not_by_a_factor_beside_it() -> None:
    for right in (
        "trust >= 30 * 1000000",
        "liking >= 0.5 * trust",
        "1000000 * trusts < trust",
        "trust > 0",
    ):
        assert "L24" not in codes(right), right
    for wrong in ("trust >= 30", "30 <= trust", "not liking < 0.5", "week > 3 and 5 < trust"):
        assert "L24" in codes(wrong), wrong


def test_a_choice_that_no_card_has_is_told_once() -> None:
    assert codes("chose(screenshot, delet)") == {"E05"}

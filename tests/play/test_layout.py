"""Space is shared out exactly, and nothing is placed by hand."""

from __future__ import annotations

import random
from itertools import pairwise

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as some

from game import paths
from game.authoring.words import load_words
from game.play.kit import (
    Card,
    Column,
    FirstThatFits,
    Grid,
    Look,
    Row,
    Scroll,
    Spacer,
    Text,
    Widget,
)
from game.play.kit.chart import apart, ticks
from game.play.kit.look import Drawer, fitting_factor
from game.play.kit.painter import Painter
from game.play.kit.scene import Scene, merged
from game.play.kit.sharing import Part, share_out
from game.play.kit.widget import Extent

LOOK = Look(Drawer(paths.assets()), load_words("en"))
PARTS = some.lists(
    some.builds(
        lambda least, more, grow, yields: Part(least, least + more, grow, yields),
        some.integers(0, 200),
        some.integers(0, 300),
        some.sampled_from([0, 0, 1, 2.5]),
        some.booleans(),
    ),
    min_size=1,
    max_size=8,
)


class Block(Widget):
    """Something of a given size."""

    def __init__(self, width: int, height: int, grow: float = 0) -> None:
        super().__init__(grow=grow)
        self.size = (width, height)

    def paint(self, painter: Painter) -> None:
        """A colour by its size, so that another one can be told from it."""
        painter.fill(self.rect, (self.size[0] % 256, self.size[1] % 256, 90))

    def measure_width(self, look: Look) -> Extent:
        """Its width."""
        return Extent(self.size[0], self.size[0])

    def measure_height(self, look: Look, width: int) -> Extent:
        """Its height."""
        return Extent(self.size[1], self.size[1])


def arranged(widget: Widget, width: int, height: int) -> Widget:
    """A widget in a place of that size."""
    widget.arrange(LOOK, pygame.Rect(0, 0, width, height))
    return widget


@given(some.integers(0, 2000), PARTS)
def test_shares_respect_the_least_and_never_exceed_the_whole(total: int, parts: list[Part]) -> None:
    sizes = share_out(total, parts)
    assert all(size >= part.least for size, part in zip(sizes, parts, strict=True))
    least = sum(part.least for part in parts)
    if total >= least:
        assert sum(sizes) <= total
        if any(part.grow for part in parts):
            assert sum(sizes) == total
    else:
        assert sum(sizes) == least


@given(some.integers(0, 2000), PARTS)
def test_who_yields_gives_up_room_first(total: int, parts: list[Part]) -> None:
    sizes = share_out(total, parts)
    firm_shrunk = any(
        not part.yields and not part.grow and size < part.wish
        for size, part in zip(sizes, parts, strict=True)
    )
    spare = any(
        part.yields and not part.grow and size > part.least
        for size, part in zip(sizes, parts, strict=True)
    )
    assert not (firm_shrunk and spare)


def test_growth_is_shared_by_weight() -> None:
    assert share_out(400, [Part(0, 0, 1), Part(100, 100, 0), Part(0, 0, 2)]) == [100, 100, 200]
    assert share_out(300, [Part(180, 180, 1), Part(0, 0, 1), Part(0, 0, 1)]) == [180, 60, 60]


def test_a_column_gives_what_is_left_to_those_who_grow() -> None:
    column = Column(Block(10, 20), Block(10, 10, grow=1), Block(10, 30), gap=5)
    arranged(column, 100, 200)
    assert [(one.rect.y, one.rect.h) for one in column.children] == [(0, 20), (25, 140), (170, 30)]


def test_a_row_stands_its_children_in_the_middle_or_on_one_baseline() -> None:
    row = Row(Block(10, 20), Block(10, 40), gap=0)
    arranged(row, 100, 60)
    assert [one.rect.centery for one in row.children] == [30, 30]
    small, large = Text("small", "small"), Text("large", "title")
    line = Row(small, large, cross="baseline")
    arranged(line, 300, 60)
    feet = [one.rect.y + one.baseline(LOOK, 100) for one in (small, large)]
    assert feet[0] == feet[1]


def test_a_wrapping_row_goes_on_to_another_line() -> None:
    row = Row(*[Block(40, 10) for _ in range(4)], gap=10, wrap=True)
    assert row.heights(LOOK, 100).wish == 30
    arranged(row, 100, 30)
    assert [one.rect.topleft for one in row.children] == [(0, 0), (50, 0), (0, 20), (50, 20)]


def test_a_grid_has_fewer_columns_where_they_would_be_too_narrow() -> None:
    grid = Grid(*[Block(80, 10) for _ in range(4)], columns=3, gap=10)
    assert [one.rect.y for one in arranged(grid, 300, 20).children].count(0) == 3
    grid.forget()
    assert [one.rect.y for one in arranged(grid, 200, 30).children].count(0) == 2
    grid.forget()
    assert [one.rect.y for one in arranged(grid, 90, 70).children].count(0) == 1


def test_the_first_that_fits_is_shown() -> None:
    choice = FirstThatFits(Block(200, 10), Block(100, 10), Spacer(0, grow=0))
    for width, shown in ((250, 0), (150, 1), (50, 2)):
        choice.forget()
        arranged(choice, width, 10)
        assert choice.shown() == [choice.children[shown]]


def test_a_scroll_is_as_high_as_its_place_and_gives_its_child_all_it_needs() -> None:
    scroll = Scroll(Column(*[Block(10, 50) for _ in range(10)], gap=0))
    arranged(scroll, 100, 200)
    assert scroll.children[0].rect.h == 500
    assert scroll.surplus == 300
    assert scroll.scroll_to(120)
    assert scroll.children[0].rect.y == -120
    assert not scroll.scroll_to(120)
    low = Scroll(Block(10, 50, grow=1))
    arranged(low, 100, 200)
    assert low.children[0].rect.h == 200


def test_a_card_is_never_wider_than_it_may_be() -> None:
    card = Card(Text("a few words"), max_width=300)
    column = Column(card)
    arranged(column, 1000, 200)
    assert card.rect.w == 300
    assert card.rect.centerx == 500


def test_the_interface_fits_the_window_by_its_narrower_side() -> None:
    assert fitting_factor((1280, 720)) == 1
    assert fitting_factor((1920, 1080)) == 1.5
    assert fitting_factor((960, 1080)) == 0.75
    assert fitting_factor((2560, 720)) == 1


@given(
    some.lists(
        some.builds(
            pygame.Rect,
            some.integers(0, 90),
            some.integers(0, 90),
            some.integers(0, 40),
            some.integers(0, 40),
        ),
        max_size=8,
    )
)
def test_merged_parts_cover_all_and_overlap_nowhere(rects: list[pygame.Rect]) -> None:
    parts = merged(rects)
    assert all(any(part.contains(one) for part in parts) for one in rects if one.w and one.h)
    for number, one in enumerate(parts):
        assert one.collidelist(parts[number + 1 :]) < 0


@given(some.floats(-1000, 1000), some.floats(0.01, 5000), some.integers(1, 10))
def test_marks_of_an_axis_lie_on_it_and_are_few(low: float, span: float, at_most: int) -> None:
    found = ticks(low, low + span, at_most)
    assert len(found) <= at_most + 1
    assert all(low - span * 1e-6 <= one <= low + span * (1 + 1e-6) for one in found)
    assert found == sorted(found)


@given(some.lists(some.floats(0, 300), max_size=6))
def test_names_in_a_chart_do_not_cover_each_other(wished: list[float]) -> None:
    found = apart(sorted(wished), 20, 300)
    assert all(b - a >= 20 - 1e-6 for a, b in pairwise(found))
    assert all(one <= 300 for one in found)


def test_names_stay_where_they_wish_when_there_is_room() -> None:
    assert apart([10, 100], 20, 300) == [10, 100]


@pytest.mark.parametrize("width", [40, 120, 500])
def test_a_text_takes_the_height_of_its_lines(width: int) -> None:
    text = Text("some words that have to be broken into lines when there is little room")
    prose = LOOK.set(text.text, "body", width)
    assert text.heights(LOOK, width).wish == prose.line_height * len(prose.lines)


def grove(luck: random.Random, depth: int) -> tuple[Widget, list[Block]]:
    """A tree of rows, columns, scrolls and choices, with blocks for leaves; and the blocks."""
    if depth == 0 or luck.random() < 0.25:
        block = Block(luck.randrange(20, 260), luck.randrange(10, 120), luck.choice((0, 0, 1)))
        return block, [block]
    trees = [grove(luck, depth - 1) for _ in range(luck.randrange(1, 4))]
    inside = [tree for tree, _ in trees]
    match luck.choice(("row", "wrapped", "column", "column", "scroll", "first that fits", "card")):
        case "row":
            made: Widget = Row(*inside, cross=luck.choice(("center", "stretch")))
        case "wrapped":
            made = Row(*inside, wrap=True)
        case "column":
            made = Column(*inside, grow=luck.choice((0, 1)))
        case "scroll":
            made = Scroll(Column(*inside), grow=1)
        case "card":
            made = Card(Column(*inside))
        case _:
            made = FirstThatFits(*inside)
    return made, [block for _, blocks in trees for block in blocks]


@given(some.integers(0, 10**9), some.integers(0, 300), some.integers(0, 200))
def test_what_is_swapped_stands_as_if_all_had_been_built_with_it(
    seed: int, width: int, height: int
) -> None:
    (tree, blocks), (other, others) = (grove(random.Random(seed), 4) for _ in range(2))
    place = seed % len(blocks)
    scene, seen = Scene(Column(tree), LOOK, (640, 480)), pygame.Surface((640, 480))
    scene.paint(seen)
    scene.swap(blocks[place], Block(width, height))
    parts = scene.paint(seen)

    whole = Column(other)
    Block(width, height).put_in_place_of(others[place])
    afresh, wanted = Scene(whole, LOOK, (640, 480)), pygame.Surface((640, 480))
    afresh.paint(wanted)
    assert [one.rect for one in scene.root.walk()] == [one.rect for one in afresh.root.walk()]
    same = pygame.image.tobytes(seen, "RGB") == pygame.image.tobytes(wanted, "RGB")
    assert same, f"only {parts} was drawn again"


def test_what_stands_as_it_stood_is_not_drawn_again() -> None:
    first, second = Block(40, 30), Block(50, 30)
    scene = Scene(Column(first, Spacer(80), second), LOOK, (640, 480))
    seen = pygame.Surface((640, 480))
    scene.paint(seen)
    scene.swap(first, Block(60, 30))
    (part,) = scene.paint(seen)
    assert not part.colliderect(second.rect)

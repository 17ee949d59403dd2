"""The almanac: every word of the game in a list that can be searched, and beside it what each means.

A single word where it stands is next door in `pin.py`. It lies over whatever is shown, and nothing of that is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.authoring.words import Words
from game.play.kit import (
    Column,
    Dialog,
    Heading,
    Icon,
    Row,
    Scroll,
    Text,
    TextInput,
    Widget,
)
from game.play.kit.buttons import Pressable
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.theme import SMALLEST_TARGET
from game.play.kit.widget import Extent
from game.play.presenters.glossary import Entry

TALL = 340
"""The height of the two halves, in design units."""


class WordRow(Pressable):
    """A word of the list."""

    role = "option"

    def __init__(self, one: Entry, on_press: Callable[[], None]) -> None:
        super().__init__(id=f"almanac.{one.id}", on_press=on_press)
        self.one = one
        self.selected = False

    def name(self) -> str:
        """The word."""
        return self.one.word

    def value_text(self) -> str:
        """Whether it is the one that is open."""
        return self.scene.words("kit.chosen") if self.selected and self.scene else ""

    def measure_width(self, look: Look) -> Extent:
        """The word, a margin and the cloud that may stand behind it."""
        extra = 2 * look.px(12) + look.text_px(26)
        wish = look.set(self.one.word, "label", None).width
        return Extent(look.longest_word(self.one.word, "label") + extra, wish + extra)

    def measure_height(self, look: Look, width: int) -> Extent:
        """Its lines; never less than can be hit."""
        inner = max(1, width - 2 * look.px(12) - look.text_px(26))
        height = look.set(self.one.word, "label", inner).height + look.px(12)
        return Extent(max(height, look.px(SMALLEST_TARGET)), max(height, look.px(SMALLEST_TARGET)))

    def paint(self, painter: Painter) -> None:
        """The word; a ground under the chosen one, a cloud beside what is still covered."""
        look = painter.look
        if self.selected:
            painter.box(self.rect, "highlight", radius=9, border="line")
        elif self in (painter.hover, painter.pressed):
            painter.box(self.rect, "hover", radius=9)
        inner = max(1, self.rect.w - 2 * look.px(12) - look.text_px(26))
        prose = look.set(self.one.word, "label", inner)
        top = self.rect.centery - prose.height // 2
        painter.prose(
            prose, (self.rect.x + look.px(12), top), inner, "soft" if self.one.is_covered else "ink"
        )
        if self.one.is_covered:
            middle = (self.rect.right - look.px(12) - look.text_px(10), self.rect.centery)
            painter.icon("cloud-fog", middle, look.text_px(17), "soft")


class WordList(Column):
    """The words that fit what is searched for."""

    def __init__(self, rows: Sequence[WordRow]) -> None:
        super().__init__(*rows, gap=6)
        self.rows = tuple(rows)
        self.query = ""

    def shown(self) -> list[Widget]:
        """Those that begin with it, or have it anywhere."""
        query = self.query.strip().casefold()
        return [one for one in self.rows if query in one.one.word.casefold()]


class Leaf(Widget):
    """A place whose content changes."""

    def turn(self, content: Widget) -> None:
        """Show something else."""
        self.children = []
        self.add(content)
        for one in content.everything():
            one.scene = self.scene
        self.resized()


class Almanac(Dialog):
    """All words; the first one is open."""

    def __init__(self, entries: Sequence[Entry], words: Words, on_back: Callable[[], None]) -> None:
        self.words = words
        self.rows = {one.id: WordRow(one, partial(self.show, one)) for one in entries}
        self.list = WordList(list(self.rows.values()))
        self.leaf = Leaf(grow=1)
        search = TextInput(
            words("help.search"), on_change=self._search, on_enter=self._first, id="almanac.search"
        )
        left = Column(
            search, Scroll(self.list, grow=1, id="almanac.list"), gap=10, grow=4, min_width=190
        )
        right = Scroll(self.leaf, grow=6, id="almanac.leaf")
        body = Row(left, right, gap=24, cross="stretch", min_height=TALL)
        super().__init__(
            words("help.almanac"), body, icon="book-open", wide=800, on_back=on_back,
            close_label=words("help.close"), id="almanac",
        )  # fmt: skip
        if entries:
            self.show(entries[0], aloud=False)

    def show(self, one: Entry, *, aloud: bool = True) -> None:
        """Open a word's leaf."""
        for id, row in self.rows.items():
            row.selected = id == one.id
        covered = [Text(self.words("help.covered"), colour="soft")] if one.is_covered else []
        mark = Icon("circle-question-mark" if one.is_covered else "book-open", 26, disc="well")
        self.leaf.turn(
            Column(
                Row(mark, Heading(one.word, "title", id="almanac.word", grow=1), gap=14),
                Text(one.text, "lead", id="almanac.text"),
                *covered,
                gap=14,
            )
        )
        self.changed()
        if aloud and self.scene is not None:
            self.scene.say(f"{one.word}. {one.text}")

    def _search(self, query: str) -> None:
        self.list.query = query
        found = self.list.shown()
        if len(found) == 1 and isinstance(found[0], WordRow):
            self.show(found[0].one)
        self.resized()

    def _first(self, _: str) -> None:
        """Enter in the field opens the first word that fits."""
        found = self.list.shown()
        if found and isinstance(found[0], WordRow):
            self.show(found[0].one)

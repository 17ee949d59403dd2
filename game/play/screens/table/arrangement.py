"""How the parts of the table stand: side by side where there is room, else one under another.

What happens at the table, and when, is next door in `screen.py`; what each part looks like, in a file of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from game.play.figures.hall import Setting
from game.play.kit import Column, Panel, Row, Widget
from game.play.presenters.gauges import Trend
from game.play.presenters.people import Voice
from game.play.presenters.room import Room
from game.play.presenters.snapshot import Snapshot
from game.play.screens.table.lanes import race_card
from game.play.screens.table.legend import party_panel
from game.play.screens.table.numbers import numbers_card
from game.play.screens.table.party import setting_of
from game.play.screens.table.top_bar import TimeControl, top_bar
from game.play.screens.table.voices_card import voices_card

if TYPE_CHECKING:
    from game.play.screens.table.screen import TableScreen

MARGIN = 14


@dataclass
class Piece:
    """A part of the table where it stands now: how it is made, *of* what of a snapshot, and what that was.

    *coming* is what will stand there, where it has been made already.
    """

    widget: Widget
    make: Callable[[Snapshot], Widget]
    of: Callable[[Snapshot], object]
    made_of: object
    coming: Widget | None = None


class Arrangement:
    """Builds the tree of a table for what it shows now. *parts* are those of the tree built last, by name."""

    def __init__(self, table: TableScreen) -> None:
        self.table = table
        self.parts: dict[str, Piece] = {}
        self._below: Widget = Column()

    def build(self, shot: Snapshot) -> Widget:
        """The top bar, and the widest arrangement of the rest that fits."""
        self.parts.clear()
        top = self.part("top", shot, self._top, lambda now: (now.moment, now.gauges, now.away))
        for arrange in (self._wide, self._beside_the_race, self._middling, self._narrow):
            self._below = arrange(shot)
            if self._fits(self._below) and self._shows_first(self._below, top):
                break
        self._below.grow = 1
        return Column(top, Panel(self._below, padding=MARGIN, grow=1), gap=0)

    def part(
        self,
        name: str,
        shot: Snapshot,
        make: Callable[[Snapshot], Widget],
        of: Callable[[Snapshot], object],
    ) -> Widget:
        """A part that can be shown anew by itself, where what it is made of has changed."""
        widget = make(shot)
        self.parts[name] = Piece(widget, make, of, of(shot))
        return widget

    def is_stale(self, name: str, shot: Snapshot) -> bool:
        """Whether a part is made of something else by now."""
        return self.parts[name].of(shot) != self.parts[name].made_of

    def prepare(self, name: str, shot: Snapshot) -> None:
        """Make a part that will be shown."""
        self.parts[name].coming = self.parts[name].make(shot)

    def renew(self, name: str, shot: Snapshot) -> bool:
        """Show one part anew; whether there is still room for all."""
        piece = self.parts[name]
        new = piece.coming or piece.make(shot)
        self.table.scene.swap(piece.widget, new)
        self.parts[name] = Piece(new, piece.make, piece.of, piece.of(shot))
        return self._fits(self._below)

    def _fits(self, tree: Widget) -> bool:
        app = self.table.app
        return tree.widths(app.look).least <= app.size[0] - 2 * app.look.px(MARGIN)

    def _shows_first(self, below: Widget, top: Widget) -> bool:
        """Whether what stands above the scrolled part, where there is one, has room in the window."""
        if below.id != "beside":
            return True
        app = self.table.app
        margin = app.look.px(MARGIN)
        bar = top.heights(app.look, app.size[0]).least
        upper = below.children[0].heights(app.look, app.size[0] - 2 * margin).least
        return bar + upper + 2 * margin <= app.size[1]

    def _wide(self, shot: Snapshot) -> Widget:
        """The plan at the left; the party, numbers and voices; the race below them."""
        middle = Row(
            Column(self._party(shot, 1), grow=622, min_width=330),
            Column(self._numbers(shot), self._voices(shot), gap=MARGIN, grow=320, min_width=264),
            gap=MARGIN,
            cross="stretch",
            grow=1,
        )
        return Row(
            Column(self._plan(shot, 1), grow=290, min_width=276),
            Column(middle, self._race(shot), gap=MARGIN, grow=956),
            gap=MARGIN,
            cross="stretch",
        )

    def _beside_the_race(self, shot: Snapshot) -> Widget:
        """The plan beside the party and the race; numbers and voices below them."""
        right = Column(self._party(shot, 1), self._race(shot), gap=MARGIN, grow=3, min_width=330)
        upper = Row(
            Column(self._plan(shot, 1), grow=2, min_width=276),
            right,
            gap=MARGIN,
            cross="stretch",
            grow=1,
        )
        lower = Row(self._numbers(shot, 1), self._voices(shot), gap=MARGIN, cross="stretch")
        return Column(upper, lower, gap=MARGIN, id="beside")

    def _middling(self, shot: Snapshot) -> Widget:
        """Two columns and the race."""
        upper = Row(
            Column(self._plan(shot, 1), grow=2, min_width=276),
            Column(self._party(shot, 1), grow=3, min_width=330),
            gap=MARGIN,
            cross="stretch",
            grow=1,
        )
        lower = Row(self._numbers(shot, 1), self._voices(shot), gap=MARGIN, cross="stretch")
        return Column(upper, lower, self._race(shot), gap=MARGIN)

    def _narrow(self, shot: Snapshot) -> Widget:
        """Everything one under another."""
        return Column(
            self._plan(shot),
            self._party(shot),
            self._numbers(shot),
            self._voices(shot),
            self._race(shot),
            gap=MARGIN,
        )

    def _top(self, shot: Snapshot) -> Widget:
        table = self.table
        speed = table.pace.speed if table.is_running else 0
        urgent = bool(table.game.save_problem)
        time = TimeControl(speed, table.set_speed, self._said(shot), urgent)
        return top_bar(shot, time, table.words, table.menu)

    def _said(self, shot: Snapshot) -> str:
        """What stands beside the buttons of time."""
        table, words = self.table, self.table.words
        if table.game.save_problem:
            return words("table.not_saved", reason=table.game.save_problem)
        if table.planner.is_due:
            return words("table.planning", season=shot.moment.season_name)
        if shot.away:
            return words("table.away")
        if table.planner.pending_at is not None:
            return words("table.corrected")
        return "" if table.is_running else words("table.paused")

    def _plan(self, shot: Snapshot, grow: float = 0) -> Widget:
        return self.part(
            "plan",
            shot,
            partial(self.table.planner.panel, grow=grow),
            lambda now: (now.levers, now.rest, now.coming, now.moves_left, now.purse),
        )

    def _party(self, shot: Snapshot, grow: float = 0) -> Widget:
        return self.part(
            "party",
            shot,
            partial(self._people, grow=grow),
            lambda now: (now.room, self._bubble(now)),
        )

    def _people(self, shot: Snapshot, grow: float) -> Widget:
        """The room with everybody in it; whoever is new comes in now."""
        table, room = self.table, shot.room
        table.let_in(room)
        bubble, setting = self._bubble(shot), self.setting(room)
        return party_panel(room, table.crowd, bubble, table.words, table.meet, setting, grow=grow)

    def _bubble(self, shot: Snapshot) -> Voice | None:
        """Who says something, over their head."""
        lately = [one for one in shot.voices if one.person >= 0 and one.week >= shot.week - 1]
        return lately[self.table.bubble % len(lately)] if lately else None

    def setting(self, room: Room) -> Setting:
        """How the room itself looks."""
        return setting_of(room.daylight, self.table.game.scenario.counter)

    def _numbers(self, shot: Snapshot, grow: float = 0) -> Widget:
        table = self.table

        def card(now: Snapshot) -> Widget:
            return numbers_card(self._trend(now), table.words, table.turn_trend, grow=grow)

        return self.part("numbers", shot, card, self._trend)

    def _trend(self, shot: Snapshot) -> Trend:
        return shot.trends[self.table.trend % len(shot.trends)]

    def _voices(self, shot: Snapshot) -> Widget:
        return self.part(
            "voices",
            shot,
            lambda now: voices_card(now.voices, now.inbox, now.kinds, self.table.words),
            _voiced,
        )

    def _race(self, shot: Snapshot) -> Widget:
        table = self.table
        return self.part(
            "race",
            shot,
            lambda now: race_card(now.race, table.words, table.turn_race),
            lambda now: now.race,
        )


def _voiced(shot: Snapshot) -> object:
    """What people say and wait for, and with which faces: those of who has left the room are others."""
    kinds = shot.kinds
    return shot.voices, shot.inbox, [kinds.get(one.person) for one in shot.voices]

"""How the parts of the table stand: side by side where there is room, else one under another.

What happens at the table, and when, is next door in `screen.py`; what each part looks like, in a file of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.play.kit import Column, Panel, Row, Widget
from game.play.presenters.snapshot import Snapshot
from game.play.screens.table.lanes import race_card
from game.play.screens.table.legend import party_panel
from game.play.screens.table.numbers import numbers_card
from game.play.screens.table.top_bar import TimeControl, top_bar
from game.play.screens.table.voices_card import voices_card

if TYPE_CHECKING:
    from game.play.screens.table.screen import TableScreen

MARGIN = 14


class Arrangement:
    """Builds the tree of a table for what it shows now."""

    def __init__(self, table: TableScreen) -> None:
        self.table = table

    def build(self, shot: Snapshot) -> Widget:
        """The top bar, and the widest arrangement of the rest that fits."""
        app = self.table.app
        room = app.size[0] - 2 * app.look.px(MARGIN)
        arrangements = (self._wide, self._middling, self._narrow)
        trees = (arrange(shot) for arrange in arrangements)
        fitting = next((tree for tree in trees if tree.widths(app.look).least <= room), None)
        below = fitting or self._narrow(shot)
        below.grow = 1
        return Column(self._top(shot), Panel(below, padding=MARGIN, grow=1), gap=0)

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
            Column(self.table.planner.panel(shot, 1), grow=290, min_width=276),
            Column(middle, self._race(shot), gap=MARGIN, grow=956),
            gap=MARGIN,
            cross="stretch",
        )

    def _middling(self, shot: Snapshot) -> Widget:
        """Two columns and the race."""
        upper = Row(
            Column(self.table.planner.panel(shot, 1), grow=2, min_width=276),
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
            self.table.planner.panel(shot),
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

    def _party(self, shot: Snapshot, grow: float = 0) -> Widget:
        table = self.table
        lately = [one for one in shot.voices if one.person >= 0 and one.week >= shot.week - 1]
        bubble = lately[table.bubble % len(lately)] if lately else None
        counter = table.game.scenario.counter
        return party_panel(
            shot.room, table.crowd, bubble, table.words, table.meet, counter, grow=grow
        )

    def _numbers(self, shot: Snapshot, grow: float = 0) -> Widget:
        table = self.table
        trend = shot.trends[table.trend % len(shot.trends)]
        return numbers_card(trend, table.words, table.turn_trend, grow=grow)

    def _voices(self, shot: Snapshot) -> Widget:
        return voices_card(shot.voices, shot.inbox, shot.kinds, self.table.words)

    def _race(self, shot: Snapshot) -> Widget:
        return race_card(shot.race, self.table.words, self.table.turn_race)

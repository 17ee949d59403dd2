"""How a new week comes onto the table: one part after another, a frame each, so that no frame takes long.

What the parts are is `arrangement.py`'s; whatever changes by the player's hand is shown at once, by `screen.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from game.play.figures.hall import hall_picture
from game.play.screens.table.party import Party

if TYPE_CHECKING:
    from game.play.screens.table.screen import TableScreen

ORDER = {
    "party": False, "numbers": True, "foot": False, "voices": True, "race": False, "top": True, "plan": True,
}  # fmt: skip
"""The parts as they come, and whether the guests stand still for that frame, which has enough to do."""


class Renewal:
    """The way from what the table shows to what was seen last."""

    def __init__(self, table: TableScreen) -> None:
        self.table = table
        self._steps: list[Callable[[], bool]] = []

    @property
    def is_under_way(self) -> bool:
        """Whether something that was seen is not shown yet."""
        return bool(self._steps)

    def begin(self) -> None:
        """Show what was seen from the next frame on."""
        parts = [partial(self._renew, name) for name in ORDER]
        self._steps = [self._light_the_room, self._let_in, *parts]

    def end(self) -> None:
        """All is shown: it was built as a whole."""
        self._steps = []

    def step(self) -> None:
        """Take the next step that is any work."""
        while self._steps and not self._steps.pop(0)():
            pass

    def _light_the_room(self) -> bool:
        """Draw the room of the week, which is kept: it is seen with its guests."""
        party = self.table.scene.find("room")
        assert isinstance(party, Party), "the room is the party's"
        setting = self.table.arrangement.setting(self.table.shot.room)
        hall_picture(self.table.app.look, party.rect.size, setting)
        return True

    def _let_in(self) -> bool:
        """Guests set out for where they will stand; what can be pointed at follows them in the next frame."""
        table = self.table
        if not table.arrangement.is_stale("party", table.shot):
            return False
        table.let_in(table.shot.room)
        table.arrangement.prepare("party", table.shot)
        return True

    def _renew(self, name: str) -> bool:
        """Show a part that has changed; all at once where there is no room for it."""
        table = self.table
        if not table.arrangement.is_stale(name, table.shot):
            return False
        if ORDER[name]:
            table.scene.hold()
        if not table.arrangement.renew(name, table.shot):
            table.refresh()
        return True

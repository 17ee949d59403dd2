"""The plan on the desk: a draft with undo and redo, until it is decided or swept away.

What a draft is, and the fewest moves that make it so, is in `game/play/presenters/draft.py`.
"""

from __future__ import annotations

from game.play.presenters.draft import Draft
from game.sim.lever import Care, Lever
from game.sim.plan import Move, Plan


class Desk:
    """One draft and the way that led to it. *payer* is the lever that pays for what is spent beyond the purse."""

    def __init__(self, plan: Plan) -> None:
        self.payer = Lever.SHOP
        self.draft = Draft.of(plan)
        self._before: list[Draft] = []
        self._after: list[Draft] = []

    def lay(self, plan: Plan) -> None:
        """Begin anew from a plan."""
        self.draft = Draft.of(plan)
        self._before, self._after = [], []

    def change(self, draft: Draft) -> None:
        """Go on with another draft; the one before can be had back."""
        if draft != self.draft:
            self._before.append(self.draft)
            self._after = []
            self.draft = draft

    def undo(self) -> bool:
        """Go a step back; False where there is none."""
        if not self._before:
            return False
        self._after.append(self.draft)
        self.draft = self._before.pop()
        return True

    def redo(self) -> bool:
        """Take a step back again; False where there is none."""
        if not self._after:
            return False
        self._before.append(self.draft)
        self.draft = self._after.pop()
        return True

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return bool(self._after)

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves that the draft takes."""
        return self.draft.moves()

    def set_hours(self, lever: Lever, count: int) -> None:
        """Another number of half-hours for a lever."""
        payer = Lever.SHOP if lever is Lever.REST else self.payer
        self.change(self.draft.with_hours(lever, count, payer))

    def set_care(self, lever: Lever, care: Care) -> None:
        """Another care for a lever."""
        self.change(self.draft.with_care(lever, care))

    def set_payer(self, payer: Lever) -> None:
        """Let the shop floor or rest pay for what is spent beyond the purse."""
        self.payer = payer
        self.change(self.draft.with_payer(payer))

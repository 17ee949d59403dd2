"""Replies: how a request is answered without a person: as in the past, by a fork, a record, a strategy, or by default.

Whether a decision answers its request, and what it does then, is in `answering.py`; the run that asks is in `run.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from game.sim.answering import check
from game.sim.decision import Decision, Request
from game.sim.history import History, HistoryError
from game.sim.planning import legal_part
from game.sim.strategy import Strategy

if TYPE_CHECKING:
    from game.sim.world import World


class Reply(NamedTuple):
    """A decision, and *by* whom it was made."""

    decision: Decision
    by: str


class Replies:
    """What is known of the answers before anybody is asked.

    The first requests are answered from *past*. After them, the recorded answers of those whom the run *follows* hold
    as far as they still fit; *clipped* counts those that did so only in part.
    """

    def __init__(self, past: History, follows: Iterable[str]) -> None:
        self.past = past
        self.clipped = 0
        self._follows = frozenset(follows)
        self._recorded = {entry.request: entry for entry in past.entries}
        self._imposed: dict[str, Decision] = {}
        self._prepared: dict[str, Decision] = {}

    def impose(self, request: str, decision: Decision) -> None:
        """Let *decision* answer *request* when it arises, whoever would be asked."""
        self._imposed[request] = decision

    def prepare(self, request: str, decision: Decision) -> None:
        """Keep what a person has already said to *request*, which is still to arise."""
        self._prepared[request] = decision

    def reply(
        self,
        world: World,
        request: Request,
        *,
        answered: int,
        is_person: bool,
        strategy: Strategy | None,
    ) -> Reply | None:
        """The reply to *request*, before which so many were *answered*; None where a person has to be asked."""
        prepared = self._prepared.pop(request.id, None)
        if answered < self.past.answered:
            return self._as_recorded(world, request)
        if request.id in self._imposed:
            imposed = self._imposed.pop(request.id)
            check(world, request, imposed)
            return Reply(imposed, "fork")
        recorded = self._recorded.get(request.id)
        if recorded is not None and request.runner in self._follows:
            return Reply(self._fitting(world, request, recorded.decision), recorded.by)
        if prepared is not None:
            return Reply(self._fitting(world, request, prepared), "person")
        if is_person and request.runner not in self._follows:
            return Reply(request.default, "default") if _is_silent(request) else None
        if strategy is None or request.runner in self._follows:
            return Reply(request.default, "default")
        decision = strategy.decide(request)
        check(world, request, decision)
        return Reply(decision, strategy.name)

    def _as_recorded(self, world: World, request: Request) -> Reply:
        recorded = self._recorded.get(request.id)
        if recorded is None:
            return Reply(request.default, "default")
        try:
            check(world, request, recorded.decision)
        except ValueError as error:
            raise HistoryError(f"{request.id}: {error}") from error
        return Reply(recorded.decision, recorded.by)

    def _fitting(self, world: World, request: Request, decision: Decision) -> Decision:
        """A decision made beforehand, as far as it is still legal."""
        if request.kind in ("plan", "week"):
            moves = legal_part(world, world.state_of(request.runner), decision.moves)
            self.clipped += int(len(moves) < len(decision.moves))
            return Decision(moves=moves)
        if decision.option in [option.id for option in request.options]:
            return decision
        self.clipped += 1
        return request.default


def _is_silent(request: Request) -> bool:
    """People are not asked every Monday whether to go on; they correct when they want to."""
    return request.kind == "week" and not request.name.startswith("day-")

"""Answering: a decision is checked against its request and carried out. Nothing changes if it is refused.

Who answers where no person is asked is in `replies.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.card import answer_card
from game.sim.decision import Decision, Request
from game.sim.insight import answer_light
from game.sim.planning import adopt, check_moves
from game.sim.season import answer_goals, answer_review

if TYPE_CHECKING:
    from game.sim.world import World


def check(world: World, request: Request, decision: Decision) -> None:
    """Raise `IllegalMove` or `ValueError` where *decision* does not answer *request*."""
    if request.kind in ("plan", "week"):
        check_moves(world, world.state_of(request.runner), decision.moves)
    else:
        request.option(decision.option or "")


def carry_out(world: World, request: Request, decision: Decision) -> None:
    """Let *decision* take effect."""
    state = world.state_of(request.runner)
    match request.kind:
        case "plan" | "week":
            adopt(world, state, decision.moves)
        case "card":
            answer_card(world, state, request, decision)
        case "light":
            answer_light(world, state, request, decision)
        case "review":
            answer_review(world, state, decision)
        case "goals":
            answer_goals(world, state, decision)

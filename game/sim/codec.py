"""Decisions and plans as plain JSON values and back; every move has one shape. Used by run files, forms and rules.

The lines of a run file that they stand in are in `saving.py` and `runline.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.sim.decision import Decision
from game.sim.lever import Care, Lever
from game.sim.plan import (
    Automation,
    HalfHours,
    JoinPlace,
    LeavePlace,
    Move,
    Plan,
    SetAutomation,
    SetCare,
    SetClaims,
    SetDelegate,
    SetOrders,
    SetShares,
    SetVoice,
    StandingOrder,
)

Json = dict[str, Any]


def move_to_json(move: Move) -> Json:
    """*move* as a JSON object with the key `move` naming its kind."""
    match move:
        case HalfHours(source, target, count):
            return {
                "move": "half_hours",
                "from": source.value,
                "to": target.value,
                "half_hours": count,
            }
        case SetCare(care):
            return {"move": "care", "care": {lever.value: one.value for lever, one in care}}
        case SetVoice(voice):
            return {"move": "voice", "voice": voice}
        case SetClaims(claims):
            return {"move": "claims", "claims": claims}
        case SetAutomation(automation):
            return {"move": "automation", "automation": automation.value}
        case SetDelegate(who, expectations):
            return {"move": "delegate", "who": who, "expectations": expectations}
        case SetShares(shares):
            return {"move": "shares", "shares": dict(shares)}
        case JoinPlace(place):
            return {"move": "join", "place": place}
        case LeavePlace(place):
            return {"move": "leave", "place": place}
        case SetOrders(orders):
            return {"move": "orders", "orders": [_order_to_json(order) for order in orders]}


def _order_to_json(order: StandingOrder) -> Json:
    return {
        "when": order.when,
        "from": order.source.value,
        "to": order.target.value,
        "half_hours": order.count,
    }


def _order_from_json(value: Json) -> StandingOrder:
    return StandingOrder(
        value["when"], Lever(value["from"]), Lever(value["to"]), int(value["half_hours"])
    )


_READERS: Mapping[str, Callable[[Json], Move]] = {
    "half_hours": lambda v: HalfHours(Lever(v["from"]), Lever(v["to"]), int(v["half_hours"])),
    "care": lambda v: SetCare(
        tuple((Lever(lever), Care(care)) for lever, care in v["care"].items())
    ),
    "voice": lambda v: SetVoice(int(v["voice"])),
    "claims": lambda v: SetClaims(int(v["claims"])),
    "automation": lambda v: SetAutomation(Automation(v["automation"])),
    "delegate": lambda v: SetDelegate(v["who"], bool(v["expectations"])),
    "shares": lambda v: SetShares(
        tuple((str(place), int(share)) for place, share in v["shares"].items())
    ),
    "join": lambda v: JoinPlace(str(v["place"])),
    "leave": lambda v: LeavePlace(str(v["place"])),
    "orders": lambda v: SetOrders(tuple(_order_from_json(order) for order in v["orders"])),
}


def move_from_json(value: Json) -> Move:
    """The move that *value* describes. Raises `ValueError` with a sentence."""
    try:
        return _READERS[value["move"]](value)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"This is no move that the game knows: {value!r}.") from error


def decision_to_json(decision: Decision) -> Json:
    """*decision* as a JSON object."""
    value: Json = {}
    if decision.option is not None:
        value["option"] = decision.option
    if decision.moves:
        value["moves"] = [move_to_json(move) for move in decision.moves]
    return value


def decision_from_json(value: Json) -> Decision:
    """The decision that *value* describes. Raises `ValueError` with a sentence."""
    if not isinstance(value, dict):
        raise ValueError(f"A decision is an object; here is {value!r}.")
    option = value.get("option")
    return Decision(
        option=None if option is None else str(option),
        moves=tuple(move_from_json(move) for move in value.get("moves", ())),
    )


def plan_to_json(plan: Plan) -> Json:
    """*plan* as a JSON object, for people who read run files."""
    return {
        "half_hours": {lever.value: count for lever, count in plan.half_hours},
        "care": {lever.value: care.value for lever, care in plan.care},
        "shares": dict(plan.shares),
        "voice": plan.voice,
        "claims": plan.claims,
        "automation": plan.automation.value,
        "delegate": plan.delegate,
        "expectations": plan.expectations,
        "orders": [_order_to_json(order) for order in plan.orders],
        "joining": plan.joining,
    }

"""Requests and decisions: what the simulation asks, and what a person, a rule or an agent answers.

Who answers is a `Strategy` (`strategy.py`); what may be known when answering is in `view.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.sim.plan import Move, Plan

if TYPE_CHECKING:
    from game.sim.view import View

Kind = Literal["goals", "plan", "week", "card", "light", "review"]


@dataclass(frozen=True)
class Option:
    """One answer on offer: never its merit.

    *half_hours* is what it takes, *seen_by* who will see it, *moves* what it changes in the plan from then on.
    """

    id: str
    label: str
    half_hours: int = 0
    seen_by: str = ""
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True)
class Decision:
    """An answer: an option's id (cards, goals, lights, reviews), moves (plan, week), or nothing."""

    option: str | None = None
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True)
class Request:
    """A question to one runner. It waits first in, first out; no simulated time passes while it is open.

    *name* is the card, light or year; *options* is empty for `plan` and `week`, which are answered with moves.
    *default* is what counts when nobody answers. *view* is good until the answer is given.
    """

    runner: str
    kind: Kind
    name: str
    day: int
    options: tuple[Option, ...]
    default: Decision
    view: View
    title: str = ""
    text: str = ""
    person: int | None = None

    @property
    def moves_left(self) -> int:
        """Moves that may still be made this season."""
        return self.view.moves_left

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.view.plan

    @property
    def id(self) -> str:
        """The identity of the request: runner/kind/name/day."""
        return f"{self.runner}/{self.kind}/{self.name}/{self.day}"

    def option(self, id: str) -> Decision:
        """The decision for the option called *id*. Raises `ValueError` naming what is on offer."""
        known = [option.id for option in self.options]
        if id not in known:
            raise ValueError(
                f"{self.kind} {self.name} offers {', '.join(known) or 'no options'}; not {id}."
            )
        return Decision(option=id)

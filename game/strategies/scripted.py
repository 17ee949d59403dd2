"""The scripted one: gives the answers it was given, by question. For tests, lessons and forks.

A script is a mapping; its keys are looked up from the most particular to the most general.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from game.sim.decision import Decision, Request
from game.sim.strategy import Strategy


@dataclass(frozen=True)
class Scripted(Strategy):
    """Answers from a script, and with the default where the script says nothing.

    A key is a request's id (`you/plan/week-1/0`), its kind and name (`card/sour_review`), its kind
    and number (`plan/2`: the third season's; `week/30`; `goals/1`: the second year's), or its kind
    (`light`).
    """

    name: ClassVar[str] = "scripted"
    answers: tuple[tuple[str, Decision], ...] = ()

    @classmethod
    def of(cls, answers: Mapping[str, Decision]) -> Scripted:
        """The strategy that answers as the mapping says."""
        return cls(tuple(sorted(answers.items(), key=lambda item: item[0])))

    def decide(self, request: Request) -> Decision:
        """The script's answer to *request*, else its default."""
        script = dict(self.answers)
        return next((script[key] for key in keys_of(request) if key in script), request.default)


def keys_of(request: Request) -> tuple[str, ...]:
    """The keys under which *request* is looked up, the most particular first."""
    view = request.view
    number = {"plan": view.season, "week": view.week, "goals": view.year, "review": view.year}
    counted = (f"{request.kind}/{number[request.kind]}",) if request.kind in number else ()
    return (request.id, f"{request.kind}/{request.name}", *counted, request.kind)

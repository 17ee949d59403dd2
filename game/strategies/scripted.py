"""The scripted one: gives the answers it was given, by question. For tests, lessons and forks.

A script is JSON text, so that it can stand in a run file; how decisions are written there is the
codec's business in the simulation.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from game.sim.codec import decision_from_json, decision_to_json
from game.sim.decision import Decision, Request
from game.sim.strategy import Strategy
from game.strategies.parameter import check_settings, text


@dataclass(frozen=True)
class Scripted(Strategy):
    """Answers from a script, and with the default where the script says nothing.

    A key is a request's id (`you/plan/week-1/0`), its kind and name (`card/sour_review`), its kind
    and number (`plan/2`: the third season's; `week/30`; `goals/1`: the second year's), or its kind
    (`light`). The most particular key counts. Raises `ValueError` where the script cannot be read.
    """

    name: ClassVar[str] = "scripted"
    script: str = text("{}", "JSON", "decisions by question")

    def __post_init__(self) -> None:
        check_settings(self)
        self.answers()

    @classmethod
    def of(cls, answers: Mapping[str, Decision]) -> Scripted:
        """The strategy that answers as the mapping says."""
        written = {key: decision_to_json(decision) for key, decision in answers.items()}
        return cls(json.dumps(written, sort_keys=True))

    def answers(self) -> dict[str, Decision]:
        """The decisions of the script by their keys."""
        try:
            script = json.loads(self.script)
        except ValueError as error:
            raise ValueError(f"scripted: script is no JSON ({error}).") from error
        if not isinstance(script, dict):
            raise ValueError("scripted: script is an object of decisions by question.")
        return {key: decision_from_json(value) for key, value in script.items()}

    def decide(self, request: Request) -> Decision:
        """The script's answer to *request*, else its default."""
        answers = self.answers()
        return next((answers[key] for key in keys_of(request) if key in answers), request.default)


def keys_of(request: Request) -> tuple[str, ...]:
    """The keys under which *request* is looked up, the most particular first."""
    view = request.view
    number = {"plan": view.season, "week": view.week, "goals": view.year, "review": view.year}
    counted = (f"{request.kind}/{number[request.kind]}",) if request.kind in number else ()
    return (request.id, f"{request.kind}/{request.name}", *counted, request.kind)

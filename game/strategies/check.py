"""The contract of a strategy, checked: frozen, without memory, legal, and the same twice.

What the contract asks is said in `game/sim/strategy.py`; the strategies that ship are in `registry.py`.
"""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Sequence
from typing import ClassVar

from game.sim.decision import Decision, Request
from game.sim.deck import Card, Choice
from game.sim.lever import Lever
from game.sim.market import Market
from game.sim.place import Place
from game.sim.plan import IllegalMove
from game.sim.run import Run
from game.sim.runner import Runner
from game.sim.scenario import Goal, Scenario
from game.sim.seen import StaleView
from game.sim.strategy import Strategy
from game.strategies.registry import named


class BrokenContract(AssertionError):
    """A strategy does not do what every strategy must; the text says what, and what would mend it."""


def check_strategy(
    strategy: Strategy, scenario: Scenario | Sequence[Scenario] | None = None
) -> None:
    """Check *strategy* in *scenario* (one or several; without one, a small town made for the purpose).

    It takes the scenario's seat, against the scenario's own rivals. Raises `BrokenContract` with a sentence for the
    first clause that does not hold.
    """
    _check_value(strategy)
    given = proving_ground() if scenario is None else scenario
    for one in (given,) if isinstance(given, Scenario) else given:
        _check_runs(strategy, one)


def proving_ground() -> Scenario:
    """A small town for a year and a half, with rivals, goals, cards, and places that come and go."""
    return Scenario(
        format="long-race/1",
        id="proving-ground",
        title="The proving ground",
        summary="A small town in which strategies show that they keep the contract.",
        seasons=6,
        market=Market(people=300),
        places=(
            Place(id="square", name="The Square", starting_share=0.4, opens_week=-100),
            Place(
                id="diary",
                name="The Diary",
                kind="blog",
                owned=True,
                opens_week=-100,
                searched=True,
            ),
            Place(id="novelty", name="The Novelty", opens_week=20, closes_week=70, imitation=1.2),
            Place(id="late", name="The Late One", opens_week=60, invitation=True),
        ),
        runners=(
            Runner(id="you", name="You", seat=True, on=("square",), known_by=0.1),
            Runner(id="swift", name="Swift & Sons", plays="hare", on=("square",), known_by=0.1),
            Runner(id="steady", name="Steady", plays="tortoise", on=("square",), known_by=0.1),
        ),
        unlock={Lever.HELP: 2, Lever.CONVERSE: 2, Lever.TRY: 2, Lever.MEET: 3, Lever.STUDY: 3},
        goals=(Goal(id="crowd", label="A crowd", measure="followers", at_least=50),),
        cards=_CARDS,
    )


def _choice(name: str, *acts: str, hours: float = 0.0, **settings: object) -> Choice:
    return Choice.model_validate(
        {
            "id": name,
            "label": name,
            "hours": hours,
            "acts": [{"act": act, **settings} for act in acts],
        }
    )


_CARDS = (
    Card(
        id="sour",
        kind="setback",
        about="sour_review",
        title="A sour review",
        text="Somebody was not pleased.",
        times=20,
        choices=(
            _choice("sorry", "apologise", "repair", hours=2),
            _choice("never", "deny"),
            _choice("gone", "delete"),
            _choice("wait", "stay_silent"),
        ),
    ),
    Card(
        id="parrot",
        kind="temptation",
        title="The parrot",
        text="A machine could greet them all.",
        chance=0.03,
        times=3,
        choices=(
            _choice("machine", "set", automation="direct"),
            _choice("bold", "offer", bold=4),
            _choice("no"),
        ),
    ),
    Card(
        id="neighbour",
        kind="opportunity",
        title="A neighbour",
        text="She looks for a plumber.",
        chance=0.03,
        times=5,
        choices=(
            _choice("know_one", "introduce", hours=0.5),
            _choice("offer", "offer"),
            _choice("busy"),
        ),
    ),
)


@dataclasses.dataclass(frozen=True)
class Witness(Strategy):
    """Asks a strategy twice, itself and a copy, and lets only answers pass that keep the contract."""

    name: ClassVar[str] = "witness"
    strategy: Strategy
    copy: Strategy

    def decide(self, request: Request) -> Decision:
        """The strategy's answer to *request*, if the copy gives the same."""
        who = self.strategy.name
        before = hash(self.strategy)
        decision = self.strategy.decide(request)
        if type(decision) is not Decision or type(decision.moves) is not tuple:
            raise BrokenContract(
                f"{who} must answer {request.id} with a Decision whose moves are a tuple."
            )
        _check_frozen(who, decision)
        if self.strategy.decide(request) != decision:
            raise BrokenContract(
                f"{who} answers {request.id} differently when asked twice; use only request.view."
            )
        if self.copy.decide(request) != decision:
            raise BrokenContract(
                f"{who} answers {request.id} otherwise than its copy; it must not remember anything."
            )
        if hash(self.strategy) != before or self.strategy != self.copy:
            raise BrokenContract(
                f"{who} was changed by answering {request.id}; its fields must stay as they are."
            )
        return decision


def _check_frozen(who: str, decision: Decision) -> None:
    try:
        hash(decision)
    except TypeError as error:
        raise BrokenContract(
            f"{who} answers with moves that can be changed ({error}); use tuples."
        ) from error


def _check_value(strategy: object) -> None:
    """Frozen, hashable, equal to its copy, and fit to be sent to another process."""
    who = getattr(strategy, "name", None)
    if not isinstance(strategy, Strategy) or not who:
        raise BrokenContract(f"{strategy!r} must be a Strategy with a name.")
    settings = getattr(type(strategy), "__dataclass_params__", None)
    if settings is None or not settings.frozen:
        raise BrokenContract(f"{who} must be a frozen dataclass: @dataclass(frozen=True).")
    try:
        hash(strategy)
    except TypeError as error:
        raise BrokenContract(
            f"{who} must be hashable ({error}); let its fields be numbers, words or tuples."
        ) from error
    if _copy(strategy) != strategy or hash(_copy(strategy)) != hash(strategy):
        raise BrokenContract(f"{who} must equal a copy of itself, and hash alike.")


def _copy(strategy: Strategy) -> Strategy:
    try:
        copy: Strategy = pickle.loads(pickle.dumps(strategy))
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise BrokenContract(
            f"{strategy.name} cannot be copied to another process: {error}"
        ) from error
    return copy


def _check_runs(strategy: Strategy, scenario: Scenario) -> None:
    """Legal in a whole run, with the same record when run again."""
    first, again = (_run(strategy, scenario) for _ in range(2))
    if first != again:
        raise BrokenContract(
            f"{strategy.name} makes two runs of {scenario.id} differ; it must read its view alone."
        )


def _run(strategy: Strategy, scenario: Scenario) -> str:
    strategies = {runner.id: named(runner.plays, **runner.with_) for runner in scenario.runners}
    witness = Witness(strategy, _copy(strategy))
    try:
        return (
            Run(scenario, seed=11, strategies=strategies | {scenario.seat: witness}).finish().digest
        )
    except StaleView as error:
        raise BrokenContract(
            f"{strategy.name} reads a view after its moment: keep nothing but the answer."
        ) from error
    except IllegalMove as error:
        raise BrokenContract(f"{strategy.name} breaks a rule in {scenario.id}: {error}") from error
    except ValueError as error:
        raise BrokenContract(
            f"{strategy.name} gives an answer in {scenario.id} that is not on offer: {error}"
        ) from error

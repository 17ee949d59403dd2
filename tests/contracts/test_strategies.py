"""Every strategy that ships keeps the contract; and the check notices each way of breaking it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import pytest

from game.authoring.strategy_files import shelf_beside
from game.sim.decision import Decision, Request
from game.sim.lever import Lever
from game.sim.plan import HalfHours, JoinPlace
from game.sim.strategy import Strategy
from game.sim.view import View
from game.strategies import named, names
from game.strategies.archetype import Archetype
from game.strategies.check import BrokenContract, check_strategy
from tests.builders import a_card, a_choice, a_scenario


@pytest.mark.parametrize("name", names())
def test_each_strategy_keeps_the_contract(name: str) -> None:
    check_strategy(named(name))


@pytest.mark.parametrize("name", shelf_beside(None))
def test_each_strategy_by_rules_keeps_the_contract(name: str) -> None:
    check_strategy(shelf_beside(None)[name])


@pytest.mark.parametrize("luck", range(8))
def test_decisions_by_chance_are_legal_whatever_the_luck(luck: int) -> None:
    check_strategy(named("random", luck=luck, idle=20), a_scenario(people=120, seasons=5))


def test_the_contract_holds_where_there_is_hardly_anything_to_decide() -> None:
    bare = a_scenario(people=60, seasons=1, unlock={Lever.TRY: 2, Lever.REPLY: 2, Lever.CREATE: 2})
    check_strategy(named("running-with-scissors"), bare)


class Quiet(Strategy):
    """Answers nothing, and is no dataclass."""

    name: ClassVar[str] = "quiet"

    def decide(self, request: Request) -> Decision:
        return request.default


@dataclass
class Thawed(Quiet):
    """Can be changed."""

    name: ClassVar[str] = "thawed"


@dataclass(frozen=True)
class Remembering(Quiet):
    """Keeps a list, and so cannot be hashed."""

    name: ClassVar[str] = "remembering"
    seen: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Diarist(Quiet):
    """Keeps a list out of sight and answers by its length."""

    name: ClassVar[str] = "diarist"
    seen: list[str] = field(default_factory=list, hash=False, compare=False)

    def decide(self, request: Request) -> Decision:
        self.seen.append(request.id)
        counts = request.kind == "plan" and len(self.seen) % 2
        return (
            Decision(moves=(HalfHours(Lever.SHOP, Lever.CREATE, 1),)) if counts else request.default
        )


@dataclass(frozen=True)
class Greedy(Quiet):
    """Makes more moves than there are."""

    name: ClassVar[str] = "greedy"

    def decide(self, request: Request) -> Decision:
        move = HalfHours(Lever.SHOP, Lever.CREATE, 1)
        return (
            Decision(moves=(move,) * (request.moves_left + 1))
            if request.kind == "plan"
            else request.default
        )


@dataclass(frozen=True)
class Dreamer(Quiet):
    """Joins what is not there."""

    name: ClassVar[str] = "dreamer"

    def decide(self, request: Request) -> Decision:
        return Decision(moves=(JoinPlace("cloud"),)) if request.kind == "plan" else request.default


@dataclass(frozen=True)
class Inventive(Quiet):
    """Gives an answer that is not on offer."""

    name: ClassVar[str] = "inventive"

    def decide(self, request: Request) -> Decision:
        return Decision(option="dance") if request.options else request.default


@dataclass(frozen=True)
class Sloppy(Quiet):
    """Gives its moves as a list."""

    name: ClassVar[str] = "sloppy"

    def decide(self, request: Request) -> Decision:
        return Decision(moves=[])  # type: ignore[arg-type]


@dataclass(frozen=True)
class Peeking(Quiet):
    """Looks at the view of an earlier question."""

    name: ClassVar[str] = "peeking"
    views: list[View] = field(default_factory=list, hash=False, compare=False)

    def decide(self, request: Request) -> Decision:
        self.views.append(request.view)
        assert self.views[0].week >= 0
        return request.default


@pytest.mark.parametrize(
    ("strategy", "words"),
    [
        (Quiet(), "frozen dataclass"),
        (Thawed(), "frozen dataclass"),
        (Remembering(), "hashable"),
        (Diarist(), "asked twice"),
        (Greedy(), "moves are more than"),
        (Dreamer(), "no place cloud"),
        (Inventive(), "not dance"),
        (Sloppy(), "moves are a tuple"),
        (Peeking(), "after its moment"),
    ],
    ids=lambda value: value.name if isinstance(value, Strategy) else "",
)
def test_the_check_notices_a_broken_contract(strategy: Strategy, words: str) -> None:
    scenario = a_scenario(
        people=60, seasons=2, cards=(a_card(a_choice("yes", "post"), a_choice("no"), chance=0.2),)
    )
    with pytest.raises(BrokenContract, match=words) as caught:
        check_strategy(strategy, scenario)
    assert str(caught.value).startswith(strategy.name)


def test_the_archetype_itself_is_no_character_but_keeps_the_contract_once_named() -> None:
    @dataclass(frozen=True)
    class Plain(Archetype):
        name: ClassVar[str] = "plain"

    with pytest.raises(BrokenContract, match="copied to another process"):
        check_strategy(Plain())

"""The cast: persons go before what is given, and what is given before what the scenario says."""

from __future__ import annotations

import re

import pytest

from game.sim.runner import Runner
from game.sim.strategy import Strategy
from game.strategies import cast, named
from tests.builders import a_scenario

RIVALS = (
    Runner(id="you", name="You", seat=True, on=("square",)),
    Runner.model_validate({"id": "swift", "name": "Swift", "plays": "hare", "with": {"claims": 4}}),
    Runner(id="slow", name="Slow", plays="tortoise"),
)


def test_the_scenario_says_who_plays_what_and_how() -> None:
    assert cast(a_scenario(runners=RIVALS), (), {}) == {
        "you": named("traditional"),
        "swift": named("hare", claims=4),
        "slow": named("tortoise"),
    }


def test_a_given_strategy_goes_before_the_scenario_by_name_or_as_it_is() -> None:
    given: dict[str, Strategy | str] = {"you": "hare(claims=1)", "slow": named("random", luck=5)}
    result = cast(a_scenario(runners=RIVALS), (), given)
    assert (result["you"], result["slow"]) == (named("hare", claims=1), named("random", luck=5))


def test_nobody_decides_for_a_person() -> None:
    assert set(cast(a_scenario(runners=RIVALS), ["you"], {"you": "hare"})) == {"swift", "slow"}


@pytest.mark.parametrize(
    ("people", "given", "words"),
    [
        (("yuo",), {}, "no runner 'yuo'. Did you mean `you`?"),
        ((), {"swfit": "hare"}, "no runner 'swfit'. Did you mean `swift`?"),
        ((), {"you": "hair"}, "Did you mean hare?"),
    ],
)
def test_an_unknown_name_is_told(
    people: tuple[str, ...], given: dict[str, str], words: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        cast(a_scenario(runners=RIVALS), people, given)


def test_one_of_the_scenarios_own_is_known_by_name_and_takes_no_parameters() -> None:
    mine = named("random", luck=5)
    scenario = a_scenario(runners=RIVALS).with_strategies({"mine": mine})
    assert cast(scenario, (), {"you": " mine "})["you"] is mine
    with pytest.raises(ValueError, match=r"'mien'. Did you mean mine\? There are .*, mine\."):
        cast(scenario, (), {"you": "mien"})
    with pytest.raises(ValueError, match="mine is written in rules and takes no parameters"):
        cast(scenario, (), {"you": "mine(claims=3)"})
    wrong = Runner.model_validate(
        {"id": "you", "name": "You", "plays": "mine", "with": {"luck": 3}}
    )
    with pytest.raises(ValueError, match="Runner you: mine is written in rules and takes no"):
        cast(
            scenario.model_copy(update={"runners": (wrong,)}).with_strategies({"mine": mine}),
            (),
            {},
        )


def test_a_mistake_in_the_scenario_names_the_runner() -> None:
    wrong = (Runner(id="you", name="You", plays="harre"),)
    with pytest.raises(
        ValueError, match=r"Runner you: There is no strategy 'harre'. Did you mean hare\?"
    ):
        cast(a_scenario(runners=wrong), (), {})

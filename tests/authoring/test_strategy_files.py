"""Files of strategies by rules: found by name beside a scenario, played, kept in the file of a run."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

from game.authoring.load import ScenarioError, check, examine_text, load_scenario
from game.authoring.strategy_files import (
    StrategyError,
    load_strategy,
    shelf_beside,
    strategy_of_text,
)
from game.strategies.runs import Run, simulate
from game.strategies.telling import TERMS_OF_RULES, vocabulary_of_rules
from game.study.comparison import compare
from game.study.replaying import replay
from tests.authoring.mistake import SMALL
from tests.authoring.mistakes_beside import RULES
from tests.checkout import ROOT
from tests.command import longrace

MINE = RULES.replace("id: tea", "id: mine")
PLAYED = SMALL.replace("plays: tortoise\n    on", "plays: mine\n    on")


@pytest.fixture
def street(tmp_path: Path) -> Path:
    """A scenario whose seat plays a strategy in the folder beside it."""
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies" / "mine.yaml").write_text(MINE, encoding="utf-8")
    path = tmp_path / "tea-shop.yaml"
    path.write_text(PLAYED, encoding="utf-8")
    return path


def test_a_scenario_names_strategies_that_lie_beside_it(street: Path) -> None:
    scenario = load_scenario(street)
    run = simulate(scenario, seed=1, weeks=3)
    assert run.played_by("you") == "mine"
    written = simulate(
        scenario, {"you": load_strategy(street.parent / "strategies/mine.yaml")}, seed=1, weeks=3
    )
    assert written.digest == run.digest
    assert [problem.code for problem in examine_text(PLAYED).problems] == ["L04"]


def test_one_that_takes_no_parameters_is_given_none(street: Path) -> None:
    street.write_text(
        PLAYED.replace("plays: mine", "plays: mine\n    with: {claims: 2}"), encoding="utf-8"
    )
    assert [problem.code for problem in check(street)] == ["L15"]


def test_those_that_ship_are_known_in_every_scenario_by_name(street: Path) -> None:
    scenario = load_scenario(street)
    assert {"mine", "listener"} <= set(scenario.strategies)
    assert "hare" not in scenario.strategies
    result = compare(scenario, ["listener", "mine", "hare"], replications=1, weeks=2, workers=1)
    assert result.strategies == ("listener", "mine", "hare")


def test_a_run_keeps_the_rules_and_is_played_again_without_their_file(street: Path) -> None:
    run = Run(load_scenario(street), 5, strategies={"harry": "weekend-sprinter"}, weeks=30)
    run.advance(until=16 * 7 * 86400)
    run.save(street.parent / "half.run")
    (street.parent / "strategies" / "mine.yaml").unlink()
    again = replay(street.parent / "half.run")
    assert again.strategies["you"] == run.strategies["you"]
    assert again.finish().digest == run.finish().digest
    fork = again.fork(week=10, strategies={"you": "listener"})
    assert fork.finish().played_by("you") == "listener"


def test_a_shelf_and_what_stands_on_it_travel_to_other_processes(street: Path) -> None:
    shelf = pickle.loads(pickle.dumps(shelf_beside(street.parent)))
    mine = shelf["mine"]
    assert (
        pickle.loads(pickle.dumps(mine))
        == mine
        == load_strategy(street.parent / "strategies/mine.yaml")
    )


def test_mistakes_in_rules_are_told_with_line_and_column(street: Path) -> None:
    broken = MINE.replace("waiting_hours", "wating_hours").replace("to: reply", "to: replay")
    (street.parent / "strategies" / "mine.yaml").write_text(broken, encoding="utf-8")
    with pytest.raises(
        StrategyError, match=r"mine\.yaml:8:11: error E01: `wating_hours`"
    ) as caught:
        simulate(load_scenario(street), weeks=1)
    assert [problem.code for problem in caught.value.problems] == ["E01", "S11"]


def test_a_scenario_is_no_strategy_and_a_strategy_no_scenario(tmp_path: Path) -> None:
    with pytest.raises(StrategyError, match="This is no file of a strategy"):
        strategy_of_text(SMALL)
    path = tmp_path / "tea.yaml"
    path.write_text(RULES, encoding="utf-8")
    with pytest.raises(
        ScenarioError, match="This is no scenario, but something that scenarios use"
    ):
        load_scenario(path)


def test_every_strategy_in_the_documents_is_right_as_it_stands() -> None:
    found = [
        text
        for page in sorted((ROOT / "docs").glob("*.md"))
        for text in re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
        if "long-race-strategy" in text
    ]
    assert len(found) >= 2
    for text in found:
        strategy_of_text(text)


def test_the_names_that_only_rules_may_ask_are_listed() -> None:
    listed = longrace("names").stdout
    assert "Of rules of a strategy also" in listed
    for term in TERMS_OF_RULES:
        assert term.written in listed
        assert term.name in vocabulary_of_rules().names()

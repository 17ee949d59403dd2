"""A scenario begun with five answers is right, can be run, and holds what was answered."""

from __future__ import annotations

from pathlib import Path

import pytest

import game
from game.authoring import check, load_scenario
from game.authoring.beginning import QUESTIONS, begin, name_for
from game.strategies.runs import Run
from tests.command import longrace

USUAL = {question.name: question.example for question in QUESTIONS}


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"business": 'Ana\'s "Teas": the #1 & Co', "sells": "tea: green, black"},
        {"business": "$title", "town": "@ Ödön * Újváros"},
        {"business": "x" * 28, "sells": "w " * 11, "town": "y" * 24, "people": "50", "years": "10"},
        {"business": "The Hare & Hounds", "sells": "- beer", "years": "1"},
        {"business": "true", "sells": "no", "town": "1066"},
    ],
)
def test_whatever_is_answered_the_scenario_has_no_problems(
    changed: dict[str, str], tmp_path: Path
) -> None:
    answers = USUAL | changed
    path, *_ = begin(answers, tmp_path / f"{name_for(answers['business'])}.yaml")
    assert [str(problem) for problem in check(path)] == []
    scenario = load_scenario(path)
    assert scenario.title == scenario.runners[0].name == " ".join(answers["business"].split())
    assert scenario.seasons == 4 * int(answers["years"])
    assert scenario.market.people == int(answers["people"])
    assert {card.kind for card in scenario.cards} == {
        "setback",
        "temptation",
        "opportunity",
        "request",
        "coach",
    }


def test_a_scenario_that_was_begun_can_be_run_to_its_end(tmp_path: Path) -> None:
    path, *_ = begin(USUAL | {"people": "300", "years": "1"}, tmp_path / "tea.yaml")
    run = Run(load_scenario(path), seed=1)
    assert run.advance() is None  # nobody is asked: a strategy decides for each
    assert run.finished
    assert (tmp_path / "schema" / "scenario-1.json").is_file()


def test_its_goals_grow_with_the_town_and_a_year_can_reach_them(tmp_path: Path) -> None:
    reached = set()
    for people, seed in (("600", 1), ("1200", 2)):
        path, *_ = begin(USUAL | {"people": people, "years": "1"}, tmp_path / f"of-{people}.yaml")
        scenario = load_scenario(path)
        wanted = {goal.measure: goal.at_least for goal in scenario.goals}
        assert wanted["followers"] == int(people) // 20
        assert wanted["customers"] == int(people) // 100
        outcome = game.simulate(scenario, {"you": "adaptive"}, seed=seed).outcome("you")
        reached |= {name for name in wanted if getattr(outcome, name, 0) >= wanted[name]}
    assert {"followers", "customers"} <= reached


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("business", ""),
        ("business", "x" * 29),
        ("sells", "a {b}"),
        ("people", "many"),
        ("people", "49"),
        ("years", "0"),
    ],
)
def test_an_answer_that_cannot_be_is_said_with_what_could(name: str, answer: str) -> None:
    question = next(one for one in QUESTIONS if one.name == name)
    assert str(question.low) in question.wrong(answer)


def test_the_command_asks_five_questions_and_asks_again_where_an_answer_cannot_be(
    tmp_path: Path,
) -> None:
    done = longrace("new", folder=tmp_path, answers="The Tea Shop\n\n\nmany\n900\n3\n")
    assert done.returncode == 0, done.stderr
    assert "Please write a whole number from 50 to 100,000." in done.stdout
    scenario = load_scenario(tmp_path / "the-tea-shop.yaml")
    assert (scenario.market.people, scenario.seasons) == (900, 12)


def test_the_command_asks_nothing_that_was_given_and_overwrites_nothing(tmp_path: Path) -> None:
    words = [f"--{name}={answer}" for name, answer in USUAL.items()]
    done = longrace("new", "mine.yaml", *words, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert check(tmp_path / "mine.yaml") == []
    again = longrace("new", "mine.yaml", *words, folder=tmp_path)
    assert (again.returncode, again.stderr) == (
        2,
        "mine.yaml: there is a file of that name already; give another FILE.\n",
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--years", "none"], "--years none: write a whole number from 1 to 10."),
        (["Tea.yml"], "small letters, digits and -, with .yaml behind; write tea.yaml."),
        (["there.yaml"], "there.yaml: there is a file of that name already; give another FILE."),
        (["nowhere/tea.yaml"], "nowhere/tea.yaml: There is no folder nowhere to write it into."),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_asked(
    words: list[str], sentence: str, tmp_path: Path
) -> None:
    (tmp_path / "there.yaml").touch()
    done = longrace("new", *words, folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f"{sentence}\n")

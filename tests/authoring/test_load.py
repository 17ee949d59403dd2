"""Scenarios by id and by path: found, checked, loaded; and what is said where they cannot be."""

from __future__ import annotations

import json
import pickle
import statistics
import time
from pathlib import Path

import pytest

import game
from game.authoring import ScenarioError, ScenarioMissingError, check, load_scenario
from game.authoring.checks.comparison import comparisons, needed_parts
from game.authoring.load import examine_text, shipped_scenarios
from game.authoring.problems import Problem, Spot, in_order
from game.sim.grammar import parse
from tests.authoring.mistake import SMALL
from tests.command import longrace

BROKEN = SMALL.replace("plays: hare", "plays: hair").replace("seasons: 4", "sesons: 4")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", shipped_scenarios())
def test_a_shipped_scenario_has_neither_errors_nor_warnings(name: str) -> None:
    assert [str(problem) for problem in check(name)] == []


def test_scenarios_are_shipped() -> None:
    assert {"corner-bakery", "new-square-2009"} <= set(shipped_scenarios())


def test_a_scenario_is_loaded_by_its_id_and_remembers_its_text() -> None:
    bakery = game.load_scenario("corner-bakery")
    assert bakery.id == "corner-bakery"
    assert "\nformat: long-race/1\n" in bakery.text[:100]


def test_a_scenario_is_loaded_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "tea.yaml"
    path.write_text(SMALL, encoding="utf-8")
    tea = load_scenario(path)
    assert (tea.title, tea.seasons, tea.cards[1].when) == (
        "The Tea Shop",
        4,
        ("seen(sour_review)", "likes + trusts < 60"),
    )
    assert tea.cards[0].when == ("week >= 6 and followers > 20",)
    assert tea.text == SMALL
    assert load_scenario(str(path)) == tea


def test_words_and_comments_do_not_change_the_rules(tmp_path: Path) -> None:
    def rules(text: str) -> str:
        scenario = examine_text(text).scenario
        assert scenario is not None
        return scenario.rules_hash

    assert rules(SMALL.replace("A sour review", "A bitter review")) == rules(SMALL)
    assert rules(SMALL + "# more\n") == rules(SMALL)
    assert rules(SMALL.replace("reach: 0.5", "reach: 0.4")) != rules(SMALL)


def test_a_scenario_with_mistakes_raises_them_all(broken: Path) -> None:
    with pytest.raises(ScenarioError) as caught:
        load_scenario(broken)
    assert [problem.code for problem in caught.value.problems] == ["S01", "L04"]
    text = str(caught.value)
    assert f"{broken}:9:1: error S01: `sesons` is not known here." in text
    assert "Did you mean `hare`?" in text
    assert text.endswith("2 errors.")


def test_everything_that_a_block_needs_is_asked_for_in_one_run(broken: Path) -> None:
    broken.write_text("format: long-race/1\nid: tea\ncards:\n  - {id: rain}\n", encoding="utf-8")
    needed = [problem.message for problem in check(broken) if problem.code == "S02"]
    assert needed == [
        "The file needs `title`, `summary`, `places` and `runners`.",
        "Card `rain` needs `kind`, `title` and `text`.",
    ]


def test_two_problems_at_one_spot_are_both_told_and_none_is_told_twice() -> None:
    spot = Spot(3, 1, 5, "seasons: 4")
    one, other = (Problem("L30", "error", "tea.yaml", spot, said) for said in ("A.", "B."))
    assert in_order([other, one, other]) == [one, other]


def test_a_warning_does_not_stop_a_scenario(tmp_path: Path) -> None:
    path = tmp_path / "tea.yaml"
    path.write_text(SMALL.replace("and it has company", "and a hare"), encoding="utf-8")
    assert load_scenario(path).id == "tea-shop"
    assert [problem.severity for problem in check(path)] == ["warning"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("corner-bakry", "corner-bakry: There is no such scenario; the nearest is corner-bakery."),
        ("xyzzy", "xyzzy: There is no such scenario; there are clock-repairer,"),
        ("here/there.yaml", "here/there.yaml: There is no such file."),
        ("there.yaml", "there.yaml: There is no such file."),
        (".", ".: This is a folder, not a file."),
        ("", "(nothing): This is no name of a scenario."),
    ],
)
def test_a_missing_scenario_is_named_with_what_there_is(name: str, sentence: str) -> None:
    with pytest.raises(ScenarioMissingError) as caught:
        load_scenario(name)
    assert str(caught.value).startswith(sentence)


def test_whoever_leaves_the_ending_of_a_file_away_is_told_to_write_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tea.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ScenarioMissingError, match=r"for the file here write tea\.yaml"):
        load_scenario("tea")


def test_what_is_wrong_can_be_told_by_a_worker_process(broken: Path) -> None:
    for name, kind in ((broken, ScenarioError), ("xyzzy", ScenarioMissingError)):
        with pytest.raises((ScenarioError, ScenarioMissingError)) as caught:
            load_scenario(name)
        copy = pickle.loads(pickle.dumps(caught.value))
        assert (type(copy), str(copy)) == (kind, str(caught.value))


def test_strategies_of_ones_own_may_be_named() -> None:
    text = SMALL.replace("plays: hare", "plays: my_own")
    assert examine_text(text, strategies=["tortoise", "my_own"]).problems == []
    assert [problem.code for problem in examine_text(text).problems] == ["L04"]


def test_the_command_says_fine_with_nought() -> None:
    done = longrace("check", "corner-bakery", "new-square-2009")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("no problems.") == 2


def test_the_command_says_no_with_one(broken: Path) -> None:
    done = longrace("check", str(broken))
    assert (done.returncode, done.stderr) == (1, "")
    assert "9 | sesons: 4" in done.stdout
    assert "2 errors." in done.stdout


def test_the_command_says_missing_with_two_and_checks_the_others(broken: Path) -> None:
    done = longrace("check", "nowhere.yaml", str(broken))
    assert done.returncode == 2
    assert done.stderr == "nowhere.yaml: There is no such file.\n"
    assert "sesons" in done.stdout


def test_the_command_speaks_json_and_github(broken: Path) -> None:
    problems = json.loads(longrace("check", "--json", str(broken)).stdout)
    assert [(one["code"], one["line"], one["col"], one["end"]) for one in problems] == [
        ("S01", 9, 1, 7),
        ("L04", 34, 47, 51),
    ]
    assert json.loads(longrace("check", "--json", "corner-bakery").stdout) == []
    first, _ = longrace("check", "--github", str(broken)).stdout.splitlines()
    assert first == (
        f"::error file={broken},line=9,col=1,endColumn=7,title=S01::"
        "`sesons` is not known here. Did you mean `seasons`?"
    )


def long_scenario(lines: int) -> str:
    """The small scenario with cards added until it has so many lines."""
    head, _, tail = SMALL.partition("tests:")[0].partition("  - id: screenshot")
    card = "  - id: screenshot" + tail
    cards = [card]
    while head.count("\n") + sum(one.count("\n") for one in cards) < lines:
        more = card.replace("id: screenshot", f"id: more_{len(cards)}").replace("only", "#")
        more = more.replace("kept a screenshot", f"kept screenshot {len(cards)}")
        cards.append(more.replace("< 60", f"< {60 + len(cards)}"))  # no two conditions are the same
    return head + "".join(cards)


def test_a_thousand_lines_are_checked_in_a_tenth_of_a_second() -> None:
    text = long_scenario(1000)
    assert examine_text(text).problems == []
    took = []
    for _ in range(9):
        for kept in (parse, comparisons, needed_parts):
            kept.cache_clear()  # what one check has kept, no other one has
        start = time.process_time()  # so that whatever else the machine does is not counted
        examine_text(text)
        took.append(time.process_time() - start)
    assert statistics.median(took) < 0.1

"""The survey of endings: what runs came to, counted, and each line of a scenario's own with how often it held."""

from __future__ import annotations

from functools import cache

import pytest

from game.authoring.strategy_files import strategy_of_text
from game.play.endings_survey import Survey, report, survey
from game.sim.ending import EndingWords
from game.strategies.registry import describe
from tests.authoring.mistakes_beside import RULES
from tests.play.journeys import small_bakery

KETTLE = EndingWords(
    id="kettle", when=("sales >= 0", "followers < 0"), title="K", text="It is hot."
)
POT = EndingWords(id="pot", when=("sales >= 0",), title="P", text="{business} is full.")
LATER = EndingWords(id="later", when=("week == 13",), title="L", text="It is late.")
STREET = EndingWords(id="street", last="It rains.")


@cache
def surveyed(*endings: EndingWords) -> Survey:
    """Two lucks of a season in a small town."""
    town = small_bakery(seasons=1).model_copy(update={"endings": endings}).with_text("")
    return survey(town, ["hare"], runs=2, workers=1)


def test_each_run_is_told_by_one_ending_and_each_line_is_counted() -> None:
    found = surveyed(KETTLE, POT, LATER, STREET)
    assert found.told == {"pot": 2}
    assert found.held("kettle") == [2, 0]
    assert found.held("later") == [2]  # it held, and another before it was told
    assert len(found.ends) == 2


def test_the_report_names_lines_and_the_games_own_endings() -> None:
    printed = report(surveyed(KETTLE, POT, LATER, STREET)).splitlines()
    assert printed[0].endswith("2 runs, by hare")

    assert printed[4].split() == ["kettle", "0", "of", "2", "of", "its", "own"]
    assert any(line.strip() == "0 of 2           followers < 0" for line in printed)
    assert any(line.startswith("street") and "in its words" in line for line in printed)
    plain = report(surveyed(KETTLE))
    assert "the game's" in plain
    assert "in its words" not in plain


def test_as_json_it_says_the_same() -> None:
    told = surveyed(KETTLE, POT, LATER, STREET).as_json()
    assert told["runs"] == 2
    kettle, pot, _, street = told["endings"]
    assert kettle == {
        "id": "kettle", "told": 0, "worded": True, "lines": {"sales >= 0": 2, "followers < 0": 0}
    }  # fmt: skip
    assert pot["told"] == 2
    assert "lines" not in street


def test_a_strategy_that_is_none_of_the_games_own_may_sit_there() -> None:
    one = strategy_of_text(RULES)
    found = survey(small_bakery(seasons=1), [one, "hare(claims=3)"], runs=1, workers=1)
    assert found.strategies == (describe(one), "hare(claims=3)")
    assert found.told.total() == 2


def test_an_unknown_strategy_is_refused() -> None:
    with pytest.raises(ValueError, match="tortose"):
        survey(small_bakery(seasons=1), ["tortose"], runs=1)

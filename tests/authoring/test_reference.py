"""The reference is not stale, leaves no field out, and its examples are those of the golden file, which loads for ever.

After a deliberate change of the format: `python -m tests.authoring.test_reference` writes the page anew.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from game.authoring.load import examine, load_scenario
from game.authoring.reader import read_source
from game.authoring.reference import SECTIONS, UNITS, WITHOUT_FILE, examples_in, reference
from game.sim.limits import limits_at
from game.sim.measure import MEASURES
from game.sim.model import MODEL
from game.sim.part import without_words
from tests.checkout import ROOT

PAGE = ROOT / "docs" / "scenario-reference.md"
GOLDEN = Path(__file__).parent / "golden" / "long-race-1.yaml"
BLOCKS = ("unlock", "with", "opens_with")  # whose values are numbers, told in their meaning
SAID = "0157d26b8d9702dfec21d7635551acbbb532cdd0a59c2e61eeae3c5c3df5a61e"
RULES = {2: "e571b9bab28e72cc449af981479a9af606e7485dfe43f092db21c1f5b40813e6"}


def made() -> str:
    """The page as it is made today."""
    source = read_source(GOLDEN.read_text(encoding="utf-8"), GOLDEN.name)
    return reference(examples_in(source.data))


def test_the_page_says_what_the_models_say_today() -> None:
    assert PAGE.read_text(encoding="utf-8") == made(), "python -m tests.authoring.test_reference"


def test_every_measure_that_is_counted_by_the_week_is_named_as_such() -> None:
    named = re.search(r"What is counted by the week \((.*?)\)", made(), re.DOTALL)
    assert named
    by_week = [one.id for one in MEASURES if one.kind != "level" and one.id != "sales"]
    assert re.findall(r"`(\w+)`", named[1]) == by_week


def test_the_golden_file_uses_every_field_so_that_each_has_an_example() -> None:
    source = read_source(GOLDEN.read_text(encoding="utf-8"), GOLDEN.name)
    shown = examples_in(source.data)
    fields = {
        (model.__name__, field.alias or name)
        for model, _ in SECTIONS
        for name, field in model.model_fields.items()
    }
    assert {(model, key) for model, key in fields if key not in WITHOUT_FILE} <= set(shown)


@pytest.mark.parametrize(
    "model", [model for model, _ in SECTIONS], ids=lambda model: model.__name__
)
def test_every_field_has_a_meaning_and_every_number_a_unit(model: type) -> None:
    for name, field in model.model_fields.items():  # type: ignore[attr-defined]
        key = field.alias or name
        assert field.description, key
        assert not limits_at(model, (key,)) or key in (*UNITS, *BLOCKS)


def said() -> str:
    """What the golden file says, without what has the usual value, as a digest."""
    scenario = load_scenario(GOLDEN)
    told = scenario.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return hashlib.sha256(json.dumps(without_words(told), sort_keys=True).encode()).hexdigest()


def test_the_golden_file_loads_for_ever_and_says_the_same() -> None:
    assert [str(problem) for problem in examine(GOLDEN).problems] == []
    assert said() == SAID


def test_the_golden_file_has_the_same_rules_as_long_as_the_model_has_its_number() -> None:
    # the usual values of the numbers are part of the rules, so a new model has new ones: add them
    assert load_scenario(GOLDEN).rules_hash == RULES[MODEL]


if __name__ == "__main__":
    PAGE.write_text(made(), encoding="utf-8")

"""Documents made from code: the tables are not stale, the names in the text exist, and the arc is rendered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.sim.clock import Phase
from game.sim.light import LIGHTS
from game.sim.parameter import Parameters
from game.sim.scenario import Scenario
from game.study.comparison import compare
from game.study.document import MarkError, arc_tables, main, parameter_table, put_between
from tests.builders import a_scenario
from tests.test_architecture import ROOT

MODEL = ROOT / "docs" / "model.md"


def names() -> set[str]:
    """The parameters by their whole names."""
    return {
        f"{group}.{name}"
        for group, field in Parameters.model_fields.items()
        for name in type(field.default).model_fields
    }


def test_the_table_of_parameters_is_not_stale() -> None:
    text = MODEL.read_text(encoding="utf-8")
    assert put_between(text, "parameters", parameter_table()) == text, (
        "python -m game.study.document parameters docs/model.md"
    )


def test_the_table_has_a_row_for_every_parameter() -> None:
    rows = re.findall(r"^\| `([a-z_.]+)` \| \S+ \|", parameter_table(), flags=re.MULTILINE)
    assert set(rows) == names()
    assert len(rows) == len(names())


def test_every_parameter_named_in_the_text_exists() -> None:
    groups = "|".join(Parameters.model_fields)
    named = set(re.findall(rf"`((?:{groups})\.[a-z_*]+)`", MODEL.read_text(encoding="utf-8")))
    named = {name for name in named if not name.endswith(".py")}
    wild = {name for name in named if "*" in name}
    assert named - wild <= names()
    assert all(any(re.fullmatch(name.replace("*", ".*"), one) for one in names()) for name in wild)
    assert len(named) > 40


def test_every_file_named_in_the_text_exists() -> None:
    named = re.findall(r"`([a-z/]+\.py)`", MODEL.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / "game" / "sim" / name).exists()] == []


def test_the_document_tells_all_phases_and_lights() -> None:
    text = MODEL.read_text(encoding="utf-8")
    assert all(phase.name.lower() in text for phase in Phase)
    assert all(f"| {light} |" in text for light in LIGHTS)


def small_race() -> Scenario:
    return a_scenario(people=80, seasons=2)


def test_the_arc_is_told_by_wins_means_and_shares() -> None:
    text = arc_tables(
        compare(small_race(), ("tortoise", "hare"), replications=2, seed=5, workers=1)
    )
    assert "2 lucks from seed 5" in text
    assert text.count("| strategy | 1 | 2 |") == 2
    assert re.search(r"^\| hare \| \d+% \| \d+% \| \d+% \| \d+% \|$", text, flags=re.MULTILINE)
    assert re.search(r"^\| followers \| \d+% \| \d+% \|$", text, flags=re.MULTILINE)


def test_a_table_goes_between_its_marks_and_nowhere_else(tmp_path: Path) -> None:
    document = tmp_path / "model.md"
    document.write_text(
        "before\n<!-- parameters: begin -->\nso far nothing\n<!-- parameters: end -->\nafter\n"
    )
    main(["parameters", str(document)])
    text = document.read_text(encoding="utf-8")
    assert text.startswith("before\n<!-- parameters: begin -->\n\n| parameter |")
    assert text.endswith("|\n\n<!-- parameters: end -->\nafter\n")
    assert "so far nothing" not in text


def test_a_document_without_marks_is_named_before_any_work(tmp_path: Path) -> None:
    document = tmp_path / "arc.md"
    document.write_text("nothing\n")
    with pytest.raises(MarkError, match="arc: begin"):
        main(["arc", str(document)])

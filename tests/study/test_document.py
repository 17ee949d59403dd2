"""Documents made from code: the tables are not stale, the names in the text exist, and the arc is rendered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.sim.clock import Phase
from game.sim.light import LIGHTS
from game.sim.parameter import Parameters
from game.sim.scenario import Scenario
from game.study.calibration import targets
from game.study.comparison import compare
from game.study.document import MarkError, arc_tables, main, parameter_table, put_between
from tests.builders import a_scenario
from tests.checkout import ROOT

DOCS = ROOT / "docs"
MODEL = "\n".join(
    (DOCS / f"{name}.md").read_text(encoding="utf-8")
    for name in ("model", "model-submodels", "stress-des")
)
FACT = re.compile(r"\b[PKRST]\d+\b")
STRESS_ITEMS = (
    "1.1 1.2 1.3 2.1 2.2 2.3 2.4 2.5.1 2.5.2 2.5.3 2.5.4 2.5.5 "
    "3.1 3.2 3.3 3.4 4.1 4.2 4.3 5.1 5.2 5.3 5.4 6.1"
)


def names() -> set[str]:
    """The parameters by their whole names."""
    return {
        f"{group}.{name}"
        for group, field in Parameters.model_fields.items()
        for name in type(field.default).model_fields
    }


def test_the_table_of_parameters_is_not_stale() -> None:
    text = (DOCS / "parameters.md").read_text(encoding="utf-8")
    assert put_between(text, "parameters", parameter_table()) == text, (
        "python -m game.study.document parameters docs/parameters.md"
    )


def test_the_table_has_a_row_for_every_parameter() -> None:
    rows = re.findall(r"^\| `([a-z_.]+)` \| \S+ \|", parameter_table(), flags=re.MULTILINE)
    assert set(rows) == names()
    assert len(rows) == len(names())


def test_every_parameter_named_in_the_text_exists() -> None:
    groups = "|".join(Parameters.model_fields)
    named = set(re.findall(rf"\b((?:{groups})\.[a-z_*]+)", MODEL))
    named = {name for name in named if not name.endswith(".py")}
    wild = {name for name in named if "*" in name}
    assert named - wild <= names()
    assert all(any(re.fullmatch(name.replace("*", ".*"), one) for one in names()) for name in wild)


def test_the_submodels_tell_what_every_parameter_does() -> None:
    text = (DOCS / "model-submodels.md").read_text(encoding="utf-8")
    words = set(re.findall(r"[a-z_]+", text))
    assert [name for name in sorted(names()) if name.partition(".")[2] not in words] == []


def test_every_file_named_in_the_text_exists() -> None:
    named = re.findall(r"`([a-z/_]+\.py)`", MODEL)
    homes = (ROOT, ROOT / "game" / "sim")
    assert [name for name in named if not any((home / name).exists() for home in homes)] == []
    assert len(named) > 30


def test_the_document_tells_all_phases_and_lights() -> None:
    assert all(phase.name.lower() in MODEL for phase in Phase)
    assert all(f"| {light} |" in MODEL for light in LIGHTS)


def test_every_fact_that_is_named_stands_among_the_sources_and_no_other() -> None:
    text = (DOCS / "sources.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| ([PKRST]\d+) \| .+ \| .+ \| [ABC] \|$", text, flags=re.MULTILINE)
    declared = set(FACT.findall(parameter_table())) | {one.fact for one in targets()}
    assert declared <= set(told)
    assert set(FACT.findall(MODEL)) | declared == set(told)
    assert len(told) == len(set(told))


def test_every_item_of_the_stress_checklist_is_answered() -> None:
    text = (DOCS / "stress-des.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (\d\.[\d.]+) [^|]+ \| (.+) \|$", text, flags=re.MULTILINE))
    assert list(rows) == STRESS_ITEMS.split()
    assert all(answer.strip() for answer in rows.values())


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

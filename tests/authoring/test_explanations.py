"""Each code has a page: what, why, and examples of which the wrong one gives the code and the right one does not."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from game import paths
from game.authoring.explanations import FAMILIES, Explanation, explanations
from game.authoring.load import examine_bytes
from game.authoring.tables import read_table
from tests.authoring.codes import codes
from tests.authoring.mistake import SMALL
from tests.authoring.mistakes_beside import GERMAN, PACK, RULES
from tests.command import longrace

PAGES = explanations()
TOLD = {"Y01", "Y05", "Y06", "Y20", "S19", "T02"}
"""Codes whose examples are told and not shown: no few lines would show them."""
FILES = {
    "P03": "packs/square.yaml",
    "P06": "packs/square.yaml",
    "P07": "packs/square.yaml",
} | dict.fromkeys(("L32", "L33", "L34"), "tea.yaml")
"""Codes whose examples stand in another file than a scenario's."""
USING = SMALL.replace("year: 2012", "year: 2012\nuses: [square]")


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert set(PAGES) == codes()


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.code)
def test_a_page_says_what_and_why_in_whole_sentences(page: Explanation) -> None:
    for text in (page.what, page.why):
        assert text[0].isupper() or text[0] in "{<`" or text.startswith("seen(")
        assert text.endswith((".", "?"))
    assert page.wrong != page.right
    assert page.code[0] in FAMILIES


def found(code: str, example: str, at: str, folder: Path) -> set[str]:
    """The codes that an example gives where it stands in for a piece of the small scenario, its pack or its words."""
    (folder / "packs").mkdir(exist_ok=True)
    files = {
        "tea-shop.yaml": SMALL,
        "packs/square.yaml": PACK,
        "tea-shop.de.yaml": GERMAN,
        "tea.yaml": RULES,
    }
    changed = "tea-shop.yaml"
    if at == "FILE":
        files[changed] = example
    else:
        changed = {"T": "tea-shop.de.yaml"}.get(code[0]) or FILES.get(code, changed)
        files[changed] = replaced(files[changed], at, example)
        if changed == "packs/square.yaml":
            files["tea-shop.yaml"] = USING
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    file = changed if code[0] == "T" or changed == "tea.yaml" else "tea-shop.yaml"
    problems = examine_bytes((folder / file).read_bytes(), file, folder=folder).problems
    return {problem.code for problem in problems}


def replaced(text: str, at: str, example: str) -> str:
    """A text in which an example stands for a piece of it, with the same indentation."""
    first = at.rstrip("\n").split("\n")[0]
    line = next(line for line in text.split("\n") if first in line)
    indent = " " * (len(line) - len(line.lstrip())) if line.lstrip().startswith(first) else ""
    old = textwrap.indent(at.rstrip("\n"), indent)
    if old not in text:  # further in than its own first line: `- id` within a list
        old = at.rstrip("\n")
    assert old in text, f"nothing to stand in for: {at}"
    kept = indent if old.startswith(indent) and not example.startswith("\t") else ""
    return text.replace(old, textwrap.indent(example.rstrip("\n"), kept), 1)


@pytest.mark.parametrize("code", [code for code in PAGES if code not in TOLD])
def test_the_wrong_example_gives_the_code_and_the_right_one_nothing(
    code: str, tmp_path: Path
) -> None:
    page = PAGES[code]
    at = read_table(paths.assets() / "explanations.yaml")[code]["at"]
    assert code in found(code, page.wrong, at, tmp_path)
    if at != "FILE":
        assert found(code, page.right, at, tmp_path) == set()


def test_the_command_prints_a_page_or_all_of_them() -> None:
    done = longrace("explain", "y30")
    assert done.returncode == 0
    assert "Wrong:\n    title: Ask about #smallbiz today\n" in done.stdout
    wrong = longrace("explain", "Y3O")
    assert (wrong.returncode, wrong.stderr.partition(".")[0]) == (
        2,
        "Y3O: there is no such code or word",
    )
    listed = longrace("explain").stdout
    assert all(f"  {code}  " in listed for code in PAGES)

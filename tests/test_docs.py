"""What the documents claim: their snippets run, their links lead somewhere, CI runs what they say.

A block marked as `python` is executed. In a block marked as `console` each `$ longrace` line is
typed, and the lines below it, if any, are what it must print; three dots stand for any lines.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.checkout import ROOT
from tests.console import matches, session

DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
FOLLOWED = "authors-guide.md"  # one step after the other, in `test_guide.py`
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")


class Block(NamedTuple):
    """A fenced block of a document."""

    place: str
    language: str
    text: str


def blocks(path: Path) -> list[Block]:
    """The fenced blocks of a document, in its order."""
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    return [
        Block(f"{name}:{text.count(chr(10), 0, found.start()) + 1}", found[1], found[2])
        for found in FENCE.finditer(text)
    ]


def check_python(block: Block, folder: Path) -> None:
    """Execute a snippet in a folder of its own, in a process of its own."""
    run([sys.executable, "-c", block.text], folder, block.place)


def check_console(block: Block, folder: Path) -> None:
    """Type the commands of a console block, one after the other, in one folder."""
    for typed in session(block.text):
        assert typed.command[0] == "longrace", f"{block.place}: only longrace is typed here"
        printed = run([sys.executable, "-m", "game", *typed.command[1:]], folder, block.place)
        lines = [line.rstrip() for line in printed.splitlines()]
        if typed.expected:
            assert matches(typed.expected, lines), f"{block.place} printed:\n{printed}"


def run(command: list[str], folder: Path, place: str) -> str:
    """What a command prints, which must end well."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{place} ended with {done.returncode}:\n{done.stderr}"
    return done.stdout


CHECKS = {"python": check_python, "console": check_console}
RUNNABLE = [
    block
    for path in DOCUMENTS
    if path.name != FOLLOWED
    for block in blocks(path)
    if block.language in CHECKS
]


@pytest.mark.parametrize("block", RUNNABLE, ids=lambda block: block.place)
def test_every_snippet_of_the_documents_does_what_they_say(block: Block, tmp_path: Path) -> None:
    CHECKS[block.language](block, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "```python\nassert 1 == 2\n```\n",
        "```python\nimport no_such_module\n```\n",
        "```console\n$ longrace sprint\n```\n",
        "```console\n$ longrace --version\nThe Short Race\n```\n",
        "```console\n$ rm -r .\n```\n",
    ],
)
def test_a_snippet_that_is_wrong_is_noticed(text: str, tmp_path: Path) -> None:
    document = tmp_path / "made_up.md"
    document.write_text(text, encoding="utf-8")
    (block,) = blocks(document)
    with pytest.raises(AssertionError, match="made_up"):
        CHECKS[block.language](block, tmp_path)


@pytest.mark.parametrize(
    ("expected", "printed", "alike"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a", "..."], ["a", "b", "c"], True),
        (["...", "c"], ["a", "b", "c"], True),
        (["a", "..."], ["a"], True),
        (["a"], ["a", "b"], False),
        (["...", "b"], ["a", "c"], False),
        (["a"], [], False),
    ],
)
def test_dots_stand_for_any_lines(expected: list[str], printed: list[str], alike: bool) -> None:
    assert matches(expected, printed) == alike


def test_every_link_between_the_documents_leads_somewhere() -> None:
    broken = [
        f"{path.relative_to(ROOT)}: {link}"
        for path in DOCUMENTS
        for link in LINK.findall(path.read_text(encoding="utf-8"))
        if not link.startswith(("http://", "https://", "#"))
        and not (path.parent / link.partition("#")[0]).exists()
    ]
    assert broken == []


def commands(language: str) -> list[str]:
    """The set-up commands of the README in one shell's language."""
    return [
        block.text.strip() for block in blocks(ROOT / "README.md") if block.language == language
    ]


def test_the_readme_has_two_commands_of_one_line_each_and_their_windows_forms() -> None:
    play, test = commands("sh")
    play_on_windows, test_on_windows = commands("powershell")
    assert play.endswith("longrace play")
    assert test.endswith("-m tests")
    for line, windows in ((play, play_on_windows), (test, test_on_windows)):
        assert "\n" not in line + windows
        assert line.startswith("python3 -m venv .venv && ")
        assert windows.startswith("py -3 -m venv .venv; ")
        # The same words, but for where Windows keeps an environment's commands.
        shared = windows.replace("py -3", "python3").replace("; ", " && ")
        assert shared.replace(".venv\\Scripts\\", ".venv/bin/") == line


def test_ci_runs_exactly_the_test_command_of_the_readme() -> None:
    _, test = commands("sh")
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert script.splitlines()[-1] == f'{test} "$@"'

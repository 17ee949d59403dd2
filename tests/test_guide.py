"""The author's guide, followed to the letter: each block and each change in its order, in one folder.

What a new author does by hand stands in the guide as a remark that a reader of the page does not see: text that is
appended to a file, a file that is written, a text that is changed into another, or that the next command should fail.
The other documents are tested in `test_docs.py`, next door.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from tests.checkout import ROOT
from tests.conftest import lacking
from tests.console import matches, session

GUIDE = ROOT / "docs" / "authors-guide.md"
PICTURES = ROOT / "docs" / "pictures"
STEP = re.compile(
    r"^<!-- (?P<remark>.*?) -->$|^```(?P<language>\w+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
READ = {"sh"}  # blocks that need a window: read, and not typed
WRITE = re.compile(r"write (\S+)")
APPEND = re.compile(r"append to (\S+)")
CHANGE = re.compile(r"change in (\S+): `(.*)` to `(.*)`")


class Author:
    """Somebody who follows the guide in a *folder*, and types what stands in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.appends: Path | None = None
        self.fails = False

    def heed(self, remark: str) -> None:
        """Do what a remark says, or keep it in mind for the next block."""
        if found := CHANGE.fullmatch(remark):
            path, (old, new) = (
                self.folder / found[1],
                (one.replace("\\n", "\n") for one in found.group(2, 3)),
            )
            text = path.read_text(encoding="utf-8")
            assert old in text, f"The guide changes `{old}`, which is not in {path.name}."
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
        elif found := APPEND.fullmatch(remark) or WRITE.fullmatch(remark):
            self.appends = self.folder / found[1]
            self.appends.parent.mkdir(exist_ok=True)
            assert self.appends.exists() == remark.startswith("append"), remark
        else:
            assert remark == "fails", f"Nobody knows what `{remark}` means."
            self.fails = True

    def paste(self, text: str) -> None:
        """Put a block of YAML at the end of the file that the remark before it named."""
        if self.appends is not None:
            with self.appends.open("a", encoding="utf-8") as file:
                file.write("\n" + text)
        self.appends = None

    def type(self, text: str) -> None:
        """Type the commands of a console block, and compare what they print."""
        for command, expected in session(text):
            done = subprocess.run(
                [sys.executable, "-m", "game", *command[1:]],
                cwd=self.folder,
                env=os.environ | {"PYTHONPATH": str(ROOT)},
                capture_output=True,
                text=True,
                check=False,
            )
            assert (done.returncode != 0) == self.fails, f"{command}: {done.stdout}{done.stderr}"
            printed = [line.rstrip() for line in done.stdout.splitlines()]
            assert matches(expected, printed), f"{command} printed:\n{done.stdout}{done.stderr}"
        self.fails = False


def steps() -> Iterator[tuple[str, str]]:
    """The guide's remarks and blocks: what it is, and its text."""
    for found in STEP.finditer(GUIDE.read_text(encoding="utf-8")):
        yield (found["language"] or "remark", found["text"] or found["remark"])


def follow(folder: Path) -> None:
    """Follow the guide in *folder*."""
    author = Author(folder)
    does = {"remark": author.heed, "yaml": author.paste, "console": author.type}
    for kind, text in steps():
        if kind not in READ:
            does[kind](text)
    assert (author.appends, author.fails) == (None, False), "The guide's last remark leads nowhere."


@pytest.mark.slow
def test_the_guide_leads_from_nothing_to_a_scenario_that_works(tmp_path: Path) -> None:
    follow(tmp_path)
    assert (tmp_path / "hat-shop.de.yaml").exists()
    assert how_different(tmp_path / "card-wedding_hat.png", PICTURES / "guide-card.png") < 4


@pytest.mark.full
def test_the_guide_shows_the_page_about_its_own_scenario(tmp_path: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        lacking("No Chromium is installed.")
    follow(tmp_path)
    weigh = ["balance", "hat-shop.yaml", "--html", "hat-shop.html", "--runs", "4", "--states", "12"]
    look = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    for command in (
        [sys.executable, "-m", "game", *weigh],
        [str(browser), *look, "--window-size=1000,1180", "--screenshot=page.png", f"{tmp_path.as_uri()}/hat-shop.html"],
    ):  # fmt: skip
        path = os.environ | {"PYTHONPATH": str(ROOT)}
        subprocess.run(command, cwd=tmp_path, env=path, check=True, capture_output=True)
    assert how_different(tmp_path / "page.png", PICTURES / "guide-balance.png") < 4


def how_different(one: Path, other: Path) -> float:
    """The mean difference of two pictures of one size, from 0 to 255: letters are not smoothed alike everywhere."""
    first, second = (pygame.image.load(path) for path in (one, other))
    assert first.get_size() == second.get_size()
    bytes_of = [
        np.frombuffer(pygame.image.tobytes(picture, "RGB"), np.uint8) for picture in (first, second)
    ]
    return float(np.abs(bytes_of[0].astype(int) - bytes_of[1]).mean())


@pytest.mark.parametrize(
    ("remark", "sentence"),
    [
        ("change in hat-shop.yaml: `no such line` to `x`", "which is not in hat-shop.yaml"),
        ("sing", "Nobody knows"),
    ],
)
def test_a_step_that_cannot_be_followed_is_noticed(
    remark: str, sentence: str, tmp_path: Path
) -> None:
    (tmp_path / "hat-shop.yaml").write_text("seasons: 4\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=sentence):
        Author(tmp_path).heed(remark)


def test_a_block_that_prints_something_else_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="printed"):
        Author(tmp_path).type("$ longrace --version\nThe Short Race\n")

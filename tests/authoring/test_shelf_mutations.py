"""Everything on the shelf, broken at random: never a crash, never a hang, a line for every problem.

A sample runs always; ten thousand files run with `python -m tests --full`.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from game import paths
from game.authoring.beginning import QUESTIONS, beginning
from tests.authoring.breaking import MOST_SECONDS, broken, check_told, examined
from tests.authoring.mistake import SMALL, YEAR
from tests.authoring.mistakes_beside import GERMAN, PACK, USES

SHELF = [
    path
    for inside in ("*.yaml", "packs/*.yaml", "strategies/*.yaml")
    for path in sorted(paths.scenarios().glob(inside))
]
PARTS, A_PART = 50, 200


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which a scenario finds its pack, and words their scenario."""
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "square.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "tea-shop.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def seeds() -> list[tuple[str, Callable[[], str]]]:
    """The files that are broken: each one's name, and how its text is had."""
    ours = [(path.name, lambda path=path: path.read_text(encoding="utf-8")) for path in SHELF]
    made = {
        "tea-shop.de.yaml": GERMAN,
        "square.yaml": PACK,
        "tea.yaml": SMALL.replace(YEAR, USES),
        "new.yaml": beginning({one.name: one.example for one in QUESTIONS}, "new"),
    }
    return [*ours, *((name, lambda text=text: text) for name, text in made.items())]


@pytest.mark.parametrize(("name", "text"), seeds(), ids=[name for name, _ in seeds()])
def test_a_file_of_the_shelf_may_be_broken_in_any_way(
    name: str, text: Callable[[], str], folder: Path
) -> None:
    luck = random.Random(name)
    for _ in range(12):
        check_told(broken(text(), luck), name, folder)


@pytest.mark.full
@pytest.mark.parametrize("part", range(PARTS))
def test_ten_thousand_broken_files_are_told_of(part: int, folder: Path) -> None:
    luck = random.Random(1000 + part)
    for _ in range(A_PART):
        name, text = luck.choice(seeds())
        check_told(broken(text(), luck), name, folder)


def write(folder: Path, name: str, data: bytes) -> Path:
    """A file of a folder."""
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"x" * 100_000_000, "Y01"),
        (b"a: 1\n" * 20_000_000, "Y01"),
        (b"\x00\x01\x02\xff" * 1000, "Y06"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "Y06"),
        ("title: Käse".encode("latin-1"), "Y05"),
        ("format: long-race/1".encode("utf-16"), "Y06"),
        (b"a: " + b"[" * 10_000, "Y20"),
        (b"format: long-race/1\na: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "Y21"),
    ],
    ids=["100 MB", "100 MB of lines", "binary", "picture", "latin-1", "utf-16", "deep", "aliases"],
)
def test_what_is_no_scenario_gets_a_sentence_at_once(
    data: bytes, code: str, tmp_path: Path
) -> None:
    from game.authoring import check

    path = write(tmp_path, "odd.yaml", data)
    start = time.process_time()
    problems = check(path)
    assert time.process_time() - start < MOST_SECONDS
    assert code in [problem.code for problem in problems]
    assert problems[0].message.endswith(".")
    assert problems[0].remedy


def test_a_seed_breaks_often_enough_to_be_worth_it(folder: Path) -> None:
    luck = random.Random(5)
    found = [examined(broken(SMALL, luck), "tea.yaml", folder)[0] for _ in range(100)]
    assert sum(bool(one.problems) for one in found) > 60

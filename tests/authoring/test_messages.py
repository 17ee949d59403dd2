"""Each mistake gives its message word for word; and no code exists without a mistake that gives it.

After a deliberate change of words: `python -m tests.authoring.test_messages` writes them anew, and
the difference is read by eye.
"""

from __future__ import annotations

import re
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from game.authoring.load import examine_bytes
from game.authoring.problems import Problem
from tests.authoring.codes import codes
from tests.authoring.mistake import SMALL, Mistake
from tests.authoring.mistakes import MISTAKES

MESSAGES = Path(__file__).with_name("messages.txt")
HEAD = "#### "


def told(mistake: Mistake) -> str:
    """What the author of a broken file reads."""
    return "\n\n".join(str(problem) for problem in problems_of(mistake))


def problems_of(mistake: Mistake) -> list[Problem]:
    """The problems of a broken file, with what lies beside it."""
    with TemporaryDirectory() as folder, chdir(folder):
        for name, text in mistake.beside.items():
            Path(name).parent.mkdir(exist_ok=True)
            Path(name).write_text(text, encoding="utf-8", errors="surrogateescape")
        return examine_bytes(mistake.data(), mistake.file, folder=Path(folder)).problems


def written() -> dict[str, str]:
    """The messages as they stand in the file, by mistake."""
    parts = MESSAGES.read_text(encoding="utf-8").split(HEAD)[1:]
    return {head: text.strip("\n") for head, _, text in (part.partition("\n") for part in parts)}


def test_the_small_scenario_is_fine() -> None:
    found = examine_bytes(SMALL.encode(), "tea.yaml")
    assert found.problems == []
    assert found.scenario is not None


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.id)
def test_a_mistake_is_told_in_exactly_these_words(mistake: Mistake) -> None:
    text = told(mistake)
    assert text == written()[mistake.id]
    assert f" {mistake.code}: " in text


def test_every_message_belongs_to_a_mistake() -> None:
    assert list(written()) == [mistake.id for mistake in MISTAKES]


def test_every_code_has_a_mistake_that_gives_it() -> None:
    unreachable = {"S19"}  # what a model may refuse one day and nobody has words for yet
    assert codes() - unreachable == {mistake.code for mistake in MISTAKES}


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.id)
def test_one_mistake_is_told_once_with_a_place_and_a_remedy(mistake: Mistake) -> None:
    (problem,) = problems_of(mistake)
    assert problem.code == mistake.code
    assert problem.line >= 1
    assert problem.spot.end > problem.col >= 1
    assert problem.remedy
    assert not re.search(r"pydantic|https?:|\bNone\b|\bdict\b|\btuple\b|\bstr\b", str(problem))


def write() -> None:
    """Write the messages as they are now."""
    text = "".join(f"{HEAD}{mistake.id}\n{told(mistake)}\n\n" for mistake in MISTAKES)
    MESSAGES.write_text(text.rstrip("\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()

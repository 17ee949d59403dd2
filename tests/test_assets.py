"""Nothing lies in `assets` that the game does not ask for: each icon, sound and text is named in its code.

That each has a row in the table of attributions is in `test_architecture.py`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

from game import paths
from game.authoring.words import load_words
from tests.checkout import ROOT

NAME = re.compile(r"[a-z]{2}")
ICON_IN_TEXT = re.compile(r"\{icon:([\w-]+)\}")


@cache
def literals() -> frozenset[str]:
    """Every string that stands in the game's code."""
    return frozenset(
        node.value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def patterns() -> frozenset[str]:
    """Every string with slots that stands in the game's code, as a pattern: a slot is one part between dots.

    Those without a word are left out.
    """
    return frozenset(
        "".join(
            re.escape(part.value)
            if isinstance(part, ast.Constant) and isinstance(part.value, str)
            else r"[\w-]+"
            for part in node.values
        )
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        and any(
            isinstance(part, ast.Constant) and NAME.search(str(part.value)) for part in node.values
        )
    )


def trees() -> Iterator[ast.Module]:
    for path in sorted((ROOT / "game").rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))


def test_every_text_is_asked_for() -> None:
    unnamed = [id for id in load_words() if id not in literals()]
    asked = re.compile("|".join(sorted(patterns())))
    assert [id for id in unnamed if not asked.fullmatch(id)] == []


def test_every_icon_and_every_sound_is_asked_for() -> None:
    words = load_words()
    in_texts = {
        icon for id in words for form in words.forms(id) for icon in ICON_IN_TEXT.findall(form)
    }
    icons = {path.stem for path in (paths.assets() / "icons").glob("*.svg")}
    sounds = {path.stem for path in (paths.assets() / "sounds").glob("*.wav")}
    assert icons
    assert sounds
    assert sorted((icons - in_texts | sounds) - literals()) == []

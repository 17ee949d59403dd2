"""Text ids: what each text of a scenario is called, so that a file of another language can name it.

`cards.sour_review.choices.answer.label`: the keys on the way to the text, with ids in the place of numbers. Who reads
such a file: `translation.py`. The ids of the texts on screens are others, in `words.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from game.authoring.source import Path

TEXTS = ("title", "summary", "notes", "lesson", "name", "label", "question", "text", "last")
WITHOUT_TEXTS = ("market", "parameters", "reasons", "sources", "agendas", "tests", "with", "acts")
NAMED_BY = ("id", "week")


def text_ids(data: dict[str, Any]) -> dict[str, Path]:
    """Every text of a scenario, as plain data, by its id: where it stands; in the order of the file."""
    found: dict[str, Path] = {}
    for id, path in _texts_in(data, "", ()):
        found.setdefault(id, path)
    return found


def _texts_in(block: dict[str, Any], above: str, at: Path) -> Iterator[tuple[str, Path]]:
    for key, value in block.items():
        path, name = (*at, key), f"{above}{key}"
        if key in TEXTS and isinstance(value, str) and value:
            yield name, path
        elif key in WITHOUT_TEXTS:
            continue
        elif isinstance(value, dict):
            yield from _texts_in(value, f"{name}.", path)
        elif isinstance(value, list):
            for number, item in enumerate(value):
                if isinstance(item, dict) and (part := _name_of(item)):
                    yield from _texts_in(item, f"{name}.{part}.", (*path, number))


def _name_of(item: dict[str, Any]) -> str:
    return next((str(item[key]) for key in NAMED_BY if key in item), "")

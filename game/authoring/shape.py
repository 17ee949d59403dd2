"""Data to models: what is missing, unknown or out of range, in our own words and at its place.

The models are in `game/sim/scenario.py` and know every range; the words for what they refuse are
in `wording.py`. What the models cannot know is asked in `checks/`.
"""

from __future__ import annotations

import json
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.authoring.refusal import Refusal
from game.authoring.source import Path, Source, Span
from game.authoring.wording import worded
from game.sim.limits import limits_at, models_at
from game.sim.spelling import closest, suggestion

Model = TypeVar("Model", bound=BaseModel)

OTHER_WORDS = {
    "effects": "acts", "effect": "acts", "actions": "acts", "options": "choices", "answers": "choices",
    "condition": "when", "conditions": "when", "if": "when", "trigger": "when", "description": "text", "body": "text",
    "probability": "chance", "headline": "title", "caption": "label", "from": "source", "to": "target",
    "source": "from", "target": "to", "after_months": "after_weeks", "after_days": "after_weeks",
    "after_seasons": "after_weeks", "months": "weeks", "days": "weeks",
}  # fmt: skip
"""What other games call it, and what it is called here."""

POINTS = (
    "trust",
    "liking",
    "likes",
    "trusts",
    "followers",
    "sales",
    "customers",
    "energy",
    "money",
    "points",
)
"""What an act never gives, and authors of other games look for."""
SINGLE_OR_LIST = ("when", "expect", "without")
"""Keys whose list may be written as one text."""


def shaped(source: Source, model: type[Model]) -> Model | None:
    """The model of what a source holds, or None, with a problem for each cause."""
    try:
        # JSON, because it knows lists and words but neither tuples nor enumerations
        return model.model_validate_json(json.dumps(with_lists(source.data)))
    except ValidationError as error:
        _report(source, model, error.errors(include_url=False, include_context=True))
    return None


def keys_at(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that may stand in the block at a path; empty where any may."""
    return [
        field.alias or name
        for kind in models_at(model, path)
        for name, field in kind.model_fields.items()
    ]


def with_lists(value: Any) -> Any:
    """The data in which a text that stands for a list of one is that list."""
    if isinstance(value, list):
        return [with_lists(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: [item] if key in SINGLE_OR_LIST and isinstance(item, str) else with_lists(item)
        for key, item in value.items()
    }


def _report(source: Source, model: type[BaseModel], errors: list[ErrorDetails]) -> None:
    unknown = {
        _path(source, error["loc"]) for error in errors if error["type"] == "extra_forbidden"
    }
    said: set[Path] = set()
    missing: dict[Path, list[str]] = {}
    for error in errors:
        path = _path(source, error["loc"])
        if error["type"] == "extra_forbidden":
            _unknown_key(source, model, path)
        elif error["type"] == "missing":
            missing.setdefault(path, []).append(str(error["loc"][-1]))
        elif path not in said and not _is_echo(source, error, path):
            said.add(path)
            _refused(source, model, error, path)
    for block, keys in missing.items():
        _missing_keys(source, block, keys, unknown)


def _path(source: Source, places: tuple[str | int, ...]) -> Path:
    """The part of a validator's place that exists in the data; it may end in names of types."""
    path: Path = ()
    value = source.data
    for part in places:
        known = part in value if isinstance(value, dict) else _is_index(value, part)
        if not known:
            break
        value = value[part]
        path = (*path, part)
    return path


def _is_index(value: Any, part: str | int) -> bool:
    return isinstance(value, list) and isinstance(part, int) and part < len(value)


def _is_echo(source: Source, error: ErrorDetails, path: Path) -> bool:
    """Whether a list is called too short only because its items were refused already."""
    least = error.get("ctx", {}).get("min_length")
    value = source.at(path)
    return error["type"] == "too_short" and isinstance(value, list) and len(value) >= (least or 0)


def _unknown_key(source: Source, model: type[BaseModel], path: Path) -> None:
    key, block = str(path[-1]), path[:-1]
    message = f"`{key}` is not known {_inside(source, block)}."
    known = keys_at(model, block)
    remedy = suggestion(key, known, shown=30)
    first, colon, rest = key.partition(":")
    if OTHER_WORDS.get(key.lower()) in known:
        remedy = f"Did you mean `{OTHER_WORDS[key.lower()]}`?"
    elif colon and rest.strip() and first in known:
        remedy = f"Behind the colon a space is missing. Write  {first}: {rest.strip()}"
    elif key in POINTS and block and "act" in known:
        remedy = (
            "Acts do something; what comes of it is for the model to say. For example  {act: help}"
        )
    span = source.key_place(path)
    if source.at(path) is None and _follows_comma(source, span):
        remedy = "If it belongs to the text before the comma, put that text in quotes."
    source.report(span, "S01", message, remedy)


def _follows_comma(source: Source, span: Span) -> bool:
    """Whether a key stands where a text without quotes was cut off by its comma."""
    return source.line(span)[: span.col].rstrip().endswith(",")


def _missing_keys(source: Source, block: Path, keys: list[str], unknown: set[Path]) -> None:
    strays = [str(path[-1]).partition(":")[0] for path in unknown if path[:-1] == block]
    # one that was misspelt was reported already
    missing = [key for key in keys if not any(_is_meant(key, stray) for stray in strays)]
    if not missing:
        return
    name = source.name(block) if block else "the file"
    *others, last = (f"`{key}`" for key in missing)
    listed = f"{', '.join(others)} and {last}" if others else last
    message = f"{name[0].upper()}{name[1:]} needs {listed}."
    remedy = f"Add a line for each, such as  {missing[0]}: …" if others else f"Add  {missing[0]}: …"
    source.report(_first_key(source, block), "S02", message, remedy)


def _is_meant(key: str, stray: str) -> bool:
    """Whether an unknown key is a key misspelt, or what other games call it."""
    return bool(closest(stray, [key])) or OTHER_WORDS.get(stray.lower()) == key


def _first_key(source: Source, block: Path) -> Span:
    value = source.at(block)
    if isinstance(value, dict) and value:
        return source.key_place((*block, next(iter(value))))
    return source.place(block)


def _inside(source: Source, block: Path) -> str:
    return f"in {source.name(block)}" if block else "here"


def _refused(source: Source, model: type[BaseModel], error: ErrorDetails, path: Path) -> None:
    context = error.get("ctx", {})
    if error["type"] == "contradiction" and source.at((*path, context["field"])) is not None:
        path = (*path, context["field"])
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), "the file")
    beyond = error["loc"][len(path) :]
    is_key = "[key]" in beyond
    refusal = Refusal(
        type=error["type"],
        key=key,
        value=error["input"] if is_key else source.at(path),
        plain=None if is_key else source.plain.get(path),
        context=context,
        one_of_many=any(part in ("int", "float", "str", "bool") for part in beyond),
        behind=source.behind(path),
        item=bool(path) and isinstance(path[-1], int),
        inside=_inside(source, path[:-1]),
        is_key=is_key,
        limits=None if is_key else limits_at(model, path),
        group=str(path[1]) if path[:1] == ("parameters",) and len(path) > 2 else "",
    )
    told = worded(refusal)
    span = source.key_place(path) if is_key or told.marks_key else source.place(path)
    source.report(span, told.code, told.message, told.remedy, about=path)

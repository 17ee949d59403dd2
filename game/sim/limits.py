"""Limits: what may stand in a field of a scenario or a parameter, and the sentence that refuses anything else.

The fields are declared in `scenario.py` and `parameters/`; `declared.py` refuses by these sentences in Python, and
`game/authoring` words the same limits for files.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Sequence
from numbers import Integral
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

Place = Sequence[str | int]
LONGEST = 40  # characters of a wrong value that are repeated


class BadInputError(ValueError):
    """What was given cannot be: a sentence a mistake, each with the field, its unit and its range."""


class Limits(NamedTuple):
    """What may stand in one number's field: *kind* in words, the bounds (None where there is none), and the unit.

    *above* is true where the lower bound itself is too low.
    """

    kind: str
    low: float | None
    high: float | None
    above: bool
    unit: str

    @property
    def words(self) -> str:
        """The range with its unit: `from 0 to 10 (weight)`."""
        unit = f" ({self.unit})" if self.unit else ""
        if self.unit.startswith("calendar year"):
            return f"from {self.low:g} to {self.high:g}{unit}"
        if self.low is None or self.high is None:
            return f"{_shown(self.low or 0)} or more{unit}"
        if self.above:
            return f"above {_shown(self.low)} and at most {_shown(self.high)}{unit}"
        return f"from {_shown(self.low)} to {_shown(self.high)}{unit}"


def _shown(number: float) -> str:
    return f"{int(number):,}" if float(number).is_integer() else f"{number:g}"


MOST_WEEKS = 1040
WEEKS = Limits("a whole number", 1, MOST_WEEKS, False, "weeks; the curves reach twenty years")
SEED = Limits("a whole number", 0, 2**63 - 1, False, "the luck")
LUCKS = Limits("a whole number", 1, 100_000, False, "lucks")
WORKERS = Limits("a whole number", 1, 1024, False, "processes")


def whole_within(name: str, value: object, limits: Limits) -> int:
    """*value* if it is a whole number within *limits*. Raises `BadInputError` with the *name* of what was given."""
    if isinstance(value, Integral) and not isinstance(value, bool):
        number = int(value)
        if (limits.low or 0) <= number <= (number if limits.high is None else limits.high):
            return number
    raise BadInputError(f"{name} is {said(value)}; it must be {limits.kind} {limits.words}.")


def limits_at(model: type[BaseModel], place: Place) -> Limits | None:
    """The limits of the number at *place* (keys and numbers of items) in *model*; None where no number belongs."""
    *above, key = place or ("",)
    found = (
        _of(field)
        for one in models_at(model, above)
        for name, field in one.model_fields.items()
        if key in (name, field.alias)
    )
    return next((limits for limits in found if limits), None)


def models_at(model: type[BaseModel], place: Place) -> Iterator[type[BaseModel]]:
    """The models of the blocks that may stand at *place* in *model*: *model* itself at no place."""
    if not place:
        yield model
        return
    key, *rest = place
    for name, field in model.model_fields.items():
        if key in (name, field.alias):
            for inner, depth in models_in(field.annotation):
                if len(rest) >= depth:
                    yield from models_at(inner, rest[depth:])


def models_in(kind: Any) -> Iterator[tuple[type[BaseModel], int]]:
    """The models that a field of *kind* holds, and how deep: 0 for one alone, 1 for each of a list or of a block."""
    origin, arguments = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind, 0
    elif origin is not None and get_origin(origin) is Annotated:  # a generic alias such as Many[Id]
        yield from models_in(get_args(origin)[0][arguments])
    elif origin in (Union, types.UnionType):
        for one in arguments:
            yield from models_in(one)
    elif origin in (tuple, list, dict):
        for inner, depth in models_in(arguments[1 if origin is dict else 0]):
            yield inner, depth + 1


def _of(field: FieldInfo) -> Limits | None:
    kinds = set(get_args(field.annotation)) or {field.annotation}
    if not kinds & {int, float}:
        return None
    bounds = {
        side: getattr(rule, side)
        for rule in field.metadata
        for side in ("ge", "gt", "le", "lt")
        if hasattr(rule, side)
    }
    extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
    return Limits(
        kind="a number" if float in kinds else "a whole number",
        low=bounds.get("ge", bounds.get("gt")),
        high=bounds.get("le", bounds.get("lt")),
        above="gt" in bounds,
        unit=str(extra.get("unit") or field.description or ""),
    )


def said(value: object) -> str:
    """A wrong *value* as it is repeated to whoever gave it."""
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "nothing"}[value]
    try:
        text = f'"{value}"' if isinstance(value, str) else str(value)
        if isinstance(value, Integral) and not isinstance(value, int):
            text += f" of another kind ({type(value).__name__}, not int)"
    except ValueError:  # a whole number of thousands of digits
        text = "a number too long to write"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"

"""What a declared thing is: frozen, strict, nothing unknown; and what it refuses is told in one sentence a mistake.

Base of the groups of parameters and of the parts of a scenario. Files are read by `game/authoring`, which words the
same mistakes with their lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from game.sim.limits import BadInputError, limits_at, said
from game.sim.spelling import suggestion


class Contradiction(NamedTuple):
    """Two fields of one block that exclude each other: the *field* to look at, and the *sentence*."""

    field: str
    sentence: str


class Declared(BaseModel):
    """Base of everything that is declared. `BadInputError` says what is refused in Python."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)
    PREFIX: ClassVar[str] = ""

    def __init__(self, **given: Any) -> None:
        """Raise `BadInputError` for what cannot be."""
        try:
            super().__init__(**given)
        except ValidationError as error:
            raise BadInputError(sentences(type(self), error)) from None
        self.agree()

    # pydantic then fills what is nested, or read from a file, without coming through here
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]  # pydantic looks for it

    @classmethod
    def model_validate(cls, obj: Any, **how: Any) -> Self:
        """*obj* as one of this kind. Raises `BadInputError`."""
        try:
            made = super().model_validate(obj, **how)
        except ValidationError as error:
            raise BadInputError(sentences(cls, error)) from None
        made.agree()
        return made

    def contradictions(self) -> Iterator[Contradiction]:
        """What is wrong although each field alone is right."""
        yield from ()

    def agree(self) -> None:
        """Raise `BadInputError` for fields that contradict each other, here or further in."""
        for one in declared_in(self):
            for found in one.contradictions():
                raise BadInputError(found.sentence)


def declared_in(value: object) -> Iterator[Declared]:
    """*value*, if it is declared, and everything declared inside it."""
    if isinstance(value, Declared):
        yield value
        for name in type(value).model_fields:
            yield from declared_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from declared_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from declared_in(item)


def check_again(made: Declared) -> None:
    """Raise `BadInputError` where *made* was changed past its declaration, as `model_copy(update=...)` allows."""
    type(made).model_validate(made.model_dump(by_alias=True, warnings=False))


def sentences(model: type[Declared], error: ValidationError) -> str:
    """What *error* found in *model*, a sentence a line."""
    found = error.errors(include_url=False)
    told = (_sentence(model, one) for one in found if len(found) == 1 or one["type"] != "too_short")
    return "\n".join(dict.fromkeys(told))


def _sentence(model: type[Declared], error: ErrorDetails) -> str:
    place, kind = error["loc"], error["type"]
    if kind == "contradiction":
        return str(error["ctx"]["sentence"])
    name = _name(model, place)
    if kind == "missing":
        return f"{name} is missing."
    if kind == "extra_forbidden":
        known = [field.alias or name for name, field in model.model_fields.items()]
        hint = f" {suggestion(str(place[0]), known)}" if len(place) == 1 else ""
        return f"{name} is not known.{hint}"
    limits = limits_at(model, place)
    if limits:
        return f"{name} is {said(error['input'])}; it must be {limits.kind} {limits.words}."
    if kind in ("bool_type", "bool_parsing"):
        return f"{name} is {said(error['input'])}; it must be true or false."
    if kind in ("too_long", "too_short"):
        count, bound = error["ctx"]["actual_length"], error["ctx"]
        most = (
            f"at most {bound['max_length']}"
            if "max_length" in bound
            else f"at least {bound['min_length']}"
        )
        return f"{name} has {count} entries; there must be {most}."
    asked = error["msg"].partition(" should ")[2] or f"be another: {error['msg']}"
    if kind in ("model_type", "model_attributes_type"):
        asked = f"be a block of {'numbers' if place else 'values'} by their names"
    return f"{name} is {said(error['input'])}; it must {asked}."


def _name(model: type[Declared], place: tuple[str | int, ...]) -> str:
    parts = [str(part) for part in place]
    if parts[:1] == ["parameters"]:
        parts = parts[1:] or parts
    return ".".join([model.PREFIX, *parts] if model.PREFIX else parts) or model.__name__

"""The parameters of a strategy: dataclass fields declared once with default, unit, range and help.

What they steer is said by each archetype; how they are read from words is in `registry.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from game.sim.spelling import closest
from game.sim.strategy import Strategy

Setting = int | float | str


def number(default: int, unit: str, low: int, high: int, meaning: str) -> Any:
    """Declare a whole number between *low* and *high*, in *unit*."""
    return field(
        default=default, metadata={"unit": unit, "low": low, "high": high, "meaning": meaning}
    )


def word(default: str, known: tuple[str, ...], meaning: str) -> Any:
    """Declare one word out of *known*."""
    said = {"unit": " or ".join(known), "known": known, "meaning": meaning}
    return field(default=default, metadata=said)


def text(default: str, unit: str, meaning: str) -> Any:
    """Declare free text, written as *unit* says."""
    return field(default=default, metadata={"unit": unit, "meaning": meaning})


@dataclass(frozen=True)
class Parameter:
    """One parameter of a kind of strategy, as it was declared."""

    name: str
    default: Any
    unit: str
    meaning: str
    low: int | None = None
    high: int | None = None
    known: tuple[str, ...] = ()


def parameters_of(kind: type[Strategy]) -> tuple[Parameter, ...]:
    """The parameters of the dataclass *kind*.

    A subclass that gives a field of its base another default inherits what was declared there. A
    class that is no dataclass has none.
    """
    if not is_dataclass(kind):
        return ()
    found = ((one, _declared(kind, one.name)) for one in fields(kind))
    return tuple(
        Parameter(name=one.name, default=one.default, **said) for one, said in found if said
    )


def _declared(kind: type[Strategy], name: str) -> Mapping[str, Any]:
    """What was declared of a field, by the nearest class that did; empty where none did."""
    for base in kind.__mro__:
        own = base.__dict__.get("__dataclass_fields__", {}).get(name)
        if own is not None and own.metadata:
            return dict(own.metadata)
    return {}


def check_settings(strategy: Strategy) -> None:
    """Raise `ValueError` for the first parameter of *strategy* that is not what it was declared."""
    for one in parameters_of(type(strategy)):
        complaint = _complaint(one, getattr(strategy, one.name))
        if complaint:
            raise ValueError(f"{strategy.name}: {one.name} {complaint}.")


def settings_of(strategy: Strategy) -> dict[str, Setting]:
    """The parameters of *strategy* that are not at their default, as a run file keeps them."""
    declared = parameters_of(type(strategy))
    values = {one.name: getattr(strategy, one.name) for one in declared}
    return {one.name: values[one.name] for one in declared if values[one.name] != one.default}


def help_of(kind: type[Strategy]) -> str:
    """The parameters of *kind*, one a line: name, default, unit, what it is."""
    return "\n".join(
        f"{one.name} = {one.default!r} ({one.unit}): {one.meaning}" for one in parameters_of(kind)
    )


def unknown_parameter(kind: type[Strategy], name: str) -> str:
    """The sentence about a parameter *name* that *kind* does not have."""
    known = {one.name: one.unit for one in parameters_of(kind)}
    if not known:
        return f"{kind.name} has no parameter {name!r}; it takes none."
    near = closest(name, known)
    hint = f" Did you mean {near}?" if near else ""
    listed = ", ".join(f"{other} ({unit})" for other, unit in known.items())
    return f"{kind.name} has no parameter {name!r}.{hint} It takes {listed}."


def _complaint(one: Parameter, value: object) -> str:
    if one.known:
        near = closest(str(value), one.known)
        hint = f" (did you mean {near}?)" if near else ""
        return (
            ""
            if value in one.known
            else f"is one of {', '.join(one.known)}; {value!r} is not{hint}"
        )
    if one.low is None or one.high is None:
        return "" if isinstance(value, str) else f"is text ({one.unit}); {value!r} is not"
    if isinstance(value, bool) or not isinstance(value, int):
        return f"is a whole number between {one.low} and {one.high} ({one.unit}); {value!r} is not"
    if one.low <= value <= one.high:
        return ""
    return f"lies between {one.low} and {one.high} ({one.unit}); {value} does not"

"""Observations as text: a table for a terminal, and what each observable is."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Sequence

from game.study.observables.observable import Observable, Observation
from game.study.table import text_table


def table(seen: Sequence[Observation]) -> str:
    """A line an observation; a curve has a line for each of its numbers."""
    rows = []
    for one in seen:
        if isinstance(one.value, list):
            curve = zip(one.value, _list(one.low), _list(one.high), strict=True)
            for place, (value, low, high) in enumerate(curve, 1):
                rows.append(
                    (f"{one.id} [{place}]", one.unit, *_numbers(value, low, high), str(one.n))
                )
        else:
            rows.append((one.id, one.unit, *_numbers(one.value, one.low, one.high), str(one.n)))
    return text_table(("observable", "unit", "value", "95 % from", "to", "n"), rows, words=2)


def _list(value: float | list[float]) -> list[float]:
    return value if isinstance(value, list) else [value]


def _numbers(*values: object) -> tuple[str, ...]:
    return tuple(number(value) for value in values if isinstance(value, float | int))


def number(value: float) -> str:
    """A number with four figures; a dash where there is none."""
    return f"{value:.4g}" if math.isfinite(value) else "-"


def names_by_fact(known: Iterable[Observable]) -> str:
    """What can be asked for: a line for each fact, and those that belong to none."""
    by_fact: dict[str, list[str]] = {}
    for one in known:
        by_fact.setdefault(one.fact, []).append(one.id)
    facts = sorted(filter(None, by_fact), key=lambda fact: (fact[0], int(fact[1:])))
    lines = [f"{fact}: {', '.join(by_fact[fact])}" for fact in facts]
    return "\n".join([*lines, *by_fact.get("", [])])


def definitions(wanted: Sequence[Observable]) -> str:
    """What each observable is and how it is measured."""
    parts = []
    for one in wanted:
        about = ", ".join(
            filter(None, (one.fact, one.kind, one.unit, f"{one.replications} replications"))
        )
        text = textwrap.fill(one.definition, 100, initial_indent="    ", subsequent_indent="    ")
        parts.append(f"{one.id} ({about})\n{text}")
    return "\n".join(parts)

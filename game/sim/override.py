"""Overrides: parameters set otherwise by words such as `trade.offer=0`, as tests of scenarios write them.

The parameters are declared in `parameters/`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from game.sim.limits import BadInputError
from game.sim.parameter import Parameters
from game.sim.spelling import suggestion

EXAMPLE = "trade.offer=0"


def overridden(parameters: Parameters, words: Iterable[str]) -> Parameters:
    """*parameters* with those that *words* name set otherwise. Raises `BadInputError` with a sentence."""
    everything: dict[str, dict[str, Any]] = parameters.model_dump()
    for word in words:
        id, equals, value = (part.strip() for part in word.partition("="))
        group, _, name = id.partition(".")
        if not equals:
            raise BadInputError(f"`{word}` sets no parameter; write for example {EXAMPLE}.")
        if name not in everything.get(group, {}):
            known = [f"{one}.{name}" for one, names in everything.items() for name in names]
            raise BadInputError(f"There is no parameter `{id}`. {suggestion(id, known)}")
        everything[group][name] = _value(word, value)
    return Parameters.model_validate(everything)


def _value(word: str, text: str) -> Any:
    try:
        value = json.loads(text)
    except ValueError:
        raise BadInputError(f"`{word}`: `{text}` is no number, nor true or false.") from None
    return value

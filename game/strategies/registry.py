"""The registry: strategies by the names that are typed; and how one is written down.

Which strategy decides for which runner is in `cast.py`; what a strategy must fulfil is in
`check.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from game.sim.spelling import closest
from game.sim.strategy import Strategy
from game.strategies.adaptive import Adaptive
from game.strategies.braggart import Braggart
from game.strategies.chance import Chance
from game.strategies.collector import Collector
from game.strategies.connector import Connector
from game.strategies.flitter import Flitter
from game.strategies.get_it import GetIt
from game.strategies.hare import Hare
from game.strategies.parameter import Setting, parameters_of, settings_of, unknown_parameter
from game.strategies.running_with_scissors import RunningWithScissors
from game.strategies.scripted import Scripted
from game.strategies.shouter import Shouter
from game.strategies.tortoise import Tortoise
from game.strategies.traditional import Traditional
from game.strategies.wallflower import Wallflower

STRATEGIES: Mapping[str, type[Strategy]] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Tortoise, Hare, Adaptive, Wallflower, Shouter, Flitter, Braggart, Collector,
            Connector, Traditional, GetIt, RunningWithScissors, Chance, Scripted,
        )
    }
)  # fmt: skip

WRITTEN = re.compile(r"\s*([\w-]+)\s*(?:\((.*)\))?\s*", re.DOTALL)


def names() -> tuple[str, ...]:
    """The names of all strategies that ship, in the order in which they are told."""
    return tuple(STRATEGIES)


def named(name: str, **parameters: Setting) -> Strategy:
    """The strategy called *name*, with *parameters* set and the others at their default.

    Raises `ValueError` for an unknown name or parameter, saying what there is, and for a value out
    of range.
    """
    kind = kind_named(name)
    known = {one.name for one in parameters_of(kind)}
    for parameter in parameters:
        if parameter not in known:
            raise ValueError(unknown_parameter(kind, parameter))
    return kind(**parameters)


def kind_named(name: str) -> type[Strategy]:
    """The class called *name*. Raises `ValueError` with the nearest name and the list."""
    if name in STRATEGIES:
        return STRATEGIES[name]
    raise ValueError(unknown_strategy(name))


def unknown_strategy(name: str, besides: Iterable[str] = ()) -> str:
    """The sentence that refuses a name: the nearest one, and all there are, those *besides* ours among them."""
    known = [*STRATEGIES, *besides]
    near = closest(name, known)
    hint = f" Did you mean {near}?" if near else ""
    return f"There is no strategy {name!r}.{hint} There are {', '.join(known)}."


def takes_no_parameters(name: str) -> str:
    """The sentence that refuses parameters of a strategy that is written in rules."""
    return f"{name} is written in rules and takes no parameters."


def describe(strategy: Strategy) -> str:
    """*strategy* in one line: its name, and the parameters that are not at their default."""
    settings = ", ".join(f"{name}={value}" for name, value in settings_of(strategy).items())
    return f"{strategy.name}({settings})" if settings else strategy.name


def is_shipped(strategy: Strategy) -> bool:
    """Whether *strategy* is one of ours, so that its name and parameters are all of it."""
    return STRATEGIES.get(strategy.name) is type(strategy)


def written(strategy: Strategy) -> tuple[str, dict[str, Setting]]:
    """Name and parameters, as a run file keeps them; `named(name, **parameters)` gives it back.

    Raises `ValueError` for a strategy that does not ship.
    """
    if not is_shipped(strategy):
        raise ValueError(
            f"{type(strategy).__name__} is no strategy that ships, and so has no written form; "
            f"the shipped ones are {', '.join(STRATEGIES)}."
        )
    return strategy.name, settings_of(strategy)


def read(text: str) -> Strategy:
    """The strategy that *text* describes: `hare` or `hare(claims=3, make_care=normal)`.

    Raises `ValueError` as `named` does, and where the text cannot be read.
    """
    match = WRITTEN.fullmatch(text)
    if match is None:
        raise ValueError(
            f"{text!r} does not read as a strategy. Write a name, or name(parameter=value, ...)."
        )
    return named(
        match[1], **dict(_setting(part) for part in (match[2] or "").split(",") if part.strip())
    )


def _setting(text: str) -> tuple[str, Setting]:
    name, equals, value = (part.strip() for part in text.partition("="))
    if not (name and equals and value):
        raise ValueError(f"{text.strip()!r} does not read as a parameter. Write parameter=value.")
    return name, int(value) if re.fullmatch(r"[+-]?\d+", value) else value

"""Strategies: the name in `plays` must be one that exists, and `with` must fit it."""

from __future__ import annotations

from game.authoring.case import Block, Case
from game.sim.spelling import suggestion
from game.strategies.parameter import parameters_of
from game.strategies.registry import STRATEGIES, named, takes_no_parameters


def check_strategies(case: Case) -> None:
    """L04 for a strategy that nobody knows, L15 for a parameter that it does not take so."""
    for runner in case.blocks("runners"):
        name = runner.text("plays")
        if name is not None and name not in case.strategies:
            message = f"There is no strategy `{name}`."
            runner.report("plays", "L04", message, suggestion(name, case.strategies, shown=20))
        elif name is not None and (settings := runner.block("with")):
            if name in STRATEGIES:
                _check_settings(name, settings)
            elif settings.keys:
                remedy = "Take `with` away; what its rules do stands in its own file."
                runner.report("with", "L15", takes_no_parameters(name), remedy)


def _check_settings(name: str, settings: Block) -> None:
    usual = {parameter.name: parameter.default for parameter in parameters_of(STRATEGIES[name])}
    for key in settings.keys:
        if key not in usual:
            message = f"`{name}` has no parameter `{key}`."
            span = settings.source.key_place((*settings.path, key))
            settings.source.report(span, "L15", message, suggestion(key, usual, shown=20))
        elif isinstance(value := settings.value(key), int | float | str):
            try:
                named(name, **{key: value})
            except ValueError as error:
                remedy = f"Leave it out for the usual {usual[key]}."
                settings.report(key, "L15", str(error), remedy)

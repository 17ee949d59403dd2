"""The cast: which strategy decides for which runner of a scenario.

What strategies there are is in `registry.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from game.sim.runner import Runner
from game.sim.scenario import Scenario
from game.sim.spelling import suggestion
from game.sim.strategy import Strategy
from game.strategies.registry import STRATEGIES, named, read, takes_no_parameters, unknown_strategy


def cast(
    scenario: Scenario, people: Iterable[str], strategies: Mapping[str, Strategy | str]
) -> dict[str, Strategy]:
    """The strategy of each runner for whom no person decides, by the runner's id.

    *strategies* (instances, or words such as `hare` or `hare(claims=3)`) go before what the
    scenario says. A person goes before both. Raises `ValueError` for an unknown runner, strategy or
    parameter.
    """
    seated = tuple(people)
    known = [runner.id for runner in scenario.runners]
    for runner in (*seated, *strategies):
        if runner not in known:
            raise ValueError(f"{scenario.id} has no runner {runner!r}. {suggestion(runner, known)}")
    return {
        runner.id: _of(scenario, runner, strategies.get(runner.id))
        for runner in scenario.runners
        if runner.id not in seated
    }


def player(scenario: Scenario, given: Strategy | str) -> Strategy:
    """The strategy that is *given*, by words that the game knows or by the name of one of the scenario's own.

    Raises `ValueError` as `read` does, and for parameters of a strategy that is written in rules.
    """
    if isinstance(given, Strategy):
        return given
    own, name = scenario.strategies, given.partition("(")[0].strip()
    if name in own:
        if name != given.strip():
            raise ValueError(takes_no_parameters(name))
        return own[name]
    if re.fullmatch(r"[\w-]+", name) and name not in STRATEGIES:
        raise ValueError(unknown_strategy(name, own))
    return read(given)


def _of(scenario: Scenario, runner: Runner, given: Strategy | str | None) -> Strategy:
    """What was given for *runner*, else what the scenario lets it play."""
    if given is not None:
        return player(scenario, given)
    if runner.plays in scenario.strategies:
        if runner.with_:
            raise ValueError(f"Runner {runner.id}: {takes_no_parameters(runner.plays)}")
        return scenario.strategies[runner.plays]
    try:
        return named(runner.plays, **runner.with_)
    except ValueError as error:
        raise ValueError(f"Runner {runner.id}: {error}") from error

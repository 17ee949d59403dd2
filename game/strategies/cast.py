"""The cast: which strategy decides for which runner of a scenario.

What strategies there are is in `registry.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.sim.runner import Runner
from game.sim.scenario import Scenario
from game.sim.spelling import suggestion
from game.sim.strategy import Strategy
from game.strategies.registry import named, read


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

    Raises `ValueError` as `read` does.
    """
    if isinstance(given, Strategy):
        return given
    return scenario.strategies[given] if given in scenario.strategies else read(given)


def _of(scenario: Scenario, runner: Runner, given: Strategy | str | None) -> Strategy:
    """What was given for *runner*, else what the scenario lets it play."""
    if given is not None:
        return player(scenario, given)
    if runner.plays in scenario.strategies:
        if runner.with_:
            name = f"Runner {runner.id}: {runner.plays}"
            raise ValueError(f"{name} is written in rules and takes no parameters.")
        return scenario.strategies[runner.plays]
    try:
        return named(runner.plays, **runner.with_)
    except ValueError as error:
        raise ValueError(f"Runner {runner.id}: {error}") from error

"""`longrace run`: one scenario to its horizon, without a window. What happens in it is decided in `game/sim`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.cli.asked import SEED, AsJson, ScenarioNamed, Weeks
from game.cli.leaving import mendable
from game.cli.named import scenario_named, strategy_named
from game.cli.progress import Told, bar

if TYPE_CHECKING:
    from game.sim.run import Run
    from game.sim.scenario import Scenario


def run(
    scenario: ScenarioNamed,
    seed: Annotated[
        int,
        typer.Option(
            metavar="N", parser=SEED, help="The luck; the same number gives the same run."
        ),
    ] = 0,
    strategy: Annotated[
        list[str] | None,
        typer.Option(
            metavar="[RUNNER=]NAME|FILE.yaml",
            help="Who decides for a runner (for the seat where none is named); may be given again.",
        ),
    ] = None,
    weeks: Weeks = None,
    as_json: AsJson = False,
    record: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Keep the run in a file, for `longrace replay`."),
    ] = None,
) -> None:
    """Run a scenario to its horizon and print where everybody stands."""
    from game.sim.writing import check_place

    loaded = scenario_named(scenario)
    with mendable(ValueError):
        made = _made(loaded, seed, strategy or [], weeks)
    if record:
        check_place(record)
    with bar(loaded.title) as told:
        play_out(made, told)
    print_outcome(made, as_json=as_json)
    if record:
        made.save(record)


def _made(scenario: Scenario, seed: int, strategies: list[str], weeks: int | None) -> Run:
    from game.strategies.runs import Run

    named = {
        runner: strategy_named(text)
        for runner, text in (_named(scenario, one) for one in strategies)
    }
    return Run(scenario, seed, strategies=named, weeks=weeks)


def _named(scenario: Scenario, text: str) -> tuple[str, str]:
    """`RUNNER=NAME`, or `NAME` alone for the seat; an equals sign within brackets sets a parameter."""
    runner, equals, name = text.partition("=")
    if equals and "(" not in runner:
        return runner, name
    return scenario.seat, text


def play_out(run: Run, told: Told | None) -> None:
    """Let *run*, in which nobody is asked, go to its horizon, telling the weeks."""
    from game.sim.clock import WEEK

    for week in range(1, run.weeks + 1):
        run.advance(until=week * WEEK)
        if told:
            told(week, run.weeks)


def print_outcome(run: Run, *, as_json: bool) -> None:
    """Print where every runner stands, for people or as JSON."""
    if as_json:
        import json

        print(json.dumps(outcome_as_json(run), ensure_ascii=False, indent=2))
    else:
        print(outcome_as_text(run))


def outcome_as_json(run: Run) -> dict[str, Any]:
    """The outcome of a run as one JSON object."""
    return {
        "scenario": run.scenario.id,
        "seed": run.seed,
        "weeks": run.weeks,
        "digest": run.digest,
        "runners": [run.outcome(runner.id).as_json() for runner in run.scenario.runners],
    }


def outcome_as_text(run: Run) -> str:
    """The outcome of a run as a table, a line a measure and a column a runner; parameters of strategies below it."""
    from game.pages.number import whole
    from game.study.table import text_table

    outcomes = [run.outcome(runner.id).as_json() for runner in run.scenario.runners]
    gaits = [outcome.pop("gait") for outcome in outcomes]
    names = [outcome.pop("name") for outcome in outcomes]
    players = [outcome.pop("strategy") for outcome in outcomes]
    measured = [
        (measure.replace("_", " "), *(whole(one[measure]) for one in group))
        for group in (outcomes, gaits)
        for measure in group[0]
    ]
    bare = [player.partition("(")[0] for player in players]
    weeks = "1 week" if run.weeks == 1 else f"{run.weeks} weeks"
    about = f"{run.scenario.title}: {weeks}, seed {run.seed}, digest {run.digest[:12]}"
    said = [
        f"{name} is {player}" for name, player in zip(names, players, strict=True) if "(" in player
    ]
    return "\n".join(
        [about, "", text_table(("", *names), [("", *bare), *measured]), "", *said]
    ).rstrip()

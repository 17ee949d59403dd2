"""`longrace balance`: is a scenario fair, or the whole shelf. The weighing is done in `game/study`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.asked import LUCKS, WEEKS, AsJson, FirstLuck, Workers, whole
from game.cli.leaving import leave, mendable
from game.cli.named import scenario_named
from game.cli.progress import bar

STATES = whole("moments at cards", 0, 100_000)
FRESH = whole("lucks", 0, 1000)


def balance(
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="A scenario, by its path or by its id.")
    ] = None,
    shelf: Annotated[
        bool,
        typer.Option(
            "--shelf",
            help="All scenarios that ship, each counting the same; exit code 1 unless they are balanced.",
        ),
    ] = False,
    runs: Annotated[
        int,
        typer.Option(metavar="N", parser=LUCKS, help="Lucks under which each strategy is seated."),
    ] = 8,
    states: Annotated[
        int,
        typer.Option(
            metavar="N", parser=STATES, help="Moments at cards in which each option is tried."
        ),
    ] = 16,
    fresh: Annotated[
        int,
        typer.Option(
            metavar="N", parser=FRESH, help="Fresh lucks for each option, beside the run's own."
        ),
    ] = 0,
    ahead: Annotated[
        int,
        typer.Option(
            metavar="WEEKS",
            parser=WEEKS,
            help="How long each option is followed, before a quiet year; 1040 for to the end.",
        ),
    ] = 26,
    seed: FirstLuck = 1,
    as_json: AsJson = False,
    html: Annotated[
        Path | None,
        typer.Option(
            metavar="PAGE",
            help="Also write a page for the browser; with --shelf, a page a scenario into a folder.",
        ),
    ] = None,
    workers: Workers = None,
) -> None:
    """Weigh a scenario: who wins, which options are worth choosing, what goes wrong, how long it takes."""
    import json
    import sys

    from game.authoring.load import shipped_scenarios
    from game.sim.writing import check_place, replace_file
    from game.study.balance.page import page
    from game.study.balance.report import as_json as as_plain
    from game.study.balance.report import report
    from game.study.balance.shelf import shelf_report, statement
    from game.study.balance.weighing import Sizes, weigh
    from game.study.workers import WorkersDiedError

    if shelf == (file is not None):
        leave("Name one scenario, or say --shelf for all that ship.", code=2)
    scenarios = [scenario_named(one) for one in (shipped_scenarios() if shelf else [file or ""])]
    places = {
        one.id: html / f"{one.id}.html" if shelf else html for one in scenarios if html is not None
    }
    if html is not None and shelf:
        html.mkdir(parents=True, exist_ok=True)
    for place in places.values():
        check_place(place)
    sizes = Sizes(runs, states, fresh, ahead, seed)
    with mendable(ValueError, WorkersDiedError), bar("Weighing") as told:
        weighed = weigh(scenarios, sizes, workers=workers, progress=told)
    stopped = len(weighed) < len(scenarios) or any(one.sizes.lucks < runs for one in weighed)
    if stopped:
        print("Stopped early: what follows is of the lucks that were done.", file=sys.stderr)
    for one in weighed:
        if html is not None:
            replace_file(places[one.scenario.id], page(one))
    said = statement(weighed, stopped=stopped) if shelf else None
    if as_json:
        plain = [as_plain(one) for one in weighed]
        told_of = {"statement": said.as_json(), "scenarios": plain} if said else plain[0]
        print(json.dumps(told_of, ensure_ascii=False, indent=2))
    else:
        print(shelf_report(weighed, said) if said else report(weighed[0]))
    if said is not None and not said.holds:
        raise typer.Exit(1)

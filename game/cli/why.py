"""`longrace why`: why a card came or did not, week by week. The following is done in `game/study`."""

from __future__ import annotations

from typing import Annotated

import typer

from game.cli.asked import SEED, AsJson, ScenarioNamed, Weeks
from game.cli.leaving import mendable
from game.cli.named import scenario_named, strategy_named
from game.cli.progress import bar


def why(
    file: ScenarioNamed,
    card: Annotated[str, typer.Argument(metavar="CARD", help="The id of the card.")],
    seed: Annotated[int, typer.Option(metavar="N", parser=SEED, help="The luck.")] = 0,
    strategy: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|FILE.yaml", help="Who plays the seat; the scenario says by default."
        ),
    ] = None,
    weeks: Weeks = None,
    as_json: AsJson = False,
) -> None:
    """Say, week by week, which lines of a card's condition hold, and why it came or did not."""
    import json

    from game.study.why_card import why as followed
    from game.study.why_table import report

    loaded = scenario_named(file)
    with mendable(ValueError), bar(loaded.title) as told:
        found = followed(
            loaded,
            card,
            seed=seed,
            strategy=strategy_named(strategy) if strategy else None,
            weeks=weeks,
            progress=told,
        )
    print(json.dumps(found.as_json(), ensure_ascii=False, indent=2) if as_json else report(found))

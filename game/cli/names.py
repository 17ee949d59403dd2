"""`longrace names`: what may stand in a condition, with its meaning and unit. Declared in `game/sim/terms.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.leaving import mendable


def names(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="A scenario, by path or by id, to tell its ids too."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the names as JSON.")] = False,
) -> None:
    """Tell every name that may stand in a condition, with its meaning and unit."""
    import json

    from game.authoring.load import ScenarioError, load_scenario
    from game.sim.light import LIGHTS
    from game.sim.terms import TERMS

    ids: dict[str, list[str]] = {"light": [str(light) for light in LIGHTS]}
    if file is not None:
        with mendable(ScenarioError, FileNotFoundError):
            scenario = load_scenario(file)
        ids["place"] = [place.id for place in scenario.places]
        ids["card"] = [card.id for card in scenario.cards]
        ids["choice"] = [
            f"{card.id}, {choice.id}" for card in scenario.cards for choice in card.choices
        ]
    if as_json:
        told = [
            {"name": one.name, "arguments": one.arguments, "kind": one.kind, "unit": one.unit, "meaning": one.meaning}
            for one in TERMS
        ]  # fmt: skip
        print(json.dumps({"names": told, "ids": ids}, ensure_ascii=False, indent=2))
        return
    width = max(len(one.written) for one in TERMS)
    for one in TERMS:
        unit = f" ({one.unit})" if one.unit else ""
        print(f"{one.written:<{width}}  {one.meaning}{unit}")
    print(
        "\nBetween them: and, or, not, < <= > >= == !=, + - * /, brackets. Several lines must all hold."
    )
    for kind, known in ids.items():
        print(f"\n{kind}: {'; '.join(known) if kind == 'choice' else ', '.join(known)}")

"""`longrace names`: what may stand in a condition, with its meaning and unit; and the endings that every scenario has.

Declared in `game/sim/terms.py` and `game/sim/ending.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.asked import AsJson
from game.cli.leaving import mendable

if TYPE_CHECKING:
    from game.sim.terms import Term


def names(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="A scenario, by path or by id, to tell its ids too."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell every name that may stand in a condition, with its meaning and unit, and the endings of the game."""
    import json

    from game.authoring.load import ScenarioError, load_scenario
    from game.sim.ending import MEANINGS
    from game.sim.ending import TERMS as TERMS_AT_END
    from game.sim.light import LIGHTS
    from game.sim.terms import TERMS
    from game.strategies.telling import TERMS_OF_RULES

    ids: dict[str, list[str]] = {"light": [str(light) for light in LIGHTS]}
    if file is not None:
        with mendable(ScenarioError, FileNotFoundError):
            scenario = load_scenario(file)
        ids["place"] = [place.id for place in scenario.places]
        ids["card"] = [card.id for card in scenario.cards]
        ids["choice"] = [
            f"{card.id}, {choice.id}" for card in scenario.cards for choice in card.choices
        ]
        ids["rival"] = [one.id for one in scenario.runners if one.id != scenario.seat]
    if as_json:
        told = [
            {"name": one.name, "arguments": one.arguments, "kind": one.kind, "unit": one.unit, "meaning": one.meaning}
            | ({"of": "endings"} if one in TERMS_AT_END else {"of": "rules"} if one in TERMS_OF_RULES else {})
            for one in (*TERMS, *TERMS_AT_END, *TERMS_OF_RULES)
        ]  # fmt: skip
        endings = [{"id": id, "meaning": meaning} for id, meaning in MEANINGS.items()]
        said = {"names": told, "ids": ids, "endings": endings}
        print(json.dumps(said, ensure_ascii=False, indent=2))
        return
    _print_terms(TERMS)
    print("\nOf endings also:")
    _print_terms(TERMS_AT_END)
    print("\nOf rules of a strategy also, and not `skill`:")
    _print_terms(TERMS_OF_RULES)
    print(
        "\nBetween them: and, or, not, < <= > >= == !=, + - * /, brackets. Several lines must all hold."
    )
    for kind, known in ids.items():
        print(f"\n{kind}: {'; '.join(known) if kind == 'choice' else ', '.join(known)}")
    print("\nending, which every scenario has, and when it is told:")
    for id, meaning in MEANINGS.items():
        print(f"{id:<12}  {meaning}")


def _print_terms(terms: Sequence[Term]) -> None:
    width = max(len(one.written) for one in terms)
    for one in terms:
        unit = f" ({one.unit})" if one.unit else ""
        print(f"{one.written:<{width}}  {one.meaning}{unit}")

"""Tables of the documents that are made from code: the parameters of the model, and the arc of the main scenario.

`python -m game.study.document parameters docs/parameters.md` (or `arc docs/arc.md`) writes them
between the marks that stand in these documents. Tables for a terminal are in `table.py`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from game.authoring.load import load_scenario
from game.pages.number import whole
from game.sim.model import MODEL
from game.sim.parameter import Parameters
from game.sim.parameters.base import Group
from game.study.comparison import WON_BY, Comparison, compare

FIELD = ("tortoise", "hare", "adaptive")
SCENARIO = "corner-bakery"
LUCKS, FIRST_LUCK = 200, 100


class MarkError(ValueError):
    """A document without the marks between which a table belongs."""


def markdown(titles: Sequence[str], rows: Sequence[Sequence[str]], words: int = 1) -> str:
    """A table in Markdown; all but the first *words* columns hold numbers."""
    rule = ["---"] * words + ["---:"] * (len(titles) - words)
    return "\n".join(f"| {' | '.join(line)} |" for line in (titles, rule, *rows))


def put_between(text: str, name: str, table: str) -> str:
    """*text* with *table* between the marks called *name*. Raises `MarkError` where they are missing."""
    first, last = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    if text.count(first) != 1 or text.count(last) != 1:
        raise MarkError(f"The document needs one line {first} and, below it, one line {last}.")
    before, after = text.partition(first)[0], text.partition(last)[2]
    return f"{before}{first}\n\n{table}\n\n{last}{after}"


def parameter_table() -> str:
    """All parameters: name, default, unit, range, what each is, and where it comes from."""
    rows = [
        (f"`{group}.{name}`", value, unit, low_high, meaning, source)
        for group, declared in Parameters.model_fields.items()
        for name, value, unit, low_high, meaning, source in _declared(declared.default)
    ]
    return markdown(("parameter", "default", "unit", "range", "what", "source"), rows, words=6)


def _declared(group: Group) -> Iterator[tuple[str, str, str, str, str, str]]:
    for name, field in type(group).model_fields.items():
        extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        bounds: dict[str, Any] = {}
        for rule in field.metadata:
            bounds |= {side: getattr(rule, side) for side in ("ge", "le") if hasattr(rule, side)}
        yield (
            name,
            str(field.default).lower() if isinstance(field.default, bool) else f"{field.default:g}",
            str(extra.get("unit", "")),
            f"{bounds['ge']:g} to {bounds['le']:g}" if bounds else "true, false",
            field.description or "",
            str(extra.get("source", "assumed")),
        )


def arc_tables(comparison: Comparison) -> str:
    """The arc in Markdown: shares of lucks won, followers and sales by season, and how often the hare is ahead."""
    about = (
        f"{comparison.scenario}, {comparison.weeks} weeks, {comparison.count} lucks from seed "
        f"{comparison.replications[0].seed}, model {MODEL}."
    )
    wins = {by: comparison.wins(by) for by in WON_BY}
    won = [(name, *(f"{wins[by][name]:.0%}" for by in WON_BY)) for name in comparison.strategies]
    parts = [
        about,
        "Share of the lucks won, by what is counted:",
        markdown(("strategy", *WON_BY), won),
    ]
    for line in ("followers", "sales"):
        parts += [_mean_title(line), _by_season(comparison, line)]
    if {"hare", "tortoise"} <= set(comparison.strategies):
        parts += [
            "Share of the lucks in which the hare is ahead of the tortoise:",
            _ahead(comparison),
        ]
    return "\n\n".join(parts)


def _mean_title(line: str) -> str:
    return f"Mean {line}{' to date' if line == 'sales' else ''} at the end of each season:"


def _titles(comparison: Comparison, first: str) -> tuple[str, ...]:
    return (first, *(str(number + 1) for number in range(len(comparison.season_ends))))


def _by_season(comparison: Comparison, line: str) -> str:
    rows = [
        (name, *(whole(round(one.mean)) for one in ends))
        for name, ends in comparison.by_season(line).items()
    ]
    return markdown(_titles(comparison, "strategy"), rows)


def _ahead(comparison: Comparison) -> str:
    pairs = list(zip(comparison.of("hare"), comparison.of("tortoise"), strict=True))
    rows = []
    for line in ("followers", "sales"):
        shares = [
            sum(getattr(hare, line)[week] > getattr(other, line)[week] for hare, other in pairs)
            / len(pairs)
            for week in comparison.season_ends
        ]
        rows.append((line, *(f"{share:.0%}" for share in shares)))
    return markdown(_titles(comparison, "by"), rows)


def main(words: Sequence[str] | None = None) -> None:
    """Write one kind of table into a document."""
    parser = argparse.ArgumentParser(prog="python -m game.study.document", description=__doc__)
    parser.add_argument("table", choices=("parameters", "arc"))
    parser.add_argument("document", type=Path)
    parser.add_argument("--replications", type=int, default=LUCKS, help="lucks for the arc")
    options = parser.parse_args(words)
    text = options.document.read_text(encoding="utf-8")
    put_between(text, options.table, "")  # before the long work
    if options.table == "parameters":
        table = parameter_table()
    else:
        lucks = options.replications
        made = compare(load_scenario(SCENARIO), FIELD, replications=lucks, seed=FIRST_LUCK)
        table = arc_tables(made)
    options.document.write_text(put_between(text, options.table, table), encoding="utf-8")


if __name__ == "__main__":
    main()

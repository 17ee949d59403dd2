"""The report of the falsifiers: tables in Markdown and the pictures beside them, from committed results.

`python -m game.study.falsifiers` runs everything anew and writes both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean

from game.study.document import markdown
from game.study.falsifiers.measured import Seen, told_by_observables
from game.study.falsifiers.picture import draw_map, draw_shares, draw_street
from game.study.falsifiers.region import (  # fmt: skip
    FIELD,
    MOST_SEASONS,
    Influence,
    assumed,
    hypercube,
    influences,
    won,
)
from game.study.falsifiers.results import Results
from game.study.falsifiers.room import SIZE
from game.study.falsifiers.street import HEARD_OF, Walk, ahead
from game.study.falsifiers.town import PEOPLE
from game.study.interval import Interval, mean_of, paired

HORIZONS = (("up to a year", 0, 4), ("to two years", 5, 7), ("longer", 8, MOST_SEASONS))
MOST_INFLUENCES = 12


def report(results: Results, seen: Seen, pictures: Path) -> str:
    """The text of the report between its marks; the pictures go to *pictures*. *seen* are observables by id."""
    minutes = sum(results.seconds.values()) / 60
    return "\n\n".join(
        [
            f"Made by `{results.digest}` in {minutes:.0f} minutes ("
            + ", ".join(f"{name} {seconds} s" for name, seconds in results.seconds.items())
            + ").",
            *_region(results, pictures),
            *_street(results.walks, pictures),
            *_ablations(results),
            *_rooms(results),
            *told_by_observables(seen, pictures),
            *_information(results),
        ]
    )


def _region(results: Results, pictures: Path) -> list[str]:
    points = hypercube(results.points)
    lines = [
        "### Who wins over the region",
        (
            f"{results.points} points of a Latin hypercube over {len(assumed())} assumed parameters and the horizon, "
            f"{len(FIELD)} strategies, {results.point_lucks} lucks, {PEOPLE} people, the seat alone. "
            "Shares of the lucks won, with half of their 95 % interval over the points."
        ),
    ]
    rows = []
    for by in ("yardstick", "sales", "followers"):
        shares = won(results.cells, by)
        here = [point for point in points if point.number in shares]
        for title, least, most in HORIZONS:
            there = [point.number for point in here if least <= point.seasons <= most]
            if not there:
                continue
            rows.append(
                (by, title, str(len(there)), *(_share([shares[n][name] for n in there]) for name in FIELD))
            )  # fmt: skip
    lines.append(markdown(("by", "horizon", "points", *FIELD), rows, words=2))
    shares = won(results.cells)
    loses = sum(here["tortoise"] < 0.5 for here in shares.values()) / len(shares)
    hare = sum(here["hare"] >= 0.5 for here in shares.values()) / len(shares)
    lines.append(
        f"By the yardstick the tortoise wins less than half of the lucks at {loses:.0%} of the points, and the hare at "
        f"least half of them at {hare:.0%}."
    )
    for strategy in ("hare", "tortoise"):
        lines += _influences(influences(points, shares, strategy), strategy)
    draw_shares(points, results.cells, pictures / "region-horizon.png")
    axes = [one.id for one in influences(points, shares, "tortoise") if one.id != "seasons"][:1]
    draw_map(points, results.cells, axes[0], pictures / "region-map.png")
    lines += [
        "![Share of lucks won by horizon](pictures/region-horizon.png)",
        f"![Who wins where, by horizon and {axes[0]}](pictures/region-map.png)",
    ]
    return lines


def _influences(found: Sequence[Influence], strategy: str) -> list[str]:
    told = [one for one in found if abs(one.shift) > one.chance]
    about = (
        f"What moves the {strategy}'s share of wins (its mean over a dimension's upper half less the lower): "
        f"{len(told)} of {len(found)} dimensions by more than chance would move the strongest of them."
    )
    rows = [(f"`{one.id}`", f"{one.shift:+.0%}", f"{one.chance:.0%}") for one in told]
    if not rows:
        return [about]
    return [about, markdown(("dimension", "shift", "by chance"), rows[:MOST_INFLUENCES])]


def _street(walks: Sequence[Walk], pictures: Path) -> list[str]:
    lucks = len({one.seed for one in walks})
    shares = ahead(walks, "hare", "tortoise")
    seasons = len(next(iter(shares.values())))
    rows = [(f"{firmness:.0%}", *(f"{one:.0%}" for one in line)) for firmness, line in shares.items()]  # fmt: skip
    draw_street(shares, pictures / "street.png")
    best = {firmness: _most_sold(walks, firmness) for firmness in shares}
    return [
        "### How much must trust sell, and how long must the race be?",
        (
            "Along one line, far beyond the region: what trust and liking sell is taken away step by step, and being "
            f"heard of sells instead (a weight of {HEARD_OF} at the end). {lucks} lucks, {PEOPLE} people, the seat "
            "alone. The share of lucks in which the hare has sold more to date than the tortoise, by season:"
        ),
        markdown(("left of trust", *(str(season + 1) for season in range(seasons))), rows),
        "![Where the hare is ahead of the tortoise](pictures/street.png)",
        "Most sold at the end, on the average: "
        + ", ".join(f"{name} at {firmness:.0%}" for firmness, name in best.items())
        + ".",
    ]


def _most_sold(walks: Sequence[Walk], firmness: float) -> str:
    """Who had sold the most at the end, on the average over the lucks."""
    sold = {
        name: [w.sales[-1] for w in walks if (w.firmness, w.strategy) == (firmness, name)]
        for name in FIELD
    }
    return max(FIELD, key=lambda name: mean(sold[name]))


def _ablations(results: Results) -> list[str]:
    signs = {"+": "more", "-": "less", "=": "the same"}
    rows = [
        (
            one.ablation,
            one.what,
            signs[one.expected],
            f"{one.usual:,.0f}",
            _short(one.difference),
            "hit" if one.hit else "**miss**",
        )
        for one in results.verdicts
    ]
    hits = sum(one.hit for one in results.verdicts)
    return [
        "### What moves when a mechanism is taken away",
        (
            f"{hits} of {len(rows)} expectations were met. They stand in `game/study/falsifiers/ablations.yaml`, "
            "committed before the first run. More or less is met where the whole 95 % interval of the paired "
            "differences lies on that side; the same, where it holds zero, which a small effect can do too."
        ),
        markdown(
            ("without", "what", "expected", "usual", "difference, 95 % interval", "verdict"),
            rows,
            words=3,
        ),
    ]


def _rooms(results: Results) -> list[str]:
    rows = []
    names = list(dict.fromkeys(seat.room for seat in results.seats))
    alone: list[float] = []  # of a tortoise in the first room, luck by luck
    gains: dict[str, Interval] = {}
    for name in names:
        seats = [seat for seat in results.seats if seat.room == name]
        lucks = sorted({seat.seed for seat in seats})
        slow = [seat for seat in seats if seat.strategy == "tortoise"]
        per_luck = [mean(s.yardstick for s in slow if s.seed == luck) for luck in lucks]
        alone = alone or per_luck
        gains[name] = paired(per_luck, alone)
        room = [sum(s.yardstick for s in seats if s.seed == luck) for luck in lucks]
        rows.append(
            (
                name,
                _short(mean_of(per_luck)),
                "-" if name == names[0] else _short(gains[name]),
                _short(mean_of(room)),
                f"{mean(s.skill for s in slow):.3f}",
                f"{mean(s.places for s in slow):.1f}",
            )
        )
    return [
        "### A room full of tortoises",
        f"{SIZE} equal businesses in one market of {PEOPLE}; tortoises, and some who explore.",
        markdown(
            (
                "room",
                "yardstick of a tortoise",
                "more than in the first room, paired",
                "of the whole room",
                "skill of a tortoise",
                "places",
            ),
            rows,
        ),
        _verdict_on_rooms(gains),
    ]


def _verdict_on_rooms(gains: Mapping[str, Interval]) -> str:
    """Whether company that explores makes a tortoise's yardstick surely higher."""
    surely = [name for name, gain in gains.items() if gain.is_above_zero]
    if surely:
        return f"A tortoise does better where {' and where '.join(surely)} (T6)."
    return (
        "**Miss**: in none of these rooms is a tortoise's yardstick surely higher than among its like alone. That a "
        "room full of tortoises does badly (T6) shows in the knack of the trade, below, and not in what they sell."
    )


def _information(results: Results) -> list[str]:
    rows = [(name, _short(mean_of(values))) for name, values in results.sights.items()]
    pairs = [("everything", "relationships"), ("relationships", "followers"), ("everything", "followers")]  # fmt: skip
    gains = [
        (f"{more} over {less}", _short(paired(results.sights[more], results.sights[less])))
        for more, less in pairs
    ]
    return [
        "### What it is worth to see more",
        "One learner that tries a change a season and keeps what helped, told apart only by what it steers by.",
        markdown(("steers by", "yardstick, 95 % interval"), rows),
        markdown(("sight", "gain, 95 % interval"), gains),
    ]


def _share(shares: Sequence[float]) -> str:
    found = mean_of(shares)
    return (
        f"{found.mean:.0%} ±{(found.high - found.low) / 2:.0%}"
        if found.count > 1
        else f"{found.mean:.0%}"
    )


def _short(interval: Interval) -> str:
    return f"{interval.mean:,.1f} ({interval.low:,.1f} to {interval.high:,.1f})"

"""Two falsifiers that need no runs of their own: the speed of copying, and both sides of survivor bias.

Their numbers are observables, measured for `docs/calibration.md`; here they are told and drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from game.study.calibration_report import with_interval
from game.study.document import markdown
from game.study.falsifiers.picture import draw_speed
from game.study.observables import Observation
from game.study.observables.learning import RUNNERS, SPEEDS, WATCHERS
from game.study.observables.show import number

Seen = Mapping[str, Observation]
CURVE, EDGE = "skill_by_adaptation_speed", "watcher_minus_explorer_by_share"
INSIDE = "long_run_skill_inverted_u_in_adaptation_speed"
BETS = (
    ("who comes first: bets that end on a dead platform", "share_first_entrant_bets_on_dead_platforms"),
    ("who waits two years and looks where people still are", "share_late_entrant_bets_on_dead_platforms"),
    ("on a platform that lasts: customers of the first less the late", "early_minus_late_share_on_survivors"),
)  # fmt: skip
DEALS = "p_closed_deal_24m_plus_survivors"


def told_by_observables(seen: Seen, pictures: Path) -> list[str]:
    """Both parts of the report, or what is missing for them."""
    missing = [id for id in (CURVE, INSIDE, EDGE, DEALS, *(id for _, id in BETS)) if id not in seen]
    if missing:
        needed = ", ".join(missing)
        return [
            f"The speed of copying and survivor bias are told from the calibration, which has no {needed} here."
        ]
    return [*_speed_of_copying(seen, pictures), *_survivors(seen)]


def _list(value: float | list[float]) -> list[float]:
    return value if isinstance(value, list) else [value]


def _speed_of_copying(seen: Seen, pictures: Path) -> list[str]:
    curve, edge = seen[CURVE], seen[EDGE]
    known = _list(curve.value)
    best = known.index(max(known))
    rows = [
        ("knack after five years", *(f"{one:.2f}" for one in known)),
        (
            "95 % interval",
            *(
                f"{low:.2f} to {high:.2f}"
                for low, high in zip(_list(curve.low), _list(curve.high), strict=True)
            ),
        ),
    ]
    draw_speed(SPEEDS, curve, pictures / "copying-speed.png")
    edges = _list(edge.value)
    told = ", ".join(f"{number(one)} with {few}" for one, few in zip(edges, WATCHERS, strict=True))
    inside = 0 < best < len(known) - 1
    pays = edges[0] > 0 > edges[-1]
    return [
        "### How fast should one copy?",
        (
            f"{RUNNERS} firms that learn only from what is commonly done, {curve.n} lucks; by the chance a week of "
            "taking it over. The knack is 0 where all views are wrong, 1 where all are right."
        ),
        markdown(("speed", *(f"{speed:g}" for speed in SPEEDS)), rows),
        "![Knack after five years by speed of copying](pictures/copying-speed.png)",
        (
            f"The best of these speeds is {SPEEDS[best]:g}"
            + (", between slower and faster ones" if inside else ", an end of the scale, so no inner best is shown")
            + f"; of ten trades at a time, the best lies inside in {with_interval(seen[INSIDE])} of the cases. "
            + f"What those of {RUNNERS} firms know who only watch, less what those know who try out an hour a week: "
            + f"{told} watchers among them. "
            + ("Watching pays while others explore, and loses where nobody does (T6)." if pays else "**Miss** (T6).")
        ),
    ]  # fmt: skip


def _survivors(seen: Seen) -> list[str]:
    rows = [(what, f"`{id}`", with_interval(seen[id]), str(seen[id].n)) for what, id in BETS]
    deals = seen[DEALS]
    for nth, who in enumerate(("of those still there", "of all who started")):
        share = number(_list(deals.value)[nth])
        what = f"a first deal within two years: {who}"
        rows.append((what, f"`{DEALS}` [{nth + 1}]", share, str(deals.n)))
    first, late, lead = (_list(seen[id].value)[0] for _, id in BETS)
    return [
        "### Both sides of survivor bias",
        (
            "Counted over all, who comes first bets on a platform that dies "
            + ("more often than who waits" if first > late else "no more often than who waits, a **miss**")
            + " (T4); counted over those that last, "
            + ("the first hold more" if lead > 0 else "the first hold no more, a **miss**")
            + " (T3). Either half alone would mislead."
        ),
        markdown(("what", "observable", "seen, 95 % interval", "n"), rows, words=2),
    ]  # fmt: skip

"""Gaits in words and beads: how each runner went, measured from what it did, and whom the player's was nearest to.

What is measured is `game/sim/gait.py`'s; who was under which hood, next door in `standings.py`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from game.authoring.words import Words
from game.play.presenters.standings import Runner
from game.sim.clock import WEEKS_PER_SEASON
from game.sim.gait import Gait
from game.sim.outcome import Outcome
from game.sim.run import Run

BEADS = 5
PARTS = ("tempo", "depth", "steadiness", "responsiveness")


@dataclass(frozen=True)
class GaitPart:
    """One part of a gait: its name, beads out of five beside the others in the race, and the measure in words."""

    id: str
    name: str
    beads: int
    text: str


@dataclass(frozen=True)
class GaitCard:
    """One runner with the hood off: who it was, in what way it ran, and the four parts of its gait."""

    runner: Runner
    kind: str
    says: str
    parts: tuple[GaitPart, ...]


def gait_cards(run: Run, order: tuple[Runner, ...], words: Words) -> tuple[GaitCard, ...]:
    """A card for each runner, in the order given."""
    ends = {one.id: run.outcome(one.id) for one in order}
    most = {part: max(_speed(end.gait, part) for end in ends.values()) for part in PARTS}
    return tuple(_card(one, ends[one.id], most, words) for one in order)


def _card(runner: Runner, end: Outcome, most: dict[str, float], words: Words) -> GaitCard:
    kind = runner.kind if f"gait.kind.{runner.kind}" in words else "foreign"
    parts = tuple(
        GaitPart(
            part,
            words(f"gait.{part}"),
            beads(_speed(end.gait, part), most[part]),
            part_words(end.gait, part, words, struck=end.setbacks > 0),
        )
        for part in PARTS
    )
    return GaitCard(runner, words(f"gait.kind.{kind}"), words(f"gait.says.{kind}"), parts)


def _speed(gait: Gait, part: str) -> float:
    """A part as more-is-more: of the days to a correction, the inverse; 0 where there was nothing to correct."""
    value = float(getattr(gait, part))
    if part == "responsiveness":
        return 1 / max(1.0, value) if value else 0.0
    return value


def beads(value: float, most: float) -> int:
    """How many of five beads: one at least where there is anything."""
    return max(1, round(BEADS * value / most)) if value > 0 and most > 0 else 0


def part_words(gait: Gait, part: str, words: Words, *, struck: bool) -> str:
    """One part of a gait as measured, in words; *struck* says whether any setback became known."""
    match part:
        case "steadiness":
            return words("gait.steadiness_is", n=max(1, round(gait.steadiness * WEEKS_PER_SEASON)))
        case "responsiveness" if not gait.responsiveness:
            return words("gait.saw_nothing" if struck else "gait.nothing_wrong")
        case "responsiveness":
            return words("gait.responsiveness_is", n=max(1, round(gait.responsiveness)))
        case _:
            return words(f"gait.{part}_is", n=round(float(getattr(gait, part))))


def nearest(run: Run, player: Runner, others: tuple[Runner, ...]) -> Runner | None:
    """The rival whose tempo, depth and steadiness were nearest to the player's, by ratio."""
    mine = run.outcome(player.id).gait
    return min(
        others,
        key=lambda one: (_distance(mine, run.outcome(one.id).gait), one.number),
        default=None,
    )


def _distance(one: Gait, other: Gait) -> float:
    pairs = [(float(getattr(one, part)), float(getattr(other, part))) for part in PARTS[:3]]
    return sum(math.log((a + 0.01) / (b + 0.01)) ** 2 for a, b in pairs)

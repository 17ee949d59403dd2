"""The floor of the party: the places one can stand in, and who takes which.

A guest stands as near as they are close to the host, beside those they know, and where they stood before.
Places are shares of the floor's width and height. Who is there at all is next door in `room.py`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from game.sim.seen import Guest

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

ROWS, COLUMNS = 12, 25
MIDDLE = (0.5, 0.49)
CORNERS = ((0.085, 0.36), (0.915, 0.36), (0.085, 0.80), (0.915, 0.80))
STREET_DOOR = (0.012, 0.6)
STEP_BACK = 1.45
"""How much farther people stay away from whoever shouts."""

COMPANY = 0.9
"""How much standing beside somebody one knows is worth, against standing as near as one is close."""


def _slots() -> Numbers:
    """Places on the floor: x, y, distance from the middle (below 0 where nobody may stand), angle."""
    found = []
    for row in range(ROWS):
        for column in range(COLUMNS):
            number = row * COLUMNS + column
            x = (column + 0.5 + (row % 2) * 0.4 - 0.2 + _shake(number, 0.42)) / COLUMNS
            y = (row + 0.75 + _shake(number * 7 + 3, 0.4)) / (ROWS + 0.5)
            found.append((x, y, _distance(x, y), math.atan2(y - MIDDLE[1], x - MIDDLE[0])))
    return np.array(found)


def _shake(number: int, most: float) -> float:
    return ((number * 2654435761 % 4096) / 4096 - 0.5) * most


def _distance(x: float, y: float) -> float:
    """From the middle, 1 at the middle of a wall; below 0 beside the host, behind the bar and outside."""
    from_middle = math.hypot((x - MIDDLE[0]) / 0.5, (y - MIDDLE[1]) / 0.5)
    beside_host = from_host(x, y) < 1
    furniture = y < 0.17 and (x < 0.16 or x > 0.83)
    outside = not (0.02 < x < 0.98 and 0.09 < y < 0.985)
    mat = x < 0.075 and abs(y - STREET_DOOR[1]) < 0.08
    plant = y > 0.86 and (x < 0.075 or x > 0.925)
    return -1.0 if beside_host or furniture or outside or plant or mat else from_middle


def from_host(x: float, y: float) -> float:
    """How far from the host a place is; below 1 one would stand on their toes."""
    return math.hypot((x - MIDDLE[0]) / 0.075, (y - MIDDLE[1] + 0.02) / 0.15)


SLOTS = _slots()
APART = np.hypot(SLOTS[:, 0, None] - SLOTS[:, 0], (SLOTS[:, 1, None] - SLOTS[:, 1]) * 0.7)
"""From each place to each other."""


def free_places(corners: Iterable[tuple[tuple[float, float], bool]], *, shouting: bool) -> Flags:
    """Where guests may stand: not in a corner that is taken (and whether it shouts), nor near a host who shouts."""
    free: Flags = SLOTS[:, 2] >= 0
    for (x, y), loud in corners:
        reach = STEP_BACK if loud else 1.0
        free &= np.hypot((SLOTS[:, 0] - x) / 0.105, (SLOTS[:, 1] - y) / 0.17) >= reach
    if shouting:
        away = np.hypot((SLOTS[:, 0] - MIDDLE[0]) / 0.075, (SLOTS[:, 1] - MIDDLE[1] + 0.02) / 0.15)
        free &= away >= 1.9
    return free


def placed(
    guests: Mapping[Guest, float],
    ties: tuple[tuple[int, int], ...],
    free: Flags,
    stood: Mapping[int, int],
) -> dict[int, int]:
    """A place for each guest, the closest first; *guests* with their closeness, *stood* the places they had."""
    known: dict[int, list[int]] = {}
    for one, other in ties:
        known.setdefault(one, []).append(other)
        known.setdefault(other, []).append(one)
    barred: Numbers = np.where(free, 0.0, np.inf)
    found: dict[int, int] = {}
    order = sorted(guests.items(), key=lambda one: (-one[1], one[0].person))
    far, turned = _far(order), _turned(order)
    for row, (guest, _) in enumerate(order):
        friends = [found[one] for one in known.get(guest.person, ()) if one in found]
        company = (
            np.minimum(APART[friends].min(axis=0), 0.5) * 4 * COMPANY if friends else turned[row]
        )
        cost: Numbers = far[row] + company + barred
        if guest.person in stood:
            cost[stood[guest.person]] -= 0.3
        slot = int(cost.argmin())
        if not math.isfinite(cost[slot]):
            break
        barred[slot] = np.inf
        found[guest.person] = slot
    return found


def _far(guests: Sequence[tuple[Guest, float]]) -> Numbers:
    """What each place costs each guest for being nearer to the host, or farther, than they are close."""
    wished = 0.3 + (1 - np.array([closeness for _, closeness in guests])) * 0.85
    cost: Numbers = np.abs(SLOTS[:, 2] - wished[:, None]) * 2
    return cost


def _turned(guests: Sequence[tuple[Guest, float]]) -> Numbers:
    """What each place costs each guest for lying on another side of the host: so that strangers spread out."""
    side = np.array([guest.face % 6283 for guest, _ in guests]) / 1000 - math.pi
    turn = np.abs(SLOTS[:, 3] - side[:, None])
    cost: Numbers = np.minimum(turn, 2 * math.pi - turn) * 0.12
    return cost


def together(
    chosen: Mapping[int, int], ties: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    """The pairs that stand together and talk: who know each other and have come to stand close by, each once."""
    pairs = []
    for one, other in ties:
        if one in chosen and other in chosen:
            (x, y), (to_x, to_y) = SLOTS[chosen[one], :2], SLOTS[chosen[other], :2]
            pairs.append((math.hypot(x - to_x, (y - to_y) * 0.7), one, other))
    found: list[tuple[int, int]] = []
    taken: set[int] = set()
    for away, one, other in sorted(pairs):
        if away < 0.085 and not {one, other} & taken:
            taken |= {one, other}
            left, right = sorted((one, other), key=lambda person: SLOTS[chosen[person], 0])
            found.append((left, right))
    return tuple(found)


def by_the_walls(free: Flags, count: int) -> tuple[tuple[float, float], ...]:
    """The free places farthest from the middle."""
    order = np.argsort(-np.where(free, SLOTS[:, 2], -2), kind="stable")[:count]
    return tuple((float(SLOTS[n, 0]), float(SLOTS[n, 1])) for n in order if free[n])

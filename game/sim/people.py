"""The people of the market: kind, catchment, patience, contacts, and an audience outside the market.

What stands between a person and a runner is in `relations.py`. Nothing here depends on how many people there are:
adding one adds their ties and moves nobody else's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.sim.column import bare, kept
from game.sim.draws import SPAN, Ints, Purpose, draw
from game.sim.market import Market
from game.sim.parameters.network import Network
from game.sim.tables import log_normal, look_up

NEIGHBOURHOOD = 60  # people among whom near ties are drawn
SUMS_AT_ONCE = 8192  # people whose contacts are summed over at once
DISTRICT = 4096  # people among whom far ties are picked
# whole neighbourhoods and whole districts: no tie leads out of such a block
PEOPLE_AT_ONCE = 61_440
TRADITIONAL, GET_IT, SCISSORS = 0, 1, 2
KIND_NAMES = ("traditional", "get_it", "scissors")


@dataclass(frozen=True)
class People:
    """Columns over the people, and their contacts as compressed rows (*starts*, *contacts*)."""

    count: int
    kind: Ints
    catchment: Ints  # 1 where the person may buy here
    impatient: (
        Ints  # a draw: below the scenario's share, the person expects an answer within the hour
    )
    outside: Ints  # people outside the market who see what this person shares
    needs: Ints  # thousandths: how often this person has a need, 1000 is the usual
    starts: Ints
    contacts: Ints

    @cached_property
    def degree(self) -> Ints:
        """How many contacts each person has."""
        return kept(np.diff(self.starts), np.int32)

    @cached_property
    def buyers(self) -> Ints:
        """Those who may buy here."""
        return self.catchment.nonzero()[0]

    def sum_over_contacts(self, values: Ints) -> Ints:
        """For each person the sum of *values*, one a person, over their contacts."""
        total = np.empty(self.count, dtype=np.int64)
        contacts = bare(self.contacts)
        for first in range(0, self.count, SUMS_AT_ONCE):
            bounds = self.starts[first : first + SUMS_AT_ONCE + 1]
            running = np.zeros(bounds[-1] - bounds[0] + 1, dtype=np.int64)
            values[contacts[bounds[0] : bounds[-1]]].cumsum(out=running[1:])
            at_bounds = running[bounds - bounds[0]]
            total[first : first + SUMS_AT_ONCE] = at_bounds[1:] - at_bounds[:-1]
        return total

    def contacts_of(self, persons: Ints) -> tuple[Ints, Ints]:
        """All contacts of *persons*: (position in *persons*, contact), in the order of the people."""
        first, sizes = self.starts[persons], self.starts[persons + 1] - self.starts[persons]
        owners = np.repeat(np.arange(len(persons)), sizes)
        offsets = np.arange(len(owners)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return owners, self.contacts[first[owners] + offsets]


def make_people(market: Market, network: Network, seed: int) -> People:
    """Draw the people of *market* under *seed*, tied as *network* says."""
    ids = np.arange(market.people, dtype=np.int64)

    def trait(number: int) -> Ints:
        return draw(seed, Purpose.PERSON, ids, number)

    kinds, percent = market.kinds, trait(0) * 100 // SPAN
    kind = np.where(
        percent < kinds.traditional,
        TRADITIONAL,
        np.where(percent < 100 - kinds.scissors, GET_IT, SCISSORS),
    )
    sociability = look_up(log_normal(1000, network.sociability), trait(1))
    starts, contacts = _ties(sociability, network, seed)
    return People(
        count=market.people,
        kind=kept(kind, np.int8),
        catchment=kept(trait(2) < int(market.catchment * SPAN), np.int8),
        impatient=kept(trait(3), np.int32),
        outside=kept(
            look_up(log_normal(network.audience, network.audience_spread), trait(4)), np.int32
        ),
        needs=kept(look_up(log_normal(900, network.needs_spread), trait(5)), np.int32),
        starts=starts,
        contacts=contacts,
    )


def _ties(sociability: Ints, network: Network, seed: int) -> tuple[Ints, Ints]:
    """Contacts of everybody, as compressed rows: near ties in a neighbourhood, a few far ones in a district."""
    people = len(sociability)
    counts, parts = [np.zeros(1, dtype=np.int64)], []
    for first in range(0, people, PEOPLE_AT_ONCE):
        ids = np.arange(first, min(first + PEOPLE_AT_ONCE, people))
        size, some = len(ids), slice(first, first + len(ids))
        near = _near_ties(ids, sociability[some], network.near_ties, seed)
        far = _far_ties(ids, people, network.far_ties, seed)
        left, right = (np.concatenate([near[side], far[side]]) - first for side in (0, 1))
        both = _each_once(np.concatenate([left * size + right, right * size + left]))
        counts.append(np.bincount(both // size, minlength=size))
        parts.append((both % size + first).astype(np.int32))
    return np.cumsum(np.concatenate(counts)), kept(np.concatenate(parts), np.int32)


def _each_once(numbers: Ints) -> Ints:
    """These *numbers*, none below 0, in order and without repetition.

    `numpy.unique` does the same, and loads masked arrays for it, which a short run would wait for.
    """
    numbers = np.sort(numbers)
    return numbers[np.diff(numbers, prepend=-1) > 0]


def _near_ties(ids: Ints, sociability: Ints, usually: float, seed: int) -> tuple[Ints, Ints]:
    lefts, rights = [ids[:0]], [ids[:0]]
    usual, first = int(usually / NEIGHBOURHOOD * SPAN), int(ids[0])
    for step in range(1, NEIGHBOURHOOD):
        left = ids[: max(0, len(ids) - step)]
        left = left[left // NEIGHBOURHOOD == (left + step) // NEIGHBOURHOOD]
        at = left - first
        chance = usual // 1000 * sociability[at] // 1000 * sociability[at + step]
        tied = draw(seed, Purpose.NEAR_TIE, left, step) < chance
        lefts.append(left[tied])
        rights.append(left[tied] + step)
    return np.concatenate(lefts), np.concatenate(rights)


def _far_ties(ids: Ints, people: int, at_most: int, seed: int) -> tuple[Ints, Ints]:
    lefts, rights = [ids[:0]], [ids[:0]]
    count = draw(seed, Purpose.FAR_TIE, ids, 0) * (at_most + 1) // SPAN
    for nth in range(at_most):
        left = ids[count > nth]
        right = left // DISTRICT * DISTRICT + draw(seed, Purpose.FAR_PICK, left, nth) % DISTRICT
        real = (right < people) & (right != left)
        lefts.append(left[real])
        rights.append(right[real])
    return np.concatenate(lefts), np.concatenate(rights)

"""The audience in Mesa: an agent a person, a step a day, and `do` (the faster of Mesa's ways) on Mondays."""

from __future__ import annotations

from typing import Any

import mesa

from tests.benchmarks.yardsticks.audience import DAY, MORNING, OUTINGS, SITTINGS, Audience, Person
from tests.benchmarks.yardsticks.scene import RUNNERS, Statistics


class Follower(mesa.Agent, Person):  # type: ignore[misc]  # Mesa has no types
    """A person of the audience."""


class Town(mesa.Model):  # type: ignore[misc]  # Mesa has no types
    """The town: people, and the days that pass."""

    def __init__(self, people: int, weeks: int, seed: int) -> None:
        super().__init__(seed=seed)
        Follower.create_agents(self, people)
        members: list[Any] = list(self.agents)
        self.audience, self.day = Audience(members, weeks, seed), 0

    def step(self) -> None:
        """One day."""
        midnight, audience = self.day * DAY, self.audience
        if self.day % 7 == 0 and self.day:
            self.agents.do("week")
        audience.morning(midnight + MORNING)
        if self.day % 7 == 0:
            audience.monday()
        for sitting, outing in zip(SITTINGS, OUTINGS, strict=True):
            if self.day % 7 < 6:
                for runner in range(RUNNERS):
                    audience.sitting(runner, midnight + sitting)
            audience.outing(midnight + outing)
        self.day += 1


def simulate(people: int, weeks: int, seed: int) -> Statistics:
    """The statistics of the scene after *weeks*."""
    town = Town(people, weeks, seed)
    for _ in range(weeks * 7):
        town.step()
    town.agents.do("week")
    return town.audience.counted()

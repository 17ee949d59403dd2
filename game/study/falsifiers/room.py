"""The room: what becomes of the tortoise where everybody is one, and where somebody explores (T6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from game.sim.parameter import MILLION
from game.sim.practice import skill
from game.sim.runner import Runner
from game.sim.scenario import Scenario
from game.strategies.runs import simulate
from game.study.falsifiers.town import with_few_people
from game.study.workers import spread

SIZE = 8
EXPLORERS = ("get-it", "adaptive")


class Seat(NamedTuple):
    """One runner of a room at the end: who it was, its yardstick, its followers, its best skill, its places."""

    room: str
    seed: int
    strategy: str
    yardstick: int
    followers: int
    skill: float
    places: int


class _Task(NamedTuple):
    explorers: int
    seed: int


def a_room(scenario: Scenario, explorers: int) -> Scenario:
    """*scenario* with `SIZE` equal businesses, of which *explorers* explore and the rest are tortoises."""
    pattern = scenario.seated
    runners = []
    for number in range(SIZE):
        plays = EXPLORERS[number % len(EXPLORERS)] if number < explorers else "tortoise"
        runners.append(
            Runner.model_validate(
                pattern.model_dump(by_alias=True)
                | {"id": f"shop-{number}", "name": f"Shop {number + 1}", "plays": plays, "seat": False, "with": {}}
            )
        )  # fmt: skip
    return with_few_people(scenario).model_copy(update={"runners": tuple(runners), "cards": ()})


def _live(scenario: Scenario, task: _Task) -> list[Seat]:
    room = a_room(scenario, task.explorers)
    run = simulate(room, {}, seed=task.seed)
    name = f"{task.explorers} of {SIZE} explore"
    seats = []
    for runner, state in zip(room.runners, run.world.runners, strict=True):
        best = max((skill(run.world, state, place) for place in state.experience), default=0)
        outcome = run.outcome(runner.id)
        seats.append(
            Seat(name, task.seed, runner.plays, outcome.yardstick, outcome.followers, best / MILLION, len(state.joined))
        )  # fmt: skip
    return seats


def rooms(
    scenario: Scenario,
    explorers: tuple[int, ...],
    lucks: range,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Seat]:
    """The seats of every room, for each number of *explorers*, under every luck."""
    tasks = [_Task(number, seed) for seed in lucks for number in explorers]
    return [seat for room in spread(_live, scenario, tasks, workers, progress) for seat in room]

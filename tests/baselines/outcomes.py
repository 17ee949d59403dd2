"""Which short runs are committed, how one is made, and where its outcome is kept.

The command that writes them is in `__main__.py`; what must hold is in `test_baselines.py`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from game.authoring.load import load_scenario
from game.sim.model import MODEL
from game.strategies.runs import simulate

FOLDER = Path(__file__).parent
WEEKS = 39
SHOWN = (
    "followers", "likes", "trusts", "customers", "advocates", "lapsed", "hostile", "sales", "unanswered", "setbacks",
    "energy",
)  # fmt: skip


class Baseline(NamedTuple):
    """A short run: who takes the seat of which scenario, under which luck."""

    scenario: str
    strategy: str
    seed: int

    @property
    def path(self) -> Path:
        """The file that its outcome is kept in."""
        return FOLDER / f"{self.scenario}.{self.strategy}.{self.seed}.json"


BASELINES = (
    Baseline("corner-bakery", "tortoise", 1),
    Baseline("corner-bakery", "hare", 1),
    Baseline("corner-bakery", "adaptive", 1),
    Baseline("corner-bakery", "adaptive", 2),
    Baseline("new-square-2009", "get-it", 1),
)


def outcome(one: Baseline) -> dict[str, Any]:
    """Make the run and return what is kept of it: digests by season, and the main numbers of every runner."""
    scenario = load_scenario(one.scenario)
    run = simulate(scenario, {scenario.seat: one.strategy}, seed=one.seed, weeks=WEEKS)
    runners = {}
    for runner in scenario.runners:
        ended = run.outcome(runner.id).as_json()
        runners[runner.id] = {name: ended[name] for name in SHOWN}
    return {
        "model": MODEL, "scenario": one.scenario, "rules": scenario.rules_hash, "strategy": one.strategy,
        "seed": one.seed, "weeks": WEEKS, "runners": runners, "seasons": run.world.digests, "digest": run.digest,
    }  # fmt: skip


def committed(one: Baseline) -> dict[str, Any]:
    """The outcome as committed; empty where there is none."""
    if not one.path.exists():
        return {}
    kept: dict[str, Any] = json.loads(one.path.read_text(encoding="utf-8"))
    return kept


def differences(kept: dict[str, Any], made: dict[str, Any]) -> list[str]:
    """What differs, one line each, the numbers first."""
    found = []
    for runner, numbers in made["runners"].items():
        before = kept.get("runners", {}).get(runner, {})
        found += [
            f"{runner} {name}: {before.get(name)} -> {value}"
            for name, value in numbers.items()
            if before.get(name) != value
        ]
    plain = ("model", "rules", "weeks", "seasons", "digest")
    return [*found, *(name for name in plain if kept.get(name) != made[name])]

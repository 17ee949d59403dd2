"""Which endings the runs of a scenario come to, and how often each line of its own held: for authors.

How one run's ending is found is in `presenters/endings.py` and `presenters/written_endings.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from game.authoring.words import load_words
from game.play.presenters.aftermath import aftermath
from game.play.presenters.chronicle import chronicle
from game.play.presenters.endings import ending_story
from game.play.presenters.standings import standings
from game.play.presenters.written_endings import state_of_the_end, written_endings
from game.sim.condition import compile_condition
from game.sim.ending import vocabulary_at_end
from game.sim.limits import LUCKS, SEED, whole_within
from game.sim.scenario import Scenario
from game.sim.strategy import Strategy
from game.strategies.cast import player
from game.strategies.registry import describe
from game.strategies.runs import simulate
from game.study.table import text_table
from game.study.workers import spread

USUAL = ("adaptive", "connector", "hare", "tortoise")
RUNS = 3


class Played(NamedTuple):
    """One run: who sits in the seat, under which luck."""

    strategy: Strategy
    seed: int


@dataclass(frozen=True)
class Ended:
    """The ending that a run was told by, and which lines of the scenario's own held, by their endings' ids."""

    id: str
    lines: dict[str, tuple[bool, ...]]


@dataclass(frozen=True)
class Survey:
    """What so many runs of a scenario came to."""

    scenario: Scenario
    strategies: tuple[str, ...]
    ends: tuple[Ended, ...]

    @property
    def told(self) -> Counter[str]:
        """How many runs were told by each ending."""
        return Counter(one.id for one in self.ends)

    def held(self, id: str) -> list[int]:
        """In how many runs each line of an ending of the scenario's own held."""
        return [sum(line) for line in zip(*(one.lines[id] for one in self.ends), strict=True)]

    def as_json(self) -> dict[str, Any]:
        """The survey as a JSON object."""
        own = {one.id: one for one in self.scenario.endings}
        endings = [
            {"id": id, "told": self.told[id], "worded": id in own}
            | (
                {"lines": dict(zip(own[id].when, self.held(id), strict=True))}
                if id in own and own[id].is_own
                else {}
            )
            for id in dict.fromkeys([*own, *self.told])
        ]
        return {"scenario": self.scenario.id, "runs": len(self.ends), "endings": endings}


def survey(
    scenario: Scenario,
    strategies: Sequence[Strategy | str] = USUAL,
    *,
    runs: int = RUNS,
    seed: int = 1,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Survey:
    """Play *runs* lucks from *seed* on by each strategy in the seat. Raises `ValueError` for an unknown one."""
    whole_within("seed", seed, SEED)
    whole_within("runs", runs, LUCKS)
    seated = [player(scenario, one) for one in strategies]
    tasks = [Played(one, seed + nth) for one in seated for nth in range(runs)]
    ends = spread(ended, scenario, tasks, workers, progress)
    return Survey(scenario, tuple(describe(one) for one in seated), tuple(ends))


def ended(scenario: Scenario, task: Played) -> Ended:
    """Make one run, and keep how it ended."""
    seat = scenario.seat
    run = simulate(scenario, {seat: task.strategy}, seed=task.seed)
    race = standings(run, seat)
    came = aftermath(run, seat, chronicle(run, seat), race, {})
    story = ending_story(came, load_words(), written_endings(run, seat, race, came))
    state, vocabulary = state_of_the_end(run, seat, race, came), vocabulary_at_end(scenario)
    lines = {
        one.id: tuple(line.holds for line in compile_condition(one.when, vocabulary).explain(state))
        for one in scenario.endings
        if one.is_own
    }
    return Ended(story.id, lines)


def report(found: Survey) -> str:
    """The survey in plain text: each ending with how often it was told, and its lines with how often they held."""
    runs = len(found.ends)
    own = {one.id: one for one in found.scenario.endings}
    rows: list[tuple[str, str, str]] = []
    for id, written in own.items():
        what = "of its own" if written.is_own else "the game's, in its words"
        rows.append((id, f"{found.told[id]} of {runs}", what))
        if written.is_own:
            held = zip(written.when, found.held(id), strict=True)
            rows += [("", f"{count} of {runs}", f"  {line}") for line, count in held]
    others = [(id, count) for id, count in found.told.most_common() if id not in own]
    rows += [(id, f"{count} of {runs}", "the game's") for id, count in others]
    many = f"{runs} run" if runs == 1 else f"{runs} runs"
    head = f"{found.scenario.title}: {many}, by {', '.join(found.strategies)}"
    return f"{head}\n\n{text_table(('ending', 'told, or held', ''), rows, words=3)}"

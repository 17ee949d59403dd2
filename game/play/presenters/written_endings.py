"""The endings that a scenario words: which of its own have come about in a run that is over.

How each is told is next door in `endings.py`; what their conditions may name, in `game/sim/ending.py`.
"""

from __future__ import annotations

from game.play.presenters.aftermath import Aftermath
from game.play.presenters.endings import came_to
from game.play.presenters.standings import Standings
from game.sim.asked import state_at_end
from game.sim.condition import compile_condition
from game.sim.ending import Ending, EndingWords, vocabulary_at_end
from game.sim.run import Run
from game.sim.vocabulary import State


def written_endings(
    run: Run, seat: str, race: Standings, came: Aftermath
) -> tuple[EndingWords, ...]:
    """The scenario's endings whose conditions hold at the end of *run*, and its words for the game's; in its order."""
    state, vocabulary = state_of_the_end(run, seat, race, came), vocabulary_at_end(run.scenario)
    return tuple(
        one
        for one in run.scenario.endings
        if not one.is_own or compile_condition(one.when, vocabulary).holds(state)
    )


def state_of_the_end(run: Run, seat: str, race: Standings, came: Aftermath) -> State:
    """The worth of each term that the condition of an ending may name."""
    results = {one.id: one.result for one in race.runners}
    state = state_at_end(run, seat)
    state |= {
        "won": race.player.result >= max(results.values()),
        "ahead_of": lambda rival: race.player.result > results[rival],
        "came_to": lambda id: came_to(came, Ending(id)),
    }
    return state

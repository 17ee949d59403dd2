"""A game at the table for tests: a small town whose seasons pass quickly, and ways to play it by the pilot."""

from __future__ import annotations

from functools import cache

import game
from game.play.game_session import Game
from game.play.pilot import Pilot
from game.sim.lever import Lever
from game.sim.light import Light
from game.sim.run import Run
from game.sim.scenario import Scenario

MOST_STEPS = 6_000


@cache
def bakery() -> Scenario:
    """The shipped scenario that every screen is tested with."""
    return game.load_scenario("corner-bakery")


def new_game(seed: int = 7, seasons: int = 0) -> Game:
    """A game of the bakery in which the first goal was chosen, and some seasons have passed by default."""
    run: Run = game.Run(bakery(), seed=seed, people=["you"])
    played = Game(run)
    while request := played.run.advance():
        if request.kind == "plan" and request.view.season >= seasons:
            break
        played.answer(request.default)
    return played


def lit(session: Game) -> Game:
    """The same game with every light lit: most to show."""
    for lamp in session.run.world.runners[0].lights.values():
        lamp.state = "lit"
    return session


def about_to_see(session: Game, light: Light) -> Game:
    """The same game, whose player has all that it takes for a light to go on, and for no other."""
    for one, lamp in session.run.world.runners[0].lights.items():
        lamp.lit_day, ready = -100, one is light
        lamp.state = "puzzled" if ready else "unseen"
        lamp.evidence = lamp.reflected_seconds = 10**9 if ready else 0
    return session


def hours(session: Game, lever: Lever) -> int:
    """Half-hours in the plan that counts."""
    return session.view.plan.hours_of(lever)


def play_season(pilot: Pilot, session: Game, *, option: str = "1", speed: str = "f8") -> int:
    """Start the season and answer every card until the reveal is shown; gives back how many cards came."""
    pilot.press(speed)
    cards = 0
    for _ in range(MOST_STEPS):
        if pilot.shows("reveal"):
            return cards
        if pilot.shows("card"):
            cards += 1
            pilot.press(option)
        else:
            pilot.frame()
    raise AssertionError("The season did not end.")


def tab_to(pilot: Pilot, id: str) -> None:
    """Go to a widget by the tabulator alone."""
    for _ in range(80):
        if pilot.focus == id:
            return
        pilot.press("tab")
    raise AssertionError(f"Tab never came to {id}.")


def until_card(pilot: Pilot, session: Game, kind: str) -> None:
    """Play on until a card of that kind lies on the table."""
    for _ in range(MOST_STEPS):
        request = session.request
        if pilot.shows("card"):
            assert request is not None
            if request.kind == kind:
                return
            pilot.press("1")
        elif pilot.shows("reveal"):
            pilot.press("return")
        elif request is not None:
            pilot.press("f8")
        else:
            pilot.frame()
    raise AssertionError(f"There never came a {kind}.")

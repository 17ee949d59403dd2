"""While the accounts of a finished game are made up: the runners come in, and then the ending is shown.

What is made up is `game/play/presenters/account.py`'s affair.
"""

from __future__ import annotations

from game.play.game_session import Game
from game.play.presenters.account import Account, account
from game.play.screen import Screen
from game.play.screens.ending.screen import Ending
from game.play.screens.journey import Journey
from game.play.screens.waiting import Waiting, Work


def reckoning(journey: Journey, game: Game) -> Screen:
    """A screen that waits for the account of a game, and then shows its ending."""
    screen: Waiting[Account]

    def make() -> Account:
        return account(game, screen.words)

    def then(work: Work[Account]) -> None:
        screen.app.reset(Ending(journey, game, work.result()))

    screen = Waiting("menu.reckoning", make, then)
    return screen

"""The account of a finished game: everything that the ending shows, made up once.

Its parts are next door: `standings`, `chronicle`, `tale`, `endings` with `written_endings`, `gaits`, `deciders`,
`calibration`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.words import Words
from game.play.game_session import Game
from game.play.presenters import calibration, chronicle, deciders, gaits, standings, tale
from game.play.presenters.aftermath import aftermath
from game.play.presenters.calibration import Guesses
from game.play.presenters.deciders import Deciders
from game.play.presenters.endings import EndingStory, ending_story
from game.play.presenters.gaits import GaitCard
from game.play.presenters.standings import Standings
from game.play.presenters.tale import TaleLine
from game.play.presenters.written_endings import written_endings

SURE = 90


@dataclass(frozen=True)
class Account:
    """A finished game, told."""

    headline: str
    ending: EndingStory
    race: Standings
    crossings: tuple[str, ...]
    tale: tuple[TaleLine, ...]
    question: str
    gaits: tuple[GaitCard, ...]
    nearest: str
    deciders: tuple[tuple[Deciders, ...], ...]
    guesses: Guesses


def account(game: Game, words: Words) -> Account:
    """Make up the account of a finished game; takes a second or two, since a quiet year is reckoned."""
    run, seat = game.run, game.seat
    race = standings.standings(run, seat)
    told = chronicle.chronicle(run, seat)
    judged = calibration.guesses(run, seat, game.predictions, words)
    came = aftermath(run, seat, told, race, game.ghost)
    near = gaits.nearest(run, race.player, race.runners[1:])
    return Account(
        headline=tale.headline(race, words),
        ending=ending_story(came, words, written_endings(run, seat, race, came)),
        race=race,
        crossings=tale.crossing_words(race, words),
        tale=tale.tale(told, run.scenario, words),
        question=tale.question(told, run.outcome(seat).gait, _sure_and_wrong(judged), words),
        gaits=gaits.gait_cards(run, race.order, words),
        nearest=words("gait.nearest", name=near.name) if near else "",
        deciders=deciders.deciders(run, race, words),
        guesses=judged,
    )


def _sure_and_wrong(judged: Guesses) -> int:
    return sum(one.count - one.right for one in judged.by_sureness if one.percent == SURE)

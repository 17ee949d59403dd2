"""Every screen and dialog of the game, and how a test comes there: a screen, and steps after each of which to look.

What must be true of all is tested in `test_every_screen.py`; that the ways in and out of a game fit, in
`test_ways_in_fit.py`; that the table does, in `test_table_fits.py`. The authors' preview has tests of its own.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import game
from game.authoring.words import Words
from game.play.game_session import SURENESS, Game
from game.play.kit.choices import ChoiceRow
from game.play.pilot import Pilot
from game.play.presenters.account import account
from game.play.presenters.reel import Reel
from game.play.saved_runs import SavedRun
from game.play.saved_runs import read as read_saved
from game.play.screen import Screen
from game.play.screens.ending.screen import Ending
from game.play.screens.history.compare import Compare
from game.play.screens.history.rewinding import gone_through
from game.play.screens.history.walk import Walk
from game.play.screens.journey import Journey
from game.play.screens.menu import Menu
from game.play.screens.table import TableScreen
from game.play.screens.vote import VoteDialog
from game.sim.clock import WEEK
from game.sim.runfile import read as read_file
from game.study.replaying import begin
from tests.play.journeys import LUCK, small_bakery
from tests.play.table import bakery, new_game

Step = Callable[[Pilot], object]
Place = tuple[Callable[[Journey, Words], Screen], tuple[Step, ...]]
MOST_FRAMES = 3_000


def stay(_: Pilot) -> None:
    """Look at the screen as it is first shown."""


@cache
def finished_game() -> Game:
    """A year of a small bakery, played by a hare, with a guess for each season."""
    scenario = small_bakery(seasons=4)
    run = game.simulate(scenario, {"you": "hare"}, seed=LUCK)
    session = Game(run, seat="you")
    percents = [*SURENESS.values(), 90]
    for season, percent in enumerate(percents):
        start = run.timeline("you", "followers")[season * 13]
        run.note(
            "you",
            {"kind": "prediction", "season": season, "measure": "followers", "says": "rise",
             "percent": percent, "start": start, "reason": "posts"},
        )  # fmt: skip
    return session


def an_ending(journey: Journey, words: Words) -> Screen:
    """The ending of that game."""
    return Ending(journey, finished_game(), account(finished_game(), words))


def a_full_shelf(journey: Journey) -> Screen:
    """A shelf with a good file, a damaged one, and something to say."""
    from game.play.autosave import Autosave, new_path

    Autosave(new_path(journey.saves, "corner-bakery"))(new_game().run)
    (journey.saves / "damaged.run").write_text('{"format": "long-race-run/1"')
    return journey.shelf("A notice.")


def a_walk(journey: Journey, words: Words) -> Screen:
    """A saved run in the midst of being walked through."""
    saved, made = a_reel(journey, "one", words)
    walk = Walk(journey, saved, made)
    walk.week = 8
    return walk


def a_comparison(journey: Journey, words: Words) -> Screen:
    """Two saved runs side by side."""
    (one, first), (two, second) = (a_reel(journey, name, words) for name in ("one", "two"))
    return Compare(journey, (one, two), (first, second))


def a_reel(journey: Journey, name: str, words: Words) -> tuple[SavedRun, Reel]:
    """A run of a small bakery from its file: *one* was played by a hare, *two* was left in its second season."""
    journey.saves.mkdir(parents=True, exist_ok=True)
    path = journey.saves / f"{name}.run"
    path.write_bytes(a_file(name))
    return read_saved(path), gone_through(begin(read_file(path)), words)


@cache
def a_file(name: str) -> bytes:
    """What stands in the file of such a run."""
    scenario = small_bakery(seasons=2)
    run = game.simulate(scenario, {"you": "hare"}, seed=LUCK)
    if name == "two":
        run = game.Run(scenario, LUCK, people=["you"])
        while request := run.advance(until=16 * WEEK):
            run.decide(request.default)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.run"
        run.save(path)
        return path.read_bytes()


WAYS_IN: dict[str, Place] = {
    "title": (lambda journey, _: journey.title(), (stay,)),
    "choose": (lambda journey, _: journey.choose(), (stay,)),
    "briefing": (lambda journey, _: journey.briefing(bakery(), LUCK), (stay,)),
    "menu": (
        lambda journey, _: Menu(journey, new_game(), lambda: None),
        (lambda pilot: pilot.click("save"),),
    ),
    "settings": (
        lambda journey, _: journey.settings(),
        (stay, lambda pilot: pilot.click("tabs.head.2"), lambda pilot: pilot.click("tabs.head.3")),
    ),
    "shelf": (
        lambda journey, _: a_full_shelf(journey),
        (stay, lambda pilot: pilot.click("compare.1"), lambda pilot: pilot.click("remove.1")),
    ),
    "walk": (a_walk, (stay, lambda pilot: pilot.press("+"))),
    "compare": (a_comparison, (stay,)),
    "ending": (
        an_ending,
        (
            stay,
            lambda pilot: pilot.click("next"),
            lambda pilot: pilot.click("hoods-off"),
            lambda pilot: pilot.click("next"),
            lambda pilot: pilot.click("next"),
        ),
    ),
}


# --- at the table ---------------------------------------------------------------------------------


def a_table(seasons: int = 0, *, lit: bool = False) -> Screen:
    """The table at a season's start; *lit* with every light lit: most to show."""
    session = new_game(seasons=seasons)
    if lit:
        for lamp in session.run.world.runners[0].lights.values():
            lamp.state = "lit"
    return TableScreen(session)


def read_the_reveal(pilot: Pilot) -> None:
    """Close it."""
    while pilot.shows("reveal"):
        pilot.press("return")


def come_to(dialog: str) -> Step:
    """Let weeks pass until a dialog is shown; other cards are answered by their first option."""

    def step(pilot: Pilot) -> None:
        pilot.press("f8")
        for _ in range(MOST_FRAMES):
            if is_shown(pilot, dialog):
                return
            if pilot.shows("reveal.done"):
                pilot.press("return")
            elif pilot.shows("option.1"):
                pilot.press("1")
            elif not getattr(pilot.app.screen, "is_running", True):
                pilot.press("f8")
            pilot.frame(1, 0.1)
        raise AssertionError(f"No {dialog} came.")

    return step


def is_shown(pilot: Pilot, dialog: str) -> bool:
    """Whether it is; a card is one with a story: a light looks like one and is none, nor is what tempts after it."""
    if dialog != "card" or not pilot.shows("card"):
        return pilot.shows(dialog)
    screen, top = pilot.app.screen, pilot.app.scene.top
    request = screen.game.request if isinstance(screen, TableScreen) else None
    if request is None or request.kind != "card":
        return False
    return (top.id, top.name()) == ("card", request.title)


def meet_somebody(pilot: Pilot) -> None:
    """Ask for the story of the first guest."""
    screen = pilot.app.screen
    assert isinstance(screen, TableScreen)
    pilot.click(f"guest.{screen.shot.room.guests[0].person}")


def begin_a_vote(pilot: Pilot) -> None:
    """Let the room vote on what the card asks."""
    card = pilot.app.screen
    assert isinstance(card, TableScreen)
    options = [
        choice.option for choice in pilot.app.scene.top.walk() if isinstance(choice, ChoiceRow)
    ]
    pilot.app.open(VoteDialog(pilot.app, "What shall we do?", options, lambda _: None))
    pilot.press("1", "2", "2")


AT_THE_TABLE: dict[str, Place] = {
    "first table": (lambda *_: a_table(), (stay,)),
    "later table": (lambda *_: a_table(5, lit=True), (stay, read_the_reveal)),
    "settings of the plan": (
        lambda *_: a_table(),
        (
            lambda pilot: pilot.click("adjust"),
            lambda pilot: pilot.click("adjust.tabs.head.2"),
            lambda pilot: pilot.click("adjust.tabs.head.3"),
            lambda pilot: pilot.click("adjust.tabs.head.4"),
        ),
    ),
    "guest": (lambda *_: a_table(2), (read_the_reveal, meet_somebody)),
    "card and vote": (lambda *_: a_table(), (come_to("card"), begin_a_vote)),
    "light": (lambda *_: a_table(), (come_to("lamp"),)),
}
BESIDE: dict[str, Place] = {
    "almanac": (lambda *_: a_table(), (lambda pilot: pilot.press("f1"),)),
}
PLACES: dict[str, Place] = {**WAYS_IN, **AT_THE_TABLE, **BESIDE}

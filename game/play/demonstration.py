"""A demonstration: the pilot plays a scenario by a strategy, through the screens of a person, and takes pictures.

The pilot is `pilot.py`; which pictures there are is said in `PICTURES`. Started by `longrace play SCENARIO --demo DIR`.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from game.play.game_session import Game
from game.play.pilot import Pilot, piloted
from game.play.presenters.cards import card
from game.play.presenters.draft import Draft
from game.play.screens.ending.screen import Ending
from game.play.screens.journey import Journey
from game.play.screens.played_table import PlayedTable
from game.sim.clock import WEEK, WEEKS_PER_SEASON, WEEKS_PER_YEAR
from game.sim.decision import Decision, Request
from game.sim.plan import IllegalMove, JoinPlace, LeavePlace, Move, apply_move
from game.sim.scenario import Scenario
from game.sim.strategy import Strategy
from game.strategies.registry import read
from game.strategies.runs import Run

SIZES = ((1280, 720), (1920, 1080))
PICTURES = (
    "title", "choose", "briefing", "first-plan", "season-1", "card", "setback", "light", "clearing", "tempted",
    "reveal", "year-3", "ending-story", "ending-hoods-on", "ending-hoods-off", "ending-causes", "ending-guesses",
)  # fmt: skip
STEP = 0.1
"""Seconds of the window between two frames: as much as it lets pass at once."""

LONGEST_WAIT = 120.0
"""Seconds on the wall after which something that should have happened will not."""


class Demonstration:
    """One game played to its end; `taken` has the pictures' files."""

    def __init__(
        self,
        pilot: Pilot,
        scenario: Scenario,
        strategy: Strategy,
        luck: int,
        told: Callable[[int, int], None] | None = None,
    ) -> None:
        self.pilot = pilot
        self.scenario = scenario
        self.strategy = strategy
        self.luck = luck
        self.taken: dict[str, list[Path]] = {}
        self._told = told
        self._week = -1

    def play(self) -> None:
        """From the title to the last leaf of the ending."""
        self._opening()
        while self.pilot.screen == "table":
            self._one_step()
        self._until(lambda: self.pilot.screen == "ending")
        self._ending()

    @property
    def missing(self) -> tuple[str, ...]:
        """Pictures of what did not come about in this run."""
        return tuple(name for name in PICTURES if name not in self.taken)

    # --- the way in ---------------------------------------------------------------------------

    def _opening(self) -> None:
        pilot, app = self.pilot, self.pilot.app
        pilot.wait(0.5)
        self._picture("title")
        pilot.click("new")
        self._picture("choose")
        journey = _journey_of(app.screen)
        app.pop()
        app.push(journey.briefing(self.scenario, self.luck))
        pilot.frame(2)
        self._picture("briefing")
        goal = self._first_goal()
        pilot.click(f"goal.{goal}" if goal else "begin")
        self._until(lambda: pilot.screen == "table")
        pilot.frame(2)
        self._picture("first-plan")

    def _first_goal(self) -> str:
        """What the strategy would like of the first year, asked in a run of its own: the game begins with it."""
        request = Run(self.scenario, self.luck, people=[self.scenario.seat]).advance(0)
        if request is None or request.kind != "goals":
            return ""
        chosen = self.strategy.decide(request).option
        return chosen if chosen not in (None, "none") else ""

    # --- at the table -------------------------------------------------------------------------

    @property
    def _table(self) -> PlayedTable:
        screen = self.pilot.app.screen
        assert isinstance(screen, PlayedTable)
        return screen

    def _one_step(self) -> None:
        table, pilot = self._table, self.pilot
        if pilot.shows("reveal.done"):
            if table.game.season > 1:
                self._picture("reveal")
            pilot.press("return")
        elif table.game.request is not None:
            self._answer(table.game, table.game.request)
        elif not table.is_running:
            pilot.press("f8")
        else:
            self._let_pass(table.game)

    def _let_pass(self, game: Game) -> None:
        """A frame; each Monday the strategy may change course, as a person may."""
        self.pilot.frame(1, STEP)
        week = game.run.now // WEEK
        if week == self._week:
            return
        self._week = week
        if self._told is not None:
            self._told(min(week, game.run.weeks), game.run.weeks)
        if game.request is None and not game.finished:
            self._change_course(game)
        if week == WEEKS_PER_SEASON - 4:
            self._picture("season-1")
        elif week >= 2 * WEEKS_PER_YEAR + 6:
            self._picture("year-3")

    def _change_course(self, game: Game) -> None:
        view = game.view
        request = Request(
            game.seat, "week", f"week-{view.week + 1}", view.day, (), Decision(moves=()), view
        )
        moves = self.strategy.decide(request).moves
        if moves:
            try:
                game.correct(moves)
            except ValueError:
                return  # one correction a week: the next Monday comes

    def _answer(self, game: Game, request: Request) -> None:
        if request.kind == "plan":
            self._plan(request)
            return
        decision = self.strategy.decide(request)
        if request.kind == "light":
            self._light(decision.option or request.default.option or "later")
            return
        kind = self._kind_of(request)
        if kind in PICTURES:
            self._picture(kind)
        shown = card(request, game.view, self.pilot.app.words)
        ids = [option.id for option in shown.options]
        chosen = decision.option or request.default.option or ids[0]
        self.pilot.click(f"option.{ids.index(chosen) + 1}")

    def _light(self, chosen: str) -> None:
        """A light goes on, the fog parts, and whoever acts is tempted to overdo it."""
        pilot = self.pilot
        self._picture("light")
        may_act = pilot.shows("option.2")
        pilot.click("option.2" if chosen == "later" and may_act else "option.1")
        pilot.frame(6, STEP)
        if pilot.shows("clearing"):
            self._picture("clearing")
            self._until(lambda: not pilot.shows("clearing"))
        if chosen != "later" and pilot.shows("option.2"):
            self._picture("tempted")
            pilot.click("option.2" if chosen == "more" else "option.1")

    def _kind_of(self, request: Request) -> str:
        known = self.scenario.card(request.name)
        if known is None or request.kind != "card":
            return ""
        return "setback" if known.kind == "setback" else "card"

    def _plan(self, request: Request) -> None:
        """Lay the strategy's moves on the table, guess, and start the season."""
        table, pilot = self._table, self.pilot
        moves = self.strategy.decide(request).moves
        draft = drafted(table.planner.desk.draft, moves)
        if len(draft.moves()) <= request.moves_left and _is_legal(table.game, draft.moves()):
            table.planner.desk.change(draft)
            table.redraft()
        self._guess(request)
        pilot.click("main")

    def _guess(self, request: Request) -> None:
        """Say that what rose will rise, more surely the longer it has."""
        line = request.view.history("followers")
        rose = isinstance(line, tuple) and len(line) > 13 and line[-1] > line[-13]
        sure = "sure" if rose and request.view.season % 3 == 2 else "think" if rose else "guess"
        for id in ("guess.rise", f"guess.{sure}", "reason.posts"):
            if self.pilot.shows(id):
                self.pilot.click(id)

    # --- the end ------------------------------------------------------------------------------

    def _ending(self) -> None:
        pilot = self.pilot
        ending = pilot.app.screen
        assert isinstance(ending, Ending)
        self._picture("ending-story")
        pilot.press("return")
        pilot.wait(6)
        self._picture("ending-hoods-on")
        pilot.press("return")
        self._picture("ending-hoods-off")
        for name in ("ending-causes", "ending-guesses"):
            pilot.press("return")
            self._picture(name)

    # --- pictures and patience ----------------------------------------------------------------

    def _picture(self, name: str) -> None:
        """Take a picture in every size, once."""
        if name in self.taken:
            return
        pilot, usual = self.pilot, self.pilot.app.size
        self.taken[name] = []
        for width, height in SIZES:
            pilot.resize(width, height)
            pilot.texts()
            self.taken[name].append(pilot.picture(f"{name}-{width}x{height}"))
        pilot.resize(*usual)

    def _until(self, come: Callable[[], bool]) -> None:
        """Let frames pass until something has come about that is made beside them."""
        last = time.monotonic() + LONGEST_WAIT
        while not come():
            if time.monotonic() > last:
                raise RuntimeError(f"The screen {self.pilot.screen} does not go on.")
            self.pilot.frame()
            time.sleep(0.005)


def drafted(draft: Draft, moves: Sequence[Move]) -> Draft:
    """A draft with moves laid upon it, as if they had been made by hand."""
    for move in moves:
        match move:
            case JoinPlace(place):
                draft = draft.with_joining(place)
            case LeavePlace(place):
                draft = draft.with_leaving(place, True)
            case _:
                draft = replace(draft, plan=apply_move(draft.plan, move))
    return draft


def _is_legal(game: Game, moves: Sequence[Move]) -> bool:
    try:
        game.preview(moves)
    except IllegalMove:
        return False
    return True


def _journey_of(screen: object) -> Journey:
    journey = getattr(screen, "journey", None)
    assert isinstance(journey, Journey)
    return journey


def demonstrate(
    scenario: Scenario,
    pictures: Path,
    *,
    strategy: str = "adaptive",
    luck: int = 0,
    told: Callable[[int, int], None] | None = None,
) -> Demonstration:
    """Play *scenario* by a strategy and leave pictures in a folder; saves and settings go to one that is thrown away.

    Raises `ValueError` for an unknown strategy and `OSError` where pictures cannot be written.
    """
    player = read(strategy)
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        journey = Journey(home / "saves", luck=lambda: luck)
        journey.scenarios.add(scenario)
        with piloted(journey.title(), home=home, size=SIZES[0], pictures=pictures) as pilot:
            shown = Demonstration(pilot, scenario, player, luck, told)
            shown.play()
    return shown

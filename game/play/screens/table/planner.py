"""Planning at the table: the draft on the desk, the settings beside it, the guess; Start, and a correction under way.

What the panel looks like is `plan_panel.py`'s, what a guess looks like `guessing.py`'s. Time is `screen.py`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from game.play.game_session import Says
from game.play.kit import Column, Progress, Text, Widget
from game.play.presenters.conditions import offered
from game.play.presenters.draft import Draft
from game.play.presenters.places import place_lines
from game.play.presenters.prediction import reasons, value_of
from game.play.presenters.snapshot import Snapshot
from game.play.screens.table.adjust_dialog import Adjusting, adjust_dialog
from game.play.screens.table.desk import Desk
from game.play.screens.table.guessing import (
    Guess,
    GuessActions,
    guess_line,
    reason_dialog,
    said_words,
)
from game.play.screens.table.orders_page import OrderForm
from game.play.screens.table.plan_panel import MainButton, PlanActions, plan_panel
from game.sim.clock import DAY, MORNING, WEEK, WEEKS_PER_SEASON
from game.sim.decision import Decision
from game.sim.lever import Care, Lever
from game.sim.plan import IllegalMove, Move

if TYPE_CHECKING:
    from game.play.screens.table.screen import TableScreen


class Planner:
    """The plan's side of the table. *pending_at* is the second at which a correction takes effect, while one is due."""

    def __init__(self, table: TableScreen) -> None:
        self.table = table
        self.game = table.game
        self.desk = Desk(table.game.view.plan)
        self.guess = Guess()
        self.pending_at: int | None = None
        self.tab = 0
        self.form = OrderForm()

    @property
    def is_due(self) -> bool:
        """Whether the season's plan is asked for."""
        request = self.game.request
        return request is not None and request.kind == "plan"

    def begin(self) -> None:
        """A season's plan is asked for: a clean desk."""
        self.guess = Guess()
        self.pending_at = None
        self.desk.lay(self.game.view.plan)

    def tidy(self) -> None:
        """Lay out the plan as it is now, where nothing is being changed: cards change it too."""
        plan = self.game.view.plan
        if not self.desk.moves and self.pending_at is None and plan != self.desk.draft.base:
            self.desk.lay(plan)

    def sweep(self) -> None:
        """Put away a correction that was not decided."""
        if self.pending_at is None and self.desk.moves:
            self.desk.lay(self.game.view.plan)
            self.table.redraft()

    def settle(self, now: int) -> bool:
        """Whether a correction has just taken effect."""
        if self.pending_at is None or now <= self.pending_at:
            return False
        self.pending_at = None
        return True

    # --- what is seen -------------------------------------------------------------------------

    def panel(self, shot: Snapshot, grow: float = 0) -> Widget:
        """The left of the table."""
        act = PlanActions(
            self.set_hours, self.set_care, self.set_payer, self.undo, self.redo, self.adjust
        )
        words = self.table.words
        foot = self._guess_line(shot) if self.is_due else self._foot(shot)
        return plan_panel(
            shot, self.desk, self.game.scenario, words, act, foot, self._main(), grow=grow
        )

    def _main(self) -> MainButton:
        """What Enter does now."""
        words, table = self.table.words, self.table
        if self.is_due:
            return MainButton(words("table.start"), self.start)
        if self.desk.moves and self.pending_at is None:
            return MainButton(words("table.correct"), self.correct)
        if table.is_running:
            return MainButton(words("table.pause_now"), table.pause, "pause")
        return MainButton(words("table.go_on"), table.run_on, "play")

    def _guess_line(self, shot: Snapshot) -> Widget:
        act = GuessActions(self._turn_guess, self._say, self._be_sure, self._guess_again)
        season = shot.moment.next_season_name
        return guess_line(self.guess, shot.nameable, season, self.table.words, act)

    def _foot(self, shot: Snapshot) -> Widget:
        """A part of its own: of all the plan's side, it alone changes every week."""
        part = self.table.arrangement.part
        return part("foot", shot, self._under_way, lambda now: now.moment.week_of_season)

    def _under_way(self, shot: Snapshot) -> Widget:
        """How far the season has come, and what was guessed of it."""
        words, week = self.table.words, shot.moment.week_of_season + 1
        text = words("table.week_of", week=week, weeks=WEEKS_PER_SEASON)
        bar = Progress(text, week / WEEKS_PER_SEASON, id="season.progress", value=" ")
        said = self.game.prediction_of(self.game.season)
        if said is None:
            return bar
        guess = Text(said_words(said, words), "small", colour="soft", id="guess.said")
        return Column(bar, guess, gap=6)

    # --- deciding -----------------------------------------------------------------------------

    def start(self) -> None:
        """Decide the season's plan, keep the guess, and let time run."""
        moves = self.desk.moves
        problem = self._problem(moves)
        if problem:
            self._refuse(problem)
            return
        self._keep_guess()
        self.game.answer(Decision(moves=moves))
        self.desk.lay(self.game.view.plan)
        self.table.season_started()

    def _keep_guess(self) -> None:
        view, shot = self.game.view, self.table.shot
        if not shot.nameable:
            return
        measure = shot.nameable[self.guess.measure % len(shot.nameable)]
        kept = self.guess.prediction(view.season, measure, value_of(view, measure))
        if kept is not None:
            self.game.predict(kept)

    def correct(self) -> None:
        """Change the plan from the next morning on."""
        problem = self._problem(self.desk.moves) or self._no_correction()
        if problem:
            self._refuse(problem)
            return
        try:
            self.pending_at = self.game.correct(self.desk.moves)
        except ValueError as refused:
            self._refuse(str(refused))
            return
        self.table.app.say(self.table.words("table.corrected"))
        self.table.run_on()

    def _problem(self, moves: Sequence[Move]) -> str:
        """Why these moves cannot be made, in a sentence; empty where they can."""
        left = self.game.view.moves_left
        if len(moves) > left:
            return self.table.words("table.too_many_moves", used=len(moves), left=left)
        try:
            self.game.preview(moves)
        except IllegalMove as refused:
            return str(refused)
        return ""

    def _no_correction(self) -> str:
        """Why the course cannot be corrected now; empty where it can."""
        at = (self.game.run.now - MORNING) // DAY * DAY + DAY + MORNING
        if at // WEEK == self.game.corrected_week:
            return self.table.words("table.corrected_already")
        if at // WEEK // WEEKS_PER_SEASON > self.game.season:
            return self.table.words("table.season_ends")
        return ""

    def _refuse(self, problem: str) -> None:
        table = self.table
        table.scene.play("no")
        table.app.say(problem)
        table.scene.remark(table.scene.find("main"), problem)

    # --- drafting -----------------------------------------------------------------------------

    def _may_draft(self) -> bool:
        """Touching the plan stops time; a change that is on its way must come first."""
        if self.pending_at is not None:
            self._refuse(self.table.words("table.corrected"))
            return False
        self.table.is_running = False
        return True

    def set_hours(self, lever: Lever, count: int) -> None:
        """Another number of half-hours for a lever."""
        if self._may_draft():
            self.desk.set_hours(lever, count)
            self.table.redraft()

    def set_care(self, lever: Lever, care: Care) -> None:
        """Another care for a lever."""
        if self._may_draft():
            self.desk.set_care(lever, care)
            self.table.redraft()

    def set_payer(self, payer: Lever) -> None:
        """Somebody else pays for what is spent beyond the purse."""
        if self._may_draft():
            self.desk.set_payer(payer)
            self.table.redraft()

    def undo(self) -> None:
        """A step back."""
        if self.desk.undo():
            self.table.redraft()

    def redo(self) -> None:
        """That step again."""
        if self.desk.redo():
            self.table.redraft()

    # --- settings of the plan -----------------------------------------------------------------

    def adjust(self) -> None:
        """Open the settings beside the hours."""
        if self._may_draft():
            self._open_adjust()

    def _open_adjust(self, focus: str = "") -> None:
        view, words = self.game.view, self.table.words
        state = Adjusting(
            draft=self.desk.draft,
            scenario=self.game.scenario,
            places=place_lines(view, words),
            unlocked=view.unlocked,
            offered=offered(view),
            moves_left=view.moves_left,
            tab=self.tab,
            form=self.form,
            change=self._change,
            turn_to=self._turn_to,
            fill=self._fill,
            close=self.table.close_dialog,
        )
        self.table.scene.open(adjust_dialog(state, words), focus=focus)

    def _change(self, draft: Draft) -> None:
        self.desk.change(draft)
        self.table.redraft()
        self._adjust_again()

    def _turn_to(self, tab: int) -> None:
        self.tab = tab
        self._adjust_again()

    def _fill(self, form: OrderForm) -> None:
        self.form = form
        self._adjust_again()

    def _adjust_again(self) -> None:
        """Show the dialog with what has changed; the focus stays, as far as its widget does."""
        scene = self.table.scene
        kept = scene.focus.id if scene.focus else ""
        scene.close()
        self._open_adjust()
        if kept and any(one.id == kept and one.takes_focus for one in scene.top.walk()):
            scene.focus_on(scene.find(kept))

    # --- the guess ----------------------------------------------------------------------------

    def _turn_guess(self) -> None:
        self.guess = Guess(self.guess.measure + 1)
        self.table.refresh()

    def _say(self, says: Says) -> None:
        self.guess = replace(self.guess, says=says)
        self._step_to("guess.guess")

    def _be_sure(self, percent: int) -> None:
        self.guess = replace(self.guess, percent=percent)
        self.table.refresh()
        assert self.guess.says is not None, "one is sure of something said"
        causes = reasons(self.game.view, self.guess.says)
        self.table.app.open(reason_dialog(causes, self.table.words, self._give_reason))

    def _give_reason(self, reason: str) -> None:
        self.guess = replace(self.guess, reason=reason)
        self.table.scene.close()
        self._step_to("main")

    def _guess_again(self) -> None:
        self.guess = Guess(self.guess.measure)
        self._step_to("guess.rise")

    def _step_to(self, focus: str) -> None:
        """Show the next step of the guess; who goes by keyboard is taken there."""
        by_keyboard = self.table.scene.focus_shown
        self.table.refresh()
        if by_keyboard:
            self.table.scene.focus_on(self.table.scene.find(focus))

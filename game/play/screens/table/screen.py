"""The table as a screen: planning, weeks that pass, cards that interrupt, the reveal; and then the next season.

What each part looks like is next door; what it says comes from a snapshot (`game/play/presenters/snapshot.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.play.game_session import Game, Says
from game.play.kit import Action, Column, FirstThatFits, Panel, Row, Widget
from game.play.presenters.cards import card
from game.play.presenters.places import place_lines
from game.play.presenters.prediction import reasons, value_of
from game.play.presenters.reveal import closed_places, reveal
from game.play.presenters.snapshot import Snapshot, snapshot, with_plan
from game.play.presenters.wording import season_name
from game.play.screens.table.adjust_dialog import Adjusting, adjust_dialog
from game.play.screens.table.card_dialog import card_dialog
from game.play.screens.table.crowd import Crowd
from game.play.screens.table.desk import Desk
from game.play.screens.table.guessing import Guess, GuessActions, guess_line, reason_dialog
from game.play.screens.table.lanes import race_card
from game.play.screens.table.numbers import numbers_card
from game.play.screens.table.orders_page import OrderForm
from game.play.screens.table.pace import TO_THE_END, Pace
from game.play.screens.table.party import party_panel
from game.play.screens.table.plan_panel import MainButton, PlanActions, plan_panel
from game.play.screens.table.reveal_dialog import reveal_dialog
from game.play.screens.table.top_bar import TimeControl, top_bar
from game.play.screens.table.voices_card import voices_card
from game.play.window import Screen
from game.sim.clock import DAY, MORNING, WEEK, WEEKS_PER_SEASON
from game.sim.decision import Decision, Request
from game.sim.lever import Care, Lever
from game.sim.plan import IllegalMove, Move

REST_BETWEEN_LOOKS = 0.3
"""Seconds between two looks at the run while weeks fly past."""

BUBBLE_SECONDS = 2.6


class TableScreen(Screen):
    """Plays a game from where it stands to its end. *on_finished* is called when the last reveal has been read;
    *on_menu* for Escape and the menu button.
    """

    name = "table"

    def __init__(
        self,
        game: Game,
        on_finished: Callable[[Game], None] | None = None,
        on_menu: Callable[[Game], None] | None = None,
    ) -> None:
        super().__init__()
        self.game = game
        self.on_finished = on_finished
        self.on_menu = on_menu
        self.is_running = False
        self.desk = Desk(game.view.plan)
        self.guess = Guess()
        self.pace = Pace(game.run.now, game.speed)
        self.crowd = Crowd()
        self.race_by = "followers"
        self.trend = 0
        self.bubble = 0
        self.tab = 0
        self.order_form = OrderForm()
        self.pending_at: int | None = None
        self.revealed = seasons_read(game)
        self._closed_before = closed_places(game.view)
        self._shot: Snapshot | None = None
        self._looked_at = -1.0
        self._bubble_at = 0.0
        self._in_view = ""

    # --- the whole ----------------------------------------------------------------------------

    def build(self) -> Widget:
        """Top bar, the plan at the left, the party, numbers and voices, the race."""
        shot = self._shot or self._look()
        wide = Row(
            Column(self._plan(shot, 1), grow=290, min_width=276),
            Column(
                Row(
                    Column(self._party(shot, 1), grow=622, min_width=330),
                    Column(
                        self._numbers(shot), self._voices(shot), gap=14, grow=320, min_width=264
                    ),
                    gap=14,
                    cross="stretch",
                    grow=1,
                ),
                self._race(shot),
                gap=14,
                grow=956,
            ),
            gap=14,
            cross="stretch",
        )
        middling = Column(
            Row(
                Column(self._plan(shot, 1), grow=2, min_width=276),
                Column(self._party(shot, 1), grow=3, min_width=330),
                gap=14,
                cross="stretch",
                grow=1,
            ),
            Row(self._numbers(shot, 1), self._voices(shot), gap=14, cross="stretch"),
            self._race(shot),
            gap=14,
        )
        narrow = Column(
            self._plan(shot),
            self._party(shot),
            self._numbers(shot),
            self._voices(shot),
            self._race(shot),
            gap=14,
        )
        return Column(
            self._top(shot),
            Panel(FirstThatFits(wide, middling, narrow), padding=(14, 14), grow=1),
            gap=0,
        )

    def shown(self) -> None:
        """Go on from where the game stands."""
        if not self.scene.dialogs:
            self._go_on()

    def _top(self, shot: Snapshot) -> Widget:
        speed = self.pace.speed if self.is_running else 0
        time = TimeControl(speed, not self._planned(), self._set_speed, self._said(shot))
        return top_bar(shot, time, self.words, self._menu)

    def _said(self, shot: Snapshot) -> str:
        """What stands beside the buttons of time."""
        words = self.words
        if self.game.save_problem:
            return words("table.not_saved", reason=self.game.save_problem)
        if self._planned():
            return words("table.planning", season=shot.moment.season_name)
        if shot.away:
            return words("table.away")
        if self.pending_at is not None:
            return words("table.corrected")
        return "" if self.is_running else words("table.paused")

    def _plan(self, shot: Snapshot, grow: float = 0) -> Widget:
        act = PlanActions(
            self._set_hours, self._set_care, self._set_payer, self._undo, self._redo, self._adjust
        )
        guess = self._guess_line(shot) if self._planned() else None
        return plan_panel(
            shot, self.desk, self.game.scenario, self.words, act, guess, self._main(), grow=grow
        )

    def _party(self, shot: Snapshot, grow: float = 0) -> Widget:
        named = [one for one in shot.voices if one.person >= 0]
        bubble = named[self.bubble % len(named)] if named else None
        return party_panel(shot.room, self.crowd, bubble, self.words, grow=grow)

    def _numbers(self, shot: Snapshot, grow: float = 0) -> Widget:
        trend = shot.trends[self.trend % len(shot.trends)]
        return numbers_card(trend, self.words, self._turn_trend, grow=grow)

    def _voices(self, shot: Snapshot) -> Widget:
        return voices_card(shot.voices, shot.inbox, self._kinds(shot), self.words)

    def _race(self, shot: Snapshot) -> Widget:
        return race_card(shot.race, self.words, self._turn_race)

    def _kinds(self, shot: Snapshot) -> dict[int, str]:
        return {guest.person: guest.kind for guest in shot.room.guests}

    # --- looking ------------------------------------------------------------------------------

    def _look(self) -> Snapshot:
        """Look at the run as it is now: everything shown until the next look comes from here."""
        view = self.game.view
        if not self.desk.moves and self.pending_at is None and view.plan != self.desk.draft.base:
            self.desk.lay(view.plan)
        shot = snapshot(
            view, self.desk.draft.plan, self.words,
            race_by=self.race_by, before=self._shot, ghost=self.game.ghost,
        )  # fmt: skip
        now = self._scene.now if self._scene is not None else 0.0
        at_once = self.app.look.reduced_motion or self._shot is None
        self.crowd.come(shot.room, now, at_once=at_once)
        self._shot = shot
        self._looked_at = now
        return shot

    def _look_again(self) -> None:
        self._look()
        self.refresh()

    def _redraft(self) -> None:
        """The draft has changed: the left of the table and the hours show it."""
        if self._shot is not None:
            self._shot = with_plan(self._shot, self.game.view, self.desk.draft.plan, self.words)
        self.refresh()

    # --- time ---------------------------------------------------------------------------------

    def on_tick(self, seconds: float) -> None:
        """Weeks pass while nothing is asked."""
        if self.is_running and not self.scene.dialogs:
            self._pass_time(seconds)

    def _pass_time(self, seconds: float) -> None:
        week = int(self.pace.second) // WEEK
        until = self.pace.pass_time(seconds)
        request = self.game.advance(until)
        if request is not None or self.game.finished:
            self.pace.stand_at(self.game.run.now)
            self._go_on()
            return
        if self.pending_at is not None and until > self.pending_at:
            self.pending_at = None
            self._look_again()
        elif until // WEEK > week and self._may_look():
            self._turn_bubble()
            self._look_again()

    def _may_look(self) -> bool:
        """Not while a button is held down, nor too often while weeks fly past."""
        rested = self.scene.now - self._looked_at >= REST_BETWEEN_LOOKS
        return rested and self.scene.mouse.pressed is None

    def _turn_bubble(self) -> None:
        if self.scene.now - self._bubble_at >= BUBBLE_SECONDS:
            self.bubble += 1
            self._bubble_at = self.scene.now

    def _set_speed(self, speed: int) -> None:
        if self._planned():
            return
        if speed:
            self.pace.speed = speed
            self.game.speed = min(speed, TO_THE_END - 1)
        toggled = not self.is_running if not speed else True
        self._sweep_desk(toggled)
        self.is_running = toggled
        self.refresh()

    def _sweep_desk(self, runs: bool) -> None:
        """Whoever lets time run without deciding a correction has not corrected."""
        if runs and self.pending_at is None and self.desk.moves:
            self.desk.lay(self.game.view.plan)
            self._look()

    # --- what is asked ------------------------------------------------------------------------

    def _planned(self) -> bool:
        """Whether the season's plan is asked for."""
        request = self.game.request
        return request is not None and request.kind == "plan"

    def _go_on(self) -> None:
        """Answer to whatever the run has come to: a reveal, a card, a plan, the end, or nothing."""
        request = self.game.request or self.game.advance(int(self.pace.second))
        self._look()
        if self._season_to_reveal() is not None:
            self._open_reveal()
        elif request is None and self.game.finished:
            self._finish()
        elif request is not None and request.kind == "plan":
            self._begin_planning()
        elif request is not None:
            self._open_card(request)
        else:
            self.refresh()

    def _finish(self) -> None:
        self.is_running = False
        self.refresh()
        if self.on_finished is not None:
            self.on_finished(self.game)

    def _begin_planning(self) -> None:
        self.is_running = False
        self.guess = Guess()
        self.pending_at = None
        self.desk.lay(self.game.view.plan)
        self._look_again()

    def _open_card(self, request: Request) -> None:
        self.refresh()
        shot = self._shot or self._look()
        shown = card(request, self.game.view, self.words)

        def choose(place: int) -> None:
            self.scene.close()
            self.game.answer(request.option(shown.options[place].id))
            self._go_on()

        self.scene.play("light" if request.kind == "light" else "card")
        self.app.open(card_dialog(shown, self._kinds(shot), self.words, choose))

    # --- the reveal ---------------------------------------------------------------------------

    def _season_to_reveal(self) -> int | None:
        """The season that has ended and was not revealed, if any."""
        ended = self.game.run.now // WEEK // WEEKS_PER_SEASON
        return ended - 1 if ended > self.revealed else None

    def _open_reveal(self) -> None:
        season = self._season_to_reveal()
        assert season is not None, "there is a season to reveal"
        self.is_running = False
        self.refresh()
        view, shot = self.game.view, self._shot or self._look()
        prediction = self.game.prediction_of(season)
        shown = reveal(view, season, prediction, self.words, self._closed_before)
        last = self.game.finished
        go_on = (
            self.words("reveal.finish")
            if last
            else self.words("reveal.next", season=season_name(season + 1, self.words))
        )

        def done() -> None:
            self.revealed = season + 1
            self._closed_before = closed_places(self.game.view)
            self.scene.close()
            self._go_on()

        self.scene.play("season")
        self.app.open(reveal_dialog(shown, self._kinds(shot), self.words, go_on, done))

    # --- the plan -----------------------------------------------------------------------------

    def _main(self) -> MainButton:
        words = self.words
        if self._planned():
            return MainButton(words("table.start"), self._start)
        if self.desk.moves and self.pending_at is None:
            return MainButton(words("table.correct"), self._correct)
        if self.is_running:
            return MainButton(words("table.pause_now"), lambda: self._set_speed(0), "pause")
        return MainButton(words("table.go_on"), lambda: self._set_speed(self.game.speed), "play")

    def _start(self) -> None:
        """Decide the plan, keep the guess, and let the season run."""
        if not self._decide_plan(self.desk.moves):
            return
        self.pace = Pace(self.game.run.now, self.game.speed)
        self.is_running = True
        self._go_on()

    def _decide_plan(self, moves: tuple[Move, ...]) -> bool:
        problem = self._problem(moves)
        if problem:
            return self._refuse(problem)
        view = self.game.view
        names = self._shot.nameable if self._shot else ()
        measure = names[self.guess.measure % len(names)] if names else ""
        kept = self.guess.prediction(
            view.season, measure, value_of(view, measure) if measure else 0
        )
        if kept is not None:
            self.game.predict(kept)
        self.game.answer(Decision(moves=moves))
        return True

    def _problem(self, moves: tuple[Move, ...]) -> str:
        """Why these moves cannot be made, in a sentence; empty where they can."""
        left = self.game.view.moves_left
        if len(moves) > left:
            return self.words("table.too_many_moves", used=len(moves), left=left)
        try:
            self.game.preview(moves)
        except IllegalMove as refused:
            return str(refused)
        return ""

    def _refuse(self, problem: str) -> bool:
        self.scene.play("no")
        self.app.say(problem)
        self.scene.remark(self.scene.find("main"), problem)
        return False

    def _correct(self) -> None:
        """Change the plan from tomorrow morning on."""
        problem = self._problem(self.desk.moves) or self._no_correction()
        if problem:
            self._refuse(problem)
            return
        try:
            self.pending_at = self.game.correct(self.desk.moves)
        except ValueError as refused:
            self._refuse(str(refused))
            return
        self.app.say(self.words("table.corrected"))
        self.is_running = True
        self.refresh()

    def _no_correction(self) -> str:
        at = (self.game.run.now - MORNING) // DAY * DAY + DAY + MORNING
        if at // WEEK == self.game.corrected_week:
            return self.words("table.corrected_already")
        if at // WEEK // WEEKS_PER_SEASON > self.game.season:
            return self.words("table.season_ends")
        return ""

    def _may_draft(self) -> bool:
        """Touching the plan stops time; a change that is on its way must come first."""
        if self.pending_at is not None:
            return self._refuse(self.words("table.corrected"))
        self.is_running = False
        return True

    def _set_hours(self, lever: Lever, count: int) -> None:
        if self._may_draft():
            self.desk.set_hours(lever, count)
        self._redraft()

    def _set_care(self, lever: Lever, care: Care) -> None:
        if self._may_draft():
            self.desk.set_care(lever, care)
        self._redraft()

    def _set_payer(self, payer: Lever) -> None:
        if self._may_draft():
            self.desk.set_payer(payer)
        self._redraft()

    def _undo(self) -> None:
        self.desk.undo()
        self._redraft()

    def _redo(self) -> None:
        self.desk.redo()
        self._redraft()

    def _adjust(self) -> None:
        if self.pending_at is not None:
            self._refuse(self.words("table.corrected"))
            return
        self.is_running = False
        self._open_adjust()

    def _open_adjust(self, focus: str = "") -> None:
        def again() -> None:
            kept = self.scene.focus.id if self.scene.focus else ""
            self.scene.close()
            self._open_adjust(kept)

        def change(draft: object) -> None:
            self.desk.change(draft)  # type: ignore[arg-type]
            self._redraft()
            again()

        def turn_to(tab: int) -> None:
            self.tab = tab
            again()

        def fill(form: OrderForm) -> None:
            self.order_form = form
            again()

        view = self.game.view
        state = Adjusting(
            self.desk.draft, self.game.scenario, place_lines(view, self.words), view.moves_left,
            self.tab, self.order_form, change, turn_to, fill, self.scene.close,
        )  # fmt: skip
        self.scene.open(adjust_dialog(state, self.words), focus=focus)

    # --- the guess ----------------------------------------------------------------------------

    def _guess_line(self, shot: Snapshot) -> Widget:
        act = GuessActions(self._turn_guess, self._say, self._be_sure, self._guess_again)
        return guess_line(self.guess, shot.nameable, shot.moment.next_season_name, self.words, act)

    def _turn_guess(self) -> None:
        self.guess = Guess(self.guess.measure + 1)
        self.refresh()

    def _say(self, says: Says) -> None:
        self.guess = replace(self.guess, says=says)
        self.refresh()

    def _be_sure(self, percent: int) -> None:
        self.guess = replace(self.guess, percent=percent)
        self.refresh()
        assert self.guess.says is not None, "one is sure of something said"
        causes = reasons(self.game.view, self.guess.says)
        self.app.open(reason_dialog(causes, self.words, self._give_reason))

    def _give_reason(self, reason: str) -> None:
        self.guess = replace(self.guess, reason=reason)
        self.scene.close()
        self.refresh()

    def _guess_again(self) -> None:
        self.guess = Guess(self.guess.measure)
        self.refresh()

    # --- what is looked at --------------------------------------------------------------------

    def _turn_trend(self, by: int) -> None:
        self.trend += by
        self.refresh()

    def _turn_race(self) -> None:
        names = self._shot.race_measures if self._shot else ("followers",)
        at = names.index(self.race_by) if self.race_by in names else -1
        self.race_by = names[(at + 1) % len(names)]
        self._look_again()

    def on_action(self, action: Action) -> bool:
        """Escape opens the menu."""
        if action is Action.BACK:
            self._menu()
            return True
        return False

    def _menu(self) -> None:
        self.is_running = False
        if self.on_menu is not None:
            self.on_menu(self.game)
        elif len(self.app.screens) > 1:
            self.app.pop()
        else:
            self.refresh()

    def on_close(self) -> None:
        """Keep the game when the window is closed."""
        self.game.save()


def seasons_read(game: Game) -> int:
    """How many seasons' reveals count as read when a game is taken up: at a season's start, not the last one's."""
    asks_for_season = game.request is not None and game.request.kind in ("plan", "goals", "review")
    return max(0, game.season - int(asks_for_season))

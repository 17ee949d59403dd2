"""The table as a screen: planning, weeks that pass, cards that interrupt, the reveal; and then the next season.

Planning is `planner.py`'s, a light `dawning.py`'s, the reveal `unveiling.py`'s; how all stands, `arrangement.py`'s.
What each part says comes from a snapshot (`game/play/presenters/snapshot.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from game.play.game_session import Game
from game.play.kit import Action, Option, Widget
from game.play.presenters.cards import card
from game.play.presenters.cast import cast
from game.play.presenters.glossary import Entry
from game.play.presenters.guest import guest_story
from game.play.presenters.room import Room
from game.play.presenters.snapshot import Snapshot, snapshot, with_plan
from game.play.screen import Screen
from game.play.screens.table.arrangement import Arrangement
from game.play.screens.table.card_dialog import card_dialog
from game.play.screens.table.crowd import Crowd
from game.play.screens.table.dawning import Dawning
from game.play.screens.table.guest_dialog import guest_dialog
from game.play.screens.table.pace import TO_THE_END, Pace
from game.play.screens.table.planner import Planner
from game.play.screens.table.renewal import Renewal
from game.play.screens.table.unveiling import Unveiling
from game.play.screens.vote import vote_button
from game.sim.clock import WEEK
from game.sim.decision import Request

REST_BETWEEN_LOOKS = 0.3
"""Seconds between two looks at the run while weeks fly past."""

BUBBLE_SECONDS = 2.6

SPEED_KEYS = {
    Action.SPEED_1: 1, Action.SPEED_2: 2, Action.SPEED_3: 3, Action.SPEED_4: TO_THE_END,
}  # fmt: skip


class TableScreen(Screen):
    """Plays a game from where it stands to its end.

    *on_finished* is called when the last reveal has been read; *on_menu* for Escape and the menu button.
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
        self.planner = Planner(self)
        self.dawning = Dawning(self)
        self.pace = Pace(game.run.now, game.speed)
        self.crowd = Crowd()
        self.race_by = "followers"
        self.trend = 0
        self.bubble = 0
        self.unveiling = Unveiling(self)
        self.arrangement = Arrangement(self)
        self.renewal = Renewal(self)
        self._shot: Snapshot | None = None
        self._looked_at = -1.0
        self._bubble_at = 0.0
        self._arranged_for: tuple[object, ...] = ()

    # --- the whole ----------------------------------------------------------------------------

    def build(self) -> Widget:
        """The top bar, and the widest arrangement of the rest that fits."""
        self._arranged_for = (self.app.size, self.app.look)
        self.renewal.end()
        return self.arrangement.build(self.shot)

    def meet(self, person: int) -> None:
        """Look closer at a guest: time stands still meanwhile."""
        told = guest_story(self.game.view, person, self.words)
        self.app.open(guest_dialog(told, self.words, self.close_dialog))

    def cast(self) -> Mapping[str, Entry]:
        """Who plays along in this game."""
        return cast(self.game.scenario, self.words)

    # --- looking ------------------------------------------------------------------------------

    @property
    def shot(self) -> Snapshot:
        """What is shown now."""
        return self._shot or self.look()

    def look(self) -> Snapshot:
        """Look at the run as it is now: everything shown until the next look comes from here."""
        self.planner.tidy()
        view, plan = self.game.view, self.planner.desk.draft.plan
        shot = snapshot(
            view, plan, self.words, race_by=self.race_by, before=self._shot, ghost=self.game.ghost
        )
        self._shot, self._looked_at = shot, self._now
        return shot

    @property
    def _now(self) -> float:
        return self._scene.now if self._scene is not None else 0.0

    def let_in(self, room: Room) -> None:
        """Let those who are in a room that was seen come in, once."""
        if self.crowd.room is not room:
            self.crowd.come(room, self._now, at_once=self.app.look.reduced_motion)

    def turn_to_trend(self, measures: tuple[str, ...]) -> None:
        """Let the chart show the first of these measures that can be followed."""
        ids = [one.id for one in self.shot.trends]
        self.trend = next((ids.index(one) for one in ids if one in measures), self.trend)
        self.refresh()

    def look_again(self) -> None:
        """Look, and show it."""
        self.look()
        self.refresh()

    def redraft(self) -> None:
        """The draft has changed: the left of the table and the hours show it."""
        plan = self.planner.desk.draft.plan
        self._shot = with_plan(self.shot, self.game.view, plan, self.words)
        self.refresh()

    def shown(self) -> None:
        """Go on from where the game stands."""
        if not self.scene.dialogs:
            self.go_on()

    # --- time ---------------------------------------------------------------------------------

    def on_tick(self, seconds: float) -> None:
        """Weeks pass while nothing is asked; a window of another size is arranged anew.

        What was seen in a week is shown in the frames after: to look and to show at once would take too long.
        """
        if self._arranged_for != (self.app.size, self.app.look):
            self.refresh()
        if not self._is_held:
            self.renewal.step()
        self.dawning.tick()
        if self.is_running and not self.scene.dialogs:
            self._pass_time(seconds)

    def _pass_time(self, seconds: float) -> None:
        week = int(self.pace.second) // WEEK
        until = self.pace.pass_time(seconds)
        request = self.game.advance(until)
        if request is not None or self.game.finished:
            self.go_on()
        elif self.planner.settle(until):
            self.look_again()
        elif until // WEEK > week and self._may_look():
            self._turn_bubble()
            self.look()
            self.scene.hold()
            self.renewal.begin()

    def _may_look(self) -> bool:
        """Not while a button is held down or what was seen is not shown yet, nor too often while weeks fly past."""
        rested = self.scene.now - self._looked_at >= REST_BETWEEN_LOOKS
        return rested and not self._is_held and not self.renewal.is_under_way

    @property
    def _is_held(self) -> bool:
        """Whether a button is held down: what is under it must not go."""
        return self.scene.mouse.pressed is not None

    def _turn_bubble(self) -> None:
        if self.scene.now - self._bubble_at >= BUBBLE_SECONDS:
            self.bubble += 1
            self._bubble_at = self.scene.now

    def set_speed(self, speed: int) -> None:
        """Another speed; 0 stops time or lets it go on. At a season's start a speed starts it."""
        if speed:
            self.pace.speed = speed
            self.game.speed = self.game.speed if speed == TO_THE_END else speed
        if self.planner.is_due:
            if speed:
                self.planner.start()
        elif speed or not self.is_running:
            self.planner.sweep()
            self.run_on()
        else:
            self.pause()

    def pause(self) -> None:
        """Time stops."""
        self.is_running = False
        self.refresh()

    def run_on(self) -> None:
        """Time runs."""
        self.is_running = True
        self.refresh()

    def season_started(self) -> None:
        """The season's plan is decided."""
        self.is_running = True
        self.go_on()

    # --- what is asked ------------------------------------------------------------------------

    def go_on(self) -> None:
        """Answer to whatever the run has come to: a reveal, a card, a plan, the end, or nothing."""
        request = self.game.request or self.game.advance(int(self.pace.second))
        if request is not None or self.game.finished:
            self.pace.stand_at(self.game.run.now)
        self.look()
        season = self.unveiling.due
        if season is not None:
            self.unveiling.open(season)
        elif request is None and self.game.finished:
            self._finish()
        elif request is not None and request.kind == "plan":
            self._begin_planning()
        elif request is not None and request.kind == "light":
            self.refresh()
            self.dawning.begin(request)
        elif request is not None:
            self._open_card(request)
        else:
            self.refresh()

    def _finish(self) -> None:
        self.pause()
        if self.on_finished is not None:
            self.on_finished(self.game)

    def _begin_planning(self) -> None:
        self.is_running = False
        self.pace.speed = self.game.speed
        self.planner.begin()
        self.look_again()

    def _open_card(self, request: Request) -> None:
        self.refresh()
        shown = card(request, self.game.view, self.words)

        def choose(place: int) -> None:
            self.close_dialog()
            self.answer_with(shown.options[place].id)

        def vote(options: Sequence[Option]) -> list[Widget]:
            return vote_button(self.app, shown.title, options, choose)

        self.scene.play("card")
        self.app.open(card_dialog(shown, self.shot.kinds, self.words, choose, vote))

    def answer_with(self, option: str) -> None:
        """Answer what is asked by one of its options, and go on."""
        request = self.game.request
        assert request is not None, "only a question is answered"
        self.game.answer(request.option(option))
        self.go_on()

    def close_dialog(self) -> None:
        """Take the dialog on top away."""
        self.scene.close()

    # --- what is looked at, keys --------------------------------------------------------------

    def turn_trend(self, by: int) -> None:
        """Let the chart show another number."""
        self.trend += by
        self.refresh()

    def turn_race(self) -> None:
        """Race in something else that is uncovered."""
        names = self.shot.race_measures
        at = names.index(self.race_by) if self.race_by in names else -1
        self.race_by = names[(at + 1) % len(names)]
        self.look_again()

    def on_action(self, action: Action) -> bool:
        """Keys of time, undo and redo, Escape; none while a dialog wants an answer first."""
        if self.scene.dialogs:
            return False
        match action:
            case Action.BACK:
                self.menu()
            case Action.PAUSE:
                self.set_speed(0)
            case Action.SAVE:
                self._save()
            case Action.UNDO:
                self.planner.undo()
            case Action.REDO:
                self.planner.redo()
            case _ if action in SPEED_KEYS:
                self.set_speed(SPEED_KEYS[action])
            case _:
                return False
        return True

    def _save(self) -> None:
        """Save now, and say so."""
        self.game.save()
        self.refresh()
        if not self.game.save_problem:
            self.scene.remark(self.scene.find("table.menu"), self.words("table.saved"))
            self.app.say(self.words("table.saved"))

    def menu(self) -> None:
        """Time stops, and the menu opens."""
        self.pause()
        if self.on_menu is not None:
            self.on_menu(self.game)
        elif len(self.app.screens) > 1:
            self.app.pop()

    def on_close(self) -> None:
        """Keep the game when the window is closed."""
        self.game.save()

"""A saved run walked through: the room, the race, the numbers and the answers of any week; and on from there.

How it was gone through is next door in `rewinding.py`; the table that is played at, in `screens/table`.
"""

from __future__ import annotations

from functools import partial

from game.play.kit import (
    Action,
    Bar,
    Button,
    Card,
    Column,
    FirstThatFits,
    Heading,
    IconButton,
    Panel,
    Row,
    Slider,
    Spacer,
    Text,
    Widget,
)
from game.play.presenters.reel import Reel, Still
from game.play.presenters.weeks import when
from game.play.presenters.wording import question_where_left
from game.play.saved_runs import SavedRun
from game.play.screen import Screen
from game.play.screens.history.answers_card import answers_card
from game.play.screens.journey import Journey
from game.play.screens.table.crowd import Crowd
from game.play.screens.table.lanes import race_card
from game.play.screens.table.legend import party_panel
from game.play.screens.table.numbers import numbers_card
from game.play.screens.table.party import setting_of
from game.play.screens.table.top_bar import gauge_meter
from game.sim.clock import WEEKS_PER_SEASON
from game.sim.light import Light

MARGIN = 14
PAUSE_BETWEEN = 0.35
"""Seconds for which each week is shown while the run walks by itself."""

WALKING = 1
"""Weeks further on to which guests walk; over a longer way they are there at once."""


class Walk(Screen):
    """One week at a time; the slider, the arrows and the buttons go to any other."""

    name = "walk"

    def __init__(self, journey: Journey, saved: SavedRun, reel: Reel) -> None:
        super().__init__()
        self.journey = journey
        self.saved = saved
        self.reel = reel
        self.week = reel.last
        self.is_running = False
        self.crowd = Crowd()
        self.race_by = "followers"
        self.trend = 0
        self._shown_since = 0.0
        self.crowd.come(self.still.shot.room, 0.0, at_once=True)

    @property
    def still(self) -> Still:
        """What is looked at."""
        return self.reel.stills[self.week]

    # --- the whole ----------------------------------------------------------------------------

    def build(self) -> Widget:
        """The bar, the week, and below it the slider."""
        room = FirstThatFits(self._wide(), self._narrow(), grow=1)
        return Column(
            self._bar(),
            Panel(Column(room, self._ways(), gap=MARGIN), padding=MARGIN, grow=1),
            gap=0,
        )

    def _bar(self) -> Widget:
        row = Row(*self._head(), Spacer(), *self._meters(wrap=False), gap=18)
        wrapped = Row(*self._head(), *self._meters(wrap=True), gap=18, wrap=True)
        return Bar(FirstThatFits(row, wrapped))

    def _head(self) -> list[Widget]:
        moment, words = self.still.shot.moment, self.words
        back = IconButton("chevron-left", words("menu.back"), on_press=self.app.pop, id="back")
        title = words("walk.title", title=moment.title)
        lines = Column(
            Heading(title, id="walk.title"),
            Text(self._when(self.week), "small", colour="soft"),
            gap=0,
        )
        return [back, lines]

    def _meters(self, *, wrap: bool) -> list[Widget]:
        return [Row(*(gauge_meter(one) for one in self.still.shot.gauges), gap=18, wrap=wrap)]

    def _wide(self) -> Widget:
        right = Column(self._numbers(), self._answers(), gap=MARGIN, grow=340, min_width=280)
        left = Column(self._party(1), self._race(), gap=MARGIN, grow=622, min_width=420)
        return Row(left, right, gap=MARGIN, cross="stretch")

    def _narrow(self) -> Widget:
        return Column(self._party(0), self._race(), self._numbers(), self._answers(), gap=MARGIN)

    def _party(self, grow: float) -> Widget:
        shot = self.still.shot
        setting = setting_of(shot.room.daylight, self.reel.run.scenario.counter)
        said = next((one for one in shot.voices if one.person >= 0), None)
        return party_panel(shot.room, self.crowd, said, self.words, self._meet, setting, grow=grow)

    def _race(self) -> Widget:
        races = self.still.races
        return race_card(races.get(self.race_by, races["followers"]), self.words, self._turn_race)

    def _numbers(self) -> Widget:
        trends = self.still.shot.trends
        return numbers_card(trends[self.trend % len(trends)], self.words, self._turn_trend)

    def _answers(self) -> Widget:
        return answers_card(self.reel.answers, self.week, self.words)

    def _meet(self, person: int) -> None:
        """Say once more what a guest says: their whole story belongs to the day on which it is asked for."""
        spot = self.scene.find(f"guest.{person}")
        self.scene.remark(spot, spot.tooltip)
        self.app.say(spot.tooltip)

    # --- going --------------------------------------------------------------------------------

    def _ways(self) -> Widget:
        wide = Row(self._steps(), self._branch(), gap=20)
        return Card(
            FirstThatFits(wide, Column(self._steps(), self._branch(), gap=8)), padding=(18, 10)
        )

    def _steps(self) -> Widget:
        """Let it run, a season back, any week, a season on."""
        words = self.words
        play = IconButton(
            "pause" if self.is_running else "play",
            words("walk.stop" if self.is_running else "walk.play"),
            shortcut=Action.PAUSE,
            selected=self.is_running,
            id="play",
            on_press=self.run_or_stop,
        )
        slider = Slider(
            words("walk.week"),
            self.week,
            least=0,
            most=max(1, self.reel.last),
            step=1,
            value_words=lambda value: self._when(round(value)),
            on_change=lambda value: self.go_to(round(value)),
            grow=1,
            id="week",
        )
        return Row(
            play,
            self._step("chevron-left", "walk.season_back", -WEEKS_PER_SEASON),
            slider,
            self._step("chevron-right", "walk.season_on", WEEKS_PER_SEASON),
            gap=12,
            grow=1,
        )

    def _step(self, icon: str, text: str, by: int) -> Widget:
        go = partial(self.go_by, by)
        return IconButton(icon, self.words(text), kind="secondary", id=text, on_press=go)

    def _branch(self) -> Widget:
        return Button(
            self.words("walk.branch"), kind="primary", icon="share-2", id="branch",
            tooltip=self.words("walk.branch_means"), enabled=self.reel.may_go_on_from(self.week),
            on_press=self._go_on_from_here,
        )  # fmt: skip

    def _when(self, week: int) -> str:
        return self.words("walk.end") if week >= self.reel.run.weeks else when(week, self.words)

    def go_to(self, week: int) -> None:
        """Look at another week; to the next the guests walk."""
        week = max(0, min(week, self.reel.last))
        at_once = self.app.look.reduced_motion or not 0 <= week - self.week <= WALKING
        self.week = week
        self._shown_since = self.scene.now
        self.crowd.come(self.still.shot.room, self.scene.now, at_once=at_once)
        self.refresh()

    def go_by(self, weeks: int) -> None:
        """Look at a week further on or back, and say which it is."""
        self.go_to(self.week + weeks)
        self.app.say(self._when(self.week))

    def run_or_stop(self) -> None:
        """Let the run walk by itself, from the beginning where it stands at its end; or stop."""
        self.is_running = not self.is_running
        self.go_to(0 if self.is_running and self.week == self.reel.last else self.week)

    def on_tick(self, seconds: float) -> None:
        """While it walks by itself, the next week comes after a moment."""
        if not self.is_running or self.scene.dialogs or self.scene.mouse.pressed is not None:
            return
        if self.scene.now - self._shown_since >= PAUSE_BETWEEN:
            self.is_running = self.week + 1 < self.reel.last
            self.go_to(self.week + 1)

    def _turn_trend(self, by: int) -> None:
        self.trend += by
        self.refresh()

    def _turn_race(self) -> None:
        names = list(self.still.races)
        at = names.index(self.race_by) if self.race_by in names else -1
        self.race_by = names[(at + 1) % len(names)]
        self.refresh()

    def _go_on_from_here(self) -> None:
        self.app.push(self.journey.branching(self.saved, self.reel, self.week))

    def question_of(self, light: str) -> str:
        """As where the run was left."""
        return question_where_left(self.reel.run, self.reel.seat, Light(light), self.words)

    def on_action(self, action: Action) -> bool:
        """More and less go a week on and back, wherever the focus is."""
        match action:
            case Action.MORE:
                self.go_by(1)
            case Action.LESS:
                self.go_by(-1)
            case _:
                return False
        return True

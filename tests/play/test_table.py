"""The table of play, driven as a person drives it: by keys alone, by the mouse alone, a season and more."""

from __future__ import annotations

import time
from statistics import median

import pytest

import game
from game.play.game_session import Game
from game.play.pilot import FRAME
from game.play.screens.table import TableScreen
from game.play.screens.table.pace import SECONDS_A_WEEK
from game.sim.clock import WEEK
from game.sim.lever import Care, Lever
from tests.play.conftest import Launch
from tests.play.table import MOST_STEPS, bakery, hours, new_game, play_season, tab_to

pytestmark = pytest.mark.window


def test_a_season_passes_with_two_presses_in_fifteen_seconds(launch: Launch) -> None:
    session = Game(game.Run(bakery().model_copy(update={"cards": ()}), seed=7, people=["you"]))
    goals = session.run.advance()
    assert goals is not None
    session.answer(goals.default)
    session.run.advance()
    for lamp in session.run.world.runners[0].lights.values():
        lamp.state = "habit"
    pilot = launch(TableScreen(session))
    started, pressed = pilot.clock.now(), pilot.inputs
    pilot.press("return")
    for _ in range(MOST_STEPS):
        if pilot.shows("reveal"):
            break
        assert not pilot.shows("card"), "a season without a card"
        pilot.frame()
    pilot.press("return")
    assert pilot.clock.now() - started <= 15
    assert pilot.inputs - pressed == 2
    assert session.season == 1
    assert pilot.find("main").name() == pilot.app.words("table.start")


def test_a_season_can_be_planned_and_played_by_keys_alone(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session))
    before = hours(session, Lever.REPLY), hours(session, Lever.PROMOTE)
    tab_to(pilot, "lever.reply")
    pilot.press("+", "right")
    tab_to(pilot, "care.reply")
    pilot.press("return")
    tab_to(pilot, "lever.promote")
    pilot.press("-", "left")
    tab_to(pilot, "guess.rise")
    pilot.press("return")
    assert pilot.focus == "guess.guess"
    pilot.press("right", "return")
    tab_to(pilot, "reason.found")
    pilot.press("return")
    assert pilot.focus == "main"
    cards = play_season(pilot, session, speed="return")
    assert (before[0] + 2, before[1] - 2) == (
        hours_said(session, 0, "reply"), hours_said(session, 0, "promote"),
    )  # fmt: skip
    assert session.prediction_of(0) is not None
    assert session.prediction_of(0).reason == "found"  # type: ignore[union-attr]
    assert session.prediction_of(0).percent == 65  # type: ignore[union-attr]
    assert cards >= 1
    pilot.press("return")
    assert session.season == 1


def hours_said(session: Game, season: int, lever: str) -> int:
    """Half-hours for a lever in the plan that was decided at a season's start."""
    entries = [one for one in session.run.entries if "/plan/" in one.request]
    plan = entries[season].plan
    assert plan is not None
    return plan.hours_of(Lever(lever))


def test_a_season_can_be_played_by_the_mouse_alone(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session))
    pilot.click("lever.create.less")
    pilot.click("lever.listen.more")
    pilot.click("care.create")
    pilot.click("guess.fall")
    pilot.click("guess.sure")
    pilot.click("reason.none")
    pilot.click("main")
    pilot.click("speed.4")
    for _ in range(MOST_STEPS):
        if pilot.shows("reveal"):
            break
        if pilot.shows("card"):
            pilot.click("option.1")
        else:
            pilot.frame()
    assert pilot.shows("reveal.verdict")
    pilot.click("reveal.done")
    assert session.season == 1
    assert session.view.plan.care_of(Lever.CREATE) is Care.THOROUGH


def test_a_whole_game_is_played_to_its_end(launch: Launch) -> None:
    ended: list[Game] = []
    session = new_game(seasons=10)
    pilot = launch(TableScreen(session, on_finished=ended.append))
    for _ in range(2):
        while pilot.shows("reveal") or pilot.shows("card"):
            pilot.press("return" if pilot.shows("reveal") else "1")
        play_season(pilot, session)
    assert ended == []
    assert pilot.find("reveal.done").name() == pilot.app.words("reveal.finish")
    pilot.press("return")
    assert ended == [session]
    assert session.finished


def test_pause_holds_time_and_the_speeds_differ(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session))
    pilot.press("return")
    pilot.wait(0.5)
    assert session.run.now > 0
    pilot.press("p")
    stopped = session.run.now
    pilot.wait(1.0)
    assert session.run.now == stopped
    pace = [SECONDS_A_WEEK[speed] for speed in (1, 2, 3, 4)]
    assert pace == sorted(pace, reverse=True)
    pilot.press("f6")
    pilot.wait(SECONDS_A_WEEK[2])
    assert stopped + 0.8 * WEEK < session.run.now < stopped + 1.4 * WEEK


def test_the_first_table_is_read_in_few_words(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session))
    pilot.frame(60)
    assert pilot.words_read <= 85


def test_loaded_in_mid_season_it_goes_on_from_there(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session))
    pilot.press("return")
    pilot.wait(0.5)
    again = launch(TableScreen(Game(session.run)))
    assert not again.shows("reveal")
    assert again.find("main").name() == again.app.words("table.go_on")
    now = session.run.now
    again.press("return")
    again.wait(0.3)
    assert session.run.now > now


def test_escape_opens_the_menu_and_stops_time(launch: Launch, session: Game) -> None:
    asked: list[Game] = []
    screen = TableScreen(session, on_menu=asked.append)
    pilot = launch(screen)
    pilot.press("return")
    pilot.frame(3)
    pilot.press("escape")
    assert asked == [session]
    assert not screen.is_running


def test_closing_the_window_saves_the_game(launch: Launch) -> None:
    saved: list[int] = []
    session = Game(new_game().run, save=lambda run: saved.append(run.now))
    pilot = launch(TableScreen(session))
    pilot.close_window()
    assert saved == [0]


def test_ctrl_s_saves_and_says_so(launch: Launch) -> None:
    saved: list[int] = []
    pilot = launch(TableScreen(Game(new_game().run, save=lambda run: saved.append(run.now))))
    pilot.press("ctrl+s")
    assert saved == [0]
    assert pilot.spoken[-1] == pilot.app.words("table.saved")


def test_a_game_that_cannot_be_saved_says_so_and_goes_on(launch: Launch) -> None:
    def full(run: object) -> None:
        raise OSError(28, "No space left on device")

    session = Game(new_game().run, save=full)
    pilot = launch(TableScreen(session))
    pilot.press("return")
    pilot.frame(2)
    sentence = pilot.app.words("table.not_saved", reason="No space left on device")
    assert pilot.find("table.state").name() == sentence
    assert session.run.now > 0


@pytest.mark.benchmark
def test_a_frame_of_the_full_room_takes_less_than_8_ms_at_full_hd(launch: Launch) -> None:
    session = new_game(seasons=6)
    pilot = launch(TableScreen(session), size=(1920, 1080))
    while pilot.shows("reveal"):
        pilot.press("return")
    pilot.press("return")
    spent: list[float] = []
    while len(spent) < 240 and not pilot.shows("reveal"):
        if pilot.shows("card"):
            pilot.press("1")
            continue
        started = time.process_time()
        pilot.clock.advance(FRAME)
        pilot.app.frame()
        spent.append((time.process_time() - started) * 1e3)
    assert median(spent) < 8

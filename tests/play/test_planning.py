"""A plan is made at the table step by step, and corrected on the way; what cannot be done is refused in a sentence."""

from __future__ import annotations

import pytest

from game.play.game_session import Game
from game.play.screens.table import TableScreen
from game.sim.clock import DAY
from game.sim.lever import Lever
from game.sim.plan import Automation
from tests.play.conftest import Launch
from tests.play.table import hours, new_game, play_season, tab_to

pytestmark = pytest.mark.window


def test_undo_takes_back_step_by_step_and_redo_takes_again(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session))
    start = pilot.find("lever.reply").value_text()
    pilot.click("lever.reply.more")
    pilot.click("lever.reply.more")
    more = pilot.find("lever.reply").value_text()
    pilot.press("ctrl+z", "ctrl+z")
    assert pilot.find("lever.reply").value_text() == start
    assert not pilot.shows("moves.said")
    pilot.press("ctrl+y", "ctrl+y")
    assert pilot.find("lever.reply").value_text() == more


def test_too_many_moves_are_refused_with_a_sentence(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session))
    pilot.click("lever.reply.more")
    pilot.click("lever.reply.more")
    pilot.click("lever.create.more")
    pilot.click("lever.listen.more")
    pilot.click("care.reply")
    pilot.press("return")
    sentence = pilot.app.words("table.too_many_moves", used=4, left=3)
    assert pilot.spoken[-1] == sentence
    assert session.request is not None
    pilot.press("ctrl+z", "return")
    assert session.request is None


def test_hours_beyond_the_purse_come_from_where_the_player_says(
    launch: Launch, session: Game
) -> None:
    pilot = launch(TableScreen(session))
    shop, rest = hours(session, Lever.SHOP), hours(session, Lever.REST)
    pilot.click("lever.reply.more")
    pilot.click("lever.reply.more")
    assert "1 h over" in pilot.find("over").name()
    pilot.click("payer.2")
    pilot.press("return")
    assert (hours(session, Lever.SHOP), hours(session, Lever.REST)) == (shop, rest - 2)


def test_every_setting_of_the_plan_can_be_changed(launch: Launch) -> None:
    session = new_game(seasons=2)
    pilot = launch(TableScreen(session))
    pilot.press("return")
    pilot.click("adjust")
    tab_to(pilot, "adjust.voice")
    pilot.press("left")
    assert pilot.focus == "adjust.voice", "the focus stays where it was"
    pilot.click("adjust.tabs.head.2")
    pilot.click("adjust.automation.2")
    pilot.click("adjust.tabs.head.4")
    pilot.click("order.add")
    pilot.press("escape", "return")
    plan = session.view.plan
    assert plan.voice == 1
    assert plan.automation is Automation.SCHEDULED
    assert plan.orders[0].when == "waiting_hours >= 24"


def test_a_place_can_be_left_and_its_share_changed(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session))
    pilot.click("adjust")
    pilot.click("adjust.tabs.head.3")
    pilot.click("share.natter.more")
    pilot.click("leave.common_room")
    pilot.click("adjust.done")
    pilot.press("return")
    assert dict(session.view.plan.shares) == {"natter": 2}


def test_without_a_guess_nothing_is_kept_and_nothing_is_judged(
    launch: Launch, session: Game
) -> None:
    pilot = launch(TableScreen(session))
    pilot.click("guess.rise")
    play_season(pilot, session)
    assert session.predictions == ()
    assert not pilot.shows("reveal.verdict")


def test_a_course_is_corrected_from_the_next_morning_on(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session))
    before = hours(session, Lever.LISTEN)
    pilot.press("return")
    pilot.wait(0.4)
    pilot.click("lever.listen.more")
    assert not pilot.app.screen.is_running  # type: ignore[attr-defined]
    held = session.run.now
    pilot.wait(0.5)
    assert session.run.now == held
    assert pilot.find("main").name() == pilot.app.words("table.correct")
    pilot.press("return")
    assert pilot.spoken[-1] == pilot.app.words("table.corrected")
    pilot.wait(0.3)
    assert hours(session, Lever.LISTEN) == before + 1
    entry = session.run.entries[-1]
    assert entry.request == f"you/week/day-{entry.day}/{entry.day}"
    assert entry.day - held // DAY <= 1
    assert session.view.moves_left == 2


def test_a_second_correction_in_the_week_is_refused_with_a_sentence(
    launch: Launch, session: Game
) -> None:
    pilot = launch(TableScreen(session))
    pilot.press("return")
    pilot.frame(3)
    pilot.click("lever.listen.more")
    pilot.press("return")
    while pilot.app.screen.planner.pending_at is not None:  # type: ignore[attr-defined]
        pilot.frame()
    pilot.click("lever.listen.more")
    pilot.press("return")
    assert pilot.spoken[-1] == pilot.app.words("table.corrected_already")


def test_letting_time_run_sweeps_an_undecided_correction_away(
    launch: Launch, session: Game
) -> None:
    pilot = launch(TableScreen(session))
    pilot.press("return")
    pilot.frame(3)
    pilot.click("lever.listen.more")
    pilot.press("p")
    assert not pilot.shows("moves.said")
    pilot.wait(1.2)
    assert session.view.moves_left == 3

"""The table of play, driven as a person drives it: by keys alone, by the mouse alone, a season and more."""

from __future__ import annotations

import time
from statistics import median

import pytest

import game
from game.play.game_session import Game
from game.play.kit import Settings
from game.play.kit.scene import Scene
from game.play.pilot import FRAME, Pilot
from game.play.screens.table import TableScreen
from game.play.screens.table.light_dialog import CLEARING_SECONDS
from game.play.screens.table.pace import SECONDS_A_WEEK
from game.sim.cause import Cause
from game.sim.clock import DAY, WEEK
from game.sim.lever import Care, Lever
from game.sim.light import Light
from game.sim.measure import MEASURE_INDEX, MEASURES, Stage
from game.sim.plan import Automation
from tests.play.conftest import Launch
from tests.play.table import MOST_STEPS, bakery, new_game, play_season

pytestmark = pytest.mark.window
STILL = Settings(reduced_motion=True)


@pytest.fixture
def session() -> Game:
    """A game whose first plan is asked for."""
    return new_game()


def hours(session: Game, lever: Lever) -> int:
    """Half-hours in the plan that counts."""
    return session.view.plan.hours_of(lever)


def said(scene: Scene) -> list[str]:
    """Everything shown or spoken of a scene."""
    return scene.transcript()


# --- a season by keys, a season by mouse ------------------------------------------------------


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


def tab_to(pilot: Pilot, id: str) -> None:
    """Go to a widget by the tabulator alone."""
    for _ in range(80):
        if pilot.focus == id:
            return
        pilot.press("tab")
    raise AssertionError(f"Tab never came to {id}.")


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


# --- planning ---------------------------------------------------------------------------------


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


# --- time -------------------------------------------------------------------------------------


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
    assert stopped + 0.8 * WEEK < session.run.now < stopped + 1.4 * WEEK or session.request


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


# --- cards and lights -------------------------------------------------------------------------


def until_card(pilot: Pilot, session: Game, kind: str) -> None:
    """Play on until a card of that kind lies on the table."""
    for _ in range(MOST_STEPS):
        request = session.request
        if pilot.shows("card"):
            assert request is not None
            if request.kind == kind:
                return
            pilot.press("1")
        elif pilot.shows("reveal"):
            pilot.press("return")
        elif request is not None:
            pilot.press("f8")
        else:
            pilot.frame()
    raise AssertionError(f"There never came a {kind}.")


def test_a_card_waits_without_a_clock_and_chooses_nothing_by_itself(
    launch: Launch, session: Game
) -> None:
    pilot = launch(TableScreen(session))
    until_card(pilot, session, "card")
    now, request = session.run.now, session.request
    pilot.wait(30)
    pilot.press("return", "escape")
    assert session.request is request
    assert session.run.now == now
    assert pilot.focus == ""


@pytest.mark.parametrize("way", ["number", "arrows", "mouse"])
def test_a_card_is_answered_by_number_by_arrows_or_by_mouse(launch: Launch, way: str) -> None:
    session = new_game()
    pilot = launch(TableScreen(session))
    until_card(pilot, session, "card")
    request = session.request
    assert request is not None
    wanted = request.options[1].id
    match way:
        case "number":
            pilot.press("2")
        case "arrows":
            pilot.press("down", "down", "return")
        case _:
            pilot.click("option.2")
    assert session.run.entries[-1].decision.option == wanted


def test_a_card_says_kind_and_hours_and_who_will_see_it_and_fills_in_the_name(
    launch: Launch, session: Game
) -> None:
    pilot = launch(TableScreen(session))
    until_card(pilot, session, "card")
    request = session.request
    assert request is not None
    told = " ".join(said(pilot.app.scene))
    assert request.title in told
    assert "{" not in told
    assert all(option.label.split("{")[0] in told for option in request.options)
    assert "will see it" in told


def until_ladder(pilot: Pilot, session: Game) -> None:
    """Play on until the light of the ladder goes on; others are remembered."""
    until_card(pilot, session, "light")
    while session.request is not None and session.request.name != Light.LADDER:
        pilot.press("2")
        pilot.wait(CLEARING_SECONDS + 0.1)
        until_card(pilot, session, "light")


def test_a_light_shows_evidence_and_clears_the_fog(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session))
    question = pilot.app.words("light.ladder.question")
    assert pilot.find("gauge.customers").name() == question
    until_ladder(pilot, session)
    assert pilot.find("card.text").name() == question
    assert pilot.shows("evidence.customers")
    assert pilot.find("gauge.customers").name() == question, "behind it the fog still lies"
    pilot.press("2")
    assert pilot.shows("clearing")
    assert pilot.find("gauge.customers").value_text() == f"{session.view.measure('customers'):,}"
    assert pilot.shows("count.like")
    before = pilot.pixels()
    pilot.wait(0.4)
    assert pilot.pixels() != before
    assert session.request is not None
    asked_at = session.run.now
    pilot.wait(CLEARING_SECONDS)
    assert not pilot.shows("clearing")
    assert session.run.now > asked_at, "answered, time runs on"
    acted = [one for one in session.run.entries if one.request.startswith("you/light/ladder")]
    assert acted == [], "to remember it is what happens by itself, and is not written down"


def test_whoever_acts_on_a_light_is_tempted_to_overdo_it(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session))
    until_ladder(pilot, session)
    pilot.press("1", "return")
    assert not pilot.shows("clearing"), "a press goes on"
    assert session.request is not None
    assert pilot.app.words("light.tempt_title") in " ".join(said(pilot.app.scene))
    pilot.press("2")
    assert session.run.entries[-1].decision.option == "more"


def test_in_reduced_motion_the_fog_clears_in_one_step(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session), settings=STILL)
    until_ladder(pilot, session)
    pilot.press("1")
    assert not pilot.shows("clearing")
    assert pilot.app.words("light.tempt_title") in " ".join(said(pilot.app.scene))
    pilot.press("1")
    assert session.run.entries[-1].decision.option == "act"


def test_the_reveal_judges_the_guess_and_explains_what_moved(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session))
    pilot.click("guess.rise")
    pilot.click("guess.think")
    pilot.click("reason.found")
    play_season(pilot, session)
    verdict = pilot.find("reveal.verdict").name()
    assert pilot.app.words("reveal.right") in verdict
    assert f"{session.view.measure('followers')}" in verdict
    assert pilot.find("moved.followers").name() == f"+{session.view.measure('followers')}"


# --- the fog ----------------------------------------------------------------------------------


def stirred(session: Game) -> None:
    """Change the truth behind the fog: who stands how, and every covered number."""
    world = session.run.world
    view = session.view
    world.relations.stage[:] = Stage.ADVOCATE
    world.relations.liking[:] = 900_000
    for measure in MEASURES:
        if not view.sees(measure.id):
            world.ledger.values[0, MEASURE_INDEX[measure.id]] += 4_321
            for end in world.ledger.ends:
                end[0, MEASURE_INDEX[measure.id]] += 4_321
            world.ledger.weeks[-1][0, MEASURE_INDEX[measure.id], Cause.TIME] += 4_321


def test_nothing_on_the_table_changes_when_what_is_covered_changes(launch: Launch) -> None:
    pictures = []
    for stir in (False, True):
        session = new_game(seasons=1)
        for lamp in session.run.world.runners[0].lights.values():
            lamp.state = "puzzled"
        if stir:
            stirred(session)
        pilot = launch(TableScreen(session), settings=STILL)
        shown = [said(pilot.app.scene), pilot.pixels()]
        pilot.press("return")
        for _ in range(12):
            pilot.click("trend.next")
            shown += [said(pilot.app.scene), pilot.pixels()]
        pilot.press("r", "r", "r")
        pictures.append([*shown, said(pilot.app.scene), pilot.pixels()])
    assert pictures[0] == pictures[1]


def test_nothing_on_a_guests_card_changes_when_what_is_covered_changes(launch: Launch) -> None:
    pictures = []
    for stir in (False, True):
        session = new_game(seasons=1)
        for lamp in session.run.world.runners[0].lights.values():
            lamp.state = "puzzled"
        if stir:
            stirred(session)
        pilot = launch(TableScreen(session), settings=STILL)
        pilot.press("return")
        pilot.click(f"guest.{session.view.guests(1)[0].person}")
        assert pilot.shows("guest.close")
        pictures.append([said(pilot.app.scene), pilot.pixels()])
    assert pictures[0] == pictures[1]


def test_a_guest_is_met_by_a_click_or_by_arrows_and_enter_and_time_stands_still(
    launch: Launch,
) -> None:
    session = new_game(seasons=2)
    pilot = launch(TableScreen(session), settings=STILL)
    while pilot.shows("reveal"):
        pilot.press("return")
    tab_to(pilot, "room")
    pilot.press("down", "return")
    assert pilot.shows("guest.close")
    now = session.run.now
    pilot.wait(1.0)
    assert session.run.now == now
    pilot.press("escape")
    assert not pilot.shows("guest.close")
    pilot.click(f"guest.{session.view.guests(1)[0].person}")
    pilot.press("return")
    assert not pilot.shows("guest.close")
    assert session.request is not None, "Enter closed the card and started nothing"


def test_the_test_of_the_fog_notices_what_is_uncovered(launch: Launch) -> None:
    shown = []
    for stir in (False, True):
        session = new_game(seasons=1)
        for lamp in session.run.world.runners[0].lights.values():
            lamp.state = "lit"
        if stir:
            session.run.world.relations.stage[:] = Stage.ADVOCATE
        pilot = launch(TableScreen(session), settings=STILL)
        pilot.press("return")
        shown.append(pilot.pixels())
    assert shown[0] != shown[1]


def test_no_gait_is_named_while_playing(launch: Launch) -> None:
    session = new_game(seasons=3)
    pilot = launch(TableScreen(session))
    play_season(pilot, session)
    seen = " ".join(text for _, text in pilot.read).lower() + " ".join(pilot.spoken).lower()
    for word in ("tortoise", "hare", "expected", "forecast"):
        assert word not in seen.split()


# --- words, people, speed ---------------------------------------------------------------------


def test_the_first_table_is_read_in_few_words(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session))
    pilot.frame(60)
    assert pilot.words_read <= 85


def test_the_arrows_go_from_guest_to_guest_and_say_who_they_are(launch: Launch) -> None:
    session = new_game(seasons=2)
    pilot = launch(TableScreen(session), settings=STILL)
    while pilot.shows("reveal"):
        pilot.press("return")
    tab_to(pilot, "room")
    names = {guest.name for guest in session.view.guests()}
    heard = []
    for key in ("left", "up", "right", "down", "right"):
        pilot.press(key)
        heard.append(pilot.spoken[-1])
    assert len(set(heard)) >= 3
    assert all(one.split(" ")[0] in names for one in heard)


def test_reduced_motion_stands_still_while_nothing_happens(launch: Launch) -> None:
    session = new_game(seasons=2)
    pilot = launch(TableScreen(session), settings=STILL)
    pilot.press("return")
    before = pilot.pixels()
    pilot.wait(1.0)
    assert pilot.pixels() == before
    pilot = launch(TableScreen(new_game(seasons=2)))
    pilot.press("return")
    before = pilot.pixels()
    pilot.wait(1.0)
    assert pilot.pixels() != before


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
    assert session.run.now > 0 or session.request is None


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

"""The coach of the first game: each idea when it is needed, pointing at the real thing, and in nobody's way."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import game
from game.play.kit import Settings
from game.play.kit.focus import ring
from game.play.kit.guide import Guide
from game.play.pilot import Pilot
from game.play.scenarios import NEWCOMERS
from game.play.screens.played_table import PlayedTable
from game.play.screens.table.lessons import LESSONS
from game.sim.light import Light
from game.sim.market import Market
from game.sim.scenario import Scenario
from tests.play.journeys import MOST_INPUTS, MOST_WORDS, at_the_title, play_by_keys, until
from tests.play.table import about_to_see, bakery

pytestmark = pytest.mark.window
SIZES = (((960, 540), 1.0), ((1280, 720), 1.5), ((1920, 1080), 1.0), ((1280, 720), 2.0))


@cache
def first_steps(seasons: int = 2) -> Scenario:
    """The scenario for newcomers with fewer people: its text is that of what it has become."""
    whole = game.load_scenario(NEWCOMERS)
    market = Market(people=250, first_names=whole.market.first_names, needs_per_year=6.0)
    return whole.model_copy(update={"seasons": seasons, "market": market, "tests": ()}).with_text(
        ""
    )


def hold(pilot: Pilot, where: tuple[int, int]) -> None:
    """Press the mouse's button at a point, and keep it down."""
    pilot.app.scene.point(where, "move")
    pilot.app.scene.point(where, "down")


def click(pilot: Pilot, where: tuple[int, int]) -> None:
    """Press it and let it go."""
    hold(pilot, where)
    pilot.app.scene.point(where, "up")


def inside(bubble: Guide) -> tuple[int, int]:
    """A point of the bubble where there is neither its text nor its cross."""
    return bubble.rect.move(14, 0).midleft


def table_of(pilot: Pilot) -> PlayedTable:
    """The table that the pilot sits at."""
    table = pilot.app.screen
    assert isinstance(table, PlayedTable)
    return table


def lesson(pilot: Pilot) -> str:
    """The lesson that is on show, if one is."""
    table = table_of(pilot)
    if table.scene.guide is None:
        return ""
    assert table.coach.lesson is not None
    return table.coach.lesson.id


def at_the_first_plan(pilot: Pilot) -> None:
    """From the title to the first plan by two presses."""
    pilot.press("return", "1")
    pilot.wait(0.3)


def weeks_pass(pilot: Pilot, come: Callable[[], bool]) -> None:
    """Let time pass, and answer what is asked, until something has come about."""

    def answered() -> bool:
        if pilot.shows("option.1"):
            pilot.press("1")
        return come()

    until(pilot, answered)


def test_whoever_has_never_played_is_offered_the_first_game_and_nobody_else_is(
    tmp_path: Path,
) -> None:
    with at_the_title(tmp_path, first_steps(), bakery()) as pilot:
        assert pilot.shows("first")
        pilot.press("return", "1")
        assert table_of(pilot).game.scenario.id == NEWCOMERS
    with at_the_title(tmp_path, first_steps(), bakery()) as pilot:
        assert not pilot.shows("first")


def test_a_game_that_is_not_the_first_has_no_coach_until_one_is_called(tmp_path: Path) -> None:
    with at_the_title(tmp_path, bakery()) as pilot:
        at_the_first_plan(pilot)
        assert lesson(pilot) == ""
        pilot.press("c")
        pilot.wait(0.1)
        assert lesson(pilot) == "hours"


def test_the_first_plan_of_the_first_game_is_decided_after_few_words_the_coach_s_among_them(
    tmp_path: Path,
) -> None:
    with at_the_title(tmp_path, first_steps(), bakery()) as pilot:
        at_the_first_plan(pilot)
        assert lesson(pilot) == "hours"
        pilot.texts()
        assert pilot.words_read <= MOST_WORDS
        pilot.press("return")
        assert table_of(pilot).is_running
        assert pilot.inputs <= MOST_INPUTS


def test_each_lesson_goes_when_it_has_been_done_and_the_next_one_comes(tmp_path: Path) -> None:
    with at_the_title(tmp_path, first_steps()) as pilot:
        at_the_first_plan(pilot)
        pilot.click("lever.create.more")
        assert lesson(pilot) == ""
        pilot.wait(0.8)
        assert lesson(pilot) == "guess"
        pilot.click("guess.rise")
        assert lesson(pilot) == "guess"
        pilot.click("guess.think")
        pilot.click("reason.none")
        pilot.wait(0.8)
        assert lesson(pilot) == "start"
        pilot.press("return")
        weeks_pass(pilot, lambda: lesson(pilot) == "pace")
        pilot.press("f6")
        weeks_pass(pilot, lambda: lesson(pilot) != "pace")
        assert {"hours", "guess", "start", "pace"} <= table_of(pilot).coach.taught


def test_a_card_and_a_reveal_are_explained_when_they_first_come_and_not_again(
    tmp_path: Path,
) -> None:
    shown: list[str] = []
    with at_the_title(tmp_path, first_steps(4)) as pilot:
        at_the_first_plan(pilot)

        def look() -> bool:
            pilot.wait(0.1)
            said = lesson(pilot)
            if said and shown[-1:] != [said]:
                shown.append(said)
            return False

        play_by_keys(pilot, look)
    assert {"hours", "card", "reveal"} <= set(shown)
    assert shown.count("card") == shown.count("reveal") == 1
    assert {"listen", "care", "fog", "adjust"} & set(shown)


def test_a_game_with_the_coach_is_the_game_without(tmp_path: Path) -> None:
    digests = []
    for number, away in enumerate((False, True)):
        with at_the_title(tmp_path / str(number), first_steps(1)) as pilot:
            at_the_first_plan(pilot)
            if away:
                pilot.press("c")
            played = table_of(pilot).game
            play_by_keys(pilot)
            digests.append(played.run.digest)
    assert digests[0] == digests[1]


@pytest.mark.parametrize("way", ["key", "cross"])
def test_the_coach_can_be_put_away_and_called_again_and_the_settings_keep_it(
    tmp_path: Path, way: str
) -> None:
    with at_the_title(tmp_path, first_steps()) as pilot:
        at_the_first_plan(pilot)
        guide = pilot.app.scene.guide
        assert guide is not None
        if way == "key":
            pilot.press("c")
        else:
            click(pilot, guide.cross.rect.center)
            pilot.frame()
        assert lesson(pilot) == ""
        assert not pilot.app.settings.coach
        pilot.press("escape")
        pilot.click("coach")
        pilot.press("escape")
        pilot.wait(0.1)
        assert lesson(pilot) == "hours"
        assert pilot.app.settings.coach


@pytest.mark.parametrize("way", ["key", "menu"])
def test_a_coach_who_is_called_back_says_everything_again(tmp_path: Path, way: str) -> None:
    with at_the_title(tmp_path, first_steps()) as pilot:
        at_the_first_plan(pilot)
        pilot.click("lever.create.more")
        pilot.wait(0.8)
        assert lesson(pilot) == "guess"
        if way == "key":
            pilot.press("c", "c")
        else:
            pilot.press("escape")
            pilot.click("coach")
            assert not pilot.app.settings.coach
            pilot.click("coach")
            pilot.press("escape")
        pilot.wait(0.8)
        assert lesson(pilot) == "hours"


@pytest.mark.parametrize("change", ["goes", "comes"])
def test_a_button_that_is_held_while_a_bubble_goes_or_comes_is_pressed(
    tmp_path: Path, change: str
) -> None:
    with at_the_title(tmp_path, first_steps()) as pilot:
        at_the_first_plan(pilot)
        scene, desk = pilot.app.scene, table_of(pilot).planner.desk
        bubble, before = scene.guide, desk.draft
        assert bubble is not None
        if change == "comes":
            scene.guide_by(None)
        where = pilot.find("lever.create.more").rect.center
        hold(pilot, where)
        scene.guide_by(None if change == "goes" else bubble)
        scene.point(where, "up")
        assert desk.draft != before


def test_a_bubble_that_goes_while_it_is_held_is_held_no_more(tmp_path: Path) -> None:
    with at_the_title(tmp_path, first_steps()) as pilot:
        at_the_first_plan(pilot)
        scene = pilot.app.scene
        assert scene.guide is not None
        hold(pilot, inside(scene.guide))
        assert scene.mouse.pressed is not None
        scene.guide_by(None)
        assert scene.mouse.hover is None
        assert scene.mouse.pressed is None


def test_a_click_on_the_bubble_says_that_it_has_been_read(tmp_path: Path) -> None:
    with at_the_title(tmp_path, first_steps()) as pilot:
        at_the_first_plan(pilot)
        guide = pilot.app.scene.guide
        assert guide is not None
        click(pilot, inside(guide))
        pilot.wait(0.8)
        assert lesson(pilot) == "guess"
        assert not table_of(pilot).planner.desk.moves, "the click went through"


def test_what_the_coach_says_is_spoken_and_read_with_the_rest(tmp_path: Path) -> None:
    with at_the_title(tmp_path, first_steps()) as pilot:
        at_the_first_plan(pilot)
        text = pilot.app.words("coach.hours")
        assert any(text in said and "Bea" in said for said in pilot.spoken)
        assert text in pilot.app.scene.transcript()


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("size", "text_size"), SIZES)
def test_the_bubble_is_whole_and_does_not_hide_what_it_points_at(
    tmp_path: Path, language: str, size: tuple[int, int], text_size: float
) -> None:
    settings = Settings(language=language, text_size=text_size, reduced_motion=True)
    with at_the_title(tmp_path, first_steps(), size=size, settings=settings) as pilot:
        at_the_first_plan(pilot)
        pointed_at = 0
        for _ in range(3):
            guide = pilot.app.scene.guide
            if guide is None:  # its control is scrolled away: nothing is pointed at blindly
                continue
            window = pilot.app.window.get_surface().get_rect()
            assert window.contains(guide.rect)
            assert not guide.rect.colliderect(guide.about)
            pointed_at += 1
            table_of(pilot).coach._learned(table_of(pilot).coach.lesson)
            pilot.wait(0.7)
        assert pointed_at


def test_the_first_key_goes_to_what_the_coach_points_at(tmp_path: Path) -> None:
    with at_the_title(tmp_path, first_steps()) as pilot:
        at_the_first_plan(pilot)
        desk = table_of(pilot).planner.desk
        before = desk.draft.plan
        pilot.press("tab", "-")
        assert pilot.focus == "lever.reply"
        assert desk.draft.plan != before


def test_the_bubble_hides_no_number_of_the_reveal_that_it_explains(tmp_path: Path) -> None:
    with at_the_title(tmp_path, first_steps()) as pilot:
        at_the_first_plan(pilot)

        def the_reveal_is_explained() -> bool:
            pilot.wait(0.1)
            return pilot.shows("reveal") and lesson(pilot) == "reveal"

        play_by_keys(pilot, the_reveal_is_explained)
        scene = pilot.app.scene
        assert scene.guide is not None
        moved = [one for one in scene.top.walk() if one.id.startswith("moved.")]
        assert moved
        assert not [one.id for one in moved if one.rect.colliderect(scene.guide.rect)]


def test_over_a_card_no_answer_is_hidden(tmp_path: Path) -> None:
    with at_the_title(tmp_path, first_steps(4)) as pilot:
        at_the_first_plan(pilot)

        def a_lesson_on_a_card() -> bool:
            pilot.wait(0.1)
            return pilot.shows("card") and bool(lesson(pilot))

        play_by_keys(pilot, a_lesson_on_a_card)
        guide = pilot.app.scene.guide
        assert guide is not None
        others = [one for one in ring(pilot.app.scene.top) if one.rect != guide.about]
        assert others
        assert not [one.name() for one in others if one.rect.colliderect(guide.rect)]


def test_a_coach_who_is_called_back_at_a_temptation_speaks_of_it_and_not_of_the_light(
    tmp_path: Path,
) -> None:
    with at_the_title(tmp_path, first_steps()) as pilot:
        at_the_first_plan(pilot)
        about_to_see(table_of(pilot).game, Light.WAITING)
        play_by_keys(pilot, lambda: pilot.shows("lamp"))
        pilot.wait(0.8)
        assert lesson(pilot) == "light"
        guide = pilot.app.scene.guide
        assert guide is not None
        for id in ("card.text", "uncovers", "option.2"):
            assert not guide.rect.colliderect(pilot.find(id).rect.inflate(-2, -2)), id
        pilot.press("1")
        until(pilot, lambda: pilot.shows("card") and not pilot.shows("lamp"))
        for _ in range(2):
            pilot.wait(0.8)
            assert lesson(pilot) == "tempting"
            pilot.press("c", "c")
        pilot.press("1")
        pilot.wait(0.1)
        assert lesson(pilot) != "tempting"


def test_every_lesson_has_one_sentence(tmp_path: Path) -> None:
    with at_the_title(tmp_path, bakery()) as pilot:
        for one in LESSONS:
            said = pilot.app.words(f"coach.{one.id}")
            assert said.endswith(".")
            assert said.count(".") == 1
            assert len(said.split()) <= 16

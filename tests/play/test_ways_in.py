"""The screens before a game: title, choice, briefing, settings. The shelf is in `test_shelf.py`."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from game.authoring.load import load_scenario
from game.authoring.words import load_words
from game.play.kit import Action, Settings
from game.play.saved_runs import saved_runs
from game.play.scenarios import EASE, NEWCOMERS, Scenarios
from game.play.screens.choose import Choose
from game.play.screens.journey import Journey
from game.play.screens.settings import IDLE
from game.play.screens.title import Title
from tests.authoring.mistake import SMALL
from tests.builders import a_scenario
from tests.checkout import ROOT
from tests.play.journeys import at_the_title, on, shown, until
from tests.play.shelf import a_saved_game
from tests.play.table import bakery

pytestmark = pytest.mark.window


# --- the title ------------------------------------------------------------------------------------


def test_a_newcomer_is_offered_play_and_asked_about_motion_without_having_to_answer(
    tmp_path: Path,
) -> None:
    with at_the_title(tmp_path) as pilot:
        assert pilot.shows("play")
        assert not pilot.shows("continue")
        assert not pilot.shows("shelf")
        pilot.click("less-motion")
        assert pilot.app.settings.reduced_motion
    with at_the_title(tmp_path) as pilot:
        assert pilot.app.settings.reduced_motion
        assert not pilot.shows("less-motion"), "what was answered is not asked again"


def test_a_newcomer_s_language_is_guessed_and_can_be_put_right_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "de_DE:en")
    with at_the_title(tmp_path) as pilot:
        assert pilot.find("play").name() == "Spielen"
        pilot.click("language.2")
        assert pilot.find("play").name() == "Play"
        assert pilot.app.window.title == "The Long Race"
    with at_the_title(tmp_path) as pilot:
        assert pilot.find("play").name() == "Play", "what was chosen outweighs the guess"
        assert not pilot.shows("language.2"), "what was answered is not asked again"


def test_another_language_in_the_settings_is_spoken_on_every_open_screen(tmp_path: Path) -> None:
    with at_the_title(tmp_path) as pilot:
        pilot.click("settings")
        pilot.click("language.1")
        assert "Größe der Schrift" in shown(pilot)
        pilot.press("escape")
        assert "Neues Spiel" in shown(pilot)
        pilot.click("new")
        assert "2 Jahreszeiten" in shown(pilot)


def test_a_language_that_is_not_there_any_more_is_english(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"language": "tlh"}')
    with at_the_title(tmp_path) as pilot:
        assert pilot.find("play").name() == "Play"
        pilot.click("settings")
        assert pilot.shows("language.1")


def test_whoever_has_played_goes_on_with_one_press(tmp_path: Path) -> None:
    a_saved_game(tmp_path)
    with at_the_title(tmp_path) as pilot:
        assert "The Corner Bakery, year 1, week 1" in shown(pilot)
        pilot.press("return")
        until(pilot, lambda: pilot.screen == "table")


def test_escape_does_not_leave_the_title_and_quit_does(tmp_path: Path) -> None:
    with at_the_title(tmp_path) as pilot:
        pilot.press("escape")
        assert pilot.app.is_running
        pilot.click("quit")
        assert not pilot.app.is_running


def test_a_damaged_settings_file_is_named_at_the_title(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")
    with at_the_title(tmp_path) as pilot:
        assert "settings-damaged-1.json" in shown(pilot)


def test_where_there_is_no_scenario_one_sentence_says_so(tmp_path: Path) -> None:
    journey = Journey(tmp_path / "saves", Scenarios(tmp_path / "empty"))
    with on(journey.title(), tmp_path) as pilot:
        pilot.press("return")
        assert "There is no scenario in" in shown(pilot)
        pilot.click("new")
        assert "There is no scenario in" in shown(pilot)
        assert not pilot.shows("start")


def test_a_scenario_with_mistakes_is_left_out_and_said(tmp_path: Path) -> None:
    folder = tmp_path / "scenarios"
    folder.mkdir()
    (folder / "broken.yaml").write_text("format: long-race/1\nid: broken\n")
    offer = Scenarios(folder)
    assert offer.offer() == ()
    assert any("broken.yaml" in problem for problem in offer.problems)


def test_scenarios_are_offered_in_the_words_of_the_screens(tmp_path: Path) -> None:
    (tmp_path / "tea-shop.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "tea-shop.de.yaml").write_text(
        "format: long-race-words/1\nof: tea-shop\nlanguage: de\ntexts: {title: Die Teestube}\n",
        encoding="utf-8",
    )
    scenarios = Scenarios(tmp_path)
    titles = []
    for language in ("en", "de", "fr"):
        scenarios.speak(language)
        titles += [one.title for one in scenarios.offer()]
    assert titles == ["The Tea Shop", "Die Teestube", "The Tea Shop"]


def test_a_scenario_that_was_asked_for_speaks_the_language_of_the_screens(tmp_path: Path) -> None:
    file = tmp_path / "Hat Shop.yaml"
    file.write_text(SMALL, encoding="utf-8")
    words = tmp_path / "Hat Shop.de.yaml"
    head = 'format: long-race-words/1\nof: "Hat Shop"\nlanguage: de\n'
    words.write_text(
        f"{head}texts: {{goals.trusted.label: Vierzig trauen dir}}\n", encoding="utf-8"
    )
    for language, goal in (("de", "Vierzig trauen dir"), ("en", "Forty trust you")):
        journey = Journey(tmp_path / "saves", Scenarios())
        scenario = load_scenario(file)
        journey.scenarios.add(scenario, file)
        settings = Settings(language=language)
        with on(Title(journey, straight_to=scenario), tmp_path, settings=settings) as pilot:
            pilot.frame(2)
            assert pilot.screen == "briefing"
            assert goal in shown(pilot)
    words.write_text(f"{head}texts: {{titel: Die Teestube}}\n", encoding="utf-8")
    offer = Scenarios()
    offer.speak("de")
    offer.add(load_scenario(file), file)
    assert offer.spoken(load_scenario(file)).title == "The Tea Shop"
    assert any("Hat Shop.de.yaml" in problem for problem in offer.problems)
    offer.speak("en")
    own = load_scenario(file)
    assert offer.spoken(own) is own, "what is in that language already is not read again"


def test_scenarios_read_beside_the_title_are_there_when_asked_for() -> None:
    scenarios = Scenarios()
    called: list[bool] = []
    scenarios.begin_reading(lambda: called.append(True))
    first = scenarios.first()
    assert first is not None
    assert first.id == NEWCOMERS
    assert first in scenarios.offer()


# --- the choice and the briefing ------------------------------------------------------------------


def test_easy_scenarios_are_offered_before_hard_ones_and_short_before_long() -> None:
    scenarios = Scenarios()
    offer = scenarios.offer()
    ease = [EASE.index(one.difficulty or "fair") for one in offer]
    assert offer[0].id == NEWCOMERS
    assert ease == sorted(ease)
    for one, other in pairwise(offer[1:]):
        assert one.difficulty != other.difficulty or one.seasons <= other.seasons


def test_the_card_shows_the_scenario_chosen_and_the_luck_can_be_changed(tmp_path: Path) -> None:
    small = a_scenario(title="A small town", summary="Two shops and a pond.")
    with at_the_title(tmp_path, bakery(), small) as pilot:
        pilot.click("new")
        assert "Two shops and a pond." in shown(pilot)  # the shorter one comes first
        pilot.press("2")
        assert "Ana's bread" in shown(pilot)
        choose = pilot.app.screen
        assert isinstance(choose, Choose)
        before = choose.luck
        pilot.app.scene.focus_on(pilot.find("luck"))
        pilot.press("right", "right")
        assert choose.luck == before + 2
        pilot.click("other-luck")
        assert choose.luck == before


def test_the_briefing_names_the_rivals_and_says_nothing_of_how_they_run(tmp_path: Path) -> None:
    with at_the_title(tmp_path, bakery()) as pilot:
        pilot.press("return")
        said = shown(pilot).lower()
        for rival in bakery().runners[1:]:
            assert rival.name.lower() in said
            assert rival.plays.lower() not in said
        assert "6 hours a week" in said


@pytest.mark.parametrize("id", ["corner-bakery", "garden-centre"])
def test_the_briefing_says_of_nobody_that_they_have_your_hours_who_has_others(
    tmp_path: Path, id: str
) -> None:
    scenario = load_scenario(id)
    others = {one.purse_hours for one in scenario.runners if not one.seat}
    with at_the_title(tmp_path, scenario) as pilot:
        pilot.press("return")
        assert ("So do they" in shown(pilot)) is (others == {scenario.seated.purse_hours})


def test_a_scenario_without_goals_begins_by_a_button(tmp_path: Path) -> None:
    with at_the_title(tmp_path, a_scenario()) as pilot:
        pilot.press("return", "return")
        assert pilot.screen == "table"


def test_escape_leads_back_from_the_briefing_and_nothing_was_saved(tmp_path: Path) -> None:
    with at_the_title(tmp_path) as pilot:
        pilot.press("return", "escape")
        assert pilot.screen == "title"
    assert saved_runs(tmp_path / "saves") == ()


# --- the settings ---------------------------------------------------------------------------------


def test_what_is_set_is_kept(tmp_path: Path) -> None:
    with at_the_title(tmp_path) as pilot:
        pilot.click("settings")
        for id in ("text_size.3", "high_contrast", "reduced_motion"):
            pilot.click(id)
        pilot.click("tabs.head.2")
        pilot.app.scene.focus_on(pilot.find("effects"))
        pilot.press("left")
        pilot.press("escape")
        assert pilot.screen == "title"
    with at_the_title(tmp_path) as pilot:
        now = pilot.app.settings
        assert (now.text_size, now.high_contrast, now.reduced_motion) == (1.3, True, True)
        assert now.effects_volume == pytest.approx(0.5)


def test_a_key_can_be_chosen_and_taken_back(tmp_path: Path) -> None:
    with at_the_title(tmp_path) as pilot:
        pilot.click("settings")
        pilot.click("tabs.head.3")
        pilot.click("key.pause")
        pilot.press("k")
        assert pilot.app.settings.key_table.action("k") is Action.PAUSE
        assert pilot.find("key.pause").name() == "Pause: K"
        assert "Pause K" in shown(pilot)
        pilot.click("key.pause")
        pilot.press("escape")
        assert pilot.app.settings.key_table.action("k") is Action.PAUSE
        assert pilot.screen == "settings"
        pilot.click("usual-keys")
        assert pilot.app.settings.key_table.action("p") is Action.PAUSE


def test_every_action_that_a_screen_answers_to_has_a_name_and_no_other_is_offered() -> None:
    words = load_words()
    named = {action for action in Action if f"settings.action.{action.value}" in words}
    assert named == set(Action) - set(IDLE)
    play = ROOT / "game" / "play"
    code = "".join(path.read_text(encoding="utf-8") for path in (play / "screens").rglob("*.py"))
    answered = {action for action in IDLE if code.count(f"Action.{action.name}") > 1}
    assert answered == set(), "they do something now, and can be offered"

"""Help on any word: rested on, kept open, opened in turn, all of them in a book; never through the fog."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.words import languages, load_words
from game.play.game_session import Game
from game.play.kit import Settings
from game.play.kit.terms import Terms, TermSpot
from game.play.pilot import Pilot
from game.play.presenters.cards import CardKind, CardWords, OptionWords
from game.play.presenters.glossary import COVERED, entry, forms, ids
from game.play.presenters.reveal import news
from game.play.presenters.wording import question_of
from game.play.screens.played_table import PlayedTable
from game.play.screens.table.card_dialog import card_dialog
from game.sim.light import Light
from tests.play.journeys import a_journey, at_the_title, on
from tests.play.overflow import misfits, small_targets, small_texts
from tests.play.table import bakery, new_game

WORDS = load_words()


# --- words ----------------------------------------------------------------------------------------


def nothing_is_lit(light: str) -> str:
    """The question of a light that is dark."""
    return WORDS(f"light.{light}.question")


@pytest.mark.parametrize("language", languages())
def test_every_word_has_a_meaning_in_sentences_and_forms_of_its_own(language: str) -> None:
    words = load_words(language)
    met: dict[str, str] = {}
    for id, some in forms(words).items():
        told = entry(id, words, lambda _: "")
        assert told.word
        assert told.text.endswith(".")
        assert len(told.text.split()) <= 45
        for form in some:
            assert met.setdefault(form.casefold(), id) == id, f"{form} means two things"


def test_a_word_is_found_once_in_a_text_and_not_inside_another() -> None:
    terms = Terms({"move": ("move", "moves"), "trust": ("trust",)})
    found = terms.find("Moves, a move and Trust; no entrusted remover, no move-in")
    assert [(one.term, one.start) for one in found] == [("move", 0), ("trust", 18)]


def test_liking_is_found_where_somebody_likes_and_not_where_like_means_as() -> None:
    terms = Terms(forms(WORDS))
    for text in ("People who like you or more", "Pat likes you now.", "So they like you, at last."):
        assert [one.term for one in terms.find(text)] == ["liking"]
    for text in (
        "They would like you live on Friday.",
        "People like you also enjoyed this.",
        "It did not sound like you.",
    ):
        assert not terms.find(text)


def test_what_a_light_covers_is_a_question_until_it_is_lit() -> None:
    for id, light in COVERED.items():
        assert id in ids(WORDS)
        told = entry(id, WORDS, nothing_is_lit)
        assert told.is_covered
        assert told.text == WORDS(f"light.{light.value}.question")
        assert entry(id, WORDS, lambda _: "").text == WORDS(f"glossary.{id}.means")


def test_what_is_in_view_from_the_first_day_does_not_explain_what_is_covered() -> None:
    covered = {id: WORDS(f"glossary.{id}.means") for id in COVERED}
    for id in set(ids(WORDS)) - set(COVERED):
        told = entry(id, WORDS, nothing_is_lit)
        assert not told.is_covered
        assert told.text not in covered.values()


# --- on screen ------------------------------------------------------------------------------------

window = pytest.mark.window


def spot(pilot: Pilot, term: str) -> TermSpot:
    """The first place where a term stands."""
    return next(
        one for one in pilot.app.scene.top.walk() if isinstance(one, TermSpot) and one.term == term
    )


def click(pilot: Pilot, where: tuple[int, int]) -> None:
    """Press and let go at a point."""
    pilot.app.scene.point(where, "move")
    pilot.app.scene.point(where, "down")
    pilot.app.scene.point(where, "up")
    pilot.frame()


def played(pilot_game: Game, folder: Path) -> PlayedTable:
    """A table that belongs to a journey."""
    return PlayedTable(a_journey(folder / "saves", bakery()), pilot_game)


@window
def test_resting_on_a_word_tells_what_it_means_and_a_click_keeps_it(tmp_path: Path) -> None:
    with on(played(new_game(), tmp_path), tmp_path) as pilot:
        place = spot(pilot, "move").rect.center
        pilot.app.scene.point(place, "move")
        pilot.wait(0.6)
        means = WORDS("glossary.move.means")
        note = pilot.app.scene.note
        assert note is not None
        assert means in note.children[0].children[0].name()
        click(pilot, place)
        assert pilot.shows("pin")
        pilot.wait(3)
        assert pilot.find("pin.text").name() == means
        assert any(means in said for said in pilot.spoken)


@window
def test_words_are_opened_in_turn_by_keys_and_escape_closes_one_at_a_time(tmp_path: Path) -> None:
    with on(played(new_game(), tmp_path), tmp_path) as pilot:
        click(pilot, spot(pilot, "follower").rect.center)
        assert pilot.focus == ""
        while pilot.focus != "word.place":
            pilot.press("tab")
        pilot.press("return")
        assert pilot.find("pin.text").name() == WORDS("glossary.place.means")
        assert len(pilot.app.scene.dialogs) == 2
        pilot.press("escape")
        assert pilot.find("pin.text").name() == WORDS("glossary.follower.means")
        pilot.press("escape")
        assert not pilot.shows("pin")
        assert pilot.screen == "table"


@window
def test_a_word_that_is_open_below_is_not_offered_again(tmp_path: Path) -> None:
    with on(played(new_game(), tmp_path), tmp_path) as pilot:
        click(pilot, spot(pilot, "follower").rect.center)
        for _ in range(20):
            offered = [one.id for one in pilot.app.scene.top.walk() if one.id.startswith("word.")]
            open_now = [getattr(one, "term", "") for one in pilot.app.scene.dialogs]
            assert not {one.removeprefix("word.") for one in offered} & set(open_now)
            if not offered:
                return
            pilot.click(offered[0])
        raise AssertionError("the words lead in a circle")


@window
def test_a_click_beside_the_sheet_closes_it_and_does_nothing_else(tmp_path: Path) -> None:
    with on(played(new_game(), tmp_path), tmp_path) as pilot:
        click(pilot, spot(pilot, "move").rect.center)
        click(pilot, pilot.app.scene.root.rect.center)
        assert not pilot.app.scene.dialogs


@window
def test_the_key_explains_what_has_the_focus_or_else_the_words_in_sight(tmp_path: Path) -> None:
    with on(played(new_game(), tmp_path), tmp_path) as pilot:
        pilot.press("f3")
        offered = {one.id for one in pilot.app.scene.top.walk() if one.id.startswith("word.")}
        assert {"word.move", "word.follower"} <= offered
        pilot.press("escape")
        pilot.app.scene.focus_on(pilot.find("lever.promote"))
        pilot.press("f3")
        assert pilot.find("pin.text").name() == WORDS("lever.promote_means")
        assert pilot.shows("word.offer")
        pilot.press("escape")
        assert pilot.screen == "table"


@window
def test_the_fog_holds_for_words_too(tmp_path: Path) -> None:
    session = new_game()
    with on(played(session, tmp_path), tmp_path) as pilot:
        pilot.press("f1")
        pilot.click("almanac.trust")
        question = pilot.find("almanac.text").name()
        assert question == question_of(Light.LADDER, bakery(), WORDS)
        covered = [WORDS(f"glossary.{id}.means") for id in COVERED]
        seen = " ".join(one.name() for one in pilot.app.scene.top.walk())
        heard = " ".join(pilot.spoken)
        assert not [one for one in covered if one in seen or one in heard]
        pilot.press("escape")
        session.run.world.runners[0].lights[Light.LADDER].state = "lit"
        pilot.press("f1")
        pilot.click("almanac.trust")
        assert pilot.find("almanac.text").name() == WORDS("glossary.trust.means")


@window
def test_over_the_menu_words_are_as_covered_as_at_the_table_below(tmp_path: Path) -> None:
    session = new_game()
    with on(played(session, tmp_path), tmp_path) as pilot:
        pilot.press("escape")
        assert pilot.screen == "menu"
        question = question_of(Light.LADDER, bakery(), WORDS)
        assert pilot.app.help.entry("trust").text == question
        pilot.click("settings")
        assert pilot.screen == "settings"
        assert pilot.app.help.entry("trust").text == question
        session.run.world.runners[0].lights[Light.LADDER].state = "lit"
        assert pilot.app.help.entry("trust").text == WORDS("glossary.trust.means")


PROSE = CardWords(
    kind="request", kind_name="A request", icon="mail", title="A place for the sign", aside="Week 3",
    text="Move the sign to another place, before the crowd trusts the coach. It has no luck with offers.",
    options=(OptionWords("a", "Take care of the place", "One person", ""),),
)  # fmt: skip
"""A card in which each word means what it means anywhere."""


@window
@pytest.mark.parametrize(("kind", "is_linked"), [("request", False), ("review", True)])
def test_in_the_words_of_a_scenario_a_place_is_any_place(
    kind: CardKind, is_linked: bool, tmp_path: Path
) -> None:
    with on(played(new_game(), tmp_path), tmp_path) as pilot:
        pilot.app.open(card_dialog(replace(PROSE, kind=kind), {}, WORDS, lambda _: None))
        pilot.frame()
        spots = [one for one in pilot.app.scene.top.walk() if isinstance(one, TermSpot)]
        assert bool(spots) == is_linked
        pilot.press("f3")
        offered = {one.id for one in pilot.app.scene.top.walk() if one.id.startswith("word.")}
        assert ({"word.move", "word.sign"} <= offered) == is_linked
        pilot.press("escape")
        pilot.app.scene.focus_on(pilot.find("option.1"))
        pilot.press("f3")
        assert not pilot.shows("word.place")


def test_only_what_a_place_says_is_quoted_in_the_news() -> None:
    view = new_game(seasons=8).view
    rules = {one.text for place in bakery().places for one in place.rule_changes}
    told = [line for season in range(8) for line in news(view, season, WORDS)]
    assert {line.text for line in told if line.is_quoted} == rules
    assert len(told) > len(rules) > 0


# --- the almanac ----------------------------------------------------------------------------------


@window
def test_the_almanac_opens_by_its_key_anywhere_and_by_the_menu(tmp_path: Path) -> None:
    with at_the_title(tmp_path, bakery()) as pilot:
        pilot.press("f1")
        assert pilot.shows("almanac")
        pilot.press("f1", "escape")
        assert not pilot.shows("almanac")
        pilot.press("return", "1", "escape")
        assert pilot.screen == "menu"
        pilot.app.scene.find("almanac").press()  # type: ignore[attr-defined]
        pilot.frame()
        assert pilot.shows("almanac.list")


@window
def test_what_lies_below_the_almanac_is_there_again(tmp_path: Path) -> None:
    with on(played(new_game(seasons=2), tmp_path), tmp_path) as pilot:
        assert pilot.shows("reveal")
        pilot.press("f1")
        assert pilot.app.scene.top.id == "almanac"
        pilot.press("escape")
        assert pilot.app.scene.top.id == "reveal"


@window
def test_the_almanac_is_searched_and_read_by_keys_alone(tmp_path: Path) -> None:
    with at_the_title(tmp_path, bakery()) as pilot:
        pilot.press("f1", "tab", "tab")
        assert pilot.focus == "almanac.search"
        pilot.type("stand")
        shown = [one.id for one in pilot.app.scene.top.walk() if one.role == "option"]
        assert shown == ["almanac.standing_order"]
        assert pilot.find("almanac.word").name() == WORDS("glossary.standing_order.word")
        assert WORDS("glossary.standing_order.means") in pilot.spoken[-1]
        pilot.press(*["backspace"] * 5)
        pilot.press("tab", "tab", "return")
        second = ids(WORDS)[1]
        assert pilot.find("almanac.word").name() == WORDS(f"glossary.{second}.word")


@window
def test_the_word_that_is_open_is_said_to_be_chosen(tmp_path: Path) -> None:
    with at_the_title(tmp_path, bakery()) as pilot:
        pilot.press("f1")
        pilot.click("almanac.luck")
        scene = pilot.app.scene
        chosen = [one.id for one in scene.top.walk() if one.role == "option" and one.value_text()]
        assert chosen == ["almanac.luck"]
        assert WORDS("kit.chosen") in scene.spoken(pilot.find("almanac.luck"))


@window
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    ("size", "text_size"), [((960, 540), 1.0), ((1280, 720), 1.5), ((1920, 1080), 2.0)]
)
def test_sheets_and_almanac_fit(
    tmp_path: Path, language: str, size: tuple[int, int], text_size: float
) -> None:
    settings = Settings(language=language, text_size=text_size)
    with on(played(new_game(), tmp_path), tmp_path, size=size, settings=settings) as pilot:
        pilot.press("f3")
        for _ in range(3):
            assert misfits(pilot) == []
            assert small_texts(pilot) == []
            assert small_targets(pilot) == []
            offered = [one.id for one in pilot.app.scene.top.walk() if one.id.startswith("word.")]
            if offered:
                pilot.click(offered[0])
        pilot.press("f1")
        assert small_targets(pilot) == []
        pilot.click("almanac.standing_order")
        assert misfits(pilot) == []

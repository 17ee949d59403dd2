"""Endings that a scenario words: told where their conditions hold, filled in, and never with an empty slot."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

import game
from game.authoring.words import languages, load_words
from game.play.figures.vignette import VIGNETTES
from game.play.presenters import chronicle, standings
from game.play.presenters.aftermath import Aftermath, aftermath
from game.play.presenters.ending_preview import asked_when, ending_preview
from game.play.presenters.endings import ENDINGS, STREET, came_to, ending, ending_story
from game.play.presenters.written_endings import state_of_the_end, written_endings
from game.sim.condition import compile_condition
from game.sim.ending import MEANINGS, SLOTS, Ending, EndingWords, vocabulary_at_end
from game.sim.rehearsal import Rehearsal
from game.sim.run import Run
from tests.play.journeys import small_bakery

WORDS = load_words()
KETTLE = EndingWords(
    id="kettle", when=("followers >= 0",), like=Ending.ROOM, title="The kettle", last="It is hot.",
    text="{person} has a cup at {business}, and {rival} has not; {close} of {followers} know why.",
)  # fmt: skip


@cache
def run_of(strategy: str = "shouter", luck: int = 0) -> Run:
    """Half a year in a small town."""
    return game.simulate(small_bakery(seasons=2), {"you": strategy}, seed=luck)


def with_endings(run: Run, *endings: EndingWords) -> Run:
    """The run as if its scenario had these endings, which are no rule of it."""
    twin = object.__new__(type(run))
    twin.__dict__.update(run.__dict__)
    twin.__dict__["scenario"] = run.scenario.model_copy(update={"endings": endings})
    return twin


def came(run: Run) -> tuple[Aftermath, standings.Standings]:
    race = standings.standings(run, "you")
    return aftermath(run, "you", chronicle.chronicle(run, "you"), race, {}), race


def told(run: Run, *endings: EndingWords, language: str = "en") -> tuple[str, str, list[str]]:
    """Id, title and sentences of the ending that is told."""
    after, race = came(run)
    written = written_endings(with_endings(run, *endings), "you", race, after)
    story = ending_story(after, load_words(language), written)
    return story.id, story.title, [line.text for line in story.lines]


def holds(condition: str, run: Run) -> bool:
    after, race = came(run)
    asked = compile_condition(condition, vocabulary_at_end(run.scenario))
    return asked.holds(state_of_the_end(run, "you", race, after))


def test_an_ending_of_the_scenario_is_told_where_its_conditions_hold() -> None:
    id, title, lines = told(run_of(), KETTLE)
    assert (id, title, lines[-1]) == ("kettle", "The kettle", "It is hot.")
    never = KETTLE.model_copy(update={"when": ("followers < 0",)})
    assert told(run_of(), never)[0] == ending(came(run_of())[0]).id


def test_the_first_that_holds_is_told() -> None:
    other = KETTLE.model_copy(update={"id": "pot"})
    never = KETTLE.model_copy(update={"id": "cup", "when": ("sales < 0",)})
    assert told(run_of(), never, other, KETTLE)[0] == "pot"


def test_every_slot_is_filled_in_with_what_happened() -> None:
    run, (after, race) = run_of(), came(run_of())
    text = told(run, KETTLE)[2][0]
    assert "{" not in text
    assert after.known["regular"].person.name in text
    rival = race.best_rival
    assert rival is not None
    assert rival.name in text
    assert run.scenario.runners[0].name in text
    assert WORDS.number(after.close) in text
    every = KETTLE.model_copy(update={"text": " ".join(f"{{{slot.name}}}" for slot in SLOTS)})
    somewhere = replace(after, lost_place="Shoal")
    assert "{" not in ending_story(somewhere, WORDS, (every,)).lines[0].text


def test_an_ending_that_names_somebody_who_is_not_there_is_not_told() -> None:
    alone = replace(came(run_of())[0], known={}, rival="", lost_place="")
    own = ending(alone).id
    for slot in ("person", "rival", "place"):
        one = KETTLE.model_copy(update={"text": f"{{{slot}}} is here.", "last": ""})
        assert ending_story(alone, WORDS, (one,)).id == own
        reworded = EndingWords(id=own, text=f"{{{slot}}} is here.")
        story = ending_story(alone, WORDS, (reworded,))
        assert story == ending_story(alone, WORDS)
    assert ending_story(replace(alone, rival="Crumb"), WORDS, (KETTLE,)).id == own


@pytest.mark.parametrize("language", languages())
def test_other_words_for_an_ending_of_the_game_leave_the_rest_as_it_was(language: str) -> None:
    run, words = run_of(), load_words(language)
    id = ending(came(run)[0]).id
    reworded = EndingWords(id=id, last="A kettle boils.")
    found, title, lines = told(run, reworded, language=language)
    assert (found, title) == (id, words(f"ending.story.{id}.title"))
    assert lines[-1] == "A kettle boils."
    assert lines[:-1] == told(run, language=language)[2][:-1]
    another = next(one.id for one in ENDINGS if one.id != id)
    assert told(run, EndingWords(id=another, title="X"), language=language)[1] == title


def test_it_has_the_picture_and_the_people_of_the_ending_it_is_like() -> None:
    after = came(run_of())[0]
    story = ending_story(after, WORDS, (KETTLE,))
    assert story.picture is Ending.ROOM
    assert story.lines[1].person == after.known["regular"].person
    plain = KETTLE.model_copy(update={"like": None})
    assert ending_story(after, WORDS, (plain,)).picture is Ending.STREET


def test_conditions_ask_who_won_and_what_the_game_itself_would_tell() -> None:
    run = run_of()
    after, race = came(run)
    rivals = [one for one in race.runners if not one.is_player]
    assert holds("won", run) == (race.order[0].is_player)
    for rival in rivals:
        assert holds(f"ahead_of({rival.id})", run) == (race.player.result > rival.result)
    for one in (*ENDINGS, STREET):
        assert holds(f"came_to({one.id})", run) == came_to(after, one.id)
    assert holds(f"came_to({ending(after).id})", run)
    assert holds(f"relationships == {after.close} and week == {run.weeks} and season == 2", run)


def test_nothing_else_counts_as_having_come_about_where_nothing_stood_out() -> None:
    quiet = replace(
        came(run_of())[0], ghost_close=None, struck={}, burnouts=0, lost=0, warning=0, weathered=0, gave_up=0,
        sent=0, close=40, people=400, followers=50, averted=0, passed_later=False, lights=0,
    )  # fmt: skip
    assert [one.id for one in (*ENDINGS, STREET) if came_to(quiet, one.id)] == ["street"]
    assert not came_to(replace(quiet, burnouts=1), Ending.STREET)


def test_endings_change_neither_the_rules_nor_the_run() -> None:
    town = small_bakery(seasons=1)
    twin = town.model_copy(update={"endings": (KETTLE,)}).with_text("")
    assert twin.rules_hash == town.rules_hash
    runs = [game.simulate(one, {"you": "hare"}, seed=3) for one in (town, twin)]
    assert runs[0].digest == runs[1].digest


def test_every_ending_of_the_game_has_a_meaning_a_mark_and_a_picture() -> None:
    assert set(Ending) == set(MEANINGS) == {one.id for one in (*ENDINGS, STREET)} == set(VIGNETTES)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("id", Ending)
def test_a_preview_fills_in_examples_for_every_ending(id: Ending, language: str) -> None:
    rehearsal, words = Rehearsal(small_bakery(seasons=1)), load_words(language)
    every = " ".join(f"{{{slot.name}}}" for slot in SLOTS)
    for written in (
        KETTLE.model_copy(update={"like": id, "text": every}),
        EndingWords(id=id, text=every),
    ):
        story = ending_preview(written, rehearsal, words)
        assert story.picture is id
        assert "{" not in " ".join(line.text for line in story.lines)
        assert all(one.person.name for one in story.lines if one.person is not None)
    assert "followers >= 0" in asked_when(KETTLE, words)
    assert id in asked_when(EndingWords(id=id, text="x"), words)

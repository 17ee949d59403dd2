"""The preview for authors: what is saved is on the screen within a second, mistakes included."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from game.authoring.load import check
from game.play.kit import Settings, Widget
from game.play.pilot import Pilot
from game.play.screens.briefing import Briefing
from game.play.screens.preview.screen import Preview
from game.play.watched_scenario import LOOK_EVERY, WatchedScenario
from tests.checkout import ROOT
from tests.play.conftest import Launch
from tests.play.overflow import misfits

SMALL = ROOT / "tests" / "authoring" / "small.yaml"
LARGE = ROOT / "scenarios" / "first-steps.yaml"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A scenario that somebody writes."""
    written = tmp_path / "desk" / LARGE.name
    written.parent.mkdir()
    written.write_bytes(LARGE.read_bytes())
    return written


def save(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def texts(pilot: Pilot) -> str:
    return "\n".join(widget.name() for widget in pilot.app.scene.top.walk())


def preview(pilot: Pilot) -> Preview:
    assert isinstance(pilot.app.screen, Preview)
    return pilot.app.screen


def test_a_card_is_shown_as_in_the_game_with_all_its_choices(launch: Launch, file: Path) -> None:
    watched = WatchedScenario(file)
    assert watched.scenario is not None
    for card in watched.scenario.cards[:3]:
        pilot = launch(Preview(watched, card.id))
        shown = texts(pilot)
        assert card.title in shown
        assert all(choice.label in shown for choice in card.choices if "{" not in choice.label)
        assert pilot.find("caption").name().startswith(f"{card.id}: ")


def test_the_arrows_go_through_the_list_and_every_page_can_be_built(
    launch: Launch, file: Path
) -> None:
    watched = WatchedScenario(file)
    pilot = launch(Preview(watched))
    pilot.click("page.briefing.")
    pilot.press("tab")
    seen = [preview(pilot).page]
    while True:
        pilot.press("down")
        if preview(pilot).page == seen[-1]:
            break
        seen.append(preview(pilot).page)
    listed = [one.id for one in pilot.app.scene.root.walk() if one.id.startswith("page.")]
    assert seen == listed[-len(seen) :]
    assert len(seen) >= len(listed) - 1
    assert "page.light.waiting" in seen


def test_a_choice_tells_what_it_would_do_and_begins_nothing(launch: Launch, file: Path) -> None:
    watched = WatchedScenario(file)
    assert watched.scenario is not None
    card = watched.scenario.cards[0]
    pilot = launch(Preview(watched, card.id))
    pilot.press("1")
    told = pilot.find("told").name()
    assert told.startswith(card.choices[0].id)
    assert all(act.act in told for act in card.choices[0].acts)
    pilot.click("page.briefing.")
    assert not pilot.shows("told")
    pilot.press("1")
    assert pilot.shows("told")
    assert pilot.screen == "preview"


def test_the_briefing_is_part_of_the_preview_and_not_built_again_out_of_sight(
    launch: Launch, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(_: Briefing) -> Widget:
        raise AssertionError("the whole screen, which nobody sees")

    monkeypatch.setattr(Briefing, "build", build)
    pilot = launch(Preview(WatchedScenario(file)))
    pilot.click("page.briefing.")
    assert pilot.shows("goals")


def test_what_is_saved_is_on_the_screen_within_a_second(launch: Launch, file: Path) -> None:
    pilot = launch(Preview(WatchedScenario(file)))
    save(file, "title: First Steps", "title: Second Steps")
    began = time.perf_counter()
    pilot.wait(LOOK_EVERY * 2)
    took = time.perf_counter() - began
    assert "Second Steps" in texts(pilot)
    assert took + LOOK_EVERY < 1


def test_mistakes_stand_on_the_screen_as_check_says_them_above_the_last_good_state(
    launch: Launch, file: Path
) -> None:
    watched = WatchedScenario(file)
    assert watched.scenario is not None
    card = watched.scenario.cards[0]
    pilot = launch(Preview(watched, card.id))
    save(file, "seasons: ", "seasns: ")
    pilot.wait(1)
    shown = texts(pilot)
    problems = check(file)
    assert problems
    assert all(one.message in shown and one.remedy in shown for one in problems)
    assert card.title in shown
    assert "last state without errors" in shown
    save(file, "seasns: ", "seasons: ")
    pilot.wait(1)
    assert not pilot.shows("problems")


def test_a_file_that_is_broken_from_the_start_is_shown_once_it_is_mended(
    launch: Launch, file: Path
) -> None:
    whole = file.read_text(encoding="utf-8")
    file.write_text("[" * 50, encoding="utf-8")
    pilot = launch(Preview(WatchedScenario(file)))
    assert pilot.shows("problems")
    assert not pilot.shows("page.briefing.")
    file.write_text(whole, encoding="utf-8")
    pilot.wait(1)
    assert pilot.shows("page.briefing.")


def test_a_file_taken_away_is_said_and_may_come_back(launch: Launch, file: Path) -> None:
    pilot = launch(Preview(WatchedScenario(file)))
    kept = file.read_bytes()
    file.unlink()
    pilot.wait(1)
    assert "no such file" in pilot.find("gone").name()
    file.write_bytes(kept)
    pilot.wait(1)
    assert not pilot.shows("gone")


def test_a_card_that_is_deleted_gives_way_to_the_first_page(launch: Launch, file: Path) -> None:
    watched = WatchedScenario(file)
    assert watched.scenario is not None
    card = watched.scenario.cards[0].id
    pilot = launch(Preview(watched, card))
    assert preview(pilot).page == f"page.card.{card}"
    save(file, f"id: {card}\n", "id: another\n")
    pilot.wait(1)
    assert preview(pilot).page == "page.briefing."


def test_nothing_is_read_again_that_was_not_saved(file: Path) -> None:
    watched = WatchedScenario(file)
    assert not any(watched.look(LOOK_EVERY) for _ in range(5))
    (file.parent / "words.de.yaml").write_text("format: long-race-words/1\n", encoding="utf-8")
    assert watched.look(LOOK_EVERY)
    assert watched.readings == 2


@pytest.mark.parametrize("size", [(960, 540), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_everything_fits(launch: Launch, file: Path, size: tuple[int, int], scale: float) -> None:
    watched = WatchedScenario(file)
    assert watched.scenario is not None
    cards = watched.scenario.cards
    longest = max(cards, key=lambda one: len(one.text) + 40 * len(one.choices))
    pilot = launch(Preview(watched, longest.id), size=size, settings=Settings(text_size=scale))
    assert misfits(pilot) == []
    save(file, "seasons: ", "seasns: ")
    pilot.wait(1)
    assert misfits(pilot) == []
    pilot.click("page.light.waiting")
    assert misfits(pilot) == []


ENDING = """
endings:
  - id: vase
    when: trusts >= 10
    title: A vase of their own
    text: "{person} has brought a vase, so that there is one that stands."
  - id: street
    last: In the morning the buckets go out.
"""


def test_endings_are_shown_with_examples_and_anew_at_every_save(launch: Launch, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    bare = re.sub(r"(?s)\nendings:.*?(?=\ncards:)", "", text)
    file.write_text(bare.replace("\ncards:", f"{ENDING}\ncards:"), encoding="utf-8")
    pilot = launch(Preview(WatchedScenario(file), "vase"))
    assert preview(pilot).page == "page.ending.vase"
    shown = texts(pilot)
    assert "has brought a vase" in shown
    assert "{person}" not in shown
    assert pilot.find("caption").name().startswith("vase: ")
    assert "trusts >= 10" in pilot.find("caption").name()
    save(file, "so that there is one that stands", "and put it on the radiator")
    pilot.wait(1)
    assert "put it on the radiator" in texts(pilot)
    pilot.click("page.ending.street")
    assert "In the morning the buckets go out." in texts(pilot)
    assert misfits(pilot) == []

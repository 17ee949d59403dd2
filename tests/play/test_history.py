"""Looking back: saved runs are walked week by week; none is lost by it.

The stills are tested in `test_reel.py`, going on from a week in `test_branching.py`, two runs side by side in
`test_comparing.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.pilot import Pilot
from game.play.presenters.glossary import COVERED
from game.play.presenters.wording import question_of
from game.play.saved_runs import saved_runs
from game.play.screens.history.compare import Compare
from game.play.screens.history.walk import Walk
from game.sim.runfile import read as read_file
from game.sim.view import SEEN_AS_LIT
from tests.play.journeys import a_journey, on, until
from tests.play.shelf import WORDS, a_reel, a_shelf, at_the_shelf, walk_of

pytestmark = pytest.mark.window


# --- walking --------------------------------------------------------------------------------------


def test_any_week_can_be_looked_at_by_keys_alone_and_is_said(tmp_path: Path) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        while pilot.focus != f"walk.{row(1)}":
            pilot.press("tab")
        pilot.press("return")
        until(pilot, lambda: pilot.screen == "walk")
        walk = walk_of(pilot)
        assert walk.week == 26
        pilot.press("-", "-")
        assert walk.week == 24
        assert "year 1, week 25" in pilot.spoken[-1]
        while pilot.focus != "week":
            pilot.press("tab")
        pilot.press("left")
        assert walk.week == 23
        assert "year 1, week 24" in pilot.spoken[-1]
        while pilot.focus != "walk.season_back":
            pilot.press("shift+tab")
        pilot.press("return", "return", "return")
        assert walk.week == 0
        pilot.press("escape")
        assert pilot.screen == "shelf"


def test_the_slider_follows_the_mouse_while_the_week_changes(tmp_path: Path) -> None:
    import pygame

    with at_the_shelf(tmp_path) as (pilot, row):
        pilot.click(f"walk.{row(1)}")
        until(pilot, lambda: pilot.screen == "walk")
        walk = walk_of(pilot)
        line = pilot.find("week").rect
        seen = []
        where = (line.right - 12, line.bottom - 14)
        _mouse(pygame.MOUSEMOTION, where)
        _mouse(pygame.MOUSEBUTTONDOWN, where)
        pilot.frame()
        for share in (0.8, 0.5, 0.2):
            _mouse(pygame.MOUSEMOTION, (round(line.x + line.w * share), line.bottom - 14))
            pilot.frame()
            seen.append(walk.week)
        assert seen == sorted(seen, reverse=True)
        assert len(set(seen)) == 3, "it was not let go when the week changed"
        _mouse(pygame.MOUSEBUTTONUP, (round(line.x + line.w * 0.2), line.bottom - 14))
        pilot.frame()
        _mouse(pygame.MOUSEMOTION, (line.right - 12, line.bottom - 14))
        pilot.frame()
        assert walk.week == seen[-1]


def _mouse(kind: int, where: tuple[int, int]) -> None:
    import pygame

    extra = {"rel": (0, 0), "buttons": (0, 0, 0)} if kind == pygame.MOUSEMOTION else {"button": 1}
    pygame.event.post(pygame.Event(kind, pos=where, touch=False, **extra))


def test_it_walks_by_itself_and_stops_at_the_end(tmp_path: Path) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        pilot.click(f"walk.{row(1)}")
        until(pilot, lambda: pilot.screen == "walk")
        walk = walk_of(pilot)
        pilot.press("p")
        assert walk.week == 0
        pilot.wait(1.0)
        assert 0 < walk.week < 5
        pilot.press("p")
        here = walk.week
        pilot.wait(1.0)
        assert walk.week == here
        pilot.press("p")
        pilot.wait(12)
        assert walk.week == 26
        assert not walk.is_running


def test_however_many_weeks_are_looked_at_the_pictures_kept_take_no_more_room(
    tmp_path: Path,
) -> None:
    def megabytes(pilot: Pilot) -> float:
        shapes = pilot.app.drawer.shapes
        kept = [*shapes.images._things.values(), *shapes.large._things.values()]
        return sum(one.get_width() * one.get_height() * 4 for one in kept) / 1e6

    with at_the_shelf(tmp_path) as (pilot, row):
        pilot.resize(1920, 1080)
        pilot.click(f"walk.{row(1)}")
        until(pilot, lambda: pilot.screen == "walk")
        for week in range(10):
            walk_of(pilot).go_to(week)
            pilot.frame()
        before = megabytes(pilot)
        for week in range(10, 26):
            walk_of(pilot).go_to(week)
            pilot.frame()
        assert megabytes(pilot) < before + 4, "a room of 1920 x 1080 alone takes two"


def test_a_guest_of_then_says_what_they_said_then(tmp_path: Path) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        pilot.click(f"walk.{row(1)}")
        until(pilot, lambda: pilot.screen == "walk")
        guest = walk_of(pilot).still.shot.room.guests[0]
        pilot.click(f"guest.{guest.person}")
        assert guest.name in pilot.spoken[-1]
        assert pilot.screen == "walk"


# --- both ways of looking back --------------------------------------------------------------------


def test_words_are_as_covered_as_where_the_runs_that_are_looked_at_were_left(
    tmp_path: Path,
) -> None:
    over, goes_on = (a_reel(number, tmp_path) for number in (0, 2))
    saved = tuple(saved_runs(a_shelf(tmp_path)))
    journey = a_journey(tmp_path)
    lamps = goes_on.run.world.runners[0].lights
    term, light = next(one for one in COVERED.items() if lamps[one[1]].state not in SEEN_AS_LIT)
    question = question_of(light, over.run.scenario, WORDS)
    means = WORDS(f"glossary.{term}.means")
    with on(Walk(journey, saved[0], over), tmp_path) as pilot:

        def told() -> str:
            return pilot.app.help.entry(term).text

        assert told() == means
        pilot.app.push(Walk(journey, saved[2], goes_on))
        assert told() == question
        pilot.app.push(Compare(journey, (saved[2], saved[2]), (goes_on, goes_on)))
        assert told() == question
        pilot.app.push(Compare(journey, (saved[2], saved[0]), (goes_on, over)))
        assert told() == means
        lamps[light].state = "lit"
        pilot.app.push(Compare(journey, (saved[2], saved[2]), (goes_on, goes_on)))
        assert told() == means


@pytest.mark.parametrize("button", ["walk", "compare"])
def test_a_file_that_was_changed_leads_back_to_the_shelf_with_a_sentence(
    tmp_path: Path, button: str
) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        path = tmp_path / "saves" / "corner-bakery-1.run"
        lines = path.read_text(encoding="utf-8").splitlines()
        digest = read_file(path).end["digest"]
        lines[-1] = lines[-1].replace(digest, "0" * 64)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        pilot.app.screen.refresh()
        pilot.click(f"{button}.{row(1)}")
        if button == "compare":
            pilot.click(f"compare.{row(2)}")
        until(pilot, lambda: pilot.screen == "shelf" and pilot.shows("notice"))
        assert "cannot be opened" in pilot.find("notice").name()
        assert path.exists()

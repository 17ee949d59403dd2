"""Looking back: saved runs are walked week by week and gone on with as new ones; none is lost by it."""

from __future__ import annotations

import gc
from pathlib import Path
from weakref import ref

import pytest

import game
from game.play.autosave import Autosave
from game.play.pilot import Pilot
from game.play.presenters.glossary import COVERED
from game.play.presenters.wording import question_of
from game.play.saved_runs import Branch, read, saved_runs
from game.play.screens.history.compare import Compare
from game.play.screens.history.walk import Walk
from game.play.screens.table import TableScreen
from game.sim.history import HistoryError
from game.sim.runfile import read as read_file
from game.sim.view import SEEN_AS_LIT
from game.study.replaying import replay
from tests.play.journeys import LUCK, a_journey, on, small_bakery, until
from tests.play.shelf import WORDS, a_reel, a_shelf, at_the_shelf, contents, walk_of

pytestmark = pytest.mark.window


# --- the reel -------------------------------------------------------------------------------------


def test_a_reel_has_a_still_of_every_monday_as_it_was_then(tmp_path: Path) -> None:
    made = a_reel(0, tmp_path)
    assert [one.week for one in made.stills] == list(range(27))
    line = made.run.timeline("you", "followers")
    shown = [one.shot.race.lanes[0].value for one in made.stills]
    assert shown[1:] == line, "each still knows the weeks before it and no other"
    path = tmp_path / "reel-0.run"
    assert made.run.digest == read_file(path).end["digest"]
    assert made.lines["followers"] == tuple(line)
    assert made.lines["sales"][-1] == sum(made.run.timeline("you", "sales"))


def test_what_the_fog_covers_stays_covered_in_a_run_that_goes_on(tmp_path: Path) -> None:
    made = a_reel(2, tmp_path, with_stills=False)
    assert not made.is_over
    view = made.run.view("you")
    covered = [id for id in ("likes", "trusts", "customers", "advocates") if not view.sees(id)]
    assert covered, "else this test proves nothing"
    assert "relationships" not in made.lines
    assert set(made.lines) == {"followers", "sales"}
    again = a_reel(0, tmp_path, with_stills=False)
    assert "relationships" in again.lines, "at the end everything is known"


def test_every_answer_is_told_with_its_question(tmp_path: Path) -> None:
    made = a_reel(0, tmp_path, with_stills=False)
    titles = [one.title for one in made.answers]
    assert "The plan for winter, year 1" in titles
    assert "The plan for spring, year 1" in titles
    assert [one.week for one in made.answers] == sorted(one.week for one in made.answers)
    chosen = {entry.request for entry in made.run.entries if entry.runner == "you"}
    assert chosen, "else this test proves nothing"
    assert len(made.answers) >= len(chosen)
    assert all(one.said and "{" not in one.title + one.said for one in made.answers)


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


# --- on from there --------------------------------------------------------------------------------


def test_going_on_from_a_week_makes_a_new_game_and_leaves_the_old_one_as_it_is(
    tmp_path: Path,
) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        before = contents(tmp_path / "saves")
        pilot.click(f"walk.{row(1)}")
        until(pilot, lambda: pilot.screen == "walk")
        assert not pilot.find("branch").enabled, "after the end there is nothing to go on with"
        for _ in range(8):
            pilot.press("-")
        pilot.click("branch")
        until(pilot, lambda: pilot.screen == "table")
        after = contents(tmp_path / "saves")
        assert {name: after[name] for name in before} == before
        assert set(after) - set(before) == {"corner-bakery-4.run"}
        table = pilot.app.screen
        assert isinstance(table, TableScreen)
        assert (
            table.game.run.timeline("you", "followers")
            == (
                replay(tmp_path / "saves" / "corner-bakery-1.run").timeline("you", "followers")[:18]
            )
        )
        branch = read(tmp_path / "saves" / "corner-bakery-4.run")
        assert branch.branch == Branch("corner-bakery-1", 18)
        pilot.app.reset(a_journey(tmp_path / "saves").shelf())
        said = "\n".join(one.text for one in pilot.texts())
        assert "Branched off Game 1 in year 1, week 19" in said
        pilot.click(f"open.{row(4)}")
        until(pilot, lambda: pilot.screen == "table")


def test_a_branch_taken_at_a_seasons_start_asks_for_its_plan_again(tmp_path: Path) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        pilot.click(f"walk.{row(3)}")
        until(pilot, lambda: pilot.screen == "walk")
        walk_of(pilot).go_to(13)
        pilot.click("branch")
        until(pilot, lambda: pilot.screen == "table")
        table = pilot.app.screen
        assert isinstance(table, TableScreen)
        assert table.game.request is not None
        assert table.game.request.day == 13 * 7
        run = table.game.run
        answered = list(run.asked)[: run.answered]
        plans = [one for one in answered if "/plan/" in one and one.startswith("you")]
        assert len(plans) == 1, "the plan of the second season is still to be made"


def test_a_branch_that_cannot_be_saved_is_played_all_the_same_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with at_the_shelf(tmp_path) as (pilot, row):
        before = contents(tmp_path / "saves")
        pilot.click(f"walk.{row(3)}")
        until(pilot, lambda: pilot.screen == "walk")
        walk_of(pilot).go_to(5)
        monkeypatch.setattr(Autosave, "__call__", full)
        pilot.click("branch")
        until(pilot, lambda: pilot.screen == "table")
        assert "No space left on device" in "\n".join(one.text for one in pilot.texts())
        assert contents(tmp_path / "saves") == before


def test_a_run_that_nobody_played_by_hand_can_be_walked_but_not_gone_on_with(
    tmp_path: Path,
) -> None:
    run = game.simulate(small_bakery(seasons=1), {"you": "tortoise"}, seed=LUCK)
    path = tmp_path / "saves" / "alone.run"
    path.parent.mkdir()
    run.save(path)
    with on(a_journey(path.parent).shelf(), tmp_path) as pilot:
        pilot.click("walk.0")
        until(pilot, lambda: pilot.screen == "walk")
        walk_of(pilot).go_to(4)
        assert not pilot.find("branch").enabled


def test_whatever_showed_the_old_run_goes_when_a_branch_is_played(tmp_path: Path) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        pilot.click(f"walk.{row(3)}")
        until(pilot, lambda: pilot.screen == "walk")
        walk_of(pilot).go_to(5)
        walk, made = ref(walk_of(pilot)), ref(walk_of(pilot).reel)
        pilot.click("branch")
        until(pilot, lambda: pilot.screen == "table")
        pilot.frame()
        assert gc.get_freeze_count() > 0, "else this test proves nothing"
        assert walk() is None, "it was kept from the garbage collector"
        assert made() is None, "something that lives as long as the game holds the old run"


def test_a_run_that_cannot_be_cut_short_leads_back_to_the_shelf_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def another_way(*_: object) -> None:
        raise HistoryError("you/card/parrot/17: There is no option dance.")

    monkeypatch.setattr("game.play.screens.history.rewinding.cut", another_way)
    with at_the_shelf(tmp_path) as (pilot, row):
        before = contents(tmp_path / "saves")
        pilot.click(f"walk.{row(3)}")
        until(pilot, lambda: pilot.screen == "walk")
        walk_of(pilot).go_to(5)
        pilot.click("branch")
        until(pilot, lambda: pilot.screen == "shelf")
        assert "There is no option dance." in pilot.find("notice").name()
        assert contents(tmp_path / "saves") == before


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

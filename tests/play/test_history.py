"""Looking back: saved runs are walked week by week, gone on with as new ones, and compared; none is lost by it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from weakref import ref

import pytest

import game
from game.authoring.words import load_words
from game.play.autosave import Autosave, new_path
from game.play.kit import Settings
from game.play.pilot import Pilot
from game.play.presenters.comparison import comparison
from game.play.presenters.glossary import COVERED
from game.play.presenters.reel import Reel
from game.play.presenters.wording import question_of
from game.play.saved_runs import Branch, SavedRun, game_name, read, saved_runs
from game.play.screens.history.compare import Compare
from game.play.screens.history.rewinding import gone_through
from game.play.screens.history.walk import Walk
from game.play.screens.table import TableScreen
from game.sim.clock import WEEK
from game.sim.decision import Decision
from game.sim.history import HistoryError
from game.sim.runfile import read as read_file
from game.sim.view import SEEN_AS_LIT
from game.study.replaying import begin, replay
from tests.play.journeys import LUCK, a_journey, dance, on, small_bakery, until

pytestmark = pytest.mark.window
WORDS = load_words()


def played(choose: int = 0, *, seed: int = LUCK, weeks: int = 26) -> game.Run:
    """A half-year of a small bakery; *choose* says which option is taken where one can be, *weeks* where it stops."""
    run = game.Run(small_bakery(), seed, people=["you"])
    while (request := run.advance(until=weeks * WEEK)) is not None:
        options = request.options
        taken = Decision(option=options[choose % len(options)].id) if options else request.default
        run.decide(taken)
    return run


@cache
def texts_of_runs() -> tuple[bytes, ...]:
    """Three files: one played to its end, another of the same luck, and one that was left in its twentieth week."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "one.run"
        found = []
        for run in (played(0), played(1), played(0, weeks=19)):
            run.save(path)
            found.append(path.read_bytes())
    return tuple(found)


def a_shelf(folder: Path) -> Path:
    """A folder with the three as games 1 to 3."""
    saves = folder / "saves"
    saves.mkdir(parents=True)
    for text in texts_of_runs():
        new_path(saves, "corner-bakery").write_bytes(text)
    return saves


def a_reel(number: int, folder: Path, *, with_stills: bool = True) -> Reel:
    """One of the three, gone through."""
    path = folder / f"reel-{number}.run"
    path.write_bytes(texts_of_runs()[number])
    return gone_through(
        begin(read_file(path), keep_checkpoints=True), WORDS, with_stills=with_stills
    )


@contextmanager
def at_the_shelf(folder: Path, **settings: object) -> Iterator[tuple[Pilot, Callable[[int], int]]]:
    """A pilot before the shelf, and a way to say in which row a game stands."""
    saves = a_shelf(folder)
    screen = a_journey(saves).shelf()
    with on(screen, folder, settings=Settings(**settings)) as pilot:  # type: ignore[arg-type]

        def row(number: int) -> int:
            stems = [run.path.stem for run in saved_runs(saves)]
            return stems.index(f"corner-bakery-{number}")

        yield pilot, row


def walk_of(pilot: Pilot) -> Walk:
    """The screen on top, which is a walk."""
    screen = pilot.app.screen
    assert isinstance(screen, Walk)
    return screen


def contents(saves: Path) -> dict[str, bytes]:
    """Every run of a folder."""
    return {path.name: path.read_bytes() for path in saves.glob("*.run")}


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
    assert "The plan for spring, year 1" in titles
    assert "The plan for summer, year 1" in titles
    assert [one.week for one in made.answers] == sorted(one.week for one in made.answers)
    chosen = {entry.request for entry in made.run.entries if entry.runner == "you"}
    assert chosen, "else this test proves nothing"
    assert len(made.answers) >= len(chosen)
    assert all(one.said and "{" not in one.title + one.said for one in made.answers)


def test_a_comparison_tells_what_was_decided_otherwise_and_nothing_else(tmp_path: Path) -> None:
    one, other = (a_reel(n, tmp_path, with_stills=False) for n in (0, 1))
    found = comparison(one, other)
    assert found.same_luck
    assert found.differences
    assert all(difference.first != difference.second for difference in found.differences)
    same = comparison(one, one)
    assert same.differences == ()
    assert same.agreed == len(one.answers)
    assert {pair.measure for pair in found.pairs} == {"followers", "relationships", "sales"}


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


# --- comparing ------------------------------------------------------------------------------------


def test_two_games_are_compared_by_keys_alone(tmp_path: Path) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        for number in (1, 2):
            while pilot.focus != f"compare.{row(number)}":
                pilot.press("tab")
            pilot.press("return")
            if number == 1:
                assert "Choose a second game" in pilot.spoken[-1]
        until(pilot, lambda: pilot.screen == "compare")
        assert "Game 1" in pilot.find("chart.sales").value_text()
        assert "Game 2" in pilot.find("chart.sales").value_text()
        assert "The same luck." in pilot.find("agreed").name()
        pilot.click("walk.1")
        until(pilot, lambda: pilot.screen == "walk")
        pilot.press("escape")
        assert pilot.screen == "compare"
        pilot.press("escape")
        assert pilot.screen == "shelf"


def test_a_choice_for_comparing_can_be_taken_back(tmp_path: Path) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        pilot.click(f"compare.{row(1)}")
        assert pilot.shows("notice")
        pilot.click(f"compare.{row(1)}")
        assert not pilot.shows("notice")
        assert pilot.screen == "shelf"


def test_a_game_chosen_for_comparing_that_is_thrown_away_is_chosen_no_longer(
    tmp_path: Path,
) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        pilot.click(f"compare.{row(1)}")
        pilot.click(f"remove.{row(1)}")
        pilot.click("remove")
        assert not (tmp_path / "saves" / "corner-bakery-1.run").exists()
        pilot.click(f"compare.{row(2)}")
        assert "Choose a second game" in pilot.find("notice").name()
        pilot.click(f"remove.{row(3)}")
        pilot.click("remove")
        assert pilot.find(f"compare.{row(2)}").selected, "another one was thrown away"  # type: ignore[attr-defined]


def test_of_two_games_one_of_which_goes_on_only_what_may_be_known_is_shown(tmp_path: Path) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        pilot.click(f"compare.{row(1)}")
        pilot.click(f"compare.{row(3)}")
        until(pilot, lambda: pilot.screen == "compare")
        assert "Game 3" not in pilot.find("chart.relationships").value_text()
        assert "Not to be seen yet: Game 3" in "\n".join(one.text for one in pilot.texts())


def test_games_of_another_scenario_cannot_be_chosen_for_comparing(tmp_path: Path) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        other = small_bakery(seasons=1).model_copy(update={"id": "another"}).with_text("")
        run = game.Run(other, LUCK, people=["you"])
        run.advance()
        run.save(tmp_path / "saves" / "another-1.run")
        pilot.app.screen.refresh()
        pilot.click(f"compare.{row(1)}")
        at = [one.path.stem for one in saved_runs(tmp_path / "saves")].index("another-1")
        assert not pilot.find(f"compare.{at}").enabled
        assert pilot.find(f"compare.{row(2)}").enabled


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


@pytest.mark.parametrize("bad", [1, 2])
def test_of_two_games_the_one_that_cannot_be_opened_is_named(tmp_path: Path, bad: int) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        path = tmp_path / "saves" / f"corner-bakery-{bad}.run"
        dance(path)
        pilot.app.screen.refresh()
        pilot.click(f"compare.{row(1)}")
        pilot.click(f"compare.{row(2)}")
        until(pilot, lambda: pilot.screen == "shelf" and pilot.shows("notice"))
        said = pilot.find("notice").name()
        assert f"{path.name}: Played again, this run goes another way: " in said
        assert "The file was changed" in said
        assert str(tmp_path) not in said


# --- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "name"),
    [("corner-bakery-12", "Game 12"), ("mine", "mine"), ("corner-bakery-x", "corner-bakery-x")],
)
def test_a_game_is_called_by_its_number_or_by_its_file(file: str, name: str) -> None:
    assert game_name(file, "corner-bakery", WORDS) == name


def test_the_number_of_a_game_thrown_away_is_not_given_again_while_a_later_one_is_there(
    tmp_path: Path,
) -> None:
    saves = a_shelf(tmp_path)
    (saves / "corner-bakery-2.run").unlink()
    assert new_path(saves, "corner-bakery").stem == "corner-bakery-4"


def test_a_saved_game_tells_the_followers_of_its_seasons(tmp_path: Path) -> None:
    saves = a_shelf(tmp_path)
    saved = read(saves / "corner-bakery-1.run")
    assert isinstance(saved, SavedRun)
    run = replay(saved.path)
    mine = run.timeline("you", "followers")
    assert saved.arcs[0] == (mine[12], mine[25])
    assert len(saved.arcs) == len(run.scenario.runners)

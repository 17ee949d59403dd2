"""The reel: a still of every Monday as it was then, what the fog covers, and every answer with its question."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.sim.runfile import read as read_file
from tests.play.shelf import a_reel

pytestmark = pytest.mark.window


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

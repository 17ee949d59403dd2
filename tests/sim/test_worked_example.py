"""The worked example of the documents, read out of it and asserted through the engine, so that neither can drift."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.authoring.load import load_scenario
from game.sim.cause import Cause
from game.sim.clock import DAY, HOUR, MINUTE, WEEK
from game.sim.draws import Purpose, draw_one
from game.sim.plan import JoinPlace
from game.sim.replying import worth_of_wait
from game.sim.run import Run
from game.sim.tables import halving
from tests.checkout import ROOT

TEXT = (ROOT / "docs" / "worked-example.md").read_text(encoding="utf-8")
LUCK = 196


def table(name: str) -> dict[str, list[float]]:
    """The rows of the table whose first column is called *name*: the numbers of each by its first cell."""
    (found,) = re.findall(rf"^\| {name} \|.*\n\| ---.*\n((?:\|.*\n)+)", TEXT, flags=re.MULTILINE)
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in found.splitlines()]
    return {row[0]: [float(cell.replace(",", "")) for cell in row[1:]] for row in rows}


def begun(folder: Path) -> Run:
    """The run of the document, on its first Monday; Anna has asked to join the square."""
    (world,) = re.findall(r"^```yaml\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)
    file = folder / "two-shops.yaml"
    file.write_text(world, encoding="utf-8")
    run = Run(load_scenario(file), LUCK, strategies={}, people=["anna"])
    while request := run.advance(until=7 * HOUR):
        run.decide(request.default)
    run.correct("anna", [JoinPlace("square")])
    return run


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The run of the document at its beginning."""
    return begun(tmp_path)


@pytest.mark.parametrize(
    ("name", "until"),
    [
        ("tuesday", DAY + 6 * HOUR),
        ("saturday", 5 * DAY + 6 * HOUR),
        ("monday", WEEK),
    ],
)
def test_the_relations_are_those_of_the_document(run: Run, name: str, until: int) -> None:
    assert run.advance(until=until) is None
    columns = run.world.relations.columns()
    shown = ("familiarity", "liking", "good", "contact", "custom", "seen", "stage")
    told = {int(person): numbers for person, numbers in table(name).items()}
    assert {one: [int(columns[name][one]) for name in shown] for one in told} == told
    assert columns["follows"].nonzero()[0].tolist() == sorted(told)
    assert all(not column[60:].any() for key, column in columns.items() if key in shown)


def test_the_draws_are_those_of_the_document() -> None:
    purposes = [
        (Purpose.DISCOVERY, -1), (Purpose.FOLLOW, 1), (Purpose.VIEW, 3200), (Purpose.REACTION, 3200),
    ]  # fmt: skip
    for person, told in table("draw of").items():
        assert [draw_one(LUCK, one, int(person), when) for one, when in purposes] == told


def test_the_post_is_that_of_the_document(run: Run) -> None:
    run.advance(until=4 * DAY + 14 * HOUR)
    assert run.world.posts.count == 1
    for name, (told,) in table("post").items():
        assert int(run.world.posts.column(name.partition(" ")[0])[0]) == told, name


def test_who_sees_it_when_is_that_of_the_document(run: Run) -> None:
    run.advance(until=4 * DAY + 14 * HOUR)
    (views,) = run.world.today
    seen = dict(zip(views.row.tolist(), views.second.tolist(), strict=True))
    assert {int(person): told for person, (told,) in table("seen").items()} == seen


def test_the_answer_is_that_of_the_document(run: Run) -> None:
    run.advance(until=4 * DAY + 17 * HOUR)
    (effect,) = run.world.effects
    (asked,) = (line.second for line in run.world.ledger.log if line.what == "asked")
    row, answered, cause, familiarity, liking, good, bad, contact, *_ = effect
    waits = [worth_of_wait(run.world, one) for one in (answered - asked, 22 * MINUTE)]
    told = {name.split()[0]: numbers for name, numbers in table("answer").items()}
    assert [told["asked"], told["answered"], told["liking"], told["good"]] == [
        [asked], [answered], [liking], [good],
    ]  # fmt: skip
    assert [
        numbers for name, (numbers,) in table("answer").items() if name.startswith("worth of")
    ] == waits
    assert told["wait,"] == run.world.runners[0].waits
    (worth,) = (told for name, (told,) in table("answer").items() if name.startswith("worth,"))
    assert (liking, good) == (60_000 * worth // 1_000_000, 500_000 * worth // 1_000_000)
    assert (row, cause, familiarity, bad, contact) == (27, Cause.REPLY, 100_000, 0, 360)


def test_what_is_kept_in_a_week_is_that_of_the_document() -> None:
    for days, kept in table("kept").values():
        assert halving(days) == kept


def test_the_reasons_are_those_of_the_document(run: Run) -> None:
    run.advance(until=WEEK)
    causes = (Cause.START, Cause.POSTS, Cause.REPLY, Cause.TIME)
    for measure, told in table("why").items():
        booked = {line.cause: line.amount for line in run.why("anna", measure)}
        assert [booked.pop(cause, 0) for cause in causes] == told, measure
        assert booked == {}, measure

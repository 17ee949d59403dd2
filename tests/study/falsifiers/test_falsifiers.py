"""The falsifiers: the hypercube covers what it says, ablations take away what they say, results keep what was made."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from game.sim.parameter import Parameters
from game.sim.plan import HalfHours
from game.strategies.runs import simulate
from game.study.document import put_between
from game.study.falsifiers import region, results, room, street
from game.study.falsifiers import town as towns
from game.study.falsifiers.__main__ import main, observed
from game.study.falsifiers.ablation import TABLE, ablations, without
from game.study.falsifiers.information import SIGHTS, Climber, unfogged
from game.study.falsifiers.region import (
    FIELD,
    Cell,
    Point,
    _Task,
    assumed,
    hypercube,
    influences,
    measure,
    parameters_at,
    won,
)
from game.study.falsifiers.report import report
from game.study.falsifiers.results import EXPERIMENTS, Results, Sizes, read, run_all, write
from game.study.falsifiers.room import SIZE, a_room
from game.study.falsifiers.street import walk
from game.study.falsifiers.town import small, town
from game.study.made_by import made_by
from tests.checkout import ROOT

RESULTS = ROOT / "docs" / "data" / "falsifiers.jsonl"
CELLS_MADE_ANEW = 4


def test_every_assumed_number_is_varied_within_what_is_allowed() -> None:
    points = hypercube(50)
    for place, one in enumerate(assumed()):
        values = [point.values[place] for point in points]
        group = getattr(Parameters(), one.group)
        usual = getattr(group, one.name)
        assert one.low <= min(values) < max(values) <= one.high or one.whole
        assert one.low <= usual <= one.high, one.id
    assert {point.seasons for point in points} == set(range(2, 13))


def test_a_hypercube_is_the_same_every_time_and_covers_each_tenth() -> None:
    assert hypercube(20) == hypercube(20)
    place = next(n for n, one in enumerate(assumed()) if one.low > 0 and not one.whole)
    one = assumed()[place]
    tenths = {round(value, 9) for value in (point.values[place] for point in hypercube(10))}
    assert len(tenths) == 10
    assert min(tenths) < one.low * 1.2


def test_no_point_contradicts_itself() -> None:
    assert all(parameters_at(point) is not None for point in hypercube(300))


def test_wins_are_shared_among_equals() -> None:
    cells = [Cell(0, 1, name, 5, 1, 1) for name in FIELD[:2]] + [Cell(0, 1, FIELD[2], 3, 9, 1)]
    assert won(cells)[0] == {FIELD[0]: 0.5, FIELD[1]: 0.5, FIELD[2]: 0.0}
    assert won(cells, "sales")[0][FIELD[2]] == 1


def test_an_influence_is_found_where_one_was_put() -> None:
    many = len(assumed())
    points = [
        Point(n, 2 + n % 11, tuple(float((n * 7 + k) % 13) for k in range(many))) for n in range(26)
    ]
    shares = {p.number: dict.fromkeys(FIELD, 0.0) | {"hare": float(p.values[3] > 6)} for p in points}  # fmt: skip
    found = influences(points, shares, "hare")
    assert found[0].id == assumed()[3].id
    assert found[0].shift > found[0].chance


def test_where_nothing_does_anything_hardly_a_dimension_beats_chance() -> None:
    points, beaten = hypercube(80), 0
    for trial in range(20):
        luck = random.Random(trial)
        shares = {p.number: dict.fromkeys(FIELD, 0.0) | {"hare": luck.random()} for p in points}
        beaten += any(abs(one.shift) > one.chance for one in influences(points, shares, "hare"))
    assert beaten <= 4  # one in twenty trials, with its own luck


@pytest.mark.parametrize("one", ablations(), ids=lambda one: one.name)
def test_an_ablation_changes_what_it_names_and_nothing_else(one) -> None:  # type: ignore[no-untyped-def]
    usual, changed = Parameters().model_dump(), without(Parameters(), one).model_dump()
    for group, values in usual.items():
        for name, value in values.items():
            wanted = one.set.get(group, {}).get(name, value)
            assert changed[group][name] == wanted
    assert one.set
    assert one.moves
    assert one.stays


def test_an_ablation_of_what_does_not_exist_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "ablations.yaml"
    table.write_text(TABLE.read_text(encoding="utf-8").replace("by_friends", "by_enemies"))
    with pytest.raises(ValueError, match="by_enemies"):
        [without(Parameters(), one) for one in ablations(table)]


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ('tortoise.followers: "-"', 'tortoise.folowers: "-"'),
        ('tortoise.followers: "-"', 'turtle.followers: "-"'),
        ('tortoise.followers: "-"', "tortoise.followers: less"),
        ("stays: [tortoise.setbacks]", "stays: [tortoise.followers]"),
    ],
)
def test_an_expectation_that_nothing_can_be_held_against_is_refused_before_any_run(
    tmp_path: Path, there: str, instead: str
) -> None:
    table = tmp_path / "ablations.yaml"
    text = TABLE.read_text(encoding="utf-8")
    assert there in text
    table.write_text(text.replace(there, instead, 1), encoding="utf-8")
    with pytest.raises(ValueError, match="network: "):
        ablations(table)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--points", "1"], "--points: 1: give a whole number from 2 to 100,000 (points;"),
        (["--lucks", "nan"], "--lucks: nan: give a whole number"),
        (["--workers", "-1"], "--workers: -1: give a whole number from 1 to 1,024 (processes)."),
        (["--people", "9"], "Unrecognized arguments: --people 9."),
        ([], "report.md: The document needs one line <!-- falsifiers: begin -->"),
        (["--from-results"], "report.md: The document needs"),
        (
            ["--only", "rooms", "--from-results"],
            "--from-results: not allowed with argument --only.",
        ),
        (["--only", "rooms", "--points", "9"], "--points: it is for region, which is not run."),
        (
            ["--from-results", "--lucks", "9"],
            "--lucks: it is for ablations or information or rooms, which",
        ),
    ],
)
def test_what_cannot_be_run_is_one_sentence_before_anything_runs(
    words: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "report.md"
    document.write_text("nothing\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="2"):
        main([str(document), *words])
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1
    assert [one.name for one in tmp_path.iterdir()] == ["report.md"]


@pytest.mark.parametrize(
    ("there", "says"),
    [
        (None, "There are no results yet; run all first."),
        ("", "These are no results of the falsifiers; run all anew."),
        ('{"digest": 1', "These are no results"),
        ('{"digest": 1}\n["other", 2]\n', "These are no results"),
        ("[1]\n[2]\n", "These are no results"),
    ],
)
@pytest.mark.parametrize("word", ["--from-results", "--only=rooms"])
def test_results_that_cannot_be_kept_are_one_sentence_with_their_place(
    word: str, there: str | None, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "report.md"
    document.write_text("<!-- falsifiers: begin -->\n<!-- falsifiers: end -->\n", encoding="utf-8")
    if there is not None:
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "falsifiers.jsonl").write_text(there, encoding="utf-8")
    with pytest.raises(SystemExit, match="2"):
        main([str(document), word])
    said = capsys.readouterr().err
    assert f"falsifiers.jsonl: {says}" in said
    assert said.count("\n") == 1


def test_what_is_run_as_a_whole_has_nothing_of_results_that_were_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("ablate", "worth", "rooms", "walks", "explore"):
        monkeypatch.setattr(results, name, lambda *_: {})
    old = replace(committed(), digest="another")
    new = run_all(town(), Sizes(points=2), 1, lambda line: None, EXPERIMENTS, old)
    assert new.digest == made_by(town())


@pytest.mark.slow
def test_climbers_differ_by_what_they_see_alone() -> None:
    scenario = small(unfogged(town()))
    plans = {}
    for sight in SIGHTS:
        run = simulate(scenario, {scenario.seat: Climber(sight)}, seed=2, weeks=78)
        plans[sight] = [entry.decision for entry in run.entries if entry.decision.moves]
    assert plans["followers"][0] == plans["everything"][0]
    assert plans["followers"] != plans["relationships"]


@pytest.mark.slow
@pytest.mark.parametrize("sight", SIGHTS)
def test_a_climber_takes_back_what_it_tried_and_nothing_else(sight: str) -> None:
    scenario = small(unfogged(town()))
    run = simulate(scenario, {scenario.seat: Climber(sight)}, seed=1)
    asked = [entry for entry in run.entries if "/plan/" in entry.request and entry.decision.moves]
    by_season = {entry.day // 91: entry.decision.moves for entry in asked}
    taken_back = [season for season in by_season if season % 2]
    assert taken_back
    for season in taken_back:
        (back,), (tried,) = by_season[season], by_season[season - 1]
        assert isinstance(back, HalfHours)
        assert isinstance(tried, HalfHours)
        assert back == HalfHours(tried.target, tried.source, tried.count)


def test_a_room_has_equal_seats_but_for_who_decides() -> None:
    room = a_room(town(), 3)
    assert len(room.runners) == SIZE
    assert sum(one.plays == "tortoise" for one in room.runners) == SIZE - 3
    assert len({(one.purse_hours, one.known_by, one.on) for one in room.runners}) == 1


def test_without_firmness_only_being_heard_of_sells() -> None:
    usual = Parameters()
    none = street.at_firmness(usual, 0.0).trade
    assert (none.known, none.liked, none.trusted) == (street.HEARD_OF, 0.0, 0.0)
    assert street.at_firmness(usual, 1.0) == usual


def test_ahead_counts_lucks_and_halves_ties() -> None:
    walks = [
        street.Walk(1.0, 1, "hare", (5, 6)),
        street.Walk(1.0, 1, "tortoise", (4, 6)),
        street.Walk(1.0, 2, "hare", (5, 6)),
        street.Walk(1.0, 2, "tortoise", (6, 7)),
    ]
    assert street.ahead(walks, "hare", "tortoise") == {1.0: [0.5, 0.25]}


@pytest.mark.slow
def test_results_are_kept_whole_and_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(towns, "PEOPLE", 150)
    monkeypatch.setattr(region, "MOST_SEASONS", 3)
    monkeypatch.setattr(room, "SIZE", 3)
    monkeypatch.setattr(results, "EXPLORERS", (0, 2))
    monkeypatch.setattr(street, "FIRMNESS", (1.0, 0.0))
    scenario = town().model_copy(update={"seasons": 2})
    sizes = Sizes(points=2, point_lucks=1, lucks=2, street_lucks=1)
    made = run_all(scenario, sizes, 1, lambda line: None)
    write(made, tmp_path / "results.jsonl")
    again = read(tmp_path / "results.jsonl")
    assert again.cells == made.cells
    assert again.seats == made.seats
    assert again.walks == made.walks
    assert [v.hit for v in again.verdicts] == [v.hit for v in made.verdicts]
    larger = Sizes(points=3, point_lucks=1)
    of_region = run_all(scenario, larger, 1, lambda line: None, ["region"], again)
    assert {one.point for one in of_region.cells} == {0, 1, 2}
    assert (of_region.verdicts, of_region.walks) == (again.verdicts, again.walks)
    other = scenario.model_copy(update={"yardstick": "followers"})
    with pytest.raises(ValueError, match="another model or scenario"):
        run_all(other, larger, 1, lambda line: None, ["region"], again)
    text = report(again, {}, tmp_path)
    assert "A room full of tortoises" in text
    assert (tmp_path / "region-map.png").stat().st_size > 5000


def committed() -> Results:
    return read(RESULTS)


def test_the_committed_report_is_of_this_model() -> None:
    assert committed().digest == made_by(town()), (
        "The model has changed since the falsifiers were run: "
        "python -m game.study.falsifiers docs/falsifiers.md"
    )


def test_the_document_is_what_the_committed_results_say(tmp_path: Path) -> None:
    document = ROOT / "docs" / "falsifiers.md"
    text, seen = document.read_text(encoding="utf-8"), observed(document)
    assert put_between(text, "falsifiers", report(committed(), seen, tmp_path)) == text, (
        "python -m game.study.falsifiers docs/falsifiers.md --from-results"
    )
    for picture in re.findall(r"\(pictures/([a-z-]+\.png)\)", text):
        assert (tmp_path / picture).stat().st_size > 5000
        assert (ROOT / "docs" / "pictures" / picture).stat().st_size > 5000


def test_the_document_says_how_much_was_run() -> None:
    found = committed()
    text = (ROOT / "docs" / "falsifiers.md").read_text(encoding="utf-8").partition("<!--")[0]
    told = {name: int(size) for name, size in re.findall(r"--([a-z-]+) ([0-9]+)", text)}
    assert {"points": Sizes().points} | told == {
        "points": found.points,
        "point-lucks": found.point_lucks,
        "lucks": len({one.seed for one in found.seats}),
        "street-lucks": len({one.seed for one in found.walks}),
    }


def _made_anew(cells: int) -> None:
    """A random part of the committed cells, another one for each report, comes out the same."""
    results, scenario = committed(), town()
    points = hypercube(results.points)
    for one in random.Random(results.digest).sample(results.walks, max(1, cells // 4)):
        assert walk(small(scenario), street._Task(*one[:3])) == one
    for cell in random.Random(results.digest).sample(results.cells, cells):
        task = _Task(points[cell.point], cell.seed, cell.strategy)
        assert measure(scenario, task) == cell


@pytest.mark.slow
def test_some_committed_cells_come_out_the_same() -> None:
    _made_anew(CELLS_MADE_ANEW)


@pytest.mark.full
def test_a_fiftieth_of_the_committed_cells_comes_out_the_same() -> None:
    _made_anew(len(committed().cells) // 50)

"""What is true of every command, and what those that have no file of their own here print."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from game.sim.ending import Ending
from game.study.observables import OBSERVABLES, named
from tests.command import SHORT, SMALL, fine, longrace, refused


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["run", "corner-bakry"], "the nearest is corner-bakery"),
        (["run", "nowhere.yaml"], "There is no such file"),
        (["run", SMALL, "--strategy", "hair"], "Did you mean hare"),
        (["run", SMALL, "--strategy", "hare(claims=9)"], "claims lies between"),
        (["run", SMALL, "--strategy", "hary=hare"], "Did you mean `harry`"),
        (["run", SMALL, "--weeks", "0"], "--weeks 0: give a whole number from 1 to 1,040 (weeks"),
        (["run", SMALL, "--seed", "lucky"], "--seed lucky: give a whole number"),
        (["run"], "Missing argument"),
        (["run", SMALL, "--record", "no/such/a.run"], "no/such/a.run: There is no folder"),
        (["run", SMALL, "--record", "."], "This is a folder"),
        (["compare", SMALL], "Missing option"),
        (["compare", SMALL, "--strategies", "hare,hare"], "twice"),
        (["compare", SMALL, "--strategies", " , "], "at least one strategy"),
        (["compare", SMALL, "--strategies", "hare", "--replications", "0"], "--replications"),
        (["compare", SMALL, "--strategies", "hare", "--plot", "a.bmp"], "a picture ends in .png"),
        (["compare", SMALL, "--strategies", "hare", "--csv", "no/such.csv"], "There is no folder"),
        (["run", SMALL, "--weeks", "5200"], "--weeks 5200: give a whole number from 1 to 1,040"),
        (["run", SMALL, "--weeks", "nan"], "--weeks nan: give a whole number"),
        (["run", SMALL, "--seed", "-1"], "--seed -1: give a whole number from 0 to"),
        (
            ["run", SMALL, "--set", "trade.known=1"],
            "No such option: --set (Possible options: --seed). `longrace run",
        ),
        (["compare", SMALL, "--strategies", "hare", "--workers", "0"], "1 to 1,024 (processes)"),
        (
            ["observe", "K4", "--replications", "1e3"],
            "give a whole number from 1 to 100,000 (lucks)",
        ),
        (["calibrate", "K4", "K99"], "No target is called K99."),
        (["calibrate", "--fit", "S2", "--budget", "0"], "(evaluations)"),
        (["calibrate", "S2", "--budget", "9"], "--budget is for --fit, which is not asked for."),
        (["calibrate", "S2", "--free", "inbox.defect"], "--free is for --fit"),
        (
            ["calibrate", "S1", "--fit", "--from", "inbox.defect"],
            "--from inbox.defect: write it as",
        ),
        (["calibrate", "--report", "a.md", "--replications", "3"], "--replications: a report has"),
        (["calibrate", "S2", "--fit", "--report", "a.md"], "--report and --fit are two things"),
        (["calibrate", "--fit", "S2", "--free", "inbox.defct"], "Did you mean `inbox.defect`?"),
        (["play", "--seed", "-1"], "--seed -1: give a whole number"),
        (["sprint"], "No such command 'sprint'. `longrace --help` says what there is."),
        (["runn"], "No such command 'runn'. Did you mean 'run'? `longrace --help` says"),
        (["replay", "nothing.run"], "nothing.run: No such file or directory"),
        (["replay", SMALL], ":1: This is no file of a run"),
        (["replay", "."], "Is a directory"),
    ],
)
def test_what_the_user_can_mend_is_one_sentence(
    words: list[str], says: str, tmp_path: Path
) -> None:
    said = refused(*words, folder=tmp_path)
    assert says in said
    assert said.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_observables_are_printed_with_their_intervals_as_a_table_and_as_json() -> None:
    words = ("observe", "K4", "response_by_hour", "--replications", "2", "--seed", "5")
    seen = json.loads(fine(*words, "--json"))
    ids = [one.id for one in named(["K4", "response_by_hour"])]
    assert [one["id"] for one in seen] == ids
    for one in seen:
        assert set(one) == {"id", "value", "low", "high", "n", "unit"}
        assert one["n"] == 2
        assert one["unit"] == OBSERVABLES[one["id"]].unit
    *shares, curve = seen
    assert all(one["low"] <= one["value"] <= one["high"] for one in shares)
    assert len(curve["value"]) == len(curve["low"]) == len(curve["high"]) == 24
    table = fine(*words)
    assert all(f"{one['value']:.4g}" in table for one in shares)
    assert "response_by_hour [24]" in table


def test_the_list_says_of_each_observable_what_it_is_and_measures_nothing() -> None:
    text = fine("observe", "--list")
    for one in OBSERVABLES.values():
        assert one.definition.endswith(".")
        assert f"{one.id} (" in text
        assert one.definition in " ".join(text.split())
    assert fine("observe", "P1", "--list").count("replications)") == 2


def test_calibrating_says_what_is_met(tmp_path: Path) -> None:
    text = fine("calibrate", "R12", "P1", "--replications", "2", folder=tmp_path)
    assert text.count("pass") == 3
    assert text.endswith("3 of 3 targets are met.\n")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_observable_gets_the_list_of_all_that_there_are(tmp_path: Path) -> None:
    first, *rest = refused("observe", "p_cascade_non", folder=tmp_path).splitlines()
    assert first.startswith("There is no observable called p_cascade_non. Did you mean `p_casc")
    names = {name for line in rest[1:] for name in line.split(": ")[-1].split(", ")}
    assert names == set(OBSERVABLES)


def test_a_scenario_with_mistakes_is_not_run(tmp_path: Path) -> None:
    text = Path(SMALL).read_text(encoding="utf-8").replace("seasons: 4", "seasons: soon")
    (tmp_path / "wrong.yaml").write_text(text, encoding="utf-8")
    said = refused("run", "wrong.yaml", folder=tmp_path)
    assert "wrong.yaml:9:10: " in said


def test_commands_without_a_terminal_show_no_progress_and_load_nothing_heavy() -> None:
    code = (
        "import sys\nfrom game.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print('\\nLOADED', *{name.partition('.')[0] for name in sys.modules})"
    )
    command = [sys.executable, "-c", code, "run", SMALL, "--weeks", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    loaded = set(done.stdout.splitlines()[-1].split()[1:])
    assert {"simpy", "numpy"} <= loaded  # the probe itself works
    assert loaded & {"pygame", "matplotlib", "scipy", "rich", "numba", "jinja2", "mesa"} == set()
    assert done.stderr == ""


@pytest.mark.parametrize(
    "words",
    [
        ["run", SMALL, *SHORT],
        ["compare", SMALL, "--strategies", "hare", "--replications", "2", *SHORT],
    ],
)
def test_at_a_terminal_a_bar_shows_that_it_is_at_work(words: list[str]) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "game", *words]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=True, timeout=120)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode(errors="ignore")  # may end within a sign
    os.close(ours)
    assert "The Tea Shop" in shown
    assert "\x1b" not in done.stdout.decode()


def test_nobody_minds_when_the_reader_has_seen_enough() -> None:
    command = f'"{sys.executable}" -m game run "{SMALL}" --weeks 1 | true'
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stderr == ""


# test


def test_the_tests_of_a_scenario_are_run_and_decide_how_the_command_ends(tmp_path: Path) -> None:
    assert "1 of 1 tests passed." in fine("test", SMALL, "--runs", "1")
    text = Path(SMALL).read_text(encoding="utf-8").replace("relationships < 300", "sales < 0")
    never = tmp_path / "never.yaml"
    never.write_text(text, encoding="utf-8")
    done = longrace("test", str(never), "--runs", "1", "--json")
    (verdict,) = json.loads(done.stdout)
    assert (done.returncode, verdict["holds"], verdict["passed"]) == (1, False, 0)


# balance


def test_a_scenario_is_weighed_as_text_as_json_and_as_a_page(tmp_path: Path) -> None:
    page = tmp_path / "fair.html"
    least = ("--runs", "1", "--states", "1", "--workers", "1")
    assert "share of the lucks won by" in fine("balance", SMALL, *least, "--html", str(page))
    assert "<h2>Who wins</h2>" in page.read_text(encoding="utf-8")
    plain = json.loads(fine("balance", SMALL, *least, "--json"))
    assert set(plain["beats"]["hare"]) == {"tortoise", "adaptive", "get-it", "traditional"}


def test_what_is_to_be_weighed_must_be_said(tmp_path: Path) -> None:
    for words in ((SMALL, "--shelf"), ()):
        assert "Name one scenario, or say --shelf" in refused("balance", *words)
    nowhere = str(tmp_path / "no" / "fair.html")
    assert "There is no folder" in refused("balance", SMALL, "--html", nowhere)


# names


def test_names_tells_the_endings_of_the_game_and_what_their_conditions_may_name() -> None:
    printed = fine("names", SMALL)
    assert "\nqueue         many of those who wrote gave up waiting\n" in printed
    assert "\nahead_of(rival)  " in printed
    assert "\nrival: harry\n" in printed
    told = json.loads(fine("names", SMALL, "--json"))
    assert [one["id"] for one in told["endings"]] == [*Ending]
    of_endings = [one["name"] for one in told["names"] if one.get("of") == "endings"]
    assert of_endings == ["relationships", "won", "ahead_of", "came_to"]
    assert told["ids"]["rival"] == ["harry"]


# endings


def test_endings_counts_what_runs_come_to_and_refuses_whom_nobody_knows() -> None:
    printed = fine("endings", SMALL, "--strategy", "connector", "--runs", "1")
    assert printed.startswith("The Tea Shop: 1 run, by connector\n")
    assert "  trusts >= 12\n" in printed
    told = json.loads(fine("endings", SMALL, "--strategy", "connector", "--runs", "1", "--json"))
    assert sum(one["told"] for one in told["endings"]) == told["runs"] == 1
    assert "tortose" in refused("endings", SMALL, "--strategy", "tortose")
    assert "runs" in refused("endings", SMALL, "--runs", "0")


# preview


def test_a_preview_without_a_file_a_card_or_a_display_is_refused_with_a_sentence(
    tmp_path: Path,
) -> None:
    assert refused("preview", "nowhere.yaml") == "nowhere.yaml: There is no such file.\n"
    assert "has no card or ending tulips" in refused("preview", "first-steps", "tulips")
    bare = tmp_path / "bare.yaml"
    text = Path(SMALL).read_text(encoding="utf-8").replace("unlock: {meet: 2}\n", "")
    bare.write_text(text.partition("\ncards:")[0] + "\n", encoding="utf-8")
    assert fine("check", str(bare))
    assert "has no card or ending tulips" in refused("preview", str(bare), "tulips")
    assert "There is no display" in refused("preview", "first-steps")


def test_pictures_of_a_preview_need_no_display_and_show_problems_too(tmp_path: Path) -> None:
    printed = fine("preview", "first-steps", "table_seven", "--pictures", str(tmp_path))
    assert printed == f"{tmp_path / 'card-table_seven.png'}\n"
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: long-race/1\n", encoding="utf-8")
    done = longrace("preview", str(broken), "--pictures", str(tmp_path))
    assert (done.returncode, done.stdout) == (1, f"{tmp_path / 'problems.png'}\n")
    assert (tmp_path / "problems.png").stat().st_size > 10_000

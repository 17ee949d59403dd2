"""`longrace run`, `compare` and `replay` as a stranger types them: what they print, keep, refuse, and how they end."""

from __future__ import annotations

import csv
import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from game.authoring import load_scenario
from game.sim.ending import Ending
from game.strategies.runs import simulate
from tests.test_architecture import ROOT

SMALL = str(ROOT / "tests" / "authoring" / "small.yaml")
SHORT = ("--weeks", "14")

Done = subprocess.CompletedProcess[str]


def longrace(*words: str, folder: Path | None = None) -> Done:
    """Type `longrace` and some words, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "game", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def fine(*words: str, folder: Path | None = None) -> str:
    """What a command prints that must end well and complain of nothing."""
    done = longrace(*words, folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def refused(*words: str, code: int = 2, folder: Path | None = None) -> str:
    """The sentence with which a command refuses."""
    done = longrace(*words, folder=folder)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


# run


def test_run_prints_the_outcome_as_json() -> None:
    told = json.loads(fine("run", SMALL, "--seed", "7", "--strategy", "hare", *SHORT, "--json"))
    assert list(told) == ["scenario", "seed", "weeks", "digest", "runners"]
    assert (told["scenario"], told["seed"], told["weeks"]) == ("tea-shop", 7, 14)
    assert list(told["runners"][0]) == [
        "name", "strategy", "followers", "strangers", "knows", "likes", "trusts", "customers", "advocates", "lapsed",
        "hostile", "sales", "yardstick", "unanswered", "median_reply_hours", "setbacks", "energy", "gait",
    ]  # fmt: skip
    assert list(told["runners"][0]["gait"]) == ["tempo", "depth", "steadiness", "responsiveness"]
    run = simulate(load_scenario(SMALL), {"you": "hare"}, seed=7, weeks=14)
    assert told["digest"] == run.digest
    assert told["runners"] == [run.outcome(one.id).as_json() for one in run.scenario.runners]


def test_run_prints_a_table_for_people() -> None:
    lines = fine("run", SMALL, *SHORT).splitlines()
    assert lines[0].startswith("The Tea Shop: 14 weeks, seed 0, digest ")
    assert lines[2].split() == ["you", "harry"]
    assert any(line.startswith("median reply hours") for line in lines)


def test_a_scenario_is_named_by_its_id_or_its_path() -> None:
    shipped = ROOT / "scenarios" / "corner-bakery.yaml"
    by_id, by_path = (fine("run", name, "--weeks", "1") for name in ("corner-bakery", str(shipped)))
    assert by_id == by_path


@pytest.mark.parametrize(
    ("words", "players"),
    [
        (["--strategy", "hare"], {"you": "hare"}),
        (
            ["--strategy", "you=hare", "--strategy", "harry=adaptive"],
            {"you": "hare", "harry": "adaptive"},
        ),
        (["--strategy", "hare(voice=0, claims=3)"], {"you": "hare(voice=0, claims=3)"}),
        (["--strategy", "harry=hare(claims=3)"], {"harry": "hare(claims=3)"}),
    ],
)
def test_strategies_are_given_to_the_seat_or_to_a_runner(
    words: list[str], players: dict[str, str]
) -> None:
    told = json.loads(fine("run", SMALL, "--weeks", "1", "--json", *words))
    assert players.items() <= {one["name"]: one["strategy"] for one in told["runners"]}.items()


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
        (["observe", "K99"], "There is no observable called K99."),
        (["calibrate", "K4", "K99"], "No target is called K99."),
        (["calibrate", "--fit", "S2", "--budget", "0"], "(evaluations)"),
        (["calibrate", "--fit", "S2", "--free", "inbox.defct"], "Did you mean `inbox.defect`?"),
        (["play", "--seed", "-1"], "--seed -1: give a whole number"),
        (["sprint"], "No such command 'sprint'. `longrace --help` says what there is."),
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
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "The Tea Shop" in shown
    assert "\x1b" not in done.stdout.decode()


def test_nobody_minds_when_the_reader_has_seen_enough() -> None:
    command = f'"{sys.executable}" -m game run "{SMALL}" --weeks 1 | true'
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stderr == ""


# replay


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The file of a run that `longrace run --record` kept."""
    fine("run", SMALL, "--seed", "7", *SHORT, "--record", "table-4.run", folder=tmp_path)
    return tmp_path / "table-4.run"


def test_a_recorded_run_replays_to_the_same_table(kept: Path) -> None:
    assert fine("replay", str(kept)) == fine("run", SMALL, "--seed", "7", *SHORT)


def test_verify_says_yes_or_no(kept: Path) -> None:
    assert "comes out as the file says" in fine("replay", str(kept), "--verify")
    *rest, last = kept.read_text(encoding="utf-8").splitlines()
    changed = json.dumps({**json.loads(last), "digest": "0" * 64})
    kept.write_text("\n".join([*rest, changed]) + "\n", encoding="utf-8")
    assert "goes another way" in refused("replay", str(kept), "--verify", code=1)
    assert "goes another way" in refused("replay", str(kept), code=2)


def test_a_file_of_another_model_is_told_but_not_verified(kept: Path) -> None:
    text = kept.read_text(encoding="utf-8")
    kept.write_text(text.replace('"model": ', '"model": 9', 1), encoding="utf-8")
    done = longrace("replay", str(kept))
    assert done.returncode == 0
    assert "told here, not played again" in done.stderr
    assert "season 1" in done.stdout
    assert "install that version" in refused("replay", str(kept), "--verify")


def test_a_file_that_breaks_off_is_refused(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:-30])
    assert "table-4.run:" in refused("replay", str(kept))


@pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="only Linux has a disk that is always full"
)
def test_on_a_full_disk_the_outcome_is_still_printed() -> None:
    done = longrace("run", SMALL, *SHORT, "--record", "/dev/full")
    assert done.returncode == 2
    assert done.stderr == "/dev/full: No space left on device.\n"
    assert done.stdout.startswith("The Tea Shop")


# compare


def test_compare_prints_who_won_how_often() -> None:
    told = fine(
        "compare",
        SMALL,
        "--strategies",
        "tortoise,hare(voice=0, claims=3)",
        "--replications",
        "3",
        *SHORT,
    )
    lines = told.splitlines()
    assert lines[0] == "tea-shop, 14 weeks, 3 lucks from seed 0"
    assert [line.split("  ")[0] for line in lines if line.startswith(("tortoise", "hare"))] == [
        "tortoise", "hare(voice=0, claims=3)", "tortoise", "hare(voice=0, claims=3)",
    ]  # fmt: skip


def test_compare_keeps_rows_and_a_picture_and_prints_json(tmp_path: Path) -> None:
    words = ("--strategies", "tortoise,hare", "--replications", "5", "--seed", "3", *SHORT)
    files = ("--csv", "runs.csv", "--plot", "runs.png", "--workers", "2")
    told = json.loads(fine("compare", SMALL, *words, *files, "--json", folder=tmp_path))
    assert [one["strategy"] for one in told["strategies"]] == ["tortoise", "hare"]
    with (tmp_path / "runs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["seed"]) for row in rows] == [3, 3, 4, 4, 5, 5, 6, 6, 7, 7]
    for one in told["strategies"]:
        sales = [int(row["sales"]) for row in rows if row["strategy"] == one["strategy"]]
        assert one["means"]["sales"]["mean"] == pytest.approx(sum(sales) / 5)
    assert (tmp_path / "runs.png").read_bytes().startswith(b"\x89PNG")
    alone = fine("compare", SMALL, *words, "--workers", "1", "--json")
    assert json.loads(alone) == told


def heed_interrupts() -> None:
    """In a child: an interrupt counts, even where whoever started the tests had it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_a_comparison_can_be_interrupted_without_a_traceback() -> None:
    command = [
        sys.executable,
        "-m",
        "game",
        "compare",
        SMALL,
        "--strategies",
        "hare",
        "--replications",
        "5000",
    ]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - this process has no other threads
    ) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=6)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of its processes
        _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in said


@pytest.mark.skipif(sys.platform != "linux", reason="reads the table of processes")
def test_workers_do_not_outlive_a_comparison_that_was_killed() -> None:
    command = [
        sys.executable,
        "-m",
        "game",
        "compare",
        SMALL,
        "--strategies",
        "hare",
        "--replications",
        "5000",
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        children = wait_until(lambda: workers_of(process.pid), "no worker was started")
        process.kill()
    wait_until(lambda: not any(is_alive(child) for child in children), "workers are still there")


T = TypeVar("T")


def wait_until(found: Callable[[], T], complaint: str) -> T:
    """What *found* gives, as soon as it gives something."""
    for _ in range(300):
        if result := found():
            return result
        time.sleep(0.1)
    raise AssertionError(complaint)


def workers_of(process: int) -> list[int]:
    """The children of a process that are no mere tracker of its resources."""
    found = []
    for one in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((one / "stat").read_text().rpartition(")")[2].split()[1])
            words = (one / "cmdline").read_text()
        except OSError:
            continue  # it has ended meanwhile
        if parent == process and "spawn_main" in words:
            found.append(int(one.name))
    return found


def is_alive(process: int) -> bool:
    """Whether a process exists and has not ended."""
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False


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

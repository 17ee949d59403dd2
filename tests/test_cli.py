"""The command as a stranger types it: what it prints, how it ends, how soon it starts."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
import typer

from game import __version__, cli, doctor
from game.cli import asked
from game.sim import limits
from tests.command import longrace


def loaded_by(*words: str) -> set[str]:
    """The top-level modules that are loaded when a command line has been carried out."""
    code = (
        "import sys\nfrom game.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print('\\nLOADED', *{name.partition('.')[0] for name in sys.modules})"
    )
    command = [sys.executable, "-c", code, *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return set(done.stdout.splitlines()[-1].split()[1:])


def test_the_version_is_the_packages_own() -> None:
    done = longrace("--version")
    assert (done.returncode, done.stdout) == (0, f"The Long Race {__version__}\n")


def test_help_names_every_command() -> None:
    done = longrace("--help")
    assert done.returncode == 0
    for command in cli.app.registered_commands:
        assert command.callback is not None
        assert (command.name or command.callback.__name__) in done.stdout


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["doctor", "--help"]])
def test_asking_for_help_loads_nothing_heavy(words: list[str]) -> None:
    loaded = loaded_by(*words)
    assert "typer" in loaded  # the probe itself works
    heavy = {"numpy", "pygame", "numba", "simpy", "yaml", "jinja2", "matplotlib", "scipy"}
    assert loaded & heavy == set()


@pytest.mark.parametrize("name", ["WEEKS", "SEED", "LUCKS", "WORKERS"])
def test_an_option_takes_the_numbers_that_the_simulation_takes_and_no_others(name: str) -> None:
    read, known = getattr(asked, name), getattr(limits, name)
    assert (read(str(known.low)), read(str(known.high))) == (known.low, known.high)
    for beyond in (known.low - 1, known.high + 1):
        with pytest.raises(typer.BadParameter, match=re.escape(known.words)):
            read(str(beyond))


def test_a_wrong_word_is_used_wrongly() -> None:
    done = longrace("sprint")
    assert done.returncode == 2
    assert "sprint" in done.stderr


def test_the_doctor_speaks_in_sentences_and_says_that_the_game_can_run() -> None:
    done = longrace("doctor")
    assert done.returncode == 0, done.stdout
    assert "works  Python: Python 3." in done.stdout
    assert "SDL_VIDEODRIVER asks for dummy" in done.stdout
    assert done.stdout.endswith("The game can run here.\n")


def test_the_doctor_ends_with_one_when_something_needed_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    findings = [doctor.Finding("Scenarios", "missing", "None there.", "Put them back.")]
    monkeypatch.setattr(doctor, "examine", lambda: iter(findings))
    assert ends_with(monkeypatch, "doctor") == 1
    printed = capsys.readouterr().out
    assert "missing  Scenarios: None there." in printed
    assert "-> Put them back." in printed


def test_a_file_trouble_is_one_sentence_that_the_user_can_mend(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device", "table-4.run")

    monkeypatch.setattr(doctor, "examine", full)
    assert ends_with(monkeypatch, "doctor") == 2
    assert capsys.readouterr().err == "table-4.run: No space left on device.\n"


def test_our_own_mistake_ends_with_three_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(doctor, "examine", broken)
    assert ends_with(monkeypatch, "doctor") == 3
    printed = capsys.readouterr().err
    assert "a mistake in The Long Race" in printed
    assert "ZeroDivisionError" in printed


def ends_with(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """The exit code of a command line carried out in this process."""
    monkeypatch.setattr(sys, "argv", ["longrace", *words])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert isinstance(ended.value.code, int)
    return ended.value.code

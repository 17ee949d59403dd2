"""What `longrace doctor` says, for machines of every kind."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

from game import doctor, paths
from game.play.probe import Probe
from tests.checkout import ROOT


def versions(**known: str) -> doctor.VersionOf:
    """A machine with these distributions; `pygame_ce` stands for `pygame-ce`."""
    return lambda name: known.get(name.replace("-", "_"))


def names_in(requirements: list[str]) -> list[str]:
    """The distributions named by a list of requirements."""
    return [line.partition(">")[0].partition("[")[0] for line in requirements]


def test_it_names_the_requirements_and_extras_that_the_package_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {
        name: names_in(needs)
        for name, needs in project["optional-dependencies"].items()
        if name != "test"
    }
    assert names_in(project["dependencies"]) == list(doctor.REQUIRED)
    assert extras == {name: list(needs) for name, (needs, _) in doctor.EXTRAS.items()}


def test_everything_here_is_installed() -> None:
    assert doctor.libraries(doctor.installed_version).verdict == "works"
    assert doctor.installed_version("no-such-distribution") is None


def test_a_missing_library_is_named_with_the_command_that_brings_it() -> None:
    finding = doctor.libraries(versions(numpy="2.0"))
    assert finding.verdict == "missing"
    assert "simpy" in finding.says
    assert "numpy" not in finding.says
    assert "-m pip install jinja2 platformdirs" in finding.remedy


@pytest.mark.parametrize(
    ("known", "verdict", "words"),
    [
        ({"pygame_ce": "2.5.2"}, "works", "provides `import pygame`"),
        ({"pygame_ce": "2.5.2", "pygame": "2.6.1"}, "missing", "lie over each other"),
        ({"pygame": "2.6.1"}, "missing", "needs pygame-ce"),
        ({}, "missing", "not installed"),
    ],
)
def test_two_pygames_in_one_folder_are_noticed(
    known: dict[str, str], verdict: str, words: str
) -> None:
    finding = doctor.window_library(versions(**known))
    assert finding.verdict == verdict
    assert words in finding.says
    assert ("uninstall -y pygame pygame-ce" in finding.remedy) == ("pygame" in known)


def test_a_window_that_somebody_can_see_works() -> None:
    finding = doctor.display(Probe(display="x11", width=1920, height=1080))
    assert (finding.verdict, finding.remedy) == ("works", "")
    assert "1920 x 1080" in finding.says


def test_a_machine_without_a_screen_can_run_but_not_play(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SDL_VIDEODRIVER", raising=False)
    finding = doctor.display(Probe(display="offscreen", width=1024, height=768))
    assert finding.verdict == "without"
    assert "No display" in finding.says
    assert "longrace run" in finding.remedy


def test_a_hidden_display_that_was_asked_for_is_told_as_such(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    finding = doctor.display(Probe(display="dummy"))
    assert "SDL_VIDEODRIVER asks for dummy" in finding.says


def test_silence_is_told_with_its_reason() -> None:
    finding = doctor.sound(Probe(sound_problem="no card"))
    assert finding.verdict == "without"
    assert "no card" in finding.says
    assert doctor.sound(Probe(sound="pulseaudio")).verdict == "works"


def test_sdl_is_really_asked() -> None:
    # conftest.py has asked for the dummy drivers, and the process of its own inherits that.
    found = doctor.probe_in_a_process_of_its_own()
    assert found.is_community_edition
    assert (found.display, found.sound) == ("dummy", "dummy")
    assert found.width > 0


@pytest.mark.parametrize(
    ("output", "code"), [("", -11), ("not json\n", 0), ('{"unknown": 1}\n', 0)]
)
def test_a_driver_that_takes_its_process_along_is_a_problem_told(
    monkeypatch: pytest.MonkeyPatch, output: str, code: int
) -> None:
    ended = SimpleNamespace(stdout=output, returncode=code)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: ended)
    found = doctor.probe_in_a_process_of_its_own()
    assert not found.is_visible
    assert f"exit code {code}" in found.display_problem


def test_a_driver_that_hangs_is_a_problem_told() -> None:
    found = doctor.probe_in_a_process_of_its_own(seconds=0.001)
    assert "did not answer" in found.display_problem


def test_the_scenarios_and_assets_of_this_checkout_are_found() -> None:
    assert doctor.scenarios(paths.scenarios()).verdict == "works"
    assert doctor.words_and_fonts(paths.assets()).verdict == "works"


def test_missing_scenarios_words_and_fonts_are_named(tmp_path: Path) -> None:
    assert doctor.scenarios(tmp_path).verdict == "missing"
    finding = doctor.words_and_fonts(tmp_path)
    assert finding.verdict == "missing"
    assert "words (text/) and no fonts (fonts/)" in finding.says


def test_a_place_to_write_is_tried_and_left_as_it_was(tmp_path: Path) -> None:
    finding = doctor.writing("Saved runs", tmp_path / "new" / "saves")
    assert finding.verdict == "works"
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_to_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    # Root may write anywhere, so the refusal is made up.
    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    finding = doctor.writing("Saved runs", tmp_path)
    assert finding.verdict == "missing"
    assert "Permission denied" in finding.says
    assert "LONGRACE_HOME" in finding.remedy


def test_a_file_where_the_folder_should_be_does_not_confuse_it(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("in the way")
    finding = doctor.writing("Saved runs", tmp_path / "saves")
    assert finding.verdict == "missing"


def test_a_full_disk_is_told_before_it_hurts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=3 * 10**6))
    finding = doctor.writing("Saved runs", tmp_path)
    assert finding.verdict == "without"
    assert "Only 3 MB" in finding.says


def test_an_extra_says_what_it_is_for_and_how_to_get_it() -> None:
    here = doctor.extra("study", versions(matplotlib="3.9", scipy="1.13"))
    gone = doctor.extra("study", versions(matplotlib="3.9"))
    assert (here.verdict, here.remedy) == ("works", "")
    assert gone.verdict == "without"
    assert "scipy" in gone.says
    assert gone.remedy.endswith("-m pip install scipy")


def test_only_what_is_needed_decides_the_verdict() -> None:
    fine = doctor.Finding("a", "works", "")
    less = doctor.Finding("b", "without", "")
    gone = doctor.Finding("c", "missing", "")
    assert doctor.is_playable([fine, less])
    assert not doctor.is_playable([fine, less, gone])


def test_it_names_this_very_interpreter() -> None:
    assert Path(sys.executable).name in doctor.pip()

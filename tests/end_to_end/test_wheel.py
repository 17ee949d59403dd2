"""The wheel, installed and used away from the checkout: what is in it, and that it works."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from game import __version__
from tests.checkout import ROOT, tracked_files

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel that was built from a source distribution, so that both are known to be whole."""
    folder = tmp_path_factory.mktemp("dist")
    # Without isolation, since hatchling is here already and there may be no network.
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)])
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh environment with the wheel in it, and our libraries beside it."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home)
    scheme = {"base": str(home), "platbase": str(home)}
    packages = Path(sysconfig.get_path("purelib", "venv", scheme))
    # A path in a .pth file is searched last and its own .pth files are not read, so the libraries
    # come from here but an editable install of the game itself does not.
    libraries = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "libraries.pth").write_text("\n".join(sorted(libraries)), encoding="utf-8")
    interpreter = Path(sysconfig.get_path("scripts", "venv", scheme)) / Path(sys.executable).name
    pip = [sys.executable, "-m", "pip", "--python", str(interpreter)]
    run([*pip, "install", "--quiet", "--no-index", "--no-deps", "--ignore-installed", str(wheel)])
    return interpreter


def run(command: list[str], folder: Path | None = None, code: int = 0) -> str:
    """What a command prints, outside the checkout and without its help."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def longrace(python: Path, folder: Path, *words: str) -> str:
    """Type `longrace`, as installed by the wheel."""
    return run([str(python.with_name("longrace")), *words], folder)


def test_it_carries_the_game_the_scenarios_and_the_assets_and_nothing_else(wheel: Path) -> None:
    carried = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    wanted = {
        path.as_posix().replace(f"{path.parts[0]}/", where, 1)
        for path in tracked_files()
        if (where := {"game": "game/", "scenarios": "game/_scenarios/", "assets": "game/_assets/"}
            .get(path.parts[0]))
    }  # fmt: skip
    assert carried == wanted


def test_the_installed_command_is_the_wheels_own(python: Path, tmp_path: Path) -> None:
    where = run([str(python), "-c", "import game; print(game.__file__)"], tmp_path)
    assert not Path(where.strip()).is_relative_to(ROOT)
    assert longrace(python, tmp_path, "--version") == f"The Long Race {__version__}\n"


def test_the_installed_doctor_finds_everything(python: Path, tmp_path: Path) -> None:
    said = longrace(python, tmp_path, "doctor")
    assert "missing" not in said
    assert "_scenarios: " in said
    assert "_assets." in said
    assert said.endswith("The game can run here.\n")


@pytest.mark.parametrize("folder", ["scenarios", "assets"])
def test_the_installed_files_are_those_of_the_checkout(
    python: Path, tmp_path: Path, folder: str
) -> None:
    code = (
        f"from game.paths import {folder} as where\n"
        "for path in where().rglob('*'):\n"
        # pip compiles what is Python among the assets; that is no file of ours.
        "    if path.is_file() and path.suffix != '.pyc':\n"
        "        print(path.relative_to(where()).as_posix())"
    )
    here = {
        path.relative_to(folder).as_posix() for path in tracked_files() if path.parts[0] == folder
    }
    assert set(run([str(python), "-c", code], tmp_path).splitlines()) == here != set()

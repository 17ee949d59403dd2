"""What works on this machine, as sentences: `longrace doctor`.

Where things are is known to `game/paths.py`; what SDL can open is tried by `game/play/probe.py`, in
a process of its own. Here the answers become findings; `game/cli` prints them.
"""

from __future__ import annotations

import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from game import paths
from game.play.probe import Probe
from game.play.speech import Voice, find_voice

REQUIRED = (
    "jinja2",
    "numpy",
    "platformdirs",
    "pydantic",
    "pygame-ce",
    "pyyaml",
    "rich",
    "simpy",
    "typer",
)
"""The distributions that the game cannot do without, as in `pyproject.toml`."""

EXTRAS = {
    "study": (("matplotlib", "scipy"), "pictures from `longrace compare --plot`"),
    "access": (("accesskit",), "a screen reader's view of the window; so far on Linux"),
    "fast": (("numba",), "faster runs"),
}
"""Each extra: what it brings along, and what for."""

SPARE_MEGABYTES = 50
"""Below this much free space a season's saves may no longer fit."""

Verdict = Literal["works", "without", "missing"]


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: what is so, and what to do about it.

    The verdict is *works*, *without* (the game runs, short of that) or *missing* (it is needed).
    """

    about: str
    verdict: Verdict
    says: str
    remedy: str = ""


def examine() -> Iterator[Finding]:
    """Look at everything, one finding after the other; takes a second or two."""
    yield python()
    yield libraries(installed_version)
    yield yaml_loader()
    clash = window_library(installed_version)
    yield clash
    if clash.verdict == "works":
        found = probe_in_a_process_of_its_own()
        yield display(found)
        yield sound(found)
    yield speech(find_voice())
    yield scenarios(paths.scenarios())
    yield words_and_fonts(paths.assets())
    yield writing("Saved runs", paths.saves())
    yield writing("Settings", paths.settings())
    for name in EXTRAS:
        yield extra(name, installed_version)


def is_playable(findings: list[Finding]) -> bool:
    """Whether nothing that the game needs is missing."""
    return all(finding.verdict != "missing" for finding in findings)


def installed_version(distribution: str) -> str | None:
    """The version of an installed distribution, or None where there is none."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


VersionOf = Callable[[str], str | None]


def python() -> Finding:
    """The interpreter and the system it runs on."""
    system = f"{platform.system()} {platform.machine()}"
    return Finding("Python", "works", f"Python {platform.python_version()} on {system}.")


def libraries(version_of: VersionOf) -> Finding:
    """Whether all that is required is installed; which versions."""
    versions = {name: version_of(name) for name in REQUIRED}
    absent = [name for name, version in versions.items() if version is None]
    if absent:
        command = f"{pip()} install {' '.join(absent)}"
        return Finding("Libraries", "missing", f"Not installed: {', '.join(absent)}.", command)
    listed = ", ".join(f"{name} {version}" for name, version in versions.items())
    return Finding("Libraries", "works", f"{listed}.")


def yaml_loader() -> Finding:
    """Whether PyYAML was built with its C parser; without, long scenario files load slowly."""
    # Asked for by name, since only `game/authoring` imports the library itself.
    if importlib.util.find_spec("yaml") and importlib.util.find_spec("yaml._yaml"):
        return Finding("YAML", "works", "Scenario files are read by the C loader.")
    says = "Scenario files are read by the Python loader, about ten times slower."
    return Finding("YAML", "without", says, f"{pip()} install --force-reinstall pyyaml")


def window_library(version_of: VersionOf) -> Finding:
    """Whether pygame-ce is there, and pygame is not lying over it: both fill one folder."""
    ours, other = version_of("pygame-ce"), version_of("pygame")
    if ours and not other:
        return Finding("pygame-ce", "works", f"pygame-ce {ours} provides `import pygame`.")
    if ours:
        says = f"pygame {other} and pygame-ce {ours} lie over each other in one folder."
    elif other:
        says = f"pygame {other} is installed; the game needs pygame-ce, which takes its place."
    else:
        says = "pygame-ce is not installed."
    first = f"{pip()} uninstall -y pygame pygame-ce, then " if other else ""
    return Finding("pygame-ce", "missing", says, f"{first}{pip()} install pygame-ce")


def probe_in_a_process_of_its_own(seconds: float = 30.0) -> Probe:
    """What SDL finds here; a driver that crashes or hangs is told as a problem, not passed on."""
    # -P: the folder of the file must not stand before the standard library.
    command = [sys.executable, "-P", str(Path(__file__).parent / "play" / "probe.py")]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)
        return Probe(**json.loads(done.stdout.splitlines()[-1]))
    except subprocess.TimeoutExpired:
        problem = f"SDL did not answer within {seconds:.0f} seconds"
    except (IndexError, TypeError, ValueError):
        problem = f"SDL ended the process (exit code {done.returncode})"
    return Probe(display_problem=problem, sound_problem=problem)


def display(found: Probe) -> Finding:
    """Whether a window can open before somebody's eyes."""
    if found.is_visible:
        size = f"{found.width} x {found.height}"
        return Finding("Display", "works", f"A window opens by {found.display}, on {size} pixels.")
    if os.environ.get("SDL_VIDEODRIVER") == found.display:
        says = f"SDL_VIDEODRIVER asks for {found.display}, which nobody can see."
        return Finding("Display", "without", says, "Unset SDL_VIDEODRIVER to play.")
    reason = f" ({found.display_problem})" if found.display_problem else ""
    says = f"No display was found{reason}: `longrace play` cannot open a window, all else works."
    return Finding("Display", "without", says, "Start it from a desktop, or use `longrace run`.")


def sound(found: Probe) -> Finding:
    """Whether sound comes out; the game says everything in words and pictures too."""
    if found.is_audible:
        return Finding("Sound", "works", f"Sound plays by {found.sound}.")
    reason = f" ({found.sound_problem})" if found.sound_problem else ""
    return Finding("Sound", "without", f"No sound device was found{reason}: the game is silent.")


def speech(found: Voice | None) -> Finding:
    """Which program speaks when the game is to say aloud what it shows."""
    if found is not None:
        return Finding("Speech", "works", f"F9 in the game makes {found.program} speak.")
    says = "No voice was found: the game cannot say aloud what it shows."
    return Finding("Speech", "without", says, "On Linux, install espeak-ng (or spd-say).")


def scenarios(folder: Path) -> Finding:
    """Whether the shipped scenarios are where they belong."""
    names = paths.scenario_ids(folder)
    if names:
        return Finding("Scenarios", "works", f"{len(names)} in {folder}: {', '.join(names)}.")
    return Finding("Scenarios", "missing", f"None in {folder}.", reinstall())


def words_and_fonts(folder: Path) -> Finding:
    """Whether the words, fonts, pictures and sounds are where they belong."""
    words = sorted(folder.glob("text/*.yaml"))
    fonts = sorted([*folder.glob("fonts/**/*.ttf"), *folder.glob("fonts/**/*.otf")])
    absent = [
        name for name, files in (("words (text/)", words), ("fonts (fonts/)", fonts)) if not files
    ]
    if absent:
        says = f"No {' and no '.join(absent)} in {folder}."
        return Finding("Assets", "missing", says, reinstall())
    languages = ", ".join(path.stem for path in words)
    return Finding(
        "Assets", "works", f"Words in {languages} and {len(fonts)} font files in {folder}."
    )


def writing(about: str, folder: Path) -> Finding:
    """Whether a file can be written to a folder, or to where it would be made."""
    standing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    elsewhere = f"Set {paths.HOME_VARIABLE} to a folder that you may write to."
    try:
        with tempfile.TemporaryFile(dir=standing) as file:
            file.write(b"x")
    except OSError as error:
        says = f"{folder} cannot be written to: {error.strerror or error}."
        return Finding(about, "missing", says, elsewhere)
    if (free := shutil.disk_usage(standing).free // 10**6) < SPARE_MEGABYTES:
        says = f"Only {free} MB are free at {folder}."
        return Finding(
            about, "without", says, f"Make room, or {elsewhere[0].lower()}{elsewhere[1:]}"
        )
    return Finding(about, "works", f"Written to {folder}.")


def extra(name: str, version_of: VersionOf) -> Finding:
    """Whether an optional part is installed, what it is for, and how to get it."""
    needs, purpose = EXTRAS[name]
    absent = [one for one in needs if version_of(one) is None]
    about = f"Extra `{name}`"
    if not absent:
        return Finding(about, "works", f"Installed ({', '.join(needs)}): {purpose}.")
    says = f"Not installed ({', '.join(absent)}): {purpose}."
    return Finding(about, "without", says, f"{pip()} install {' '.join(absent)}")


def pip() -> str:
    """How to call pip for this very interpreter, as one would type it."""
    return f"{paths.typed(paths.from_here(Path(sys.executable)))} -m pip"


def reinstall() -> str:
    """How to get the shipped files back."""
    if paths.in_checkout():
        return "They are part of the source: `git status` shows what is gone from it."
    return "Install the game again from where you got it."

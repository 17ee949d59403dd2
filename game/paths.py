"""Where things are: scenarios and assets to read, and the folders this machine lets us write to.

What the files mean is read in `game/authoring`; which of them a player is offered, in `game/play`.
"""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import platformdirs

HOME_VARIABLE = "LONGRACE_HOME"
"""Name a folder in it, and everything written goes there: for tests and for a memory stick."""

_PACKAGE = Path(__file__).resolve().parent
_APPLICATION = "the-long-race"


def scenarios() -> Path:
    """The folder of shipped scenarios, one YAML file each."""
    return _shipped("scenarios")


def scenario_ids(folder: Path) -> list[str]:
    """The ids of the scenarios in *folder*, in order of the alphabet; `NAME.de.yaml` holds only words of one."""
    return sorted(path.stem for path in folder.glob("*.yaml") if "." not in path.stem)


def typed(path: Path | str) -> str:
    """A path as it is typed in a command: in quotes where a blank would part it in two."""
    text = str(path)
    if re.fullmatch(r"[\w./\\:@+,=~-]+", text):
        return text
    return shlex.quote(text) if re.search(r'["$`!]', text) else f'"{text}"'


def from_here(path: Path) -> Path:
    """A path as one would type it: from the folder one is in, where it lies below that."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def assets() -> Path:
    """The folder of fonts, pictures, sounds and words."""
    return _shipped("assets")


def saves() -> Path:
    """The folder for a player's runs; it need not exist yet."""
    return _written("saves", platformdirs.user_data_path(_APPLICATION, appauthor=False))


def settings() -> Path:
    """The folder for a player's settings; it need not exist yet."""
    return _written("settings", platformdirs.user_config_path(_APPLICATION, appauthor=False))


def in_checkout() -> bool:
    """Whether this copy of the game runs from its source folder rather than from a wheel."""
    return (_PACKAGE.parent / "pyproject.toml").is_file() and (_PACKAGE.parent / "assets").is_dir()


def _shipped(name: str) -> Path:
    # A wheel carries both folders inside the package: pyproject.toml puts them there.
    return _PACKAGE.parent / name if in_checkout() else _PACKAGE / f"_{name}"


def _written(name: str, usual: Path) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home).expanduser().resolve() / name if home else usual / name

"""What every test may count on: no window, no sound, no network, and a home folder of its own, in English.

Fixtures that belong to one package live in a `conftest.py` beside its tests.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

# Before anything imports pygame: SDL reads these once.
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("MPLBACKEND", "agg")

import pytest
from hypothesis import settings

# What Python compiled once is kept, as it is on a player's machine: here, and in processes that tests start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Two shared cores make single examples slow now and then: only a hanging test is an error.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


TIME_OF_FULL = 30 * 60  # seconds; the others have what pyproject.toml gives


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the tests that take minutes more time, unless one says itself how much."""
    for item in items:
        if item.get_closest_marker("full") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(TIME_OF_FULL))


def lacking(sentence: str) -> NoReturn:
    """Skip a test that this machine cannot run; where CI runs, it fails, since CI installs what tests need."""
    if os.environ.get("CI"):
        pytest.fail(f"{sentence} CI must have it.")
    pytest.skip(sentence, allow_module_level=True)


def needed(module: str) -> Any:
    """The library *module*, for tests that are about it; `lacking` where it is not installed."""
    if find_spec(module) is None:
        lacking(f"It needs {module}.")
    return import_module(module)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that saves and settings of this one test go to."""
    folder = tmp_path / "home"
    monkeypatch.setenv("LONGRACE_HOME", str(folder))
    monkeypatch.setenv("LANGUAGE", "en")  # what the machine speaks must not change a test
    return folder

"""A screen that nobody looks at, for tests of the real window."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from tests.conftest import lacking


@pytest.fixture(scope="session")
def screen() -> Iterator[dict[str, str]]:
    """The environment of a process whose windows open on an X server of 1280 x 720 pixels."""
    server = shutil.which("Xvfb")
    if server is None:
        lacking("Xvfb is not installed; .ci/run installs it.")
    command = [server, "-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    with process:
        assert process.stdout is not None
        number = process.stdout.readline().decode().strip()
        hidden = {"SDL_VIDEODRIVER", "WAYLAND_DISPLAY"}
        inherited = {name: value for name, value in os.environ.items() if name not in hidden}
        yield {**inherited, "DISPLAY": f":{number}"}
        process.terminate()

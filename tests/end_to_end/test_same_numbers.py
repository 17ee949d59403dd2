"""The same scenario, seed and decisions give the same numbers on every machine: here as far as one machine can tell.

That two runs in one process are alike is tested in `tests/sim/test_run.py`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.checkout import ROOT

SCENARIO = ROOT / "tests" / "authoring" / "small.yaml"
NEEDED = "numpy, pydantic, simpy, typer, yaml"
SERVED = ("3.11", "3.12", "3.13", "3.14")
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


def outcome(python: str = sys.executable, **environment: str) -> dict[str, object]:
    """What `longrace run --json` prints of the small scenario, in a process with this Python and *environment*."""
    command = [
        python,
        "-m",
        "game",
        "run",
        str(SCENARIO),
        "--seed",
        "7",
        "--strategy",
        "adaptive",
        "--json",
    ]
    done = subprocess.run(
        command,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return dict(json.loads(done.stdout))


@pytest.fixture(scope="module")
def usual() -> dict[str, object]:
    """The outcome as this machine usually computes it."""
    return outcome(PYTHONHASHSEED="1")


def test_the_order_of_sets_decides_nothing(usual: dict[str, object]) -> None:
    assert outcome(PYTHONHASHSEED="2") == usual
    assert outcome(PYTHONHASHSEED="31337") == usual


def test_numbers_do_not_depend_on_the_processors_vector_instructions(
    usual: dict[str, object],
) -> None:
    features = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    if not features:
        pytest.skip("NumPy found no vector instructions to switch off on this processor")
    assert outcome(NPY_DISABLE_CPU_FEATURES=" ".join(features)) == usual


def other_pythons() -> dict[str, str]:
    """Interpreters of other versions that have what the game needs, by version; `LONGRACE_OTHER_PYTHON` names one."""
    named = os.environ.get("LONGRACE_OTHER_PYTHON", "")
    known = {
        version: shutil.which(f"python{version}") or "" for version in SERVED if version != HERE
    }
    return {
        version: path
        for version, path in {**known, "named": named}.items()
        if path and Path(path).exists() and has_what_is_needed(path)
    }


def has_what_is_needed(python: str) -> bool:
    """Whether an interpreter runs and can import the libraries of the simulation."""
    asked = [python, "-c", f"import {NEEDED}"]
    return subprocess.run(asked, capture_output=True, check=False, timeout=120).returncode == 0


def test_numbers_do_not_depend_on_the_version_of_python(usual: dict[str, object]) -> None:
    pythons = other_pythons()
    if not pythons:
        pytest.skip(
            f"no Python but {HERE} here has {NEEDED}; name one in LONGRACE_OTHER_PYTHON to compare"
        )
    for version, path in pythons.items():
        assert outcome(path) == usual, f"Python {version} gives other numbers"

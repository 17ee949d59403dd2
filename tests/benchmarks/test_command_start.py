"""How soon `longrace run` starts and ends, against `import mesa` as the yardstick.

The speed of a long run is measured next door, in `test_engine_speed.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.checkout import ROOT
from tests.conftest import lacking

resource = pytest.importorskip("resource", reason="Windows does not tell the CPU time of a child")

SMALL = ROOT / "tests" / "authoring" / "small.yaml"
ROUNDS = 15


def cpu_seconds(folder: Path, *words: str) -> float:
    """CPU time of a process with these words after `python`; what it compiles is kept in *folder*."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(folder)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], env=environment, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return float(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


@pytest.mark.benchmark
def test_a_small_run_starts_and_ends_sooner_than_mesa_is_imported(tmp_path: Path) -> None:
    if find_spec("mesa") is None:
        lacking("Mesa is the yardstick.")
    ours = ("-m", "game", "run", str(SMALL), "--weeks", "13")
    theirs = ("-c", "import mesa")
    for words in (ours, theirs):
        cpu_seconds(tmp_path, *words)  # so that no compiling of files is measured
    rounds = [(cpu_seconds(tmp_path, *ours), cpu_seconds(tmp_path, *theirs)) for _ in range(ROUNDS)]
    # whatever else goes on only adds to a time: the least of each is nearest to what it takes
    one, other = (min(times) for times in zip(*rounds, strict=True))
    assert one < other, f"`longrace run` took {one:.2f} s, `import mesa` {other:.2f} s, of {rounds}"

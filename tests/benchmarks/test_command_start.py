"""How soon `longrace run` starts and ends, against `import mesa` as the yardstick.

The speed of a long run is measured next door, in `test_engine_speed.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import pytest

from tests.test_architecture import ROOT

resource = pytest.importorskip("resource", reason="Windows does not tell the CPU time of a child")

SMALL = ROOT / "tests" / "authoring" / "small.yaml"
ROUNDS = 5
MOST_TIMES_MESA = (
    1.15  # 0.97 to 1.03 when measured; a quarter of it is the thirteen weeks and the quiet year
)


def cpu_seconds(folder: Path, *words: str) -> float:
    """CPU time of a process with these words after `python`; what it compiles is kept in *folder*."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(folder)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], env=environment, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return float(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


@pytest.mark.benchmark
@pytest.mark.skipif(find_spec("mesa") is None, reason="mesa is the yardstick")
def test_a_small_run_starts_and_ends_about_as_soon_as_mesa_is_imported(tmp_path: Path) -> None:
    ours = ("-m", "game", "run", str(SMALL), "--weeks", "13")
    theirs = ("-c", "import mesa")
    for words in (ours, theirs):
        cpu_seconds(tmp_path, *words)  # so that no compiling of files is measured
    rounds = [(cpu_seconds(tmp_path, *ours), cpu_seconds(tmp_path, *theirs)) for _ in range(ROUNDS)]
    ratios = [one / other for one, other in rounds]
    assert median(ratios) < MOST_TIMES_MESA, f"`longrace run` took {ratios} times `import mesa`"

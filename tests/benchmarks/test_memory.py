"""How much memory a relation takes, at a million of them."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from game.sim.kernels.choice import VARIABLE
from tests.conftest import lacking
from tests.test_architecture import ROOT

PEOPLE, RUNNERS, WEEKS = 250_000, 4, 5
MOST_BYTES = 100
STATUS = Path("/proc/self/status")
PROGRAM = f"""
import re
from game.authoring import load_scenario
from game.sim.clock import WEEK
from game.strategies.runs import Run

def most() -> int:
    with open("/proc/self/status") as status:
        return int(re.search(r"VmHWM:\\s+(\\d+) kB", status.read()).group(1)) * 1024

def run(people: int) -> None:
    market = scenario.market.model_copy(update=dict(people=people))
    one = Run(scenario.model_copy(update=dict(market=market)), 1, strategies={{scenario.seat: "adaptive"}})
    assert len(one.world.runners) == {RUNNERS}
    one.advance({WEEKS} * WEEK)

scenario = load_scenario("corner-bakery")
run(500)  # so that what is loaded and compiled is not counted
before = most()
run({PEOPLE})
print((most() - before) / {PEOPLE * RUNNERS})
"""


@pytest.mark.benchmark
@pytest.mark.parametrize("kernels", ["reference", "compiled"])
def test_a_million_relations_take_at_most_100_bytes_each(kernels: str) -> None:
    if kernels == "compiled" and find_spec("numba") is None:
        lacking("The compiled kernels need numba.")
    if not STATUS.exists():
        lacking("Only Linux tells how much memory a process took at most.")
    environment = os.environ | {"PYTHONPATH": str(ROOT), VARIABLE: kernels}
    words = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(
        words, capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    assert float(done.stdout) <= MOST_BYTES

"""How much memory a relation takes, at a million of them."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import measured
from tests.conftest import lacking

PEOPLE, MOST_BYTES = 250_000, 100


@pytest.mark.benchmark
@pytest.mark.parametrize("kernels", ["reference", "compiled"])
def test_a_million_relations_take_at_most_100_bytes_each(kernels: str) -> None:
    if not Path("/proc/self/status").exists():
        lacking("Only Linux tells how much memory a process took at most.")
    if kernels == "compiled" and find_spec("numba") is None:
        lacking("The compiled kernels need numba.")
    assert measured("memory", PEOPLE, kernels=kernels) <= MOST_BYTES

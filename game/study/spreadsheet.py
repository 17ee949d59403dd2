"""A comparison as rows: one a run, in the order of the lucks.

What a comparison is, is in `comparison.py`.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.sim.writing import replace_file

if TYPE_CHECKING:
    from game.study.comparison import Comparison
    from game.study.replication import Replication


def write_csv(comparison: Comparison, path: Path) -> None:
    """Write *comparison* to *path*: all of it, or nothing."""
    rows = [_row(comparison, one) for one in comparison.replications]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    replace_file(path, text.getvalue())


def _row(comparison: Comparison, one: Replication) -> dict[str, Any]:
    outcome = one.outcome.as_json()
    gait = {f"gait_{name}": value for name, value in outcome.pop("gait").items()}
    del outcome["name"], outcome["strategy"]
    return {
        "scenario": comparison.scenario,
        "strategy": one.strategy,
        "replication": one.number,
        "seed": one.seed,
        "weeks": comparison.weeks,
        **outcome,
        **gait,
        "digest": one.digest,
    }

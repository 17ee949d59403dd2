"""`python -m game.study.falsifiers docs/falsifiers.md`: run every falsifier and write its report; minutes to hours.

With `--from-results` the report is written anew from the committed results, without running anything.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from game.authoring.load import load_scenario
from game.sim.limits import LUCKS, WORKERS, whole_within
from game.study.document import put_between
from game.study.falsifiers.report import report
from game.study.falsifiers.results import Sizes, read, run_all, write

SCENARIO = "corner-bakery"
RESULTS = "falsifiers.jsonl"


def main() -> None:
    """Run and write."""
    usual = Sizes()
    parser = argparse.ArgumentParser(prog="python -m game.study.falsifiers", description=__doc__)
    parser.add_argument("document", type=Path)
    parser.add_argument("--points", type=int, default=usual.points)
    parser.add_argument("--point-lucks", type=int, default=usual.point_lucks)
    parser.add_argument("--lucks", type=int, default=usual.lucks)
    parser.add_argument("--workers", type=int)
    parser.add_argument("--from-results", action="store_true")
    options = parser.parse_args()
    try:
        for name in ("points", "point_lucks", "lucks"):
            whole_within(f"--{name.replace(chr(95), chr(45))}", getattr(options, name), LUCKS)
        if options.workers is not None:
            whole_within("--workers", options.workers, WORKERS)
        _make(options)
    except (ValueError, OSError) as error:
        parser.exit(2, f"{error}\n")


def _make(options: argparse.Namespace) -> None:
    text = put_between(options.document.read_text(encoding="utf-8"), "falsifiers", "")
    data = options.document.parent / "data" / RESULTS
    pictures = options.document.parent / "pictures"
    for folder in (data.parent, pictures):
        folder.mkdir(exist_ok=True)
    if not options.from_results:
        sizes = Sizes(options.points, options.point_lucks, options.lucks)
        made = run_all(load_scenario(SCENARIO), sizes, options.workers, _say)
        write(made, data)
    table = report(read(data), pictures)
    options.document.write_text(put_between(text, "falsifiers", table), encoding="utf-8")


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    main()

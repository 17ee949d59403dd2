"""`python -m game.study.falsifiers docs/falsifiers.md`: run every falsifier and write its report; minutes to hours.

With `--only region` (or another, or several) the others keep what they came to. With `--from-results` the report is
written anew from the committed results, without running anything.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from game.sim.limits import LUCKS, WORKERS, Limits, whole_within
from game.study import calibration_report
from game.study.calibration_report import ReportError
from game.study.document import MarkError, put_between
from game.study.falsifiers.report import report
from game.study.falsifiers.results import EXPERIMENTS, ResultsError, Sizes, read, run_all, write
from game.study.falsifiers.town import town
from game.study.made_by import made_by
from game.study.observables import Observation

RESULTS = "falsifiers.jsonl"
POINTS = Limits(
    "a whole number", 2, 100_000, False, "points; an influence compares two halves of them"
)

SIZED = {
    "points": ("region",),
    "point_lucks": ("region",),
    "lucks": ("ablations", "information", "rooms"),
    "street_lucks": ("street",),
}
"""Of which experiments each size is."""


class _Parser(argparse.ArgumentParser):
    """A parser that refuses in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say it and end with 2: the user can mend it."""
        self.exit(
            2, f"{message[:1].upper()}{message[1:]}. `{self.prog} --help` says what there is.\n"
        )


def _count(limits: Limits) -> Callable[[str], int]:
    """A reader of a whole number within *limits*."""

    def read_count(text: str) -> int:
        try:
            return whole_within("it", int(text), limits)
        except ValueError:
            asked = f"{text}: give {limits.kind} {limits.words}"
            raise argparse.ArgumentTypeError(asked) from None

    return read_count


def main(words: Sequence[str] | None = None) -> None:
    """Run and write."""
    parser = _Parser(prog="python -m game.study.falsifiers", description=__doc__)
    parser.add_argument("document", type=Path)
    parser.add_argument("--points", type=_count(POINTS))
    parser.add_argument("--point-lucks", type=_count(LUCKS))
    parser.add_argument("--lucks", type=_count(LUCKS))
    parser.add_argument("--street-lucks", type=_count(LUCKS))
    parser.add_argument("--workers", type=_count(WORKERS))
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--only",
        action="append",
        choices=EXPERIMENTS,
        help="run this, keep what the others came to",
    )
    either.add_argument("--from-results", action="store_true")
    options = parser.parse_args(words)
    only = () if options.from_results else options.only or EXPERIMENTS
    sizes = {name: size for name in SIZED if (size := getattr(options, name)) is not None}
    for name in sizes:
        if not set(SIZED[name]) & set(only):
            option, of = name.replace("_", "-"), " or ".join(SIZED[name])
            parser.error(f"argument --{option}: it is for {of}, which is not run")
    data = options.document.parent / "data" / RESULTS
    try:  # what is wrong with the files is said before the long work
        text = put_between(options.document.read_text(encoding="utf-8"), "falsifiers", "")
        kept = read(data) if set(only) != set(EXPERIMENTS) else None
    except MarkError as error:
        parser.exit(2, f"{options.document}: {error}\n")
    except ResultsError as error:
        parser.exit(2, f"{data}: {error}\n")
    except OSError as error:
        parser.exit(2, f"{error.filename}: {error.strerror}.\n")
    pictures = options.document.parent / "pictures"
    for folder in (data.parent, pictures):
        folder.mkdir(exist_ok=True)
    if only:
        try:
            write(run_all(town(), Sizes(**sizes), options.workers, _say, only, kept), data)
        except ResultsError as error:
            parser.exit(2, f"{data}: {error}\n")
    table = report(read(data), observed(options.document), pictures)
    options.document.write_text(put_between(text, "falsifiers", table), encoding="utf-8")


def observed(document: Path) -> dict[str, Observation]:
    """The observables of the calibration beside *document*, by id; none where none is, or of another model."""
    try:
        found = calibration_report.read(document)
    except ReportError:
        return {}
    return {one.id: one for one in found.seen if found.digest == made_by()}


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    main()

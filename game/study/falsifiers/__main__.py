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
from game.study.document import MarkError, put_between
from game.study.falsifiers.report import report
from game.study.falsifiers.results import EXPERIMENTS, Sizes, read, run_all, write
from game.study.falsifiers.town import town

RESULTS = "falsifiers.jsonl"
POINTS = Limits(
    "a whole number", 2, 100_000, False, "points; an influence compares two halves of them"
)


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
    usual = Sizes()
    parser = _Parser(prog="python -m game.study.falsifiers", description=__doc__)
    parser.add_argument("document", type=Path)
    parser.add_argument("--points", type=_count(POINTS), default=usual.points)
    parser.add_argument("--point-lucks", type=_count(LUCKS), default=usual.point_lucks)
    parser.add_argument("--lucks", type=_count(LUCKS), default=usual.lucks)
    parser.add_argument("--street-lucks", type=_count(LUCKS), default=usual.street_lucks)
    parser.add_argument("--workers", type=_count(WORKERS))
    parser.add_argument(
        "--only",
        action="append",
        choices=EXPERIMENTS,
        help="run this, keep what the others came to",
    )
    parser.add_argument("--from-results", action="store_true")
    options = parser.parse_args(words)
    data = options.document.parent / "data" / RESULTS
    try:  # what is wrong with the files is said before the long work
        text = put_between(options.document.read_text(encoding="utf-8"), "falsifiers", "")
        kept = read(data) if options.from_results or options.only else None
    except MarkError as error:
        parser.exit(2, f"{options.document}: {error}\n")
    except OSError as error:
        parser.exit(2, f"{error.filename}: {error.strerror}.\n")
    pictures = options.document.parent / "pictures"
    for folder in (data.parent, pictures):
        folder.mkdir(exist_ok=True)
    if not options.from_results:
        sizes = Sizes(options.points, options.point_lucks, options.lucks, options.street_lucks)
        only = options.only or EXPERIMENTS
        try:
            write(run_all(town(), sizes, options.workers, _say, only, kept), data)
        except ValueError as error:
            parser.exit(2, f"{data}: {error}\n")
    table = report(read(data), pictures)
    options.document.write_text(put_between(text, "falsifiers", table), encoding="utf-8")


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    main()

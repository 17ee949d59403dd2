"""The report of the calibration: a row for every target, and one for every observable that has none.

`longrace calibrate --report docs/calibration.md` writes it between the marks, with names before it some rows of it
anew; a test makes some rows anew and compares.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from game.study.calibration import Row, judge, share_met, targets
from game.study.document import markdown, put_between
from game.study.made_by import made_by
from game.study.observables import OBSERVABLES, Observation, observe
from game.study.observables.show import number

DATA = "calibration.json"


class ReportError(ValueError):
    """A report of which no row can be kept."""


class Report(NamedTuple):
    """All observations of one report, by whom they were made, from which luck on, and in how many seconds."""

    digest: str
    seed: int
    seconds: int
    seen: tuple[Observation, ...]


def make(
    seed: int,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    *,
    only: Sequence[str] = (),
    kept: Report | None = None,
) -> Report:
    """Measure every observable, or those named in *only*, the others being *kept*.

    Raises `UnknownObservableError`, and `ReportError` where what is kept is of another model or another first luck.
    """
    digest = made_by()
    if kept and (kept.digest, kept.seed) != (digest, seed):
        raise ReportError(
            f"This report was made by {kept.digest} from luck {kept.seed} on, not by {digest} from luck {seed} on; "
            "make the whole of it anew."
        )
    began = time.monotonic()
    seen = {one.id: one for one in kept.seen} if kept else {}
    seen |= {one.id: one for one in observe(only, seed=seed, workers=workers, progress=progress)}
    seconds = round(time.monotonic() - began) + (kept.seconds if kept else 0)
    return Report(digest, seed, seconds, tuple(seen[id] for id in OBSERVABLES if id in seen))


def rows_of(report: Report) -> list[Row]:
    """Every target, judged."""
    seen = {one.id: one for one in report.seen}
    return [judge(one, seen.get(one.observable)) for one in targets()]


def write(report: Report, document: Path) -> None:
    """Write the tables into *document* between its marks, and the numbers beside it."""
    text = put_between(document.read_text(encoding="utf-8"), "calibration", table(report))
    data = document.parent / "data" / DATA
    data.parent.mkdir(exist_ok=True)
    lines = [json.dumps({"digest": report.digest, "seed": report.seed, "seconds": report.seconds})]
    lines += [json.dumps(one.as_json()) for one in report.seen]
    data.write_text("\n".join(lines) + "\n", encoding="utf-8")
    document.write_text(text, encoding="utf-8")


def read(document: Path) -> Report:
    """The report whose numbers stand beside *document*. Raises `ReportError` where there are none."""
    data = document.parent / "data" / DATA
    try:
        head, *rows = (json.loads(line) for line in data.read_text(encoding="utf-8").splitlines())
        return Report(
            head["digest"], head["seed"], head["seconds"], tuple(_observation(row) for row in rows)
        )
    except (OSError, ValueError, KeyError, TypeError):
        raise ReportError(f"{data}: there is no report whose other rows could be kept.") from None


def _observation(row: dict[str, Any]) -> Observation:
    def there(value: Any) -> Any:
        if isinstance(value, list):
            return [there(one) for one in value]
        return float("nan") if value is None else value

    return Observation(
        row["id"], there(row["value"]), there(row["low"]), there(row["high"]), row["n"], row["unit"]
    )


def table(report: Report) -> str:
    """The tables of the report, in Markdown."""
    rows = rows_of(report)
    met = sum(row.met for row in rows)
    judged = {row.target.observable for row in rows}
    lines = [
        (
            f"Made by `{report.digest}` from luck {report.seed} on, in {report.seconds} s. "
            f"**{met} of {len(rows)} targets are met ({share_met(rows):.0%}).** A verdict goes by the mean; it is "
            "unsure where the 95 % interval reaches over a bound of what is asked."
        ),
        markdown(
            ("fact", "observable", "grade", "asked", "seen, 95 % interval", "n", "verdict"),
            [_line(row) for row in rows], words=3,
        ),
        "Measured too; no band for these is known here, and nothing was fitted to them:",
        markdown(
            ("observable", "unit", "seen, 95 % interval", "n"),
            [(f"`{one.id}`", one.unit, with_interval(one), str(one.n)) for one in report.seen if one.id not in judged],
            words=2,
        ),
    ]  # fmt: skip
    return "\n\n".join(lines)


def lines_of(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    """Each target as the words of a table's line."""
    return [tuple(word.replace("`", "").replace("*", "") for word in _line(row)) for row in rows]


def _line(row: Row) -> tuple[str, ...]:
    seen, target = row.seen, row.target
    return (
        target.fact,
        f"`{target.observable}`",
        target.grade,
        target.expected,
        with_interval(seen) if seen else "not measured",
        str(seen.n) if seen else "-",
        ("pass" if row.met else "**fail**") + ("" if row.is_sure else ", unsure"),
    )


def with_interval(one: Observation) -> str:
    """The value with its interval; a curve without."""
    if isinstance(one.value, list):
        return ", ".join(number(value) for value in one.value)
    low, high = one.low, one.high
    if isinstance(low, list) or isinstance(high, list):
        return number(one.value)
    return f"{number(one.value)} ({number(low)} to {number(high)})"

"""Saving: a run as the lines of a file, in the order of a story.

How such a file is read is in `runfile.py`, next to what the lines mean; how it is put on the disk, in `writing.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from game.sim.clock import DAY, DAYS_PER_WEEK, WEEKS_PER_SEASON
from game.sim.codec import Json, decision_to_json, move_to_json, plan_to_json
from game.sim.history import Correction, Entry
from game.sim.measure import MEASURES
from game.sim.model import MODEL
from game.sim.runfile import FORMAT
from game.sim.writing import replace_file

if TYPE_CHECKING:
    from game.sim.run import Run


def save(run: Run, path: Path, strategies: Mapping[str, Json]) -> None:
    """Write *run* to *path*, all of it or nothing; *strategies* are how those of the runners are written down.

    Raises `OSError`; then what stood at *path* stands there still.
    """
    text = "".join(
        json.dumps(line, ensure_ascii=False, separators=(", ", ": "), allow_nan=False) + "\n"
        for line in _lines(run, strategies)
    )
    replace_file(path, text)


def _lines(run: Run, strategies: Mapping[str, Json]) -> Iterator[Json]:
    yield _head(run, strategies)
    story = [(entry.day, 1, _entry_as_json(entry)) for entry in run.entries]
    story += [(one.opens // DAY, 0, _correction_as_json(one)) for one in run.corrections]
    # A season's line comes before what is decided on the Monday after it.
    story += [
        ((number + 1) * DAYS_PER_WEEK * WEEKS_PER_SEASON, -1, line)
        for number, line in enumerate(_seasons(run))
    ]
    for _, _, line in sorted(story, key=lambda part: part[:2]):
        yield line
    for note in run.notes:
        said = {key: value for key, value in note.items() if key not in ("day", "runner")}
        yield {"day": note["day"], "runner": note["runner"], "note": said}
    history = run.history
    yield {"reached": history.reached, "answered": history.answered, "digest": run.digest}


def _head(run: Run, strategies: Mapping[str, Json]) -> Json:
    from game import __version__

    scenario = run.scenario
    return {
        "format": FORMAT,
        "version": __version__,
        "model": MODEL,
        "scenario": scenario.id,
        "title": scenario.title,
        "language": scenario.language,
        "rules": scenario.rules_hash,
        "weeks": run.weeks,
        "luck": [list(pair) for pair in run.luck.seeds],
        "runners": [{"id": runner.id, "name": runner.name} for runner in scenario.runners],
        "seat": run.first_person,
        "people": list(run.people),
        "strategies": dict(strategies),
        "text": scenario.text,
    }


def _entry_as_json(entry: Entry) -> Json:
    line: Json = {
        "day": entry.day,
        "runner": entry.runner,
        "request": entry.request,
        "decision": decision_to_json(entry.decision),
        "by": entry.by,
    }
    return line | {"plan": plan_to_json(entry.plan)} if entry.plan else line


def _correction_as_json(correction: Correction) -> Json:
    moves = [move_to_json(move) for move in correction.moves]
    return {"day": correction.opens // DAY, "correction": correction.runner, "moves": moves}


def _seasons(run: Run) -> Iterator[Json]:
    """Digest and measures at the end of each season that is over."""
    ledger = run.world.ledger
    for number, digest in enumerate(run.world.digests):
        values = ledger.ends[(number + 1) * WEEKS_PER_SEASON - 1]
        yield {
            "season": number + 1,
            "digest": digest,
            "measures": {
                runner.id: {
                    measure.id: int(value)
                    for measure, value in zip(MEASURES, values[index], strict=True)
                }
                for index, runner in enumerate(run.scenario.runners)
            },
        }

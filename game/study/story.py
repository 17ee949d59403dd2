"""A story: what the file of a run tells without being played again, season by season.

How the file is read is in `game/sim/runfile.py`; how it is played again, in `replaying.py`.
"""

from __future__ import annotations

from game.pages.number import whole
from game.sim.runfile import RunFile
from game.study.table import text_table


def story(file: RunFile) -> str:
    """The measures of the seat at each season's end, a line a measure, and how much was decided by whom."""
    seat = file.head["seat"]
    seasons = [line["measures"].get(seat, {}) for line in file.seasons]
    measures = list(seasons[0]) if seasons else []
    rows = [
        (one.replace("_", " "), *(whole(season.get(one, 0)) for season in seasons))
        for one in measures
    ]
    told = text_table(("", *(f"season {number}" for number in range(1, len(seasons) + 1))), rows)
    decided = dict.fromkeys((runner["id"] for runner in file.head["runners"]), 0)
    for line in file.decisions:
        decided[line["runner"]] = decided.get(line["runner"], 0) + 1
    counts = ", ".join(f"{name} {count}" for name, count in decided.items())
    about = f"{file.head['scenario']}, {file.head['weeks']} weeks; {seat} at the end of each season"
    return f"{about}\n\n{told if seasons else 'No season was over.'}\n\nDecisions that were not the default: {counts}"

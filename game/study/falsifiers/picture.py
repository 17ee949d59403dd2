"""Pictures of the falsifiers: wins by horizon, who wins where, the street, and the speed of copying."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

from game.study.falsifiers.region import FIELD, Cell, Point, assumed, won
from game.study.observables import Observation
from game.study.plot import COLOURS, check_path, figure_kind, save

MARKS = ("o", "^", "s")
DARK = 0.3  # from the middle of the colours: writing on them is white


def draw_shares(points: Sequence[Point], cells: Sequence[Cell], path: Path) -> None:
    """Share of the lucks that each strategy wins, by the seasons to the horizon; one panel a yardstick."""
    check_path(path)
    figure = figure_kind()(figsize=(11, 4.2), layout="constrained")
    panels = figure.subplots(1, 3, sharey=True)
    for panel, by in zip(panels, ("yardstick", "sales", "followers"), strict=True):
        shares = won(cells, by)
        seasons = sorted({point.seasons for point in points if point.number in shares})
        for number, name in enumerate(FIELD):
            line = [
                mean(shares[p.number][name] for p in points if p.seasons == one and p.number in shares)
                for one in seasons
            ]  # fmt: skip
            panel.plot(seasons, line, color=COLOURS[number], marker=MARKS[number], label=name)
        _tidy(panel, f"won by {by}", "seasons to the horizon")
    panels[0].set_ylabel("share of lucks")
    panels[0].legend(frameon=False)
    save(figure, path)


def draw_map(points: Sequence[Point], cells: Sequence[Cell], axis: str, path: Path) -> None:
    """Every point by its horizon and one parameter, in the colour of who wins most of its lucks by the yardstick."""
    check_path(path)
    figure = figure_kind()(figsize=(8, 5), layout="constrained")
    panel = figure.subplots()
    shares = won(cells)
    place = [one.id for one in assumed()].index(axis)
    for number, name in enumerate(FIELD):
        here = [p for p in points if p.number in shares and _winner(shares[p.number]) == name]
        panel.scatter(
            [p.seasons + (p.number % 7 - 3) / 12 for p in here],
            [p.values[place] for p in here],
            color=COLOURS[number], marker=MARKS[number], label=name, alpha=0.8,
        )  # fmt: skip
    _tidy(panel, "who wins most lucks by the yardstick", "seasons to the horizon")
    panel.set_ylabel(axis)
    panel.legend(
        frameon=False, loc="lower right", bbox_to_anchor=(1, 1), ncols=len(FIELD), borderaxespad=0
    )
    save(figure, path)


def draw_street(shares: Mapping[float, Sequence[float]], path: Path) -> None:
    """By season and by how much trust sells: the share of lucks in which the hare has sold more than the tortoise."""
    check_path(path)
    figure = figure_kind()(figsize=(8, 4.2), layout="constrained")
    panel = figure.subplots()
    rows = list(shares.values())
    # purple where the tortoise is ahead, orange where the hare is: told apart in all colour visions, and by the numbers
    panel.imshow(rows, cmap="PuOr_r", vmin=0, vmax=1, aspect="auto")
    for row, line in enumerate(rows):
        for column, share in enumerate(line):
            dark = abs(share - 0.5) > DARK
            panel.text(
                column, row, f"{share:.0%}", ha="center", va="center", color="white" if dark else "black", fontsize=8
            )  # fmt: skip
    panel.set_yticks(range(len(rows)), [f"{firmness:.0%}" for firmness in shares])
    panel.set_xticks(range(len(rows[0])), [str(season + 1) for season in range(len(rows[0]))])
    panel.set_title("lucks in which the hare has sold more than the tortoise", loc="left")
    panel.set_xlabel("seasons since the start")
    panel.set_ylabel("left of what trust and liking sell")
    save(figure, path)


def draw_speed(speeds: Sequence[float], curve: Observation, path: Path) -> None:
    """What is known after some years, by the speed of copying, with its 95 % interval."""
    check_path(path)
    figure = figure_kind()(figsize=(8, 4.2), layout="constrained")
    panel = figure.subplots()
    panel.fill_between(speeds, curve.low, curve.high, color=COLOURS[0], alpha=0.18, linewidth=0)
    panel.plot(speeds, curve.value, color=COLOURS[0], marker=MARKS[0])
    panel.set_xscale("log")
    panel.set_xticks(speeds, [f"{speed:g}" for speed in speeds])
    panel.minorticks_off()
    _tidy(panel, "knack after five years", "chance a week of taking over what is commonly done")
    panel.set_ylabel("0 all wrong, 1 all right")
    save(figure, path)


def _winner(shares: dict[str, float]) -> str:
    return max(FIELD, key=lambda name: shares[name])


def _tidy(panel: Any, title: str, along: str) -> None:
    panel.set_title(title, loc="left")
    panel.set_xlabel(along)
    panel.grid(axis="y", alpha=0.3)
    panel.spines[["top", "right"]].set_visible(False)

"""Pictures of a comparison: followers and sales by week, a line a strategy with the middle half of its runs.

What a comparison is, is in `comparison.py`. Charts for pages are drawn by `game/pages`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from game.sim.clock import WEEKS_PER_YEAR

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from game.study.comparison import Comparison

# Okabe and Ito's palette, told apart by colour-blind readers; dashes tell the lines apart in print.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#333333")
DASHES = ("-", "--", "-.", ":")
PANELS = (("followers", "Followers", "people"), ("sales", "Sales so far", "purchases"))
KINDS = (".png", ".pdf", ".svg")


class MissingExtraError(ImportError):
    """A picture was asked for where what draws it is not installed; the text says how to get it."""


def check_path(path: Path) -> None:
    """Raise `MissingExtraError` where nothing can be drawn here, `ValueError` where *path* is no picture's."""
    if path.suffix.lower() not in KINDS:
        raise ValueError(f"{path}: a picture ends in {', '.join(KINDS)}.")
    figure_kind()


def draw(comparison: Comparison, path: Path) -> None:
    """Write the picture to *path*; its ending says the format. Raises as `check_path` does, and `OSError`."""
    check_path(path)
    figure = figure_kind()(figsize=(11, 4.8), layout="constrained")
    axes = figure.subplots(1, 2, sharex=True)
    for panel, (line, title, unit) in zip(axes, PANELS, strict=True):
        _draw_panel(panel, comparison, line)
        _label(panel, comparison.weeks, title, unit)
    axes[0].legend(frameon=False, loc="upper left")
    figure.suptitle(
        f"{comparison.scenario}: {comparison.count} lucks; medians, with the middle half of the runs"
    )
    save(figure, path)


def figure_kind() -> Any:
    """The class of a picture. Raises `MissingExtraError` where nothing can be drawn here."""
    try:
        # Figure itself, not pyplot: no window system is looked for and nothing global is left behind.
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtraError(
            "Pictures need matplotlib, which is not installed here. "
            "Install it with  pip install 'the-long-race[study]'"
        ) from error
    return Figure


def _draw_panel(panel: Axes, comparison: Comparison, line: str) -> None:
    for number, strategy in enumerate(comparison.strategies):
        lines = np.array([getattr(one, line) for one in comparison.of(strategy)])
        weeks = np.arange(1, lines.shape[1] + 1)
        low, middle, high = np.percentile(lines, [25, 50, 75], axis=0)
        colour = COLOURS[number % len(COLOURS)]
        panel.fill_between(weeks, low, high, color=colour, alpha=0.18, linewidth=0)
        dashes = DASHES[number // len(COLOURS) % len(DASHES)]
        panel.plot(weeks, middle, color=colour, linestyle=dashes, linewidth=2, label=strategy)


def _label(panel: Axes, weeks: int, title: str, unit: str) -> None:
    panel.set_title(title, loc="left")
    panel.set_xlabel("week")
    panel.set_ylabel(unit)
    panel.set_xlim(0, weeks)
    panel.set_ylim(bottom=0)
    panel.grid(axis="y", alpha=0.3)
    panel.spines[["top", "right"]].set_visible(False)
    for year in range(WEEKS_PER_YEAR, weeks, WEEKS_PER_YEAR):
        panel.axvline(year, color="#999999", linewidth=0.8, linestyle=(0, (1, 3)))


def save(figure: Any, path: Path) -> None:
    """Write *figure* to *path*; its ending says the format."""
    import io

    from game.sim.writing import replace_file

    drawn = io.BytesIO()
    figure.savefig(drawn, format=path.suffix[1:].lower(), dpi=120)
    replace_file(path, drawn.getvalue())

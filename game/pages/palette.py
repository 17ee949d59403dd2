"""Colours and dashes of charts: told apart by colour-blind readers, on a projector, and in grey print.

The colours are those of Okabe and Ito (2008), darker where a line on white needs it, lighter on black.
A page holds both: it follows the light or dark look that the reader's browser asks for.
"""

from __future__ import annotations

from dataclasses import dataclass

DASHES = ("", "8 4", "2 4", "12 4 2 4", "16 4", "4 2", "10 2 2 2 2 2")


@dataclass(frozen=True)
class Palette:
    """One look: paper, ink, pale ink, rules, links, what stands out, the shades of cells, and the colours of lines."""

    paper: str
    ink: str
    pale: str
    rule: str
    link: str
    alarm: str
    least: str
    most: str
    lines: tuple[str, ...]

    @property
    def variables(self) -> str:
        """The colours as variables of a style sheet; the shades of cells stand at the cells."""
        named = {
            name: getattr(self, name) for name in ("paper", "ink", "pale", "rule", "link", "alarm")
        }
        named |= {f"line-{number}": line for number, line in enumerate(self.lines)}
        return " ".join(f"--{name}: {value};" for name, value in named.items())


LIGHT = Palette(
    paper="#ffffff", ink="#1b1b1b", pale="#555555", rule="#c9c9c9", link="#00538a", alarm="#c14a00",
    least="#eef4f8", most="#7cb4d6",
    lines=("#0072b2", "#c14a00", "#00785a", "#a8487f", "#8a6a00", "#333333", "#2b8cbe"),
)  # fmt: skip
DARK = Palette(
    paper="#15181c", ink="#ececec", pale="#b0b4b8", rule="#474c52", link="#8cc8f2", alarm="#ff9a55",
    least="#1d252c", most="#1f5f8b",
    lines=("#56b4e9", "#f08a3c", "#3cc79c", "#e58bc0", "#e3c64b", "#d8d8d8", "#9ad0ee"),
)  # fmt: skip


def line_class(number: int) -> str:
    """The style of the line of that number, from 0; the frame of the page gives it its colour."""
    return f"line-{number % len(LIGHT.lines)}"


def dash(number: int) -> str:
    """The dashes of the line of that number; empty for a whole line."""
    return DASHES[number % len(DASHES)]


def shade(part: float, look: Palette = LIGHT) -> str:
    """The background of a cell that holds the share *part*, from 0 to 1; ink is readable on each."""
    part = min(1.0, max(0.0, part))
    low, high = _channels(look.least), _channels(look.most)
    mixed = (round(a + (b - a) * part) for a, b in zip(low, high, strict=True))
    return "#" + "".join(f"{one:02x}" for one in mixed)


def _channels(colour: str) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]

"""How numbers are written on pages and in the tables of reports."""

from __future__ import annotations


def whole(number: float) -> str:
    """A number as a person reads it: 12,345 or 3.4."""
    return f"{number:,.0f}" if abs(number) >= 100 or number == int(number) else f"{number:,.1f}"


def share(part: float) -> str:
    """A share in per cent: 38 %."""
    return f"{100 * part:.0f} %"


def bounds(low: float, high: float) -> str:
    """The bounds of a share's interval in per cent, with nothing beyond nothing or all: 12 to 51 %."""
    return f"{100 * max(0.0, low):.0f} to {100 * min(1.0, high):.0f} %"


def signed(number: float) -> str:
    """A difference with its sign; a true minus."""
    text = whole(abs(number))
    return f"+{text}" if number > 0 else f"\u2212{text}" if number < 0 else text

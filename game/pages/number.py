"""How numbers are written on pages and in the tables of reports."""

from __future__ import annotations

import math


def whole(number: float) -> str:
    """A number as a person reads it: 12,345 or 3.4."""
    return f"{number:,.0f}" if abs(number) >= 100 or number == int(number) else f"{number:,.1f}"


def worth(value: float) -> str:
    """What a term of a condition is worth: true, false, or a number."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return whole(value)


def steps_to(top: float, count: int) -> list[str]:
    """0 and *count* equal steps to *top*, in as many digits as tell them exactly: 0, 0.25, 0.50, 0.75, 1.00."""
    step = top / count
    digits = next(
        digits for digits in range(20) if math.isclose(round(step, digits), step) or digits == 19
    )
    return ["0", *(f"{step * number:,.{digits}f}" for number in range(1, count + 1))]


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

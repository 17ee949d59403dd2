"""Numbers as people write them, `20 %`, `3.000`, `1½`, `30 minutes`: what to write in their place.

Why a number is refused is said in `wording.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from game.sim.clock import DAY, HOUR, MINUTE, WEEK, WEEKS_PER_SEASON, WEEKS_PER_YEAR
from game.sim.limits import Limits
from game.sim.spelling import week_of

SEASON, YEAR = WEEKS_PER_SEASON * WEEK, WEEKS_PER_YEAR * WEEK
WORDS = {
    "half": 0.5, "a half": 0.5, "quarter": 0.25, "a quarter": 0.25, "none": 0, "zero": 0, "one": 1, "two": 2,
    "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "a dozen": 12,
}  # fmt: skip
PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
LASTS = {
    "min": MINUTE, "minute": MINUTE, "half_hour": HOUR // 2, "h": HOUR, "hr": HOUR, "hour": HOUR, "day": DAY,
    "week": WEEK, "wk": WEEK, "month": YEAR // 12, "season": SEASON, "quarter": SEASON, "year": YEAR,
}  # fmt: skip
"""How many seconds a time is, by the word for it in the singular, as it is written or as a key names its unit."""
FIGURES = r"[0-9]{1,9}(?:[.,][0-9]{1,9})?"

Guess = Callable[[re.Match[str], str, Limits | None], str]


def number_meant(text: str, key: str, limits: Limits | None) -> str:
    """The remedy for a text where a number belongs, with the number to write where it can be told."""
    text = text.strip()
    for pattern, guess in _GUESSES:
        found = re.fullmatch(pattern, text, re.IGNORECASE)
        if found and (remedy := guess(found, key, limits)):
            return remedy
    return ""


def thousands(plain: str) -> str:
    """`3000` for `3.000`, which is three to the reader; nothing for other texts."""
    return plain.replace(".", "") if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+", plain) else ""


def _shown(number: float) -> str:
    return f"{round(number)}" if float(number).is_integer() else f"{number:.4g}"


def _worth(text: str) -> float:
    return float(text.replace(",", "."))


def _percent(found: re.Match[str], _: str, limits: Limits | None) -> str:
    number = _worth(found[1])
    if limits is not None and limits.high is not None and limits.high <= 1:
        return f"Write {_shown(number / 100)} for {_shown(number)} per cent."
    return f"Write {_shown(number)} alone, without the sign for per cent."


def _fraction(found: re.Match[str], _: str, __: Limits | None) -> str:
    whole, sign, above, below = found.groups()
    if below is not None and float(below) == 0:
        return ""
    part = PARTS[sign] if sign else float(above) / float(below)
    return f"Write {_shown(float(whole or 0) + part)}"


def _time(found: re.Match[str], key: str, limits: Limits | None) -> str:
    return (
        _lasting(int(found[1]) * HOUR + int(found[2]) * MINUTE, key, limits)
        if "hours" in key
        else ""
    )


def _unit(found: re.Match[str], key: str, limits: Limits | None) -> str:
    if date := _calendar(found, key, limits):
        return date
    number, worth = _worth(found[1]), LASTS.get(_singular(found[2]))
    if worth is not None and LASTS.get(_unit_of(key), worth) != worth:
        return _lasting(number * worth, key, limits)
    return f"Write {_shown(number)} alone; the unit is fixed."


def _unit_of(key: str) -> str:
    """The word in a key, in the singular, for the unit of a time; nothing where none is, or where it is a rate."""
    found = re.search(r"(?<!per_)(?<![a-z])(half_hours|minutes|hours|days|weeks?|seasons)(?![a-z])", key)  # fmt: skip
    return _singular(found[1]) if found else ""


def _lasting(seconds: float, key: str, limits: Limits | None) -> str:
    """What to write for a time of so many *seconds*, in the unit of its key."""
    unit = _unit_of(key)
    number, name = seconds / LASTS[unit], unit.replace("_", "-") + "s"
    if limits is None:
        return f"The unit is {name}."
    number = round(number) if limits.kind == "a whole number" else number
    low, high = limits.low or 0, number if limits.high is None else limits.high
    fits = low < number <= high or (number == low and not limits.above)
    return f"Write {_shown(number)}; the unit is {name}." if fits else f"The unit is {name}."


def _rate(found: re.Match[str], key: str, _: Limits | None) -> str:
    per, asked = re.search("per_([a-z]+)", key), LASTS.get(_singular(found[2]))
    if per is None or asked is None or per[1] not in LASTS:
        return ""
    return (
        f"Write {_shown(_worth(found[1]) * LASTS[per[1]] / asked)}; it is counted by the {per[1]}."
    )


def _singular(word: str) -> str:
    return word.lower().removesuffix("s")


def _calendar(found: re.Match[str], key: str, _: Limits | None) -> str:
    year = re.search(r"\b(19|20|21)[0-9]{2}\b", found[0])
    if key == "year":
        return f"Write {year[0]}" if year else ""
    month = next(
        (
            first
            for word in re.findall(r"[a-z]+", found[0], re.IGNORECASE)
            if (first := week_of(word))
        ),
        None,
    )
    if "week" not in key or (month is None and year is None):
        return ""
    example = f"; where week 1 is in January, write {month}" if month else ""
    return f"There are no dates: weeks are counted from the start{example}."


def _amid(found: re.Match[str], _: str, __: Limits | None) -> str:
    numbers = re.findall(FIGURES, found[0])
    if len(numbers) == 1:
        return f"Write {_shown(_worth(numbers[0]))} alone."
    return "Write one number alone." if len(numbers) == 2 else ""


def _in_words(found: re.Match[str], _: str, limits: Limits | None) -> str:
    """`twelve`, where twelve can be."""
    number = WORDS.get(found[0].lower())
    low, high = (limits.low, limits.high) if limits else (None, None)
    is_near = (
        number is not None and (low is None or low <= number) and (high is None or number <= high)
    )
    return f"Write {_shown(number)}" if is_near and number is not None else ""


_GUESSES: tuple[tuple[str, Guess], ...] = (
    (r"0+([0-9]{1,15})", lambda found, *_: f"Write {int(found[1])}"),
    (rf"({FIGURES}) *(?:%|per ?cent|percent)", _percent),
    (r"([0-9]{1,3})(?:[,_' ][0-9]{3})+", lambda found, *_: f"Write {int(re.sub('[^0-9]', '', found[0]))}"),
    (r"([0-9]{1,9}),([0-9]{1,9})", lambda found, *_: f"Write {int(found[1])}.{found[2]}"),
    (r"([0-9]{1,4})?(?: +(?:and +)?)?(?:([½¼¾])|([0-9]{1,4})/([0-9]{1,4}))", _fraction),
    (r"([0-9]{1,2}):([0-9]{2})", _time),
    (rf"({FIGURES}) *(?:k|thousand)", lambda found, *_: f"Write {_shown(_worth(found[1]) * 1000)}"),
    (rf"({FIGURES}|\.[0-9]+) *([a-z]+)\.?", _unit),
    (rf"({FIGURES}) *(?:a|per|each|every|/) *([a-z]+)", _rate),
    (r"[-+]?[0-9]{16,}", lambda *_: "It is too large for any number here."),
    (r"[a-z ]+", _in_words),
    (r".*", _calendar),
    (r"(?![-\u2212\u2013])(?![-+0-9.]+e[-+0-9]+$)[^0-9]*[0-9].*", _amid),
    (r"[a-z][^0-9]*", lambda *_: "Write it in figures."),
)  # fmt: skip

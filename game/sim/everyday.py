"""Everyday ways to say a condition, `after week 10`, `more than 20`, `24 December`: what to write in their place.

Where a condition is refused: `grammar.py`.
"""

from __future__ import annotations

import re

from game.sim.clock import SEASONS_OF_YEAR, WEEKS_PER_YEAR
from game.sim.spelling import week_of
from game.sim.vocabulary import ConditionError

NO_DATES = "There are no dates in a condition: a year has 52 weeks."
DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
SEASONS = (*SEASONS_OF_YEAR, "fall")
PARTS_OF_A_YEAR = ("month", "months", "date", "day", "days", "today", "monday", "quarter")
FEASTS = {
    "christmas": "week >= 51 and week <= 52", "easter": "week >= 13 and week <= 16", "halloween": "week == 44",
}  # fmt: skip
SIGNS = {
    "more than": ">", "greater than": ">", "over": ">", "above": ">", "at least": ">=", "from": ">=", "since": ">=",
    "at most": "<=", "up to": "<=", "until": "<=", "less than": "<", "fewer than": "<", "under": "<", "below": "<",
    "is": "==", "equals": "==", "equal to": "==",
}  # fmt: skip
BEFORE_A_NAME = {
    "after": ">", "from": ">=", "since": ">=", "before": "<", "until": "<=", "by": "<=", "in": "==", "on": "==",
    "more than": ">", "at least": ">=", "less than": "<", "fewer than": "<", "at most": "<=",
}  # fmt: skip

_MONTH = r"[A-Za-z]{3,9}"
_DATES = (
    re.compile(r"(?<![\w-])[0-9]{4}-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})(?![\w-])"),
    re.compile(r"(?<![\w.])(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\.(?:[0-9]{2,4})?(?!\w)"),
    re.compile(r"(?<![\w/])(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/[0-9]{2,4}(?![\w/])"),
    re.compile(rf"\b(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|\.)? (?:of )?(?P<name>{_MONTH})\b"),
    re.compile(rf"\b(?P<name>{_MONTH}) (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\b"),
)
_JOINS = ("and", "or", "not", "true", "false")
_NO_NAMES = sorted(
    {word for phrase in (*SIGNS, *BEFORE_A_NAME) for word in phrase.split()}
    | {*_JOINS, "between", "to", "are"}
)
_NAME = rf"(?P<name>(?!(?:{'|'.join(_NO_NAMES)})\b)[a-z_]+)"
_NUMBER = r"(?P<number>[0-9]+(?:\.[0-9]+)?)"


def _any(words: dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_SIGN_AMID = re.compile(rf"\b{_NAME} +(?:is +|are +)?(?P<sign>{_any(SIGNS)}) +{_NUMBER}\b")
_SIGN_BEFORE = re.compile(rf"\b(?P<sign>{_any(BEFORE_A_NAME)}) +{_NAME} +{_NUMBER}\b")
_NUMBER_BEFORE = re.compile(rf"\b(?P<sign>{_any(BEFORE_A_NAME)}) +{_NUMBER} +{_NAME}\b")
_BETWEEN = re.compile(
    rf"\b{_NAME} +(?:between +)?{_NUMBER} *(?:-|to|until|and) *(?:(?P=name) +)?(?P<last>[0-9]+)\b"
)
_NO_SIGN = re.compile(rf"\b{_NAME} +{_NUMBER}\b")
_NEVER = re.compile(r"\b(?:never|no|without) +(?P<rest>[a-z_]+)\b(?P<bracket>\()?")
_UNIT = re.compile(rf"[<>=] *{_NUMBER} +(?P<word>[A-Za-z]\w*)")


def date_in(line: str) -> ConditionError | None:
    """A date, which no condition knows."""
    for pattern in _DATES:
        for found in pattern.finditer(line):
            week = _week(found)
            if week:
                remedy = f"Where week 1 is in January, write  week == {week}"
                return ConditionError("E02", found.span(), NO_DATES, remedy)
    return None


def _week(found: re.Match[str]) -> int:
    """The week of a year in which a date lies, from 1; 0 where it is none."""
    parts, day = found.groupdict(), int(found["day"])
    if "name" in parts:
        first = week_of(found["name"])
        month = round((first - 1) * 12 / WEEKS_PER_YEAR) + 1 if first else 0
    else:
        month = int(found["month"])
    if not (1 <= month <= len(DAYS_BEFORE) and 1 <= day <= 31):
        return 0
    return min((DAYS_BEFORE[month - 1] + day - 1) // 7 + 1, WEEKS_PER_YEAR)


def of_the_year(name: str) -> str:
    """What to write for a month, a season or a feast; nothing for other names."""
    word = name.lower()
    if word in SEASONS:
        return "Seasons are counted: the first is  season == 1  and the first of the next year  season == 5"
    if word in FEASTS:
        return f"Where week 1 is in January, write  {FEASTS[word]}"
    if word in PARTS_OF_A_YEAR:
        return "There are no days and no months: a year has 52 weeks. Write for example  week >= 48"
    first = week_of(name)
    return f"Where week 1 is in January, write  week >= {first}" if first else ""


def said_in_words(line: str) -> ConditionError | None:
    """A comparison said in words, or without its sign."""
    if found := _BETWEEN.search(line):
        name, first, last = found["name"], found["number"], found["last"]
        return _refused(found, f"{name} >= {first} and {name} <= {last}")
    for pattern, signs in (
        (_SIGN_BEFORE, BEFORE_A_NAME),
        (_NUMBER_BEFORE, BEFORE_A_NAME),
        (_SIGN_AMID, SIGNS),
    ):
        if found := pattern.search(line):
            return _refused(found, f"{found['name']} {signs[found['sign']]} {found['number']}")
    if found := _NO_SIGN.search(line):
        name, number = found["name"], found["number"]
        text = f"Between `{name}` and `{number}` a sign is missing."
        remedy = f"Write  {name} >= {number}  (or == for just that, <= for up to it)"
        return ConditionError("E02", found.span(), text, remedy)
    if (found := _UNIT.search(line)) and found["word"] not in _JOINS:
        text = f"Behind `{found['number']}` no word may stand."
        return ConditionError(
            "E02", found.span("word"), text, "Take it away; another condition begins with and."
        )
    if found := _NEVER.search(line):
        whole = found["rest"] + (
            line[found.end("rest") :].partition(")")[0] + ")" if found["bracket"] else ""
        )
        return _refused(found, f"not {whole}")
    return None


def _refused(found: re.Match[str], right: str) -> ConditionError:
    text = f"`{found[0].strip('( ')}` is not said so in a condition."
    return ConditionError("E02", found.span(), text, f"Write  {right}")

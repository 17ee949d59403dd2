"""What was probably meant by a value that a model refuses: the remedy, with the very words to write.

What is wrong is said in `wording.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.authoring.misreading import quoted
from game.authoring.number import number_meant, thousands
from game.authoring.refusal import Refusal
from game.sim.clock import SEASONS_OF_YEAR, WEEKS_PER_SEASON
from game.sim.part import WORDS
from game.sim.spelling import week_of

_BLOCKS = {
    "who": "{{group: {}}}",
    "from": "{{group: {}}}",
    "later": "{{card: {}, after_weeks: 6}}",
    "acts": "{{act: {}}}",
    "happenings": "{{happens: {}}}",
    "rule_changes": "{{week: {}, reach: 0.5}}",
    "endings": "{{id: {}, last: What is told last.}}",
}
"""Blocks for which a single word is written often: how it is meant, by the key."""
EXAMPLES = {"when": "week >= 6", "expect": "relationships >= 20"}
"""Keys of conditions, each with one that may stand there."""


def as_condition(refusal: Refusal, example: str) -> str:
    """A condition, where something else stands."""
    value, before = refusal.value, "" if refusal.item else f"{refusal.key}: "
    if value is True:
        return "What holds always asks nothing: take it away, or write what it depends on."
    if value is False:
        return "It would never hold. Write what it depends on; to put something aside, write # before its lines."
    if value is None:
        return f"Write a condition, for example  {before}{example}  or take it away."
    if isinstance(value, int | float):
        return f"Say what is compared with it, for example  {before}week >= {value}"
    if isinstance(value, list):
        return "One list is enough: take the inner [ ] or - away."
    ((key, worth), *more) = value.items() or [("week", 3)]
    plain = isinstance(worth, int | float) and not isinstance(worth, bool) and not more
    return (
        f"Write it as a comparison, for example  {before}{key} >= {worth}"
        if plain
        else f"For example  {before}{example}"
    )


def season_meant(word: str, seasons: Sequence[str]) -> str:
    """The season in which a month lies, where seasons are asked for: `winter` for `January`."""
    if sorted(seasons) != sorted(SEASONS_OF_YEAR):
        return ""
    first = week_of(word)
    if first is None:
        return "autumn" if word.lower() == "fall" else ""
    return SEASONS_OF_YEAR[(first - 1) // WEEKS_PER_SEASON - 1]


def as_text(refusal: Refusal) -> str:
    """A text, where something else stands."""
    key = "-" if refusal.item else f"{refusal.key}:"
    if refusal.value is None:
        lost = refusal.behind.strip().startswith("#")
        return (
            "Everything behind # is a comment. Put the text in quotes." if lost else "Write a text."
        )
    if (
        isinstance(refusal.value, dict)
        and refusal.inside == "in `texts`"
        and refusal.key not in WORDS
    ):
        below = next(iter(refusal.value), "…")
        return f"Write the way to each text on one line, with dots:  {refusal.key}.{below}. …"
    if isinstance(refusal.value, dict | list):
        return "If { or [ belongs to a text, put the whole text in quotes."
    return (
        f"To mean the text, put it in quotes:  {key} {quoted(refusal.plain or str(refusal.value))}"
    )


def as_number(refusal: Refusal, wanted: str) -> str:
    """A number, where something else stands."""
    text = str(refusal.value)
    if isinstance(refusal.value, float):
        if whole := thousands(refusal.plain or ""):
            return f"Write {whole}; a point stands before parts of one."
        return f"For example {round(refusal.value)}"
    if not isinstance(refusal.value, str):
        return f"Write {wanted}."
    if refusal.plain is None and re.fullmatch(r"[-+]?[0-9.]+", text):
        return f"Write it without quotes: {text}"
    return number_meant(text, refusal.key, refusal.limits) or f"Write {wanted}."


def listed(value: object) -> list[str]:
    """The words of a list that was written with other brackets, or with none."""
    if isinstance(value, dict):
        return [*value] if value and all(one is None for one in value.values()) else []
    if not isinstance(value, str) or "," not in value:
        return []
    return [word.strip() for word in value.strip("() ").split(",") if word.strip()]


def as_block(refusal: Refusal, wanted: str) -> str:
    """A block or a list, where something else stands."""
    one = isinstance(refusal.value, str | int | float) and not isinstance(refusal.value, bool)
    block = _BLOCKS.get(refusal.key, "").format(refusal.value) if one else ""
    if refusal.value is None:
        begins = ", each beginning with -" if "list" in wanted else ""
        return f"Write what belongs to it below, indented{begins}; or take the line away."
    words = listed(refusal.value)
    if "list" in wanted and words:
        items = ", ".join(_BLOCKS.get(refusal.key, "{}").format(word) for word in words)
        return f"Write  {refusal.key}: [{items}]"
    if "list" in wanted:
        item = block or refusal.value
        if one:
            return f"Write  {refusal.key}: [{item}]"
        return f"Begin each item with -, or put all into square brackets:  {refusal.key}: [ … ]"
    if isinstance(refusal.value, list):
        return "Take the - away."
    if refusal.inside == "in `lights`" and refusal.value in ("off", False):
        return f"Write  {refusal.key}: {{off: true}}"
    if block:
        return f"Write  {'' if refusal.item else f'{refusal.key}: '}{block}"
    return "Write its keys below it, indented by two spaces."

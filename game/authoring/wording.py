"""What a model refuses, in words an author can act on: no jargon, the remedy where there is one.

`shape.py` asks here, one refusal at a time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from game.authoring.syntax import quoted
from game.sim.limits import Limits
from game.sim.part import WORDS
from game.sim.spelling import closest

_TRUE = ("yes", "on", "y", "true")
_FALSE = ("no", "off", "n", "false")
_LIMITS = {
    "greater_than_equal": ("at least", "ge"),
    "greater_than": ("more than", "gt"),
    "less_than_equal": ("at most", "le"),
    "less_than": ("less than", "lt"),
}
_LIMIT_REMEDIES = {
    "ge": "Write {limit} or more.",
    "gt": "Write more than {limit}.",
    "le": "Write {limit} or less.",
    "lt": "Write less than {limit}.",
}
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
_EXAMPLES = {"when": "week >= 6", "expect": "relationships >= 20"}
"""Keys of conditions, each with one that may stand there."""

_WANTED = {
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a number",
    "string_type": "text",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "list_type": "a list (lines that begin with -)",
    "tuple_type": "a list (lines that begin with -)",
    "set_type": "a list (lines that begin with -)",
    "dict_type": "a block of `key: value` lines",
    "model_type": "a block of `key: value` lines",
    "model_attributes_type": "a block of `key: value` lines",
}


@dataclass(frozen=True)
class Refusal:
    """One thing that a model refused, with what was there.

    `plain` is the text as written without quotes, `behind` what follows it on its line, `item`
    whether it stands in a list, `one_of_many` whether several kinds of value were tried, `limits` what may
    stand there if it is a number, `group` the parameters' group that it is in.
    """

    type: str
    key: str
    value: Any
    plain: str | None = None
    context: Mapping[str, Any] = field(default_factory=dict)
    one_of_many: bool = False
    behind: str = ""
    item: bool = False
    inside: str = "here"
    is_key: bool = False
    limits: Limits | None = None
    group: str = ""

    @property
    def name(self) -> str:
        """What is refused, as the author sees it."""
        key = f"{self.group}.{self.key}" if self.group else self.key
        return f"each item of `{key}`" if self.item else f"`{key}`"


@dataclass(frozen=True)
class Told:
    """A refusal in words."""

    code: str
    message: str
    remedy: str = ""
    marks_key: bool = False


def worded(refusal: Refusal) -> Told:
    """The message and remedy for a refusal."""
    if refusal.one_of_many:
        message = f"{_capital(refusal.name)} must be one number or text; here is {_said(refusal)}."
        return Told("S16", message, "Write one value.")
    teller = _TELLERS.get(refusal.type, _wrong_type)
    return teller(refusal)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _said(refusal: Refusal) -> str:
    value = refusal.value
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a block of keys"
    if isinstance(value, list):
        return "a list"
    shown = refusal.plain if refusal.plain is not None else str(value)
    return f"`{shown}`" if len(shown) <= 40 and "\n" not in shown else "a longer text"


def _not_bool(refusal: Refusal) -> Told:
    word = str(refusal.value).lower()
    right = "true" if word in _TRUE else "false" if word in _FALSE else ""
    message = f"{_capital(refusal.name)} is true or false; here is {_said(refusal)}."
    return Told("S10", message, f"Write {right}" if right else "Write true or false")


def _not_listed(refusal: Refusal) -> Told:
    expected = str(refusal.context.get("expected", ""))
    listed = re.findall(r"'([^']*)'", expected) or re.findall(r"[0-9]+", expected)
    near = closest(str(refusal.value), listed)
    remedy = f"Did you mean `{near}`? " if near else ""
    remedy += f"Possible: {', '.join(listed)}."
    if refusal.is_key:
        return Told("S01", f"{_said(refusal)} is not known {refusal.inside}.", remedy)
    return Told("S11", f"{_capital(refusal.name)} cannot be {_said(refusal)}.", remedy)


def _too_long_text(refusal: Refusal) -> Told:
    most, length = int(refusal.context["max_length"]), len(str(refusal.value))
    fits = "fit on the screen" if refusal.key in WORDS else "are possible"
    message = f"{_capital(refusal.name)} is {length} characters long; {most} {fits}."
    return Told("S12", message, f"Shorten it by {length - most}.")


def _too_short_text(refusal: Refusal) -> Told:
    return Told("S12", f"{_capital(refusal.name)} is empty.", "Write something.")


def _out_of_range(refusal: Refusal) -> Told:
    words, key = _LIMITS[refusal.type]
    limit = refusal.context[key]
    limit = int(limit) if float(limit).is_integer() else limit
    asked = refusal.limits.words if refusal.limits else f"{words} {limit}"
    message = f"{_capital(refusal.name)} is {_said(refusal)}; it must be {asked}."
    share = limit == 1 and words == "at most" and isinstance(refusal.value, int | float)
    remedy = _LIMIT_REMEDIES[key].format(limit=limit)
    if share and 1 < refusal.value <= 100:
        remedy = f"It is a share of 1: write {refusal.value / 100:g} for {refusal.value} per cent."
    return Told("S13", message, remedy)


def _not_id(refusal: Refusal) -> Told:
    if refusal.key == "language":
        message = f"{_said(refusal)} is no code of a language."
        return Told("S14", message, "For example de, or pt-BR where the country matters.")
    if refusal.key == "of":
        message = (
            f"`of` is the name of the scenario's file without its ending; here is {_said(refusal)}."
        )
        name = re.split(r"[/\\]", str(refusal.value))[-1].partition(".")[0]
        return Told("S14", message, f"Write  of: {name}" if name else "For example  of: hat-shop")
    sound = re.sub(r"[^a-z0-9_-]+", "_", str(refusal.value).lower()).strip("_-")
    sound = re.sub(r"^[^a-z]+", "", sound)[:40]
    message = (
        f"{_said(refusal)} cannot be an id: small letters, digits, _ and - only, a letter first."
    )
    return Told("S14", message, f"For example {sound}" if sound else "For example sour_review")


def _wrong_count(refusal: Refusal) -> Told:
    count = len(refusal.value) if isinstance(refusal.value, list | dict) else 0
    name, items = _capital(refusal.name), "1 item" if count == 1 else f"{count} items"
    if refusal.type == "too_long":
        message = f"{name} has {items}; at most {refusal.context.get('max_length')} are possible."
        return Told("S15", message, "Take some out.", marks_key=True)
    message = f"{name} has {items}; at least {refusal.context.get('min_length')} must be there."
    remedy = "Add what is missing."
    return Told("S15", message, remedy, marks_key=True)


def _not_multiple(refusal: Refusal) -> Told:
    step = refusal.context.get("multiple_of", 1)
    message = f"{_capital(refusal.name)} is {_said(refusal)}; it goes in steps of {step}."
    near = round(float(refusal.value) / step) * step
    return Told("S17", message, f"For example {near:g}")


def _contradiction(refusal: Refusal) -> Told:
    return Told("S18", str(refusal.context["sentence"]), "Change one of them.")


def _no_condition(refusal: Refusal) -> Told:
    example = _EXAMPLES[refusal.key]
    each = f"Each line of `{refusal.key}`" if refusal.item else f"`{refusal.key}`"
    message = f"{each} is a condition, such as {example}; here is {_said(refusal)}."
    return Told("S16", message, _as_condition(refusal, example))


def _as_condition(refusal: Refusal, example: str) -> str:
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


def _wrong_type(refusal: Refusal) -> Told:
    if refusal.key in _EXAMPLES:
        return _no_condition(refusal)
    wanted = _WANTED.get(refusal.type)
    if wanted is None:
        message = f"{_capital(refusal.name)} cannot be {_said(refusal)}."
        return Told("S19", message, "`longrace check` cannot say more.")
    asked = f"{wanted} {refusal.limits.words}" if refusal.limits else wanted
    message = f"{_capital(refusal.name)} must be {asked}; here is {_said(refusal)}."
    if wanted == "text":
        return Told("S16", message, _as_text(refusal))
    if "number" in wanted:
        return Told("S16", message, _as_number(refusal, wanted))
    return Told("S16", message, _as_block(refusal, wanted), marks_key=True)


def _as_text(refusal: Refusal) -> str:
    key = "-" if refusal.item else f"{refusal.key}:"
    if refusal.value is None:
        lost = refusal.behind.strip().startswith("#")
        return (
            "Everything behind # is a comment. Put the text in quotes." if lost else "Write a text."
        )
    if isinstance(refusal.value, dict | list):
        return "If { or [ belongs to a text, put the whole text in quotes."
    return (
        f"To mean the text, put it in quotes:  {key} {quoted(refusal.plain or str(refusal.value))}"
    )


def _as_number(refusal: Refusal, wanted: str) -> str:
    text = str(refusal.value)
    if isinstance(refusal.value, float):
        return f"For example {round(refusal.value)}"
    if not isinstance(refusal.value, str):
        return f"Write {wanted}."
    if refusal.plain is None and re.fullmatch(r"[-+]?[0-9.]+", text):
        return f"Write it without quotes: {text}"
    for pattern, remedy in _NUMBERS:
        if found := re.fullmatch(pattern, text.strip()):
            return remedy(found)
    return f"Write {wanted}."


_NUMBERS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"0+([0-9]+)", lambda found: f"Write {found[1]}"),
    (r"([0-9.]+) *(%|per ?cent)", lambda found: "Write it without %; 30 % as a share is 0.3"),
    (r"([0-9]{1,3})([,_' ][0-9]{3})+", lambda found: f"Write {re.sub('[^0-9]', '', found[0])}"),
    (r"([0-9]+),([0-9]+)", lambda found: f"Write {found[1]}.{found[2]}"),
    (r"(\.?[0-9][0-9.]*) *[A-Za-z]+\.?", lambda found: f"Write {found[1]} alone; the unit is fixed."),
    (r"[-+]?[0-9]{16,}", lambda found: "It is too large for any number here."),
)  # fmt: skip


def _as_block(refusal: Refusal, wanted: str) -> str:
    one = isinstance(refusal.value, str | int | float) and not isinstance(refusal.value, bool)
    block = _BLOCKS.get(refusal.key, "").format(refusal.value) if one else ""
    if "list" in wanted:
        item = block or refusal.value
        return f"Write  {refusal.key}: [{item}]" if one else "Begin each item with -."
    if isinstance(refusal.value, list):
        return "Take the - away."
    if block:
        return f"Write  {'' if refusal.item else f'{refusal.key}: '}{block}"
    return "Write its keys below it, indented by two spaces."


_TELLERS: dict[str, Callable[[Refusal], Told]] = {
    "bool_type": _not_bool,
    "bool_parsing": _not_bool,
    "literal_error": _not_listed,
    "enum": _not_listed,
    "string_too_long": _too_long_text,
    "string_too_short": _too_short_text,
    "greater_than_equal": _out_of_range,
    "greater_than": _out_of_range,
    "less_than_equal": _out_of_range,
    "less_than": _out_of_range,
    "string_pattern_mismatch": _not_id,
    "too_long": _wrong_count,
    "too_short": _wrong_count,
    "multiple_of": _not_multiple,
    "contradiction": _contradiction,
}

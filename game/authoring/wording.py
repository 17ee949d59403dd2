"""What a model refuses, in words an author can act on: no jargon, the remedy where there is one.

`shape.py` asks here, one refusal at a time; what was probably meant is guessed next door in `meant.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from game.authoring.ids import id_for
from game.authoring.meant import EXAMPLES, as_block, as_condition, as_number, as_text, season_meant
from game.authoring.refusal import Refusal
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
class Told:
    """A refusal in words."""

    code: str
    message: str
    remedy: str = ""
    marks_key: bool = False


def worded(refusal: Refusal) -> Told:
    """The message and remedy for a refusal."""
    if refusal.one_of_many:
        message = f"{_capital(refusal.name)} must be one number or text; here is {refusal.said}."
        return Told("S16", message, "Write one value.")
    teller = _TELLERS.get(refusal.type, _wrong_type)
    return teller(refusal)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _not_bool(refusal: Refusal) -> Told:
    word = str(refusal.value).lower()
    right = "true" if word in _TRUE else "false" if word in _FALSE else ""
    message = f"{_capital(refusal.name)} is true or false; here is {refusal.said}."
    return Told("S10", message, f"Write {right}" if right else "Write true or false")


def _not_listed(refusal: Refusal) -> Told:
    expected = str(refusal.context.get("expected", ""))
    listed = re.findall(r"'([^']*)'", expected) or re.findall(r"[0-9]+", expected)
    near = closest(str(refusal.value), listed) or season_meant(str(refusal.value), listed)
    remedy = f"Did you mean `{near}`? " if near else ""
    remedy += f"Possible: {', '.join(listed)}."
    if refusal.is_key:
        return Told("S01", f"{refusal.said} is not known {refusal.inside}.", remedy)
    name = refusal.name.replace("each item", "an item", 1)
    return Told("S11", f"{_capital(name)} cannot be {refusal.said}.", remedy)


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
    message = f"{_capital(refusal.name)} is {refusal.said}; it must be {asked}."
    share = limit == 1 and words == "at most" and isinstance(refusal.value, int | float)
    remedy = _LIMIT_REMEDIES[key].format(limit=limit)
    if share and 1 < refusal.value <= 100:
        remedy = f"It is a share of 1: write {refusal.value / 100:g} for {refusal.value} per cent."
    return Told("S13", message, remedy)


def _not_id(refusal: Refusal) -> Told:
    if refusal.key == "language":
        message = f"{refusal.said} is no code of a language."
        code = str(refusal.value).strip().lower()
        if re.fullmatch("[a-z]{2,3}", code):
            return Told("S14", message, f"Write  language: {code}")
        return Told("S14", message, "For example de, or pt-BR where the country matters.")
    if refusal.key == "of":
        message = (
            f"`of` is the name of the scenario's file without its ending; here is {refusal.said}."
        )
        name = re.split(r"[/\\]", str(refusal.value))[-1].partition(".")[0]
        return Told("S14", message, f"Write  of: {name}" if name else "For example  of: hat-shop")
    sound = id_for(str(refusal.value), "_")
    message = (
        f"{refusal.said} cannot be an id: small letters, digits, _ and - only, a letter first."
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
    message = f"{_capital(refusal.name)} is {refusal.said}; it goes in steps of {step}."
    below = float(refusal.value) // step * step
    return Told("S17", message, f"Write {below:g} or {below + step:g}")


def _contradiction(refusal: Refusal) -> Told:
    return Told("S18", str(refusal.context["sentence"]), "Change one of them.")


def _no_condition(refusal: Refusal) -> Told:
    example = EXAMPLES[refusal.key]
    each = f"Each line of `{refusal.key}`" if refusal.item else f"`{refusal.key}`"
    message = f"{each} is a condition, such as {example}; here is {refusal.said}."
    return Told("S16", message, as_condition(refusal, example))


def _wrong_type(refusal: Refusal) -> Told:
    if refusal.key == "id" and isinstance(refusal.value, int | float):
        return _not_id(refusal)
    if refusal.key in EXAMPLES:
        return _no_condition(refusal)
    wanted = _WANTED.get(refusal.type)
    if wanted is None:
        message = f"{_capital(refusal.name)} cannot be {refusal.said}."
        return Told("S19", message, "`longrace check` cannot say more.")
    asked = f"{wanted} {refusal.limits.words}" if refusal.limits else wanted
    message = f"{_capital(refusal.name)} must be {asked}; here is {refusal.said}."
    if wanted == "text":
        return Told("S16", message, as_text(refusal))
    if "number" in wanted:
        return Told("S16", message, as_number(refusal, wanted))
    return Told("S16", message, as_block(refusal, wanted), marks_key=True)


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

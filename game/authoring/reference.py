"""The reference of the format: every field with its meaning, unit, range, usual value and an example, as Markdown.

It is made from the models, and its examples from a file that uses every field; `docs/scenario-reference.md` is what
came of it, and a test compares. The parameters have a page of their own, made by `game/study/document.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml
from pydantic import BaseModel

from game.authoring.formats import PACK, SCENARIO, WORDS, Format
from game.authoring.meanings import WORD_FAMILIES, meanings_in
from game.authoring.schema import MODELS, schema
from game.sim.deck import Act, Card, Choice, Happening, Later, Who
from game.sim.ending import MEANINGS, SLOTS, EndingWords
from game.sim.ending import TERMS as TERMS_AT_END
from game.sim.expectation import Expectation
from game.sim.light import LightWords
from game.sim.limits import limits_at, models_in
from game.sim.market import Kinds, Market
from game.sim.pack import Pack
from game.sim.place import Place, RuleChange
from game.sim.runner import Runner
from game.sim.scenario import Goal, Scenario
from game.sim.session import Agenda
from game.sim.staff import Staff
from game.sim.terms import TERMS, Term

Examples = Mapping[tuple[str, str], Any]

LONGEST_EXAMPLE = 60
SECTIONS: tuple[tuple[type[BaseModel], str], ...] = (
    (Scenario, "The file"),
    (Market, "`market`"),
    (Kinds, "`market.kinds`"),
    (Place, "Each of `places`"),
    (RuleChange, "Each of `rule_changes` of a place"),
    (Runner, "Each of `runners`"),
    (Staff, "Each of `staff`"),
    (Goal, "Each of `goals`"),
    (EndingWords, "Each of `endings`"),
    (LightWords, "Each of `lights`, by the light's name"),
    (Card, "Each of `cards`"),
    (Choice, "Each of `choices` of a card"),
    (Act, "Each of `acts` of a choice"),
    (Who, "`who`, and `from` of a card"),
    (Happening, "Each of `happenings` of a card"),
    (Later, "`later` of a choice"),
    (Agenda, "Each of `agendas`"),
    (Expectation, "Each of `tests`"),
)
UNITS = {
    "people": "people", "catchment": "share of the people", "needs_per_year": "a year", "traditional": "per cent",
    "get_it": "per cent", "scissors": "per cent", "year": "calendar year", "seasons": "seasons of 13 weeks",
    "opens_week": "weeks from the start", "closes_week": "weeks from the start", "week": "weeks from the start",
    "setup_hours": "hours", "starting_share": "share of the people", "innovation": "a year", "imitation": "a year",
    "retention": "share", "company_needed": "share", "trials": "for each account kept", "abandonment": "a year",
    "seen": "chance", "half_life_hours": "hours", "decay": "shape", "tolerated_per_week": "posts a week",
    "formality": "steps", "conversion": "factor", "reach": "factor", "purse_hours": "hours a week",
    "known_by": "share of the catchment", "half_hours": "half-hours a week", "skill": "share", "haste": "share",
    "at_least": "of the measure, or runs", "price": "factor", "chance": "chance", "times": "times a run",
    "hours": "hours", "bold": "steps", "voice": "steps", "claims": "steps", "weeks": "weeks", "after_weeks": "weeks",
    "minutes": "minutes", "seasons_per_round": "seasons", "debrief_minutes": "minutes",
    "by_week": "weeks from the start", "runs": "lucks", "cards_apart_days": "days",
}  # fmt: skip
"""The unit of each field that is a number, by its key: one thing has one word, so a key has one unit."""
TOLD_BELOW: Mapping[type[BaseModel], tuple[str, ...]] = {
    Place: ("places",),
    Card: ("setbacks",),
    Act: ("acts", "automation"),
    Who: ("groups",),
    Happening: ("happenings",),
    LightWords: ("lights",),
    Runner: ("levers",),
}
"""The families of words whose meanings are told below a section."""
WITHOUT_FILE = {"uses": ["square"], "replaces": "natter"}
"""Examples of what makes sense only with a pack beside the file."""


HEAD = """\
# The scenario file, field by field

Made from the models by `python -m tests.authoring.test_reference`; do not edit it by hand. The scenarios that ship are
told of in [scenarios](scenarios.md); each mistake is told by `longrace check`, and each code by `longrace explain`, and
so is each word that stands for something in the model: `longrace explain introduce`. An editor with the YAML language
server completes and explains the same fields, by the first line of each file.

A field in **bold** must be there. Everything else has the usual value given. A text has at most so many characters as
its range says: what fits on the screen.
"""
MORE = """\
## `parameters` and `reasons`

`parameters` changes numbers of the mechanisms, by group and name: `parameters: {trade: {offer: 0.02}}`. All of them,
with unit, range, usual value and source, are in [parameters](parameters.md). For each that is changed `reasons` says
why, by its path: `trade.offer: Few buy because it is cheap this week.`

## What may stand in a condition

A `when` is one line or a list of lines, which must all hold. `longrace names FILE` tells the ids of a file too.

What is counted by the week (`reach`, `reactions`, `two_way_minutes`, `left_waiting`, `reply_minutes`, `unfollowed`,
`warnings`) is on a card that of the week so far, since Monday. Standing orders and rules of a strategy are looked at on
Monday mornings, endings and tests when all is over; there it is that of the week which has just closed.

| name | meaning | unit |
| --- | --- | --- |"""
AT_END = """
The `when` of an ending is asked once, when all is over and the quiet year has been reckoned. It may name all of these
and besides

| name | meaning | unit |
| --- | --- | --- |"""
OUR_ENDINGS = """
## The endings that every scenario has

An entry of `endings` with one of these ids words it anew. Where several have come about, the strongest is told; and an
ending of the scenario's own before all of them, in the order of the file.

| id | told when |
| --- | --- |"""
FILLED_IN = """
In the `title`, `text` and `last` of an ending these are filled in. An ending of one's own that names somebody or
something that there is not at the end is not told; one of the game's is told in the game's words.

| slot | what is filled in |
| --- | --- |"""


def examples_in(data: Any, model: type[BaseModel] = Scenario) -> dict[tuple[str, str], Any]:
    """The first value of each field in a file's data, by the name of its model and its key."""
    found: dict[tuple[str, str], Any] = {("", key): value for key, value in WITHOUT_FILE.items()}
    for kind, key, value in _values(data, model):
        if value not in ([], {}, None):
            found.setdefault((kind.__name__, key), value)
    return found


def reference(examples: Examples) -> str:
    """The whole page."""
    parts = [HEAD]
    for model, heading in SECTIONS:
        parts += _section(model, heading, SCENARIO, examples)
        for family in TOLD_BELOW.get(model, ()):
            parts += _words(family)
    parts += _more()
    for kind, heading in ((PACK, "A pack"), (WORDS, "Words of another language")):
        parts += _section(MODELS[kind], f"{heading}: `{kind.line}`", kind, examples)
    return "\n".join(parts).rstrip() + "\n"


def _words(family: str) -> Iterator[str]:
    """The words of one family, each with what it does and needs."""
    yield f"| {WORD_FAMILIES[family]} | what it does | needs |"
    yield "| --- | --- | --- |"
    for one in meanings_in(family):
        yield f"| `{one.word}` | {one.does} | {one.needs} |"
    yield ""


def _more() -> list[str]:
    endings = [f"| `{id}` | {meaning} |" for id, meaning in MEANINGS.items()]
    slots = [f"| `{{{one.name}}}` | {one.meaning} |" for one in SLOTS]
    return [
        MORE,
        *_rows(TERMS),
        AT_END,
        *_rows(TERMS_AT_END),
        OUR_ENDINGS,
        *endings,
        FILLED_IN,
        *slots,
        "",
    ]


def _rows(terms: Iterable[Term]) -> list[str]:
    return [f"| `{one.written}` | {one.meaning} | {one.unit or 'true or false'} |" for one in terms]


def _section(
    model: type[BaseModel], heading: str, kind: Format, examples: Examples
) -> Iterator[str]:
    whole = schema(kind)
    kinds = whole.get("definitions", {})
    node = whole if model is MODELS[kind] else kinds[model.__name__]
    required = node.get("required", [])
    yield f"## {heading}"
    yield ""
    yield str(node.get("description", ""))
    yield ""
    yield "| field | meaning | unit and range | usual | example |"
    yield "| --- | --- | --- | --- | --- |"
    for name, field in model.model_fields.items():
        key = field.alias or name
        shown = f"**`{key}`**" if key in required else f"`{key}`"
        meaning = str(field.description or "").replace("|", "\\|")
        usual = _usual(field.default) if key not in required else ""
        value = examples.get((model.__name__, key), examples.get(("", key)))
        if model is Pack and value is None:
            value = examples.get(("Scenario", key))
        cells = [
            shown,
            meaning,
            _range(model, key, _with_words(node["properties"][key], kinds)),
            usual,
            _example(value),
        ]
        yield f"| {' | '.join(cells)} |"
    yield ""


def _with_words(node: dict[str, Any], kinds: Mapping[str, Any]) -> dict[str, Any]:
    """A field with the words that it may be, where they stand elsewhere in the schema."""
    elsewhere = kinds.get(str(node.get("$ref", "")).rpartition("/")[2], {})
    return {**node, "enum": elsewhere["enum"]} if "enum" in elsewhere else node


def _range(model: type[BaseModel], key: str, node: dict[str, Any]) -> str:
    if "properties" not in node and (limits := limits_at(model, (key,))):
        unit = UNITS[key]
        words = limits._replace(unit="").words
        words = words.replace(",", "") if key == "year" else words
        whole = "whole numbers" if limits.kind == "a whole number" else "numbers"
        if "multipleOf" in node:
            whole += f" in steps of {node['multipleOf']}"
        return f"{unit}; {whole} {words}"
    if "enum" in node:
        return ", ".join(f"`{one}`" for one in node["enum"])
    if node.get("type") == "boolean":
        return "`true`, `false`"
    if "const" in node:
        return f"`{node['const']}`"
    if "maxLength" in node:
        return f"text of at most {node['maxLength']} characters"
    if "properties" in node:
        keys = list(node["properties"])
        return "keys: " + (", ".join(f"`{one}`" for one in keys) if len(keys) < 20 else "by path")
    if "$ref" in node:
        return "a block, see its section"
    if node.get("type") == "array" or isinstance(node.get("type"), list):
        most = f", at most {node['maxItems']}" if "maxItems" in node else ""
        if words := node.get("items", {}).get("enum"):
            most += ": " + ", ".join(f"`{one}`" for one in words)
        return f"a list{most}" if "string" not in node["type"] else f"a text or a list{most}"
    return "a block" if node.get("type") == "object" else "text"


def _usual(default: Any) -> str:
    if default in (None, "", ()) or isinstance(default, BaseModel) or "Undefined" in str(default):
        return ""
    return f"`{json.dumps(default) if isinstance(default, bool) else default}`"


def _example(value: Any) -> str:
    if value is None:
        return ""
    text = yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, width=10_000, sort_keys=False
    )
    text = text.removesuffix("...\n").strip().replace("|", "\\|")
    text = re.sub(r"'(on|off)'(?=:)", r"\1", text)  # to the writer a truth, to our reader a key
    shown = text if len(text) <= LONGEST_EXAMPLE else text[: LONGEST_EXAMPLE - 1] + "…"
    return f"`{shown}`"


def _values(data: Any, model: type[BaseModel]) -> Iterator[tuple[type[BaseModel], str, Any]]:
    """Every value of a block, and of the blocks inside it, with the model it belongs to."""
    told = {kind for kind, _ in SECTIONS}
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    for key, value in data.items():
        yield model, key, value
        for inner, depth in models_in(fields[key].annotation) if key in fields else ():
            for block in _items(value) if depth else [value]:
                if inner in told and isinstance(block, dict):
                    yield from _values(block, inner)


def _items(value: Any) -> Iterable[Any]:
    """What stands in a list, or in a block by names."""
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()

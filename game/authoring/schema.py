"""The JSON Schema of each format, for editors: completion, hover and underlining through the YAML language server.

It is made from the models, so it cannot say anything else than `longrace check` does; what an editor would stumble over
is smoothed here. The files lie in `scenarios/schema`; a test compares them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel

from game.authoring.formats import PACK, SCENARIO, STRATEGY, WORDS, Format
from game.authoring.meanings import meanings_in
from game.authoring.shape import SINGLE_OR_LIST
from game.authoring.translation import Translation
from game.sim.measure import MEASURES
from game.sim.pack import Pack
from game.sim.parameter import Parameters
from game.sim.scenario import Scenario
from game.strategies.registry import names
from game.strategies.sheet import Sheet

Node = dict[str, Any]

MODELS: dict[Format, type[BaseModel]] = {
    SCENARIO: Scenario,
    PACK: Pack,
    WORDS: Translation,
    STRATEGY: Sheet,
}
FILES = {
    SCENARIO: "scenario-1.json",
    PACK: "pack-1.json",
    WORDS: "words-1.json",
    STRATEGY: "strategy-1.json",
}
FOLDER = "schema"
TOLD = {
    ("Act", "act"): "acts",
    ("Who", "group"): "groups",
    ("Happening", "happens"): "happenings",
    ("Card", "about"): "setbacks",
    ("Place", "kind"): "places",
}
"""The fields whose words have a meaning of their own, and the family of these words."""
_DROPPED = ("title", "unit", "source")


def modeline(kind: Format = SCENARIO, folder: str = FOLDER) -> str:
    """The first line of a file, by which editors find its schema."""
    return f"# yaml-language-server: $schema={folder}/{FILES[kind]}"


def schema(kind: Format = SCENARIO) -> Node:
    """The JSON Schema of a format."""
    raw = MODELS[kind].model_json_schema(by_alias=True)
    kinds = {name: _smooth(kind) for name, kind in raw.pop("$defs", {}).items()}
    whole = _smooth(raw)
    _name_what_is_known(kinds, whole)
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": kind.line}
    return {**head, **whole, **({"definitions": kinds} if kinds else {})}


def schema_text(kind: Format = SCENARIO) -> str:
    """The JSON Schema of a format, as the file holds it."""
    return json.dumps(schema(kind), indent=1, ensure_ascii=False) + "\n"


def write_schemas(folder: FilePath) -> list[FilePath]:
    """Write the schemas of all formats into a folder; where they are now."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, file in FILES.items():
        (folder / file).write_text(schema_text(kind), encoding="utf-8")
    return [folder / file for file in FILES.values()]


def _smooth(node: Any) -> Any:
    """A part of a schema as editors like it: no unions with nothing, no made-up titles, keys by their names."""
    if isinstance(node, list):
        return [_smooth(item) for item in node]
    if not isinstance(node, dict):
        return node
    smooth = {key: _smooth(value) for key, value in node.items() if key not in _DROPPED}
    if isinstance(node.get("properties"), dict):  # whose keys are names, and may be called title
        smooth["properties"] = {
            key: _field(key, _smooth(value)) for key, value in node["properties"].items()
        }
    if "$ref" in smooth:
        smooth["$ref"] = smooth["$ref"].replace("#/$defs/", "#/definitions/")
    for key in ("default", "const"):
        if isinstance(smooth.get(key), dict | list) or smooth.get(key, "") is None:
            del smooth[key]
    options = [one for one in smooth.pop("anyOf", []) if one != {"type": "null"}]
    if len(options) == 1:
        smooth = {**options[0], **smooth}
    elif options:
        smooth["type"] = sorted({one["type"] for one in options})
    return smooth


def _field(key: str, node: Node) -> Node:
    """A field with its range and default told in its description, which editors show on hover."""
    if key in SINGLE_OR_LIST:
        node["type"] = ["array", "string"]
    told = [node.get("description", ""), _range(node), _usual(node)]
    if words := [part[:1].upper() + part[1:] for part in told if part]:
        node["description"] = ". ".join(words) + "."
    return node


def _range(node: Node) -> str:
    low, high = node.get("minimum"), node.get("maximum")
    above = node.get("exclusiveMinimum")
    if above is not None and high is not None:
        return f"above {above:,} and at most {high:,}"
    if low is not None and high is not None:
        is_year = str(node.get("description", "")).startswith("calendar year")
        return f"from {low} to {high}" if is_year else f"from {low:,} to {high:,}"
    if "maxLength" in node:
        return f"at most {node['maxLength']} characters"
    return ""


def _usual(node: Node) -> str:
    usual = node.get("default")
    if usual in (None, ""):
        return ""
    return f"usually {json.dumps(usual) if isinstance(usual, bool) else usual}"


def _name_what_is_known(kinds: dict[str, Node], whole: Node) -> None:
    """Put in what the models leave open and the checks know: measures, strategies, keys by their names."""
    if "Goal" in kinds:
        kinds["Goal"]["properties"]["measure"]["enum"] = [one.id for one in MEASURES]
    if "Runner" in kinds:
        # offered, and others let through: a strategy of one's own has a name too
        plays = kinds["Runner"]["properties"]["plays"]
        plays["anyOf"] = [{"enum": [*names()]}, {"type": plays.pop("type")}]
    for (model, key), family in TOLD.items():
        if model in kinds:
            told = [one.does for one in meanings_in(family)]
            kinds[model]["properties"][key]["markdownEnumDescriptions"] = told
    for node in [whole, *kinds.values()]:
        for field in node.get("properties", {}).values():
            _spell_keys(field, kinds)
    if "reasons" in whole.get("properties", {}):
        reasons: Node = {
            f"{group}.{name}": {"type": "string", "description": _help(Parameters, group, name)}
            for group in Parameters.model_fields
            for name in type(getattr(Parameters(), group)).model_fields
        }
        whole["properties"]["reasons"] |= {"properties": reasons, "additionalProperties": False}


def _help(parameters: type[Parameters], group: str, name: str) -> str:
    kind: Any = parameters.model_fields[group].annotation
    return str(kind.model_fields[name].description or "")


def _spell_keys(field: Node, kinds: dict[str, Node]) -> None:
    """A block whose keys are of a list of words: each word as a key, so that editors offer them."""
    named = field.pop("propertyNames", None)
    if not named:
        return
    words: Iterable[str] = kinds[named["$ref"].rpartition("/")[2]]["enum"]
    field["properties"] = {word: field.get("additionalProperties", {}) for word in words}
    field["additionalProperties"] = False

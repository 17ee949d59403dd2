"""The schemas for editors: made from the models, not stale, named in every shipped file, and of use in a real editor.

After a deliberate change of the format: `longrace schema --write scenarios/schema` writes them anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game import paths
from game.authoring.formats import FORMATS
from game.authoring.load import shipped_scenarios
from game.authoring.schema import FILES, modeline, schema, schema_text
from tests.authoring.language_server import LanguageServer, server_command
from tests.conftest import lacking

BAKERY = paths.scenarios() / "corner-bakery.yaml"


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.name)
def test_the_shipped_schema_says_what_the_models_say_today(kind: Any) -> None:
    shipped = (paths.scenarios() / "schema" / FILES[kind]).read_text(encoding="utf-8")
    assert shipped == schema_text(kind), "longrace schema --write scenarios/schema"


@pytest.mark.parametrize("name", shipped_scenarios())
def test_every_shipped_scenario_begins_by_naming_its_schema(name: str) -> None:
    first, second = (paths.scenarios() / f"{name}.yaml").read_text(encoding="utf-8").split("\n")[:2]
    assert first == modeline()
    assert second == "format: long-race/1"


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every block in a schema."""
    if isinstance(node, dict):
        yield node
    for inner in (
        node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    ):
        yield from nodes(inner)


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.name)
def test_every_field_is_explained_where_the_mouse_rests(kind: Any) -> None:
    fields = [
        (name, field)
        for node in nodes(schema(kind))
        if node.get("type") == "object"
        for name, field in node.get("properties", {}).items()
    ]
    bare = [name for name, field in fields if not field.get("description") and len(field) > 1]
    assert bare == []


def test_nothing_may_be_one_block_or_another() -> None:
    def blocks(options: list[Any]) -> int:
        return sum("$ref" in one or one.get("type") == "object" for one in options)

    unions = [node["anyOf"] for node in nodes(schema()) if isinstance(node.get("anyOf"), list)]
    assert all(blocks(options) == 0 for options in unions)


@pytest.fixture(scope="module")
def editor() -> Iterator[LanguageServer]:
    """The language server of a real editor."""
    command = server_command()
    if command is None:
        lacking(
            "It needs the YAML language server: npm install --prefix .venv-node yaml-language-server"
        )
    with LanguageServer(command) as server:
        yield server


def typed(old: str, new: str, name: str) -> tuple[Path, str, int]:
    """The bakery with something typed into it, as another file, and the line where."""
    text = BAKERY.read_text(encoding="utf-8")
    assert old in text
    start = text.index(old)
    return BAKERY.with_name(name), text.replace(old, new, 1), text.count("\n", 0, start)


@pytest.mark.slow
def test_an_editor_offers_the_keys_that_may_follow(editor: LanguageServer) -> None:
    path, text, line = typed("      - id: sunday\n", "      - id: sunday\n        \n", "keys.yaml")
    before, after = text.split("      - id: sunday\n", 1)
    without_looks = re.sub(r" +looks: .*\n", "", after, count=1)
    editor.open(path, f"{before}      - id: sunday\n{without_looks}")
    offered = editor.completions(path, line + 1, 8)
    assert {"later", "looks", "default"} <= set(offered)
    assert "label" not in offered  # it stands there already


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("plays: hare", "plays: ", {"tortoise", "hare", "adaptive"}),
        ("kind: microblog", "kind: ", {"microblog", "network", "mail", "event"}),
        ("measure: followers", "measure: ", {"followers", "customers", "energy"}),
        ("seen_by: everyone", "seen_by: ", {"everyone", "one person", "nobody"}),
    ],
)
def test_an_editor_offers_the_words_that_are_known(
    editor: LanguageServer, old: str, new: str, expected: set[str]
) -> None:
    path, text, line = typed(old, new, f"words-{new.strip(': ')}.yaml")
    editor.open(path, text)
    col = text.split("\n")[line].index(new) + len(new)
    assert expected <= set(editor.completions(path, line, col))


@pytest.mark.slow
def test_an_editor_explains_a_key_with_its_range(editor: LanguageServer) -> None:
    path, text, line = typed("    half_life_hours: 0.35", "    half_life_hours: 0.35", "hover.yaml")
    editor.open(path, text)
    shown = editor.hover(path, line, 8)
    assert "Hours until half of the views have happened." in shown
    assert "Above 0 and at most 20,000." in shown
    assert "Usually 0.5." in shown


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("seasons: 12", "sesons: 12", "sesons is not allowed"),
        ("kind: microblog", "kind: microblgo", "not accepted"),
        ("setup_hours: 2", "setup_hours: 200", "maximum of 60"),
        ("catchment: 0.5", "catchment: half", 'Expected "number"'),
        ("seat: true", "seat: yes", 'Expected "boolean"'),
    ],
)
def test_an_editor_underlines_a_mistake_where_it_is(
    editor: LanguageServer, old: str, new: str, words: str
) -> None:
    path, text, line = typed(old, new, f"wrong-{new.partition(':')[0]}.yaml")
    editor.open(path, text)
    ((where, said),) = editor.underlined(path)
    assert where == line
    assert words in said


@pytest.mark.slow
@pytest.mark.parametrize("name", shipped_scenarios())
def test_an_editor_underlines_nothing_in_what_ships(editor: LanguageServer, name: str) -> None:
    path = paths.scenarios() / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    twin = path.with_name(f"{name}-twin.yaml")
    editor.open(twin, text + "\nno_such_key: 1\n")
    assert len(editor.underlined(twin)) == 1  # the one that was put in: so it has looked


def test_the_schema_is_plain_json_without_what_only_python_knows() -> None:
    text = schema_text()
    assert json.loads(text)
    assert "$defs" not in text
    assert '"null"' not in text

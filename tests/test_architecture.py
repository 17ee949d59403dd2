"""What may import what, and where things are: the house rules that a machine can read.

The table of packages stands in `docs/design.md`, in the same order as here. `game/__init__.py` (the
public names, fetched when first asked for) may import any package; the command may use those names,
and any package may ask `game.__version__`. `game/paths.py` (where files are) may be imported by any
package except `sim`. There are no other exceptions.
"""

from __future__ import annotations

import ast
import fnmatch
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.checkout import ROOT, tracked_files

LAYERS = (
    "sim",
    "strategies",
    "authoring",
    "pages",
    "study",
    "play",
    "doctor",
    "cli",
    "__main__",
)
"""Each may import itself and those before it."""

ONLY_IMPORTER = {
    "simpy": {"sim"},
    "numba": {"sim"},
    "yaml": {"authoring"},
    "jinja2": {"pages"},
    "matplotlib": {"study"},
    "scipy": {"study"},
    "accesskit": {"play"},
    "pygame": {"play"},
    "rich": {"cli"},
    "typer": {"cli"},
    "platformdirs": {"paths"},
}

FORBIDDEN_IN_SIM = {"random", "secrets", "time", "datetime", "logging"}
"""Luck comes from `draw`, time from the simulated clock, and what happened goes into the record."""

VAGUE = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}


class Import(NamedTuple):
    """One import statement's target, and where it stands."""

    package: str
    target: str
    place: str


def imports(root: Path) -> Iterator[Import]:
    """Every import below `root/game`, wherever in a file it stands."""
    for path in sorted((root / "game").rglob("*.py")):
        inside = path.relative_to(root / "game").parts
        package = inside[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            place = f"{path.relative_to(root).as_posix()}:{getattr(node, 'lineno', 0)}"
            for target in targets(node):
                yield Import(package, target, place)


def targets(node: ast.AST) -> list[str]:
    """The dotted names that a statement imports; a relative import counts as `.`."""
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(level=level) if level:
            return ["."]
        case ast.ImportFrom(module="game", names=names):
            return [f"game.{alias.name}" for alias in names]
        case ast.ImportFrom(module=str(module)):
            return [module]
        case ast.Call(func=ast.Name(id="import_module"), args=[ast.Constant(value=str(name)), *_]):
            return [name]
        case ast.Call(
            func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str(name)), *_]
        ):
            return [name]
        case _:
            return []


def wrong_arrows(root: Path) -> list[str]:
    """One sentence for each import that runs upwards or belongs to another package."""
    return [f"{one.place}: {wrong}" for one in imports(root) if (wrong := complaint(one))]


def complaint(one: Import) -> str:
    """What is wrong with an import; empty if nothing is."""
    head, _, rest = one.target.partition(".")
    if head == "game":
        return complaint_about_ours(one.package, rest.partition(".")[0])
    if one.target.startswith("."):
        return "a relative import hides which package it reaches into"
    if one.package == "sim" and head in FORBIDDEN_IN_SIM:
        return f"the simulation must not import {head}"
    owners = ONLY_IMPORTER.get(head)
    if owners and one.package not in owners:
        return f"only {' and '.join(sorted(owners))} may import {head}, not {one.package}"
    return ""


def complaint_about_ours(package: str, target: str) -> str:
    """What is wrong with importing our own `target` from `package`; empty if nothing is."""
    if package == "__init__" or (target == "paths" and package != "sim"):
        return ""
    if target == "__version__" or (package == "cli" and target not in LAYERS):
        return ""
    if package == "paths":
        return "paths must not import a package of ours"
    if package not in LAYERS:
        return f"{package} is not a package of the table"
    if target not in LAYERS:
        # `import game` and `from game import Run` reach the public names, which are above them all.
        return (
            f"{package} must name the package it imports, not game.{target or '(the public API)'}"
        )
    if LAYERS.index(target) > LAYERS.index(package):
        return f"{package} must not import {target}, which stands above it"
    return ""


def make_tree(root: Path, **files: str) -> Path:
    """A made-up checkout: `sim__run="import yaml"` becomes `game/sim/run.py`."""
    for name, text in files.items():
        path = root / "game" / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_imports_run_only_downwards_and_each_library_has_one_importer() -> None:
    assert wrong_arrows(ROOT) == []


@pytest.mark.parametrize(
    ("package", "statement", "words"),
    [
        ("sim__run", "from game.play.app import App", "stands above"),
        ("sim__run", "import game.strategies.hare", "stands above"),
        ("sim__run", "from game import strategies", "stands above"),
        ("sim__run", "def later():\n    import pygame", "only play"),
        ("sim__run", "import random", "must not import random"),
        ("sim__run", "from time import monotonic", "must not import time"),
        ("sim__run", "from datetime import date", "must not import datetime"),
        ("sim__run", "from game.paths import assets", "not game.paths"),
        ("sim__run", "from .person import Person", "relative"),
        ("strategies__hare", "import simpy", "only sim"),
        ("strategies__hare", "import game", "public API"),
        ("authoring__load", "from numba import njit", "only sim"),
        ("authoring__load", "import jinja2", "only pages"),
        ("study__plot", "import yaml.nodes", "only authoring"),
        ("pages__chart", "import matplotlib.pyplot as plt", "only study"),
        ("study__room", "import importlib\nimportlib.import_module('pygame')", "only play"),
        ("play__app", "from jinja2 import Template", "only pages"),
        ("play__app", "import rich.progress", "only cli"),
        ("study__workers", "from game.cli import main", "stands above"),
        ("paths", "from game.sim import run", "paths must not"),
        ("extras__thing", "from game.sim import run", "not a package of the table"),
    ],
)
def test_the_reader_of_imports_notices_each_wrong_arrow(
    tmp_path: Path, package: str, statement: str, words: str
) -> None:
    (wrong,) = wrong_arrows(make_tree(tmp_path, **{package: statement}))
    assert words in wrong
    assert wrong.startswith(f"game/{package.replace('__', '/')}.py:")


@pytest.mark.parametrize(
    ("package", "statement"),
    [
        ("sim__run", "import simpy\nimport numpy\nfrom game.sim.person import Person"),
        ("strategies__hare", "from game.sim.view import View"),
        ("authoring__load", "import yaml\nfrom game.paths import scenarios"),
        ("play__app", "import pygame\nimport time\nfrom game.study import compare"),
        ("cli", "import typer\nfrom game.play.app import App"),
        ("cli", "import game\nfrom game import load_scenario"),
        ("sim__run", "from game import __version__"),
        ("__init__", "from game.sim.run import Run"),
    ],
)
def test_the_reader_of_imports_allows_what_the_table_allows(
    tmp_path: Path, package: str, statement: str
) -> None:
    assert wrong_arrows(make_tree(tmp_path, **{package: statement})) == []


def test_the_table_of_the_design_is_the_one_that_is_enforced_here() -> None:
    text = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    section = text.partition("## Layers")[2].partition("\n## ")[0]
    found = re.findall(r"^\| `(\w+)` \|.*\|(.*)\|$", section, flags=re.MULTILINE)
    assert tuple(package for package, _ in found) == LAYERS
    for package, libraries in found:
        alone = {name for name, owners in ONLY_IMPORTER.items() if package in owners}
        assert set(libraries.replace(",", " ").split()) == alone


def test_every_package_of_the_table_is_there_and_imports_what_it_alone_may() -> None:
    there = {path.stem for path in (ROOT / "game").iterdir()}
    assert sorted(set(LAYERS) - there) == []
    met = {(one.package, one.target.partition(".")[0]) for one in imports(ROOT)}
    allowed = {(owner, name) for name, owners in ONLY_IMPORTER.items() for owner in owners}
    assert sorted(allowed - met) == []


def test_every_package_and_module_says_what_lives_there() -> None:
    sources = sorted((ROOT / "game").rglob("*.py")) + sorted((ROOT / "tests").rglob("*.py"))
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in sources
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_test_imports_from_a_file_of_other_tests() -> None:
    found = [
        f"{path.relative_to(ROOT).as_posix()}: {target}"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for target in targets(node)
        if re.match(r"tests\.(.*\.)?test_", target)
    ]
    assert found == []


def test_every_folder_of_source_files_is_a_package() -> None:
    folders = {path.parent for top in ("game", "tests") for path in (ROOT / top).rglob("*.py")}
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_no_file_has_a_name_that_says_nothing() -> None:
    names = [path for path in tracked_files() if VAGUE & {*path.parts, path.stem}]
    assert names == []


# Spelt apart, so that this file does not find itself.
REGISTRY_HOSTS = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "npmjs" + ".com")
MACHINE_PATH = re.compile(rf"(?<![\w.])/(?:{'work' + '/'}|{'home' + '/'}\w|{'Users' + '/'}\w)")


def leaks(text: str) -> list[str]:
    """The registry hosts and the paths of one machine that a text names."""
    return [host for host in REGISTRY_HOSTS if host in text] + MACHINE_PATH.findall(text)


def test_no_file_names_a_registry_host_or_a_path_of_one_machine() -> None:
    found = {}
    for path in tracked_files():
        data = (ROOT / path).read_bytes()
        if b"\0" not in data and (wrong := leaks(data.decode("utf-8", errors="replace"))):
            found[path.as_posix()] = wrong
    assert found == {}


@pytest.mark.parametrize(
    "text",
    ["index-url = x." + REGISTRY_HOSTS[0], "open('/" + "work/main/a')", "cd /" + "home/ada"],
)
def test_the_scan_for_leaks_notices_one(text: str) -> None:
    assert leaks(text)


def test_every_asset_is_in_the_table_of_attributions() -> None:
    table = (ROOT / "assets" / "ATTRIBUTION.md").read_text(encoding="utf-8")
    assert unattributed(asset_names(), table) == []


def test_every_row_of_the_table_of_attributions_stands_for_a_file() -> None:
    table = (ROOT / "assets" / "ATTRIBUTION.md").read_text(encoding="utf-8")
    names = asset_names()
    assert [row for row in rows(table) if not fnmatch.filter(names, row)] == []


def test_an_asset_without_a_row_is_noticed() -> None:
    table = "| file | made by |\n| --- | --- |\n| `fonts/*.ttf` | somebody |\n"
    assert unattributed(["fonts/Plain.ttf", "sounds/bell.ogg"], table) == ["sounds/bell.ogg"]


def asset_names() -> list[str]:
    """The tracked files below `assets`, relative to it."""
    return [
        path.relative_to("assets").as_posix()
        for path in tracked_files()
        if path.parts[0] == "assets"
    ]


def rows(table: str) -> list[str]:
    """The patterns that a table of attributions lists."""
    return re.findall(r"^\| `([^`]+)` \|", table, flags=re.MULTILINE)


def unattributed(names: list[str], table: str) -> list[str]:
    """The assets that no row of the table stands for."""
    patterns = rows(table)
    return [name for name in names if not any(fnmatch.fnmatch(name, row) for row in patterns)]


NAMES_ITS_FILES = (
    "sim", "strategies", "authoring", "pages", "study", "play", "play/kit", "play/figures", "play/presenters",
    "play/screens/table",
)  # fmt: skip
"""Packages whose docstring tells in which order their files are read."""


@pytest.mark.parametrize("package", NAMES_ITS_FILES)
def test_the_order_of_reading_leaves_no_file_out_and_names_none_that_is_not_there(
    package: str,
) -> None:
    folder = ROOT / "game" / package
    told = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    order = told.partition("\n\nA screen is a class")[0]
    named = {name.removesuffix(".py") for name in re.findall(r"`([a-z_]+(?:\.py)?)`", order)}
    there = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    packages = {path.name for path in folder.iterdir() if (path / "__init__.py").is_file()}
    assert sorted(there - named) == []
    assert sorted(named - there - packages) == []

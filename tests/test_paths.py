"""Where the game finds what it reads and puts what it writes."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest

from game import paths
from tests.checkout import ROOT


def test_a_checkout_reads_its_own_folders() -> None:
    assert paths.in_checkout()
    assert paths.scenarios() == ROOT / "scenarios"
    assert paths.assets() == ROOT / "assets"


def test_words_of_another_language_are_no_scenario_of_their_own(tmp_path: Path) -> None:
    for name in ("street.yaml", "bakery.yaml", "street.de.yaml", "notes.txt"):
        (tmp_path / name).touch()
    assert paths.scenario_ids(tmp_path) == ["bakery", "street"]


def test_a_path_with_a_blank_is_typed_in_quotes() -> None:
    assert paths.typed(Path("street/hat-shop.de.yaml")) == "street/hat-shop.de.yaml"
    assert paths.typed("Hutgeschäft.yaml") == "Hutgeschäft.yaml"
    for name in ("Hat Shop.yaml", "hats (2).yaml", 'the "hat".yaml', "$HOME.yaml"):
        assert shlex.split(paths.typed(name)) == [name]


def test_a_path_below_the_folder_one_is_in_is_told_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.from_here(tmp_path / "street" / "hats.yaml") == Path("street/hats.yaml")
    assert paths.from_here(tmp_path.parent / "hats.yaml") == tmp_path.parent / "hats.yaml"


def test_an_installed_copy_reads_the_folders_that_the_wheel_carries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "game")
    assert not paths.in_checkout()
    assert paths.scenarios() == tmp_path / "game" / "_scenarios"
    assert paths.assets() == tmp_path / "game" / "_assets"


def test_a_neighbour_called_assets_does_not_make_an_installed_copy_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "assets").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "game")
    assert not paths.in_checkout()


def test_the_home_variable_takes_everything_that_is_written(home: Path) -> None:
    assert paths.saves() == home / "saves"
    assert paths.settings() == home / "settings"


def test_asking_where_to_write_makes_no_folder(home: Path) -> None:
    paths.saves(), paths.settings()
    assert not home.exists()


def test_without_the_variable_the_systems_own_places_are_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    assert paths.saves().name == "saves"
    assert paths.saves().parent.name == "the-long-race"
    assert paths.settings().parent.name == "the-long-race"


def test_a_relative_home_is_taken_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(paths.HOME_VARIABLE, "stick")
    assert paths.saves() == Path(os.path.realpath(tmp_path)) / "stick" / "saves"

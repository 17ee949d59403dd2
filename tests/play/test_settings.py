"""Settings outlive the window, and a damaged file costs nobody a game."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from game.play.kit.keys import Action
from game.play.kit.settings import Settings, file, load, save
from tests.play.conftest import Launch
from tests.play.gallery import Gallery


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    settings = Settings(text_size=1.5, high_contrast=True, effects_volume=0.25).with_key(
        Action.WEEK, "x"
    )
    save(settings, path)
    assert load(path) == (settings, "")
    assert [one.name for one in path.parent.iterdir()] == ["settings.json"]


def test_without_a_file_there_are_the_usual_settings(tmp_path: Path) -> None:
    assert load(tmp_path / "none.json") == (Settings(), "")


def test_the_file_lies_in_the_folder_for_settings(home: Path) -> None:
    assert file() == home / "settings" / "settings.json"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"text_size": 9}',
        '{"text_size": "large"}',
        '{"unknown": 1}',
        '{"keys": {"no_such_action": ["x"]}}',
        '{"keys": {"week": "w"}}',
        '{"language": "../en"}',
        '{"language": "deutsch"}',
        "\ufeff{}",
        '{"text_size": NaN}',
    ],
)
def test_a_damaged_file_is_set_aside_and_not_lost(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    settings, aside = load(path)
    assert settings == Settings()
    assert (tmp_path / aside).read_text(encoding="utf-8") == text
    assert not path.exists()


def test_a_second_damaged_file_does_not_overwrite_the_first(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    names = []
    for text in ("first", "second"):
        path.write_text(text, encoding="utf-8")
        names.append(load(path)[1])
    assert [(tmp_path / name).read_text(encoding="utf-8") for name in names] == ["first", "second"]


@given(some.binary(max_size=200))
def test_no_content_of_the_file_is_an_error(content: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        path.write_bytes(content)
        settings, _ = load(path)
        assert isinstance(settings, Settings)


def test_a_file_of_some_keys_keeps_the_usual_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"keys": {"week": ["x"]}}', encoding="utf-8")
    settings, aside = load(path)
    assert aside == ""
    assert settings.key_table.action("x") is Action.WEEK
    assert settings.key_table.action("p") is Action.PAUSE


@pytest.mark.window
def test_a_folder_that_cannot_be_written_to_is_said_and_the_game_goes_on(launch: Launch) -> None:
    pilot = launch(Gallery())
    blocked = pilot.app.settings_path.parent.parent / "blocked"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    pilot.app.settings_path = blocked / "settings.json"
    pilot.app.change_settings(Settings(text_size=1.3))
    pilot.frame()
    assert pilot.app.look.text_scale == 1.3
    assert "could not be kept" in pilot.spoken[-1]

"""The words of the screens: found by id, filled in, and never silently missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.words import Words, WordsError, load_words, pseudo, read_words


def written(folder: Path, text: str) -> Path:
    """A file of words."""
    path = folder / "xx.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_text_is_found_by_its_id_and_filled_in(tmp_path: Path) -> None:
    words = read_words(written(tmp_path, "main:\n  start: Begin with {hours} hours\n"))
    assert words("main.start", hours=6) == "Begin with 6 hours"
    assert "main.start" in words
    assert list(words) == ["main.start"]


def test_one_and_many_have_their_own_forms(tmp_path: Path) -> None:
    words = read_words(written(tmp_path, 'free: {one: "{n} hour", other: "{n} hours"}\n'))
    assert [words("free", n=n) for n in (0, 1, 2)] == ["0 hours", "1 hour", "2 hours"]
    assert words.forms("free") == ["{n} hour", "{n} hours"]
    with pytest.raises(WordsError, match="give it n"):
        words("free")


@pytest.mark.parametrize(
    ("text", "text_id", "sentence"),
    [
        ("start: Go\n", "strat", r"xx\.yaml: there is no text 'strat'; did you mean 'start'\?"),
        ("start: Go\n", "zzz", r"xx\.yaml: there is no text 'zzz'; add it there\."),
        ("start: Go {who}\n", "start", r"a slot \{who\} nobody filled in"),
        ('start: "Go }"\n', "start", "broken slot"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    tmp_path: Path, text: str, text_id: str, sentence: str
) -> None:
    words = read_words(written(tmp_path, text))
    with pytest.raises(WordsError, match=sentence):
        words(text_id)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: [1, 2]\n", "'a' is not a text"),
        ("a: 12\n", "'a' is not a text; put it in quotes"),
        ("just words\n", "a mapping"),
        ("a: 'open\n", "not readable as YAML"),
    ],
)
def test_a_broken_file_is_said_in_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(WordsError, match=sentence):
        read_words(written(tmp_path, text))


def test_an_unknown_language_names_those_there_are() -> None:
    with pytest.raises(WordsError, match=r"there are .*en"):
        load_words("qq")


def test_pseudo_texts_are_longer_and_keep_their_slots() -> None:
    text = "Begin with **{hours}** hours"
    assert len(pseudo(text)) >= len(text) * 1.3
    assert "**{hours}**" in pseudo(text)
    assert pseudo("12 %") == "12 %"


def test_every_english_text_can_be_had_in_pseudo_too() -> None:
    plain, longer = load_words("en"), load_words("en", pseudo=True)
    assert set(plain) == set(longer)
    assert Words({"a": "b"}, "x", pseudo=True)("a") == pseudo("b")

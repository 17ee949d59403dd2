"""Every language says the same things: the same texts, slots, marks and forms; gaps are said in English."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from game import paths
from game.authoring.words import Words, languages, load_words, read_words, system_language

TEXT = paths.assets() / "text"
OTHERS = sorted(set(languages()) - {"en"})
SLOT, MARK, WORD = re.compile(r"\{[^{}]*\}"), re.compile(r"\*\*"), re.compile(r"[^\W\d_]+")


def own(language: str) -> Words:
    """The words that stand in the file of a language, without those of English beside them."""
    return read_words(TEXT / f"{language}.yaml")


def test_there_is_a_second_language() -> None:
    assert languages()["en"] == "English"
    assert languages()["de"] == "Deutsch"


@pytest.mark.parametrize("language", languages())
def test_the_name_of_a_language_is_one_of_its_words(language: str) -> None:
    assert own(language)("language") == languages()[language]


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_every_text_and_no_other(language: str) -> None:
    assert set(own(language)) ^ set(own("en")) == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_has_the_same_slots_marks_and_forms_in_every_language(language: str) -> None:
    english, other = own("en"), own(language)
    wrong = [
        text_id
        for text_id in english
        if len(english.forms(text_id)) != len(other.forms(text_id))
        or any(
            _parts(one) != _parts(two)
            for one, two in zip(english.forms(text_id), other.forms(text_id), strict=False)
        )
    ]
    assert wrong == []


def _parts(text: str) -> tuple[set[str], int]:
    return set(SLOT.findall(text)), len(MARK.findall(text))


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_of_two_words_or_more_was_left_in_english(language: str) -> None:
    english, other = own("en"), own(language)
    same = {text_id for text_id in english if english.forms(text_id) == other.forms(text_id)}
    assert {
        one for one in same if len(WORD.findall(SLOT.sub("", english.forms(one)[0]))) > 1
    } == set()


def test_german_is_quoted_as_german_and_says_du() -> None:
    german = own("de")
    texts = {one: form for one in german for form in german.forms(one)}
    for one, text in texts.items():
        opened, closed = Counter(text)["„"], Counter(text)["“"]
        assert opened == closed, one
        assert not set("\"”'") & set(text), one
        assert not re.search(r"\b(Ihnen|Ihre[rnms]?)\b", text), one


def test_what_a_language_lacks_is_said_in_english() -> None:
    words = Words({"a": "eins"}, "de.yaml", beside={"a": "one", "b": "two {n}"})
    assert words("a") == "eins"
    assert words("b", n=2) == "two 2"
    assert "b" in words
    assert set(words) == {"a", "b"}


def test_a_shipped_language_stands_on_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text/en.yaml").write_text("a: one\nb: two\n", encoding="utf-8")
    (tmp_path / "text/de.yaml").write_text("language: Deutsch\na: eins\n", encoding="utf-8")
    monkeypatch.setattr(paths, "assets", lambda: tmp_path)
    words = load_words("de")
    assert (words("a"), words("b")) == ("eins", "two")


@pytest.mark.parametrize(
    ("amount", "english", "german"),
    [
        (0, "0", "0"),
        (1234, "1,234", "1.234"),
        (6.5, "6.5", "6,5"),
        (6.0, "6", "6"),
        (1_234_567, "1,234,567", "1.234.567"),
        (-12, "-12", "-12"),
        (0.75, "0.75", "0,75"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(
    amount: float, english: str, german: str
) -> None:
    assert load_words("en").number(amount) == english
    assert load_words("de").number(amount) == german


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "de_DE"}, "de"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_CH@euro"}, "de"),
        ({"LANGUAGE": "fr:de:en", "LANG": "fr_FR"}, "de"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "../../etc"}, "en"),
        ({"LANG": ""}, "en"),
        ({}, "en"),
    ],
)
def test_the_system_s_language_is_guessed_and_is_english_where_there_are_no_words(
    environment: dict[str, str], language: str
) -> None:
    assert system_language(environment) == language

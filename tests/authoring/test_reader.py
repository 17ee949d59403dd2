"""How YAML text is read: what is text and what is not, where things stand; both readers alike."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from game.authoring.encoding import UnreadableError, decoded
from game.authoring.load import ScenarioError, examine_text, words_so_far
from game.authoring.reader import LOADER, MOST_READ_AGAIN, read_source
from game.authoring.source import Source
from tests.authoring.mistake import SMALL, Mistake
from tests.authoring.mistakes import MISTAKES
from tests.authoring.mistakes_beside import GERMAN
from tests.conftest import lacking


def value(text: str) -> object:
    source = read_source(f"a: {text}", "a.yaml")
    assert source.problems == []
    return source.data["a"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("true", True),
        ("false", False),
        ("no", "no"),
        ("on", "on"),
        ("NO", "NO"),
        ("True", "True"),
        ("12:30", "12:30"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("2010-05-01", "2010-05-01"),
        ("1.10", 1.1),
        (".5", 0.5),
        ("-3", -3),
        ("+3", 3),
        ("1.5e3", 1500.0),
        (".inf", ".inf"),
        ("~", None),
        ("null", None),
        ("", None),
        ("Null", "Null"),
        ("'true'", "true"),
        ('"7"', "7"),
        ("12345678901234567890", "12345678901234567890"),
        ("a # note", "a"),
        ("a#b", "a#b"),
        ("{label: Really? Yes}", {"label": "Really? Yes"}),
        ("[Who? You!, ?]", ["Who? You!", "?"]),
        ("a # with\ta tab", "a"),
        ("7 #days", 7),
        ('"#smallbiz"', "#smallbiz"),
        ("Ask @ana", "Ask @ana"),
        (">-\n  Ask about\n  #smallbiz today", "Ask about #smallbiz today"),
    ],
)
def test_a_value_means_what_an_author_means(text: str, expected: object) -> None:
    found = value(text)
    assert found == expected
    assert type(found) is type(expected)


def test_a_key_such_as_on_stays_a_word() -> None:
    assert read_source("on: 1\nno: 2\n12: 3", "a.yaml").data == {"on": 1, "no": 2, "12": 3}


def test_a_hashtag_lost_from_a_text_is_an_error_and_elsewhere_a_warning() -> None:
    text = "title: Ask #you\nplays: hare #todo\nweeks: 3 #three\ntags: [a] #b"
    problems = read_source(text, "a.yaml", ("title",)).problems
    assert [(problem.line, problem.severity) for problem in problems] == [
        (1, "error"),
        (2, "warning"),
    ]


def test_the_place_of_every_key_and_value_is_known() -> None:
    source = read_source("a:\n  - {b: 'x y', c: 2}\n", "a.yaml")
    spots = {path: source.spot(source.place(path)) for path in source.values}
    assert (spots["a", 0, "b"].line, spots["a", 0, "b"].col, spots["a", 0, "b"].end) == (2, 9, 14)
    assert source.spot(source.key_place(("a", 0, "c"))).col == 16
    assert spots["a",].line == 1


@pytest.mark.parametrize(
    ("text", "piece", "line", "col"),
    [
        ("a: one two", "two", 1, 8),
        ("a: 'one two'", "two", 1, 9),
        ("a: >-\n  one two\n  two", "two", 2, 7),
        ('a: "\\"one\\" two"', "two", 1, 13),
        ("a: one\n  two", "two", 2, 3),
    ],
)
def test_a_piece_of_a_text_is_found_in_the_file(text: str, piece: str, line: int, col: int) -> None:
    source = read_source(text, "a.yaml")
    start = str(source.data["a"]).index(piece)
    spot = source.spot(source.inside(("a",), start, start + len(piece)))
    assert (spot.line, spot.col, spot.end - spot.col) == (line, col, len(piece))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("a: ä".encode("cp1252"), "Y05"),
        ("a: b".encode("utf-16"), "Y06"),
        (b"\x89PNG\r\n", "Y06"),
        (b"%PDF-1.4", "Y06"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        decoded(data)
    assert caught.value.code == code


def test_marks_and_line_ends_of_any_system_are_understood() -> None:
    assert decoded(b"\xef\xbb\xbfa: 1\r\nb: 2\rc: 3\n") == "a: 1\nb: 2\nc: 3\n"


def seen(source: Source) -> tuple[object, ...]:
    return source.data, source.problems, source.keys, source.plain


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.id)
def test_both_readers_see_the_same(mistake: Mistake) -> None:
    if LOADER is yaml.SafeLoader:
        lacking("It needs a PyYAML that was built with libyaml.")
    try:
        text = decoded(mistake.data())
    except UnreadableError:
        return
    keys = ("title", "text", "label")
    fast, slow = (read_source(text, "a.yaml", keys, one) for one in (LOADER, yaml.SafeLoader))
    assert seen(fast) == seen(slow)


@pytest.mark.parametrize(
    ("sound", "broken", "code"),
    [
        ("title: The Tea Shop", "title: Tea: the shop", "Y10"),
        ("title: The Tea Shop", "title: @tea", "Y11"),
        ("title: The Tea Shop", "title: *Tea*", "Y12"),
        ("title: The Tea Shop", "title: 'Ana's Tea'", "Y14"),
        ("title: The Tea Shop", "title:The Tea Shop", "Y18"),
        ("title: A sour review", "title: {person} is sour", "Y15"),
        ("title: The Tea Shop", "title: !Tea", "Y25"),
    ],
)
def test_what_is_wrong_elsewhere_is_told_although_a_line_cannot_be_read(
    sound: str, broken: str, code: str
) -> None:
    found = examine_text(SMALL.replace(sound, broken, 1).replace("people: 400", "poeple: 400", 1))
    assert [one.code for one in found.problems if one.code[0] == "Y"] == [code]
    assert "S01" in [one.code for one in found.problems]
    assert found.scenario is None
    (told,) = [one for one in found.problems if one.code == code]
    assert broken in told.spot.excerpt  # as it is written, not as it was meant


def test_a_file_is_read_again_only_as_long_as_all_readings_together_stay_short() -> None:
    text = SMALL.replace("title: The Tea Shop", "title: @tea", 1).replace(
        "people: 400", "poeple: 400", 1
    )
    left = MOST_READ_AGAIN - len(text.split("\n"))
    for longer, told in ((left, {"Y11", "S01"}), (left + 1, {"Y11"})):
        found = examine_text(text + "\n" * longer)
        assert {one.code for one in found.problems} & {"Y11", "S01"} == told


def test_a_line_that_goes_on_below_is_not_read_as_if_it_were_mended() -> None:
    text = SMALL.replace("title: The Tea Shop", "title: Tea: the\n  shop", 1)
    assert [one.code for one in examine_text(text).problems] == ["Y10"]


def test_words_are_not_taken_out_of_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    file = tmp_path / "tea-shop.de.yaml"
    file.write_text(
        GERMAN.replace("title: Die Teestube", "title: Tee: die Stube", 1), encoding="utf-8"
    )
    with pytest.raises(ScenarioError):
        words_so_far(file)

"""Texts are set without gaps: every character has a glyph, lines break well, marks are read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from game import paths
from game.authoring.words import languages, load_words
from game.play.kit.fonts import FontShelf
from game.play.kit.prose import Setter, plain
from game.play.kit.theme import TYPE
from tests.play.conftest import Launch
from tests.play.controls import Controls
from tests.play.gallery import Gallery

FONTS = FontShelf(paths.assets() / "fonts")
LEAD = Setter(FONTS, TYPE["lead"], 17)


@pytest.mark.parametrize("language", languages())
def test_every_character_of_every_word_has_a_glyph(language: str) -> None:
    words = load_words(language)
    texts = [form for text_id in words for form in words.forms(text_id)]
    assert texts
    assert {one for text in texts for one in text if not FONTS.is_covered(one)} == set()


@pytest.mark.parametrize("text", ["Łódź Şebnem Ångström", "→ ≥ ✓ ▲ ½", "Ωμέγα Жёлтый", "€ £ … “”"])
def test_names_and_signs_of_many_languages_have_glyphs(text: str) -> None:
    assert all(FONTS.is_covered(one) for one in text)


def test_a_character_that_no_font_has_becomes_a_replacement_and_never_a_box() -> None:
    assert not FONTS.is_covered("\U0001f642")
    runs = FONTS._runs("so \U0001f642!", "text", 400)
    assert "".join(run for run, _ in runs) == "so \ufffd!"


def test_a_letter_missing_in_the_head_face_comes_from_the_text_face() -> None:
    (own, first), (borrowed, second), _ = FONTS._runs("aşb", "head", 600)
    assert (own, borrowed) == ("a", "ş")
    assert first != second


@given(some.text(alphabet="abc äé\u00a0-", max_size=120), some.integers(20, 400))
def test_no_line_is_wider_than_its_place_and_no_word_is_lost(text: str, width: int) -> None:
    prose = LEAD.set(text, width, rich=False)
    assert all(not line or line[-1].x + line[-1].width <= width for line in prose.lines)
    shown = "".join(piece.text for line in prose.lines for piece in line)
    assert re.sub(r" ", "", shown) == re.sub(r" ", "", text)


def test_lines_break_at_blanks_and_where_they_are_told_to() -> None:
    prose = LEAD.set("one two\nthree", None, rich=False)
    assert [[piece.text for piece in line] for line in prose.lines] == [["one two"], ["three"]]


def test_bold_runs_and_icons_stand_in_the_line() -> None:
    prose = LEAD.set("say **thank you** {icon:heart} now", None, rich=True)
    kinds = [(piece.text.strip(), piece.icon, piece.weight) for piece in prose.lines[0]]
    assert kinds == [
        ("say", "", 400),
        ("thank you", "", 600),
        ("", "", 400),
        ("", "heart", 400),
        ("now", "", 400),
    ]
    assert plain("say **thank you** {icon:heart} now", rich=True) == "say thank you now"


def test_marks_are_plain_characters_where_a_text_is_not_rich() -> None:
    prose = LEAD.set("2 ** 3", None, rich=False)
    assert prose.lines[0][0].text == "2 ** 3"


@pytest.mark.window
@pytest.mark.parametrize("screen", [Gallery, Controls])
def test_what_is_shown_can_be_spoken(
    launch: Launch, screen: type[Gallery] | type[Controls]
) -> None:
    pilot = launch(screen())
    heard = " ".join(pilot.app.scene.transcript())
    headings = [one.name() for one in pilot.app.scene.root.walk() if one.role == "heading"]
    assert headings
    assert all(heading in heard for heading in headings)


@pytest.mark.window
def test_a_second_picture_sets_no_text_anew(launch: Launch) -> None:
    pilot = launch(Gallery())
    pilot.frame(2)
    made = pilot.app.drawer.fonts.images.made
    pilot.frame(30)
    pilot.texts()
    assert pilot.app.drawer.fonts.images.made == made

"""Colours can be read and told apart, by everybody."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from game.play.kit.shapes import ShapeShelf
from game.play.kit.theme import (
    HIGH_CONTRAST,
    SMALLEST_TEXT,
    STAGES,
    STANDARD,
    TYPE,
    Colour,
    Theme,
    Tone,
    ToneName,
    contrast,
    mix,
)
from tests.play.conftest import Launch
from tests.play.controls import Controls
from tests.play.gallery import Gallery

THEMES = [STANDARD, HIGH_CONTRAST]
TONES: list[ToneName] = ["paper", "card", "night", "alert", "calm"]
# How the three kinds of dichromats see linear light (Machado, Oliveira and Fernandes 2009, severity 1).
VISIONS = {
    "usual": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protan": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deutan": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritan": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def pairs_of(tone: Tone) -> list[tuple[str, Colour, Colour]]:
    """Every ink on every ground that text may stand on in a tone."""
    return [
        (f"{ink} on {ground}", getattr(tone, ink), getattr(tone, ground))
        for ink, ground in (
            ("ink", "ground"),
            ("soft", "ground"),
            ("accent", "ground"),
            ("ink", "fill"),
            ("ink", "hover"),
            ("ink", "highlight"),
            ("soft", "fill"),
            ("soft", "highlight"),
            ("primary_ink", "primary"),
            ("primary_ink", "primary_hover"),
        )
    ]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", TONES)
def test_every_text_has_enough_contrast(theme: Theme, name: ToneName) -> None:
    low = 7.0 if theme is HIGH_CONTRAST else 4.5
    weak = {
        what: round(contrast(ink, ground), 2)
        for what, ink, ground in pairs_of(theme.tones[name])
        if contrast(ink, ground) < low
    }
    assert weak == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", TONES)
def test_the_focus_ring_stands_out(theme: Theme, name: ToneName) -> None:
    tone = theme.tones[name]
    assert contrast(tone.focus, tone.ground) >= 3


def test_the_smallest_text_is_not_smaller_than_promised() -> None:
    assert min(style.size for style in TYPE.values()) >= SMALLEST_TEXT


@pytest.mark.window
@pytest.mark.parametrize("screen", [Gallery, Controls])
def test_texts_that_were_really_drawn_have_enough_contrast(
    launch: Launch, screen: type[Gallery] | type[Controls]
) -> None:
    pilot = launch(screen())
    faint = {tone.faint for tone in STANDARD.tones.values()}  # what cannot be pressed now
    weak = [
        one.text
        for one in pilot.texts()
        if one.ink not in faint
        and one.owner is not None
        and one.owner.role in ("text", "heading")
        and contrast(one.ink, one.ground) < 4.5
    ]
    assert weak == []


def lab(colour: Colour, vision: str) -> NDArray[np.float64]:
    """A colour in CIE L*a*b* as seen with one kind of vision."""
    share = np.array(colour) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(VISIONS[vision]) @ linear, 0, 1)
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    xyz = to_xyz @ seen / np.array([0.95047, 1, 1.08883])
    root = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


@pytest.mark.parametrize("vision", VISIONS)
def test_stages_are_told_apart_by_colour_in_every_vision(vision: str) -> None:
    for one, other in itertools.combinations(STAGES, 2):
        distance = np.linalg.norm(lab(one.colour, vision) - lab(other.colour, vision))
        assert distance >= 25, f"{one.name} and {other.name} look alike ({distance:.0f})"


def test_stages_are_told_apart_by_shape_alone() -> None:
    shelf = ShapeShelf()
    grey = (128, 128, 128)
    pictures = [shelf.mark(stage.shape, 24, grey) for stage in STAGES]
    for (one, a), (other, b) in itertools.combinations(zip(STAGES, pictures, strict=True), 2):
        unlike = sum(a.get_at((x, y)) != b.get_at((x, y)) for x in range(24) for y in range(24))
        assert unlike > 60, f"{one.name} and {other.name} have the same shape"


def test_contrast_is_that_of_the_web_rules() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
    assert mix((0, 0, 0), (255, 255, 255), 0.5) == (128, 128, 128)

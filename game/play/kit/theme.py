"""Every colour, size and type style of the screens, and the shapes that say what a colour says.

How they are drawn is next door in `shapes.py` and `painter.py`; how large a unit is, in `look.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Colour = tuple[int, int, int]
Face = Literal["text", "head"]
ToneName = Literal["paper", "card", "night", "alert", "calm"]
StageName = Literal["new", "know", "like", "trust", "buy"]
ShapeName = Literal[
    "none", "ring", "heart", "shield", "bag", "square", "diamond", "triangle", "dot"
]

SMALLEST_TEXT = 13
"""The least size of any text, in design units."""

SMALLEST_TARGET = 28
"""The least side of anything that can be clicked, in design units."""

TARGET_GAP = 6
"""The least distance between two things that can be clicked, in design units."""


@dataclass(frozen=True)
class TypeStyle:
    """How a text is set: size in design units, face, weight, line height as a multiple of size."""

    size: float
    face: Face = "text"
    weight: int = 400
    leading: float = 1.32


TYPE: dict[str, TypeStyle] = {
    "small": TypeStyle(13),
    "small-strong": TypeStyle(13, weight=600),
    "body": TypeStyle(15),
    "label": TypeStyle(15, weight=500),
    "strong": TypeStyle(15, weight=600),
    "lead": TypeStyle(17, leading=1.4),
    "lead-strong": TypeStyle(17, weight=600),
    "action": TypeStyle(16, "head", 500, 1.25),
    "number": TypeStyle(18, "head", 600, 1.2),
    "heading": TypeStyle(19, "head", 600, 1.25),
    "title": TypeStyle(24, "head", 600, 1.25),
    "display": TypeStyle(44, "head", 600, 1.12),
}
"""The type scale; every text names one of these."""


@dataclass(frozen=True)
class Tone:
    """The colours that belong together on one ground: what is written on it and built upon it."""

    ground: Colour
    ink: Colour
    soft: Colour
    faint: Colour
    line: Colour
    fill: Colour
    hover: Colour
    well: Colour
    highlight: Colour
    accent: Colour
    focus: Colour
    primary: Colour
    primary_hover: Colour
    primary_ink: Colour


INK: Colour = (38, 36, 48)
WHITE: Colour = (255, 255, 255)

HUES: dict[str, Colour] = {
    "orange": (230, 159, 0),
    "sky": (86, 180, 233),
    "green": (0, 158, 115),
    "yellow": (240, 228, 66),
    "blue": (0, 114, 178),
    "vermillion": (213, 94, 0),
    "purple": (204, 121, 167),
    "mint": (60, 200, 150),
    "new": (240, 236, 230),
    "know": (86, 180, 233),
    "like": (230, 159, 0),
    "trust": (0, 110, 100),
    "buy": (24, 44, 110),
}
"""Named colours for lines, pips and pictures; never the only carrier of a meaning."""


@dataclass(frozen=True)
class Stage:
    """A rung of the ladder as it looks: a colour and a shape, so that neither is needed alone."""

    name: StageName
    colour: Colour
    shape: ShapeName
    icon: str


STAGES: tuple[Stage, ...] = (
    Stage("new", HUES["new"], "none", "user-round"),
    Stage("know", HUES["know"], "ring", "eye"),
    Stage("like", HUES["like"], "heart", "heart"),
    Stage("trust", HUES["trust"], "shield", "badge-check"),
    Stage("buy", HUES["buy"], "bag", "shopping-bag"),
)


@dataclass(frozen=True)
class Theme:
    """One complete set of tones."""

    name: str
    tones: dict[ToneName, Tone]
    border: float = 1
    focus_width: float = 2
    shadows: bool = True


_PAPER = Tone(
    ground=(251, 247, 239),
    ink=INK,
    soft=(96, 92, 108),
    faint=(150, 145, 158),
    line=(224, 216, 203),
    fill=(246, 240, 229),
    hover=(238, 229, 212),
    well=(236, 229, 217),
    highlight=(255, 246, 219),
    accent=(150, 70, 0),
    focus=INK,
    primary=(0, 114, 178),
    primary_hover=(0, 95, 150),
    primary_ink=WHITE,
)
_CARD = Tone(**{**_PAPER.__dict__, "ground": (255, 253, 248)})
_NIGHT = Tone(
    ground=INK,
    ink=WHITE,
    soft=(214, 208, 222),
    faint=(140, 134, 152),
    line=(92, 88, 108),
    fill=(58, 55, 72),
    hover=(78, 74, 94),
    well=(70, 66, 84),
    highlight=(66, 62, 82),
    accent=(255, 221, 130),
    focus=(255, 221, 130),
    primary=(255, 253, 248),
    primary_hover=(236, 229, 217),
    primary_ink=INK,
)
_ALERT = Tone(
    ground=(184, 78, 0),
    ink=WHITE,
    soft=(255, 241, 230),
    faint=(240, 190, 150),
    line=(255, 220, 190),
    fill=(160, 66, 0),
    hover=(140, 56, 0),
    well=(150, 60, 0),
    highlight=(150, 60, 0),
    accent=(255, 241, 230),
    focus=WHITE,
    primary=WHITE,
    primary_hover=(255, 236, 220),
    primary_ink=INK,
)
_CALM = Tone(
    **{
        **_ALERT.__dict__,
        "ground": (0, 96, 88),
        "soft": (222, 244, 240),
        "faint": (150, 200, 190),
        "line": (160, 214, 204),
        "fill": (0, 80, 73),
        "hover": (0, 66, 60),
        "well": (0, 72, 66),
        "highlight": (0, 72, 66),
        "accent": (222, 244, 240),
    }
)

BLACK: Colour = (0, 0, 0)
_STARK: dict[str, Colour] = {
    "ground": WHITE,
    "ink": BLACK,
    "soft": (40, 40, 44),
    "faint": (96, 96, 100),
    "line": (60, 60, 64),
    "fill": WHITE,
    "hover": (228, 228, 232),
    "well": (206, 206, 210),
    "highlight": (255, 240, 150),
    "accent": (110, 44, 0),
    "focus": BLACK,
    "primary": (0, 62, 120),
    "primary_hover": (0, 40, 84),
    "primary_ink": WHITE,
}
_STARK_NIGHT: dict[str, Colour] = {
    "ground": BLACK,
    "ink": WHITE,
    "soft": (236, 236, 240),
    "faint": (170, 170, 176),
    "line": (200, 200, 204),
    "fill": (30, 30, 34),
    "hover": (66, 66, 72),
    "well": (70, 70, 76),
    "highlight": (60, 56, 20),
    "accent": (255, 226, 120),
    "focus": (255, 226, 120),
    "primary": WHITE,
    "primary_hover": (220, 220, 224),
    "primary_ink": BLACK,
}

STANDARD = Theme(
    "standard",
    {"paper": _PAPER, "card": _CARD, "night": _NIGHT, "alert": _ALERT, "calm": _CALM},
)
HIGH_CONTRAST = Theme(
    "high contrast",
    {
        "paper": Tone(**_STARK),
        "card": Tone(**_STARK),
        "night": Tone(**_STARK_NIGHT),
        "alert": Tone(**{**_STARK_NIGHT, "ground": (110, 40, 0), "fill": (60, 20, 0)}),
        "calm": Tone(**{**_STARK_NIGHT, "ground": (0, 60, 54), "fill": (0, 34, 30)}),
    },
    border=2,
    focus_width=4,
    shadows=False,
)


def luminance(colour: Colour) -> float:
    """Relative luminance from 0 (black) to 1 (white), as the web's contrast rules define it."""
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """A colour between two: `share` 0 is the first, 1 the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue

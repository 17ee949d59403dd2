"""Features: what a person looks like, read off the number of their face. The same number is always the same person.

How features are drawn is next door in `person.py` and `heads.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from game.play.figures.palette import HAIRS, PLAIN_CLOTHES, SKINS
from game.play.kit.theme import Colour

Hair = Literal["short", "long", "bun", "curls", "bob", "bald"]
Pattern = Literal["plain", "stripes", "scarf", "apron"]
Mood = Literal["smile", "blank", "talk"]

HAIR_STYLES: tuple[Hair, ...] = ("short", "long", "bun", "curls", "bob", "short", "bald")
PATTERNS: tuple[Pattern, ...] = ("plain", "stripes", "plain", "scarf", "apron")
TALLER = (-1.4, 0.0, 0.0, 1.6, 3.0)
"""How much lower than usual the head is carried, in units of the picture."""


@dataclass(frozen=True)
class Features:
    """Skin, hair and clothes; *down* is how much shorter than usual, *girth* how much wider."""

    skin: Colour
    hair: Colour
    style: Hair
    clothes: Colour
    pattern: Pattern
    down: float
    girth: float
    skirt: bool
    beard: bool


@lru_cache(maxsize=4096)
def features_of(face: int) -> Features:
    """The features of a face number."""
    digits = []
    for base in (5, 5, 7, 6, 5, 5, 3, 3, 4):
        face, digit = divmod(face, base)
        digits.append(digit)
    skin, hair, style, clothes, pattern, down, girth, skirt, beard = digits
    worn = HAIR_STYLES[style]
    return Features(
        skin=SKINS[skin],
        hair=HAIRS[hair],
        style=worn,
        clothes=PLAIN_CLOTHES[clothes % len(PLAIN_CLOTHES)],
        pattern=PATTERNS[pattern],
        down=TALLER[down],
        girth=(0.0, 0.8, -0.7)[girth],
        skirt=skirt == 0 and worn != "bald",
        beard=beard == 0 and worn in ("short", "bald", "curls"),
    )

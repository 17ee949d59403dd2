"""The colours of people, clothes and runners, and the emblems that say without colour which runner is which.

How they are drawn is next door in `person.py` and `runner.py`.
"""

from __future__ import annotations

from game.play.kit.theme import HUES, Colour, ShapeName

OUTLINE: Colour = (52, 44, 50)
SKINS: tuple[Colour, ...] = (
    (250, 222, 196),
    (236, 196, 160),
    (206, 156, 116),
    (160, 110, 78),
    (112, 74, 54),
)
HAIRS: tuple[Colour, ...] = (
    (38, 32, 34),
    (84, 54, 38),
    (150, 96, 48),
    (206, 168, 96),
    (176, 172, 170),
)
PLAIN_CLOTHES: tuple[Colour, ...] = (
    (222, 206, 188),
    (206, 214, 206),
    (220, 206, 214),
    (204, 210, 222),
    (230, 220, 196),
)
"""What people wear while nobody can tell how they stand with you."""

CLOTHES: dict[str, Colour] = {
    "new": HUES["new"],
    "know": HUES["know"],
    "like": HUES["like"],
    "trust": HUES["trust"],
    "buy": HUES["buy"],
    "advocate": HUES["buy"],
    "lapsed": (156, 150, 150),
    "hostile": (120, 42, 40),
}
MARKS: dict[str, tuple[ShapeName, Colour]] = {
    "know": ("ring", HUES["know"]),
    "like": ("heart", HUES["like"]),
    "trust": ("shield", HUES["trust"]),
    "buy": ("bag", HUES["buy"]),
    "advocate": ("diamond", HUES["yellow"]),
    "lapsed": ("dot", (156, 150, 150)),
    "hostile": ("triangle", HUES["vermillion"]),
}
CROWD: Colour = (212, 203, 190)
CROWD_EDGE: Colour = (158, 146, 132)

RUNNER_COLOURS: tuple[Colour, ...] = (
    (0, 110, 100),
    (196, 84, 10),
    (140, 84, 150),
    (30, 100, 170),
    (150, 104, 20),
    (96, 100, 116),
    (164, 60, 84),
)
"""Cloaks, by number: 0 is the player, then the rivals in the scenario's order."""

LANE_COLOURS: tuple[Colour, ...] = (
    (222, 240, 232),
    (252, 230, 216),
    (240, 228, 244),
    (222, 234, 248),
    (246, 236, 212),
    (232, 232, 238),
    (248, 226, 232),
)


def runner_colour(number: int) -> Colour:
    """The cloak of a runner; after seven they repeat, with another emblem."""
    return RUNNER_COLOURS[number % len(RUNNER_COLOURS)]


def lane_colour(number: int) -> Colour:
    """The pale ground of a runner's lane."""
    return LANE_COLOURS[number % len(LANE_COLOURS)]

"""Lights: what a scenario says about one needs something that can light it."""

from __future__ import annotations

from game.authoring.case import Block, Case
from game.sim.light import Light

LITTLE_REACH = 0.8  # a cut below this is a sign of rented ground, see `game/sim/insight.py`


def check_lights(case: Case) -> None:
    """L20, a warning, for a card after a light that is off, and for a light without evidence."""
    off = [
        light
        for lights in case.deep("lights")
        for light in lights.keys
        if (words := lights.block(light)) and words.value("off") is True
    ]
    for card in case.blocks("cards"):
        light = card.text("after_light")
        if light in off:
            message = f"{card.title} comes after the light `{light}`, which this scenario has off."
            card.report(
                "after_light", "L20", message, "Take `off` or the card away.", severity="warning"
            )
        elif light == Light.GROUND and not _can_show_ground(case):
            _without_evidence(card, "after_light", str(light))
    for lights in case.deep("lights"):
        if lights.has(Light.GROUND) and Light.GROUND not in off and not _can_show_ground(case):
            _without_evidence(lights, str(Light.GROUND), str(Light.GROUND))


def _without_evidence(block: Block, key: str, light: str) -> None:
    message = f"The light `{light}` has no evidence here: no place can close or change its rules."
    remedy = "Let a place close, or change its rules; or switch the light off."
    block.report(key, "L20", message, remedy, severity="warning")


def _can_show_ground(case: Case) -> bool:
    """Whether a place may close, on a date or for want of company, or show posts to far fewer."""
    places = case.blocks("places")
    return any(
        place.has("closes_week")
        or (place.value("owned") is not True and place.value("company_needed") != 0)
        or any(_is_little(change.value("reach")) for change in place.blocks("rule_changes"))
        for place in places
    )


def _is_little(reach: object) -> bool:
    return isinstance(reach, int | float) and reach < LITTLE_REACH

"""Finds what does not fit on a screen: texts beyond their box, boxes beyond theirs, targets too small.

Used on the gallery here and on every screen of the game by their own tests.
"""

from __future__ import annotations

import itertools

import pygame

from game.play.kit.dialog import Dialog, Remark
from game.play.kit.panels import Scroll
from game.play.kit.stepper import StepButton, Stepper
from game.play.kit.theme import SMALLEST_TARGET, SMALLEST_TEXT, TARGET_GAP
from game.play.kit.widget import Widget
from game.play.pilot import Pilot

SLACK = 1
"""Pixels that rounding may take."""


def misfits(pilot: Pilot) -> list[str]:
    """Everything on the screen that does not fit where it stands; empty when all is well."""
    found = [*_texts_beyond_their_box(pilot)]
    for widget in pilot.app.scene.top.walk():
        found += _beyond_its_parent(widget)
    found += _too_wide(pilot)
    return found


def scrolled_away(pilot: Pilot) -> int:
    """How many pixels of the screen are only seen by scrolling it."""
    root = pilot.app.scene.root
    return max(0, root.children[0].rect.h - root.rect.h)


def _texts_beyond_their_box(pilot: Pilot) -> list[str]:
    return [
        f"{one.text!r} at {one.rect} leaves {type(one.owner).__name__} {one.owner.rect}"
        for one in pilot.texts()
        if one.owner is not None and not _holds(one.owner.rect, one.rect)
    ]


def _beyond_its_parent(widget: Widget) -> list[str]:
    parent = widget.parent
    if parent is None or isinstance(parent, Scroll | Dialog) or isinstance(widget, Remark):
        return []
    if _holds(parent.rect, widget.rect):
        return []
    inner = f"{type(widget).__name__} {widget.id or widget.name()!r} {widget.rect}"
    return [f"{inner} leaves {type(parent).__name__} {parent.rect}"]


def _too_wide(pilot: Pilot) -> list[str]:
    """Nothing reaches beyond the window sideways: one can only scroll up and down."""
    width, _ = pilot.app.size
    return [
        f"{type(one).__name__} {one.id or one.name()!r} {one.rect} is wider than the window"
        for one in pilot.app.scene.top.walk()
        if one.rect.right > width + SLACK or one.rect.left < -SLACK
    ]


def _holds(outer: pygame.Rect, inner: pygame.Rect) -> bool:
    return outer.inflate(2 * SLACK, 2 * SLACK).contains(inner)


def small_targets(pilot: Pilot) -> list[str]:
    """Whatever can be clicked and is smaller than it may be, or too near to the next."""
    factor = pilot.app.look.factor
    least = round(SMALLEST_TARGET * factor) - SLACK
    targets = [
        one
        for one in pilot.app.scene.top.walk()
        if one.enabled
        and not isinstance(one, Stepper | Scroll)
        and (one.takes_focus or isinstance(one, StepButton))
    ]
    found = [f"{one.id}: {one.rect.size}" for one in targets if min(one.rect.size) < least]
    gap = round(TARGET_GAP * factor) - SLACK
    for one, other in itertools.combinations(targets, 2):
        if one.rect.inflate(gap, gap).colliderect(other.rect.inflate(gap - 1, gap - 1)):
            found.append(f"{one.id} and {other.id} are too near: {one.rect} {other.rect}")
    return found


def small_texts(pilot: Pilot) -> list[str]:
    """Texts below the least size, in design units at the text size of the settings."""
    look = pilot.app.look
    least = SMALLEST_TEXT * look.factor * look.text_scale - 0.01
    return [f"{one.text!r}: {one.size}" for one in pilot.texts() if one.size < least]

"""Actions, and the table of keys that call them: screens know actions only, never keys.

The table is kept with the other settings (`settings.py`) and may be changed by the player.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import pygame

from game.authoring.words import Words


class Action(StrEnum):
    """Everything that a key can ask for."""

    NEXT = "next"
    PREVIOUS = "previous"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    PRESS = "press"
    MORE = "more"
    LESS = "less"
    CHOOSE_1 = "choose_1"
    CHOOSE_2 = "choose_2"
    CHOOSE_3 = "choose_3"
    CHOOSE_4 = "choose_4"
    CHOOSE_5 = "choose_5"
    CHOOSE_6 = "choose_6"
    PAUSE = "pause"
    SPEED_1 = "speed_1"
    SPEED_2 = "speed_2"
    SPEED_3 = "speed_3"
    SPEED_4 = "speed_4"
    WEEK = "week"
    UNDO = "undo"
    REDO = "redo"
    BACK = "back"
    LOG = "log"
    GOALS = "goals"
    VOTE = "vote"
    RACE = "race"
    HELP = "help"
    REPEAT = "repeat"
    EXPLAIN = "explain"
    COACH = "coach"
    READ_ALL = "read_all"
    SPEAK = "speak"
    SAVE = "save"
    BIGGER = "bigger"
    SMALLER = "smaller"
    FULL_SCREEN = "full_screen"


CHOOSE = (
    Action.CHOOSE_1,
    Action.CHOOSE_2,
    Action.CHOOSE_3,
    Action.CHOOSE_4,
    Action.CHOOSE_5,
    Action.CHOOSE_6,
)

DEFAULT_KEYS: Mapping[Action, tuple[str, ...]] = {
    Action.NEXT: ("tab",),
    Action.PREVIOUS: ("shift+tab",),
    Action.UP: ("up",),
    Action.DOWN: ("down",),
    Action.LEFT: ("left",),
    Action.RIGHT: ("right",),
    Action.PAGE_UP: ("page up",),
    Action.PAGE_DOWN: ("page down",),
    Action.PRESS: ("return", "enter", "space"),
    Action.MORE: ("+", "shift+=", "=", "[+]"),
    Action.LESS: ("-", "[-]"),
    Action.CHOOSE_1: ("1", "[1]"),
    Action.CHOOSE_2: ("2", "[2]"),
    Action.CHOOSE_3: ("3", "[3]"),
    Action.CHOOSE_4: ("4", "[4]"),
    Action.CHOOSE_5: ("5", "[5]"),
    Action.CHOOSE_6: ("6", "[6]"),
    Action.PAUSE: ("p",),
    Action.SPEED_1: ("f5",),
    Action.SPEED_2: ("f6",),
    Action.SPEED_3: ("f7",),
    Action.SPEED_4: ("f8",),
    Action.WEEK: ("w",),
    Action.UNDO: ("ctrl+z",),
    Action.REDO: ("ctrl+y", "ctrl+shift+z"),
    Action.BACK: ("escape",),
    Action.LOG: ("l",),
    Action.GOALS: ("g",),
    Action.VOTE: ("v",),
    Action.RACE: ("r",),
    Action.HELP: ("f1",),
    Action.REPEAT: ("f2",),
    Action.EXPLAIN: ("f3",),
    Action.COACH: ("c",),
    Action.READ_ALL: ("f4",),
    Action.SPEAK: ("f9",),
    Action.SAVE: ("ctrl+s",),
    Action.BIGGER: ("ctrl+=", "ctrl++", "ctrl+shift+=", "ctrl+[+]"),
    Action.SMALLER: ("ctrl+-", "ctrl+[-]"),
    Action.FULL_SCREEN: ("f11",),
}

HELD_ALONE = frozenset(
    f"{side} {name}" for side in ("left", "right") for name in ("ctrl", "shift", "alt", "meta")
)
"""Names of keys that call nothing by themselves."""

MODIFIERS = (
    ("ctrl", pygame.KMOD_CTRL | pygame.KMOD_META),
    ("alt", pygame.KMOD_ALT),
    ("shift", pygame.KMOD_SHIFT),
)


def chord(event: pygame.Event) -> str:
    """The name of a pressed key with what was held: `ctrl+z`, `shift+tab`, `w`."""
    held = [name for name, mask in MODIFIERS if event.mod & mask]
    return "+".join([*held, pygame.key.name(event.key)])


def press_of(name: str) -> tuple[int, int]:
    """The key code and modifier mask of a chord's name; an unknown key raises `ValueError`."""
    held = 0
    rest = name
    for modifier, mask in MODIFIERS:
        if rest.startswith(f"{modifier}+") and rest != f"{modifier}+":
            rest = rest.removeprefix(f"{modifier}+")
            held |= mask & (pygame.KMOD_LCTRL | pygame.KMOD_LALT | pygame.KMOD_LSHIFT)
    return pygame.key.key_code(rest), held


@dataclass(frozen=True)
class KeyTable:
    """Which keys call which action; every key calls at most one."""

    keys: Mapping[Action, tuple[str, ...]]

    def action(self, name: str) -> Action | None:
        """What a chord calls, or None. Shift alone is forgiven: capitals call what letters call."""
        found = self._exactly(name)
        return found or self._exactly(name.removeprefix("shift+"))

    def key_of(self, action: Action) -> str:
        """The first key of an action, or nothing where it has none."""
        return next(iter(self.keys.get(action, ())), "")

    def with_key(self, action: Action, name: str) -> KeyTable:
        """The table with one key given to an action; who had it before gets the key given up."""
        given_up = self.key_of(action)
        holder = self._exactly(name)
        keys = {one: tuple(k for k in held if k != name) for one, held in self.keys.items()}
        keys[action] = (name, *keys[action][1:]) if given_up != name else self.keys[action]
        if holder is not None and holder is not action and not keys[holder]:
            keys[holder] = (given_up,) if given_up else ()
        return KeyTable(keys)

    def label(self, action: Action, words: Words) -> str:
        """The first key of an action as it is shown: `Ctrl+Z`, `Enter`."""
        return key_label(self.key_of(action), words)

    def _exactly(self, name: str) -> Action | None:
        return next((action for action, held in self.keys.items() if name in held), None)


def key_label(name: str, words: Words) -> str:
    """A chord's name as a player reads it on a keyboard."""
    if not name:
        return ""
    plus = name.endswith("+") and len(name) > 1
    parts = [*name[:-2].split("+"), "+"] if plus else name.split("+") if name != "+" else ["+"]
    return "+".join(_part_label(part, words) for part in parts if part)


def _part_label(part: str, words: Words) -> str:
    known = f"keys.{part.replace(' ', '_')}"
    return words(known) if known in words else part.strip("[]").upper()

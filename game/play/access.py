"""What a screen reader is told of the window: the widgets' tree, the focus, and what is said.

Needs the extra `access`; without it, or where it is not known to work, there is simply none. So far
that is everywhere but on Linux (AT-SPI). The tree itself is `kit/scene.py`'s.
"""

from __future__ import annotations

import sys
from collections import deque
from typing import TYPE_CHECKING, Any

import pygame

from game.play.kit.amounts import Slider
from game.play.kit.buttons import Button, Toggle
from game.play.kit.choices import ChoiceRow
from game.play.kit.dialog import Dialog
from game.play.kit.keys import Action
from game.play.kit.stepper import Stepper
from game.play.kit.widget import Widget

if TYPE_CHECKING:
    from game.play.window import Application

ROLES = {
    "button": "BUTTON",
    "chart": "FIGURE",
    "dialog": "DIALOG",
    "heading": "HEADING",
    "meter": "METER",
    "option": "RADIO_BUTTON",
    "picture": "IMAGE",
    "progress": "PROGRESS_INDICATOR",
    "radio button": "RADIO_BUTTON",
    "radio group": "RADIO_GROUP",
    "scroll": "SCROLL_VIEW",
    "slider": "SLIDER",
    "spot": "BUTTON",
    "stepper": "SPIN_BUTTON",
    "switch": "SWITCH",
    "text": "LABEL",
    "text field": "TEXT_INPUT",
    "tooltip": "TOOLTIP",
}
"""The names of a screen reader's roles for ours; what is not here is a mere container."""

WHOLE = frozenset({"button", "meter", "option", "progress", "stepper", "slider", "switch", "spot"})
"""Roles whose inside is told by their own name and value."""

WINDOW, LIVE, FIRST = 0, 1, 2
Told = tuple[int, Widget, tuple[int, ...]]


def attach(application: Application) -> ScreenReader | None:
    """Tell screen readers of an application's window from now on; None where that cannot be done."""
    if not sys.platform.startswith("linux") or pygame.display.get_driver() not in {
        "x11",
        "wayland",
    }:
        return None
    try:
        import accesskit
    except ImportError:
        return None
    return ScreenReader(application, accesskit)


class ScreenReader:
    """Keeps the other side's tree like ours, and does what it asks for."""

    def __init__(self, application: Application, accesskit: Any) -> None:
        self.app = application
        self.kit = accesskit
        self._asked: deque[tuple[str, int]] = deque()  # filled by the adapter's own thread
        self._numbers: dict[str, int] = {}
        self._widgets: dict[int, Widget] = {}
        self._sent: object = None
        self._said = ""
        application.listeners.append(self._say)
        self.adapter = accesskit.unix.Adapter(self._first_tree, self._ask, self._forget)
        self.adapter.update_window_focus_state(True)

    def frame(self) -> None:
        """Do what was asked for, then tell what has changed."""
        while self._asked:
            self._do(*self._asked.popleft())
        told = self._told(self.app.scene.top)
        self._widgets = {
            number: widget for number, widget, _ in told
        }  # built anew, one may look the same
        picture = self._picture(told)
        if picture != self._sent:
            self._sent = picture
            self.adapter.update_if_active(lambda: self._tree(told))

    def focused(self, has_focus: bool) -> None:
        """The window has got or lost the keyboard."""
        self.adapter.update_window_focus_state(has_focus)

    # --- the other side's thread --------------------------------------------------------------

    def _first_tree(self) -> Any:
        # Called from another thread: our tree must not be read there. The next frame sends it all.
        self._sent = None
        update = self._empty_tree()
        window = self.kit.Node(self.kit.Role.WINDOW)
        update.nodes.append((WINDOW, window))
        return update

    def _ask(self, request: Any) -> None:
        # The names of the actions are compared as text: the package's enumeration is not hashable.
        self._asked.append((str(request.action).rpartition(".")[2], int(request.target)))

    def _forget(self) -> None:
        self._sent = None

    # --- what is told -------------------------------------------------------------------------

    def _say(self, text: str) -> None:
        self._said = text

    def _told(self, top: Widget) -> list[Told]:
        """Every widget worth telling, with its number and its children's, depth first."""
        found: list[Told] = []
        self._gather(top, "", found)
        return found

    def _gather(self, widget: Widget, path: str, found: list[Told]) -> tuple[int, ...]:
        """Tell a widget and its inside; the numbers its parent is to list."""
        path = f"{path}/{widget.id or widget.role}"
        inside: list[int] = []
        if widget.role not in WHOLE:
            for place, child in enumerate(widget.shown()):
                inside += self._gather(child, path if child.id else f"{path}.{place}", found)
        if widget.role not in ROLES or not _name(widget):
            return tuple(inside)
        number = self._numbers.setdefault(path, FIRST + len(self._numbers))
        found.append((number, widget, tuple(inside)))
        return (number,)

    def _picture(self, told: list[Told]) -> object:
        """All that is told, comparable: to see whether anything has changed."""
        focus = self.app.scene.focus
        lines = tuple(
            (number, _name(w), w.value_text(), tuple(w.rect), w.enabled, inside)
            for number, w, inside in told
        )
        return lines, self._said, id(focus)

    def _empty_tree(self, focus: int = WINDOW) -> Any:
        update = self.kit.TreeUpdate(focus)
        tree = self.kit.Tree(WINDOW)
        tree.toolkit_name = "The Long Race"
        update.tree = tree
        return update

    def _tree(self, told: list[Told]) -> Any:
        inner = {number for _, _, inside in told for number in inside}
        focus = self.app.scene.focus
        numbers = {id(widget): number for number, widget, _ in told}
        update = self._empty_tree(numbers.get(id(focus), WINDOW))
        window = self.kit.Node(self.kit.Role.WINDOW)
        window.set_label(self.app.words("window.title"))
        window.set_children([*(n for n, _, _ in told if n not in inner), LIVE])
        live = self.kit.Node(self.kit.Role.LABEL)
        live.set_value(self._said)
        live.set_live(self.kit.Live.POLITE)
        update.nodes += [(WINDOW, window), (LIVE, live)]
        update.nodes += [(number, self._node(widget, inside)) for number, widget, inside in told]
        return update

    def _node(self, widget: Widget, inside: tuple[int, ...]) -> Any:
        node = self.kit.Node(getattr(self.kit.Role, ROLES[widget.role]))
        rect = widget.rect
        node.set_bounds(self.kit.Rect(rect.left, rect.top, rect.right, rect.bottom))
        node.set_children(list(inside))
        if widget.role == "text":
            node.set_value(widget.name())
        else:
            node.set_label(_name(widget))
        if widget.hint:
            node.set_description(widget.hint)
        if not widget.enabled:
            node.set_disabled()
        self._describe(node, widget)
        if widget.takes_focus:
            node.add_action(self.kit.Action.FOCUS)
            node.add_action(self.kit.Action.CLICK)
        return node

    def _describe(self, node: Any, widget: Widget) -> None:
        """What some kinds have beside a name."""
        match widget:
            case Stepper() | Slider():
                node.set_numeric_value(widget.value)
                node.set_min_numeric_value(widget.least)
                node.set_max_numeric_value(widget.most)
                node.set_value(widget.value_text())
                node.add_action(self.kit.Action.INCREMENT)
                node.add_action(self.kit.Action.DECREMENT)
            case Toggle():
                node.set_toggled(self._toggled(widget.on))
            case ChoiceRow() | Button() if ROLES[widget.role] == "RADIO_BUTTON":
                node.set_toggled(self._toggled(widget.selected))
            case Dialog():
                node.set_modal()
            case _ if widget.role != "text" and widget.value_text():
                node.set_value(widget.value_text())

    def _toggled(self, on: bool) -> Any:
        return self.kit.Toggled.TRUE if on else self.kit.Toggled.FALSE

    # --- what is asked ------------------------------------------------------------------------

    def _do(self, action: str, number: int) -> None:
        widget = self._widgets.get(number)
        if widget is None or not widget.takes_focus:
            return
        scene = self.app.scene
        scene.focus_on(widget)
        match action.upper():
            case "CLICK":
                scene.act(Action.PRESS)
            case "INCREMENT":
                scene.act(Action.MORE)
            case "DECREMENT":
                scene.act(Action.LESS)


def _name(widget: Widget) -> str:
    """What it is called; a scroll that is no stop of its own is not read as a whole."""
    if widget.role == "scroll" and not widget.takes_focus:
        return widget.label
    return widget.name()

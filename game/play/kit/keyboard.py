"""The keys on a scene: the focus first, then moving it, then shortcuts, then the screen.

Which key calls which action is in `keys.py`, what the mouse does in `mouse.py`; who has the focus is kept by the scene.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.play.kit import focus as ways
from game.play.kit.buttons import Pressable
from game.play.kit.keys import Action
from game.play.kit.panels import Scroll
from game.play.kit.widget import Widget

if TYPE_CHECKING:
    from game.play.kit.scene import Scene


class Keyboard:
    """What an action that a key calls does to a scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def act(self, action: Action, *, could_be_seen: bool) -> bool:
        """Do what is asked for; False where nobody does. *could_be_seen*: whether the focus was shown before."""
        scene = self.scene
        if self._first(action, could_be_seen):
            return True
        if action in (Action.NEXT, Action.PREVIOUS):
            by = 1 if action is Action.NEXT else -1
            widgets = ways.ring(scene.top)
            return scene.focus_on(
                ways.following(widgets, scene.focus, by, ways.start(widgets, self._pointed_at))
            )
        if action in (Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT):
            return self._move(action)
        if self._scroll(action) or self._shortcut(action):
            return True
        if action is Action.PRESS and scene.focus is not None and scene.focus.act(action):
            return True
        return self._above(action)

    def _first(self, action: Action, could_be_seen: bool) -> bool:
        """The focus itself; Enter reaches it only if it could be seen that it has the focus."""
        focus = self.scene.focus
        if focus is None or (action is Action.PRESS and not could_be_seen):
            return False
        return focus.takes_focus and focus.act(action)

    def _move(self, arrow: Action) -> bool:
        widgets = ways.ring(self.scene.top)
        first = ways.start(widgets, self._pointed_at)
        found = ways.beside(widgets, self.scene.focus, arrow, first)
        return self.scene.focus_on(found) if found is not None else self._scroll(arrow)

    @property
    def _pointed_at(self) -> pygame.Rect | None:
        """What a bubble points at: the keys begin there."""
        return self.scene.guide.about if self.scene.guide is not None else None

    def _scroll(self, action: Action) -> bool:
        top = self.scene.top
        start = self.scene.focus or top
        scrolls = [one for one in start.above() if isinstance(one, Scroll)]
        scrolls += [one for one in top.walk() if isinstance(one, Scroll) and one not in scrolls]
        return any(one.act(action) for one in scrolls)

    def _shortcut(self, action: Action) -> bool:
        found = (one for one in self.scene.top.walk() if isinstance(one, Pressable))
        button = next((one for one in found if one.shortcut is action and one.enabled), None)
        if button is None:
            return False
        if button.rect.size != (0, 0) and button.takes_focus:
            self.scene.focus = button
        return button.press()

    def _above(self, action: Action) -> bool:
        scene, focus = self.scene, self.scene.focus
        if action is Action.EXPLAIN and self._explain():
            return True
        if action is Action.EXPLAIN and focus is not None and focus.tooltip:
            scene.remark(focus, focus.tooltip)
            scene.say(focus.tooltip)
            return True
        if action is Action.REPEAT and focus is not None:
            scene.say(scene.spoken(focus))
            return True
        if action is Action.READ_ALL:
            scene.say(". ".join(scene.transcript()))
            return True
        if scene.dialogs:
            return scene.dialogs[-1].act(action) or (
                action is not Action.BACK and scene.on_action(action)
            )
        return scene.on_action(action)

    def _explain(self) -> bool:
        """Open what the lexicon knows: of the focus, or of all that can be read where nothing has it."""
        lexicon, focus = self.scene.lexicon, self.scene.focus
        if lexicon is None:
            return False
        if focus is not None and self.scene.focus_shown:
            texts = [focus.tooltip, *self._own_words(focus), focus.value_text(), focus.hint]
            return lexicon.explain(focus.tooltip, texts, focus.rect)
        return lexicon.explain("", self._own_words(self.scene.top), pygame.Rect(0, 0, 0, 0))

    def _own_words(self, widget: Widget) -> list[str]:
        """What a widget says in the game's own words: its texts that are linked, or its name where it has no text.

        Of words that are somebody else's, only the names of people that the game explains.
        """
        texts = [one for one in widget.walk() if one.role == "text"]
        if not texts:
            return [widget.name()]
        terms, own = self.scene.look.terms, [one.name() for one in texts if one.linked]
        others = [one.name() for one in texts if one.named and not one.linked]
        return own + [
            said[name.start : name.end]
            for said in others
            for name in terms.find(said, names_only=True)
        ]

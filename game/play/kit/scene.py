"""One tree of widgets at work: layout, focus, speech, remarks, and drawing only what changed.

What keys and the mouse do on it is in `keyboard.py` and `mouse.py`. The window that shows a scene and
feeds it events is `game/play/window.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import pygame

from game.play.kit import focus as ways
from game.play.kit.canvas import Canvas
from game.play.kit.dialog import Dialog, Remark
from game.play.kit.entry import TextInput
from game.play.kit.guide import Guide
from game.play.kit.keyboard import Keyboard
from game.play.kit.keys import Action
from game.play.kit.mouse import Mouse
from game.play.kit.painter import Drawn, Painter
from game.play.kit.panels import Scroll
from game.play.kit.terms import Lexicon
from game.play.kit.widget import Widget

if TYPE_CHECKING:
    from game.authoring.words import Words
    from game.play.kit.look import Look

REMARK = 4.0
"""Seconds that a remark about a refused step stays."""


def ignore(_: str) -> None:
    """Somewhere to send what nobody listens to."""


class Scene:
    """A tree and what happens to it; `say` gets what is spoken, `play` the names of sounds."""

    def __init__(
        self,
        root: Widget,
        look: Look,
        size: tuple[int, int],
        *,
        say: Callable[[str], None] = ignore,
        play: Callable[[str], None] = ignore,
        on_action: Callable[[Action], bool] = lambda _: False,
    ) -> None:
        self.look = look
        self.size = size
        self.say = say
        self.play = play
        self.on_action = on_action
        self.dialogs: list[Dialog] = []
        self._focus: Widget | None = None
        self.focus_shown = False
        self.mouse = Mouse(self)
        self.keyboard = Keyboard(self)
        self.note: Remark | None = None
        self.guide: Guide | None = None
        self.lexicon: Lexicon | None = None
        self.now = 0.0
        self._moved = 0.0
        self._is_held = False
        self.drawn: list[Drawn] = []
        self._note_ends = 0.0
        self._laid_out = False
        self._damage: list[pygame.Rect] = []
        self.root = _rooted(root)
        self._take(self.root)

    # --- the tree -----------------------------------------------------------------------------

    @property
    def words(self) -> Words:
        """The words of the kit itself: roles, on and off."""
        return self.look.words

    @property
    def _window(self) -> pygame.Rect:
        return pygame.Rect(0, 0, *self.size)

    @property
    def top(self) -> Widget:
        """What can be reached now: the last opened dialog, or the whole screen."""
        return self.dialogs[-1] if self.dialogs else self.root

    @property
    def focus(self) -> Widget | None:
        """What keys speak to now."""
        return self._focus

    @focus.setter
    def focus(self, widget: Widget | None) -> None:
        for one in (self._focus, widget):
            if one is not None:
                self.damage(one.rect)
        self._focus = widget

    def find(self, widget_id: str) -> Widget:
        """The shown widget of that id, dialogs first; an unknown id raises `LookupError`."""
        for tree in (*reversed(self.dialogs), self.root):
            found = next((one for one in tree.walk() if one.id == widget_id), None)
            if found is not None:
                return found
        known = sorted({one.id for one in self.root.walk() if one.id})
        raise LookupError(f"Nothing shown has the id {widget_id!r}; there are {', '.join(known)}.")

    def replace(self, root: Widget) -> None:
        """Show another tree; focus, scroll positions and carets of the same ids stay."""
        gone = self.root
        focus_id = self.focus.id if self.focus else ""
        was_in_dialog = bool(self.dialogs)
        self.root = _rooted(root)
        self._take(self.root)
        self.relayout()
        _hand_on(gone, self.root)
        self.mouse.forget()
        self.note = None
        gone.dismantle()
        if not was_in_dialog:
            self.focus = None
            self._settle()
            found = next((w for w in ways.ring(self.top) if focus_id and w.id == focus_id), None)
            self.focus = found

    def swap(self, old: Widget, new: Widget) -> None:
        """Show another widget in the place of one; only what looks or stands otherwise is drawn again."""
        self._settle()
        inside = list(old.everything())
        focus_id = self.focus.id if self.focus in inside and self.focus is not None else None
        self._take(new)
        _hand_on(old, new)
        new.put_in_place_of(old)
        self.mouse.forget_of(old)
        if self.note is not None and self.note.about in inside:
            self.note_gone()
        self.damage(old.rect)
        new.forget_above()
        self.root.arrange(self.look, self._window)
        self.damage(new.rect)
        if focus_id is not None:
            self.focus = next((w for w in ways.ring(new) if focus_id and w.id == focus_id), None)
        old.dismantle()

    def open(self, dialog: Dialog, *, focus: str = "") -> None:
        """Put a dialog over everything; it takes the focus."""
        self._settle()
        self.dialogs.append(dialog)
        self.mouse.forget()
        self.note = None
        self._take(dialog)
        dialog.forget()
        dialog.arrange(self.look, self._window)
        self.damage_all()
        self.focus = None
        heard = [
            one.name() for one in dialog.walk() if one.role in ("dialog", "text") and one.name()
        ]
        self.say(". ".join(heard))
        if focus:
            self.focus_on(self.find(focus))

    def close(self) -> None:
        """Take the last opened dialog away."""
        if self.dialogs:
            gone = self.dialogs.pop()
            self.mouse.forget()
            self.focus = self.note = None
            gone.dismantle()
            self.damage_all()

    def _take(self, tree: Widget) -> None:
        for widget in tree.everything():
            widget.scene = self

    # --- layout -------------------------------------------------------------------------------

    def resize(self, look: Look, size: tuple[int, int]) -> None:
        """Another window size, interface size, text size or theme."""
        self.look = look
        self.size = size
        self.relayout()

    def relayout(self) -> None:
        """Measure everything again before the next frame."""
        self._laid_out = False

    def damage(self, rect: pygame.Rect) -> None:
        """Draw what lies in a rect again in the next frame."""
        self._damage.append(rect.inflate(*(2 * self.look.px(14),) * 2))

    def damage_all(self) -> None:
        """Draw everything again in the next frame."""
        self._damage = [self._window]

    def _settle(self) -> None:
        if self._laid_out:
            return
        self._laid_out = True
        window = self._window
        for tree in (self.root, *self.dialogs):
            tree.forget()
            tree.arrange(self.look, window)
        if self.guide is not None:
            self.guide.mind(self.top, self.look)
        for over in (self.guide, self.note):
            if over is not None:
                over.forget()
                over.arrange(self.look, window)
        if self.focus is not None and self.focus not in ways.ring(self.top):
            self.focus = None
        self.damage_all()

    # --- keys ---------------------------------------------------------------------------------

    def act(self, action: Action) -> bool:
        """Do what a key asks for; False where nobody does."""
        self._settle()
        self.note_gone()
        could_be_seen = self.focus_shown
        self.show_focus(True)
        return self.keyboard.act(action, could_be_seen=could_be_seen)

    def focus_on(self, widget: Widget | None) -> bool:
        """Give the focus to a widget, bring it into view and speak it."""
        if widget is None:
            return False
        self._settle()
        self.focus = widget
        self.focus_shown = True
        self.reveal(widget)
        self.damage(widget.rect)
        self.say(self.spoken(widget))
        return True

    def reveal(self, widget: Widget) -> None:
        """Scroll as little as brings a widget into view."""
        self._settle()
        for one in widget.above():
            if isinstance(one, Scroll) and one is not widget:
                one.reveal(widget.rect, self.look.px(14))

    def spoken(self, widget: Widget) -> str:
        """What is said of a widget, with its role in words."""
        known = f"kit.role.{widget.role.replace(' ', '_')}"
        return widget.spoken(lambda role: self.words(known) if known in self.words else "")

    @property
    def heading(self) -> str:
        """What the screen is called by its first heading, for whoever does not see it."""
        return next((one.name() for one in self.root.walk() if one.role == "heading"), "")

    def transcript(self) -> list[str]:
        """Everything that can be read or reached now, in order, as it would be spoken."""
        self._settle()
        said = [self.spoken(one) for one in self.top.walk() if one.name() or one.value_text()]
        return [one for one in (*said, self.guide.text if self.guide else "") if one]

    # --- text ---------------------------------------------------------------------------------

    @property
    def writing(self) -> TextInput | None:
        """The field that takes typed text now, if one has the focus."""
        return self.focus if isinstance(self.focus, TextInput) else None

    # --- mouse --------------------------------------------------------------------------------

    def point(self, where: tuple[int, int], kind: Literal["move", "down", "up"]) -> None:
        """The mouse moved, or its main button was pressed or let go, at a point in pixels."""
        self._settle()
        self.mouse.point(where, kind)

    def at(self, where: tuple[int, int]) -> Widget | None:
        """What the mouse reaches at a point: the guide's bubble first."""
        guided = self.guide.at(where) if self.guide is not None else None
        return guided or self.top.at(where)

    def wheel(self, where: tuple[int, int], notches: float) -> None:
        """The wheel turned over a point; upwards is positive."""
        self._settle()
        self.mouse.wheel(where, notches)

    def hand_over(self, widget: Widget) -> None:
        """Give the focus to what was clicked, without a word and without a ring."""
        self.show_focus(False)
        self.focus = widget

    def show_focus(self, shown: bool) -> None:
        """The ring is for those who use keys."""
        if shown != self.focus_shown:
            self.focus_shown = shown
            if self.focus is not None:
                self.damage(self.focus.rect)

    # --- remarks and time ---------------------------------------------------------------------

    def guide_by(self, guide: Guide | None) -> None:
        """Show a bubble that points at something, instead of the one before; or none."""
        if self.guide is not None:
            self.damage(self.guide.extent)
            self.mouse.forget_of(self.guide)
        self.guide = guide
        if guide is not None:
            self._take(guide)

    def guide_to(self, about: pygame.Rect) -> None:
        """Let the bubble point at a place; it need not be told twice."""
        self._settle()
        guide = self.guide
        if guide is None or not guide.move_to(about):
            return
        self.damage(guide.extent)
        guide.mind(self.top, self.look)
        guide.forget()
        guide.arrange(self.look, self._window)
        self.damage(guide.extent)

    def remark(self, about: Widget, text: str, seconds: float = REMARK) -> None:
        """Show a few words beside a widget for a while."""
        self.note_gone()
        self.note = Remark(text, about)
        self._note_ends = self.now + seconds
        self._take(self.note)
        self.note.arrange(self.look, self._window)
        self.damage(self.note.rect)

    def note_gone(self, *, resting_only: bool = False) -> None:
        """Take the remark away, if one is shown; or only if it is a tooltip of the mouse."""
        if self.note is not None and (not resting_only or self._note_ends == math.inf):
            self.damage(self.note.rect)
            self.note = None

    def tick(self, seconds: float) -> None:
        """Time goes on: tooltips appear, remarks vanish, moving canvases move."""
        self._settle()
        self.now += seconds
        if self.note is not None and self.now >= self._note_ends:
            self.note_gone()
        rested_on = self.mouse.rested_on
        if rested_on is not None and self.note is None:
            told = rested_on.told()
            if told:
                self.remark(rested_on, told, math.inf)
        held, self._is_held = self._is_held or bool(self.dialogs), False
        if held:
            return
        self._moved = self.now
        if not self.look.reduced_motion:
            for one in self.root.walk():
                if isinstance(one, Canvas) and one.moving:
                    self._damage.append(one.rect.copy())

    def hold(self) -> None:
        """Let what moves stand still for one frame, which has enough to do."""
        self._is_held = True

    # --- drawing ------------------------------------------------------------------------------

    def paint(self, surface: pygame.Surface) -> list[pygame.Rect]:
        """Draw what changed since the last time; gives back the parts drawn, in pixels."""
        self._settle()
        window = self._window
        parts = merged([rect.clip(window) for rect in self._damage])
        self._damage = []
        self.drawn = []
        for part in parts:
            surface.set_clip(part)
            self._paint_part(surface, part)
        surface.set_clip(None)
        return parts

    def _paint_part(self, surface: pygame.Surface, part: pygame.Rect) -> None:
        painter = Painter(surface, self.look)
        # below a dialog all stands still, whatever part of it is drawn anew
        painter.now = self._moved
        painter.focus = self.focus if self.focus_shown else None
        painter.hover, painter.pressed = self.mouse.hover, self.mouse.pressed
        painter.fill(part, "ground")
        self.root.paint_tree(painter)
        painter.now = self.now
        for dialog in self.dialogs:
            dialog.paint_tree(painter)
        if self.guide is not None and self.guide.about.w:
            self.guide.paint_tree(painter)
        if self.note is not None:
            self.note.paint_tree(painter)
        self.drawn += painter.drawn


def merged(rects: list[pygame.Rect]) -> list[pygame.Rect]:
    """Rects that touch become one, so that nothing is drawn twice."""
    found: list[pygame.Rect] = []
    for one in rects:
        if not one.w or not one.h:
            continue
        whole = one
        while (hit := whole.collidelist(found)) >= 0:
            whole = whole.union(found.pop(hit))
        found.append(whole)
    return found


def _rooted(root: Widget) -> Scroll:
    """Every screen stands in a scroll: what does not fit a small window can still be reached."""
    return Scroll(root, id="screen")


def _hand_on(old: Widget, new: Widget) -> None:
    """Let a tree take over what lasts (scroll positions, carets) from the one before, by id or order."""
    before = {one.id or f"#{n}": one for n, one in enumerate(_lasting(old))}
    for number, one in enumerate(_lasting(new)):
        same = before.get(one.id or f"#{number}")
        if same is not None:
            one.adopt(same)


def _lasting(tree: Widget) -> list[Widget]:
    return [one for one in tree.everything() if type(one).adopt is not Widget.adopt]

"""The widget: one node of the tree that drawing, focus, speech and tests all read.

What arranges widgets is in `layout.py`; what drives a whole tree, in `scene.py`. Sizes asked for
are design units; sizes answered, and rects, are pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple, TypedDict, Unpack

import pygame

from game.play.kit.keys import Action
from game.play.kit.theme import ToneName

if TYPE_CHECKING:
    from game.play.kit.look import Look
    from game.play.kit.painter import Painter
    from game.play.kit.scene import Scene

Align = Literal["start", "center", "end", "stretch"]


class Extent(NamedTuple):
    """A length in pixels: the least that can be borne, and what is wished for."""

    least: int
    wish: int


class Options(TypedDict, total=False):
    """What every widget may be given by name; lengths in design units."""

    id: str
    """Names it for the screen, for tests and for keeping focus when a screen is built anew."""
    label: str
    """What it is called when spoken; a widget with a text of its own needs none."""
    hint: str
    """A spoken remark after label and value."""
    tooltip: str
    """Shown after resting on it, or by the key that explains."""
    grow: float
    """Its share of the space left over; 0 keeps to its own size."""
    width: float
    """A fixed width; texts inside still wrap."""
    max_width: float
    """Never wider; grows with the text size."""
    min_width: float
    """Never narrower; grows with the text size."""
    min_height: float
    """Never lower."""
    align: Align
    """Where it stands across its row or column, if it does not fill it."""
    enabled: bool
    """False: seen, not reached, and faint."""
    tone: ToneName
    """The set of colours for it and all inside."""


class Widget:
    """A rectangle with a meaning: measured, arranged, drawn, perhaps focused, always nameable."""

    role: ClassVar[str] = "group"
    is_focusable: ClassVar[bool] = False
    draws_own_focus: ClassVar[bool] = False
    yields: ClassVar[bool] = False
    """Whether it gives up room in a row before its neighbours do."""
    linked: bool = True
    """Whether its words are the game's own, so that those that the game explains are met in it in the game's sense."""
    named: bool = True
    """Whether the names of the people of a game are met in its words."""
    focus_radius: ClassVar[float] = 12
    focus_margin: ClassVar[float] = 3

    def __init__(self, *children: Widget, **options: Unpack[Options]) -> None:
        self.id = options.get("id", "")
        self.label = options.get("label", "")
        self.hint = options.get("hint", "")
        self.tooltip = options.get("tooltip", "")
        self.grow = options.get("grow", 0.0)
        self.align: Align = options.get("align", "stretch")
        self.enabled = options.get("enabled", True)
        self.own_tone: ToneName | None = options.get("tone")
        self._fixed = options.get("width")
        self._max_width = options.get("max_width")
        self._min_width = options.get("min_width", 0.0)
        self._min_height = options.get("min_height", 0.0)
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.parent: Widget | None = None
        self.scene: Scene | None = None
        self.children: list[Widget] = []
        self._widths: Extent | None = None
        self._heights: dict[int, Extent] = {}
        self._is_placed = False
        for child in children:
            self.add(child)

    # --- the tree -----------------------------------------------------------------------------

    def add(self, child: Widget) -> None:
        """Put a widget inside, last."""
        child.parent = self
        self.children.append(child)

    def shown(self) -> list[Widget]:
        """The children that take part now."""
        return self.children

    def walk(self) -> Iterator[Widget]:
        """This widget and all shown below it, in reading order."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += reversed(one.shown())

    def everything(self) -> Iterator[Widget]:
        """This widget and all below it, shown or not."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += reversed(one.children)

    def put_in_place_of(self, old: Widget) -> None:
        """Stand where another stood in its tree."""
        parent = old.parent
        assert parent is not None, "a root is replaced by the scene"
        parent.children[parent.children.index(old)] = self
        self.parent = parent

    def dismantle(self) -> None:
        """Take a tree that is shown no more apart, so that it is gone at once: nobody has to look for its circles."""
        for one in list(self.everything()):
            one.parent = None
            one.children = []

    def above(self) -> Iterator[Widget]:
        """This widget, its parent, and so on to the root."""
        widget: Widget | None = self
        while widget is not None:
            yield widget
            widget = widget.parent

    @property
    def tone(self) -> ToneName:
        """The set of colours it is drawn in: its own or the nearest one above."""
        return next((one.own_tone for one in self.above() if one.own_tone), "paper")

    @property
    def root(self) -> Widget:
        """The top of its tree."""
        return list(self.above())[-1]

    # --- measuring ----------------------------------------------------------------------------

    def widths(self, look: Look) -> Extent:
        """Its least and wished width in pixels, with the widths it was given taken into account."""
        if self._widths is None:
            least, wish = self.measure_width(look)
            least = max(least, look.text_px(self._min_width))
            if self._fixed is not None:
                least = wish = max(least, look.px(self._fixed))
            if self._max_width is not None:
                wish = min(wish, look.text_px(self._max_width))
            self._widths = Extent(least, max(least, wish))
        return self._widths

    def heights(self, look: Look, width: int) -> Extent:
        """Its least and wished height in pixels at a width in pixels."""
        if width not in self._heights:
            least, wish = self.measure_height(look, self._narrowed(look, width))
            floor = look.px(self._min_height)
            self._heights[width] = Extent(max(least, floor), max(wish, floor))
        return self._heights[width]

    def measure_width(self, look: Look) -> Extent:
        """Its own least and wished width in pixels; for kinds of widgets to say."""
        spans = [child.widths(look) for child in self.shown()]
        return Extent(
            max((s.least for s in spans), default=0), max((s.wish for s in spans), default=0)
        )

    def measure_height(self, look: Look, width: int) -> Extent:
        """Its own least and wished height at a width; for kinds of widgets to say."""
        spans = [child.heights(look, width) for child in self.shown()]
        return Extent(
            max((s.least for s in spans), default=0), max((s.wish for s in spans), default=0)
        )

    def baseline(self, look: Look, width: int) -> int:
        """From its top to its first line's baseline, in pixels; all of it where it has none."""
        return self.heights(look, width).wish

    def forget(self) -> None:
        """Forget what was measured, here and below."""
        for one in self.everything():
            one.forget_own()

    def forget_above(self) -> None:
        """Forget what was measured, here and above: what stands beside it is as large as it was."""
        for one in self.above():
            one.forget_own()

    def forget_own(self) -> None:
        """Forget what was measured of it, and that it has its place."""
        self._widths = None
        self._heights = {}
        self._is_placed = False

    def arrange(self, look: Look, rect: pygame.Rect) -> None:
        """Take a place, and give the children theirs, unless it has that place and nothing was forgotten."""
        if rect == self.rect and self._is_placed:
            return
        if rect != self.rect and self.rect.w and self.scene is not None:
            self.scene.damage(self.rect)
            self.scene.damage(rect)
        self.rect = rect
        self._is_placed = True
        self.place(look)

    def place(self, look: Look) -> None:
        """Give the children their places inside `rect`; here: all of it to each."""
        for child in self.shown():
            child.arrange(look, child.aligned(look, self.rect))

    def aligned(self, look: Look, slot: pygame.Rect) -> pygame.Rect:
        """Its rect inside a slot, as its `align` and `max_width` wish, the slot's height kept."""
        width = self._narrowed(look, slot.w)
        if self.align != "stretch":
            width = min(width, self.widths(look).wish)
        left = {"center": (slot.w - width) // 2, "end": slot.w - width}.get(self.align, 0)
        if self.align == "stretch" and width < slot.w:
            left = (slot.w - width) // 2 if self._max_width is not None else 0
        return pygame.Rect(slot.x + left, slot.y, width, slot.h)

    def shift(self, dx: int, dy: int) -> None:
        """Move it and all inside by pixels, as scrolling does."""
        for widget in self.everything():
            widget.rect.move_ip(dx, dy)

    def _narrowed(self, look: Look, width: int) -> int:
        if self._fixed is not None:
            width = min(width, self.widths(look).wish)
        if self._max_width is not None:
            width = min(width, max(self.widths(look).least, look.text_px(self._max_width)))
        return width

    # --- drawing ------------------------------------------------------------------------------

    def paint(self, painter: Painter) -> None:
        """Draw itself, without its children; for kinds of widgets to say."""

    def paint_tree(self, painter: Painter) -> None:
        """Draw itself and all inside that lies in the painter's clip."""
        if not self.rect.inflate(*(painter.look.px(24),) * 2).colliderect(painter.clip):
            return
        painter.owner = self
        painter.tone = self.tone
        self.paint(painter)
        self.paint_children(painter)
        if painter.focus is self and not self.draws_own_focus:
            painter.tone = self.parent.tone if self.parent else self.tone
            grown = self.rect.inflate(*(2 * painter.look.px(self.focus_margin),) * 2)
            painter.focus_ring(grown, self.focus_radius + self.focus_margin)

    def paint_children(self, painter: Painter) -> None:
        """Draw the children, in order."""
        for child in self.shown():
            child.paint_tree(painter)

    def changed(self) -> None:
        """Say that it looks different now: it is drawn again in the next frame."""
        if self.scene is not None:
            self.scene.damage(self.rect)

    def resized(self) -> None:
        """Say that it may need another size now: all is measured again before the next frame."""
        if self.scene is not None:
            self.scene.relayout()

    # --- acting and speaking ------------------------------------------------------------------

    @property
    def takes_focus(self) -> bool:
        """Whether Tab stops here now."""
        return self.is_focusable and self.enabled

    def name(self) -> str:
        """What it is called."""
        return self.label

    def value_text(self) -> str:
        """Its value in words, where it has one."""
        return ""

    def told(self) -> str:
        """What is told of it to whoever rests on it; nothing where it is empty."""
        return self.tooltip

    def spoken(self, role: Callable[[str], str] = str) -> str:
        """Name, role, value and hint as one sentence; `role` puts the role into words."""
        parts = [self.name(), role(self.role), self.value_text(), self.hint]
        return ", ".join(part for part in parts if part)

    def act(self, action: Action) -> bool:
        """Do what a key asks for; False leaves it to whoever is above."""
        return False

    def point(self, where: tuple[int, int], kind: Literal["down", "drag", "up"]) -> bool:
        """The mouse pressed, dragged or let go here; True if it had an effect."""
        return False

    def type(self, text: str) -> bool:
        """Text typed while it has the focus; True if it took it."""
        return False

    def adopt(self, old: Widget) -> None:
        """Take over what lasts (scroll position, caret) from the same widget of a build before."""

    def at(self, where: tuple[int, int]) -> Widget | None:
        """The topmost widget at a point that answers to the mouse or has a tooltip."""
        if not self.rect.collidepoint(where):
            return None
        for child in reversed(self.shown()):
            found = child.at(where)
            if found is not None:
                return found
        return self if self.is_focusable or self.tooltip else None

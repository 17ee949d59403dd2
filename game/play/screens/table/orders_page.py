"""Standing orders, put together from menus: when this holds on a Monday, so many half-hours go from here to there.

What may be looked at is decided in `game/play/presenters/conditions.py`; the other settings of the plan are next door
in `adjust_dialog.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from game.authoring.words import Words
from game.play.kit import (
    Button,
    Column,
    Icon,
    IconButton,
    Option,
    Panel,
    Row,
    Segmented,
    Stepper,
    Text,
    Toggle,
    Widget,
)
from game.play.presenters.conditions import PLACE, STEPS, Look, condition_words, look_name
from game.play.presenters.draft import Draft
from game.sim.lever import SOCIAL_LEVERS, Lever
from game.sim.plan import MAX_ORDERS, StandingOrder

COUNTS = (1, 2, 3, 4)


@dataclass(frozen=True)
class OrderForm:
    """The order being put together: what is looked at (two things at most), and the half-hours that move."""

    looks: tuple[Look, ...] = (Look(),)
    source: Lever = Lever.CREATE
    target: Lever = Lever.REPLY
    count: int = 2

    def order(self) -> StandingOrder:
        """The order it would be."""
        when = " and ".join(look.condition for look in self.looks)
        return StandingOrder(when, self.source, self.target, self.count)

    def with_look(self, place: int, look: Look) -> OrderForm:
        """The same, looking at something else in one place."""
        return replace(self, looks=(*self.looks[:place], look, *self.looks[place + 1 :]))


@dataclass(frozen=True)
class Ordering:
    """What the page shows and where its changes go: what is on offer to look at, and the names of places by id."""

    draft: Draft
    unlocked: frozenset[Lever]
    form: OrderForm
    offered: tuple[str, ...]
    places: dict[str, str]
    change: Callable[[Draft], None]
    fill: Callable[[OrderForm], None]


def orders_page(state: Ordering, words: Words) -> Widget:
    """The orders there are, and the form for another."""
    orders = state.draft.plan.orders
    rows: list[Widget] = [
        Row(
            Icon("calendar", 18, colour="soft"),
            Text(order_words(order, state.places, words), "label", grow=1, id=f"order.{place}"),
            IconButton(
                "x",
                words("adjust.order_remove"),
                id=f"order.{place}.remove",
                on_press=partial(_remove, state, place),
            ),
            gap=8,
        )
        for place, order in enumerate(orders)
    ]
    if len(orders) >= MAX_ORDERS:
        return Column(*rows, Text(words("adjust.order_full"), colour="soft"), gap=8)
    return Column(*rows, *_form(state, words), gap=8)


def _form(state: Ordering, words: Words) -> list[Widget]:
    form = state.form
    looks = [_look(state, place, words) for place in range(len(form.looks))]
    both = Toggle(
        words("order.second"),
        len(form.looks) > 1,
        on_change=lambda on: state.fill(_second(state, on)),
        id="order.second",
    )
    moves = form.order()
    said = order_words(moves, state.places, words)
    add = Button(
        words("adjust.order_add"),
        icon="plus",
        enabled=form.source is not form.target,
        on_press=lambda: state.change(
            state.draft.with_settings(orders=(*state.draft.plan.orders, moves))
        ),
        id="order.add",
    )
    return [
        Text(words("adjust.order_when"), "label"),
        *looks,
        both,
        *_shift(state, words),
        Row(Text(said, "body", colour="soft", grow=1, id="order.said"), add, gap=12),
    ]


def _second(state: Ordering, on: bool) -> OrderForm:
    form = state.form
    first = form.looks[0]
    return replace(form, looks=(first, first.turned(state.offered, 1)) if on else (first,))


def _look(state: Ordering, place: int, words: Words) -> Widget:
    """What is looked at (turned by two buttons), over or under, and how much."""
    look = state.form.looks[place]

    def fill(changed: Look) -> None:
        state.fill(state.form.with_look(place, changed))

    def turn(by: int) -> None:
        fill(look.turned(state.offered, by))

    is_place = look.what.startswith(PLACE)
    ways = ("order.open", "order.closed") if is_place else ("order.over", "order.under")
    chosen = Segmented(
        [Option(words(one)) for one in ways],
        0 if look.over else 1,
        lambda at: fill(replace(look, over=at == 0)),
        id=f"order.way.{place}",
        min_width=196,
    )
    name = look_name(look.what, state.places, words)
    before, after = (
        IconButton(
            icon, words(f"order.{way}"), id=f"order.{way}.{place}", on_press=partial(turn, by)
        )
        for icon, way, by in (("chevron-left", "before", -1), ("chevron-right", "next", 1))
    )
    what = Text(name, "strong", grow=1, text_align="middle", id=f"order.what.{place}")
    parts: list[Widget] = [before, what, after, chosen]
    if not is_place:
        parts.append(_value(look, place, fill, words))
    return Panel(Row(*parts, gap=8, wrap=True), padding=(10, 5), fill="fill", radius=12)


def _value(look: Look, place: int, fill: Callable[[Look], None], words: Words) -> Widget:
    steps = STEPS[look.what]
    return Stepper(
        words.number(look.value),
        steps.index(look.value),
        most=len(steps) - 1,
        beads=0,
        note=" ",
        label=words("order.value"),
        value_words=lambda at: words.number(steps[at]),
        on_change=lambda at: fill(replace(look, value=steps[at])),
        id=f"order.value.{place}",
        min_width=130,
    )


def _shift(state: Ordering, words: Words) -> list[Widget]:
    """How many half-hours, from where, to where."""
    form, fill = state.form, state.fill

    def menu(name: str, texts: list[str], at: int, put: Callable[[int], OrderForm]) -> Widget:
        options = [Option(text) for text in texts]
        chosen = Segmented(options, at, lambda place: fill(put(place)), id=f"order.{name}")
        return Column(Text(words(f"adjust.order_{name}"), "label"), chosen, gap=3)

    known = state.unlocked | {form.source, form.target}
    levers: list[Lever] = [one for one in SOCIAL_LEVERS if one in known]
    names = [words(f"lever.{one.value}") for one in levers]
    return [
        menu("count", [str(one) for one in COUNTS], COUNTS.index(form.count),
             lambda at: replace(form, count=COUNTS[at])),
        menu("from", names, levers.index(form.source), lambda at: replace(form, source=levers[at])),
        menu("to", names, levers.index(form.target), lambda at: replace(form, target=levers[at])),
    ]  # fmt: skip


def _remove(state: Ordering, place: int) -> None:
    orders = state.draft.plan.orders
    kept = orders[:place] + orders[place + 1 :]
    state.change(state.draft.with_settings(orders=kept))


def order_words(order: StandingOrder, places: dict[str, str], words: Words) -> str:
    """An order as a sentence."""
    return words(
        "adjust.order_line",
        when=condition_words(order.when, places, words),
        count=order.count,
        source=words(f"lever.{order.source.value}"),
        target=words(f"lever.{order.target.value}"),
    )

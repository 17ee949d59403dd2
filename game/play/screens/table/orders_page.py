"""Standing orders, put together from menus: when this holds on a Monday, so many half-hours go from here to there.

The other settings of the plan are next door in `adjust_dialog.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from game.authoring.words import Words
from game.play.kit import Button, Column, Grid, IconButton, Option, Row, Segmented, Text, Widget
from game.play.presenters.draft import Draft
from game.sim.lever import SOCIAL_LEVERS, Lever
from game.sim.plan import MAX_ORDERS, StandingOrder

CONDITIONS: tuple[tuple[str, str], ...] = (
    ("waiting_1", "waiting_hours >= 24"),
    ("waiting_2", "waiting_hours >= 48"),
    ("unanswered", "unanswered > 5"),
    ("energy", "energy < 50"),
)
"""What a standing order may look at: the words' id, and the condition as the game reads it."""

COUNTS = (1, 2, 3, 4)


@dataclass(frozen=True)
class OrderForm:
    """The order being put together: places in the menus."""

    when: int = 0
    source: Lever = Lever.CREATE
    target: Lever = Lever.REPLY
    count: int = 2

    def order(self) -> StandingOrder:
        """The order it would be."""
        return StandingOrder(CONDITIONS[self.when][1], self.source, self.target, self.count)


def orders_page(
    draft: Draft,
    unlocked: frozenset[Lever],
    form: OrderForm,
    change: Callable[[Draft], None],
    fill: Callable[[OrderForm], None],
    words: Words,
) -> Widget:
    """The orders there are, and the form for another."""
    orders = draft.plan.orders
    rows = [
        Row(
            Text(order_words(order, words), "label", grow=1),
            IconButton(
                "x",
                words("adjust.order_remove"),
                id=f"order.{place}.remove",
                on_press=partial(_remove, draft, place, change),
            ),
        )
        for place, order in enumerate(orders)
    ]
    if len(orders) >= MAX_ORDERS:
        return Column(*rows, Text(words("adjust.order_full"), colour="soft"), gap=8)
    return Column(*rows, *_form(draft, unlocked, form, change, fill, words), gap=8)


def _form(
    draft: Draft,
    unlocked: frozenset[Lever],
    form: OrderForm,
    change: Callable[[Draft], None],
    fill: Callable[[OrderForm], None],
    words: Words,
) -> list[Widget]:
    def menu(name: str, texts: list[str], at: int, put: Callable[[int], OrderForm]) -> Widget:
        options = [Option(text) for text in texts]
        chosen = Segmented(options, at, lambda place: fill(put(place)), id=f"order.{name}")
        return Column(Text(words(f"adjust.order_{name}"), "label"), chosen, gap=3)

    levers: list[Lever] = [
        one for one in SOCIAL_LEVERS if one in unlocked | {form.source, form.target}
    ]
    names = [words(f"lever.{one.value}") for one in levers]
    add = Button(
        words("adjust.order_add"),
        icon="plus",
        enabled=form.source is not form.target,
        on_press=lambda: change(draft.with_settings(orders=(*draft.plan.orders, form.order()))),
        id="order.add",
    )
    return [
        menu(
            "when",
            [words(f"adjust.order_{name}") for name, _ in CONDITIONS],
            form.when,
            lambda at: replace(form, when=at),
        ),
        menu(
            "count",
            [str(one) for one in COUNTS],
            COUNTS.index(form.count),
            lambda at: replace(form, count=COUNTS[at]),
        ),
        menu("from", names, levers.index(form.source), lambda at: replace(form, source=levers[at])),
        menu("to", names, levers.index(form.target), lambda at: replace(form, target=levers[at])),
        Grid(add, columns=1),
    ]


def _remove(draft: Draft, place: int, change: Callable[[Draft], None]) -> None:
    orders = draft.plan.orders
    change(draft.with_settings(orders=orders[:place] + orders[place + 1 :]))


def order_words(order: StandingOrder, words: Words) -> str:
    """An order as a sentence; a condition not from the menu stands as it is written."""
    known = {condition: name for name, condition in CONDITIONS}
    when = words(f"adjust.order_{known[order.when]}") if order.when in known else order.when
    return words(
        "adjust.order_line",
        when=when,
        count=order.count,
        source=words(f"lever.{order.source.value}"),
        target=words(f"lever.{order.target.value}"),
    )

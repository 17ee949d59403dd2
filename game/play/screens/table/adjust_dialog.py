"""The plan beside its hours: voice, claims, machine, delegate, places with their shares, standing orders.

Each that is changed takes a move; the draft they are written into is `desk.py`'s.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.authoring.words import Words
from game.play.kit import (
    Action,
    Button,
    Column,
    Dialog,
    Heading,
    Icon,
    IconButton,
    Option,
    Row,
    Segmented,
    Slider,
    Stepper,
    Tabs,
    Text,
    Toggle,
    Widget,
)
from game.play.presenters.draft import Draft
from game.play.presenters.places import PlaceLine
from game.play.screens.table.orders_page import OrderForm, Ordering, orders_page
from game.sim.lever import Lever
from game.sim.plan import Automation
from game.sim.scenario import Scenario

TABS = ("how", "who", "where", "orders")


@dataclass(frozen=True)
class Adjusting:
    """What the dialog shows and where its changes go."""

    draft: Draft
    scenario: Scenario
    places: tuple[PlaceLine, ...]
    unlocked: frozenset[Lever]
    offered: tuple[str, ...]
    moves_left: int
    tab: int
    form: OrderForm
    change: Callable[[Draft], None]
    turn_to: Callable[[int], None]
    fill: Callable[[OrderForm], None]
    close: Callable[[], None]


def adjust_dialog(state: Adjusting, words: Words) -> Dialog:
    """The dialog, open at its tab."""
    pages: list[Widget] = [
        _how(state, words),
        _who(state, words),
        _where(state, words),
        orders_page(_ordering(state), words),
    ]
    tabs = [(Option(words(f"adjust.{name}")), page) for name, page in zip(TABS, pages, strict=True)]
    moves = words("adjust.moves", used=len(state.draft.moves()), left=state.moves_left)
    done = Button(
        words("adjust.done"),
        kind="primary",
        shortcut=Action.PRESS,
        show_key=True,
        on_press=state.close,
        id="adjust.done",
    )
    foot = Row(Text(moves, "label", colour="soft", grow=1, id="adjust.moves"), done, gap=14)
    return Dialog(
        words("adjust.title"),
        Tabs(tabs, state.tab, state.turn_to, id="adjust.tabs"),
        icon="sliders-horizontal",
        foot=foot,
        wide=900,
        on_back=state.close,
        close_label=words("adjust.close"),
        id="adjust",
    )


def _ordering(state: Adjusting) -> Ordering:
    return Ordering(
        draft=state.draft,
        unlocked=state.unlocked,
        form=state.form,
        offered=state.offered,
        places={place.id: place.name for place in state.places},
        change=state.change,
        fill=state.fill,
    )


def _how(state: Adjusting, words: Words) -> Widget:
    def dial(name: str, value: int) -> Widget:
        ends = Row(
            Text(words(f"adjust.{name}_0"), "small", colour="soft", grow=1),
            Text(words(f"adjust.{name}_4"), "small", colour="soft", text_align="right"),
        )
        slider = Slider(
            words(f"adjust.{name}"),
            value,
            least=0,
            most=4,
            step=1,
            value_words=lambda at: words(f"adjust.{name}_{round(at)}"),
            on_change=lambda at: state.change(state.draft.with_settings(**{name: round(at)})),
            id=f"adjust.{name}",
        )
        return Column(slider, ends, gap=0)

    plan = state.draft.plan
    return Column(dial("voice", plan.voice), dial("claims", plan.claims), gap=16)


def _who(state: Adjusting, words: Words) -> Widget:
    plan, change = state.draft.plan, state.change
    kinds = list(Automation)
    machine = Column(
        Text(words("adjust.automation"), "label"),
        Segmented(
            [Option(words(f"adjust.automation_{one.value}")) for one in kinds],
            kinds.index(plan.automation),
            lambda at: change(state.draft.with_settings(automation=kinds[at])),
            id="adjust.automation",
        ),
        gap=6,
    )
    return Column(machine, *_delegate(state, words), gap=18)


def _delegate(state: Adjusting, words: Words) -> list[Widget]:
    plan, change, staff = state.draft.plan, state.change, state.scenario.staff
    if not staff:
        return [Text(words("adjust.nobody_to_delegate"), colour="soft")]
    who: list[str | None] = [None, *(one.id for one in staff)]
    names = [words("adjust.delegate_none"), *(one.name for one in staff)]
    parts: list[Widget] = [
        Text(words("adjust.delegate"), "label"),
        Segmented(
            [Option(name) for name in names],
            who.index(plan.delegate),
            lambda at: change(
                state.draft.with_settings(
                    delegate=who[at], expectations=plan.expectations and at > 0
                )
            ),
            id="adjust.delegate",
        ),
    ]
    if plan.delegate is not None:
        parts.append(
            Toggle(
                words("adjust.expectations"),
                plan.expectations,
                on_change=lambda on: change(state.draft.with_settings(expectations=on)),
                id="adjust.expectations",
            )
        )
    return [Column(*parts, gap=6)]


def _where(state: Adjusting, words: Words) -> Widget:
    rows = [_place(one, state, words) for one in state.places]
    later = [] if Lever.TRY in state.unlocked else [Text(words("adjust.needs_try"), colour="soft")]
    return Column(*rows, *later, gap=6)


def _place(place: PlaceLine, state: Adjusting, words: Words) -> Widget:
    name = Column(
        Heading(place.name, "strong"), Text(place.note, "small", colour="soft"), gap=0, grow=1
    )
    lead = Icon(place.icon, 21, colour="ink" if place.may_leave else "soft")
    return Row(lead, name, *_place_controls(place, state, words), gap=12)


def _place_controls(place: PlaceLine, state: Adjusting, words: Words) -> list[Widget]:
    draft, change = state.draft, state.change
    if place.may_leave:
        leaves = place.id in draft.leaving
        leave = IconButton(
            "log-out",
            words("adjust.leaving" if leaves else "adjust.leave"),
            kind="secondary",
            selected=leaves,
            on_press=lambda: change(draft.with_leaving(place.id, not leaves)),
            id=f"leave.{place.id}",
        )
        return [_share(place, state, words), leave]
    if place.may_join:
        joins = draft.joining == place.id
        return [
            Button(
                words("adjust.joining" if joins else "adjust.join"),
                selected=joins,
                on_press=lambda: change(draft.with_joining("" if joins else place.id)),
                id=f"join.{place.id}",
            )
        ]
    return []


def _share(place: PlaceLine, state: Adjusting, words: Words) -> Widget:
    shares = dict(state.draft.plan.shares)

    def set_share(share: int) -> None:
        changed = tuple(sorted((shares | {place.id: share}).items()))
        state.change(state.draft.with_settings(shares=changed))

    return Stepper(
        words("adjust.share_short"),
        shares.get(place.id, 0),
        most=6,
        label=words("adjust.share", place=place.name),
        on_change=set_share,
        id=f"share.{place.id}",
        min_width=230,
    )

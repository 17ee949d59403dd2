"""The left of the table: the levers of the week with their care, the moves they take, undo, the guess, and Start.

The draft behind it is `desk.py`'s; the settings beside the hours open in `adjust_dialog.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from game.authoring.words import Words
from game.play.kit import (
    Action,
    Button,
    Card,
    Column,
    Divider,
    FirstThatFits,
    Heading,
    Icon,
    IconButton,
    Option,
    Panel,
    Row,
    Scroll,
    Segmented,
    Spacer,
    Stepper,
    Text,
    Widget,
)
from game.play.presenters.draft import spare
from game.play.presenters.levers import LeverLine, half_hours_words, moves_words, next_care
from game.play.presenters.snapshot import Snapshot
from game.play.presenters.wording import hours
from game.play.screens.table.care_knob import CareKnob
from game.play.screens.table.desk import Desk
from game.sim.lever import Care, Lever
from game.sim.scenario import Scenario


@dataclass(frozen=True)
class PlanActions:
    """What the panel can ask for."""

    set_hours: Callable[[Lever, int], None]
    set_care: Callable[[Lever, Care], None]
    set_payer: Callable[[Lever], None]
    undo: Callable[[], None]
    redo: Callable[[], None]
    adjust: Callable[[], None]


@dataclass(frozen=True)
class MainButton:
    """The large button at the foot of the panel: what it says and does now."""

    text: str
    on_press: Callable[[], None]
    icon: str = ""


def plan_panel(
    shot: Snapshot,
    desk: Desk,
    scenario: Scenario,
    words: Words,
    act: PlanActions,
    guess: Widget | None,
    main: MainButton,
    *,
    grow: float = 0,
) -> Widget:
    """The whole panel."""
    levers = [_lever_row(line, words, act) for line in (*shot.levers, shot.rest)]
    start = Button(
        main.text,
        icon=main.icon,
        kind="primary",
        shortcut=Action.PRESS,
        show_key=True,
        on_press=main.on_press,
        id="main",
    )
    parts: list[Widget] = [
        _head(shot, desk, words, act),
        Scroll(Column(*levers, *_coming(shot), gap=0), grow=1, least=150, id="levers"),
        *_over_purse(shot, desk, words, act),
        *_moves(desk, scenario, words),
    ]
    if guess is not None:
        parts += [Divider(), guess]
    return Card(Column(*parts, start, gap=6), padding=(12, 12), grow=grow)


def _coming(shot: Snapshot) -> list[Widget]:
    """What the next season will add."""
    if not shot.coming:
        return []
    said = Text(shot.coming, "small", colour="soft", grow=1, id="coming")
    return [Panel(Row(Icon("lock", 17, colour="soft"), said, gap=12), padding=(11, 7))]


def _head(shot: Snapshot, desk: Desk, words: Words, act: PlanActions) -> Widget:
    used = words("table.moves", used=len(desk.moves), left=shot.moves_left)
    short = words("table.moves_short", used=len(desk.moves), left=shot.moves_left)
    hint = words("table.moves_hint", left=shot.moves_left)
    over = len(desk.moves) > shot.moves_left
    style, colour = ("small-strong", "accent") if over else ("small", "soft")

    def row(moves: Widget, *, wrap: bool) -> Widget:
        undo = IconButton("undo-2", words("table.undo"), id="undo", on_press=act.undo)
        redo = IconButton("redo-2", words("table.redo"), id="redo", on_press=act.redo)
        adjust = words("table.adjust")
        return Row(
            Heading(words("table.plan"), wrap=wrap, grow=1),
            moves,
            *([undo] if desk.can_undo else []),
            *([redo] if desk.can_redo else []),
            IconButton("sliders-horizontal", adjust, id="adjust", on_press=act.adjust),
            gap=6,
        )

    whole = Text(used, style, colour=colour, wrap=False, tooltip=hint, id="moves")
    terse = Text(short, style, colour=colour, wrap=False, label=used, tooltip=hint, id="moves")
    return FirstThatFits(
        row(whole, wrap=False), row(terse, wrap=False), row(Spacer(0, grow=0), wrap=True)
    )


def _lever_row(line: LeverLine, words: Words, act: PlanActions) -> Widget:
    stepper = Stepper(
        line.name,
        line.half_hours,
        icon=line.icon,
        colour=line.colour,
        most=line.most,
        beads=line.beads,
        note="" if line.beads else words("lever.hours", hours=hours(line.half_hours, words)),
        value_words=partial(half_hours_words, words=words),
        on_change=partial(act.set_hours, line.lever),
        id=f"lever.{line.lever.value}",
        tooltip=line.means,
        grow=1,
    )
    return Row(stepper, _care(line, words, act), gap=4)


def _care(line: LeverLine, words: Words, act: PlanActions) -> Widget:
    if not line.care:
        return Spacer(30)
    return CareKnob(
        line.care,
        label=words("care.button", lever=line.name, care=words(f"care.{line.care}")),
        tooltip=words(f"care.means_{line.care}"),
        on_press=partial(act.set_care, line.lever, next_care(line.care)),
        id=f"care.{line.lever.value}",
    )


def _over_purse(shot: Snapshot, desk: Desk, words: Words, act: PlanActions) -> list[Widget]:
    """Who pays, where the plan spends more than the purse."""
    over = -spare(desk.draft.plan, shot.purse)
    if over <= 0:
        return []
    hint = words("table.over_hint", purse=hours(shot.purse, words))
    said = "table.over_purse" if desk.draft.over > 0 else "table.over_already"
    text = Text(
        words(said, hours=hours(over, words)),
        "small-strong",
        colour="accent",
        tooltip=hint,
        id="over",
        grow=1,
    )
    return [Row(text, *([_payer(desk, words, act)] if desk.draft.over > 0 else []), gap=6)]


def _payer(desk: Desk, words: Words, act: PlanActions) -> Widget:
    payers = (Lever.SHOP, Lever.REST)
    return Segmented(
        [Option(words(f"table.{one.value}")) for one in payers],
        payers.index(desk.payer),
        lambda place: act.set_payer(payers[place]),
        id="payer",
    )


def _moves(desk: Desk, scenario: Scenario, words: Words) -> list[Widget]:
    """The moves that the draft takes."""
    said = moves_words(desk.moves, scenario, words)
    return [Text(said, "small", colour="soft", id="moves.said")] if said else []

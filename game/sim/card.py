"""Cards: which come up, to whom, and what follows from the choice.

The acts that a choice is made of are done in `act.py`; setbacks that ask through a card live in `setback.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from game.sim.act import befall, changes_of, do_acts, group_of
from game.sim.agenda import Record
from game.sim.asked import state_of
from game.sim.clock import DAY, DAYS_PER_SEASON, HOUR, WEEK, Phase
from game.sim.condition import Condition, compile_condition
from game.sim.decision import Decision, Option, Request
from game.sim.deck import Card, Choice
from game.sim.draws import SPAN, Ints, Purpose, draw_one
from game.sim.response import answer_setback
from game.sim.scenario import Scenario
from game.sim.terms import vocabulary_of
from game.sim.view import View

if TYPE_CHECKING:
    from game.sim.state import RunnerState, Setback
    from game.sim.world import World


def conditions_of(scenario: Scenario) -> dict[str, Condition]:
    """The compiled conditions of a scenario's cards, by card."""
    known = vocabulary_of(scenario)
    return {card.id: compile_condition(card.when, known) for card in scenario.cards if card.when}


def chances_of_season(world: World) -> Ints:
    """The keyed uniforms of a season: one for each (day, runner, card). The card's own id is its key."""
    first = world.now // DAY
    keys = np.array([_key(card.id) for card in world.scenario.cards], dtype=np.int64)
    relation = (np.arange(len(world.runners))[:, None] << 32) | keys
    return world.luck.draw_days(Purpose.CARD, relation, first, DAYS_PER_SEASON)


def _key(id: str) -> int:
    """A number made of a card's id alone, so that adding another card moves nobody's draws."""
    number = 0
    for letter in id:
        number = (number * 131 + ord(letter)) % (1 << 31)
    return number


def candidates(world: World, luck: Ints) -> list[tuple[int, int, int]]:
    """Of a season's uniforms, those below the card's chance: (day of the season, runner, card)."""
    chance = np.array(
        [
            0 if card.only_later or card.about else int(card.chance * SPAN)
            for card in world.scenario.cards
        ],
        dtype=np.int64,
    )
    return [(int(d), int(r), int(c)) for d, r, c in zip(*np.nonzero(luck < chance), strict=True)]


Hindrance = Literal["apart", "light", "times", "condition"]


def hindrance(
    world: World, state: RunnerState, card: Card, *, by_chance: bool = True
) -> Hindrance | None:
    """What keeps *card* away now: another a few days ago, a light not lit, too often, its condition; or nothing.

    The first two keep away only what comes *by_chance*.
    """
    if by_chance:
        peace = world.now // DAY - world.scenario.cards_apart_days
        if state.seen_cards and state.seen_cards[-1][1] > peace:
            return "apart"
        light = card.after_light
        if light is not None and state.lights[light].state not in ("lit", "habit"):
            return "light"
    if sum(1 for seen, _, _ in state.seen_cards if seen == card.id) >= card.times:
        return "times"
    condition = world.conditions.get(card.id)
    return None if condition is None or condition.holds(state_of(world, state)) else "condition"


def maybe_ask(world: World, state: RunnerState, card: Card) -> None:
    """The dice say that *card* may come today: it does, where its conditions hold and the runner has had peace."""
    if hindrance(world, state, card) is None:
        ask(world, state, card)


def ask(world: World, state: RunnerState, card: Card) -> None:
    """Put *card* to the runner: what befalls befalls, and the question opens."""
    person = bringer_of(world, state, card)
    state.seen_cards.append((card.id, world.now // DAY, ""))
    world.ledger.note(world.now, "card", state.index, -1 if person is None else person, card.id)
    for happening in card.happenings:
        befall(world, state, happening, person)
    if card.choices:
        world.requests.append(question_of(world, state, card, person))


def question_of(world: World, state: RunnerState, card: Card, person: int | None) -> Request:
    """What *card* asks, brought by *person*; nothing happens by it."""
    options = tuple(
        Option(
            choice.id,
            choice.label,
            round(choice.hours * 2),
            choice.shown_to,
            moves=changes_of(world, state, choice.acts),
        )
        for choice in card.choices
    )
    return Request(
        runner=state.definition.id, kind="card", name=card.id, day=world.now // DAY, options=options,
        default=Decision(option=card.default_choice.id), view=View(world, state.index), title=card.title,
        text=card.text, person=person,
    )  # fmt: skip


def bringer_of(world: World, state: RunnerState, card: Card) -> int | None:
    """The one person who brings the card, of the group it names."""
    if card.from_ is None:
        return None
    group = group_of(world, state, card.from_, None)
    if not len(group):
        group = np.arange(world.people.count)
    luck = draw_one(
        world.seed(world.now),
        Purpose.CARD_PERSON,
        (state.index << 32) | _key(card.id),
        world.now // DAY,
    )
    return int(group[luck * len(group) // SPAN])


def ask_about(world: World, state: RunnerState, setback: Setback) -> None:
    """Put the card for *setback* to the runner, where the scenario has one: of several, the least seen."""
    about = [
        card for card in world.scenario.cards if card.about == setback.kind and not card.only_later
    ]
    cards = [card for card in about if _may_come(world, state, card)] or about
    if cards:
        seen = [card for card, _, _ in state.seen_cards]
        day = world.now // DAY
        ask(
            world,
            state,
            min(cards, key=lambda card: (seen.count(card.id), _luck_of(world, state, card, day))),
        )


def _luck_of(world: World, state: RunnerState, card: Card, day: int) -> int:
    return draw_one(world.seed(day * DAY), Purpose.CARD, (state.index << 32) | _key(card.id), day)


def _may_come(world: World, state: RunnerState, card: Card) -> bool:
    """Whether the card has not come too often and its conditions hold."""
    return hindrance(world, state, card, by_chance=False) is None


def follow_up(world: World, state: RunnerState, card: Card) -> None:
    """A card to which an earlier choice led comes, if its conditions hold."""
    if _may_come(world, state, card):
        ask(world, state, card)


def answer_card(world: World, state: RunnerState, request: Request, decision: Decision) -> None:
    """Do what was chosen: its acts, its hours, its answer to a setback, and what comes later."""
    card = next(card for card in world.scenario.cards if card.id == request.name)
    choice = next(choice for choice in card.choices if choice.id == decision.option)
    for index in range(len(state.seen_cards) - 1, -1, -1):
        if state.seen_cards[index][0] == card.id:
            state.seen_cards[index] = (card.id, state.seen_cards[index][1], choice.id)
            break
    state.owed_seconds += round(choice.hours * HOUR)
    world.ledger.note(world.now, "chose", state.index, -1, f"{card.id}/{choice.id}")
    acts = tuple(act.act for act in choice.acts)
    if card.about is not None:
        live = [
            s for s in state.setbacks if s.kind == card.about and s.stage in ("spark", "spread")
        ]
        for setback in live:
            answer_setback(world, state, setback, acts, choice.seen_by)
    do_acts(world, state, choice.acts, request.person, setback=card.about is not None)
    _later(world, state, choice)


def _later(world: World, state: RunnerState, choice: Choice) -> None:
    if choice.later is None:
        return
    key = (state.index << 32) | _key(choice.later.card)
    luck = draw_one(world.seed(world.now), Purpose.CARD, key, -1 - world.now // DAY)
    if luck < int(choice.later.chance * SPAN):
        number = next(
            n for n, card in enumerate(world.scenario.cards) if card.id == choice.later.card
        )
        at = world.now // DAY * DAY + choice.later.after_weeks * WEEK + 10 * HOUR
        world.agenda.put(Record(at, Phase.CARD, state.index, number, "card"))

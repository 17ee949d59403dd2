"""What a finished run comes to: the few numbers an ending is chosen by, and the people it happened to.

Which ending they make is next door in `endings.py`; what happened in detail, in `chronicle.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.play.presenters.cards import filled
from game.play.presenters.chronicle import SETTLED, Chronicle, Person, person_of, week_of
from game.play.presenters.standings import Standings
from game.play.presenters.tale import is_slow
from game.sim.cause import Cause
from game.sim.clock import DAY, WEEK
from game.sim.measure import LIKING_OR_MORE, Stage
from game.sim.run import Run


@dataclass(frozen=True)
class Somebody:
    """A person in the last scene: who, what they did (the id of a sentence), and why or how often."""

    what: str
    person: Person
    cause: Cause | None = None
    times: int = 0


@dataclass(frozen=True)
class Said:
    """A card's option that was chosen: the week (from 1), the card's kind and title, the option's words."""

    week: int
    kind: str
    title: str
    label: str


@dataclass(frozen=True)
class Aftermath:
    """*close* counts those who like you or more; *people* is the size of the market."""

    business: str
    rival: str
    people: int
    sales: int
    followers: int
    most_followers: int
    close: int
    ghost_close: int | None
    advocates: int
    sent: int
    warning: int
    asked: int
    gave_up: int
    burnouts: int
    averted: int
    struck: Mapping[str, int]
    weathered: int
    lost_place: str
    lost: int
    lights: int
    passed_later: bool
    known: Mapping[str, Somebody]
    said: tuple[Said, ...]


def aftermath(
    run: Run, seat: str, told: Chronicle, race: Standings, ghost: Mapping[str, Sequence[int]]
) -> Aftermath:
    """Gather it from the record of a finished run."""
    index = [one.definition.id for one in run.world.runners].index(seat)
    log = [line for line in run.world.ledger.log if line.runner == index]
    close = [
        sum(week) for week in zip(*(run.timeline(seat, m) for m in LIKING_OR_MORE), strict=True)
    ]
    followers = run.timeline(seat, "followers")
    state = run.world.runners[index]
    lost = max(
        (one for one in told.closed if one.was_there), key=lambda one: one.followers, default=None
    )
    rival = race.best_rival
    return Aftermath(
        business=state.definition.name,
        rival=rival.name if rival else "",
        people=run.scenario.market.people,
        sales=state.sales,
        followers=followers[-1] if followers else 0,
        most_followers=max(followers, default=0),
        close=close[-1] if close else 0,
        ghost_close=_ghost_close(ghost),
        advocates=(run.timeline(seat, "advocates") or [0])[-1],
        sent=told.friends_sent,
        warning=told.hostile,
        asked=sum(line.what == "asked" for line in log),
        gave_up=told.gave_up,
        burnouts=len(told.burnouts),
        averted=told.averted,
        struck=Counter(one.kind for one in state.setbacks if one.stage not in SETTLED),
        weathered=_weathered(told, close),
        lost_place=lost.name if lost else "",
        lost=lost.followers if lost else 0,
        lights=len(told.lights),
        passed_later=rival is not None
        and race.player.result > rival.result
        and race.player.line[-1] < rival.line[-1],
        known=dict(_known(run, seat, index, told)),
        said=tuple(_said(run, seat, index)),
    )


def _ghost_close(ghost: Mapping[str, Sequence[int]]) -> int | None:
    """How many the last run had come close to at its end; None where no ghost ran along."""
    lines = [ghost.get(measure) for measure in LIKING_OR_MORE]
    return sum(line[-1] for line in lines if line) if all(lines) else None


def _weathered(told: Chronicle, close: Sequence[int]) -> int:
    """How many a setback reached whose answer came in time and helped, if no fewer were close at the end."""
    worst = told.worst
    if worst is None or is_slow(worst) or not worst.helped or not close:
        return 0
    before = close[max(0, min(worst.week - 2, len(close) - 1))]
    return worst.reached if close[-1] >= before else 0


def _known(run: Run, seat: str, index: int, told: Chronicle) -> Iterator[tuple[str, Somebody]]:
    """One person for each sentence that can be told."""
    if told.first_advocate is not None:
        yield "advocate", Somebody("advocate", told.first_advocate)
    changed = {Stage.LAPSED: "left", Stage.HOSTILE: "warns"}
    found: dict[str, tuple[bool, int, int, int, int]] = {}
    for chunk in run.world.ledger.stage_changes:
        for day, _, person, old, new, cause in chunk[:, chunk[1] == index].T.tolist():
            if new in changed and old != new:  # best remembered: with a reason, from near
                why = cause != Cause.TIME
                one = (why, old if old < Stage.LAPSED else 0, day, person, cause)
                found[changed[Stage(new)]] = max(
                    found.get(changed[Stage(new)], (False, -1, 0, 0, 0)), one
                )
    for what, (_, _, day, person, cause) in found.items():
        yield (
            what,
            Somebody(what, person_of(run, seat, person, day * DAY // WEEK + 1), Cause(cause)),
        )
    log = [line for line in run.world.ledger.log if line.runner == index and line.person >= 0]
    waited = next((line for line in reversed(log) if line.what == "gave_up"), None)
    if waited is not None:
        yield "waited", Somebody("waited", person_of(run, seat, waited.person, week_of(waited) + 1))
    purchases = run.world.runners[index].purchases
    bought = Counter(person for _, person, _ in purchases)
    if bought:
        person, times = min(bought.items(), key=lambda one: (-one[1], one[0]))
        last = max(second for second, buyer, _ in purchases if buyer == person)
        yield (
            "regular",
            Somebody("regular", person_of(run, seat, person, last // WEEK + 1), times=times),
        )


def _said(run: Run, seat: str, index: int) -> Iterator[Said]:
    """What was chosen on cards, in the words that stood there."""
    cards = {card.id: card for card in run.scenario.cards}
    view = run.view(seat)
    brought = {
        (line.detail, line.second // DAY): line.person
        for line in run.world.ledger.log
        if line.runner == index and line.what == "card" and line.person >= 0
    }
    for id, day, option in run.world.runners[index].seen_cards:
        card = cards.get(id)
        choice = next((one for one in card.choices if one.id == option), None) if card else None
        if card is not None and choice is not None:
            person = brought.get((id, day))
            name = "" if person is None else view.name_of(person)
            title, label = filled(card.title, name), filled(choice.label, name)
            yield Said(day * DAY // WEEK + 1, card.kind, title, label)

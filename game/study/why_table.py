"""Why a card came or did not, as text: weeks in which nothing changed are one row.

The following itself is in `why_card.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from game.pages.number import worth
from game.sim.clock import DAYS_PER_WEEK
from game.sim.vocabulary import Value
from game.study.table import text_table
from game.study.why_card import Chance, Week, Why


def report(found: Why) -> str:
    """The lines, a table of the weeks, and what it comes to."""
    card = found.card
    head = f"{card.id} in {found.scenario.id}, luck {found.seed}, {found.scenario.seat} plays {found.strategy}"
    lines = [f"  {number}  {line}" for number, line in enumerate(card.when, 1)]
    rows = [_row(stretch) for stretch in _stretches(found.weeks)]
    titles = (
        "weeks",
        *(f"line {number}" for number in range(1, len(card.when) + 1)),
        "could have come",
        "what came of it",
    )
    table = text_table(titles, rows, words=len(titles))
    return "\n".join([head, "", *lines, *([""] if lines else []), table, "", *_summary(found)])


def _stretches(weeks: Sequence[Week]) -> Iterator[list[Week]]:
    """Weeks with the same answers in a row; one in which the card could have come stands alone."""

    def alike(one: Week) -> tuple[object, ...]:
        return tuple(line.holds for line in one.lines), one.week if one.chances else 0

    for _, group in groupby(weeks, key=alike):
        yield list(group)


def _row(stretch: Sequence[Week]) -> tuple[str, ...]:
    first, last = stretch[0], stretch[-1]
    weeks = str(first.week) if first is last else f"{first.week}-{last.week}"
    answers = [
        f"{'yes' if one.holds else 'no'}  {_worth(one.values, other.values)}"
        for one, other in zip(first.lines, last.lines, strict=True)
    ]
    when = "; ".join(_when(chance) for chance in first.chances)
    what = "; ".join(chance.kept_away or "IT CAME" for chance in first.chances)
    return weeks, *answers, when, what


def _when(chance: Chance) -> str:
    return f"day {chance.day % DAYS_PER_WEEK + 1}, {chance.by}"


def _worth(first: dict[str, Value], last: dict[str, Value]) -> str:
    """What the terms of a line were worth, from the first week of a stretch to its last."""
    parts = []
    for term, value in first.items():
        one, other = worth(value), worth(last[term])
        parts.append(f"{term} {one}" if one == other else f"{term} {one} to {other}")
    return ", ".join(parts)


def _summary(found: Why) -> Iterator[str]:
    card, weeks = found.card, found.weeks
    chances = [chance for one in weeks for chance in one.chances]
    held = sum(one.holds for one in weeks)
    if card.when:
        yield f"All lines hold in {held} of {len(weeks)} weeks."
    for number, line in enumerate(card.when):
        never = not any(one.lines[number].holds for one in weeks)
        if never:
            yield f"Line {number + 1} never holds: {line}"
    yield _how(found, chances, held)
    if card.after_light is not None:
        yield f"It waits for the light {card.after_light}."
    came = ", ".join(map(str, found.came))
    often = "once" if card.times == 1 else f"{card.times} times"
    yield f"It came in week {came} ({often} at most)." if came else "It did not come."


def _how(found: Why, chances: Sequence[Chance], held: int) -> str:
    """How a card of its kind comes, and how often it could have."""
    card, count = found.card, len(chances)
    if card.only_later:
        return (
            f"It comes only through `later` of an earlier choice; that led to it {_times(count)}."
        )
    if card.about is not None:
        others = (
            sum(1 for one in found.scenario.cards if one.about == card.about and not one.only_later)
            - 1
        )
        shared = (
            f", as {others} other {'card does' if others == 1 else 'cards do'}" if others else ""
        )
        return (
            f"It asks about setbacks of the kind {card.about}{shared}; one struck {_times(count)}."
        )
    expected = held * DAYS_PER_WEEK * card.chance
    return (
        f"The dice (chance {card.chance:g} a day) fell for it {_times(count)}; in the weeks in which all lines hold, "
        f"{expected:.1f} times would be usual."
    )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times" if count else "never"

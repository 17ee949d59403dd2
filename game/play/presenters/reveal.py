"""The season's reveal: each number in view that moved, with its causes; who came and left; what happened in town.

What stands under a number is next door in `causes.py`; the player's own guess is judged in `prediction.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.authoring.words import Words
from game.play.game_session import Prediction
from game.play.presenters.causes import Reason, reasons_of
from game.play.presenters.people import Voice, voice_of
from game.play.presenters.prediction import Verdict, verdict
from game.play.presenters.wording import cause_words, measure_name, season_name, signed
from game.sim.clock import DAYS_PER_WEEK, WEEKS_PER_SEASON, WEEKS_PER_YEAR
from game.sim.ledger import WhyLine
from game.sim.lever import LEVERS
from game.sim.measure import measure_named
from game.sim.seen import Covered
from game.sim.view import View

SHOWN = (
    "followers", "sales", "customers", "advocates", "trusts", "likes", "knows", "lapsed", "hostile", "energy",
    "unanswered", "left_waiting", "unfollowed", "reach", "reactions",
)  # fmt: skip


@dataclass(frozen=True)
class Change:
    """A number that moved: the reasons' amounts add up to *amount* exactly."""

    id: str
    name: str
    headline: str
    detail: str
    amount: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Guess:
    """The player's guess and how it came out, in words."""

    said: str
    came: str
    is_right: bool
    reason: str
    verdict: Verdict


@dataclass(frozen=True)
class News:
    """A line of news; *is_quoted*: what a place says, in the scenario's words."""

    text: str
    is_quoted: bool = False


@dataclass(frozen=True)
class Reveal:
    """All that is shown at a season's end."""

    title: str
    guess: Guess | None
    changes: tuple[Change, ...]
    came: tuple[Voice, ...]
    left: tuple[Voice, ...]
    news: tuple[News, ...]


def reveal(
    view: View,
    season: int,
    prediction: Prediction | None,
    words: Words,
    closed_before: frozenset[str] = frozenset(),
) -> Reveal:
    """What season (from 0) brought, told at its end; *closed_before* are places known to be closed when it began."""
    told = [voice_of(story, words) for story in view.stories(14, WEEKS_PER_SEASON)]
    year = season * WEEKS_PER_SEASON // WEEKS_PER_YEAR + 1
    return Reveal(
        title=words("reveal.title", season=season_name(season, view.scenario, words), year=year),
        guess=_guess(view, prediction, words) if prediction else None,
        changes=changes(view, words),
        came=_each_once(one for one in told if one.arrives)[:6],
        left=_each_once(one for one in told if one.leaves)[:4],
        news=news(view, season, words, closed_before),
    )


def _each_once(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Of each name the first line: whoever did two things is one, and namesakes look like one."""
    first: dict[str, Voice] = {}
    for voice in voices:
        first.setdefault(voice.name, voice)
    return tuple(first.values())


def changes(view: View, words: Words, weeks: int = WEEKS_PER_SEASON) -> tuple[Change, ...]:
    """The numbers in view that moved in the last weeks; a flow moved if there was any of it."""
    found = []
    for id in SHOWN:
        lines = view.why(id, weeks)
        if not isinstance(lines, Covered) and lines:
            change = _change(view, id, lines, weeks, words)
            if change.amount or _is_flow(id) or id in ("followers", "customers"):
                found.append(change)
    return tuple(found)


def _change(view: View, id: str, lines: tuple[WhyLine, ...], weeks: int, words: Words) -> Change:
    amount = sum(line.amount for line in lines)
    line = view.history(id)
    past = () if isinstance(line, Covered) else line
    if _is_flow(id):
        before = sum(past[-2 * weeks : -weeks])
        headline = words.number(amount)
        detail = (
            words("reveal.flow_before", before=words.number(before)) if len(past) > weeks else ""
        )
    else:
        start = past[-weeks - 1] if len(past) > weeks else past[-1] - amount if past else 0
        headline = signed(amount, words)
        detail = words(
            "reveal.from_to", start=words.number(start), end=words.number(start + amount)
        )
    reasons = reasons_of(view, id, lines, weeks, words)
    return Change(id, measure_name(id, words), headline, detail, amount, reasons)


def _is_flow(id: str) -> bool:
    return measure_named(id).kind == "flow"


def _guess(view: View, prediction: Prediction, words: Words) -> Guess | None:
    value, lines = view.measure(prediction.measure), view.why(prediction.measure)
    if isinstance(value, Covered) or isinstance(lines, Covered):
        return None
    found = verdict(prediction, value, lines)
    return Guess(
        said=words(
            "reveal.said",
            name=measure_name(prediction.measure, words),
            says=words(f"predict.{prediction.says}"),
            percent=prediction.percent,
        ),
        came=words(
            f"reveal.went_{found.went}",
            start=words.number(found.start),
            end=words.number(found.end),
        ),
        is_right=found.is_right,
        reason=_reason(prediction, found, words),
        verdict=found,
    )


def _reason(prediction: Prediction, found: Verdict, words: Words) -> str:
    if not prediction.reason or found.main_cause is None:
        return ""
    given, main = words(f"cause.{prediction.reason}"), cause_words(found.main_cause, words)
    if found.reason_right:
        return words("reveal.reason_right", given=given)
    return words("reveal.reason_other", given=given, main=main)


def news(
    view: View, season: int, words: Words, closed_before: frozenset[str] = frozenset()
) -> tuple[News, ...]:
    """New levers, and what the town could see: places opening, closing, changing rules; rivals' mishaps."""
    first, last = season * WEEKS_PER_SEASON, (season + 1) * WEEKS_PER_SEASON
    closed = closed_places(view) - closed_before
    return (
        *map(News, _unlocked(view, season + 1, words)),
        *(
            News(words("reveal.closed", place=place.name))
            for place in view.places
            if place.id in closed
        ),
        *_openings(view, first, last, words),
        *map(News, _mishaps(view, first, last, words)),
    )


def _unlocked(view: View, season: int, words: Words) -> list[str]:
    """The levers that a season (from 0) adds to the week, if it is played."""
    if season * WEEKS_PER_SEASON >= view.weeks:
        return []
    fresh = [lever for lever in LEVERS if view.scenario.unlock.get(lever) == season + 1]
    names = ", ".join(words(f"lever.{lever.value}") for lever in fresh)
    return [words("reveal.unlocked", names=names)] if fresh else []


def closed_places(view: View) -> frozenset[str]:
    """The ids of places that are closed now."""
    return frozenset(place.id for place in view.places if place.closed)


def _openings(view: View, first: int, last: int, words: Words) -> list[News]:
    found = []
    open_now = {place.id for place in view.places if place.is_open}
    for place in view.scenario.places:
        if first < place.opens_week <= last and place.id in open_now:
            found.append(News(words("reveal.opened", place=place.name)))
        found += [
            News(change.text or words("reveal.rules", place=place.name), bool(change.text))
            for change in place.rule_changes
            if first < change.week <= last
        ]
    return found


def _mishaps(view: View, first: int, last: int, words: Words) -> list[str]:
    told = (
        words("reveal.mishap", name=rival.name, what=words(f"setback.{kind}.name"))
        for rival in view.rivals
        for day, kind in rival.news[-2:]
        if first * DAYS_PER_WEEK <= day < last * DAYS_PER_WEEK
    )
    return list(dict.fromkeys(told))  # the same mishap twice is told once

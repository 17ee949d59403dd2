"""The levers of the plan as they look: icon, colour, half-hours, care; and the plan's moves in words.

The plan being changed is next door in `draft.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.authoring.words import Words
from game.play.presenters.wording import hours, season_name
from game.sim.clock import WEEKS_PER_SEASON
from game.sim.lever import LEVERS, SOCIAL_LEVERS, Care, Lever
from game.sim.plan import (
    HalfHours,
    JoinPlace,
    LeavePlace,
    Move,
    Plan,
    SetAutomation,
    SetCare,
    SetClaims,
    SetDelegate,
    SetOrders,
    SetShares,
    SetVoice,
)
from game.sim.scenario import Scenario
from game.sim.view import View

ICONS: dict[Lever, str] = {
    Lever.LISTEN: "ear", Lever.REPLY: "message-circle-reply", Lever.HELP: "hand-heart",
    Lever.CONVERSE: "message-circle",
    Lever.CREATE: "pencil-line", Lever.PROMOTE: "megaphone", Lever.STUDY: "circle-question-mark",
    Lever.TRY: "flask-conical", Lever.MEET: "users", Lever.SHOP: "store", Lever.REST: "moon",
}  # fmt: skip
COLOURS: dict[Lever, str] = {
    Lever.LISTEN: "green", Lever.REPLY: "green", Lever.HELP: "green", Lever.CONVERSE: "purple", Lever.CREATE: "blue",
    Lever.PROMOTE: "vermillion", Lever.STUDY: "orange", Lever.TRY: "orange", Lever.MEET: "purple",
    Lever.SHOP: "sky", Lever.REST: "sky",
}  # fmt: skip
WITHOUT_CARE = (Lever.TRY, Lever.STUDY, Lever.SHOP, Lever.REST)
"""Levers without interactions, or whose minutes are given: care would change nothing there."""

LEAST_BEADS, MOST_BEADS = 6, 12


@dataclass(frozen=True)
class LeverLine:
    """One lever of the plan: its half-hours, the most it may have, its care (empty where it has none)."""

    lever: Lever
    name: str
    icon: str
    colour: str
    half_hours: int
    most: int
    beads: int
    care: str
    value: str
    means: str


def lever_lines(view: View, plan: Plan, words: Words) -> tuple[LeverLine, ...]:
    """The unlocked levers beside shop floor and rest, in the order of the week."""
    spare = plan.hours_of(Lever.SHOP) + plan.hours_of(Lever.REST)
    return tuple(
        _line(lever, plan, plan.hours_of(lever) + spare, words)
        for lever in SOCIAL_LEVERS
        if lever in view.unlocked
    )


def coming_words(view: View, words: Words) -> str:
    """The levers that the next season will add to the week, in a line; empty where it adds none."""
    season = view.season + 1
    if season * WEEKS_PER_SEASON >= view.weeks:
        return ""
    fresh = [one for one in LEVERS if view.scenario.unlock.get(one) == season + 1]
    names = ", ".join(words(f"lever.{one.value}") for one in fresh)
    return (
        words("lever.coming", season=season_name(season, view.scenario, words), names=names)
        if fresh
        else ""
    )


def rest_line(plan: Plan, words: Words) -> LeverLine:
    """Rest as a lever: what it gets comes from the shop floor."""
    most = plan.hours_of(Lever.REST) + plan.hours_of(Lever.SHOP)
    return _line(Lever.REST, plan, most, words)


def _line(lever: Lever, plan: Plan, most: int, words: Words) -> LeverLine:
    count = plan.hours_of(lever)
    care = "" if lever in WITHOUT_CARE else plan.care_of(lever).value
    return LeverLine(
        lever=lever,
        name=words(f"lever.{lever.value}"),
        icon=ICONS[lever],
        colour=COLOURS[lever],
        half_hours=count,
        most=most,
        beads=max(LEAST_BEADS, count) if count <= MOST_BEADS else 0,
        care=care,
        value=half_hours_words(count, words),
        means=words(f"lever.{lever.value}_means"),
    )


def half_hours_words(count: int, words: Words) -> str:
    """A number of half-hours a week in words."""
    return words("lever.half_hours", n=count)


def next_care(care: str) -> Care:
    """The care that follows when one turns the knob: brief, normal, thorough, brief."""
    order = list(Care)
    return order[(order.index(Care(care)) + 1) % len(order)]


def moves_words(moves: Iterable[Move], scenario: Scenario, words: Words) -> str:
    """Several moves as a player reads them; nothing where there are none."""
    return "; ".join(move_words(move, scenario, words) for move in moves)


def move_words(move: Move, scenario: Scenario, words: Words) -> str:
    """A move as a player reads it."""
    match move:
        case HalfHours(source, target, count):
            return words(
                "move.half_hours",
                hours=hours(count, words),
                source=words(f"lever.{source.value}"),
                target=words(f"lever.{target.value}"),
            )
        case SetCare(care) if (
            len(care) == len(SOCIAL_LEVERS) and len({how for _, how in care}) == 1
        ):
            return words("move.care_everywhere", care=words(f"care.{care[0][1].value}"))
        case SetCare(care):
            parts = [
                f"{words(f'lever.{one.value}')}: {words(f'care.{how.value}')}" for one, how in care
            ]
            return ", ".join(parts)
        case SetVoice(voice):
            return words(
                "move.setting", name=words("adjust.voice"), value=words(f"adjust.voice_{voice}")
            )
        case SetClaims(claims):
            return words(
                "move.setting", name=words("adjust.claims"), value=words(f"adjust.claims_{claims}")
            )
        case SetAutomation(automation):
            return words(f"adjust.automation_{automation.value}")
        case SetDelegate(who, expectations):
            return _delegate_words(who, expectations, scenario, words)
        case SetShares():
            return words("move.shares")
        case JoinPlace(place):
            return words("move.join", place=place_name(place, scenario))
        case LeavePlace(place):
            return words("move.leave", place=place_name(place, scenario))
        case SetOrders(orders):
            return words("move.orders", n=len(orders))


def _delegate_words(who: str | None, expectations: bool, scenario: Scenario, words: Words) -> str:
    if who is None:
        return words("adjust.delegate_none")
    name = next((one.name for one in scenario.staff if one.id == who), who)
    return words("move.delegate_told" if expectations else "move.delegate", name=name)


def place_name(place: str, scenario: Scenario) -> str:
    """A place's name from its id."""
    return next((one.name for one in scenario.places if one.id == place), place)

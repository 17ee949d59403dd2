"""Acts and happenings: what a choice on a card does, and what befalls without a choice.

Every act is one of the model: it posts, answers, helps, sets or spends. None writes liking, trust or followers.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np

from game.sim.booking import follow
from game.sim.cause import Cause
from game.sim.clock import DAY, HOUR, MINUTE, WEEK
from game.sim.deck import Act, Happening, Who
from game.sim.draws import Ints, Purpose, draw
from game.sim.inbox import MessageKind
from game.sim.lever import SOCIAL_LEVERS, Care, Lever
from game.sim.parameter import MILLION, millionths
from game.sim.plan import (
    Automation,
    HalfHours,
    IllegalMove,
    JoinPlace,
    LeavePlace,
    Move,
    Plan,
    SetAutomation,
    SetCare,
    SetClaims,
    SetDelegate,
    SetVoice,
)
from game.sim.planning import adopt, plan_after
from game.sim.posting import draft_post, kind_for, takes_posts
from game.sim.posts import PostKind
from game.sim.practice import quality_of_posts
from game.sim.receiving import receive
from game.sim.replying import answer, count_contact, quality_of_owner, worth_of_care

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World

SHOWN_AT_MOST = 200  # people shown a post beside the followers
USUAL_GROUP = 12  # people, where an act or happening does not say how many
STAGES_OF = {
    "strangers": (0,), "knows": (1,), "friends": (2, 3, 4, 5), "customers": (4, 5), "advocates": (5,), "lapsed": (6, 7),
}  # fmt: skip


def group_of(world: World, state: RunnerState, who: Who, person: int | None) -> Ints:
    """The people (numbers) whom *who* names, in an order of luck; at most as many as it says."""
    if who.group == "this_person":
        return np.array([person] if person is not None else [], dtype=np.int64)
    span = world.span_of(state.index)
    if who.group == "waiting":
        waiting = sorted({m.person for m in state.inbox.waiting if m.arrival <= world.now})
        found = np.array(waiting, dtype=np.int64)
    elif who.group == "everybody":
        found = np.flatnonzero(world.people.catchment)
    elif who.group == "followers":
        found = np.flatnonzero(world.relations.follows[span])
    elif who.group == "saw_it":
        found = np.flatnonzero(
            (world.relations.follows[span] != 0) | (world.relations.stage[span] >= 2)
        )
    else:
        found = np.flatnonzero(np.isin(world.relations.stage[span], STAGES_OF[who.group]))
    luck = draw(
        world.seed(world.now), Purpose.CARD_PERSON, (state.index << 32) | found, world.now // DAY
    )
    shuffled: Ints = found[np.argsort(luck, kind="stable")]
    return shuffled if who.people is None else shuffled[: who.people]


def do_acts(
    world: World, state: RunnerState, acts: tuple[Act, ...], person: int | None, *, setback: bool
) -> None:
    """Do the acts of a choice, in order."""
    for act in acts:
        _do(world, state, act, person, setback=setback)


def _do(world: World, state: RunnerState, act: Act, person: int | None, *, setback: bool) -> None:
    match act.act:
        case "post" | "offer":
            _post(world, state, act, person)
        case "reply":
            _reply_to_all(world, state, act, person)
        case "help" | "introduce":
            _contact(world, state, act, person, Cause.HELP)
        case "converse":
            _contact(world, state, act, person, Cause.CONVERSATION)
        case "apologise" | "explain" | "inform" | "repair" | "compensate" if not setback:
            _contact(world, state, act, person, Cause.CARD)
        case "promise":
            _promise(world, state)
        case "break_promise":
            _break_promise(world, state)
        case "delegate" | "set" | "leave_place" | "join_place":
            _set(world, state, act)
        case "spend":
            state.owed_seconds += (act.half_hours or 1) * 30 * MINUTE
        case _:
            return  # what only answers a setback is weighed in `response.py`


def _set(world: World, state: RunnerState, act: Act) -> None:
    """Change the plan as the choice says, as far as the world allows: what is so already stays so."""
    for move in _moves_of(state.plan, act):
        with suppress(IllegalMove):
            adopt(world, state, (move,), counted=False)


def changes_of(world: World, state: RunnerState, acts: Iterable[Act]) -> tuple[Move, ...]:
    """What *acts* would change in the plan as it is now; nothing is done."""
    plan = state.plan
    moves: tuple[Move, ...] = ()
    for act in acts:
        for move in _moves_of(plan, act):
            with suppress(IllegalMove):
                after = plan_after(world, state, (*moves, move))
                if after != plan:
                    plan, moves = after, (*moves, move)
    return moves


def _post(world: World, state: RunnerState, act: Act, person: int | None) -> None:
    places = [world.place_number[act.place]] if act.place else sorted(state.joined)
    places = [place for place in places if takes_posts(world, state, place)]
    care = act.care or Care.NORMAL
    for nth, number in enumerate(places):
        quality = quality_of_posts(
            world, state, number, worth_of_care(world, care), quality_of_owner(world, state)
        )
        kind = kind_for(world, Lever.PROMOTE if act.act == "offer" else Lever.CREATE, number)
        drafted = sum(1 for draft in world.drafts if draft.runner == state.index)
        bold = state.week_plan.claims if act.bold is None else act.bold
        voice = state.week_plan.voice if act.voice is None else act.voice
        audience = _audience(world, state, act, person) if nth == 0 else ()
        draft_post(
            world, state, number, kind, quality, world.now, 50 + drafted % 50, bold=bold, voice=voice, audience=audience
        )  # fmt: skip


def _audience(world: World, state: RunnerState, act: Act, person: int | None) -> tuple[int, ...]:
    """The people whom the act shows the post beside the followers."""
    if act.who is None:
        return ()
    return tuple(group_of(world, state, act.who, person)[:SHOWN_AT_MOST].tolist())


def _reply_to_all(world: World, state: RunnerState, act: Act, person: int | None) -> None:
    """Answer the waiting messages of those named, now; the choice's hours pay for it."""
    people = set(group_of(world, state, act.who or Who(group="waiting"), person).tolist())
    waiting = [m for m in state.inbox.waiting if m.arrival <= world.now and m.person in people]
    for message in waiting:
        answer(world, state, message, world.now, act.care)
    taken = set(waiting)
    state.inbox.waiting = [m for m in state.inbox.waiting if m not in taken]
    if not waiting and act.who is not None:
        _contact(world, state, act, person, Cause.REPLY)


def _contact(world: World, state: RunnerState, act: Act, person: int | None, cause: Cause) -> None:
    rates, care = world.parameters.relationship, act.care or Care.NORMAL
    who = act.who or (
        Who(group="this_person")
        if person is not None
        else Who(group="followers", people=USUAL_GROUP)
    )
    liking, good = {
        Cause.HELP: (rates.help_liking, rates.help_trust),
        Cause.CONVERSATION: (rates.talk_liking, rates.talk_trust),
        Cause.REPLY: (rates.reply_liking, rates.reply_trust),
        Cause.CARD: (rates.reply_liking, rates.reply_trust),
    }[cause]
    worth = worth_of_care(world, care)
    minutes = rates.help_minutes if cause is Cause.HELP else rates.talk_minutes
    spent = round(minutes * MINUTE) * care.minutes_factor_halves // 2
    for one in group_of(world, state, who, person)[: (who.people or USUAL_GROUP)].tolist():
        world.touch(
            state.index, one, world.now, cause, familiarity=200_000, liking=millionths(liking) * worth // MILLION,
            good=millionths(good) * worth // MILLION, contact=spent,
        )  # fmt: skip
        count_contact(world, state, spent, cause)


def _promise(world: World, state: RunnerState) -> None:
    """A promise about the list: some of those who like the runner give their address."""
    state.promise = "kept"
    lists = [n for n in sorted(state.joined) if world.places[n].definition.kind == "mail"]
    friends = group_of(world, state, Who(group="friends"), None)
    takers = friends[: len(friends) * 2 // 5] + state.index * world.people.count
    for number in lists if len(takers) else []:
        follow(world, takers, np.full(len(takers), number), Cause.PROMISE, world.now // DAY)


def _break_promise(world: World, state: RunnerState) -> None:
    """The list is used for something else: an offer to everybody on it now, and the promise is gone."""
    if state.promise == "kept":
        state.promise = "broken"
        world.ledger.note(world.now, "promise_broken", state.index, -1, "")
    lists = [
        n for n in sorted(state.joined) if world.places[n].definition.kind == "mail"
    ] or sorted(state.joined)[:1]
    for nth, number in enumerate(lists):
        draft_post(
            world,
            state,
            number,
            PostKind.OFFER,
            MILLION // 2,
            world.now,
            60 + nth,
            bold=2,
            voice=state.plan.voice,
        )


def _moves_of(plan: Plan, act: Act) -> tuple[Move, ...]:
    """The moves that an act of setting amounts to, made in *plan*."""
    moves: list[Move] = []
    if act.act == "delegate":
        moves.append(SetDelegate(act.staff, act.expectations))
    if act.act == "leave_place" and act.place is not None and act.place in dict(plan.shares):
        moves.append(LeavePlace(act.place))
    if act.act == "join_place" and act.place is not None:
        moves.append(JoinPlace(act.place))
    if act.care is not None and act.act == "set":
        levers = (act.target,) if act.target else SOCIAL_LEVERS
        moves.append(SetCare(tuple((lever, act.care) for lever in levers)))
    if act.voice is not None:
        moves.append(SetVoice(act.voice))
    if act.claims is not None:
        moves.append(SetClaims(act.claims))
    if act.automation is not None:
        moves.append(SetAutomation(Automation(act.automation)))
    if act.source is not None and act.target is not None:
        count = min(act.half_hours or 1, plan.hours_of(act.source))
        moves += [HalfHours(act.source, act.target, count)] if count else []
    return tuple(moves)


def befall(world: World, state: RunnerState, happening: Happening, person: int | None) -> None:
    """What a card's facts do: messages, needs, talk, a change of rules, staff or owner away."""
    limit = happening.who.people or USUAL_GROUP
    kinds = {
        "questions": MessageKind.QUESTION,
        "complaints": MessageKind.COMPLAINT,
        "thanks": MessageKind.THANKS,
    }
    if happening.happens in kinds:
        for one in group_of(world, state, happening.who, person)[:limit].tolist():
            receive(world, state.index, one, world.now, kinds[happening.happens], Cause.HAPPENING)
    elif happening.happens == "need":
        _rush(world, state, happening, person, limit)
    elif happening.happens == "talk":
        for one in group_of(world, state, happening.who, person)[:limit].tolist():
            world.touch(
                state.index, one, world.now, Cause.HAPPENING, familiarity=200_000, liking=10_000
            )
    elif happening.happens == "rule_change":
        _change_rule(world, happening)
    elif happening.happens == "staff_away":
        state.staff_away_until = max(state.staff_away_until, world.now + happening.weeks * WEEK)
    else:  # ill
        state.away_until = max(state.away_until, world.now + happening.weeks * WEEK)


def _rush(
    world: World, state: RunnerState, happening: Happening, person: int | None, limit: int
) -> None:
    """More people than usual need something in the coming days."""
    people = group_of(world, state, happening.who, person)[:limit]
    for nth, one in enumerate(people.tolist()):
        when = (
            (world.now // DAY + 1 + nth % (7 * happening.weeks)) * DAY
            + 10 * HOUR
            + nth * 600 % (8 * HOUR)
        )
        if world.people.catchment[one]:
            world.needs.setdefault(when // DAY, []).append(np.array([[one], [when]]))


def _change_rule(world: World, happening: Happening) -> None:
    if happening.place is not None:
        place = world.places[world.place_number[happening.place]]
        place.reach = place.reach * millionths(happening.reach) // MILLION

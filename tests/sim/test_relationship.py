"""Relationships: what contact gives, what too much takes, and what time takes back.

The ladder of stages is tested in `test_ladder.py`; answers and silence in `test_answering.py`.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from game.sim.booking import follow
from game.sim.cause import Cause
from game.sim.clock import DAY, HOUR, MORNING, WEEK
from game.sim.discovery import look_around
from game.sim.kernels.effect import CONTACT, LIKING
from game.sim.kernels.reference import trust_of
from game.sim.lever import Care, Lever
from game.sim.meeting import choose_targets, meet_people
from game.sim.parameter import MILLION
from game.sim.people import DISTRICT, NEIGHBOURHOOD, PEOPLE_AT_ONCE, People
from game.sim.place import Place
from game.sim.plan import Automation
from game.sim.posts import PostKind
from game.sim.run import Run
from tests.builders import SQUARE
from tests.sim.lab import LUCKS, NOBODY_BUYS, a_room, after, mine, now, numbers, total, trust, you

TOLERANT = SQUARE.model_copy(
    update={"tolerated_per_week": 500.0, "starting_share": 1.0, "seen": 0.9}
)


def everybody_follows(run: Run, place: int = 0) -> Run:
    """Let the whole town follow the seat on a place."""
    rows = np.arange(run.world.people.count)
    follow(run.world, rows, np.full(len(rows), place), Cause.START, 0)
    return run


# time


def test_liking_fades_by_its_half_life_where_there_is_no_contact() -> None:
    alone = numbers(trade=NOBODY_BUYS, content={"by_friends": 0})
    run = a_room(parameters=alone, seasons=7)
    at_first = now(after(run, 1), "liking")
    left = now(after(run, 1 + 78), "liking") / at_first
    half_life = run.world.parameters.relationship.half_life_liking_days
    assert left == pytest.approx(0.5 ** (78 * 7 / half_life), rel=0.01)
    assert {line.cause for line in run.why("you", "liking", 1)} == {Cause.TIME}


def test_firm_trust_fades_later_than_the_first_impression() -> None:
    relation = np.array([8, 1]) * MILLION
    before = trust_of(relation, np.zeros(2, dtype=np.int64))
    later = trust_of(relation // 2, np.zeros(2, dtype=np.int64))
    lost = (before - later) / (before - MILLION // 2)
    assert lost[0] < lost[1]


def test_bad_experience_fades_too() -> None:
    run = a_room(known_by=0.0, parameters=numbers(trade=NOBODY_BUYS), seasons=4)
    after(run, 0.5).world.touch(0, 7, run.now, Cause.POOR_SERVICE, familiarity=500_000, bad=MILLION)
    low = trust(after(run, 2))
    assert low < 0
    assert low < trust(after(run, 40)) < 0


# more of a good thing


def liking_after(posts_a_week: int, seed: int = 2) -> int:
    """Liking after half a year of so many posts a week, all seen, none answered."""
    parameters = numbers(
        content={"post_minutes": 30, "message": 0, "share": 0, "discovery": 0}, fatigue={"unfollow": 0},
        trade=NOBODY_BUYS,
    )  # fmt: skip
    run = a_room(
        {Lever.CREATE: posts_a_week}, people=80, seed=seed, places=(TOLERANT,), parameters=parameters, known_by=0.0
    )  # fmt: skip
    return now(after(everybody_follows(run), 26), "liking")


@pytest.mark.parametrize("seed", [2, 3])
def test_more_posts_a_week_win_liking_up_to_a_point_and_lose_it_beyond(seed: int) -> None:
    liking = [liking_after(posts, seed) for posts in (1, 3, 8, 14, 28, 50)]
    most = max(liking)
    assert liking[0] < liking[1] < most
    assert liking[-1] < most / 2
    assert 1 <= liking.index(most) <= 4


def test_thorough_conversations_win_more_of_each_person_and_brief_ones_meet_more() -> None:
    runs = {
        care: after(
            a_room({Lever.CONVERSE: 8}, seasons=1, settings={"care": ((Lever.CONVERSE, care),)}), 12
        )
        for care in Care
    }
    met = [you(runs[care]).interactions for care in Care]
    assert met[0] > met[1] > met[2] > 0
    minutes = [you(run).interaction_seconds / you(run).interactions for run in runs.values()]
    assert minutes[0] < minutes[1] < minutes[2]


@pytest.mark.parametrize("lever", [Lever.CONVERSE, Lever.HELP, Lever.MEET])
@pytest.mark.parametrize("seed", [1, 2])
def test_help_talk_and_meeting_each_raise_liking_and_trust(lever: Lever, seed: int) -> None:
    still, busy = (
        after(a_room(hours, seed=seed, parameters=numbers(trade=NOBODY_BUYS), seasons=1), 12)
        for hours in ({}, {lever: 6})
    )
    assert now(busy, "liking") > now(still, "liking")
    assert trust(busy) > trust(still)
    assert total(busy, "two_way_minutes") > 0 == total(still, "two_way_minutes")


def test_who_is_helped_mentions_it_to_a_contact() -> None:
    run = after(a_room({Lever.HELP: 6}, seasons=1), 12)
    assert Cause.TALKED_ABOUT in [line.cause for line in run.why("you", "liking")]


# the machine


@pytest.mark.parametrize("seed", LUCKS)
def test_a_machines_direct_message_makes_most_recipients_like_one_less(seed: int) -> None:
    run = a_room(seed=seed, settings={"automation": Automation.DIRECT})
    after(run, 1.5)
    before = mine(run, "liking").copy()
    everybody_follows(run)
    run.advance(until=run.now + DAY)
    less = (mine(run, "liking") < before).mean()
    more = (mine(run, "liking") > before).mean()
    assert 0.55 <= less <= 0.80  # R10
    assert more < 0.15


def test_a_greeting_costs_less_than_a_direct_message_and_silence_nothing() -> None:
    cost = []
    for automation in (Automation.SCHEDULED, Automation.WELCOME, Automation.DIRECT):
        run = a_room(settings={"automation": automation}, parameters=numbers(trade=NOBODY_BUYS))
        after(run, 1.5)
        before = now(run, "liking")
        everybody_follows(run).advance(until=run.now + DAY)
        cost.append(before - now(run, "liking"))
    assert cost[0] == 0 < cost[1] < cost[2]


# for and against


def moved_by(evidence: float, *, good: float = 0, bad: float = 0) -> float:
    """What trust moves by, from so much evidence for."""
    start = np.array([round(evidence * MILLION)])
    nothing = np.array([0])
    before = int(trust_of(start, nothing)[0])
    return int(trust_of(start + round(good * MILLION), nothing + round(bad * MILLION))[0]) - before


def test_a_bad_experience_lowers_trust_two_to_five_times_as_much_as_a_good_one_raises_it() -> None:
    rates = a_room().world.parameters.relationship
    good = moved_by(0, good=rates.service_trust)
    bad = moved_by(0, bad=rates.service_trust * rates.bad_weight)
    assert 2 <= -bad / good <= 5  # R12


def test_who_is_trusted_has_more_to_lose_and_less_to_win() -> None:
    gains = [moved_by(evidence, good=0.5) for evidence in (0, 1, 3, 8)]
    assert gains == sorted(gains, reverse=True)
    assert all(gain > 0 for gain in gains)


def test_firm_trust_moves_less_than_a_first_impression() -> None:
    losses = [-moved_by(evidence, bad=0.5) for evidence in (2, 4, 8, 16)]
    assert losses == sorted(losses, reverse=True)


# friends


def test_contacts_are_mutual_and_clustered() -> None:
    people: People = a_room(people=1200).world.people
    pairs = {
        (one, other) for one in range(1200)
        for other in people.contacts[people.starts[one] : people.starts[one + 1]].tolist()
    }  # fmt: skip
    assert pairs == {(other, one) for one, other in pairs}
    assert all(one != other for one, other in pairs)
    near = sum(1 for one, other in pairs if one // 60 == other // 60)
    assert near / len(pairs) > 0.6
    assert np.std(people.degree) > 1


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_advocates_bring_their_contacts(seed: int) -> None:
    praising, quiet = (
        a_room(seed=seed, known_by=0.0, parameters=numbers(trade=NOBODY_BUYS | {"recommend": chance}))
        for chance in (0.2, 0.0)
    )  # fmt: skip
    for run in (praising, quiet):
        for person in range(0, 300, 10):
            run.world.touch(
                0, person, HOUR, Cause.START, familiarity=MILLION, liking=MILLION * 8 // 10, good=20 * MILLION,
                contact=3600, custom=MILLION,
            )  # fmt: skip
        after(run, 8)
    assert Cause.REFERRAL in [line.cause for line in praising.why("you", "trust")]
    assert trust(praising) > trust(quiet)


def test_a_place_of_ones_own_needs_no_audience_of_others() -> None:
    own = Place(id="diary", name="Diary", kind="blog", owned=True, opens_week=-100)
    run = after(a_room(places=(own,), on=("diary",)), 2)
    assert run.world.places[0].members.all()


def test_post_kinds_follow_the_place() -> None:
    run = a_room({Lever.CREATE: 12}, on=("square", "diary"), seasons=1)
    kinds = after(run, 4).world.posts.column("kind")
    assert set(kinds.tolist()) == {PostKind.POST, PostKind.ARTICLE}


def test_no_tie_leads_out_of_the_people_who_are_tied_at_once() -> None:
    assert PEOPLE_AT_ONCE % NEIGHBOURHOOD == PEOPLE_AT_ONCE % DISTRICT == 0


# whom one seeks out, and how


def met(lever: Lever, *, follows: bool = False, voice: int = 2, place: Place = SQUARE) -> tuple[int, int]:  # fmt: skip
    """The liking that one contact is worth to a person, before what they feel counts, and its seconds."""
    run = a_room(people=60, known_by=0, places=(place,), on=(place.id,), settings={"voice": voice})
    run.world.relations.follows[0] = int(follows)
    you(run).targets = {lever: [0]}
    meet_people(run.world, you(run), lever, 0, HOUR)
    effect = run.world.effects[0]
    return effect[LIKING], effect[CONTACT]


def test_a_meeting_is_worth_twice_to_who_follows_and_other_contact_is_not() -> None:
    assert met(Lever.MEET, follows=True)[0] == 2 * met(Lever.MEET)[0]
    for lever in (Lever.HELP, Lever.CONVERSE):
        assert met(lever, follows=True) == met(lever)


def test_at_an_event_that_is_open_a_meeting_takes_three_fifths_of_the_time() -> None:
    fair = Place(id="fair", name="Fair", kind="event", opens_week=-100)
    later = fair.model_copy(update={"opens_week": 9})
    usual = met(Lever.MEET)[1]
    assert met(Lever.MEET, place=fair) == (met(Lever.MEET)[0], usual * 3 // 5)
    assert met(Lever.MEET, place=later)[1] == usual
    assert met(Lever.CONVERSE, place=fair) == met(Lever.CONVERSE)


@pytest.mark.parametrize("lever", [Lever.HELP, Lever.CONVERSE, Lever.MEET])
def test_a_personal_voice_warms_a_contact_and_a_formal_one_cools_it(lever: Lever) -> None:
    warm, usual, cool = (met(lever, voice=voice)[0] for voice in (0, 2, 4))
    assert warm == pytest.approx(1.16 * usual, abs=1)
    assert cool == pytest.approx(0.84 * usual, abs=1)


def test_one_seeks_the_same_people_again_by_affinity_and_others_without() -> None:
    again = []
    for affinity in (0.0, 2.0):
        run = a_room({Lever.CONVERSE: 2}, parameters=numbers(relationship={"affinity": affinity}))
        run.world.relations.stage[:] = 1
        chosen = []
        for week in range(1, 9):
            run.world.agenda.now = week * WEEK
            choose_targets(run.world, you(run))
            chosen.append(set(you(run).targets[Lever.CONVERSE][:10]))
        again.append(sum(len(first & other) for first, other in pairwise(chosen)) / 7)
    assert again[0] < 2 < again[1]


def test_what_contacts_say_brings_people_who_look_a_runner_up() -> None:
    found = []
    for by_friends in (0.0, 0.5):
        content = {"by_friends": by_friends, "discovery": 0, "message": 0}
        run = a_room(known_by=0, parameters=numbers(content=content, trade=NOBODY_BUYS))
        run.world.relations.stage[::3] = 5
        run.world.agenda.now = WEEK + MORNING
        look_around(run.world)
        found.append(sum(part.shape[1] for part in run.world.effects_at_once))
    assert found[0] == 0 < found[1]


def test_who_speaks_ill_keeps_people_from_looking_a_runner_up() -> None:
    found = []
    for warning in (0, 7):
        run = a_room(known_by=0, parameters=numbers(content={"by_friends": 0.5, "discovery": 0}))
        run.world.relations.stage[::2], run.world.relations.stage[1::4] = 5, warning
        run.world.agenda.now = WEEK + MORNING
        look_around(run.world)
        found.append(sum(part.shape[1] for part in run.world.effects_at_once))
    assert found[0] > found[1]

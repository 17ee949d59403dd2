"""Company: who knows whom, who makes offers, who brought whom - seen without changing anything."""

from __future__ import annotations

import numpy as np

import game
from game.sim.clock import WEEK
from game.sim.company import offers_of_week, ties_among
from game.sim.light import Light
from game.sim.posts import PostKind
from game.sim.run import Run


def bakery(weeks: int) -> Run:
    """The shipped bakery, played by its strategies for some weeks."""
    run = game.Run(game.load_scenario("corner-bakery"), seed=7)
    run.advance(weeks * WEEK)
    return run


def test_ties_are_mutual_contacts_each_pair_once() -> None:
    people = bakery(0).world.people
    some = range(0, 240, 2)
    pairs = ties_among(people, some)
    assert pairs
    assert len(set(pairs)) == len(pairs)
    for one, other in pairs:
        assert one < other
        assert {one, other} <= set(some)
        assert other in people.contacts[people.starts[one] : people.starts[one + 1]]
        assert one in people.contacts[people.starts[other] : people.starts[other + 1]]
    assert ties_among(people, []) == ()


def test_offers_of_a_week_are_the_posts_of_that_kind_that_are_out() -> None:
    world = bakery(5).world
    out = world.posts.column("second") <= world.now
    for state in world.runners:
        mine = out & (world.posts.column("runner") == state.index)
        offers = mine & (world.posts.column("kind") == PostKind.OFFER)
        last = offers & (world.posts.column("second") > world.now - WEEK)
        assert offers_of_week(world, state.index) == int(np.count_nonzero(last))
    assert sum(offers_of_week(world, state.index) for state in world.runners) > 0


def test_a_rival_is_seen_to_talk_as_long_as_it_talks() -> None:
    run = bakery(12)
    for rival in run.view("you").rivals:
        state = next(one for one in run.world.runners if one.definition.id == rival.id)
        assert rival.talks == state.interactions
        assert rival.talk_minutes == state.interaction_seconds // 60


def test_the_stories_of_one_person_are_theirs_alone_latest_first() -> None:
    run = bakery(20)
    for lamp in run.world.runners[0].lights.values():
        lamp.state = "lit"
    view = run.view("you")
    person = view.stories(1, 20)[0].person
    told = view.stories_of(person)
    assert told
    assert {story.person for story in told} == {person}
    assert [story.day for story in told] == sorted((one.day for one in told), reverse=True)


def test_who_sent_a_friend_is_named_only_when_that_light_is_lit() -> None:
    run = bakery(60)
    line = next(one for one in run.world.ledger.log if one.what == "referred")
    state = run.world.runners[line.runner]
    for lamp in state.lights.values():
        lamp.state = "lit"
    told = run.view(state.definition.id).stories_of(line.person, 99)
    assert int(line.detail) in [one.by for one in told]
    state.lights[Light.GIVING].state = "puzzled"
    told = run.view(state.definition.id).stories_of(line.person, 99)
    assert {one.by for one in told} <= {-1}


def test_a_guest_follows_where_the_town_can_read_it() -> None:
    view = bakery(12).view("you")
    counted = {place.id: 0 for place in view.places}
    for guest in view.guests(3000):
        for place in guest.places:
            counted[place] += 1
    assert counted == {place.id: place.followers for place in view.places}

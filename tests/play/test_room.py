"""The room alive: who stands with whom, who comes and goes and why, manners, doors, daylight, a guest's story."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from game.authoring.words import Words, load_words
from game.play.game_session import Game
from game.play.presenters.doors import doors
from game.play.presenters.guest import guest_story
from game.play.presenters.manners import SHOUT_OFFERS, manner_of_host, manner_of_rival
from game.play.presenters.room import present, room
from game.play.screens.table.crowd import WALK, Crowd
from game.sim.lever import Care, Lever
from game.sim.light import Light
from game.sim.measure import Stage
from game.sim.seen import RivalView
from tests.play.table import new_game

RIVAL = RivalView("x", "X", 40, 8, (), 0, 30, 240)


@pytest.fixture(scope="module")
def words() -> Words:
    """English."""
    return load_words("en")


@pytest.fixture(scope="module")
def late() -> Game:
    """A year and a half on, every light lit."""
    session = new_game(seasons=6)
    for lamp in session.run.world.runners[0].lights.values():
        lamp.state = "lit"
    return session


def test_those_who_talk_know_each_other_and_stand_close(late: Game, words: Words) -> None:
    shown = room(late.view, words)
    stands = {one.person: (one.x, one.y) for one in shown.guests}
    ties = set(late.view.ties(stands))
    assert len(shown.pairs) >= 8
    talking = [person for pair in shown.pairs for person in pair]
    assert len(set(talking)) == len(talking)
    for one, other in shown.pairs:
        assert (min(one, other), max(one, other)) in ties
        assert math.dist(stands[one], stands[other]) < 0.12


def test_people_who_know_each_other_stand_nearer_than_people_who_do_not(
    late: Game, words: Words
) -> None:
    stands = {one.person: (one.x, one.y) for one in room(late.view, words).guests}
    ties = set(late.view.ties(stands))
    people = sorted(stands)
    known = [math.dist(stands[a], stands[b]) for a, b in ties]
    others = [
        math.dist(stands[a], stands[b])
        for a in people
        for b in people
        if a < b and (a, b) not in ties
    ]
    assert sum(known) / len(known) < 0.6 * sum(others) / len(others)


@pytest.mark.parametrize(
    ("seen", "manner"),
    [
        ({"offers_last_week": SHOUT_OFFERS}, "shouts"),
        ({"offers_last_week": SHOUT_OFFERS - 1}, ""),
        ({"talk_minutes": 90}, "flits"),
        ({"talk_minutes": 9, "talks": 4}, ""),
        ({"posts_last_week": 0}, "alone"),
        ({"name": "The Shouter"}, ""),
    ],
)
def test_a_manner_is_measured_and_never_named(seen: dict[str, int], manner: str) -> None:
    assert manner_of_rival(replace(RIVAL, **seen), 20) == manner  # type: ignore[arg-type]


def test_brief_care_for_everybody_leaves_blank_faces() -> None:
    session = new_game(seasons=1)
    state = session.run.world.runners[0]
    talking = (Lever.REPLY, Lever.HELP, Lever.CONVERSE, Lever.MEET)
    assert manner_of_host(session.view) != "flits"
    state.plan = replace(state.plan, care=tuple((lever, Care.BRIEF) for lever in talking))
    assert manner_of_host(session.view) == "flits"


def test_people_step_back_from_a_host_who_shouts(
    words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = new_game(seasons=2)
    quiet = room(session.view, words)
    monkeypatch.setattr("game.play.presenters.room.manner_of_host", lambda _: "shouts")
    loud = room(session.view, words)

    def nearest(guests: tuple[object, ...]) -> float:
        return min(math.dist((one.x, one.y), (0.5, 0.47)) for one in guests)  # type: ignore[attr-defined]

    assert nearest(loud.guests) > nearest(quiet.guests)
    assert loud.host_told == words("room.you_shouts")


def test_whoever_turned_away_leaves_and_one_can_see_why(words: Words) -> None:
    session = new_game(seasons=6)
    lights = session.run.world.runners[0].lights
    for lamp in lights.values():
        lamp.state = "lit"
    here = {guest.person for guest in present(session.view)}
    left = [one for one in session.view.stories(400, 60) if one.what == "left"]
    assert left
    assert not here & {
        one.person for one in left if session.view.guest(one.person).stage is Stage.LAPSED
    }
    lights[Light.LEAVING].state = "unseen"
    assert room(session.view, words).leaving == ()


def test_a_leaver_walks_to_the_street_and_is_gone(late: Game, words: Words) -> None:
    before = room(late.view, words)
    person = before.guests[3]
    from game.play.presenters.room import Leaver

    gone = Leaver(person.person, person.name, "log-out", "no answer came")
    after = replace(
        before, guests=tuple(one for one in before.guests if one is not person), leaving=(gone,)
    )
    crowd = Crowd()
    crowd.come(before, 0.0, at_once=True)
    crowd.come(after, 1.0, at_once=False)
    [(leaver, start)] = crowd.leaving(1.0, still=False)
    assert leaver is gone
    assert start == (person.x, person.y)
    [(_, later)] = crowd.leaving(1.0 + WALK * 0.9, still=False)
    assert later[0] < start[0]
    assert crowd.leaving(1.0 + WALK * 1.1, still=False) == []


def test_whoever_was_sent_comes_in_beside_the_one_who_sent_them(late: Game, words: Words) -> None:
    whole = room(late.view, words)
    new, host = whole.guests[5], whole.guests[0]
    new = replace(new, brought_by=host.person, door="natter")
    after = replace(
        whole, guests=tuple(new if one.person == new.person else one for one in whole.guests)
    )
    before = replace(whole, guests=tuple(one for one in whole.guests if one.person != new.person))
    crowd = Crowd()
    crowd.come(before, 0.0, at_once=True)
    crowd.come(after, 1.0, at_once=False)
    at_the_door = 1.0 + WALK
    one, other = crowd.place_of(new.person, at_the_door), crowd.place_of(host.person, at_the_door)
    assert one is not None
    assert other is not None
    assert math.dist(one, other) < 0.06
    assert crowd.place_of(host.person, 9.0) == (host.x, host.y)


def test_a_place_is_a_door_that_opens_crowds_and_is_boarded_up(words: Words) -> None:
    early = {one.id: one for one in doors(new_game().view, words)}
    later = {one.id: one for one in doors(new_game(seasons=8).view, words)}
    assert "shoal" not in early
    assert later["shoal"].state == "closed"
    assert later["common_room"].busy > early["common_room"].busy
    assert early["natter"].mine
    assert not early["lapel"].mine


def test_the_light_follows_season_and_year_and_week(words: Words) -> None:
    first, sixth = room(new_game().view, words), room(new_game(seasons=6).view, words)
    assert (first.daylight.season, first.daylight.year) == (3, 0), "it begins in winter"
    assert (sixth.daylight.season, sixth.daylight.year) == (1, 1)


def test_a_guests_story_tells_what_moved_them_and_whom_they_know(late: Game, words: Words) -> None:
    view = late.view
    bought = next(one for one in view.stories(200, 60) if one.what == "bought")
    told = guest_story(view, bought.person, words)
    assert [line for line in told.lines if line.text.startswith(words("story.bought"))]
    assert told.look_words
    assert told.facts[0] == words("room.met", n=view.guest(bought.person).met)


def test_in_the_fog_a_guests_story_has_no_stage(words: Words) -> None:
    session = new_game(seasons=2)
    for lamp in session.run.world.runners[0].lights.values():
        lamp.state = "unseen"
    person = session.view.guests(1)[0].person
    before = guest_story(session.view, person, words)
    session.run.world.relations.stage[:] = Stage.HOSTILE
    assert guest_story(session.view, person, words) == before
    assert before.look == ""

"""New Square, system by system: each is taken away in turn, and something else comes of the same plan.

The seat plays one plan throughout, in a town of four hundred of whom half know it, against one rival. Dates, cards and
figures of the scenario are next door in `test_new_square.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from game.authoring.load import load_scenario
from game.sim.cause import Cause
from game.sim.decision import Decision
from game.sim.lever import Lever
from game.sim.override import overridden
from game.sim.plan import Automation, HalfHours, SetAutomation
from game.sim.scenario import Scenario
from game.strategies.runs import Run, simulate
from game.strategies.scripted import Scripted

WRITING = {Lever.CREATE: 6, Lever.REPLY: 4, Lever.LISTEN: 2}


@pytest.fixture(scope="module")
def square() -> Scenario:
    """The scenario as shipped."""
    return load_scenario("new-square-2009")


def town(square: Scenario, *on: str, plan: Mapping[Lever, int] = WRITING) -> Scenario:
    """The square with four hundred people and one rival; the seat is *on* these places, with this first plan."""
    you = square.runners[0].model_copy(update={"on": on, "opens_with": dict(plan), "known_by": 0.5})
    market = square.market.model_copy(update={"people": 400})
    rivals = (square.runners[3],)
    return square.model_copy(update={"market": market, "runners": (you, *rivals), "cards": ()})


def without(scenario: Scenario, place: str) -> Scenario:
    """The same town in which *place* was never built."""
    runners = tuple(
        one.model_copy(update={"on": tuple(id for id in one.on if id != place)})
        for one in scenario.runners
    )
    places = tuple(one for one in scenario.places if one.id != place)
    return scenario.model_copy(update={"places": places, "runners": runners})


def changed(scenario: Scenario, place: str, **fields: object) -> Scenario:
    """The same town in which *place* differs in *fields*."""
    places = tuple(
        one.model_copy(update=fields) if one.id == place else one for one in scenario.places
    )
    return scenario.model_copy(update={"places": places})


def played(
    scenario: Scenario, weeks: int = 40, answers: Mapping[str, Decision] | None = None
) -> Run:
    """The seat keeps to its first plan, but for *answers*."""
    return simulate(scenario, {"you": Scripted.of(answers or {})}, seed=5, weeks=weeks)


def total(run: Run, measure: str, first: int = 0) -> int:
    """The sum of a measure of the seat over the weeks from *first*."""
    return sum(run.timeline("you", measure)[first:])


def by(run: Run, measure: str, *causes: Cause) -> int:
    """What *causes* did to a measure of the seat."""
    lines = run.world.ledger.why(0, measure, 0, run.weeks)
    return sum(line.amount for line in lines if line.cause in causes)


@pytest.mark.parametrize("place", ["linkedin", "twitter", "facebook", "mailing_list"])
def test_posts_are_seen_only_where_there_is_a_place_for_them(square: Scenario, place: str) -> None:
    there = town(square, place)
    assert by(played(there), "liking", Cause.POSTS) > 0
    assert by(played(without(there, place)), "liking", Cause.POSTS) == 0


def test_a_profile_that_stands_idle_does_nothing(square: Scenario) -> None:
    idle = played(town(square, "linkedin", plan={Lever.REPLY: 4, Lever.LISTEN: 8}))
    busy = played(town(square, "linkedin"))
    assert by(idle, "liking", Cause.POSTS) == 0 < by(busy, "liking", Cause.POSTS)
    assert idle.timeline("you", "followers")[-1] < busy.timeline("you", "followers")[-1]


def test_a_view_on_linkedin_brings_more_talk_than_one_on_facebook(square: Scenario) -> None:
    def talk(place: str) -> float:
        run = played(town(square, place), weeks=60)
        return total(run, "two_way_minutes") / max(1, total(run, "reach"))

    assert talk("linkedin") > 2 * talk("facebook")


def test_a_machine_on_twitter_offends_those_who_follow_there(square: Scenario) -> None:
    machine = Decision(moves=(SetAutomation(Automation.DIRECT),))
    there = town(square, "twitter")
    heard = played(there, answers={"plan/0": machine})
    assert by(heard, "liking", Cause.AUTOMATIC) < 0
    assert by(played(there), "liking", Cause.AUTOMATIC) == 0


def test_facebook_reaches_more_where_nobody_changes_its_rules(square: Scenario) -> None:
    there = town(square, "facebook")
    before, after = (
        total(played(one, weeks=90), "reach", first=42)
        for one in (changed(there, "facebook", rule_changes=()), there)
    )
    assert before > after * 1.05


def test_articles_are_found_where_there_is_a_blog(square: Scenario) -> None:
    there = town(square, "facebook", "blog")
    some, none = played(there), played(without(there, "blog"))
    assert by(some, "liking", Cause.ARTICLES) > 0 == by(none, "liking", Cause.ARTICLES)
    assert by(some, "followers", Cause.FOUND) > by(none, "followers", Cause.FOUND)


def test_the_blog_still_works_when_nobody_writes_any_more(square: Scenario) -> None:
    stop = Decision(moves=(HalfHours(Lever.CREATE, Lever.SHOP, 6),))
    lasting = town(square, "blog")
    passing = changed(lasting, "blog", half_life_hours=24)
    left = [played(one, weeks=65, answers={"plan/2": stop}) for one in (lasting, passing)]
    late = [run.timeline("you", "followers")[-1] for run in left]
    assert late[0] > late[1]


def test_visitors_of_the_website_ask_more_where_they_do_not_expect_a_pitch(
    square: Scenario,
) -> None:
    there = town(square, "website", plan={Lever.CREATE: 10, Lever.REPLY: 2})
    open_arms = changed(there, "website", conversion=1.6)
    asked = [total(played(one, weeks=60), "two_way_minutes") for one in (open_arms, there)]
    assert asked[0] > asked[1]


def test_hours_in_a_wave_without_company_are_given_back_where_there_is_none(
    square: Scenario,
) -> None:
    there = town(square, "mailing_list", "google_wave")
    waving, sparing = played(there, weeks=60), played(without(there, "google_wave"), weeks=60)
    assert total(sparing, "reach", first=38) > total(waving, "reach", first=38) * 1.2


def test_nobody_is_met_who_is_not_gone_to_meet(square: Scenario) -> None:
    going = played(town(square, "linkedin", plan={Lever.MEET: 6, Lever.CREATE: 4, Lever.REPLY: 2}))
    staying = played(
        town(square, "linkedin", plan={Lever.LISTEN: 6, Lever.CREATE: 4, Lever.REPLY: 2})
    )
    assert by(going, "trust", Cause.MEETING) > 0 == by(staying, "trust", Cause.MEETING)
    assert total(going, "two_way_minutes") > total(staying, "two_way_minutes") + 1000


def test_where_nobody_asks_the_penny_drops_later(square: Scenario) -> None:
    there = town(square, "mailing_list", plan={Lever.CREATE: 6, Lever.REPLY: 2, Lever.STUDY: 4})
    asked = there.model_copy(update={"unlock": {**square.unlock, Lever.STUDY: 1}})
    alone = town(square, "mailing_list", plan={Lever.CREATE: 10, Lever.REPLY: 2})
    first = [
        min(one.lit_day for one in run.world.runners[0].lights.values() if one.lit_day >= 0)
        for run in (played(asked), played(alone))
    ]
    assert first[0] < first[1]


def test_an_unprepared_trainer_is_found_out(square: Scenario) -> None:
    there = town(square, "linkedin", plan={Lever.CREATE: 40, Lever.REPLY: 10})
    forgiving = there.model_copy(
        update={"parameters": overridden(there.parameters, ["trade.starved_service=0"])}
    )
    poor = [by(played(one), "trust", Cause.POOR_SERVICE) for one in (there, forgiving)]
    assert poor[0] < poor[1] <= 0


def test_a_promise_about_the_list_can_only_be_broken_where_it_was_given(square: Scenario) -> None:
    slip = next(card for card in square.cards if card.id == "for_nothing_else")
    mail = next(card for card in square.cards if card.id == "it_is_up")
    certain = slip.model_copy(update={"when": ("week >= 14",), "chance": 1.0})
    there = town(square, "website").model_copy(update={"cards": (certain, mail)})
    then = {"card/it_is_up": Decision(option="programme_below")}
    slips = "card/for_nothing_else"
    given = played(there, answers={slips: Decision(option="tell_you_once"), **then})
    spared = played(there, answers={slips: Decision(option="talk_instead"), **then})
    broken = [
        [one for one in run.world.ledger.log if one.what == "promise_broken" and one.runner == 0]
        for run in (given, spared)
    ]
    assert len(broken[0]) == 1
    assert broken[1] == []


@pytest.mark.parametrize("place", ["google_plus", "pinterest"])
def test_a_late_place_is_worth_what_its_members_look_at(square: Scenario, place: str) -> None:
    early = changed(town(square, place), place, opens_week=-60)
    lively = changed(early, place, seen=0.5)
    blind = changed(early, place, seen=0.001)
    reached = [total(played(one, weeks=30), "reach") for one in (lively, early, blind)]
    assert reached[0] > reached[2]
    assert reached[1] * 4 < reached[0] if place == "google_plus" else reached[1] > reached[2]

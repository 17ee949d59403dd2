"""Presenters: plain data, exact sums, and nothing of what lies in the fog."""

from __future__ import annotations

import math
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from game import load_scenario
from game.authoring.words import Words, load_words
from game.play.game_session import Game, Prediction
from game.play.presenters.cards import card
from game.play.presenters.causes import folded
from game.play.presenters.gauges import gauges, trends
from game.play.presenters.lightbulb import lightbulb
from game.play.presenters.prediction import direction, nameable, reasons, verdict
from game.play.presenters.race import marks_to, race, race_measures, scale_above
from game.play.presenters.reveal import changes, reveal
from game.play.presenters.room import Room, room
from game.play.presenters.snapshot import snapshot
from game.sim.cause import CAUSES, Cause
from game.sim.decision import Decision, Option
from game.sim.ledger import WhyLine
from game.sim.lever import SOCIAL_LEVERS, Care, Lever
from game.sim.light import Light
from game.sim.measure import MEASURE_INDEX, MEASURES, Stage
from game.sim.plan import HalfHours, LeavePlace, SetCare
from game.sim.rehearsal import Rehearsal
from game.sim.seen import Covered
from tests.play.table import bakery, lit, new_game


@pytest.fixture(scope="module")
def words() -> Words:
    """English."""
    return load_words("en")


@pytest.fixture(scope="module")
def early() -> Game:
    """A game whose first season begins."""
    return new_game()


@pytest.fixture(scope="module")
def late() -> Game:
    """The same two years on, every light lit."""
    session = new_game(seasons=8)
    for lamp in session.run.world.runners[0].lights.values():
        lamp.state = "lit"
    return session


def test_presenters_do_without_a_window() -> None:
    code = "import sys, game.play.presenters.snapshot, game.play.presenters.reveal, game.play.presenters.cards;"
    code += "sys.exit(any(name.startswith('pygame') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_title_says_where_a_game_was_left_without_loading_the_simulation() -> None:
    code = "import sys, game.play.screens.title; sys.exit('game.sim.view' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_cause_measure_lever_and_light_has_words(words: Words) -> None:
    ids = [f"cause.{cause.name.lower()}" for cause in CAUSES]
    ids += [f"measure.{measure.id}" for measure in MEASURES]
    ids += [f"measure.{measure.id}_means" for measure in MEASURES]
    ids += [f"lever.{lever}" for lever in Lever] + [f"lever.{lever}_means" for lever in Lever]
    ids += [f"light.{light}.{part}" for light in Light for part in ("title", "question", "says")]
    assert [one for one in ids if one not in words] == []


def test_a_snapshot_outlives_its_view(early: Game, words: Words) -> None:
    view = early.view
    shot = snapshot(view, view.plan, words)
    later = early.view
    assert snapshot(later, later.plan, words) == shot
    assert shot.moment.when == "Year 1 of 3 · winter · week 1"


def test_what_is_in_the_fog_shows_its_question(early: Game, words: Words) -> None:
    view = early.view
    relation = gauges(view, view.plan, words)[-1]
    assert relation.question == words("light.ladder.question")
    assert relation.value == ""
    covered = [one for one in trends(view, words) if one.question]
    assert {one.question for one in covered} >= {words("light.ladder.question")}
    assert all(one.points == () and one.name == "" for one in covered)
    assert all(guest.look == "" for guest in room(view, words).guests)
    assert room(view, words).legend == ()


def test_what_has_come_to_light_has_numbers(late: Game, words: Words) -> None:
    view = late.view
    assert gauges(view, view.plan, words)[-1].value == f"{view.measure('customers'):,}"
    assert not [one for one in trends(view, words) if one.question]
    legend = {one.look: one.number for one in room(view, words).legend}
    assert legend["know"] == view.measure("knows")
    assert legend["buy"] == view.measure("customers")


def test_what_another_light_covers_looks_like_the_rung_below(words: Words) -> None:
    session = new_game(seasons=2)
    lights = session.run.world.runners[0].lights
    for lamp in lights.values():
        lamp.state = "unseen"
    lights[Light.LADDER].state = "lit"
    session.run.world.relations.stage[:] = Stage.HOSTILE
    assert {guest.look for guest in room(session.view, words).guests} == {"know"}
    session.run.world.relations.stage[:] = Stage.ADVOCATE
    assert {guest.look for guest in room(session.view, words).guests} == {"buy"}


def test_everybody_in_the_room_has_a_place_of_their_own(late: Game, words: Words) -> None:
    shown = room(late.view, words)
    places = [(guest.x, guest.y) for guest in shown.guests]
    assert len(shown.guests) == 120
    assert len({*places, *shown.crowd}) == len(places) + len(shown.crowd)
    assert all(0 < x < 1 and 0 < y < 1 for x, y in places)


def test_the_crowd_stands_for_all_who_have_met_you(late: Game, words: Words) -> None:
    view = late.view
    shown = room(view, words)
    rest = view.crowd - len(shown.guests)
    assert 0 <= len(shown.crowd) * shown.each - rest < shown.each


def test_whoever_stays_as_close_stays_in_their_place(late: Game, words: Words) -> None:
    first = room(late.view, words)
    again = room(late.view, words, first)
    assert again == first
    fewer = room(late.view, words, Room(first.guests[::2], (), (), 1, (), 0, ""))
    stood = {guest.person: guest.slot for guest in first.guests[::2]}
    kept = [guest for guest in fewer.guests if stood.get(guest.person) == guest.slot]
    assert len(kept) > 0.9 * len(stood)


def test_closer_people_stand_nearer(late: Game, words: Words) -> None:
    def mean(look: str) -> float:
        away = [
            math.hypot(one.x - 0.5, one.y - 0.49)
            for one in room(late.view, words).guests
            if one.look == look
        ]
        return sum(away) / len(away)

    assert mean("buy") < mean("know")


def test_the_lanes_show_what_is_public_and_nothing_else(late: Game, words: Words) -> None:
    view = late.view
    followers = race(view, "followers", words)
    assert [lane.value for lane in followers.lanes][1:] == [one.followers for one in view.rivals]
    for measure in race_measures(view)[2:]:
        hidden = race(view, measure, words)
        assert [lane.value for lane in hidden.lanes][1:] == [None] * len(view.rivals)


@given(some.integers(0, 10_000_000))
def test_a_scale_ends_a_little_above_the_largest_value(value: int) -> None:
    top = scale_above(value)
    assert value < top <= max(10, value * 2.2)
    marks = marks_to(top)
    assert marks[-1] == top
    assert len({b - a for a, b in zip((0, *marks), marks, strict=False)}) == 1


LINES = some.lists(
    some.builds(WhyLine, some.sampled_from(CAUSES), some.integers(-500, 500).filter(bool)),
    max_size=12,
    unique_by=lambda line: line.cause,
)


@given(LINES)
def test_folded_reasons_add_up_exactly(lines: list[WhyLine]) -> None:
    ordered = tuple(sorted(lines, key=lambda line: (-abs(line.amount), line.cause)))
    found = folded(ordered, load_words("en"), lambda line: str(line.cause))
    assert sum(one.amount for one in found) == sum(line.amount for line in lines)
    assert len(found) <= 4 or len(found) == len(lines)


def test_the_reveal_explains_every_number_that_moved(late: Game, words: Words) -> None:
    view = late.view
    shown = {one.id: one for one in changes(view, words)}
    for id in ("followers", "customers", "trusts", "likes", "knows", "lapsed"):
        moved = view.change(id)
        assert not isinstance(moved, Covered)
        assert (id in shown and shown[id].amount == moved) or not moved
    for change in shown.values():
        assert sum(reason.amount for reason in change.reasons) == change.amount


@pytest.mark.parametrize(
    ("measure", "cause", "amount", "told"),
    [
        ("customers", Cause.POOR_SERVICE, 400, "bought all the same · poor service"),
        ("customers", Cause.POOR_SERVICE, -400, "poor service"),
        ("lapsed", Cause.POOR_SERVICE, -400, "came back · poor service"),
        ("lapsed", Cause.POOR_SERVICE, 400, "poor service"),
        ("hostile", Cause.POOR_SERVICE, 400, "poor service"),
        ("likes", Cause.CONVERSATION, -400, "came closer · talking with you"),
        ("likes", Cause.CONVERSATION, 400, "talking with you"),
        ("likes", Cause.TIME, 400, "fell back · time passing"),
        ("advocates", Cause.TIME, 400, "came closer · time passing"),
        ("likes", Cause.OFFERS, -400, "your offers"),
        ("followers", Cause.TIRED, -400, "too many posts"),
    ],
)
def test_a_cause_whose_sign_says_the_contrary_says_what_people_did(
    words: Words, measure: str, cause: Cause, amount: int, told: str
) -> None:
    session = lit(new_game(seasons=1))
    session.run.world.ledger.weeks[-1][0, MEASURE_INDEX[measure], cause] = amount
    shown = {one.id: one for one in changes(session.view, words)}
    assert shown[measure].reasons[0].text == told


def test_time_that_has_healed_is_not_said_to_have_taken_anybody_away(words: Words) -> None:
    session = lit(new_game(seasons=1))
    weeks = session.run.world.ledger.weeks
    for week in weeks:
        week[0, MEASURE_INDEX["knows"], Cause.TIME] = 0
    weeks[-1][0, MEASURE_INDEX["likes"], Cause.TIME] = 400
    weeks[-1][0, MEASURE_INDEX["knows"], Cause.TIME] = -400
    shown = {one.id: one for one in changes(session.view, words)}
    assert shown["likes"].reasons[0].text == words("cause.time")


def test_that_somebody_went_on_to_what_is_in_the_fog_is_not_told(words: Words) -> None:
    session = lit(new_game(seasons=1))
    session.run.world.runners[0].lights[Light.GIVING].state = "puzzled"
    weeks = session.run.world.ledger.weeks[-1]
    weeks[0, MEASURE_INDEX["customers"], Cause.CONVERSATION] = -400
    shown = {one.id: one for one in changes(session.view, words)}
    assert shown["customers"].reasons[0].text == words("cause.conversation")


def test_a_season_names_somebody_who_came(late: Game, words: Words) -> None:
    told = reveal(late.view, 7, None, words)
    assert told.came
    assert all(one.name for one in told.came)


@pytest.mark.parametrize(
    ("start", "end", "went"),
    [(0, 2, "hold"), (0, 3, "rise"), (100, 105, "hold"), (100, 106, "rise"), (100, 94, "fall"), (40, 38, "hold")],
)  # fmt: skip
def test_a_number_holds_within_five_per_cent_or_two_people(start: int, end: int, went: str) -> None:
    assert direction(start, end) == went


def test_a_reason_is_right_if_it_was_the_largest_that_pulled_that_way() -> None:
    why = (WhyLine(Cause.SETBACK, -30), WhyLine(Cause.POSTS, 20), WhyLine(Cause.TIME, -2))
    said = Prediction(0, "followers", "fall", 65, 100, "setback")
    assert verdict(said, 88, why).is_right
    assert verdict(said, 88, why).reason_right
    assert verdict(replace(said, reason="posts"), 88, why).reason_right is False
    assert verdict(replace(said, says="rise"), 88, why).is_right is False
    assert verdict(replace(said, reason=""), 88, why).reason_right is None


def test_only_what_is_in_view_can_be_guessed_at(early: Game, late: Game) -> None:
    assert nameable(early.view) == ("followers",)
    assert set(nameable(late.view)) > {"followers", "customers", "trusts"}
    assert Cause.CONVERSATION not in reasons(early.view, "rise")
    assert Cause.CONVERSATION in reasons(late.view, "rise")


def test_the_reveal_tells_which_levers_the_next_season_brings(words: Words) -> None:
    second = new_game(seasons=1)
    told = [line.text for line in reveal(second.view, 0, None, words).news]
    assert words("reveal.unlocked", names="Help, Converse") in told


def test_a_review_compares_a_year_only_with_a_year_that_was(words: Words) -> None:
    run, told = new_game().run, []
    while request := run.advance():
        if request.kind == "review":
            told.append(card(request, request.view, words).text)
        if len(told) == 2:
            break
        run.decide(request.default)
    first, second = told
    assert "before" not in first
    assert "the year before" in second
    assert "than a year ago" in second


def test_a_light_offers_no_hours_for_a_lever_that_is_not_unlocked_yet(words: Words) -> None:
    first_steps = Rehearsal(load_scenario("first-steps"))
    asked = first_steps.light(Light.LADDER)
    locked = lightbulb(asked, asked.view, words)
    assert (locked.act, locked.more) == (None, None)
    opened = Rehearsal(bakery()).light(Light.LADDER)
    assert lightbulb(opened, opened.view, words).act is not None


def test_energy_moves_by_work_and_rest_and_not_by_time(words: Words) -> None:
    run = new_game().run
    request = run.advance()
    while request is not None and not (request.kind == "plan" and request.view.season):
        moves = (HalfHours(Lever.REST, Lever.CREATE, 8),)
        run.decide(Decision(moves=moves) if request.kind == "plan" else request.default)
        request = run.advance()
    told = {change.id: change for change in changes(run.view("you"), words)}
    assert told["energy"].amount < 0
    assert [reason.text for reason in told["energy"].reasons] == [words("cause.strain")]


def test_an_option_of_a_card_says_what_the_plan_would_be_from_then_on() -> None:
    asked = Rehearsal(bakery()).card("home_ground")
    everywhere = SetCare(tuple((lever, Care.BRIEF) for lever in SOCIAL_LEVERS))
    moves = (HalfHours(Lever.PROMOTE, Lever.REPLY, 3), LeavePlace("natter"), everywhere)
    option = Option("go", "Go", seen_by="nobody", moves=moves)
    unchanging = replace(option, moves=())
    told = [
        [one.note for one in card(replace(asked, options=(option, unchanging)), asked.view, words).options]
        for words in (load_words("en"), load_words("de"))
    ]  # fmt: skip
    assert told == [
        [
            "nobody will see it; from now on: 1.5 h from Promote to Reply; Leave Natter; Care everywhere: brief",
            "nobody will see it",
        ],
        [
            (
                "niemand wird es sehen; von nun an: 1,5 Std. von „Werben“ zu „Antworten“; Verlassen: Natter; "
                "Sorgfalt überall: flüchtig"
            ),
            "niemand wird es sehen",
        ],
    ]

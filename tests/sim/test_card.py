"""Cards: when they come, what befalls, and what follows from a choice, now and weeks later."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from game.sim.act import do_acts
from game.sim.cause import Cause
from game.sim.clock import DAY, WEEK
from game.sim.decision import Request
from game.sim.deck import Act, Card, Choice, Happening, Later, Who
from game.sim.hazard import hazard
from game.sim.lever import Lever
from game.sim.parameter import MILLION, Parameters
from game.sim.place import Place
from game.sim.plan import HalfHours, JoinPlace, SetClaims
from game.sim.planning import plan_after
from game.sim.posts import PostKind
from game.sim.run import Run
from tests.builders import a_card, a_choice, a_scenario
from tests.sim.lab import a_room, numbers, you

KNOWN = ("week >= 3",)  # before that nobody knows the shop
OFTEN: dict[str, Any] = {"chance": 1.0, "times": 50}


def cards_of(
    *cards: Card, choose: str = "", seed: int = 1, weeks: int = 26, **scenario: Any
) -> tuple[Run, list[Request]]:
    """Play half a year with these cards; the run and the questions that came."""
    world = a_scenario(people=150, seasons=2, cards=cards, parameters=numbers(), **scenario)
    run = Run(world, seed, strategies={}, people=["you"])
    came: list[Request] = []
    while (request := run.advance(until=weeks * WEEK)) is not None:
        offered = [option.id for option in request.options]
        if request.kind == "card":
            came.append(request)
        run.decide(request.option(choose) if choose in offered else request.default)
    return run, came


def test_a_card_comes_only_while_its_conditions_hold() -> None:
    card = a_card(a_choice("fine"), when=("week >= 5", "week < 9"), **OFTEN)
    _, came = cards_of(card)
    assert {one.day // 7 + 1 for one in came} <= {5, 6, 7, 8}
    assert len(came) >= 2
    _, never = cards_of(card.model_copy(update={"when": ("followers > 9000",)}))
    assert never == []


def test_a_card_comes_as_often_as_it_says_and_with_peace_between() -> None:
    _, came = cards_of(a_card(a_choice("fine"), chance=1.0, times=3))
    days = [one.day for one in came]
    assert len(days) == 3
    assert min(b - a for a, b in itertools.pairwise(days)) >= 10


def test_the_author_says_how_much_peace_there_is_after_a_card() -> None:
    card = a_card(a_choice("fine"), **OFTEN)
    gaps = {}
    for apart in (0, 10, 40):
        days = [one.day for one in cards_of(card, cards_apart_days=apart)[1]]
        gaps[apart] = min(b - a for a, b in itertools.pairwise(days))
    assert gaps == {0: 1, 10: 10, 40: 40}


def test_what_a_choice_leads_to_does_not_wait_for_peace() -> None:
    first = a_card(
        Choice(id="lend", label="Lend it", later=Later(card="thanks", after_weeks=1)),
        id="oven", chance=1.0,
    )  # fmt: skip
    later = a_card(a_choice("smile"), id="thanks", only_later=True)
    _, came = cards_of(first, later, choose="lend", cards_apart_days=90)
    assert [one.name for one in came] == ["oven", "thanks"]
    assert came[1].day - came[0].day == 7


def test_a_card_comes_about_as_often_as_its_chance() -> None:
    came = sum(
        bool(cards_of(a_card(a_choice("fine"), chance=0.004), seed=seed, weeks=26)[1])
        for seed in range(40)
    )
    assert 12 <= came <= 30  # 1 - 0.996 ** 182 = 52 %


def test_what_a_choice_leads_to_comes_later_and_only_then() -> None:
    first = a_card(
        Choice(id="lend", label="Lend it", later=Later(card="thanks", after_weeks=4)), a_choice("no"),
        id="oven", chance=1.0,
    )  # fmt: skip
    later = a_card(a_choice("smile"), id="thanks", only_later=True)
    _, came = cards_of(first, later, choose="lend")
    assert [one.name for one in came] == ["oven", "thanks"]
    assert came[1].day - came[0].day == 28
    _, without = cards_of(first, later, choose="no")
    assert [one.name for one in without] == ["oven"]


def test_what_may_come_later_comes_about_as_often_as_it_says() -> None:
    first = a_card(
        Choice(id="lend", label="Lend it", later=Later(card="thanks", after_weeks=2, chance=0.5)),
        id="oven", chance=1.0,
    )  # fmt: skip
    later = a_card(a_choice("smile"), id="thanks", only_later=True)
    came = [len(cards_of(first, later, seed=seed, weeks=8)[1]) for seed in range(40)]
    assert 10 <= came.count(2) <= 30


def test_the_hours_of_a_choice_are_owed() -> None:
    run, _ = cards_of(a_card(a_choice("go", hours=3), chance=1.0), choose="go", weeks=0.01)  # type: ignore[arg-type]
    run.advance(until=13 * 3600)
    card = run.open_request
    assert card is not None
    before = you(run).owed_seconds
    run.decide(card.option("go"))
    assert you(run).owed_seconds - before == 3 * 3600


def test_a_choice_does_the_acts_of_the_model() -> None:
    acts = (
        Act(act="set", claims=3, voice=0), Act(act="set", source=Lever.SHOP, target=Lever.REPLY, half_hours=4),
        Act(act="join_place", place="diary"), Act(act="promise"),
    )  # fmt: skip
    run, _ = cards_of(
        a_card(Choice(id="do", label="do", acts=acts), chance=1.0), choose="do", weeks=3
    )
    plan = you(run).plan
    assert (plan.claims, plan.voice, plan.joining) == (3, 0, "diary")
    assert plan.hours_of(Lever.REPLY) >= 4
    assert you(run).promise == "kept"
    assert you(run).moves_used == 0, "what a card brings is not counted against the season's moves"


@pytest.mark.parametrize(
    ("seen_by", "acts", "told"),
    [
        ("nobody", ("post",), "followers"),
        ("one person", ("help", "offer"), "followers"),
        ("those who asked", ("offer",), "those who asked"),
        ("everyone", ("post",), "everyone"),
        ("one person", ("help",), "one person"),
        ("nobody", (), "nobody"),
    ],
)
def test_an_option_that_posts_does_not_say_that_hardly_anybody_will_see_it(
    seen_by: Any, acts: tuple[Any, ...], told: str
) -> None:
    choice = Choice(id="do", label="do", seen_by=seen_by, acts=tuple(Act(act=act) for act in acts))
    _, came = cards_of(a_card(choice, chance=1.0), weeks=2)
    assert {option.seen_by for one in came for option in one.options} == {told}


def test_an_option_says_beforehand_what_it_will_change_in_the_plan_and_nothing_else() -> None:
    acts = (
        Act(act="set", claims=3), Act(act="set", source=Lever.SHOP, target=Lever.REPLY, half_hours=4),
        Act(act="set", source=Lever.REPLY, target=Lever.SHOP, half_hours=40), Act(act="join_place", place="diary"),
        Act(act="set", claims=3), Act(act="join_place", place="diary"), Act(act="leave_place", place="nowhere"),
        Act(act="delegate", staff="nobody"),
    )  # fmt: skip
    run, _ = cards_of(a_card(Choice(id="do", label="do", acts=acts), chance=1.0), weeks=0.01)  # type: ignore[arg-type]
    run.advance(until=13 * 3600)
    card = run.open_request
    assert card is not None
    plan = you(run).plan
    all_of_it = plan.hours_of(Lever.REPLY) + 4
    (option,) = card.options
    assert option.moves == (
        SetClaims(3), HalfHours(Lever.SHOP, Lever.REPLY, 4), HalfHours(Lever.REPLY, Lever.SHOP, all_of_it),
        JoinPlace("diary"),
    )  # fmt: skip
    said = plan_after(run.world, you(run), option.moves)
    assert you(run).plan == plan, "nothing is done yet"
    run.decide(card.option("do"))
    assert you(run).plan == said


def a_list_of(likes: int) -> Run:
    """A shop with a mailing list, liked by so many of a hundred people."""
    mail = Place(id="mail", name="List", kind="mail", owned=True, opens_week=-100)
    run = a_room(people=100, known_by=0, places=(mail,), on=("mail",))
    run.world.relations.stage[:likes] = 2
    return run


def test_a_promise_about_the_list_wins_the_addresses_of_two_in_five_friends() -> None:
    run = a_list_of(50)
    do_acts(run.world, you(run), (Act(act="promise"),), None, setback=False)
    follows = run.world.relations.follows != 0
    assert (follows[:50].sum(), follows[50:].sum()) == (20, 0)
    assert you(run).promise == "kept"


def test_a_broken_promise_is_an_offer_to_the_list_and_brews_a_setback() -> None:
    run = a_list_of(50)
    for act in ("promise", "break_promise"):
        assert hazard(run.world, you(run), "broken_promise") == 0
        do_acts(run.world, you(run), (Act(act=act),), None, setback=False)
    (draft,) = run.world.drafts
    assert (draft.kind, draft.quality, draft.bold) == (PostKind.OFFER, MILLION // 2, 2)
    run.world.parameters = Parameters()
    assert hazard(run.world, you(run), "broken_promise") > 0


def test_help_on_a_card_wins_trust_and_silence_does_not() -> None:
    helps = a_choice("help", "help", hours=2, who=Who(group="knows", people=10))
    runs = {
        choice: cards_of(
            a_card(helps, a_choice("no", "stay_silent"), chance=1.0, when=KNOWN), choose=choice
        )[0]
        for choice in ("help", "no")
    }
    won = {
        choice: sum(line.amount for line in run.why("you", "trust") if line.cause is Cause.HELP)
        for choice, run in runs.items()
    }
    assert won["help"] > 0 == won["no"]  # what the two hours cost elsewhere is another matter


@pytest.mark.parametrize("happens", ["questions", "complaints"])
def test_what_befalls_fills_the_inbox(happens: Any) -> None:
    befalls = (Happening(happens=happens, who=Who(group="everybody", people=20)),)
    run, _ = cards_of(a_card(a_choice("fine"), chance=1.0, happenings=befalls), weeks=1)
    asked = [line for line in run.world.ledger.log if line.what == "asked" and line.runner == 0]
    assert len(asked) >= 20


def test_a_rush_of_need_sells() -> None:
    sold = []
    for people in (1, 60):
        befalls = (Happening(happens="need", who=Who(group="knows", people=people)),)
        run, _ = cards_of(a_card(a_choice("fine"), **OFTEN, happenings=befalls))
        sold.append(you(run).sales)
    assert sold[1] > sold[0]


def test_who_is_ill_is_away_and_staff_can_be_away() -> None:
    befalls = (Happening(happens="ill", weeks=2), Happening(happens="staff_away", weeks=3))
    run, came = cards_of(a_card(a_choice("fine"), chance=1.0, happenings=befalls), weeks=1)
    day = came[0].day * DAY + DAY // 2
    assert you(run).away_until == day + 2 * WEEK
    assert you(run).staff_away_until == day + 3 * WEEK


def test_a_setback_asks_through_the_card_about_it_and_the_answer_counts() -> None:
    card = a_card(
        a_choice("sorry", "apologise"), a_choice("no", "stay_silent"), id="oops", about="rumour"
    )
    parameters = numbers(hazards={"rumour": 0.1, "fuse_days": 1})
    world = a_scenario(people=150, seasons=2, cards=(card,), parameters=parameters)
    run = Run(world, 1, strategies={}, people=["you"])
    names = set()
    while request := run.advance():
        names.add(request.name)
        run.decide(request.option("sorry") if request.name == "oops" else request.default)
    assert "oops" in names
    assert any(one.answer == "apologise" for one in you(run).setbacks)


def test_a_card_reads_what_nobody_answers_as_its_default() -> None:
    marked = Choice(id="wait", label="wait", default=True)
    card = a_card(marked, a_choice("go"), chance=1.0)
    run, came = cards_of(card, weeks=1)
    assert came[0].default.option == "wait"
    assert you(run).seen_cards[0][2] == "wait"

"""The balance report: made of runs and forks that can be made again one by one, and counted rightly."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from game.play.screens.table.pace import SECONDS_A_WEEK as PACE
from game.sim.decision import Decision
from game.sim.deck import Card
from game.sim.limits import BadInputError
from game.sim.outcome import Outcome
from game.sim.scenario import Scenario
from game.strategies.cast import cast
from game.strategies.runs import Run, simulate
from game.study.balance.cards import (
    ENOUGH,
    all_moments,
    cards_seen,
    looks_seen,
    shared_by_neighbours,
)
from game.study.balance.findings import findings
from game.study.balance.moment import Moment
from game.study.balance.page import page
from game.study.balance.played import Cell, Field, Played, play
from game.study.balance.report import CARD_TITLES, as_json, card_rows, judged, report
from game.study.balance.weighing import FIELD, SECONDS_A_WEEK, Balance, Sizes, weigh
from game.study.interval import share_of
from tests.builders import a_card, a_choice, a_scenario
from tests.study.balance.street import HELP, SELL, a_street, the_balance


def test_each_run_is_the_one_that_anybody_can_make_again() -> None:
    town = a_street()
    for one in the_balance().played[::4]:
        again = simulate(town, {"you": one.replication.strategy}, seed=one.replication.seed)
        assert again.digest == one.replication.digest


def test_a_moment_is_worth_what_a_fork_by_hand_comes_to() -> None:
    town, every = a_street(times=3), 99
    hare = cast(town, (), {"you": "hare"})["you"]
    field = Field(((town, cast(town, ("you",), {})),), fresh=0, ahead=50)
    found = play(field, Cell(0, 0, 2, hare, every)).moments
    run = Run(town, 2, strategies={"you": "hare"}).finish()
    by_hand = [
        tuple(
            run.fork(at=asked, decision=Decision(option=option), strategies={"you": "hare"})
            .finish()
            .outcome("you")
            .yardstick
            for option in ("help", "sell", "no")
        )
        for asked in run.asked
        if asked.startswith("you/card/fair/")
    ]
    assert any(one.decided for one in found)
    assert sorted(one.worth for one in found) == sorted(by_hand)


def test_moments_are_spread_over_strategies_and_lucks_and_only_where_there_is_a_choice() -> None:
    runs = [one.replication for one in the_balance().played if one.moments]
    assert len({(one.strategy, one.seed) for one in runs}) > 5
    assert {one.card for one in all_moments(the_balance().played)} == {"fair"}


def test_a_shorter_trial_is_a_race_that_ends_there() -> None:
    town = a_street(seasons=2)
    strategy = cast(town, (), {"you": "hare"})["you"]
    field = Field(((town, cast(town, ("you",), {})),), fresh=0, ahead=1)
    short = play(field, Cell(0, 0, 2, strategy, 2)).moments
    long = play(replace(field, ahead=50), Cell(0, 0, 2, strategy, 2)).moments
    assert [one.card for one in short] == [one.card for one in long]
    assert sum(sum(one.worth) for one in short) < sum(sum(one.worth) for one in long)


def test_one_worker_and_two_find_the_same() -> None:
    sizes = Sizes(lucks=1, moments=2)
    one, two = (weigh([a_street()], sizes, workers=workers)[0] for workers in (1, 2))
    assert one.played == two.played


def moment(card: str, **worth: float) -> Moment:
    return Moment(card, tuple(worth), tuple(worth.values()))


def played(*moments: Moment, cards: tuple[tuple[str, str], ...] = (), luck: int = 0) -> Played:
    one = the_balance().played[luck]
    return replace(one, moments=moments, cards=cards, goals=frozenset())


def three_choices() -> Scenario:
    return a_scenario(cards=(a_card(HELP, SELL, a_choice("no"), id="fair"),))


def test_shares_dominance_and_distance_are_counted_over_the_moments_that_decide() -> None:
    found = played(
        *(moment("fair", help=10, sell=5, no=5), moment("fair", help=8, sell=8, no=6)) * 2,
        *(moment("fair", help=9, sell=12, no=6),) * 2,
        moment("fair", help=7, sell=7, no=7),  # decides nothing
        cards=(("fair", "help"), ("fair", "no")),
    )
    (card,) = cards_seen(three_choices(), [found, played()])
    assert (card.per_run, card.in_runs) == (1, 0.5)
    help_, sell, no = card.options
    assert (card.moments, card.decided) == (ENOUGH + 1, ENOUGH)
    assert [one.best.count for one in card.options] == [ENOUGH] * 3
    assert [one.best.mean for one in card.options] == pytest.approx([0.5, 0.5, 0])
    assert [one.chosen for one in card.options] == [0.5, 0, 0.5]
    assert no.is_never_best
    assert [one.dominated_by for one in card.options] == ["", "", "help"]
    assert help_.behind == pytest.approx((0 + 0 + 0.25) / 3)
    assert not sell.is_never_best


def test_too_few_moments_say_nothing_of_an_option() -> None:
    found = played(*[moment("fair", help=10, sell=5, no=5)] * (ENOUGH - 1))
    (card,) = cards_seen(three_choices(), [found])
    assert not any(one.is_never_best or one.dominated_by for one in card.options)


def weighed(*moments: Moment) -> Balance:
    """A balance of three choices in which nothing is known but these moments."""
    one, *others = the_balance().played
    runs = [replace(one, moments=moments), *(replace(other, moments=()) for other in others)]
    return replace(the_balance(), scenario=three_choices(), played=tuple(runs))


def test_a_card_whose_options_come_to_the_same_is_said_to_and_not_said_to_be_untried() -> None:
    level = moment("fair", help=3, sell=3, no=3)
    said = "The options of fair come to the same in all of 6 moments."
    often = weighed(*[level] * ENOUGH)
    assert said in list(findings(often))
    assert "1 of 1 cards with a choice were tried at 6 moments or more" in judged(often)
    assert "Of these, 0 have options that differ" in judged(often)
    (first, *_) = card_rows(often)
    assert dict(zip(CARD_TITLES, first, strict=True))["moments"] == "6"
    assert dict(zip(CARD_TITLES, first, strict=True))["differ"] == "0"
    seldom = weighed(*[level] * (ENOUGH - 1))
    assert "come to the same" not in "".join(findings(seldom))
    assert "0 of 1 cards with a choice were tried" in judged(seldom)
    once = weighed(*[level] * ENOUGH, moment("fair", help=3, sell=4, no=3))
    assert "come to the same" not in "".join(findings(once))


def test_too_few_moments_say_nothing_of_a_look() -> None:
    kind = moment("fair", help=10, sell=5, no=5)
    assert "What looks kind" not in "".join(findings(weighed(*[kind] * (ENOUGH - 1))))
    assert "What looks kind is the best in 100 % of 6 moments" in "".join(
        findings(weighed(*[kind] * ENOUGH))
    )


def test_the_page_and_the_report_say_what_the_yardstick_of_the_scenario_counts() -> None:
    town = the_balance().scenario
    assert "The yardstick is sales, with those of a quiet year" in report(the_balance())
    for yardstick, counted in (("followers", "followers"), ("relationships", "people who like")):
        other = replace(the_balance(), scenario=town.model_copy(update={"yardstick": yardstick}))
        for text in (report(other), page(other)):
            assert f"The yardstick is {counted}" in text
            assert "with those of a quiet year" not in text


def test_a_look_is_judged_where_it_tells_options_apart() -> None:
    told = [moment("fair", help=10, sell=5, no=5), moment("fair", help=1, sell=5, no=5)]
    level = moment("fair", help=3, sell=3, no=3)
    looks = {one.look: one.best for one in looks_seen(three_choices(), [*told, level])}
    assert looks["kind"] == share_of(1, 2)
    assert looks["quick"] == share_of(0.5, 2)
    assert "bold" not in looks


def test_cards_that_the_next_luck_brings_again_are_shared() -> None:
    names = [(("a", ""), ("b", "")), (("b", ""), ("c", ""), ("d", "")), (("c", ""), ("d", ""))]
    runs = [played(cards=cards) for cards in names]
    assert shared_by_neighbours(runs) == pytest.approx((1 / 2 + 1) / 2)
    assert shared_by_neighbours([played()]) is None


def untroubled(one: Played) -> Outcome:
    return replace(one.replication.outcome, setbacks=0)


def test_findings_name_goals_and_quiet_and_cards_that_never_come() -> None:
    said = list(findings(the_balance()))
    assert "The goal energy is reached by everybody." in said
    assert "The goal sales is reached by nobody." in said
    quiet = replace(the_balance(), played=tuple(
        replace(one, replication=replace(one.replication, outcome=untroubled(one)), cards=())
        for one in the_balance().played
    ))  # fmt: skip
    told = "\n".join(findings(quiet))
    assert "Nothing goes wrong: 0 setbacks a run, none in 100 % of the runs." in told
    assert "2 of 2 cards came in no run: fair, alone." in told


def test_the_report_says_how_much_was_run() -> None:
    text = report(the_balance())
    assert "10 runs: 5 strategies in the seat, each under 2 lucks from 1" in text
    assert (
        f"{the_balance().moments} moments at cards, each option tried under the run's own luck and 1 fresh ones"
        in text
    )
    assert all(name in text for name in FIELD)
    plain = json.loads(json.dumps(as_json(the_balance())))
    assert plain["wins"]["yardstick"] == the_balance().wins()
    assert [card["card"] for card in plain["cards"]] == ["fair", "alone"]
    assert "<h2>Cards and options</h2>" in page(the_balance())


def test_the_speed_of_the_game_is_the_one_that_is_reckoned_with() -> None:
    assert PACE[1] == SECONDS_A_WEEK
    assert the_balance().minutes > 13 * SECONDS_A_WEEK / 60


@pytest.mark.parametrize(
    "sizes", [Sizes(lucks=0), Sizes(moments=-1), Sizes(fresh=-1), Sizes(ahead=0), Sizes(seed=-1)]
)
def test_sizes_that_cannot_be_are_refused_before_anything_runs(sizes: Sizes) -> None:
    with pytest.raises(BadInputError, match="must be a whole number"):
        weigh([a_street()], sizes)


def test_whoever_stops_it_early_has_the_lucks_that_are_done() -> None:
    def stop(done: int, total: int) -> None:
        if done == 2 * len(FIELD) + 3:
            raise KeyboardInterrupt

    short = Sizes(lucks=3, moments=0)
    (stopped,) = weigh([a_street()], short, workers=1, progress=stop)
    assert stopped.sizes.lucks == 2
    assert stopped.played == weigh([a_street()], replace(short, lucks=2), workers=1)[0].played


def test_whoever_stops_it_before_any_luck_is_done_has_nothing() -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        weigh([a_street()], Sizes(lucks=3, moments=0), workers=1, progress=stop)


def test_a_card_nobody_met_has_no_shares() -> None:
    lonely = Card(id="rare", kind="request", title="r", text="r", chance=0, choices=(HELP, SELL))
    (card,) = cards_seen(a_scenario(cards=(lonely,)), the_balance().played)
    assert (card.per_run, card.moments, card.decided) == (0, 0, 0)
    assert [one.best.count for one in card.options] == [0, 0]

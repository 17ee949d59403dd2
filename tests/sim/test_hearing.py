"""How people take a setback, what heals, what comes out later, and what is learned from it."""

from __future__ import annotations

import pytest

from game.sim.cause import Cause
from game.sim.clock import DAY
from game.sim.hazard import today
from game.sim.lesson import learn_lesson, near_miss, with_lessons
from game.sim.lever import Lever
from game.sim.response import answer_setback
from game.sim.run import Run
from game.sim.setback import bear
from game.sim.state import Setback
from tests.sim.lab import LUCKS, NOBODY_BUYS, a_room, after, mine, numbers, trust, until, you


def struck(seed: int = 1, kind: str = "slip", **hazards: float) -> tuple[Run, Setback]:
    """A shop that everybody follows, when a setback of this kind has just struck."""
    parameters = numbers(trade=NOBODY_BUYS, hazards={"virulence_spread": 0, **hazards})
    run = after(a_room(seed=seed, parameters=parameters, seasons=4), 2.2)
    run.world.relations.follows[:] = 1
    setback = bear(run.world, you(run), kind, -1)
    return until(run, lambda: setback.stage != "sign"), setback


@pytest.mark.parametrize("seed", LUCKS)
def test_each_hears_of_a_setback_once_and_takes_it_in_their_own_way(seed: int) -> None:
    run, setback = struck(seed, lasting=0, quick_half_life_days=365)
    before = mine(run, "bad").copy()
    run.advance(until=run.now + 4 * DAY)
    hurt = mine(run, "bad") - before
    assert (hurt > 0).sum() <= setback.reached <= len(hurt)
    assert len(set(hurt[hurt > 0].tolist())) > setback.reached // 2
    after(run, 12)
    assert setback.reached < len(hurt)


@pytest.mark.parametrize("seed", LUCKS)
def test_harm_that_does_not_last_heals_and_never_turns_into_a_gain(seed: int) -> None:
    lost = {}
    for lasting in (0, 1):
        run, setback = struck(seed, lasting=lasting)
        until(run, lambda setback=setback: setback.stage == "fading")  # type: ignore[misc]
        low = trust(run)
        after(run, 40)
        assert mine(run, "bad").min() >= 0
        lost[lasting] = trust(run)
        assert Cause.TIME in [line.cause for line in run.why("you", "trust")]
        if not lasting:
            assert trust(run) > low
            assert setback.hurt == []
    assert lost[0] > lost[1]


def test_a_false_denial_comes_out_as_a_second_setback_and_an_honest_one_does_not() -> None:
    for kind, comes_out in (("slip", True), ("rumour", False)):
        run, setback = struck(kind=kind, denial_found_out=0.5, responsibility_spread=0)
        answer_setback(run.world, you(run), setback, ("deny",), "everyone")
        after(run, 12)
        assert [one.breach for one in you(run).setbacks] == (
            [False, True] if comes_out else [False]
        )


def test_what_is_repaired_is_less_likely_for_a_while() -> None:
    run, setback = struck(slip=0.01)
    you(run).posts_before = {0: 10}
    plain = today(run.world, you(run), "slip")
    answer_setback(run.world, you(run), setback, ("repair",), "everyone")
    now = run.now // DAY
    assert with_lessons(you(run), "slip", plain, now) == plain // 2
    assert with_lessons(you(run), "rumour", plain, now) == plain
    assert with_lessons(you(run), "slip", plain, now + 400) == plain


@pytest.mark.parametrize("seed", LUCKS)
def test_who_listens_learns_from_near_misses_and_who_does_not_learns_nothing(seed: int) -> None:
    run = after(a_room({Lever.LISTEN: 8}, seed=seed, seasons=4), 2.2)
    learned = 0
    for _ in range(30):
        run.advance(until=run.now + DAY)
        near_miss(run.world, you(run), "slip")
    learned = len(you(run).lessons)
    assert 5 <= learned <= 25
    deaf = after(a_room(seed=seed, seasons=4), 2.2)
    you(deaf).listened = 0
    near_miss(deaf.world, you(deaf), "slip")
    assert you(deaf).lessons == []


def test_two_lessons_cut_more_than_one() -> None:
    run = after(a_room(), 1)
    chances = []
    for _ in range(3):
        chances.append(with_lessons(you(run), "slip", 1_000_000, run.now // DAY))
        learn_lesson(run.world, you(run), "slip", 0.3, 180)
    assert chances == [1_000_000, 700_000, 490_000]


def test_calming_words_damp_the_talk_and_early_compensation_feeds_it() -> None:
    reached = []
    for acts in (("compensate",), ("apologise",)):
        run, setback = struck(kind="sour_review", spread=0.1)
        answer_setback(run.world, you(run), setback, acts, "everyone")
        after(run, 12)
        reached.append(setback.reached)
    assert reached[0] > reached[1]

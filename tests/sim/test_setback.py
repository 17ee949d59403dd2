"""Setbacks: what breeds them, who sees them coming, what an answer mends and what it never mends.

The cards that ask about them are tested in `test_card.py`.
"""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from game.sim.cause import Cause
from game.sim.clock import DAY
from game.sim.draws import SPAN
from game.sim.hazard import BLAME, SETBACK_KINDS, hazard
from game.sim.hearing import take
from game.sim.inbox import Message, MessageKind
from game.sim.kernels.effect import BAD
from game.sim.lever import Care, Lever
from game.sim.plan import Automation, Plan
from game.sim.response import ANSWERS, FIT, answer_setback
from game.sim.run import Run
from game.sim.setback import _spread_once, bear
from game.sim.staff import Staff
from game.sim.state import Setback
from tests.sim.lab import (
    LUCKS,
    NOBODY_BUYS,
    a_room,
    after,
    days_of,
    now,
    numbers,
    set_plan,
    trust,
    until,
    you,
)

KIND = "slip"
STILL = numbers(trade=NOBODY_BUYS, hazards={"virulence_spread": 0, "responsibility_spread": 0})
JO = Staff(id="jo", name="Jo", half_hours=6, skill=0.5, haste=1.0)


def a_liked_shop(seed: int = 1, **settings: object) -> Run:
    """A shop that everybody follows, after a fortnight in which nothing happened."""
    run = after(a_room(seed=seed, parameters=STILL, **settings), 2.2)  # type: ignore[arg-type]
    run.world.relations.follows[:] = 1
    return run


def befalls(run: Run, kind: str = KIND, hazard: int = 0) -> Setback:
    """A sign of trouble appears today."""
    bear(run.world, you(run), kind, hazard or SPAN // 1000)
    return you(run).setbacks[-1]


def struck(seed: int, kind: str = KIND, *, answers: tuple[str, ...] = (), delay: int = 0) -> Run:
    """Ten weeks with one setback that nobody mended in time, answered so many days after it struck."""
    run = a_liked_shop(seed)
    setback = befalls(run, kind, hazard=-1)
    until(run, lambda: setback.stage != "sign")
    if answers:
        run.advance(until=run.now + delay * DAY)
        answer_setback(run.world, you(run), setback, answers, "everyone")
    return after(run, 12)


def untouched(seed: int) -> int:
    """Trust after the same ten weeks without a setback."""
    return trust(after(a_liked_shop(seed), 12))


# what it costs


@pytest.mark.parametrize("kind", SETBACK_KINDS)
def test_a_setback_costs_trust_and_liking(kind: str) -> None:
    run = struck(1, kind)
    assert trust(run) < untouched(1)
    assert you(run).setbacks[0].reached > 0
    assert Cause.SETBACK in [line.cause for line in run.why("you", "trust", 2)]


def test_who_is_more_to_blame_loses_more_trust() -> None:
    loss = {
        kind: sum(untouched(seed) - trust(struck(seed, kind)) for seed in (1, 2, 3))
        for kind in BLAME
    }
    assert loss["rumour"] == min(loss.values())
    assert loss["slip"] < loss["claim_found_out"]
    assert set(sorted(loss, key=lambda kind: loss[kind])[-2:]) == {
        "claim_found_out",
        "broken_promise",
    }


# what an answer mends


@pytest.mark.parametrize("seed", LUCKS)
def test_a_later_apology_never_repairs_more(seed: int) -> None:
    kept = [trust(struck(seed, answers=("apologise",), delay=days)) for days in (0, 1, 3, 7, 12)]
    assert kept == sorted(kept, reverse=True)
    assert kept[0] > trust(struck(seed))
    assert kept[0] > kept[-1]


@pytest.mark.parametrize(
    ("kind", "answer"), [(k, a) for k, a in product(SETBACK_KINDS, ANSWERS) if a in FIT[k]]
)
def test_a_handled_setback_never_leaves_trust_above_where_it_was(kind: str, answer: str) -> None:
    assert trust(struck(1, kind, answers=(answer,))) <= untouched(1)


def test_even_everything_at_once_and_at_once_leaves_some_harm() -> None:
    for seed in LUCKS:
        run = struck(seed, answers=("apologise", "repair", "explain", "compensate"))
        assert trust(run) < untouched(seed)


@pytest.mark.parametrize("kind", SETBACK_KINDS)
def test_the_answer_that_fits_mends_and_one_that_does_not_makes_it_worse(kind: str) -> None:
    best = max(FIT[kind], key=lambda answer: FIT[kind][answer])
    worst = min(FIT[kind], key=lambda answer: FIT[kind][answer])
    kept = {
        answer: sum(trust(struck(seed, kind, answers=answer)) for seed in (1, 2, 3))
        for answer in ((best,), (), (worst,))
    }
    assert kept[best,] > kept[()]
    if FIT[kind][worst] < 0:
        assert kept[worst,] < kept[()]


def test_silence_is_no_answer() -> None:
    run = struck(1, answers=("stay_silent",))
    assert you(run).setbacks[0].answered == -1
    assert trust(run) == trust(struck(1))


def test_an_answer_that_fewer_hear_mends_less() -> None:
    softened = []
    for seen_by in ("everyone", "followers", "those who asked", "one person", "nobody"):
        run = a_liked_shop()
        setback = befalls(run)
        answer_setback(run.world, you(run), setback, ("apologise",), seen_by)
        softened.append(setback.softened)
    assert softened == sorted(softened, reverse=True)
    assert len(set(softened)) == len(softened)


# seeing it coming


def noticed_after(seed: int, hours: int) -> float:
    """Days until the sign is noticed, with so many half-hours of listening; infinite where it never is."""
    run = after(a_room({Lever.LISTEN: hours}, seed=seed, parameters=STILL), 2.2)
    born = run.now
    setback = befalls(run, hazard=-1)
    for _ in days_of(run, 20):
        if setback.noticed >= 0:
            return (setback.noticed - born) / DAY
    return float("inf")


@pytest.mark.parametrize("seed", LUCKS)
def test_who_listens_more_sees_a_sign_no_later(seed: int) -> None:
    days = [noticed_after(seed, hours) for hours in (0, 1, 3, 8)]
    assert days[0] == float("inf")
    assert days == sorted(days, reverse=True)


def test_who_listens_sees_most_signs_before_they_strike_and_who_does_not_sees_none() -> None:
    seen = sum(noticed_after(seed, 6) < 12 for seed in range(20))
    assert seen >= 12


def test_a_sign_that_was_noticed_is_in_view_until_it_strikes() -> None:
    run = a_liked_shop()
    setback = befalls(run, hazard=-1)
    assert run.view("you").signs == ()
    setback.noticed = run.now
    (sign,) = run.view("you").signs
    assert (sign.kind, sign.day) == (KIND, run.now // DAY)
    until(run, lambda: setback.stage != "sign")
    assert run.view("you").signs == ()
    assert [one.kind for one in run.view("you").setbacks] == [KIND]


def bold(seed: int, *, mended: bool, chance: float = 1.0) -> str:
    """What becomes of a bold claim that is about to be found out, if one stops claiming in time or does not."""
    parameters = numbers(
        trade=NOBODY_BUYS, hazards={"claim_found_out": 0.02, "mended_early": chance}
    )
    run = after(a_room(seed=seed, parameters=parameters, settings={"claims": 4}), 2.2)
    run.world.relations.follows[:] = 1
    run.world.ledger.values[0, 0] = 300
    setback = befalls(run, "claim_found_out", hazard=likely(run, "claim_found_out"))
    if mended:
        set_plan(you(run), {}, claims=0)
    after(run, 6)
    return setback.stage


def likely(run: Run, kind: str) -> int:
    return int(hazard(run.world, you(run), kind) * SPAN)


@pytest.mark.parametrize("seed", LUCKS)
def test_mending_the_cause_before_it_strikes_averts_it(seed: int) -> None:
    assert bold(seed, mended=True) == "averted"
    assert bold(seed, mended=False) != "averted"


def test_mending_in_time_averts_as_often_as_the_parameter_says() -> None:
    averted = [bold(seed, mended=True, chance=0.5) for seed in range(40)].count("averted")
    assert 12 <= averted <= 28


def test_what_is_public_may_be_found_again_and_then_nothing_can_be_said() -> None:
    parameters = numbers(trade=NOBODY_BUYS, hazards={"resurface": 0.3})
    again = 0
    for seed in range(12):
        run = after(a_room(seed=seed, parameters=parameters, seasons=8), 2.2)
        run.world.relations.follows[:] = 1
        setback = befalls(run, hazard=-1)
        after(run, 100)
        again += setback.stage == "forgotten"
        told = [line.what for line in run.world.ledger.log if line.runner == 0]
        assert ("resurfaced" in told) == (setback.stage == "forgotten")
        if setback.stage == "forgotten":
            assert Cause.MEMORY in [line.cause for line in run.why("you", "trust", 3)]
    assert 0 < again < 12


# what breeds it


def risk(kind: str, settings: dict[str, object], hours: dict[Lever, int] | None = None) -> float:
    """Today's chance of one kind for a busy shop with these settings."""
    run = after(a_room(people=600, staff=(JO,)), 2.2)
    parameters = run.world.parameters.model_copy(
        update={"hazards": type(run.world.parameters.hazards)()}
    )
    run.world.parameters = parameters
    state = you(run)
    run.world.ledger.values[0, 0] = 400
    state.posts_before = {0: 10}
    plan: Plan = set_plan(state, hours or {}, **settings)
    assert state.week_plan == plan
    return hazard(run.world, state, kind)


@pytest.mark.parametrize(
    ("kind", "harmless", "risky"),
    [
        ("claim_found_out", {"claims": 1}, {"claims": 4}),
        ("machine_talk", {}, {"automation": Automation.DIRECT}),
        ("machine_talk", {"automation": Automation.WELCOME}, {"automation": Automation.DIRECT}),
        ("delegate_slip", {}, {"delegate": "jo"}),
        ("delegate_slip", {"delegate": "jo", "expectations": True}, {"delegate": "jo"}),
        ("slip", {"care": ((Lever.CREATE, Care.THOROUGH),)}, {}),
        ("slip", {}, {"care": ((Lever.CREATE, Care.BRIEF),)}),
    ],
)  # fmt: skip
def test_haste_claims_machines_and_loose_delegation_breed_setbacks(
    kind: str, harmless: dict[str, object], risky: dict[str, object]
) -> None:
    assert risk(kind, harmless) < risk(kind, risky)


def test_hours_taken_from_the_shop_floor_breed_sour_reviews() -> None:
    assert risk("sour_review", {}) < risk("sour_review", {}, {Lever.CREATE: 40})


def test_messages_that_wait_over_a_day_breed_a_public_complaint_and_fresh_ones_none() -> None:
    run = after(a_room(parameters=numbers(hazards={"silence": 0.01})), 2.2)
    for nth in range(30):
        you(run).inbox.add(Message(run.now, nth, MessageKind.QUESTION, run.now + 90 * DAY, 60))
    assert hazard(run.world, you(run), "silence") == 0
    run.advance(until=run.now + 2 * DAY)
    assert hazard(run.world, you(run), "silence") > 0


@pytest.mark.parametrize(
    ("settings", "kind"),
    [({"claims": 4}, "claim_found_out"), ({"delegate": "jo"}, "delegate_slip")],
)
def test_bold_claims_are_found_out_and_loose_delegation_slips(
    settings: dict[str, object], kind: str
) -> None:
    bred = {}
    for name, plan in (("plain", {}), ("risky", settings)):
        kinds: list[str] = []
        for seed in LUCKS:
            run = a_room(
                {Lever.CREATE: 4}, seed=seed, people=600, seasons=4, staff=(JO,), settings=plan,
                parameters=numbers(hazards={"claim_found_out": 0.2, "delegate_slip": 0.02}),
            )  # fmt: skip
            kinds += [one.kind for one in you(after(run, 52)).setbacks]
        bred[name] = kinds.count(kind)
    assert bred["plain"] == 0
    assert bred["risky"] >= len(LUCKS)


def test_a_broken_promise_comes_out_once_and_then_there_is_none_left_to_break() -> None:
    came_out = []
    for seed in LUCKS:
        run = after(a_room(seed=seed, parameters=numbers(hazards={"broken_promise": 0.1})), 2.2)
        you(run).promise = "broken"
        after(run, 26)
        came_out.append([one.kind for one in you(run).setbacks])
        assert you(run).promise == "none"
    assert came_out == [["broken_promise"]] * len(LUCKS)


def test_a_kept_promise_breeds_nothing() -> None:
    run = after(a_room(parameters=numbers(hazards={"broken_promise": 0.5})), 2.2)
    you(run).promise = "kept"
    assert you(after(run, 12)).setbacks == []


def test_without_hazards_nothing_ever_strikes() -> None:
    run = after(a_room({Lever.CREATE: 20}, settings={"claims": 4}, seasons=4), 51)
    assert you(run).setbacks == []
    assert now(run, "warnings") == 0


def test_the_chance_of_each_kind_is_the_share_of_days_on_which_it_is_born() -> None:
    run = a_room(seasons=8, parameters=numbers(hazards={"rumour": 0.02, "fuse_days": 1}))
    after(run, 104)
    log = [line for line in run.world.ledger.log if line.what == "sign"]
    expected = 0.02 * 0.5 * 728
    assert len(log) == pytest.approx(expected, abs=3 * np.sqrt(expected))


def test_some_who_hear_of_it_leave_at_once_but_for_those_who_trust() -> None:
    lost = {}
    for upset in (0.0, 1.0):
        for stage in (2, 3):
            calm = {"virulence_spread": 0, "spread": 0.5, "upset": upset}
            run = a_room(parameters=numbers(trade=NOBODY_BUYS, hazards=calm))
            run.world.relations.follows[:], run.world.relations.stage[:] = 1, stage
            setback = befalls(run, hazard=-1)
            setback.stage = "spark"
            _spread_once(run.world, you(run), setback)
            lost[upset, stage] = int((run.world.relations.follows == 0).sum())
    assert lost[0.0, 2] == lost[0.0, 3] == lost[1.0, 3] == 0
    assert lost[1.0, 2] > 100


def test_a_breach_of_a_persons_word_weighs_more_than_a_slip_of_the_same_blame() -> None:
    bad = {}
    for kind, weight in (("slip", 6.0), ("claim_found_out", 6.0), ("claim_found_out", 12.0)):
        ties = {"bad_weight": 3.0, "breach_weight": weight}
        run = a_room(parameters=numbers(relationship=ties, hazards={"personal_weight": 0}))
        setback = befalls(run, kind, hazard=-1)
        setback.blame = 500_000
        take(run.world, you(run), setback, np.arange(10), Cause.SETBACK)
        bad[kind, weight] = int(run.world.effects_at_once[-1][BAD][0])
    slip = bad["slip", 6.0]
    assert bad["claim_found_out", 6.0] == pytest.approx(2 * slip, abs=4)
    assert bad["claim_found_out", 12.0] == pytest.approx(4 * slip, abs=4)

"""The owner: one person with a hundred half-hours, who tires, burns out, and drops everything in a crisis.

What is done in the hours is tested in `test_relationship.py` and `test_answering.py`.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.sim.agenda import Record
from game.sim.clock import DAY, FIRST_SITTING, HOUR, MINUTE, WEEK, Phase
from game.sim.lever import Lever
from game.sim.parameter import MILLION
from game.sim.plan import Automation
from game.sim.posting import CARRIED_AT_MOST
from game.sim.practice import skill, unsettle
from game.sim.run import Run
from game.sim.setback import CRISIS_SECONDS
from game.sim.staff import Staff
from game.sim.state import Setback
from game.sim.trade import service_quality
from tests.sim.lab import LUCKS, a_room, after, now, numbers, set_plan, total, you


def energy_after(hours: dict[Lever, int], weeks: int = 12) -> int:
    parameters = numbers(energy={"burnout": 0})
    return you(after(a_room(hours, parameters=parameters), weeks + 0.1)).energy


def test_overspending_drains_energy_and_the_purse_does_not() -> None:
    energies = [energy_after({Lever.CREATE: hours}) for hours in (6, 12, 18, 24, 36)]
    assert energies[0] == energies[1] == MILLION
    assert energies[1] > energies[2] > energies[3] >= energies[4]


def test_hours_taken_from_rest_drain_energy() -> None:
    assert energy_after({Lever.REST: 2}) < energy_after({Lever.REST: 6}) <= energy_after({})


def test_rest_restores() -> None:
    run = after(a_room({Lever.REST: 12}), 1.1)
    you(run).energy = MILLION // 2
    assert you(after(run, 9)).energy > MILLION // 2


def test_hours_taken_from_the_shop_floor_lower_the_service() -> None:
    run = a_room()
    quality = []
    for hours in (6, 12, 24, 40, 60):
        set_plan(you(run), {Lever.CREATE: hours})
        quality.append(service_quality(run.world, you(run)))
    assert quality[0] == quality[1]
    assert quality[1] > quality[2] > quality[3] > quality[4] > 0


@pytest.mark.parametrize("seed", LUCKS)
def test_burnout_takes_the_weeks_it_says(seed: int) -> None:
    parameters = numbers(energy={"burnout": 0.2, "drain": 0.05})
    run = after(a_room({Lever.CREATE: 40}, seed=seed, parameters=parameters, seasons=4), 0.5)
    for week in range(1, 40):
        after(run, week)
        if you(run).away_until:
            break
    burnt, back = run.now // WEEK * WEEK, you(run).away_until
    assert back - burnt == parameters.energy.weeks_away * WEEK
    assert run.view("you").away
    posts = you(run).acts
    run.advance(until=back - HOUR)
    assert you(run).acts == posts
    run.advance(until=back + 2 * WEEK)
    assert you(run).acts > posts


def test_nobody_burns_out_with_energy_left() -> None:
    run = after(a_room({Lever.CREATE: 12}, parameters=numbers(energy={"burnout": 0.2})), 25)
    assert "burnout" not in [line.what for line in run.world.ledger.log]


def test_a_tired_owner_does_worse_work() -> None:
    fresh, tired = (
        a_room({Lever.CONVERSE: 8}, parameters=numbers(energy={"rest": 0, "burnout": 0}))
        for _ in range(2)
    )
    you(tired).energy = MILLION // 4
    assert now(after(tired, 8), "liking") < now(after(fresh, 8), "liking")


# the crisis


def in_crisis(at: int) -> Run:
    """A shop with one long reply sitting on the first Tuesday, which a setback strikes at second *at* of the day."""
    run = a_room({Lever.CREATE: 60}, parameters=numbers(content={"post_minutes": 10}))
    you(run).setbacks.append(Setback("slip", 0, MILLION // 2, -1))
    run.world.agenda.put(Record(DAY + at, Phase.SETBACK, 0, 0, "setback"))
    return run


def created(run: Run) -> int:
    """Minutes that have gone into posts or wait to."""
    return you(run).acts * 10 + you(run).carried.get(Lever.CREATE, 0) // MINUTE


def test_a_crisis_takes_the_sitting_over_and_what_was_not_done_carries_over() -> None:
    calm, struck = in_crisis(20 * HOUR), in_crisis(FIRST_SITTING + 30 * MINUTE)
    for run in (calm, struck):
        run.advance(until=DAY + 15 * HOUR)
    planned = 60 * 30 // 12
    assert created(calm) == pytest.approx(3 * planned, abs=1)
    assert you(struck).acts < you(calm).acts
    assert 30 <= you(struck).acts * 10 - 2 * planned <= 40
    assert you(struck).carried[Lever.CREATE] >= (planned - 30 - 10) * MINUTE
    assert you(struck).carried[Lever.CREATE] <= CARRIED_AT_MOST


def test_what_a_crisis_interrupted_is_done_in_the_sittings_after() -> None:
    runs = [in_crisis(20 * HOUR), in_crisis(FIRST_SITTING + 30 * MINUTE)]
    done = [created(after(run, 1.9)) for run in runs]
    assert done[1] == pytest.approx(done[0], abs=20)


def test_a_sitting_waits_until_the_crisis_is_over() -> None:
    run = in_crisis(FIRST_SITTING - 15 * MINUTE)
    run.advance(until=DAY + FIRST_SITTING)
    owner = run.world.agenda.owners[0]
    assert owner.count == 1
    assert len(owner.queue) == 1
    run.advance(until=DAY + FIRST_SITTING - 15 * MINUTE + CRISIS_SECONDS)
    assert not owner.queue


def test_a_card_that_takes_hours_takes_them_from_the_plan() -> None:
    free, owing = (a_room({Lever.CREATE: 6}) for _ in range(2))
    you(owing).owed_seconds = 3 * HOUR
    for run in (free, owing):
        after(run, 2)
    assert you(owing).owed_seconds == 0
    assert you(owing).acts < you(free).acts


# practice


def test_practice_raises_the_quality_of_what_is_posted() -> None:
    run = after(a_room({Lever.CREATE: 8}, seasons=4), 51)
    quality = run.world.posts.column("quality")
    assert quality[-10:].mean() > quality[:10].mean()


def test_changing_the_plan_costs_attention_and_a_little_practice() -> None:
    run = after(a_room({Lever.CREATE: 8}), 12)
    before = dict(you(run).experience)
    unsettle(run.world, you(run), 2)
    assert you(run).owed_seconds == 2 * 20 * MINUTE
    assert all(you(run).experience[place] < before[place] for place in before)


def test_an_owner_who_is_away_writes_nothing() -> None:
    run = a_room({Lever.CREATE: 12, Lever.REPLY: 4})
    you(run).away_until = 10 * WEEK
    assert you(after(run, 9.9)).acts == 0
    assert total(run, "two_way_minutes") == 0


def test_staff_write_while_the_owner_does_something_else() -> None:
    jo = Staff(id="jo", name="Jo", half_hours=6, skill=0.9, haste=0.5)
    alone, helped = (
        a_room({Lever.REPLY: 4}, staff=(jo,), settings=plan) for plan in ({}, {"delegate": "jo"})
    )
    assert you(after(alone, 5)).acts == 0 < you(after(helped, 5)).acts
    told = a_room({Lever.REPLY: 4}, staff=(jo,), settings={"delegate": "jo", "expectations": True})
    quality = [run.world.posts.column("quality").mean() for run in (helped, after(told, 5))]
    assert quality[0] < quality[1]
    assert replace(you(helped).plan, delegate=None) == you(alone).plan


def test_experience_on_one_place_carries_over_to_another_in_part() -> None:
    skills = []
    for transfer in (0.0, 0.5, 1.0):
        run = a_room(parameters=numbers(practice={"transfer": transfer}))
        you(run).experience = {0: 200_000}
        skills.append((skill(run.world, you(run), 0), skill(run.world, you(run), 1)))
    beginner = skill(run.world, replace(you(run), experience={}), 1)
    assert skills[0][1] == beginner < skills[1][1] < skills[2][1] == skills[0][0]


def test_a_machine_takes_less_time_for_a_post_and_writes_worse() -> None:
    plain, scheduled = (
        after(a_room({Lever.CREATE: 12}, settings={"automation": automation}), 5)
        for automation in (Automation.NONE, Automation.SCHEDULED)
    )
    assert you(scheduled).acts > 1.3 * you(plain).acts
    first = [run.world.posts.column("quality")[0] for run in (plain, scheduled)]
    assert first[1] == first[0] * 85 // 100


def test_a_setback_that_strikes_takes_energy_by_the_parameter() -> None:
    left = []
    for crisis in (0.0, 0.2):
        run = a_room(parameters=numbers(energy={"crisis": crisis}))
        you(run).setbacks.append(Setback("slip", 0, MILLION // 2, -1))
        run.world.agenda.put(Record(DAY, Phase.SETBACK, 0, 0, "setback"))
        run.advance(until=2 * DAY)
        left.append(you(run).energy)
    assert left[0] - left[1] == 200_000


def test_every_monday_ones_own_posts_teach_and_the_noticed_ones_most() -> None:
    learned = []
    for reaction, success, failure in ((0.0, 5.0, 0.0), (0.0, 5.0, 1.0), (0.5, 5.0, 1.0)):
        practice = {"success": success, "failure": failure, "at_start": 0.0, "others_success": 0}
        content = {"reaction": reaction}
        run = a_room({Lever.CREATE: 12}, parameters=numbers(practice=practice, content=content))
        run.world.relations.follows[:] = 1
        learned.append(you(after(run, 3.1)).experience[0])
    assert learned[0] == you(run).acts * 100
    assert learned[0] < learned[1] < learned[2]


def test_who_listens_learns_from_another_in_trouble_and_who_does_not_learns_nothing() -> None:
    learned = []
    for hours in ({}, {Lever.LISTEN: 8}):
        run = a_room(hours, shops=2, parameters=numbers(practice={"at_start": 0.0}))
        run.world.runners[1].setbacks.append(Setback("slip", 0, MILLION, 0, stage="fading"))
        after(run, 0.9)
        run.world.runners[1].setbacks[0].stage = "spread"
        learned.append(you(after(run, 1.1)).experience.get(0, 0))
    assert learned[0] == 0 < learned[1]

"""Background businesses: starters who give up, and how what became of them is counted."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import yaml

from game.sim.lever import Lever
from game.sim.parameter import Parameters
from game.sim.plan import HalfHours, make_plan
from game.study.observables import OBSERVABLES, background
from game.study.observables.background import PEOPLE, STARTERS, WEEKS, Starter, street
from tests.builders import a_request, a_view
from tests.checkout import ROOT

LUCK = 3
FOLDER = ROOT / "game" / "study" / "observables"


def ids_in(name: str) -> list[str]:
    """All ids of a file of definitions."""
    told = yaml.safe_load(Path(FOLDER / name).read_text(encoding="utf-8"))
    return [
        entry.get("metric") or entry.get("check") or entry["id"]
        for entries in told.values()
        for entry in entries
    ]


@pytest.mark.parametrize("name", ["definitions.yaml", "targets.yaml"])
def test_every_quantity_that_is_defined_can_be_measured(name: str) -> None:
    assert [id for id in ids_in(name) if id not in OBSERVABLES] == []


def weekly(*seasons: int) -> tuple[int, ...]:
    """Sales by week, of seasons with so many in their first week."""
    return tuple(sales for total in seasons for sales in (total, *[0] * 12))


def test_a_starter_gives_up_after_as_many_seasons_without_a_rise_as_it_has_patience() -> None:
    assert not Starter(2).has_enough(weekly(5, 5))
    assert Starter(1).has_enough(weekly(5, 5))
    assert Starter(2).has_enough(weekly(5, 5, 4))
    assert not Starter(2).has_enough(weekly(5, 5, 6, 6, 7))
    assert Starter(2).has_enough(weekly(5, 5, 4, 9, 20))


def test_who_has_given_up_puts_the_hours_back_on_the_shop_floor() -> None:
    plan = make_plan({Lever.CREATE: 4, Lever.REPLY: 2})
    view = a_view(plan=plan, lines={"sales": weekly(3, 3)})
    moves = Starter(1).decide(a_request(view=view)).moves
    assert {(one.source, one.target, one.count) for one in moves if isinstance(one, HalfHours)} == {
        (Lever.CREATE, Lever.SHOP, 4),
        (Lever.REPLY, Lever.SHOP, 2),
    }
    assert Starter(2).decide(a_request(view=view)).moves == ()


def test_equal_values_share_a_rank() -> None:
    assert background._ranks(np.array([3.0, 1.0, 3.0, 9.0])).tolist() == [2.5, 1, 2.5, 4]


@pytest.mark.slow
def test_what_is_counted_of_a_street_agrees_with_its_record() -> None:
    parameters = Parameters()
    run = street(parameters, LUCK).run
    assert background._follows(run, WEEKS * 7).sum(axis=1).tolist() != [0] * STARTERS
    counted = (background._follows(run, WEEKS * 7 + 1) > 0).sum(axis=1).tolist()
    assert counted == [run.timeline(f"starter-{n}", "followers")[-1] for n in range(STARTERS)]
    posts = background._posts_since(run, 0)
    assert posts.sum() == run.world.posts.count
    closed = np.array(background.p_closed_deal_24m_plus_survivors(parameters, LUCK))
    assert background.p_closed_deal_under_6_months(parameters, LUCK) <= closed[1] <= 1
    assert 0 < closed[0] <= 1
    stopped = np.array(background.share_users_unfollowing_once_in_51_days(parameters, LUCK))
    assert 0 < stopped < 0.5
    assert len(run.world.people.kind) == PEOPLE


@pytest.mark.slow
def test_a_collector_with_more_followers_gets_more_enquiries() -> None:
    parameters = Parameters()
    leads = [
        sum(background._leads(parameters, luck, count) for luck in (1, 2)) for count in (1000, 500)
    ]
    assert leads[0] > leads[1] > 0

"""Scenes frozen from the start: the arc of the Corner Bakery, and a street that the hare wins. Neither is scripted.

The third, the inbox reduced to a queue of theory, is in `test_queue.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pytest

from game.authoring.load import load_scenario
from game.sim.parameter import Parameters
from game.sim.scenario import Scenario
from game.strategies.runs import Run, simulate
from game.study.interval import paired

FEW, MANY = range(100, 106), range(100, 300)
YEAR = 52
HASTY_SEASONS = 3


@cache
def bakery(strategy: str, seed: int, weeks: int = 2 * YEAR) -> tuple[list[int], list[int]]:
    """Followers by week and sales to date, of *strategy* in the seat of the Corner Bakery."""
    run = simulate(load_scenario("corner-bakery"), {"you": strategy}, seed=seed, weeks=weeks)
    return run.timeline("you", "followers"), sales_to_date(run)


def sales_to_date(run: Run) -> list[int]:
    sales = run.timeline("you", "sales")
    return [sum(sales[: week + 1]) for week in range(len(sales))]


def share(holds: Iterable[bool]) -> float:
    found = list(holds)
    return sum(found) / len(found)


def leads_all_year(seed: int) -> bool:
    """Whether the hare has more followers than the tortoise at each month's end of the first year."""
    hare, tortoise = bakery("hare", seed)[0], bakery("tortoise", seed)[0]
    return all(hare[week] > tortoise[week] for week in range(3, YEAR, 4))


def has_crossed(seed: int) -> bool:
    """Whether the tortoise is ahead on sales to date at the end of the second year."""
    return bakery("tortoise", seed)[1][-1] > bakery("hare", seed)[1][-1]


@pytest.mark.slow
def test_the_hare_leads_on_followers_through_the_first_year() -> None:
    assert share(map(leads_all_year, FEW)) >= 0.8


@pytest.mark.slow
def test_the_tortoise_has_crossed_on_sales_by_the_end_of_the_second_year() -> None:
    assert share(map(has_crossed, FEW)) >= 0.6


@pytest.mark.slow
def test_the_hare_leads_on_sales_for_a_while() -> None:
    def leads_once(seed: int) -> bool:
        pairs = zip(bakery("hare", seed)[1][:YEAR], bakery("tortoise", seed)[1][:YEAR], strict=True)
        return any(hare > tortoise + 2 for hare, tortoise in pairs)

    assert share(map(leads_once, FEW)) >= 0.6


@pytest.mark.full
@pytest.mark.xfail(
    raises=AssertionError, reason="87 in 100 lucks: the tortoise has a good seventh month"
)
def test_the_hare_leads_through_the_first_year_in_nine_of_ten_lucks() -> None:
    assert share(map(leads_all_year, MANY)) >= 0.9


@pytest.mark.full
def test_the_tortoise_has_crossed_in_three_of_five_lucks() -> None:
    assert share(map(has_crossed, MANY)) >= 0.6


def hasty_street() -> Scenario:
    """The Corner Bakery for three seasons, in a town where people buy of whomever they have heard of.

    Its cards are left out: with them the gap is as wide on the average, and four times as wide a matter of luck.
    """
    scenario = load_scenario("corner-bakery")
    numbers = scenario.parameters.model_dump()
    numbers["trade"] |= {"trusted": 0.05, "liked": 0.02, "known": 0.6}
    return scenario.model_copy(
        update={"parameters": Parameters(**numbers), "seasons": HASTY_SEASONS, "cards": ()}
    )


def sales_on_the_hasty_street(strategy: str, seed: int) -> int:
    run = simulate(hasty_street(), {"you": strategy}, seed=seed)
    return sum(run.timeline("you", "sales"))  # an outcome would live through the quiet year too


@pytest.mark.slow
def test_where_trust_hardly_sells_and_the_race_is_short_the_hare_wins() -> None:
    gap = paired(
        [float(sales_on_the_hasty_street("hare", seed)) for seed in FEW],
        [float(sales_on_the_hasty_street("tortoise", seed)) for seed in FEW],
    )
    assert gap.low > 0

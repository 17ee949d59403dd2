"""A small street to weigh, and what the weighing of it comes to."""

from __future__ import annotations

from functools import cache

from game.sim.deck import Choice
from game.sim.scenario import Scenario
from game.study.balance.weighing import Balance, Sizes, weigh
from tests.builders import a_card, a_choice, a_goal, a_scenario

HELP = Choice.model_validate(
    {"id": "help", "label": "help", "looks": ["kind"], "hours": 1, "acts": [{"act": "help", "who": {"group": "knows"}}]}
)  # fmt: skip
SELL = Choice.model_validate(
    {"id": "sell", "label": "sell", "looks": ["quick"], "acts": [{"act": "offer", "bold": 3}]}
)
SIZES = Sizes(lucks=2, moments=7, fresh=1, ahead=50)


def a_street(id: str = "street", seasons: int = 1, times: int = 9) -> Scenario:
    cards = (
        a_card(HELP, SELL, a_choice("no"), id="fair", chance=0.08, times=times),
        a_card(a_choice("only"), id="alone", chance=0.02),
    )
    goals = (a_goal("energy", 1), a_goal("sales", 10**6))
    return a_scenario(id=id, people=60, seasons=seasons, cards=cards, goals=goals)


@cache
def the_balance() -> Balance:
    return weigh([a_street()], SIZES, workers=1)[0]

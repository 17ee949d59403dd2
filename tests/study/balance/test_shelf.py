"""The shelf as one: each scenario counts the same, and a scenario too much or a card twice is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from game.study.balance.cards import (
    ENOUGH,
)
from game.study.balance.shelf import (
    MOST_IN_COMMON,
    Statement,
    cards_in_common,
    shelf_report,
    statement,
)
from game.study.balance.weighing import FIELD, Balance, Sizes, weigh
from game.study.interval import share_of
from tests.builders import a_card, a_scenario
from tests.study.balance.street import HELP, a_street, the_balance


def test_on_the_shelf_scenarios_count_the_same_and_each_is_left_out_once() -> None:
    street = the_balance()
    harder = weigh([a_street("other")], Sizes(lucks=2, moments=0, seed=7), workers=1)[0]
    said = statement([street, harder])
    for name in FIELD:
        assert said.wins[name] == pytest.approx((street.wins()[name] + harder.wins()[name]) / 2)
    assert set(said.without) == {"street", "other"}
    best, part = said.without["street"]
    assert part == harder.wins()[best] == max(harder.wins().values())
    assert said.gaps["hare"].count == 4
    assert shelf_report([street, harder], said).endswith(said.verdict)


def test_a_shelf_on_which_one_wins_too_often_is_not_balanced() -> None:
    said = statement([the_balance()])
    gaps = dict.fromkeys(said.gaps, replace(said.gaps["hare"], low=0.1))
    even = dict.fromkeys(FIELD, 0.2)
    said = replace(said, looks={"kind": share_of(3, ENOUGH)})
    assert replace(said, wins=even, gaps=gaps).holds
    assert replace(said, wins=even, gaps=gaps).verdict == "The shelf is balanced."
    slow = {"slow": share_of(6, 10)}
    assert not replace(said, wins=even, gaps=gaps, looks=slow).holds
    assert replace(said, wins=even, gaps=gaps, looks=slow).verdict == "THE SHELF IS NOT BALANCED."
    pair = (("street", "other", MOST_IN_COMMON + 0.01),)
    assert not replace(said, wins=even, gaps=gaps, in_common=pair).holds
    assert not replace(said, wins={**even, "hare": 0.61}, gaps=gaps).holds
    assert not replace(
        said, wins=even, gaps={**gaps, "hare": replace(said.gaps["hare"], low=0)}
    ).holds


def even(said: Statement, **other: Any) -> Statement:
    """*said* of a shelf on which nobody wins too often."""
    gaps = dict.fromkeys(said.gaps, replace(said.gaps["hare"], low=0.1))
    return replace(said, wins=dict.fromkeys(FIELD, 0.2), gaps=gaps, **other)


def test_of_a_shelf_with_too_few_moments_nothing_is_said() -> None:
    (untried,) = weigh([a_street()], Sizes(lucks=2, moments=0), workers=1)
    said = even(statement([untried]))
    assert set(said.looks) == {
        "kind"
    }  # options look quick too, which nobody minds, and none looks slow
    assert (said.holds, said.too_few, said.as_json()["holds"]) == (False, ("kind",), False)
    assert "NOT ENOUGH MOMENTS" in shelf_report([untried], said)
    assert "is balanced." not in shelf_report([untried], said).splitlines()[-1]
    few, enough = share_of(1, ENOUGH - 1), share_of(1, ENOUGH)
    assert not even(said, looks={"kind": few}).holds
    assert even(said, looks={"kind": enough}).holds


def test_of_a_shelf_that_was_stopped_nothing_is_said() -> None:
    said = even(statement([the_balance()], stopped=True), looks={})
    assert not said.holds
    assert replace(said, stopped=False).holds
    assert said.verdict.startswith("STOPPED EARLY")
    assert said.as_json()["stopped"]


def test_stopping_the_weighing_of_the_shelf_is_no_yes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from game.cli import main

    def two_lucks(*_: object, **__: object) -> list[Balance]:
        return [the_balance()]

    def balanced(balances: Sequence[Balance], **how: bool) -> Statement:
        return even(statement(balances, **how), looks={})

    monkeypatch.setattr("game.study.balance.weighing.weigh", two_lucks)
    monkeypatch.setattr("game.study.balance.shelf.statement", balanced)
    monkeypatch.setattr("game.authoring.load.shipped_scenarios", lambda: ["first-steps"])
    codes = {}
    for runs in ("2", "3"):
        monkeypatch.setattr("sys.argv", ["longrace", "balance", "--shelf", "--runs", runs])
        with pytest.raises(SystemExit) as left:
            main()
        codes[runs] = (left.value.code, capsys.readouterr().out.splitlines()[-1])
    assert codes == {
        "2": (0, "The shelf is balanced."),
        "3": (1, "STOPPED EARLY: of the whole shelf nothing is said."),
    }


def test_cards_with_one_id_or_one_text_are_in_common() -> None:
    mine = a_scenario(cards=(a_card(HELP, id="a"), a_card(HELP, id="b"), a_card(HELP, id="c")))
    copied = a_card(HELP, id="elsewhere").model_copy(update={"text": "b"})
    other = a_scenario(
        cards=(a_card(HELP, id="a"), copied, *(a_card(HELP, id=one) for one in "xyz"))
    )
    assert cards_in_common(mine, other) == cards_in_common(other, mine) == pytest.approx(2 / 3)
    assert cards_in_common(mine, a_scenario()) == 0

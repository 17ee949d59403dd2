"""Bad input in Python: whatever is out of range, of another kind, or contradicts itself is one sentence."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from game.sim.lever import Lever
from game.sim.limits import MOST_WEEKS, BadInputError, Limits, limits_at
from game.sim.luck import Luck
from game.sim.market import Kinds, Market
from game.sim.parameter import Parameters
from game.sim.parameters.base import AtMost, Group
from game.sim.place import Place
from game.sim.run import Run
from game.sim.runner import Runner
from game.sim.scenario import Scenario
from game.strategies.runs import simulate
from tests.builders import a_scenario

HUGE = 10**400  # more than any float


class Number(NamedTuple):
    """One parameter that is a number: its group, its name and its limits."""

    group: str
    name: str
    limits: Limits

    @property
    def low(self) -> float:
        assert self.limits.low is not None
        return self.limits.low

    @property
    def high(self) -> float:
        assert self.limits.high is not None
        return self.limits.high


def groups() -> dict[str, type[Group]]:
    return {name: type(field.default) for name, field in Parameters.model_fields.items()}


NUMBERS = [
    Number(group, name, limits)
    for group, model in groups().items()
    for name in model.model_fields
    if (limits := limits_at(Parameters, (group, name)))
]
FLAGS = [
    (group, name)
    for group, model in groups().items()
    for name, field in model.model_fields.items()
    if field.annotation is bool
]
RULES = [(group, rule) for group, model in groups().items() for rule in model.RULES]


def refusal(made: Callable[[], object]) -> str:
    """The sentence with which it is refused."""
    with pytest.raises(BadInputError) as refused:
        made()
    return str(refused.value)


def set_to(one: Number, value: object) -> Parameters:
    return Parameters.model_validate({one.group: {one.name: value}})


def assert_is_one_sentence(said: str, one: Number) -> None:
    assert said.count("\n") == 0
    assert said.startswith(f"{one.group}.{one.name} is ")
    assert said.endswith(f"{one.limits.kind} {one.limits.words}.")


def test_every_parameter_is_a_number_with_a_unit_and_a_range_or_a_flag() -> None:
    names = {(group, name) for group, model in groups().items() for name in model.model_fields}
    assert names == {(one.group, one.name) for one in NUMBERS} | set(FLAGS)
    for one in NUMBERS:
        assert one.low < one.high
        extra = groups()[one.group].model_fields[one.name].json_schema_extra
        assert isinstance(extra, dict)
        assert extra["unit"] == one.limits.unit != ""


@given(one=some.sampled_from(NUMBERS), data=some.data())
def test_what_is_outside_the_range_is_one_sentence_with_name_unit_and_range(
    one: Number, data: some.DataObject
) -> None:
    below = some.floats(max_value=one.low, exclude_max=True, allow_nan=False)
    above = some.floats(min_value=one.high, exclude_min=True, allow_nan=False)
    if one.limits.kind == "a whole number":
        whole = some.integers(max_value=int(one.low) - 1) | some.integers(
            min_value=int(one.high) + 1
        )
        value: object = data.draw(whole)
    else:
        value = data.draw(below | above)
    assert_is_one_sentence(refusal(lambda: set_to(one, value)), one)


@pytest.mark.parametrize("one", NUMBERS, ids=lambda one: f"{one.group}.{one.name}")
def test_no_number_is_taken_for_a_number(one: Number) -> None:
    for value in (math.nan, math.inf, -math.inf, HUGE, -HUGE, True, "0.5", None, [1], 1 + 1j):
        assert_is_one_sentence(refusal(lambda value=value: set_to(one, value)), one)  # type: ignore[misc]


@given(one=some.sampled_from(NUMBERS), data=some.data())
def test_what_is_inside_the_range_is_accepted_unless_it_contradicts_another(
    one: Number, data: some.DataObject
) -> None:
    if one.limits.kind == "a whole number":
        value: float = data.draw(some.integers(int(one.low), int(one.high)))
    else:
        value = data.draw(some.floats(one.low, one.high))
    usual = getattr(Parameters(), one.group)
    broken = [
        rule
        for group, rule in RULES
        if group == one.group
        and rule.is_broken(
            *(value if name == one.name else getattr(usual, name) for name in rule[:2])
        )
    ]
    if broken:
        assert f"the second: {broken[0].because}." in refusal(lambda: set_to(one, value))
    else:
        assert getattr(getattr(set_to(one, value), one.group), one.name) == value


@pytest.mark.parametrize(("group", "name"), FLAGS)
@pytest.mark.parametrize("value", [1, 0, "yes", math.nan, None])
def test_a_flag_is_true_or_false(group: str, name: str, value: object) -> None:
    said = refusal(lambda: Parameters.model_validate({group: {name: value}}))
    assert said.startswith(f"{group}.{name} is ")
    assert said.endswith("it must be true or false.")


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (("seasons",), True),
        (("market", "kinds", "traditional"), True),
        (("places", 3, "rule_changes", 0, "week"), True),
        (("lights", "waiting", "price"), True),
        (("runners", 0, "on", 1), False),
        (("lights", "price"), False),
        (("no_such_key",), False),
        ((), False),
    ],
)
def test_a_number_is_found_alone_in_a_list_and_in_a_block_by_name(
    place: tuple[str | int, ...], found: bool
) -> None:
    assert bool(limits_at(Scenario, place)) == found


@pytest.mark.parametrize(("group", "rule"), RULES, ids=lambda one: getattr(one, "less", one))
def test_parameters_that_contradict_each_other_are_both_named(group: str, rule: AtMost) -> None:
    less, more = (limits_at(Parameters, (group, name)) for name in (rule.less, rule.more))
    assert less is not None
    assert more is not None
    usual = getattr(Parameters(), group)
    changed = usual.model_copy(update={rule.less: less.high, rule.more: more.low})
    (said,) = [one.sentence for one in changed.contradictions() if rule.because in one.sentence]
    names = f"{group}.{rule.less} is {less.high:g} and {group}.{rule.more} {more.low:g}"
    assert said.startswith(f"{names} ({less.unit}); the first must be ")
    assert "; the first must be " in refusal(changed.agree)


def test_talk_that_would_never_come_to_rest_is_refused() -> None:
    loud = {"share": 0.2, "later_shares": 1.0}
    said = refusal(lambda: Parameters.model_validate({"content": loud}))
    assert said.startswith(
        "content.share is 0.2, content.later_shares 1 and content.contacts_see 0.33 (shares of 1)"
    )
    assert "to 0.0413 of all contacts again; that must be at most 0.02" in said
    quieter = Parameters.model_validate({"content": loud | {"contacts_see": 0.16}})
    assert quieter.content.contacts_see == 0.16


@pytest.mark.parametrize(("group", "rule"), RULES, ids=lambda one: getattr(one, "less", one))
def test_each_rule_bites_at_its_very_line(group: str, rule: AtMost) -> None:
    usual = getattr(Parameters(), group)
    more = getattr(usual, rule.more)
    over = more + 1 if isinstance(more, int) else more * 1.001
    assert not rule.is_broken(getattr(usual, rule.less), more)
    assert rule.is_broken(over, more)
    assert rule.is_broken(more, more) is rule.strictly


@pytest.mark.parametrize(
    ("given_", "says"),
    [
        ({"trade": {"knwon": 1}}, "trade.knwon is not known."),
        ({"trad": {}}, "Did you mean `trade`?"),
        ({"trade": 5}, "trade is 5; it must be a block of numbers by their names."),
        (5, "Parameters is 5; it must be a block of values by their names."),
    ],
)
def test_an_unknown_name_is_said(given_: object, says: str) -> None:
    assert says in refusal(lambda: Parameters.model_validate(given_))


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (lambda: Market(people=0), "market.people is 0; it must be a whole number from 50 to 1,000,000 (people"),
        (lambda: Market(people=10_000_000), "market.people is 10000000; it must be a whole number from 50"),
        (lambda: Market(catchment=math.nan), "market.catchment is nan; it must be a number above 0 and at most 1"),
        (lambda: Kinds(traditional=50), "(per cent of the people, each from 0 to 100) add up to 110"),
        (lambda: Place(id="a", name="A", opens_week=5, closes_week=5), "opens_week is 5 and closes_week 5 (weeks"),
        (lambda: Runner(id="a", name="A", opens_with={Lever.CREATE: 101}), "together at most 100"),
        (lambda: Runner(id="a", name="A", opens_with={Lever.CREATE: -1}), "each must be 0 or more"),
        (lambda: a_scenario(seasons=0), "seasons is 0; it must be a whole number from 1 to 40 (seasons of thirteen"),
        (lambda: a_scenario(seasons=400), "seasons is 400; it must be"),
        (lambda: a_scenario(runners=()), "runners has 0 entries; there must be at least 1."),
        (lambda: a_scenario(runners=(Runner(id="a", name="A", on=("squar",)),)), "Did you mean `square`"),
        (lambda: a_scenario(runners=(Runner(id="a", name="A"),) * 2), "the id a is given twice"),
        (lambda: Luck(((0, -1),)), "seed is -1; it must be a whole number from 0"),
    ],
)  # fmt: skip
def test_a_part_of_a_scenario_that_cannot_be_is_one_sentence(
    made: Callable[[], object], says: str
) -> None:
    said = refusal(made)
    assert says in said
    assert "\n" not in said


@pytest.mark.parametrize("weeks", [0, -1, MOST_WEEKS + 1, 52 * 100, 1.5, math.nan, True, "3"])
def test_a_horizon_that_cannot_be_is_refused(weeks: Any) -> None:
    said = refusal(lambda: simulate(a_scenario(), weeks=weeks))
    assert said.startswith("weeks is ")
    assert "from 1 to 1,040 (weeks" in said


@pytest.mark.parametrize("seed", [-1, 2**63, 0.5, math.nan, True, "1", None])
def test_a_luck_that_cannot_be_is_refused(seed: Any) -> None:
    assert refusal(lambda: Run(a_scenario(), seed, strategies={})).startswith("seed is ")


def test_what_was_changed_past_its_declaration_is_refused_before_it_runs() -> None:
    usual: Scenario = a_scenario()
    nobody = usual.market.model_copy(update={"people": 0})
    ladder = usual.parameters.ladder.model_copy(update={"trust": 0.99})
    for update, says in (
        ({"market": nobody}, "market.people is 0"),
        ({"seasons": 400}, "seasons is 400"),
        ({"parameters": usual.parameters.model_copy(update={"ladder": ladder})}, "ladder.trust is 0.99"),
    ):  # fmt: skip
        assert says in refusal(lambda update=update: simulate(usual.model_copy(update=update)))  # type: ignore[misc]


def test_a_whole_number_of_numpys_is_told_of_its_kind() -> None:
    with pytest.raises(
        BadInputError, match=r"^market\.people is 500 of another kind \(int64, not int\);"
    ):
        Market(people=np.int64(500))  # type: ignore[arg-type]


def test_too_many_are_told_by_their_number() -> None:
    crowd = tuple(Runner(id=f"shop-{nth}", name="Shop") for nth in range(16))
    with pytest.raises(
        BadInputError, match=r"^runners has 16 entries; there must be at most 15\.$"
    ):
        a_scenario(runners=crowd)

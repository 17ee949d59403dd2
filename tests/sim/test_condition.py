"""The condition language: what it accepts, what it is worth, and that nothing else gets through."""

from __future__ import annotations

import pickle
import timeit
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.sim.condition import (
    Condition,
    ConditionError,
    Function,
    Value,
    Vocabulary,
    compile_condition,
    find_errors,
    is_reserved,
)

VOCABULARY = Vocabulary(
    values={
        "trusts": "number",
        "followers": "number",
        "week": "number",
        "energy": "number",
        "on_ripple": "flag",
    },
    functions={
        "seen": Function(("card",)),
        "weeks_since": Function(("card",), "number"),
        "larger": Function(("number", "number"), "number"),
    },
    ids={"card": frozenset({"sour_review", "screenshot", "open-day-2", "yes"})},
)
STATE: dict[str, Value | Callable[..., Value]] = {
    "trusts": 40,
    "followers": 90,
    "week": 12,
    "energy": 0.5,
    "on_ripple": True,
    "seen": lambda card: card == "sour_review",
    "weeks_since": lambda card: {"sour_review": 3, "screenshot": 99, "open-day-2": 7}[card],
    "larger": max,
}


def holds(source: str | list[str]) -> bool:
    return compile_condition(source, VOCABULARY).holds(STATE)


def only_error(source: str | list[str]) -> ConditionError:
    (error,) = find_errors(source, VOCABULARY)
    return error


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("trusts >= 30", True),
        ("trusts < 30 or week == 12", True),
        ("10 < week <= 12", True),
        ("10 < week < 12", False),
        ("not (followers < 5 or energy < 0.2)", True),
        ("on_ripple and not seen(screenshot)", True),
        ("seen(sour_review) and weeks_since(sour_review) > 3", False),
        ("followers / 2 - 5 == trusts", True),
        ("weeks_since(open-day-2) == 7", True),
        ("seen(yes)", False),
        ("-week + 12 == 0", True),
        ("week * .5 == 6.", True),
        ("larger(trusts, followers - 60) == 40", True),
        ("true", True),
        ("false or not true", False),
        ("trusts >= 30\n and\n week > 10", True),
        ("  trusts >= 30  ", True),
        (["trusts >= 30", "week > 10"], True),
        (["trusts >= 30", "week > 100"], False),
    ],
)
def test_a_condition_answers_for_its_state(source: str | list[str], expected: bool) -> None:
    assert holds(source) is expected


def test_a_flag_given_as_a_number_still_answers_true_or_false() -> None:
    assert compile_condition("on_ripple", VOCABULARY).holds({"on_ripple": 1}) is True


def test_a_condition_names_what_it_asks_for() -> None:
    condition = compile_condition(["seen(sour_review)", "trusts > week"], VOCABULARY)
    assert condition.names == {"seen", "trusts", "week"}
    assert condition.references == {("card", "sour_review")}


def test_each_line_is_explained_with_the_worth_of_its_terms() -> None:
    condition = compile_condition(["seen(screenshot) or week < 6", "2 * trusts > 50"], VOCABULARY)
    first, second = condition.explain(STATE)
    assert first == (
        "seen(screenshot) or week < 6",
        False,
        {"seen(screenshot)": False, "week": 12},
    )
    assert second == ("2 * trusts > 50", True, {"trusts": 40})


def test_a_condition_travels_between_processes() -> None:
    condition = compile_condition("trusts >= 30 and seen(sour_review)", VOCABULARY)
    copy: Condition = pickle.loads(pickle.dumps(condition))
    assert copy == condition
    assert copy.holds(STATE)


def test_an_error_travels_between_processes() -> None:
    error = only_error("trsuts > 1")
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.code, copy.start, copy.end, str(copy)) == (error.code, 0, 6, str(error))


@pytest.mark.parametrize(
    ("source", "code", "marked", "text", "remedy"),
    [
        ("week > 1 and trsuts > 1", "E01", "trsuts", "`trsuts` is not known.", "`trusts`"),
        ("foreseen(x)", "E01", "foreseen", "`foreseen( )` is not known.", "`seen`"),
        ("trusts(3) > 1", "E01", "trusts", "`trusts( )` is not known.", "Write trusts"),
        ("trusts = 3", "E02", "=", "One = does not compare.", "Write =="),
        ("trusts => 3", "E02", "=>", "`=>` is not known", "Write >="),
        ("trusts \u2265 3", "E02", "\u2265", "is not known", "Write >="),
        ("on_ripple && true", "E02", "&&", "`&&` is not known", "Write and"),
        ("on_ripple | true", "E02", "|", "`|` is not known", "Write or"),
        ("!on_ripple", "E02", "!", "`!` is not known", "Write not"),
        ("on_ripple AND true", "E02", "AND", "`AND` is not known", "Write and"),
        ("on_ripple or True", "E01", "True", "`True` is not known", "Write true"),
        ("on_ripple or no", "E01", "no", "`no` is not known", "Write false"),
        ("trusts > 30%", "E02", "%", "Percentages are written as plain", "Write 30, not"),
        ("seen('sour_review')", "E02", "'", "Texts may not stand", "Write ids without quotes"),
        ("trusts > 3 # wow", "E02", "#", "no comments", "line of its own"),
        ("trusts\u00a0> 3", "E02", "\u00a0", "looks like a space but is none", "Replace it"),
        ("(trusts > 3", "E02", "(", "This bracket is never closed.", "Add a )"),
        ("trusts > 3)", "E02", ")", "This bracket closes nothing.", "Take it away"),
        ("trusts > 3 and", "E02", "and", "Something is missing behind `and`.", "For example"),
        ("or trusts > 3", "E02", "or", "Something is missing before `or`.", "For example"),
        ("trusts 30", "E02", "trusts 30", "Between `trusts` and `30` a sign", "trusts >= 30"),
        ("import week", "E02", "import", "`import` may not stand", "For example"),
        ("", "E02", "", "This condition is empty.", "For example"),
        ("not trusts", "E03", "trusts", "`trusts` is a number", "Compare it"),
        ("trusts", "E03", "trusts", "`trusts` is a number", "Compare it"),
        ("on_ripple > 1", "E03", "on_ripple", "true or false; a number", "not on_ripple"),
        ("week // 2 > 1", "E04", "week // 2", "may not stand", "+ - * / only"),
        ("week in 2", "E04", "week in 2", "Only < <= > >= == != compare", "For example"),
        ("week / 0 > 1", "E04", "0", "other than 0 may divide", "sales / 2"),
        ("1 / week > 1", "E04", "week", "other than 0 may divide", "sales / 2"),
        ("week > 1e3", "E04", "1e3", "`1e3` may not stand", "12 or 1.5"),
        ("week > 9999999999999", "E04", "9999999999999", "is too large", "million millions"),
        ("week > 1,5", "E04", "week > 1,5", "may not stand", "one and a half as 1.5"),
        ("seen(sour_revue)", "E05", "sour_revue", "no card `sour_revue`", "`sour_review`"),
        ("seen", "E07", "seen", "`seen` needs brackets", "Write seen(card)"),
        ("seen()", "E07", "seen()", "takes 1 in its brackets; here are 0", "seen(card)"),
        ("seen(3)", "E05", "3", "There is no card `3`.", "open-day-2, screenshot, sour_review"),
        ("seen(week > 3)", "E07", "week > 3", "the id of a card is needed", "sour_review"),
    ],
)
def test_a_mistake_is_named_placed_and_mended(
    source: str, code: str, marked: str, text: str, remedy: str
) -> None:
    error = only_error(source)
    assert (error.code, source[error.start : error.end]) == (code, marked)
    assert text in error.text
    assert remedy in error.remedy
    with pytest.raises(ConditionError, match=r"."):
        compile_condition(source, VOCABULARY)


def test_all_mistakes_are_found_in_one_go_each_with_its_line() -> None:
    errors = find_errors(["trsuts > wek", "true", "seen(nothing_known)", "(("], VOCABULARY)
    assert [(error.line, error.code) for error in errors] == [
        (0, "E01"),
        (0, "E01"),
        (2, "E05"),
        (3, "E02"),
    ]


def test_one_mistake_does_not_bring_forth_others() -> None:
    assert len(find_errors("not (trsuts + 3) > 5 and trusts > 1", VOCABULARY)) == 1


ATTACKS = [
    "9**9**9 > 1",
    "'a' * 10**9",
    "().__class__.__bases__[0].__subclasses__()",
    "trusts.__class__",
    "[x for x in seen]",
    "(x for x in trusts)",
    "lambda: trusts",
    "f'{trusts}'",
    "trusts if week else energy",
    "(trusts := 3) > 1",
    "__import__",
    "seen(*week)",
    "seen(card=sour_review)",
    "week << 99999 > 1",
    "yield",
    "await week",
    "...",
    "None",
    "week is week",
    "0x10 > week",
    "1_000 > week",
    "3j > week",
    "\uff54rusts > 3",
    "trusts > 3\x00",
    "(" * 150 + ")" * 150,
    "(" * 145 + "true" + ")" * 145,
    "-" * 290 + "1 > 0",
    "not " * 70 + "true",
    "true" + " and true" * 5000,
    "1" + " + 1" * 70 + " > 3",
    " * ".join(["999999999999"] * 11) + " > 3",
    "9" * 299 + ">1",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_refused_at_once(attack: str) -> None:
    assert min(timeit.repeat(lambda: find_errors(attack, VOCABULARY), number=1, repeat=3)) < 0.1
    assert find_errors(attack, VOCABULARY)
    with pytest.raises(ConditionError, match=r"."):
        compile_condition(attack, VOCABULARY)


PIECES = [
    *VOCABULARY.names(), *"0123456789.()<>=!+-*/,#&|[]{}'\" \n\t\\@:;^%~", "and", "or", "not", "**",
    "true", "if", "else", "lambda", "sour_review", "x", "\u00a0", "\u00e9", "\u2265",
    "\U0001f422", "\x00",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=60))
@example("seen(seen)")
@example("*(trusts)")
def test_any_text_is_either_compiled_or_refused_with_a_place(text: str) -> None:
    errors = find_errors(text, VOCABULARY)
    for error in errors:
        assert 0 <= error.start < error.end <= max(1, len(text))
        assert error.text
        assert error.remedy
    if not errors:
        assert compile_condition(text, VOCABULARY).holds(STATE) in (True, False)


NUMBERS = st.sampled_from(["trusts", "week", "followers", "3", "0.5", "weeks_since(sour_review)"])
SUMS = st.recursive(
    NUMBERS,
    lambda part: st.tuples(part, st.sampled_from(["+", "-"]), part).map(
        lambda bits: f"({bits[0]} {bits[1]} {bits[2]})"
    ),
    max_leaves=4,
)
FLAGS = st.recursive(
    st.tuples(SUMS, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), SUMS).map(" ".join),
    lambda part: (
        st.tuples(part, st.sampled_from(["and", "or"]), part).map(" ".join)
        | part.map(lambda text: f"not ({text})")
    ),
    max_leaves=3,
)


@given(FLAGS)
def test_a_condition_is_worth_what_python_says(text: str) -> None:
    names = {**STATE, "sour_review": "sour_review"}
    if not find_errors(text, VOCABULARY):
        assert holds(text) is bool(eval(text, {"__builtins__": {}}, names))


def test_asking_costs_less_than_a_microsecond() -> None:
    condition = compile_condition("trusts >= 30 and week > 10 and not (energy > 2)", VOCABULARY)
    best = min(timeit.repeat(lambda: condition.holds(STATE), number=10_000, repeat=7))
    assert best / 10_000 < 1e-6


def test_words_of_the_language_are_no_ids() -> None:
    assert all(is_reserved(word) for word in ("and", "true", "pass", "import"))
    assert not is_reserved("sour_review")

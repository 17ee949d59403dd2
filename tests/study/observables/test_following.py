"""Who stops following, and why: all of R8's reasons show, and none of them where its mechanism is taken away."""

from __future__ import annotations

import pytest

from tests.study.observables.valued import value

LUCKS = 8  # by luck alone all of them show something one time in two hundred


def test_all_the_reasons_of_the_source_show() -> None:
    assert value("causes_of_unfollowing", LUCKS) == 1


@pytest.mark.parametrize(
    ("mechanism", "off"),
    [
        ("reciprocal", 1.0),
        ("acknowledged", 1.0),
        ("age", 0.0),
        ("overlap", 0.0),
        ("information", 1.0),
        ("burst", 0.0),
        ("dull", 0.0),
        ("offers", 0.0),
    ],
)
def test_a_reason_does_not_show_without_its_mechanism(mechanism: str, off: float) -> None:
    assert value("causes_of_unfollowing", LUCKS, fatigue={mechanism: off}) < 0.95


def test_a_personal_voice_grows_closer_and_is_hurt_more() -> None:
    assert value("sincere_grows_and_is_hurt_more_exciting_flat", 2) == 1

"""Views wait until their day has come, however far ahead it lies."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from game.sim.clock import DAY, MORNING
from game.sim.kernels.viewing import Views
from game.sim.views import day_of, take_up

FURTHEST = 300  # days ahead: three seasons and a part of one


@given(
    today=some.integers(0, 400), ahead=some.lists(some.integers(0, FURTHEST), min_size=1, max_size=40)
)  # fmt: skip
def test_what_is_put_off_comes_up_on_its_day(today: int, ahead: list[int]) -> None:
    days = np.array(ahead) + today
    nth = np.arange(len(ahead))
    world: Any = SimpleNamespace(waiting={}, tomorrow=[], quiet=True)
    world.later = [Views.of(nth, nth, MORNING + days * DAY + nth, nth, 0)]
    for day in range(today, today + FURTHEST + 1):
        world.now, world.today = MORNING + day * DAY, []
        take_up(world)
        came = [number for views in world.today for number in views.post.tolist()]
        assert sorted(came) == nth[days == day].tolist()
        assert all(day_of(second) == day for views in world.today for second in views.second)
    assert world.waiting == {}

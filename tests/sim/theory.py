"""Queueing theory: what the literature says of three queues, as small functions that the inbox is compared with.

Times are in any one unit, rates in its inverse. The comparison is in `test_queue.py` and `test_queue_theory.py`.
"""

from __future__ import annotations

from typing import NamedTuple

TINY = 1e-14  # a probability, relative to the sum so far, below which a series is cut off


def mm1_wait(arrivals: float, service: float) -> float:
    """The mean wait before service in M/M/1: load times *service* over 1 - load (Erlang 1909; Kleinrock 1975, 3.2).

    *arrivals* is their rate, *service* the mean time of one. Raises `ValueError` where the load is 1 or more.
    """
    return mg1_wait(arrivals, service, service * service)


def mg1_wait(arrivals: float, service: float, variance: float) -> float:
    """The mean wait before service in M/G/1: arrivals x E[S^2] / (2 (1 - load)) (Pollaczek 1930, Khinchine 1932).

    *variance* is that of the service time; 0 gives M/D/1. Raises `ValueError` where the load is 1 or more.
    """
    load = arrivals * service
    if not 0 <= load < 1:
        raise ValueError(f"A queue without end needs a load below 1, not {load:g}.")
    return arrivals * (variance + service * service) / (2 * (1 - load))


class Impatient(NamedTuple):
    """What Erlang-A says: the mean number waiting, the mean wait of all who come, the share who give up."""

    number_waiting: float
    wait: float
    abandoned: float


def erlang_a(arrivals: float, service: float, patience: float) -> Impatient:
    """M/M/1+M: one server, exponential patience while waiting (Palm 1957; Mandelbaum & Zeltyn 2007).

    The number there is a birth-and-death chain: birth at rate *arrivals*, with n there death at 1 / *service* plus
    (n - 1) / *patience*. Its stationary probabilities are exact sums; they exist under any load.
    """
    weight, total, waiting, there = 1.0, 1.0, 0.0, 0
    while (
        there == 0 or weight > TINY * total or arrivals * service > 1 + there * service / patience
    ):
        there += 1
        weight *= arrivals / (1 / service + (there - 1) / patience)
        total += weight
        waiting += (there - 1) * weight
    number = waiting / total
    # who waits gives up at rate 1 / patience each; Little: number = arrivals x wait
    return Impatient(number, number / arrivals, number / patience / arrivals)

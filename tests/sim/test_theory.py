"""The functions of queueing theory agree with each other, with closed forms and with a chain solved by hand."""

from __future__ import annotations

import numpy as np
import pytest

from tests.sim.theory import erlang_a, mg1_wait, mm1_wait


@pytest.mark.parametrize("load", [0.1, 0.5, 0.9])
def test_the_wait_in_m_m_1_is_the_load_over_one_minus_the_load(load: float) -> None:
    assert mm1_wait(load / 6, 6) == pytest.approx(6 * load / (1 - load))


def test_a_steady_service_halves_the_wait() -> None:
    assert mg1_wait(0.1, 6, 0) == pytest.approx(mm1_wait(0.1, 6) / 2)


def test_a_queue_without_end_has_no_mean() -> None:
    with pytest.raises(ValueError, match="below 1"):
        mm1_wait(1, 1)


def test_senders_of_endless_patience_make_it_m_m_1() -> None:
    patient = erlang_a(0.1, 6, 1e9)
    assert patient.wait == pytest.approx(mm1_wait(0.1, 6), rel=1e-4)
    assert patient.abandoned == pytest.approx(0, abs=1e-6)


def test_senders_of_no_patience_make_it_a_loss_system() -> None:
    load = 0.8
    assert erlang_a(load / 6, 6, 1e-9).abandoned == pytest.approx(load / (1 + load), rel=1e-4)


@pytest.mark.parametrize("load", [0.5, 1.0, 3.0])
def test_erlang_a_is_the_stationary_state_of_its_chain(load: float) -> None:
    arrivals, service, patience, most = load / 6, 6.0, 20.0, 200
    there = np.arange(most)
    death = np.where(there > 0, 1 / service + np.maximum(there - 1, 0) / patience, 0)
    chain = np.diag(np.full(most - 1, arrivals), 1) + np.diag(death[1:], -1)
    chain -= np.diag(chain.sum(axis=1))
    equations = np.vstack([chain.T, np.ones(most)])
    state = np.linalg.lstsq(equations, np.append(np.zeros(most), 1), rcond=None)[0]
    waiting = float((np.maximum(there - 1, 0) * state).sum())
    assert erlang_a(arrivals, service, patience).number_waiting == pytest.approx(waiting, rel=1e-6)

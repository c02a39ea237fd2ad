"""The lease on every place."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from heymilo_ops.errors import LockedError
from heymilo_ops.statefile.backend import Backend
from heymilo_ops.statefile.lease import (
    TERM_S,
    Holder,
    Lease,
    LeaseTiming,
    LockRequest,
    acquire_lease,
    current_lease,
    hold_lease,
    unlock_lease,
)
from tests.statefile.contract.conftest import Place

ADA = Holder("Ada", "apply", "ci-7", 4711, "2026-11-24T08:00:00+00:00")
RACERS = 4


def after_a_term(backend: Backend, who: Holder, together: Callable[[], object] = lambda: None) -> Lease:
    """As one who watched a lease for a whole term, and has no time for another."""
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += TERM_S
        together()

    return acquire_lease(backend, LockRequest(who, TERM_S), LeaseTiming(sleep=sleep, clock=lambda: now[0]))


def test_one_holds_it_and_the_next_is_told_who(place: Place) -> None:
    one, other = place.open(), place.open()
    with (
        hold_lease(one, LockRequest(ADA)) as lease,
        pytest.raises(LockedError, match=r"Ada \(apply\) on ci-7"),
        hold_lease(other, LockRequest(ADA)),
    ):
        raise AssertionError("two holders")
    assert current_lease(other) is None
    with hold_lease(other, LockRequest(ADA)) as second:
        assert second.epoch == lease.epoch + 1


def test_it_is_renewed_and_lost_to_who_takes_it_over(place: Place) -> None:
    one, other = place.open(), place.open()
    first = acquire_lease(one, LockRequest(ADA))
    assert first.renew()
    second = after_a_term(other, replace(ADA, who="Bob"))
    assert second.epoch == 2
    assert first.renew() is False
    first.release()
    assert second.renew()
    second.release()


def test_of_those_who_take_it_over_at_once_one_gets_it(place: Place) -> None:
    clients = [place.open() for _ in range(RACERS)]
    acquire_lease(clients[0], LockRequest(ADA))
    start = threading.Barrier(RACERS)

    def run(number: int) -> Lease | None:
        try:
            return after_a_term(clients[number], replace(ADA, who=str(number)), start.wait)
        except LockedError:
            return None

    with ThreadPoolExecutor(RACERS) as pool:
        taken = [lease for lease in pool.map(run, range(RACERS)) if lease]
    assert [(lease.epoch, lease.renew()) for lease in taken] == [(2, True)]


def test_a_takeover_leaves_an_epoch_unsealed_and_giving_back_does_not(place: Place) -> None:
    one, other = place.open(), place.open()
    acquire_lease(one, LockRequest(ADA))
    second = after_a_term(other, replace(ADA, who="Bob"))
    assert (second.epoch, second.unsealed) == (2, (1,))
    second.release()
    third = acquire_lease(one, LockRequest(ADA, epoch_floor=7))
    assert (third.epoch, third.unsealed) == (8, (1, 7))
    assert third.sealed()
    third.release()
    fourth = acquire_lease(other, LockRequest(ADA))
    assert (fourth.epoch, fourth.unsealed) == (9, ())
    assert unlock_lease(one, fourth.terms.lease_id)
    assert acquire_lease(one, LockRequest(ADA)).unsealed == (9,)


def test_a_holder_that_was_paused_past_its_term_holds_nothing(place: Place) -> None:
    """It stopped in the midst of its work; its clock went on."""
    one, other = place.open(), place.open()
    now = [0.0]
    paused = acquire_lease(one, LockRequest(ADA), LeaseTiming(clock=lambda: now[0]))
    paused.require(TERM_S)
    second = after_a_term(other, replace(ADA, who="Bob"))
    now[0] += TERM_S + 1
    with pytest.raises(LockedError, match="was lost"):
        paused.require(0.1)
    assert paused.renew() is False
    assert paused.sealed() is False
    assert paused.remaining() == 0
    paused.release()
    found = current_lease(one)
    assert found is not None
    assert (found.holder.who, found.epoch) == ("Bob", 2)
    assert second.renew()


def test_a_holder_that_was_paused_and_not_taken_over_holds_on(place: Place) -> None:
    now = [0.0]
    paused = acquire_lease(place.open(), LockRequest(ADA), LeaseTiming(clock=lambda: now[0]))
    now[0] += TERM_S + 1
    with pytest.raises(LockedError):
        paused.require(0.1)
    assert paused.renew()
    paused.require(TERM_S)

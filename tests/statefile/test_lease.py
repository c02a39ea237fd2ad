from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from heymilo_ops.errors import Exit, LockedError, StateError
from heymilo_ops.review.advice import help_text
from heymilo_ops.statefile import lease as lease_module
from heymilo_ops.statefile.backend import Conflict
from heymilo_ops.statefile.lease import (
    LEASE_KEY,
    Holder,
    Lease,
    LeaseTiming,
    LockRequest,
    Process,
    acquire_lease,
    boot_clock,
    current_lease,
    decode_lease,
    encode_lock,
    hold_lease,
    unlock_lease,
)
from tests.statefile.memory_backend import MemoryBackend

ADA = Holder("Ada <ada@example.org>", "apply", "ci-7", 4711, "2026-11-24T08:00:00+00:00")
BOB = Holder("Bob", "rollback", "laptop", 12, "2026-11-24T09:00:00+00:00")
FAR = "2999-01-01T00:00:00+00:00"


class Time:
    """A clock that sleeping moves; ``on_sleep`` is called after each."""

    def __init__(self, on_sleep: Callable[[], object] = lambda: None) -> None:
        self.now = 1000.0
        self.on_sleep = on_sleep

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds
        self.on_sleep()

    def clock(self) -> float:
        return self.now


class Place(MemoryBackend):
    """A backend that fails when told to: before it stored, or after."""

    def __init__(self) -> None:
        super().__init__()
        self.fails = ""

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        if self.fails == "before":
            raise StateError("no network")
        version = super().put(key, data, expected)
        if self.fails == "after":
            raise StateError("no answer")
        return version


@pytest.fixture
def place() -> Place:
    return Place()


@pytest.fixture
def time_() -> Time:
    return Time()


def take(place: Place, who: Holder, time_: Time, timeout_s: float = 0.0) -> Lease:
    return acquire_lease(
        place, LockRequest(who, timeout_s, "s3://acme"), LeaseTiming(sleep=time_.sleep, clock=time_.clock)
    )


def rewrite(place: Place, **changes: object) -> None:
    """The lease document as another holder would have left it."""
    found = place.get(LEASE_KEY)
    assert found is not None
    place.put(LEASE_KEY, encode_lock(replace(decode_lease(found.data), **changes)), found.version)  # type: ignore[arg-type]


def test_somebody_elses_lease_is_printed_whole(place: Place, time_: Time) -> None:
    lease = take(place, ADA, time_)
    with pytest.raises(LockedError) as caught:
        take(place, BOB, time_)
    assert caught.value.exit is Exit.STALE
    assert caught.value.message == (
        "s3://acme is locked by Ada <ada@example.org> (apply) on ci-7, process 4711, since 2026-11-24T08:00:00+00:00; "
        f"unless renewed, the lock ends at {lease.terms.expires_at}"
    )
    assert f"state unlock {lease.terms.lease_id}" in help_text(caught.value.help)


def test_waiting_ends(place: Place, time_: Time) -> None:
    take(place, ADA, time_)
    with pytest.raises(LockedError, match="still locked after waiting 7 seconds"):
        take(place, BOB, time_, 7)
    assert time_.now == 1007


def test_who_waits_gets_it_when_it_is_given_back(place: Place, time_: Time) -> None:
    first = take(place, ADA, time_)
    time_.on_sleep = first.release
    second = take(place, BOB, time_, 60)
    assert (first.epoch, second.epoch) == (1, 2)
    assert time_.now < 1005
    assert first.remaining() == 0
    assert second.remaining() == lease_module.TERM_S


def test_a_lease_that_nobody_renews_is_taken_after_a_whole_term(place: Place, time_: Time) -> None:
    first = take(place, ADA, time_)
    time_.now += 100  # not watched, so not counted
    second = take(place, BOB, time_, 500)
    assert time_.now == 1000 + 100 + lease_module.TERM_S
    assert second.epoch == 2
    assert first.remaining() == 0
    assert first.renew() is False
    first.release()
    found = current_lease(place)
    assert found is not None
    assert found.holder == BOB


def test_a_lease_that_is_renewed_is_not_taken(place: Place, time_: Time) -> None:
    first = take(place, ADA, time_)
    last = [time_.now]

    def beat() -> None:
        if time_.now - last[0] >= lease_module.BEAT_S:
            last[0] = time_.now
            assert first.renew()

    time_.on_sleep = beat
    with pytest.raises(LockedError):
        take(place, BOB, time_, 1000)
    assert first.remaining() > 0


def test_a_lease_that_calls_itself_over_is_watched_without_being_told(place: Place, time_: Time) -> None:
    take(place, ADA, time_)
    rewrite(place, beat="x", expires_at="2026-01-01T00:00:00+00:00")
    assert take(place, BOB, time_).epoch == 2
    assert time_.now == 1000 + lease_module.TERM_S


@pytest.mark.parametrize("text", ["nonsense", "2026-01-01T00:00:00", 7])
def test_an_expiry_that_can_not_be_read_counts_as_over(place: Place, time_: Time, text: object) -> None:
    take(place, ADA, time_)
    rewrite(place, beat="x", expires_at=text)
    assert take(place, BOB, time_).epoch == 2


def test_a_clock_that_is_ahead_does_not_take_a_lease_that_is_alive(place: Place, time_: Time) -> None:
    first = take(place, ADA, time_)
    rewrite(place, expires_at="2026-01-01T00:00:00+00:00")

    def beat() -> None:
        assert first.renew()
        rewrite(place, expires_at="2026-01-01T00:00:00+00:00")

    time_.on_sleep = beat
    with pytest.raises(LockedError):
        take(place, BOB, time_)


def test_a_process_of_this_host_that_ended_holds_nothing(place: Place, time_: Time) -> None:
    first = take(place, ADA, time_)
    if not first.terms.process.boot:
        pytest.skip("no /proc: nothing is known of processes")
    rewrite(place, process=replace(first.terms.process, started="1"), expires_at=FAR)
    assert take(place, BOB, time_).epoch == 2
    assert time_.now == 1000


def test_of_a_process_elsewhere_nothing_is_known(place: Place, time_: Time) -> None:
    take(place, ADA, time_)
    rewrite(place, process=Process("another boot", "pid", 1, "1"))
    with pytest.raises(LockedError):
        take(place, BOB, time_)


def test_what_remains_counts_from_before_the_renewal(place: Place, time_: Time) -> None:
    lease = take(place, ADA, time_)
    time_.now += 50
    assert lease.remaining() == 70
    lease.require(70)
    with pytest.raises(LockedError, match="was lost"):
        lease.require(71)
    assert lease.renew()
    assert lease.remaining() == 120
    time_.now += 1000
    assert lease.remaining() == 0


def test_the_time_that_a_write_takes_is_not_held(time_: Time) -> None:
    class Slow(Place):
        def put(self, key: str, data: bytes, expected: str | None) -> str:
            time_.now += 15
            return super().put(key, data, expected)

    lease = take(Slow(), ADA, time_)
    assert lease.remaining() == 105
    time_.now += 20
    assert lease.renew()
    assert lease.remaining() == 105


@pytest.mark.parametrize("fails", ["before", "after"])
def test_a_renewal_that_fails_is_tried_again(place: Place, time_: Time, fails: str) -> None:
    lease = take(place, ADA, time_)
    time_.now += 20
    place.fails = fails
    with pytest.raises(StateError):
        lease.renew()
    assert lease.remaining() == 100
    place.fails = ""
    assert lease.renew()
    assert lease.remaining() == 120


def test_a_takeover_in_the_midst_of_a_renewal_wins(place: Place, time_: Time, monkeypatch: pytest.MonkeyPatch) -> None:
    lease = take(place, ADA, time_)

    def conflict(key: str, data: bytes, expected: str | None) -> str:
        raise Conflict(key)

    monkeypatch.setattr(place, "put", conflict)
    assert lease.renew() is False
    assert lease.remaining() == 0


def test_a_lease_document_that_vanished_is_lost(place: Place, time_: Time) -> None:
    lease = take(place, ADA, time_)
    place.delete(LEASE_KEY)
    assert lease.renew() is False
    assert place.get(LEASE_KEY) is None


def test_unlock_takes_the_id_that_was_shown(place: Place, time_: Time) -> None:
    assert unlock_lease(place, "x") is None
    lease = take(place, ADA, time_)
    assert unlock_lease(place, "x") is None
    found = unlock_lease(place, lease.terms.lease_id)
    assert found is not None
    assert found.holder == ADA
    assert unlock_lease(place, lease.terms.lease_id) is None
    assert lease.renew() is False
    assert take(place, BOB, time_).epoch == 2


def test_unlock_of_a_lease_that_is_renewed_just_now(place: Place, time_: Time, monkeypatch: pytest.MonkeyPatch) -> None:
    lease = take(place, ADA, time_)
    real = place.get

    def get(key: str) -> object:
        found = real(key)
        monkeypatch.setattr(place, "get", real)
        assert lease.renew()
        return found

    monkeypatch.setattr(place, "get", get)
    with pytest.raises(StateError, match="renewed just now"):
        unlock_lease(place, lease.terms.lease_id)


@pytest.mark.parametrize("data", [b"", b"nonsense", b"[1]", b"{}", b'{"holder": {}}', b'{"epoch": "x"}', b"\xff"])
def test_nonsense_is_neither_taken_nor_written_over(place: Place, time_: Time, data: bytes) -> None:
    place.create(LEASE_KEY, data)
    with pytest.raises(StateError, match="can't be understood"):
        take(place, ADA, time_)
    found = place.get(LEASE_KEY)
    assert found is not None
    assert found.data == data


def test_it_is_renewed_in_the_background_and_given_back(place: Place) -> None:
    seen = set()
    with hold_lease(place, LockRequest(ADA), LeaseTiming(term_s=30, beat_s=0.01)) as lease:
        until = time.monotonic() + 20
        while len(seen) < 4 and time.monotonic() < until:
            found = current_lease(place)
            assert found is not None
            seen.add(found.beat)
        assert lease.remaining() > 0
    assert len(seen) == 4
    assert current_lease(place) is None
    assert not [each for each in threading.enumerate() if each.name == "lease"]


def test_it_is_given_back_after_an_error(place: Place) -> None:
    with pytest.raises(KeyboardInterrupt), hold_lease(place, LockRequest(ADA)):
        raise KeyboardInterrupt
    assert current_lease(place) is None


def test_a_place_that_fails_meanwhile_ends_in_no_error_of_its_own(place: Place) -> None:
    with hold_lease(place, LockRequest(ADA), LeaseTiming(term_s=30, beat_s=0.01)) as lease:
        place.fails = "before"
        time.sleep(0.05)
        assert lease.remaining() < 30
    place.fails = ""
    assert current_lease(place) is not None


def test_the_background_ends_when_the_lease_is_lost(place: Place) -> None:
    with hold_lease(place, LockRequest(ADA), LeaseTiming(beat_s=0.01)) as lease:
        until = time.monotonic() + 20
        while lease.remaining() and time.monotonic() < until:
            with suppress(StateError):  # renewed just now
                unlock_lease(place, lease.terms.lease_id)
            time.sleep(0.005)
        with pytest.raises(LockedError):
            lease.require(0.1)


def test_the_clock_counts_suspension_where_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    assert boot_clock() <= boot_clock()
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    assert boot_clock() <= time.monotonic()


def stored(place: Place) -> dict[str, Any]:
    found = place.get(LEASE_KEY)
    assert found is not None
    document: dict[str, Any] = json.loads(found.data)
    return document


def test_the_epoch_is_higher_than_any_that_is_known(place: Place, time_: Time) -> None:
    first = acquire_lease(place, LockRequest(ADA, epoch_floor=7), LeaseTiming(clock=time_.clock))
    assert first.epoch == 8
    first.release()
    assert acquire_lease(place, LockRequest(ADA, epoch_floor=3), LeaseTiming(clock=time_.clock)).epoch == 9
    with hold_lease(MemoryBackend(), LockRequest(ADA, epoch_floor=5)) as held:
        assert held.epoch == 6


def test_an_epoch_that_is_known_from_elsewhere_alone_is_unsealed(place: Place, time_: Time) -> None:
    first = acquire_lease(place, LockRequest(ADA, epoch_floor=7), LeaseTiming(clock=time_.clock))
    assert first.unsealed == (7,)
    assert first.sealed()
    first.release()
    assert acquire_lease(place, LockRequest(ADA, epoch_floor=8), LeaseTiming(clock=time_.clock)).unsealed == ()


def test_what_was_given_back_is_sealed(place: Place, time_: Time) -> None:
    take(place, ADA, time_).release()
    assert take(place, BOB, time_).unsealed == ()


def test_what_was_watched_to_its_end_is_unsealed_until_somebody_seals_it(place: Place, time_: Time) -> None:
    take(place, ADA, time_)
    second = take(place, BOB, time_, 500)
    assert second.unsealed == (1,)
    third = take(place, ADA, time_, 500)
    assert third.unsealed == (1, 2)
    assert third.renew()
    assert stored(place)["unsealed"] == [1, 2]
    third.release()
    fourth = take(place, BOB, time_)
    assert fourth.unsealed == (1, 2)
    assert fourth.sealed()
    assert fourth.unsealed == ()
    assert stored(place)["unsealed"] == []
    fourth.release()
    assert take(place, ADA, time_).unsealed == ()


def test_what_ended_on_this_host_is_unsealed(place: Place, time_: Time) -> None:
    first = take(place, ADA, time_)
    if not first.terms.process.boot:
        pytest.skip("no /proc: nothing is known of processes")
    rewrite(place, process=replace(first.terms.process, started="1"))
    assert take(place, BOB, time_).unsealed == (1,)


def test_what_somebody_else_gave_back_is_unsealed(place: Place, time_: Time) -> None:
    lease = take(place, ADA, time_)
    assert unlock_lease(place, lease.terms.lease_id)
    lease.release()
    second = take(place, BOB, time_)
    assert second.unsealed == (1,)
    assert unlock_lease(place, second.terms.lease_id)
    assert take(place, ADA, time_).unsealed == (1, 2)


def test_sealing_that_can_not_be_written_is_written_with_the_next_renewal(place: Place, time_: Time) -> None:
    take(place, ADA, time_)
    lease = take(place, BOB, time_, 500)
    place.fails = "before"
    with pytest.raises(StateError):
        lease.sealed()
    place.fails = ""
    assert stored(place)["unsealed"] == [1]
    assert lease.renew()
    assert stored(place)["unsealed"] == []


def test_a_holder_that_lost_it_seals_nothing(place: Place, time_: Time) -> None:
    take(place, ADA, time_)
    second = take(place, BOB, time_, 500)
    third = take(place, ADA, time_, 500)
    assert second.sealed() is False
    assert third.renew()
    assert stored(place)["unsealed"] == [1, 2]


def test_a_lease_of_before_there_were_unsealed_epochs(place: Place, time_: Time) -> None:
    take(place, ADA, time_)
    found = place.get(LEASE_KEY)
    assert found is not None
    document = json.loads(found.data)
    del document["unsealed"]
    place.put(LEASE_KEY, json.dumps(document).encode(), found.version)
    assert take(place, BOB, time_, 500).unsealed == (1,)

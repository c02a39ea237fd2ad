from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from heymilo_ops.errors import Exit, LockedError, StateError
from heymilo_ops.review.advice import help_text
from heymilo_ops.statefile import folder as folder_module
from heymilo_ops.statefile.backend import Backend
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.lease import Holder, LockRequest, this_holder
from heymilo_ops.statefile.lock import INFO_KEY, current_holder, hold_lock
from heymilo_ops.statefile.store import StateStore
from tests.statefile.memory_backend import MemoryBackend

ADA = Holder("Ada <ada@example.org>", "apply", "ci-7", 4711, "2026-11-24T08:00:00+00:00")
BOB = Holder("Bob", "rollback", "laptop", 12, "2026-11-24T09:00:00+00:00")


class Time:
    """A clock that sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.naps: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now += seconds

    def clock(self) -> float:
        return self.now


def test_somebody_elses_lock_is_printed_whole(folder: FolderBackend) -> None:
    with (
        hold_lock(folder, LockRequest(ADA)),
        pytest.raises(LockedError) as caught,
        hold_lock(folder, LockRequest(BOB, location="the/state")),
    ):
        raise AssertionError("two holders")
    assert caught.value.exit is Exit.STALE
    assert caught.value.message == (
        "the/state is locked by Ada <ada@example.org> (apply) on ci-7, process 4711, since 2026-11-24T08:00:00+00:00"
    )
    assert "--lock-timeout" in help_text(caught.value.help)


def test_waiting_ends(folder: FolderBackend) -> None:
    time_ = Time()
    second = hold_lock(folder, LockRequest(BOB, 1.7), sleep=time_.sleep, clock=time_.clock)
    with hold_lock(folder, LockRequest(ADA)), pytest.raises(LockedError, match="after waiting 2 seconds"), second:
        raise AssertionError("two holders")
    assert time_.naps == pytest.approx([0.5, 0.5, 0.5, 0.2])


def test_who_waits_gets_it_when_it_is_free(folder: FolderBackend) -> None:
    held = hold_lock(folder, LockRequest(ADA))
    held.__enter__()
    time_ = Time()

    def sleep(seconds: float) -> None:
        time_.sleep(seconds)
        if len(time_.naps) == 2:
            held.__exit__(None, None, None)

    with hold_lock(folder, LockRequest(BOB, 60), sleep=sleep, clock=time_.clock):
        assert current_holder(folder) == BOB
    assert len(time_.naps) == 2


def test_the_lock_is_free_afterwards(folder: FolderBackend) -> None:
    for _ in range(2):
        with hold_lock(folder, LockRequest(ADA)):
            assert current_holder(folder) == ADA
        assert current_holder(folder) is None


def test_the_lock_is_free_after_an_error(backend: Backend) -> None:
    with pytest.raises(KeyboardInterrupt) as caught, hold_lock(backend, LockRequest(ADA)):
        raise KeyboardInterrupt
    with hold_lock(backend, LockRequest(BOB)):
        assert caught.value.__traceback__ is not None  # which keeps the frames of the first, and so its lock object


def test_where_no_system_holds_a_lock_it_is_a_lease() -> None:
    backend = MemoryBackend()
    with hold_lock(backend, LockRequest(ADA, epoch_floor=6)) as first:
        assert first.epoch == 7
        assert first.unsealed == (6,), "of whom nothing is known"
        assert current_holder(backend) is None
        with pytest.raises(LockedError, match=r"^the/state is locked by Ada .*; unless renewed, the lock ends at"):
            hold_lock(backend, LockRequest(BOB, location="the/state")).__enter__()
        first.require(60)
        assert first.sealed()
    with hold_lock(backend, LockRequest(BOB)) as second:
        assert (second.epoch, second.unsealed) == (8, ())
    with pytest.raises(LockedError, match="was lost"):
        second.require(0.001)


def test_a_flock_is_held_for_as_long_as_its_process_lives(folder: FolderBackend) -> None:
    with hold_lock(folder, LockRequest(ADA, epoch_floor=6)) as lock:
        assert (lock.epoch, lock.unsealed) == (0, ())
        lock.require(1e9)
        lock.sealed()


def test_the_lock_file_stays(folder: FolderBackend) -> None:
    with hold_lock(folder, LockRequest(ADA)):
        pass
    assert (folder.root / "lock").exists()
    assert not (folder.root / INFO_KEY).exists()


def test_what_a_dead_holder_left_is_overwritten(folder: FolderBackend) -> None:
    folder.create(INFO_KEY, b"{}")
    assert current_holder(folder) is None
    with hold_lock(folder, LockRequest(BOB)):
        assert current_holder(folder) == BOB


@pytest.mark.parametrize("left", [b"", b"nonsense", b"[1]", b"{}", b'{"who": 1}'])
def test_a_holder_that_has_not_said_who_it_is(folder: FolderBackend, left: bytes) -> None:
    with hold_lock(folder, LockRequest(ADA)):
        (folder.root / INFO_KEY).write_bytes(left)
        with pytest.raises(LockedError, match="has not said who it is"), hold_lock(folder, LockRequest(BOB)):
            raise AssertionError("two holders")


def test_information_that_can_not_be_read(folder: FolderBackend) -> None:
    with hold_lock(folder, LockRequest(ADA)):
        (folder.root / INFO_KEY).unlink()
        (folder.root / INFO_KEY).mkdir()
        with pytest.raises(LockedError, match="has not said who it is"), hold_lock(folder, LockRequest(BOB)):
            raise AssertionError("two holders")
    (folder.root / INFO_KEY).rmdir()
    with hold_lock(folder, LockRequest(BOB)):
        pass


def test_a_place_that_can_not_be_locked(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with (
        pytest.raises(StateError, match="file"),
        hold_lock(FolderBackend(tmp_path / "file" / "state"), LockRequest(ADA)),
    ):
        raise AssertionError("held")


def test_a_lock_whose_holder_can_not_be_written_is_let_go(
    folder: FolderBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(folder_module.os, "fsync", full)
    folder.root.mkdir(parents=True)
    with pytest.raises(StateError), hold_lock(folder, LockRequest(ADA)):
        raise AssertionError("held")
    monkeypatch.undo()
    with hold_lock(folder, LockRequest(BOB)):
        pass


_HOLDER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.lease import LockRequest, this_holder
from heymilo_ops.statefile.lock import hold_lock
with hold_lock(FolderBackend(Path(sys.argv[1])), LockRequest(this_holder("child", "apply", datetime.now(UTC)))):
    print(flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def child(folder: FolderBackend) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(folder.root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
        process.kill()


def test_a_killed_holders_lock_is_free_at_once(folder: FolderBackend, child: subprocess.Popen[bytes]) -> None:
    with (
        pytest.raises(LockedError, match=rf"child \(apply\) on .*, process {child.pid}, since "),
        hold_lock(folder, LockRequest(BOB)),
    ):
        raise AssertionError("two holders")
    child.kill()
    child.wait()
    began = time.monotonic()
    with hold_lock(folder, LockRequest(BOB)):
        assert current_holder(folder) == BOB
    assert time.monotonic() - began < 0.4


def test_holder_is_this_process() -> None:
    import os
    import socket

    found = this_holder("Ada", "apply", datetime(2026, 11, 24, 8, 0, 0, 999, tzinfo=UTC))
    assert found == Holder("Ada", "apply", socket.gethostname(), os.getpid(), "2026-11-24T08:00:00+00:00")


def test_a_store_locks_its_own_place(store: StateStore) -> None:
    other = StateStore(store.backend, "the/state")
    with store.hold(ADA), pytest.raises(LockedError, match=r"^the/state is locked by Ada"), other.hold(BOB):
        raise AssertionError("two holders")

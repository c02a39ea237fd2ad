"""Being asked to stop while nothing is in flight: waiting for a lock, or for HeyMilo's patience."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest

from heymilo_ops.cli.interrupt import Signals
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.lease import this_holder
from heymilo_ops.statefile.store import StateStore
from tests.cli.conftest import KEY, Repo, Served


def applying(repo: Repo, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "heymilo_ops", "-C", str(repo.root), "apply", "--auto-approve", *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "HEYMILO_API_KEY": KEY},
    )


def test_a_rate_limit_is_not_waited_out(repo: Repo, served: Served) -> None:
    served.fault("rate_limit", retry_after="50")
    process = applying(repo, "--json")
    end = time.monotonic() + 30
    while not served.requests("POST"):
        assert time.monotonic() < end
        time.sleep(0.05)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=15)
    assert process.returncode == 130, err
    assert [each["result"] for each in json.loads(out)["outcomes"]] == ["rejected"]
    assert repo.state()["pending"] == []


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_a_lock_is_not_waited_out(repo: Repo, served: Served, asked: signal.Signals) -> None:
    folder = repo.root / ".heymilo/state/production"
    store = StateStore(FolderBackend(folder), "here")
    with store.hold(this_holder("somebody", "apply", datetime.now(UTC))):
        process = applying(repo, "--lock-timeout", "60")
        end = time.monotonic() + 30
        while not served.requests("GET"):
            assert time.monotonic() < end
            time.sleep(0.05)
        time.sleep(1.5)
        process.send_signal(asked)
        _, err = process.communicate(timeout=15)
    assert process.returncode == 130, err
    assert served.postings() == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_first_signal_asks_and_the_second_leaves(number: signal.Signals) -> None:
    stopping = Signals()
    before = signal.getsignal(number)
    with pytest.raises(KeyboardInterrupt), stopping.listening():
        try:
            os.kill(os.getpid(), number)
        except KeyboardInterrupt:
            pytest.fail("what was in flight is not awaited")
        assert stopping()
        os.kill(os.getpid(), number)
    assert signal.getsignal(number) is before


def test_a_hangup_is_ignored_under_nohup(monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    stopping = Signals()
    try:
        with stopping.listening():
            os.kill(os.getpid(), signal.SIGHUP)
        assert not stopping()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        monkeypatch.setattr("heymilo_ops.cli.interrupt.HANGUP", None)  # as on systems that have no such signal
        with stopping.listening():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)

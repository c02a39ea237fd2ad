from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from heymilo_ops.statefile import lease
from heymilo_ops.statefile.lease import Process, this_process

linux = pytest.mark.skipif(not Path("/proc/self/ns/pid").exists(), reason="no /proc: nothing is known of processes")


@pytest.fixture
def child() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as found:
        yield found
        found.kill()


def of(pid: int) -> Process:
    return replace(this_process(), pid=pid, started=lease._started(pid))


@linux
def test_this_process_is_not_gone() -> None:
    found = this_process()
    assert found.pid == os.getpid()
    assert found.boot and found.namespace and found.started
    assert not found.is_gone()


@linux
def test_a_killed_process_is_gone_even_before_its_parent_knows(child: subprocess.Popen[bytes]) -> None:
    found = of(child.pid)
    assert not found.is_gone()
    child.kill()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert found.is_gone()
    child.wait()
    assert found.is_gone()


@linux
def test_a_process_id_used_again_is_another_process() -> None:
    assert replace(this_process(), started="1").is_gone()


@linux
@pytest.mark.parametrize("other", [{"boot": "other"}, {"namespace": "other"}, {"boot": ""}])
def test_of_another_host_boot_or_container_nothing_is_known(other: dict[str, str]) -> None:
    assert not replace(this_process(), started="1", **other).is_gone()


def test_where_the_system_says_nothing_no_process_is_gone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(lease, "_PROC", tmp_path)
    found = this_process()
    assert found.boot == ""
    assert not found.is_gone()
    assert not replace(found, pid=1, started="5").is_gone()

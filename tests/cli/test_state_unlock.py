"""``state unlock``: a lock whose holder is gone."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from heymilo_ops.statefile import lease
from heymilo_ops.statefile.backend import Backend
from heymilo_ops.statefile.lease import Holder, LockRequest
from heymilo_ops.statefile.store import backend_for
from tests.cli.conftest import Repo, Served

ADA = Holder("Ada", "apply", "build-7", 4711, "2027-01-02T09:00:00+00:00")
HOLD = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.lease import LockRequest, this_holder
from heymilo_ops.statefile.lock import hold_lock
with hold_lock(FolderBackend(Path(sys.argv[1])), LockRequest(this_holder("Grace", "apply", datetime.now(UTC)))):
    print("held", flush=True)
    time.sleep(60)
"""


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def branch(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Backend:
    """The repo's state on a branch of its remote."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    origin = tmp_path / "origin.git"
    subprocess.run(["git", "init", "-q", "--bare", str(origin)], check=True)
    subprocess.run(["git", "init", "-q", str(repo.root)], check=True)
    subprocess.run(["git", "remote", "add", "origin", str(origin)], cwd=repo.root, check=True)
    config = repo.root / "heymilo.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("  production:", "  production:\n    state: git:origin/heymilo-state"), "utf-8")
    return backend_for("git:origin/heymilo-state", repo.root, "production")


def test_nothing_is_locked(repo: Repo, branch: Backend) -> None:
    done = repo.cli("state", "unlock", "0123456789abcdef", "--auto-approve")
    assert done.code == 0, done.text
    assert "Nothing is locked" in done.out


def test_another_lock_is_shown_and_stays(repo: Repo, branch: Backend) -> None:
    held = lease.acquire_lease(branch, LockRequest(ADA))
    refused = repo.cli("state", "unlock", "0123456789abcdef", "--auto-approve")
    assert refused.code == 1
    assert held.terms.lease_id in refused.err
    for word in ("Ada", "apply", "build-7", "4711", ADA.since[:10]):
        assert word in refused.out
    assert lease.current_lease(branch) == held.terms


def test_it_asks_first(repo: Repo, branch: Backend) -> None:
    held = lease.acquire_lease(branch, LockRequest(ADA))
    refused = repo.cli("state", "unlock", held.terms.lease_id)
    assert refused.code == 1
    assert "no terminal" in refused.err
    assert "it is still running" in flat(refused.out)
    assert lease.current_lease(branch) == held.terms


def test_the_lock_is_given_back_and_its_holder_refused(repo: Repo, served: Served, branch: Backend) -> None:
    held = lease.acquire_lease(branch, LockRequest(ADA))
    done = repo.cli("state", "unlock", held.terms.lease_id, "--auto-approve")
    assert done.code == 0, done.text
    assert lease.current_lease(branch) is None
    assert held.renew() is False
    assert repo.cli("state", "unlock", held.terms.lease_id, "--auto-approve").code == 0


def test_a_holder_of_another_host_can_not_be_seen(repo: Repo, branch: Backend) -> None:
    held = lease.acquire_lease(branch, LockRequest(ADA))
    elsewhere = replace(held.terms, process=replace(held.terms.process, boot="another"))
    stored = branch.get(lease.LEASE_KEY)
    assert stored
    branch.put(lease.LEASE_KEY, lease.encode_lock(elsewhere), stored.version)
    assert "can't be seen from here" in flat(repo.cli("state", "unlock", held.terms.lease_id).out)
    gone = replace(held.terms, process=replace(held.terms.process, started="1"))
    stored = branch.get(lease.LEASE_KEY)
    assert stored
    branch.put(lease.LEASE_KEY, lease.encode_lock(gone), stored.version)
    assert "it has ended" in flat(repo.cli("state", "unlock", held.terms.lease_id).out)


def test_the_lock_of_a_folder_goes_with_its_process(repo: Repo, served: Served) -> None:
    free = repo.cli("state", "unlock", "x")
    assert free.code == 0
    assert "Nothing is locked" in free.out
    assert not (repo.root / ".heymilo/state").exists(), "looking writes nothing"
    folder = repo.root / ".heymilo/state/production"
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    try:
        refused = repo.cli("state", "unlock", "x", "--auto-approve")
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    assert refused.code == 1
    assert "Grace" in refused.err
    assert f"process {process.pid}" in refused.err
    assert "goes the moment that ends" in flat(refused.err)
    time.sleep(0.05)
    assert repo.cli("state", "unlock", "x").code == 0

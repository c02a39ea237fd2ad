"""What happens once in a thousand runs, by the command line: what is held against it has to be reached from there."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.statefile import lease
from heymilo_ops.statefile.backend import Conflict
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.lease import Holder, LockRequest
from heymilo_ops.statefile.store import StateStore, backend_for
from tests.cli.conftest import KEY, Repo, Served

GO = ("apply", "--auto-approve")
ADA = Holder("Ada", "apply", "build-7", 4711, "2027-01-02T09:00:00+00:00")


def test_a_lock_is_waited_for_and_taken_over_from_who_may_still_write(
    repo: Repo, served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for arguments in (
        ("init", "-q", "--bare", "origin.git"),
        ("init", "-q", "."),
        ("remote", "add", "origin", str(tmp_path / "origin.git")),
    ):
        subprocess.run(["git", *arguments], cwd=repo.root, check=True)
    config = repo.root / "heymilo.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("  production:", "  production:\n    state: git:origin/heymilo-state"), "utf-8")
    assert repo.cli(*GO).code == 0
    branch = backend_for("git:origin/heymilo-state", repo.root, "production")
    held = lease.acquire_lease(branch, LockRequest(ADA))
    repo.edit("Support Agent", "Support Guide")
    refused = repo.cli(*GO)
    assert (refused.code, "locked by Ada" in refused.err) == (4, True), refused.text
    assert repo.cli("state", "unlock", held.terms.lease_id, "--auto-approve").code == 0
    done = repo.cli(*GO)
    assert done.code == 0, done.text
    assert not held.renew()
    assert len(served.postings(archived=False)) == 1


def test_a_create_that_comes_after_everybody_gave_it_up(repo: Repo, served: Served) -> None:
    served.fault("late_commit", times=1)
    assert repo.cli(*GO).code == 0
    (made,) = served.postings()
    served.commit_late()
    planned = repo.cli("plan")
    assert planned.code == 0 and "PL504" in planned.text, planned.text
    assert len(served.postings(archived=False)) == 2 and repo.posting()["posting_id"] == made["id"]


def test_a_posting_on_record_with_the_marks_of_what_is_looked_for(repo: Repo, served: Served) -> None:
    assert repo.cli(*GO).code == 0
    recorded = repo.posting()["posting_id"]
    repo.write("cook")
    served.leave_open()
    repo.cli(*GO)
    served.heal()
    state = StateStore(FolderBackend(repo.root / ".heymilo/state/production"), "here").read()
    assert state is not None
    (intent,) = state.unknown()
    marks = {"heymilo-ops": "acme-talent/production/cook@1", "heymilo-ops-op": f"{intent.op_id}/1"}
    served.edit(recorded, metadata={**marks, "heymilo-ops-digest": str(intent.digest)})
    unsettled = repo.cli(*GO)
    said = " ".join(unsettled.text.split())
    assert f"posting {recorded} carries the marks of that operation, and is on record as another one" in said
    assert len(served.postings()) == 1


def test_a_state_that_is_stored_and_reported_as_refused(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, twice = FolderBackend.put, []

    def put(self: FolderBackend, key: str, data: bytes, expected: str | None) -> str:
        version = real(self, key, data, expected)
        if key == "state.json" and len(twice) < 2:
            twice.append(key)
            raise Conflict(key)
        return version

    monkeypatch.setattr(FolderBackend, "put", put)
    done = repo.cli(*GO)
    assert (done.code, len(twice)) == (0, 2), done.text
    assert repo.posting()["status"] == "active"


@pytest.mark.parametrize("command", [("plan",), ("plan", "--json"), ("apply", "--auto-approve", "-v")])
def test_a_heymilo_that_says_the_key(repo: Repo, served: Served, command: tuple[str, ...]) -> None:
    assert repo.cli(*GO).code == 0
    served.edit(repo.posting()["posting_id"], title=f"Agent {KEY}")
    repo.edit("2035-01-31", "2035-02-28")
    assert KEY not in repo.cli(*command).text
    kept: list[Any] = [path.read_text("utf-8") for path in (repo.root / ".heymilo").rglob("*.json")]
    assert kept and KEY not in "".join(kept)


def test_somebody_elses_posting_has_the_name(repo: Repo, served: Served) -> None:
    made = served.create("support")
    planned = repo.cli("plan")
    assert "PL505" in planned.text and made in planned.text

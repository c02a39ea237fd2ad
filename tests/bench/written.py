"""What applying one changed posting writes: calls and bytes, with the fold of the state told apart.

Usage: written.py COUNT. In a repo of so many manifests, all applied, the one with number 0 is reworded and applied.
Prints JSON. HeyMilo is a stand-in that confirms at once, since only what is written to the state's place is counted.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from applied import write_state
from manifests import reword, write_repo

from heymilo_ops.apply.run import apply
from heymilo_ops.apply.run_context import Author, RunContext
from heymilo_ops.manifest.repo import load_repo
from heymilo_ops.model.live import Listing, Live
from heymilo_ops.plan.build import PlanInput, build
from heymilo_ops.remote.answer import Answer, ConfirmedAnswer
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.journal import STATE_KEY
from heymilo_ops.statefile.lease import this_holder
from heymilo_ops.statefile.store import StateStore


class Counting(FolderBackend):
    """A folder that counts what is written to it."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.calls = self.bytes = self.folds = self.fold_bytes = 0

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        """Count a replacement."""
        self._count(key, data)
        return super().put(key, data, expected)

    def create(self, key: str, data: bytes) -> str:
        """Count a new document."""
        self._count(key, data)
        return super().create(key, data)

    def delete_all(self, keys: Any) -> None:
        """Count a removal of several."""
        self.calls += 1
        super().delete_all(keys)

    def _count(self, key: str, data: bytes) -> None:
        if key == STATE_KEY:
            self.folds, self.fold_bytes = self.folds + 1, self.fold_bytes + len(data)
        else:
            self.calls, self.bytes = self.calls + 1, self.bytes + len(data)


class StandIn:
    """A HeyMilo that confirms at once."""

    def __init__(self, listed: Mapping[str, Live]) -> None:
        self.listed = listed

    def get(self, posting_id: str) -> Live | None:
        """As the real one."""
        return self.listed.get(posting_id)

    def list_all(self) -> list[Live]:
        """As the real one."""
        return list(self.listed.values())

    def create(self, body: Mapping[str, Any]) -> Answer:
        """As the real one."""
        return ConfirmedAnswer({"id": "f" * 24, "status": "active", "updated_at": 2.0})

    def update(self, posting_id: str, body: Mapping[str, Any]) -> Answer:
        """As the real one."""
        return ConfirmedAnswer({"id": posting_id, "status": "active", "updated_at": 2.0})

    def archive(self, posting_id: str) -> Answer:
        """As the real one."""
        return ConfirmedAnswer({"id": posting_id, "status": "archived"})

    def questions(self, posting_id: str) -> list[dict[str, Any]]:
        """As the real one."""
        return []


def main(count: int) -> None:
    """The program."""
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        root = Path(scratch)
        files = write_repo(root, count)
        write_state(root)
        reword(files[0])
        sys.stdout.write(json.dumps(written(root)) + "\n")


def written(root: Path) -> dict[str, int]:
    """Apply what changed; what that wrote."""
    backend = Counting(root / ".heymilo" / "state" / "production")
    store = StateStore(backend, "state")
    state = store.read()
    assert state is not None
    desired = load_repo(root).desired
    listed = {
        entry.posting_id: Live(entry.posting_id, address, address, "active", False, updated_at=entry.updated_at)
        for address, entry in state.postings.items()
    }
    plan = build(
        PlanInput(
            desired=desired,
            state=state,
            snapshots={
                each.digest: found for each in state.postings.values() if (found := store.snapshot(each.digest))
            },
            listing=Listing(listed),
            now=datetime.now(UTC),
            workspace="production",
            workspace_id="W1",
            project="bench",
            allow_large_change=True,
        )
    )
    now = datetime.now(UTC)
    with store.hold(this_holder("bench", "apply", now)):
        backend.calls = backend.bytes = 0
        context = RunContext(
            store=store,
            api=StandIn(listed),
            project="bench",
            workspace="production",
            author=Author("bench"),
            now=lambda: now,
        )
        outcomes = apply(plan, context)
        counted = {each: getattr(backend, each) for each in ("calls", "bytes", "folds", "fold_bytes")}
    assert len(outcomes) == 1
    return counted


if __name__ == "__main__":
    main(int(sys.argv[1]))

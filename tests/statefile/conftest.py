from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.model.state import PostingState, Revision, State
from heymilo_ops.statefile.backend import Backend
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.format import StoredSnapshot
from heymilo_ops.statefile.store import StateStore
from tests.statefile.clones import git
from tests.statefile.memory_backend import MemoryBackend


@pytest.fixture
def folder(tmp_path: Path) -> FolderBackend:
    return FolderBackend(tmp_path / "deep" / "state")


@pytest.fixture(params=["folder", "memory"])
def backend(request: pytest.FixtureRequest, folder: FolderBackend) -> Backend:
    return folder if request.param == "folder" else MemoryBackend()


@pytest.fixture
def store(backend: Backend) -> StateStore:
    return StateStore(backend, "the/state")


@pytest.fixture
def design() -> Desired:
    return desire(
        {
            "name": "baker",
            "title": "Baker é",
            "deadline": "2027-01-31T10:00:00+01:00",
            "ops": {"protect": True},
            "workflow": [{"type": "web_interview", "questions": [{"key": "why", "text": "Why bread?"}]}],
        },
        "postings/baker.yaml",
    )


@pytest.fixture
def snapshot(design: Desired) -> StoredSnapshot:
    return StoredSnapshot(
        digest=design.digest,
        canon=1,
        request=design.request,
        keys=design.keys,
        resolved=design.resolved,
        source=design.source,
        commit="a" * 40,
    )


def with_posting(state: State, **changes: Any) -> State:
    """The state with one posting in it."""
    digest = "sha256:" + "0" * 64
    revision = Revision(
        number=1,
        digest=digest,
        design_digest=digest,
        canon=1,
        posting_id="P1",
        applied_at="2026-11-24T00:00:00Z",
        applied_by="ada",
        source="postings/baker.yaml",
        action="create",
    )
    posting = PostingState(
        posting_id="P1", revision=1, digest=digest, status="active", revisions=(revision,), **changes
    )
    return state.model_copy(update={"postings": {"baker": posting}})


@pytest.fixture
def filled(store: StateStore) -> State:
    return with_posting(store.begin("acme", "production", "https://api.heymilo.ai"))


@pytest.fixture
def no_git_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No configuration of this machine."""
    for name in [each for each in os.environ if each.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "origin.git")
    return tmp_path / "origin.git"


@pytest.fixture
def clone(tmp_path: Path, origin: Path) -> Path:
    """A clone with two commits on ``main``, and work of all sorts under way."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "clone")
    found = tmp_path / "clone"
    git(found, "config", "user.name", "Ada")
    git(found, "config", "user.email", "ada@example.org")
    git(found, "remote", "add", "origin", "../origin.git")
    for text in ("one", "two"):
        (found / "file").write_text(text)
        git(found, "add", "file")
        git(found, "commit", "--quiet", "--message", text)
    git(found, "push", "--quiet", "--set-upstream", "origin", "main")
    (found / "staged").write_text("staged")
    git(found, "add", "staged")
    (found / "file").write_text("edited")
    (found / "untracked").write_text("untracked")
    return found

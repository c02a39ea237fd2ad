from __future__ import annotations

from pathlib import Path

import pytest

from heymilo_ops.errors import AdviceKind, StateError, advise
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.git_branch import GitBranchBackend
from heymilo_ops.statefile.object_store import ObjectStoreBackend
from heymilo_ops.statefile.store import backend_for


def test_no_address(tmp_path: Path) -> None:
    with pytest.raises(StateError):
        backend_for("ftp://x/y", tmp_path, "production")


@pytest.mark.parametrize(
    "state", ["state/production", "ROOT/state/production", "x/../state/production", "link/production"]
)
def test_a_folder_is_relative_to_the_repo(tmp_path: Path, state: str) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "x").mkdir()
    (tmp_path / "link").symlink_to("state")
    found = backend_for(state.replace("ROOT", str(tmp_path)), tmp_path, "production")
    assert isinstance(found, FolderBackend)
    assert found.root == tmp_path / "state/production"


@pytest.mark.parametrize(
    "state", ["/srv/state", "../state", "x/../../state", ".heymilo/state/production", ".git/state"]
)
def test_a_folder_outside_must_be_allowed(tmp_path: Path, state: str) -> None:
    root = tmp_path / "repo"
    (root / "x").mkdir(parents=True)
    (root / ".heymilo").symlink_to(tmp_path)
    with pytest.raises(StateError, match=r"can't be used: it .*leads") as caught:
        backend_for(state, root, "production")
    assert caught.value.help == advise(AdviceKind.ALLOW_OUTSIDE_STATE)
    found = backend_for(state, root, "production", outside=True)
    assert isinstance(found, FolderBackend)
    assert found.root == root / state


def test_a_folder_that_can_not_be_named(tmp_path: Path) -> None:
    with pytest.raises(StateError, match="no file can have this name"):
        backend_for("a\0b", tmp_path, "production")


def test_the_others_send_nothing_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "https://nowhere.example.org")
    assert isinstance(backend_for("s3://acme-state/x", tmp_path, "production"), ObjectStoreBackend)
    assert isinstance(backend_for("git:origin/heymilo-state", tmp_path, "production"), GitBranchBackend)

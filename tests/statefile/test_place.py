from __future__ import annotations

from pathlib import Path

import pytest

from heymilo_ops.errors import StateError
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.gitbranch import GitBranchBackend
from heymilo_ops.statefile.objectstore import ObjectStoreBackend
from heymilo_ops.statefile.place import backend_for


def test_no_address(tmp_path: Path) -> None:
    with pytest.raises(StateError):
        backend_for("ftp://x/y", tmp_path, "production")


@pytest.mark.parametrize("state", ["state/production", "/srv/state"])
def test_a_folder_is_relative_to_the_repo(tmp_path: Path, state: str) -> None:
    found = backend_for(state, tmp_path, "production")
    assert isinstance(found, FolderBackend)
    assert found.root == tmp_path / state


def test_the_others_send_nothing_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "https://nowhere.example.org")
    assert isinstance(backend_for("s3://acme-state/x", tmp_path, "production"), ObjectStoreBackend)
    assert isinstance(backend_for("git:origin/heymilo-state", tmp_path, "production"), GitBranchBackend)

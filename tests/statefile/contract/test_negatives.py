"""Servers that answer "done" to a condition they never looked at: the probe refuses them, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from heymilo_ops.errors import StateError
from tests.statefile.contract import servers
from tests.statefile.contract.conftest import bucket


@pytest.mark.parametrize(
    ("server", "said"),
    [
        (servers.localbucket, "it replaced a version that was gone"),
        (servers.nanio, "it wrote over a key that was to be new"),
    ],
    ids=["localbucket", "nanio"],
)
def test_a_store_that_ignores_conditions_is_refused(
    server: Callable[[Path], AbstractContextManager[int]], said: str, tmp_path: Path
) -> None:
    with server(tmp_path) as port:
        backend = bucket("s3", port, "acme")
        for write in (lambda: backend.create("a.json", b"1"), lambda: backend.put("a.json", b"1", '["x", null]')):
            with pytest.raises(StateError, match=said):
                write()
        assert backend.get("a.json") is None
        assert bucket("s3", port, "acme").list("") == []
    assert not [path for path in (tmp_path / "data").rglob("*.json") if path.is_file()]


def test_a_bucket_that_is_not_there(seaweedfs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.statefile.store import backend_for

    monkeypatch.setenv("AWS_ACCESS_KEY_ID", servers.S3_KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", servers.S3_SECRET)
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{seaweedfs}")
    backend = backend_for("s3://never-made/x", Path("/nowhere"), "production")
    with pytest.raises(StateError, match="there is no such bucket"):
        backend.get("a.json")


def test_a_wrong_secret(seaweedfs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servers, "S3_SECRET", "another")
    backend = bucket("s3", seaweedfs, "acme")
    for ask in (lambda: backend.get("a.json"), lambda: backend.create("a.json", b"1"), lambda: backend.list("")):
        with pytest.raises(StateError, match="refuses these credentials"):
            ask()


def test_a_wrong_azure_key(azurite: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servers, "AZURE_KEY", "YW5vdGhlcg==")
    with pytest.raises(StateError, match="refuses these credentials"):
        bucket("az", azurite, "acme").get("a.json")

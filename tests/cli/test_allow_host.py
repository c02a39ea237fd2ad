"""A branch decides where HeyMilo is and which variable holds the key; it doesn't decide where a secret goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.remote.allowed_hosts import ALLOW_HOST
from tests.cli.conftest import KEY, Repo, Served

READING = (
    ["plan"],
    ["doctor"],
    ["lookup", "voices"],
    ["state", "rebuild", "--auto-approve"],
    ["plan", "--all-workspaces"],
)
WRITING = (
    ["apply", "--auto-approve"],
    ["rollback", "support"],
    ["promote", "support", "--from", "sandbox", "--to", "production"],
)
SETTLING = (["state", "resolve", "support", "--adopt", "P1"],)
ASKING = [*READING, *WRITING, *SETTLING]


@pytest.mark.parametrize("command", ASKING, ids=" ".join)
@pytest.mark.parametrize("allowed", [None, "", "api.heymilo.ai", "127.0.0.1:1,localhost"])
def test_no_command_sends_a_key_to_a_host_of_the_repo(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch, command: list[str], allowed: str | None
) -> None:
    monkeypatch.delenv(ALLOW_HOST)
    if allowed is not None:
        monkeypatch.setenv(ALLOW_HOST, allowed)
    refused = repo.cli(*command)
    assert refused.code == 1, refused.text
    assert served.url.removeprefix("http://") in refused.text
    assert ALLOW_HOST in refused.text
    assert served.requests() == []
    assert KEY not in refused.text


@pytest.mark.parametrize("command", ASKING, ids=" ".join)
def test_no_command_reads_another_variable_as_the_key(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", KEY)
    config = repo.root / "heymilo.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("    base_url:", "    api_key_env: AWS_SECRET_ACCESS_KEY\n    base_url:"), "utf-8")
    refused = repo.cli(*command)
    assert refused.code == 1, refused.text
    assert "heymilo.yaml:6:18" in refused.err
    assert "begins with HEYMILO_" in refused.err
    assert served.requests() == []


def test_the_host_is_told_before_the_missing_key(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ALLOW_HOST)
    monkeypatch.delenv("HEYMILO_API_KEY")
    assert repo.cli("plan").code == 1
    assert ALLOW_HOST in repo.cli("doctor").out


def test_the_embedded_sandbox_needs_no_allowance(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ALLOW_HOST)
    assert repo.cli("-w", "sandbox", "apply", "--auto-approve").code == 0
    assert repo.cli("plan", "--refresh", "none").code == 0


def test_commands_that_read_have_no_client_that_writes(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    from heymilo_ops.remote.client import Client, KeyPolicy

    made: list[bool] = []
    begin = Client.__init__

    def noted(self: Client, base_url: str, key: str, policy: KeyPolicy, *args: Any, **more: Any) -> None:
        made.append(policy.reads_only)
        begin(self, base_url, key, policy, *args, **more)

    monkeypatch.setattr(Client, "__init__", noted)
    repo.cli("apply", "--auto-approve")
    assert made.pop() is False
    for command in (*READING[:4], *SETTLING):
        repo.cli(*command)
        assert made.pop() is True, command
    assert made == []


def test_a_command_that_reads_and_tries_to_write_is_our_bug(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from heymilo_ops.remote.postings import Postings

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(Postings, "workspace", lambda self: self.create({"title": "x", "name": "x", "workflow": []}))
    assert repo.cli("plan").code == 70
    assert served.requests("POST") == []

"""``state push``: putting a saved state back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Repo, Served


def flat(text: str) -> str:
    return " ".join(text.split())


def save(repo: Repo, state: dict[str, Any], name: str = "errored.state.json") -> Path:
    path = repo.root / name
    path.write_text(json.dumps(state), encoding="utf-8")
    return path


def place(repo: Repo) -> Path:
    return repo.root / ".heymilo/state/production/state.json"


def applied_twice(repo: Repo) -> tuple[dict[str, Any], dict[str, Any]]:
    """The states after two applies; the first one is stored again, as if the second write had failed."""
    repo.cli("apply", "--auto-approve")
    first = repo.state()
    repo.write("second")
    repo.cli("apply", "--auto-approve")
    second = repo.state()
    place(repo).write_text(json.dumps(first), encoding="utf-8")
    return first, second


def test_what_could_not_be_written_is_put_back(repo: Repo, served: Served) -> None:
    first, second = applied_twice(repo)
    assert repo.cli("plan").code == 1
    file = save(repo, second)
    served.forget_requests()
    done = repo.cli("state", "push", str(file), "--auto-approve")
    assert done.code == 0, done.text
    assert served.requests() == []
    assert second["postings"]["second"]["posting_id"] in done.out
    assert "support" not in done.out, "what is the same is not shown"
    assert "The file can go" in flat(done.out)
    assert repo.state()["serial"] > second["serial"] > first["serial"]
    assert repo.state()["postings"] == second["postings"]
    assert file.exists()
    assert repo.cli("plan", "--detailed-exitcode").code == 0
    again = repo.cli("state", "push", str(file), "--auto-approve")
    assert again.code == 1
    assert "serial" in again.err


def test_where_nothing_is_stored_it_is_taken(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    state = repo.state()
    place(repo).unlink()
    for name in (repo.root / ".heymilo/state/production/journal").rglob("*.json"):
        name.unlink()
    done = repo.cli("state", "push", str(save(repo, state)), "--auto-approve")
    assert done.code == 0, done.text
    assert repo.state()["postings"] == state["postings"]
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def test_what_is_stored_already_is_said(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    done = repo.cli("state", "push", str(save(repo, repo.state())), "--auto-approve")
    assert done.code == 0
    assert "already" in done.out


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"project": "other"}, "other/production"),
        ({"lineage": "0" * 32}, "lineage"),
        ({"serial": 1, "write_id": "x"}, "serial 1"),
        ({"serial": 99, "write_id": "x", "postings": {}}, "support revision 1"),
        ({"format_version": 99}, "format 99"),
        ({"postings": 7}, "can't be understood"),
    ],
)
def test_what_does_not_belong_there_is_refused(repo: Repo, served: Served, change: dict[str, Any], said: str) -> None:
    repo.cli("apply", "--auto-approve")
    before = place(repo).read_bytes()
    refused = repo.cli("state", "push", str(save(repo, {**repo.state(), **change})), "--auto-approve")
    assert refused.code == 1, refused.text
    assert said in refused.err
    assert place(repo).read_bytes() == before


def test_it_asks_and_in_ci_the_folder_must_last(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    _, second = applied_twice(repo)
    file = save(repo, second)
    before = place(repo).read_bytes()
    assert "no terminal" in repo.cli("state", "push", str(file)).err
    monkeypatch.setenv("CI", "1")
    refused = repo.cli("-w", "production", "state", "push", str(file), "--auto-approve")
    assert refused.code == 1
    assert "--local-state" in refused.err
    assert place(repo).read_bytes() == before
    done = repo.cli("-w", "production", "state", "push", str(file), "--auto-approve", "--local-state")
    assert done.code == 0, done.text


def test_a_file_that_is_not_there_is_usage(repo: Repo, served: Served) -> None:
    assert repo.cli("state", "push", "errored.state.json").code == 64

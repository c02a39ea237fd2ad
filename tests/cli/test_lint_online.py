"""``lint --online`` against the embedded HeyMilo."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Repo, Served


def test_what_is_named_exists_in_the_workspace(repo: Repo, served: Served) -> None:
    voice = next(row["id"] for row in repo.cli("lookup", "voices", "--format", "json").json["found"] if row["language"])
    repo.edit(
        "type: web_interview\n", f"type: web_interview\n    config: {{voice_id: {voice}, is_multilingual: true}}\n"
    )
    served.forget_requests()
    ran = repo.cli("lint", "--online")
    assert ran.code == 0, ran.text
    assert [(row["method"], row["path"]) for row in served.requests()] == [("GET", "/api/v2/voices")]


def test_an_id_that_there_is_not(repo: Repo, served: Served) -> None:
    repo.edit("type: web_interview\n", "type: web_interview\n    config: {voice_id: wrv-nobody}\n")
    assert repo.cli("lint").code == 0
    ran = repo.cli("lint", "--online")
    assert ran.code == 1
    assert "AP201 resource-missing: the workspace 'production' has no voice wrv-nobody" in ran.out
    assert served.requests("POST") == served.requests("PATCH") == []


def test_nothing_is_asked_where_nothing_is_named(repo: Repo, served: Served) -> None:
    served.forget_requests()
    assert repo.cli("lint", "--online").code == 0
    assert served.requests() == []


def test_without_a_key(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HEYMILO_API_KEY")
    ran = repo.cli("lint", "--online")
    assert ran.code == 5 and "HEYMILO_API_KEY is not set" in ran.err

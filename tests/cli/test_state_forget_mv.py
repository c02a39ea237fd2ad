"""``state forget`` and ``state mv``."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Repo, Served


def flat(text: str) -> str:
    return " ".join(text.split())


def rename(repo: Repo, old: str, new: str, more: str = "") -> None:
    text = repo.read(old).replace(f"name: {old}", f"name: {new}") + more
    (repo.root / f"postings/{new}.yaml").write_text(text, encoding="utf-8")
    (repo.root / f"postings/{old}.yaml").unlink()


@pytest.mark.parametrize("args", [("forget", "support"), ("mv", "support", "helpdesk")])
def test_without_a_terminal_nothing_is_written(repo: Repo, served: Served, args: tuple[str, ...]) -> None:
    repo.cli("apply", "--auto-approve")
    rename(repo, "support", "helpdesk")
    before = repo.state()
    refused = repo.cli("state", *args)
    assert refused.code == 1
    assert "--auto-approve" in refused.err
    assert repo.posting()["posting_id"] in refused.out
    assert repo.state() == before


@pytest.mark.parametrize("args", [("forget", "support"), ("mv", "support", "helpdesk")])
def test_in_ci_the_folder_must_last(
    repo: Repo, served: Served, args: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.cli("apply", "--auto-approve")
    monkeypatch.setenv("CI", "1")
    refused = repo.cli("-w", "production", "state", *args, "--auto-approve")
    assert refused.code == 1
    assert "--local-state" in refused.err
    assert list(repo.state()["postings"]) == ["support"]


def test_an_unknown_name_is_refused_with_the_nearest(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    for args in (("forget", "suport"), ("mv", "suport", "helpdesk")):
        refused = repo.cli("state", *args, "--auto-approve")
        assert refused.code == 64
        assert "support" in refused.err


def test_what_is_pending_or_protected_is_not_forgotten(repo: Repo, served: Served) -> None:
    repo.write("guarded", **{"name: guarded": "name: guarded\nops: {protect: true}"})
    repo.cli("apply", "--auto-approve")
    refused = repo.cli("state", "forget", "guarded", "--auto-approve")
    assert refused.code == 1
    assert "ops.protect" in refused.err
    intent = {
        "kind": "update",
        "status": "sending",
        "op_id": "0" * 32,
        "address": "support",
        "action": "update",
        "target": repo.posting()["posting_id"],
        "at": "2027-01-02T09:00:00Z",
    }
    path = repo.root / ".heymilo/state/production/state.json"
    path.write_text(json.dumps({**repo.state(), "pending": [intent]}), encoding="utf-8")
    for args in (("forget", "support"), ("mv", "support", "helpdesk")):
        refused = repo.cli("state", *args, "--auto-approve")
        assert refused.code == 1
        assert "state resolve support" in refused.err
    assert "support" in repo.state()["postings"]


def test_forgotten_is_not_sent_and_not_made_twice(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    entry = repo.posting()
    served.forget_requests()
    done = repo.cli("state", "forget", "support", "--auto-approve")
    assert done.code == 0, done.text
    assert served.requests() == []
    said = flat(done.out)
    assert entry["posting_id"] in said
    assert entry["candidate_url"] in said
    assert "PL501" in said
    assert f"state resolve support --adopt {entry['posting_id']}" in said
    assert repo.state()["postings"] == {}
    stopped = repo.cli("plan")
    assert stopped.code == 1
    assert "PL501" in stopped.out
    assert repo.cli("state", "resolve", "support", "--adopt", entry["posting_id"]).code == 0
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def test_forgotten_without_a_manifest(repo: Repo, served: Served) -> None:
    repo.write("other")
    repo.cli("apply", "--auto-approve")
    (repo.root / "postings/support.yaml").unlink()
    done = repo.cli("state", "forget", "support", "--auto-approve")
    assert done.code == 0
    assert "PL501" not in done.out
    after = repo.cli("plan", "--detailed-exitcode")
    assert after.code == 0
    assert "PL502" in after.out


def test_a_history_moves_and_the_next_plan_replaces(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    repo.edit("2035-01-31", "2035-02-28")
    repo.cli("apply", "--auto-approve")
    before = repo.posting()
    rename(repo, "support", "helpdesk")
    served.forget_requests()
    done = repo.cli("state", "mv", "support", "helpdesk", "--auto-approve")
    assert done.code == 0, done.text
    assert served.requests() == []
    assert "replaces" in flat(done.out)
    assert repo.state()["postings"] == {"helpdesk": {**before, "formerly": ["support"]}}
    assert repo.cli("apply", "--auto-approve").code == 0
    after = repo.posting("helpdesk")
    assert after["revision"] == 3
    assert len(after["revisions"]) == 3
    assert [each["id"] for each in served.postings(archived=False)] == [after["posting_id"]]
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def test_moved_by_hand_is_as_moved_from_would_have_it(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    rename(repo, "support", "helpdesk", "ops: {moved_from: support}\n")
    by_itself = repo.cli("plan", "--json").json["changes"]
    repo.cli("state", "mv", "support", "helpdesk", "--auto-approve")
    by_hand = repo.cli("plan", "--json").json["changes"]
    for change in (*by_itself, *by_hand):
        change.pop("moved_from", None)
    assert by_hand == by_itself


def test_a_history_does_not_move_under_a_name_in_use(repo: Repo, served: Served) -> None:
    repo.write("other")
    repo.cli("apply", "--auto-approve")
    for old, new, said in (
        ("support", "other", "knows other already"),
        ("support", "helpdesk", "still has a manifest"),
        ("support", "Help Desk", "not a name"),
    ):
        refused = repo.cli("state", "mv", old, new, "--auto-approve")
        assert refused.code == 1, new
        assert said in refused.err
    rename(repo, "support", "helpdesk", "ops: {moved_from: support}\n")
    refused = repo.cli("state", "mv", "support", "desk", "--auto-approve")
    assert refused.code == 1
    assert "postings/helpdesk.yaml" in refused.err
    (repo.root / "postings/other.yaml").write_text("name: [\n", encoding="utf-8")
    refused = repo.cli("state", "mv", "support", "helpdesk", "--auto-approve")
    assert refused.code == 1
    assert "postings/other.yaml" in refused.err
    assert set(repo.state()["postings"]) == {"support", "other"}


def test_a_history_moves_before_its_manifest_is_there(repo: Repo, served: Served) -> None:
    repo.write("other")
    repo.cli("apply", "--auto-approve")
    (repo.root / "postings/support.yaml").unlink()
    done = repo.cli("state", "mv", "support", "helpdesk", "--auto-approve")
    assert done.code == 0
    assert "rename the manifest" in flat(done.out)
    repo.cli("apply", "--auto-approve")  # archives it
    done = repo.cli("state", "mv", "helpdesk", "desk", "--auto-approve")
    assert done.code == 0
    assert "archived" in done.out
    assert repo.posting("desk")["status"] == "archived"

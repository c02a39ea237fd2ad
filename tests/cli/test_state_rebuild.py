"""``state rebuild``: a state made of the marks."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Repo, Served


def flat(text: str) -> str:
    return " ".join(text.split())


def git(repo: Repo, *arguments: str) -> str:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    done = subprocess.run(["git", *who, *arguments], cwd=repo.root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(repo: Repo, message: str) -> str:
    if not (repo.root / ".git").exists():
        git(repo, "init", "-q", "-b", "main")
        (repo.root / ".gitignore").write_text(".heymilo/\n", encoding="utf-8")
    git(repo, "add", "-A")
    git(repo, "commit", "-qm", message)
    return git(repo, "rev-parse", "HEAD")


def applied(repo: Repo) -> None:
    done = repo.cli("apply", "--auto-approve")
    assert done.code == 0, done.text


def folder(repo: Repo) -> Path:
    return repo.root / ".heymilo/state/production"


def lose(repo: Repo) -> None:
    shutil.rmtree(folder(repo))


def rebuilt(repo: Repo, *more: str) -> str:
    done = repo.cli("state", "rebuild", "--auto-approve", *more)
    assert done.code == 0, done.text
    return flat(done.out)


def without(state: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in state.items() if key not in keys}


@pytest.fixture(autouse=True)
def _no_git_above(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


def test_a_lost_state_comes_back(repo: Repo, served: Served) -> None:
    for name in ("one", "two", "three", "four"):
        repo.write(name)
    first = commit(repo, "five postings")
    applied(repo)
    repo.edit("how the angry customer was heard", "how they heard the angry customer out", "one")
    commit(repo, "one asks more")
    applied(repo)
    repo.edit("how the angry customer was heard", "whether somebody listened to the angry customer", "two")
    commit(repo, "two asks more")
    applied(repo)
    assert repo.cli("rollback", "two", "--auto-approve").code == 0
    (repo.root / "postings/three.yaml").unlink()
    commit(repo, "three goes, two is back")
    applied(repo)
    assert repo.cli("plan", "--detailed-exitcode").code == 0
    before = repo.state()
    lose(repo)

    stopped = repo.cli("plan")
    assert stopped.code == 1
    assert "PL501" in stopped.out
    assert "heymilo-ops -w production state rebuild" in flat(stopped.out)
    served.forget_requests()
    said = rebuilt(repo)
    assert [each for each in served.requests() if each["method"] != "GET"] == []
    assert "content unknown" not in said
    assert "manifest as it stands" in said
    assert f"git commit {first[:7]}" in said

    after = repo.state()
    assert after["lineage"] != before["lineage"]
    for name, entry in before["postings"].items():
        other = after["postings"][name]
        lost = ("held", "revisions", "updated_at")
        assert without(other, *lost) == without(entry, *lost), name
        assert other["held"] is None
        for old, new in zip(entry["revisions"], other["revisions"], strict=True):
            lost = ("action", "applied_at", "applied_by", "archived_at", "baseline", "commit", "release", "root_digest")
            assert without(new, *lost) == without(old, *lost)
            assert new["applied_by"] == "rebuilt from marks"
            assert (new["archived_at"] is None) is (old["archived_at"] is None)
    planned = repo.cli("plan", "--detailed-exitcode")
    assert planned.code == 0, planned.out
    assert "No changes." in planned.out
    assert repo.cli("history", "two").out.count("rebuilt from marks") == 3

    current = repo.posting("one")["posting_id"]
    repo.edit("how they heard the angry customer out", "for listening", "one")
    applied(repo)
    entry = repo.posting("one")
    assert entry["revision"] == 3
    assert entry["revisions"][1]["posting_id"] == current
    live = {each["id"]: each["archived"] for each in served.postings()}
    assert live[current] is True
    assert live[entry["posting_id"]] is False
    assert sum(not archived for archived in live.values()) == 4
    assert repo.cli("rollback", "one", "--to", "1", "--auto-approve").code == 0


def test_without_a_terminal_nothing_is_written(repo: Repo, served: Served) -> None:
    applied(repo)
    posting_id = repo.posting()["posting_id"]
    lose(repo)
    refused = repo.cli("state", "rebuild")
    assert refused.code == 1
    assert "--auto-approve" in refused.err
    assert posting_id in refused.out
    assert not folder(repo).exists()


def test_in_ci_the_folder_must_last(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    applied(repo)
    lose(repo)
    monkeypatch.setenv("CI", "1")
    refused = repo.cli("-w", "production", "state", "rebuild", "--auto-approve")
    assert refused.code == 1
    assert "--local-state" in refused.err


def test_where_nothing_was_lost_nothing_is_done(repo: Repo, served: Served) -> None:
    nothing = repo.cli("state", "rebuild")
    assert nothing.code == 0
    assert "no posting with the marks of acme-talent/production" in flat(nothing.out)
    assert not folder(repo).exists()
    applied(repo)
    before = (folder(repo) / "state.json").read_bytes()
    nothing = repo.cli("state", "rebuild")
    assert nothing.code == 0, nothing.text
    assert "nothing to rebuild" in flat(nothing.out)
    assert (folder(repo) / "state.json").read_bytes() == before


def test_the_states_of_others_are_left_alone(repo: Repo, served: Served) -> None:
    applied(repo)
    served.create("somebody-elses")
    config = repo.root / "heymilo.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("acme-talent", "other-talent"), encoding="utf-8")
    assert repo.cli("state", "rebuild").code == 1, "the state is another project's"
    lose(repo)
    nothing = repo.cli("state", "rebuild", "--auto-approve")
    assert nothing.code == 0
    assert "nothing to rebuild" in flat(nothing.out)


def test_content_that_nobody_has_is_said_to_be_unknown(repo: Repo, served: Served) -> None:
    applied(repo)
    repo.edit("how the angry customer was heard", "for listening")
    applied(repo)
    lose(repo)
    repo.edit("for listening", "for patience")
    said = rebuilt(repo)
    assert said.count("content unknown") == 2
    assert "support revision 2, support revision 1" in said
    entry = repo.posting()
    assert entry["revision"] == 2
    assert entry["revisions"][0]["archived_at"] is not None
    planned = repo.cli("plan")
    assert planned.code == 0
    assert "can't be compared" in flat(planned.out)
    assert "content unknown" in repo.cli("history", "support").out
    for args in (("diff", "support"), ("diff", "support", "1", "2"), ("rollback", "support", "--auto-approve")):
        refused = repo.cli(*args)
        assert refused.code == 1, args
        assert "missing" in refused.err

    # The manifest of then comes to light: a second rebuild knows it.
    now = repo.read()
    repo.edit("for patience", "for listening")
    assert "manifest as it stands" in rebuilt(repo)
    assert repo.posting()["revisions"][1]["applied_by"] == "rebuilt from marks"
    assert repo.cli("plan", "--detailed-exitcode").code == 0
    (repo.root / "postings/support.yaml").write_text(now, encoding="utf-8")
    assert "1 to replace" in repo.cli("plan").out


def test_what_no_manifest_has_is_not_archived_by_default(repo: Repo, served: Served) -> None:
    repo.write("other")
    applied(repo)
    (repo.root / "postings/other.yaml").unlink()
    lose(repo)
    said = rebuilt(repo)
    assert "on_remove counts as error" in said
    stopped = repo.cli("plan")
    assert stopped.code == 1
    assert "PL105" in stopped.out
    assert repo.cli("state", "forget", "other", "--auto-approve").code == 0
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def test_what_ended_is_not_made_anew(repo: Repo, served: Served) -> None:
    repo.write("gone")
    applied(repo)
    (repo.root / "postings/gone.yaml").unlink()
    applied(repo)  # archived by us
    served.archive(repo.posting()["posting_id"])  # archived by hand, as HeyMilo sees it
    lose(repo)
    rebuilt(repo)
    assert repo.posting("gone")["status"] == "archived"
    assert repo.posting("gone")["revisions"][0]["archived_at"] is not None
    planned = repo.cli("plan")
    assert planned.code == 0
    assert "--recreate support" in flat(planned.out)
    assert "0 to create" in planned.out or "No changes" in planned.out


def test_a_stale_state_is_brought_up_to_date(repo: Repo, served: Served) -> None:
    applied(repo)
    stale = (folder(repo) / "state.json").read_bytes()
    repo.write("later")
    repo.edit("how the angry customer was heard", "for listening")
    applied(repo)
    repo.edit("2035-01-31", "2035-02-28")
    applied(repo)  # in place: revision 3 on the posting of revision 2
    newest = repo.state()
    shutil.rmtree(folder(repo) / "journal", ignore_errors=True)
    (folder(repo) / "state.json").write_bytes(stale)
    assert repo.cli("plan").code == 1
    said = rebuilt(repo)
    assert "the state has revision 1" in said
    state = repo.state()
    old = json.loads(stale)
    assert state["lineage"] == old["lineage"]
    assert state["serial"] > old["serial"]
    entry, known = state["postings"]["support"], newest["postings"]["support"]
    assert entry["revision"] == 3
    assert entry["posting_id"] == known["posting_id"]
    first = {**old["postings"]["support"]["revisions"][0], "archived_at": entry["revisions"][0]["archived_at"]}
    assert entry["revisions"][0] == first, "what is known is kept"
    assert first["archived_at"] is not None
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def test_a_copy_made_at_heymilo_is_named_and_left(repo: Repo, served: Served) -> None:
    applied(repo)
    original = repo.posting()["posting_id"]
    copy = clone(served, original)
    lose(repo)
    said = rebuilt(repo)
    assert f"{copy} (support, revision 1): it is a copy of {original}" in said
    assert repo.posting()["posting_id"] == original
    assert len(repo.posting()["revisions"]) == 1
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def test_a_copy_of_an_earlier_revision_is_no_leftover(repo: Repo, served: Served) -> None:
    applied(repo)
    original = repo.posting()["posting_id"]
    copy = clone(served, original)
    repo.edit("2035-01-31", "2035-02-28")
    applied(repo)  # in place: the original's marks say revision 2 now
    lose(repo)
    said = rebuilt(repo)
    assert f"{copy} (support, revision 1): it was made after the next revision" in said
    assert [each["posting_id"] for each in repo.posting()["revisions"]] == [original]
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def clone(served: Served, posting_id: str) -> str:
    answer = served._http.post(f"/api/v2/postings/{posting_id}/clone", headers={"X-API-KEY": "sandbox-key"})
    return str(answer.raise_for_status().json()["data"]["id"])


def test_a_fork_is_decided_by_somebody(repo: Repo, served: Served) -> None:
    repo.edit("name: support", "name: support\nops: {on_replace: keep}")
    applied(repo)
    first = (folder(repo) / "state.json").read_bytes()
    repo.edit("how the angry customer was heard", "for listening")
    applied(repo)
    ours = repo.posting()["posting_id"]
    # Another machine with the first state makes its own revision 2: its listing lagged, so that nothing stopped it.
    shutil.rmtree(folder(repo) / "journal", ignore_errors=True)
    (folder(repo) / "state.json").write_bytes(first)
    served.edit(ours, metadata={})
    repo.edit("for listening", "for patience")
    applied(repo)
    theirs = repo.posting()["posting_id"]
    served.edit(ours, metadata=MARKS)
    lose(repo)

    refused = repo.cli("state", "rebuild", "--auto-approve")
    assert refused.code == 1, (ours, theirs, refused.out)
    assert ours in refused.out
    assert theirs in refused.out
    assert "--take support=" in flat(refused.err)
    assert not folder(repo).exists()
    assert repo.cli("state", "rebuild", "--auto-approve", "--take", "support=NOPE").code == 64
    assert repo.cli("state", "rebuild", "--auto-approve", "--take", "support").code == 64

    said = rebuilt(repo, "--take", f"support={theirs}")
    assert f"{ours} (support, revision 2): {theirs} is taken as revision 2; archive this one at HeyMilo" in said
    assert repo.posting()["posting_id"] == theirs
    assert repo.cli("plan").code == 1, "the other one still takes candidates"
    served.archive(ours)
    assert repo.cli("plan", "--detailed-exitcode").code == 0


MARKS = {
    "heymilo-ops": "acme-talent/production/support@2",
    "heymilo-ops-op": f"{'f' * 32}/1",
    "heymilo-ops-digest": "sha256:" + "c" * 64,
}
"""Of another operation that made revision 2."""


def test_edited_marks_are_named(repo: Repo, served: Served) -> None:
    repo.write("other")
    applied(repo)
    posting_id = repo.posting("other")["posting_id"]
    served.edit(posting_id, metadata={"heymilo-ops": "acme-talent/production/other@1", "heymilo-ops-op": "x"})
    lose(repo)
    said = rebuilt(repo)
    assert f"{posting_id} (other, revision 1): its marks were edited" in said
    assert list(repo.state()["postings"]) == ["support"]


def test_what_is_to_be_settled_is_left_to_that(repo: Repo, served: Served) -> None:
    applied(repo)
    made = repo.posting()
    state = without(repo.state(), "postings")
    (mark,) = (each["metadata"] for each in served.postings())
    intent = {
        "kind": "create",
        "status": "sending",
        "op_id": mark["heymilo-ops-op"].partition("/")[0],
        "address": "support",
        "action": "create",
        "at": "2027-01-02T09:00:00Z",
        "digest": made["digest"],
        "design_digest": made["revisions"][0]["design_digest"],
        "number": 1,
        "canon": 1,
    }
    text = json.dumps({**state, "postings": {}, "pending": [intent]})
    (folder(repo) / "state.json").write_text(text, encoding="utf-8")
    done = repo.cli("state", "rebuild", "--auto-approve")
    assert done.code == 0, done.text
    assert f"state resolve support --adopt {made['posting_id']}" in flat(done.out)
    assert "nothing to rebuild" in flat(done.out)
    assert (folder(repo) / "state.json").read_text(encoding="utf-8") == text


def test_a_state_of_nonsense_is_set_aside(repo: Repo, served: Served) -> None:
    applied(repo)
    path = folder(repo) / "state.json"
    path.write_text("{", encoding="utf-8")
    assert repo.cli("plan").code == 1
    said = rebuilt(repo)
    assert "can't be understood" in said
    assert "set-aside" in said
    (kept,) = folder(repo).glob("set-aside/*/state.json")
    assert kept.read_text(encoding="utf-8") == "{"
    assert repo.cli("plan", "--detailed-exitcode").code == 0
    repo.edit("how the angry customer was heard", "for listening")
    applied(repo)


def test_a_state_of_a_newer_release_is_not_set_aside(repo: Repo, served: Served) -> None:
    applied(repo)
    path = folder(repo) / "state.json"
    newer = json.dumps({**repo.state(), "format_version": 99, "tool_version": "99.0"})
    path.write_text(newer, encoding="utf-8")
    refused = repo.cli("state", "rebuild", "--auto-approve")
    assert refused.code == 1
    assert "99" in refused.err
    assert path.read_text(encoding="utf-8") == newer


def test_a_journal_without_its_state_is_set_aside(repo: Repo, served: Served) -> None:
    applied(repo)
    (folder(repo) / "state.json").unlink()
    document = folder(repo) / "journal/00000007/000003.json"
    document.parent.mkdir(parents=True)
    document.write_text("{}", encoding="utf-8")
    assert repo.cli("plan").code == 1
    assert "journal" in rebuilt(repo)
    assert [each.name for each in folder(repo).glob("set-aside/*/journal/00000007/*")] == ["000003.json"]
    assert repo.state()["journal"]["epoch"] == 7
    document.parent.mkdir(parents=True, exist_ok=True)
    document.with_name("000004.json").write_text("{}", encoding="utf-8")  # by somebody who doesn't know
    assert repo.cli("plan", "--detailed-exitcode").code == 0
    repo.edit("how the angry customer was heard", "for listening")
    applied(repo)
    assert repo.cli("plan", "--detailed-exitcode").code == 0

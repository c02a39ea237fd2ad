"""The main job, by the command line against a HeyMilo in another process."""

from __future__ import annotations

import json
import subprocess
from datetime import datetime

from tests.cli.conftest import Repo, Served


def _unix(iso: str) -> float:
    return datetime.fromisoformat(iso).timestamp()


def test_from_create_to_archive(repo: Repo, served: Served) -> None:
    # create
    done = repo.cli("apply", "--auto-approve")
    assert done.code == 0, done.text
    assert "Apply complete: 1 created, 0 updated, 0 replaced, 0 archived." in done.out
    (live,) = served.postings()
    first = repo.posting()
    assert (first["posting_id"], first["revision"], first["status"]) == (live["id"], 1, "active")
    assert live["metadata"]["heymilo-ops"] == "acme-talent/production/support@1"
    assert live["metadata"]["heymilo-ops-digest"] == first["digest"]
    assert first["candidate_url"] in done.out
    assert "ingestion" not in str(repo.state())

    # no change
    served.forget_requests()
    again = repo.cli("apply", "--auto-approve")
    assert again.code == 0
    assert again.out.startswith("No changes.")
    assert {each["method"] for each in served.requests()} == {"GET"}
    assert repo.cli("plan", "--detailed-exitcode").code == 0

    # reword: a replace, the new one live before the old is archived
    repo.edit("when a customer was angry with you", "when you calmed an angry customer")
    planned = repo.cli("plan", "--detailed-exitcode")
    assert planned.code == 2
    assert "Plan: 0 to create, 0 to update, 1 to replace, 0 to archive." in planned.out
    served.forget_requests()
    assert repo.cli("apply", "--auto-approve").code == 0
    writes = [(each["method"], each["path"]) for each in served.requests() if each["method"] != "GET"]
    assert writes == [("POST", "/api/v2/postings"), ("POST", f"/api/v2/postings/{live['id']}/archive")]
    second = repo.posting()
    assert second["revision"] == 2
    assert [each["archived"] for each in served.postings() if each["id"] == live["id"]] == [True]
    asked = served.questions(second["posting_id"])[0]["text"]
    assert asked == "Tell me about a time when you calmed an angry customer."

    # move a deadline: one PATCH, the same posting and link
    repo.edit("2035-01-31T18:00:00Z", "2035-03-31T18:00:00+02:00")
    served.forget_requests()
    assert repo.cli("apply", "--auto-approve").code == 0
    writes = [(each["method"], each["path"]) for each in served.requests() if each["method"] != "GET"]
    assert writes == [("PATCH", f"/api/v2/postings/{second['posting_id']}")]
    third = repo.posting()
    assert (third["revision"], third["posting_id"]) == (3, second["posting_id"])
    assert third["candidate_url"] == second["candidate_url"]
    (live,) = served.postings(archived=False)
    assert live["deadline"] == _unix("2035-03-31T16:00:00+00:00")
    assert live["metadata"]["heymilo-ops"] == "acme-talent/production/support@3"

    # roll back: the design of before, the deadline of today, the file written back, the design held
    back = repo.cli("rollback", "support", "--auto-approve")
    assert back.code == 0, back.text
    fourth = repo.posting()
    assert fourth["revision"] == 4
    assert fourth["revisions"][-1]["action"] == "rollback"
    assert fourth["held"]["digest"] == second["revisions"][-1]["design_digest"]
    assert "when a customer was angry with you" in repo.read()
    assert "2035-03-31T18:00:00+02:00" in repo.read()
    (live,) = served.postings(archived=False)
    assert live["deadline"] == _unix("2035-03-31T16:00:00+00:00")
    assert served.questions(live["id"])[0]["text"].endswith("when a customer was angry with you.")
    assert repo.cli("plan", "--detailed-exitcode").code == 0

    # held: the design rolled back from is not applied again
    repo.edit("when a customer was angry with you", "when you calmed an angry customer")
    held = repo.cli("apply", "--auto-approve")
    assert held.code == 0
    assert "held" in held.out
    assert repo.posting()["revision"] == 4

    # unhold: now it is
    assert repo.cli("unhold", "support").code == 0
    assert repo.cli("apply", "--auto-approve").code == 0
    fifth = repo.posting()
    assert (fifth["revision"], fifth["held"]) == (5, None)
    assert fifth["revisions"][-1]["design_digest"] == second["revisions"][-1]["design_digest"]

    # remove: archived, remembered
    repo.write("other")
    (repo.root / "postings/support.yaml").unlink()
    assert "1 to archive" in repo.cli("plan").out
    assert repo.cli("apply", "--auto-approve").code == 0
    assert repo.posting()["status"] == "archived"
    assert [each["name"] for each in served.postings(archived=False)] == ["other"]
    assert repo.cli("plan", "--detailed-exitcode").code == 0
    assert len(served.postings()) == 5  # other, and each replaced one; nothing twice


def test_a_setting_is_patched_under_a_held_design(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    repo.edit("Support Agent", "Support Guide")
    repo.cli("apply", "--auto-approve")
    repo.cli("rollback", "support", "--auto-approve", "--no-write")
    assert "Support Guide" in repo.read()
    repo.edit("coop/thanks", "coop/thank-you")
    served.forget_requests()
    assert repo.cli("apply", "--auto-approve").code == 0
    assert [each["method"] for each in served.requests() if each["method"] != "GET"] == ["PATCH"]
    (live,) = served.postings(archived=False)
    assert (live["title"], live["redirect_url"]) == ("Support Agent", "https://careers.tidewater-mutual.coop/thank-you")
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def test_comments_survive_a_rollback_where_git_has_them(repo: Repo, served: Served) -> None:
    def git(*args: str) -> None:
        identity = ("-c", "user.name=Ada", "-c", "user.email=ada@acme.test")
        subprocess.run(["git", *identity, *args], cwd=repo.root, check=True, capture_output=True)

    git("init", "-q")
    git("add", "postings")
    git("commit", "-qm", "first")
    repo.cli("apply", "--auto-approve")
    assert repo.posting()["revisions"][-1]["commit"] is not None
    repo.edit("# This comment has to survive.\n", "")
    repo.edit("Support Agent", "Support Guide")
    repo.edit("2035-01-31", "2035-02-28")
    repo.cli("apply", "--auto-approve")
    assert repo.posting()["revisions"][-1]["commit"] is None  # not committed
    git("commit", "-qam", "second")
    assert repo.cli("rollback", "support", "--auto-approve").code == 0
    text = repo.read()
    assert "# This comment has to survive." in text
    assert "title: Support Agent" in text
    assert "2035-02-28T18:00:00Z" in text
    assert repo.posting()["revisions"][-1]["commit"] is None  # today's deadline on the old design: no commit has it
    assert repo.cli("plan", "--detailed-exitcode").code == 0
    repo.edit("2035-02-28", "2035-01-31")
    repo.edit("Support Agent", "Support Pilot")
    repo.cli("apply", "--auto-approve")
    assert repo.cli("rollback", "support", "--to", "1", "--auto-approve").code == 0
    last = repo.posting()["revisions"]
    assert last[-1]["commit"] == last[0]["commit"] is not None


def test_settings_of_then_come_back_when_asked_for(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    repo.edit("Support Agent", "Support Guide")
    repo.edit("2035-01-31", "2035-02-28")
    repo.cli("apply", "--auto-approve")
    assert repo.cli("rollback", "support", "--settings", "--auto-approve").code == 0
    assert "2035-01-31T18:00:00Z" in repo.read()
    (live,) = served.postings(archived=False)
    assert live["deadline"] == _unix("2035-01-31T18:00:00+00:00")


def test_nothing_to_roll_back(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    refused = repo.cli("rollback", "support", "--auto-approve")
    assert refused.code == 1
    assert "nothing to roll back" in refused.err
    assert len(served.postings()) == 1


def test_questions_that_heymilo_wrote_are_read_back(repo: Repo, served: Served) -> None:
    text = repo.read()
    head = text[: text.index("    questions:")]
    (repo.root / "postings/support.yaml").write_text(head + "    config: {num_questions: 25}\n", encoding="utf-8")
    assert repo.cli("apply", "--auto-approve").code == 0
    found = repo.posting()
    assert found["revisions"][-1]["reproducible"] is False
    (path,) = (repo.root / ".heymilo/state/production/snapshots").glob(f"*.{found['posting_id']}.json")
    assert len(json.loads(path.read_text(encoding="utf-8"))["questions"]) == 25
    assert "not reproducible" in repo.cli("history", "support").out
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def test_a_renamed_posting_keeps_its_history(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    old = repo.posting()["posting_id"]
    (repo.root / "postings/support.yaml").unlink()
    path = repo.write("helper")
    path.write_text(path.read_text(encoding="utf-8") + "ops: {moved_from: support}\n", encoding="utf-8")
    assert repo.cli("apply", "--auto-approve").code == 0
    assert "support" not in repo.state()["postings"]
    moved = repo.posting("helper")
    assert moved["revisions"][0]["posting_id"] == old
    assert [each["name"] for each in served.postings(archived=False)] == ["helper"]
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def test_a_replaced_posting_is_drained_before_it_is_archived(repo: Repo, served: Served) -> None:
    repo.edit("workflow:\n", "ops: {on_replace: drain}\nworkflow:\n")
    repo.cli("apply", "--auto-approve")
    old = repo.posting()["posting_id"]
    served.edit(old, total_candidates=2, completed_interviews=1)
    repo.edit("Support Agent", "Support Guide")
    assert repo.cli("apply", "--auto-approve").code == 0
    assert len(served.postings(archived=False)) == 2  # one candidate is still in the old one
    assert repo.cli("plan", "--detailed-exitcode").code == 0
    served.edit(old, completed_interviews=2)
    assert repo.cli("plan", "--detailed-exitcode").code == 2
    assert repo.cli("apply", "--auto-approve").code == 0
    assert [each["id"] for each in served.postings(archived=False)] == [repo.posting()["posting_id"]]
    assert repo.cli("plan", "--detailed-exitcode").code == 0

"""A typo fixed in place: one PATCH of the question beside that of the marks, and the link stays."""

from __future__ import annotations

import httpx
import pytest

from tests.cli.conftest import KEY, Repo, Served

UPDATE = "ops: {on_change: {wording: update}}\n"


def written(served: Served) -> list[tuple[str, str]]:
    """The writes that were sent, each with the kind of thing it was sent to."""
    sent = [request for request in served.requests() if request["method"] != "GET"]
    return [(request["method"], "question" if "/questions" in request["path"] else "posting") for request in sent]


@pytest.fixture
def applied(repo: Repo, served: Served) -> Repo:
    path = repo.write()
    path.write_text(path.read_text(encoding="utf-8") + UPDATE, encoding="utf-8")
    assert repo.cli("apply", "--auto-approve").code == 0
    served.forget_requests()
    return repo


def test_a_typo_is_one_patch_of_the_question_beside_that_of_the_marks(applied: Repo, served: Served) -> None:
    before = applied.posting()
    applied.edit("a time when a customer", "the time when a customer")
    plan = applied.cli("plan")
    assert "~ edit in place: the link stays" in plan.text
    assert "# support will be edited in place" in plan.text
    assert "edited in place, since on_change in the manifest is update for wording" in plan.text
    (change,) = applied.cli("plan", "--json").json["changes"]
    assert change["action"] == "update"
    assert change["decided_by"] == {
        "action": "update",
        "source": "manifest",
        "class": "wording",
        "other": "replace",
        "line": None,
    }
    served.forget_requests()
    done = applied.cli("apply", "--auto-approve", "--json")
    assert done.code == 0
    assert written(served) == [("PATCH", "posting"), ("PATCH", "question")]
    after = applied.posting()
    assert (after["posting_id"], after["candidate_url"]) == (before["posting_id"], before["candidate_url"])
    assert after["revision"] == 2
    assert "No changes." in applied.cli("plan").text


def test_a_saved_plan_of_an_edit_is_applied(applied: Repo, served: Served) -> None:
    applied.edit("a time when a customer", "the time when a customer")
    saved = str(applied.root / "plan.json")
    assert applied.cli("plan", "--out", saved).code == 0
    assert "will be edited in place" in applied.cli("show", saved).text
    assert applied.cli("apply", saved).code == 0
    assert written(served) == [("PATCH", "posting"), ("PATCH", "question")]


def test_a_half_done_edit_is_shown_as_that_and_finished(applied: Repo, served: Served) -> None:
    applied.edit("a time when a customer", "the time when a customer")
    posting_id = applied.posting()["posting_id"]
    served.fault("refuse", method="PATCH", path=f"/api/v2/postings/{posting_id}/questions/*", status=422, times=1)
    stopped = applied.cli("apply", "--auto-approve")
    assert stopped.code == 3
    assert "stopped half-way" in stopped.text
    assert "between revisions 1 and 2" in applied.cli("list").text
    assert "an edit to revision 2 has not ended" in applied.cli("history", "support").text
    plan = " ".join(applied.cli("plan").text.split())
    assert "the posting is between revisions 1 and 2" in plan
    assert "changed outside" not in plan
    assert applied.cli("apply", "--auto-approve").code == 0
    assert "No changes." in applied.cli("plan").text


def test_heymilo_yaml_may_set_it_for_the_project_or_a_workspace(applied: Repo) -> None:
    path = applied.root / "postings" / "support.yaml"
    text = path.read_text(encoding="utf-8").replace(UPDATE, "").replace("a time when a", "the time when a")
    path.write_text(text, encoding="utf-8")
    config = applied.root / "heymilo.yaml"
    for added, source in (
        ("on_change: update\nworkspaces:", "project"),
        ("workspaces:\n  production:\n    on_change: {guidance: hold, wording: hold}", "workspace"),
    ):
        base = config.read_text(encoding="utf-8")
        old = added.replace("on_change: update\n", "").partition("\n    on_change")[0]
        config.write_text(base.replace(old, added, 1), encoding="utf-8")
        (change,) = applied.cli("plan", "--json").json["changes"]
        assert change["decided_by"]["source"] == source
    assert change["decided_by"]["action"] == "hold"


def ask(served: Served, posting_id: str, text: str) -> None:
    """Somebody adds a question in HeyMilo's own pages."""
    body = {"modality": "voice", "text": text, "not_scored": True}
    path = f"{served.url}/api/v2/postings/{posting_id}/questions"
    httpx.post(path, json=body, headers={"X-API-KEY": KEY}, trust_env=False).raise_for_status()


def test_a_question_of_somebody_else_is_never_deleted(applied: Repo, served: Served) -> None:
    posting_id = applied.posting()["posting_id"]
    ask(served, posting_id, "What do you earn?")
    text = applied.read().replace(UPDATE, "ops: {on_change: update, on_drift: report}\n")
    (applied.root / "postings" / "support.yaml").write_text(text.replace("a time when", "the time when"), "utf-8")
    served.forget_requests()
    stopped = applied.cli("apply", "--auto-approve")
    assert stopped.code == 1
    said = " ".join(stopped.text.split())
    assert "HeyMilo has a question that isn't from here" in said
    assert "'What do you earn?': add it to the manifest, or delete it at HeyMilo" in said
    assert written(served) == []
    assert "What do you earn?" in [question["text"] for question in served.questions(posting_id)]


def test_a_question_whose_create_was_not_answered_is_made_once(applied: Repo, served: Served) -> None:
    posting_id = applied.posting()["posting_id"]
    added = "      - {key: more, text: What else should we know?, not_scored: true}\n"
    text = applied.read().replace(UPDATE, f"{added}ops: {{on_change: update}}\n")
    (applied.root / "postings" / "support.yaml").write_text(text, "utf-8")
    served.fault("lose_answer_after_commit", path=f"/api/v2/postings/{posting_id}/questions", times=1)
    assert applied.cli("apply", "--auto-approve").code == 0
    assert len(served.questions(posting_id)) == 4
    assert written(served).count(("POST", "question")) == 1
    assert "No changes." in applied.cli("plan").text


def test_an_edit_of_unknown_outcome_is_not_settled_by_hand(applied: Repo, served: Served) -> None:
    posting_id = applied.posting()["posting_id"]
    added = "      - {key: more, text: What else should we know?, not_scored: true}\n"
    text = applied.read().replace(UPDATE, f"{added}ops: {{on_change: update}}\n")
    (applied.root / "postings" / "support.yaml").write_text(text, "utf-8")
    path = f"/api/v2/postings/{posting_id}/questions"
    served.fault("lose_answer_after_commit", path=path, times=1)
    served.fault("error_5xx_before", method="GET", path=path, skip=3)
    assert applied.cli("apply", "--auto-approve").code == 3
    served.heal()
    assert "between revisions 1 and 2" in applied.cli("list").text
    assert "may be half done" in applied.cli("state", "resolve", "support", "--adopt", posting_id).text
    assert "edit in place" in applied.cli("plan").text
    assert applied.cli("apply", "--auto-approve").code == 0
    assert len(served.questions(posting_id)) == 4

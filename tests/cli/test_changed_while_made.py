"""What somebody changes at HeyMilo between a create and the end of its run is shown as drift, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from heymilo_ops.remote.postings import Postings
from tests.cli.conftest import Repo, Served
from tests.cli.test_drift import EVERY_STEP, GO, SHOW

KEY = {"X-API-KEY": "sandbox-key"}
Act = Callable[[Served, str], None]


def right_after(patch: pytest.MonkeyPatch, served: Served, call: str, act: Act) -> None:
    """Somebody acts right after each such call, on the newest posting."""
    original = getattr(Postings, call)

    def with_somebody(api: Postings, *given: Any, **more: Any) -> Any:
        answer = original(api, *given, **more)
        newest = max(served.postings(archived=False), key=lambda live: live["created_at"])
        act(served, newest["id"])
        return answer

    patch.setattr(Postings, call, with_somebody)


@pytest.fixture
def somebody(served: Served, monkeypatch: pytest.MonkeyPatch) -> Callable[[Act], None]:
    """Somebody acts right after the next create."""
    return lambda act: right_after(monkeypatch, served, "create", act)


def retitled(served: Served, posting_id: str) -> None:
    served.edit(posting_id, title="Support Hero")


def question_path(served: Served, posting_id: str, number: int) -> str:
    return f"/api/v2/postings/{posting_id}/questions/{served.questions(posting_id)[number]['id']}"


def reworded(served: Served, posting_id: str) -> None:
    path = question_path(served, posting_id, 0)
    served.patch(path, {"text": "Tell me about a time when a customer was furious with you."})


def weighed(served: Served, posting_id: str) -> None:
    served.patch(question_path(served, posting_id, 1), {"score_weight": 1})


def added(served: Served, posting_id: str) -> None:
    body = {"modality": "voice", "text": "Do you like tea?", "not_scored": True}
    served._http.post(f"/api/v2/postings/{posting_id}/questions", json=body, headers=KEY).raise_for_status()


def deleted(served: Served, posting_id: str) -> None:
    served._http.delete(question_path(served, posting_id, 2), headers=KEY).raise_for_status()


@pytest.mark.parametrize("replaces", [False, True])
@pytest.mark.parametrize(
    ("act", "path", "before"),
    [
        (retitled, "/title", "Support Agent"),
        (reworded, "/questions/angry/text", "Tell me about a time when a customer was angry with you."),
        (weighed, "/questions/unknown/score_weight", 3),
        (added, "/questions/", None),
        (deleted, "/questions/plain", "Explain something that you know well, as if I had never heard of it."),
    ],
)
def test_it_is_drift(
    repo: Repo,
    served: Served,
    somebody: Callable[[Act], None],
    act: Act,
    path: str,
    before: Any,
    replaces: bool,
) -> None:
    if replaces:
        assert repo.cli(*GO).code == 0
        repo.edit("job_overview: You", "interviewer_name: Nadia\njob_overview: You")
        repo.edit("workflow:", "ops: {on_change: replace}\nworkflow:")
    somebody(act)
    applied = repo.cli(*GO)
    assert applied.code == 0, applied.text
    shown = repo.cli("drift", "show", "--json").json["postings"][0]["drift"]
    assert len(shown) == 1, shown
    assert shown[0]["path"].startswith(path)
    said = shown[0]["baseline"]
    assert (said["text"] if isinstance(said, dict) else said) == before
    assert repo.cli(*SHOW).code == 2
    accepted = repo.cli("drift", "accept", "support")
    assert accepted.code == 0, accepted.text
    served.forget_requests()
    assert repo.cli(*GO).code == 0
    assert [it["method"] for it in served.requests() if it["method"] != "GET"] == []
    assert repo.cli(*SHOW).code == 0


def test_a_question_deleted_while_an_update_is_written_is_drift(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert repo.cli(*GO).code == 0
    repo.edit("careers.tidewater-mutual.coop/thanks", "careers.tidewater-mutual.coop/bye")
    right_after(monkeypatch, served, "update", deleted)
    assert repo.cli(*GO).code == 0
    (shown,) = repo.cli("drift", "show", "--json").json["postings"][0]["drift"]
    assert (shown["path"], shown["kind"], shown["accepted"]) == ("/questions/plain", "removed", False)
    assert repo.cli("drift", "accept", "support").code == 0
    assert "key: plain" not in repo.read()
    assert (repo.cli(*GO).code, repo.cli(*SHOW).code) == (0, 0)


def test_what_heymilo_says_otherwise_is_none_beside_it(
    repo: Repo, served: Served, somebody: Callable[[Act], None]
) -> None:
    (repo.root / "postings/support.yaml").unlink()
    (repo.root / "postings/all-steps.yaml").write_text(EVERY_STEP, encoding="utf-8")
    served._http.post("/_control/faults", json=[{"action": "rewrite"}]).raise_for_status()
    somebody(lambda served, posting_id: served.edit(posting_id, redirect_url="https://elsewhere.example/x"))
    assert repo.cli(*GO).code == 0
    shown = repo.cli("drift", "show", "--json").json["postings"][0]["drift"]
    assert [(it["path"], it["kind"]) for it in shown] == [("/redirect_url", "added")]


def test_where_heymilo_dates_no_write_it_is_its_own_doing(
    repo: Repo, served: Served, somebody: Callable[[Act], None]
) -> None:
    somebody(lambda served, posting_id: served.edit(posting_id, moves=False, title="Support Hero"))
    assert repo.cli(*GO).code == 0
    assert repo.cli(*SHOW).code == 0

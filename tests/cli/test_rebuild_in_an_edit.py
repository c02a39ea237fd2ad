"""A state that was lost in the middle of an edit in place: the rebuilt one goes on with it, to the end."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.cli.conftest import KEY, Repo, Served

UPDATE = "ops: {on_change: update}\n"
MORE = "      - {key: more, text: What else should we know?, not_scored: true}\n"
LAST = "      - key: plain\n"


@pytest.fixture(autouse=True)
def _no_git_above(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


def git(repo: Repo, *arguments: str) -> None:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    subprocess.run(["git", *who, *arguments], cwd=repo.root, check=True, capture_output=True)


def commit(repo: Repo, message: str) -> None:
    git(repo, "add", "-A")
    git(repo, "commit", "-qm", message)


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def applied(repo: Repo, served: Served) -> Repo:
    path = repo.write()
    path.write_text(path.read_text(encoding="utf-8") + UPDATE, encoding="utf-8")
    git(repo, "init", "-q", "-b", "main")
    (repo.root / ".gitignore").write_text(".heymilo/\n", encoding="utf-8")
    commit(repo, "first")
    assert repo.cli("apply", "--auto-approve").code == 0
    served.forget_requests()
    return repo


def reword(repo: Repo) -> None:
    repo.edit("a time when a customer", "the time when a customer")


def add(repo: Repo) -> None:
    repo.edit(LAST, MORE + LAST)


def take_out(repo: Repo) -> None:
    text = repo.read()
    head, _, rest = text.partition("      - key: unknown\n")
    _, plain, tail = rest.partition(LAST)
    (repo.root / "postings" / "support.yaml").write_text(head + plain + tail, encoding="utf-8")


def retitle(repo: Repo) -> None:
    repo.edit("Help customers by chat and phone", "Help people by chat and by phone")


def everything(repo: Repo) -> None:
    for change in (reword, take_out, add, retitle):
        change(repo)


def stop(repo: Repo, served: Served, method: str, path: str) -> None:
    """An apply that HeyMilo refuses half-way, and then the state is lost."""
    posting_id = repo.posting()["posting_id"]
    served.fault("refuse", method=method, path=f"/api/v2/postings/{posting_id}/{path}", status=422)
    stopped = repo.cli("apply", "--auto-approve")
    assert stopped.code == 3, stopped.text
    served.heal()
    shutil.rmtree(repo.root / ".heymilo/state/production")


def texts(served: Served, posting_id: str) -> list[str]:
    return [str(question["text"]) for question in served.questions(posting_id)]


def ask(served: Served, posting_id: str, text: str) -> None:
    """Somebody adds a question in HeyMilo's own pages."""
    body = {"modality": "voice", "text": text, "not_scored": True}
    path = f"{served.url}/api/v2/postings/{posting_id}/questions"
    httpx.post(path, json=body, headers={"X-API-KEY": KEY}, trust_env=False).raise_for_status()


@pytest.mark.parametrize(
    ("change", "method", "path"),
    [
        (reword, "PATCH", "questions/*"),
        (add, "POST", "questions"),
        (add, "POST", "questions/reorder"),
        (take_out, "DELETE", "questions/*"),
        (everything, "PATCH", "questions/*"),
        (everything, "DELETE", "questions/*"),
        (everything, "POST", "questions"),
        (everything, "POST", "questions/reorder"),
    ],
)
def test_the_next_apply_goes_on_to_the_end(applied: Repo, served: Served, change: Any, method: str, path: str) -> None:
    before = applied.posting()
    change(applied)
    commit(applied, "edit")
    stop(applied, served, method, path)
    rebuilt = applied.cli("state", "rebuild", "--auto-approve")
    assert rebuilt.code == 0, rebuilt.text
    assert "its edit in place to revision 2 has not ended" in flat(rebuilt.out)
    assert "the posting is between revisions 1 and 2" in flat(applied.cli("plan").text)
    again = applied.cli("apply", "--auto-approve")
    assert again.code == 0, again.text
    after = applied.posting()
    assert (after["posting_id"], after["candidate_url"]) == (before["posting_id"], before["candidate_url"])
    assert (after["revision"], after.get("half_edit")) == (2, None)
    asked = texts(served, after["posting_id"])
    assert len(asked) == len(set(asked)) == {reword: 3, add: 4, take_out: 2, everything: 3}[change]
    made = [each for each in served.requests("POST") if each["path"].endswith("/questions") and each["status"] < 300]
    assert len(made) == (change in (add, everything))
    assert len(served.postings()) == 1
    plan = applied.cli("plan", "--detailed-exitcode", "--refresh", "full")
    assert plan.code == 0, plan.text


def test_a_manifest_that_was_put_back_takes_the_edit_back(applied: Repo, served: Served) -> None:
    posting_id = applied.posting()["posting_id"]
    everything(applied)
    commit(applied, "edit")
    stop(applied, served, "DELETE", "questions/*")
    git(applied, "revert", "--no-edit", "HEAD")
    assert applied.cli("state", "rebuild", "--auto-approve").code == 0
    again = applied.cli("apply", "--auto-approve")
    assert again.code == 0, again.text
    assert applied.posting()["posting_id"] == posting_id
    assert len(texts(served, posting_id)) == 3
    assert "What else should we know?" not in texts(served, posting_id)


def test_a_question_of_a_person_stays(applied: Repo, served: Served) -> None:
    posting_id = applied.posting()["posting_id"]
    take_out(applied)
    commit(applied, "edit")
    stop(applied, served, "DELETE", "questions/*")
    ask(served, posting_id, "What do you earn?")
    assert applied.cli("state", "rebuild", "--auto-approve").code == 0
    served.forget_requests()
    stopped = applied.cli("apply", "--auto-approve")
    assert "What do you earn?" in texts(served, posting_id)
    assert [each for each in served.requests() if each["method"] == "DELETE"] == [], stopped.text


def test_what_nothing_explains_is_shown_and_waits_for_a_person(applied: Repo, served: Served) -> None:
    posting_id = applied.posting()["posting_id"]
    reword(applied)
    stop(applied, served, "PATCH", "questions/*")
    shutil.rmtree(applied.root / ".git")
    rebuilt = flat(applied.cli("state", "rebuild", "--auto-approve").out)
    assert "HeyMilo shows /questions/angry/text otherwise than its marks name" in rebuilt
    assert "drift accept support keeps what HeyMilo shows" in rebuilt
    assert "apply --revert support brings back what was applied" in rebuilt
    retitle(applied)
    served.forget_requests()
    held = applied.cli("apply", "--auto-approve")
    assert "support is held" in held.text
    assert "/questions/angry/text" in held.text
    assert [each for each in served.requests() if each["method"] != "GET"] == []
    reverted = applied.cli("apply", "--auto-approve", "--revert", "support")
    assert reverted.code == 0, reverted.text
    assert texts(served, posting_id)[0] == "Tell me about the time when a customer was angry with you."
    assert applied.cli("apply", "--auto-approve").code == 0
    assert "No changes." in applied.cli("plan").text


def test_a_design_that_nobody_has_any_more_holds_and_names_the_ways_out(applied: Repo, served: Served) -> None:
    reword(applied)
    stop(applied, served, "PATCH", "questions/*")
    git(applied, "checkout", "-q", "--", ".")
    rebuilt = flat(applied.cli("state", "rebuild", "--auto-approve").out)
    assert "content unknown" in rebuilt
    served.forget_requests()
    held = applied.cli("apply", "--auto-approve")
    assert "support is held" in held.text
    assert "can't be compared: snapshot" in flat(held.text)
    assert [each for each in served.requests() if each["method"] != "GET"] == []
    reword(applied)
    held = applied.cli("apply", "--auto-approve")
    assert "`heymilo-ops -w production state rebuild` compares it" in flat(held.text)
    assert [each for each in served.requests() if each["method"] != "GET"] == []
    rebuilt = flat(applied.cli("state", "rebuild", "--auto-approve").out)
    assert "revision 1; its edit in place to revision 2 has not ended" in rebuilt
    assert applied.cli("apply", "--auto-approve").code == 0
    assert applied.posting()["revision"] == 2
    assert "No changes." in applied.cli("plan").text


def test_a_rebuild_of_a_whole_state_keeps_an_edit_that_goes_on(applied: Repo, served: Served) -> None:
    posting_id = applied.posting()["posting_id"]
    reword(applied)
    served.fault("refuse", method="PATCH", path=f"/api/v2/postings/{posting_id}/questions/*", status=422)
    assert applied.cli("apply", "--auto-approve").code == 3
    served.heal()
    before = applied.posting()
    rebuilt = applied.cli("state", "rebuild", "--auto-approve")
    assert rebuilt.code == 0
    assert "nothing to rebuild" in rebuilt.text
    assert applied.posting() == before


def test_a_stale_state_knows_what_was_applied_before(applied: Repo, served: Served) -> None:
    saved = applied.root / "saved"
    shutil.copytree(applied.root / ".heymilo/state/production", saved)
    everything(applied)
    stop(applied, served, "DELETE", "questions/*")
    shutil.copytree(saved, applied.root / ".heymilo/state/production")
    assert applied.cli("state", "rebuild", "--auto-approve").code == 0
    assert applied.posting()["half_edit"]["number"] == 2
    assert applied.cli("apply", "--auto-approve").code == 0
    plan = applied.cli("plan", "--detailed-exitcode", "--refresh", "full")
    assert plan.code == 0, plan.text


def test_an_edit_that_ended_is_taken_as_done(applied: Repo, served: Served) -> None:
    everything(applied)
    commit(applied, "edit")
    assert applied.cli("apply", "--auto-approve").code == 0
    shutil.rmtree(applied.root / ".heymilo/state/production")
    rebuilt = flat(applied.cli("state", "rebuild", "--auto-approve").out)
    assert "has not ended" not in rebuilt
    assert "otherwise than its marks name" not in rebuilt
    assert applied.posting()["revision"] == 2
    served.forget_requests()
    assert "No changes." in applied.cli("plan").text

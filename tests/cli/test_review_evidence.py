"""Who reviewed and approved what was applied: recorded with the revision, and exported for a period."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Repo, Served


def reviewed_plan(repo: Repo, *accepted: str, number: int = 12) -> tuple[Path, Path]:
    """A saved plan that pull request #12 showed, and the evidence that CI makes of it."""
    folder, plan, review = repo.root / f"reviewed-{number}", repo.root / "plan.json", repo.root / "review.json"
    pull = {"number": number, "head_sha": "a" * 40, "merged": True, "merged_at": "2026-11-27T12:00:00Z"}
    (folder / str(number)).mkdir(parents=True)
    described = json.dumps({**pull, "approvers": ["hana", "ivo"]})
    (folder / str(number) / "pull_request.json").write_text(described, encoding="utf-8")
    if not accepted:
        shown = folder / str(number) / "plan.json"
        assert repo.cli("plan", "--refresh", "none", "--out", str(shown)).code == 0
    assert repo.cli("plan", "--allow-large-change", "--out", str(plan)).code == 0
    options = [f"--accept={name}" for name in accepted]
    if accepted:
        options.append(f"--digest={json.loads(plan.read_text(encoding='utf-8'))['digest']}")
    ran = repo.cli(
        "review", "compare", str(plan), "--reviewed", str(folder), "--evidence", str(review), *options
    )  # fmt: skip
    assert ran.code == 0, ran.text
    data = json.loads(review.read_text(encoding="utf-8"))
    review.write_text(json.dumps({**data, "deployment_approvers": ["jo"]}), encoding="utf-8")
    return plan, review


def exported(repo: Repo, *args: str) -> Any:
    path = repo.root / "evidence.json"
    assert repo.cli("history", *args, "--evidence", str(path)).code == 0
    return json.loads(path.read_text(encoding="utf-8"))


def test_what_is_applied_carries_who_reviewed_and_approved_it(repo: Repo, served: Served) -> None:
    repo.write("another")
    plan, review = reviewed_plan(repo)
    assert repo.cli("apply", str(plan), "--review", str(review)).code == 0
    (revision,) = repo.posting()["revisions"]
    assert revision["review"]["pull_requests"] == [12]
    assert revision["review"]["approvers"] == ["hana", "ivo"]
    assert revision["review"]["deployment_approvers"] == ["jo"]
    assert revision["review"]["accepted"] is False
    shown = json.loads((repo.root / "reviewed-12/12/plan.json").read_text(encoding="utf-8"))
    assert revision["review"]["digest"] == shown["document_digest"]

    (row,) = exported(repo, "support")["revisions"]
    assert (row["address"], row["number"], row["review"]) == ("support", 1, revision["review"])

    (repo.root / "postings/support.yaml").unlink()
    plan, review = reviewed_plan(repo, "support", number=13)
    options = ("--allow-large-change",)
    assert repo.cli("apply", str(plan), "--review", str(review), *options).code == 0
    (row,) = exported(repo, "support")["revisions"]
    assert row["archive_review"] == {**row["archive_review"], "accepted": True, "pull_requests": [], "digest": None}
    assert row["review"]["pull_requests"] == [12]


def test_a_period_is_of_what_was_applied_or_archived_in_it(repo: Repo, served: Served) -> None:
    assert repo.cli("apply", "--auto-approve").code == 0
    at = repo.posting()["revisions"][0]["applied_at"]
    day = at[:10]
    periods = {
        (): 1,
        ("--from", day, "--to", day): 1,
        ("--to", at): 1,
        ("--from", "2100-01-01"): 0,
    }
    for period, number in periods.items():
        assert len(exported(repo, *period)["revisions"]) == number, period
    assert exported(repo, "--to", "2020-01-01")["revisions"] == []
    assert exported(repo)["revisions"][0]["review"] is None
    assert repo.cli("history", "--from", day).code == 64
    assert repo.cli("history", "--evidence", str(repo.root / "no/such/folder")).code == 1


def test_evidence_of_another_plan_or_of_none_is_refused(repo: Repo, served: Served) -> None:
    plan, review = reviewed_plan(repo)
    assert repo.cli("apply", "--review", str(review)).code == 64
    data = json.loads(review.read_text(encoding="utf-8"))
    review.write_text(json.dumps({**data, "plan_digest": "sha256:" + "0" * 64}), encoding="utf-8")
    assert repo.cli("apply", str(plan), "--review", str(review)).code == 4
    review.write_text("{}", encoding="utf-8")
    ran = repo.cli("apply", str(plan), "--review", str(review))
    assert ran.code == 1 and "holds no evidence" in ran.err
    assert [it for it in served.requests() if it["method"] != "GET"] == []


def test_the_outcome_is_written_beside_the_text(repo: Repo, served: Served) -> None:
    path = repo.root / "outcome.json"
    ran = repo.cli("apply", "--auto-approve", "--outcome", str(path))
    assert ran.code == 0 and "support" in ran.out
    outcome = json.loads(path.read_text(encoding="utf-8"))
    assert [(it["address"], it["result"]) for it in outcome["outcomes"]] == [("support", "done")]
    assert repo.cli("apply", "--auto-approve", "--outcome", str(path)).code == 0
    assert json.loads(path.read_text(encoding="utf-8"))["outcomes"] == []
    failed = repo.cli("apply", "--auto-approve", "--outcome", str(repo.root))
    assert failed.code == 64


def test_an_outcome_that_can_not_be_written_fails_no_run(repo: Repo, served: Served) -> None:
    ran = repo.cli("apply", "--auto-approve", "--outcome", str(repo.root / "no/such/file"))
    assert ran.code == 0 and "can't be written" in ran.err
    assert repo.posting()["revision"] == 1


def test_a_reader_sends_nothing_whatever_it_runs(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEYMILO_OPS_READ_ONLY", "1")
    assert repo.cli("plan", "--out", str(repo.root / "plan.json")).code == 0
    served.forget_requests()
    for args in (("apply", "--auto-approve"), ("apply", str(repo.root / "plan.json")), ("archive", "support")):
        ran = repo.cli(*args)
        assert ran.code == 1 and "HEYMILO_OPS_READ_ONLY is set" in ran.err, ran.text
    assert [it for it in served.requests() if it["method"] != "GET"] == []


@pytest.mark.parametrize(("visibility", "code"), [("public", 1), ("private", 0), ("internal", 0)])
def test_a_public_repository_has_to_be_accepted(repo: Repo, visibility: str, code: int) -> None:
    ran = repo.cli("review", "audience", visibility)
    assert ran.code == code
    assert code == 0 or ("candidates can read" in ran.err and "public_repo: accepted" in ran.err)
    with (repo.root / "heymilo.yaml").open("a", encoding="utf-8") as file:
        file.write("public_repo: accepted\n")
    assert repo.cli("review", "audience", visibility).code == 0


def test_the_team_of_a_role_is_that_of_heymilo_yaml(repo: Repo) -> None:
    assert (repo.cli("review", "team", "legal").code, repo.cli("review", "team", "legal").out) == (0, "")
    with (repo.root / "heymilo.yaml").open("a", encoding="utf-8") as file:
        file.write("reviewers: {legal: {team: '@acme/legal'}, recruiter: {}}\n")
    assert repo.cli("review", "team", "legal").out == "@acme/legal\n"
    assert repo.cli("review", "team", "recruiter").out == ""
    assert repo.cli("review", "team", "janitor").code == 64

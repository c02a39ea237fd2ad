"""``review compare``: a saved plan beside the plans of merged pull requests, in a folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Repo, Served


@pytest.fixture
def reviewed(repo: Repo, served: Served) -> Path:
    """A plan that creates a posting, and the pull request #12 that showed it."""
    folder = repo.root / "reviewed"
    add(folder, 12)
    assert repo.cli("plan", "--refresh", "none", "--out", str(folder / "12/plan.json")).code == 0
    assert repo.cli("plan", "--out", str(repo.root / "plan.json")).code == 0
    return folder


def add(folder: Path, number: int, **more: Any) -> None:
    described = {"number": number, "head_sha": "a" * 40, "merged": True, "merged_at": "2026-11-27T12:00:00Z", **more}
    (folder / str(number)).mkdir(parents=True)
    (folder / str(number) / "pull_request.json").write_text(json.dumps(described), encoding="utf-8")


def words(text: str) -> str:
    return " ".join(text.split())


def compare(repo: Repo, *args: str) -> Any:
    return repo.cli("review", "compare", str(repo.root / "plan.json"), "--reviewed", str(repo.root / "reviewed"), *args)


def test_what_was_reviewed_goes_on(repo: Repo, reviewed: Path) -> None:
    """The plan of a pull request is made without HeyMilo, that of an apply with it."""
    ran = compare(repo)
    assert (ran.code, ran.err) == (0, "")
    assert "support  created             as reviewed in #12" in ran.out
    assert "1 change, as reviewed." in ran.out
    data = compare(repo, "--json").json
    assert data["reviewed"] is True
    assert [(it["address"], it["standing"], it["pull_requests"]) for it in data["changes"]] == [
        ("support", "as_reviewed", [12])
    ]


def test_what_was_not_stops_with_a_list_and_the_way_out(repo: Repo, reviewed: Path) -> None:
    repo.write("another")
    repo.edit("title: Support Agent", "title: Support Adviser")
    assert repo.cli("plan", "--out", str(repo.root / "plan.json")).code == 0
    ran = compare(repo)
    assert ran.code == 1
    assert "support  created             differs from what was reviewed in #12" in ran.out
    assert "another  created             not reviewed" in ran.out
    digest = json.loads((repo.root / "plan.json").read_text(encoding="utf-8"))["digest"]
    assert f"  plan-digest: {digest}\n  accept: another support\n" in ran.out
    assert "2 of 2 changes are not as reviewed: nothing is applied." in ran.out

    shown = compare(repo, "--format", "markdown")
    assert shown.code == 1
    assert "> [!CAUTION]" in shown.out and f"plan-digest: {digest}\naccept: another support" in shown.out

    some = compare(repo, "--digest", digest, "--accept", "another")
    assert some.code == 1 and "1 of 2 changes is not as reviewed" in some.out
    every = compare(repo, "--digest", digest, "--accept", "another", "--accept", "support")
    assert every.code == 0
    assert "differs from what was reviewed in #12, accepted" in every.out
    assert "2 changes, 2 of them accepted without a review." in every.out


def test_an_acceptance_is_of_one_plan_and_of_its_addresses(repo: Repo, reviewed: Path) -> None:
    digest = json.loads((repo.root / "plan.json").read_text(encoding="utf-8"))["digest"]
    assert compare(repo, "--accept", "support").code == 64
    stale = compare(repo, "--digest", "sha256:" + "0" * 64, "--accept", "support")
    assert (stale.code, stale.out) == (4, "") and digest in stale.err
    unknown = compare(repo, "--digest", digest, "--accept", "suport")
    assert unknown.code == 64 and "no change of suport" in unknown.err


def test_an_unmerged_pull_request_is_no_review(repo: Repo, reviewed: Path) -> None:
    path = reviewed / "12/pull_request.json"
    path.write_text(path.read_text(encoding="utf-8").replace("true", "false"), encoding="utf-8")
    assert compare(repo).code == 1


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "it has no plan"),
        ("{", "its plan can't be read: plan.json holds no plan"),
        ("large", "its plan has"),
        ("{}", "its plan can't be read: this is not a plan file"),
    ],
)
def test_a_plan_that_can_not_be_read_is_named_and_is_no_review(
    repo: Repo, reviewed: Path, content: str | None, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = reviewed / "12/plan.json"
    path.unlink()
    if content == "large":
        monkeypatch.setattr("heymilo_ops.usecases.reviewed_plans.LARGEST_PLAN", 3)
    if content is not None:
        path.write_text(content, encoding="utf-8")
    ran = compare(repo)
    assert ran.code == 1 and f"#12 was merged, but {problem}" in words(ran.out)
    assert compare(repo, "--json").json["unread"][0]["pull_request"] == 12
    assert "12 was merged, but" in compare(repo, "--format", "markdown").out


def test_a_description_that_is_none_is_an_error(repo: Repo, reviewed: Path) -> None:
    add(reviewed, 13, head_sha="x")
    ran = compare(repo)
    assert (ran.code, ran.out) == (1, "") and "doesn't describe a pull request" in words(ran.err)


def test_a_plan_without_changes_needs_no_review(repo: Repo, served: Served) -> None:
    assert repo.cli("apply", "--auto-approve").code == 0
    (repo.root / "reviewed").mkdir()
    assert repo.cli("plan", "--out", str(repo.root / "plan.json")).code == 0
    for args in ((), ("--format", "markdown")):
        ran = compare(repo, *args)
        assert ran.code == 0 and "The plan changes nothing." in ran.out

"""The script of the workflows, job by job, against a GitHub on loopback."""

from __future__ import annotations

import importlib.util
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.ci.conftest import TEMPLATES
from tests.ci.fake_github import BOT, REPOSITORY, TOKEN, FakeGitHub, serve

HEAD, MERGE, NOW = "a" * 40, "b" * 40, "c" * 40
REVIEW = "<!-- heymilo-ops:plan workspace=production v=1 -->\n### Interview changes"
Job = Callable[..., int]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("github_jobs", TEMPLATES / "github_jobs.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def github() -> Iterator[FakeGitHub]:
    with serve(FakeGitHub(lambda old, new: old == MERGE)) as github:
        yield github


@pytest.fixture
def job(script: ModuleType, github: FakeGitHub, monkeypatch: pytest.MonkeyPatch) -> Job:
    """Run a job; more of its environment by name."""
    monkeypatch.setattr(script.time, "sleep", lambda _: None)

    def run(*arguments: str, **more: str) -> int:
        known = {"GITHUB_API_URL": github.url, "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN}
        known |= {"GITHUB_RUN_ID": "7", "GITHUB_SHA": NOW, "PULL_REQUEST": "12", "HEAD_SHA": HEAD, "BRANCH": "main"}
        for name, value in {**known, **more}.items():
            monkeypatch.setenv(name, value)
        return int(script.main(list(arguments)))

    return run


def text_file(folder: Path, text: str, name: str = "file") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def run_of(number: int, **more: Any) -> dict[str, Any]:
    run = {"id": number, "event": "pull_request", "path": ".github/workflows/plan.yml", "head_sha": HEAD}
    return {**run, "created_at": f"2026-11-27T10:0{number}:00Z", "head_repository": {"full_name": REPOSITORY}, **more}


def keep(github: FakeGitHub, folder: Path, run: dict[str, Any], plan: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "plan.json").write_text(plan, encoding="utf-8")
    (folder / "run-me.sh").write_text("exit 1", encoding="utf-8")
    github.keep(run, folder)


def merged(github: FakeGitHub, number: int = 12, commit: str = MERGE) -> None:
    pull = {"number": number, "state": "closed", "merged_at": "2026-11-27T11:00:00Z", "merge_commit_sha": commit}
    github.pulls.append({**pull, "head": {"sha": HEAD}})


# --- the comment ------------------------------------------------------------------------------------------------------


def test_a_comment_is_not_written_again_where_nothing_changed(job: Job, github: FakeGitHub, tmp_path: Path) -> None:
    path = text_file(tmp_path, REVIEW)
    assert (job("comment", path), job("comment", path)) == (0, 0)
    assert github.writes == [("POST", "issues/12/comments")]


@pytest.mark.parametrize(
    "user",
    [{"login": "mallory", "type": "User"}, {"login": "github-actions[bot]", "type": "User"}, {**BOT, "login": "x"}],
)
def test_what_somebody_else_wrote_is_not_ours(
    job: Job, github: FakeGitHub, tmp_path: Path, user: dict[str, str]
) -> None:
    github.comments[12] = [{"id": 1, "user": user, "body": "<!-- heymilo-ops:review changed=x content=y -->"}]
    assert job("comment", text_file(tmp_path, REVIEW)) == 0
    assert github.writes == [("POST", "issues/12/comments")]


def test_what_a_review_says_of_the_one_before_is_no_change_of_it(job: Job, github: FakeGitHub, tmp_path: Path) -> None:
    assert job("earlier", str(tmp_path / "earlier")) == 0
    assert (tmp_path / "earlier").read_text(encoding="utf-8") == ""
    for since in ("", "\n\n**Since the last version of this review**: nothing changed.\n"):
        assert job("comment", text_file(tmp_path, REVIEW + since)) == 0
    first, second = (it["body"].splitlines()[0] for it in (github.comments[12][0], github.comments[12][-1]))
    assert first == second and "nothing changed" in github.comments[12][0]["body"]
    assert job("earlier", str(tmp_path / "earlier")) == 0
    assert (tmp_path / "earlier").read_text(encoding="utf-8").startswith(REVIEW)


@pytest.mark.parametrize("text", ["", "### No marker", "x" * 300_000])
def test_what_is_no_review_is_not_posted(
    job: Job, github: FakeGitHub, tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert job("comment", text_file(tmp_path, text)) == 1
    assert capsys.readouterr().out.startswith("::error::")
    assert github.writes == []


def test_a_review_that_is_too_long_is_named_where_it_stands(job: Job, github: FakeGitHub, tmp_path: Path) -> None:
    assert job("comment", text_file(tmp_path, REVIEW + "x" * 64_000)) == 0
    assert "It stands in the summary" in github.comments[12][0]["body"]


def test_only_the_last_word_of_a_reviewer_counts(job: Job, github: FakeGitHub, tmp_path: Path) -> None:
    old = {"commit_id": HEAD, "submitted_at": "2020-01-01T00:00:00Z"}
    words = (("a", "APPROVED"), ("a", "CHANGES_REQUESTED"), ("b", "APPROVED"), ("b", "COMMENTED"), ("c", "DISMISSED"))
    github.reviews[12] = [{"user": {"login": login}, "state": state, **old} for login, state in words]
    github.reviews[12].append({"user": None, "state": "APPROVED", **old})  # somebody who left GitHub
    assert job("comment", text_file(tmp_path, REVIEW)) == 0
    assert "Approved before this review last changed: `b`." in github.comments[12][0]["body"]


def test_a_comment_beyond_the_first_page_is_found(job: Job, github: FakeGitHub, tmp_path: Path) -> None:
    others = [{"id": number, "user": {"login": "ada", "type": "User"}, "body": "Hm."} for number in range(150)]
    ours = {"id": 900, "user": BOT, "body": "<!-- heymilo-ops:review changed=x content=y -->"}
    github.comments[12] = [*others, ours]
    assert job("comment", text_file(tmp_path, REVIEW)) == 0
    assert github.writes == [("PATCH", "issues/comments/900")]


# --- what was reviewed ------------------------------------------------------------------------------------------------


def test_the_plan_of_the_newest_run_of_the_own_workflow_is_taken(job: Job, github: FakeGitHub, tmp_path: Path) -> None:
    merged(github)
    merged(github, 13, "d" * 40)  # after this commit
    said = {"state": "APPROVED", "commit_id": HEAD, "submitted_at": "x"}
    github.reviews[12] = [{"user": {"login": "ivo"}, **said}, {"user": BOT, **said}]
    keep(github, tmp_path / "1", run_of(1), "old")
    keep(github, tmp_path / "2", run_of(2), "ours")
    keep(github, tmp_path / "3", run_of(3, head_repository={"full_name": "stranger/interviews"}), "of a fork")
    keep(github, tmp_path / "4", run_of(4, path=".github/workflows/other.yml"), "of another workflow")
    keep(github, tmp_path / "5", run_of(5, head_repository=None), "of a repository that is gone")
    out = tmp_path / "out"
    assert job("reviewed", str(out)) == 0
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*")) == [
        *("12", "12/plan.json", "12/pull_request.json")
    ]
    assert (out / "12/plan.json").read_text(encoding="utf-8") == "ours"
    described = json.loads((out / "12/pull_request.json").read_text(encoding="utf-8"))
    assert described == {
        "number": 12,
        "head_sha": HEAD,
        "merged": True,
        "merged_at": "2026-11-27T11:00:00Z",
        "planned_at": "2026-11-27T10:02:00Z",
        "approvers": ["ivo"],
    }
    assert github.downloads == [None]


@pytest.mark.parametrize("how", ["expired", "damaged", "corrupt", "kept after the merge", "no run", "too large"])
def test_a_pull_request_without_a_plan_is_described_all_the_same(
    job: Job, github: FakeGitHub, tmp_path: Path, how: str, script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    merged(github)
    if how != "no run":
        keep(github, tmp_path / "1", run_of(1), "x" * 5000)
    if how == "expired":
        github.artifacts[1][0]["expired"] = True
    if how == "damaged":
        github.artifacts[1][0]["content"] = b"no archive"
    if how == "corrupt":
        content = github.artifacts[1][0]["content"]
        github.artifacts[1][0]["content"] = content[:40] + bytes(len(content[40:60])) + content[60:]
    if how == "kept after the merge":
        github.artifacts[1][0]["created_at"] = "2026-11-27T11:00:01Z"
    if how == "too large":
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("plan.json", "x" * 100_000)
        github.artifacts[1][0]["content"] = packed.getvalue()
        monkeypatch.setattr(script, "LARGEST", 50_000)
    out = tmp_path / "out"
    assert job("reviewed", str(out)) == 0
    assert [path.name for path in (out / "12").iterdir()] == ["pull_request.json"]


# --- who says yes -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "digest", "code"),
    [
        ({"protection_rules": [{"type": "required_reviewers", "reviewers": [1]}]}, "", 0),
        ({"protection_rules": [{"type": "required_reviewers", "reviewers": []}]}, "", 1),
        ({"protection_rules": [{"type": "wait_timer"}]}, "", 1),
        (None, "", 1),
        (None, "sha256:1", 0),
        (None, "sha256:2", 1),
    ],
)
def test_a_plan_that_nobody_is_asked_about_needs_its_digest(
    job: Job, github: FakeGitHub, tmp_path: Path, environment: Any, digest: str, code: int,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    if environment is not None:
        github.environments["production"] = environment
    path = text_file(tmp_path, json.dumps({"digest": "sha256:1"}))
    assert job("gate", path, ENVIRONMENT="production", PLAN_DIGEST=digest) == code
    assert code == 0 or "plan-digest: sha256:1" in capsys.readouterr().out


def test_who_approved_the_run_stands_in_the_evidence(job: Job, github: FakeGitHub, tmp_path: Path) -> None:
    github.approvals = [
        {"state": state, "user": {"login": login}} for login, state in (("jo", "approved"), ("x", "rejected"))
    ]
    path = text_file(tmp_path, json.dumps({"plan_digest": "sha256:1"}))
    assert job("approvals", path) == 0
    assert json.loads(Path(path).read_text(encoding="utf-8")) == {
        "plan_digest": "sha256:1",
        "deployment_approvers": ["jo"],
    }


# --- the legal team ---------------------------------------------------------------------------------------------------


def opinion(login: str | None, *teams: str, state: str = "APPROVED", commit: str = HEAD) -> dict[str, Any]:
    nodes = [{"slug": team, "organization": {"login": "acme"}} for team in teams]
    author = {"login": login} if login else None
    return {"state": state, "author": author, "commit": {"oid": commit}, "onBehalfOf": {"nodes": nodes}}


@pytest.mark.parametrize(
    ("requires", "team", "opinions", "status"),
    [
        (["recruiter"], "@acme/legal", [], "success"),
        (["legal"], "@acme/legal", [], "pending"),
        (["legal"], "@acme/legal", [opinion("ivo", "sales"), opinion(None)], "pending"),
        (["legal"], "@acme/legal", [opinion("ivo", "legal", state="CHANGES_REQUESTED")], "pending"),
        (["legal"], "@acme/legal", [opinion("ivo", "legal", commit=MERGE)], "pending"),
        (["legal"], "@acme/legal", [opinion("ivo", "legal")], "success"),
        (["legal"], "@Jo", [opinion("jo")], "success"),
        (["legal"], "@jo", [opinion("ivo")], "pending"),
        (None, "@acme/legal", [], "pending"),
        (["legal"], "", [], None),
        (["legal"], "@acme/legal\nx", [], None),
    ],
)
def test_legal_is_asked_and_waited_for(
    job: Job, github: FakeGitHub, tmp_path: Path, requires: Any, team: str, opinions: Any, status: str | None
) -> None:
    github.opinions = opinions
    if requires is not None:
        text_file(tmp_path, json.dumps({"requires": requires}), "plan.json")
    text_file(tmp_path, f"{team}\n", "legal_team.txt")
    assert job("legal", str(tmp_path)) == 0
    assert [(it["sha"], it["context"], it["state"]) for it in github.statuses] == (
        [(HEAD, "heymilo-ops/legal", status)] if status else []
    )
    asked = {"team_reviewers": ["legal"]} if team == "@acme/legal" else {"reviewers": ["jo"]}
    assert [{key: it[key] for key in asked} for it in github.asked] == ([asked] if status == "pending" else [])


def test_a_team_that_can_not_be_asked_is_a_warning(
    job: Job, github: FakeGitHub, tmp_path: Path, script: ModuleType, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    text_file(tmp_path, '{"requires": ["legal"]}', "plan.json")
    text_file(tmp_path, "@acme/legal", "legal_team.txt")
    monkeypatch.setattr("tests.ci.fake_github.ROUTES", [it for it in _routes() if "requested_reviewers" not in it[0]])
    assert job("legal", str(tmp_path)) == 0
    assert "::warning::@acme/legal could not be asked" in capsys.readouterr().out
    assert [it["state"] for it in github.statuses] == ["pending"]


def _routes() -> Any:
    from tests.ci.fake_github import ROUTES

    return ROUTES


def test_what_a_commit_kept_is_fetched_again_for_a_later_run(job: Job, github: FakeGitHub, tmp_path: Path) -> None:
    keep(github, tmp_path / "1", run_of(1), "ours")
    assert job("kept", str(tmp_path / "out")) == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["plan.json"]


# --- issues, links and pull requests ----------------------------------------------------------------------------------


def test_who_can_read_the_repository_is_asked_where_the_event_does_not_say(
    job: Job, github: FakeGitHub, capsys: pytest.CaptureFixture[str]
) -> None:
    github.visibility = "internal"
    assert job("visibility") == 0
    assert capsys.readouterr().out == "internal\n"


def test_an_issue_of_somebody_else_is_left_alone(job: Job, github: FakeGitHub, tmp_path: Path) -> None:
    forged = {"number": 3, "state": "open", "user": {"login": "mallory", "type": "User"}, "title": "x"}
    github.issues.append({**forged, "body": "<!-- heymilo-ops:drift -->"})
    github.issues.append({**forged, "number": 4, "user": BOT, "body": None})
    assert job("issue", "drift", text_file(tmp_path, "")) == 0
    assert github.writes == []
    assert job("issue", "drift", text_file(tmp_path, "Changed\nA title.")) == 0
    assert job("issue", "apply", text_file(tmp_path, "Failed\nA table.")) == 0
    assert [it["title"] for it in github.issues if it["user"] == BOT][1:] == ["Changed", "Failed"]
    assert "actions/runs/7" in github.issues[-1]["body"]


def test_links_that_changed_are_a_table_that_nothing_breaks(
    job: Job, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = [
        {"address": "a|b", "before": "https://x/1", "after": "https://x/2", "before_open": False},
        {"address": "c", "before": "https://x/3", "after": None, "before_open": True},
        {"address": "new", "before": None, "after": "https://x/4", "before_open": False},
    ]
    assert job("links", text_file(tmp_path, json.dumps({"links": changed}))) == 0
    rows = capsys.readouterr().out.splitlines()[-2:]
    assert rows == ["| a b | https://x/1 | no more | https://x/2 |", "| c | https://x/3 | still | – |"]
    assert job("links", text_file(tmp_path, "{}")) == 0
    assert capsys.readouterr().out == ""


def test_a_pull_request_is_opened_for_a_branch(
    job: Job, github: FakeGitHub, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert job("pull", "back", text_file(tmp_path, "Go back\n\nAsked for.")) == 0
    (pull,) = github.pulls
    assert (pull["title"], pull["body"], pull["head"], pull["base"]) == ("Go back", "Asked for.", "back", "main")
    assert capsys.readouterr().out == "its page\n"


def test_a_github_that_is_not_there_or_refuses_is_one_line(
    job: Job, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = text_file(tmp_path, REVIEW)
    for more in ({"GITHUB_API_URL": "http://127.0.0.1:9"}, {"GITHUB_TOKEN": "another"}):
        assert job("comment", path, **more) == 1
        (line,) = capsys.readouterr().out.splitlines()
        assert line.startswith("::error::GitHub ") and TOKEN not in line
    assert job("dance") == 1

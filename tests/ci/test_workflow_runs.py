"""The workflows run for real: a pull request, its merge, its apply; what wasn't reviewed; drift; a way back."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, datetime
from typing import Any

from tests.ci.conftest import TOOLS, Repository, git, read
from tests.cli.conftest import KEY, Served

PUSH = {"ref": "refs/heads/main"}
SCRIPT = ".github/heymilo-ops/github_jobs.py"


def revisions(repository: Repository) -> dict[str, Any]:
    """The newest revision of each posting, as the state's branch has it."""
    git(repository.root, "fetch", "--quiet", "origin", "heymilo-state")
    names = git(repository.root, "ls-tree", "-r", "--name-only", "FETCH_HEAD").splitlines()
    (path,) = (name for name in names if name.endswith("production/state.json"))
    state = json.loads(git(repository.root, "show", f"FETCH_HEAD:{path}"))
    return {name: posting["revisions"][-1] for name, posting in state["postings"].items()}


def test_a_pull_request_has_one_comment_of_what_it_does(repository: Repository) -> None:
    github = repository.github
    body = "<!-- heymilo-ops:review changed=2020-01-01T00:00:00Z content=0 -->\nNothing changes."
    forged = {"id": 1, "user": {"login": "mallory", "type": "User"}, "body": body}
    github.comments[12] = [dict(forged)]
    config = repository.root / "heymilo.yaml"
    config.write_text(f"{read(config)}reviewers: {{legal: {{team: '@acme/legal'}}}}\n", encoding="utf-8")
    repository.commit()
    repository.write("support")
    config.write_text(read(config).replace("@acme/legal", "@mallory"), encoding="utf-8")
    script = repository.root / SCRIPT
    script.write_text("raise SystemExit('what the branch says is run')", encoding="utf-8")

    first = repository.open(12, "support", checks=True)
    assert first.code == 0, first.log
    (comment,) = repository.ours(12)
    assert "Support Agent" in comment and "Support Agent" in first.summary
    kept = {path.name for path in (repository.artifacts() / "heymilo-review").iterdir()}
    assert {"comment.md", "legal_team.txt", "plan.json", "review.docx", "review.html"} <= kept
    assert github.asked[0]["team_reviewers"] == ["legal"]
    assert [it["state"] for it in github.statuses] == ["pending"]
    head, now = git(repository.root, "rev-parse", "HEAD"), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    repository.approve(12, "ivo", head, "2020-01-01T00:00:00Z")
    repository.approve(12, "hana", head, now)
    repository.approve(12, "late", head, "2100-01-01T00:00:00Z")

    repository.write("support", **{"Support Agent": "Support Adviser"})
    second = repository.open(12, "support")
    assert second.code == 0, second.log
    (comment,) = repository.ours(12)
    assert "Support Adviser" in comment and "Support Agent" not in comment
    assert "**Since the last version of this review**: " in comment and "changed again" in comment
    assert "Approved before this review last changed: `hana`, `ivo`." in comment
    assert github.comments[12][0] == forged
    assert [path for _, path in github.writes if "comments" in path] == ["issues/12/comments", "issues/comments/12001"]

    pull = repository.pull(12, "support")
    by_team = {"nodes": [{"slug": "legal", "organization": {"login": "acme"}}]}
    review = {"state": "APPROVED", "author": {"login": "ivo"}, "commit": {"oid": pull["head"]["sha"]}}
    github.opinions = [{**review, "onBehalfOf": by_team}]
    approved = repository.act("legal.yml", "pull_request_review", {"pull_request": pull})
    assert approved.code == 0, approved.log
    assert (github.statuses[-1]["sha"], github.statuses[-1]["state"]) == (pull["head"]["sha"], "success")


def test_a_fork_gets_the_summary_only(repository: Repository) -> None:
    repository.write("support")
    ran = repository.open(12, "support", fork=True)
    assert ran.code == 0, ran.log
    assert "Support Agent" in ran.summary
    assert (repository.github.writes, repository.github.runs) == ([], [])


def test_what_two_pull_requests_showed_is_applied_once_somebody_approves(
    repository: Repository, served: Served
) -> None:
    github = repository.github
    for number, name in ((12, "support"), (13, "sales")):
        git(repository.root, "switch", "--quiet", "main")
        repository.write(name)
        assert repository.open(number, name, "plan").code == 0
        repository.approve(
            number, f"reviewer-of-{number}", git(repository.root, "rev-parse", "HEAD"), "2026-11-27T09:30:00Z"
        )
    for number, name in ((12, "support"), (13, "sales")):
        repository.merge(number, name)

    planned = repository.act("apply.yml", "push", PUSH, job="plan")
    assert planned.code == 0, planned.log
    assert "as reviewed in #12" in planned.summary and "as reviewed in #13" in planned.summary
    assert [it["method"] for it in served.requests() if it["method"] != "GET"] == []
    assert github.downloads == [None, None]  # the token stays at GitHub

    github.approvals.append({"state": "approved", "user": {"login": "jo"}, "environments": [{"name": "production"}]})
    applied = repository.act("apply.yml", "push", PUSH, job="apply", alone=True)
    assert applied.code == 0, applied.log
    kept = revisions(repository)
    assert {name: it["review"]["pull_requests"] for name, it in kept.items()} == {"support": [12], "sales": [13]}
    assert kept["support"]["review"]["approvers"] == ["reviewer-of-12"]
    assert kept["support"]["review"]["deployment_approvers"] == ["jo"]

    again = repository.act("apply.yml", "push", PUSH, job="apply", alone=True)
    assert again.code == 1 and "this plan was applied already" in again.log
    assert "Apply to production failed" in read(repository.artifacts() / "failed/issue.md")
    assert "support" in read(repository.artifacts() / "failed/issue.md")
    assert len(served.postings()) == 2

    for result, state in (("failure", "open"), ("failure", "open"), ("success", "closed")):
        ran = repository.act("apply.yml", "push", PUSH, job="issue", alone=True, result=result)
        assert ran.code == 0, ran.log
        assert [(it["title"], it["state"]) for it in github.issues] == [("Apply to production failed", state)]


def test_what_nobody_reviewed_stops_and_goes_on_by_hand(repository: Repository, served: Served) -> None:
    repository.write("support")
    repository.commit()
    stopped = repository.act("apply.yml", "push", PUSH, job="plan")
    assert stopped.code == 1, stopped.log
    assert "not reviewed" in stopped.summary and "accept: support" in stopped.summary
    assert not (repository.artifacts() / "plan").exists()

    (line,) = (line for line in stopped.summary.splitlines() if line.startswith("plan-digest: "))
    digest = line.partition(" ")[2]
    repository.github.environments.clear()
    for given, code in (("sha256:" + "0" * 64, 1), (digest, 0)):
        inputs = {"plan-digest": given, "accept": "support"}
        ran = repository.act("apply.yml", "workflow_dispatch", {**PUSH, "inputs": inputs}, job="plan")
        assert ran.code == code, ran.log
    assert (repository.artifacts() / "plan/plan.json").is_file()
    assert served.postings() == []


def test_drift_opens_one_issue_and_closes_it(repository: Repository, served: Served) -> None:
    github = repository.github
    repository.write("support")
    repository.commit()
    environment = {"HEYMILO_API_KEY": KEY, "HEYMILO_OPS_ALLOW_HOST": "127.0.0.1", "PATH": "/usr/bin:/bin"}
    apply = [TOOLS / "heymilo-ops", "-C", repository.root, "-w", "production", "apply", "--auto-approve"]
    subprocess.run(apply, check=True, capture_output=True, env=environment, timeout=60)
    posting_id = served.postings()[0]["id"]
    before = served.postings()[0]["title"]

    served.edit(posting_id, title="Changed by hand")
    for _ in range(2):
        ran = repository.act("drift.yml", "schedule", {})
        assert ran.code == 0, ran.log
    (issue,) = github.issues
    assert "Changed by hand" in issue["body"] and issue["state"] == "open"

    served.edit(posting_id, title=before)
    ran = repository.act("drift.yml", "schedule", {})
    assert ran.code == 0, ran.log
    assert [it["state"] for it in github.issues] == ["closed"]
    git(repository.root, "fetch", "--quiet", "origin", "heymilo-state")
    assert "people.json" in git(repository.root, "ls-tree", "-r", "--name-only", "FETCH_HEAD")


def test_a_way_back_is_proposed_as_a_pull_request(repository: Repository, served: Served) -> None:
    environment = {"HEYMILO_API_KEY": KEY, "HEYMILO_OPS_ALLOW_HOST": "127.0.0.1", "PATH": "/usr/bin:/bin"}
    apply = [TOOLS / "heymilo-ops", "-C", repository.root, "-w", "production", "apply", "--auto-approve"]
    for title in ("Support Agent", "Support Adviser"):
        repository.write("support", **{"title: Support Agent": f"title: {title}"})
        repository.commit()
        subprocess.run(apply, check=True, capture_output=True, env=environment, timeout=60)
    inputs = {"name": "support", "revision": "1"}
    ran = repository.act("rollback.yml", "workflow_dispatch", {**PUSH, "inputs": inputs})
    assert ran.code == 0, ran.log
    (pull,) = repository.github.pulls
    assert pull["title"] == "Go back to revision 1 of support" and pull["base"] == "main"
    git(repository.root, "fetch", "--quiet", "origin", pull["head"])
    assert git(repository.root, "diff", "--name-only", "main", "FETCH_HEAD") == "postings/support.yaml"
    assert "title: Support Agent" in git(repository.root, "show", "FETCH_HEAD:postings/support.yaml")

    hostile = {"name": "support; touch pwned", "revision": "1"}
    refused = repository.act("rollback.yml", "workflow_dispatch", {**PUSH, "inputs": hostile})
    assert refused.code == 1 and len(repository.github.pulls) == 1

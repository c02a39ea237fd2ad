"""What heymilo.yaml says of safety can't change unseen, and what is live isn't left behind."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.cli.options import Session
from heymilo_ops.usecases.plan import read_earlier_config
from tests.cli.conftest import KEY, Ran, Repo, Served

OFFLINE = ("plan", "--refresh", "none")
GO = ("apply", "--auto-approve")


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    done = subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def config(repo: Repo, old: str, new: str) -> None:
    path = repo.root / "heymilo.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def codes(ran: Ran) -> list[str]:
    return [each["code"] for each in ran.json["findings"]]


@pytest.fixture
def kept(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repo in git, with what was applied from its main branch, on a branch of its own."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    (repo.root / ".gitignore").write_text(".heymilo/\nold/\nnew/\n", encoding="utf-8")
    git(repo.root, "init", "--quiet", "--initial-branch=main")
    git(repo.root, "add", "--all")
    git(repo.root, "commit", "--quiet", "-m", "start")
    assert repo.cli(*GO).code == 0
    git(repo.root, "checkout", "--quiet", "-b", "feature")
    served.forget_requests()
    return repo


def moved(repo: Repo, place: str = "new") -> None:
    """Commit another place of the state."""
    config(repo, "    settle_seconds: 0\n", f"    settle_seconds: 0\n    state: {place}\n")
    git(repo.root, "commit", "--quiet", "--all", "-m", "move")


# --- against the last apply -------------------------------------------------------------------------------------------


def test_an_apply_records_what_was_said(repo: Repo, served: Served) -> None:
    repo.cli(*GO)
    said = {"api_key_env": "HEYMILO_API_KEY", "base_url": served.url, "project": "acme-talent"}
    assert repo.state()["safety"] == {**said, "guards.max_affected": "none", "lint": "every rule", "people": "on"}
    assert repo.state()["last_apply"]["status"] == "done"


@pytest.mark.parametrize("url", ["https://attacker.example", "http://127.0.0.1:1"])
def test_another_url_is_in_the_plan_that_needs_no_key(repo: Repo, served: Served, url: str) -> None:
    repo.cli(*GO)
    config(repo, f"base_url: {served.url}", f"base_url: {url}")
    shown = repo.cli(*OFFLINE, "--detailed-exitcode")
    assert shown.code == 2, shown.text
    assert "No changes" not in shown.out
    assert "PL601" in shown.out
    said = " ".join(shown.out.split())
    assert f"base_url in heymilo.yaml is {url}; at the last apply it was {served.url}" in said
    assert "PL601" in repo.cli(*OFFLINE, "--quiet").out
    assert "PL601" in repo.cli(*OFFLINE, "--format", "markdown").out
    data = repo.cli(*OFFLINE, "--json")
    assert codes(data) == ["PL601"]
    assert data.json["safety"] == [{"setting": "base_url", "before": served.url, "after": url, "commit": None}]


def test_a_setting_alone_is_recorded_by_an_apply(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repo.cli(*GO)
    config(repo, "    base_url:", "    api_key_env: HEYMILO_OTHER\n    base_url:")
    monkeypatch.setenv("HEYMILO_OTHER", KEY)
    last = repo.state()["last_apply"]
    assert repo.cli("apply").code == 1, "somebody has to say yes"
    saved = str(tmp_path / "saved.json")
    assert repo.cli("plan", "--out", saved).code == 0
    assert "api_key_env" in repo.cli("show", saved).out
    served.forget_requests()
    done = repo.cli("apply", saved)
    assert (done.code, "Recorded as heymilo.yaml says it now: api_key_env." in done.err) == (0, True), done.text
    assert repo.state()["safety"]["api_key_env"] == "HEYMILO_OTHER"
    assert repo.state()["last_apply"] == last
    assert {each["method"] for each in served.requests()} == {"GET"}
    assert repo.cli("apply", saved).code == 4
    assert "No changes" in repo.cli("plan", "--detailed-exitcode").out


def test_a_saved_plan_is_stale_under_another_setting(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repo.cli(*GO)
    repo.edit("2035-01-31", "2035-02-28")
    saved = str(tmp_path / "saved.json")
    repo.cli("plan", "--out", saved)
    config(repo, "    base_url:", "    api_key_env: HEYMILO_OTHER\n    base_url:")
    monkeypatch.setenv("HEYMILO_OTHER", KEY)
    served.forget_requests()
    refused = repo.cli("apply", saved)
    assert refused.code == 4, refused.text
    assert "api_key_env in heymilo.yaml is HEYMILO_OTHER now" in refused.err
    assert served.requests("PATCH") == []


def test_a_state_that_was_written_before_there_was_a_record(repo: Repo, served: Served) -> None:
    repo.cli(*GO)
    path = repo.root / ".heymilo/state/production/state.json"
    state: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    del state["safety"]
    path.write_text(json.dumps(state), encoding="utf-8")
    for command in (("plan", "--detailed-exitcode"), (*OFFLINE, "--detailed-exitcode"), ("list",), ("doctor",)):
        ran = repo.cli(*command)
        assert (ran.code, "PL601" in ran.out) == (1 if command == ("doctor",) else 0, False), ran.text
    repo.edit("2035-01-31", "2035-02-28")
    assert repo.cli(*GO).code == 0
    assert repo.state()["safety"]["base_url"] == served.url


def test_a_rollback_and_its_plan_are_under_the_same_settings(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.cli(*GO)
    repo.edit("Support Agent", "Support Guide")
    repo.cli(*GO)
    config(repo, "    base_url:", "    api_key_env: HEYMILO_OTHER\n    base_url:")
    monkeypatch.setenv("HEYMILO_OTHER", KEY)
    ran = repo.cli("rollback", "support", "--auto-approve")
    assert (ran.code, "PL601" in ran.out) == (0, True), ran.text
    assert repo.state()["safety"]["api_key_env"] == "HEYMILO_OTHER"


# --- against the default branch ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [OFFLINE, ("plan",), GO])
@pytest.mark.parametrize("with_project", [False, True])
def test_another_place_leaves_nothing_live_behind(
    kept: Repo, served: Served, command: tuple[str, ...], with_project: bool
) -> None:
    moved(kept)
    if with_project:
        config(kept, "project: acme-talent", "project: other-talent")
    stopped = kept.cli(*command)
    assert stopped.code == 1, stopped.text
    said = " ".join(stopped.text.split())
    assert "keeps the state in .heymilo/state/production, which knows 1 live posting (support)" in said
    assert "state in heymilo.yaml is new; in commit" in said
    assert served.requests("POST") == []


def test_the_name_of_a_workspace_leaves_nothing_live_behind(kept: Repo, served: Served) -> None:
    config(kept, "  production:\n", "  live:\n")
    config(kept, "default_workspace: production", "default_workspace: live")
    stopped = kept.cli(*GO)
    assert stopped.code == 1, stopped.text
    assert "PL602" in stopped.out
    assert served.requests("POST") == []


def test_on_the_default_branch_its_parent_is_compared_with(kept: Repo, served: Served) -> None:
    moved(kept)
    git(kept.root, "checkout", "--quiet", "main")
    git(kept.root, "merge", "--quiet", "--no-ff", "-m", "merge", "feature")
    stopped = kept.cli(*GO)
    assert (stopped.code, "PL602" in stopped.out) == (1, True), stopped.text
    assert served.requests("POST") == []


def test_what_is_not_committed_is_compared_too(kept: Repo) -> None:
    git(kept.root, "checkout", "--quiet", "main")
    config(kept, "    settle_seconds: 0\n", "    settle_seconds: 0\n    state: new\n")
    assert "PL602" in kept.cli(*OFFLINE).out


def test_a_state_may_be_moved(kept: Repo, served: Served, tmp_path: Path) -> None:
    pulled = tmp_path / "pulled.json"
    pulled.write_text(kept.cli("state", "pull").out, encoding="utf-8")
    moved(kept)
    assert kept.cli("state", "push", str(pulled), "--auto-approve").code == 0
    planned = kept.cli("plan", "--json", "--detailed-exitcode")
    assert (planned.code, codes(planned)) == (0, ["PL601"]), planned.text
    assert kept.cli(*GO).code == 0


def test_a_place_of_then_that_can_not_be_read_is_told(kept: Repo) -> None:
    (kept.root / ".heymilo/state/production/state.json").write_text("{", encoding="utf-8")
    moved(kept)
    shown = kept.cli(*OFFLINE)
    assert shown.code == 0, shown.text
    said = " ".join(shown.out.split())
    assert "which can't be read now (.heymilo/state/production/state.json can't be understood" in said
    assert "Nothing is known of earlier applies: there is no state in new" in said


def test_what_nothing_was_applied_with_yet_is_compared_with_the_default_branch(kept: Repo, served: Served) -> None:
    (kept.root / ".heymilo/state/production/state.json").unlink()
    config(kept, f"base_url: {served.url}", "base_url: https://attacker.example")
    planned = kept.cli(*OFFLINE, "--json")
    (change,) = planned.json["safety"]
    assert (change["setting"], change["before"], change["commit"]) == (
        "base_url",
        served.url,
        git(kept.root, "rev-parse", "main"),
    )
    assert planned.json["notes"][0].startswith("Nothing is known of earlier applies")


def test_a_file_of_then_that_is_refused_today_is_read_all_the_same(kept: Repo) -> None:
    git(kept.root, "checkout", "--quiet", "main")
    config(kept, "    base_url:", "    api_key_env: AWS_SECRET_ACCESS_KEY\n    base_url:")
    git(kept.root, "commit", "--quiet", "--all", "-m", "as it was")
    config(kept, "AWS_SECRET_ACCESS_KEY", "HEYMILO_API_KEY")
    state = json.loads((kept.root / ".heymilo/state/production/state.json").read_text(encoding="utf-8"))
    del state["safety"]
    (kept.root / ".heymilo/state/production/state.json").write_text(json.dumps(state), encoding="utf-8")
    (change,) = kept.cli(*OFFLINE, "--json").json["safety"]
    assert (change["setting"], change["before"]) == ("api_key_env", "AWS_SECRET_ACCESS_KEY")


@pytest.mark.parametrize(
    "text", ["", "[", "a: 1\n", "workspaces: 3\n", "workspaces: {production: 3, old: 4}\n", "- a\n"]
)
def test_a_file_of_then_that_makes_no_sense_tells_nothing(kept: Repo, text: str) -> None:
    path = kept.root / "heymilo.yaml"
    good = path.read_text(encoding="utf-8")
    git(kept.root, "checkout", "--quiet", "main")
    path.write_text(text, encoding="utf-8")
    git(kept.root, "commit", "--quiet", "--all", "--amend", "-m", "odd")
    path.write_text(good, encoding="utf-8")
    assert "No changes" in kept.cli(*OFFLINE).out


def test_a_sandbox_is_compared_with_nothing(kept: Repo) -> None:
    workspace = Session(str(kept.root)).find_project().workspace_named("sandbox")
    assert read_earlier_config(workspace, None) is None
    config(kept, "  production:\n", "  old:\n    sandbox: true\n  production:\n")
    git(kept.root, "commit", "--quiet", "--all", "-m", "more")
    config(kept, "  old:\n    sandbox: true\n", "")
    assert "No changes" in kept.cli(*OFFLINE).out


# --- where git has nothing --------------------------------------------------------------------------------------------


def test_marks_that_the_new_place_does_not_know_stop_the_plan(repo: Repo, served: Served) -> None:
    repo.cli(*GO)
    config(repo, "    settle_seconds: 0\n", "    settle_seconds: 0\n    state: new\n")
    stopped = repo.cli(*GO)
    assert (stopped.code, "PL501" in stopped.out) == (1, True), stopped.text
    offline = repo.cli(*OFFLINE)
    assert "Nothing is known of earlier applies: there is no state in new" in " ".join(offline.out.split())
    assert len(served.postings()) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [("project: acme-talent", "project: other-talent"), ("production", "live")],
    ids=["project", "workspace"],
)
def test_no_second_posting_of_a_name_for_a_renamed_project(repo: Repo, served: Served, old: str, new: str) -> None:
    repo.cli(*GO)
    config(repo, "    settle_seconds: 0\n", "    settle_seconds: 0\n    state: new\n")
    config(repo, old, new)
    stopped = repo.cli(*GO)
    assert (stopped.code, "PL508" in stopped.out) == (1, True), stopped.text
    assert len(served.postings()) == 1
    assert repo.cli(*GO, "--recreate", "support").code == 0
    assert len(served.postings()) == 2


def test_another_project_in_the_same_place_is_refused(repo: Repo, served: Served, cli: Callable[..., Ran]) -> None:
    repo.cli(*GO)
    config(repo, "project: acme-talent", "project: other-talent")
    for command in (OFFLINE, ("plan",), GO):
        refused = repo.cli(*command)
        assert (refused.code, "belongs to acme-talent/production" in refused.err) == (1, True)
    assert len(served.postings()) == 1

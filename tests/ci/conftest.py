"""A repo at a GitHub on loopback, its workflows run by ``act`` without docker, and a HeyMilo in another process."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from heymilo_ops.cli.main import run as heymilo_ops
from tests.ci.fake_github import BOT, REPOSITORY, TOKEN, FakeGitHub, serve
from tests.cli.conftest import CONFIG, KEY, POSTING, Served, served, serving

__all__ = ["served", "serving"]

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "heymilo_ops/usecases/templates/github"
TOOLS = Path(sys.executable).parent
STUBS = {
    "setup-python": "true",
    "upload-artifact": 'mkdir -p "$FAKE_ARTIFACTS/$NAME"\ncp -r "${FROM%/}/." "$FAKE_ARTIFACTS/$NAME/"',
    "download-artifact": 'mkdir -p "$FROM"\ncp -r "$FAKE_ARTIFACTS/$NAME/." "$FROM/"',
}
"""Actions that the workflows use, and what stands in for each."""

_STUB = """\
name: stub
description: stands in
inputs: {name: {default: ""}, path: {default: ""}, python-version: {default: ""}, if-no-files-found: {default: ""},
  retention-days: {default: ""}, overwrite: {default: ""}}
runs:
  using: composite
  steps:
    - shell: bash
      env: {NAME: "${{ inputs.name }}", FROM: "${{ inputs.path }}"}
      run: |
"""


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture(scope="session")
def stubs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a git repository for each action."""
    folder = tmp_path_factory.mktemp("actions")
    for name, script in STUBS.items():
        (folder / name).mkdir()
        lines = "".join(f"        {line}\n" for line in script.splitlines())
        (folder / name / "action.yml").write_text(_STUB + lines, encoding="utf-8")
        git(folder / name, "init", "--quiet")
        git(folder / name, "add", ".")
        git(folder / name, "commit", "--quiet", "-m", "stub")
    return folder


@dataclass
class Ran:
    """What a run of a workflow came to."""

    code: int
    log: str
    summary: str


@dataclass
class Repository:
    """A clone of a repository at the fake GitHub, whose workflows can be run."""

    root: Path
    github: FakeGitHub
    stubs: Path
    clock: datetime = datetime(2026, 11, 27, 9, tzinfo=UTC)
    runs: int = 0
    bases: dict[str, str] = field(default_factory=dict)

    def tick(self) -> str:
        """The next minute, as GitHub writes it."""
        self.clock += timedelta(minutes=1)
        return self.clock.strftime("%Y-%m-%dT%H:%M:%SZ")

    def write(self, name: str, **changes: str) -> None:
        text = POSTING.replace("NAME", name)
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new)
        (self.root / "postings").mkdir(exist_ok=True)
        (self.root / f"postings/{name}.yaml").write_text(text, encoding="utf-8")

    def commit(self, branch: str = "main") -> str:
        """Commit everything on a branch, which is made of main where it isn't there."""
        known = git(self.root, "branch", "--list", branch)
        if git(self.root, "branch", "--show-current") != branch:
            git(self.root, "switch", "--quiet", *([branch] if known else ["--create", branch]))
        git(self.root, "add", "--all")
        git(self.root, "commit", "--quiet", "-m", "change")
        return git(self.root, "rev-parse", "HEAD")

    def artifacts(self) -> Path:
        """What the last run uploaded."""
        return self.root.parent / f"artifacts-{self.runs}"

    def act(
        self,
        name: str,
        event: str,
        payload: dict[str, Any],
        *,
        job: str = "",
        alone: bool = False,
        result: str = "success",
        checks: bool = False,
    ) -> Ran:
        """Run a workflow on what is checked out. ``alone``: this job without those before it, on what they uploaded.

        ``result``: how the job before it ended.
        """
        before = self.artifacts()
        self.runs += 1
        kept = self.artifacts()
        if alone:
            shutil.copytree(before, kept)
        kept.mkdir(exist_ok=True)
        workflow = self.root.parent / f"{self.runs}-{name}"
        workflow.write_text(runnable(name, job if alone else "", result, checks=checks), encoding="utf-8")
        data = {"repository": {"full_name": REPOSITORY, "visibility": "private", "default_branch": "main"}, **payload}
        (self.root.parent / "event.json").write_text(json.dumps(data), encoding="utf-8")
        summary = self.root.parent / f"summary-{self.runs}.md"
        summary.touch()
        variables = {
            "FAKE_ARTIFACTS": kept,
            "FAKE_CLONE": self.root,
            "FAKE_SUMMARY": summary,
            "GITHUB_ACTOR": "jo",
            "GITHUB_API_URL": self.github.url,
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_RUN_ID": 100 + self.runs,
            "HEYMILO_OPS_ALLOW_HOST": "127.0.0.1",
        }
        command = [str(TOOLS / "act"), event, "-W", str(workflow), "-e", str(self.root.parent / "event.json")]
        command += ["-P", "ubuntu-24.04=-self-hosted", "--no-cache-server", "--action-offline-mode"]
        command += ["--action-cache-path", str(self.root.parent / "act"), "--var", "HEYMILO_APPLY=yes"]
        command += ["-s", f"GITHUB_TOKEN={TOKEN}", "-s", f"HEYMILO_API_KEY={KEY}"]
        command += [word for key, value in variables.items() for word in ("--env", f"{key}={value}")]
        command += [word for pair in self._actions() for word in ("--local-repository", pair)]
        command += ["-j", job] if job else []
        home = {"HOME": str(self.root.parent), "PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}", "LANG": "C.UTF-8"}
        ran = subprocess.run(
            command, cwd=self.root, env=home, check=False, capture_output=True, text=True, timeout=120
        )  # fmt: skip
        assert KEY not in ran.stdout.replace("***", "")
        return Ran(ran.returncode, ran.stdout + ran.stderr, summary.read_text(encoding="utf-8"))

    def _actions(self) -> Iterator[str]:
        for name in STUBS:
            for pin in set(re.findall(rf"actions/{name}@(\w+)", "".join(map(read, TEMPLATES.glob("*.yml"))))):
                yield f"actions/{name}@{pin}={self.stubs / name}"

    def pull(self, number: int, branch: str, owner: str = REPOSITORY) -> dict[str, Any]:
        """A pull request as events describe it."""
        return {
            "number": number,
            "head": {"sha": git(self.root, "rev-parse", branch), "ref": branch, "repo": {"full_name": owner}},
            "base": {"sha": git(self.root, "rev-parse", "main"), "ref": "main"},
        }

    def open(self, number: int, branch: str, job: str = "", *, fork: bool = False, checks: bool = False) -> Ran:
        """Push what is there to the branch of a pull request: its workflow runs on the merge of both branches."""
        head, owner = self.commit(branch), "stranger/interviews" if fork else REPOSITORY
        pull = self.pull(number, branch, owner)
        git(self.root, "switch", "--quiet", "--detach", "main")
        git(self.root, "merge", "--quiet", "--no-ff", "-m", "merge", branch)
        ran = self.act("plan.yml", "pull_request", {"number": number, "pull_request": pull}, job=job, checks=checks)
        git(self.root, "switch", "--quiet", branch)
        run = {"id": 100 + self.runs, "event": "pull_request", "path": ".github/workflows/plan.yml", "head_sha": head}
        review = self.artifacts() / "heymilo-review"
        if review.is_dir():
            self.github.keep({**run, "created_at": self.tick(), "head_repository": {"full_name": owner}}, review)
        return ran

    def merge(self, number: int, branch: str) -> str:
        """Merge a pull request into main, and check that out."""
        head = git(self.root, "rev-parse", branch)
        git(self.root, "switch", "--quiet", "main")
        git(self.root, "merge", "--quiet", "--no-ff", "-m", f"merge #{number}", branch)
        commit = git(self.root, "rev-parse", "HEAD")
        merged = {"number": number, "state": "closed", "merged_at": self.tick(), "merge_commit_sha": commit}
        self.github.pulls.append({**merged, "head": {"sha": head}, "user": {"login": "ada"}})
        return commit

    def approve(self, number: int, login: str, commit: str, at: str) -> None:
        """Approve a commit of a pull request."""
        review = {"user": {"login": login}, "state": "APPROVED", "commit_id": commit, "submitted_at": at}
        self.github.reviews.setdefault(number, []).append(review)

    def ours(self, number: int) -> list[str]:
        """What the workflows wrote under a pull request."""
        return [it["body"] for it in self.github.comments.get(number, []) if it["user"] == BOT]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


CHECKS = {
    "Check the format of the postings",
    "Check the schemas",
    "Lint",
    "Write the page and the Word file",
}


def runnable(name: str, job: str = "", result: str = "success", *, checks: bool = True) -> str:
    """A template as it stands in a repo, but that nothing is installed and the summary can be read afterwards.

    ``job``: this one alone, as if those before it had gone well. ``checks``: whether those stay that change nothing.
    """
    text = read(TEMPLATES / name).replace("@branch@", "main").replace("$GITHUB_STEP_SUMMARY", "$FAKE_SUMMARY")
    data = yaml.safe_load(text)
    data["on"] = data.pop(True)
    if job:
        data["jobs"] = {job: {key: value for key, value in data["jobs"][job].items() if key not in ("if", "needs")}}
    for part in data["jobs"].values():
        part["steps"] = [_step(step, result) for step in part["steps"] if checks or step["name"] not in CHECKS]
    return yaml.safe_dump(data, sort_keys=False)


def _step(step: dict[str, Any], result: str) -> dict[str, Any]:
    """A step without an installation. act copies the work tree for a checkout, so another commit is cloned here."""
    if step["name"] == "Install heymilo-ops":
        return {"name": step["name"], "run": "true"}
    if ref := step.get("with", {}).get("ref"):
        return {
            "name": step["name"],
            "env": {"REF": ref},
            "run": 'git clone --quiet "$FAKE_CLONE" .\ngit checkout --quiet "$REF"',
        }
    if "needs.apply.result" in step.get("if", ""):
        return {**step, "if": step["if"].replace("needs.apply.result", f"'{result}'")}
    return step


@pytest.fixture
def repository(tmp_path: Path, served: Served, stubs: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    """A repo without postings, pushed to a remote, with the script of its workflows and its state on a branch."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    git(tmp_path, "init", "--quiet", "--bare", "remote.git")
    git(tmp_path, "init", "--quiet", "project")
    root = tmp_path / "project"
    git(root, "remote", "add", "origin", str(tmp_path / "remote.git"))
    config = CONFIG.replace("URL", served.url)
    config = config.replace("  sandbox:\n", "    state: git:origin/heymilo-state\n  sandbox:\n")
    (root / "heymilo.yaml").write_text(config, encoding="utf-8")
    folder = root / ".github/heymilo-ops"
    folder.mkdir(parents=True)
    shutil.copy(TEMPLATES / "github_jobs.py", folder)
    (root / ".gitignore").write_text("*.local\n", encoding="utf-8")
    assert heymilo_ops(["-C", str(root), "schema"]) == 0

    def is_ancestor(old: str, new: str) -> bool:
        asked = subprocess.run(["git", "merge-base", "--is-ancestor", old, new], cwd=root, check=False)
        return asked.returncode == 0

    with serve(FakeGitHub(is_ancestor)) as github:
        github.environments["production"] = {
            "protection_rules": [{"type": "required_reviewers", "reviewers": [{"type": "User"}]}]
        }
        repository = Repository(root, github, stubs)
        repository.commit()
        git(root, "push", "--quiet", "origin", "main")
        yield repository

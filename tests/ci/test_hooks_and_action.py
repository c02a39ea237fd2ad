"""What other repos take from this one: hooks for pre-commit and an action, both run for real; and the runbook."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from heymilo_ops.cli.main import run
from heymilo_ops.errors import Exit
from heymilo_ops.usecases.ci_files import WORKFLOWS
from tests.ci.conftest import ROOT, STUBS, TOOLS, git, read
from tests.cli.conftest import CONFIG, POSTING

HOOKS = ("heymilo-ops-fmt", "heymilo-ops-lint", "heymilo-ops-schema")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repo with one posting, all of it committed."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    root = tmp_path / "project"
    (root / "postings").mkdir(parents=True)
    (root / "heymilo.yaml").write_text(CONFIG.replace("URL", "https://api.heymilo.ai"), encoding="utf-8")
    (root / "postings/support.yaml").write_text(POSTING.replace("NAME", "support"), encoding="utf-8")
    assert run(["-C", str(root), "schema"]) == 0
    assert run(["-C", str(root), "fmt"]) == 0
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", "start")
    return root


def environment(root: Path) -> dict[str, str]:
    return {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "HOME": str(root.parent),
        "LANG": "C.UTF-8",
        "PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(root.parent / "pre-commit"),
    }


def test_pre_commit_runs_the_hooks(project: Path) -> None:
    hooks = project.parent / "hooks"
    hooks.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
    git(hooks, "init", "--quiet")
    git(hooks, "add", "--all")
    git(hooks, "commit", "--quiet", "-m", "hooks")
    config = {"repo": str(hooks), "rev": git(hooks, "rev-parse", "HEAD"), "hooks": [{"id": name} for name in HOOKS]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [config]}), encoding="utf-8")
    git(project, "add", "--all")

    def pre_commit() -> tuple[int, list[str]]:
        command = [str(TOOLS / "pre-commit"), "run", "--all-files", "--color", "never"]
        ran = subprocess.run(
            command, cwd=project, env=environment(project), check=False, capture_output=True, text=True, timeout=120
        )  # fmt: skip
        return ran.returncode, re.findall(r"^heymilo-ops (\w+)\.+(\w+)$", ran.stdout, flags=re.M)

    assert pre_commit() == (0, [("fmt", "Passed"), ("lint", "Passed"), ("schema", "Passed")])
    path = project / "postings/support.yaml"
    path.write_text(read(path).replace("title: Support Agent", "titel:    'Support Agent'"), encoding="utf-8")
    (project / "schemas/posting.schema.json").write_text("{}", encoding="utf-8")
    code, results = pre_commit()
    assert (code, results[1:]) == (1, [("lint", "Failed"), ("schema", "Failed")])


def test_the_action_lints_and_plans(project: Path, stubs: Path) -> None:
    """In a workflow of its own; only the installation is left out, since this tool is here."""
    action = yaml.safe_load(read(ROOT / "action.yml"))
    for step in action["runs"]["steps"]:
        if step["name"] == "Install heymilo-ops":
            step["run"] = "true"
    (project / "action").mkdir()
    (project / "action/action.yml").write_text(yaml.safe_dump(action, sort_keys=False), encoding="utf-8")
    steps = [
        {"uses": "actions/checkout@v7"},
        {"id": "ops", "uses": "./action"},
        {"run": 'grep "Support Agent" "$REVIEW"', "env": {"REVIEW": "${{ steps.ops.outputs.review }}"}},
    ]
    workflow = {"on": "push", "jobs": {"check": {"runs-on": "ubuntu-24.04", "steps": steps}}}
    (project.parent / "check.yml").write_text(yaml.safe_dump(workflow), encoding="utf-8")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "-m", "action")
    pin = re.findall(r"setup-python@(\w+)", read(ROOT / "action.yml"))[0]
    command = [str(TOOLS / "act"), "push", "-W", str(project.parent / "check.yml"), "--no-cache-server"]
    command += ["-P", "ubuntu-24.04=-self-hosted", "--action-offline-mode"]
    command += ["--action-cache-path", str(project.parent / "act")]
    command += ["--local-repository", f"actions/setup-python@{pin}={stubs / next(iter(STUBS))}"]
    ran = subprocess.run(
        command, cwd=project, env=environment(project), check=False, capture_output=True, text=True, timeout=120
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.count("Support Agent")


def test_the_action_passes_its_inputs_by_the_environment_and_installs_by_hashes() -> None:
    steps = yaml.safe_load(read(ROOT / "action.yml"))["runs"]["steps"]
    assert not [step["name"] for step in steps if "${{" in step.get("run", "")]
    (install,) = (step["run"].splitlines() for step in steps if step["name"] == "Install heymilo-ops")
    assert "--require-hashes" in install[0] and "--only-binary=:all:" in install[0]
    assert all("--no-deps" in line for line in install)
    checked = read(ROOT / ".github/workflows/plan.yml")
    for pin in re.findall(r"uses: (\S+ # v\S+)", read(ROOT / "action.yml")):
        assert pin in checked


def test_the_runbook_has_a_section_for_each_exit_code() -> None:
    sections = re.findall(r"^## (\d+): ", read(ROOT / "docs/runbook.md"), flags=re.M)
    assert sections == [str(code.value) for code in Exit]


def test_the_page_on_ci_names_each_workflow_that_init_writes_and_each_hook() -> None:
    page = read(ROOT / "docs/ci.md")
    assert re.findall(r"^\| `(\w+\.yml)` \|", page, flags=re.M) == [*WORKFLOWS]
    assert all(name in page for name in HOOKS)

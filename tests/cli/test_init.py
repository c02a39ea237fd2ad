"""A new user: an empty folder, and nothing but what the tool prints."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from heymilo_ops.statefile.folder import save_new
from tests.cli.conftest import Ran
from tests.installed import RECORD, installed_from


def test_following_what_is_printed_ends_with_an_applied_posting(
    tmp_path: Path, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Our Interviews"
    folder.mkdir()
    monkeypatch.chdir(folder)
    began = cli("init")
    assert began.code == 0
    commands = re.findall(r"^  (heymilo-ops .*?)(?:   .*)?$", began.out, re.M)
    assert [shlex.split(each)[1] for each in commands] == ["lint", "plan", "apply"]
    for each in commands:
        args = shlex.split(each)[1:]
        done = cli(*args, *(["--auto-approve"] if args[0] == "apply" else []))
        assert done.code == 0, done.text
    assert "1 created" in done.out
    assert "project: our-interviews" in Path("heymilo.yaml").read_text(encoding="utf-8")
    assert cli("fmt", "--check").code == 0
    assert cli("schema", "--check").code == 0
    assert cli("lint", "--fail-on", "warning").code == 0
    assert cli("doctor").code == 0


def test_nothing_is_overwritten(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    installed_from(RECORD, tmp_path_factory.mktemp("site"), monkeypatch)
    root = str(tmp_path)
    assert cli("init", root, "--ci", "github").code == 0
    kept = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    (tmp_path / "heymilo.yaml").write_text("mine", encoding="utf-8")
    kept[tmp_path / "heymilo.yaml"] = b"mine"
    (tmp_path / ".gitignore").write_text("node_modules/", encoding="utf-8")
    again = cli("init", root, "--ci", "github")
    assert again.code == 0
    assert "  written " not in again.out
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8").startswith("node_modules/\n")
    for path, content in kept.items():
        if path.name != ".gitignore":
            assert path.read_bytes() == content, path


def test_a_name_that_cannot_be_one(tmp_path: Path, cli: Callable[..., Ran]) -> None:
    assert cli("init", str(tmp_path), "--project", "No Good").code == 64
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert cli("init", str(tmp_path / "file" / "below")).code == 1


# --- which branch the workflows apply ---------------------------------------------------------------------------------


def applied_by(root: Path) -> str:
    """The branch whose pushes are applied: the filter and the condition of the workflow say the same."""
    text = (root / ".github/workflows/apply.yml").read_text(encoding="utf-8")
    (branch,) = re.findall(r'^    branches: \["(.*)"\]$', text, flags=re.M)
    assert f"if: github.ref == 'refs/heads/{branch}' &&" in text and "@branch@" not in text
    return str(branch)


@pytest.fixture
def started(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone on a branch of its own, of a remote whose default branch is ``trunk``."""
    installed_from(RECORD, tmp_path_factory.mktemp("site"), monkeypatch)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for arguments in (
        ("init", "-q", "--initial-branch=trunk", "origin"),
        ("-C", "origin", "-c", "user.name=A", "-c", "user.email=a@b.test", "commit", "-qm", "x", "--allow-empty"),
        ("clone", "-q", "origin", "desk"),
        ("-C", "desk", "checkout", "-qb", "topic"),
    ):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path / "desk"


def test_it_is_the_default_branch_of_the_remote(started: Path, cli: Callable[..., Ran]) -> None:
    shown = cli("init", str(started), "--ci", "github")
    assert (shown.code, applied_by(started)) == (0, "trunk"), shown.text
    assert "A push to trunk is planned" in shown.out and "'heymilo-plan' without" in shown.out


def test_it_is_the_one_that_is_asked_for(started: Path, cli: Callable[..., Ran]) -> None:
    assert cli("init", str(started), "--ci", "github", "--branch", "release/2027").code == 0
    assert applied_by(started) == "release/2027"


def test_where_git_does_not_know_it_somebody_says_it(
    started: Path, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run(["git", "remote", "set-head", "origin", "--delete"], cwd=started, check=True)
    refused = cli("init", str(started), "--ci", "github")
    assert refused.code == 64 and "there are several branches: topic, trunk" in refused.err
    assert "--branch NAME" in refused.err and not (started / ".github").exists()
    monkeypatch.setattr("heymilo_ops.cli.session.Session.interactive", property(lambda _: True))
    monkeypatch.setattr("heymilo_ops.cli.init.click.prompt", lambda *_, default: default)
    assert cli("init", str(started), "--ci", "github").code == 0
    assert applied_by(started) == "topic"


@pytest.mark.parametrize("name", ["a b", "${{x}}", "it's", '"', "rel*", "-x"])
def test_a_branch_that_fits_no_workflow_is_refused(started: Path, cli: Callable[..., Ran], name: str) -> None:
    refused = cli("init", str(started), "--ci", "github", f"--branch={name}")
    assert (refused.code, "can't stand in a workflow" in refused.err) == (64, True)
    assert not (started / ".github").exists()


def test_in_a_new_folder_it_is_main(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    installed_from(RECORD, tmp_path_factory.mktemp("site"), monkeypatch)
    assert cli("init", str(tmp_path / "new"), "--ci", "github").code == 0
    assert applied_by(tmp_path / "new") == "main"


# --- where the state of production goes -------------------------------------------------------------------------------


@pytest.fixture
def away_from_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository above the test's own folder counts, and no configuration of this machine."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")


def in_git(folder: Path, *remotes: str) -> Path:
    folder.mkdir()
    for command in (["init", "--quiet"], *(["remote", "add", name, "https://git.invalid/a.git"] for name in remotes)):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def production(root: Path) -> Any:
    return yaml.safe_load((root / "heymilo.yaml").read_text(encoding="utf-8"))["workspaces"]["production"]


@pytest.mark.usefixtures("away_from_git")
@pytest.mark.parametrize(
    ("remotes", "state"),
    [
        (("origin",), "git:origin/heymilo-state"),
        (("backup", "origin"), "git:origin/heymilo-state"),
        (("upstream", "fork"), "git:fork/heymilo-state"),
        (("a/b", "fork"), "git:fork/heymilo-state"),
        (("a/b",), ".heymilo/state/production"),
        ((), ".heymilo/state/production"),
    ],
)
def test_the_state_of_production_is_on_a_branch_where_there_is_a_remote(
    remotes: tuple[str, ...], state: str, tmp_path: Path, cli: Callable[..., Ran]
) -> None:
    root = in_git(tmp_path / "repo", *remotes) / "hiring"
    began = cli("init", str(root))
    assert began.code == 0, began.text
    assert production(root) == {"api_key_env": "HEYMILO_API_KEY", "state": state}
    assert state.removeprefix("git:") in began.out
    protected = "nobody but the apply job may push, and nobody may force-push or delete it" in began.out
    assert protected == state.startswith("git:")
    assert cli("-C", str(root), "lint", "--fail-on", "warning").code == 0
    assert cli("-C", str(root), "fmt", "--check").code == 0


@pytest.mark.usefixtures("away_from_git")
def test_outside_git_and_without_git_it_is_a_folder(
    tmp_path: Path, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli("init", str(tmp_path / "a")).code == 0
    assert production(tmp_path / "a")["state"] == ".heymilo/state/production"
    in_git(tmp_path / "b", "origin")
    monkeypatch.setenv("PATH", "")
    assert cli("init", str(tmp_path / "b")).code == 0
    assert production(tmp_path / "b")["state"] == ".heymilo/state/production"


@pytest.mark.usefixtures("away_from_git")
def test_the_sandbox_keeps_its_folder_and_a_kept_file_is_told_nothing_of(
    tmp_path: Path, cli: Callable[..., Ran]
) -> None:
    root = in_git(tmp_path / "repo", "origin")
    cli("init", str(root))
    assert yaml.safe_load((root / "heymilo.yaml").read_text(encoding="utf-8"))["workspaces"]["sandbox"] == {
        "sandbox": True
    }
    again = cli("init", str(root))
    assert "The state of production" not in again.out


@pytest.mark.usefixtures("away_from_git")
def test_a_state_that_could_not_be_saved_stays_out_of_git(tmp_path: Path, cli: Callable[..., Ran]) -> None:
    root = in_git(tmp_path / "repo")
    assert cli("init", str(root)).code == 0
    rescued = [save_new(root, "errored", ".state.json", b"{}").name for _ in range(3)]
    rescued += ["errored.state.2.json"]
    asked = subprocess.run(["git", "check-ignore", *rescued], cwd=root, check=False, capture_output=True, text=True)
    assert asked.stdout.split() == rescued

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from heymilo_ops.git.runner import (
    PROTOCOLS,
    GitError,
    NoGitError,
    SlowGitError,
    environment,
    run_git,
    without_configuration,
)


def program(folder: Path, text: str) -> None:
    """A git of our own."""
    folder.mkdir(exist_ok=True)
    (folder / "git").write_text(f"#!/bin/sh\n{text}\n")
    (folder / "git").chmod(0o755)


def test_what_it_prints_and_what_it_says_when_it_fails(tmp_path: Path) -> None:
    environ = environment(offline=True)
    assert run_git(("hash-object", "--stdin"), tmp_path, environ, 10, b"x\n").strip() == (
        b"587be6b4c3f93f93c489c0111bba5596147a26cb"
    )
    with pytest.raises(GitError) as caught:
        run_git(("cat-file", "-p", "HEAD"), tmp_path, environ | {"GIT_DIR": str(tmp_path)}, 10)
    assert "not a git repository" in caught.value.text


@pytest.mark.parametrize("path", ["", ".", "bin", "bin:.", "/nowhere"])
def test_a_program_in_the_work_tree_is_not_taken_for_git(
    tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative folder in PATH would be one of the branch's."""
    for folder in (tmp_path, tmp_path / "bin"):
        program(folder, f"touch {tmp_path / 'mark'}")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", path)
    with pytest.raises(NoGitError):
        run_git(("version",), tmp_path, environment(offline=True), 10)
    assert not (tmp_path / "mark").exists()


def test_a_slow_git_is_ended_with_all_that_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = tmp_path / "mark"
    program(tmp_path / "bin", f"(sleep 0.3; touch {mark}) &\nsleep 30")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
    with pytest.raises(SlowGitError):
        run_git(("version",), tmp_path, environment(offline=True), 0.1)
    time.sleep(0.4)
    assert not mark.exists()


def test_an_interrupt_ends_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from subprocess import Popen

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    program(tmp_path / "bin", "sleep 30")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
    monkeypatch.setattr(Popen, "communicate", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run_git(("version",), tmp_path, environment(offline=True), 10)


def test_what_would_mislead_git_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    dropped = ("GIT_DIR", "GIT_CONFIG", "GIT_TEMPLATE_DIR", "GIT_EXTERNAL_DIFF", "GIT_TRACE2_EVENT", "SSH_ASKPASS")
    kept = ("GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_CONFIG_GLOBAL", "GIT_AUTHOR_NAME", "GIT_PASSWORD", "GIT_SSL_CAINFO")
    for name in (*dropped, *kept):
        monkeypatch.setenv(name, "x")
    found = environment(offline=False)
    assert not set(dropped) & set(found)
    assert set(kept) <= set(found)
    assert found["GIT_ALLOW_PROTOCOL"] == ":".join(PROTOCOLS)
    assert found["GIT_TERMINAL_PROMPT"] == "0"
    assert without_configuration(found)["GIT_CONFIG_GLOBAL"] == os.devnull


def test_a_person_may_name_other_protocols_and_offline_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_ALLOW_PROTOCOL", "https:codecommit")
    assert environment(offline=False)["GIT_ALLOW_PROTOCOL"] == "https:codecommit"
    assert environment(offline=True)["GIT_ALLOW_PROTOCOL"] == ""

"""Asking on a terminal."""

from __future__ import annotations

import os
import pty
import select
import sys
import time

import pytest

from tests.cli.conftest import KEY, Repo, Served
from tests.cli.test_adopt import by_hand


def _on_a_terminal(repo: Repo, answer: str, *args: str) -> tuple[int, str]:
    """Run a command on a pseudo terminal, answer its prompt, and give its exit code and what the screen showed."""
    pid, terminal = pty.fork()
    if pid == 0:
        command = [sys.executable, "-m", "heymilo_ops", "-C", str(repo.root), *args]
        os.execve(sys.executable, command, {**os.environ, "HEYMILO_API_KEY": KEY, "TERM": "xterm"})
    screen, answered, end = "", False, time.monotonic() + 30
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 0.1)[0]:
            continue
        try:
            data = os.read(terminal, 4096)
        except OSError:
            break
        if not data:
            break
        screen += data.decode("utf-8", "replace")
        if not answered and "Only 'yes' will be accepted" in screen:
            os.write(terminal, f"{answer}\n".encode())
            answered = True
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), screen


def test_yes_applies(repo: Repo, served: Served) -> None:
    code, screen = _on_a_terminal(repo, "yes", "apply")
    assert code == 0, screen
    assert "Apply to production (" in screen
    assert "Candidates can enter at once." in screen
    assert len(served.postings()) == 1


@pytest.mark.parametrize("answer", ["no", "y", "", "YES"])
def test_anything_else_does_not(repo: Repo, served: Served, answer: str) -> None:
    code, screen = _on_a_terminal(repo, answer, "apply")
    assert code == 1
    assert "nothing was done" in screen
    assert served.postings() == []


def test_a_plan_that_changes_while_it_is_read_is_refused(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    repo.edit("Support Agent", "Support Guide")
    pid, terminal = pty.fork()
    if pid == 0:
        command = [sys.executable, "-m", "heymilo_ops", "-C", str(repo.root), "apply"]
        os.execve(sys.executable, command, {**os.environ, "HEYMILO_API_KEY": KEY, "TERM": "xterm"})
    screen = ""
    while "Only 'yes' will be accepted" not in screen:
        screen += os.read(terminal, 4096).decode("utf-8", "replace")
    repo.edit("Support Guide", "Support Pilot")
    os.write(terminal, b"yes\n")
    try:
        while data := os.read(terminal, 4096):
            screen += data.decode("utf-8", "replace")
    except OSError:
        pass
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 4, screen
    assert len(served.postings()) == 1


def test_colours_only_on_a_terminal(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" in _on_a_terminal(repo, "", "plan")[1]
    assert "\x1b[" not in _on_a_terminal(repo, "", "plan", "--color", "never")[1]
    assert "\x1b[" not in repo.cli("plan").text
    assert "\x1b[" in repo.cli("--color", "always", "plan").text
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in repo.cli("plan").text
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in repo.cli("plan").text


def test_a_takeover_lets_nobody_in_and_the_question_says_so(repo: Repo, served: Served) -> None:
    by_hand(repo, served)
    code, screen = _on_a_terminal(repo, "no", "apply")
    assert code == 1
    assert "Nothing changes for candidates." in screen
    assert "Candidates can enter" not in screen

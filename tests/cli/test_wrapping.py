"""What is printed fits the terminal, and stays whole for programs."""

from __future__ import annotations

import os
import pty
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from heymilo_ops.cli.main import run
from tests.cli.conftest import Ran, Repo


def _read(terminal: int, pieces: list[bytes]) -> None:
    """Read until the other end is closed: a terminal holds little, and who writes more to it waits."""
    with suppress(OSError):
        while piece := os.read(terminal, 4096):
            pieces.append(piece)


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Run a command line in this process on a terminal of 70 columns; the lines that it shows."""

    def shown(*args: str) -> list[str]:
        terminal, end = pty.openpty()
        pieces: list[bytes] = []
        reader = Thread(target=_read, args=(terminal, pieces), daemon=True)
        reader.start()
        with monkeypatch.context() as patch, os.fdopen(end, "w", encoding="utf-8") as stream:
            patch.setattr(sys, "stdout", stream)
            patch.setenv("COLUMNS", "70")
            run(list(args))
        reader.join(10)
        os.close(terminal)
        return b"".join(pieces).decode().splitlines()

    return shown


def test_lint_on_a_terminal_and_elsewhere(repo: Repo, screen: Callable[..., list[str]]) -> None:
    repo.edit("Support Agent", "Support Agent at [Company], whose title goes on and on to the end of the line")
    lines = screen("-C", str(repo.root), "--color", "never", "lint")
    assert max(map(len, lines)) <= 70
    assert any(line.startswith("    ") and '"[Company]"' in line for line in lines)
    (head,) = (line for line in repo.cli("lint").out.splitlines() if "CX120" in line)
    assert head.endswith('the text has the placeholder "[Company]"')


def test_lint_to_a_file_is_plain_and_whole(repo: Repo, screen: Callable[..., list[str]], tmp_path: Path) -> None:
    repo.edit("Support Agent", "Support Agent at [Company]")
    screen("-C", str(repo.root), "--color", "always", "lint", "--output", str(tmp_path / "found.txt"))
    text = (tmp_path / "found.txt").read_text(encoding="utf-8")
    assert "\x1b" not in text and 'placeholder-text: the text has the placeholder "[Company]"\n' in text


def test_init_on_a_terminal_and_elsewhere(
    tmp_path: Path, screen: Callable[..., list[str]], cli: Callable[..., Ran]
) -> None:
    lines = screen("--color", "never", "-C", str(tmp_path), "init", "one")
    assert max(map(len, lines)) <= 70
    assert "  heymilo-ops lint     check the manifests" in lines
    assert max(map(len, cli("-C", str(tmp_path), "init", "two").out.splitlines())) <= 100

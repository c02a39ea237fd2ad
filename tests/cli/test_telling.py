"""What an apply shows while it runs on a terminal."""

from __future__ import annotations

import io
import sys

import pytest

from heymilo_ops.cli.main import run
from tests.cli.conftest import Repo, Served


class Terminal(io.StringIO):
    """A terminal that keeps what it was sent."""

    def isatty(self) -> bool:
        return True


def terminal(patch: pytest.MonkeyPatch) -> Terminal:
    """What stderr is from now on; not a fixture, since pytest sets its own after those."""
    stream = Terminal()
    patch.delenv("CI", raising=False)
    patch.setenv("TERM", "xterm")
    patch.setenv("COLUMNS", "120")
    patch.setattr(sys, "stderr", stream)
    return stream


def test_a_pause_that_heymilo_asks_for_is_counted_down_in_the_bar(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heymilo_ops.remote.patience.LEAST_S", 0.1)
    served.fault("rate_limit", times=1, retry_after="0.4")
    stream = terminal(monkeypatch)
    assert run(["-C", str(repo.root), "apply", "--auto-approve"]) == 0
    said = stream.getvalue()
    assert "waiting 0 s: HeyMilo asks for patience (429)" in said
    assert "Waiting" not in said, "a line that doesn't count down stands beside the bar"
    assert "support: creating…" in said.rpartition("HeyMilo asks for patience")[2]


def test_a_reader_of_the_bar_who_leaves_stops_nothing(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_text: str) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(terminal(monkeypatch), "write", gone)
    assert run(["-C", str(repo.root), "apply", "--auto-approve"]) == 0
    assert [posting["name"] for posting in served.postings(archived=False)] == ["support"]

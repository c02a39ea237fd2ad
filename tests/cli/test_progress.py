"""What an apply shows while it runs on a terminal."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from heymilo_ops.cli.main import run
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.lease import this_holder
from heymilo_ops.statefile.store import StateStore
from tests.cli.conftest import Repo, Served
from tests.cli.test_adopt import by_hand


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
    monkeypatch.setattr("heymilo_ops.remote.pace.LEAST_S", 0.1)
    monkeypatch.setattr("heymilo_ops.report.progress.NOTICED_S", 0.4)
    served.fault("rate_limit", times=1, retry_after="0.4")
    stream = terminal(monkeypatch)
    assert run(["-C", str(repo.root), "apply", "--auto-approve"]) == 0
    said = stream.getvalue()
    assert "waiting 0 s: HeyMilo asks for patience (429)" in said
    assert "Waiting" not in said, "a line that doesn't count down stands beside the bar"
    assert "support: " in said.rpartition("HeyMilo asks for patience")[2], "the bar goes on"


@contextmanager
def locked(repo: Repo) -> Iterator[None]:
    store = StateStore(FolderBackend(repo.root / ".heymilo/state/production"), "here")
    with store.hold(this_holder("Ada", "apply", datetime.now(UTC))):
        yield


LOCKED = ("apply", "--auto-approve", "--lock-timeout", "0.6")


def test_waiting_for_a_lock_is_one_line(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heymilo_ops.statefile.lock.POLL_S", 0.2)
    with locked(repo):
        refused, quiet = repo.cli(*LOCKED), repo.cli("-q", "apply", "--auto-approve", "--lock-timeout", "0.1")
    assert (refused.code, quiet.code) == (4, 4)
    assert refused.err.count("Waiting up to 1 s for the lock, held by Ada (apply) on ") == 1
    assert "Waiting" not in quiet.err


def test_waiting_for_a_lock_is_shown_in_a_bar_on_a_terminal(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    with locked(repo):
        stream = terminal(monkeypatch)
        assert run(["-C", str(repo.root), *LOCKED]) == 4
    shown, _, after = stream.getvalue().rpartition(" s: for the lock, held by Ada (apply)")
    assert shown[:-1].endswith("waiting ")
    assert "\x1b[?25h" in after, "the bar stays"


def test_a_reader_of_the_bar_who_leaves_stops_nothing(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_text: str) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(terminal(monkeypatch), "write", gone)
    assert run(["-C", str(repo.root), "apply", "--auto-approve"]) == 0
    assert [posting["name"] for posting in served.postings(archived=False)] == ["support"]


@pytest.mark.parametrize(
    ("command", "title"),
    [
        (("plan", "--refresh", "full"), "Support Agent"),
        (("plan",), "Support Agent"),
        (("drift", "show"), "support"),
    ],
)
def test_reads_of_many_postings_are_shown(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], title: str
) -> None:
    """The questions with all of them, and of what is written to; the people of all, and of what is written to."""
    assert repo.cli("apply", "--auto-approve").code == 0
    repo.edit("Tell me about a time", "Tell me of a time")
    monkeypatch.setattr("heymilo_ops.report.read_progress.SHORT_S", 0.0)
    stream = terminal(monkeypatch)
    assert run(["-C", str(repo.root), *command]) == 0
    assert stream.getvalue().count("\x1b[?25l") == 2  # two bars
    assert f"about 0 s left: {title}" in stream.getvalue()


def test_the_questions_of_what_is_taken_over_are_shown_as_they_are_read(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hand(repo, served)
    monkeypatch.setattr("heymilo_ops.report.read_progress.LONG_S", 0.0)
    assert "Reading 1 posting: about 0 s at the rate limit." in repo.cli("plan").err
    assert repo.cli("-q", "plan").err == ""

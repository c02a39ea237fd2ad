"""Output that can't be written stops no work that has begun, and makes no exit code say what isn't so."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from heymilo_ops.cli.main import run
from tests.cli.conftest import KEY, Repo, Served

APPLY = ("apply", "--auto-approve", "--allow-large-change")
NAMES = ("p1", "p2", "p3", "p4")
BOTH, OUT, ERR = ("stdout", "stderr"), ("stdout",), ("stderr",)


class Gone(io.TextIOWrapper):
    """A pipe whose reader leaves after one line."""

    def __init__(self) -> None:
        self.reading, writing = os.pipe()
        super().__init__(os.fdopen(writing, "wb"), encoding="utf-8")

    def write(self, text: str) -> int:
        written = super().write(text)
        self.flush()
        if "\n" in text and self.reading >= 0:
            self.leave()
        return written

    def leave(self) -> None:
        os.close(self.reading)
        self.reading = -1


@contextmanager
def failing(how: str, names: tuple[str, ...], patch: pytest.MonkeyPatch) -> Iterator[None]:
    """These streams are a pipe whose reader leaves, a full disk, or not there."""
    with ExitStack() as stack, patch.context() as inner:
        for name in names:
            if how == "closed":
                stream = None
            elif how == "full":
                stream = stack.enter_context(Path("/dev/full").open("w", encoding="utf-8"))
            else:
                stream = stack.enter_context(Gone())
            inner.setattr(sys, name, stream)
        yield


@pytest.fixture
def four(repo: Repo) -> Repo:
    """A repo with four manifests."""
    (repo.root / "postings" / "support.yaml").unlink()
    for number, name in enumerate(NAMES):
        repo.write(name, **{"title: Support Agent": f"title: Support Agent {number}"})
    return repo


def opened(served: Served) -> list[str]:
    return sorted(posting["name"] for posting in served.postings(archived=False))


@pytest.mark.parametrize(
    ("how", "names", "code"),
    [("gone", BOTH, 0), ("full", BOTH, 3), ("full", ERR, 0), ("closed", OUT, 3)],
)
def test_what_has_begun_is_carried_out(
    how: str, names: tuple[str, ...], code: int, four: Repo, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    with failing(how, names, monkeypatch):
        assert run(["-C", str(four.root), *APPLY]) == code
    assert opened(served) == [*NAMES]
    for name in NAMES:
        four.edit("about thirty customers", "about forty customers", name)
    with failing(how, names, monkeypatch):
        assert run(["-C", str(four.root), *APPLY]) == code
    assert opened(served) == [*NAMES], "a replace stopped half-way"
    assert four.state()["pending"] == []
    assert {posting["revision"] for posting in four.state()["postings"].values()} == {2}
    nothing_written = 1 if code else 0
    with failing(how, names, monkeypatch):
        assert run(["-C", str(four.root), *APPLY]) == nothing_written


def test_a_rollback_and_a_rebuild_of_the_state_say_what_was_written(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert repo.cli(*APPLY).code == 0
    repo.edit("about thirty customers", "about forty customers")
    assert repo.cli(*APPLY).code == 0
    with failing("full", OUT, monkeypatch):
        assert run(["-C", str(repo.root), "rollback", "support", "--to", "1", "--auto-approve"]) == 3
    assert opened(served) == ["support"]
    assert repo.posting()["revision"] == 3
    capfd.readouterr()
    (repo.root / ".heymilo/state/production/state.json").unlink()
    with failing("full", OUT, monkeypatch):
        assert run(["-C", str(repo.root), "state", "rebuild", "--auto-approve"]) == 1
    assert repo.posting()["revision"] == 3
    assert capfd.readouterr().err.count("Error: The output can't be written: No space left on device\n") == 1


@pytest.mark.parametrize("args", [("lint",), ("plan", "--json"), ("--help",), ("--version",)])
def test_what_only_reads_ends_in_one_line(
    args: tuple[str, ...],
    repo: Repo,
    served: Served,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert served.postings() == []
    for how, code in (("full", 1), ("closed", 1), ("gone", 0)):
        capfd.readouterr()
        with failing(how, OUT, monkeypatch):
            assert run(["-C", str(repo.root), *args]) == code
        said = capfd.readouterr().err.splitlines()
        assert [line for line in said if line.startswith("Error: ")] == said[-1:] * (code == 1)


def started(repo: Repo, *args: str, **streams: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "heymilo_ops", "-C", str(repo.root), *args]
    environ = {**os.environ, "HEYMILO_API_KEY": KEY}
    return subprocess.Popen(command, text=True, env=environ, **streams)  # type: ignore[call-overload,no-any-return]


def test_apply_into_head(four: Repo, served: Served) -> None:
    """``apply --auto-approve 2>&1 | head -1``."""
    process = started(four, *APPLY, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout is not None
    assert process.stdout.readline().startswith("heymilo-ops will do this")
    process.stdout.close()
    assert process.wait(30) == 0
    assert opened(served) == [*NAMES]


def test_the_end_of_the_process_changes_no_exit_code(repo: Repo) -> None:
    """What is still kept back is written when the interpreter ends, which would end in 120."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        process = started(repo, "lint", stdout=full, stderr=subprocess.PIPE)
        said = process.communicate(timeout=30)[1]
    assert process.returncode == 1
    assert said.splitlines()[-1] == "Error: The output can't be written: No space left on device"
    assert "Traceback" not in said
    assert "Exception ignored" not in said

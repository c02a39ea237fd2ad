"""The forker: what a fork comes to is what the command line comes to."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from tests.proof.forker import Forker

ENV = {"PATH": os.environ["PATH"], "HOME": "/nonexistent"}


def test_exit_code_and_both_streams(forker: Forker, tmp_path: Path) -> None:
    run = forker.run("--version", cwd=tmp_path, env=ENV)
    assert (run.code, run.signal, run.stderr) == (0, None, "")
    assert run.stdout.startswith("heymilo-ops ")
    run = forker.run("lint", cwd=tmp_path, env=ENV)
    assert run.code not in (0, None)
    assert "heymilo.yaml" in run.stderr


@pytest.mark.parametrize(("output", "code"), [("head", 0), ("full", 1)])
def test_failing_output(output: str, code: int, forker: Forker, tmp_path: Path) -> None:
    run = forker.start("--help", cwd=tmp_path, env=ENV, output=output).wait()
    assert (run.code, run.said) == (code, "")


def test_several_at_once_each_by_its_id(forker: Forker, tmp_path: Path) -> None:
    runs = [forker.start(*argv, cwd=tmp_path, env=ENV) for argv in (["--version"], ["explain", "PL501"], ["nonsense"])]
    assert [run.wait().code for run in reversed(runs)] == [64, 0, 0]
    assert "PL501" in runs[1].stdout


def test_nothing_of_the_own_environment_gets_in(forker: Forker, tmp_path: Path) -> None:
    (tmp_path / "heymilo.yaml").write_text("version: 1\nproject: a\nworkspaces: {p: {api_key_env: HEYMILO_SOME_KEY}}\n")
    (tmp_path / "postings").mkdir()
    run = forker.run("-w", "p", "plan", cwd=tmp_path, env=ENV)
    assert run.code == 5
    assert "HEYMILO_SOME_KEY is not set" in run.stderr


def waiting(forker: Forker, tmp_path: Path):
    """A run that would go on for long."""
    (tmp_path / "heymilo.yaml").write_text(
        "version: 1\nproject: a\nworkspaces: {p: {base_url: 'http://127.0.0.1:9', api_key_env: HEYMILO_SOME_KEY}}\n"
    )
    (tmp_path / "postings").mkdir(exist_ok=True)
    run = forker.start(
        "-w", "p", "plan", cwd=tmp_path, env={**ENV, "HEYMILO_SOME_KEY": "k", "HEYMILO_OPS_ALLOW_HOST": "127.0.0.1"}
    )
    until = time.monotonic() + 10
    while not run.err.exists() or not run.stderr:
        assert time.monotonic() < until
        time.sleep(0.01)
    return run


def test_a_run_is_stopped_goes_on_and_is_killed(forker: Forker, tmp_path: Path) -> None:
    run = waiting(forker, tmp_path)
    run.send(signal.SIGSTOP)
    assert run.wait_stopped(10).stopped == signal.SIGSTOP
    run.go_on()
    run.send(signal.SIGKILL)
    assert run.wait(10).signal == signal.SIGKILL


def test_an_interrupt_is_one(forker: Forker, tmp_path: Path) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        run = waiting(forker, tmp_path)
        run.send(number)
        assert run.wait(10).code == 130


def test_what_runs_ends_with_the_forker(tmp_path: Path) -> None:
    with Forker(tmp_path) as own:
        run = waiting(own, tmp_path)
        own.pump(lambda: run.pid, 10, run)
        run.send(signal.SIGSTOP)
        run.wait_stopped(10)
    until = time.monotonic() + 10
    while Path(f"/proc/{run.pid}").exists():
        assert time.monotonic() < until
        time.sleep(0.01)


@pytest.mark.parametrize("seconds", [0.01])
def test_waiting_too_long_says_what_was_said(forker: Forker, tmp_path: Path, seconds: float) -> None:
    run = waiting(forker, tmp_path)
    run.send(signal.SIGSTOP)
    with pytest.raises(TimeoutError, match="Waiting"):
        run.wait(seconds)
    run.send(signal.SIGKILL)
    run.wait(10)

"""Odd input ends in plain words and the right exit code, never in a report of a bug."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from heymilo_ops.plan.planfile import seal
from tests.cli.conftest import KEY, Repo, Served


@pytest.mark.parametrize("posting_id", ["", ".", "..", "\udcff", "a/../b", "é" * 3000])
def test_an_id_that_no_posting_has(repo: Repo, served: Served, posting_id: str) -> None:
    repo.cli("apply", "--auto-approve")
    refused = repo.cli("state", "resolve", "support", "--adopt", posting_id)
    assert refused.code == 1, refused.text
    assert "HeyMilo has no posting" in refused.err


def test_a_name_longer_than_any_files(repo: Repo) -> None:
    assert repo.cli("show", "a" * 5000).code == 64


@pytest.mark.parametrize(
    "spoil",
    [
        lambda plan: plan["changes"][0].update(reasons=5),
        lambda plan: plan["changes"][0].update(reasons=[5]),
        lambda plan: plan["changes"][0].update(title={"a": 1}),
        lambda plan: plan["changes"][0].update(revision=None),
        lambda plan: plan["changes"][0].update({"class": "bogus"}),
        lambda plan: plan["changes"][0].update(fields=[{"path": "/title"}]),
        lambda plan: plan.update(findings=[{}]),
        lambda plan: plan.update(notes=[1]),
        lambda plan: plan.update(options={"targets": [1]}),
        lambda plan: plan.update(options=7),
    ],
)
def test_a_plan_file_that_somebody_edited(repo: Repo, served: Served, spoil: Callable[[Any], None]) -> None:
    path = repo.root / "plan.json"
    assert repo.cli("plan", "--out", str(path)).code == 0
    plan = json.loads(path.read_text(encoding="utf-8"))
    spoil(plan)
    for text in (json.dumps(plan), json.dumps(seal(plan))):
        path.write_text(text, encoding="utf-8")
        for command in (("show", str(path)), ("show", str(path), "--format", "markdown"), ("apply", str(path))):
            ran = repo.cli(*command)
            assert ran.code in (1, 4), ran.text
            assert "plan --out" in ran.err


@pytest.mark.parametrize(
    ("where", "value"), [("applied_at", "garbage"), ("applied_at", "2027-01-01T00:00:00"), ("archived_at", "x")]
)
def test_a_state_with_a_time_that_is_none(repo: Repo, served: Served, where: str, value: str) -> None:
    repo.cli("apply", "--auto-approve")
    path = repo.root / ".heymilo/state/production/state.json"
    state = repo.state()
    state["postings"]["support"]["revisions"][0][where] = value
    path.write_text(json.dumps(state), encoding="utf-8")
    for command in (("history", "--at", "2030-01-01"), ("list",), ("plan",)):
        refused = repo.cli(*command)
        assert refused.code == 1, refused.text
        assert where in refused.err


def test_a_stream_that_cannot_hold_a_character(repo: Repo, served: Served) -> None:
    repo.edit("Support Agent", "Support → Agent")
    for arguments in (["plan"], ["plan", "--json"], ["render", "support"]):
        ran = subprocess.run(
            [sys.executable, "-m", "heymilo_ops", "-C", str(repo.root), *arguments],
            capture_output=True,
            env={**os.environ, "PYTHONIOENCODING": "latin-1", "HEYMILO_API_KEY": KEY},
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
        assert rb"Support \u2192 Agent" in ran.stdout


def test_a_lowered_rule_is_recorded_though_the_posting_ended_outside(repo: Repo, served: Served) -> None:
    repo.edit("workflow:", "ops:\n  on_remove: error\nworkflow:")
    repo.write("other")
    assert repo.cli("apply", "--auto-approve").code == 0
    served.archive(repo.posting()["posting_id"])
    repo.edit("on_remove: error", "on_remove: archive")
    assert repo.cli("apply", "--auto-approve").code == 0
    assert repo.posting()["ops"]["on_remove"] == "archive"
    assert "--recreate support" in repo.cli("plan").out
    (repo.root / "postings/support.yaml").unlink()
    assert repo.cli("apply", "--auto-approve").code == 0
    assert len(served.postings(archived=False)) == 1


@pytest.mark.parametrize("command", [("sandbox", "serve", "--port", "0"), ("-w", "sandbox", "plan")])
def test_a_sandbox_that_is_not_installed(repo: Repo, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.setitem(sys.modules, "heymilo_ops.sandbox.server", None)
    ran = repo.cli(*command)
    assert ran.code == 5
    assert "The sandbox isn't installed" in ran.err and "[sandbox]" in ran.err


def _closed(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A file of this name stands in a folder that can't be entered."""

    def refusing(real: Any) -> Any:
        def ask(path: Any, *more: Any, **named: Any) -> Any:
            if not isinstance(path, int) and os.path.basename(path) == name:  # noqa: PTH119
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, *more, **named)

        return ask

    for function in ("stat", "lstat", "open"):
        monkeypatch.setattr(os, function, refusing(getattr(os, function)))


def test_a_named_file_in_a_folder_that_cannot_be_entered(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("second")
    _closed(monkeypatch, "second.yaml")
    ran = repo.cli("lint", "--json", str(repo.root / "postings/second.yaml"))
    assert (ran.code, [each["code"] for each in ran.json["findings"]]) == (1, ["SY001"])


def test_a_folder_above_that_cannot_be_entered(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    _closed(monkeypatch, "heymilo.yaml")
    ran = repo.cli("lint")
    assert (ran.code, ran.out) == (1, "")
    assert "heymilo.yaml can't be looked for: Permission denied" in ran.err


def test_a_result_that_cannot_be_written(repo: Repo) -> None:
    ran = repo.cli("lint", "--output", str(repo.root / "missing/findings.txt"))
    assert (ran.code, ran.out) == (1, "")
    assert "findings.txt can't be written: No such file or directory" in ran.err

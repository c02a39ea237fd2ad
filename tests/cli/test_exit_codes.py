"""Every exit code of the command line, and that what it promises holds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import KEY, Ran, Repo, Served


def test_0_done(repo: Repo, served: Served) -> None:
    assert repo.cli("lint").code == 0
    assert repo.cli("plan").code == 0
    assert repo.cli("apply", "--auto-approve").code == 0


def test_1_findings(repo: Repo, served: Served) -> None:
    repo.edit("score_weight: 4", "score_wieght: 4")
    assert repo.cli("lint").code == 1
    planned = repo.cli("plan")
    assert planned.code == 1
    assert "did you mean 'score_weight'?" in planned.err
    assert repo.cli("apply", "--auto-approve").code == 1
    assert served.postings() == []


def test_1_warnings_where_asked_for(repo: Repo) -> None:
    repo.edit('deadline: "2035-01-31T18:00:00Z"\n', "")
    assert repo.cli("lint").code == 0
    assert repo.cli("lint", "--fail-on", "warning").code == 1


def test_1_a_guard(repo: Repo, served: Served) -> None:
    for number in range(5):
        repo.write(f"posting-{number}")
    assert repo.cli("apply", "--auto-approve").code == 0
    for number in range(4):
        repo.edit("Support Agent", "Support Guide", f"posting-{number}")
    served.forget_requests()
    stopped = repo.cli("apply", "--auto-approve")
    assert stopped.code == 1
    assert "--allow-large-change" in stopped.text
    assert {each["method"] for each in served.requests()} == {"GET"}
    assert repo.cli("apply", "--auto-approve", "--allow-large-change").code == 0


def test_1_nobody_to_ask(repo: Repo, served: Served) -> None:
    refused = repo.cli("apply")
    assert refused.code == 1
    assert "--auto-approve" in refused.err
    assert served.postings() == []


def test_1_no_project(tmp_path: Path, cli: Callable[..., Ran]) -> None:
    refused = cli("-C", str(tmp_path), "lint")
    assert refused.code == 1
    assert "heymilo-ops init" in refused.err


def test_1_heymilo_rejects_everything(repo: Repo, served: Served) -> None:
    served.create("support")
    served.fault("refuse_taken_name", status=422)
    refused = repo.cli("apply", "--auto-approve", "--allow-namesake", "support")
    assert refused.code == 1, refused.text
    assert repo.state()["postings"] == {}
    assert repo.state()["pending"] == []


def test_2_changes_only_where_asked_for(repo: Repo, served: Served) -> None:
    assert repo.cli("plan").code == 0
    assert repo.cli("plan", "--detailed-exitcode").code == 2


def test_3_something_written_and_something_failed(repo: Repo, served: Served) -> None:
    repo.write("other")
    served.create("support")
    served.fault("refuse_taken_name", status=422)
    partly = repo.cli("apply", "--auto-approve", "--allow-namesake", "support")
    assert partly.code == 3, partly.text
    assert sorted(repo.state()["postings"]) == ["other"]
    assert repo.cli("plan", "--detailed-exitcode", "--allow-namesake", "support").code == 2


def test_0_an_answer_is_lost(repo: Repo, served: Served) -> None:
    served.fault("lose_answer_after_commit", times=1)
    found = repo.cli("apply", "--auto-approve")
    assert found.code == 0, found.text
    assert repo.cli("apply", "--auto-approve").code == 0
    assert len(served.postings()) == 1


def test_3_heymilo_is_lost_before_it_could_be_asked(repo: Repo, served: Served) -> None:
    served.leave_open()
    unknown = repo.cli("apply", "--auto-approve")
    assert unknown.code == 3
    assert "heymilo-ops -w production apply" in unknown.out
    served.heal()
    assert repo.cli("plan", "--detailed-exitcode").code != 0
    assert served.postings() == []
    assert repo.cli("state", "resolve", "support", "--adopt", "NOSUCH01").code == 1
    assert repo.cli("state", "resolve", "support", "--absent").code == 0
    assert repo.cli("apply", "--auto-approve").code == 0
    assert len(served.postings()) == 1


def test_4_locked(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    repo.edit("Support Agent", "Support Guide")
    served.fault("delay", seconds=3.0)
    environment = {**os.environ, "HEYMILO_API_KEY": KEY}
    slow = subprocess.Popen(
        [sys.executable, "-m", "heymilo_ops", "-C", str(repo.root), "apply", "--auto-approve"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
    )
    _until(lambda: (repo.root / ".heymilo/state/production/lock.json").exists())
    locked = repo.cli("unhold", "support"), repo.cli("apply", "--auto-approve")
    assert locked[1].code == 4
    assert f"process {slow.pid}" in locked[1].err
    slow.communicate(timeout=30)
    assert slow.returncode == 0
    assert len(served.postings(archived=False)) == 1


def test_1_a_plan_that_cannot_be_applied_is_not_kept(repo: Repo, served: Served) -> None:
    repo.edit("score_weight: 4", "score_weight: 9")
    refused = repo.cli("plan", "--out", str(repo.root / "plan.json"))
    assert refused.code == 1
    assert "plan.json was not written" in refused.err
    assert not (repo.root / "plan.json").exists()


def test_4_a_stale_plan(repo: Repo, served: Served) -> None:
    plan = repo.root / "plan.json"
    assert repo.cli("plan", "--out", str(plan)).code == 0
    assert repo.cli("apply", str(plan)).code == 0
    again = repo.cli("apply", str(plan))
    assert again.code == 4
    assert "already" in again.err
    repo.edit("Support Agent", "Support Guide")
    repo.cli("plan", "--out", str(plan))
    repo.edit("Support Guide", "Support Pilot")
    assert repo.cli("apply", str(plan)).code == 4
    repo.edit("Support Pilot", "Support Guide")
    repo.cli("plan", "--out", str(plan))
    served.edit(repo.posting()["posting_id"], interviewer_name="Somebody")
    assert repo.cli("apply", str(plan)).code == 4
    assert len(served.postings()) == 1


def test_5_no_key(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HEYMILO_API_KEY")
    refused = repo.cli("plan")
    assert refused.code == 5
    assert "HEYMILO_API_KEY" in refused.err
    assert repo.cli("plan", "--refresh", "none").code == 0
    assert repo.cli("apply", "--auto-approve").code == 5


def test_5_a_wrong_key(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEYMILO_API_KEY", "not-the-key")
    refused = repo.cli("apply", "--auto-approve")
    assert refused.code == 5
    assert "not-the-key" not in refused.text


def test_5_nobody_answers(repo: Repo) -> None:
    config = repo.root / "heymilo.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace(text.split("base_url: ")[1].split()[0], "http://127.0.0.1:9"), encoding="utf-8")
    assert repo.cli("plan").code == 5


@pytest.mark.parametrize(
    "args",
    [
        ("nonsense",),
        ("lint", "--nonsense"),
        ("-w", "nowhere", "plan"),
        ("render", "nobody"),
        ("lint", "postings/none.yaml"),
        ("explain", "XX999"),
        ("state", "resolve", "support"),
        ("diff", "support", "1", "2", "3"),
    ],
)
def test_64_usage(repo: Repo, served: Served, args: tuple[str, ...]) -> None:
    repo.cli("apply", "--auto-approve")
    refused = repo.cli(*args)
    assert refused.code == 64, refused.text
    assert refused.out == ""


def test_70_our_bug(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(f"oops {KEY}")

    monkeypatch.setattr("heymilo_ops.cli.lint.lint", broken)
    failed = repo.cli("lint")
    assert failed.code == 70
    assert failed.err.count("\n") == 1
    assert "Traceback" not in failed.text
    report = Path(failed.err.split("The report is in ")[1].split(";")[0])
    text = report.read_text(encoding="utf-8")
    report.unlink()
    assert "RuntimeError" in text
    assert KEY not in text


def test_130_interrupted(repo: Repo, served: Served) -> None:
    for number in range(3):
        repo.write(f"posting-{number}")
    served.fault("delay", seconds=1.5)
    process = subprocess.Popen(
        [sys.executable, "-m", "heymilo_ops", "-C", str(repo.root), "apply", "--auto-approve"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "HEYMILO_API_KEY": KEY},
        text=True,
    )
    _until(lambda: any(each["method"] == "POST" for each in served.requests()) or _sending(repo))
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=30)
    assert process.returncode == 130, out
    assert "interrupted" in out.lower()
    made = served.postings()
    assert 1 <= len(made) < 4  # what was in flight was awaited, nothing new was started
    assert len(repo.state()["postings"]) == len(made)
    assert repo.state()["pending"] == []
    served.heal()
    assert repo.cli("apply", "--auto-approve").code == 0
    assert len(served.postings()) == 4


def _sending(repo: Repo) -> bool:
    try:
        return any(each["status"] == "sending" for each in repo.state()["pending"])
    except (OSError, ValueError):
        return False


def _until(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.05)

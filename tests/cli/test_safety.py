"""What must never happen: secrets shown, postings made twice, a lost state taken for an empty one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.store import StateStore
from tests.cli.conftest import KEY, Repo, Served


def test_kill_9_in_the_middle_of_an_apply(repo: Repo, served: Served) -> None:
    for number in range(3):
        repo.write(f"posting-{number}")
    served.fault("delay", seconds=2.0, skip=1, when="after")
    process = subprocess.Popen(
        [sys.executable, "-m", "heymilo_ops", "-C", str(repo.root), "apply", "--auto-approve"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HEYMILO_API_KEY": KEY},
    )
    end = time.monotonic() + 20
    while len(served.postings()) < 2:
        assert time.monotonic() < end
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    served.heal()

    state = StateStore(FolderBackend(repo.root / ".heymilo/state/production"), "here").read()  # readable
    assert state is not None
    assert len(state.postings) == 1
    unknown = {each.address for each in state.unknown()}
    made = [each["name"] for each in served.postings()]
    assert len(made) == 2
    assert {*made} - {*state.postings} <= unknown, "made, and nobody knows"
    next_run = repo.cli("apply", "--auto-approve")
    assert next_run.code == 0, next_run.text
    for each in unknown:
        verb = "was carried out" if each in made else "was not carried out"
        assert f"the create of {each} in an earlier run {verb}" in next_run.err
    names = [each["name"] for each in served.postings()]
    assert sorted(names) == sorted({*names}), "made twice"
    assert len(names) == 4  # the two that were made, and the two that were never sent
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def test_an_empty_state_against_our_postings_stops(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    (repo.root / ".heymilo/state/production/state.json").unlink()
    stopped = repo.cli("apply", "--auto-approve")
    assert stopped.code == 1
    assert served.postings()[0]["id"] in stopped.text
    assert len(served.postings()) == 1


def test_a_lost_state_is_bound_again_posting_by_posting(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    state = repo.root / ".heymilo/state/production/state.json"
    before = repo.posting()
    state.unlink()
    stopped = repo.cli("plan")
    assert stopped.code == 1
    assert f"state resolve support --adopt {before['posting_id']}" in " ".join(stopped.out.split())
    assert repo.cli("state", "resolve", "support", "--adopt", "NOSUCH01").code == 1
    assert repo.cli("state", "resolve", "support", "--absent").code == 1
    bound = repo.cli("state", "resolve", "support", "--adopt", before["posting_id"])
    assert bound.code == 0, bound.text
    after = repo.posting()
    assert [after[key] for key in ("posting_id", "digest", "revision")] == [
        before[key] for key in ("posting_id", "digest", "revision")
    ]
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def test_an_older_state_stops(repo: Repo, served: Served) -> None:
    path = repo.root / ".heymilo/state/production/state.json"
    repo.cli("apply", "--auto-approve")
    old = path.read_bytes()
    repo.edit("2035-01-31", "2035-02-28")
    repo.cli("apply", "--auto-approve")
    path.write_bytes(old)
    repo.edit("2035-02-28", "2035-03-31")
    stopped = repo.cli("apply", "--auto-approve")
    assert stopped.code == 1
    assert "PL" in stopped.text


def test_another_projects_postings_are_left_alone(repo: Repo, served: Served) -> None:
    config = repo.root / "heymilo.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("acme-talent", "other-talent"), encoding="utf-8")
    repo.cli("apply", "--auto-approve")
    (repo.root / ".heymilo/state/production/state.json").unlink()
    config.write_text(text, encoding="utf-8")
    stopped = repo.cli("apply", "--auto-approve")
    assert (stopped.code, "PL508" in stopped.out) == (1, True), "this repo's under another name, for all that is known"
    assert repo.cli("apply", "--auto-approve", "--recreate", "support").code == 0
    assert len(served.postings(archived=False)) == 2


def test_the_key_of_another_workspace_is_refused(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    path = repo.root / ".heymilo/state/production/state.json"
    state = json.loads(path.read_text(encoding="utf-8"))
    assert state["workspace"]["remote_id"]
    state["workspace"]["remote_id"] = "ws_another"
    path.write_text(json.dumps(state), encoding="utf-8")
    stopped = repo.cli("apply", "--auto-approve")
    assert stopped.code == 1
    assert "ws_another" in stopped.err


def test_the_state_of_another_workspace_is_refused(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    config = repo.root / "heymilo.yaml"
    text = config.read_text(encoding="utf-8").replace("acme-talent", "other-talent")
    config.write_text(text, encoding="utf-8")
    stopped = repo.cli("plan")
    assert stopped.code == 1
    assert "acme-talent/production" in stopped.err


def test_ci_needs_a_workspace_and_a_lasting_state(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert repo.cli("plan").code == 64
    refused = repo.cli("-w", "production", "apply", "--auto-approve")
    assert refused.code == 1
    assert "--local-state" in refused.err
    assert served.postings() == []
    assert repo.cli("-w", "production", "plan").code == 0
    assert repo.cli("-w", "production", "apply", "--auto-approve", "--local-state").code == 0
    monkeypatch.setenv("HEYMILO_OPS_WORKSPACE", "production")
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def test_changed_outside_is_told(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    served.edit(repo.posting()["posting_id"], title="Edited by hand")
    planned = repo.cli("plan")
    assert "# support was changed outside" in planned.out and "~ title:" in planned.out


@pytest.mark.parametrize("how", ["archive", "remove"])
def test_gone_outside_is_held_until_recreated(repo: Repo, served: Served, how: str) -> None:
    repo.cli("apply", "--auto-approve")
    old = repo.posting()["posting_id"]
    getattr(served, how)(old)
    repo.edit("Support Agent", "Support Guide")
    held = repo.cli("apply", "--auto-approve")
    assert held.code == 0, held.text
    assert "--recreate support" in held.out
    assert repo.posting()["posting_id"] == old
    assert served.postings(archived=False) == []
    assert repo.cli("apply", "--auto-approve", "--recreate", "support").code == 0
    assert len(served.postings(archived=False)) == 1
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def test_protect_survives_the_deletion_of_its_file(repo: Repo, served: Served) -> None:
    repo.write("other")
    path = repo.root / "postings/support.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "ops: {protect: true}\n", encoding="utf-8")
    repo.cli("apply", "--auto-approve")
    path.unlink()
    assert repo.cli("apply", "--auto-approve").code == 1
    path.write_text(text, encoding="utf-8")
    assert repo.cli("apply", "--auto-approve").code == 0  # lowers protect, and nothing else
    assert repo.posting()["ops"]["protect"] is False
    path.unlink()
    assert repo.cli("apply", "--auto-approve").code == 0
    assert repo.posting()["status"] == "archived"


def test_an_unreadable_file_archives_nothing(repo: Repo, served: Served) -> None:
    repo.write("other")
    repo.cli("apply", "--auto-approve")
    (repo.root / "postings/support.yaml").write_text("name: [\n", encoding="utf-8")
    assert repo.cli("plan").code == 1
    assert repo.cli("apply", "--auto-approve").code == 1
    assert len(served.postings(archived=False)) == 2


def test_a_broken_file_is_not_a_removed_one(repo: Repo, served: Served) -> None:
    repo.write("other")
    repo.cli("apply", "--auto-approve")
    repo.edit("title: Support Agent", "titel: Support Agent")
    planned = repo.cli("plan")
    assert planned.code == 1
    assert "to archive" not in planned.out or "0 to archive" in planned.out


def test_no_postings_never_means_archive_everything(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    (repo.root / "postings/support.yaml").unlink()
    assert repo.cli("apply", "--auto-approve", "--allow-large-change").code == 1
    assert len(served.postings(archived=False)) == 1


def test_a_key_is_never_shown_or_kept(repo: Repo, served: Served) -> None:
    repo.cli("schema")
    said = [
        repo.cli("plan", "-v", "--out", str(repo.root / "plan.json")),
        repo.cli("apply", "-v", str(repo.root / "plan.json")),
        repo.cli("doctor"),
        repo.cli("state", "pull"),
        repo.cli("list", "--json"),
    ]
    served.fault("unauthorized", method="GET", path="*")
    said.append(repo.cli("plan"))
    served.heal()
    served.fault("error_5xx_before", status=502)
    repo.edit("Support Agent", "Support Guide")
    said.append(repo.cli("apply", "--auto-approve"))
    served.heal()
    served.fault("error_5xx_after_commit", status=502)
    said.append(repo.cli("apply", "--auto-approve"))
    assert [each.code for each in said] == [0, 0, 0, 0, 0, 5, 5, 0]
    for each in said:
        assert KEY not in each.text
    for path in repo.root.rglob("*"):
        if path.is_file():
            assert KEY.encode() not in path.read_bytes(), path


@pytest.mark.parametrize("as_json", [True, False])
def test_a_create_that_the_journal_can_not_take_is_named(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch, as_json: bool
) -> None:
    from heymilo_ops.errors import StateError

    create = FolderBackend.create

    def full(self: FolderBackend, key: str, data: bytes) -> str:
        if b'"confirmed"' in data:
            raise StateError("Can't write: no space is left on the disk")
        return create(self, key, data)

    with monkeypatch.context() as disk:
        disk.setattr(FolderBackend, "create", full)
        failed = repo.cli("apply", "--auto-approve", *(["--json"] if as_json else []))
    assert failed.code == 3, failed.text
    (live,) = served.postings()
    assert "no space is left on the disk" in failed.err
    if as_json:
        (outcome,) = failed.json["outcomes"]
        assert (outcome["address"], outcome["posting_id"]) == ("support", live["id"])
    else:
        assert "Apply interrupted: 1 created" in failed.out
        assert live["id"] in failed.out
        assert "support: done at HeyMilo, but the state could not be written" in failed.out


def test_a_disk_that_fills_up_after_a_create(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.errors import StateError

    put = FolderBackend.put
    calls = 0

    def full(self: FolderBackend, key: str, data: bytes, expected: str | None) -> str:
        nonlocal calls
        calls += key == "state.json"
        if calls > 1:
            raise StateError("Can't write: no space is left on the disk")
        return put(self, key, data, expected)

    with monkeypatch.context() as disk:
        disk.setattr(FolderBackend, "put", full)
        failed = repo.cli("apply", "--auto-approve")
    assert failed.code == 3
    assert "errored.state.json" in failed.err
    rescued = json.loads((repo.root / "errored.state.json").read_text(encoding="utf-8"))
    assert rescued["postings"]["support"]["posting_id"] == served.postings()[0]["id"]
    assert repo.cli("apply", "--auto-approve").code == 0  # what became of it is in the journal
    assert len(served.postings()) == 1
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def test_a_state_that_makes_no_sense(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    path: Path = repo.root / ".heymilo/state/production/state.json"
    for text in ("", "{", "[]", '{"format_version": 99, "tool_version": "9.9.9"}', '{"format_version": 1}'):
        path.write_text(text, encoding="utf-8")
        for command in (("plan",), ("apply", "--auto-approve"), ("list",), ("state", "list")):
            refused = repo.cli(*command)
            assert refused.code == 1, (text, command, refused.text)
            assert "state.json" in refused.err
    assert path.read_text(encoding="utf-8") == '{"format_version": 1}'


@pytest.mark.parametrize("journal", [True, False])
def test_a_disk_too_full_to_rescue_the_state(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch, journal: bool
) -> None:
    import errno

    from heymilo_ops.statefile import folder

    write = folder._write_durably

    def full(path: Path, data: bytes) -> None:
        if served.postings() and (journal or "state.json" in path.name):
            path.write_bytes(data[:10])
            raise OSError(errno.ENOSPC, "full")
        write(path, data)

    with monkeypatch.context() as disk:
        disk.setattr(folder, "_write_durably", full)
        failed = repo.cli("apply", "--auto-approve", "--json")
    assert failed.code == 3, failed.text
    made = served.postings()[0]["id"]
    assert made in failed.err
    assert [each["posting_id"] for each in failed.json["outcomes"]] == [made]
    assert list(repo.root.glob("errored*")) == []
    assert "heymilo-ops -w production apply" in failed.err
    next_run = repo.cli("apply", "--auto-approve")
    assert next_run.code == 0, next_run.text
    assert ("was carried out" in next_run.err) == journal
    assert [each["id"] for each in served.postings()] == [made]
    assert repo.cli("plan", "--detailed-exitcode").code == 0


@pytest.mark.parametrize("seconds", ["0.4", "1"])
def test_a_short_pause_is_not_worth_a_line(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch, seconds: str
) -> None:
    monkeypatch.setattr("heymilo_ops.remote.client.FIRST_PAUSE_S", float(seconds))
    served.fault("error_5xx_before", method="GET", times=1)
    planned = repo.cli("plan")
    assert planned.code == 0, planned.text
    assert ("Waiting" in planned.err) == (float(seconds) >= 1), planned.err


def test_more_requests_than_heymilo_allows(repo: Repo, served: Served) -> None:
    served.fault("rate_limit", method="GET", path="*", retry_after="9999")
    refused = repo.cli("plan", "--json")
    assert (refused.code, refused.out) == (5, "")
    assert "requests_per_minute" in refused.err


def test_an_apply_that_ends_while_another_looks(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.remote.postings import Postings

    list_all = Postings.list_all
    others = iter([lambda: repo.cli("apply", "--auto-approve")])

    def slowly(self: Postings) -> object:
        for other in others:
            assert other().code == 0
        return list_all(self)

    monkeypatch.setattr(Postings, "list_all", slowly)
    late = repo.cli("apply", "--auto-approve")
    assert (late.code, "PL501" in late.text) == (0, False), late.text
    assert len(served.postings()) == 1


def test_a_full_refresh_sees_changed_questions(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    assert "was changed outside" not in repo.cli("plan", "--refresh", "full").out
    posting_id = repo.posting()["posting_id"]
    first = served.questions(posting_id)[0]["id"]
    path = f"/api/v2/postings/{posting_id}/questions/{first}"
    served.patch(path, {"text": "What is your favourite colour?"})
    changed = " ".join(repo.cli("plan", "--refresh", "full").out.split())
    assert "# support was changed outside" in changed and "question angry: text" in changed

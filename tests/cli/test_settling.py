"""Lost answers, dropped requests, kills: the next look settles them. HeyMilo's own log of requests is the judge."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from heymilo_ops.remote.postings import Postings
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.store import StateStore
from tests.cli.conftest import KEY, Ran, Repo, Served

GO = ("apply", "--auto-approve")
NOT_MADE = "Settled: the create of support in an earlier run was not carried out\n"

KILLED = """\
import os, signal, sys
from heymilo_ops.cli.main import run
from heymilo_ops.remote.postings import Postings
create = Postings.create
def killed(self, body):
    {before}os.kill(os.getpid(), signal.SIGKILL)
    create(self, body)
    os.kill(os.getpid(), signal.SIGKILL)
Postings.create = killed
run(sys.argv[1:])
"""
"""Dies before the create is sent, or when its answer is there and nothing of it is recorded."""


def killed(repo: Repo, *args: str, before: bool = False) -> None:
    """Run a command that is killed at its first create."""
    program = KILLED.format(before="" if before else "# ")
    environment = {**os.environ, "HEYMILO_API_KEY": KEY}
    ran = subprocess.run([sys.executable, "-c", program, "-C", str(repo.root), *args], env=environment, timeout=60)
    assert ran.returncode == -signal.SIGKILL


def sent(served: Served) -> list[tuple[str, int]]:
    """Operation id and attempt of each create that HeyMilo was asked for."""
    marks = [each["marks"]["heymilo-ops-op"].split("/") for each in served.requests("POST")]
    return [(op_id, int(attempt)) for op_id, attempt in marks]


def unknown(repo: Repo) -> tuple[str, ...]:
    """Addresses whose outcome is unknown."""
    state = StateStore(FolderBackend(repo.root / ".heymilo/state/production"), "here").read()
    return tuple(each.address for each in state.unknown()) if state is not None else ()


def revisions(repo: Repo) -> list[int]:
    return [each["number"] for each in repo.posting()["revisions"]]


def settled(repo: Repo, served: Served) -> None:
    """Nothing is open, one posting is there, and applying again does nothing."""
    assert unknown(repo) == ()
    (live,) = served.postings()
    assert repo.posting()["posting_id"] == live["id"]
    assert revisions(repo) == [1]
    served.forget_requests()
    assert repo.cli(*GO).code == 0
    assert {each["method"] for each in served.requests()} == {"GET"}
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def left_open(repo: Repo, served: Served) -> None:
    """Run an apply whose create doesn't arrive and can't be looked for, and forget what it asked for."""
    served.leave_open()
    assert repo.cli(*GO).code == 3
    assert unknown(repo) == ("support",)
    served.heal()
    served.forget_requests()


# --- within one run -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", ["lose_answer_after_commit", "truncate", "error_5xx_after_commit"])
def test_an_answer_that_is_lost_is_found(repo: Repo, served: Served, fault: str) -> None:
    served.fault(fault, times=1)
    found = repo.cli(*GO)
    assert found.code == 0, found.text
    assert "1 created" in found.out and "unknown" not in found.text
    assert [attempt for _, attempt in sent(served)] == [1]
    settled(repo, served)


@pytest.mark.parametrize("fault", ["drop_before", "error_5xx_before"])
def test_a_request_that_is_lost_is_sent_again(repo: Repo, served: Served, fault: str) -> None:
    served.fault(fault, times=1)
    again = repo.cli(*GO)
    assert again.code == 0, again.text
    assert "support: creating again (attempt 2)…" in again.err
    (first, second) = sent(served)
    assert (first[0], first[1], second[1]) == (second[0], 1, 2)
    settled(repo, served)


def test_a_lost_update_and_a_lost_archive_are_found(repo: Repo, served: Served) -> None:
    repo.write("other")
    assert repo.cli(*GO).code == 0
    repo.edit("2035-01-31", "2035-02-28")
    (repo.root / "postings/other.yaml").unlink()
    served.fault("lose_answer_after_commit", method="PATCH", path="*", times=1)
    served.fault("lose_answer_after_commit", path="*/archive", times=1)
    found = repo.cli(*GO)
    assert found.code == 0, found.text
    assert unknown(repo) == ()
    assert repo.posting("other")["status"] == "archived"
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def test_what_can_not_be_looked_for_stays_open_until_the_next_apply(repo: Repo, served: Served) -> None:
    served.leave_open()
    given_up = repo.cli(*GO)
    assert given_up.code == 3, given_up.text
    assert given_up.out.splitlines()[-2:] == [
        "Next: heymilo-ops -w production apply",
        "  It looks in HeyMilo first, and sends nothing for support until it knows what became of it.",
    ]
    ((op_id, attempt),) = sent(served)
    assert attempt == 1
    assert unknown(repo) == ("support",)
    served.heal()
    doctor = repo.cli("doctor")
    assert doctor.code == 3
    assert "the outcome is unknown for support\n      Apply again: heymilo-ops -w production apply." in doctor.out
    assert ", 1 to settle.\n" in repo.cli("plan").out

    healed = repo.cli(*GO)
    assert healed.code == 0, healed.text
    assert NOT_MADE in healed.err
    assert sent(served)[-1] == (op_id, 2)
    settled(repo, served)


GIVEN_UP = "it was not carried out; HeyMilo gave no answer, however often it was sent"


def test_what_is_dropped_three_times_is_known_as_not_made_and_goes_on(repo: Repo, served: Served) -> None:
    served.fault("drop_before")
    given_up = repo.cli(*GO)
    assert given_up.code == 5, given_up.text
    assert GIVEN_UP in given_up.out
    assert "1 failed" in given_up.out and "unknown" not in given_up.text
    tries = sent(served)
    assert tries == [(tries[0][0], attempt) for attempt in (1, 2, 3)]
    assert unknown(repo) == ()
    assert served.postings() == []
    state = repo.state()
    assert [(each["op_id"], each["attempt"]) for each in state["watched"]] == tries
    served.heal()

    healed = repo.cli(*GO)
    assert healed.code == 0, healed.text
    assert "Settled:" not in healed.err, "nothing was in question"
    assert sent(served)[-1] == (tries[0][0], 4)
    settled(repo, served)


def test_what_is_dropped_three_times_beside_what_was_made_is_partial(repo: Repo, served: Served) -> None:
    repo.write("another")
    post = {"method": "POST", "path": "/api/v2/postings"}
    faults(served, {"match": post, "action": "drop_before", "skip": 1})
    partial = repo.cli(*GO, "--json")
    assert partial.code == 3, partial.text
    first, second = partial.json["outcomes"]
    assert (first["address"], first["result"]) == ("another", "done")
    assert second["result"] == "rejected"
    assert second["message"].startswith(f"{GIVEN_UP}: the connection broke")
    assert unknown(repo) == ()


def test_a_third_attempt_whose_answer_is_lost_is_found(repo: Repo, served: Served) -> None:
    post = {"method": "POST", "path": "/api/v2/postings"}
    dropped = {"match": post, "action": "drop_before", "times": 2}
    faults(served, dropped, {"match": post, "action": "lose_answer_after_commit"})
    found = repo.cli(*GO)
    assert found.code == 0, found.text
    assert [attempt for _, attempt in sent(served)] == [1, 2, 3]
    served.heal()
    settled(repo, served)


# --- after a crash --------------------------------------------------------------------------------------------------


def test_killed_after_the_create_the_next_apply_adopts(repo: Repo, served: Served) -> None:
    killed(repo, *GO)
    assert unknown(repo) == ("support",)
    (live,) = served.postings()
    planned = repo.cli("plan")
    assert planned.code == 0 and live["id"] in planned.out
    adopting = repo.cli(*GO)
    assert adopting.code == 0, adopting.text
    said = f"Settled: the create of support in an earlier run was carried out: posting {live['id']}\n"
    assert adopting.err.startswith(said)
    assert [attempt for _, attempt in sent(served)] == [1]
    settled(repo, served)


def test_killed_before_the_create_the_next_apply_sends_it_again(repo: Repo, served: Served) -> None:
    killed(repo, *GO, before=True)
    assert unknown(repo) == ("support",)
    assert sent(served) == []
    again = repo.cli(*GO)
    assert again.code == 0, again.text
    assert again.err.startswith(NOT_MADE)
    assert [attempt for _, attempt in sent(served)] == [2]
    settled(repo, served)


def test_what_is_no_longer_wanted_is_settled_and_not_sent(repo: Repo, served: Served) -> None:
    repo.write("other")
    assert repo.cli(*GO, "--target", "other").code == 0
    left_open(repo, served)
    (repo.root / "postings/support.yaml").unlink()
    dropped = repo.cli(*GO)
    assert dropped.code == 0, dropped.text
    assert NOT_MADE in dropped.err
    assert sent(served) == []
    assert unknown(repo) == ()


@pytest.mark.parametrize("before", [False, True])
def test_a_saved_plan_goes_on_after_its_own_crash(repo: Repo, served: Served, before: bool) -> None:
    plan = str(repo.root / "plan.json")
    assert repo.cli("plan", "--out", plan).code == 0
    killed(repo, "apply", plan, before=before)
    goes_on = repo.cli("apply", plan)
    assert goes_on.code == 0, goes_on.text
    assert len(served.postings()) == 1
    assert [attempt for _, attempt in sent(served)] == ([2] if before else [1])
    settled(repo, served)


def test_a_rollback_settles_first(repo: Repo, served: Served) -> None:
    assert repo.cli(*GO).code == 0
    repo.edit("Support Agent", "Support Guide")
    killed(repo, *GO)
    back = repo.cli("rollback", "support", "--auto-approve")
    assert back.code == 0, back.text
    assert "was carried out: posting" in back.err
    assert revisions(repo) == [1, 2, 3]
    (live,) = served.postings(archived=False)
    assert live["title"] == "Support Agent"


# --- the wait -------------------------------------------------------------------------------------------------------


@pytest.fixture
def patient(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repo whose HeyMilo takes up to a second to list what it made."""
    monkeypatch.setattr("heymilo_ops.apply.run_context.REQUEST_S", 0.0)
    config = repo.root / "heymilo.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("settle_seconds: 0", "settle_seconds: 1"), encoding="utf-8")
    return repo


def test_absence_is_believed_only_after_a_wait(patient: Repo, served: Served) -> None:
    served.fault("drop_before", times=1)
    waited = patient.cli(*GO)
    assert waited.code == 0, waited.text
    assert "waiting 1 s: to look again for support, whose last operation may still be under way\n" in waited.err
    first, second = served.requests("POST")
    assert second["time"] - first["time"] >= 1
    lists = [each["time"] for each in served.requests("GET") if each["path"] == "/api/v2/postings"]
    assert sum(first["time"] + 1 <= each <= second["time"] for each in lists) == 2, "two listings, after the wait"
    settled(patient, served)


def test_what_comes_within_the_wait_is_adopted(patient: Repo, served: Served) -> None:
    served.fault("late_commit", seconds=0.5, times=1)
    waited = patient.cli(*GO)
    assert waited.code == 0, waited.text
    assert [attempt for _, attempt in sent(served)] == [1]
    settled(patient, served)


def test_after_a_crash_the_wait_counts_from_when_the_lock_is_held(patient: Repo, served: Served) -> None:
    killed(patient, *GO, before=True)
    began = time.monotonic()
    again = patient.cli(*GO)
    assert again.code == 0, again.text
    assert time.monotonic() - began >= 1
    assert again.err.startswith("waiting 1 s: to look again for support")
    settled(patient, served)


@pytest.mark.parametrize("crashed", [False, True])
def test_ctrl_c_while_it_waits_loses_nothing(
    patient: Repo, served: Served, monkeypatch: pytest.MonkeyPatch, crashed: bool
) -> None:
    if crashed:
        left_open(patient, served)
    monkeypatch.setattr("heymilo_ops.apply.run_context.REQUEST_S", 60.0)
    if not crashed:
        served.fault("drop_before", times=1)
    began = time.monotonic()
    stopped = interrupted(patient, served)
    assert stopped.code == 130, stopped.text
    assert time.monotonic() - began < 20
    assert "waiting" in stopped.err and "Stopping: " in stopped.err
    assert unknown(patient) == ("support",)
    assert len(sent(served)) == (0 if crashed else 1)
    monkeypatch.setattr("heymilo_ops.apply.run_context.REQUEST_S", -1.0)
    assert patient.cli(*GO).code == 0
    assert len(sent(served)) == (1 if crashed else 2)
    settled(patient, served)


def interrupted(repo: Repo, served: Served) -> Ran:
    """An apply that gets a Ctrl-C while it waits."""
    served.forget_requests()
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            requests = served.requests("GET")
            if requests and time.time() - requests[-1]["time"] > 1.0:  # it looked, and waits to look again
                os.kill(os.getpid(), signal.SIGINT)
                return
            time.sleep(0.1)

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        return repo.cli(*GO)
    finally:
        done.set()
        thread.join(10)


# --- what only a person can tell ------------------------------------------------------------------------------------


def faults(served: Served, *each: dict[str, Any]) -> None:
    served._http.post("/_control/faults", json=list(each)).raise_for_status()


def lose(served: Served, action: str) -> None:
    """The answer to the next create is lost, and something else happens to it."""
    post = {"method": "POST", "path": "/api/v2/postings"}
    faults(served, *({"match": post, "action": each, "times": 1} for each in (action, "lose_answer_after_commit")))


def ambiguous(repo: Repo, served: Served) -> str:
    """A create whose answer and marks are lost; the id of what it made."""
    lose(served, "strip_marks")
    open_ = repo.cli(*GO)
    assert open_.code == 3, open_.text
    served.heal()
    (live,) = served.postings()
    posting_id = str(live["id"])
    resolve = "heymilo-ops -w production state resolve support"
    assert f"`{resolve} --adopt {posting_id}`" in open_.out
    assert f"`{resolve} --retry`" in open_.out
    assert "Next:" not in open_.out, "the same command again would not help"
    assert unknown(repo) == ("support",)
    return posting_id


def test_a_probable_match_is_reported_and_not_owned(repo: Repo, served: Served) -> None:
    posting_id = ambiguous(repo, served)
    again = repo.cli(*GO)
    assert again.code == 3, again.text
    assert again.err.startswith("Unknown: whether the create of support in an earlier run was carried out: posting ")
    assert f"state resolve support --adopt {posting_id}`" in again.out.split("Error:")[1]
    assert len(sent(served)) == 1
    assert unknown(repo) == ("support",)


def test_a_probable_match_is_told_once_before_the_plan_and_once_at_the_end(repo: Repo, served: Served) -> None:
    adopt = f"--adopt {ambiguous(repo, served)}`"
    again = repo.cli(*GO)
    assert (again.err.count(adopt), again.out.count(adopt)) == (1, 1), again.text
    assert again.out.count("name or title") == again.err.count("name or title") == 1, again.text
    assert "outcome unknown" not in again.err
    assert "the outcome of an earlier operation is unknown, as said above" in again.out
    (planned,) = repo.cli("plan", "--json").json["changes"]
    assert any(adopt in each for each in planned["reasons"]), "a plan by itself tells all"


def test_a_rollback_of_a_probable_match_names_what_settles_it(repo: Repo, served: Served) -> None:
    assert repo.cli(*GO).code == 0
    (first,) = served.postings()
    repo.edit("Support Agent", "Support Guide")
    lose(served, "strip_marks")
    assert repo.cli(*GO).code == 3
    (second,) = [each for each in served.postings() if each["id"] != first["id"]]
    refused = repo.cli("rollback", "support", "--auto-approve")
    assert refused.code == 1, refused.text
    error = " ".join(refused.err[refused.err.index("Error:") :].split())
    resolve = "heymilo-ops -w production state resolve support"
    assert (
        f"with `{resolve} --adopt {second['id']}`. If the operation did not happen, run `{resolve} --retry`." in error
    )
    assert "apply" not in error, "the same command again would not help"


def test_a_probable_match_can_be_adopted(repo: Repo, served: Served) -> None:
    posting_id = ambiguous(repo, served)
    adopted = repo.cli("state", "resolve", "support", "--adopt", posting_id)
    assert adopted.code == 0, adopted.text
    assert "heymilo-ops -w production plan" in adopted.out
    settled(repo, served)


def test_a_probable_match_can_be_refused(repo: Repo, served: Served) -> None:
    posting_id = ambiguous(repo, served)
    refused = repo.cli("state", "resolve", "support", "--retry")
    assert refused.code == 0, refused.text
    assert NOT_MADE in refused.err
    assert unknown(repo) == ()
    assert "1 held" in repo.cli(*GO).out, "the posting has the name, whoever made it"
    assert repo.cli(*GO, "--allow-namesake", "support").code == 0
    (first, second) = sent(served)
    assert (first[0], second[1]) == (second[0], 2)
    served.remove(posting_id)
    settled(repo, served)


@pytest.mark.parametrize("way", ["--retry", "--absent"])
def test_what_was_carried_out_is_adopted_whatever_a_person_says(repo: Repo, served: Served, way: str) -> None:
    killed(repo, *GO)
    (live,) = served.postings()
    denied = repo.cli("state", "resolve", "support", way)
    assert denied.code == 1, denied.text
    assert f"was carried out: posting {live['id']}" in denied.err
    settled(repo, served)


@pytest.mark.parametrize(
    ("crashed", "way"),
    [(True, "--retry"), (False, "--retry"), (True, "--absent"), (False, "--absent")],
)
def test_retry_sends_the_same_again_and_absent_does_not(repo: Repo, served: Served, crashed: bool, way: str) -> None:
    if crashed:
        killed(repo, *GO, before=True)
    else:  # an earlier attempt is watched already
        served.fault("drop_before", times=2)
        served.fault("unauthorized", method="GET", skip=4)
        assert repo.cli(*GO).code == 3
        assert [attempt for _, attempt in sent(served)] == [1, 2]
        served.heal()
        served.forget_requests()
    first = StateStore(FolderBackend(repo.root / ".heymilo/state/production"), "here").read()
    assert first is not None
    assert repo.cli("state", "resolve", "support", way).code == 0
    assert repo.cli(*GO).code == 0
    ((op_id, attempt),) = sent(served)
    before = first.pending[0]
    if way == "--retry":
        assert (op_id, attempt) == (before.op_id, before.attempt + 1)
    else:
        assert op_id != before.op_id and attempt == 1
    settled(repo, served)


def test_a_copy_is_not_taken_for_the_original(repo: Repo, served: Served) -> None:
    lose(served, "clone_after")
    ran = repo.cli(*GO)
    assert len(served.postings()) == 2
    first, second = sorted(served.postings(), key=lambda each: each["created_at"])
    assert first["created_at"] < second["created_at"]
    assert ran.code == 0, ran.text
    assert repo.posting()["posting_id"] == first["id"], "the older one is the original"


@pytest.mark.parametrize("way", ["--retry", "--absent"])
@pytest.mark.parametrize("begun", [False, True])
def test_nothing_is_pending(repo: Repo, served: Served, way: str, begun: bool) -> None:
    if begun:
        assert repo.cli(*GO).code == 0
    served.forget_requests()
    refused = repo.cli("state", "resolve", "support", way)
    assert refused.code == 1
    assert "nothing is pending" in refused.err
    assert served.requests() == []


# --- what others rely on --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "faulty", "code"),
    [(False, False, 0), (True, False, 0), (False, True, 3)],
)
def test_json_stays_json(repo: Repo, served: Served, before: bool, faulty: bool, code: int) -> None:
    if faulty:
        posting_id = ambiguous(repo, served)
    else:
        killed(repo, *GO, before=before)
    ran = repo.cli(*GO, "--json")
    assert ran.code == code, ran.text
    outcomes = ran.json["outcomes"]
    assert "creating" not in ran.err
    if faulty:
        (open_,) = outcomes
        assert open_["result"] == "unknown"
        assert f"heymilo-ops -w production state resolve support --adopt {posting_id}" in open_["message"]
    else:
        assert [each["result"] for each in outcomes] == (["done"] if before else [])


def test_a_heymilo_that_is_down_while_it_looks(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heymilo_ops.remote.client.FIRST_PAUSE_S", 0.0)
    left_open(repo, served)
    for path in ("/api/v2/workspaces", "/api/v2/postings"):
        served.fault("drop_before", method="GET", path=path)
        down = repo.cli(*GO, "--json")
        assert (down.code, down.out) == (5, ""), down.text
        assert unknown(repo) == ("support",)
        served.heal()
    assert repo.cli(*GO).code == 0
    settled(repo, served)


def test_a_heymilo_that_goes_down_after_the_first_look(
    patient: Repo, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    from heymilo_ops.errors import UnreachableError

    left_open(patient, served)
    looks = iter(range(100))

    def once(self: Postings, listing: Callable[[Postings], Any] = Postings.list_all) -> Any:
        if next(looks):
            raise UnreachableError("HeyMilo can't be reached")
        return listing(self)

    with monkeypatch.context() as network:
        network.setattr(Postings, "list_all", once)
        assert patient.cli(*GO).code == 5
    assert unknown(patient) == ("support",)
    assert patient.cli(*GO).code == 0
    settled(patient, served)


def test_what_was_found_before_heymilo_went_down_is_kept_and_told(
    patient: Repo, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heymilo_ops.remote.client.FIRST_PAUSE_S", 0.0)
    patient.write("other")
    post = {"method": "POST", "path": "/api/v2/postings"}
    down = {"match": {**post, "method": "GET"}, "action": "drop_before", "skip": 1}
    lost = {"match": post, "action": "lose_answer_after_commit", "times": 1}
    faults(served, lost, {"match": post, "action": "drop_before"}, down)
    assert patient.cli(*GO).code == 3
    assert unknown(patient) == ("other", "support")
    served.heal()
    faults(served, {**down, "times": 4})  # it is there again when that look is given up
    broken_off = patient.cli(*GO)
    assert broken_off.code == 5, broken_off.text
    assert "Settled: the create of other in an earlier run was carried out: posting " in broken_off.err
    assert "Unknown: whether the create of support in an earlier run was carried out; the next apply" in broken_off.err
    assert unknown(patient) == ("support",)
    served.heal()
    assert patient.cli(*GO).code == 0
    assert sorted(each["name"] for each in served.postings()) == ["other", "support"]


def test_the_lock_is_needed_to_settle(repo: Repo, served: Served) -> None:
    from datetime import UTC, datetime

    from heymilo_ops.statefile.lease import this_holder

    left_open(repo, served)
    store = StateStore(FolderBackend(repo.root / ".heymilo/state/production"), "here")
    with store.hold(this_holder("somebody", "apply", datetime.now(UTC))):
        locked = repo.cli(*GO)
    assert locked.code == 4, locked.text
    assert unknown(repo) == ("support",)


def test_another_workspaces_key_settles_nothing(repo: Repo, served: Served) -> None:
    left_open(repo, served)
    path = repo.root / ".heymilo/state/production/state.json"
    state = json.loads(path.read_text(encoding="utf-8"))
    state["workspace"]["remote_id"] = "ws_another"
    path.write_text(json.dumps(state), encoding="utf-8")
    refused = repo.cli(*GO)
    assert refused.code == 1, refused.text
    assert "ws_another" in refused.err
    assert unknown(repo) == ("support",)


def test_quiet_is_quiet(repo: Repo, served: Served) -> None:
    left_open(repo, served)
    quiet = repo.cli("-q", *GO)
    assert (quiet.code, quiet.err) == (0, ""), quiet.text
    settled(repo, served)

"""An edit in place comes to its end wherever the process that does it is killed, whatever HeyMilo answers meanwhile.

A round is a request of the edit or a document of it, the moment, how the server behaves around that, and what comes
next: the same host, another one, or a state that is lost and made anew; or the process isn't killed and sleeps past its
lease, while another host takes the lock and brings about a newer design. Every two of them meet, as in ``test_matrix``.
What HeyMilo shows is read after each apply and kept as the baseline, as a user's apply does it.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from heymilo_ops.model.state import PostingState
from tests.proof import behaviours, oracle
from tests.proof.pairs import Row, bundled, cover, full, pairs_of
from tests.proof.points import EDIT_LABELS, EDIT_REQUESTS, LABELS
from tests.proof.rounds import NEXT, assert_at_rest, killed, recover
from tests.proof.world import APPLY, BACKENDS, KEY, World

REQUESTS = ("patch", *EDIT_REQUESTS)
THINGS = (*REQUESTS, "sending", "half_done", "confirmed", "state.fold")
MOMENTS = ("before", "flight", "after")
BEHAVIOURS = ("normal", "answer lost", "dropped before", "5xx after commit", "refused")
LOCK_LOST = "lock lost"
FACTORS = (THINGS, MOMENTS, BEHAVIOURS, (*NEXT, LOCK_LOST), BACKENDS)
_OF_TWO_HOSTS = ("second host", LOCK_LOST)
_OF_OTHER_TESTS = {*((thing, "before") for thing in REQUESTS), *(("sending", moment) for moment in MOMENTS)}
"""What ``test_paused`` has: between the last look at the lease and the first byte nothing can be done; and before it
nothing of the edit was sent."""

IN_A_ROW = 8
MOST = 24
_RUNS = 4


def impossible(row: Row) -> bool:
    """Whether there is no such round."""
    thing, moment, behaviour, after, backend = row
    if f"{thing}.{moment}" not in {*LABELS, *EDIT_LABELS} or (after in _OF_TWO_HOSTS and backend == "folder"):
        return True
    if after == LOCK_LOST and (thing, moment) in _OF_OTHER_TESTS:
        return True
    if thing == "half_done":  # where an edit stops half-way
        return behaviour != "refused"
    return thing not in REQUESTS and behaviour != "normal"


ROUNDS = full(FACTORS, lambda row: not impossible(row))
CHOSEN = ROUNDS if os.environ.get("HEYMILO_OPS_FULL") else cover(ROUNDS, lambda row: BACKENDS.index(row[-1]))
CASES = bundled(CHOSEN, lambda row: False, lambda row: row[-1], IN_A_ROW)


def question(key: str, text: str) -> dict[str, Any]:
    """A question that is not scored."""
    return {"key": key, "text": text, "not_scored": True}


_TOPICS = ("money", "travel", "weekends", "tools", "colleagues", "customers", "noise", "writing", "deadlines", "luck")


def ask(world: World, number: int, version: str = "") -> None:
    """Ask for another description, length, wording and order, for a question more and for one less."""
    asked = [
        question("why", f"Why do you want this{version}, in round {number}?"),
        question(f"more-{number}", f"{_TOPICS[number]}?"),
        question("where", "Which place suits you best?"),
    ]
    config = {"web_interview_config": {"max_duration_seconds": 600 + number}}
    step = {"type": "web_interview", "config": config, "questions": asked if number % 2 else asked[::-1]}
    ops = {"on_change": "update"}
    manifest = {
        "title": "Alpha",
        "description": f"What is done{version} in round {number}.",
        "ops": ops,
        "workflow": [step],
    }
    world.want(alpha=manifest)


def texts(world: World, posting_id: str) -> list[str]:
    """The questions that HeyMilo asks, in their order."""
    with httpx.Client(base_url=world.served.url, headers={"X-API-KEY": KEY}, timeout=30, trust_env=False) as http:
        answer = http.get(f"/api/v2/postings/{posting_id}/questions", params={"limit": 100}).raise_for_status()
    return [str(item["text"]) for item in answer.json()["data"]]


def applied(world: World) -> PostingState:
    """What the state knows of the posting."""
    state = world.state()
    assert state is not None
    return state.postings["alpha"]


def finish(world: World) -> None:
    """Run apply until it says that all is done."""
    said = []
    for _ in range(_RUNS):
        run = world.apply()
        if run.code == 0:
            return
        assert run.code in (1, 3), f"exit {run.code}: {run.said}"
        said.append(run.said)
    raise AssertionError(f"{_RUNS} runs, and it is not done; they said: {said}")


def lock_lost(world: World, label: str, number: int) -> None:
    """An apply sleeps in the middle of an edit to a draft; another host takes the lock and goes on to what is wanted by
    then; the first wakes.
    """
    sleeping = world.start(*APPLY, crash=[{"label": label, "signal": signal.SIGSTOP}]).wait_stopped()
    assert sleeping.stopped == signal.SIGSTOP, f"{label} was not reached; {sleeping.code}: {sleeping.said}"
    world.host = "two" if world.host == "one" else "one"
    ask(world, number)
    finish(world)
    before = len(world.served.requests())
    sleeping.go_on()
    world.said += sleeping.wait().said
    late = [each for each in world.served.requests()[before:] if each["method"] != "GET"]
    assert not late, f"{label}: it woke without the lock and sent {late}"
    assert sleeping.code not in (None, 0), f"{label}: it had lost the lock, and said: {sleeping.said}"


def play(world: World, row: Row, number: int, posting_id: str) -> None:
    """One round; raises ``AssertionError`` where something does not hold."""
    thing, moment, behaviour, after, _ = row
    ask(world, number, " in draft" if after == LOCK_LOST else "")
    revision = applied(world).revision
    since = len(world.served.requests())
    request = thing if thing in REQUESTS else "question_post"
    world.served.misbehave(behaviours.faults(behaviour, request))
    if after == LOCK_LOST:
        lock_lost(world, f"{thing}.{moment}", number)
    else:
        killed(world, f"{thing}.{moment}", 1)
        recover(world, after)
    finish(world)
    world.served.behave()
    entry = applied(world)
    assert len(world.served.postings()) == 1, world.said
    (live,) = world.served.postings()
    assert (live["id"], entry.posting_id) == (posting_id, posting_id), "its id and its link stay"
    assert live["description"] == f"What is done in round {number}."
    assert live["workflow"][0]["config"]["web_interview_config"]["max_duration_seconds"] == 600 + number
    wanted = [str(item["text"]) for item in world.wanted["alpha"]["workflow"][0]["questions"]]
    assert texts(world, posting_id) == wanted
    sent = [each for each in world.served.requests()[since:] if each["committed"] and each["method"] == "POST"]
    assert sum(each["path"].endswith("/questions") for each in sent) == 1, "the question is made once"
    assert entry.half_edit is None
    assert entry.revision - revision in ((1, 2) if after == LOCK_LOST else (1,)), "a draft that was whole counts too"
    assert live["metadata"]["heymilo-ops"].endswith(f"alpha@{entry.revision}")
    assert entry.current.baseline is not None
    wrong = oracle.audit(world)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("case", CASES, ids=lambda case: ", ".join(case[0]))
def test_killed_in_an_edit_and_gone_on(case: list[Row], build: Callable[[str], World]) -> None:
    world = build(case[0][-1])
    ask(world, 0)
    run = world.apply()
    assert run.code == 0, run.said
    ((posting_id,),) = world.opened().values()
    for number, row in enumerate(case, 1):
        try:
            play(world, row, number, posting_id)
        except Exception as error:
            raise AssertionError(f"round {number}, {', '.join(row)}: {error}") from error
    assert_at_rest(world)


def test_what_runs_meets_every_pair_that_can_be() -> None:
    met = set().union(*(pairs_of(row) for row in CHOSEN))
    assert met == set().union(*(pairs_of(row) for row in ROUNDS))
    assert len(CASES) <= MOST or os.environ.get("HEYMILO_OPS_FULL")
    assert {f"{row[0]}.{row[1]}" for row in CHOSEN} >= {*EDIT_LABELS}

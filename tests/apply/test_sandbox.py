"""Apply with the real client and the real folder, against the sandbox: the parts fit as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fake_heymilo import WHO, Clock, posting

from heymilo_ops.apply.reconcile import Search, reconcile
from heymilo_ops.apply.run import apply
from heymilo_ops.apply.run_context import RunContext, SettlingTime
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.event import Outcome, Result
from heymilo_ops.model.live import Listing
from heymilo_ops.plan.build import PlanInput, build
from heymilo_ops.remote.client import Client, KeyPolicy
from heymilo_ops.remote.postings import Postings
from heymilo_ops.report.outcome_text import outcome_message
from heymilo_ops.sandbox.server import Server
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.store import StateStore

KEY = "a-key-for-the-sandbox"


class Real:
    """One workspace, as the command line puts it together."""

    def __init__(self, client: Client, url: str, root: Path) -> None:
        self.url = url
        self.api = Postings(client)
        self.store = StateStore(FolderBackend(root), "state")
        self.now = Clock()

    def want(self, *wanted: Desired, settling: SettlingTime | None = None) -> tuple[Outcome, ...]:
        state = self.store.read()
        digests = {r.digest for entry in state.postings.values() for r in entry.revisions} if state else set()
        plan = build(
            PlanInput(
                desired=wanted,
                state=state,
                snapshots={digest: self.store.snapshot(digest) for digest in digests},
                listing=Listing({live.posting_id: live for live in self.api.list_all()}),
                now=self.now(),
                workspace="sandbox",
                workspace_id=self.api.workspace().id,
                project="acme",
            )
        )
        return apply(plan, self.context(settling), begun=self.store.begin("acme", "sandbox", self.url))

    def context(self, settling: SettlingTime | None) -> RunContext:
        return RunContext(
            store=self.store,
            api=self.api,
            project="acme",
            workspace="sandbox",
            author=WHO,
            now=self.now,
            settling=settling,
        )

    def fault(self, **fault: Any) -> None:
        httpx.post(f"{self.url}/_control/faults", json=[fault], trust_env=False).raise_for_status()


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Real]:
    with (
        Server(str(tmp_path / "sandbox.db"), api_key=KEY) as server,
        Client(server.url, KEY, KeyPolicy(allowed_hosts="127.0.0.1"), 60_000) as client,
    ):
        yield Real(client, server.url, tmp_path / "state")


def test_the_life_of_a_posting(real: Real) -> None:
    (made,) = real.want(posting("a"))
    assert made.result is Result.DONE
    assert made.candidate_url
    assert real.want(posting("a")) == ()
    (moved,) = real.want(posting("a", deadline="2030-01-01T00:00:00Z", metadata={"team": "core"}))
    assert (moved.action, moved.posting_id, moved.candidate_url) == ("update", made.posting_id, made.candidate_url)
    wanted = posting("a", "Why now?", deadline="2030-01-01T00:00:00Z", metadata={"team": "core"})
    (replaced,) = real.want(wanted, posting("z"))[:1]
    assert (replaced.action, replaced.result) == ("replace", Result.DONE)
    assert replaced.posting_id != made.posting_id
    old = real.api.get(str(made.posting_id))
    assert old is not None
    assert old.archived
    assert real.want(wanted, posting("z")) == ()
    (gone,) = real.want(posting("z"))
    assert (gone.action, gone.result) == ("archive", Result.DONE)
    assert real.want(posting("z")) == ()


def test_questions_that_the_sandbox_wrote_are_kept(real: Real) -> None:
    wanted = posting("a", "")
    (made,) = real.want(wanted)
    assert made.reasons == ()
    assert real.store.generated(wanted.digest, str(made.posting_id))
    assert real.want(wanted) == ()


LOST = {"match": {"method": "POST", "path": "/api/v2/postings"}, "action": "lose_answer_after_commit", "times": 1}


def test_a_lost_answer_is_pending_until_it_is_looked_for(real: Real) -> None:
    real.fault(**LOST)
    (lost,) = real.want(posting("a"))
    assert lost.result is Result.UNKNOWN
    (again,) = real.want(posting("a"))
    assert again.result is Result.UNKNOWN
    (live,) = real.api.list_all()
    state = real.store.read()
    assert state is not None
    settled = reconcile(state, real.context(SettlingTime(0)), Search(since=0))
    assert [each.posting_id for each in settled.adopted.values()] == [live.posting_id]
    assert real.want(posting("a")) == ()
    assert len(real.api.list_all()) == 1


def test_a_lost_answer_is_found_at_the_end_of_the_run(real: Real) -> None:
    real.fault(**LOST)
    (made,) = real.want(posting("a"), settling=SettlingTime(0))
    assert (made.result, made.revision) == (Result.DONE, 1)
    assert [live.posting_id for live in real.api.list_all()] == [made.posting_id]
    assert real.want(posting("a")) == ()


def test_what_heymilo_rejects_points_into_the_request(real: Real) -> None:
    real.want(posting("a"))
    real.fault(match={"method": "POST", "path": "/api/v2/postings"}, action="refuse_taken_name", status=422)
    (outcome,) = real.want(posting("a", "Why now?"))
    assert outcome.result is Result.REJECTED
    assert outcome_message(outcome)
    state = real.store.read()
    assert state is not None
    assert state.pending == ()

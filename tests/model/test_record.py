"""Records of the journal, and what each does to the state."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from heymilo_ops.model import fold, record
from heymilo_ops.model.live import Live
from heymilo_ops.model.posting import NO_OPS
from heymilo_ops.model.state import Intent, Position, PostingState, Revision, State, WorkspaceIdentity

AT = "2027-01-02T09:00:00Z"
DIGEST = "sha256:" + "a" * 64


def intent(op: int = 1, **changes: Any) -> Intent:
    facts = {
        "kind": "create",
        "op_id": f"{op:032x}",
        "address": "a",
        "number": 1,
        "digest": DIGEST,
        "design_digest": DIGEST,
        "canon": 1,
        "action": "create",
        "at": AT,
    }
    return Intent.model_validate({**facts, **changes})


def state(*pending: Intent) -> State:
    workspace = WorkspaceIdentity(name="production", base_url="x", remote_id="W1")
    return State(tool_version="1", lineage="l", serial=4, project="acme", workspace=workspace, pending=pending)


def about(each: Intent, kind: type, **more: Any) -> Any:
    return kind(**{**record.of_intent(each), **more})


FOUND = record.WrittenPosting(posting_id="P1", created_at=7.0, updated_at=8.0)


def entry(*records: Any, **changes: Any) -> record.Entry:
    facts = {"tool_version": "1", "lineage": "l", "serial": 4, "epoch": 3, "seq": 9, "write_id": "w", "at": AT}
    return record.Entry.model_validate({**facts, "records": records, **changes})


@pytest.mark.parametrize("changes", [{"kind": "explode"}, {"at": "2027-01-02T09:00:00"}, {"colour": "red"}])
def test_a_record_that_is_refused(changes: dict[str, Any]) -> None:
    facts = {**about(intent(), record.Absent, at=AT).model_dump(), **changes}
    with pytest.raises(ValidationError):
        entry(facts)


def test_every_record_comes_back_as_it_was() -> None:
    each = intent()
    records = (
        record.Opened(plan_digest="p", intents=(each,)),
        record.Sending(ops=(each.op_id,), at=AT),
        record.Retried(intent=each),
        about(each, record.Confirmed, live=FOUND, at=AT),
        about(each, record.Rejected),
        about(each, record.Unknown, at=AT),
        about(each, record.Absent, at=AT, closed=True),
        record.Noted(address="a"),
        record.Sealed(by_epoch=4),
    )
    written = entry(*records)
    assert record.Entry.model_validate_json(written.model_dump_json()) == written
    assert written.seals
    assert not entry(*records[:-1]).seals


def test_what_is_kept_of_a_live_posting() -> None:
    live = Live("P1", "T", "a", "active", False, 1.0, 2.0, candidate_url="https://c/P1", metadata={"x": "y"})
    found = record.written_posting(live)
    assert (found.posting_id, found.status, found.candidate_url) == ("P1", "active", "https://c/P1")
    assert (found.created_at, found.updated_at, found.review_url) == (1.0, 2.0, None)
    assert "metadata" not in found.model_dump()


def test_a_document_counts_as_one_write_and_a_seal_as_none() -> None:
    each = intent()
    after = fold.replayed(state(), entry(record.Retried(intent=each), record.Retried(intent=intent(2))))
    assert (after.serial, after.journal) == (5, Position(epoch=3, seq=9))
    assert [one.op_id for one in after.pending] == [each.op_id, intent(2).op_id]
    sealed = fold.replayed(after, entry(record.Sealed(by_epoch=4), seq=10))
    assert sealed == after.model_copy(update={"journal": Position(epoch=3, seq=10)})


def test_a_plan_that_is_opened_drops_what_was_never_sent() -> None:
    sent, planned, new = intent(1, status="sending"), intent(2), intent(3)
    after = fold.folded(state(sent, planned), record.Opened(plan_digest="p", workspace_id="W2", intents=(new,)))
    assert after.pending == (sent, new)
    assert after.workspace.remote_id == "W1", "learnt at the first apply"
    fresh = state().model_copy(update={"workspace": WorkspaceIdentity(name="production", base_url="x")})
    learnt = fold.folded(fresh, record.Opened(plan_digest="p", workspace_id="W2", intents=()))
    assert learnt.workspace.remote_id == "W2"
    assert learnt.last_apply is not None
    assert (learnt.last_apply.plan_digest, learnt.last_apply.status) == ("p", "open")


def test_what_is_announced_may_be_under_way() -> None:
    after = fold.folded(state(intent(1), intent(2)), record.Sending(ops=(intent(2).op_id, "f" * 32), at=AT))
    assert [(each.status, each.sent_at) for each in after.pending] == [("planned", None), ("sending", AT)]


def test_an_operation_is_decided_on_again_once() -> None:
    again = intent(1, attempt=2)
    assert fold.folded(state(intent(1), intent(2)), record.Retried(intent=again)).pending == (intent(2), again)


@pytest.mark.parametrize("kind", [record.Confirmed, record.Rejected, record.Absent])
def test_what_is_not_pending_any_more_is_not_touched_again(kind: type) -> None:
    more = {record.Confirmed: {"live": FOUND, "at": AT}, record.Absent: {"at": AT}}.get(kind, {})
    known = state(intent(2))
    assert fold.folded(known, about(intent(1), kind, **more)) == known


def test_unknown_changes_nothing() -> None:
    known = state(intent(1, status="sending"))
    assert fold.folded(known, about(intent(1), record.Unknown, at=AT)) is known


def test_rejected_ends_the_operation() -> None:
    assert fold.folded(state(intent(1), intent(2)), about(intent(1), record.Rejected)).pending == (intent(2),)


def test_a_create_that_is_absent_is_watched_and_other_kinds_are_not() -> None:
    gone = about(intent(1), record.Absent, at=AT, closed=True)
    (watched,) = fold.folded(state(intent(1, attempt=2)), gone).watched
    assert (watched.op_id, watched.attempt, watched.address, watched.number) == (intent(1).op_id, 2, "a", 1)
    assert (watched.digest, watched.closed, watched.at) == (DIGEST, True, AT)
    for kind in ("update", "archive"):
        after = fold.folded(state(intent(1, kind=kind, target="P1")), gone)
        assert (after.pending, after.watched) == ((), ())


def test_an_operation_that_is_confirmed_gets_no_further_attempt() -> None:
    known = state(intent(1), intent(2, address="b"))
    for number in (1, 2):
        known = fold.folded(known, about(intent(number), record.Absent, at=AT))
    known = fold.folded(known, record.Retried(intent=intent(1, attempt=2)))
    known = fold.folded(known, about(intent(1, attempt=2), record.Confirmed, live=FOUND, at=AT))
    assert [(each.address, each.closed) for each in known.watched] == [("a", True), ("b", False)]


def test_an_archive_that_is_confirmed_marks_its_posting_alone() -> None:
    known = fold.folded(state(intent(1)), about(intent(1), record.Confirmed, live=FOUND, at=AT))
    second = intent(2, number=2, action="replace")
    live = record.WrittenPosting(posting_id="P2", updated_at=9.0)
    known = fold.confirmed(known, second, live, AT)
    gone = intent(3, kind="archive", action="archive", target="P1")
    after = fold.confirmed(known, gone, record.WrittenPosting(posting_id="P1", updated_at=30.0), AT)
    assert [each.archived_at for each in after.postings["a"].revisions] == [AT, None]
    assert (after.postings["a"].status, after.postings["a"].updated_at) == ("active", 9.0)
    last = fold.confirmed(after, intent(4, kind="archive", action="archive", target="P2"), live, AT)
    assert last.postings["a"].status == "archived"
    silent = fold.confirmed(
        after, intent(4, kind="archive", action="archive", target="P2"), record.WrittenPosting(posting_id="P2"), AT
    )
    assert silent.postings["a"].updated_at == 9.0, "what HeyMilo leaves out stays known"


def test_what_is_noted_concerns_the_state_alone() -> None:
    known = fold.folded(state(intent(1)), about(intent(1), record.Confirmed, live=FOUND, at=AT))
    kept: PostingState = known.postings["a"]
    moved = fold.folded(known, record.Noted(address="b", moved_from="a", ops={"protect": True}))
    assert moved.postings.keys() == {"b"}
    assert moved.postings["b"] == kept.model_copy(update={"ops": moved.postings["b"].ops, "formerly": ("a",)})
    assert moved.postings["b"].ops.protect
    assert fold.folded(known, record.Noted(address="a")).postings == {}
    assert fold.folded(known, record.Noted(address="z", ops={})) == known


def test_what_is_the_same_in_every_workspace() -> None:
    known = fold.folded(state(intent(1)), about(intent(1), record.Confirmed, live=FOUND, at=AT))
    assert known.postings["a"].current.portable_digest == DIGEST
    other = "sha256:" + "b" * 64
    known = fold.folded(state(intent(1, portable=other)), about(intent(1), record.Confirmed, live=FOUND, at=AT))
    assert known.postings["a"].current.portable_digest == other


def test_what_is_recorded_of_a_posting_that_is_not_on_record_changes_nothing() -> None:
    revision = Revision(
        number=1, digest=DIGEST, design_digest=DIGEST, canon=1, posting_id="P1", applied_at=AT, applied_by="kim",
        source="postings/a.yaml", action="update",
    )  # fmt: skip
    before = state()
    assert fold.folded(before, record.Accepted(address="a", revision=revision, ops=NO_OPS)) == before
    editing = intent(kind="edit", action="update", target="P1", status="sending")
    assert fold.folded(state(editing), about(editing, record.HalfDone)) == before
    activating = intent(kind="activate", action="update", target="P1", status="sending")
    assert fold.folded(state(activating), about(activating, record.Confirmed, live=FOUND, at=AT)) == before

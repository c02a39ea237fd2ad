from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.errors import AdviceKind, AttentionError, advise
from heymilo_ops.model.desired import desire
from heymilo_ops.model.state import Intent, PostingState, State, WorkspaceIdentity
from heymilo_ops.repair.edit import forget, move

AT = "2027-01-02T09:00:00Z"
DIGEST = "sha256:" + "a" * 64
STEP = {"type": "web_interview"}


def entry(posting_id: str = "P1", **more: Any) -> PostingState:
    revision = {
        "number": 1,
        "digest": DIGEST,
        "design_digest": DIGEST,
        "canon": 1,
        "posting_id": posting_id,
        "applied_at": AT,
        "applied_by": "Ada",
        "source": "postings/a.yaml",
        "action": "create",
    }
    facts = {"posting_id": posting_id, "revision": 1, "digest": DIGEST, "status": "active", "revisions": (revision,)}
    return PostingState.model_validate({**facts, **more})


def state(*, pending: tuple[Intent, ...] = (), **postings: PostingState) -> State:
    return State(
        tool_version="1",
        lineage="l",
        serial=4,
        project="acme",
        workspace=WorkspaceIdentity(name="production", base_url="x"),
        postings=postings,
        pending=pending,
    )


def intent(status: str, moved_from: str | None = None) -> Intent:
    ops = {"moved_from": moved_from} if moved_from else {}
    facts = {"kind": "create", "status": status, "op_id": "0" * 32, "address": "a", "action": "create", "at": AT}
    return Intent.model_validate({**facts, "ops": ops})


def test_what_the_state_does_not_know_is_neither_forgotten_nor_moved() -> None:
    with pytest.raises(AttentionError, match="knows no posting 'b'"):
        forget(state(a=entry()), "b")
    with pytest.raises(AttentionError, match="knows no posting 'b'"):
        move(state(a=entry()), "b", "c")


def test_what_is_protected_is_not_forgotten() -> None:
    with pytest.raises(AttentionError, match="protected"):
        forget(state(a=entry(ops={"protect": True})), "a")
    with pytest.raises(AttentionError, match="protected"):
        forget(state(a=entry()), "a", is_protected=True)


def test_what_is_unknown_is_settled_first() -> None:
    known = state(a=entry(), b=entry(), pending=(intent("sending", "b"),))
    for name in ("a", "b"):
        with pytest.raises(AttentionError) as caught:
            forget(known, name)
        assert advise(AdviceKind.STATE_RESOLVE_RETRY, name="a") in caught.value.help
        with pytest.raises(AttentionError):
            move(known, name, "c")
    with pytest.raises(AttentionError, match="of a is unknown"):
        move(state(c=entry(), pending=(intent("sending"),)), "c", "a")


def test_what_was_never_sent_stops_nothing_and_goes() -> None:
    known = state(a=entry(), pending=(intent("planned"),))
    assert forget(known, "a").pending == ()
    assert forget(known, "a").postings == {}
    assert move(known, "a", "b").pending == ()


@pytest.mark.parametrize("name", ["A", "a b", "", "-a", "a" * 101, "a\n"])
def test_a_history_moves_under_names_only(name: str) -> None:
    with pytest.raises(AttentionError, match="not a name"):
        move(state(a=entry()), "a", name)


def test_a_history_does_not_move_onto_another_or_away_from_its_manifest() -> None:
    with pytest.raises(AttentionError, match="knows b already, with 1 revision"):
        move(state(a=entry(), b=entry("P2")), "a", "b")
    with pytest.raises(AttentionError, match="still has a manifest"):
        move(state(a=entry()), "a", "b", here=["a"])


def test_a_history_is_not_taken_from_who_takes_it_over_already() -> None:
    taker = desire({"name": "b", "title": "Agent", "workflow": [STEP], "ops": {"moved_from": "a"}}, "postings/b.yaml")
    with pytest.raises(AttentionError, match="takes the history of a over"):
        move(state(a=entry()), "a", "c", [taker])
    assert set(move(state(a=entry()), "a", "b", [taker]).postings) == {"b"}
    assert set(move(state(a=entry(status="archived")), "a", "c", [taker]).postings) == {"c"}


def test_a_moved_history_is_the_same_history() -> None:
    known = state(a=entry(), z=entry("P9"))
    after = move(known, "a", "b")
    moved = known.postings["a"].model_copy(update={"formerly": ("a",)})
    assert after.postings == {"b": moved, "z": known.postings["z"]}
    assert (after.lineage, after.serial) == (known.lineage, known.serial)

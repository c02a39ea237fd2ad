from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.errors import AttentionError
from heymilo_ops.model.state import Position, PostingState, State, WorkspaceIdentity
from heymilo_ops.repair.edit import differences, replacement

DIGEST = "sha256:" + "a" * 64


def entry(*ids: str, by: str = "Ada") -> PostingState:
    revisions = [
        {
            "number": number,
            "digest": DIGEST,
            "design_digest": DIGEST,
            "canon": 1,
            "posting_id": posting_id,
            "applied_at": f"2027-01-0{number}T09:00:00Z",
            "applied_by": by,
            "source": "postings/a.yaml",
            "action": "create",
        }
        for number, posting_id in enumerate(ids, 1)
    ]
    facts = {"posting_id": ids[-1], "revision": len(ids), "digest": DIGEST, "status": "active", "revisions": revisions}
    return PostingState.model_validate(facts)


def state(serial: int = 5, **more: Any) -> State:
    workspace = WorkspaceIdentity(name=more.pop("workspace", "production"), base_url="x")
    facts = {"tool_version": "1", "lineage": "l" * 32, "project": "acme", "write_id": f"w{serial}"}
    return State.model_validate({**facts, "serial": serial, "workspace": workspace, **more})


@pytest.mark.parametrize(
    ("saved", "stored", "said"),
    [
        (state(9, project="other"), state(5), "other/production"),
        (state(9, workspace="sandbox"), state(5), "acme/sandbox"),
        (state(9, lineage="m" * 32), state(5), "another lineage"),
        (state(5), state(5), "serial 5"),
        (state(4), state(5), "serial 4"),
    ],
)
def test_another_or_an_older_state_is_refused(saved: State, stored: State, said: str) -> None:
    with pytest.raises(AttentionError, match=said):
        replacement(saved, stored)


def test_who_applied_since_is_told() -> None:
    stored = state(6, postings={"a": entry("P1", "P2", by="Grace")})
    with pytest.raises(AttentionError, match="last applied by Grace at 2027-01-02"):
        replacement(state(5, postings={"a": entry("P1")}), stored)


def test_nothing_that_is_stored_is_lost() -> None:
    stored = state(6, postings={"a": entry("P1"), "b": entry("P2", "P3", by="Grace")})
    with pytest.raises(AttentionError, match=r"doesn't know b revision 2.*by Grace"):
        replacement(state(9, postings={"a": entry("P1"), "b": entry("P2")}), stored)
    with pytest.raises(AttentionError, match="doesn't know a revision 1"):
        replacement(state(9, postings={"a": entry("P7"), "b": entry("P2", "P3")}), stored)


def test_a_newer_one_of_the_same_lineage_is_taken() -> None:
    stored = state(5, postings={"a": entry("P1")}, journal=Position(epoch=4, seq=2))
    saved = state(6, postings={"a": entry("P1", "P2"), "b": entry("P3")}, journal=Position(epoch=3, seq=9))
    taken = replacement(saved, stored)
    assert taken.postings == saved.postings
    assert taken.journal == Position(epoch=4, seq=2), "what was folded since must not be folded again"
    told = differences(saved, stored)
    assert [(each.address, each.stored is None) for each in told] == [("a", False), ("b", True)]


def test_where_there_is_none_any_is_taken() -> None:
    saved = state(6, postings={"a": entry("P1")})
    assert replacement(saved, None) == saved
    assert [each.address for each in differences(saved, None)] == ["a"]

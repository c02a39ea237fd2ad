from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from heymilo_ops.errors import UsageError
from heymilo_ops.model.live import Live, Mark
from heymilo_ops.model.state import State
from heymilo_ops.repair.attribution import Attribution, UnattributedReason, attribute

AT = "2027-01-02T09:00:00Z"


def op(number: int) -> str:
    return f"{number:032x}"


def digest(number: int) -> str:
    return f"sha256:{number:064x}"


def live(
    posting_id: str,
    revision: int,
    operation: int,
    *,
    name: str = "a",
    made: float | None = None,
    archived: bool = False,
    attempt: int = 1,
    workspace: str = "production",
    **marks: str,
) -> Live:
    mark = Mark("acme", workspace, name, revision, op(operation), attempt, digest(operation))
    return Live(
        posting_id,
        "Agent",
        name,
        "active",
        archived,
        created_at=made if made is not None else float(operation),
        metadata={**mark.metadata(), **marks},
    )


def state(pending: int | None = None, watched: int | None = None, **ids: Sequence[str]) -> State:
    """A state that knows postings by address; each is a revision."""
    postings = {}
    for address, known in ids.items():
        revisions = [
            {
                "number": number,
                "digest": digest(0),
                "design_digest": digest(0),
                "canon": 1,
                "posting_id": posting_id,
                "applied_at": AT,
                "applied_by": "Ada",
                "source": "x",
                "action": "create",
            }
            for number, posting_id in enumerate(known, 1)
        ]
        facts = {"posting_id": known[-1], "revision": len(known), "digest": digest(0), "status": "active"}
        postings[address] = {**facts, "revisions": revisions}
    intents = [
        {"kind": "create", "status": "sending", "op_id": op(each), "address": "a", "action": "create", "at": AT}
        for each in [pending]
        if each is not None
    ]
    given_up = [{"op_id": op(each), "attempt": 1, "address": "a", "at": AT} for each in [watched] if each is not None]
    return State.model_validate(
        {
            "tool_version": "1",
            "lineage": "l",
            "project": "acme",
            "workspace": {"name": "production", "base_url": "x"},
            "postings": postings,
            "pending": intents,
            "watched": given_up,
        }
    )


def sorted_(*listed: Live, known: State | None = None, **takes: Sequence[str]) -> Attribution:
    return attribute(listed, project="acme", workspace="production", state=known, takes=takes)


def ids(found: Attribution) -> dict[str, dict[int, str]]:
    return {name: {n: each.live.posting_id for n, each in group.items()} for name, group in found.taken.items()}


def left(found: Attribution) -> dict[str, tuple[UnattributedReason, str]]:
    return {each.posting.posting_id: (each.reason, each.other) for each in found.left}


def test_of_others_nothing_is_taken_or_told() -> None:
    unmarked = Live("P0", "Agent", "a", "active", False)
    found = sorted_(unmarked, live("P1", 1, 1, workspace="sandbox"))
    assert (found.taken, found.left, found.forks) == ({}, [], [])


def test_postings_by_name_and_revision() -> None:
    found = sorted_(live("P1", 1, 1, archived=True), live("P2", 2, 2), live("P3", 1, 3, name="b"))
    assert ids(found) == {"a": {2: "P2", 1: "P1"}, "b": {1: "P3"}}
    assert (found.left, found.forks) == ([], [])


@pytest.mark.parametrize("mark", [{"heymilo-ops-op": "x"}, {"heymilo-ops-digest": "x"}, {"heymilo-ops-digest": ""}])
def test_edited_marks_are_left(mark: dict[str, Any]) -> None:
    found = sorted_(live("P1", 1, 1, **mark))
    assert found.taken == {}
    assert left(found)["P1"] == (UnattributedReason.EDITED, "")


def test_what_is_pending_is_left_to_its_settling() -> None:
    found = sorted_(live("P1", 1, 7), known=state(pending=7))
    assert found.taken == {}
    assert left(found)["P1"] == (UnattributedReason.PENDING, "")


def test_what_came_late_is_not_owned_silently() -> None:
    found = sorted_(live("P1", 1, 7), live("P2", 1, 7, attempt=2, name="b"), known=state(watched=7))
    assert ids(found) == {"b": {1: "P2"}}
    assert left(found)["P1"] == (UnattributedReason.LATE, "")


def test_of_equal_marks_the_first_made_counts_and_what_is_on_record_before_it() -> None:
    copies = (live("P2", 1, 1, made=20.0), live("P1", 1, 1, made=10.0), live("P3", 1, 1, made=30.0))
    assert ids(sorted_(*copies)) == {"a": {1: "P1"}}
    assert left(sorted_(*copies)) == dict.fromkeys(("P2", "P3"), (UnattributedReason.COPY, "P1"))
    assert ids(sorted_(*copies, known=state(a=["P3"]))) == {"a": {1: "P3"}}


def test_an_older_revision_that_was_made_later_is_a_copy() -> None:
    found = sorted_(live("P1", 2, 2, made=10.0), live("P2", 1, 1, made=20.0))
    assert ids(found) == {"a": {2: "P1"}}
    assert left(found)["P2"] == (UnattributedReason.MADE_LATER, "")
    assert ids(sorted_(live("P1", 2, 2, made=10.0), live("P2", 1, 1, made=20.0), known=state(a=["P2"]))) == {
        "a": {2: "P1", 1: "P2"}
    }
    assert ids(sorted_(live("P1", 2, 2, made=10.0), live("P0", 1, 1, made=10.0)))["a"] == {2: "P1", 1: "P0"}


def test_two_open_ones_of_one_revision_are_a_fork() -> None:
    listed = (live("P2", 2, 2, made=9.0), live("P3", 2, 3, made=8.0), live("P1", 1, 1))
    found = sorted_(*listed)
    (fork,) = found.forks
    assert (fork.address, fork.number) == ("a", 2)
    assert [each.live.posting_id for each in fork.postings] == ["P3", "P2"]
    taken = sorted_(*listed, a=["P2"])
    assert taken.forks == []
    assert ids(taken) == {"a": {2: "P2", 1: "P1"}}
    assert left(taken)["P3"] == (UnattributedReason.RIVAL, "P2")
    assert len(sorted_(*listed, a=["P2", "P3"]).forks) == 1, "one of them, not both"
    assert len(sorted_(*listed, a=["P1"]).forks) == 1


def test_a_second_attempt_that_is_open_beside_the_first_is_a_fork() -> None:
    assert len(sorted_(live("P1", 1, 1), live("P2", 1, 1, attempt=2)).forks) == 1


def test_an_archived_one_gives_way_and_of_archived_ones_the_newest_counts() -> None:
    found = sorted_(live("P1", 1, 1, archived=True), live("P2", 1, 2))
    assert ids(found) == {"a": {1: "P2"}}
    assert left(found) == {"P1": (UnattributedReason.RIVAL, "P2")}
    assert ids(sorted_(live("P1", 1, 1), live("P2", 1, 2, archived=True))) == {"a": {1: "P1"}}
    found = sorted_(live("P1", 1, 1, archived=True), live("P2", 1, 2, archived=True))
    assert ids(found) == {"a": {1: "P2"}}
    assert found.forks == []
    found = sorted_(live("P1", 1, 1, archived=True), live("P2", 1, 2), a=["P1"])
    assert ids(found) == {"a": {1: "P1"}}


def test_a_posting_stays_where_the_state_knows_it() -> None:
    found = sorted_(live("P1", 1, 1, name="old"), known=state(new=["P1"]))
    assert ids(found) == {"new": {1: "P1"}}


def test_take_names_a_posting_of_that_name() -> None:
    for takes in ({"a": ["P9"]}, {"b": ["P1"]}):
        with pytest.raises(UsageError):
            sorted_(live("P1", 1, 1), **takes)


def test_of_equal_marks_without_times_the_open_one_counts_as_in_a_plan() -> None:
    twins = [
        replace(live(posting_id, 1, 1, archived=posting_id == "P1"), created_at=None) for posting_id in ("P1", "P2")
    ]
    assert ids(sorted_(*twins)) == {"a": {1: "P2"}}
    assert left(sorted_(*twins)) == {"P1": (UnattributedReason.COPY, "P2")}


def test_a_copy_whose_marks_were_edited_takes_no_revision_away() -> None:
    edited = live("P1", 1, 1, made=1.0, **{"heymilo-ops-digest": ""})
    found = sorted_(edited, live("P2", 1, 1, made=2.0))
    assert ids(found) == {"a": {1: "P2"}}
    assert left(found) == {"P1": (UnattributedReason.EDITED, "")}

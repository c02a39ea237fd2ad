"""The state as data."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from heymilo_ops.model.live import Live
from heymilo_ops.model.state import (
    HighWater,
    Intent,
    PostingState,
    Revision,
    State,
    WorkspaceIdentity,
    first_made,
    high_water,
    is_newer,
)

DIGEST = "sha256:" + "0" * 64


def revision(number: int = 1, **changes: Any) -> Revision:
    given = {
        "number": number,
        "digest": DIGEST,
        "design_digest": DIGEST,
        "canon": 1,
        "posting_id": "p1",
        "applied_at": "2027-01-01T00:00:00Z",
        "applied_by": "me",
        "source": "a.yaml",
        "action": "create",
    }
    return Revision.model_validate({**given, **changes})


def entry(*revisions: Revision) -> PostingState:
    return PostingState(posting_id="p1", revision=1, digest=DIGEST, status="active", revisions=revisions)


def intent(**changes: Any) -> Intent:
    given = {"kind": "create", "op_id": "f" * 32, "address": "nurse", "action": "create", "at": "2027-01-10T12:00:00Z"}
    return Intent.model_validate({**given, **changes})


@pytest.mark.parametrize("changes", [{"number": 0}, {"digest": "md5:x"}, {"colour": "red"}, {"action": "explode"}])
def test_a_revision_that_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        revision(**changes)


@pytest.mark.parametrize("changes", [{"op_id": "F" * 32}, {"op_id": "f"}, {"attempt": 0}, {"kind": "replace"}])
def test_an_intent_that_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        intent(**changes)


def test_a_posting_has_a_revision() -> None:
    with pytest.raises(ValidationError):
        entry()


def test_the_current_revision_is_the_newest() -> None:
    assert entry(revision(1), revision(2)).current.number == 2


def test_unknown_is_what_may_have_been_sent() -> None:
    sent, planned = intent(status="sending"), intent(op_id="e" * 32)
    state = State(
        tool_version="0",
        lineage="l",
        project="acme",
        workspace=WorkspaceIdentity(name="prod", base_url="https://x"),
        pending=(planned, sent),
    )
    assert state.unknown() == (sent,)


def test_no_field_of_the_state_could_hold_a_credential() -> None:
    words = ("key", "secret", "token", "candidate_name", "email")
    names = [*State.model_fields, *PostingState.model_fields, *Revision.model_fields, *Intent.model_fields]
    assert not [name for name in names if any(word in name for word in words)]


def made(posting_id: str, at: float | None) -> Live:
    return Live(posting_id, "Nurse", None, "active", False, created_at=at)


@pytest.mark.parametrize(
    "moments",
    [(), (None, None), (1.0, 1.0), (1.0, None), (2.0, 1.0, None), (1.0, 2.0, 1.0)],
)
def test_who_was_first_is_not_guessed(moments: tuple[float | None, ...]) -> None:
    assert first_made(made(f"p{i}", at) for i, at in enumerate(moments)) is None


def test_the_first_made_for_certain() -> None:
    assert first_made([made("p1", None)]) == made("p1", None)
    assert first_made([made("p1", 3.0), made("p3", 1.0), made("p2", 2.0)]) == made("p3", 1.0)
    assert first_made([made("p1", 3.0), made("p3", 1.0), made("p2", 3.0)]) == made("p3", 1.0)


def test_how_far_a_list_went() -> None:
    assert high_water([]) == high_water([made("p1", None)]) == HighWater()
    listed = [made("p3", 2.0), made("p2", 2.0), made("p1", 1.0), made("p0", None)]
    assert high_water(listed) == HighWater(created_at=2.0, ids=("p2", "p3"))


def test_newer_than_that() -> None:
    mark = HighWater(created_at=2.0, ids=("p2",))
    assert is_newer(made("p9", 2.1), mark) and is_newer(made("p9", 2.0), mark) and is_newer(made("p9", None), mark)
    assert not is_newer(made("p2", 2.0), mark) and not is_newer(made("p9", 1.9), mark)
    assert is_newer(made("p9", 0.0), None) and is_newer(made("p9", 0.0), HighWater())

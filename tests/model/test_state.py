"""The state as data."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from heymilo_ops.model.state import Intent, PostingState, Revision, State, WorkspaceIdentity

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

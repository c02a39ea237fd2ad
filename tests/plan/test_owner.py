"""Whose posting a live one is."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.errors import AttentionError
from heymilo_ops.model.live import OWNER, Live, Mark
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.state import PostingState, Revision
from heymilo_ops.plan.owner import Owner, Refusal, is_marked, owner_of, refuse_contradicted

DIGEST = "sha256:" + "0" * 64


def live(owner: str | None) -> Live:
    return Live("P1", "Title", "cook", "active", False, metadata={OWNER: owner} if owner is not None else {})


def refusal(owner: str | None, **changes: object) -> Refusal | None:
    return Owner(**{"project": "acme", "workspace": "prod", "name": "cook", **changes}).refusal(live(owner))


def entry(**changes: object) -> PostingState:
    revision = Revision(
        number=1,
        digest=DIGEST,
        design_digest=DIGEST,
        canon=1,
        posting_id="P1",
        applied_at="2027-01-01T00:00:00Z",
        applied_by="me",
        source="postings/cook.yaml",
        action="create",
    )
    given = {"posting_id": "P1", "revision": 1, "digest": DIGEST, "status": "active", "revisions": (revision,)}
    return PostingState(**{**given, **changes})


@pytest.mark.parametrize("owner", ["acme/prod/cook@1", "acme/prod/cook@7"])
def test_what_is_ours_is_written_to(owner: str) -> None:
    assert refusal(owner) is None


@pytest.mark.parametrize("owner", [None, "", "nonsense", "acme/prod/cook", "acme/prod@1"])
def test_marks_that_are_missing_or_unreadable_need_a_word(owner: str | None) -> None:
    found = refusal(owner)
    assert found is not None
    assert found.unmarked
    assert "no marks" in found.reason
    assert "--allow-unmarked cook" in found.help
    assert refusal(owner, unmarked_allowed=True) is None


@pytest.mark.parametrize(
    ("owner", "names"),
    [
        ("globex/prod/cook@1", ("globex/prod", "acme/prod")),
        ("acme/sandbox/cook@1", ("acme/sandbox", "acme/prod")),
        ("acme/prod/nurse@1", ("nurse", "cook")),
    ],
)
def test_marks_of_something_else_are_refused_whatever_is_allowed(owner: str, names: tuple[str, str]) -> None:
    found = refusal(owner, unmarked_allowed=True, earlier=frozenset({"chef"}))
    assert found is not None
    assert not found.unmarked
    assert all(name in found.reason for name in names)
    assert "state forget cook" in found.help


def test_an_earlier_address_is_as_good_as_the_present_one() -> None:
    assert refusal("acme/prod/chef@1", earlier=frozenset({"chef"})) is None
    assert refusal("globex/prod/chef@1", earlier=frozenset({"chef"})) is not None


def test_earlier_addresses_are_those_that_the_state_records() -> None:
    known = entry(formerly=("chef", "kitchen"), ops=Ops(moved_from="souschef"))
    named = {"project": "acme", "workspace": "prod"}
    owner = owner_of(known, "cook", "line-cook", **named)
    assert owner.earlier == {"chef", "kitchen", "souschef", "line-cook"}
    assert owner_of(entry(), "cook", **named).earlier == frozenset()
    assert owner_of(None, "cook", **named) == Owner("acme", "prod", "cook")
    assert owner_of(entry(), "cook", **named, unmarked_allowed=frozenset({"cook"})).unmarked_allowed
    assert not owner_of(entry(), "cook", **named, unmarked_allowed=frozenset({"chef"})).unmarked_allowed


def marked(live: Any, digest: str, project: str = "acme", revision: int = 1) -> Any:
    mark = Mark(project, "prod", "nurse", revision, "0" * 32, 1, digest)
    return live("p1", metadata=mark.metadata())


def refuse(world: Any, live: Any) -> None:
    entry = world.state.postings["nurse"]
    owner = owner_of(entry, "nurse", project="acme", workspace="prod")
    refuse_contradicted(entry, entry.current, live, owner, lambda _: False, "design")


def test_marks_of_the_revision_are_believed(applied: Any, live: Any) -> None:
    refuse(applied, marked(live, applied.state.postings["nurse"].digest))


def test_marks_of_another_project_are_refused(applied: Any, live: Any) -> None:
    with pytest.raises(AttentionError, match="nurse: posting p1 "):
        refuse(applied, marked(live, applied.state.postings["nurse"].digest, project="other"))


def test_another_digest_or_revision_is_refused(applied: Any, live: Any) -> None:
    for other in (marked(live, "sha256:other"), marked(live, "sha256:other", revision=7)):
        with pytest.raises(AttentionError, match="one of them was edited"):
            refuse(applied, other)


def test_without_a_digest_nothing_is_shown(live: Any) -> None:
    assert is_marked(marked(live, "sha256:x"))
    assert not is_marked(marked(live, "")) and not is_marked(live("p1"))

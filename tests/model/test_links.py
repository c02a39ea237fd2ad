"""Which links a run has changed."""

from __future__ import annotations

from typing import Any

from heymilo_ops.model.links import ChangedLink, changed_links
from heymilo_ops.model.state import PostingState, Revision, State, WorkspaceIdentity

DIGEST = "sha256:" + "0" * 64
AT = "2027-01-10T12:00:00Z"


def entry(*ids: str, archived: tuple[str, ...] = (), action: Any = "create", **more: Any) -> PostingState:
    """A posting whose revisions are on these postings of HeyMilo."""
    revisions = tuple(
        Revision(
            number=number,
            digest=DIGEST,
            design_digest=DIGEST,
            canon=1,
            posting_id=posting_id,
            applied_at=AT,
            applied_by="me",
            source="postings/nurse.yaml",
            action=action,
            archived_at=AT if posting_id in archived else None,
        )
        for number, posting_id in enumerate(ids, 1)
    )
    status: Any = "archived" if ids[-1] in archived else "active"
    url = f"https://x/{ids[-1]}"
    known = {"posting_id": ids[-1], "revision": len(ids), "digest": DIGEST, "status": status, "candidate_url": url}
    return PostingState(**{**known, "revisions": revisions, **more})


def state(**postings: PostingState) -> State:
    identity = WorkspaceIdentity(name="prod", base_url="https://x")
    return State(tool_version="1", lineage="a" * 32, project="acme", workspace=identity, postings=postings)


def changed(before: State | None, after: State | None, **urls: str) -> list[ChangedLink]:
    return list(changed_links(before, after, urls))


def test_nothing_known_nothing_changed() -> None:
    assert changed(None, None) == changed(state(nurse=entry("a")), state(nurse=entry("a"))) == []
    assert changed(state(nurse=entry("a")), state(nurse=entry("a", "a"))) == []


def test_a_new_link() -> None:
    assert changed(None, state(nurse=entry("a"))) == [ChangedLink("nurse", None, "https://x/a")]


def test_an_adopted_posting_keeps_its_link() -> None:
    assert changed(state(), state(nurse=entry("a", action="adopt"))) == []
    assert changed(state(), state(nurse=entry("a", candidate_url=None))) == []


def test_a_replaced_one() -> None:
    after = state(nurse=entry("a", "b", archived=("a",)))
    assert changed(state(nurse=entry("a")), after) == [ChangedLink("nurse", "https://x/a", "https://x/b")]
    draining = state(nurse=entry("a", "b"))
    assert changed(state(nurse=entry("a")), draining) == [ChangedLink("nurse", "https://x/a", "https://x/b", True)]
    moved = state(cook=entry("a", "b", archived=("a",), formerly=("nurse",)))
    assert changed(state(nurse=entry("a")), moved) == [ChangedLink("cook", "https://x/a", "https://x/b")]


def test_a_closed_one_and_one_that_opens_again() -> None:
    closed = state(nurse=entry("a", archived=("a",)))
    assert changed(state(nurse=entry("a")), closed) == [ChangedLink("nurse", "https://x/a", None)]
    assert changed(closed, closed) == []
    again = state(nurse=entry("a", "b", archived=("a",)))
    assert changed(closed, again) == [ChangedLink("nurse", None, "https://x/b")]


def test_one_that_was_replaced_earlier() -> None:
    before, after = state(nurse=entry("a", "b")), state(nurse=entry("a", "b", archived=("a",)))
    assert changed(before, after, a="https://x/a") == [ChangedLink("nurse", "https://x/a", "https://x/b")]
    assert changed(before, after) == [ChangedLink("nurse", None, "https://x/b")]

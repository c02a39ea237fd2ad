from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from heymilo_ops.apply.run_context import Author
from heymilo_ops.apply.snapshot import snapshot_of
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.model.live import Live, Mark
from heymilo_ops.model.state import PostingState, State, WorkspaceIdentity
from heymilo_ops.repair.attribution import attribute
from heymilo_ops.repair.content import Content, ContentOrigin
from heymilo_ops.repair.rebuild import BY, BY_UNKNOWN, Manifests, Rebuilt, missing_contents, rebuild

NOW = datetime(2027, 6, 1, tzinfo=UTC)


def manifest(name: str = "a", text: str = "Why?", **more: Any) -> Desired:
    questions = [{"text": text, "not_scored": True}]
    data = {"name": name, "title": "Agent", "workflow": [{"type": "web_interview", "questions": questions}]}
    return desire({**data, **more}, f"postings/{name}.yaml")


ONE, TWO, THREE = manifest(), manifest(text="How?"), manifest(text="When?")


def live(posting_id: str, revision: int, sent: Desired | str, *, archived: bool = False, **more: Any) -> Live:
    number = int(posting_id[1:])
    digest = sent if isinstance(sent, str) else sent.digest
    name = more.pop("name", "a")
    mark = Mark("acme", "production", name, revision, more.pop("op", f"{number:032x}"), 1, digest)
    facts = {"created_at": 1_800_000_000.0 + number, "updated_at": 1_800_001_000.0 + number, **more}
    return Live(posting_id, "Agent", name, "active", archived, metadata=mark.metadata(), **facts)


def empty(**postings: PostingState) -> State:
    workspace = WorkspaceIdentity(name="production", base_url="x")
    return State(tool_version="1", lineage="l", project="acme", workspace=workspace, postings=postings)


def made(
    *listed: Live, base: State | None = None, known: Iterable[Desired] = (ONE, TWO, THREE), here: Iterable[Desired] = ()
) -> Rebuilt:
    state = base or empty()
    found = attribute(listed, project="acme", workspace="production", state=state, takes={})
    asked = {each.digest for each in missing_contents(found, state)}
    contents = {
        each.digest: Content(ContentOrigin.COMMIT, each, snapshot_of(each, Author("", "abc1234")))
        for each in known
        if each.digest in asked
    }
    manifests = Manifests({each.address: each for each in here}, frozenset(each.address for each in here))
    return rebuild(found, state, listed, contents, manifests, NOW)


def shape(result: Rebuilt, name: str = "a") -> list[tuple[int, str, bool]]:
    entry = result.state.postings[name]
    return [(each.number, each.posting_id, each.archived_at is not None) for each in entry.revisions]


def test_of_nothing_comes_nothing() -> None:
    assert made().state == empty()


def test_what_is_known_of_a_revision_and_what_is_not() -> None:
    result = made(live("P1", 1, ONE, archived=True), live("P2", 2, "sha256:" + "d" * 64, candidate_url="https://c"))
    entry = result.state.postings["a"]
    first, second = entry.revisions
    assert (first.applied_by, first.design_digest, first.source) == (BY, ONE.design_digest, "postings/a.yaml")
    assert (first.commit, first.applied_at, first.archived_at) == (
        "abc1234",
        "2027-01-15T08:00:01Z",
        "2027-01-15T08:16:41Z",
    )
    assert (second.applied_by, second.design_digest) == (BY_UNKNOWN, second.digest)
    assert second.reproducible is False
    assert (entry.status, entry.updated_at, entry.candidate_url) == ("active", 1_800_001_002.0, "https://c")
    assert [each.digest for each in result.snapshots] == [ONE.digest]
    assert [(each.revision.number, each.origin.value, each.status) for each in result.revisions["a"]] == [
        (2, "unknown", "current"),
        (1, "commit", "archived"),
    ]
    assert result.generated == ()


def test_a_posting_without_times_is_of_now() -> None:
    result = made(live("P1", 1, ONE, created_at=None, updated_at=None, archived=True))
    (revision,) = result.state.postings["a"].revisions
    assert revision.applied_at == revision.archived_at == "2027-06-01T00:00:00Z"


def test_older_ones_that_are_open_are_left_to_archive() -> None:
    result = made(live("P1", 1, ONE), live("P2", 2, TWO))
    assert shape(result) == [(1, "P1", False), (2, "P2", False)]
    assert [each.status for each in result.revisions["a"]] == ["current", "open"]


def test_the_newest_that_is_open_is_current() -> None:
    result = made(live("P1", 1, ONE, archived=True), live("P2", 2, TWO), live("P3", 3, THREE, archived=True))
    assert shape(result) == [(1, "P1", True), (3, "P3", True), (2, "P2", False)]
    assert result.state.postings["a"].revision == 2


def test_what_ended_is_archived_unless_it_would_be_made_anew() -> None:
    listed = (live("P1", 1, ONE, archived=True), live("P2", 2, TWO, archived=True))
    assert shape(made(*listed)) == [(1, "P1", True), (2, "P2", True)]
    assert made(*listed).state.postings["a"].status == "archived"
    kept = made(*listed, here=[TWO])
    assert shape(kept) == [(1, "P1", True), (2, "P2", False)]
    assert kept.state.postings["a"].status == "active"


def test_a_file_that_can_not_be_read_may_be_any_manifest() -> None:
    found = attribute([live("P1", 1, ONE, archived=True)], project="acme", workspace="production", state=None, takes={})
    listed = [each.live for group in found.taken.values() for each in group.values()]
    result = rebuild(found, empty(), listed, {}, Manifests(unreadable=True), NOW)
    assert result.state.postings["a"].status == "active"


def test_ops_of_content_else_of_the_manifest_else_nothing_is_archived() -> None:
    keeping = manifest(text="Which?", ops={"protect": True})
    unknown = "sha256:" + "d" * 64
    assert made(live("P1", 1, keeping), known=[keeping]).state.postings["a"].ops.protect
    assert made(live("P1", 1, unknown), here=[keeping]).state.postings["a"].ops.protect
    guessed = made(live("P1", 1, unknown))
    assert guessed.state.postings["a"].ops.on_remove == "error"
    assert guessed.guessed == ("a",)
    assert made(live("P1", 1, unknown, archived=True)).guessed == ()


def test_questions_that_heymilo_wrote_are_to_be_read_back() -> None:
    open_ended = desire({"name": "a", "title": "Agent", "workflow": [{"type": "web_interview"}]}, "postings/a.yaml")
    result = made(live("P1", 1, open_ended, archived=True), live("P2", 2, open_ended), known=[open_ended])
    assert result.generated == ((open_ended.digest, "P2"),)
    assert not result.state.postings["a"].current.reproducible


def test_a_renamed_history_goes_on() -> None:
    new = manifest("b", ops={"moved_from": "a"})
    listed = (live("P1", 1, ONE, archived=True), live("P2", 2, new, name="b"))
    result = made(*listed, known=[ONE, new], here=[new])
    assert shape(result, "b") == [(1, "P1", True), (2, "P2", False)]
    assert set(result.state.postings) == {"b"}
    apart = made(*listed, known=[ONE, new], here=[new, ONE])
    assert set(apart.state.postings) == {"a", "b"}, "the old name has a manifest"
    crossed = made(live("P1", 2, ONE), live("P2", 1, new, name="b"), known=[ONE, new], here=[new])
    assert set(crossed.state.postings) == {"a", "b"}, "the numbers don't follow each other"


def base() -> State:
    """What an earlier rebuild of two revisions would have, as if it had been applied here."""
    state = made(live("P1", 1, ONE, archived=True), live("P2", 2, TWO)).state
    entry = state.postings["a"]
    revisions = tuple(each.model_copy(update={"applied_by": "Ada"}) for each in entry.revisions)
    held = {"digest": ONE.design_digest, "since": "2027-01-02T09:00:00Z", "by": "Ada"}
    facts = {**entry.model_dump(), "revisions": revisions, "held": held, "updated_at": 5.0}
    return empty(a=PostingState.model_validate(facts))


def test_what_the_state_knows_stays() -> None:
    state = base()
    assert made(live("P1", 1, ONE, archived=True), live("P2", 2, TWO), base=state).state == state
    assert made(base=state).state == state, "what isn't listed may be listed late"
    behind = made(live("P1", 1, ONE, archived=True), live("P2", 1, ONE, op="e" * 32), base=state)
    assert behind.state == state, "marks of an older revision don't undo a newer one"


def test_what_the_state_does_not_know_is_added() -> None:
    state = base()
    result = made(live("P2", 2, TWO, archived=True), live("P3", 3, THREE), base=state)
    assert shape(result) == [(1, "P1", True), (2, "P2", True), (3, "P3", False)]
    entry = result.state.postings["a"]
    assert [each.applied_by for each in entry.revisions] == ["Ada", "Ada", BY]
    assert entry.held == state.postings["a"].held
    assert entry.updated_at == 1_800_001_003.0
    assert [each.origin.value for each in result.revisions["a"]] == ["commit", "as recorded", "as recorded"]
    assert [each.digest for each in result.snapshots] == [THREE.digest]


def test_a_change_in_place_is_a_revision_of_its_own() -> None:
    result = made(live("P2", 3, THREE), base=base())
    assert shape(result) == [(1, "P1", True), (2, "P2", False), (3, "P2", False)]
    assert result.state.postings["a"].current.applied_at == "2027-01-15T08:16:42Z", "when it was changed, not made"


def test_one_that_ended_outside_stays_current_where_it_has_a_manifest() -> None:
    listed = (live("P2", 2, TWO, archived=True),)
    assert made(*listed, base=base(), here=[TWO]).state == base()
    assert made(*listed, base=base()).state.postings["a"].status == "archived"


def test_unknown_content_that_comes_to_light() -> None:
    unknown = made(live("P1", 1, ONE), known=[]).state
    again = made(live("P1", 1, ONE), known=[], base=unknown)
    assert again.state == unknown
    assert [each.origin.value for each in again.revisions["a"]] == ["unknown"]
    known = made(live("P1", 1, ONE), base=unknown)
    assert known.state.postings["a"].current.applied_by == BY
    assert [each.digest for each in known.snapshots] == [ONE.digest]

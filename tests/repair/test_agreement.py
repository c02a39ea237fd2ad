"""Plan, reconcile and rebuild agree whose posting each one is, whatever HeyMilo lists and the state knows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from fake_heymilo import World, given_for, live
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heymilo_ops.model.live import Mark
from heymilo_ops.model.state import HighWater, Intent, PostingState, Revision, State, Watched
from heymilo_ops.plan.build import build
from heymilo_ops.plan.ownership import NO_MARK, Ownership, Relation, classify
from heymilo_ops.plan.pending_operation import Evidence, evidence
from heymilo_ops.repair.attribution import UnattributedReason, attribute
from heymilo_ops.review.reasons import reason_sentence

MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
AT = "2027-01-01T00:00:00Z"
DIGEST = "sha256:" + "0" * 64

MADE = {f"{number:032x}": made for number, made in enumerate([("a", 1), ("a", 2), ("a", 2), ("b", 1)], 1)}
"""What each operation was to make: two of them the same revision."""
OPERATIONS = st.sampled_from(sorted(MADE))


@st.composite
def marks(draw: st.DrawFn) -> dict[str, str]:
    """Of a posting: nobody's, ours, another workspace's, or edited."""
    kind = draw(st.sampled_from(["ours"] * 6 + ["none", "foreign", "edited"]))
    workspace = "staging" if kind == "foreign" else "production"
    operation = draw(OPERATIONS)
    mark = Mark("acme", workspace, *MADE[operation], operation, draw(st.integers(1, 2)), DIGEST)
    metadata = {} if kind == "none" else mark.metadata()
    return {**metadata, "heymilo-ops-op": "x"} if kind == "edited" else metadata


@st.composite
def postings(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """What HeyMilo lists, by posting id."""
    ids = draw(st.permutations([f"P{number}" for number in range(draw(st.integers(1, 6)))]))
    urls = {"candidate_url": None, "review_url": None}
    return {
        posting_id: {
            "id": posting_id,
            "title": draw(st.sampled_from(["Title of a", "Another"])),
            "name": draw(st.sampled_from(["a", "B", None])),
            "status": "active",
            "archived": draw(st.booleans()),
            "created_at": draw(st.sampled_from([None, 1.0, 2.0, 3.0])),
            "updated_at": 5.0,
            "metadata": draw(marks()),
            "urls": urls,
        }
        for posting_id in ids
    }


def entry(ids: list[str]) -> PostingState:
    facts = {"design_digest": DIGEST, "canon": 1, "applied_at": AT, "applied_by": "Ada", "source": "x"}
    revisions = tuple(
        Revision(number=number, digest=DIGEST, posting_id=posting_id, action="create", **facts)
        for number, posting_id in enumerate(ids, 1)
    )
    return PostingState(posting_id=ids[-1], revision=len(ids), digest=DIGEST, status="active", revisions=revisions)


@dataclass(frozen=True)
class Case:
    """A state, and what HeyMilo lists."""

    state: State
    listed: dict[str, dict[str, Any]]

    def owners(self) -> dict[str, Ownership]:
        return classify(self.state, map(live, self.listed.values()), "acme", "production")

    def world(self) -> World:
        world = World()
        world.api.postings = {posting_id: dict(posting) for posting_id, posting in self.listed.items()}
        world.store.write(self.state)
        return world


@st.composite
def cases(draw: st.DrawFn) -> Case:
    listed = draw(postings())
    known = draw(st.lists(st.sampled_from([*listed, "P8"]), max_size=3, unique=True))
    split = draw(st.integers(0, len(known)))
    entries = {name: entry(ids) for name, ids in (("a", known[:split]), ("b", known[split:])) if ids}
    pending = [
        Intent(
            kind="create",
            status="sending",
            op_id=operation,
            attempt=draw(st.integers(1, 2)),
            address=MADE[operation][0],
            number=MADE[operation][1],
            digest=DIGEST,
            design_digest=DIGEST,
            canon=1,
            action="create",
            at=AT,
            seen=HighWater(created_at=9.0),
        )
        for operation in draw(st.lists(OPERATIONS, max_size=1))
    ]
    taken = {(intent.op_id, intent.attempt) for intent in pending}
    given_up = draw(st.lists(st.tuples(OPERATIONS, st.integers(1, 2)), max_size=2, unique=True))
    watched = tuple(
        Watched(op_id=op_id, attempt=attempt, address="a", at=AT)
        for op_id, attempt in given_up
        if (op_id, attempt) not in taken
    )
    state = World().begun.model_copy(update={"postings": entries, "pending": tuple(pending), "watched": watched})
    return Case(state, listed)


@given(case=cases())
@MANY
def test_every_listed_posting_is_classified_exactly_once(case: Case) -> None:
    owners = case.owners()
    assert sorted(owners) == sorted(case.listed)
    assert list(owners.items()) == list(Case(case.state, dict(reversed(case.listed.items()))).owners().items())
    attempts = defaultdict(list)
    for posting_id, owned in owners.items():
        assert owned.posting_id == posting_id
        assert owned.is_on_record == (posting_id in case.state.posting_ids)
        mark, is_ours = owned.live.mark, owned.mark == owned.live.mark
        assert is_ours or owned.mark == NO_MARK
        assert (owned.relation is Relation.FOREIGN) == (not owned.is_on_record and mark is not None and not is_ours)
        assert (owned.relation is Relation.UNMANAGED) == (not owned.is_on_record and mark is None)
        assert (posting_id in owned.carriers) == (not owned.is_on_record and is_ours)
        if owned.relation is Relation.COPY:
            assert owned.original != posting_id
            assert owners[str(owned.original)].mark == owned.mark
        elif owned.relation in (Relation.PENDING, Relation.LATE, Relation.UNRECORDED):
            attempts[owned.carriers].append(owned)
    for carriers, group in attempts.items():
        originals = [owned.original for owned in group]
        assert originals in ([group[0].posting_id], [None] * len(carriers)), "one original, or none of them is"


@given(case=cases())
@MANY
def test_what_reconcile_adopts_is_what_the_plan_names(case: Case) -> None:
    world, owners = case.world(), case.owners()
    shown = {intent.op_id: evidence(given_for(world.store, [], world.api), intent) for intent in case.state.unknown()}
    settled = world.recover()
    for operation, words in shown.items():
        adopted = settled.adopted.get(operation) if settled else None
        mine = [owned for owned in owners.values() if owned.mark.op_id == operation]
        if adopted is None:
            assert words == Evidence() or words.candidates or any(owned.is_on_record for owned in mine)
            continue
        assert owners[adopted.posting_id].relation in (Relation.PENDING, Relation.LATE, Relation.COPY)
        assert not words.candidates, "a person is asked only where reconciling doesn't choose"
        assert words.reason and adopted.posting_id in reason_sentence(words.reason)


@given(case=cases())
@MANY
def test_rebuild_takes_what_the_plan_stops_for_and_leaves_what_it_leaves(case: Case) -> None:
    owners = case.owners()
    lives = [live(posting) for posting in case.listed.values()]
    result = attribute(lives, project="acme", workspace="production", state=case.state, takes={})
    taken = {posting.posting_id: name for name, group in result.taken.items() for posting in group.values()}
    for posting_id, name in taken.items():
        owned = owners[posting_id]
        assert owned.mark == owned.live.mark
        assert owned.name == name
        assert owned.is_on_record or owned.relation in (Relation.UNRECORDED, Relation.OLDER, Relation.RIVAL)
    left = {left_out.posting.posting_id: left_out for left_out in result.left}
    forked = {posting.posting_id for fork in result.forks for posting in fork.postings}
    archived = {posting_id for posting_id, posting in case.listed.items() if posting["archived"]}
    ours = {posting_id for posting_id, owned in owners.items() if owned.mark != NO_MARK}
    assert ours - archived == ({*taken, *left} | forked) - archived
    assert not taken.keys() & left.keys()
    for posting_id, left_out in left.items():
        if left_out.reason is UnattributedReason.LATE:
            assert owners[posting_id].relation is Relation.LATE
        if left_out.reason is UnattributedReason.COPY:
            assert left_out.other not in left or left[left_out.other].reason is not UnattributedReason.COPY
        if left_out.reason is UnattributedReason.COPY and owners[posting_id].original:
            assert owners[posting_id].relation is not Relation.COPY or left_out.other == owners[posting_id].original


@given(case=cases())
@MANY
def test_the_plan_says_something_of_each_posting_that_takes_candidates_and_is_not_on_record(case: Case) -> None:
    world = case.world()
    plan = build(given_for(world.store, [], world.api, siblings=frozenset({"production", "staging"})))
    reasons = [str(reason) for change in plan.changes for reason in change.reasons]
    words = " ".join([*(str(note) for note in plan.notes), *(found.message for found in plan.findings), *reasons])
    for posting_id, owned in case.owners().items():
        if owned.mark != NO_MARK and not owned.is_on_record and not owned.live.archived:
            assert posting_id in words

"""Settling by hand, which HeyMilo can contradict."""

from __future__ import annotations

from typing import Any

import pytest
from fake_heymilo import FakeHeyMilo, World, on, posting

from heymilo_ops.errors import AdviceKind, AttentionError, Help, StaleError, UnreachableError, advise
from heymilo_ops.model.state import State, high_water
from heymilo_ops.repair.resolve import Binding, adopt, pending_for


def settle(world: World, posting_id: str = "P1", *, name: str = "a", binding: Binding | None = None) -> State:
    return adopt(name, posting_id, world.context(), binding)


def pending(kind: str, what: str = "lose") -> World:
    """A world in which one operation of this kind on a is of unknown outcome."""
    world = World()
    if kind != "create":
        world.want(posting("a"), posting("z"))
    world.api.fault = on(kind, what)
    if kind == "create":
        world.want(posting("a"))
    elif kind == "update":
        world.want(posting("a", max_retakes=1), posting("z"))
    else:
        world.want(posting("z"))
    world.api.fault = lambda *_: None
    assert len(world.state.unknown()) == 1
    return world


# refused, nothing written


def test_without_a_state_nothing_is_pending() -> None:
    with pytest.raises(AttentionError, match="no state"):
        settle(World())


def test_what_is_not_pending_is_not_settled() -> None:
    world = pending("create")
    with pytest.raises(AttentionError, match="nothing is pending for b") as caught:
        settle(world, name="b")
    assert caught.value.help == "Pending: a."
    assert [intent.address for intent in pending_for(world.state, "a")] == ["a"]
    settle(world)
    with pytest.raises(AttentionError) as caught:
        settle(world)
    assert caught.value.help == ""


def refused(world: World, says: str, posting_id: str = "P1") -> Help:
    """The refusal's advice; nothing was written or sent."""
    before, sent = world.backend.get("state.json"), len(world.api.writes)
    with pytest.raises(AttentionError, match=says) as caught:
        settle(world, posting_id)
    assert world.backend.get("state.json") == before
    assert len(world.api.writes) == sent
    return caught.value.help


def test_a_posting_that_is_not_there_is_not_adopted() -> None:
    refused(pending("create"), "no posting .P9.", "P9")


@pytest.mark.parametrize(
    ("metadata", "says"),
    [
        ({"heymilo-ops": "other/production/a@1"}, "other/production, and this is acme/production"),
        ({"heymilo-ops": "acme/staging/a@1"}, "acme/staging"),
        ({"heymilo-ops": "acme/production/b@1"}, "marks of b, not those of a"),
        ({"heymilo-ops-op": "f" * 32 + "/1"}, "another operation"),
        ({"heymilo-ops-op": "edited"}, "op unreadable"),
        ({"heymilo-ops-digest": "sha256:0"}, "another operation"),
    ],
)
def test_a_posting_of_somebody_else_is_not_adopted(metadata: dict[str, str], says: str) -> None:
    world = pending("create")
    world.api.postings["P1"]["metadata"] |= metadata
    refused(world, says)


def test_a_posting_without_marks_that_was_there_before_is_not_adopted() -> None:
    world = World()
    world.want(posting("z"))
    world.api.postings["P1"]["metadata"] = {}
    world.api.postings["P1"]["name"] = "a"
    store = world.store
    state = store.read()
    assert state
    store.write(state.model_copy(update={"postings": {}}))
    world.api.fault = on("create", "drop")
    plan = world.plan(posting("a"), namesakes_allowed=frozenset({"a"}))
    world.run(plan, seen=high_water(world.api.list_all()))
    refused(world, "no marks")


def test_a_posting_without_marks_that_the_state_knows_is_not_adopted() -> None:
    world = World()
    world.want(posting("z"))
    world.api.fault = on("create", "drop")
    world.want(posting("a"), posting("z"))
    world.api.postings["P1"]["metadata"] = {}
    refused(world, "no marks")


def test_a_newer_posting_whose_marks_are_gone_is_adopted_on_somebodys_word() -> None:
    world = World()
    world.want(posting("z"))
    world.api.fault = on("create", "lose")
    world.want(posting("a"), posting("z"), seen=high_water(world.api.list_all()))
    world.api.postings["P2"]["metadata"] = {}
    assert settle(world, "P2").postings["a"].posting_id == "P2"


def test_a_target_that_was_not_meant_is_not_adopted() -> None:
    world = pending("update")
    refused(world, "is about posting P1, not P2", "P2")


def test_an_update_that_did_not_happen_is_not_adopted() -> None:
    refused(pending("update", "drop"), "another operation")


def test_an_archive_that_did_not_happen_is_not_adopted() -> None:
    advice = refused(pending("archive", "drop"), "not archived")
    assert advice == advise(AdviceKind.STATE_RESOLVE_RETRY, name="a")


def test_a_heymilo_that_cannot_be_read_settles_nothing() -> None:
    world = pending("create")
    world.api.reading_fails = True
    with pytest.raises(UnreachableError):
        settle(world)


# settled


def test_a_create_is_adopted() -> None:
    world = pending("create")
    state = settle(world)
    assert state == world.state
    entry = state.postings["a"]
    assert (entry.posting_id, entry.revision, entry.candidate_url) == ("P1", 1, "https://c/P1")
    assert entry.current.action == "create"
    assert state.pending == ()
    assert world.want(posting("a")) == ()


def test_a_create_of_generated_questions_is_adopted_with_them() -> None:
    world = World(FakeHeyMilo(fault=on("create", "lose")))
    wanted = posting("a", "")
    world.want(wanted)
    settle(world)
    assert world.store.generated(wanted.digest, "P1")


def test_an_update_is_adopted() -> None:
    world = pending("update")
    entry = settle(world).postings["a"]
    assert (entry.posting_id, entry.revision, entry.current.action) == ("P1", 2, "update")
    assert world.want(posting("a", max_retakes=1), posting("z")) == ()


def test_an_archive_is_adopted() -> None:
    world = pending("archive")
    entry = settle(world).postings["a"]
    assert (entry.status, entry.updated_at) == ("archived", world.api.postings["P1"]["updated_at"])
    assert world.want(posting("z")) == ()


def test_what_somebody_wrote_since_the_lock_read_it_is_not_replaced() -> None:
    world = pending("create")
    store, other = world.store, world.store
    assert store.read() is not None
    moved = other.read()
    assert moved is not None
    other.write(moved)
    before = world.backend.get("state.json")
    with pytest.raises(StaleError):
        adopt("a", "P1", world.context(store=store), None)
    assert world.backend.get("state.json") == before


def test_one_of_two_archives_is_adopted_alone() -> None:
    world = World()
    world.want(posting("a"))
    world.api.fault = on("archive", "reject")
    world.want(posting("a", "Two?"))
    world.api.fault = lambda *_: None
    state = world.state
    world.api.fault = on("archive", "lose")
    world.want(posting("a", "Two?"))
    (first,) = world.state.unknown()
    second = first.model_copy(update={"op_id": "e" * 32, "target": "P2"})
    store = world.store
    store.read()
    store.write(world.state.model_copy(update={"pending": (second, first)}))
    assert state.postings["a"].posting_id == "P2"
    left = settle(world)
    assert [intent.target for intent in left.pending] == ["P2"]
    assert left.postings["a"].revisions[0].archived_at


def test_planned_intents_go_as_well() -> None:
    world = pending("create")
    (intent,) = world.state.pending
    store = world.store
    store.read()
    planned = intent.model_copy(update={"status": "planned", "op_id": "d" * 32, "address": "q"})
    store.write(world.state.model_copy(update={"pending": (intent, planned)}))
    assert settle(world).pending == ()


# binding what the state does not know


def lost(*wanted: Any) -> World:
    """A HeyMilo that holds a, and a state that knows nothing."""
    before = World()
    before.want(*(wanted or (posting("a"),)))
    world = World(before.api)
    world.ops = 100
    return world


def bound(world: World, desired: Any = None, posting_id: str = "P1") -> State:
    return settle(world, posting_id, binding=Binding(desired, world.begun))


def not_bound(world: World, says: str, desired: Any = None, posting_id: str = "P1") -> None:
    before = world.backend.list("")
    with pytest.raises(AttentionError, match=says):
        bound(world, desired, posting_id)
    assert world.backend.list("") == before


def test_a_lost_posting_is_bound_by_its_manifest() -> None:
    world = lost()
    with pytest.raises(AttentionError, match="PL501"):
        world.want(posting("a"))
    entry = bound(world, posting("a")).postings["a"]
    assert (entry.posting_id, entry.revision, entry.current.action) == ("P1", 1, "adopt")
    assert world.want(posting("a")) == ()
    assert world.want(posting("a", "Why now?"))[0].revision == 2


def test_a_forked_revision_is_bound_by_its_snapshot() -> None:
    world = World()
    world.want(posting("a"))
    old = world.backend.get("state.json")
    world.want(posting("a", "Why now?"))
    new = world.backend.get("state.json")
    assert old
    assert new
    world.backend.put("state.json", old.data, new.version)
    entry = bound(world, posting_id="P2").postings["a"]
    assert [each.posting_id for each in entry.revisions] == ["P1", "P2"]
    assert [each.action for each in entry.revisions] == ["create", "adopt"]
    assert world.want(posting("a", "Why now?")) == ()


def test_what_is_not_known_by_digest_is_not_bound() -> None:
    not_bound(lost(), "neither a snapshot nor the manifest")
    not_bound(lost(), "neither a snapshot nor the manifest", posting("a", "Another?"))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"metadata": {}}, "no marks"),
        ({"metadata": {"heymilo-ops": "acme/production/b@1"}}, "marks of b, not those of a"),
        ({"metadata": {"heymilo-ops": "acme/production/a@1"}}, "were edited"),
    ],
)
def test_what_is_not_ours_is_not_bound(changes: dict[str, Any], says: str) -> None:
    world = lost()
    world.api.postings["P1"] |= changes
    not_bound(world, says, posting("a"))


def test_what_was_archived_is_bound_and_then_held() -> None:
    """Else a name whose state was lost after its posting was archived could never be used again."""
    world = lost()
    world.api.postings["P1"] |= {"archived": True}
    assert bound(world, posting("a")).postings["a"].posting_id == "P1"
    assert world.want(posting("a")) == ()
    assert len(world.api.postings) == 1


def test_what_the_state_knows_is_not_bound() -> None:
    world = World()
    world.want(posting("a"))
    not_bound(world, "knows posting P1 already", posting("a"))


def test_a_copy_is_not_bound() -> None:
    world = World()
    world.want(posting("a"))
    world.api.postings["P7"] = {**world.api.postings["P1"], "id": "P7"}
    not_bound(world, "revision 1 of a, and the state has 1", posting("a"), "P7")

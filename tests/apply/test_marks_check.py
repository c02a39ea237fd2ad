"""Nothing is written to a posting whose marks don't say that it is ours, whatever the state says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from fake_heymilo import AT_ONCE, FakeHeyMilo, World, on, posting

from heymilo_ops.apply.run_context import exit_code
from heymilo_ops.errors import AttentionError, Exit
from heymilo_ops.model.event import Result
from heymilo_ops.model.live import OWNER, Live, without_marks
from heymilo_ops.plan.change import Plan
from heymilo_ops.remote.answer import Answer, ConfirmedAnswer
from heymilo_ops.report.outcome_text import outcome_message

WAYS = {"update": {"max_retakes": 2}, "replace": {"text": "Why now?"}, "archive": None}


def mark(world: World, owner: str | None, posting_id: str = "P1") -> None:
    """The posting's marks name another owner, or are gone; nothing else shows it."""
    live = world.api.postings[posting_id]
    live["metadata"] = without_marks(live["metadata"]) if owner is None else {**live["metadata"], OWNER: owner}


def planned(world: World, way: str, **more: Any) -> Plan:
    """A plan that writes to P1, a's, and makes b."""
    wanted = WAYS[way]
    return world.plan(*([posting("a", **wanted)] if wanted is not None else []), posting("b"), **more)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("owner", "says"),
    [
        (None, "posting P1 carries no marks"),
        ("other/production/b@3", "posting P1 carries the marks of other/production, and this is acme/production"),
        ("acme/sandbox/a@1", "posting P1 carries the marks of acme/sandbox"),
        ("acme/production/z@1", "posting P1 carries the marks of z, not those of a"),
    ],
)
def test_the_run_stops_before_its_first_write(way: str, owner: str | None, says: str) -> None:
    world = World()
    world.want(posting("a"))
    plan = planned(world, way)
    mark(world, owner)
    held = world.backend.list("")
    world.api.calls = []
    with pytest.raises(AttentionError, match=says) as stopped:
        world.run(plan)
    assert stopped.value.help
    assert (world.api.writes, world.backend.list("")) == ([], held)


@pytest.mark.parametrize("way", WAYS)
def test_a_word_lets_pass_what_carries_no_marks_and_an_update_puts_them_back(way: str) -> None:
    world = World()
    world.want(posting("a"))
    mark(world, None)
    allowed = frozenset({"a"})
    world.run(planned(world, way, unmarked_allowed=allowed), unmarked_allowed=allowed)
    assert [kind for kind, target in world.api.writes if target == "P1"] == [{"replace": "archive"}.get(way, way)]
    if way == "update":
        assert world.api.owner("P1") == "acme/production/a@2"


def test_a_word_for_one_is_none_for_another_nor_for_foreign_marks() -> None:
    world = World()
    world.want(posting("a"), posting("c"))
    allowed = frozenset({"c"})
    plan = world.plan(posting("a", max_retakes=2), posting("c", max_retakes=2), unmarked_allowed=allowed)
    mark(world, None)
    with pytest.raises(AttentionError, match=r"^a: posting P1 carries no marks"):
        world.run(plan, unmarked_allowed=allowed)
    mark(world, "other/production/a@1")
    with pytest.raises(AttentionError, match="other/production"):
        world.run(plan, unmarked_allowed=frozenset({"a", "c"}))
    assert [kind for kind, _ in world.api.writes] == ["create", "create"]


class Changing(FakeHeyMilo):
    """The marks of P1 change once it was read for the first time."""

    owner_then: str | None = "other/production/a@1"

    def get(self, posting_id: str) -> Live | None:
        found = super().get(posting_id)
        if posting_id == "P1":
            metadata = self.postings["P1"]["metadata"]
            marks = {} if self.owner_then is None else {OWNER: self.owner_then}
            self.postings["P1"]["metadata"] = {**without_marks(metadata), **marks}
        return found


@pytest.mark.parametrize("owner", [None, "other/production/a@1"])
@pytest.mark.parametrize("way", ["update", "archive"])
def test_it_is_looked_at_again_right_before_the_write(way: str, owner: str | None) -> None:
    world = World(Changing())
    world.api.owner_then = owner
    world.want(posting("a"), posting("b"))
    world.api.calls = []
    (outcome,) = world.run(planned(world, way))
    assert (outcome.result, world.api.writes) == (Result.REJECTED, [])
    assert "posting P1 carries" in outcome_message(outcome)
    assert exit_code([outcome]) is Exit.ATTENTION
    assert world.state.pending == (), "nothing was sent, so nothing is unknown"
    assert not world.api.postings["P1"]["archived"]


def test_a_replace_whose_old_posting_turns_out_foreign_leaves_that_open() -> None:
    world = World(Changing())
    world.want(posting("a"))
    (outcome,) = world.want(posting("a", "Why now?"))
    assert (outcome.result, outcome.posting_id) == (Result.REJECTED, "P2")
    assert "P1 is not archived yet (posting P1 carries the marks of other/production" in outcome_message(outcome)
    assert not world.api.postings["P1"]["archived"]


def test_what_was_left_over_is_looked_at_too() -> None:
    world = World()
    world.want(posting("a", ops={"on_replace": "keep"}))
    world.want(posting("a", "Why now?", ops={"on_replace": "keep"}))
    plan = world.plan(posting("a", "Why now?"))
    assert plan.changes[0].archives == ("P1",)
    mark(world, "other/production/a@1")
    with pytest.raises(AttentionError, match="P1 carries the marks of other/production"):
        world.run(plan)


def test_what_is_archived_already_needs_no_marks_and_no_write() -> None:
    world = World()
    world.want(posting("a"), posting("b"))
    mark(world, None)
    world.api.touch("P1", archived=True, status="archived")
    world.api.calls = []
    (outcome,) = world.want(posting("b"))
    assert (outcome.result, world.api.writes) == (Result.DONE, [])
    entry = world.state.postings["a"]
    assert (entry.status, entry.updated_at) == ("archived", world.api.postings["P1"]["updated_at"])


def test_a_renamed_posting_is_known_by_every_name_it_had() -> None:
    world = World()
    keep = {"on_replace": "keep"}
    world.want(posting("a", ops=keep))
    world.want(posting("b", ops={**keep, "moved_from": "a"}))
    world.want(posting("c", ops={**keep, "moved_from": "b"}))
    world.want(posting("c", ops=keep))
    assert world.state.postings["c"].formerly == ("a", "b")
    (outcome,) = world.want(posting("c"))
    assert outcome.result is Result.DONE
    assert [world.api.postings[each]["archived"] for each in ("P1", "P2", "P3")] == [True, True, False]


def test_another_projects_posting_in_the_state_is_never_archived() -> None:
    """With write access to the state: a's posting id is replaced by that of a posting of another project."""
    world = World()
    world.want(posting("a"), posting("b"))
    world.api.copy("P1", "X9", name="theirs")
    mark(world, "other/production/theirs@1", "X9")
    store = world.store
    state = store.read()
    assert state is not None
    entry = state.postings["a"]
    forged = entry.model_copy(
        update={
            "posting_id": "X9",
            "updated_at": None,
            "revisions": (entry.current.model_copy(update={"posting_id": "X9"}),),
        }
    )
    store.write(state.model_copy(update={"postings": {**state.postings, "a": forged}}))
    plan = world.plan(posting("b"))
    assert [(each.code, each.address) for each in plan.findings if each.code == "PL507"] == [("PL507", "a")]
    with pytest.raises(AttentionError, match="X9 carries the marks of other/production"):
        world.run(replace(plan, findings=()))
    assert not world.api.postings["X9"]["archived"]


# creates that are answered with what was there before


class Wrong(FakeHeyMilo):
    """Creates as it should, and answers with another id."""

    says: dict[str, Any]

    def create(self, body: Any) -> Answer:
        answer = super().create(body)
        if self.says and isinstance(answer, ConfirmedAnswer):
            return ConfirmedAnswer({**answer.data, **self.says})
        return answer


@pytest.mark.parametrize("made", [True, False])
def test_an_id_on_record_is_no_answer_to_a_create(made: bool) -> None:
    world = World(Wrong())
    world.api.says = {}
    world.want(posting("a"))
    world.api.says = {"id": "P1"}
    if not made:
        world.api.fault = on("create", "drop")
        world.api.create = lambda body: ConfirmedAnswer({"id": "P1", "status": "active"})  # type: ignore[method-assign]
    (outcome,) = world.want(posting("a"), posting("b"))
    assert outcome.result is Result.UNKNOWN
    assert outcome_message(outcome) == "HeyMilo answered with posting P1, which is on record already"
    (intent,) = world.state.unknown()
    assert (intent.address, world.state.postings.keys()) == ("b", {"a"})
    settled = world.recover()
    assert settled is not None
    assert [live.posting_id for live in settled.adopted.values()] == (["P2"] if made else [])
    assert [each.address for each in settled.absent.values()] == ([] if made else ["b"])
    assert world.state.postings["a"].posting_id == "P1"
    assert not world.api.postings["P1"]["archived"]


def test_an_answer_with_the_marks_of_another_operation_is_no_answer_to_a_create() -> None:
    world = World(Wrong())
    marks = {OWNER: "other/production/theirs@1"}
    world.api.says = {"id": "X9", "posting": {"metadata": marks, "status": "active"}}
    (outcome,) = world.want(posting("a"))
    assert (outcome.result, world.state.postings) == (Result.UNKNOWN, {})
    assert "X9, which carries another operation's marks" in outcome_message(outcome)


def test_a_run_settles_such_an_answer_by_what_heymilo_lists() -> None:
    world = World(Wrong())
    world.api.says = {}
    world.want(posting("a"))
    world.api.says = {"id": "P1"}
    (outcome,) = world.want(posting("a"), posting("b"), settling=AT_ONCE)
    assert (outcome.result, outcome.posting_id) == (Result.DONE, "P2")
    assert world.api.writes == [("create", "a"), ("create", "b")]


def test_what_can_not_be_read_is_not_archived() -> None:
    world = World(Changing())
    world.api.owner_then = "acme/production/a@1"
    world.want(posting("a"), posting("b"))
    plan = planned(world, "archive")
    reads = iter([False, True])
    get = FakeHeyMilo.get

    def failing(posting_id: str) -> Live | None:
        world.api.reading_fails = next(reads)
        return get(world.api, posting_id)

    world.api.get = failing  # type: ignore[method-assign]
    (outcome,) = world.run(plan)
    assert (outcome.result, exit_code([outcome])) == (Result.REJECTED, Exit.UNREACHABLE)
    assert not world.api.postings["P1"]["archived"]

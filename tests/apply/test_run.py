"""The protocol: what is refused, what is written when, what is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_heymilo import FakeHeyMilo, FlakyBackend, World, live, on, posting

from heymilo_ops.apply.run_context import new_operation
from heymilo_ops.errors import AttentionError, StaleError, StateError, UnreachableError
from heymilo_ops.finding import Finding, Severity
from heymilo_ops.model.event import Ended, Finished, OperationStarted, Result, Started
from heymilo_ops.model.live import Listing, read_mark
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import Intent
from heymilo_ops.plan.change import Action, AdoptPosting, Change, Forget
from heymilo_ops.report.outcome_text import outcome_message


def done(outcomes: tuple) -> bool:
    return all(outcome.result is Result.DONE for outcome in outcomes)


# what is refused, nothing written


def test_a_plan_with_an_error_is_refused() -> None:
    world = World()
    errors = tuple(Finding(code, "x", Severity.ERROR, "no", "do this") for code in ("PL101", "PL102"))
    with pytest.raises(AttentionError, match=r"PL101 no \(and 1 more\)"):
        world.run(replace(world.plan(posting("a")), findings=errors))
    with pytest.raises(AttentionError, match=r"PL101 no$"):
        world.run(replace(world.plan(posting("a")), findings=errors[:1]))
    assert world.api.calls == []
    assert world.backend.list("") == []


def test_warnings_are_no_reason_to_refuse() -> None:
    world = World()
    plan = replace(world.plan(posting("a")), findings=(Finding("PL502", "x", Severity.WARNING, "hm"),))
    assert done(world.run(plan))


def test_a_state_that_moved_is_refused() -> None:
    world = World()
    world.want(posting("a"))
    plan = world.plan(posting("a"), posting("b"))
    world.want(posting("a"), posting("c"))
    writes = len(world.api.writes)
    with pytest.raises(StaleError, match="serial"):
        world.run(plan)
    assert len(world.api.writes) == writes


def test_another_state_is_refused() -> None:
    world = World()
    first = world.plan(posting("a"))
    world.run(first)
    with pytest.raises(StaleError, match="lineage"):
        world.run(replace(world.plan(posting("b")), lineage="f" * 32))
    with pytest.raises(StaleError, match="lineage"):
        world.run(first)


def test_no_state_and_none_begun_is_refused() -> None:
    world = World()
    with pytest.raises(StaleError, match="not there"):
        world.run(world.plan(posting("a")), begun=None)


def test_a_plan_on_a_begun_state_fits_it_alone() -> None:
    world = World()
    plan = replace(world.plan(posting("a")), lineage="e" * 32)
    with pytest.raises(StaleError, match="lineage"):
        world.run(plan)
    assert done(world.run(replace(plan, lineage=world.begun.lineage)))


def test_a_plan_that_lacks_what_is_taken_over_is_refused() -> None:
    world = World()
    plan = replace(world.plan(), changes=(Change("a", Action.ADOPT, operations=(AdoptPosting("p1"),)),))
    with pytest.raises(AttentionError, match="does not hold what is to be sent"):
        world.run(plan)


@pytest.mark.parametrize(
    ("outside", "says"),
    [
        ({"title": "Edited by hand"}, "changed"),
        ({"archived": True, "status": "archived"}, "archived"),
        (None, "deleted"),
    ],
)
@pytest.mark.parametrize("text", ["Why?", "Why now?"])
def test_a_posting_that_moved_since_the_plan_stops_everything(outside: dict | None, says: str, text: str) -> None:
    world = World()
    world.want(posting("a", "Why?"))
    settings = {"max_retakes": 2} if text == "Why?" else {}
    plan = world.plan(posting("a", text, **settings), posting("b"))
    if outside is None:
        world.api.deleted.add("P1")
    else:
        world.api.touch("P1", **outside)
    before, world.api.calls = world.backend.get("state.json"), []
    with pytest.raises(StaleError, match=f"P1 was {says}"):
        world.run(plan)
    assert world.api.writes == []
    assert world.backend.get("state.json") == before


def test_a_posting_that_came_back_stops_everything() -> None:
    world = World()
    world.want(posting("a"))
    world.api.touch("P1", archived=True)
    plan = world.plan(posting("a", "New?"), recreate=frozenset({"a"}))
    world.api.touch("P1", archived=False)
    with pytest.raises(StaleError, match="made active again"):
        world.run(plan)


@pytest.mark.parametrize("outside", ["archived", "deleted"])
def test_what_is_gone_as_planned_is_made_anew(outside: str) -> None:
    world = World()
    world.want(posting("a"))
    if outside == "archived":
        world.api.touch("P1", archived=True)
        listing = Listing({"P1": live(world.api.postings["P1"])})
    else:
        world.api.deleted.add("P1")
        listing = Listing({}, missing=frozenset({"P1"}))
    plan = world.plan(posting("a"), recreate=frozenset({"a"}), listing=listing)
    assert done(world.run(plan))
    assert world.state.postings["a"].revision == 2
    assert world.state.postings["a"].posting_id == "P2"


def test_times_that_heymilo_does_not_tell_stop_nothing() -> None:
    world = World()
    world.want(posting("a"))
    plan = world.plan(posting("a", max_retakes=1))
    change = plan.changes[0]
    assert change.live is not None
    assert done(world.run(replace(plan, changes=(replace(change, live=replace(change.live, updated_at=None)),))))


def test_a_heymilo_that_cannot_be_read_stops_before_the_first_write() -> None:
    world = World()
    world.want(posting("a"))
    plan = world.plan(posting("a", "New?"))
    world.api.reading_fails = True
    with pytest.raises(UnreachableError):
        world.run(plan)
    assert [call for call in world.api.calls if call[0] != "get"] == [("create", "a")]


def test_a_state_that_cannot_be_written_stops_before_the_first_send() -> None:
    world = World(backend=FlakyBackend(1, "fail"))
    with pytest.raises(StateError):
        world.want(posting("a"))
    assert world.api.calls == []


# what is done


def test_a_create_is_marked_and_recorded() -> None:
    world = World()
    (outcome,) = world.want(posting("a", metadata={"team": "core"}))
    assert (outcome.result, outcome.posting_id, outcome.revision) == (Result.DONE, "P1", 1)
    assert (outcome.candidate_url, outcome.review_url) == ("https://c/P1", "https://r/P1")
    state = world.state
    entry = state.postings["a"]
    mark = read_mark(world.api.postings["P1"]["metadata"])
    assert mark is not None
    assert (mark.project, mark.workspace, mark.name, mark.revision) == ("acme", "production", "a", 1)
    assert (mark.op_id, mark.attempt, mark.digest) == (f"{1:032x}", 1, entry.digest)
    assert world.api.postings["P1"]["metadata"]["team"] == "core"
    assert (entry.posting_id, entry.revision, entry.status, entry.updated_at) == ("P1", 1, "active", 1001.0)
    assert entry.current.applied_by == "ada@example.com"
    assert (entry.current.commit, entry.current.source, entry.current.action) == ("c0ffee", "postings/a.yaml", "create")
    assert entry.current.applied_at.startswith("2027-01-01T00:00:")
    assert state.last_apply is not None
    assert state.last_apply.status == "done"
    assert state.workspace.remote_id == "W1"
    assert state.pending == ()


def test_the_snapshot_says_what_was_sent() -> None:
    world = World()
    wanted = posting("a")
    world.want(wanted)
    snapshot = world.store.snapshot(wanted.digest)
    assert snapshot is not None
    assert (snapshot.request, snapshot.resolved) == (wanted.request, wanted.resolved)
    assert (snapshot.source, snapshot.commit) == ("postings/a.yaml", "c0ffee")


def test_a_dirty_source_names_no_commit() -> None:
    world = World()
    world.want(posting("dirty"))
    assert world.state.postings["dirty"].current.commit is None


def test_the_second_run_sends_and_writes_nothing() -> None:
    world = World()
    world.want(posting("a"), posting("b"))
    before, world.api.calls = world.backend.get("state.json"), []
    assert world.want(posting("a"), posting("b")) == ()
    assert world.api.calls == []
    assert world.backend.get("state.json") == before
    assert world.events == [Started(0), Ended(())]


def test_what_a_crash_left_planned_is_dropped_even_where_nothing_is_to_do() -> None:
    world = World()
    world.want(posting("a"))
    intent = Intent(kind="create", op_id="d" * 32, address="q", action="create", at="2027-01-01T00:00:00Z")
    store = world.store
    store.read()
    store.write(world.state.model_copy(update={"pending": (intent,)}))
    assert world.want(posting("a")) == ()
    assert world.state.pending == ()


def test_an_update_keeps_id_and_link() -> None:
    world = World()
    world.want(posting("a", metadata={"old": "1", "kept": "1"}))
    world.api.touch("P1", metadata={**world.api.postings["P1"]["metadata"], "ats": "7"})
    (outcome,) = world.want(posting("a", metadata={"kept": "2", "new": "1"}, max_retakes=3))
    assert (outcome.action, outcome.posting_id, outcome.revision) == ("update", "P1", 2)
    assert outcome.candidate_url == "https://c/P1"
    body = world.api.bodies[-1]
    assert body.keys() == {"max_retakes", "metadata"}
    own = {key: value for key, value in body["metadata"].items() if not key.startswith("heymilo-ops")}
    assert own == {"kept": "2", "new": "1", "ats": "7"}
    mark = read_mark(body["metadata"])
    entry = world.state.postings["a"]
    assert mark is not None
    assert (mark.revision, mark.digest) == (2, entry.digest)
    assert entry.updated_at == world.api.postings["P1"]["updated_at"]
    assert [each.action for each in entry.revisions] == ["create", "update"]
    assert world.want(posting("a", metadata={"kept": "2", "new": "1"}, max_retakes=3)) == ()


def test_a_replace_makes_the_new_before_it_archives_the_old() -> None:
    world = World()
    world.want(posting("a"))
    world.api.calls = []
    (outcome,) = world.want(posting("a", "Why now?"))
    assert world.api.calls == [("get", "P1"), ("create", "a"), ("get", "P1"), ("archive", "P1")]
    assert (outcome.result, outcome.action, outcome.posting_id, outcome.revision) == (Result.DONE, "replace", "P2", 2)
    first, second = world.state.postings["a"].revisions
    assert first.archived_at is not None
    assert (second.archived_at, second.posting_id) == (None, "P2")
    assert world.api.postings["P1"]["archived"]


def test_archiving_marks_all_revisions_of_the_posting() -> None:
    world = World()
    world.want(posting("a"))
    world.want(posting("a", max_retakes=1))
    world.want(posting("a", "Why now?", max_retakes=1))
    assert [bool(each.archived_at) for each in world.state.postings["a"].revisions] == [True, True, False]
    assert world.want(posting("a", "Why now?", max_retakes=1)) == ()


def test_what_is_removed_is_archived_last_and_its_history_stays() -> None:
    world = World()
    world.want(posting("a"), posting("b"))
    world.api.calls = []
    outcomes = world.want(posting("b", "Why now?"), posting("c"))
    assert [outcome.address for outcome in outcomes] == ["b", "c", "a"]
    assert world.api.writes == [("create", "b"), ("archive", "P2"), ("create", "c"), ("archive", "P1")]
    entry = world.state.postings["a"]
    assert (entry.status, entry.revision, len(entry.revisions)) == ("archived", 1, 1)
    assert entry.updated_at == world.api.postings["P1"]["updated_at"]
    world.want(posting("a"), posting("b", "Why now?"), posting("c"))
    assert [each.posting_id for each in world.state.postings["a"].revisions] == ["P1", "P5"]
    assert world.state.postings["a"].status == "active"


def test_ops_alone_are_recorded_and_nothing_is_sent() -> None:
    world = World()
    world.want(posting("a"))
    world.api.calls = []
    (outcome,) = world.want(posting("a", ops={"protect": True}))
    assert (outcome.result, outcome.posting_id, outcome.revision) == (Result.DONE, "P1", None)
    assert world.api.calls == []
    assert world.state.postings["a"].ops.protect
    assert world.state.postings["a"].revision == 1
    assert [type(event) for event in world.events] == [Started, Finished, Ended]


def test_forgetting_sends_nothing() -> None:
    world = World()
    world.want(posting("a", ops={"on_remove": "forget"}), posting("b"))
    world.api.calls = []
    (outcome,) = world.want(posting("b"))
    assert (outcome.result, outcome.posting_id) == (Result.DONE, "P1")
    assert world.api.calls == []
    assert world.state.postings.keys() == {"b"}


def test_forgetting_twice_is_no_harm() -> None:
    world = World()
    world.want(posting("b"))
    plan = world.plan(posting("b"))
    forget = Change("gone", Action.UPDATE, operations=(Forget(),))
    assert done(world.run(replace(plan, changes=(forget,))))


def test_a_move_takes_the_history_along() -> None:
    world = World()
    world.want(posting("a"))
    (outcome,) = world.want(posting("b", ops={"moved_from": "a"}))
    assert (outcome.address, outcome.action, outcome.revision) == ("b", "replace", 2)
    assert world.state.postings.keys() == {"b"}
    assert [each.posting_id for each in world.state.postings["b"].revisions] == ["P1", "P2"]
    assert world.api.postings["P1"]["archived"]
    assert world.want(posting("b", ops={"moved_from": "a"})) == ()


def test_a_rejected_move_leaves_the_history_where_it_was() -> None:
    world = World()
    world.want(posting("a"))
    world.api.fault = on("create", "reject")
    (outcome,) = world.want(posting("b", ops={"moved_from": "a"}))
    assert outcome.result is Result.REJECTED
    assert world.state.postings.keys() == {"a"}


def test_a_held_move_takes_the_history_along_and_patches_the_old_posting() -> None:
    world = World()
    world.want(posting("a"))
    moved = posting("b", ops={"moved_from": "a", "on_change": "hold"}, max_retakes=2)
    (outcome,) = world.want(moved)
    assert (outcome.action, outcome.posting_id) == ("update", "P1")
    assert world.state.postings.keys() == {"b"}
    assert world.api.owner("P1") == "acme/production/b@2"


def test_a_keep_leaves_the_old_posting_open() -> None:
    world = World()
    world.want(posting("a", ops={"on_replace": "keep"}))
    world.want(posting("a", "Why now?", ops={"on_replace": "keep"}))
    assert world.api.writes == [("create", "a"), ("create", "a")]
    assert world.want(posting("a", "Why now?", ops={"on_replace": "keep"})) == ()


# questions that HeyMilo writes


def test_questions_that_heymilo_wrote_are_read_back() -> None:
    world = World()
    wanted = posting("a", "")
    (outcome,) = world.want(wanted)
    assert (outcome.result, outcome.reasons) == (Result.DONE, ())
    assert world.store.generated(wanted.digest, "P1") == ({"id": "q1", "text": "Why?"},)
    assert not world.state.postings["a"].current.reproducible
    world.want(posting("a", "", max_retakes=1))
    assert not world.state.postings["a"].current.reproducible, "an update rewrites no question"
    world.want(posting("a", "Why?"))
    assert world.state.postings["a"].current.reproducible


@pytest.mark.parametrize(("fails", "says"), [(True, "could not be read back"), (False, "not written its questions")])
def test_questions_that_cannot_be_had_are_a_warning(fails: bool, says: str) -> None:
    world = World(FakeHeyMilo(reading_fails=fails, written_questions=[]))
    (outcome,) = world.want(posting("a", ""))
    assert outcome.result is Result.DONE
    assert says in outcome_message(outcome)


def test_a_status_that_is_not_known_is_told() -> None:
    world = World(FakeHeyMilo(status="paused"))
    (outcome,) = world.want(posting("a"))
    assert outcome.reasons == (Reason(ReasonCode.MADE_WITH_STATUS, "paused"),)


def test_a_draft_is_said_to_be_one() -> None:
    world = World(FakeHeyMilo(draft=True))
    (outcome,) = world.want(posting("a"))
    assert outcome.reasons == (Reason(ReasonCode.MADE_AS_DRAFT),)


# what is written when, and what is told


@pytest.mark.parametrize("count", [1, 2, 5])
def test_n_sends_take_two_records_each_and_one_fold(count: int) -> None:
    backend = FlakyBackend()
    world = World(backend=backend)
    world.want(posting("z"))
    backend.calm()
    world.want(posting("z"), *(posting(f"p{n}") for n in range(count)))
    assert backend.written("journal/") == 1 + 2 * count
    assert backend.written("state.json") == 1
    assert backend.written("snapshots/") == count
    assert backend.written() == 2 + 3 * count
    assert backend.list("journal/") == [], "nothing is left of what was folded"


def test_a_store_that_takes_several_announcements_at_once_is_given_them() -> None:
    backend = FlakyBackend()
    backend.window = 3
    world = World(backend=backend)
    world.want(posting("z"))
    backend.calm()
    world.want(posting("z"), *(posting(f"p{n}") for n in range(7)))
    assert backend.written("journal/") == 1 + 3 + 7
    assert world.state.pending == ()


def test_the_first_write_of_all_is_that_of_a_state_to_add_to() -> None:
    backend = FlakyBackend()
    World(backend=backend).want(posting("a"))
    written = [key.partition("/")[0] for verb, key, _ in backend.log if verb != "delete"]
    assert written == ["snapshots", "state.json", "journal", "journal", "journal", "state.json"]


def test_every_intent_is_durable_before_the_first_byte() -> None:
    seen = []

    class Watching(FakeHeyMilo):
        def create(self, body: dict) -> object:
            state = world.state
            seen.append([(intent.kind, intent.address, intent.status) for intent in state.pending])
            for intent in state.pending:
                if intent.digest:
                    assert world.store.snapshot(intent.digest) is not None
            assert state.last_apply is not None
            assert state.last_apply.status == "open"
            return super().create(body)

    world = World()
    world.want(posting("b"))
    world.api = Watching(postings=world.api.postings)
    world.want(posting("a"), posting("b", "Why now?"), posting("c"))
    a, b, old_b, c = ("create", "a"), ("create", "b"), ("archive", "b"), ("create", "c")
    planned, sending = ("planned",), ("sending",)
    assert seen == [
        [a + sending, b + planned, old_b + planned, c + planned],
        [b + sending, old_b + planned, c + planned],
        [c + sending],
    ]


def test_what_is_told_is_durable() -> None:
    world = World()
    told = []

    def observer(event: object) -> None:
        told.append(type(event).__name__)
        if isinstance(event, Finished) and event.outcome.result is Result.DONE:
            assert event.outcome.address in world.state.postings

    world.run(world.plan(posting("a"), posting("b")))
    events = [event for event in world.events if not isinstance(event, Finished | Ended)]
    assert events == [Started(2), OperationStarted("a", "create", 1, 2), OperationStarted("b", "create", 2, 2)]
    world = World()
    world.want(posting("a"), posting("b"), posting("c", ""), observer=observer)
    assert told == [
        "Started",
        "OperationStarted",
        "Finished",
        "OperationStarted",
        "Finished",
        "OperationStarted",
        "Finished",
        "Ended",
    ]


def test_indexes_count_the_changes() -> None:
    world = World()
    world.want(posting("a"))
    world.want(posting("a", "Why now?"), posting("b"))
    sent = [(e.address, e.kind, e.index, e.total) for e in world.events if isinstance(e, OperationStarted)]
    assert sent == [("a", "create", 1, 2), ("a", "archive", 1, 2), ("b", "create", 2, 2)]
    assert [(e.index, e.total) for e in world.events if isinstance(e, Finished)] == [(1, 2), (2, 2)]


def test_operation_ids_are_random_and_of_the_right_shape() -> None:
    ids = {new_operation() for _ in range(100)}
    assert len(ids) == 100
    assert all(len(each) == 32 and int(each, 16) >= 0 for each in ids)


def test_what_safety_rests_on_is_recorded_with_the_address_of_heymilo() -> None:
    world = World()
    settings = {"base_url": "https://eu.heymilo.ai", "ci_only": True}
    world.want(posting("a"), safety=settings)
    assert world.state.safety == settings
    assert world.state.workspace.base_url == "https://eu.heymilo.ai"
    world.want(posting("b"), posting("a"), safety={})
    assert (world.state.safety, world.state.workspace.base_url) == ({}, "https://eu.heymilo.ai")

"""What HeyMilo shows after the writes of a run is read back, and can fail no run."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from heymilo_ops.apply.acceptance import accepted_record
from heymilo_ops.apply.baselines import lacks_baseline, take_baselines
from heymilo_ops.apply.run_context import SettlingTime
from heymilo_ops.errors import AttentionError, StaleError, StateError
from heymilo_ops.model.baseline import Baseline
from heymilo_ops.model.desired import desire
from heymilo_ops.model.event import ReadingBack, Result
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.fold import with_entry
from heymilo_ops.model.reason import ReasonCode
from heymilo_ops.plan.change import Action, Change, FieldChange, RecordRevision
from heymilo_ops.plan.drift_fields import LiveComparison, Reading
from heymilo_ops.statefile.baseline import StoredBaselines, keep_baselines, read_baseline
from tests.apply.fake_heymilo import AT_ONCE, WHO, Asked, FlakyBackend, World, live, on, posting

SLOW = SettlingTime(30)


def world_of(**more: Any) -> World:
    return World(Asked(**more))


def apply(world: World, *wanted: Any, **more: Any) -> Any:
    given = {"reads_back": True, "settling": AT_ONCE, **more}
    return world.want(*wanted, **given)


def baseline(world: World, name: str) -> Baseline:
    digest = world.state.postings[name].current.baseline
    assert digest is not None
    kept = read_baseline(world.store, digest)
    assert kept is not None
    return kept


def again(world: World, **more: Any) -> None:
    """What an apply without changes does."""
    store = world.store
    state = store.read()
    assert state is not None
    given = {"store": store, "settling": AT_ONCE, "reads_back": True, **more}
    read, _ = take_baselines(state, world.context(**given))
    if read is not state:
        store.write(read)


def plan_with(world: World, *wanted: Any, **more: Any) -> Any:
    listing = {"baselines": StoredBaselines(world.store, world.state), **more}
    return world.plan(*wanted, **listing)


def test_what_was_created_and_changed_is_read_back_with_its_question_ids() -> None:
    world = world_of()
    (outcome,) = apply(world, posting("a"))
    assert outcome.reasons == ()
    first = baseline(world, "a")
    assert first.request["title"] == "Title of a"
    assert first.question_ids == {"/workflow/0/questions/0": "P1Q0"}
    assert first.questions_read
    assert not lacks_baseline(world.state.postings["a"])
    apply(world, posting("a", max_retakes=2))
    second = baseline(world, "a")
    assert (second.request["max_retakes"], world.state.postings["a"].revision) == (2, 2)
    assert world.state.postings["a"].revisions[0].baseline == first.digest


def test_keys_of_the_manifest_name_the_questions() -> None:
    world = world_of()
    step = {"type": "web_interview", "questions": [{"key": "why", "text": "Why?"}, {"text": "When?"}]}
    wanted = desire({"name": "a", "title": "Title of a", "workflow": [step]}, "postings/a.yaml")
    apply(world, wanted)
    assert baseline(world, "a").keys == {"P1Q0": "why"}


def test_a_reading_that_fails_fails_no_run_and_a_later_one_makes_up_for_it() -> None:
    world = world_of()
    world.api.reading_fails = True
    (outcome,) = apply(world, posting("a"))
    assert outcome.result is Result.DONE
    assert [reason.code for reason in outcome.reasons] == [ReasonCode.BASELINE_NOT_READ]
    assert lacks_baseline(world.state.postings["a"])
    world.api.reading_fails = False
    again(world)
    assert baseline(world, "a").request["title"] == "Title of a"


def test_a_baseline_that_cannot_be_kept_fails_no_run() -> None:
    world = World(Asked(), FlakyBackend(1, "fail", "baselines/"))
    (outcome,) = apply(world, posting("a"))
    assert (outcome.result, outcome.reasons[0].code) == (Result.DONE, ReasonCode.BASELINE_NOT_READ)
    assert world.state.postings["a"].current.baseline is None


def test_an_interrupted_run_reads_nothing_back() -> None:
    world = world_of()
    apply(world, posting("a"), stopping=lambda: bool(world.api.postings))
    assert ("questions", "P1") not in world.api.calls
    assert lacks_baseline(world.state.postings["a"])


def test_readings_are_events() -> None:
    world = world_of()
    apply(world, posting("a"), posting("b"))
    reading = [event for event in world.events if isinstance(event, ReadingBack)]
    assert reading == [ReadingBack("a", 1, 2), ReadingBack("b", 2, 2)]


# -- questions that HeyMilo writes -------------------------------------------------------------------------------------

WRITTEN = [{"id": "w1", "modality": "voice", "text": "Why?"}]


def test_questions_that_heymilo_writes_count_once_two_readings_agree() -> None:
    world = world_of(written_questions=WRITTEN)
    apply(world, posting("a", ""), settling=SLOW)
    assert not baseline(world, "a").questions_read
    again(world, settling=SLOW)  # too early: the first reading stays
    assert not baseline(world, "a").questions_read
    world.now.moment += timedelta(seconds=60)
    again(world, settling=SLOW)
    assert baseline(world, "a").questions_read
    assert not lacks_baseline(world.state.postings["a"])


def test_a_reading_that_differs_begins_anew() -> None:
    world = world_of(written_questions=WRITTEN)
    apply(world, posting("a", ""), settling=SLOW)
    world.now.moment += timedelta(seconds=60)
    world.api.written_questions = [*WRITTEN, {"id": "w2", "modality": "voice", "text": "When?"}]
    again(world, settling=SLOW)
    assert not baseline(world, "a").questions_read
    world.now.moment += timedelta(seconds=60)
    again(world, settling=SLOW)
    assert baseline(world, "a").questions_read


def test_where_heymilo_lists_at_once_both_readings_are_made_at_once() -> None:
    world = world_of(written_questions=WRITTEN)
    apply(world, posting("a", ""))
    assert baseline(world, "a").questions_read


@pytest.mark.parametrize("more", [{"settling": None}, {}])
def test_no_questions_yet_are_not_read(more: dict[str, Any]) -> None:
    world = world_of(written_questions=[] if not more else WRITTEN)
    apply(world, posting("a", ""), **more)
    assert not baseline(world, "a").questions_read
    assert lacks_baseline(world.state.postings["a"])


# -- postings that an earlier release wrote ----------------------------------------------------------------------------


def earlier(world: World, *wanted: Any) -> None:
    world.want(*wanted)
    store = world.store
    state = store.read()
    assert state is not None
    for name, entry in state.postings.items():
        revision = entry.current.model_copy(update={"release": None})
        state = with_entry(state, name, entry.model_copy(update={"revisions": (revision,)}))
    store.write(state)
    assert all(map(lacks_baseline, world.state.postings.values()))


def test_what_an_earlier_run_wrote_is_read_back_as_long_as_nobody_touched_it() -> None:
    world = world_of()
    earlier(world, *map(posting, "abc"))
    world.api.touch("P2", title="Something else")
    world.api.touch("P3", description="Something else, said by somebody.")
    again(world)
    kept = {name: entry.current.baseline is not None for name, entry in world.state.postings.items()}
    assert kept == {"a": True, "b": False, "c": True}  # a value that was not sent may be the server's own


def test_a_posting_that_was_touched_and_reads_as_it_was_sent_is_read_back() -> None:
    world = world_of()
    earlier(world, posting("a"))
    world.api.touch("P1")
    again(world)
    assert baseline(world, "a").request["title"] == "Title of a"
    assert world.state.postings["a"].updated_at == world.api.clock


def test_what_was_sent_and_is_changed_is_not_taken_for_applied() -> None:
    world = world_of()
    earlier(world, posting("a", description="Ten letters and more."))
    world.api.touch("P1", description="Other letters than those.")
    again(world)
    assert world.state.postings["a"].current.baseline is None


def test_many_of_them_are_listed() -> None:
    world = world_of()
    earlier(world, *map(posting, "abcdefg"))
    calls = len(world.api.calls)
    again(world)
    since = world.api.calls[calls:]
    assert [kind for kind, _ in since if kind != "questions"] == ["list"]
    assert all(entry.current.baseline for entry in world.state.postings.values())


def test_one_that_is_gone_has_none() -> None:
    world = world_of()
    earlier(world, *map(posting, "ab"))
    world.api.deleted.add("P1")
    world.api.touch("P2", archived=True, status="archived")
    again(world)
    assert all(entry.current.baseline is None for entry in world.state.postings.values())
    archived = world.state.postings["a"].model_copy(update={"status": "archived"})
    assert not lacks_baseline(archived)


# -- accepted, carried, activated --------------------------------------------------------------------------------------


def test_what_is_accepted_is_recorded_and_nothing_is_sent() -> None:
    world = world_of()
    apply(world, posting("a"))
    world.api.touch("P1", title="Another title")
    plan = plan_with(world, posting("a", title="Another title"))
    (change,) = plan.changes
    assert [type(operation) for operation in change.operations] == [RecordRevision]
    writes = len(world.api.writes)
    (outcome,) = world.run(plan, reads_back=True, settling=AT_ONCE)
    assert (len(world.api.writes), outcome.revision, outcome.posting_id) == (writes, 2, "P1")
    entry = world.state.postings["a"]
    assert (entry.revision, entry.updated_at) == (2, world.api.clock)
    assert world.store.snapshot(entry.digest) is not None
    assert baseline(world, "a").request["title"] == "Another title"
    assert not plan_with(world, posting("a", title="Another title")).has_changes


def test_what_was_changed_since_the_plan_is_not_accepted() -> None:
    world = world_of()
    apply(world, posting("a"))
    world.api.touch("P1", title="Another title")
    plan = plan_with(world, posting("a", title="Another title"))
    world.api.touch("P1", title="A third title")
    with pytest.raises(StaleError):
        world.run(plan, reads_back=True)


def test_nothing_is_recorded_of_a_posting_that_the_state_does_not_know() -> None:
    wanted = posting("a")
    with pytest.raises(AttentionError, match="knows no posting"):
        accepted_record(Change("a", Action.UPDATE), None, wanted, WHO, "2027-01-01T00:00:00Z")


def test_what_nobody_accepted_stays_drift_after_a_write() -> None:
    world = world_of()
    reporting = {"ops": {"on_drift": "report"}}
    apply(world, posting("a", **reporting))
    world.api.touch("P1", title="Another title", redirect_url="https://a.example")
    wanted = posting("a", max_retakes=2, **reporting)
    world.run(plan_with(world, wanted), reads_back=True, settling=AT_ONCE)
    assert {carried.path for carried in baseline(world, "a").carried} == {"/title", "/redirect_url"}
    (change,) = plan_with(world, wanted).changes
    assert {field.path: field.baseline for field in change.open_drift} == {
        "/title": "Title of a",
        "/redirect_url": None,
    }
    world.api.touch("P1", title="Title of a", redirect_url=None)
    assert plan_with(world, wanted).changes[0].drift == ()


def test_what_somebody_changes_while_a_run_writes_is_drift_and_not_taken_for_applied() -> None:
    world = world_of()
    apply(world, posting("a"))
    update = world.api.update

    def update_beside_somebody(posting_id: str, body: Any) -> Any:
        answer = update(posting_id, body)
        world.api.touch(posting_id, title="Another title")
        return answer

    world.api.update = update_beside_somebody  # type: ignore[method-assign]
    apply(world, posting("a", max_retakes=2))
    assert [(carried.path, carried.value) for carried in baseline(world, "a").carried] == [("/title", "Title of a")]
    (change,) = plan_with(world, posting("a", max_retakes=2)).changes
    assert [(field.path, field.live) for field in change.open_drift] == [("/title", "Another title")]


def test_the_path_of_a_change_is_found_whether_it_numbers_its_step_or_names_it() -> None:
    world = world_of()
    apply(world, posting("a"))
    known = baseline(world, "a")
    comparison = LiveComparison(known, Reading(known.request, known.question_ids, True), posting("a"))
    (question_id,) = known.question_ids.values()
    for path, seen in (
        ("/workflow/0/config/video", "/workflow/web_interview/config/video"),
        ("/workflow/web_interview/config/video", "/workflow/web_interview/config/video"),
        ("/workflow/0/questions/0/text", f"/questions/{question_id}/text"),
        ("/questions/why/text", "/questions/why/text"),
    ):
        assert comparison.path_of(FieldChange(path, "changed", 1, 2, ChangeClass.WORDING)) == seen


def test_without_an_earlier_baseline_only_what_was_known_stays_drift() -> None:
    world = world_of()
    apply(world, posting("a"), reads_back=False)
    apply(world, posting("a", max_retakes=2))
    assert baseline(world, "a").carried == ()


def test_a_draft_is_activated_once() -> None:
    world = world_of(draft=True)
    wanted = posting("a", ops={"activate": True})
    apply(world, wanted)
    world.api.touch("P1", ats_metadata={"pending_activation": True})
    apply(world, wanted)
    assert world.api.postings["P1"]["status"] == "active"
    assert world.state.postings["a"].revision == 1
    apply(world, wanted)
    assert world.api.calls.count(("activate", "P1")) == 1


@pytest.mark.parametrize("what", ["lose", "drop"])
def test_an_activation_without_an_answer_is_looked_for(what: str) -> None:
    world = world_of(draft=True)
    wanted = posting("a", ops={"activate": True})
    apply(world, wanted)
    world.api.touch("P1", ats_metadata={"pending_activation": True})
    world.api.fault = on("activate", what)
    (outcome,) = world.want(wanted)
    assert outcome.result is Result.UNKNOWN
    world.api.fault = lambda kind, target, n: None
    world.recover()
    assert world.state.pending == ()
    apply(world, wanted)
    assert world.api.postings["P1"]["status"] == "active"


def test_an_activation_reads_first() -> None:
    world = world_of(draft=True)
    wanted = posting("a", ops={"activate": True})
    apply(world, wanted)
    world.api.touch("P1", ats_metadata={"pending_activation": True})
    plan = world.plan(wanted)
    before = world.api.get

    def gone_at_last(posting_id: str) -> Any:
        shown = before(posting_id)
        gets = world.api.calls.count(("get", posting_id))
        return None if gets > limit else shown

    limit = world.api.calls.count(("get", "P1")) + 1
    world.api.get = gone_at_last  # type: ignore[method-assign]
    (outcome,) = world.run(plan)
    assert outcome.result is Result.REJECTED


# -- the documents -----------------------------------------------------------------------------------------------------


def test_a_baseline_that_was_edited_is_refused() -> None:
    world = world_of()
    apply(world, posting("a"))
    key = next(key for key in world.backend.list("baselines/"))
    stored = world.backend.get(key)
    assert stored is not None
    world.backend.put(key, stored.data.replace(b"Title of a", b"Title of x"), stored.version)
    with pytest.raises(StateError, match="was edited"):
        baseline(world, "a")


def test_baselines_are_read_once_and_only_those_of_the_state() -> None:
    world = world_of()
    apply(world, posting("a"))
    stored = StoredBaselines(world.store, world.state)
    (digest,) = stored
    assert (len(stored), stored[digest]) == (1, stored[digest])
    with pytest.raises(KeyError):
        stored["sha256:" + "0" * 64]
    world.backend.delete(next(iter(world.backend.list("baselines/"))))
    with pytest.raises(KeyError):
        StoredBaselines(world.store, world.state)[digest]
    assert len(StoredBaselines(world.store, None)) == 0
    keep_baselines(world.store, [])
    assert live(world.api.postings["P1"]).document["title"] == "Title of a"


def beside(world: World, call: str, act: Any) -> None:
    """Somebody acts right after this call."""
    original = getattr(world.api, call)

    def with_somebody(*given: Any) -> Any:
        answer = original(*given)
        act()
        return answer

    setattr(world.api, call, with_somebody)


def test_what_somebody_changes_right_after_a_create_is_drift_and_not_taken_for_applied() -> None:
    world = world_of()
    beside(world, "create", lambda: world.api.touch("P1", title="Another title"))
    apply(world, posting("a"))
    assert [(carried.path, carried.value) for carried in baseline(world, "a").carried] == [("/title", "Title of a")]
    (change,) = plan_with(world, posting("a")).changes
    assert [(field.path, field.live) for field in change.open_drift] == [("/title", "Another title")]


def test_so_is_what_somebody_changes_where_the_run_ended_before_it_read_the_posting() -> None:
    world = world_of()
    world.want(posting("a"), posting("b"))
    world.api.touch("P1", title="Another title", description="Something else, said by somebody.")
    again(world)
    carried = {it.path: (it.kind, it.value) for it in baseline(world, "a").carried}
    assert carried == {"/title": ("changed", "Title of a"), "/description": ("added", None)}
    assert baseline(world, "b").carried == ()
    changes = {change.address: change for change in plan_with(world, posting("a"), posting("b")).changes}
    assert {field.path for field in changes["a"].open_drift} == carried.keys()
    assert not changes["b"].open_drift


def test_what_is_written_after_the_create_is_not_compared_with_it() -> None:
    world = world_of()
    apply(world, posting("a"))
    world.want(posting("a", max_retakes=2))
    world.api.touch("P1", title="Another title")
    again(world)
    assert world.state.postings["a"].current.baseline is None

"""Looking for what became of operations: what is adopted, what counts as not made, what is left to a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from fake_heymilo import AT_ONCE, FakeHeyMilo, FlakyBackend, Killed, World, on, posting

from heymilo_ops.apply.reconcile import IncompleteReconciliationError, Reconciliation
from heymilo_ops.apply.run_context import REQUEST_S, SettlingTime
from heymilo_ops.errors import StateError, UnreachableError
from heymilo_ops.model.event import Waiting
from heymilo_ops.model.live import OPERATION, OWNER, Live, without_marks
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.record import Confirmed, of_intent, written_posting
from heymilo_ops.model.state import HighWater, Intent, State, high_water
from heymilo_ops.review.reasons import reason_sentence, reason_sentences

SETTLE_S = 45.0


class Still:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 5000.0
        self.on_sleep: Callable[[], None] = lambda: None

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert 0 < seconds <= 0.25, "somebody who asks to stop is heard at once"
        self.now += seconds
        self.on_sleep()

    @property
    def settling(self) -> SettlingTime:
        return SettlingTime(SETTLE_S, self.clock, self.sleep)


def pending(what: str = "lose", kind: str = "create", *wanted: Any, api: FakeHeyMilo | None = None) -> World:
    """A world with z (P1), in which one operation on a is of unknown outcome: P2, where it was made."""
    world = World(api)
    z = posting("z")
    if kind == "create":
        world.want(z)
        world.api.fault = on("create", what)
        world.want(*(wanted or (posting("a"),)), z, seen=high_water(world.api.list_all()))
    else:
        world.want(z, posting("a"))
        world.api.fault = on(kind, what)
        world.want(z, *([posting("a", max_retakes=1)] if kind == "update" else []))
    world.api.fault = lambda *_: None
    world.api.calls = []
    assert [intent.address for intent in world.state.unknown()] == ["a"] * len(world.state.unknown())
    return world


def words(settled: Reconciliation, number: int) -> str:
    """Why an operation is still open, as people read it."""
    return "; ".join(reason_sentences(settled.open[op(number)]))


def looked(world: World, **more: Any) -> Reconciliation:
    """What looking comes to. It sends nothing, and its result is on record."""
    sent = len(world.api.writes)
    settled = world.recover(**more)
    assert settled is not None
    assert len(world.api.writes) == sent
    assert world.state.pending == settled.state.unknown()
    assert world.state.watched == settled.state.watched
    return settled


def op(number: int) -> str:
    return f"{number:032x}"


def lists(world: World) -> int:
    return world.api.calls.count(("list", ""))


def unmarked(world: World, posting_id: str) -> None:
    """HeyMilo or a person takes our marks away."""
    each = world.api.postings[posting_id]
    each["metadata"] = without_marks(each["metadata"])


def leave(world: World, posting_id: str, **changes: Any) -> None:
    """Somebody who had lost the lock saw this posting made by the operation that is pending."""
    store, (intent,) = world.store, world.state.unknown()
    state = store.read()
    assert state is not None
    live = Live(posting_id, "", None, "active", False)
    confirmed = Confirmed(**{**of_intent(intent), **changes}, live=written_posting(live), at="2027-01-01T00:00:00Z")
    store._leave(store._entry(state, 1, 99, (confirmed,)))


# found


def test_what_is_listed_is_adopted_at_once() -> None:
    world, still = pending(), Still()
    settled = looked(world, settling=still.settling, since=still.now)
    assert {key: live.posting_id for key, live in settled.adopted.items()} == {op(2): "P2"}
    assert (settled.absent, settled.open, settled.notes) == ({}, {}, ())
    assert world.state.postings["a"].posting_id == "P2"
    assert world.state.watched == ()
    assert lists(world) == 1
    assert still.now == 5000.0, "nothing is waited for"
    assert world.want(posting("a"), posting("z")) == ()


def test_the_questions_that_heymilo_wrote_are_read_back() -> None:
    wanted = posting("a", "")
    world = pending("lose", "create", wanted)
    looked(world)
    assert world.store.generated(wanted.digest, "P2")


def test_a_list_that_lags_is_waited_for() -> None:
    world, still = pending(), Still()
    world.api.hidden = {"P2"}
    world.api.on_list = lambda number: world.api.hidden.clear() if number == 2 else None
    settled = looked(world, settling=still.settling, since=still.now)
    assert settled.adopted.keys() == {op(2)}
    assert world.state.postings["a"].posting_id == "P2"


def test_what_only_one_of_the_last_two_lists_shows_is_adopted() -> None:
    for shown in (2, 3):
        world = pending()
        world.api.on_list = lambda number, w=world, n=shown: w.api.hidden.symmetric_difference_update(
            {"P2"} - w.api.hidden if number != n else w.api.hidden
        )
        assert looked(world).adopted.keys() == {op(2)}
        assert lists(world) == 3


def test_a_copy_is_named_and_the_older_taken() -> None:
    world = pending()
    world.api.copy("P2", "P0")
    settled = looked(world)
    assert world.state.postings["a"].posting_id == "P2"
    assert settled.notes == (Reason(ReasonCode.COPY_LEFT_ALONE, "a", ("P0",), "P2"),)
    assert not world.api.postings["P0"]["archived"]


def test_several_copies_are_named_together() -> None:
    world = pending()
    world.api.copy("P2", "P8")
    world.api.copy("P2", "P9")
    assert looked(world).notes == (Reason(ReasonCode.COPY_LEFT_ALONE, "a", ("P8", "P9"), "P2"),)


# not made


def test_what_is_on_record_is_not_adopted_again() -> None:
    """Somebody gave z's posting the marks of the operation whose posting is looked for."""
    world = pending()
    world.api.postings["P1"]["metadata"] = dict(world.api.postings.pop("P2")["metadata"])
    settled = looked(world)
    assert (settled.adopted, settled.absent) == ({}, {})
    assert words(settled, 2).startswith("posting P1 carries the marks of that operation, and is on record as another")
    assert words(settled, 2).endswith("`heymilo-ops -w production state resolve a --retry` if it was not made")
    assert world.state.postings["z"].posting_id == "P1"
    assert looked(world, taken_for_absent=True).absent.keys() == {op(2)}, "a person said so"


def test_absence_is_believed_after_two_lists_that_are_late_enough() -> None:
    world, still = pending("drop"), Still()
    since, began = still.now, []
    world.api.on_list = lambda number: began.append(still.now)
    still.now += 7
    settled = looked(world, settling=still.settling, since=since)
    assert {key: intent.attempt for key, intent in settled.absent.items()} == {op(2): 1}
    assert len(began) == 3
    assert began[0] == since + 7
    assert min(began[1:]) >= since + REQUEST_S + SETTLE_S
    assert began[1] < since + REQUEST_S + SETTLE_S + 1, "and not longer than that"
    (waiting,) = [event for event in world.events if isinstance(event, Waiting)]
    assert waiting.seconds == REQUEST_S + SETTLE_S - 7
    assert " a, " in reason_sentence(waiting.reason), "it is said what for"
    (watched,) = world.state.watched
    assert (watched.op_id, watched.attempt, watched.address, watched.number) == (op(2), 1, "a", 1)
    assert watched.digest == posting("a").digest
    assert not watched.closed


def test_without_a_time_for_settling_nothing_counts_as_absent() -> None:
    world = pending("drop")
    assert looked(world, settling=None).absent == {}
    assert lists(world) == 1


def test_an_attempt_that_ended_long_ago_is_not_waited_for() -> None:
    world, still = pending("drop"), Still()
    assert looked(world, settling=still.settling, since=still.now - 1000).absent
    assert still.now == 5000.0
    assert [event for event in world.events if isinstance(event, Waiting)] == []


def test_a_heymilo_that_lists_at_once_is_believed_at_once() -> None:
    world = pending("drop")
    assert looked(world, settling=replace(AT_ONCE, sleep=pytest.fail)).absent
    assert lists(world) == 3


def test_what_is_absent_is_sent_again_by_the_next_apply_as_the_same_operation() -> None:
    world = pending("drop")
    looked(world)
    (outcome,) = world.want(posting("a"), posting("z"))
    assert outcome.revision == 1
    assert world.api.postings["P2"]["metadata"][OPERATION] == f"{op(2)}/2"


def test_what_is_not_asked_for_any_more_stays_watched_and_the_next_is_a_new_operation() -> None:
    world = pending("drop")
    looked(world)
    world.want(posting("a", "Why then?"), posting("z"))
    assert world.api.postings["P2"]["metadata"][OPERATION] == f"{op(3)}/1"
    assert [(each.op_id, each.attempt) for each in world.state.watched] == [(op(2), 1)]


def test_what_is_closed_is_never_sent_again() -> None:
    world = pending("drop")
    assert looked(world, closed=True).absent
    assert world.state.watched[0].closed
    world.want(posting("a"), posting("z"))
    assert world.api.postings["P2"]["metadata"][OPERATION] == f"{op(3)}/1"


def test_how_far_the_list_went_is_known_afterwards() -> None:
    world = pending("drop")
    assert looked(world).seen == HighWater(created_at=1001.0, ids=("P1",))


# two readings


@pytest.mark.parametrize("copied", [{"created_at": 1002.0}, {"created_at": None}])
def test_two_of_which_none_is_older_are_left_alone(copied: dict[str, Any]) -> None:
    world = pending()
    world.api.copy("P2", "P0", **copied)
    before = world.state
    settled = looked(world)
    assert (settled.adopted, settled.absent) == ({}, {})
    assert settled.open.keys() == {op(2)}
    said = words(settled, 2)
    assert "several postings of that operation: P2, P0;" in said
    for posting_id in ("P0", "P2"):
        assert f"`heymilo-ops -w production state resolve a --adopt {posting_id}`" in said
    assert "`heymilo-ops -w production state resolve a --retry`" in said
    assert settled.is_open(before.unknown())
    assert world.state == before
    assert lists(world) == 3, "a list that lags may have shown them in part"


@pytest.mark.parametrize("created_at", [None, 1001.5])
def test_one_of_which_it_is_not_known_when_it_was_made_may_be_the_older(created_at: float | None) -> None:
    world = pending()
    world.api.postings["P2"]["created_at"] = created_at
    world.api.copy("P2", "P0", created_at=created_at)
    assert looked(world).open.keys() == {op(2)}


@pytest.mark.parametrize("alike", [{"name": "a", "title": "Another"}, {"name": "b", "title": "Title of a"}])
def test_a_newer_posting_without_marks_and_with_the_name_or_title_is_a_probable_match(alike: dict[str, str]) -> None:
    world, still = pending(), Still()
    unmarked(world, "P2")
    world.api.postings["P2"] |= alike
    settled = looked(world, settling=still.settling, since=still.now)
    assert (settled.adopted, settled.absent) == ({}, {})
    assert words(settled, 2).startswith("posting P2 appeared since, with its name or title and without our marks")
    assert "--adopt P2`" in words(settled, 2)
    assert still.now >= 5000.0 + REQUEST_S + SETTLE_S, "the marked one may still be listed"
    assert world.state.unknown()
    again = looked(world, taken_for_absent=True)
    assert again.absent.keys() == {op(2)}, "somebody looked, and it is another one"


def test_what_was_there_before_or_is_not_alike_is_no_match() -> None:
    world = pending("drop")
    old = {"name": "a", "title": "Title of a", "metadata": {}}
    world.api.copy("P1", "P7", **old, created_at=900.0)
    world.api.copy("P1", "P8", name="b", title="Another", metadata={})
    world.api.copy("P1", "P9", **old)
    world.api.postings["P9"]["metadata"] = {"heymilo-ops": "acme/staging/a@1"}
    assert looked(world).absent.keys() == {op(2)}


def test_what_is_as_new_as_the_newest_was_is_a_match_unless_it_was_there() -> None:
    for posting_id, found in (("P1", {}), ("P7", {op(2)})):
        world = pending("drop")
        if posting_id == "P7":
            world.api.copy("P1", "P7", created_at=1001.0)
        world.api.postings[posting_id] |= {"name": "a", "metadata": {}}
        store = world.store
        state = store.read()
        assert state is not None
        store.write(state.model_copy(update={"postings": {}}))
        assert looked(world).open.keys() == set(found)


def test_without_a_high_water_mark_whatever_is_alike_is_a_match() -> None:
    world = World(FakeHeyMilo(fault=on("create", "drop")))
    world.want(posting("a"))
    world.api.fault = lambda *_: None
    world.api.create({"name": "a", "title": "x", "metadata": {}})
    assert looked(world).open.keys() == {op(1)}


def test_what_the_state_knows_is_no_match() -> None:
    world = World()
    world.want(posting("z"))
    world.api.fault = on("create", "drop")
    world.want(posting("a", ops={"moved_from": "z"}), seen=high_water(world.api.list_all()))
    world.api.touch("P1", name="a", metadata={}, created_at=2000.0)
    assert looked(world).absent.keys() == {op(2)}


# another attempt's


def sent_twice(second: str) -> World:
    """Attempt 1 was hidden for too long, and attempt 2 is pending."""
    world = pending()
    world.api.hidden = {"P2"}
    looked(world)
    world.api.fault = on("create", second)
    world.want(posting("a"), posting("z"))
    world.api.fault = lambda *_: None
    world.api.hidden = set()
    world.api.calls = []
    (intent,) = world.state.unknown()
    assert (intent.op_id, intent.attempt) == (op(2), 2)
    return world


def test_an_earlier_attempt_that_shows_is_adopted_once_the_later_had_its_time() -> None:
    world, still = sent_twice("drop"), Still()
    settled = looked(world, settling=still.settling, since=still.now)
    assert settled.adopted[op(2)].posting_id == "P2"
    assert still.now >= 5000.0 + REQUEST_S + SETTLE_S
    assert world.state.postings["a"].posting_id == "P2"


def test_both_attempts_are_reported_and_neither_is_taken() -> None:
    world = sent_twice("lose")
    settled = looked(world)
    assert "several postings of that operation: P2, P3;" in words(settled, 2)
    assert world.state.unknown()


# late evidence


def test_a_late_record_finds_what_the_list_does_not_show() -> None:
    world = pending()
    world.api.hidden = {"P2"}
    leave(world, "P2")
    settled = looked(world, settling=replace(AT_ONCE, sleep=pytest.fail))
    assert settled.adopted[op(2)].posting_id == "P2"
    assert lists(world) == 1


def test_a_late_record_finds_what_lost_its_marks() -> None:
    world = pending()
    unmarked(world, "P2")
    leave(world, "P2")
    assert looked(world).adopted[op(2)].posting_id == "P2"
    assert world.state.postings["a"].posting_id == "P2"


def test_a_late_record_of_what_the_list_shows_changes_nothing() -> None:
    world = pending()
    leave(world, "P2")
    assert looked(world).adopted[op(2)].posting_id == "P2"


def test_a_late_record_beside_another_attempts_posting_makes_two() -> None:
    world = sent_twice("lose")
    unmarked(world, "P3")
    leave(world, "P3")
    assert "several postings of that operation: P2, P3;" in words(looked(world), 2)


@pytest.mark.parametrize("changes", [{"attempt": 2}, {"op_id": "f" * 32}])
def test_a_late_record_of_something_else_is_no_evidence(changes: dict[str, Any]) -> None:
    world = pending("drop")
    leave(world, "P1", **changes)
    assert looked(world).absent.keys() == {op(2)}


@pytest.mark.parametrize("owner", ["other/production/a@1", "acme/sandbox/a@1", "acme/production/a@1"])
def test_a_late_record_of_what_carries_other_marks_is_no_evidence(owner: str) -> None:
    world = pending("drop")
    world.api.copy("P1", "P9", name="theirs", title="Theirs", metadata={OWNER: owner, OPERATION: f"{'9' * 32}/1"})
    leave(world, "P9")
    assert looked(world).absent.keys() == {op(2)}


def test_a_late_record_of_what_is_on_record_is_no_evidence() -> None:
    world = pending("drop")
    unmarked(world, "P1")
    leave(world, "P1")
    assert looked(world).absent.keys() == {op(2)}


def test_a_late_record_of_what_was_deleted_is_no_evidence() -> None:
    world = pending()
    leave(world, "P2")
    world.api.deleted = {"P2"}
    assert looked(world).absent.keys() == {op(2)}


# updates and archives


@pytest.mark.parametrize("kind", ["update", "archive"])
def test_a_change_that_shows_is_adopted_at_once(kind: str) -> None:
    world = pending("lose", kind)
    settled = looked(world, settling=replace(AT_ONCE, sleep=pytest.fail))
    assert [live.posting_id for live in settled.adopted.values()] == ["P1"]
    entry = world.state.postings["a"]
    assert (entry.revision, entry.status) == ((2, "active") if kind == "update" else (1, "archived"))
    assert lists(world) == 1


@pytest.mark.parametrize("kind", ["update", "archive"])
def test_a_change_that_does_not_show_in_time_is_done_again(kind: str) -> None:
    world, still = pending("drop", kind), Still()
    before = world.state.postings
    settled = looked(world, settling=still.settling, since=still.now)
    assert [intent.kind for intent in settled.absent.values()] == [kind]
    assert still.now >= 5000.0 + REQUEST_S + SETTLE_S
    assert world.state.postings == before
    assert world.state.watched == (), "it does no harm when it comes late"
    wanted = [posting("a", max_retakes=1)] if kind == "update" else []
    assert [outcome.action for outcome in world.want(posting("z"), *wanted)] == [kind]


@pytest.mark.parametrize("kind", ["update", "archive"])
def test_what_was_deleted_is_archived_and_was_not_updated(kind: str) -> None:
    world = pending("lose", kind)
    world.api.deleted = {"P1"}
    settled = looked(world)
    assert (len(settled.adopted), len(settled.absent)) == ((0, 1) if kind == "update" else (1, 0))
    assert world.state.postings["a"].status == ("active" if kind == "update" else "archived")


def test_an_update_whose_marks_are_gone_or_of_another_operation_was_not_made() -> None:
    for metadata in ({}, {"heymilo-ops": "acme/production/a@2", OPERATION: "f" * 32 + "/1"}):
        world = pending("lose", "update")
        world.api.postings["P1"]["metadata"] = metadata
        assert looked(world).absent


# broken off


def test_who_asks_to_stop_while_it_waits_is_heard() -> None:
    world, still = pending("drop"), Still()
    settled = looked(world, settling=still.settling, since=still.now, stopping=lambda: still.now > 5003)
    assert still.now < 5004
    assert (settled.adopted, settled.absent, settled.open) == ({}, {}, {})
    assert lists(world) == 1
    assert world.state.unknown()


def test_what_was_open_is_told_even_where_the_wait_is_broken_off() -> None:
    world = pending()
    world.api.copy("P2", "P0", created_at=None)
    assert looked(world, stopping=lambda: True).open.keys() == {op(2)}


def two() -> World:
    """Creates of a and b are pending: a was made."""
    world = World()
    world.want(posting("z"))
    world.api.fault = lambda kind, target, n: "lose" if target == "a" else "drop"
    world.want(posting("a"), posting("b"), posting("z"), seen=high_water(world.api.list_all()))
    world.api.fault = lambda *_: None
    world.api.calls = []
    return world


def test_a_heymilo_that_goes_away_in_the_middle_keeps_what_was_found() -> None:
    world = two()
    sent = len(world.api.writes)

    def goes(number: int) -> None:
        world.api.reading_fails = number == 2

    world.api.on_list = goes
    with pytest.raises(IncompleteReconciliationError) as caught:
        world.recover()
    assert isinstance(caught.value, UnreachableError)
    assert caught.value.message == "HeyMilo can't be reached"
    assert [live.posting_id for live in caught.value.settled.adopted.values()] == ["P2"]
    state = world.state
    assert state == caught.value.settled.state
    assert state.postings["a"].posting_id == "P2"
    assert [intent.address for intent in state.unknown()] == ["b"]
    assert len(world.api.writes) == sent


def test_only_what_is_asked_for_is_looked_for() -> None:
    world = two()
    settled = looked(world, only=frozenset({op(3)}))
    assert settled.absent.keys() == {op(3)}
    assert [intent.address for intent in world.state.unknown()] == ["a"]
    assert looked(world).adopted.keys() == {op(2)}


def test_nothing_that_is_asked_for_is_not_waited_for() -> None:
    world = two()
    assert looked(world, only=frozenset()) == Reconciliation(world.state, seen=high_water(world.api.list_all()))
    assert lists(world) == 2


@pytest.mark.parametrize("what", ["fail", "fail after", "die before", "die after"])
@pytest.mark.parametrize("number", range(1, 6))
def test_broken_off_at_any_write_it_is_looked_for_again(number: int, what: str) -> None:
    world = two()
    backend = FlakyBackend(number, what)
    backend._held = world.backend._held
    world.backend = backend
    raised = True
    try:
        world.recover()
        raised = False
    except (StateError, Killed):
        pass
    assert raised or what.startswith("fail"), "what is left over may fail to go"
    backend.calm()
    world.recover()
    state: State = world.state
    assert state.unknown() == ()
    assert state.postings["a"].posting_id == "P2"
    assert [(each.op_id, each.attempt) for each in state.watched] == [(op(3), 1)]


def test_marks_of_another_project_or_workspace_are_not_ours() -> None:
    for owner in ("other/production/a@1", "acme/staging/a@1"):
        world = pending()
        world.api.postings["P2"]["metadata"]["heymilo-ops"] = owner
        assert looked(world).absent.keys() == {op(2)}


def test_an_intent_without_a_digest_has_no_title_to_compare() -> None:
    world = pending("drop")
    store, (intent,) = world.store, world.state.unknown()
    bare: Intent = intent.model_copy(update={"digest": None})
    state = store.read()
    assert state is not None
    store.write(state.model_copy(update={"pending": (bare,)}))
    world.api.copy("P1", "P7", name="b", title="Title of a", metadata={})
    assert looked(world).absent.keys() == {op(2)}

"""The journal beside the state: what is read after any sequence of writes, failures, crashes and takeovers."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.errors import StateError
from heymilo_ops.model.record import Opened, Retried
from heymilo_ops.model.state import Intent, LastApply, Position, State
from heymilo_ops.review.advice import help_text
from heymilo_ops.statefile import journal
from heymilo_ops.statefile import lease as lease_module
from heymilo_ops.statefile.backend import Backend, Conflict, MovedError, Stored, UnsavedError
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.journal import STATE_KEY, entry_key, entry_position
from heymilo_ops.statefile.lease import Holder, Process, unlock_lease
from heymilo_ops.statefile.store import StateStore
from tests.statefile.memory_backend import MemoryBackend

ADA = Holder("Ada", "apply", "ci-7", 4711, "2026-11-24T08:00:00+00:00")
BOB = Holder("Bob", "apply", "laptop", 12, "2026-11-24T09:00:00+00:00")


def added(number: int) -> Retried:
    """A record that leaves its number among what is pending."""
    facts = {"kind": "create", "op_id": f"{number:032x}", "address": "a", "action": "create"}
    return Retried(intent=Intent.model_validate({**facts, "at": "2027-01-01T00:00:00Z"}))


def numbers(state: State | None) -> list[int]:
    """The numbers of what was added, in order."""
    assert state is not None
    return [int(intent.op_id, 16) for intent in state.pending]


def begun(backend: Backend) -> StateStore:
    """A store whose state was written once."""
    store = StateStore(backend, "the/state")
    store.write(store.begin("acme", "production", "https://api.heymilo.ai"))
    return store


def fresh(backend: Backend) -> StateStore:
    """As another process opens it."""
    return StateStore(backend, "the/state")


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal.time, "sleep", lambda seconds: None)


# one after the other


def test_keys_sort_as_their_numbers_do() -> None:
    assert entry_position(entry_key(3, 41)) == (3, 41)
    assert [entry_position(each) for each in ("journal/x.json", "journal/1/2.txt", "late/1/2.json")] == [None] * 3
    assert sorted([entry_key(10, 1), entry_key(9, 2), entry_key(9, 10)]) == [
        entry_key(9, 2),
        entry_key(9, 10),
        entry_key(10, 1),
    ]


def test_nothing_is_added_to_what_was_not_read(backend: Backend) -> None:
    with pytest.raises(ValueError, match="nothing was read"):
        fresh(backend).append(added(1))


def test_what_is_added_is_one_document_and_read_again(backend: Backend) -> None:
    store = begun(backend)
    before = backend.get(STATE_KEY)
    first = store.append(added(1))
    second = store.append(added(2), added(3))
    assert backend.get(STATE_KEY) == before
    assert backend.list("journal/") == [entry_key(1, 1), entry_key(1, 2)]
    assert (first.serial, second.serial) == (2, 3)
    assert numbers(second) == [1, 2, 3]
    assert fresh(backend).read() == second


def test_a_fold_takes_it_in_and_leaves_nothing(backend: Backend) -> None:
    store = begun(backend)
    state = store.append(added(1))
    written = store.write(state)
    assert backend.list("journal/") == []
    assert (written.serial, written.journal) == (3, Position(epoch=1, seq=1))
    assert fresh(backend).read() == written
    assert numbers(store.append(added(2))) == [1, 2]
    assert backend.list("journal/") == [entry_key(1, 2)]


def test_documents_tell_whose_they_are_and_when(backend: Backend) -> None:
    store = begun(backend)
    with store.hold(ADA):
        store.append(added(1))
    found = backend.get(backend.list("journal/")[0])
    assert found is not None
    told = json.loads(found.data)
    assert (told["by"], told["epoch"], told["seq"], told["serial"]) == ("Ada", 1, 1, 1)
    assert told["at"].endswith("Z")


# what is left over after a crash means nothing


def test_what_was_folded_and_not_removed_means_nothing(backend: Backend) -> None:
    store = begun(backend)
    store.append(added(1))
    left = {key: backend.get(key) for key in backend.list("journal/")}
    state = store.append(added(2))
    written = store.write(state)
    for key, found in left.items():
        assert found is not None
        backend.create(key, found.data)
    assert fresh(backend).read() == written
    again = fresh(backend)
    again.read()
    assert numbers(again.append(added(3))) == [1, 2, 3]
    assert numbers(fresh(backend).read()) == [1, 2, 3]


def test_a_sweep_that_fails_is_no_failure() -> None:
    class Sticky(MemoryBackend):
        def delete(self, key: str) -> None:
            raise StateError("not now")

    store = begun(Sticky())
    written = store.write(store.append(added(1)))
    assert len(store.backend.list("journal/")) == 1
    assert fresh(store.backend).read() == written


# what can't be understood


def broken(backend: Backend, says: str) -> str:
    before = {key: backend.get(key) for key in backend.list("") if key != "lease.json"}
    with pytest.raises(StateError, match=says) as caught:
        fresh(backend).read()
    with pytest.raises(StateError, match=says), fresh(backend).hold(BOB):
        raise AssertionError("held")
    after = {key: backend.get(key) for key in backend.list("") if key != "lease.json"}
    assert after == before, "nothing is lost"
    return help_text(caught.value.help)


def replaced(backend: Backend, key: str, change: Callable[[bytes], bytes]) -> None:
    found = backend.get(key)
    assert found is not None
    backend.put(key, change(found.data), found.version)


def test_a_journal_without_its_state(backend: Backend) -> None:
    begun(backend).append(added(1))
    backend.delete(STATE_KEY)
    assert "state rebuild" in broken(backend, r"^the/state/state\.json is gone, and the journal .* is still there$")


def test_an_older_state_under_a_newer_journal(backend: Backend) -> None:
    store = begun(backend)
    old = backend.get(STATE_KEY)
    assert old is not None
    store.write(store.append(added(1)))
    store.append(added(2))
    replaced(backend, STATE_KEY, lambda _: old.data)
    says = r"^the/state/journal/00000001/000002\.json does not follow what is in the state"
    assert "Put back the state and the journal that belong together" in broken(backend, says)


def test_an_older_state_under_the_journal_of_a_later_holder(backend: Backend) -> None:
    begun(backend)
    old = backend.get(STATE_KEY)
    assert old is not None
    with (store := fresh(backend)).hold(ADA):
        state = store.read()
        assert state is not None
        store.write(store.append(added(1)))
    with (store := fresh(backend)).hold(BOB):
        store.append(added(2))
    replaced(backend, STATE_KEY, lambda _: old.data)
    broken(backend, r"/00000002/000001\.json does not follow")


def test_a_gap(backend: Backend) -> None:
    store = begun(backend)
    for number in (1, 2, 3):
        store.append(added(number))
    backend.delete(entry_key(1, 2))
    broken(backend, r"/000003\.json does not follow")


def test_a_document_under_another_number(backend: Backend) -> None:
    begun(backend).append(added(1))
    found = backend.get(entry_key(1, 1))
    assert found is not None
    backend.delete(entry_key(1, 1))
    backend.create(entry_key(1, 2), found.data)
    broken(backend, r"/000002\.json does not follow")


def test_a_document_of_another_state(backend: Backend) -> None:
    begun(backend).append(added(1))
    other = begun(MemoryBackend())
    other.append(added(1))
    found = other.backend.get(entry_key(1, 1))
    assert found is not None
    replaced(backend, entry_key(1, 1), lambda _: found.data)
    broken(backend, "does not follow")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda data: data[:40], "can't be understood: line"),
        (lambda data: b"", "it is empty"),
        (lambda data: data.replace(b'"retried"', b'"retired"'), "can't be understood: at /records"),
        (lambda data: data.replace(b'"format_version": 2', b'"format_version": 3'), "in format 3; this release"),
        (lambda data: b"<<<<<<< HEAD\n" + data, "unfinished git merge"),
    ],
)
def test_an_edited_document(backend: Backend, change: Callable[[bytes], bytes], says: str) -> None:
    begun(backend).append(added(1))
    replaced(backend, entry_key(1, 1), change)
    broken(backend, rf"^the/state/journal/00000001/000001\.json .*{says}")


def test_what_is_no_document_is_left_alone(backend: Backend) -> None:
    store = begun(backend)
    backend.create("journal/notes.json", b"mine")
    store.write(store.append(added(1)))
    assert backend.list("journal/") == ["journal/notes.json"]


# failures that may have gone through


class Shaky(MemoryBackend):
    """Fails as told at the next writes: ``fail`` before, ``lost`` after, ``retried`` conflicts with itself."""

    def __init__(self) -> None:
        super().__init__()
        self.plan: list[str] = []

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        what = self.plan.pop(0) if self.plan else "work"
        if what == "fail":
            raise StateError("no network")
        version = super().put(key, data, expected)
        if what == "lost":
            raise StateError("the answer was lost")
        if what == "retried":
            return super().put(key, data, expected)
        return version


def test_a_conflict_with_our_own_document_is_a_success() -> None:
    store = begun(shaky := Shaky())
    shaky.plan = ["retried"]
    assert numbers(store.append(added(1))) == [1]
    assert numbers(fresh(shaky).read()) == [1]


@pytest.mark.parametrize(("what", "expected"), [("fail", [2]), ("lost", [1, 2])])
def test_after_an_append_that_seemed_to_fail_the_next_goes_on(what: str, expected: list[int]) -> None:
    store = begun(shaky := Shaky())
    shaky.plan = [what]
    with pytest.raises(UnsavedError) as caught:
        store.append(added(1))
    assert numbers(caught.value.state) == [1]
    assert numbers(store.append(added(2))) == expected
    assert numbers(store.append(added(3))) == [*expected, 3]
    assert numbers(fresh(shaky).read()) == [*expected, 3]


def fresh_state(backend: Backend) -> State:
    state = fresh(backend).read()
    assert state is not None
    return state


@pytest.mark.parametrize("what", ["fail", "lost"])
def test_a_fold_after_an_append_that_seemed_to_fail_passes_over_it(what: str) -> None:
    store = begun(shaky := Shaky())
    state = store.append(added(1))
    shaky.plan = [what]
    with pytest.raises(UnsavedError):
        store.append(added(2))
    late = shaky.get(entry_key(1, 2))
    seen = fresh_state(shaky)
    written = store.write(state)
    assert fresh(shaky).read() == written
    assert written.serial > seen.serial, "what somebody read meanwhile is told from it"
    if late:  # comes even later
        shaky.create(entry_key(1, 2), late.data)
    assert numbers(store.append(added(3))) == [1, 3]
    assert numbers(fresh_state(shaky)) == [1, 3]


@pytest.mark.parametrize("what", ["fail", "lost"])
def test_after_a_fold_that_seemed_to_fail_nothing_is_added_until_one_goes_through(what: str) -> None:
    store = begun(shaky := Shaky())
    state = store.append(added(1))
    shaky.plan = [what]
    with pytest.raises(UnsavedError):
        store.write(state)
    with pytest.raises(UnsavedError, match="nothing can be added") as caught:
        store.append(added(2))
    assert numbers(caught.value.state) == [1, 2]
    assert numbers(fresh_state(shaky)) == [1]
    written = store.write(state)
    assert fresh(shaky).read() == written
    assert numbers(store.append(added(2))) == [1, 2]
    assert numbers(fresh_state(shaky)) == [1, 2]


@dataclass
class Delayed(MemoryBackend):
    """A write that seems to fail and arrives later, as one over a network may."""

    delaying: str = ""
    waiting: list[tuple[str, bytes, str | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        if self.delaying and key.startswith(self.delaying):
            self.waiting.append((key, data, expected))
            self.delaying = ""
            raise StateError("no answer within 30 s")
        return super().put(key, data, expected)

    def arrive(self) -> int:
        """How many of the delayed writes still went through."""
        arrived = 0
        for each in self.waiting:
            with suppress(Exception):
                super().put(*each)
                arrived += 1
        return arrived


@pytest.mark.parametrize("what", [STATE_KEY, "journal/"])
def test_what_arrives_after_the_lock_was_given_back_changes_nothing(what: str) -> None:
    place = Delayed()
    begun(place)
    store = fresh(place)
    with store.hold(ADA):
        state = store.append(added(1))
        place.delaying = what
        with pytest.raises(UnsavedError):
            store.write(state) if what == STATE_KEY else store.append(added(2))
    other = fresh(place)
    with other.hold(BOB):
        assert numbers(other.append(added(3))) == [1, 3]
        assert place.arrive() == 0
        assert numbers(fresh_state(place)) == [1, 3]
        assert other.write(other.append(added(4))) == fresh_state(place)


# takeovers


@contextmanager
def taken_over(store: StateStore, other: StateStore) -> Iterator[None]:
    """``store`` is held, thinks so still, and lost it to ``other``."""
    with ExitStack() as stack:
        lock: Any = stack.enter_context(store.hold(ADA))
        store.append(added(1))
        assert unlock_lease(store.backend, lock.terms.lease_id)
        with other.hold(BOB):
            yield


def test_who_lost_the_lock_can_neither_add_nor_fold() -> None:
    backend = MemoryBackend()
    begun(backend)
    store, other = fresh(backend), fresh(backend)
    with taken_over(store, other):
        state = fresh_state(backend)
        assert backend.list("journal/") == [entry_key(1, 1), entry_key(1, 2)]
        assert state.serial == 2, "a seal does not count"
        assert numbers(other.append(added(2))) == [1, 2]
        for _ in range(2):
            with pytest.raises(MovedError) as caught:
                store.append(added(9))
            assert numbers(caught.value.state) == [1, 9]
            with pytest.raises(MovedError):
                other.write(caught.value.state)
            with pytest.raises(MovedError):
                store.write(state.model_copy(update={"journal": Position(epoch=1, seq=1)}))
        assert numbers(fresh_state(backend)) == [1, 2]
        assert other.write(other.append(added(3))) == fresh_state(backend)
    assert numbers(fresh_state(backend)) == [1, 2, 3]


def test_who_folds_just_before_it_is_taken_over_is_heard() -> None:
    """Paused between the fold and the end: the next holder goes on from there."""
    backend = MemoryBackend()
    begun(backend)
    store, other = fresh(backend), fresh(backend)
    with ExitStack() as stack:
        lock: Any = stack.enter_context(store.hold(ADA))
        written = store.write(store.append(added(1)))
        unlock_lease(backend, lock.terms.lease_id)
        with other.hold(BOB):
            assert fresh_state(backend).serial == written.serial
            with pytest.raises(MovedError):
                store.append(added(9))
            with pytest.raises(MovedError):
                store.write(written)
            other.append(added(2))
    assert numbers(fresh_state(backend)) == [1, 2]


def test_a_first_holder_that_wrote_nothing_yet_can_be_taken_over() -> None:
    backend = MemoryBackend()
    first, second, third = (fresh(backend) for _ in range(3))
    with ExitStack() as stack:
        lock: Any = stack.enter_context(first.hold(ADA))
        unlock_lease(backend, lock.terms.lease_id)
        with second.hold(BOB):
            mine = first.write(first.begin("acme", "production", "x"))  # wakes, and is the first to write
            with pytest.raises(MovedError):
                second.write(second.begin("acme", "production", "x"))
        with third.hold(BOB):
            assert third.read() == mine.model_copy(
                update={"write_id": fresh_state(backend).write_id, "journal": Position(epoch=1, seq=1)}
            )
            with pytest.raises(MovedError):
                first.append(added(9))
            third.append(added(1))
    assert numbers(fresh_state(backend)) == [1]


def test_in_a_folder_an_epoch_that_was_not_ended_is_sealed(folder: FolderBackend) -> None:
    begun(folder)
    crashed = fresh(folder)
    with crashed.hold(ADA):
        crashed.append(added(1))
    store = fresh(folder)
    with store.hold(BOB):
        assert folder.list("journal/") == [entry_key(1, 1), entry_key(1, 2)]
        assert store.append(added(2)).journal == Position(epoch=2, seq=1)
    assert numbers(fresh_state(folder)) == [1, 2]


def test_an_epoch_is_sealed_once() -> None:
    backend = MemoryBackend()
    begun(backend)
    store = fresh(backend)
    with store.hold(ADA):
        store.append(added(1))
    for _ in range(3):
        with fresh(backend).hold(BOB):
            pass
    assert backend.list("journal/") == [entry_key(1, 1), entry_key(1, 2)]


def test_seals_are_kept_for_a_hundred_holdings() -> None:
    backend = MemoryBackend()
    begun(backend)
    for number in range(1, 104):
        with (store := fresh(backend)).hold(ADA):
            state = store.append(added(number))
            if number != 1:  # the first doesn't come to its end
                store.write(state.model_copy(update={"pending": ()}))
        seal = entry_key(1, 2)
        assert backend.list("journal/") == ([seal] if 1 < number < 102 else [entry_key(1, 1)] if number == 1 else [])


def test_a_holder_that_never_stops_writing_is_told() -> None:
    class Busy(MemoryBackend):
        def create(self, key: str, data: bytes) -> str:
            if key.startswith("journal/") and b'"sealed"' in data:
                entry = json.loads(data)
                entry["records"], entry["write_id"] = [], "theirs"
                super().create(key, json.dumps(entry).encode())
            return super().create(key, data)

    backend = Busy()
    store = begun(backend)
    store.append(added(1))
    with pytest.raises(StateError, match="keeps writing"), fresh(backend).hold(BOB):
        raise AssertionError("held")


def test_a_document_that_was_taken_away_at_once_is_written_again() -> None:
    class Vanishing(MemoryBackend):
        busy = True

        def create(self, key: str, data: bytes) -> str:
            if key.startswith("journal/") and self.busy:
                self.busy = False
                raise Conflict(key)
            return super().create(key, data)

    store = begun(backend := Vanishing())
    assert numbers(store.append(added(1))) == [1]
    assert numbers(fresh_state(backend)) == [1]


# readers beside a writer


@pytest.mark.parametrize("kind", ["memory", "folder"])
def test_a_reader_without_the_lock_gets_the_state_of_some_moment(
    kind: str, folder: FolderBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    backend: Backend = folder if kind == "folder" else MemoryBackend()
    begun(backend)
    ended, seen, failed = threading.Event(), [], []

    def reading() -> None:
        while not ended.is_set():
            try:
                seen.append(fresh_state(backend))
            except StateError as error:  # pragma: no cover - only where the test fails
                failed.append(error)

    readers = [threading.Thread(target=reading) for _ in range(2)]
    for each in readers:
        each.start()
    number, moments = 0, {}
    try:
        for _ in range(12):
            with (store := fresh(backend)).hold(ADA):
                state = store.read()
                for _ in range(4):
                    state = store.append(added(number := number + 1))
                    moments[state.serial] = numbers(state)
                assert state is not None
                state = store.write(state)
                moments[state.serial] = numbers(state)
    finally:
        ended.set()
        for each in readers:
            each.join()
    assert failed == []
    assert len(seen) > 4
    assert all(numbers(each) == moments.get(each.serial, []) for each in seen)


def test_a_fold_between_the_list_and_the_reads_is_noticed() -> None:
    class Folding(MemoryBackend):
        between: Callable[[], object] | None = None

        def get(self, key: str) -> Stored | None:
            if key.startswith("journal/") and self.between:
                between, self.between = self.between, None
                between()
            return super().get(key)

    backend = Folding()
    store = begun(backend)
    state = store.append(added(1))
    backend.between = lambda: store.write(state)
    assert numbers(fresh_state(backend)) == [1]
    assert backend.between is None


# any sequence


class Crash(BaseException):
    """The process ends here."""


class Line:
    """One process's way to the place: it fails or ends at a call, before or after the call took effect."""

    def __init__(self, place: MemoryBackend) -> None:
        self.place = place
        self.fault: tuple[int, str] = (0, "")
        self.calls = 0
        self.ended = False

    def arm(self, number: int, what: str) -> None:
        self.fault, self.calls = (number, what), 0

    def _do(self, call: Callable[[], Any]) -> Any:
        if self.ended:
            raise Crash
        self.calls += 1
        number, what = self.fault
        if self.calls != number:
            return call()
        if what.endswith("after"):
            call()
        if what.startswith("crash"):
            self.ended = True
            raise Crash
        raise StateError("no network")

    def get(self, key: str) -> Stored | None:
        found: Stored | None = self._do(lambda: self.place.get(key))
        return found

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        return str(self._do(lambda: self.place.put(key, data, expected)))

    def create(self, key: str, data: bytes) -> str:
        return str(self._do(lambda: self.place.create(key, data)))

    def list(self, prefix: str) -> list[str]:
        return list(self._do(lambda: self.place.list(prefix)))

    def delete(self, key: str) -> None:
        self._do(lambda: self.place.delete(key))


class Runs:
    """Processes one after the other on one place, some of which don't know that their time is over."""

    def __init__(self) -> None:
        self.place = MemoryBackend()
        begun(self.place)
        self.pid = 0
        self.gone: set[int] = set()
        self.current: tuple[StateStore, Line, ExitStack] | None = None
        self.old: list[tuple[StateStore, Line, ExitStack]] = []
        self.fenced = 0
        self.number = 0
        self.acknowledged: list[int] = []
        self.tried: list[int] = []
        self.settled: list[int] = []
        self.serial = 0

    def process(self) -> Process:
        return Process("boot", "namespace", self.pid, "1")

    def take(self, fault: tuple[int, str]) -> None:
        """A new process takes the lock; who had it is taken for dead, and is not."""
        if self.current:
            self.old.append(self.current)
        self.gone.add(self.pid)
        self.pid += 1
        line, stack = Line(self.place), ExitStack()
        line.arm(*fault)
        store = fresh(line)
        self.current = None
        try:
            stack.enter_context(store.hold(ADA))
        except (StateError, Crash):
            line.ended = True
            return
        line.arm(0, "")
        self.current = (store, line, stack)
        self.fenced = len(self.old)

    def end(self) -> None:
        """The current process gives the lock back."""
        if self.current:
            with suppress(Crash):
                self.current[2].close()
        self.current = None

    def add(self, fault: tuple[int, str]) -> None:
        if self.current:
            self._add(*self.current, fault)

    def fold(self, fault: tuple[int, str]) -> None:
        if self.current:
            store, line, stack = self.current
            state = store.state
            assert state is not None
            changed = state.model_copy(update={"last_apply": LastApply(plan_digest="x", status="done")})
            self._do(lambda: store.write(changed), line, stack, fault, [])

    def wake(self, which: int, folds: bool) -> None:
        """A process that is taken for dead goes on. Until another had the lock for certain, it may."""
        if len(self.old) > self.fenced:
            with suppress(MovedError):  # somebody may have sealed it, and ended before anything else
                self._add(*self.old[-1], (0, ""))
        elif self.old:
            store = self.old[which % len(self.old)][0]
            state = store.state
            assert state is not None
            with pytest.raises((MovedError, UnsavedError)):
                store.write(state) if folds else store.append(added(999))

    def _add(self, store: StateStore, line: Line, stack: ExitStack, fault: tuple[int, str]) -> None:
        self.number += 1
        self.tried.append(self.number)
        self._do(lambda: store.append(added(self.number)), line, stack, fault, [self.number])

    def _do(
        self,
        write: Callable[[], State],
        line: Line,
        stack: ExitStack,
        fault: tuple[int, str],
        acknowledges: list[int],
    ) -> None:
        line.arm(*fault)
        try:
            state = write()
        except Crash:
            with suppress(Crash):
                stack.close()
            self.current = None
        except UnsavedError:
            line.arm(0, "")
        else:
            line.arm(0, "")
            self.acknowledged += acknowledges
            assert state.model_dump() == fresh_state(self.place).model_dump(), "it knows what is stored"
            self.settled = numbers(state)

    def check(self) -> None:
        state = fresh_state(self.place)
        found = numbers(state)
        assert [each for each in found if each in self.acknowledged] == self.acknowledged
        assert found == sorted(found)
        assert set(found) <= set(self.tried)
        assert found[: len(self.settled)] == self.settled, "what was told once stays"
        assert state.serial >= self.serial
        self.serial = state.serial

    def close(self) -> None:
        self.end()
        for _, _, stack in self.old:
            stack.close()


FAULT = st.one_of(
    st.just((0, "")),
    st.tuples(st.integers(1, 9), st.sampled_from(["fail before", "fail after", "crash before", "crash after"])),
)
ACTION = st.one_of(
    st.tuples(st.just("take"), FAULT),
    st.tuples(st.just("end")),
    st.tuples(st.just("add"), FAULT),
    st.tuples(st.just("add"), FAULT),
    st.tuples(st.just("fold"), FAULT),
    st.tuples(st.just("wake"), st.integers(0, 3), st.booleans()),
)


@given(st.lists(ACTION, min_size=3, max_size=25))
@settings(max_examples=150, deadline=None)
def test_any_sequence_of_writes_failures_crashes_and_takeovers(actions: list[tuple[Any, ...]]) -> None:
    runs = Runs()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lease_module, "this_process", runs.process)
        patch.setattr(Process, "is_gone", lambda process: process.pid in runs.gone)
        patch.setattr(journal.time, "sleep", lambda seconds: None)
        try:
            runs.take((0, ""))
            for action in actions:
                getattr(runs, action[0])(*action[1:])
                runs.check()
        finally:
            runs.close()
            runs.check()


def test_a_plan_that_was_opened_counts_for_readers(backend: Backend) -> None:
    store = begun(backend)
    store.append(Opened(plan_digest="p1", intents=()))
    state = fresh_state(backend)
    assert state.last_apply == LastApply(plan_digest="p1", status="open")

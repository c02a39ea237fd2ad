"""Safeguards of the lock, the journal and the state."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from tests.guarantees.kinds import Safeguard, no, nothing, put, tests, traces, yes


@contextmanager
def free_for_all(*_: Any) -> Any:
    yield


def expiry_believed(patch: pytest.MonkeyPatch) -> None:
    """A lease is over when its own words say so, by whatever clock wrote them."""
    from heymilo_ops.statefile import lease

    original = lease.decode_lease

    def decode(data: bytes) -> Any:
        terms = original(data)
        return replace(terms, released=True) if lease._is_over(terms) else terms

    patch.setattr(lease, "decode_lease", decode)


def counted_from_the_end(patch: pytest.MonkeyPatch) -> None:
    """A term counts from when its renewal was answered."""
    from heymilo_ops.statefile.lease import Lease

    original = Lease.renew

    def renew(self: Lease) -> bool:
        held = original(self)
        if held:
            self._until = self._timing.clock() + self._timing.term_s
        return held

    patch.setattr(Lease, "renew", renew)


def lock_not_asked_by_the_sender(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply.send import Sender
    from heymilo_ops.statefile.lock import Flock

    original = Sender.__init__

    def init(self: Sender, *args: Any, **more: Any) -> None:
        original(self, *args, **more)
        self._context = replace(self._context, lock=Flock())

    patch.setattr(Sender, "__init__", init)


def gate_open(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.remote.client import Client

    patch.setattr(Client, "gate", property(lambda _: None, lambda *_: None), raising=False)


def gate_asked_once(patch: pytest.MonkeyPatch) -> None:
    """The gate is asked before the first time that a write is sent."""
    from heymilo_ops.remote.client import Client

    original = Client._patiently

    def patiently(self: Client, *request: Any) -> Any:
        gate, asked = self.gate, []

        def once() -> None:
            if not asked:
                asked.append(True)
                gate()  # type: ignore[misc]

        self.gate = once if gate else None
        try:
            return original(self, *request)
        finally:
            self.gate = gate

    patch.setattr(Client, "_patiently", patiently)


def floor_not_heeded(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.statefile import lease

    original = lease._after
    patch.setattr(lease, "_after", lambda held, _floor: original(held, 0))


def fenced_without_the_lock(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.statefile.store import StateStore

    fence = StateStore._fence
    patch.setattr(StateStore, "_fence", lambda self, lock=None: fence(self))


def state_not_compared(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.statefile.journal import STATE_KEY
    from heymilo_ops.statefile.store import StateStore

    def replaced(self: StateStore, data: bytes, _new: Any) -> str:
        found = self.backend.get(STATE_KEY)
        return self.backend.put(STATE_KEY, data, found.version if found else None)

    patch.setattr(StateStore, "_put", replaced)


def numbers_taken_twice(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.statefile import journal

    def append(backend: Any, entry: Any) -> None:
        key = journal.entry_key(entry.epoch, entry.seq)
        found = backend.get(key)
        backend.put(key, journal.encode_record(entry), found.version if found else None)

    patch.setattr(journal, "append_entry", append)


def unreadable_is_empty(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.errors import StateError
    from heymilo_ops.statefile.store import StateStore

    original = StateStore.read

    def read(self: StateStore) -> Any:
        try:
            return original(self)
        except StateError:
            return None

    patch.setattr(StateStore, "read", read)


def snapshots_believed(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.statefile import store

    patch.setattr(store, "decode_snapshot", lambda data, place: store.decode_record(store.Snapshot, data, place))


def written_in_place(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.statefile import folder

    def in_place(path: Any, data: bytes) -> None:
        path.unlink(missing_ok=True)
        folder._write_durably(path, data)

    patch.setattr(folder, "_replace", in_place)


def not_synced(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.statefile import folder

    patch.setattr(folder, "_write_durably", lambda path, data: path.write_bytes(data))


def bucket_refusals_believed(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.statefile.backend import Conflict
    from heymilo_ops.statefile.object_store import ConditionFailed, ObjectStoreBackend

    def write(self: Any, key: str, data: bytes, tag: str | None) -> str:
        try:
            return str(self.send(key, data, tag))
        except ConditionFailed:
            raise Conflict(key) from None

    patch.setattr(ObjectStoreBackend, "_write", write)


def conflicts_believed(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.statefile.backend import Conflict
    from heymilo_ops.statefile.store import StateStore

    def put_once(self: StateStore, data: bytes, new: Any) -> str:
        try:
            return self.backend.put("state.json", data, self._version)
        except Conflict:
            raise self._moved(new) from None

    patch.setattr(StateStore, "_put", put_once)


def never_probed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("heymilo_ops.statefile.object_store.probe_bare_tags", lambda *_: False)


def the_same_ids(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("heymilo_ops.statefile.store.secrets", SimpleNamespace(token_hex=lambda size: "0" * 2 * size))


def branch_pushed_over(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.statefile.git_branch import GitBranchBackend

    def push(self: Any, _tip: str | None, made: str) -> None:
        self._transport.network("push", "--quiet", "--force", self._branch.remote, f"{made}:{self._ref}")

    patch.setattr(GitBranchBackend, "_push", push)


LOCK: tuple[Safeguard, ...] = (
    Safeguard(
        "flock",
        "In a folder, one process at a time holds the lock, by the operating system.",
        "Two people would apply at once.",
        put("statefile.lock._flock", by=free_for_all),
        tests("statefile/test_lock.py", "test_somebody_elses_lock_is_printed_whole", "test_waiting_ends"),
    ),
    Safeguard(
        "lease",
        "Elsewhere, a lease that its holder renews is not taken over.",
        "Two people would apply at once.",
        put("statefile.lease.Process.is_gone", by=yes),
        tests("statefile/test_lease.py", "test_a_lease_that_is_renewed_is_not_taken"),
    ),
    Safeguard(
        "lease-watched",
        "A lease is over when somebody watched it for a whole term without a renewal, and not by what a clock says.",
        "A clock that is wrong by minutes would take the lock from somebody who holds it.",
        expiry_believed,
        tests("statefile/test_lease.py", "test_a_clock_that_is_ahead_does_not_take_a_lease_that_is_alive"),
    ),
    Safeguard(
        "holder-stops-first",
        "The holder counts its term from before the renewal was sent, so it stops before anybody may take over.",
        "For the time that a renewal was under way two would think that they hold the lock.",
        counted_from_the_end,
        tests("statefile/test_lease.py", "test_the_time_that_a_write_takes_is_not_held"),
    ),
    Safeguard(
        "lease-before-each-send",
        "Before each request that writes, the lock must be held for certain, for longer than any request takes.",
        "A process that slept would send what somebody else is sending.",
        lock_not_asked_by_the_sender,
        tests("apply/test_settling.py", "test_without_the_lock_nothing_more_is_sent"),
    ),
    Safeguard(
        "lease-is-honest",
        "A lease that was lost, or not renewed in time, says so when asked.",
        "A process that slept past its lease would go on sending.",
        put("statefile.lease.Lease.require", by=nothing),
        traces("asleep_before_the_send"),
    ),
    Safeguard(
        "lease-after-each-wait",
        "The lock is asked once more each time the same request is sent again after a 429.",
        "A process that waited for HeyMilo's patience would send after its lease.",
        gate_asked_once,
        tests("remote/test_client.py", "test_the_gate_is_asked_again_after_a_429"),
    ),
    Safeguard(
        "lease-at-the-wire",
        "The lock is asked after all waits for the rate limit, right before a write leaves.",
        "A process that waited for the rate limit would send after its lease.",
        gate_open,
        tests("remote/test_client.py", "test_a_closed_gate_lets_no_write_through"),
    ),
    Safeguard(
        "epochs-only-grow",
        "Each holding of the lock has a higher number than any before, even where the lease's document was lost.",
        "Two holders would write under one number, and neither would be refused.",
        floor_not_heeded,
        tests("statefile/test_lease.py", "test_the_epoch_is_higher_than_any_that_is_known"),
    ),
    Safeguard(
        "seal",
        "Whoever takes over takes the next number of the journal too, so that a holder who wakes can't write.",
        "A process that slept would add to the journal under somebody else's feet.",
        put("statefile.journal.seal_epoch", by=nothing),
        (
            *tests("statefile/test_journal.py", "test_who_lost_the_lock_can_neither_add_nor_fold"),
            *traces("asleep_before_the_outcome"),
        ),
    ),
    Safeguard(
        "fence",
        "Whoever takes over replaces state.json by itself, so that a holder who wakes can't replace it.",
        "A process that slept would put its old state over a newer one.",
        put("statefile.store.StateStore._fence", by=nothing),
        traces("asleep_before_the_fold"),
    ),
    Safeguard(
        "fence-asks-the-lock",
        "Whoever fences makes sure that it holds the lock itself, once it has read what it replaces.",
        "A process that was taken over while it took over would fence its successor.",
        fenced_without_the_lock,
        traces("asleep_while_taking_over"),
    ),
)

STATE: tuple[Safeguard, ...] = (
    Safeguard(
        "state-compared",
        "The state replaces exactly the version that was read, or nothing.",
        "Of two writers the later would undo the earlier.",
        state_not_compared,
        (
            *tests("statefile/test_store.py", "test_a_state_that_moved_is_not_overwritten"),
            *traces("asleep_before_the_fold"),
        ),
    ),
    Safeguard(
        "numbers-once",
        "A number of the journal is taken once.",
        "Of two writers the later would erase what the earlier sent.",
        numbers_taken_twice,
        tests("statefile/test_journal.py", "test_who_lost_the_lock_can_neither_add_nor_fold"),
    ),
    Safeguard(
        "documents-follow",
        "A document of the journal counts only where it continues the state: lineage, serial, no gap.",
        "A journal of another state, or with a lost part, would be taken for the truth.",
        put("statefile.journal._follows", by=yes),
        tests(
            "statefile/test_journal.py",
            "test_a_gap",
            "test_a_document_of_another_state",
            "test_an_older_state_under_a_newer_journal",
        ),
    ),
    Safeguard(
        "no-older-state",
        "A state that knows less than what is stored is never written over it.",
        "Postings that were made since would be forgotten, and made again.",
        put("statefile.store._is_older", by=no),
        tests("statefile/test_store.py", "test_an_older_state_than_the_store_holds_is_refused"),
    ),
    Safeguard(
        "plan-of-this-state",
        "A plan is carried out only on the state it was made for: the same lineage, the same serial.",
        "What somebody else applied meanwhile would be made again.",
        put("apply.run.check_state", by=nothing),
        tests("apply/test_run.py", "test_a_state_that_moved_is_refused", "test_another_state_is_refused"),
    ),
    Safeguard(
        "live-as-planned",
        "Every posting that is about to change is read first, and must be as the plan saw it.",
        "What somebody changed in HeyMilo meanwhile would be undone unseen.",
        put("apply.run.check_live", by=lambda *_: {}),
        tests("apply/test_run.py", "test_a_posting_that_moved_since_the_plan_stops_everything"),
    ),
    Safeguard(
        "unreadable-is-not-empty",
        "A state that can't be read or understood is an error, and never taken for none.",
        "Everything would be made a second time.",
        unreadable_is_empty,
        tests("statefile/test_store.py", "test_a_state_that_can_not_be_read_is_not_overwritten"),
    ),
    Safeguard(
        "newer-is-refused",
        "A state that a newer release wrote in a newer format is refused, with the release that reads it.",
        "What this release doesn't know of it would be dropped.",
        put("statefile.format._refuse_newer", by=nothing),
        tests("statefile/test_format.py", "test_a_newer_format_names_the_release_that_wrote_it"),
    ),
    Safeguard(
        "snapshots-checked",
        "What was sent is kept, read back before it is relied on, and checked by its digest.",
        "A rollback would send what somebody edited.",
        snapshots_believed,
        tests("statefile/test_store.py", "test_an_edited_snapshot_is_not_taken_for_the_design"),
    ),
    Safeguard(
        "whole-or-not",
        "In a folder, a write goes to a file of its own that is then renamed: whole, or not at all.",
        "A crash would leave half a state.",
        written_in_place,
        tests("statefile/test_torn.py", "test_killed_at_any_operation_it_is_the_old_or_the_new_one"),
    ),
    Safeguard(
        "synced-before-renamed",
        "The file is synced before it is renamed, and so is its folder after it.",
        "A power cut would leave an empty state under the right name.",
        not_synced,
        tests("statefile/test_torn.py", "test_what_is_renamed_was_synced_and_so_is_its_name"),
    ),
    Safeguard(
        "folder-synced",
        "A name in a folder is durable before the write counts as done.",
        "A power cut would bring back the state of before, after the posting was made.",
        put("statefile.folder._sync_folder", by=nothing),
        tests("statefile/test_torn.py", "test_what_is_renamed_was_synced_and_so_is_its_name"),
    ),
    Safeguard(
        "refusals-read-back",
        "A write that a bucket refuses is looked at: bytes of our own that are there are a success.",
        "A request sent twice below us would look like somebody else's write, and the run would end.",
        bucket_refusals_believed,
        tests("statefile/test_bucket.py", "test_a_write_whose_bytes_are_there_is_written"),
    ),
    Safeguard(
        "conflicts-read-back",
        "The same for the state, whose write id tells our bytes from anybody else's.",
        "A state that was written would be reported as not saved.",
        conflicts_believed,
        tests("statefile/test_store.py", "test_a_conflict_with_our_own_bytes_is_a_success"),
    ),
    Safeguard(
        "store-is-probed",
        "Before its first write a bucket is asked whether it honours conditions.",
        "Locks and journals would hold nobody back where it doesn't, and nobody would know.",
        never_probed,
        tests("statefile/test_probe.py", "test_nothing_is_written_to_a_store_that_ignores_conditions"),
    ),
    Safeguard(
        "probe-expects-refusals",
        "A bucket that takes a write whose condition does not hold is refused.",
        "Locks and journals would hold nobody back there.",
        put("statefile.object_store._must_refuse", by=nothing),
        tests("statefile/test_probe.py", "test_a_store_that_ignores_a_condition_is_refused"),
    ),
    Safeguard(
        "new-ids",
        "Each write of the state and each document has an id that is new.",
        "Bytes of somebody else would be taken for our own, and a lost race for a won one.",
        the_same_ids,
        tests("statefile/test_store.py", "test_each_write_is_new"),
    ),
    Safeguard(
        "branch-by-lease",
        "A branch is pushed on the condition that the remote still has the commit that was read.",
        "Of two clones the later would erase what the earlier wrote.",
        branch_pushed_over,
        tests(
            "statefile/test_git_branch.py",
            "test_several_are_written_on_what_another_clone_wrote_meanwhile",
        ),
    ),
    Safeguard(
        "branch-of-its-own",
        "The remote's default branch, the one that is checked out, and any that holds more than folders of workspaces "
        "can't hold a state.",
        "Every apply would push commits on top of somebody's work, past its review and its checks.",
        put("statefile.git_branch.refuse_used_branch", by=nothing),
        (
            *tests(
                "statefile/test_branch_use.py",
                "test_the_default_branch_of_the_remote",
                "test_the_branch_that_is_checked_out",
                "test_a_branch_with_work_on_it",
            ),
            *tests("cli/test_places.py", "test_a_branch_with_work_on_it_holds_no_state"),
        ),
    ),
    Safeguard(
        "digests-of-past-forms",
        "A digest that an earlier release recorded, in the state or in a mark, is matched under the canonical form of "
        "that release too.",
        "An upgrade would hold or replace postings that nobody changed, make an open operation anew under another id, "
        "lift holds, and find no content for the marks of a lost state.",
        put("model.desired.Desired.readings", by=property(lambda self: (self,))),
        tests(
            "cli/test_upgrade.py",
            "test_without_its_snapshot_the_recorded_digest_is_still_matched",
            "test_an_operation_left_open_is_settled_after_the_upgrade[False]",
            "test_a_state_lost_under_the_old_release_is_rebuilt[True-manifest]",
            "test_a_state_lost_under_the_old_release_is_rebuilt[True-history]",
            "test_one_lost_posting_is_bound_by_its_mark",
            "test_a_hold_outlives_the_upgrade[False]",
        ),
    ),
)

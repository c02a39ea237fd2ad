"""Where each safeguard acts, and a test of the command line that gets there.

A safeguard that no command reaches keeps no promise: PL503 could not fire while nothing said that a list broke off. One
that a test in ``tests/cli/`` holds is reached, since that test is red without it. Every other one has a line here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "heymilo_ops"


@dataclass(frozen=True, slots=True)
class Reached:
    """A place in the product.

    Attributes:
        file: below ``heymilo_ops/``.
        text: of the line that runs where the safeguard acts, with lines before it where it alone is not unique.
        by: the node id of a test, below ``tests/cli/``, in which a command runs it.
    """

    file: str
    text: str
    by: str

    @property
    def line(self) -> int:
        """Its number. Raises ``ValueError`` where the text isn't there exactly once."""
        source = (PACKAGE / self.file).read_text(encoding="utf-8")
        if source.count(self.text) != 1:
            raise ValueError(f"{self.file} has {source.count(self.text)} times: {self.text}")
        return source[: source.index(self.text) + len(self.text)].count("\n") + 1


REACHED: dict[str, Reached] = {
    "adopted-as-compared": Reached(
        "apply/baselines.py",
        "return self._taken_over(name, entry, takeover, listed)",
        "test_adopt.py::test_a_posting_is_taken_over_by_one_patch_of_its_metadata",
    ),
    "edit-marked-first": Reached(
        "apply/converge.py",
        "self._send_values(POSTING, calls,",
        "test_edit_in_place.py::test_a_typo_is_one_patch_of_the_question_beside_that_of_the_marks",
    ),
    "taken-before-otherwise": Reached(
        "apply/converge.py",
        "self._sent.update((place, write.name)",
        "test_edit_in_place.py::test_a_typo_is_one_patch_of_the_question_beside_that_of_the_marks",
    ),
    "unlisted-question-waits": Reached(
        "apply/converge.py",
        "if unlisted := self._made",
        "test_edit_in_place.py::test_a_question_whose_create_was_not_answered_is_made_once",
    ),
    "alike-not-guessed": Reached(
        "apply/edit_scope.py",
        "if len(alike) > 1:",
        "test_edit_in_place.py::test_a_typo_is_one_patch_of_the_question_beside_that_of_the_marks",
    ),
    "begun-alike-not-guessed": Reached(
        "apply/edit_scope.py",
        "if len(made) > len(pointers):",
        "test_edit_in_place.py::test_a_question_whose_create_was_not_answered_is_made_once",
    ),
    "lease-in-an-edit": Reached(
        "apply/converge.py",
        "self.require_lock()",
        "test_edit_in_place.py::test_a_typo_is_one_patch_of_the_question_beside_that_of_the_marks",
    ),
    "half-edit-is-no-drift": Reached(
        "plan/decide.py",
        "if self.entry.half_edit is not None:  # then what differs is ours",
        "test_edit_in_place.py::test_a_half_done_edit_is_shown_as_that_and_finished",
    ),
    "edits-that-can-be-done": Reached(
        "plan/on_change.py",
        "barred = tuple(dict.fromkeys(obstacles(",
        "test_edit_in_place.py::test_a_typo_is_one_patch_of_the_question_beside_that_of_the_marks",
    ),
    "adopted-as-planned": Reached(
        "apply/requests.py",
        "if live.archived or moved_since(job.change.live, live):",
        "test_adopt.py::test_a_posting_is_taken_over_by_one_patch_of_its_metadata",
    ),
    "which-one-is-approved": Reached(
        "plan/change.py",
        "return tuple(sorted((*change.archives, *adopted)))",
        "test_adopt.py::test_a_posting_is_taken_over_by_one_patch_of_its_metadata",
    ),
    "no-command-reopens": Reached(
        "plan/lifecycle.py",
        'yield make_finding("PL140"',
        "test_closing.py::test_no_command_makes_a_closing_role_anew[command1]",
    ),
    "revert-digest": Reached(
        "plan/drift_verdict.py",
        "        overwritten(drift.open_fields),",
        "test_drift.py::test_a_saved_plan_reverts_what_its_reader_saw",
    ),
    "intents-first": Reached(
        "apply/run.py", "ledger.record(record.Opened(", "test_safety.py::test_an_empty_state_against_our_postings_stops"
    ),
    "sending-first": Reached(
        "apply/send.py",
        "ledger.record(record.Sending(ops=window",
        "test_safety.py::test_an_empty_state_against_our_postings_stops",
    ),
    "sent-once": Reached(
        "remote/client.py",
        "self.wrote = self.wrote or reply.reached",
        "test_settling.py::test_the_lock_is_needed_to_settle",
    ),
    "unclear-is-unknown": Reached(
        "remote/answer.py",
        "return UnknownAnswer(answered(status, message)",
        "test_guards.py::test_what_was_replaced_and_not_archived_is_finished",
    ),
    "refused-twice": Reached(
        "apply/send.py",
        "return len(self.answers) > 1 and self.last.says_the_same",
        "test_settling.py::test_the_lock_is_needed_to_settle",
    ),
    "silence-is-unknown": Reached(
        "remote/client.py",
        'return _Failure(f"the connection broke',
        "test_settling.py::test_the_lock_is_needed_to_settle",
    ),
    "outcome-before-told": Reached(
        "apply/send.py",
        "ledger.record(record.Confirmed(",
        "test_safety.py::test_an_empty_state_against_our_postings_stops",
    ),
    "unknown-not-sent": Reached(
        "apply/jobs.py",
        "for change in ordered if change.address not in pending)",
        "test_safety.py::test_an_empty_state_against_our_postings_stops",
    ),
    "unknown-not-planned": Reached(
        "plan/build.py",
        "yield Verdict(held, origin.findings",
        "test_settling.py::test_a_probable_match_is_reported_and_not_owned",
    ),
    "moves-wait-too": Reached(
        "apply/jobs.py", "barred = blocked(state)", "test_safety.py::test_an_empty_state_against_our_postings_stops"
    ),
    "unknown-is-told": Reached(
        "apply/run.py", "        Outcome(", "test_settling.py::test_a_probable_match_is_reported_and_not_owned"
    ),
    "new-before-old": Reached(
        "apply/send.py",
        "if outcome.result is not Result.DONE:\n                break",
        "test_settling.py::test_the_lock_is_needed_to_settle",
    ),
    "finish-replacing": Reached(
        "plan/superseded.py",
        "reason, effect = Reason(ReasonCode.FINISHES_REPLACING",
        "test_guards.py::test_what_was_replaced_and_not_archived_is_finished",
    ),
    "404-asked-twice": Reached(
        "apply/requests.py",
        "live = self._context.api.get(target) or self._context.api.get(target)",
        "test_safety.py::test_protect_survives_the_deletion_of_its_file",
    ),
    "same-operation": Reached(
        "apply/jobs.py",
        "op_id = abandoned[-1].op_id",
        "test_settling.py::test_what_can_not_be_looked_for_stays_open_until_the_next_apply",
    ),
    "only-what-is-asked-for": Reached(
        "apply/jobs.py",
        "abandoned = [watched for watched in open_ones if",
        "test_safety.py::test_an_empty_state_against_our_postings_stops",
    ),
    "closed-stays-closed": Reached(
        "apply/jobs.py",
        "closed = {watched.op_id for watched in self.state.watched",
        "test_safety.py::test_an_empty_state_against_our_postings_stops",
    ),
    "wait-for-absence": Reached(
        "apply/reconcile.py",
        "observer(Waiting(seconds,",
        "test_settling.py::test_absence_is_believed_only_after_a_wait",
    ),
    "two-lists-agree": Reached(
        "apply/reconcile.py",
        "reconciler.compare(_merged(first",
        "test_guards.py::test_what_was_replaced_and_not_archived_is_finished",
    ),
    "adopted-by-operation": Reached(
        "apply/reconcile.py",
        "self._adopt(intent, original.live)",
        "test_settling.py::test_an_answer_that_is_lost_is_found[truncate]",
    ),
    "first-only-where-dated": Reached(
        "apply/reconcile.py",
        "ReasonCode.COPY_LEFT_ALONE",
        "test_settling.py::test_a_copy_is_not_taken_for_the_original",
    ),
    "on-record-not-again": Reached(
        "apply/reconcile.py",
        "ReasonCode.ON_RECORD_AS_ANOTHER",
        "test_rare.py::test_a_posting_on_record_with_the_marks_of_what_is_looked_for",
    ),
    "probable-match": Reached(
        "apply/reconcile.py",
        "ReasonCode.LOOKS_ALIKE",
        "test_settling.py::test_a_probable_match_is_reported_and_not_owned",
    ),
    "late-records-are-evidence": Reached(
        "apply/reconcile.py",
        "return [live for posting_id in sorted(ids)",
        "test_settling.py::test_a_copy_is_not_taken_for_the_original",
    ),
    "late-commits-told": Reached(
        "plan/ownership_findings.py",
        "yield _late(inputs, changes",
        "test_rare.py::test_a_create_that_comes_after_everybody_gave_it_up",
    ),
    "lost-state-stops": Reached(
        "plan/ownership_findings.py",
        'return _finding("PL501.unknown" if',
        "test_safety.py::test_an_empty_state_against_our_postings_stops",
    ),
    "compared-whatever-the-time": Reached(
        "plan/drift.py",
        "differing = tuple(sorted(_differing(live, form",
        "test_drift.py::test_a_state_without_baselines_is_compared_as_before_and_gets_them",
    ),
    "flock": Reached(
        "statefile/lock.py",
        "raise lease.locked_error(request, _holder_name(backend)",
        "test_settling.py::test_the_lock_is_needed_to_settle",
    ),
    "lease": Reached(
        "statefile/lease.py",
        "raise _locked(held, request)",
        "test_rare.py::test_a_lock_is_waited_for_and_taken_over_from_who_may_still_write",
    ),
    "lease-watched": Reached(
        "statefile/lease.py",
        "over_at = clock() + timing.term_s",
        "test_rare.py::test_a_lock_is_waited_for_and_taken_over_from_who_may_still_write",
    ),
    "holder-stops-first": Reached(
        "statefile/lease.py",
        "self._until = began + self._timing.term_s",
        "test_rare.py::test_a_lock_is_waited_for_and_taken_over_from_who_may_still_write",
    ),
    "lease-before-each-send": Reached(
        "apply/send.py",
        "self._context.lock.require(NEEDED_S)",
        "test_safety.py::test_an_empty_state_against_our_postings_stops",
    ),
    "lease-is-honest": Reached(
        "statefile/lease.py",
        "if self.remaining() < seconds:",
        "test_places.py::test_a_request_that_is_sent_twice_below_us_is_no_other_writer",
    ),
    "lease-after-each-wait": Reached(
        "remote/client.py", "            self.gate()\n", "test_rare.py::test_somebody_elses_posting_has_the_name"
    ),
    "lease-at-the-wire": Reached(
        "remote/client.py",
        "                self.gate()",
        "test_safety.py::test_an_empty_state_against_our_postings_stops",
    ),
    "epochs-only-grow": Reached(
        "statefile/lease.py",
        "return max(last, floor) + 1",
        "test_places.py::test_a_request_that_is_sent_twice_below_us_is_no_other_writer",
    ),
    "seal": Reached(
        "statefile/store.py",
        "journal.seal_epoch(self.backend, like, epoch",
        "test_rare.py::test_a_lock_is_waited_for_and_taken_over_from_who_may_still_write",
    ),
    "fence": Reached(
        "statefile/store.py",
        "self._fence(lock)",
        "test_rare.py::test_a_lock_is_waited_for_and_taken_over_from_who_may_still_write",
    ),
    "fence-asks-the-lock": Reached(
        "statefile/store.py",
        "lock.require(_FENCE_S)",
        "test_rare.py::test_a_lock_is_waited_for_and_taken_over_from_who_may_still_write",
    ),
    "state-compared": Reached(
        "statefile/store.py",
        "return self.backend.put(STATE_KEY, data, self._version)",
        "test_safety.py::test_an_empty_state_against_our_postings_stops",
    ),
    "numbers-once": Reached(
        "statefile/journal.py",
        "        backend.create(key, data)",
        "test_safety.py::test_an_empty_state_against_our_postings_stops",
    ),
    "documents-follow": Reached(
        "statefile/journal.py",
        "return entry.lineage == state.lineage and seq == expected",
        "test_rare.py::test_a_lock_is_waited_for_and_taken_over_from_who_may_still_write",
    ),
    "no-older-state": Reached(
        "statefile/store.py",
        "or _is_older(state, self.state)):",
        "test_safety.py::test_an_empty_state_against_our_postings_stops",
    ),
    "plan-of-this-state": Reached(
        "apply/run.py", "    check_state(", "test_safety.py::test_an_empty_state_against_our_postings_stops"
    ),
    "live-as-planned": Reached(
        "apply/run.py",
        "check_live(jobs, context.api))",
        "test_safety.py::test_an_empty_state_against_our_postings_stops",
    ),
    "unreadable-is-not-empty": Reached(
        "statefile/format.py",
        "raise StateError(f\"{place} can't be understood",
        "test_safety.py::test_a_state_that_makes_no_sense",
    ),
    "newer-is-refused": Reached(
        "statefile/format.py",
        "if version > FORMAT_VERSION:\n        writer = ",
        "test_safety.py::test_a_state_that_makes_no_sense",
    ),
    "snapshots-checked": Reached(
        "statefile/format.py",
        '_edited(place, f"its {what} is not the one',
        "test_edited_snapshots.py::test_whatever_shows_an_edited_snapshot_says_so[1-args0]",
    ),
    "whole-or-not": Reached(
        "statefile/folder.py",
        "temporary.replace(path)",
        "test_safety.py::test_an_empty_state_against_our_postings_stops",
    ),
    "synced-before-renamed": Reached(
        "statefile/folder.py",
        "os.fsync(file.fileno())",
        "test_safety.py::test_an_empty_state_against_our_postings_stops",
    ),
    "folder-synced": Reached(
        "statefile/folder.py", "os.fsync(handle)", "test_safety.py::test_an_empty_state_against_our_postings_stops"
    ),
    "refusals-read-back": Reached(
        "statefile/object_store.py",
        "except ConditionFailed:\n            stored = self.get(key)",
        "test_places.py::test_a_request_that_is_sent_twice_below_us_is_no_other_writer",
    ),
    "conflicts-read-back": Reached(
        "statefile/store.py",
        "except Conflict:\n            stored = self.backend.get(STATE_KEY)",
        "test_rare.py::test_a_state_that_is_stored_and_reported_as_refused",
    ),
    "store-is-probed": Reached(
        "statefile/object_store.py",
        "self._bare = probe_bare_tags(",
        "test_places.py::test_a_request_that_is_sent_twice_below_us_is_no_other_writer",
    ),
    "probe-expects-refusals": Reached(
        "statefile/object_store.py",
        "send(key, _body(), tag)\n    except ConditionFailed:\n        return False",
        "test_places.py::test_a_request_that_is_sent_twice_below_us_is_no_other_writer",
    ),
    "new-ids": Reached(
        "statefile/store.py",
        "write_id=secrets.token_hex(8)",
        "test_safety.py::test_an_empty_state_against_our_postings_stops",
    ),
    "branch-by-lease": Reached(
        "statefile/git_branch.py",
        'lease = f"--force-with-lease=',
        "test_rare.py::test_a_lock_is_waited_for_and_taken_over_from_who_may_still_write",
    ),
    "unreadable-is-not-removed": Reached(
        "plan/safety.py",
        "yield make_finding(case, name, paths",
        "test_safety.py::test_an_unreadable_file_archives_nothing",
    ),
    "protect": Reached(
        "plan/safety.py",
        "(remembered or change.address in asked):\n            yield _protected_finding(",
        "test_safety.py::test_protect_survives_the_deletion_of_its_file",
    ),
    "large-change": Reached(
        "plan/safety.py",
        'yield make_finding("PL102.older" if older',
        "test_guards.py::test_what_was_replaced_and_not_archived_is_finished",
    ),
    "empty-folder": Reached(
        "plan/safety.py",
        "and not desired:\n        yield make_finding(",
        "test_safety.py::test_no_postings_never_means_archive_everything",
    ),
    "key-in-no-output": Reached(
        "remote/client.py",
        "return json.dumps(without(json.loads(text), self._redact))",
        "test_rare.py::test_a_heymilo_that_says_the_key[command0]",
    ),
    "credentials-dropped": Reached(
        "remote/answer.py",
        "return {key: _without_secret(",
        "test_rare.py::test_somebody_elses_posting_has_the_name",
    ),
}

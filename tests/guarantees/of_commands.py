"""Safeguards of the command line, and of what a plan may do as a whole."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.gitinfo import LeftOut
from heymilo_ops.manifest.write_back import Losses
from heymilo_ops.manifest.yaml_dump import dump
from tests.guarantees.kinds import Safeguard, none_of_them, nothing, put, tests, yes

_STATE_GUARDED = ("edit_state", "rebuild_state", "state_lookup")
_KEY_GUARDED = ("doctor", "edit_state", "execute", "plan", "rebuild_state")


def any_state(patch: pytest.MonkeyPatch) -> None:
    for module in _STATE_GUARDED:
        patch.setattr(f"heymilo_ops.usecases.{module}.guard_state", nothing)


def any_key(patch: pytest.MonkeyPatch) -> None:
    for module in _KEY_GUARDED:
        patch.setattr(f"heymilo_ops.usecases.{module}.guard_workspace", nothing)


def not_rescued(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("heymilo_ops.usecases.execute._rescue", lambda *_: "")


def leaves_at_once(patch: pytest.MonkeyPatch) -> None:
    def ask(*_: Any) -> None:
        raise KeyboardInterrupt

    patch.setattr("heymilo_ops.cli.interrupt.Signals.ask", ask)


def never_leaves(patch: pytest.MonkeyPatch) -> None:
    def ask(self: Any, *_: Any) -> None:
        self.asked = True

    patch.setattr("heymilo_ops.cli.interrupt.Signals.ask", ask)


def unguarded(self: Any, text: str) -> None:
    self._target.write(text)
    self._target.flush()


def as_it_was(_self: Any, code: int, _wrote: bool) -> int:
    return code


def pushed_whatever(saved: Any, _stored: Any) -> Any:
    return saved


def key_repeated(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("heymilo_ops.remote.client._Key.out_of", lambda self, body: body)


def written_anew(_text: str, wanted: Any) -> str:
    return dump(wanted)


def nothing_lost(*_: Any) -> Losses:
    return Losses((), ())


COMMANDS: tuple[Safeguard, ...] = (
    Safeguard(
        "ci-needs-a-place",
        "In CI, a state in a local folder is refused unless somebody says that the folder lasts.",
        "A fresh runner would know nothing, and make everything again.",
        put("usecases.workspace.Workspace.guard_ci", by=nothing),
        tests("cli/test_safety.py", "test_ci_needs_a_workspace_and_a_lasting_state"),
    ),
    Safeguard(
        "key-of-this-workspace",
        "A key that opens another HeyMilo workspace than the one that was applied to is refused.",
        "Everything would be made in a workspace of somebody else.",
        any_key,
        tests("cli/test_safety.py", "test_the_key_of_another_workspace_is_refused"),
    ),
    Safeguard(
        "state-of-this-project",
        "A state of another project or workspace is refused.",
        "Postings of others would be replaced and archived.",
        any_state,
        tests("cli/test_safety.py", "test_the_state_of_another_workspace_is_refused"),
    ),
    Safeguard(
        "rebuild-waits",
        "A state that is lost is made anew only after the time in which something may still be under way.",
        "A posting that comes a moment later would be unknown to the new state.",
        put("cli.state_rebuild.wait_until_quiet", by=nothing),
        tests("cli/test_rebuild_wait.py", "test_a_lost_state_is_made_anew_only_after_a_wait"),
    ),
    Safeguard(
        "what-is-known-is-saved",
        "Where the state can't be written after something was made, it is saved in the repo's folder.",
        "What was made would be known to nobody.",
        not_rescued,
        tests("cli/test_safety.py", "test_a_disk_that_fills_up_after_a_create"),
    ),
    Safeguard(
        "push-refuses-older",
        "A saved state is put back only where it continues what is stored.",
        "What somebody applied meanwhile would be forgotten, and made again.",
        put("usecases.edit_state.replacement", by=pushed_whatever),
        tests("cli/test_state_push.py", "test_what_does_not_belong_there_is_refused"),
    ),
    Safeguard(
        "rollback-spares-work",
        "A rollback stops before it sends anything where the manifest's content is neither applied nor committed, or "
        "is another posting's.",
        "Work that is kept nowhere else would be written over.",
        put("usecases.rollback._guard_work", by=nothing),
        tests(
            "cli/test_manifest_file.py",
            "test_work_that_is_nowhere_else_is_not_written_over[in_the_work_tree]",
            "test_work_that_is_nowhere_else_is_not_written_over[only_staged]",
            "test_work_that_is_nowhere_else_is_not_written_over[outside_git]",
            "test_work_that_is_nowhere_else_is_not_written_over[of_another_posting_and_committed]",
        ),
    ),
    Safeguard(
        "rollback-edits-in-place",
        "A rollback changes the values of the manifest that differ, and leaves its comments and layout.",
        "The reasons that people wrote down, and what they allowed lint, would be gone.",
        put("manifest.write_back.edit_or_rewrite", by=written_anew),
        tests(
            "cli/test_manifest_file.py",
            "test_one_line_of_the_file_changes[in_no_git-LF]",
            "test_one_line_of_the_file_changes[cloned_without_history-LF]",
        ),
    ),
    Safeguard(
        "rollback-names-what-goes",
        "The comments and the sharing that a rollback can't keep are named before the yes.",
        "They would be missed later, where nothing has them.",
        put("usecases.rollback.list_losses", by=nothing_lost),
        tests("cli/test_manifest_file.py", "test_what_cannot_be_kept_is_said_before_the_yes"),
    ),
    Safeguard(
        "rollback-reads-again",
        "The manifest is written only where it is still the file that the plan was shown for.",
        "What somebody saved meanwhile would be written over.",
        put("usecases.rollback._is_as_read", by=yes),
        tests("cli/test_manifest_file.py", "test_a_file_that_is_saved_meanwhile_is_left"),
    ),
    Safeguard(
        "first-stop-waits",
        "The first Ctrl-C or SIGTERM, or a terminal that is closed (SIGHUP), lets the request in flight end, and "
        "records its outcome.",
        "Whoever stops a run would leave an unknown outcome each time.",
        leaves_at_once,
        tests("cli/test_interrupt.py", "test_the_first_signal_asks_and_the_second_leaves"),
    ),
    Safeguard(
        "second-stop-leaves",
        "The second leaves at once; the intent stays in the journal as one whose outcome is unknown.",
        "A run that hangs could only be killed.",
        never_leaves,
        tests("cli/test_interrupt.py", "test_the_first_signal_asks_and_the_second_leaves"),
    ),
    Safeguard(
        "output-stops-nothing",
        "A reader of the output who leaves, a full disk or a closed stdout stops no work that has begun.",
        "`apply | head -1` would stop between a record and its request, or between the two halves of a replace.",
        put("report.output.Stream._put", by=unguarded),
        tests(
            "cli/test_failing_output.py",
            "test_what_has_begun_is_carried_out[gone-names0-0]",
            "test_what_has_begun_is_carried_out[full-names2-0]",
            "test_what_only_reads_ends_in_one_line[args0]",
        ),
    ),
    Safeguard(
        "exit-says-what-was-written",
        "Where stdout can't be written, the exit code is 1 if nothing was written to HeyMilo, and 3 if something was; "
        "a reader who leaves changes no exit code.",
        "A job would take what it could not read for done, or run again what was carried out.",
        put("report.output.Streams.settled", by=as_it_was),
        tests(
            "cli/test_failing_output.py",
            "test_what_has_begun_is_carried_out[full-names1-3]",
            "test_a_rollback_and_a_rebuild_of_the_state_say_what_was_written",
        ),
    ),
    Safeguard(
        "key-in-no-output",
        "The key is taken out of everything that HeyMilo says before it is shown.",
        "A server that repeats a key in an error would put it into the logs of CI.",
        key_repeated,
        tests("remote/test_client.py", "test_no_error_shows_the_key"),
    ),
    Safeguard(
        "credentials-dropped",
        "The credential that HeyMilo gives each posting is dropped from every answer as it is read.",
        "It would get into the state, the journal and git.",
        put("remote.answer._without_secret", by=lambda value: value),
        tests("remote/test_answer.py", "test_confirmed_has_an_id_and_no_credential"),
    ),
)

PLANS: tuple[Safeguard, ...] = (
    Safeguard(
        "unreadable-is-not-removed",
        "A posting is not archived while something below postings/ that isn't read may be its manifest (PL104).",
        "A typing mistake would archive a posting.",
        put("plan.safety._unreadable", by=none_of_them),
        tests("plan/test_safety.py", "test_an_unreadable_file_is_not_a_removed_one"),
    ),
    Safeguard(
        "passed-over-is-not-removed",
        "A manifest counts as there under another ending, behind a link that leads to nothing, in a folder that can't "
        "be listed, or with a folder in its place.",
        "`mv x.yaml x.YAML` would archive a posting.",
        put("manifest.repo.find_unread", by=lambda *_: ([], 0)),
        tests(
            "cli/test_unread.py",
            "test_another_ending_keeps_the_posting_whose_file_it_is[True-postings/porter-1.YAML]",
            "test_a_link_to_a_missing_folder_keeps_all",
            "test_a_folder_with_the_name_of_a_manifest_keeps_that_posting[False]",
            "test_a_folder_that_cannot_be_listed_keeps_all[postings/team]",
        ),
    ),
    Safeguard(
        "left-out-is-not-removed",
        "What git left out of the work tree counts as there: a sparse checkout, a skip-worktree bit, a submodule.",
        "A checkout of a part of the repo would archive the postings of the rest.",
        put("gitinfo.left_out", by=lambda *_: LeftOut({}, ())),
        tests(
            "cli/test_unread.py",
            "test_a_sparse_checkout_removes_nothing_that_it_leaves_out",
            "test_a_skipped_file_is_never_gone_and_a_deleted_one_is",
            "test_a_submodule_that_is_not_checked_out_keeps_all",
        ),
    ),
    Safeguard(
        "protect",
        "A posting that is protected is neither replaced nor archived (PL101), even when its file is gone.",
        "A link that must stay would stop.",
        put("plan.safety._protected", by=none_of_them),
        tests("plan/test_safety.py", "test_a_protected_posting_is_neither_replaced_nor_archived"),
    ),
    Safeguard(
        "large-change",
        "More than ten postings, or more than three and 30 % of all, ended at once need a yes of their own (PL102).",
        "One edit of a shared file would replace everything.",
        put("plan.safety._large", by=none_of_them),
        tests("plan/test_safety.py", "test_a_large_change_needs_a_yes_of_its_own"),
    ),
    Safeguard(
        "empty-folder",
        "A folder without manifests archives nothing (PL103).",
        "A wrong folder would archive everything.",
        put("plan.safety._nothing_desired", by=none_of_them),
        tests("plan/test_safety.py", "test_an_empty_folder_never_archives_everything"),
    ),
)

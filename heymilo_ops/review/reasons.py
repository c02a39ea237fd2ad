"""Puts reasons, the notes of a plan, and what became of a change into words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from string import Formatter
from typing import Any

from heymilo_ops.errors import AdviceKind, advise
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.pending_operation import KIND_NOUNS, listed
from heymilo_ops.plan.safety import NAMED
from heymilo_ops.review.adoption_reasons import ADOPTION
from heymilo_ops.review.advice import command
from heymilo_ops.review.drift_reasons import DRIFT
from heymilo_ops.review.edit_reasons import EDITS
from heymilo_ops.review.ending_reasons import ENDINGS
from heymilo_ops.review.lint_reasons import LINT
from heymilo_ops.review.removal_reasons import REMOVALS
from heymilo_ops.text.phrase import deadline_words, first_few

_MOST_LOST = 12
"""Comments and forms of sharing that are listed at most; the rest is counted."""


def reason_sentence(reason: Reason) -> str:
    """Return a reason in words, without a capital letter or a full stop where it stands beside others."""
    words = _WORDS[reason.code]
    args = [reason_sentence(arg) if isinstance(arg, Reason) else arg for arg in reason.args]
    return words(*args) if callable(words) else _Words().vformat(words, args, {})


def reason_sentences(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Return reasons in words, in their order."""
    return tuple(map(reason_sentence, reasons))


_FORMATS: Mapping[str, Callable[[Any], str]] = {
    "": ", ".join,
    "and": " and ".join,
    "apply": lambda workspace: f"`{command(advise(AdviceKind.APPLY, workspace=workspace))}`",
    "rebuild": lambda workspace: f"`{command(advise(AdviceKind.STATE_REBUILD, workspace=workspace))}`",
    "listed": listed,
    "moment": deadline_words,
    "lost": lambda items: first_few(items, _MOST_LOST, "; "),
    "or": " or ".join,
}
"""What a template may say behind the number of an argument: how it is said, or how several are joined."""


_COMMANDS: Mapping[str, tuple[AdviceKind, str]] = {
    "accept": (AdviceKind.DRIFT_ACCEPT, "name"),
    "forget": (AdviceKind.STATE_FORGET, "name"),
    "import": (AdviceKind.IMPORT_ID, "posting_id"),
    "recreate": (AdviceKind.APPLY_RECREATE, "name"),
    "revert": (AdviceKind.APPLY_REVERT, "name"),
    "unhold": (AdviceKind.UNHOLD, "name"),
}
"""The command for an argument, and what the argument is to it: ``{1:accept {2}}``, where {2} is the workspace."""


class _Words(Formatter):
    """Fills the templates of ``_WORDS``."""

    def format_field(self, value: Any, format_spec: str) -> str:
        kind, _, workspace = format_spec.partition(" ")
        if kind in _COMMANDS:
            advised, argument = _COMMANDS[kind]
            return f"`{command(advise(advised, workspace=workspace, **{argument: value}))}`"
        return _FORMATS[format_spec](value) if format_spec or isinstance(value, tuple) else str(value)


def _outcome_unknown(kind: str, *evidence: str) -> str:
    return "; ".join([f"the outcome of an earlier {KIND_NOUNS.get(kind, kind)} is unknown", *evidence])


def _person_settles(workspace: str, name: str, candidates: tuple[str, ...]) -> str:
    return f"where looking can't tell, see what is in HeyMilo, then {ways_out(workspace, name, candidates)}"


_MARKS = "the marks by which it is known as ours (an update with --allow-unmarked puts them back)"


def _differing(before: str) -> Callable[[tuple[str, ...]], str]:
    return lambda fields: f"{before}: {', '.join(sorted(_MARKS if field == 'marks' else field for field in fields))}"


def _namesake(posting_ids: tuple[str, ...]) -> str:
    verb = "has" if len(posting_ids) == 1 else "have"
    ids = " and ".join(posting_ids)
    return (
        f"namesake: {ids} at HeyMilo {verb} this name and no marks of heymilo-ops, so no other posting is made until "
        "somebody decides"
    )


def _listed_with_mark(before: str, after: str = "") -> Callable[[tuple[str, ...], int], str]:
    """``attempt`` is that of the mark where it is an earlier one than the last, else 0."""

    def words(posting_ids: tuple[str, ...], attempt: int) -> str:
        mark = f"the mark of its attempt {attempt}" if attempt else "its mark"
        return f"{before} {listed(posting_ids)} with {mark}{after}"

    return words


def _listed_of_attempts(*marks: str) -> str:
    return f"HeyMilo lists posting {listed(marks)}"


def _nothing_known(location: str) -> str:
    where = f" in {location}" if location else ""
    return f"Nothing is known of earlier applies: there is no state{where}, and HeyMilo was not asked."


def _not_read(paths: tuple[str, ...]) -> str:
    verb = "is" if len(paths) == 1 else "are"
    return f"{first_few(paths, NAMED)} {verb} not read: `{command(advise(AdviceKind.LINT))}` says why."


def _loses_comments(path: str, comments: tuple[str, ...], is_committed: int) -> str:
    kept = f" `git show HEAD:{path}` has what is there now." if is_committed else ""
    return f"Comments of {path} that go with what they stand at: {first_few(comments, _MOST_LOST, '; ')}.{kept}"


_HAPPENED = {
    "create": "created",
    "update": "changed",
    "edit": "edited in place, in part or whole",
    "archive": "archived",
    "adopt": "taken over",
    "activate": "activated",
}


def ways_out(workspace: str, name: str, candidates: tuple[str, ...]) -> str:
    """Return the commands by which a person settles which of some postings an operation made, if any."""
    names = {"workspace": workspace, "name": name}
    retry = command(advise(AdviceKind.STATE_RESOLVE_RETRY, **names))
    adopt = (command(advise(AdviceKind.STATE_RESOLVE_ADOPT, posting_id=candidate, **names)) for candidate in candidates)
    ways = " or ".join(f"`{way}`" for way in adopt)
    return f"{ways}; `{retry}` if none is" if ways else f"`{retry}` if it was not made"


def _not_archived(revision: int, posting_id: str, why: str) -> str:
    made = f"revision {revision} is live, but " if revision else ""
    return f"{made}{posting_id} is not archived yet ({why}); the next apply archives it"


def _may_have_happened(at: str, kind: str, posting_id: str) -> str:
    posting = f"posting {posting_id}" if posting_id else "the posting"
    return f"pending since {at}: {posting} may have been {_HAPPENED[kind]}"


def _person_chooses(workspace: str, name: str, candidates: tuple[str, ...]) -> str:
    where = "see which it is in HeyMilo, then run" if candidates else "see at HeyMilo which it is;"
    return f"{where} {ways_out(workspace, name, candidates)}"


def _waits_for_outcomes(names: tuple[str, ...], answers: tuple[str, ...]) -> str:
    waits = f"to look again for {', '.join(names)}, whose last operation may still be under way"
    return f"{waits} ({'; '.join(answers)})" if answers else waits


def _some_questions(unread: int) -> str:
    postings = f"{unread} posting{'s' * (unread != 1)}"
    return f"the values and marks that HeyMilo lists; the questions of {postings} were not read (--refresh full does)"


_WORDS: Mapping[ReasonCode, str | Callable[..., str]] = {
    ReasonCode.AS_WRITTEN: "{0}",
    ReasonCode.OF_POSTING: "{0}: {1}",
    # Why a change is made or held.
    ReasonCode.NEW: "it is new",
    ReasonCode.ARCHIVED_BEFORE: "it was archived after revision {0}",
    ReasonCode.SETTINGS_CHANGED: "settings changed: the posting and its link stay",
    ReasonCode.ONLY_OPS_CHANGED: "only ops changed: recorded in the state, the posting stays as it is",
    ReasonCode.DESIGN_CHANGED: "its design changed: a new posting takes its place",
    ReasonCode.RECREATED: "--recreate: a new posting takes its place",
    ReasonCode.RECREATED_ON_OLD_DESIGN: (
        "--recreate: a new posting takes its place, on the design that was applied: the new one is held"
    ),
    ReasonCode.OLD_ARCHIVED: "the old posting {0} is archived: links already sent stop for new people",
    ReasonCode.OLD_DRAINS: (
        "the old posting {0} drains: a later apply archives it, when nobody is left in it or {1} days after this one; "
        "until then its link takes new people"
    ),
    ReasonCode.OLD_KEPT: "the old posting {0} stays open (on_replace: keep)",
    ReasonCode.OLD_GONE: "the old posting {0} is archived or deleted already",
    ReasonCode.HOLD_LIFTED: "another design is applied, so the hold is lifted",
    ReasonCode.DESIGN_HELD: (
        "this design is held since {0} by {1}: it isn't applied again until another design is, or {2:unhold {3}}"
    ),
    ReasonCode.ON_CHANGE_HOLD: "its design changed, and on_change is hold",
    ReasonCode.DESIGN_OUTDATED: (
        "{0}; the design that was applied can't be made again by this release, so nothing else is changed either"
    ),
    ReasonCode.SNAPSHOT_MISSING: (
        "what was applied can't be compared: snapshot {0} is missing; bring it back, or {1:recreate {2}}"
    ),
    ReasonCode.FINISHES_REPLACING: "finish replacing: archive {0}",
    ReasonCode.ARCHIVES_LEFTOVERS: (
        "open since an earlier replace: {0} is archived now, links already sent stop for new people"
    ),
    ReasonCode.ROLLED_BACK: "rollback to the design of revision {0}",
    ReasonCode.ROLLED_BACK_FROM: (
        "the design of revision {0} is held: it isn't applied again until another one is, or {1:unhold {2}}"
    ),
    **ADOPTION,
    **EDITS,
    **LINT,
    **DRIFT,
    **REMOVALS,
    **ENDINGS,
    # An earlier operation whose outcome is unknown.
    ReasonCode.OUTCOME_UNKNOWN: _outcome_unknown,
    ReasonCode.OUTCOME_EXPLAINED: "the outcome of an earlier operation is unknown, as said above",
    ReasonCode.OUTCOME_AS_WRITTEN: "{0}",
    ReasonCode.APPLY_SETTLES: "the next apply looks for it first and sends nothing for {0} until it knows",
    ReasonCode.PERSON_SETTLES: _person_settles,
    # What HeyMilo shows.
    ReasonCode.DIFFERS: _differing("changed outside since the last apply"),
    ReasonCode.DIFFERS_UNDATED: _differing(
        "HeyMilo shows it otherwise than it was applied, and dates its last change as before"
    ),
    ReasonCode.CHANGED_OUTSIDE: (
        "changed outside since the last apply; its title and settings are as applied, or can't be compared"
    ),
    ReasonCode.QUESTIONS_CHANGED_OUTSIDE: (
        "questions were changed outside since the last apply: {0} as applied are gone, {1} others are there"
    ),
    ReasonCode.NOT_LISTED: "HeyMilo doesn't list posting {0} now",
    ReasonCode.STATUS_UNKNOWN: (
        "posting {0} has the status '{1}', which this release doesn't know: see at HeyMilo whether it takes candidates"
    ),
    ReasonCode.OPEN_AGAIN: "posting {0} was archived here and is open again at HeyMilo",
    # Postings that the state doesn't know.
    ReasonCode.LATE_AND_ARCHIVED: (
        "posting {0} of {1} (operation {2}, attempt {3}) appeared after it had been taken as not made; it is archived "
        "and takes nobody"
    ),
    ReasonCode.OLDER_LEFT_ALONE: (
        "posting {0} carries the marks of {1}, which the state doesn't hold; it has revision {2}. It is left alone"
    ),
    ReasonCode.COPY_OF_OLDER: (
        "posting {0} carries the marks of {1}, which is posting {2}: it is a copy of that and is left alone"
    ),
    ReasonCode.COPY_OF_OURS: "posting {0} is a copy of {1} ({2}) and is left alone",
    ReasonCode.OLDER_THAN_RECORDED: (
        "posting {0} carries the marks of {1} ({2}), and is older: one is a copy of the other"
    ),
    ReasonCode.NAMESAKE: _namesake,
    ReasonCode.NAMESAKE_CHOICE: (
        "either ops.adopt in its manifest, with {1:or}, takes that over as it is, or `--allow-namesake {0}` makes "
        "another one beside it"
    ),
    ReasonCode.NAMESAKE_LEFT_ALONE: "{0}; it is left alone",
    ReasonCode.LISTED_AS_GONE: "HeyMilo shows that posting {0} is archived or deleted",
    ReasonCode.LISTED_WITH_MARK: _listed_with_mark("HeyMilo lists posting"),
    ReasonCode.SEVERAL_LISTED_WITH_MARK: _listed_with_mark("HeyMilo lists postings"),
    ReasonCode.UNDATED_LISTED_WITH_MARK: _listed_with_mark(
        "HeyMilo lists postings", ", and doesn't say which of them was made first"
    ),
    ReasonCode.LISTED_OF_SEVERAL_ATTEMPTS: _listed_of_attempts,
    ReasonCode.MARKS_OF_ATTEMPT: "{0:listed} with the marks of its attempt {1}",
    ReasonCode.LISTED_AND_PROBABLE: (
        "HeyMilo lists posting {0:listed}, made since, with its name or title and without our marks: it is probably "
        "what was made"
    ),
    # Notes on the plan as a whole.
    ReasonCode.REPLACE_COST: (
        "A replaced posting is a new one: it has a new candidate link, links already sent stop for new people once the "
        "old posting is archived, and webhooks bound to the old posting stay behind."
    ),
    ReasonCode.NOTHING_KNOWN: _nothing_known,
    ReasonCode.NOT_ASKED: "{0} is not set, so HeyMilo was not asked about '{1}'.",
    ReasonCode.NEEDS_OPTION: "Its apply needs {0}.",
    ReasonCode.NEEDS_LARGE_CHANGE: "Its apply needs --allow-large-change: {0}.",
    ReasonCode.LEFT_OUT: "{0} is left out: its manifest has errors.",
    ReasonCode.NOT_READ: _not_read,
    ReasonCode.NOT_COMPLETED_MEANS: (
        "Not completed is registered minus completed: people who were knocked out or gave up are among them."
    ),
    ReasonCode.MOVED_FROM_UNKNOWN: "moved_from names {0}, which was never applied here",
    ReasonCode.TEMPLATE_CLONED_AGAIN: ("revision {0} was cloned from template {1}, which is cloned anew as it is now"),
    ReasonCode.QUESTIONS_WRITTEN_AGAIN: (
        "HeyMilo wrote the questions of revision {0} itself and will write new ones now"
    ),
    ReasonCode.SNAPSHOT_IS_NO_MANIFEST: "The snapshot {0} holds what this release takes for no manifest",
    ReasonCode.NOT_COMPOSED: "{0} of git commit {1} can't be composed: {2}",
    ReasonCode.SHARED_FILE_UNREADABLE: "a shared file can't be read",
    ReasonCode.CLONE_IS_SHALLOW: (
        "This clone has only the newest part of git history. After `git fetch --unshallow` more may be found"
    ),
    ReasonCode.HISTORY_NOT_SEARCHED_WHOLE: "Git history was searched back for {0} commits, not to its beginning",
    ReasonCode.NO_VARIABLES: "{0} has no variables: '{1}' gets every value as '{2}' has it.",
    ReasonCode.MANIFEST_HAS_ERRORS: ("The manifest of {0} has errors, so whether it says the same isn't known."),
    ReasonCode.MANIFEST_MISSING: "There is no manifest of {0} here: the next plan of '{1}' takes it for removed.",
    ReasonCode.MANIFEST_DIFFERS: (
        "{0} says something else than what is promoted: the next plan of '{1}' shows that as a change."
    ),
    # What was compared.
    # What a rollback does to the manifest.
    ReasonCode.FILE_AS_COMMITTED: "{0} will be written as commit {1} has it.",
    ReasonCode.FILE_AS_COMMITTED_WITH_SETTINGS: "{0} will be written as commit {1} has it with today's settings.",
    ReasonCode.FILE_MISSING: "{0} isn't there and will be written anew.",
    ReasonCode.FILE_UNREADABLE: "{0} can't be read and will be written anew.",
    ReasonCode.FILE_EDITED: "{0} will be edited in place.",
    ReasonCode.FILE_LOSES_COMMENTS: _loses_comments,
    ReasonCode.FILE_LOSES_SHARING: ("No longer shared by {0}, since it would come to something else by now: {1:lost}."),
    ReasonCode.COMPARED_STATE: "the manifests with what was applied before; HeyMilo was not asked",
    ReasonCode.COMPARED_LIVE: "the manifests with what was applied before, and that with {0}",
    ReasonCode.COMPARED_LIVE_PART: (
        "the manifests with what was applied before, and that with {0}, before its list breaks off: {1}"
    ),
    ReasonCode.COMPARED_PROMOTION: "{0} with what was applied before, and that with {1}",
    ReasonCode.COMPARED_REVISIONS: "revisions of one posting",
    ReasonCode.LISTED: "the titles, settings and marks that HeyMilo lists",
    ReasonCode.LISTED_WITH_QUESTIONS: "the titles, settings, marks and questions that HeyMilo shows",
    ReasonCode.LISTED_WITH_SOME_QUESTIONS: _some_questions,
    # What became of a change, and what a run waits for.
    ReasonCode.EARLIER_UNKNOWN: "the outcome of an earlier operation on {0} is not known yet",
    ReasonCode.NOT_SENT: "not sent: {0}",
    ReasonCode.NOT_ARCHIVED: _not_archived,
    ReasonCode.NOT_CARRIED_OUT: "it was not carried out; {0}",
    ReasonCode.NO_ANSWER: "HeyMilo gave no answer, however often it was sent: {0}",
    ReasonCode.INTERRUPTED: "the run was interrupted",
    ReasonCode.KEY_REFUSED: "HeyMilo refuses the key",
    ReasonCode.UNREACHABLE: "HeyMilo can't be reached",
    ReasonCode.STATE_NOT_WRITTEN: "the state could not be written",
    ReasonCode.NOT_RECORDED: "done at HeyMilo, but the state could not be written",
    ReasonCode.MADE_AS_DRAFT: "it is a draft at HeyMilo and takes no candidates until it is activated there",
    ReasonCode.MADE_WITH_STATUS: "HeyMilo gives its status as '{0}', which this release doesn't know",
    ReasonCode.QUESTIONS_NOT_WRITTEN: "HeyMilo has not written its questions yet, so the history will not show them",
    ReasonCode.QUESTIONS_NOT_READ: "the questions that HeyMilo wrote could not be read back: {0}",
    ReasonCode.MAY_HAVE_HAPPENED: _may_have_happened,
    ReasonCode.APPLY_AGAIN_SETTLES: (
        "run {0:apply} again: it looks in HeyMilo first, and sends nothing for {1} until it knows"
    ),
    ReasonCode.NOT_LOOKED_FOR: "it could not be looked for: {0}",
    ReasonCode.SEVERAL_MADE: "HeyMilo has several postings of that operation: {0}",
    ReasonCode.LOOKS_ALIKE: "posting {0:or} appeared since, with its name or title and without our marks",
    ReasonCode.ON_RECORD_AS_ANOTHER: (
        "posting {0} carries the marks of that operation, and is on record as another one"
    ),
    ReasonCode.PERSON_CHOOSES: _person_chooses,
    ReasonCode.COPY_LEFT_ALONE: "{0}: posting {1} is a copy of {2} and is left alone",
    ReasonCode.WAITS_FOR_OUTCOMES: _waits_for_outcomes,
    ReasonCode.WAITS_FOR_LOCK: "for the lock, held by {0}",
    ReasonCode.WAITS_FOR_LOST_RUNS: "for what may have been under way when the state was lost",
}

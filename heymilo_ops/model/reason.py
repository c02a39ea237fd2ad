"""Why a change is planned or held, and what a reader should know beside it: codes and values, without words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum, auto


class ReasonCode(StrEnum):
    """What a reason says. Its sentence is in ``review/reasons.py``, with the values that belong in it."""

    AS_WRITTEN = auto()
    OF_POSTING = auto()

    NEW = auto()
    ARCHIVED_BEFORE = auto()
    SETTINGS_CHANGED = auto()
    ONLY_OPS_CHANGED = auto()
    DESIGN_CHANGED = auto()
    RECREATED = auto()
    RECREATED_ON_OLD_DESIGN = auto()
    OLD_ARCHIVED = auto()
    OLD_DRAINS = auto()
    OLD_KEPT = auto()
    OLD_GONE = auto()
    HOLD_LIFTED = auto()
    DESIGN_HELD = auto()
    ON_CHANGE_HOLD = auto()
    ON_CHANGE_HOLD_CLASS = auto()
    LINT_BARS = auto()
    LINT_ERRORS = auto()
    LINT_DISMISSED = auto()
    LINT_DISMISSED_COUNT = auto()
    DISMISSED_BY_COMMENT = auto()
    DISMISSED_BY_EXCEPTION = auto()
    DISMISSED_BY_BASELINE = auto()
    DISMISSED_BY_CONFIG = auto()
    EDITED_IN_PLACE = auto()
    HEYMILO_WRITES_ONCE = auto()
    STEP_UNKNOWN = auto()
    NOT_CLEARABLE = auto()
    OVER_UPDATE_MAX = auto()
    UNDER_UPDATE_MIN = auto()
    HALF_EDITED = auto()
    MAY_BE_HALF_EDITED = auto()
    DESIGN_OUTDATED = auto()
    SNAPSHOT_MISSING = auto()
    HELD_AS_ARCHIVED = auto()
    HELD_AS_DELETED = auto()
    DRIFT_HOLDS = auto()
    ACCEPTED = auto()
    REVERTED = auto()
    REVERT_NEEDS_APPLIED = auto()
    REVERT_NOT_POSSIBLE = auto()
    ACTIVATES = auto()
    FINISHES_REPLACING = auto()
    ARCHIVES_LEFTOVERS = auto()
    ROLLED_BACK = auto()
    ROLLED_BACK_FROM = auto()
    ROLE_CLOSED = auto()
    ROLE_DRAINED = auto()
    ROLE_DRAINED_BY_TIME = auto()
    ROLE_DRAINS = auto()
    ROLE_DRAINS_ON_OLD_DESIGN = auto()
    ROLE_REOPENS = auto()
    ROLE_NOT_MADE = auto()
    KEPT_STAYS_OPEN = auto()
    STILL_DRAINS = auto()
    ADOPTED = auto()
    ADOPTED_UNASKED = auto()
    ADOPTED_NAME = auto()
    ADOPTED_NAMELESS = auto()
    ADOPTED_DEADLINE = auto()
    ADOPTED_KEEPS = auto()
    ADOPTED_STEPS = auto()
    ADOPT_DIFFERS = auto()
    ADOPT_INEXPRESSIBLE = auto()
    ADOPT_MISSING = auto()
    ADOPT_ARCHIVED = auto()
    ADOPT_TEST = auto()
    ADOPT_BLUEPRINT = auto()
    ADOPT_MARKED = auto()
    ADOPT_FULL = auto()
    ADOPT_KNOWN = auto()
    ADOPT_OVER = auto()
    ADOPT_TWICE = auto()
    ADOPT_IGNORED = auto()

    MANIFEST_GONE = auto()
    MANIFEST_MAY_BE = auto()
    MANIFEST_NOT_READABLE = auto()
    MANIFEST_UNREAD = auto()
    MANIFEST_UNREAD_HOLDS = auto()
    MANIFEST_UNSEEN = auto()
    MANIFEST_RENAMED = auto()
    DESIGN_RENAMED = auto()
    OTHER_WORKSPACE = auto()
    REMOVAL_REFUSED = auto()
    REMOVAL_FORGETS = auto()
    REMOVAL_ARCHIVES = auto()
    STAYS_AS_IT_IS = auto()
    DELETED_OUTSIDE = auto()
    ARCHIVED_OUTSIDE = auto()

    OUTCOME_UNKNOWN = auto()
    OUTCOME_EXPLAINED = auto()
    OUTCOME_AS_WRITTEN = auto()
    APPLY_SETTLES = auto()
    PERSON_SETTLES = auto()

    DIFFERS = auto()
    DIFFERS_UNDATED = auto()
    CHANGED_OUTSIDE = auto()
    QUESTIONS_CHANGED_OUTSIDE = auto()
    DRIFTED = auto()
    NOT_LISTED = auto()
    DRAFT = auto()
    AWAITS_ACTIVATION = auto()
    EXPIRED = auto()
    CLOSED_OUTSIDE = auto()
    STATUS_UNKNOWN = auto()
    OPEN_AGAIN = auto()

    LATE_AND_ARCHIVED = auto()
    OLDER_LEFT_ALONE = auto()
    COPY_OF_OLDER = auto()
    COPY_OF_OURS = auto()
    OLDER_THAN_RECORDED = auto()
    NAMESAKE = auto()
    NAMESAKE_CHOICE = auto()
    NAMESAKE_LEFT_ALONE = auto()

    LISTED_AS_GONE = auto()
    LISTED_WITH_MARK = auto()
    SEVERAL_LISTED_WITH_MARK = auto()
    UNDATED_LISTED_WITH_MARK = auto()
    LISTED_OF_SEVERAL_ATTEMPTS = auto()
    MARKS_OF_ATTEMPT = auto()
    LISTED_AND_PROBABLE = auto()

    REPLACE_COST = auto()
    RECONNECT = auto()
    DISCONNECTS = auto()
    NOTHING_KNOWN = auto()
    NOT_ASKED = auto()
    NEEDS_OPTION = auto()
    NEEDS_LARGE_CHANGE = auto()
    LEFT_OUT = auto()
    NOT_READ = auto()
    NOT_COMPLETED_MEANS = auto()
    MOVED_FROM_UNKNOWN = auto()
    TEMPLATE_CLONED_AGAIN = auto()
    QUESTIONS_WRITTEN_AGAIN = auto()
    NO_VARIABLES = auto()
    SNAPSHOT_IS_NO_MANIFEST = auto()
    NOT_COMPOSED = auto()
    SHARED_FILE_UNREADABLE = auto()
    CLONE_IS_SHALLOW = auto()
    HISTORY_NOT_SEARCHED_WHOLE = auto()
    MANIFEST_HAS_ERRORS = auto()
    MANIFEST_MISSING = auto()
    MANIFEST_DIFFERS = auto()

    REGISTERED_BETWEEN = auto()
    REGISTERED_UNKNOWN = auto()
    REGISTERED_IN_ONE_POSTING = auto()
    FILE_AS_COMMITTED = auto()
    FILE_AS_COMMITTED_WITH_SETTINGS = auto()
    FILE_MISSING = auto()
    FILE_UNREADABLE = auto()
    FILE_EDITED = auto()
    FILE_LOSES_COMMENTS = auto()
    FILE_LOSES_SHARING = auto()

    COMPARED_STATE = auto()
    COMPARED_LIVE = auto()
    COMPARED_LIVE_PART = auto()
    COMPARED_PROMOTION = auto()
    COMPARED_REVISIONS = auto()
    LISTED = auto()
    LISTED_WITH_QUESTIONS = auto()
    LISTED_WITH_SOME_QUESTIONS = auto()
    NOT_READABLE = auto()

    EARLIER_UNKNOWN = auto()
    NOT_SENT = auto()
    NOT_ARCHIVED = auto()
    NOT_CARRIED_OUT = auto()
    NO_ANSWER = auto()
    INTERRUPTED = auto()
    KEY_REFUSED = auto()
    UNREACHABLE = auto()
    STATE_NOT_WRITTEN = auto()
    NOT_RECORDED = auto()
    MADE_AS_DRAFT = auto()
    MADE_WITH_STATUS = auto()
    QUESTIONS_NOT_WRITTEN = auto()
    QUESTIONS_NOT_READ = auto()
    BASELINE_NOT_READ = auto()
    MAY_HAVE_HAPPENED = auto()
    APPLY_AGAIN_SETTLES = auto()
    NOT_LOOKED_FOR = auto()
    SEVERAL_MADE = auto()
    LOOKS_ALIKE = auto()
    ON_RECORD_AS_ANOTHER = auto()
    PERSON_CHOOSES = auto()
    COPY_LEFT_ALONE = auto()
    QUESTIONS_ALIKE = auto()
    QUESTION_MISSING = auto()
    QUESTION_UNKNOWN = auto()
    STEPS_CHANGED = auto()
    EDIT_STOPPED = auto()
    EDIT_TOO_LONG = auto()
    READS_OTHERWISE = auto()

    WAITS_FOR_OUTCOMES = auto()
    WAITS_FOR_LOCK = auto()
    WAITS_FOR_LOST_RUNS = auto()


@dataclass(frozen=True, slots=True, init=False)
class Reason:
    """One reason, note, or other thing that is said of a plan.

    Attributes:
        args: the values of its sentence, in order: texts, numbers, lists of texts, or another reason.
    """

    code: ReasonCode
    args: tuple[Value, ...]

    def __init__(self, code: ReasonCode, *args: Value) -> None:
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "args", args)

    def without(self, value: str) -> Reason:
        """The reason with one of its values left empty, so that the reasons of several postings can be compared."""
        args = (arg.without(value) if isinstance(arg, Reason) else "" if arg == value else arg for arg in self.args)
        return Reason(self.code, *args)


Value = str | int | tuple[str, ...] | Reason

Words = Callable[[Reason], str]
"""Puts a reason into a sentence: for what holds sentences, such as a saved plan."""


def as_written(text: str) -> Reason:
    """A sentence that somebody else wrote: one of a plan file, or one of another room."""
    return Reason(ReasonCode.AS_WRITTEN, text)


def of_posting(name: str, reason: Reason) -> Reason:
    """A note on one posting of the plan."""
    return Reason(ReasonCode.OF_POSTING, name, reason)

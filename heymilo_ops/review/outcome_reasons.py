"""The words of what became of a change, and of what a run waits for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from heymilo_ops.advice import AdviceKind, advise
from heymilo_ops.model.reason import ReasonCode
from heymilo_ops.review.advice import command

_HAPPENED = {"create": "created", "update": "changed", "archive": "archived"}


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


def _apply_again_settles(workspace: str, name: str) -> str:
    again = command(advise(AdviceKind.APPLY, workspace=workspace))
    return f"run `{again}` again: it looks in HeyMilo first, and sends nothing for {name} until it knows"


def _looks_alike(posting_ids: tuple[str, ...]) -> str:
    return f"posting {' or '.join(posting_ids)} appeared since, with its name or title and without our marks"


def _person_chooses(workspace: str, name: str, candidates: tuple[str, ...]) -> str:
    where = "see which it is in HeyMilo, then run" if candidates else "see at HeyMilo which it is;"
    return f"{where} {ways_out(workspace, name, candidates)}"


def _waits_for_outcomes(names: tuple[str, ...], answers: tuple[str, ...]) -> str:
    waits = f"to look again for {', '.join(names)}, whose last operation may still be under way"
    return f"{waits} ({'; '.join(answers)})" if answers else waits


OUTCOME_WORDS: Mapping[ReasonCode, str | Callable[..., str]] = {
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
    ReasonCode.APPLY_AGAIN_SETTLES: _apply_again_settles,
    ReasonCode.NOT_LOOKED_FOR: "it could not be looked for: {0}",
    ReasonCode.SEVERAL_MADE: "HeyMilo has several postings of that operation: {0}",
    ReasonCode.LOOKS_ALIKE: _looks_alike,
    ReasonCode.ON_RECORD_AS_ANOTHER: (
        "posting {0} carries the marks of that operation, and is on record as another one"
    ),
    ReasonCode.PERSON_CHOOSES: _person_chooses,
    ReasonCode.COPY_LEFT_ALONE: "{0}: posting {1} is a copy of {2} and is left alone",
    ReasonCode.WAITS_FOR_OUTCOMES: _waits_for_outcomes,
    ReasonCode.WAITS_FOR_LOCK: "for the lock, held by {0}",
    ReasonCode.WAITS_FOR_LOST_RUNS: "for what may have been under way when the state was lost",
}

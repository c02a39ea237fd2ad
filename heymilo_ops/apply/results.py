"""What a whole run comes to: its exit code, and the error that carries what could not be saved."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from heymilo_ops.advice import Help
from heymilo_ops.errors import Exit, PartialError
from heymilo_ops.model.event import Cause, Outcome, Result
from heymilo_ops.model.state import Intent, State


class NotSavedError(PartialError):
    """Something was sent, and the state that says so could not be written.

    Attributes:
        state: what should have been written; the caller keeps it where the user can push it from.
        outcomes: of the changes that ended before, and of the one that was in hand as far as HeyMilo did it. The last
            is not durable.
    """

    def __init__(self, message: str, help: Help, state: State, outcomes: tuple[Outcome, ...]) -> None:
        super().__init__(message, help)
        self.state = state
        self.outcomes = outcomes


def took_effect(outcome: Outcome) -> bool:
    """Whether something of the change is in effect: all of it, or a part such as the first half of a replace."""
    return outcome.result is Result.DONE or outcome.posting_id is not None


def exit_code(outcomes: Sequence[Outcome], pending: Collection[Intent] = ()) -> Exit:
    """Return the exit code of a run with these outcomes, after which these intents are of unknown outcome."""
    if pending or any(outcome.result is Result.UNKNOWN for outcome in outcomes):
        return Exit.PARTIAL
    if all(outcome.result is Result.DONE for outcome in outcomes):
        return Exit.DONE
    if any(took_effect(outcome) for outcome in outcomes):
        return Exit.PARTIAL
    if any(outcome.cause is Cause.FENCED for outcome in outcomes):
        return Exit.STALE
    if any(outcome.cause is Cause.UNREACHED for outcome in outcomes):
        return Exit.UNREACHABLE
    return Exit.ATTENTION

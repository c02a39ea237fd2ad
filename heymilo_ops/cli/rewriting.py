"""Writing the state by hand: it is shown and asked for first, and written only where it is what was shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from heymilo_ops.cli.options import Session, auto_approve_option, common, local_state_option, lock_timeout_option
from heymilo_ops.cli.prompt import ask
from heymilo_ops.errors import StaleError
from heymilo_ops.model.state import State
from heymilo_ops.report.state_text import approval_question
from heymilo_ops.usecases.identity import identify, lock_holder
from heymilo_ops.usecases.state_lookup import state_version

if TYPE_CHECKING:
    from heymilo_ops.statefile.store import StateStore
    from heymilo_ops.usecases.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])


def writes(function: F) -> F:
    """The options of every command that writes the state."""
    for option in (
        common,
        local_state_option,
        lock_timeout_option,
        auto_approve_option,
    ):
        function = option(function)
    return function


def confirm(session: Session, asked: str, given: bool, **words: str) -> None:
    """Ask, unless the answer was ``given``. Raises where nobody can be asked, or says anything else than yes."""
    if not given:
        ask(session, approval_question(asked, session.out, **words))


def rewrite(
    workspace: Workspace,
    store: StateStore,
    operation: str,
    lock_timeout: float,
    before: State | None,
    change: Callable[[State | None], State],
) -> State:
    """The state as changed and written, under the lock. ``before`` is what was shown.

    Raises ``StaleError`` where the state is another by now, ``LockedError`` where somebody holds the lock.
    """
    with store.hold(lock_holder(identify(workspace), operation), lock_timeout):
        state = store.read()
        if state_version(state) != state_version(before):
            raise StaleError("The state moved since it was shown", "Run it again, and read it again.")
        return store.write(change(state))

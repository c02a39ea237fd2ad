"""The state of one run, its outcomes so far, and the one place that writes and reports them."""

from __future__ import annotations

from heymilo_ops.apply.outcome import NotSavedError
from heymilo_ops.apply.pending import without_planned
from heymilo_ops.apply.ports import Store
from heymilo_ops.model.event import Finished, Observer, Outcome
from heymilo_ops.model.state import State


class Ledger:
    """What a run knows.

    Attributes:
        state: as it is known now; the store may be one outcome behind.
        outcomes: in order; those at the end may not be durable yet, and then nobody was told of them.
        total: how many outcomes there will be.
        sent: whether anything was sent to HeyMilo.
    """

    def __init__(self, store: Store, state: State, observer: Observer) -> None:
        self.state = state
        self.observer = observer
        self.outcomes: list[Outcome] = []
        self.total = 0
        self.sent = False
        self._store = store
        self._told = 0

    @property
    def index(self) -> int:
        """Number of the change being carried out, from 1."""
        return len(self.outcomes) + 1

    def ended(self, outcome: Outcome) -> None:
        """A change has its outcome; it is told after the next write."""
        self.outcomes.append(outcome)

    def save(self, next_state: State | None = None) -> None:
        """Write the state, or ``next_state``, which becomes the state; then tell what became durable.

        Raises ``NotSavedError`` where that fails after something was sent. It carries the state without the
        intents that were not sent, ``next_state`` not taken: whoever saves it elsewhere loses nothing.
        """
        try:
            self.state = self._store.write(next_state or self.state)
        except Exception as error:
            if not self.sent:
                raise
            raise NotSavedError(
                f"the state could not be written after something was sent: {error}",
                "Put the saved state back before the next apply.",
                without_planned(self.state),
                tuple(self.outcomes),
            ) from error
        self.tell()

    def tell(self) -> None:
        """Report the outcomes that nobody was told of yet."""
        for index, outcome in enumerate(self.outcomes[self._told :], self._told + 1):
            self.observer(Finished(outcome, index, self.total))
        self._told = len(self.outcomes)

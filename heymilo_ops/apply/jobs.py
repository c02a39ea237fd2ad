"""The jobs of a run: each change of the plan with the intents it needs, in the order in which they are carried out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from heymilo_ops.apply.pending import blocked
from heymilo_ops.apply.ports import Who
from heymilo_ops.errors import AttentionError
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.state import HighWater, Intent, PostingState, State
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.operation import CreatePosting

_CREATES = (Action.CREATE, Action.REPLACE)
_NAMES: dict[Action, Literal["create", "replace", "update"]] = {
    Action.CREATE: "create",
    Action.REPLACE: "replace",
    Action.UPDATE: "update",
}


@dataclass(frozen=True, slots=True)
class Job:
    """One change to carry out.

    Attributes:
        intents: in order; the first makes or patches the posting, the others archive. Empty for what concerns
            the state alone.
        barred: why nothing is done, where an earlier intent stands in the way.
    """

    change: Change
    intents: tuple[Intent, ...] = ()
    barred: str = ""

    @property
    def state_only(self) -> bool:
        """Whether the posting itself is left as it is: ops changed, or the address is forgotten."""
        return self.change.forgets or (self.change.desired is not None and not sends(self.change))


def sends(change: Change) -> bool:
    """Whether the change sends a posting or settings (archiving aside)."""
    return change.action in _CREATES or (change.action is Action.UPDATE and bool(change.settings))


def entry_of(state: State, change: Change) -> PostingState | None:
    """What the state knows of the posting, under its old address where it is being moved."""
    entry = state.postings.get(change.address)
    if entry is None and change.moved_from is not None:
        return state.postings.get(change.moved_from)
    return entry


def decide(
    changes: Iterable[Change],
    state: State,
    *,
    who: Who,
    at: str,
    new_op: Callable[[], str],
    rollback: bool = False,
    seen: HighWater | None = None,
) -> tuple[Job, ...]:
    """Jobs for these changes: what is made, replaced or updated by address, then what is archived.

    Changes of addresses with an intent of unknown outcome are left out: the intent itself is reported.
    A create that counts as not made, and that these changes still ask for, is decided on again as the next attempt of
    the same operation.

    Args:
        rollback: what is replaced is recorded as a rollback.
        seen: how far HeyMilo's list went before.

    Raises:
        AttentionError: a change can't be carried out.
    """
    pending = {intent.address for intent in state.unknown()}
    barred = blocked(state)
    ordered = sorted(changes, key=lambda change: (change.action is Action.ARCHIVE, change.address))
    made = _Maker(state, who, at, new_op, rollback, seen)
    return tuple(made.job(change, barred) for change in ordered if change.address not in pending)


@dataclass(frozen=True, slots=True)
class _Maker:
    state: State
    who: Who
    at: str
    new_op: Callable[[], str]
    rollback: bool
    seen: HighWater | None

    def job(self, change: Change, barred: frozenset[str]) -> Job:
        if change.action is Action.ADOPT:
            raise AttentionError(f"{change.address}: adopting a posting is not something this release can apply")
        for name in (change.address, change.moved_from):
            if name in barred:
                return Job(change, barred=f"not sent: the outcome of an earlier operation on {name} is not known yet")
        change = self._as_given_up(change)
        return Job(change, () if change.forgets else tuple(self._intents(change)))

    def _as_given_up(self, change: Change) -> Change:
        """The change in the canonical form in which an earlier release decided on it and gave it up, if one did.

        Every attempt of an operation is then recorded and marked with the same digest.
        """
        desired = change.desired
        if desired is None or change.action not in _CREATES:
            return change
        recorded = [each.digest for each in self.state.watched if each.address == change.address]
        known = next((found for each in recorded if each and (found := desired.under(each))), desired)
        if known is desired:
            return change
        made = (replace(part, desired=known) if isinstance(part, CreatePosting) else part for part in change.operations)
        return replace(change, operations=tuple(made))

    def _intents(self, change: Change) -> Iterator[Intent]:
        entry = entry_of(self.state, change)
        if sends(change):
            if change.desired is None or change.revision_to is None:
                raise AttentionError(f"{change.address}: the plan does not hold what is to be sent", "Plan again.")
            yield self._main(change, change.desired, entry)
        for target in change.archives:
            yield Intent(
                kind="archive",
                op_id=self.new_op(),
                address=change.address,
                action="archive",
                target=target,
                source=change.source or "",
                by=self.who.by,
                at=self.at,
            )

    def _main(self, change: Change, desired: Desired, entry: PostingState | None) -> Intent:
        updates = change.action is Action.UPDATE
        if updates and entry is None:
            raise AttentionError(f"{change.address}: the state knows no posting to update", "Plan again.")
        op_id, attempt = (self.new_op(), 1) if updates else self._operation(change, desired)
        return Intent(
            kind="update" if updates else "create",
            op_id=op_id,
            attempt=attempt,
            address=change.address,
            number=change.revision_to,
            digest=desired.digest,
            design_digest=desired.design_digest,
            portable=desired.portable,
            canon=desired.canon,
            action="rollback" if self.rollback else _NAMES[change.action],
            target=entry.posting_id if entry and updates else None,
            source=desired.source,
            commit=self.who.commit_of(desired.source),
            reproducible=desired.reproducible,
            ops=desired.ops,
            held=change.held,
            by=self.who.by,
            at=self.at,
            seen=None if updates else self.seen,
        )

    def _operation(self, change: Change, desired: Desired) -> tuple[str, int]:
        """The operation of a create and its attempt: one that was given up, and that is still asked for, goes on."""
        asked = (change.address, change.revision_to, desired.digest)
        closed = {each.op_id for each in self.state.watched if each.closed}
        watched = [each for each in self.state.watched if each.op_id not in closed]
        given_up = [each for each in watched if (each.address, each.number, each.digest) == asked]
        if not given_up:
            return self.new_op(), 1
        return given_up[-1].op_id, 1 + max(each.attempt for each in given_up if each.op_id == given_up[-1].op_id)

"""Reconcile operations whose answer never came with what HeyMilo shows. Nothing is sent.

A create is recognised by the operation's id in the marks. A posting that alone carries it is adopted. Where none does,
the create may still be under way, or not be listed yet: so it counts as not made only when two full listings agree, the
first of them begun at least a request's time limit and HeyMilo's settling time after the attempt ended. Where the
listing allows two readings, the operation stays open: both readings are reported and neither is acted on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from heymilo_ops.apply.edit_calls import Calls, Goal, derive
from heymilo_ops.apply.edit_scope import Design
from heymilo_ops.apply.run_context import RunContext
from heymilo_ops.apply.snapshot import read_back
from heymilo_ops.errors import Help, UnreachableError
from heymilo_ops.model import fold, record
from heymilo_ops.model.canonical import canonical
from heymilo_ops.model.event import Waiting
from heymilo_ops.model.live import Live
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.record import of_intent, written_posting
from heymilo_ops.model.state import EditScope, HighWater, Intent, State, high_water
from heymilo_ops.plan.ownership import Ownership, Relation, classify, made_by, probable

_GLANCE_S = 0.25


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What reconciling came to.

    Attributes:
        state: with what was settled.
        adopted: the posting by operation id. ``absent``: what counts as not made, by operation id.
        open: why an operation is still unknown, by its id.
        seen: how far HeyMilo's list went at the end.
    """

    state: State
    adopted: Mapping[str, Live] = field(default_factory=dict)
    absent: Mapping[str, Intent] = field(default_factory=dict)
    open: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
    notes: tuple[Reason, ...] = ()
    seen: HighWater | None = None

    def is_open(self, intents: Iterable[Intent]) -> bool:
        """Whether a person has to settle one of these: reconciling again would not help."""
        return any(intent.op_id in self.open for intent in intents)


class IncompleteReconciliationError(UnreachableError):
    """HeyMilo could not be read to the end. ``settled`` is what was settled until then; it is in the journal."""

    def __init__(self, message: str, help: Help, settled: Reconciliation) -> None:
        super().__init__(message, help)
        self.settled = settled


@dataclass(frozen=True, slots=True)
class Search:
    """Which operations are reconciled, and what the absence of their postings means.

    Attributes:
        since: when the last of the attempts had ended for certain, on the clock of the context. For those of a process
            that is gone: when the lock was taken.
        only: ids of operations; else all.
        taken_for_absent: a person says so: a posting that resembles the one in question is another one.
        closed: what counts as not made is never sent again.
        refused: ids of operations of which that holds in any case: HeyMilo said no.
        answers: what HeyMilo answered to the operations so far.
    """

    since: float
    only: frozenset[str] | None = None
    taken_for_absent: bool = False
    closed: bool = False
    refused: frozenset[str] = frozenset()
    answers: tuple[str, ...] = ()


def reconcile(state: State, context: RunContext, search: Search) -> Reconciliation:
    """Settle what is unknown; every result is in the journal when this returns.

    ``state``: as the store holds it. With a context without ``settling`` nothing counts as not made.

    Raises:
        IncompleteReconciliationError: (an ``UnreachableError``) HeyMilo could not be read to the end; what was settled
            until then is in the journal.
    """
    reconciler = _Reconciler(state, context, search)
    try:
        reconciler.compare(context.api.list_all(), final=False)
        if reconciler.unknown() and _waited(context, search, reconciler.unknown()):
            first = context.api.list_all()
            reconciler.compare(_merged(first, context.api.list_all()), final=True)
    except UnreachableError as error:
        raise IncompleteReconciliationError(error.message, error.help, reconciler.settled) from error
    return reconciler.settled


def _waited(context: RunContext, search: Search, unknown: Sequence[Intent]) -> bool:
    """Wait until a listing proves something; ``False`` where none ever does, and where somebody asked to stop."""
    settling = context.settling
    if settling is None:
        return False
    seconds = settling.left(search.since)
    if seconds > 0:
        names = tuple(sorted({intent.address for intent in unknown}))
        context.observer(Waiting(seconds, Reason(ReasonCode.WAITS_FOR_OUTCOMES, names, search.answers)))
    while (seconds := settling.left(search.since)) > 0 and not context.stopping():
        settling.sleep(min(seconds, _GLANCE_S))
    return not context.stopping()


def _merged(*listings: Iterable[Live]) -> list[Live]:
    """Return what any of the listings shows."""
    return list({live.posting_id: live for listing in listings for live in listing}.values())


def _ids(listed: Iterable[Mapping[str, object]]) -> set[object]:
    return {item.get("id") for item in listed}


class _Reconciler:
    def __init__(self, state: State, context: RunContext, search: Search) -> None:
        self.settled = Reconciliation(state)
        self._context = context
        self._search = search
        self._late = context.store.late() if state.unknown() else ()

    def unknown(self) -> list[Intent]:
        """Return what is still unknown, and asked for."""
        only = self._search.only
        return [intent for intent in self.settled.state.unknown() if only is None or intent.op_id in only]

    def compare(self, listed: Sequence[Live], *, final: bool) -> None:
        """Settle what this listing settles; ``final``: what it doesn't show wasn't made."""
        self.settled = replace(self.settled, open={}, seen=high_water(listed))
        for intent in self.unknown():
            if intent.kind == "create":
                self._create(intent, listed, final)
            else:
                self._change(intent, final)

    def _create(self, intent: Intent, listed: Sequence[Live], final: bool) -> None:
        owners = self._owners(intent, listed)
        original, mine = made_by(owners, intent)
        if original and (final or original.relation is Relation.PENDING):
            if copies := tuple(owned.posting_id for owned in mine if owned is not original):
                note = Reason(ReasonCode.COPY_LEFT_ALONE, intent.address, copies, original.posting_id)
                self.settled = replace(self.settled, notes=(*self.settled.notes, note))
            self._adopt(intent, original.live)
        elif mine and not original:
            ids = tuple(owned.posting_id for owned in mine)
            self._leave_open(intent, Reason(ReasonCode.SEVERAL_MADE, ids), ids)
        elif final and not mine:
            self._not_made(intent, owners)

    def _owners(self, intent: Intent, listed: Sequence[Live]) -> list[Ownership]:
        """Classify each listed posting, and each that another process saw made by this attempt."""
        attempt = (intent.op_id, intent.attempt)
        made = {late.live.posting_id: intent for late in self._late if (late.op_id, late.attempt) == attempt}
        listed = _merged(listed, self._evidence(made.keys() - {live.posting_id for live in listed}))
        state = self.settled.state
        owners = classify(state, listed, self._context.project, state.workspace.name, made)
        return [owners[live.posting_id] for live in listed]

    def _evidence(self, ids: Iterable[str]) -> list[Live]:
        """Read postings that are not listed, and that somebody who lost the lock saw made.

        Such a record lies beside the state, and who can write there could name any posting: none that is on record, and
        none whose marks name something else, is classified by it.
        """
        return [live for posting_id in sorted(ids) if (live := self._context.api.get(posting_id))]

    def _not_made(self, intent: Intent, owners: Sequence[Ownership]) -> None:
        """Give up a create of which no posting shows that isn't on record, unless one resembles it."""
        owners = () if self._search.taken_for_absent else owners
        recorded = tuple(owned.posting_id for owned in owners if owned.is_of(intent))
        alike = probable(owners, intent, lambda: self._title(intent))
        if recorded:  # HeyMilo shows it on a posting that the state has as something else: neither is believed
            self._leave_open(intent, Reason(ReasonCode.ON_RECORD_AS_ANOTHER, recorded), ())
        elif alike:
            self._leave_open(intent, Reason(ReasonCode.LOOKS_ALIKE, alike), alike)
        else:
            self._give_up(intent)

    def _change(self, intent: Intent, final: bool) -> None:
        live = self._context.api.get(intent.target or "")
        if intent.kind == "archive" and (live is None or live.archived):
            self._adopt(intent, live or Live(intent.target or "", "", None, "archived", True))
        elif intent.edit is not None and live and not live.archived and self._is_of(intent, live):
            self._edit(intent, intent.edit, live, final)
        elif live and self._shows(intent, live):
            self._adopt(intent, live)
        elif final:
            self._give_up(intent)

    def _is_of(self, intent: Intent, live: Live) -> bool:
        return self._owners(intent, [live])[0].is_of(intent)

    def _edit(self, intent: Intent, scope: EditScope, live: Live, final: bool) -> None:
        """Take an edit for done where nothing of it is left; else, once two listings of questions agree, for begun."""
        snapshot = self._context.store.snapshot(intent.digest) if intent.digest else None
        listed = self._context.api.questions(live.posting_id)
        if snapshot is not None:
            goal = Goal(Design(canonical(snapshot.request), snapshot.keys), snapshot.request, scope)
            calls = derive(goal, live.document, listed)
            if isinstance(calls, Calls) and calls.is_done:
                self._adopt(intent, live)
                return
        if final and _ids(listed) == _ids(self._context.api.questions(live.posting_id)):
            state = self._context.store.append(record.HalfDone(**of_intent(intent)))
            self.settled = replace(self.settled, state=state, absent={**self.settled.absent, intent.op_id: intent})

    def _shows(self, intent: Intent, live: Live) -> bool:
        """Return whether a posting shows that it was changed by this operation, or that it was activated."""
        if intent.kind == "activate":
            return live.status != "draft"
        return intent.kind in ("update", "adopt") and self._is_of(intent, live)

    def _title(self, intent: Intent) -> object:
        snapshot = self._context.store.snapshot(intent.digest) if intent.digest else None
        return snapshot.request.get("title") if snapshot else None

    def _adopt(self, intent: Intent, live: Live) -> None:
        at = fold.stamp(self._context.now())
        state = self._context.store.append(record.Confirmed(**of_intent(intent), live=written_posting(live), at=at))
        self.settled = replace(self.settled, state=state, adopted={**self.settled.adopted, intent.op_id: live})
        if intent.kind == "create" and not intent.reproducible:
            read_back(intent.digest or "", live.posting_id, self._context.store, self._context.api)

    def _give_up(self, intent: Intent) -> None:
        closed = self._search.closed or intent.op_id in self._search.refused
        state = self._context.store.append(
            record.Absent(**of_intent(intent), closed=closed, at=fold.stamp(self._context.now()))
        )
        self.settled = replace(self.settled, state=state, absent={**self.settled.absent, intent.op_id: intent})

    def _leave_open(self, intent: Intent, why: Reason, candidates: tuple[str, ...]) -> None:
        """Leave the operation unknown: a person has to say which of the candidates it made, if any."""
        choice = Reason(ReasonCode.PERSON_CHOOSES, self.settled.state.workspace.name, intent.address, candidates)
        self.settled = replace(self.settled, open={**self.settled.open, intent.op_id: (why, choice)})

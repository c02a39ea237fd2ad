"""What a posting has that was taken over, and that the posting which replaces it would not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heymilo_ops.finding import Finding
from heymilo_ops.model.live_request import LossCode, live_request
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.codes import make_finding
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.text.phrase import first_few

_NAMED = 5
_ATTRIBUTION = (LossCode.STEP_UNCLEAR, LossCode.TOO_MUCH_METADATA)
"""Losses of a reading that are none of the posting."""


def replace_loss_findings(inputs: PlanInput, changes: Sequence[Change]) -> Iterator[Finding]:
    """Yield a warning on each replace of a posting that has values no manifest can hold, as far as they were read.

    Only of one that was taken over: what a server adds by itself to the others, it adds to the next one too.
    """
    for change in changes:
        entry = inputs.entries.get(change.moved_from or change.address)
        if change.action is not Action.REPLACE or entry is None or entry.live_name is None:
            continue
        live = inputs.listed.get(entry.posting_id)
        if live is None or not live.document:
            continue
        losses = live_request(live.document, inputs.questions(entry.posting_id)).losses
        pointers = dict.fromkeys(loss.pointer for loss in losses if loss.code not in _ATTRIBUTION)
        if pointers:
            yield make_finding("PL204", change.address, posting_id=entry.posting_id, places=first_few(pointers, _NAMED))

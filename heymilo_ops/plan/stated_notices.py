"""The notices that a team says are given outside of a posting: a plan shows them, and checks none."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.model.notices import NoticeElsewhere, StatedNotice
from heymilo_ops.plan.change import Action, Change


def stated_notices(change: Change, elsewhere: Mapping[str, NoticeElsewhere]) -> tuple[StatedNotice, ...]:
    """Return what is stated of a posting that the change creates, replaces or edits, by name; nothing of others.

    ``elsewhere`` is what heymilo.yaml says of all postings; what a posting says of itself comes before it.
    """
    desired = change.desired
    if desired is None or not (change.action in (Action.CREATE, Action.REPLACE) or change.edits):
        return ()
    own = desired.ops.notices
    stated = {**elsewhere, **(own.stated if own is not None else {})}
    return tuple(StatedNotice(name, stated[name].given_in, stated[name].url) for name in sorted(stated))

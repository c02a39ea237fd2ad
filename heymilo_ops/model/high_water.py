"""How far HeyMilo's list of postings went: what it shows beyond that was made since."""

from __future__ import annotations

from collections.abc import Iterable

from heymilo_ops.model.live import Live
from heymilo_ops.model.state import HighWater


def high_water(listed: Iterable[Live]) -> HighWater:
    """Return the newest ``created_at`` by HeyMilo's own clock, and the ids of those that have it."""
    dated = [(live.created_at, live.posting_id) for live in listed if live.created_at is not None]
    newest = max((moment for moment, _ in dated), default=None)
    newest_ids = tuple(sorted(posting_id for moment, posting_id in dated if moment == newest))
    return HighWater(created_at=newest, ids=newest_ids)


def is_newer(live: Live, mark: HighWater | None) -> bool:
    """Return whether a posting may have been made since. Where nothing is known of one of them, it may."""
    if mark is None or mark.created_at is None or live.created_at is None:
        return True
    return live.created_at > mark.created_at or (live.created_at == mark.created_at and live.posting_id not in mark.ids)


def first_made(postings: Iterable[Live]) -> Live | None:
    """Return the one that was made before all the others, for certain.

    ``None`` where HeyMilo doesn't say when one of several was made, or gives the two first the same moment.
    """
    live_postings = list(postings)
    dated = sorted((live.created_at, live.posting_id) for live in live_postings if live.created_at is not None)
    if len(live_postings) < 2:
        return live_postings[0] if live_postings else None
    if len(dated) < len(live_postings) or dated[0][0] == dated[1][0]:
        return None
    return next(live for live in live_postings if live.posting_id == dated[0][1])

"""Postings that stay open until nobody is left in them, or until their days are over, and are archived then."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from heymilo_ops.model.posting import Ops
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.change import Drain


def open_leftovers(entry: PostingState) -> tuple[str, ...]:
    """Return the ids of an entry's postings that are neither current nor archived, oldest first."""
    closed = {revision.posting_id for revision in entry.revisions if revision.archived_at is not None}
    ids = dict.fromkeys(revision.posting_id for revision in entry.revisions)
    return tuple(posting_id for posting_id in ids if posting_id not in closed and posting_id != entry.posting_id)


def draining(entry: PostingState, ops: Ops | None = None) -> tuple[str, ...]:
    """Return the ids whose candidates have to be asked for (stats) before a plan may archive them.

    ``ops`` are those of the manifest; without a manifest the ones last applied count.
    """
    ops = ops or entry.ops
    leftovers = open_leftovers(entry) if ops.on_replace == "drain" else ()
    is_current = ops.lifecycle == "draining" and entry.status == "active"
    return (*leftovers, entry.posting_id) if is_current else leftovers


def drain_of(entry: PostingState, posting_id: str, ops: Ops, now: datetime) -> Drain:
    """Return how long one of the postings of an entry drains: the current one, or one that was replaced."""
    since = entry.draining_since if posting_id == entry.posting_id else replaced_at(entry, posting_id)
    return Drain(posting_id, since, ops.drain_days, _end(since, ops.drain_days, now).isoformat())


def begin_drain(posting_id: str, ops: Ops, now: datetime) -> Drain:
    """Return how long a posting will drain from the next apply on."""
    return Drain(posting_id, None, ops.drain_days, _end(None, ops.drain_days, now).isoformat())


def is_over(drain: Drain, now: datetime) -> bool:
    """Return whether the days of a drain are over. One that has not begun is not."""
    return drain.since is not None and now >= datetime.fromisoformat(drain.since) + timedelta(days=drain.days)


def replaced_at(entry: PostingState, posting_id: str) -> str:
    """Return when the posting was replaced: when the next one of the entry was applied."""
    ids = [revision.posting_id for revision in entry.revisions]
    after = len(ids) - ids[::-1].index(posting_id)
    return entry.revisions[after].applied_at if after < len(ids) else entry.current.applied_at


def _end(since: str | None, days: int, now: datetime) -> date:
    begin = now if since is None else datetime.fromisoformat(since)
    return (begin + timedelta(days=days)).astimezone(UTC).date()

"""The links at which candidates enter: which of them a run has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from heymilo_ops.model.state import PostingState, State


@dataclass(frozen=True, slots=True)
class ChangedLink:
    """A link that stopped, one that is new, or one that took the place of another.

    Attributes:
        before: the old link; ``None`` where there was none.
        after: the new link; ``None`` where there is none any more.
        is_open: the old link still takes new people.
    """

    address: str
    before: str | None
    after: str | None
    is_open: bool = False


def changed_links(before: State | None, after: State | None, urls: Mapping[str, str]) -> tuple[ChangedLink, ...]:
    """Return the links that differ between two states, by address.

    ``urls``: links by posting id, as HeyMilo listed them: a state knows only those of current postings.
    """
    old = before.postings if before is not None else {}
    new = after.postings if after is not None else {}
    return tuple(
        link for name in sorted(new) for link in _changed(name, _earlier(old, name, new[name]), new[name], urls)
    )


def _earlier(old: Mapping[str, PostingState], name: str, entry: PostingState) -> PostingState | None:
    return next((old[known] for known in (name, *reversed(entry.formerly)) if known in old), None)


def _changed(name: str, old: PostingState | None, new: PostingState, urls: Mapping[str, str]) -> Iterator[ChangedLink]:
    after = new.candidate_url if new.status == "active" else None
    if old is None:
        if after is not None and new.current.action != "adopt":  # an adopted posting keeps its link
            yield ChangedLink(name, None, after)
        return
    closed = _archived(new) - _archived(old)
    is_new = new.posting_id != old.posting_id
    if old.status == "archived":
        if is_new:
            yield ChangedLink(name, None, after)
    elif is_new or old.posting_id in closed:
        link = old.candidate_url or urls.get(old.posting_id)
        yield ChangedLink(name, link, after, is_open=old.posting_id not in _archived(new))
    for posting_id in sorted(closed - {old.posting_id}):
        yield ChangedLink(name, urls.get(posting_id), after)


def _archived(entry: PostingState) -> set[str]:
    return {revision.posting_id for revision in entry.revisions if revision.archived_at is not None}

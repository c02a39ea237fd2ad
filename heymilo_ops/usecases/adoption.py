"""What taking postings over needs beside a plan: what is read of them, which findings count, and which commits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from heymilo_ops import gitinfo
from heymilo_ops.errors import OpsError
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.live import Listing
from heymilo_ops.model.state import PostingState, State
from heymilo_ops.plan.change import CreatePosting, EditPosting, Plan

if TYPE_CHECKING:
    from pathlib import Path

    from heymilo_ops.apply.run_context import Author
    from heymilo_ops.statefile.store import StateStore
    from heymilo_ops.usecases.read_pace import PacedReads


def with_adopted(listing: Listing, reads: PacedReads, posting_ids: Iterable[str]) -> Listing:
    """Return the listing with all that is known of the postings that manifests ask to take over.

    They are read one by one where the list lacks them; their questions are read too, and which postings are blueprints.
    """
    asked = sorted(set(posting_ids))
    if not asked:
        return listing
    postings, missing = dict(listing.postings), set(listing.missing)
    for posting_id in asked:
        live = postings.get(posting_id) or reads.api.get(posting_id)
        if live is None:
            missing.add(posting_id)
        else:
            postings[posting_id] = live
    lives = [postings[posting_id] for posting_id in asked if posting_id in postings]
    takeable = {live.posting_id: live.title for live in lives if not live.archived}
    questions = reads.read_all(takeable, reads.api.questions)
    return replace(
        listing,
        postings=postings,
        missing=frozenset(missing),
        questions={**listing.questions, **questions},
        blueprints=reads.api.blueprints() if takeable else frozenset(),
    )


def adopted_ids(desired: Iterable[Desired], state: State | None, targets: frozenset[str]) -> Iterator[str]:
    """Yield the ids of the postings that manifests ask to take over and the state doesn't have; of ``targets`` alone
    where there are any.
    """
    known = state.posting_ids if state is not None else frozenset()
    for posting in desired:
        posting_id = posting.ops.adopt
        if posting_id is not None and posting_id not in known and (not targets or posting.address in targets):
            yield posting_id


def unseen_addresses(root: Path, state: State | None, here: Iterable[str]) -> frozenset[str]:
    """Return the adopted postings without a manifest ``here`` of which no apply has found one in a commit of HEAD."""
    history, with_manifest = _History(root), frozenset(here)
    entries = _adopted(state)
    return frozenset(
        name for name, entry in entries.items() if name not in with_manifest and not history.has_seen(entry)
    )


def record_commits(store: StateStore, root: Path, desired: Iterable[Desired], author: Author) -> None:
    """Record of each adopted posting the commit that holds its manifest, where none of HEAD's history is recorded yet.

    The caller holds the lock. What can't be written is recorded by a later apply: until then the absence of the
    manifest is held, which is the safe side.
    """
    state = store.state
    commits = commits_to_record(state, root, desired, lambda: author)
    if state is None or not commits:
        return
    postings = {
        name: entry.model_copy(update={"committed": commits[name]}) if name in commits else entry
        for name, entry in state.postings.items()
    }
    try:
        store.write(state.model_copy(update={"postings": postings}))
    except OpsError:
        return


def commits_to_record(
    state: State | None, root: Path, desired: Iterable[Desired], identify: Callable[[], Author]
) -> Mapping[str, str]:
    """Return by name the commit that holds an adopted posting's manifest, where no commit of HEAD is recorded."""
    history, entries = _History(root), _adopted(state)
    unseen = {name for name, entry in entries.items() if not history.has_seen(entry)}
    if not unseen:
        return {}
    author = identify()
    commits = {posting.address: author.commit_of(posting.source) for posting in desired if posting.address in unseen}
    return {name: commit for name, commit in commits.items() if commit is not None}


def unsent_adoptions(plan: Plan, state: State | None, desired: Iterable[Desired]) -> frozenset[str]:
    """Return the postings that the plan takes over, or that were taken over and of which it sends no design."""
    entries = state.postings if state is not None else {}
    sent = {
        change.address
        for change in plan.changes
        if any(isinstance(operation, CreatePosting | EditPosting) for operation in change.operations)
    }
    taken = {posting.address for posting in desired if posting.ops.adopt is not None and posting.address not in entries}
    return frozenset((taken | _adopted(state).keys()) - sent)


def _adopted(state: State | None) -> dict[str, PostingState]:
    entries = state.postings.items() if state is not None else ()
    return {name: entry for name, entry in entries if entry.status == "active" and entry.live_name is not None}


class _History:
    """The commits of HEAD's history, each asked for once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, bool] = {}

    def has_seen(self, entry: PostingState) -> bool:
        """Return whether an apply has found the posting's manifest in one of these commits."""
        commits = {entry.committed, *(revision.commit for revision in entry.revisions)} - {None}
        return any(self._has(commit) for commit in sorted(filter(None, commits)))

    def _has(self, commit: str) -> bool:
        if commit not in self._known:
            self._known[commit] = gitinfo.is_in_history(self._root, commit)
        return self._known[commit]

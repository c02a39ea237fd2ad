"""Does a store honour conditions? Asked once, before the first write, since a store that ignores them answers "done".

What the probe can't see is a store that checks and then sets in two steps; the stores named in the documentation were
raced.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from contextlib import suppress

from heymilo_ops.errors import StateError
from heymilo_ops.statefile.bucket import BucketRequests, ConditionFailed

PROBE_PREFIX = "probe"
_TRIES = 3


TagSpelling = Callable[[str], str]
"""From an ETag as the store gives it to one as it takes it."""


def quoted_tag(tag: str) -> str:
    """Return the ETag as the store gave it."""
    return tag


def bare_tag(tag: str) -> str:
    """Return the ETag without its quotes, which some gateways (Ceph of 2021) want back."""
    return tag.strip('"')


def probe_tag_spelling(store: BucketRequests, place: str) -> TagSpelling:
    """Find out how this store wants its tags spelled, after checking that it refuses what it must.

    Raises ``StateError`` where it ignores conditions, or refuses even those that hold.
    """
    for _ in range(_TRIES):
        if spelling := _spelling(store, place):
            return spelling
    raise StateError(
        f"{place} refuses to write even where its condition holds, so it can't keep the state",
        "Choose another store, or keep the state on a git branch: git:origin/heymilo-state.",
    )


def _spelling(store: BucketRequests, place: str) -> TagSpelling | None:
    """Probe once; ``None`` where a right condition was refused, as where a request was sent twice below us."""
    key = f"{PROBE_PREFIX}/{secrets.token_hex(16)}.json"
    try:
        first = store.create(key, _body())
        _must_refuse(lambda: store.create(key, _body()), place, "wrote over a key that was to be new")
        spelling = next(
            (spell for spell in (quoted_tag, bare_tag) if _replaces(store, key, respelled(first, spell))), None
        )
        if spelling:
            stale = respelled(first, spelling)
            _must_refuse(lambda: store.replace(key, _body(), stale), place, "replaced a version that was gone")
    except ConditionFailed:
        spelling = None
    except StateError:
        with suppress(StateError):
            store.remove(key)
        raise
    store.remove(key)
    return spelling


def respelled(tag: str, spell: TagSpelling) -> str:
    """Return a tag (JSON: ``[e_tag, version]``) with its ETag spelled so."""
    e_tag, version = json.loads(tag)
    return json.dumps([spell(e_tag) if e_tag else e_tag, version])


def _replaces(store: BucketRequests, key: str, tag: str) -> bool:
    try:
        store.replace(key, _body(), tag)
    except ConditionFailed:
        return False
    return True


def _must_refuse(write: Callable[[], str], place: str, what: str) -> None:
    try:
        write()
    except ConditionFailed:
        return
    raise StateError(
        f"{place} ignores conditions: it {what}. Two people applying at once would undo each other's work there",
        "Choose a store with conditional writes (If-None-Match and If-Match), or git:origin/heymilo-state.",
    )


def _body() -> bytes:
    """Make a body that is never the same twice: S3 takes the tag from the content."""
    return b'{"probe": "%s"}\n' % secrets.token_hex(16).encode()

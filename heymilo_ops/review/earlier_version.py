"""What changed since an earlier version of a review: each version carries, unseen, what the next is compared with."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode, b64encode
from binascii import Error as BadBase64
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from heymilo_ops.plan.review_input import ReviewInput
from heymilo_ops.review import document as doc
from heymilo_ops.review.document import Inline, Style, foreign, joined, own
from heymilo_ops.review.words import counted

Entry = tuple[str, int, int]
"""A hash of what is done to a posting, how many findings of it must be fixed, and how many are to decide."""

_LONGEST = 4_000
"""Characters of a version; one that would be longer has no postings, only their number and one hash."""
_DATA = re.compile(r"<!-- heymilo-ops:plan [^>\n]*\bdata=([A-Za-z0-9+/=]{1,8000}) -->")
_LARGEST = 400_000
_MOST = 10
_ALL = ""
"""The name under which a version has what is checked less, or all postings together."""


def version_of(review: ReviewInput) -> str:
    """Return what a later version of the review is compared with, to stand in a comment of HTML."""
    entries = _entries(review)
    text = _encoded(entries)
    return text if len(text) <= _LONGEST else _encoded({_ALL: (_hash(sorted(entries.items())), len(entries), 0)})


def since_blocks(earlier: str, review: ReviewInput, titles: Mapping[str, str]) -> Iterator[doc.Block]:
    """Yield what changed since the review whose text this is; nothing where it is the first, or can't be read."""
    known = _decoded(earlier)
    if known is None:
        return
    entries = _entries(review)
    if _decoded(f"<!-- heymilo-ops:plan data={version_of(review)} -->") == known:
        yield doc.Paragraph((own("Since the last version of this review", Style.STRONG), own(": nothing changed.")))
        return
    parts = list(_parts(known, entries, titles)) if set(known) - {_ALL} and set(entries) - {_ALL} else []
    parts = parts or [(own("something changed; there are too many postings to say which"),)]
    if len(parts) > _MOST:
        parts = [*parts[:_MOST], (own(f"{len(parts) - _MOST} more"),)]
    yield doc.Paragraph(
        (own("Since the last version of this review", Style.STRONG), own(": "), *joined(parts, "; "), own("."))
    )


def _entries(review: ReviewInput) -> dict[str, Entry]:
    entries = {
        change.address: (
            _hash([change.action, change.before_digest, change.after_digest, change.archives]),
            sum(item.must_fix for item in review.findings_of(change.address)),
            sum(item.dismissed is None and not item.must_fix for item in review.findings_of(change.address)),
        )
        for change in review.changes
    }
    loosened = [(item.kind, item.name, repr(item.after), item.address) for item in review.loosened]
    return {**entries, _ALL: (_hash(loosened), len(loosened), 0)} if loosened else entries


def _parts(known: Mapping[str, Entry], entries: Mapping[str, Entry], titles: Mapping[str, str]) -> Iterator[Inline]:
    for name in sorted((known.keys() | entries.keys()) - {_ALL}):
        old, new, title = known.get(name), entries.get(name), foreign(titles.get(name, name), Style.STRONG)
        if old is None or new is None:
            yield title, own(" is changed now" if old is None else " is no longer changed")
        elif old != new:
            what = ["changed again"] * (old[0] != new[0])
            what += [f"must fix {old[1]} → {new[1]}"] * (old[1] != new[1])
            what += [f"to decide {old[2]} → {new[2]}"] * (old[2] != new[2])
            yield title, own(f" {', '.join(what)}")
    if known.get(_ALL) != entries.get(_ALL):
        yield (own("what is checked less"),)
    same = sum(known.get(name) == entry for name, entry in entries.items() if name != _ALL)
    if same:
        yield (own(f"{counted(same, 'other posting')} as before"),)


def _hash(value: Sequence[object]) -> str:
    return sha256(repr(value).encode()).hexdigest()[:8]


def _encoded(entries: Mapping[str, Entry]) -> str:
    """Return entries as text that can't end a comment of HTML."""
    return b64encode(zlib.compress(json.dumps(entries, separators=(",", ":"), sort_keys=True).encode(), 9)).decode()


def _decoded(text: str) -> dict[str, Entry] | None:
    """Read the version in a review; ``None`` where there is none, or it is damaged."""
    match = _DATA.search(text)
    if match is None:
        return None
    try:
        data = json.loads(zlib.decompressobj().decompress(b64decode(match[1], validate=True), _LARGEST))
        return {str(name)[:200]: (str(it[0]), int(it[1]), int(it[2])) for name, it in data.items()}
    except (BadBase64, zlib.error, ValueError, TypeError, AttributeError, LookupError):
        return None

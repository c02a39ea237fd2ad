"""What a commit on the state's branch says: what was applied, by whom, of which commit."""

from __future__ import annotations

import json
from typing import Any


def describe(key: str, before: bytes | None, after: bytes | None) -> str:
    """A commit message for one write of ``key``, with the key's path in front. ``after`` is ``None`` for a removal."""
    if after is None:
        return f"{key}: removed"
    new = _postings(after)
    if new is None:
        return f"{key}: {'written' if before is None else 'replaced'}"
    lines = _lines(_postings(before) or {}, new)
    subject = f"{key}: {len(lines)} applied" if len(lines) != 1 else f"{key}: {lines[0].partition(',')[0]}"
    return "\n".join([subject, "", *lines]) if lines else f"{key}: recorded"


def _postings(data: bytes | None) -> dict[str, Any] | None:
    """The postings of a state document, ``None`` for any other."""
    try:
        found = json.loads(data or b"")
    except ValueError:
        return None
    postings = found.get("postings") if isinstance(found, dict) else None
    return postings if isinstance(postings, dict) else None


def _lines(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    lines = [_line(name, new[name]) for name in sorted(new) if _mark(new[name]) != _mark(old.get(name))]
    return lines + [f"forget {name}" for name in sorted(old.keys() - new.keys())]


def _mark(posting: Any) -> tuple[Any, ...]:
    """What an apply changes of a posting."""
    last = _last(posting)
    return (len(_revisions(posting)), *(last.get(each) for each in ("number", "digest", "posting_id", "archived_at")))


def _line(name: str, posting: Any) -> str:
    last = _last(posting)
    done = "archive" if last.get("archived_at") else str(last.get("action"))
    commit = f", from commit {str(last['commit'])[:12]}" if last.get("commit") else ""
    return f"{done} {name}@{last.get('number')}, by {last.get('applied_by')}{commit}"


def _last(posting: Any) -> dict[str, Any]:
    revisions = _revisions(posting)
    return revisions[-1] if revisions and isinstance(revisions[-1], dict) else {}


def _revisions(posting: Any) -> list[Any]:
    found = posting.get("revisions") if isinstance(posting, dict) else None
    return found if isinstance(found, list) else []

"""What a commit on the state's branch says: what was done, by whom, of which commit."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple


class DocumentChange(NamedTuple):
    """One key's part in a commit. ``key`` has the workspace's folder in front; ``None`` is nothing there."""

    key: str
    before: bytes | None
    after: bytes | None


def describe_all(changes: Sequence[DocumentChange]) -> str:
    """Return a commit message for one or several changes of one workspace."""
    if len(changes) == 1:
        return describe(*changes[0])
    place = changes[0].key.partition("/")[0]
    rooms = sorted({change.key.split("/")[1] for change in changes})
    done = "removed" if all(change.after is None for change in changes) else "written"
    lines = [f"{change.key}: {'removed' if change.after is None else 'written'}" for change in changes]
    return _text([f"{place}: {len(changes)} documents of {', '.join(rooms)} {done}", "", *lines])


def describe(key: str, before: bytes | None, after: bytes | None) -> str:
    """Return a commit message for one write of ``key``. ``after`` is ``None`` for a removal. Takes any bytes."""
    if after is None:
        return f"{key}: removed"
    document = _parsed(after)
    if "/journal/" in key and isinstance(document.get("records"), list):
        return _text(_journal(key, document))
    if isinstance(document.get("holder"), dict):
        return _text([_lease(key, _parsed(before), document)])
    if not isinstance(document.get("postings"), dict):
        return f"{key}: {'written' if before is None else 'replaced'}"
    old = _parsed(before).get("postings")
    lines = _lines(old if isinstance(old, dict) else {}, document["postings"])
    subject = f"{key}: {len(lines)} applied" if len(lines) != 1 else f"{key}: {lines[0].partition(',')[0]}"
    return _text([subject, "", *lines] if lines else [f"{key}: recorded"])


def _text(lines: Sequence[str]) -> str:
    """Join lines as git takes them: each of them one, without a NUL, in UTF-8."""
    plain = "\n".join(" ".join(line.replace("\0", " ").split()) for line in lines)
    return plain.encode("utf-8", "replace").decode()


def _parsed(data: bytes | None) -> dict[str, Any]:
    """Parse a document; empty where it is none."""
    try:
        document = json.loads(data or b"")
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


# The journal.

_DONE = {
    "confirmed": ("", "done"),
    "rejected": (": refused by HeyMilo", "refused"),
    "half_done": (": stopped half-way", "stopped half-way"),
    "unknown": (": outcome unknown", "of unknown outcome"),
    "absent": (": never happened", "never happened"),
}


def _journal(key: str, document: dict[str, Any]) -> list[str]:
    place = key.partition("/journal/")[0]
    records = [record for record in document["records"] if isinstance(record, dict)]
    lines = [line for record in records for line in _record(record)]
    by = f", by {document['by']}" if document.get("by") else ""
    subject = f"{place}: {_headline(records)}{by} (journal {document.get('epoch')}/{document.get('seq')})"
    return [subject, "", *lines] if len(lines) > 1 or "commit" in "".join(lines) else [subject]


def _headline(records: Sequence[dict[str, Any]]) -> str:
    """Return the one thing that was recorded, or how many of which kind."""
    outcomes = [record for record in records if str(record.get("kind")) in _DONE]
    if len(outcomes) == 1:
        return _record(outcomes[0])[0]
    if outcomes:
        counts = Counter(_DONE[str(record["kind"])][1] for record in outcomes)
        return ", ".join(f"{number} {words}" for words, number in counts.items())
    first = [record for record in records if record.get("kind") != "sending"] or records
    if not first:
        return "nothing recorded"
    if len(first) > 1:
        return f"{len(first)} records"
    if len(intents := _intents(first[0])) > 1:
        return f"begin {len(intents)} changes"
    return _record(first[0])[0].partition(", from commit")[0]


def _record(record: dict[str, Any]) -> list[str]:
    """Describe a record, a line for each change; at least one."""
    kind = str(record.get("kind"))
    if kind in _DONE:
        return [f"{_change(record)}{_DONE[kind][0]}"]
    if kind == "opened":
        return [f"begin to {_change(intent)}{_from(intent)}" for intent in _intents(record)] or ["begin"]
    if kind == "retried" and isinstance(record.get("intent"), dict):
        return [f"begin again to {_change(record['intent'])}{_from(record['intent'])}"]
    if kind == "sending":
        number = len(_listed(record.get("ops")))
        return [f"send {number} request{'s' * (number != 1)}"]
    if kind == "sealed":
        return [f"closed by run {record.get('by_epoch')}, which took over"]
    return [f"{kind} {record['address']}" if record.get("address") else kind]


def _change(record: dict[str, Any]) -> str:
    """Describe a change, such as ``replace support@2``."""
    what, action = record.get("what") or record.get("kind"), record.get("action")
    verb = "archive" if what == "archive" else action or what
    number = record.get("number")
    return f"{verb} {record.get('address')}" + (f"@{number}" if number is not None else "")


def _intents(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [intent for intent in _listed(record.get("intents")) if isinstance(intent, dict)]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


# The lease.


def _lease(key: str, old: dict[str, Any], new: dict[str, Any]) -> str:
    place, holder = key.rpartition("/")[0], new["holder"]
    by = f"by {holder.get('who')} ({holder.get('operation')})"
    if new.get("released"):
        return f"{place}: lock of {holder.get('who')} given back"
    return f"{place}: lock {'renewed' if old.get('lease_id') == new.get('lease_id') else 'taken'} {by}"


# The state.


def _lines(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    lines = [_line(name, new[name]) for name in sorted(new) if _mark(new[name]) != _mark(old.get(name))]
    return lines + [f"forget {name}" for name in sorted(old.keys() - new.keys())]


def _mark(posting: Any) -> tuple[Any, ...]:
    """Return what an apply changes of a posting."""
    number, last = _newest(posting)
    return (number, *(last.get(field) for field in ("number", "digest", "posting_id", "archived_at")))


def _line(name: str, posting: Any) -> str:
    _, last = _newest(posting)
    done = "archive" if last.get("archived_at") else str(last.get("action"))
    return f"{done} {name}@{last.get('number')}, by {last.get('applied_by')}{_from(last)}"


def _from(record: dict[str, Any]) -> str:
    return f", from commit {str(record['commit'])[:12]}" if record.get("commit") else ""


def _newest(posting: Any) -> tuple[int, dict[str, Any]]:
    """Return how many revisions a posting has, and the last one."""
    revisions = _listed(posting.get("revisions") if isinstance(posting, dict) else None)
    last = revisions[-1] if revisions else None
    return len(revisions), last if isinstance(last, dict) else {}

"""What several postings change alike because they have it from one file: reported once, with their names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from heymilo_ops.model.canonical import settings_fields
from heymilo_ops.model.desired import Desired
from heymilo_ops.plan.change import Change, FieldChange, Plan, SharedChange

FEWEST = 2
"""In fewer postings than this a change is reported as theirs."""
_KINDS = ("added", "changed", "removed")

_Key = tuple[str, str, str]
"""Tail, kind, and both values: what distinguishes one shared change from another, but for the file."""


def find_shared_changes(changes: Iterable[Change], desired: Mapping[str, Desired]) -> tuple[SharedChange, ...]:
    """Return the changes that at least two postings have from one file, the gravest first.

    ``desired`` has the manifest of each address; what a change carries may be another design. A value that is gone
    counts where its postings share a file that could have held it: which file did isn't recorded.
    """
    groups: dict[tuple[str, _Key], list[tuple[str, FieldChange]]] = {}
    for change in changes:
        manifest = desired.get(change.address)
        for field in change.fields if manifest is not None else ():
            path = _file(manifest, field) if manifest is not None and field.kind in _KINDS else None
            if path is not None:
                groups.setdefault((path, _key(field)), []).append((change.address, field))
    alike = (_change(path, key[0], members) for (path, key), members in groups.items())
    return tuple(sorted((entry for entry in alike if len(entry.addresses) >= FEWEST), key=_gravest_first))


def _gravest_first(entry: SharedChange) -> tuple[int, str, str, str]:
    return -entry.effect.weight, entry.path, entry.field, entry.kind


def _file(desired: Desired, field: FieldChange) -> str | None:
    """Return the file, other than the posting's own, that holds a value."""
    pointer = _pointer(desired, field)
    if pointer is None:
        return None
    if field.kind == "removed" and pointer not in desired.origins:
        return _held_once(desired, pointer)
    path = desired.origin(pointer)
    return path if path != desired.source else None


def _pointer(desired: Desired, field: FieldChange) -> str | None:
    """Return where the value stands in the manifest; ``None`` where what held it is gone as well."""
    _, workflow, rest = field.path.partition("/workflow/")
    _, questions, inner = rest.partition("/questions")
    if field.kind != "removed" or not workflow:
        return field.path
    if not questions:
        return field.path if "/" in rest else None
    at = next((pointer for pointer, key in desired.keys.items() if field.key is not None and key == field.key), None)
    name = inner.partition("/")[2].partition("/")[2]
    return f"{at}/{name}" if at is not None and name else None


def _held_once(desired: Desired, pointer: str) -> str | None:
    """Return the one shared file that the rest of the question, or of the posting, comes from."""
    around, asked, _ = pointer.rpartition("/questions/")
    number = pointer.removeprefix(f"{around}{asked}").partition("/")[0]
    start = f"{around}{asked}{number}/" if asked else "/"
    folder = "/_shared/questions/" if asked else "/_shared/defaults/"
    files = {path for pointer, path in desired.origins.items() if pointer.startswith(start) and folder in path}
    return files.pop() if len(files) == 1 else None


def tail(field: FieldChange) -> str:
    """Return where a value sits, without the numbers that differ between postings: ``/questions/KEY/text``,
    ``/config/video``.

    ``""`` for a whole step.
    """
    parts = field.path.split("/")[1:]
    if parts[0] != "workflow":
        return field.path
    inner = parts[2:]
    if len(inner) > 1 and inner[0] == "questions":
        inner = ["questions", *([field.key] if field.key else []), *inner[2:]]
    return "".join(f"/{part}" for part in inner)


def _key(field: FieldChange) -> _Key:
    return tail(field), field.kind, json.dumps([field.before, field.after], sort_keys=True)


def _change(path: str, at: str, members: Sequence[tuple[str, FieldChange]]) -> SharedChange:
    first = members[0][1]
    addresses = tuple(dict.fromkeys(address for address, _ in members))
    return SharedChange(path, at, first.kind, first.before, first.after, first.effect, addresses)


class Shares:
    """Which field changes of which posting are covered by a shared entry of a plan."""

    def __init__(self, plan: Plan) -> None:
        self._entries: dict[tuple[str, _Key], SharedChange] = {}
        for entry in plan.shared:
            key = entry.field, entry.kind, json.dumps([entry.before, entry.after], sort_keys=True)
            for name in entry.addresses:
                self._entries[name, key] = entry

    def of(self, change: Change, field: FieldChange) -> SharedChange | None:
        """Return the entry that covers a field change, ``None`` where it is the posting's own."""
        return self._entries.get((change.address, _key(field)))

    def own(self, change: Change) -> tuple[FieldChange, ...]:
        """Return the field changes that are particular to a posting."""
        return tuple(field for field in change.fields if self.of(change, field) is None)

    def entries(self, change: Change) -> tuple[SharedChange, ...]:
        """Return the entries that cover something of a posting, each once."""
        entries = (self.of(change, field) for field in change.fields)
        return tuple({id(entry): entry for entry in entries if entry is not None}.values())

    def alone(self, change: Change) -> bool:
        """Return whether nothing but shared changes moves a posting."""
        return bool(change.fields) and not self.own(change) and change.moved_from is None


def count_reached(shared: Iterable[SharedChange], ended: Iterable[str]) -> list[tuple[str, int]]:
    """Return how many of the ``ended`` postings each file would replace by itself, the farthest-reaching first.

    A value that is gone isn't counted: the file is only likely to have held it.
    """
    among = set(ended)
    reached: dict[str, set[str]] = {}
    for entry in shared:
        if entry.kind != "removed" and _is_design(entry):
            reached.setdefault(entry.path, set()).update(among.intersection(entry.addresses))
    return sorted(((path, len(names)) for path, names in reached.items() if names), key=lambda row: (-row[1], row[0]))


def _is_design(entry: SharedChange) -> bool:
    return entry.field.split("/")[1] not in (*settings_fields(), "ops")

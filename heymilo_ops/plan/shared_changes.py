"""What several postings change alike because they have it from one file: told once, with the postings it reaches."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from heymilo_ops.model.canonical import settings_fields
from heymilo_ops.model.desired import Desired
from heymilo_ops.plan.change import Change, FieldChange, Plan, SharedChange

FEWEST = 2
"""In fewer postings than this a change is told as theirs."""
_KINDS = ("added", "changed", "removed")

Said = tuple[str, str, str]
"""Tail, kind, and both values: what tells one shared change from another, but for the file."""


def shared(changes: Iterable[Change], desired: Mapping[str, Desired]) -> tuple[SharedChange, ...]:
    """The changes that at least two postings have from one file, the gravest first.

    ``desired`` has the manifest of each address; what a change carries may be another design. A value that is gone
    counts where its postings share a file that could have held it: which file did isn't recorded.
    """
    groups: dict[tuple[str, Said], list[tuple[str, FieldChange]]] = {}
    for change in changes:
        manifest = desired.get(change.address)
        for field in change.fields if manifest is not None else ():
            path = _file(manifest, field) if manifest is not None and field.kind in _KINDS else None
            if path is not None:
                groups.setdefault((path, _said(field)), []).append((change.address, field))
    found = (_change(path, said[0], members) for (path, said), members in groups.items())
    return tuple(sorted((each for each in found if len(each.addresses) >= FEWEST), key=_gravest_first))


def _gravest_first(each: SharedChange) -> tuple[int, str, str, str]:
    return -each.effect.weight, each.path, each.field, each.kind


def _file(desired: Desired, field: FieldChange) -> str | None:
    """The file, other than the posting's own, that holds a value."""
    pointer = _pointer(desired, field)
    if pointer is None:
        return None
    if field.kind == "removed" and pointer not in desired.origins:
        return _held_once(desired, pointer)
    path = desired.origin(pointer)
    return path if path != desired.source else None


def _pointer(desired: Desired, field: FieldChange) -> str | None:
    """Where the value stands in the manifest; ``None`` where what held it is gone as well."""
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
    """The one shared file that the rest of the question, or of the posting, comes from."""
    around, asked, _ = pointer.rpartition("/questions/")
    number = pointer.removeprefix(f"{around}{asked}").partition("/")[0]
    start = f"{around}{asked}{number}/" if asked else "/"
    folder = "/_shared/questions/" if asked else "/_shared/defaults/"
    files = {path for each, path in desired.origins.items() if each.startswith(start) and folder in path}
    return files.pop() if len(files) == 1 else None


def tail(field: FieldChange) -> str:
    """Where a value sits, without the numbers that differ between postings: ``/questions/KEY/text``, ``/config/video``.

    ``""`` for a whole step.
    """
    parts = field.path.split("/")[1:]
    if parts[0] != "workflow":
        return field.path
    inner = parts[2:]
    if len(inner) > 1 and inner[0] == "questions":
        inner = ["questions", *([field.key] if field.key else []), *inner[2:]]
    return "".join(f"/{part}" for part in inner)


def _said(field: FieldChange) -> Said:
    return tail(field), field.kind, json.dumps([field.before, field.after], sort_keys=True)


def _change(path: str, at: str, members: Sequence[tuple[str, FieldChange]]) -> SharedChange:
    first = members[0][1]
    addresses = tuple(dict.fromkeys(address for address, _ in members))
    return SharedChange(path, at, first.kind, first.before, first.after, first.effect, addresses)


class Shares:
    """Which field changes of which posting are told by a shared entry of a plan."""

    def __init__(self, plan: Plan) -> None:
        self._found: dict[tuple[str, Said], SharedChange] = {}
        for each in plan.shared:
            said = each.field, each.kind, json.dumps([each.before, each.after], sort_keys=True)
            for address in each.addresses:
                self._found[address, said] = each

    def of(self, change: Change, field: FieldChange) -> SharedChange | None:
        """The entry that tells a field change, ``None`` where it is the posting's own."""
        return self._found.get((change.address, _said(field)))

    def own(self, change: Change) -> tuple[FieldChange, ...]:
        """The field changes that are particular to a posting."""
        return tuple(each for each in change.fields if self.of(change, each) is None)

    def entries(self, change: Change) -> tuple[SharedChange, ...]:
        """The entries that tell something of a posting, each once."""
        found = (self.of(change, each) for each in change.fields)
        return tuple({id(each): each for each in found if each is not None}.values())

    def alone(self, change: Change) -> bool:
        """Whether nothing but shared changes moves a posting."""
        return bool(change.fields) and not self.own(change) and change.moved_from is None


def reach(found: Iterable[SharedChange], ended: Iterable[str]) -> list[tuple[str, int]]:
    """How many of the ``ended`` postings each file would replace by itself, the farthest-reaching first.

    A value that is gone isn't counted: the file is only likely to have held it.
    """
    among = set(ended)
    reached: dict[str, set[str]] = {}
    for each in found:
        if each.kind != "removed" and _is_design(each):
            reached.setdefault(each.path, set()).update(among.intersection(each.addresses))
    return sorted(((path, len(names)) for path, names in reached.items() if names), key=lambda row: (-row[1], row[0]))


def _is_design(each: SharedChange) -> bool:
    return each.field.split("/")[1] not in (*settings_fields(), "ops")

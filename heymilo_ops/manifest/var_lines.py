"""Variables of a workspace as lines of heymilo.yaml: named after what people know, and put in with its layout kept."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from heymilo_ops.errors import AttentionError
from heymilo_ops.manifest.quoting import write_text
from heymilo_ops.manifest.yaml_comments import Layout
from heymilo_ops.manifest.yaml_file import read
from heymilo_ops.manifest.yaml_nodes import Node, compose

_STEP = 2


@dataclass(frozen=True, slots=True)
class VarLine:
    """One variable: its key, its value, and the name people know (one printable line)."""

    key: str
    value: str
    known_as: str

    def __str__(self) -> str:
        return f"{self.key}: {write_text(self.value)}  # {self.known_as}"


def var_lines(prefix: str, rows: Iterable[tuple[str, str]]) -> list[VarLine]:
    """A variable for each (id, name), called ``prefix_name``; names that several share get their ids too."""
    rows = list(rows)
    times = Counter(slug(name) for _, name in rows)
    return [
        VarLine("_".join(filter(None, (prefix, slug(name), slug(id) if times[slug(name)] > 1 else ""))), id, name)
        for id, name in rows
    ]


def slug(name: str) -> str:
    """Small letters, digits and underscores; ``""`` where the name has no such letters."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")


def with_vars(text: str, workspace: str, wanted: Sequence[VarLine]) -> str:
    """The text of heymilo.yaml with the variables in ``workspaces.<workspace>.vars``; all else stays.

    A key or an id that is there already is left. Raises ``AttentionError`` where a key has another value, or the
    file is written so that it can't be edited in place.
    """
    source = read(text, "")
    held = _held(source.data, workspace)
    if clashes := [each for each in wanted if each.key in held and held[each.key] != each.value]:
        said = "; ".join(f"{each.key} is {held[each.key]} there, and {each.value} at HeyMilo" for each in clashes)
        raise AttentionError(
            f"workspaces.{workspace}.vars has other values: {said}",
            "Nothing was written. Rename or remove those in heymilo.yaml, or choose others with --search.",
        )
    fresh = [each for each in wanted if each.value not in held.values()]
    if not fresh:
        return text
    edited = _edited(source.text, workspace, fresh)
    if edited is None or not _is_as_meant(source.text, edited, workspace, fresh):
        raise AttentionError(
            f"heymilo.yaml can't be edited in place, because of the way workspaces.{workspace} is written",
            "Nothing was written. Paste the lines of --format yaml there by hand.",
        )
    return edited


def _held(data: Mapping[str, Any] | None, workspace: str) -> dict[str, Any]:
    return ((data or {}).get("workspaces", {}).get(workspace) or {}).get("vars") or {}


def _is_as_meant(before: str, after: str, workspace: str, fresh: Sequence[VarLine]) -> bool:
    """Whether the edited text says what it said, and the variables, and has every comment."""
    meant: Any = deepcopy(read(before, "").data)
    place = meant["workspaces"][workspace]
    place["vars"] = {**(place.get("vars") or {}), **{each.key: each.value for each in fresh}}
    comments = _comments(before) + Counter(f"# {each.known_as}" for each in fresh)
    return read(after, "").data == meant and _comments(after) == comments


def _comments(text: str) -> Counter[str]:
    root = compose(text).root
    return Counter(each.text for each in Layout(text, root).comments.values()) if root is not None else Counter()


def _edited(text: str, workspace: str, fresh: Sequence[VarLine]) -> str | None:
    """The text with the lines put in; ``None`` where that needs more than putting lines in."""
    root = compose(text).root
    found = _entry(_entry(root, "workspaces"), workspace)
    if root is None or found is None or root.flow:
        return None
    lines = text.rstrip("\n").split("\n")
    layout = Layout(text.rstrip("\n"), root)
    held = _entry(found, "vars")
    if held is not None and held[1].kind == "map" and not held[1].flow:
        at = layout.content_end(held[1])
        new = _indented(map(str, fresh), held[1].start.column)
        return _joined(lines[:at], new, lines[at:])
    if not found[1].flow and held is None:
        at = layout.content_end(found[1])
        column = found[1].start.column
        new = _indented(["vars:"], column) + _indented(map(str, fresh), column + _STEP)
        return _joined(lines[:at], new, lines[at:])
    key, value = held if held is not None and not found[1].flow else found
    if value.start.line != key.start.line or value.end.line != value.start.line:
        return None
    at = key.start.line
    unfolded = _unfolded(lines[at], value, fresh, is_vars=value is not found[1])
    behind = "".join(f"  {comment}" for comment in layout.trailing(at, at))
    head = f"{lines[at][: key.end.column]}:{behind}"
    return _joined(lines[:at], [head, *_indented(unfolded, key.start.column + _STEP)], lines[at + 1 :])


def _unfolded(line: str, node: Node, fresh: Sequence[VarLine], *, is_vars: bool) -> list[str]:
    """A mapping in braces (or nothing at all) as lines, with the variables in it."""
    if is_vars:
        return [*(_sliced(line, *entry) for entry in node.entries), *map(str, fresh)]
    out = [_sliced(line, *entry) for entry in node.entries if entry[0].value != "vars"]
    held = next((value for key, value in node.entries if key.value == "vars"), None)
    inner = _unfolded(line, held, fresh, is_vars=True) if held is not None else [str(each) for each in fresh]
    return [*out, "vars:", *_indented(inner, _STEP)]


def _sliced(line: str, key: Node, value: Node) -> str:
    written = line[value.start.column : value.end.column]
    return f"{line[key.start.column : key.end.column]}: {written}".rstrip()


def _entry(parent: Node | tuple[Node, Node] | None, name: str) -> tuple[Node, Node] | None:
    node = parent[1] if isinstance(parent, tuple) else parent
    if node is None:
        return None
    return next((entry for entry in node.entries if entry[0].value == name), None)


def _indented(lines: Iterable[str], column: int) -> list[str]:
    return [" " * column + line for line in lines]


def _joined(*parts: Sequence[str]) -> str:
    return "\n".join(line for part in parts for line in part) + "\n"

"""The lines of a YAML text in block style, changed value by value. Lines of what stays are not written anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from heymilo_ops.manifest.fmt import Path
from heymilo_ops.manifest.item_pairing import paired, same
from heymilo_ops.manifest.key_order import ORDER
from heymilo_ops.manifest.quoting import write_folded, write_literal, write_text
from heymilo_ops.manifest.yaml_comments import Layout
from heymilo_ops.manifest.yaml_dump import dump
from heymilo_ops.manifest.yaml_file import read
from heymilo_ops.manifest.yaml_nodes import Node

_KEEPS_BLANKS = re.compile(r"[|>][0-9]?\+")


class _OddLayoutError(Exception):
    """A collection isn't written one entry a line, so its lines can't be moved."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The lines of one entry: comments above it from ``lead``, the entry from ``begin`` up to ``behind``."""

    lead: int
    begin: int
    behind: int


class Blocks:
    """A text, and its root, a mapping in block style.

    ``is_deep`` tells whether collections are edited inside; else one that differs is written anew as a whole.
    """

    def __init__(self, text: str, root: Node, *, is_deep: bool = True) -> None:
        self.layout = Layout(text, root)
        self.lines = self.layout.lines
        self.root = root
        self.is_deep = is_deep

    def edited(self, now: Mapping[str, Any], wanted: Mapping[str, Any]) -> str:
        """The text with what is ``wanted`` in the place of what it says ``now``. The caller has to read it back."""
        try:
            return "\n".join(self._mapping(self.root, now, wanted, (), 0, len(self.lines)))
        except _OddLayoutError:
            return ""

    # -- collections ---------------------------------------------------------------------------------------------------

    def _mapping(
        self, node: Node, now: Mapping[str, Any], wanted: Mapping[str, Any], path: Path, begin: int, end: int
    ) -> list[str]:
        """The new lines for the lines ``begin`` to ``end``, which hold the mapping and nothing else."""
        column = node.start.column
        self._require_own_lines([key for key, _ in node.entries], column, begin)
        names = [key.value for key, _ in node.entries]
        parts, rest = self._parts([key.start.line for key, _ in node.entries], node, column, begin, end)
        fresh = self._fresh(wanted, names, path, column)
        out: list[str] = [] if not path else fresh.get("", [])
        for part, (key, value) in zip(parts, node.entries, strict=True):
            lead = self.lines[part.lead : part.begin]
            if key.value in wanted:
                _add(out, lead)
                out += self._entry(part, value, (*path, key.value), column, (now[key.value], wanted[key.value]))
            else:  # comments at the head of a file are on the whole of it
                _add(out, lead if not path and part is parts[0] else self._apart(part))
            out += fresh.get(key.value, [])
            if not path and part is parts[0]:
                out += fresh.get("", [])
        _add(out, self.lines[rest:end])
        return out

    def _list(
        self, node: Node, now: Sequence[Any], wanted: Sequence[Any], path: Path, begin: int, end: int
    ) -> list[str]:
        """As ``_mapping``, for a list."""
        starts = self._dash_lines(node, begin)
        column = self.lines[starts[0]].index("-")
        if any(self.lines[start].find("-") != column for start in starts):
            raise _OddLayoutError
        parts, rest = self._parts(starts, node, column, begin, end)
        came_from = paired(now, wanted)
        left_over = self._left_over(parts, {index for index in came_from if index is not None})
        is_spaced = any(self._leads_blank(part) for part in parts[1:])
        out: list[str] = []
        for number, (index, value) in enumerate(zip(came_from, wanted, strict=True)):
            at = (*path, number)
            if index is None:
                _add(out, [""] if is_spaced and number else [])
                out += _indented(_dumped(at, value), column)
                continue
            part = parts[index]
            lead = [*left_over.get(index, []), *self.lines[part.lead : part.begin]]
            if number and not index and is_spaced and lead[:1] != [""]:
                lead = ["", *lead]
            _add(out, lead if number else lead[1:] if index and lead[:1] == [""] else lead)
            out += self._item(part, node.items[index], at, column, (now[index], value))
        _add(out, left_over.get(len(parts), []))
        _add(out, self.lines[rest:end])
        return out

    def _parts(self, starts: Sequence[int], node: Node, column: int, begin: int, end: int) -> tuple[list[_Part], int]:
        """The lines of each entry, and the line where those behind the last one begin."""
        values = node.items or [value for _, value in node.entries]
        found: list[_Part] = []
        lead = begin
        for number, value in enumerate(values):
            following = starts[number + 1] if number + 1 < len(starts) else end
            behind = self.layout.boundary(self._content_end(value), following, column)
            found.append(_Part(lead, starts[number], behind))
            lead = behind
        return found, lead

    def _left_over(self, parts: Sequence[_Part], kept: set[int]) -> dict[int, list[str]]:
        """The comments that stand apart from an item that goes, by the index of the item that they are put above."""
        found: dict[int, list[str]] = {}
        waiting: list[str] = []
        for index, part in enumerate(parts):
            if index in kept:
                found[index], waiting = waiting, []
            else:
                _add(waiting, self._apart(part))
        return {**found, len(parts): waiting}

    def _apart(self, part: _Part) -> list[str]:
        """The comments above an entry that a blank line parts from it: they stay where it goes."""
        blanks = [number for number in range(part.lead, part.begin) if self.layout.is_blank(number)]
        lines = self.lines[part.lead : blanks[-1]] if blanks else []
        return lines if any(line.strip() for line in lines) else []

    def _leads_blank(self, part: _Part) -> bool:
        return part.lead < part.begin and self.layout.is_blank(part.lead)

    def _fresh(self, wanted: Mapping[str, Any], held: Sequence[str], path: Path, column: int) -> dict[str, list[str]]:
        """The lines of each key that isn't there yet, by the key that they come after."""
        ranks = {name: rank for rank, name in enumerate(ORDER.of(path))}
        found: dict[str, list[str]] = {}
        for name in sorted((name for name in wanted if name not in held), key=lambda name: ranks.get(name, len(ranks))):
            rank = ranks.get(name, len(ranks))
            before = [other for other in held if ranks.get(other, len(ranks)) <= rank]
            lines = _indented(_dumped((*path, name), wanted[name]), column)
            found.setdefault(before[-1] if before else "", []).extend(lines)
        return found

    # -- entries -------------------------------------------------------------------------------------------------------

    def _entry(self, part: _Part, node: Node, path: Path, column: int, values: tuple[Any, Any]) -> list[str]:
        """The lines of a key and its value, ``values`` being that of now and that which is wanted."""
        now, wanted = values
        first = " " * column + self.lines[part.begin][column:]
        if same(now, wanted):
            return [first, *self.lines[part.begin + 1 : part.behind]]
        inner = self._inside(node, path, (now, wanted), part.begin + 1, part.behind)
        if inner is not None:
            return [first, *inner]
        return self._replaced(part, node, path, column, wanted)

    def _item(self, part: _Part, node: Node, path: Path, dash: int, values: tuple[Any, Any]) -> list[str]:
        """The lines of an item of a list, whose dash stands at the column ``dash``."""
        now, wanted = values
        if same(now, wanted):
            return self.lines[part.begin : part.behind]
        is_beside = node.start.line == part.begin
        inner = self._inside(node, path, (now, wanted), part.begin + (not is_beside), part.behind)
        if inner is None:
            return self._replaced(part, node, path, dash, wanted)
        if not is_beside:
            return [self.lines[part.begin], *inner]
        at = next(number for number, line in enumerate(inner) if line.strip() and line.lstrip()[0] != "#")
        inner[at] = f"{inner[at][:dash]}-{inner[at][dash + 1 :]}"
        return inner

    def _inside(self, node: Node, path: Path, values: tuple[Any, Any], begin: int, end: int) -> list[str] | None:
        """The new lines of a collection that can be edited inside, else ``None``."""
        now, wanted = values
        if not self.is_deep or node.flow or not wanted:
            return None
        edit: Callable[..., list[str]]
        if node.kind == "map" and node.entries and isinstance(wanted, dict):
            edit = self._mapping
        elif node.kind == "list" and node.items and isinstance(wanted, list):
            edit = self._list
        else:
            return None
        try:
            return edit(node, now, wanted, path, begin, end)
        except _OddLayoutError:
            return None

    def _replaced(self, part: _Part, node: Node, path: Path, column: int, wanted: Any) -> list[str]:
        """A value written anew. The comment beside the old one stays, and so do those below it."""
        lines = self._in_style(node, path, wanted, column) or _dumped(path, wanted)
        comment = self._beside(node, part.begin)
        if comment and (len(lines) == 1 or re.search(r"[:-] [|>][-+0-9]*$", lines[0])):
            lines = [f"{lines[0]}  {comment}", *lines[1:]]
        elif comment:
            lines = [comment, *lines]
        below = self.lines[self._content_end(node) : part.behind]
        if node.kind != "scalar" and not node.flow:
            below = []
        return [*_indented(lines, column), *below]

    def _in_style(self, node: Node, path: Path, wanted: Any, column: int) -> list[str] | None:
        """The entry in the style that its value has now: a block of text, or brackets; ``None`` where it can't be."""
        mark = f"{write_text(path[-1])}:" if isinstance(path[-1], str) else "-"
        if node.style in ("|", ">") and isinstance(wanted, str):
            block = write_literal(wanted) if node.style == "|" else write_folded(wanted)
            if block is None:
                return None
            indent = "  " if "2" in block[0] else " " * self._indent(node, column)
            lines = [f"{mark} {block[0]}", *(f"{indent}{line}" if line else "" for line in block[1])]
        elif node.flow and node.start.line == node.end.line and isinstance(wanted, dict | list):
            lines = [f"{mark} {_in_brackets(wanted)}"]
        else:
            return None
        again = read("x:\n" + "\n".join(_indented(lines, 2)) + "\n", "")
        expected = {"x": {path[-1]: wanted} if isinstance(path[-1], str) else [wanted]}
        return lines if again.data is not None and same(again.data, expected) and not again.findings else None

    def _indent(self, node: Node, column: int) -> int:
        """How much deeper than its key a block of text stands."""
        line = next((each for each in self.lines[node.start.line + 1 : node.end.line] if each.strip()), "")
        return max(len(line) - len(line.lstrip()) - column, 1) if line else 2

    def _beside(self, node: Node, first: int) -> str:
        """The comment beside a value: behind it, behind the header of a block, or behind the key of a collection."""
        is_collection = bool(node.items or node.entries) and not node.flow
        is_text = node.style in ("|", ">")
        line = first if is_collection else node.start.line if is_text else self._content_end(node) - 1
        return next(iter(self.layout.trailing(line, line)), "")

    # -- places --------------------------------------------------------------------------------------------------------

    def _content_end(self, node: Node) -> int:
        """The line behind a value, with the blank lines that are part of it."""
        while not node.flow and (node.items or node.entries):
            node = node.items[-1] if node.items else node.entries[-1][1]
        line = self.lines[node.start.line] if node.start.line < len(self.lines) else ""
        if node.style in ("|", ">") and _KEEPS_BLANKS.match(line[node.start.column :]):
            return node.end.line
        return self.layout.content_end(node)

    def _require_own_lines(self, keys: Sequence[Node], column: int, begin: int) -> None:
        """Raise where the keys of a mapping don't each begin a line, but for a dash before the first."""
        for number, key in enumerate(keys):
            before = self.lines[key.start.line][:column]
            dash = "-" if not number and key.start.line == begin else ""
            is_plain = key.kind == "scalar" and key.anchor is None and key.start.line == key.end.line
            if not is_plain or key.start.column != column or before.strip() not in ("", dash):
                raise _OddLayoutError

    def _dash_lines(self, node: Node, begin: int) -> list[int]:
        """The line of each item's dash."""
        found: list[int] = []
        for item in node.items:
            line = item.start.line
            while line >= begin and self.lines[line].lstrip()[:1] != "-":
                line -= 1
            if line < begin or (found and line <= found[-1]) or self.lines[line].lstrip()[:2] not in ("-", "- "):
                raise _OddLayoutError
            found.append(line)
        return found


def _add(out: list[str], lines: Sequence[str]) -> None:
    """Put lines behind others, without two blank ones in a row where they meet."""
    meets = bool(out) and bool(lines) and not out[-1].strip() and not lines[0].strip()
    out += lines[1:] if meets else lines


def _indented(lines: Sequence[str], column: int) -> list[str]:
    return [" " * column + line if line else "" for line in lines]


def _dumped(path: Path, value: Any) -> list[str]:
    """The lines of a key or a list item with its value, without indentation, keys in the order usual at its place."""
    whole: Any = value
    column = depth = 0
    for step in reversed(path):
        whole = {step: whole} if isinstance(step, str) else [whole]
    for step, following in zip(path, (*path[1:], None), strict=True):
        if following is None:
            break
        column += 2
        depth += isinstance(step, str)
    lines = dump(whole).removesuffix("\n").split("\n")[depth:]
    return [line[column:] for line in lines]


def _in_brackets(value: Any) -> str:
    """A value on one line, collections in brackets."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{write_text(key, flow=True)}: {_in_brackets(each)}' for key, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_in_brackets, value))}]"
    if isinstance(value, str):
        return write_text(value, flow=True)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return format(Decimal(repr(value)), "f")

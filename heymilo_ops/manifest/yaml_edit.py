"""The one editor of YAML files: it changes a text value by value, by the positions of its nodes.

Lines of what stays are never written anew, so that comments, order, quoting and layout stay byte for byte. What is new
is written by ``yaml_dump``. The result is read back: an edit that doesn't read as desired isn't made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from heymilo_ops.finding import Severity, worst
from heymilo_ops.manifest.fmt import Path, indented
from heymilo_ops.manifest.item_pairing import exact_form, is_same, pair_items
from heymilo_ops.manifest.yaml_brackets import Value, edit_in_brackets, is_empty, new_comments, new_keys, node_text
from heymilo_ops.manifest.yaml_dump import dump, dump_entry
from heymilo_ops.manifest.yaml_file import Source, read_text
from heymilo_ops.manifest.yaml_nodes import Layout, Node, compose_nodes
from heymilo_ops.manifest.yaml_scalars import write_folded, write_literal, write_text
from heymilo_ops.model.pointer import split

_KEEPS_BLANKS = re.compile(r"[|>][0-9]?\+")
_TAKES_COMMENT = re.compile(r":$|[:-] [|>][-+0-9]*$")
"""The first line of a value on several lines, if a comment may stand behind it."""


def edit_text(text: str, desired: Mapping[str, Any], *, strict: bool = False) -> str | None:
    """Change a text so that it reads as ``desired``. Questions are matched by their ``key``.

    Args:
        text: The text of a YAML file.
        desired: What it has to say. A value that is new may be a ``Commented``.
        strict: Keep every comment, also of values that go, and write nothing anew that stays. Else comments go with
            their values, and a collection whose lines can't be told apart is written anew.

    Returns:
        The new text, or ``None`` where that can't be had by an edit in place.
    """
    source = read_text(text, "")
    if source.data is None or _is_broken(source):
        return None
    if is_same(source.data, desired):
        return text
    tree = compose_nodes(source.text)
    if tree.root is None or not tree.root.entries or (strict and tree.anchors):
        return None
    for is_deep in (True,) if strict else (True, False):
        edited = _Editor(source.text, tree.root, is_deep=is_deep, is_strict=strict).edit(source.data, desired)
        again = read_text(edited, "")
        if again.data is None or not is_same(again.data, desired) or _is_broken(again):
            continue
        if not strict or Counter(list_comments(edited)) == Counter(
            [*list_comments(source.text), *new_comments(desired)]
        ):
            return edited
    return None


def edit_or_rewrite(text: str, desired: Mapping[str, Any]) -> str:
    """Change a text so that it reads as ``desired``; where it can't be edited, write it anew, without comments."""
    edited = edit_text(text, desired)
    return edited if edited is not None else dump(desired)


def list_comments(text: str) -> list[str]:
    """Return the comments of a text, in order; of one that can't be read, the lines that begin with ``#``."""
    root = compose_nodes(text).root
    if root is None:
        return [line.strip() for line in text.split("\n") if line.lstrip().startswith("#")]
    return [comment.text for comment in Layout(text, root).comments.values()]


def read_entry(text: str, pointer: str, key: str) -> list[str]:
    """Return the lines of one key of a mapping, without indentation and comments; none where it stands in braces."""
    node = compose_nodes(text).root
    assert node is not None
    layout = Layout(text, node)
    for step in split(pointer):
        node = node.items[int(step)] if node.kind == "list" else _entry(node, step)[1]
    if node.flow:
        return []
    key_node, value = _entry(node, key)
    lines = []
    for number in range(key_node.start.line, layout.content_end(value)):
        comment = layout.comments.get(number)
        line = layout.lines[number]
        bare = line[: line.rindex(comment.text)].rstrip() if comment is not None else line
        if bare.strip() or comment is None:
            lines.append(bare[node.start.column :])
    return lines


def _entry(node: Node, key: str) -> tuple[Node, Node]:
    return next(entry for entry in node.entries if entry[0].value == key)


def _is_broken(source: Source) -> bool:
    return worst(source.findings) is Severity.ERROR


class _OddLayoutError(Exception):
    """A collection isn't written one entry a line, so its lines can't be moved."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The lines of one entry: comments above it from ``lead``, the entry from ``begin`` up to ``behind``."""

    lead: int
    begin: int
    behind: int


class _Editor:
    """A text whose root is a mapping.

    ``is_deep``: collections are edited inside; else one that differs is written anew as a whole.
    """

    def __init__(self, text: str, root: Node, *, is_deep: bool, is_strict: bool) -> None:
        self.text = text
        self.layout = Layout(text, root)
        self.lines = self.layout.lines
        self.root = root
        self.is_deep = is_deep
        self.is_strict = is_strict

    def edit(self, now: Mapping[str, Any], desired: Mapping[str, Any]) -> str:
        """Return the text with what is desired in it. The caller has to read it back."""
        root = Value(self.root, (), now, desired)
        try:
            if self.root.flow:
                written = edit_in_brackets(self.text, root)
                start, end = self.root.start.index, self.root.end.index
                return "" if written is None else f"{self.text[:start]}{written}{self.text[end:]}"
            return "\n".join(self._mapping(root, 0, len(self.lines)))
        except _OddLayoutError:
            return ""

    # -- collections, one entry a line ---------------------------------------------------------------------------------

    def _mapping(self, value: Value, begin: int, end: int) -> list[str]:
        """Return the new lines for the lines ``begin`` to ``end``, which hold the mapping and nothing else."""
        node, desired, is_root = value.node, value.desired, not value.path
        column = node.start.column
        self._require_own_lines([key for key, _ in node.entries], column, begin)
        parts, rest = self._parts([key.start.line for key, _ in node.entries], node, column, begin, end)
        renamed = _renamed_keys(value) if self.is_strict else {}
        new = self._new_entries(value, column, skipped=renamed.values())
        out = [] if is_root else new.pop("", [])
        for part, (key, inner) in zip(parts, node.entries, strict=True):
            name, lead = key.value, self.lines[part.lead : part.begin]
            if name in desired:
                _add(out, lead)
                entry = value.at(inner, name, value.now[name], desired[name])
                changed = self._changed(part, entry, column, part.begin + 1)
                out += [" " * column + changed[0][column:], *changed[1:]]
            elif name in renamed:
                _add(out, lead)
                first = f"{' ' * column}{write_text(renamed[name])}{self.lines[part.begin][key.end.column :]}"
                out += [first, *self.lines[part.begin + 1 : part.behind]]
            elif self.is_strict:
                numbers = (number for number in range(part.lead, part.behind) if number in self.layout.comments)
                out += [" " * column + self.layout.comments[number].text for number in numbers]
            else:  # comments at the head of a file are on the whole of it
                _add(out, lead if is_root and part is parts[0] else self._apart(part))
            out += new.pop(name, [])
            if is_root and part is parts[0]:
                out += new.pop("", [])
        _add(out, self.lines[rest:end])
        return out

    def _list(self, value: Value, begin: int, end: int) -> list[str]:
        """As ``_mapping``, for a list."""
        node, path = value.node, value.path
        starts = self._dash_lines(node, begin)
        column = self.lines[starts[0]].index("-")
        if any(self.lines[start].find("-") != column for start in starts):
            raise _OddLayoutError
        parts, rest = self._parts(starts, node, column, begin, end)
        came_from = pair_items(value.now, value.desired)
        left_over = self._left_over(parts, {index for index in came_from if index is not None})
        is_spaced = any(part.lead < part.begin and self.layout.is_blank(part.lead) for part in parts[1:])
        out: list[str] = []
        for number, (index, desired) in enumerate(zip(came_from, value.desired, strict=True)):
            if index is None:
                _add(out, [""] if is_spaced and number else [])
                out += indented(dump_entry((*path, number), desired), column)
                continue
            part = parts[index]
            lead = [*left_over.get(index, []), *self.lines[part.lead : part.begin]]
            if number and not index and is_spaced and lead[:1] != [""]:
                lead = ["", *lead]
            _add(out, lead if number else lead[1:] if index and lead[:1] == [""] else lead)
            out += self._item(part, value.at(node.items[index], number, value.now[index], desired), column)
        _add(out, left_over.get(len(parts), []))
        _add(out, self.lines[rest:end])
        return out

    def _parts(self, starts: Sequence[int], node: Node, column: int, begin: int, end: int) -> tuple[list[_Part], int]:
        """Return the lines of each entry, and the line where those behind the last one begin."""
        parts: list[_Part] = []
        lead = begin
        for number, inner in enumerate(node.items or [value for _, value in node.entries]):
            following = starts[number + 1] if number + 1 < len(starts) else end
            behind = self.layout.boundary(self._content_end(inner), following, column)
            parts.append(_Part(lead, starts[number], behind))
            lead = behind
        return parts, lead

    def _left_over(self, parts: Sequence[_Part], kept: set[int]) -> dict[int, list[str]]:
        """The comments that stand apart from an item that goes, by the index of the item that they are put above."""
        left: dict[int, list[str]] = {}
        waiting: list[str] = []
        for index, part in enumerate(parts):
            if index in kept:
                left[index], waiting = waiting, []
            else:
                _add(waiting, self._apart(part))
        return {**left, len(parts): waiting}

    def _apart(self, part: _Part) -> list[str]:
        """Return the comments above an entry that a blank line parts from it: they stay where it goes."""
        blanks = [number for number in range(part.lead, part.begin) if self.layout.is_blank(number)]
        lines = self.lines[part.lead : blanks[-1]] if blanks else []
        return lines if any(line.strip() for line in lines) else []

    # -- entries -------------------------------------------------------------------------------------------------------

    def _changed(self, part: _Part, value: Value, column: int, begin: int) -> list[str]:
        """Return the lines of a key or an item with its value, which has the lines from ``begin`` on for itself."""
        if value.is_same:
            return self.lines[part.begin : part.behind]
        inner = self._inside(value, begin, part.behind)
        if inner is not None:
            return [*self.lines[part.begin : begin], *inner]
        return self._spliced(part, value) or self._opened(part, value, column) or self._replaced(part, value, column)

    def _item(self, part: _Part, value: Value, dash: int) -> list[str]:
        """Return the lines of an item of a list, whose dash stands at the column ``dash``."""
        lines = self._changed(part, value, dash, part.begin + (value.node.start.line != part.begin))
        first = next(number for number, line in enumerate(lines) if line.strip() and line.lstrip()[0] != "#")
        lines[first] = f"{lines[first][:dash]}-{lines[first][dash + 1 :]}"
        return lines

    def _inside(self, value: Value, begin: int, end: int) -> list[str] | None:
        """Return the new lines of a collection that can be edited inside, else ``None``."""
        node, desired = value.node, value.desired
        if not self.is_deep or node.flow or not desired:
            return None
        edit: Callable[[Value, int, int], list[str]]
        if node.entries and isinstance(desired, dict):
            edit = self._mapping
        elif node.items and isinstance(desired, list):
            edit = self._list
        else:
            return None
        try:
            return edit(value, begin, end)
        except _OddLayoutError:
            return None

    def _spliced(self, part: _Part, value: Value) -> list[str] | None:
        """Return the lines with a value put where the old one stands; ``None`` where either is a block of lines."""
        node = value.node
        if node.style in ("|", ">") or not (node.flow or node.kind == "scalar") or is_empty(node):
            return None
        written = edit_in_brackets(self.text, value) if node.flow else _on_one_line(value.path, value.desired)
        if written is None:
            return None
        before = [*self.lines[part.begin : node.start.line], self.lines[node.start.line][: node.start.column] + written]
        rest = re.sub(r"^[ \t]#", "  #", self.lines[node.end.line][node.end.column :])
        return [*before[:-1], before[-1] + rest, *self.lines[node.end.line + 1 : part.behind]]

    def _opened(self, part: _Part, value: Value, column: int) -> list[str] | None:
        """Return a mapping in braces as lines, where something new in it needs a line of its own; else ``None``."""
        node, step = value.node, value.path[-1]
        is_one_line = node.flow and node.start.line == node.end.line
        if not is_one_line or not isinstance(step, str) or not isinstance(value.desired, dict):
            return None
        comment = "".join(f"  {text}" for text in self.layout.trailing(part.begin, part.begin))
        head = f"{' ' * column}{write_text(step)}:{comment}"
        return [head, *self._entry_lines(value, column + 2), *self.lines[part.begin + 1 : part.behind]]

    def _entry_lines(self, value: Value, column: int) -> list[str]:
        """Return the entries of a mapping in braces, each on a line of its own, with those that are new."""
        new = self._new_entries(value, column)
        out = new.pop("", [])
        for key, node in value.node.entries:
            inner = value.at(node, key.value, value.now[key.value], value.desired.get(key.value))
            head = " " * column + node_text(self.text, key)
            if inner.is_same:
                out.append(f"{head}: {node_text(self.text, node)}".rstrip())
            elif node.entries:
                out += [f"{head}:", *self._entry_lines(inner, column + 2)]
            else:
                out += indented(dump_entry(inner.path, inner.desired), column)
            out += new.pop(key.value, [])
        return out

    def _replaced(self, part: _Part, value: Value, column: int) -> list[str]:
        """Return a value written anew. The comment beside the old one stays, and so do those below it."""
        node, path = value.node, value.path
        is_block = bool(node.items or node.entries) and not node.flow
        if self.is_strict and (node.items or node.entries):
            raise _OddLayoutError
        lines = self._block_of_text(value, column) or dump_entry(path, value.desired)
        comment = self._beside(node, part.begin)
        if comment and (len(lines) == 1 or _TAKES_COMMENT.search(lines[0])):
            lines = [f"{lines[0]}  {comment}", *lines[1:]]
        elif comment:
            lines = [comment, *lines]
        below = [] if is_block else self.lines[self._content_end(node) : part.behind]
        return [*indented(lines, column), *below]

    def _block_of_text(self, value: Value, column: int) -> list[str] | None:
        """Return the entry with its text as a block where the old one is one; ``None`` where it isn't, or can't be."""
        node, desired, step = value.node, value.desired, value.path[-1]
        if node.style not in ("|", ">") or not isinstance(desired, str):
            return None
        block = write_literal(desired) if node.style == "|" else write_folded(desired)
        if block is None:
            return None
        mark = f"{write_text(step)}:" if isinstance(step, str) else "-"
        indent = "  " if "2" in block[0] else " " * self._indent(node, column)
        lines = [f"{mark} {block[0]}", *(f"{indent}{line}" if line else "" for line in block[1])]
        again = read_text("x:\n" + "\n".join(indented(lines, 2)) + "\n", "")
        expected = {"x": {step: desired} if isinstance(step, str) else [desired]}
        return lines if again.data is not None and is_same(again.data, expected) and not again.findings else None

    def _indent(self, node: Node, column: int) -> int:
        """Return how much deeper than its key a block of text stands."""
        line = next((line for line in self.lines[node.start.line + 1 : node.end.line] if line.strip()), "")
        return max(len(line) - len(line.lstrip()) - column, 1) if line else 2

    def _new_entries(self, value: Value, column: int, skipped: Collection[str] = ()) -> dict[str, list[str]]:
        """Return the lines of each key that isn't there yet, by the key that they come after."""
        new: dict[str, list[str]] = {}
        for before, names in new_keys(value).items():
            for name in (name for name in names if name not in skipped):
                lines = dump_entry((*value.path, name), value.desired[name])
                new.setdefault(before, []).extend(indented(lines, column))
        return new

    # -- places --------------------------------------------------------------------------------------------------------

    def _beside(self, node: Node, first: int) -> str:
        """The comment beside a value: behind it, behind the header of a block, or behind the key of a collection."""
        is_collection = bool(node.items or node.entries) and not node.flow
        is_text = node.style in ("|", ">")
        line = first if is_collection else node.start.line if is_text else self._content_end(node) - 1
        return next(iter(self.layout.trailing(line, line)), "")

    def _content_end(self, node: Node) -> int:
        """Return the line behind a value, with the blank lines that are part of it."""
        node = node.last_part
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
        """Return the line of each item's dash."""
        dashes: list[int] = []
        for item in node.items:
            line = item.start.line
            while line >= begin and self.lines[line].lstrip()[:1] != "-":
                line -= 1
            if line < begin or (dashes and line <= dashes[-1]) or self.lines[line].lstrip()[:2] not in ("-", "- "):
                raise _OddLayoutError
            dashes.append(line)
        return dashes


def _renamed_keys(value: Value) -> dict[str, str]:
    """Return the keys that go where a new one has the same value, by the old name."""
    by_value: dict[str, list[str]] = {}
    for names in new_keys(value).values():
        for name in names:
            by_value.setdefault(exact_form(value.desired[name]), []).append(name)
    renamed: dict[str, str] = {}
    for key, _ in value.node.entries if by_value else ():
        if key.value not in value.desired and (names := by_value.get(exact_form(value.now[key.value]), [])):
            renamed[key.value] = names.pop(0)
    return renamed


def _on_one_line(path: Path, value: Any) -> str | None:
    """Return a value as it stands behind its key or dash; ``None`` where it takes several lines."""
    lines = dump_entry(path, value)
    mark = f"{write_text(path[-1])}: " if isinstance(path[-1], str) else "- "
    is_scalar = not value or not isinstance(value, dict | list) or lines[0].endswith("}")
    return lines[0].removeprefix(mark) if len(lines) == 1 and is_scalar else None


def _add(out: list[str], lines: Sequence[str]) -> None:
    """Put lines behind others, without two blank ones in a row where they meet."""
    meets = bool(out) and bool(lines) and not out[-1].strip() and not lines[0].strip()
    out += lines[1:] if meets else lines

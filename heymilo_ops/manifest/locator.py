"""JSON pointer to file, line and column. Positions are worked out when first asked for."""

from __future__ import annotations

from typing import Protocol

from heymilo_ops.finding import Place
from heymilo_ops.manifest.yaml_nodes import Node, YamlMark, compose_nodes
from heymilo_ops.model.pointer import split


class Places(Protocol):
    """Whoever knows where a value stands: a file, or what was composed of several."""

    def place(self, pointer: str, *, key: bool = False) -> Place:
        """Return the place of the value at a JSON pointer, or of its key."""

    def written(self, pointer: str) -> str | None:
        """Return the characters of an unquoted value at a JSON pointer as its file has them."""


class Locator:
    """Places in one text. A text that can't be read has one place: its beginning."""

    def __init__(self, text: str, path: str, root: Node | None = None) -> None:
        self._text = text
        self._path = path
        self._root = root
        self._composed = root is not None
        self._lines: list[str] | None = None
        self._entries: dict[int, dict[str, tuple[Node, Node]]] = {}

    def place(self, pointer: str, *, key: bool = False) -> Place:
        """Return the place of a value, or of its key with ``key=True`` (a list item has no key: its value).

        Where the pointer leads nowhere, the nearest value above it that exists is meant, by its key,
        or by its first key where it is a list item or the whole file.
        """
        root = self._tree()
        if root is None:
            return Place(self._path)
        node, key_node, exists = self._walk(root, pointer)
        if not exists:
            return self._span(key_node or _head(node))
        return self._span(key_node if key and key_node is not None else node)

    def written(self, pointer: str) -> str | None:
        """Return the characters of an unquoted value as the file has them; ``None`` for any other value, or none.

        A number is read as a number: ``2024.10`` and ``2024.1`` are one value, and only the file tells them apart.
        """
        root = self._tree()
        node, _, exists = self._walk(root, pointer) if root is not None else (None, None, False)
        real = node.real if node is not None and exists else None
        return real.value if real is not None and real.kind == "scalar" and real.style == "" else None

    def line(self, number: int) -> str:
        """Return the text of a line, 1-based; empty beyond the end."""
        if self._lines is None:
            self._lines = self._text.split("\n")
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def _tree(self) -> Node | None:
        if not self._composed:
            self._root, self._composed = compose_nodes(self._text).root, True
        return self._root

    def _span(self, node: Node) -> Place:
        end_line, end_column = self._end(node)
        return Place(self._path, node.start.line + 1, node.start.column + 1, end_line, end_column)

    def _end(self, node: Node) -> tuple[int, int]:
        """Return the end of a value, 1-based and exclusive; libyaml ends a block where the next thing begins."""
        last = node.last_part
        if last.style in ("|", ">"):
            return self._last_text(last.start, last.end)
        return last.end.line + 1, last.end.column + 1

    def _walk(self, root: Node, pointer: str) -> tuple[Node, Node | None, bool]:
        """Return the value at the pointer or the nearest above it, its key, and whether the whole way was found."""
        node, key_node = root, None
        for step in split(pointer):
            real = node.real
            if real.kind == "map":
                entry = self._by_key(real).get(step)
                if entry is None:
                    return node, key_node, False
                key_node, node = entry
            elif real.kind == "list" and step.isdecimal() and int(step) < len(real.items):
                key_node, node = None, real.items[int(step)]
            else:
                return node, key_node, False
        return node, key_node, True

    def _by_key(self, node: Node) -> dict[str, tuple[Node, Node]]:
        """Return the entries of a mapping by their keys, the first of each: many findings may lie in one mapping."""
        entries_by_key = self._entries.get(id(node))
        if entries_by_key is None:
            entries = reversed(node.entries)
            entries_by_key = {key.real.value: (key, value) for key, value in entries if key.real.kind == "scalar"}
            self._entries[id(node)] = entries_by_key
        return entries_by_key

    def _last_text(self, start: YamlMark, end: YamlMark) -> tuple[int, int]:
        number = end.line if end.column == 0 else end.line + 1
        while number > start.line + 1 and not self.line(number).strip():
            number -= 1
        return number, len(self.line(number)) + 1


def _head(node: Node) -> Node:
    """Return the first key of a mapping, where a finding about the whole of it is shown."""
    return node.entries[0][0] if node.kind == "map" and node.entries else node

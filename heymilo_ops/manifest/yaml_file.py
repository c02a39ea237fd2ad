"""One YAML file as plain data and findings. Content never raises.

A plain, valid file is read by the fast reader (``yaml_fast``). Any other is read by the slow one (``yaml_nodes``,
``yaml_reader``), which knows every position and has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from heymilo_ops import files
from heymilo_ops.finding import Finding, Place
from heymilo_ops.manifest.codes import file_finding
from heymilo_ops.manifest.yaml_fast import read_fast
from heymilo_ops.manifest.yaml_nodes import Node, compose_nodes
from heymilo_ops.model.pointer import split

MAX_BYTES = 1024 * 1024
_KEY_LINE = re.compile(r"^([A-Za-z_]\w*):(?=\s|$)")
_NO_KEY = ("", " ", "#", "-")
"""How most lines begin that have no key of the whole mapping."""
_OTHER_BREAK = re.compile("[\r\x85\u2028\u2029]")
"""Ends a line in YAML, beside ``\\n``."""
_FEW_CHARACTERS = 1000
"""So short a text is composed whole."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Locator:
    """Places in one text. A text that can't be read has one place: its beginning."""

    def __init__(self, text: str, path: str, root: Node | None = None, keys: Sequence[str] = ()) -> None:
        """``keys`` are those of the whole mapping in their order, where the text could be read."""
        self._text = text
        self._path = path
        self._root = root
        self._keys = keys
        self._parts: dict[str, Node | None] = {}
        self._entries: dict[int, dict[str, tuple[Node, Node]]] = {}

    @cached_property
    def _tree(self) -> Node | None:
        return self._root or compose_nodes(self._text).root

    def _tree_with(self, pointer: str) -> Node | None:
        """Return a tree that has what a pointer leads to: the part of its first key, where that can be told apart.

        Most files have few findings, and to compose all of each would take long.
        """
        name = next(iter(split(pointer)), "")
        if self._root is not None or "_tree" in vars(self) or name not in self._key_lines:
            return self._tree
        if name not in self._parts:
            self._parts[name] = self._part(name)
        return self._parts[name] or self._tree

    @cached_property
    def _key_lines(self) -> dict[str, int]:
        """The number of the line of each key of the whole mapping, 0-based; none where that isn't certain.

        Each of so many keys begins a line. So where no more lines than that could be one, all of them are.
        """
        if len(self._text) < _FEW_CHARACTERS or _OTHER_BREAK.search(self._text):
            return {}
        begins = [(number, line) for number, line in enumerate(self._lines) if line[:1] not in _NO_KEY]
        keys = [(match[1], number) for number, line in begins if (match := _KEY_LINE.match(line))]
        is_certain = [name for name, _ in keys] == list(self._keys)
        return dict(keys) if is_certain else {}

    def _part(self, name: str) -> Node | None:
        """Compose the lines of one key alone, on the lines where they are; ``None`` for what refers to others."""
        start = self._key_lines[name]
        end = min((number for number in self._key_lines.values() if number > start), default=None)
        lines = self._lines[start:end] + (["end:"] if end is not None else [])
        return compose_nodes("\n" * start + "\n".join(lines)).root

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    def place(self, pointer: str, *, key: bool = False) -> Place:
        """Return the place of a value, or of its key with ``key=True`` (a list item has no key: its value).

        Where the pointer leads nowhere, the nearest value above it that exists is meant, by its key,
        or by its first key where it is a list item or the whole file.
        """
        tree = self._tree_with(pointer)
        if tree is None:
            return Place(self._path)
        node, key_node, exists = self._walk(tree, pointer)
        if not exists:
            return self._span(key_node or _head(node))
        return self._span(key_node if key and key_node is not None else node)

    def written(self, pointer: str) -> str | None:
        """Return the characters of an unquoted value as the file has them; ``None`` for any other value, or none.

        A number is read as a number: ``2024.10`` and ``2024.1`` are one value, and only the file tells them apart.
        """
        if self._tree is None:
            return None
        node, _, exists = self._walk(self._tree, pointer)
        return node.real.value if exists and node.real.kind == "scalar" and node.real.style == "" else None

    def line(self, number: int) -> str:
        """Return the text of a line, 1-based; empty beyond the end."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def _span(self, node: Node) -> Place:
        last = node.last_part
        end_line, end_column = last.end.line + 1, last.end.column + 1
        if last.style in ("|", ">"):  # libyaml ends a block where the next thing begins
            end_line -= last.end.column == 0
            while end_line > last.start.line + 1 and not self.line(end_line).strip():
                end_line -= 1
            end_column = len(self.line(end_line)) + 1
        return Place(self._path, node.start.line + 1, node.start.column + 1, end_line, end_column)

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


def _head(node: Node) -> Node:
    """Return the first key of a mapping, where a finding about the whole of it is shown."""
    return node.entries[0][0] if node.kind == "map" and node.entries else node


@dataclass(frozen=True)
class Source:
    """One file as read.

    Attributes:
        path: as shown in findings, relative to the repo, with forward slashes.
        text: the decoded text without byte order mark, line ends as ``\\n``.
        data: dict of plain JSON values; ``None`` where the file can't be read as a mapping.
        findings: of the YAML layer (``SY0xx``), in the order of the file.
    """

    path: str
    text: str
    data: dict[str, Any] | None
    findings: tuple[Finding, ...] = ()
    root: Node | None = field(default=None, compare=False, repr=False)

    @cached_property
    def locator(self) -> Locator:
        """Where each value stands. Worked out on first use."""
        return Locator(self.text, self.path, self.root)

    @cached_property
    def part_locator(self) -> Locator:
        """The same, for a file with few findings: only the parts that are asked for are composed."""
        return Locator(self.text, self.path, self.root, tuple(self.data or ()))

    def line(self, number: int) -> str:
        """Return the text of a line, 1-based; empty beyond the end."""
        return self.locator.line(number)

    @property
    def name(self) -> str | None:
        """The posting's name; ``None`` where it can't be read."""
        name = (self.data or {}).get("name")
        return name if isinstance(name, str) and name else None


def read_text(text: str | bytes, path: str) -> Source:
    """Read one manifest. Problems become findings; where nothing could be read ``data`` is ``None``."""
    if isinstance(text, str) and "\0" in text:
        text = text.encode("utf-8", "surrogatepass")
    if isinstance(text, bytes):
        source = _decoded(text, path)
        if source.findings:
            return source
        text = source.text
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        return _too_large(path)
    text = normalise_text(text)
    data = read_fast(text)
    return Source(path, text, data) if data is not None else read_slow(text, path)


def read_file(root: Path, path: Path, label: str | None = None) -> Source:
    """Read a file of the repo at ``root``; ``path`` is absolute or relative to ``root``. Edge: the disk.

    Below ``root`` no link out of it is followed; an absolute path elsewhere is one that a person gave, and is opened
    as it is. ``label``: the path for findings, where it is another.
    """
    raw, label = _bytes(root, path, label)
    return read_text(raw, label) if isinstance(raw, bytes) else raw


def read_prose(root: Path, path: Path) -> Source:
    """Read a file of the repo as one text, which is no YAML: ``data`` is ``None``. Edge: the disk."""
    from heymilo_ops.manifest.syntax_hints import check_characters

    raw, label = _bytes(root, path)
    source = _decoded(raw, label) if isinstance(raw, bytes) else raw
    if source.findings:
        return source
    text = normalise_text(source.text)
    return Source(label, text, None, tuple(check_characters(text, label)))


def _bytes(root: Path, path: Path, label: str | None = None) -> tuple[bytes | Source, str]:
    """The bytes of a file, one more than the limit at most, or a finding in their place; and its path as shown."""
    within = not path.is_absolute() or path.is_relative_to(root)
    label = label or (path.relative_to(root) if within and path.is_absolute() else path).as_posix()
    try:
        if within:
            return files.read(root, path, MAX_BYTES + 1), label
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1), label
    except files.LeadsOutError as error:
        help = "put the file itself there: only what lies in the folder of heymilo.yaml is read"
        return _unreadable("SY001", f"the file can't be opened: {error.why}", help, Place(label)), label
    except OSError as error:
        reason = error.strerror or type(error).__name__
        plain = "put a plain file in its place, or delete it"
        help = plain if isinstance(error, files.NotPlainError) else "restore it or its permissions"
        return _unreadable("SY001", f"the file can't be opened: {reason}", help, Place(label)), label


def _decoded(raw: bytes, path: str) -> Source:
    """Return the text of a file's bytes, or a finding that says why there is none."""
    if len(raw) > MAX_BYTES:
        return _too_large(path)
    if b"\0" in raw and not raw.startswith(_UTF16):
        return _binary(raw, path)
    try:
        return Source(path, raw.decode("utf-8"), None)
    except UnicodeDecodeError as error:
        return _not_utf8(raw, error.start, path)


def _binary(raw: bytes, path: str) -> Source:
    """Return one finding at the first NUL, and nothing of the file to show: it is no text, and may be anything."""
    place = _place_behind(raw[: raw.index(b"\0")], path)
    help = "delete it, or save the file as UTF-8 text; a file that is no text belongs elsewhere"
    return _unreadable("SY004", "the invisible character U+0000 stands here", help, place)


def _place_behind(before: bytes, path: str) -> Place:
    text = normalise_text(before.decode("utf-8", "replace"))
    return Place(path, text.count("\n") + 1, len(text) - text.rfind("\n"))


def normalise_text(text: str) -> str:
    """Return the text without a leading byte order mark and with ``\\n`` line ends."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def read_slow(text: str, path: str) -> Source:
    """Read a normalised text by the slower parser, which knows every position and has the last word."""
    from heymilo_ops.manifest.syntax_hints import check_characters, explain_problem
    from heymilo_ops.manifest.yaml_reader import read_tree

    hidden = check_characters(text, path)
    if hidden:
        return Source(path, text, None, hidden)
    tree = compose_nodes(text)
    if tree.problem is not None:
        return Source(path, text, None, explain_problem(tree.problem, text, path))
    data, findings = read_tree(tree, text, path)
    return Source(path, text, data, tuple(findings), tree.root)


def _not_utf8(raw: bytes, start: int, path: str) -> Source:
    """Return the file as far as it can be read, with a finding at its first byte that is no UTF-8."""
    if raw.startswith(_UTF16):
        return _unreadable("SY002", "the file is UTF-16 and not UTF-8", "save the file as UTF-8", Place(path))
    help = "save the file as UTF-8; your editor may have it as ANSI, Latin-1 or Windows-1252"
    source = _unreadable("SY002", f"the byte 0x{raw[start]:02X} is not UTF-8", help, _place_behind(raw[:start], path))
    return replace(source, text=normalise_text(raw.decode("utf-8", "replace")))


def _too_large(path: str) -> Source:
    help = "a posting needs a few KiB: split or remove it"
    return _unreadable("SY003", "the file is larger than 1 MiB", help, Place(path))


def _unreadable(code: str, message: str, help: str, place: Place) -> Source:
    return Source(place.path, "", None, (file_finding(code, message, place, help=help),))

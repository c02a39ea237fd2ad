"""One YAML file as plain data and findings. Content never raises.

A plain, valid file is read by the fast reader (``yaml_fast``). Any other is read by the slow one (``yaml_nodes``,
``yaml_reader``), which knows every position and has the last word.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from heymilo_ops import files
from heymilo_ops.finding import Finding, Place
from heymilo_ops.manifest.codes import file_finding
from heymilo_ops.manifest.locator import Locator
from heymilo_ops.manifest.yaml_fast import read_fast
from heymilo_ops.manifest.yaml_nodes import Node, compose_nodes

MAX_BYTES = 1024 * 1024
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


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

    def line(self, number: int) -> str:
        """Return the text of a line, 1-based; empty beyond the end."""
        return self.locator.line(number)


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
        return _unreadable(label, "SY001", f"the file can't be opened: {error.why}", help), label
    except OSError as error:
        reason = error.strerror or type(error).__name__
        plain = "put a plain file in its place, or delete it"
        help = plain if isinstance(error, files.NotPlainError) else "restore it or its permissions"
        return _unreadable(label, "SY001", f"the file can't be opened: {reason}", help), label


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
    before = normalise_text(raw[: raw.index(b"\0")].decode("utf-8", "replace"))
    place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    help = "delete it, or save the file as UTF-8 text; a file that is no text belongs elsewhere"
    return Source(
        path, "", None, (file_finding("SY004", "the invisible character U+0000 stands here", place, help=help),)
    )


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
    """Return the file as far as it can be label, with a finding at its first byte that is no UTF-8."""
    if raw.startswith(_UTF16):
        return _unreadable(path, "SY002", "the file is UTF-16 and not UTF-8", "save the file as UTF-8")
    before = normalise_text(raw[:start].decode("utf-8"))
    place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    message = f"the byte 0x{raw[start]:02X} is not UTF-8"
    help = "save the file as UTF-8; your editor may have it as ANSI, Latin-1 or Windows-1252"
    displayed = normalise_text(raw.decode("utf-8", "replace"))
    return Source(path, displayed, None, (file_finding("SY002", message, place, help=help),))


def _too_large(path: str) -> Source:
    return _unreadable(path, "SY003", "the file is larger than 1 MiB", "a posting needs a few KiB: split or remove it")


def _unreadable(path: str, code: str, message: str, help: str) -> Source:
    return Source(path, "", None, (file_finding(code, message, Place(path), help=help),))

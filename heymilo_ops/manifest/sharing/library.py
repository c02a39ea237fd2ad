"""What ``postings/_shared/`` holds: texts, questions and defaults, each read once and only when it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from heymilo_ops import files
from heymilo_ops.finding import Place
from heymilo_ops.manifest.yaml_file import Locator, Source, read_file, read_prose, read_text

SHARED = "postings/_shared"
_YAML = (".yaml", ".yml")
_BULLET = re.compile(r"\A\s*[-*+]\s")
_NUMBERED = re.compile(r"\A\s*(\d{1,3})[.)]\s")
_OWN_LINE = re.compile(r"\A\s{0,3}(#{1,6}\s|>|\||(-{3,}|_{3,}|\*{3,})\s*$)")
_FENCE = re.compile(r"\A\s*(```|~~~)")


@dataclass(frozen=True)
class SharedKind:
    """One kind of shared file: the word that names it in a manifest, its folder, its endings."""

    word: str
    folder: str
    endings: tuple[str, ...]


DEFAULTS = SharedKind("extends", "defaults", _YAML)
TEXTS = SharedKind("file", "texts", ())
QUESTIONS = SharedKind("use", "questions", _YAML)
KINDS = (DEFAULTS, QUESTIONS, TEXTS)


@dataclass(frozen=True)
class SharedFile:
    """A shared file. ``data``: a mapping, or the text of a prose file; ``None`` where it can't be read."""

    source: Source
    data: Any


class WholeText(Locator):
    """The places of a prose file: it is one value, from its first word to its last."""

    def place(self, pointer: str, *, key: bool = False) -> Place:  # noqa: ARG002  as of a Locator
        """Return the whole text, without blank lines around it, whatever the pointer."""
        filled = [number for number, line in enumerate(self._lines, 1) if line.strip()]
        if not filled:
            return Place(self._path)
        first, last = filled[0], filled[-1]
        return Place(self._path, first, 1, last, len(self.line(last).rstrip()) + 1)

    def written(self, pointer: str) -> str | None:  # noqa: ARG002  as of a Locator
        """Return nothing: a text has no unquoted value."""
        return None


@dataclass(frozen=True)
class Prose(Source):
    """A prose file: no YAML, whatever it looks like."""

    @cached_property
    def locator(self) -> WholeText:
        """One place: all of it."""
        return WholeText(self.text, self.path)


@dataclass
class Library:
    """The shared files of one repo.

    Attributes:
        root: the repo.
        opened: every shared file that something used, by path.
        cache: every shared file that was read, by path.
        overlay: the texts of files, by path, that count instead of those on disk.
    """

    root: Path
    opened: dict[str, SharedFile] = field(default_factory=dict)
    cache: dict[str, SharedFile] = field(default_factory=dict)
    overlay: Mapping[str, str] = field(default_factory=dict)
    _listed: dict[SharedKind, Mapping[str, str]] = field(default_factory=dict)

    def unseen(self) -> Library:
        """Return the same library, for a look that doesn't count as a use."""
        return replace(self, opened={})

    def get(self, kind: SharedKind, name: str) -> SharedFile | None:
        """Return the file of this name, which is used from now on; ``None`` where the folder lists none of that name.

        A name is looked up in the list of what is there and never made into a path, so none leads elsewhere.
        """
        path = self._list(kind).get(name)
        if path is None:
            return None
        self.opened[path] = self.read(kind, path)
        return self.opened[path]

    def names(self, kind: SharedKind) -> list[str]:
        """Return the names that a manifest can use, sorted."""
        return sorted(self._list(kind))

    def paths(self, kind: SharedKind) -> list[str]:
        """Return every shared file of a kind that there is, used or not, sorted."""
        return [path for _, path in self._walk(kind)]

    def strays(self) -> list[str]:
        """Paths of what stands in the shared folder and can have no name, sorted: links, wrong folders and endings."""
        if not self._is_here(SHARED):
            return [SHARED]
        named = {path for kind in KINDS for path in self.paths(kind)}
        own = [path for path, _ in self._tree(SHARED) if not path.endswith("/README.md")]
        return sorted(path for path in own if path not in named)

    def read(self, kind: SharedKind, path: str) -> SharedFile:
        """Return a file of ``paths``, read once."""
        if path not in self.cache:
            self.cache[path] = self._prose(path) if kind is TEXTS else self._yaml(path)
        return self.cache[path]

    def _list(self, kind: SharedKind) -> Mapping[str, str]:
        """Return the path of each file by its name. Of ``x.yaml`` and ``x.yml`` the first is meant."""
        if kind not in self._listed:
            self._listed[kind] = dict(reversed(self._walk(kind)))
        return self._listed[kind]

    def _walk(self, kind: SharedKind) -> list[tuple[str, str]]:
        """Name and path of each file of a kind; no links, and no names that begin with ``.`` or ``_``."""
        folder = f"{SHARED}/{kind.folder}/"
        tree = self._tree(folder.rstrip("/")) if self._is_here(folder.rstrip("/")) else ()
        paths = {path for path, is_link in tree if not is_link} | {
            path for path in self.overlay if path.startswith(folder)
        }
        names = ((path.removeprefix(folder), path) for path in paths if path.endswith(kind.endings or ""))
        return sorted((name.rpartition(".")[0] if kind.endings else name, path) for name, path in names)

    def _tree(self, folder: str) -> Iterator[tuple[str, bool]]:
        """Yield every path below a folder that is no folder, and whether it is a link; no hidden ones."""
        try:
            entries = files.entries(self.root, folder)
        except OSError:  # there is none, or it can't be looked into
            return
        for entry in entries:
            if entry.name[0] in "._":
                continue
            if entry.kind is files.EntryKind.FOLDER:
                yield from self._tree(f"{folder}/{entry.name}")
            else:
                yield f"{folder}/{entry.name}", entry.kind is files.EntryKind.LINK

    def _is_here(self, folder: str) -> bool:
        """Whether a folder below ``postings/`` is there itself, and no link stands in its place; or nothing does."""
        above, _, below = folder.partition("/")
        try:
            return files.resolve(self.root, folder) == files.resolve(self.root, above) / below
        except OSError:
            return False

    def _yaml(self, path: str) -> SharedFile:
        text = self.overlay.get(path)
        source = read_text(text, path) if text is not None else read_file(self.root, Path(path))
        return SharedFile(source, source.data)

    def _prose(self, path: str) -> SharedFile:
        text = self.overlay.get(path)
        source = Source(path, text, None) if text is not None else read_prose(self.root, Path(path))
        prose = Prose(path, source.text, None, source.findings)
        return SharedFile(prose, None if source.findings else unwrap_markdown(source.text))


def unwrap_markdown(markdown: str) -> str:
    """Return the text of a Markdown file: lines join, a blank line makes a paragraph, a list line stays a line.

    So do headings, quotes, rows of tables, and code between fences.
    """
    paragraphs: list[list[str]] = [[]]
    in_list = is_closed = False
    fence = ""
    for line in markdown.split("\n"):
        mark = _FENCE.match(line)
        if fence or mark:
            paragraphs[-1].append(line.rstrip())
            fence, is_closed = ("" if mark and mark[1] == fence else fence or str(mark and mark[1])), True
        elif not line.strip():
            paragraphs.append([])
            in_list = is_closed = False
        elif (item := _is_item(line, in_list or not paragraphs[-1])) or _OWN_LINE.match(line):
            paragraphs[-1].append(line.rstrip())
            in_list, is_closed = in_list or item, not item
        elif not paragraphs[-1] or is_closed:
            paragraphs[-1].append(line.strip())
            is_closed = False
        else:
            paragraphs[-1][-1] += " " + line.strip()
    return "\n\n".join("\n".join(lines) for lines in paragraphs if lines)


def _is_item(line: str, may_count: bool) -> bool:
    """Whether a line is an item of a list. A number inside a paragraph is one only where it is the first: ``1.``"""
    number = _NUMBERED.match(line)
    return _BULLET.match(line) is not None or (number is not None and (may_count or number[1] == "1"))

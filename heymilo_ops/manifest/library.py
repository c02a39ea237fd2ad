"""What ``postings/_shared/`` holds: texts, questions and defaults, each read once and only when it is used."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from heymilo_ops.manifest.source import Source, read, read_file

SHARED = "postings/_shared"
_YAML = (".yaml", ".yml")
_LIST_LINE = re.compile(r"^\s*([-*+]|\d{1,3}[.)])\s")


@dataclass(frozen=True)
class Kind:
    """One kind of shared file: the word that names it in a manifest, its folder, its endings."""

    word: str
    folder: str
    endings: tuple[str, ...]


DEFAULTS = Kind("extends", "defaults", _YAML)
TEXTS = Kind("file", "texts", ())
QUESTIONS = Kind("use", "questions", _YAML)
KINDS = (DEFAULTS, QUESTIONS, TEXTS)


@dataclass(frozen=True)
class Shared:
    """A shared file. ``data``: a mapping, or the text of a prose file; ``None`` where it can't be read."""

    source: Source
    data: Any


@dataclass
class Library:
    """The shared files of one repo.

    Attributes:
        root: the repo.
        opened: every shared file that something used, by path.
    """

    root: Path
    opened: dict[str, Shared] = field(default_factory=dict)

    def get(self, kind: Kind, name: str) -> Shared | None:
        """The file of this name; ``None`` where there is none, or the name leads out of its folder."""
        for ending in kind.endings or ("",):
            path = f"{SHARED}/{kind.folder}/{name}{ending}"
            if path in self.opened:
                return self.opened[path]
            if self._inside(kind, f"{name}{ending}"):
                self.opened[path] = shared = self._read(kind, path)
                return shared
        return None

    def names(self, kind: Kind) -> list[str]:
        """The names that a manifest can use, sorted."""
        folder = self.root / SHARED / kind.folder
        found = []
        for place, folders, files in os.walk(folder):
            folders[:] = sorted(each for each in folders if not (Path(place) / each).is_symlink())
            for each in files:
                name = (Path(place) / each).relative_to(folder).as_posix()
                if not kind.endings:
                    found.append(name)
                elif name.endswith(kind.endings):
                    found.append(name.rpartition(".")[0])
        return sorted(found)

    def paths(self) -> list[str]:
        """Every shared file that there is, used or not."""
        return sorted(
            f"{SHARED}/{kind.folder}/{name}{self._ending(kind, name)}" for kind in KINDS for name in self.names(kind)
        )

    def _ending(self, kind: Kind, name: str) -> str:
        folder = self.root / SHARED / kind.folder
        return next((each for each in kind.endings if (folder / f"{name}{each}").is_file()), "")

    def _inside(self, kind: Kind, name: str) -> bool:
        """Whether the name is a plain path to a file of the folder: no ``..``, no root, no link out."""
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name or "\0" in name:
            return False
        folder = self.root / SHARED / kind.folder
        full = folder / name
        return full.is_file() and full.resolve().is_relative_to(folder.resolve())

    def _read(self, kind: Kind, path: str) -> Shared:
        if kind is not TEXTS:
            source = read_file(self.root, Path(path))
            return Shared(source, source.data)
        raw = (self.root / path).read_bytes()
        source = read(raw, path)
        try:
            text = raw.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            return Shared(source, None)
        return Shared(Source(path, text, None), unwrapped(text))


def unwrapped(markdown: str) -> str:
    """The text of a Markdown file: lines join, a blank line makes a paragraph, a list line stays a line."""
    paragraphs: list[list[str]] = [[]]
    for line in markdown.split("\n"):
        if not line.strip():
            paragraphs.append([])
        elif not paragraphs[-1] or _LIST_LINE.match(line):
            paragraphs[-1].append(line.strip() if not _LIST_LINE.match(line) else line.rstrip())
        else:
            paragraphs[-1][-1] += " " + line.strip()
    return "\n\n".join("\n".join(lines) for lines in paragraphs if lines)

"""Variables of a workspace as lines of heymilo.yaml, named after what they stand for."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from heymilo_ops.errors import AttentionError
from heymilo_ops.manifest.yaml_dump import Commented
from heymilo_ops.manifest.yaml_edit import edit_text
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.manifest.yaml_scalars import write_text
from heymilo_ops.model.pointer import join, value_at


@dataclass(frozen=True, slots=True)
class VarLine:
    """One variable: its key, its value, and the name people know (one printable line)."""

    key: str
    value: str
    known_as: str

    def __str__(self) -> str:
        return f"{self.key}: {write_text(self.value)}  # {self.known_as}"


def make_var_lines(prefix: str, rows: Iterable[tuple[str, str]]) -> list[VarLine]:
    """Return a variable for each (id, name), called ``prefix_name``; names that several share get their ids too."""
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


def add_vars(text: str, workspace: str, lines: Sequence[VarLine]) -> str:
    """Return the text of heymilo.yaml with the variables in ``workspaces.<workspace>.vars``; all else stays.

    A key or an id that is there already is left. Raises ``AttentionError`` where a key has another value, or the
    file is written so that it can't be edited in place.
    """
    source = read_text(text, "")
    defined = value_at(source.data, join("workspaces", workspace, "vars")) or {}
    if clashes := [line for line in lines if line.key in defined and defined[line.key] != line.value]:
        values = "; ".join(f"{line.key} is {defined[line.key]} there, and {line.value} at HeyMilo" for line in clashes)
        raise AttentionError(
            f"workspaces.{workspace}.vars has other values: {values}",
            "Nothing was written. Rename or remove those in heymilo.yaml, or choose others with --search.",
        )
    new = [line for line in lines if line.value not in defined.values()]
    if not new:
        return text
    desired: Any = deepcopy(source.data)
    place = desired["workspaces"][workspace] = desired["workspaces"].get(workspace) or {}
    place["vars"] = {**defined, **{line.key: Commented(line.value, line.known_as) for line in new}}
    edited = edit_text(source.text, desired, strict=True)
    if edited is None:
        raise AttentionError(
            f"heymilo.yaml can't be edited in place, because of the way workspaces.{workspace} is written",
            "Nothing was written. Paste the lines of --format yaml there by hand.",
        )
    return edited

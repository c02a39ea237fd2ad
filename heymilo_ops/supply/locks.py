"""The lock that a CI job installs from: every package with its version and the hashes that its files may have.

The parts ship with this package, in ``locks/``; ``make lock`` writes them. No part names a host.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files
from typing import Literal

Part = Literal["build", "remote", "run"]
"""What packages are for: to build the tool from its source, to keep a state in a bucket, to run the tool."""

_ENTRY = re.compile(r"([a-z0-9.-]+)==")


def lock(parts: Iterable[Part], own: str = "") -> str:
    """Make the lock of these parts, each package once, sorted by name; ``own`` is the entry of the tool itself."""
    entries: dict[str, str] = {}
    for text in (*(_part(part) for part in parts), own):
        for entry in re.split(r"\n(?=\S)", text.strip()):
            name = _ENTRY.match(entry)
            if name is not None and (name[1] not in entries or _has_marker(entries[name[1]])):
                entries[name[1]] = entry
    return "".join(f"{entry}\n" for _, entry in sorted(entries.items()))


def own_entry(name: str, version: str, hashes: Iterable[str]) -> str:
    """Make the entry of a package whose files have one of these SHA-256 hashes, in hex."""
    return " \\\n".join((f"{name}=={version}", *(f"    --hash=sha256:{digest}" for digest in hashes)))


def _has_marker(entry: str) -> bool:
    """Return whether the package is only for some machines; another part may need it on all of them."""
    return " ; " in entry.partition("\n")[0]


def _part(part: Part) -> str:
    return files("heymilo_ops.supply").joinpath("locks", f"{part}.lock").read_text(encoding="utf-8")

"""What lies among the manifests and is not read as one, although it may be one."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MANIFEST = re.compile(r"(?P<stem>.+)\.ya?ml", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file or folder that may hold a manifest, or several, and isn't read.

    Attributes:
        path: as findings show it.
        reason: why it isn't read, in words that follow the path.
        help: what to do about it.
        stem: the path of the manifest that it stands for, without ``.yaml``; ``None`` where it may hold any.
        name: the posting's name in it; ``None`` where that can't be read.
    """

    path: str
    reason: str
    help: str
    stem: str | None = None
    name: str | None = None

    def is_of(self, address: str, source: str | None) -> bool:
        """Return whether it may be the manifest of this posting in particular, whose manifest was at ``source``."""
        return self.name == address or (self.stem is not None and source is not None and self.stem == stem(source))


def stem(path: str) -> str | None:
    """Return a manifest's path up to its ending, in whatever case and with whatever behind it; ``None`` where it
    has none.
    """
    folder, slash, name = path.rpartition("/")
    match = _MANIFEST.match(name.lstrip("#"))  # Emacs saves unwritten changes as #x.yaml#
    return folder + slash + match["stem"] if match else None

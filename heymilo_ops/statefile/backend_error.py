"""What went wrong with the state's place, in plain words."""

from __future__ import annotations

import errno

from heymilo_ops.advice import Help
from heymilo_ops.errors import OpsError, StaleError, StateError
from heymilo_ops.model.state import State

_FULL = "Free some space and run again; what was there before is untouched."
_RIGHTS = "Give yourself the right to write there, or name another place as `state` in heymilo.yaml."

_WORDS: dict[int, tuple[str, str]] = {
    errno.EACCES: ("permission denied", _RIGHTS),
    errno.EPERM: ("permission denied", _RIGHTS),
    errno.EROFS: ("the file system is read-only", _RIGHTS),
    errno.ENOSPC: ("no space is left on the disk", _FULL),
    errno.EDQUOT: ("your disk quota is used up", _FULL),
    errno.ENOTDIR: ("a part of the path is a file, not a folder", "Move that file, or name another place as `state`."),
    errno.EISDIR: ("there is a folder where a file should be", "Move that folder away and run again."),
}
_OTHERWISE = "Check that the folder is there and that its disk works, then run again."


class UnwrittenError(OpsError):
    """A state was not written. ``state`` is what should have been."""

    def __init__(self, message: str, help: Help, state: State) -> None:
        super().__init__(message, help)
        self.state = state


class UnsavedError(UnwrittenError, StateError):
    """The place of the state failed: hand ``state`` to ``StateStore.rescue``."""


class MovedError(UnwrittenError, StaleError):
    """Somebody else wrote the state since it was read."""


def filesystem_error(error: OSError, doing: str, path: str) -> StateError:
    """Make a ``StateError`` of what the operating system refused. ``doing``: "read", "write", "lock", …"""
    words, help = _WORDS.get(error.errno or 0, (error.strerror or type(error).__name__, _OTHERWISE))
    return StateError(f"Can't {doing} {path}: {words}", help)

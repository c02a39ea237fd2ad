"""Which process this is, so that another on the same host can tell whether it still runs."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Process:
    """A process of one boot of one kernel. ``boot`` is empty where the system can't say; then nothing is known of it.

    Attributes:
        boot: the kernel's boot id.
        namespace: of process ids, since containers of one host number theirs alike.
        started: clock ticks since boot, since process ids are used again.
    """

    boot: str
    namespace: str
    pid: int
    started: str

    def is_gone(self) -> bool:
        """Return whether it certainly ended. ``False`` for a process of another host, boot or container."""
        here = this_process()
        if not self.boot or (self.boot, self.namespace) != (here.boot, here.namespace):
            return False
        return _started(self.pid) != self.started


def this_process() -> Process:
    """Return the process that asks."""
    boot = namespace = started = ""
    with suppress(OSError):
        namespace = str((_PROC / "self" / "ns" / "pid").readlink())
        started = _started(os.getpid())
        boot = (_PROC / "sys" / "kernel" / "random" / "boot_id").read_text().strip()
    return Process(boot, namespace, os.getpid(), started)


def _started(pid: int) -> str:
    """Return when a process began; empty where there is none, or only what its parent has not collected yet."""
    try:
        # The name in parentheses may hold anything, parentheses and blanks included.
        fields = (_PROC / str(pid) / "stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] in "ZX" else fields[19]

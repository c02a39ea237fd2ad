"""How long a process takes, and how much memory. This process stays small: a child's peak begins at its parent's."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

_NOT_OURS = ("CI", "FORCE_COLOR", "PYTHONDONTWRITEBYTECODE", "PYTHONPATH")


@dataclass(frozen=True)
class Run:
    """One process: seconds on the clock, seconds of CPU (user and system), MiB at its peak, exit code."""

    wall: float
    cpu: float
    memory: float
    exit: int

    def as_dict(self) -> dict[str, float]:
        """For JSON."""
        return {name: round(value, 4) for name, value in asdict(self).items()}


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command in a folder, its output thrown away."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        nothing = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_DUP2, 1, 2)]
        begin = time.perf_counter()
        pid = os.posix_spawn(command[0], list(command), _environment(), file_actions=nothing)
        _, status, used = os.wait4(pid, 0)
        wall = time.perf_counter() - begin
    finally:
        os.chdir(here)
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit, os.waitstatus_to_exitcode(status))


def best(commands: dict[str, Sequence[str]], folder: Path, times: int) -> dict[str, Run]:
    """The best of ``times`` runs of each command. They take turns, so that a busy machine is unfair to none."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            runs[name].append(run(command, folder))
    return {name: _least(several) for name, several in runs.items()}


def _least(runs: list[Run]) -> Run:
    return Run(*(min(getattr(each, name) for each in runs) for name in ("wall", "cpu", "memory")), runs[-1].exit)


def _environment() -> dict[str, str]:
    """What the machine has set, without what would change a command's ways."""
    return {name: value for name, value in os.environ.items() if name not in _NOT_OURS}

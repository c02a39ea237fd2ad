"""What all rules cost: reading and checking manifests with every rule, and by their schema alone.

Usage: rules.py REPO. Both once, in one process, so that what else the machine does is unfair to neither, and nothing is
remembered of a run before. Prints JSON: seconds of CPU of each.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from heymilo_ops.manifest.repo import load_repo
from heymilo_ops.usecases.check import check_repo


def schema_alone(root: Path) -> None:
    """Read the manifests and check them by their schema, into what a plan is made of."""
    assert load_repo(root).desired


def all_rules(root: Path) -> None:
    """The same, and what ``lint`` adds: every rule, the places of findings, what is suppressed."""
    assert not check_repo(load_repo(root)).errors


def took(run: Callable[[Path], None], root: Path) -> float:
    """Seconds of CPU."""
    started = time.process_time()
    run(root)
    return time.process_time() - started


if __name__ == "__main__":
    gc.set_threshold(1_000_000, 20, 100)  # as the program does
    folder = Path(sys.argv[1])
    sys.stdout.write(json.dumps({"schema": took(schema_alone, folder), "rules": took(all_rules, folder)}) + "\n")

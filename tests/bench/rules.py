"""What all rules cost: reading and checking manifests with every rule, and by their schema alone, in turns.

Usage: rules.py REPO TIMES. Both in one process, so that what else the machine does is unfair to neither. Prints JSON:
seconds of CPU of the best run of each.
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


def measured(root: Path, times: int) -> dict[str, float]:
    """Measure both, in turns."""
    runs = [(took(schema_alone, root), took(all_rules, root)) for _ in range(times)]
    return {"schema": min(one for one, _ in runs), "rules": min(other for _, other in runs)}


if __name__ == "__main__":
    gc.set_threshold(200_000, 20, 100)  # as the program does
    sys.stdout.write(json.dumps(measured(Path(sys.argv[1]), int(sys.argv[2]))) + "\n")

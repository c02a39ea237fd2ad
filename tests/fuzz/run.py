"""Odd manifests, plan files, states and answers for an hour, and YAML texts read by both readers. ``make fuzz``.

Ends by itself, and with exit code 1 where something was found; each finding names its kind and seed, and
``python tests/fuzz/run.py --kind KIND --seed SEED`` runs it alone. Talks to loopback only.
"""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from heymilo_ops.manifest import yaml_fast
from heymilo_ops.manifest.yaml_file import normalise_text, read_slow
from tests.fuzz.kinds import KINDS, FoundError, Ground, trial
from tests.fuzz.yaml_text import document

READERS = "readers"
A_TURN = 20.0
"""Seconds of one kind before the next has its turn."""


def both_readers(seed: int) -> None:
    """A text that the fast reader takes is read alike by the slow one, which reports nothing."""
    text = normalise_text(document(seed))
    quick = yaml_fast.read_fast(text)
    if quick is not None:
        judged = read_slow(text, "x.yaml")
        if repr(quick) != repr(judged.data) or judged.findings:
            raise FoundError(f"{READERS} {seed}: {text!r}: {quick!r} and {judged.data!r}, {judged.findings}")


def main() -> int:
    """The program."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--kind", choices=[*KINDS, READERS], action="append")
    parser.add_argument("--seed", type=int, help="this one alone")
    parser.add_argument("--start", type=int, default=1_000_000, help="the first seed; the tests use those from 0")
    options = parser.parse_args()
    kinds = options.kind or [*KINDS, READERS]
    found: list[str] = []
    with ExitStack() as stack:
        ground = Ground(stack)

        def one(kind: str, seed: int) -> None:
            try:
                both_readers(seed) if kind == READERS else trial(ground, kind, seed)
            except FoundError as error:
                found.append(str(error))
                sys.stderr.write(f"{error}\n")

        if options.seed is not None:
            for kind in kinds:
                one(kind, options.seed)
            return 1 if found else 0
        seeds = dict.fromkeys(kinds, options.start)
        until = time.monotonic() + 60 * options.minutes
        while time.monotonic() < until and len(found) < 100:
            for kind in kinds:
                turn = min(time.monotonic() + A_TURN, until)
                while time.monotonic() < turn:
                    one(kind, seeds[kind])
                    seeds[kind] += 1
    for kind in kinds:
        sys.stdout.write(f"{seeds[kind] - options.start:>9,} {kind}\n")
    sys.stdout.write(f"{len(found)} found\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""Writes docs/guarantees.md, and the promises in docs/security.md, from the registries: ``make docs``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import fill

from tests.guarantees.assumptions import ASSUMPTIONS
from tests.guarantees.kinds import Assumption, Safeguard
from tests.guarantees.safeguards import CHAPTERS, SAFEGUARDS
from tests.security.promises import CHAPTERS as PROMISED
from tests.security.promises import PROMISES

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs" / "guarantees.md"
SECURITY = ROOT / "docs" / "security.md"
BEGIN, END = "<!-- promises: written by `make docs` from tests/security/ -->", "<!-- end of the promises -->"

_HEAD = """\
<!-- Written by `make docs` from tests/guarantees/. Change that, not this. -->

# What is guaranteed, and what holds it

**Nothing is created again until the outcome of the first attempt is known.** HeyMilo's create takes no idempotency key,
so what may be under way is written down before it is sent, and looked for before anything else is.

**A commit that arrives arbitrarily late is detected, reported and never silently owned.** It can't be prevented from
outside: a create that HeyMilo carries out after it counted as not made may be a second posting, until a person archives
one of the two. What this rests on is listed below under assumptions, with what notices where it isn't so.

All of it is tested against a sandbox that behaves as HeyMilo's published API document says. It was not run against the
live service.
"""

_SAFEGUARDS = """\
## Safeguards

There are {number}. `make test` switches off one after the other, and expects every test that is named below it to fail.
To see that for one:

```bash
.venv/bin/pytest -p tests.guarantees.off --safeguard-off NAME TEST…
```
"""

_ASSUMPTIONS = """\
## Assumptions

What the safeguards take for true of the world around, what notices where it is false, and what could happen then.
"""

_CRASHES = """\
## Crash points

A run is killed, by a signal that nothing can catch, at labelled points of the protocol, while the server misbehaves,
and somebody goes on. The server's own log of requests is the judge, and not what the tool says of itself.

{rows}

Not every combination can be: a folder has no lease, for instance. {rounds:,} can, and the full matrix has them all.
`make test` runs {chosen} rounds, in which every two of these meet wherever they can:
{where}.

Edits in place are killed in rounds of their own, around each of their requests. {edits:,} can be, and `make test` runs
{edits_chosen}: [tests/proof/test_editing.py](../tests/proof/test_editing.py).
"""


def document() -> str:
    """The whole file."""
    parts = [_HEAD, _SAFEGUARDS.format(number=len(SAFEGUARDS))]
    parts += [_chapter(title, map(_safeguard, each)) for title, each in CHAPTERS]
    parts += [_ASSUMPTIONS, *(_chapter(title, map(_assumption, each)) for title, each in ASSUMPTIONS)]
    return "\n".join([*parts, _crashes()])


def security(text: str) -> str:
    """docs/security.md with its part between the two markers made anew; the rest is written by hand."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    parts = (_chapter(title, map(_promise, chapter)) for title, chapter in PROMISED)
    return f"{before}{BEGIN}\n\n" + "\n".join(parts) + f"\n{END}{after}"


def _promise(promise: Safeguard) -> str:
    held = f"*Held by* {_tests(promise.held_by)}."
    return _entry(promise.name, promise.says, f"*What it keeps from happening:* {promise.without}", held)


def _chapter(title: str, entries: Iterable[str]) -> str:
    return f"### {title}\n\n" + "\n".join(entries)


def _safeguard(each: Safeguard) -> str:
    return _entry(each.name, each.says, f"*Without it:* {each.without}", f"*Held by* {_tests(each.held_by)}.")


def _assumption(each: Assumption) -> str:
    noticed = each.detector or "nothing."
    held = [f"*Held by* {_tests(each.held_by)}."] if each.held_by else []
    return _entry(each.name, each.says, f"*What notices:* {noticed}", f"*Beyond that:* {each.otherwise}", *held)


def _entry(name: str, says: str, *more: str) -> str:
    """A list entry: the first line says what it is, the others are paragraphs of their own within it."""
    lines = [_folded(f"- **{name}**: {says}"), *(_folded(f"  {each}") for each in more)]
    return "\n\n".join(lines) + "\n"


def _folded(text: str) -> str:
    return fill(text, 120, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _tests(nodes: Iterable[str]) -> str:
    return ", ".join(_link(node) for node in nodes)


def _link(node: str) -> str:
    """A test as a link to its file."""
    path, _, name = node.partition("::")
    return f"[`{name}`](../{path})"


def _crashes() -> str:
    from tests.proof import test_editing as editing
    from tests.proof import test_matrix as matrix
    from tests.proof.behaviours import BEHAVIOURS
    from tests.proof.pairs import cover
    from tests.proof.points import LABELS
    from tests.proof.rounds import NEXT
    from tests.proof.world import BACKENDS

    full = bool(os.environ.get("HEYMILO_OPS_FULL"))
    chosen, edits = (
        cover(rounds.ROUNDS, lambda row: BACKENDS.index(row[-1])) if full else rounds.CHOSEN
        for rounds in (matrix, editing)
    )
    things = dict.fromkeys(label.rpartition(".")[0] for label in LABELS)
    rows = [
        ("points of the protocol", len(LABELS), f"before, in and after: {', '.join(things)}"),
        ("behaviours of the server", len(BEHAVIOURS), ", ".join(BEHAVIOURS)),
        ("ways to go on", len(NEXT), ", ".join(NEXT)),
        ("places of the state", len(BACKENDS), ", ".join(BACKENDS)),
    ]
    listed = "\n".join(_folded(f"- {number} {what}: {names}.") for what, number, names in rows)
    where = "[tests/proof/test_matrix.py](../tests/proof/test_matrix.py)"
    numbers = {"rounds": len(matrix.ROUNDS), "chosen": len(chosen)}
    numbers |= {"edits": len(editing.ROUNDS), "edits_chosen": len(edits)}
    return _CRASHES.format(rows=listed, where=where, **numbers)


def nodes() -> Iterator[str]:
    """Every test that the file names."""
    for safeguard in (*SAFEGUARDS, *PROMISES):
        yield from safeguard.held_by
    for _, chapter in ASSUMPTIONS:
        for assumption in chapter:
            yield from assumption.held_by


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(document(), encoding="utf-8")
    SECURITY.write_text(security(SECURITY.read_text(encoding="utf-8")), encoding="utf-8")

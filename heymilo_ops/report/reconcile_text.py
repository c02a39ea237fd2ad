"""What looking for unknown outcomes came to, in lines for people."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from heymilo_ops.model.live import Live
from heymilo_ops.model.state import Intent
from heymilo_ops.report.paint import Paint
from heymilo_ops.report.sanitize import one_line
from heymilo_ops.report.width import folded


def lines(
    unknown: Iterable[Intent],
    adopted: Mapping[str, Live],
    open_: Mapping[str, str],
    absent: Container[str],
    notes: Iterable[str],
    paint: Paint,
    width: int | None = None,
) -> Iterator[str]:
    """For each operation ``Settled: the create of support in an earlier run was carried out: posting 13D7``.

    ``width`` in cells is ``None`` off a terminal: then an operation has one line.
    """
    for intent in unknown:
        what = f"the {intent.kind} of {one_line(intent.address)} in an earlier run"
        if live := adopted.get(intent.op_id):
            said = f"{what} was carried out: posting {one_line(live.posting_id)}"
            yield from _headed("Settled:", paint.green, said, width)
        elif intent.op_id in absent:
            yield from _headed("Settled:", paint.green, f"{what} was not carried out", width)
        else:
            why = open_.get(intent.op_id)
            said = f"whether {what} was carried out" + (f": {one_line(why)}" if why else "; the next apply looks again")
            yield from _headed("Unknown:", paint.red, said, width)
    for note in notes:
        yield from _headed("Note:", paint.yellow, one_line(note), width)


def _headed(head: str, style: Callable[[str], str], said: str, width: int | None) -> Iterator[str]:
    if width is None:
        yield f"{style(head)} {said}"
        return
    first, *rest = folded(f"{head} {said}", width)
    yield first.replace(head, style(head), 1)
    for line in folded(" ".join(rest), width - 2):
        yield f"  {line}"

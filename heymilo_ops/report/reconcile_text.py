"""The result of a reconciliation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from heymilo_ops.apply.reconcile import Reconciliation
from heymilo_ops.model.state import Intent
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.reasons import reason_sentence, reason_sentences
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import fold_prose


def reconcile_lines(unknown: Iterable[Intent], settled: Reconciliation, writer: Writer) -> Iterator[str]:
    """Yield ``Settled: the create of support in an earlier run was carried out: posting 13D7`` for each operation.

    Off a terminal an operation has one line.
    """
    for intent in unknown:
        what = f"the {intent.kind} of {one_line(intent.address)} in an earlier run"
        if live := settled.adopted.get(intent.op_id):
            text = f"{what} was carried out: posting {one_line(live.posting_id)}"
            yield from _headed("Settled:", writer.green, text, writer)
        elif intent.op_id in settled.absent:
            yield from _headed("Settled:", writer.green, f"{what} was not carried out", writer)
        else:
            why = "; ".join(reason_sentences(settled.open.get(intent.op_id, ())))
            text = f"whether {what} was carried out" + (f": {one_line(why)}" if why else "; the next apply looks again")
            yield from _headed("Unknown:", writer.red, text, writer)
    for note in settled.notes:
        yield from _headed("Note:", writer.yellow, one_line(reason_sentence(note)), writer)


def _headed(head: str, style: Callable[[str], str], text: str, writer: Writer) -> Iterator[str]:
    if writer.columns is None:
        yield f"{style(head)} {text}"
        return
    first, *rest = fold_prose(f"{head} {text}", writer.columns)
    yield first.replace(head, style(head), 1)
    for line in fold_prose(" ".join(rest), writer.columns - 2):
        yield f"  {line}"

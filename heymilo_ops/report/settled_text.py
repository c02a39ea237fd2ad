"""What looking for unknown outcomes came to, in lines for people."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from heymilo_ops.model.live import Live
from heymilo_ops.model.state import Intent
from heymilo_ops.report.clean import one_line


def lines(
    unknown: Iterable[Intent],
    adopted: Mapping[str, Live],
    open_: Mapping[str, str],
    absent: Container[str],
    notes: Iterable[str],
) -> Iterator[str]:
    """One line an operation: ``support: the create of an earlier run was carried out, it is posting 13D7``."""
    for intent in unknown:
        what = f"{one_line(intent.address)}: the {intent.kind} of an earlier run"
        if live := adopted.get(intent.op_id):
            yield f"{what} was carried out, it is posting {one_line(live.posting_id)}"
        elif intent.op_id in absent:
            yield f"{what} was not carried out"
        else:
            yield f"{what} is still of unknown outcome" + (
                f": {one_line(open_[intent.op_id])}" if intent.op_id in open_ else ""
            )
    yield from map(one_line, notes)

"""The passages of a Word file: each text of a design with what becomes of it, to be accepted or rejected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from heymilo_ops.review.document import SideBySide
from heymilo_ops.review.side_by_side import RowLine, RowMark, ScriptPart, ScriptRow, side_by_side


@dataclass(frozen=True, slots=True)
class WordPassage:
    """One text that a reader can accept, reject or edit.

    Attributes:
        label: what it is: ``Question 2``, ``Question 2: Strong answer (5)``.
        name: what stands before the text, ``""`` for what is said or asked itself: ``Knock-out``.
        pointer: JSON pointer into the form after, else before; ``""`` where it is no field.
        key: of a question, its name in the manifest; ``""`` where it has none.
        before, after: the texts; ``None`` where the version doesn't have it.
    """

    address: str
    label: str
    name: str
    pointer: str
    key: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class WordRow:
    """Passages below one label, which is there before or after or both, as they are."""

    label: str
    mark: RowMark
    passages: tuple[WordPassage, ...]


@dataclass(frozen=True, slots=True)
class WordPart:
    """The whole interview, or one step, with its rows."""

    title: str
    mark: RowMark
    rows: tuple[WordRow, ...]


def word_parts(sides: SideBySide) -> tuple[WordPart, ...]:
    """Return what a Word file says of one posting, in the order in which a candidate meets it."""
    return tuple(_part(sides.address, part) for part in side_by_side(sides))


def _part(address: str, part: ScriptPart) -> WordPart:
    title = part.title if part.index is None else f"Step {part.index + 1}: {part.title}"
    return WordPart(title, part.mark, tuple(made for row in part.rows for made in _rows(address, row)))


def _rows(address: str, row: ScriptRow) -> Iterator[WordRow]:
    """Yield a row, then its guides."""
    yield _row(address, row, row.label, row.key)
    for guide in row.guides:
        yield _row(address, guide, f"{row.label}: {guide.label}", row.key)


def _row(address: str, row: ScriptRow, label: str, key: str) -> WordRow:
    before, after = row.before or (), row.after or ()
    passages = (
        WordPassage(address, label, name, row.pointer, key, _text(before, at_before), _text(after, at_after))
        for name, at_before, at_after in _paired(before, after)
    )
    return WordRow(label, row.mark, tuple(passages))


def _paired(before: Sequence[RowLine], after: Sequence[RowLine]) -> Iterator[tuple[str, int | None, int | None]]:
    """Yield names with their positions on both sides, in the order after; what is gone comes last."""
    old = {line.name: at for at, line in enumerate(before)}
    for at, line in enumerate(after):
        yield line.name, old.get(line.name), at
    new = {line.name for line in after}
    yield from ((line.name, at, None) for at, line in enumerate(before) if line.name not in new)


def _text(lines: Sequence[RowLine], at: int | None) -> str | None:
    return "".join(span.text for span in lines[at].text).strip() if at is not None else None

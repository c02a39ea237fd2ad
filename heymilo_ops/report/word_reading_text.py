"""What came back in a Word file, on a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from heymilo_ops.report.writer import Writer
from heymilo_ops.review.word_diff import diff, marked
from heymilo_ops.review.word_reading import PassageStatus, ReadPassage
from heymilo_ops.review.words import counted
from heymilo_ops.text.sanitize import one_line

_WORDS: Mapping[PassageStatus, str] = {
    PassageStatus.ACCEPTED: "accepted",
    PassageStatus.REJECTED: "rejected",
    PassageStatus.PARTLY: "accepted in part",
    PassageStatus.EDITED: "edited",
    PassageStatus.OPEN: "not decided",
    PassageStatus.UNCHANGED: "commented on",
}
_NO_MANIFEST = "no manifest of this repo has that name"


def render_reading(passages: Sequence[ReadPassage], paths: Mapping[str, str], writer: Writer) -> str:
    """Render each posting with its passages, then how many there are of each kind."""
    to_list = [item for item in _to_show(passages) if item.status is not PassageStatus.OPEN or item.comments]
    parts = [
        "".join(_posting(address, list(group), paths, writer))
        for address, group in groupby(to_list, key=lambda item: item.passage.address)
    ]
    parts.append(writer.prose(_summary(passages)))
    return "\n".join(parts)


def _to_show(passages: Sequence[ReadPassage]) -> list[ReadPassage]:
    return [item for item in passages if item.status is not PassageStatus.UNCHANGED or item.comments]


def _posting(address: str, items: Sequence[ReadPassage], paths: Mapping[str, str], writer: Writer) -> Iterator[str]:
    path = paths.get(address)
    where = one_line(path) if path is not None else f"{one_line(address)}: {_NO_MANIFEST}"
    yield f"{writer.bold(where)}\n"
    for item in items:
        passage = item.passage
        label = one_line(f"{passage.label}: {passage.name}" if passage.name else passage.label)
        key = f" ({one_line(passage.key)})" if passage.key else ""
        yield f"  {writer.bold(_WORDS[item.status])}  {label}{key}\n"
        for text in _texts(item):
            yield "\n".join(writer.hanging("      ", text, 6)) + "\n"
        for comment in item.comments:
            words = f"comment of {one_line(comment.author) or 'somebody'}: {one_line(comment.text)}"
            yield "\n".join(writer.hanging("      ", words, 6)) + "\n"


def _texts(item: ReadPassage) -> Iterator[str]:
    """Yield the text as it came back; of an edited one with its edits marked, against what was proposed."""
    passage = item.passage
    if item.status in (PassageStatus.EDITED, PassageStatus.PARTLY):
        yield _marked(passage.after, item.text)
    elif item.status in (PassageStatus.OPEN, PassageStatus.REJECTED):
        yield _marked(passage.before, passage.after)
    else:
        yield one_line(item.text) or "(taken out)"


def _marked(before: str | None, after: str | None) -> str:
    """Return two texts as one line, with what differs marked."""
    words = marked(diff(before or "", after or ""))
    return one_line(" ".join("".join(text for _, text in word) for word in words))


def _summary(passages: Sequence[ReadPassage]) -> str:
    numbers = {status: sum(item.status is status for item in passages) for status in PassageStatus}
    comments = sum(len(item.comments) for item in passages)
    parts = [
        f"{number} {_WORDS[status]}"
        for status, number in numbers.items()
        if number and status is not PassageStatus.UNCHANGED
    ]
    parts += [counted(comments, "comment")] if comments else []
    same = f"{counted(numbers[PassageStatus.UNCHANGED], 'passage')} unchanged"
    return f"{', '.join([*parts, same])}. Nothing was written: edit the manifests by hand."


def reading_data(passages: Sequence[ReadPassage], paths: Mapping[str, str]) -> dict[str, Any]:
    """Return what came back as plain JSON data; ``path`` is null where no manifest has the name."""
    return {
        "passages": [
            {
                "address": item.passage.address,
                "path": paths.get(item.passage.address),
                "key": item.passage.key or None,
                "pointer": item.passage.pointer or None,
                "label": item.passage.label,
                "name": item.passage.name or None,
                "status": item.status.value,
                "before": item.passage.before,
                "after": item.passage.after,
                "text": item.text,
                "comments": [{"author": comment.author, "text": comment.text} for comment in item.comments],
            }
            for item in _to_show(passages)
        ]
    }

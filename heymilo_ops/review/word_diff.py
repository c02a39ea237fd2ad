"""Word diffs of prose: runs of text, elided where nothing changed, marked for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from heymilo_ops.review.document import Inline, Span, Style, own
from heymilo_ops.text.sanitize import one_line, sanitize
from heymilo_ops.text.width import Word

Run = tuple[str, str]
"""(``same``, ``removed`` or ``added``; text with its white space)"""

CONTEXT = 8
"""Words kept on each side of a change."""
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_MOST = 4_000_000
"""Above this product of token counts, the part between what both begin and end with counts as rewritten."""
_STYLES = {"added": Style.ADDED, "removed": Style.REMOVED, "same": Style.PLAIN}
_MARKS = {"added": ("{+", "+}"), "removed": ("[-", "-]"), "same": ("", "")}


@lru_cache(maxsize=256)
def runs(before: str, after: str) -> tuple[Run, ...]:
    """Return two sanitized texts as runs, in reading order. Cached, because a document needs a diff twice."""
    return diff(sanitize(before), sanitize(after))


def diff(before: str, after: str) -> tuple[Run, ...]:
    """Return the runs in order; a replaced run is ``removed`` and then ``added``.

    The texts of ``same`` and ``removed`` joined are ``before``, those of ``same`` and ``added`` joined
    are ``after``. No run is empty, no two neighbours have one kind.
    """
    merged = _merged(_changes(_TOKEN.findall(before), _TOKEN.findall(after)))
    return tuple((kind, text) for kind, text in merged if text)


def _changes(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of old and new text; the same text twice where it is equal."""
    from difflib import SequenceMatcher

    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    old_middle, new_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    yield ("".join(old[:head]),) * 2
    if len(old_middle) * len(new_middle) > _MOST:
        yield "".join(old_middle), "".join(new_middle)
    else:
        for _, i, k, j, m in SequenceMatcher(None, old_middle, new_middle, autojunk=False).get_opcodes():
            yield "".join(old_middle[i:k]), "".join(new_middle[j:m])
    yield ("".join(old[len(old) - tail :]),) * 2


def _common(one: list[str], other: list[str]) -> int:
    """Return how many items both begin with."""
    for i, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return i
    return min(len(one), len(other))


def _merged(runs: Iterable[tuple[str, str]]) -> Iterator[Run]:
    """Merge neighbours of a kind; a lone space between two changes belongs to both. Runs may be empty."""
    equal = deleted = inserted = ""
    for old, new in runs:
        if old == new:
            equal += old
            continue
        if (deleted or inserted) and equal and not equal.isspace():
            yield from (("removed", deleted), ("added", inserted))
            deleted = inserted = ""
        if deleted or inserted:
            deleted, inserted = deleted + equal, inserted + equal
        else:
            yield "same", equal
        equal, deleted, inserted = "", deleted + old, inserted + new
    yield from (("removed", deleted), ("added", inserted), ("same", equal))


def differs(words: Sequence[Run]) -> bool:
    """Return whether a word differs, not only white space."""
    return any(kind != "same" and text.strip() for kind, text in words)


def elided(words: Sequence[Run], context: int = CONTEXT) -> list[Run]:
    """Leave out the middle of long unchanged runs."""
    last = len(words) - 1
    return [
        (kind, _short(text, 0 if i == 0 else context, 0 if i == last else context) if kind == "same" else text)
        for i, (kind, text) in enumerate(words)
    ]


def _short(text: str, head: int, tail: int) -> str:
    words = list(re.finditer(r"\S+", text))
    if len(words) <= head + tail + 2:
        return text
    start = text[: words[head - 1].end()] + " " if head else ""
    end = " " + text[words[-tail].start() :] if tail else ""
    return f"{start}…{end}"


def marked(all_runs: Sequence[Run]) -> list[Word]:
    """Return words in pieces, ``[-…-]`` round what is removed and ``{+…+}`` round what is added, as git does."""
    words: list[list[Run]] = [[]]
    for kind, text in all_runs:
        pieces = text.split()
        if not pieces or text[0].isspace():
            words.append([])
        start, end = _MARKS[kind]
        for i, piece in enumerate(pieces):
            whole = (start if i == 0 else "") + piece + (end if i == len(pieces) - 1 else "")
            words[-1].append((kind, whole))
            if i < len(pieces) - 1 or text[-1].isspace():
                words.append([])
    return [tuple(word) for word in words if word]


def prose_lines(text: str, kind: str) -> tuple[Inline, ...]:
    """Return a text of several paragraphs as lines of one kind."""
    out: list[Inline] = []
    for paragraph in re.split(r"\n\s*\n", sanitize(text).strip()):
        spans: list[Span] = []
        for line in filter(None, map(one_line, paragraph.split("\n"))):
            spans += [own("\n")] if spans else []
            spans.append(Span(line, _STYLES[kind]))
        out += [tuple(spans), ()]
    return tuple(out[:-1])


def diff_line(words: Iterable[Run]) -> Inline:
    """Return runs as one line, a blank between them where there was white space."""
    spans: list[Span] = []
    blank = own(" ")
    for kind, text in words:
        body = re.sub(r"\n\s*\n", "\n\n", sanitize(text.strip()))
        if text[0].isspace() and spans and spans[-1] != blank:
            spans.append(blank)
        if body:
            spans.append(Span(body, _STYLES[kind]))
            spans += [blank] if text[-1].isspace() else []
    return tuple(spans[:-1] if spans and spans[-1] == blank else spans)

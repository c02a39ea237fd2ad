"""Makes blocks shorter where a format has little room: long texts are cut, long lists counted or folded.

Whatever is left out is said, with how much it is and where all of it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from heymilo_ops.review import document as doc
from heymilo_ops.review.document import Inline, Span, Style, own

T = TypeVar("T")

ON_THE_PAGE = "the whole text is on the page"
"""Where to read what is cut: words that follow how long it is."""
_AROUND = 40
"""Characters kept of an unchanged text on each side of a change, where a word diff is too long."""
_CODE = 5
"""How many times a quoted text a code block may be."""


def abridge(block: doc.Block, most: int) -> doc.Block:
    """Return a block in which no text of others is longer than ``most`` characters."""
    match block:
        case doc.FieldDiff():
            return _field_diff(block, most)
        case doc.Paragraph(text):
            return doc.Paragraph(_inline(text, most))
        case doc.Heading(level, text):
            return doc.Heading(level, _inline(text, most))
        case doc.BulletList(items):
            return replace(block, items=tuple(_inline(item, most) for item in items))
        case doc.Callout(_, paragraphs):
            return replace(block, paragraphs=tuple(_inline(paragraph, most) for paragraph in paragraphs))
        case doc.Table(_, rows):
            return replace(block, rows=tuple(tuple(_inline(cell, most) for cell in row) for row in rows))
        case doc.Details(_, blocks):
            return replace(block, blocks=tuple(abridge(part, most) for part in blocks))
        case doc.CodeBlock(text):
            return replace(block, text=_code(text, most * _CODE))
        case doc.ShareTable() | doc.SideBySide():
            return block


def cut_at_word(text: str, most: int) -> str:
    """Return as many whole words as ``most`` characters hold, with ``…`` where any are missing."""
    if len(text) <= most:
        return text
    at = max(text.rfind(" ", 0, most), text.rfind("\n", 0, most))
    return text[: at if at > most // 2 else most - 1].rstrip() + "…"


def _length(number: int) -> Span:
    return own(f" ({number:,} characters; {ON_THE_PAGE})")


def _inline(spans: Inline, most: int) -> Inline:
    out: list[Span] = []
    for span in spans:
        if span.own or len(span.text) <= most:
            out.append(span)
        else:
            out += [replace(span, text=cut_at_word(span.text, most)), _length(len(span.text))]
    return tuple(out)


def _field_diff(block: doc.FieldDiff, most: int) -> doc.FieldDiff:
    title = _inline(block.title, most)
    if sum(len(span.text) for line in block.lines for span in line) <= most:
        return replace(block, title=title)
    whole = block.length or sum(len(span.text) for line in block.lines for span in line)
    lines: list[Inline] = []
    room = most
    is_diff = any(span.style in (Style.ADDED, Style.REMOVED) for line in block.lines for span in line)
    for line in block.lines:
        out: list[Span] = []
        for at, span in enumerate(line):
            part = _near(span, at, len(line)) if is_diff and len(line) > 1 else span
            text = cut_at_word(part.text, room)
            room -= len(text)
            out.append(replace(part, text=text))
            if room <= 0 or text != part.text:
                break
        lines.append(tuple(out))
        if room <= 0 or (out and len(out) < len(line)) or (out and out[-1].text.endswith("…")):
            break
    return doc.FieldDiff(title, (*lines, (), (_length(whole),)), whole)


def _near(span: Span, at: int, number: int) -> Span:
    """Return of an unchanged run what stands beside a change."""
    if span.style is not Style.PLAIN or span.own or len(span.text) <= 2 * _AROUND:
        return span
    head = "" if at == 0 else cut_at_word(span.text, _AROUND)
    last = span.text[-_AROUND:]
    tail = "" if at == number - 1 else last[last.find(" ") + 1 :]
    return replace(span, text=f"{head or '…'} {tail}".strip())


def _code(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    lines: list[str] = []
    used = 0
    for line in text.split("\n"):
        used += len(line) + 1
        if used > most:
            break
        lines.append(line)
    return "\n".join([*lines, f"… ({text.count(chr(10)) + 1} lines; all of them are on the page)"])


def with_short_lists(blocks: Iterable[doc.Block], most: int, *, folded: bool) -> Iterator[doc.Block]:
    """Yield blocks in which no list is longer than ``most``: the rest of it is folded, or else counted."""
    for block in blocks:
        match block:
            case doc.Callout(_, paragraphs):
                yield replace(block, paragraphs=_first(paragraphs, most, folded=folded))
                if folded and len(paragraphs) > most:
                    yield doc.Details(f"{len(paragraphs) - most} more", (doc.BulletList(paragraphs[most:]),))
            case doc.BulletList(items):
                yield replace(block, items=_first(items, most, folded=folded))
                if folded and len(items) > most:
                    yield doc.Details(f"{len(items) - most} more", (replace(block, items=items[most:]),))
            case doc.Table(_, rows) if len(rows) > most:
                yield replace(block, rows=rows[:most])
                if folded:
                    yield doc.Details(f"{len(rows) - most} more", (replace(block, rows=rows[most:]),))
                else:
                    yield doc.Paragraph((own(f"and {len(rows) - most} more"),))
            case _:
                yield block


def _first(items: Sequence[Inline], most: int, *, folded: bool) -> tuple[Inline, ...]:
    more = [(own(f"and {len(items) - most} more"),)] if len(items) > most and not folded else []
    return (*items[:most], *more)


def with_folded_groups(blocks: Sequence[doc.Block], number: int) -> tuple[doc.Block, ...]:
    """Return blocks of which the last ``number`` groups, each with a heading of level 3, are folded."""
    starts = [at for at, block in enumerate(blocks) if isinstance(block, doc.Heading) and block.level > 2]
    folded = starts[len(starts) - number :] if number else []
    if not folded:
        return tuple(blocks)
    out = list(blocks[: folded[0]])
    for at, end in zip(folded, [*folded[1:], len(blocks)], strict=True):
        head = blocks[at]
        title = "".join(span.text for span in head.text) if isinstance(head, doc.Heading) else ""
        out.append(doc.Details(title, tuple(blocks[at + 1 : end])))
    return tuple(out)


def groups_of(blocks: Iterable[doc.Block]) -> int:
    """Return how many groups there are."""
    return sum(isinstance(block, doc.Heading) and block.level > 2 for block in blocks)


def without_folds(blocks: Iterable[doc.Block]) -> tuple[doc.Block, ...]:
    """Return blocks without what is folded, and without titles of groups that then have nothing."""
    open_ = [block for block in blocks if not isinstance(block, doc.Details)]
    followed = zip(open_, [*open_[1:], None], strict=False)  # one longer where there is nothing
    return tuple(
        block
        for block, following in followed
        if not (_is_group(block) and (following is None or isinstance(following, doc.Heading)))
    )


def _is_group(block: doc.Block) -> bool:
    return isinstance(block, doc.Heading) and block.level > 2

"""Writes a document as GitHub Markdown: nothing in what others wrote is markup, a link, a mention or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import assert_never

from heymilo_ops.review import document as doc
from heymilo_ops.review.document import Inline, Span, Style, code, foreign, own
from heymilo_ops.review.markdown_fit import COMMENT, Limits, MarkdownFit
from heymilo_ops.review.markdown_text import escape_html, escape_inline, escape_start
from heymilo_ops.text.sanitize import one_line, sanitize

_PLAIN_CODE = re.compile(r"^[A-Za-z0-9_.@:/ =',{}█░-]+$")
_QUESTION = 90
"""Cells of a question's text where it only says which one is meant."""
_AROUND = {
    Style.ADDED: ("<ins>", "</ins>"),
    Style.PLAIN: ("", ""),
    Style.REMOVED: ("<del>", "</del>"),
    Style.STRONG: ("**", "**"),
}


def render_markdown(document: doc.ReviewDocument, limits: Limits = COMMENT) -> str:
    """Write a document as large as a place takes; what is left out is said."""
    marker = re.sub(r"[^\w.]", "-", document.workspace, flags=re.ASCII)
    version = f" data={document.version}" if document.version else ""
    head, foot = f"<!-- heymilo-ops:plan workspace={marker} v=1{version} -->", render_inline(document.foot)
    text = MarkdownFit(document, limits, render_blocks, head + foot).text()
    return f"{head}\n{text}\n\n{foot}\n"


def render_blocks(parts: Iterable[doc.Block]) -> str:
    """Write blocks one below the other."""
    return "\n\n".join(map(render_block, parts))


def render_block(part: doc.Block) -> str:
    """Write one block."""
    match part:
        case doc.Heading(level, text):
            return f"{'#' * (level + 2)} {render_inline(text)}"
        case doc.Paragraph(text):
            return render_inline(text)
        case doc.BulletList(items, ordered):
            marks = (f"{number}." if ordered else "-" for number in range(1, len(items) + 1))
            return "\n".join(f"{mark} {render_inline(item)}" for mark, item in zip(marks, items, strict=True))
        case doc.Table():
            return _table(part)
        case doc.FieldDiff(title, lines):
            return f"{render_inline(title)}\n\n{_quote(map(render_inline, lines))}"
        case doc.Callout(kind, paragraphs):
            return _quote([f"[!{kind.upper()}]", *"\n\n".join(map(render_inline, paragraphs)).split("\n")])
        case doc.CodeBlock(text, language):
            return _fence(text, language)
        case doc.ShareTable():
            return _share_table(part)
        case doc.SideBySide():
            return ""  # a page has it: there is no room for two columns
        case doc.Details(title, parts):
            return f"<details><summary>{escape_html(title)}</summary>\n\n{render_blocks(parts)}\n\n</details>"
        case _:
            assert_never(part)


def render_inline(spans: Inline) -> str:
    """Write the content of one line."""
    line = "".join(map(_span, spans))
    is_own = not spans or (spans[0].own and bool(spans[0].text.strip()))
    return line if is_own else escape_start(line)


def _span(span: Span) -> str:
    if span.style is Style.CODE:
        return f"`{span.text}`" if _PLAIN_CODE.match(span.text) else escape_inline(span.text)
    before, after = _AROUND[span.style]
    lines = span.text.split("\n")
    return before + "<br>".join(lines if span.own else map(_escaped, lines)) + after


@lru_cache(maxsize=8192)  # what doesn't fit is written again, shorter
def _escaped(line: str) -> str:
    return escape_inline(one_line(line))


def _quote(lines: Iterable[str]) -> str:
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _table(part: doc.Table) -> str:
    marks = ["---:" if column in part.numeric else "---" for column in range(len(part.head))]
    lines = [map(render_inline, part.head), marks, *(map(render_inline, row) for row in part.rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


_BAR = 12


def _share_table(part: doc.ShareTable) -> str:
    head = ((foreign(part.step), own(": question")), (own("Before"),), (own("After"),), (own("Change"),))
    rows = tuple(
        (
            (foreign(one_line(row.question, _QUESTION)),),
            (own(row.before_words),),
            (own(row.after_words, Style.STRONG), *_bar(row.after)),
            (own(row.change),),
        )
        for row in part.rows
    )
    return _table(doc.Table(head, rows, (1, 2)))


def _bar(share: int | None) -> Inline:
    if share is None:
        return ()
    filled = round(_BAR * share / 100)
    return own(" "), code("█" * filled + "░" * (_BAR - filled))


def _fence(text: str, language: str) -> str:
    """Lines as a code block that nothing in them can close."""
    text = sanitize(text)
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    bars = "`" * max(3, longest + 1)
    return f"{bars}{language}\n{text}\n{bars}"

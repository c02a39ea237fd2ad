"""Writes a document as a Word file in which every text of a design is a tracked change from before to after.

The tracked changes are those of Word (``w:ins`` and ``w:del``), so that they can be accepted or rejected one by one; a
part of the file, ``word_data``, keeps both versions, so that ``word_reading`` can tell what became of each. The same
document gives the same bytes. Nothing in the file names a person, a machine or a folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, assert_never
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from heymilo_ops.review import document as doc
from heymilo_ops.review.document import Inline, Span, Style
from heymilo_ops.review.side_by_side import RowMark
from heymilo_ops.review.word_data import AUTHOR, DATA_PART, NOT_IN_XML, bookmark_of, data_xml, require_docx
from heymilo_ops.review.word_diff import Run, diff
from heymilo_ops.review.word_passages import WordPassage, WordRow, word_parts
from heymilo_ops.text.sanitize import sanitize

if TYPE_CHECKING:
    from docx.document import Document

ABOUT = (
    "Accepting, rejecting or editing something in this file changes nothing by itself. The interviews change when the "
    "pull request is merged and applied. Send the file back to whoever edits the postings: “heymilo-ops review read” "
    "lists what you accepted, rejected, edited and commented on."
)
"""What the first page says of the file itself."""

_CALLOUTS = {
    doc.CalloutKind.CAUTION: "Caution: ",
    doc.CalloutKind.IMPORTANT: "Important: ",
    doc.CalloutKind.NOTE: "Note: ",
    doc.CalloutKind.WARNING: "Warning: ",
}
_KINDS = {RowMark.ADDED: "added", RowMark.REMOVED: "removed"}
_TAGS = {"added": "ins", "removed": "del"}
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a file in an archive can have."""
_FOREIGN_PARTS = re.compile(r"^docProps/(app\.xml|thumbnail\.jpeg)$")
"""What the empty document that comes with python-docx says of its own making."""


def render_word(document: doc.ReviewDocument) -> bytes:
    """Write a document as a Word file. Raises ``AttentionError`` where python-docx isn't installed."""
    require_docx()
    from docx import Document

    return WordWriter(Document(), document.committed_at).write(document)


class WordWriter:
    """Writes one file; every tracked change of it has a number and one date, that of the commit."""

    def __init__(self, file: Document, committed_at: float | None) -> None:
        self._file = file
        self._date = datetime.fromtimestamp(committed_at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if committed_at else None
        self._number = 0
        self._passages: list[WordPassage] = []

    def write(self, document: doc.ReviewDocument) -> bytes:
        """Write the whole file."""
        head, *lead = document.lead
        self._block(head)
        about = self._file.add_paragraph(style="Intense Quote")
        about.add_run(ABOUT)
        self._blocks(lead)
        for section in document.sections:
            if not section.is_repeated:
                self._section(section)
        self._file.add_paragraph(style="Normal").add_run(_plain(document.foot)).italic = True
        self._empty_properties()
        self._add_data()
        buffer = BytesIO()
        self._file.save(buffer)
        return _repacked(buffer.getvalue())

    def _section(self, section: doc.Section) -> None:
        """Write what is said of a posting, then both designs as one text with tracked changes.

        Where there are designs, what the groups of changes say stands in them.
        """
        from docx.enum.text import WD_BREAK

        sides = [part for part in section.page if isinstance(part, doc.SideBySide)]
        if section.address or sides:
            self._file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        self._blocks((section.opening or section.blocks) if sides else section.blocks)
        self._blocks(section.page)

    def _blocks(self, parts: Iterable[doc.Block]) -> None:
        for part in parts:
            self._block(part)

    def _block(self, part: doc.Block) -> None:
        match part:
            case doc.Heading(level, text):
                self._file.add_heading(_plain(text), min(level, 9))
            case doc.Paragraph(text):
                self._paragraph(text)
            case doc.BulletList(items, ordered):
                for item in items:
                    self._paragraph(item, "List Number" if ordered else "List Bullet")
            case doc.Table(head, rows):
                self._table((head, *rows))
            case doc.FieldDiff(title, lines):
                self._paragraph(title)
                for line in filter(None, lines):
                    self._paragraph(line, "Quote")
            case doc.Callout(kind, paragraphs):
                for number, text in enumerate(paragraphs):
                    label = (doc.own(_CALLOUTS[kind], Style.STRONG),) if number == 0 else ()
                    self._paragraph((*label, *text), "Intense Quote")
            case doc.CodeBlock(code):
                self._paragraph((doc.own(code, Style.CODE),))
            case doc.ShareTable(step, shares):
                head = tuple((doc.own(name),) for name in (f"{step}: question", "Before", "After", "Change"))
                cells = ((row.question, row.before_words, row.after_words, row.change) for row in shares)
                self._table((head, *(tuple((Span(text),) for text in row) for row in cells)))
            case doc.SideBySide():
                self._designs(part)
            case doc.Details(title, parts):
                self._paragraph((doc.own(title, Style.STRONG),))
                self._blocks(parts)
            case _:
                assert_never(part)

    def _designs(self, sides: doc.SideBySide) -> None:
        for part in word_parts(sides):
            self._heading(part.title, 4, _KINDS.get(part.mark))
            for row in part.rows:
                self._row(row)

    def _row(self, row: WordRow) -> None:
        self._heading(row.label, 5, _KINDS.get(row.mark))
        for passage in row.passages:
            self._passage(passage)

    def _heading(self, text: str, level: int, kind: str | None) -> None:
        paragraph = self._file.add_heading("", level)
        if kind is not None:
            self._track_mark(paragraph, kind)
        self._add_runs(paragraph, [(kind or "same", sanitize(text))])

    def _passage(self, passage: WordPassage) -> None:
        """Write a text as one paragraph, with a bookmark by which it is found again."""
        words, kind = _words(passage)
        paragraph = self._file.add_paragraph()
        if kind != "same":
            self._track_mark(paragraph, kind)
        if passage.name:
            self._add_runs(paragraph, [(kind, f"{sanitize(passage.name)}: ")])
        number = len(self._passages)
        self._passages.append(passage)
        start = _element("w:bookmarkStart", {"w:id": str(number), "w:name": bookmark_of(number)})
        paragraph._p.append(start)
        self._add_runs(paragraph, words)
        paragraph._p.append(_element("w:bookmarkEnd", {"w:id": str(number)}))

    def _add_runs(self, paragraph: Any, words: Iterable[Run]) -> None:
        for kind, text in words:
            if kind == "same":
                paragraph._p.append(_run(text, "w:t"))
                continue
            change = self._change(kind)
            change.append(_run(text, "w:t" if kind == "added" else "w:delText"))
            paragraph._p.append(change)

    def _track_mark(self, paragraph: Any, kind: str) -> None:
        """Make the end of a paragraph a tracked change too, so that nothing of it stays where it is rejected."""
        marks = _element("w:rPr", {})
        marks.append(self._change(kind))
        paragraph._p.get_or_add_pPr().append(marks)

    def _change(self, kind: str) -> Any:
        self._number += 1
        facts = {"w:id": str(1_000_000 + self._number), "w:author": AUTHOR}
        return _element(f"w:{_TAGS[kind]}", facts | ({"w:date": self._date} if self._date else {}))

    def _paragraph(self, text: Inline, style: str | None = None) -> None:
        self._spans(self._file.add_paragraph(style=style), text)

    def _spans(self, paragraph: Any, text: Inline) -> None:
        for span in text:
            run = paragraph.add_run(_of_xml(sanitize(span.text)))
            run.bold = span.style is Style.STRONG or None
            run.underline = span.style is Style.ADDED or None
            run.font.strike = span.style is Style.REMOVED or None
            if span.style is Style.CODE:
                run.font.name = "Courier New"

    def _table(self, rows: Iterable[tuple[Inline, ...]]) -> None:
        lines = list(rows)
        table = self._file.add_table(len(lines), len(lines[0]), style="Table Grid")
        for line, cells in zip(lines, table.rows, strict=True):
            for text, cell in zip(line, cells.cells, strict=True):
                self._spans(cell.paragraphs[0], text)
        self._file.add_paragraph()

    def _empty_properties(self) -> None:
        properties = self._file.core_properties._element
        for child in list(properties):
            properties.remove(child)

    def _add_data(self) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        package = self._file.part.package
        part = Part(PackURI(f"/{DATA_PART}"), "application/xml", data_xml(self._passages), package)
        self._file.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
        for name, relationship in list(package.rels.items()):
            if _FOREIGN_PARTS.match(str(relationship.target_part.partname).lstrip("/")):
                package.rels.pop(name)


def _words(passage: WordPassage) -> tuple[Iterable[Run], str]:
    """Return the runs of a text, and what becomes of all of it: ``added``, ``removed`` or ``same`` for a part."""
    if passage.before is None:
        return [("added", passage.after or "")], "added"
    if passage.after is None:
        return [("removed", passage.before)], "removed"
    return diff(passage.before, passage.after), "same"


def _run(text: str, tag: str) -> Any:
    """Make a run; a line break is one of its paragraph."""
    run = _element("w:r", {})
    for number, line in enumerate(_of_xml(text).split("\n")):
        if number:
            run.append(_element("w:br", {}))
        if line:
            part = _element(tag, {"xml:space": "preserve"})
            part.text = line
            run.append(part)
    return run


def _element(tag: str, attributes: dict[str, str]) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        key = "{http://www.w3.org/XML/1998/namespace}space" if name == "xml:space" else qn(name)
        element.set(key, value)
    return element


def _plain(text: Inline) -> str:
    return _of_xml(sanitize("".join(span.text for span in text)))


def _of_xml(text: str) -> str:
    """Return a sanitized text without the two characters that XML has no way to say."""
    return text.translate(NOT_IN_XML)


def _repacked(data: bytes) -> bytes:
    """Return the archive with one time for all of its files, so that the same document gives the same bytes."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            new.writestr(entry, old.read(name))
    return buffer.getvalue()

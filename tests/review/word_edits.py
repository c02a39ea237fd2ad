"""What a person does to a Word file, on its XML: accept and reject tracked changes, edit a passage, comment on one."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = "word/document.xml"
Change = Callable[[etree._Element], None]


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def edited(data: bytes, *changes: Change, comments: str = "") -> bytes:
    """Return a file with changes made to its body, and with these comments."""
    parts = parts_of(data)
    body = etree.fromstring(parts[BODY])
    for change in changes:
        change(body)
    parts[BODY] = etree.tostring(body)
    if comments:
        parts["word/comments.xml"] = f'<w:comments xmlns:w="{W}">{comments}</w:comments>'.encode()
    return packed(parts)


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def passage(body: etree._Element, number: int) -> etree._Element:
    """Return the paragraph of a passage."""
    start = next(mark for mark in body.iter(w("bookmarkStart")) if mark.get(w("name")) == f"passage_{number}")
    paragraph = start.getparent()
    assert paragraph is not None
    return paragraph


def settle(*kept: str) -> Change:
    """Accept (``ins`` kept) or reject (``del`` kept) every tracked change."""
    return lambda body: _settle(body, kept)


def settle_in(number: int, *kept: str, first: bool = False) -> Change:
    """Accept or reject the tracked changes of one passage, or only the first two of them."""
    return lambda body: _settle(passage(body, number), kept, 2 if first else None)


def _settle(within: etree._Element, kept: tuple[str, ...], most: int | None = None) -> None:
    marks = [mark for name in ("ins", "del") for mark in within.iter(w(name))]
    marks.sort(key=lambda mark: int(mark.get(w("id")) or 0))
    for mark in marks[:most]:
        parent = mark.getparent()
        assert parent is not None
        if etree.QName(mark).localname in kept:
            at = parent.index(mark)
            for child in list(mark):
                for text in child.iter(w("delText")):
                    text.tag = w("t")
                parent.insert(at, child)
                at += 1
        parent.remove(mark)


def type_in(number: int, text: str, author: str | None = None) -> Change:
    """Write a text at the end of a passage, as a tracked change of somebody or without tracking."""

    def change(body: etree._Element) -> None:
        paragraph = passage(body, number)
        run = etree.Element(w("r"))
        etree.SubElement(run, w("t")).text = text
        if author is not None:
            mark = etree.Element(w("ins"), {w("id"): "77", w("author"): author})
            mark.append(run)
            run = mark
        end = next(paragraph.iter(w("bookmarkEnd")))
        paragraph.insert(paragraph.index(end), run)

    return change


def comment_on(number: int, comment: str) -> Change:
    """Set the range of a comment round a passage."""

    def change(body: etree._Element) -> None:
        paragraph = passage(body, number)
        start = next(paragraph.iter(w("bookmarkStart")))
        paragraph.insert(paragraph.index(start), etree.Element(w("commentRangeStart"), {w("id"): comment}))
        paragraph.append(etree.Element(w("commentRangeEnd"), {w("id"): comment}))

    return change


def delete(number: int) -> Change:
    """Delete a passage with its paragraph."""

    def change(body: etree._Element) -> None:
        paragraph = passage(body, number)
        parent = paragraph.getparent()
        assert parent is not None
        parent.remove(paragraph)

    return change

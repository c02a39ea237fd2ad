"""Reads a Word file that came back: what of each passage was accepted, rejected, edited or commented on."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from heymilo_ops.errors import AttentionError
from heymilo_ops.review.word_data import AUTHOR, NAMESPACE, bookmark_of, parse_data, require_docx, safe_parser
from heymilo_ops.review.word_diff import Run, diff
from heymilo_ops.review.word_passages import WordPassage

if TYPE_CHECKING:
    from lxml import etree

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_COMMENTS = "word/comments.xml"
_LARGEST = 50_000_000
"""Bytes of all parts that are read; a file of ours has a fraction of it."""
_MOST_PARTS = 1000
_BROKEN = (BadZipFile, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, zlib.error)
"""What reading a damaged archive raises."""
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})
"""What programs put in for a blank."""


class PassageStatus(StrEnum):
    """What a reader made of a passage."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    PARTLY = "partly"
    """Of several changes some were accepted and some rejected, or some are still open."""
    EDITED = "edited"
    OPEN = "open"
    """A change that was neither accepted nor rejected."""
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class WordComment:
    """A comment on a passage."""

    author: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage as it came back.

    Attributes:
        text: as it would be if what is still open were accepted; ``""`` where the passage was deleted.
    """

    passage: WordPassage
    status: PassageStatus
    text: str
    comments: tuple[WordComment, ...] = ()


@dataclass
class _Atoms:
    """The text of one bookmark in pieces: whether each is ours to be decided on, and what would become of it."""

    accepted: list[str] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)
    is_open: bool = False
    comments: list[str] = field(default_factory=list)

    def add(self, text: str, changes: Sequence[tuple[str, bool]]) -> None:
        """Add a text that stands in these tracked changes: (``ins`` or ``del``, whether by us)."""
        by_others = {tag for tag, is_ours in changes if not is_ours}
        ours = {tag for tag, is_ours in changes if is_ours}
        self.is_open = self.is_open or bool(ours)
        if "del" in by_others:
            return
        if "del" not in ours:
            self.accepted.append(text)
        if "ins" not in ours:
            self.rejected.append(text)


def read_word(data: bytes) -> tuple[ReadPassage, ...]:
    """Read a file, in its order. Raises ``AttentionError`` where it is no file of ``plan --format docx``."""
    require_docx()
    from lxml import etree

    try:
        parts = _parts(data)
        body = etree.fromstring(parts[_BODY], safe_parser())
        passages = next(filter(None, map(parse_data, _data_parts(parts))), None)
        comments = _comments(etree.fromstring(parts[_COMMENTS], safe_parser())) if _COMMENTS in parts else {}
    except (*_BROKEN, etree.XMLSyntaxError) as error:
        raise _refused("it can't be read as a Word file") from error
    if passages is None:
        raise _refused("it has lost what this reads: both versions of each passage, as plan wrote them")
    by_bookmark = _bookmarked(body)
    return tuple(
        _judged(passage, by_bookmark.get(bookmark_of(number), _Atoms()), comments)
        for number, passage in enumerate(passages)
    )


def _refused(why: str) -> AttentionError:
    return AttentionError(
        f"This file was not made by plan --format docx, or was changed into another kind: {why}",
        "Give the .docx file that plan wrote, saved by a program that keeps tracked changes.",
    )


def _parts(data: bytes) -> Mapping[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        parts = [entry for entry in entries if _is_read(entry.filename)]
        if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in parts) > _LARGEST:
            raise _refused("it is too large")
        return {entry.filename: archive.read(entry) for entry in parts}


def _is_read(name: str) -> bool:
    return name in (_BODY, _COMMENTS) or _is_data(name)


def _is_data(name: str) -> bool:
    return name.startswith("customXml/item") and name.endswith(".xml")


def _data_parts(parts: Mapping[str, bytes]) -> Iterator[bytes]:
    yield from (data for name, data in parts.items() if _is_data(name) and NAMESPACE.encode() in data)


def _comments(root: etree._Element) -> Mapping[str, WordComment]:
    return {
        comment.get(f"{_WORD}id", ""): WordComment(
            comment.get(f"{_WORD}author", ""),
            "\n".join(
                "".join(text.text or "" for text in paragraph.iter(f"{_WORD}t"))
                for paragraph in comment.iter(f"{_WORD}p")
            ).strip(),
        )
        for comment in root.iter(f"{_WORD}comment")
    }


def _bookmarked(body: etree._Element) -> Mapping[str, _Atoms]:
    """Return what stands in each bookmark."""
    by_bookmark: dict[str, _Atoms] = {}
    is_open: dict[str, str] = {}
    commented: set[str] = set()
    for element, changes in _walk(body, ()):
        tag, number = element.tag, element.get(f"{_WORD}id", "")
        inside = [by_bookmark[name] for name in is_open.values()]
        if tag == f"{_WORD}bookmarkStart":
            name = element.get(f"{_WORD}name", "")
            is_open[number] = name
            by_bookmark.setdefault(name, _Atoms()).comments += commented
        elif tag == f"{_WORD}bookmarkEnd":
            is_open.pop(number, None)
        elif tag == f"{_WORD}commentRangeStart":
            commented.add(number)
            for atoms in inside:
                atoms.comments.append(number)
        elif tag == f"{_WORD}commentRangeEnd":
            commented.discard(number)
        elif tag == f"{_WORD}commentReference":
            for atoms in inside:
                atoms.comments.append(number)
        else:
            text = _text_of(element)
            for atoms in inside if text else ():
                atoms.add(text, changes)
    return by_bookmark


def _text_of(element: etree._Element) -> str:
    match element.tag.removeprefix(_WORD):
        case "t" | "delText":
            return element.text or ""
        case "br" | "cr" | "p":
            return "\n"
        case "tab":
            return "\t"
        case "noBreakHyphen":
            return "-"
        case _:
            return ""


_CHANGES = {"ins": "ins", "del": "del", "moveFrom": "del", "moveTo": "ins"}
_PROPERTIES = ("pPr", "rPr", "tblPr", "sectPr")


def _walk(
    element: etree._Element, changes: tuple[tuple[str, bool], ...]
) -> Iterator[tuple[etree._Element, tuple[tuple[str, bool], ...]]]:
    """Yield every element in reading order, with the tracked changes that it stands in."""
    for child in element.iterchildren("*"):
        name = child.tag.removeprefix(_WORD)
        if name in _PROPERTIES:
            continue
        if name in _CHANGES:
            yield from _walk(child, (*changes, (_CHANGES[name], child.get(f"{_WORD}author") == AUTHOR)))
            continue
        yield child, changes
        yield from _walk(child, changes)


def _judged(passage: WordPassage, atoms: _Atoms, comments: Mapping[str, WordComment]) -> ReadPassage:
    accepted, rejected = _cleaned("".join(atoms.accepted)), _cleaned("".join(atoms.rejected))
    about = dict.fromkeys(number for number in atoms.comments if number in comments)
    status = _status(passage, accepted, rejected, is_open=atoms.is_open)
    return ReadPassage(passage, status, accepted, tuple(comments[number] for number in about))


def _status(passage: WordPassage, accepted: str, rejected: str, *, is_open: bool) -> PassageStatus:
    before, after = _cleaned(passage.before or ""), _cleaned(passage.after or "")
    if is_open and (accepted, rejected) == (after, before):
        return PassageStatus.OPEN
    if not is_open and accepted == after:
        return PassageStatus.UNCHANGED if before == after else PassageStatus.ACCEPTED
    if not is_open and accepted == before:
        return PassageStatus.REJECTED
    words = diff(before, after)
    if all(_is_choice(text, words) for text in (accepted, rejected)):
        return PassageStatus.PARTLY
    return PassageStatus.EDITED


def _is_choice(text: str, words: Iterable[Run]) -> bool:
    """Return whether a text comes of accepting some of the changes and rejecting the others."""
    ends = {0}
    for kind, part in words:
        kept = {end + len(part) for end in ends if text.startswith(part, end)}
        ends = kept if kind == "same" else kept | ends
    return any(_cleaned(text[end:]) == "" for end in ends)


def _cleaned(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.translate(_SPACES).strip().split("\n"))

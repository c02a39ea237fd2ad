"""A document for people to review: what it says and in which order, and nothing of a format.

``build`` makes one of a plan, and a writer such as ``markdown`` turns it into a format. Writers decide nothing about
meaning.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from heymilo_ops.review.script import Script
from heymilo_ops.text.sanitize import one_line


class Style(StrEnum):
    """How a span stands out."""

    PLAIN = "plain"
    STRONG = "strong"
    CODE = "code"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style; a newline is a line break.

    Attributes:
        own: words of this tool, free of markup. Whatever else a document says was written by others, and a writer
            has to escape it.
    """

    text: str
    style: Style = Style.PLAIN
    own: bool = False


Inline = tuple[Span, ...]
"""The content of one line or paragraph."""


def own(text: str, style: Style = Style.PLAIN) -> Span:
    """Make a span of this tool's own words."""
    return Span(text, style, own=True)


def foreign(text: str, style: Style = Style.PLAIN) -> Span:
    """Make a span of a text that others wrote, cleaned and on one line."""
    return Span(one_line(text), style)


def sentence(text: str) -> Inline:
    """Make spans of a sentence that may quote others: what stands between backticks in it is code, to be copied."""
    parts = one_line(text).split("`")
    if len(parts) % 2 == 0:  # one of them is somebody's own: none is taken for ours
        return (foreign(text),)
    spans: list[Span] = []
    for number, part in enumerate(parts):
        if number % 2:
            spans.append(code(part))
            continue
        text = part.strip()  # as a writer does, so a blank beside a command is a span of its own
        before, after = (" " if part[:1] == " " else "", " " if text and part[-1:] == " " else "")
        spans += [own(before), foreign(text), own(after)]
    return tuple(span for span in spans if span.text)


def code(text: str) -> Span:
    """Make a span of a name, a path, an id or a command."""
    return Span(one_line(text), Style.CODE)


def separated(spans: Inline, separator: str) -> Inline:
    """Put a separator between spans."""
    return joined(((span,) for span in spans), separator)


def joined(texts: Iterable[Inline], separator: str) -> Inline:
    """Put a separator between texts."""
    return tuple(part for text in texts for part in (own(separator), *text))[1:]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is that of the document."""

    level: int
    text: Inline


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: Inline


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list; with numbers where it is ``ordered``."""

    items: tuple[Inline, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``numeric`` has the indexes of the columns that are set on the right."""

    head: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldDiff:
    """What became of a longer text: its name, then its lines with what was added and removed; ``()`` is blank.

    Attributes:
        length: characters of the whole text, where less of it stands here; 0 where all of it does.
    """

    title: Inline
    lines: tuple[Inline, ...]
    length: int = 0


class CalloutKind(StrEnum):
    """How urgent a callout is, from light to grave."""

    NOTE = "note"
    IMPORTANT = "important"
    WARNING = "warning"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True)
class Callout:
    """Paragraphs that a reader must not overlook."""

    kind: CalloutKind
    paragraphs: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines as they are, in a fixed width; ``language`` as highlighters call it."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Details:
    """Blocks that only some readers need: folded, or set in small print."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ShareRow:
    """What one question counts of the score of its step.

    Attributes:
        before, after: whole per cent; ``None`` where it doesn't count, or it isn't known.
        before_words, after_words: the same for a reader: ``33%``, ``–``, ``weight 3`` where the share isn't known.
        change: ``+7 points``, ``new``, ``removed``, ``as before``.
        key: the question's name in the manifest; ``""`` where it has none.
    """

    question: str
    before: int | None
    after: int | None
    before_words: str
    after_words: str
    change: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class ShareTable:
    """What each question of a step counts of the score, before and after; the shares of a side add up to 100."""

    step: str
    rows: tuple[ShareRow, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Both versions of an interview in full; ``None`` where there is none. Only a page or a file has room for it.

    Attributes:
        public: candidates could read it, so rubrics and the answers that pass a knock-out are left out.
        address: of the posting.
    """

    before: Script | None
    after: Script | None
    public: bool = False
    address: str = ""


Block = Heading | Paragraph | BulletList | Table | FieldDiff | Callout | CodeBlock | Details | ShareTable | SideBySide


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a document: what is done to a posting, or to several alike.

    Attributes:
        blocks: all of it. A heading of level 3 begins each group of changes.
        technical: what only engineers need.
        postings: how many postings it is about.
        page: what only a page shows, below the rest.
        address: of the posting that it is about; ``""`` where it is about several, or none.
        name: one line that stands for it where there is no room for more.
        kind: what it does, in words, to be counted by: ``replaces a live interview``.
        is_new: whether it is an interview that nobody knows yet.
        brief: the least that stands for it where there is some room: nothing grave is missing. Empty: its name does.
        opening: what a file with both designs in full says before them; empty where ``blocks`` has nothing of them.
        is_repeated: whether all of it stands in the designs of other sections as well.
    """

    blocks: tuple[Block, ...]
    technical: tuple[Block, ...] = ()
    postings: int = 1
    page: tuple[Block, ...] = ()
    address: str = ""
    name: Inline = ()
    kind: str = ""
    brief: tuple[Block, ...] = ()
    is_new: bool = False
    opening: tuple[Block, ...] = ()
    is_repeated: bool = False


@dataclass(frozen=True, slots=True)
class ReviewDocument:
    """A plan to review.

    Attributes:
        workspace: by which a later version of the same document is recognised.
        lead: what concerns all of it; begins with its title.
        sections: the gravest first.
        foot: what identifies it.
        version: what a later version is compared with; see ``earlier_version``.
        committed_at: when what is reviewed was committed, Unix seconds; ``None`` outside git.
    """

    workspace: str
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    foot: Inline
    version: str = ""
    committed_at: float | None = None

    @property
    def postings(self) -> int:
        """How many postings the sections are about."""
        return sum(section.postings for section in self.sections)

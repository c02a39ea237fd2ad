"""The one shape in which any room tells the user about a file.

A finding is content that needs attention. It has a place, says what is wrong and what to do, and
carries a stable code. "Cannot go on" is an exception (``errors.py``), never a finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Severity(StrEnum):
    """How much a finding weighs. An ``error`` forbids apply; the others never do."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


SEVERITIES = tuple(Severity)
"""The heaviest first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: 1-based lines and columns (characters, not bytes), end exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Places(Protocol):
    """Finds the place of a value: in a file, or in what was composed of several."""

    def place(self, pointer: str, *, key: bool = False) -> Place:
        """Return the place of the value at a JSON pointer, or of its key."""

    def written(self, pointer: str) -> str | None:
        """Return the characters of an unquoted value at a JSON pointer as its file has them."""


class FixKind(StrEnum):
    """What a fix does to the value at its pointer."""

    SET = "set"
    """Another text takes its place."""
    REMOVE = "remove"
    """It is taken out, with its key or as an item of its list."""
    RENAME = "rename"
    """Its key is called otherwise."""
    UNSUPPRESS = "unsuppress"
    """The comment at the finding's place no longer allows the code in ``value``."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A change of a file that removes the finding and changes nothing that people would see otherwise.

    Attributes:
        pointer: JSON pointer into the manifest.
        value: the new text, or the new key; nothing where it is removed.
    """

    pointer: str
    kind: FixKind
    value: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with one place.

    Attributes:
        code: stable code such as ``SY101``; see ``heymilo-ops explain CODE``.
        name: the code's name in words joined by hyphens, such as ``unknown-key``.
        message: what is wrong, one sentence, no trailing full stop.
        help: what to do about it, one sentence, may be empty.
        place: file, line and column; ``None`` only where no file is to blame.
        address: the posting's name, where known.
        pointer: JSON pointer into the manifest, ``""`` for the whole document.
        suggestion: the key or value that was likely meant or has to be added; ``help`` says it in words.
        fields: other fields of the posting or the step that it depends on, by name.
        since: the release that brought the rule, or the entry of the law that it rests on; ``""`` where that is of no
            interest, since nothing lowers such a finding.
        preview: whether it is shown only where a repo asks for its code.
        proposal: a wording to use instead; shown, and never applied.
        fix: what ``lint --fix`` does about it, ``None`` where a person has to.
        other: JSON pointer of what contradicts it, ``""`` for nothing.
        other_place: where that is.
    """

    code: str
    name: str
    severity: Severity
    message: str
    help: str = ""
    place: Place | None = None
    address: str | None = None
    pointer: str = ""
    suggestion: str = ""
    fields: tuple[str, ...] = ()
    since: str = ""
    preview: bool = False
    proposal: str = ""
    fix: Fix | None = None
    other: str = ""
    other_place: Place | None = None

    @property
    def safe_fix(self) -> Fix | None:
        """What ``lint --fix`` does: the fix of the rule, or the one key that a misspelt one must have meant."""
        if self.fix is None and self.code == "SY101" and self.suggestion:
            return Fix(self.pointer, FixKind.RENAME, self.suggestion)
        return self.fix

    @property
    def position(self) -> tuple[int, int]:
        """Line and column, to order the findings of one file by."""
        return (self.place.line, self.place.column) if self.place else (1, 1)


class DismissedBy(StrEnum):
    """Where a repo says that a finding doesn't count."""

    COMMENT = "comment"
    """``# heymilo-ops: allow`` beside the value."""
    EXCEPTION = "exception"
    """An entry of heymilo-exceptions.yaml."""
    BASELINE = "baseline"
    """The baseline that heymilo.yaml names: it was there before."""
    CONFIG = "config"
    """``lint`` in heymilo.yaml: the rule isn't selected, or is ignored, everywhere or for this file."""


@dataclass(frozen=True, slots=True)
class Dismissed:
    """A finding that doesn't count, and why.

    Attributes:
        reason: in the words of whoever dismissed it; ``""`` where none is asked for.
        ticket: where it was decided, such as ``HR-12``.
        place: of the comment or the entry that says so.
    """

    finding: Finding
    by: DismissedBy
    reason: str = ""
    ticket: str = ""
    place: Place | None = None


def dismissal_counts(dismissed: Iterable[Dismissed]) -> tuple[str, ...]:
    """Return how many findings each way dismisses, such as ``2 by comment``; without the ways that dismiss none."""
    counts = Counter(item.by for item in dismissed)
    return tuple(f"{counts[by]} by {by.value}" for by in DismissedBy if counts[by])


FIXED_FAMILIES = ("SY", "AP", "PL")
"""Families whose errors nothing dismisses or lowers: what can't be read, sent or planned."""


def is_fixed(finding: Finding) -> bool:
    """Return whether nothing in a repo dismisses or lowers a finding."""
    return finding.severity is Severity.ERROR and finding.code.startswith(FIXED_FAMILIES)


@dataclass(frozen=True, slots=True)
class LintError:
    """An error of a rule on one posting: it bars a create and a replace of it.

    Attributes:
        is_new: whether what it is about isn't applied word for word; then it bars an edit in place too.
    """

    finding: Finding
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class CodeInfo:
    """An entry of a catalogue of codes.

    Attributes:
        name: the code's name in words joined by hyphens.
        page: its documentation for ``explain``, where the catalogue holds it.
    """

    name: str
    severity: Severity
    page: str = ""


def worst(findings: Iterable[Finding]) -> Severity | None:
    """Return the heaviest severity among the findings, ``None`` where there is none."""
    return min((finding.severity for finding in findings), key=SEVERITIES.index, default=None)

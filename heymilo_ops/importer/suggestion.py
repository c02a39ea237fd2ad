"""What several manifests say alike: the texts and questions that ``share`` would move into one file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Literal

from heymilo_ops.errors import AttentionError
from heymilo_ops.manifest.extraction import (
    Copy,
    count_postings,
    group_copies,
    majority_fields,
    text_copies,
    text_fields,
    wrap_text,
    written_questions,
)
from heymilo_ops.manifest.item_pairing import is_same
from heymilo_ops.manifest.repo import PostingFile
from heymilo_ops.manifest.yaml_scalars import WIDTH, write_folded

_BLOCK = 80
"""Characters of a text that still stands on the line of its key."""


@dataclass(frozen=True, slots=True)
class SharingSuggestion:
    """A text or a question that several postings have in common.

    Attributes:
        subject: the field of the text, ``web_interview.intro_message``; or the key of the question.
        name: what the shared file can be called, without its ending.
        postings: the names of the postings that say it.
        named: these postings have to be named to ``share``, since others say something else as often or more often.
        saved: lines that the files together get shorter by, about.
    """

    kind: Literal["text", "question"]
    subject: str
    name: str
    postings: tuple[str, ...]
    named: bool
    saved: int

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments of the command that does it: ``share text company_overview --as company-overview``."""
        return ("share", self.kind, self.subject, "--as", self.name, *(self.postings if self.named else ()))


def suggest_sharing(
    documents: Sequence[PostingFile], taken_texts: Collection[str] = (), taken_questions: Collection[str] = ()
) -> list[SharingSuggestion]:
    """Return what can be shared, what saves most lines first.

    ``taken_…``: names of shared files that are there already.
    """
    whole = [document for document in documents if document.desired is not None]
    suggestions = [*_texts(whole, set(taken_texts)), *_questions(whole, set(taken_questions))]
    return sorted(suggestions, key=lambda suggestion: (-suggestion.saved, suggestion.kind, suggestion.name))


def _texts(documents: Sequence[PostingFile], taken: set[str]) -> Iterator[SharingSuggestion]:
    for where in text_fields():
        copies = [copy for document in documents for copy in text_copies(document, where)]
        for group, is_largest in _shared_groups(copies):
            text = group[0].same
            try:
                shared = wrap_text(text).count("\n")
            except AttentionError:  # a shared text can't say it
                continue
            saved = sum(_lines(copy.value) - 1 for copy in group) - shared
            if saved > 0:
                base = where.rpartition(".")[2].replace("_", "-")
                yield SharingSuggestion("text", where, _untaken(base, taken), _names(group), not is_largest, saved)


def _questions(documents: Sequence[PostingFile], taken: set[str]) -> Iterator[SharingSuggestion]:
    for key, copies in _by_key(documents).items():
        for group, is_largest in _shared_groups(copies):
            base = majority_fields([copy.value for copy in group])
            own = sum(
                _lines(value) for copy in group for name, value in copy.value.items() if _differs(base, name, value)
            )
            before = sum(_lines(value) for copy in group for value in copy.value.values())
            saved = before - own - len(group) - sum(map(_lines, base.values()))
            if saved > 0:
                yield SharingSuggestion("question", key, _untaken(key, taken), _names(group), not is_largest, saved)


def _shared_groups(copies: Sequence[Copy]) -> Iterator[tuple[list[Copy], bool]]:
    """Yield the copies that two postings or more have, and whether ``share`` would take these where none is named."""
    groups = sorted(group_copies(copies).values(), key=count_postings, reverse=True)
    for group in groups:
        if count_postings(group) > 1:
            is_alone = len(groups) == 1 or count_postings(groups[1]) < count_postings(groups[0])
            yield group, group is groups[0] and is_alone


def _by_key(documents: Sequence[PostingFile]) -> dict[str, list[Copy]]:
    """Return the questions that are written out, by key: with a thousand manifests there are as many keys."""
    copies: dict[str, list[Copy]] = {}
    for document in documents:
        for copy in written_questions(document):
            key = copy.value.get("key")
            if isinstance(key, str):
                copies.setdefault(key, []).append(copy)
    return copies


def _names(group: Sequence[Copy]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(copy.called for copy in group))


def _differs(base: Mapping[str, Any], name: str, value: Any) -> bool:
    return name != "key" and not (name in base and is_same(base[name], value))


def _lines(value: Any) -> int:
    """Return about how many lines a key with its value takes in a manifest."""
    if isinstance(value, str):
        if len(value) <= _BLOCK and "\n" not in value:
            return 1
        block = write_folded(value)
        return 1 + len(block[1]) if block is not None else 1
    if isinstance(value, dict):
        return 1 + sum(map(_lines, value.values()))
    if isinstance(value, list):
        return 1 if len(str(value)) <= WIDTH else 1 + len(value)
    return 1


def _untaken(base: str, taken: set[str]) -> str:
    """Return a name that no shared file has, and take it."""
    names = (base if number == 1 else f"{base}-{number}" for number in count(1))
    name = next(name for name in names if name not in taken)
    taken.add(name)
    return name

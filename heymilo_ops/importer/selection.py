"""Which postings an import takes: those that were asked for, without those that must not be taken over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, unquote, urlsplit

from heymilo_ops.model.live import OWNER, Live
from heymilo_ops.plan.ownership import Ownership, Relation


class OmissionCause(StrEnum):
    """Why a posting is left out."""

    ARCHIVED = "archived"
    BLUEPRINT = "blueprint"
    """What a template copies: ``whose`` names the template. Marks on it would be copied too."""
    MANAGED = "managed"
    """This repo manages it already: ``whose`` is its name here."""
    MARKED = "marked"
    """It carries marks: ``whose`` says which."""
    TEST = "test"
    """HeyMilo calls it a test posting."""


@dataclass(frozen=True, slots=True)
class Omission:
    """A posting that is left out, and why."""

    live: Live
    cause: OmissionCause
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """What an import takes, the first made first, and what it leaves out."""

    chosen: tuple[Live, ...]
    omitted: tuple[Omission, ...]


def select(
    asked: Iterable[Live], owners: Mapping[str, Ownership], blueprints: Mapping[str, str], *, by_id: bool
) -> Selection:
    """Split the postings that were asked for.

    Args:
        owners: whose each posting is, by posting id.
        blueprints: the name of the template by its blueprint's posting id.
        by_id: they were asked for one by one: then a test posting is meant.
    """
    chosen: list[Live] = []
    omitted: list[Omission] = []
    for live in sorted(asked, key=lambda live: live.born):
        omission = _omission(live, owners[live.posting_id], blueprints, by_id)
        if omission is None:
            chosen.append(live)
        else:
            omitted.append(omission)
    return Selection(tuple(chosen), tuple(omitted))


def _omission(live: Live, owned: Ownership, blueprints: Mapping[str, str], by_id: bool) -> Omission | None:
    if owned.is_on_record:
        return Omission(live, OmissionCause.MANAGED, owned.name)
    if live.archived:
        return Omission(live, OmissionCause.ARCHIVED)
    if live.posting_id in blueprints:
        return Omission(live, OmissionCause.BLUEPRINT, blueprints[live.posting_id])
    if owned.relation is not Relation.UNMANAGED:
        return Omission(live, OmissionCause.MARKED, live.metadata.get(OWNER, owned.name))
    if live.document.get("test_posting") is True and not by_id:
        return Omission(live, OmissionCause.TEST)
    return None


def with_title(listed: Iterable[Live], text: str) -> list[Live]:
    """Return the postings whose titles hold a text, in upper or lower case."""
    return [live for live in listed if text.casefold() in live.title.casefold()]


def referred_to(reference: str, listed: Sequence[Live]) -> list[Live]:
    """Return the postings that an id or a link may mean: the links for candidates and reviewers, and any with the id.

    A link is compared without its query and fragment; where none is equal, a posting's id is looked for in its parts.
    """
    text = reference.strip()
    if "/" not in text:
        return [live for live in listed if live.posting_id == text]
    link = _link(text)
    if links := [live for live in listed if link and link in map(_link, (live.candidate_url, live.review_url))]:
        return links
    parts = _parts(text)
    return [live for live in listed if live.posting_id in parts]


def _link(text: str | None) -> str:
    """Return what of a link says where it leads; ``""`` of what is none."""
    try:
        url = urlsplit(text if text and "://" in text else f"https://{text or ''}")
        return f"{url.hostname}:{url.port or ''}{unquote(url.path).rstrip('/')}" if url.hostname else ""
    except ValueError:
        return ""


def _parts(text: str) -> frozenset[str]:
    try:
        url = urlsplit(text)
        values = [value for _, value in parse_qsl(url.query)]
    except ValueError:
        return frozenset()
    return frozenset([*unquote(url.path).split("/"), *unquote(url.fragment).replace("?", "/").split("/"), *values])

"""The notices that a team says are given outside of postings, in words. Nothing checks them, and that is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from heymilo_ops.model.notices import StatedNotice
from heymilo_ops.plan.change import Change
from heymilo_ops.review.document import BulletList, Inline, code, foreign, joined, own, separated

NAMES = {
    "ai": "AI",
    "camera": "the camera",
    "cheat_detection": "cheat detection",
    "contact": "how to reach a person",
    "decision": "who decides",
    "phone": "AI calls by phone",
    "recording": "recording",
    "sms": "text messages",
}
"""What each notice is of. A plan file may have other names."""


def notice_spans(stated: StatedNotice) -> Inline:
    """Return ``Notice of AI: given elsewhere (application-form, URL), by the team's statement; not checked by …``."""
    where = [(foreign(place),) for place in (stated.given_in, stated.url) if place]
    what = NAMES.get(stated.notice)
    return (
        own("Notice of "),
        own(what) if what else foreign(stated.notice),
        own(": given elsewhere ("),
        *joined(where, ", "),
        own("), by the team's statement; not checked by this tool"),
    )


def notices_of(changes: Sequence[Change]) -> list[tuple[StatedNotice, tuple[str, ...]]]:
    """Return what is stated of several postings, each statement once, with the names of those that it is stated of.

    No names where it is stated of all of them.
    """
    by_notice: dict[StatedNotice, list[str]] = {}
    for change in changes:
        for stated in change.notices:
            by_notice.setdefault(stated, []).append(change.address)
    return [(stated, tuple(names) if len(names) < len(changes) else ()) for stated, names in by_notice.items()]


def notice_lines(changes: Sequence[Change]) -> list[Inline]:
    """Return a line for each statement on some postings, with the names where it isn't stated of all of them."""
    return [_line(stated, names) for stated, names in notices_of(changes)]


def _line(stated: StatedNotice, names: tuple[str, ...]) -> Inline:
    of = (own(" ("), *separated(tuple(map(code, names)), ", "), own(")")) if names else ()
    return *notice_spans(stated), *of


def notice_blocks(changes: Sequence[Change]) -> Iterable[BulletList]:
    """Yield a list of the statements on some postings; nothing where there are none."""
    if lines := notice_lines(changes):
        yield BulletList(tuple((*line, own(".")) for line in lines))

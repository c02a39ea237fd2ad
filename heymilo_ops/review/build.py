"""Builds the document of a plan for people who don't read YAML. All meaning is decided here, and no format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from heymilo_ops.plan.change import Change, Plan
from heymilo_ops.plan.review_input import ReviewInput, bare_input
from heymilo_ops.plan.shared_changes import Shares
from heymilo_ops.review import document as doc
from heymilo_ops.review.change_facts import ChangeFacts
from heymilo_ops.review.document import Inline, code, foreign, own
from heymilo_ops.review.earlier_version import since_blocks, version_of
from heymilo_ops.review.full_versions import full_versions
from heymilo_ops.review.lead_blocks import lead_blocks, notes_section
from heymilo_ops.review.loosened_blocks import loosened_sections
from heymilo_ops.review.plan_words import Alike, group_alike, titles_of, with_author_clock
from heymilo_ops.review.posting_sections import PostingSections, drift_section
from heymilo_ops.review.public_view import public_view
from heymilo_ops.review.roles import facts_of, tasks_of
from heymilo_ops.review.script_blocks import SHARED_TITLE, SharedTexts
from heymilo_ops.review.shared_sections import group_section, shared_section
from heymilo_ops.review.verdict import Label, ReviewVerdict, verdict_of_facts

_LABELS = list(Label)


def build_document(made_of: ReviewInput | Plan, earlier: str = "") -> doc.ReviewDocument:
    """Build the document of a plan, with all else that a review is made of where it is known.

    ``earlier``: the text of an earlier version, ``""`` for none.
    """
    review = made_of if isinstance(made_of, ReviewInput) else bare_input(made_of)
    review = public_view(review)
    review = replace(review, plan=with_author_clock(review.plan))
    plan, facts = review.plan, facts_of(review)
    titles = titles_of(plan)
    head, *lead = lead_blocks(review, verdict_of_facts(review, facts), tasks_of(review, facts), titles, facts)
    return doc.ReviewDocument(
        plan.workspace,
        (head, *since_blocks(earlier, review, titles), *lead),
        tuple(_sections(review, facts, titles)),
        _foot(plan),
        version_of(review),
        review.committed_at,
    )


def _sections(review: ReviewInput, facts: Iterable[ChangeFacts], titles: Mapping[str, str]) -> Iterator[doc.Section]:
    plan, shares = review.plan, Shares(review.plan)
    by_name = {one.change.address: one for one in facts}
    verdicts = {name: verdict_of_facts(review, (one,), one.change) for name, one in by_name.items()}
    postings = PostingSections(review, by_name.values(), shares, titles)
    groups, alone = group_alike(plan, shares)
    gravest_first = sorted(alone, key=lambda change: _gravity(verdicts[change.address]))
    yield from (shared_section(review, shared) for shared in plan.shared)
    yield from _shared_texts(postings.shared_texts)
    yield from loosened_sections(review)
    is_one = len(by_name) == 1
    for change in gravest_first:
        section = postings.section(by_name[change.address], verdicts[change.address], is_one=is_one)
        yield _with_versions(review, section, (change,))
    for alike in groups:
        section = group_section(alike, _kind(alike, verdicts), titles)
        yield _with_versions(review, section, (change for change, _ in alike.changes))
    yield from (drift_section(change) for change in plan.changes if change.open_drift and change not in alone)
    yield from notes_section(plan)


def _gravity(verdict: ReviewVerdict) -> tuple[int, int, tuple[int, ...]]:
    labels = tuple(map(_LABELS.index, verdict.labels))
    return (not verdict.counts.must_fix, labels[0], labels)


def _kind(alike: Alike, verdicts: Mapping[str, ReviewVerdict]) -> str:
    """Return the gravest of what is done to postings that change alike."""
    return min((verdicts[change.address] for change, _ in alike.changes), key=_gravity).words[0]


def _with_versions(review: ReviewInput, section: doc.Section, changes: Iterable[Change]) -> doc.Section:
    return replace(section, page=(*section.page, *full_versions(review, changes)))


def _shared_texts(shared: SharedTexts) -> Iterator[doc.Section]:
    blocks = shared.blocks()
    if blocks:
        head = doc.Heading(2, (own(SHARED_TITLE),))
        whole = (head, *blocks)
        yield doc.Section(whole, postings=0, name=head.text, kind="shared texts", brief=whole, is_repeated=True)


def _foot(plan: Plan) -> Inline:
    return (
        own("plan "),
        code(plan.digest),
        own(f" · state serial {plan.serial} · "),
        foreign(f"heymilo-ops {plan.tool_version}"),
    )

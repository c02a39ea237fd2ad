"""Builds the document of a plan for people who don't read YAML. All meaning is decided here, and no format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from heymilo_ops.finding import Finding, Severity
from heymilo_ops.plan.change import Action, Change, Plan, SharedChange
from heymilo_ops.plan.effect import classes
from heymilo_ops.plan.review_input import ReviewInput, bare_input
from heymilo_ops.plan.shared_changes import Shares
from heymilo_ops.review import document as doc
from heymilo_ops.review.decided_words import decided_lines
from heymilo_ops.review.document import Inline, Style, code, foreign, joined, own, sentence, separated
from heymilo_ops.review.drift_words import HEAD, drift_lines
from heymilo_ops.review.effect_blocks import EffectBlocks
from heymilo_ops.review.effect_groups import Group, group_of, located
from heymilo_ops.review.field_lines import FieldLines, text_of
from heymilo_ops.review.field_path import Located, parse_path
from heymilo_ops.review.full_versions import full_versions
from heymilo_ops.review.notice_words import notice_blocks
from heymilo_ops.review.people_words import impact_spans
from heymilo_ops.review.plan_words import (
    Alike,
    change_words,
    dotted_name,
    drain_words,
    group_alike,
    plan_notes,
    plan_summary,
    revision_words,
    shared_example,
    shared_verb,
    with_author_clock,
)
from heymilo_ops.review.reasons import reason_sentences
from heymilo_ops.review.words import ACTIONS, ActionWords, count_words, counted, field_name, in_order
from heymilo_ops.text.sanitize import one_line

_MOST = 50
"""Findings and notes shown at most; the rest is counted."""
_LONGEST = 600
"""Characters of a message, a note or a reason."""
_DIFF_WIDTH = 110


def build_document(made_of: ReviewInput | Plan) -> doc.ReviewDocument:
    """Build the document of a plan, with all else that a review is made of where it is known."""
    review = made_of if isinstance(made_of, ReviewInput) else bare_input(made_of)
    plan = with_author_clock(review.plan)
    shares = Shares(plan)
    groups, alone = group_alike(plan, shares)
    sections = (
        *(shared_section(plan, shared) for shared in plan.shared),
        *(_with_versions(review, _group_section(alike), (change for change, _ in alike.changes)) for alike in groups),
        *(_with_versions(review, _section(change, shares), (change,)) for change in alone),
        *(_drift_section(change) for change in plan.changes if change.open_drift and change not in alone),
    )
    return doc.ReviewDocument(plan.workspace, (*_title(plan), *_callouts(review), *_notes(plan)), sections, _foot(plan))


def _with_versions(review: ReviewInput, section: doc.Section, changes: Iterable[Change]) -> doc.Section:
    return replace(section, page=(*section.page, *full_versions(review, changes)))


def _title(plan: Plan) -> Iterable[doc.Block]:
    yield doc.Heading(1, (own("Interview changes for "), foreign(plan.workspace)))
    yield doc.Paragraph((foreign("".join(plan_summary(plan))),))
    if plan.shared:
        yield doc.BulletList(tuple(map(shared_item, plan.shared[:_MOST])))


def _callouts(review: ReviewInput) -> Iterable[doc.Block]:
    findings = [item.finding for item in review.findings if item.dismissed is None]
    for kind, is_error in ((doc.CalloutKind.CAUTION, True), (doc.CalloutKind.IMPORTANT, False)):
        group = [finding for finding in in_order(findings) if (finding.severity is Severity.ERROR) is is_error]
        more = [(own(f"And {count_words(group[_MOST:])} more."),)] if len(group) > _MOST else []
        if group:
            yield doc.Callout(kind, (*map(_finding, group[:_MOST]), *more))


def _finding(finding: Finding) -> Inline:
    name, advice = finding.address, finding.help[:_LONGEST]
    return (
        *((code(name), own(": ")) if name else ()),
        foreign(finding.message[:_LONGEST], Style.STRONG),
        own(" "),
        foreign(f"({finding.code})"),
        own("."),
        *((own(" "), *sentence(f"{advice[0].upper()}{advice[1:].removesuffix('.')}.")) if advice else ()),
    )


def _notes(plan: Plan) -> Iterable[doc.Block]:
    texts = plan_notes(plan)
    if plan.unmanaged:  # it concerns all of the plan
        texts = (texts[-1], *texts[:-1])
    items = [sentence(text[:_LONGEST]) for text in texts[:_MOST]]
    if len(texts) > _MOST:
        items.append((own(f"and {len(texts) - _MOST} more"),))
    if items:
        yield doc.BulletList(tuple(items))


def _section(change: Change, shares: Shares) -> doc.Section:
    items = located(change, shares)
    effects = EffectBlocks(change, items, located(change))
    blocks: list[doc.Block] = [
        doc.Heading(2, (foreign(change.title or change.address), own(" · "), code(change.address))),
        doc.Paragraph(_what_happens(change)),
    ]
    if change.reasons:
        blocks.append(doc.Paragraph(_why(reason_sentences(change.reasons))))
    if decided := decided_lines(change):
        texts = joined((sentence(line[:_LONGEST]) for line in decided), "; ")
        blocks.append(doc.Paragraph((own("Decided: "), *texts, own("."))))
    if change.impact is not None:
        blocks.append(doc.Paragraph((own("People: "), *impact_spans(change.impact), own("."))))
    blocks += notice_blocks([change])
    number = 0
    for group in Group:
        if body := effects.of(group, [item for item in items if group_of(item) is group]):
            number += 1
            blocks += [doc.Heading(3, (own(f"{number}. {group}"),)), *body]
    blocks += shared_reference(shares.entries(change))
    blocks += _drift(change)
    return doc.Section(tuple(blocks), (_for_engineers(change, shares),))


def _drift_section(change: Change) -> doc.Section:
    """Return the section of a posting that was changed outside, and that nothing else is done to."""
    head = doc.Heading(2, (foreign(change.title or change.address), own(" · "), code(change.address)))
    return doc.Section((head, *_drift(change)))


def _drift(change: Change) -> Iterable[doc.Block]:
    """Yield what was changed outside, old and new."""
    if change.open_drift:
        yield doc.Paragraph((own(HEAD, Style.STRONG), own(":")))
        yield doc.CodeBlock("\n".join(map(text_of, drift_lines(change.open_drift, _DIFF_WIDTH, ""))), "diff")


def _why(reasons: Sequence[str]) -> Inline:
    return own("Why: "), *joined((sentence(reason[:_LONGEST]) for reason in reasons), "; "), own(".")


def _headline(words: ActionWords) -> Inline:
    return own(words.headline, Style.STRONG), own(f": {words.consequence}")


def _what_happens(change: Change) -> Inline:
    out = _headline(change_words(change))
    if change.action is Action.HOLD and change.fields and not change.to_settle:
        out += (own(" What is held back:"),)
    if change.revision_to is not None and change.revision_to != change.revision_from:
        out += (own(f" Revision {revision_words(change)}."),)
    if change.closes and change.action is not Action.ARCHIVE:
        ids = separated(tuple(map(code, change.closes)), ", ")
        out += (own(" "), own("Archived with it", Style.STRONG), own(": "), *ids)
        out += (own(", where nobody new can enter then."),)
    for drain in change.drains:
        if drain.since is None:
            out += (own(" "), own("Drains", Style.STRONG), own(": "), foreign(drain_words(drain)), own("."))
    return out


def _for_engineers(change: Change, shares: Shares) -> doc.Details:
    form = change.desired.form if change.desired else None
    lines = [f"{ACTIONS[change.action].symbol} {one_line(change.address)}"]
    lines += map(text_of, FieldLines(form, _DIFF_WIDTH).lines(shares.own(change), ""))
    facts: dict[str, Sequence[str | None]] = {
        "file": [change.source],
        "class": [effect.value for effect in classes(change)],
        "posting": [change.live.posting_id if change.live else None],
        "archives": change.archives,
        "digest before": [change.before_digest],
        "digest after": [change.after_digest],
    }
    line: Inline = ()
    for label, values in facts.items():
        if spans := tuple(code(value) for value in values if value):
            line += (own(f"{' · ' if line else ''}{label} "), *separated(spans, ", "))
    diff = doc.CodeBlock("\n".join(lines), "diff")
    return doc.Details("For engineers: fields and digests", (diff, doc.Paragraph(line)) if line else (diff,))


def _foot(plan: Plan) -> Inline:
    return (
        own("plan "),
        code(plan.digest),
        own(f" · state serial {plan.serial} · "),
        foreign(f"heymilo-ops {plan.tool_version}"),
    )


_HEAD = tuple((own(title),) for title in ("Posting", "Name", "File", "Revision", "HeyMilo"))


def shared_section(plan: Plan, shared: SharedChange) -> doc.Section:
    """Return the section of a shared change: its diff, and folded the postings that it reaches."""
    number = counted(len(shared.addresses), "posting")
    head = doc.Heading(2, (foreign(shared_title(shared)), own(f" · {number}")))
    what: Inline = (own(shared_verb(shared).capitalize(), Style.STRONG), own(" "), code(shared.path))
    body: tuple[doc.Block, ...] = ()
    first = shared_example(plan, shared)
    if first is not None:
        change, field = first
        item = Located(parse_path(field.path), field)
        group = group_of(item)
        what = (*what, own(f" · {group}"))
        body = EffectBlocks(change, [item], ()).of(group, [item])
    names = doc.Paragraph(separated(tuple(map(code, shared.addresses)), ", "))
    return doc.Section((head, doc.Paragraph(what), *body), (doc.Details(number, (names,)),))


def shared_item(shared: SharedChange) -> Inline:
    """Return a line on a shared change: the field, the file, how many postings."""
    number = counted(len(shared.addresses), "posting")
    return foreign(shared_title(shared)), own(f" {shared_verb(shared)} "), code(shared.path), own(f", {number}")


def _group_section(alike: Alike) -> doc.Section:
    """Return the section of postings that change by shared changes alone."""
    number, words = counted(len(alike.changes), "posting"), ACTIONS[alike.action]
    head = doc.Heading(2, (own(f"{number} {words.effect} by shared changes alone"),))
    blocks: list[doc.Block] = [head, doc.Paragraph(_headline(words))]
    if alike.reasons:
        blocks.append(doc.Paragraph(_why(alike.reasons)))
    particular = tuple(
        (code(change.address), own(": "), *joined(map(sentence, texts), "; "), own("."))
        for change, texts in alike.changes
        if texts
    )
    if particular:
        blocks.append(doc.BulletList(particular))
    blocks += notice_blocks([change for change, _ in alike.changes])
    has_people = any(change.impact is not None for change, _ in alike.changes)
    head_row = (*_HEAD, (own("People"),)) if has_people else _HEAD
    table = doc.Table(head_row, tuple(_row(change, has_people) for change, _ in alike.changes))
    return doc.Section(tuple(blocks), (doc.Details(number, (table,)),), len(alike.changes))


def _row(change: Change, has_people: bool) -> tuple[Inline, ...]:
    people = (impact_spans(change.impact) if change.impact is not None else (),) if has_people else ()
    return (
        (foreign(change.title or change.address),),
        (code(change.address),),
        (code(change.source),) if change.source else (),
        (own(revision_words(change)),),
        (code(change.live.posting_id),) if change.live else (),
        *people,
    )


def shared_reference(shared: tuple[SharedChange, ...]) -> Iterable[doc.Block]:
    """Yield the paragraph in a posting's own section that refers to shared changes."""
    out: Inline = ()
    for change in shared:
        lead = own("; " if out else "And, as said above: ")
        out += (lead, foreign(shared_title(change)), own(" ("), code(change.path), own(")"))
    if out:
        yield doc.Paragraph((*out, own(".")))


def shared_title(shared: SharedChange) -> str:
    """Return the field in words: ``About the company``, ``Question on-call: Text``."""
    name = next(part for part in reversed(shared.field.split("/")) if not part.isdigit())
    if shared.field.startswith("/questions/") and shared.field.count("/") > 2:
        return f"Question {one_line(shared.field.split('/')[2])}: {field_name(name)}"
    if shared.field.startswith("/metadata/"):
        return f"{field_name('metadata')}: {dotted_name(shared)}"
    return field_name(name)

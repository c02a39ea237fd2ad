"""Sections on several postings at once: what they change alike, and those that nothing else changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import Change, SharedChange
from heymilo_ops.plan.review_input import ReviewInput
from heymilo_ops.review import document as doc
from heymilo_ops.review.change_lines import headline, why
from heymilo_ops.review.document import Inline, Style, code, foreign, joined, own, sentence, separated
from heymilo_ops.review.effect_blocks import EffectBlocks
from heymilo_ops.review.effect_groups import Group, group_of
from heymilo_ops.review.field_path import Located, parse_path
from heymilo_ops.review.in_place_blocks import in_place_blocks
from heymilo_ops.review.notice_words import notice_blocks
from heymilo_ops.review.people_words import impact_spans
from heymilo_ops.review.plan_words import Alike, dotted_name, revision_words, shared_example, shared_verb
from heymilo_ops.review.reasons import reason_sentence
from heymilo_ops.review.step_pairs import step_pairs
from heymilo_ops.review.words import ACTIONS, counted, field_name
from heymilo_ops.text.sanitize import one_line


def shared_section(review: ReviewInput, shared: SharedChange) -> doc.Section:
    """Return the section of a shared change: its diff, and folded the postings that it reaches."""
    number = counted(len(shared.addresses), "posting")
    head = doc.Heading(2, (foreign(shared_title(shared)), own(f" · {number}")))
    what: Inline = (own(shared_verb(shared).capitalize(), Style.STRONG), own(" "), code(shared.path))
    body: tuple[doc.Block, ...] = ()
    group = Group.SETTINGS
    first = shared_example(review.plan, shared)
    if first is not None:
        change, field = first
        item = Located(parse_path(field.path), field)
        group = group_of(item)
        what = (*what, own(f" · {group}"))
        form = review.designs_of(change).after
        pairs = step_pairs(form, change.fields)
        effects = EffectBlocks(form, [item], pairs, weigh=False, human_review=review.human_review)
        body = effects.of(group, [item])
    names = doc.Paragraph(separated(tuple(map(code, shared.addresses)), ", "))
    blocks = (head, doc.Paragraph(what), *body)
    return doc.Section(
        blocks,
        (doc.Details(number, (names,)),),
        postings=0,  # each of them has its own section, or one with others
        name=(*head.text, own(f": {group[:1].lower()}{group[1:]}")),
        kind="shared change",
        brief=blocks if group in (Group.REJECTED, Group.NOTICE) else (),
    )


def shared_item(shared: SharedChange) -> Inline:
    """Return a line on a shared change: the field, the file, how many postings."""
    number = counted(len(shared.addresses), "posting")
    return foreign(shared_title(shared)), own(f" {shared_verb(shared)} "), code(shared.path), own(f", {number}")


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


_HEAD = tuple((own(title),) for title in ("Posting", "Name", "File", "Revision", "HeyMilo"))


def group_section(alike: Alike, kind: str, titles: Mapping[str, str]) -> doc.Section:
    """Return the section of postings that change by shared changes alone; ``kind``: what that does to them.

    ``titles``: by address, what each is called.
    """
    number, words = counted(len(alike.changes), "posting"), ACTIONS[alike.action]
    head = doc.Heading(2, (own(f"{number} {words.effect} by shared changes alone"),))
    blocks: list[doc.Block] = [head, doc.Paragraph(headline(words))]
    bare = [reason_sentence(Reason(code)) for code in (ReasonCode.DESIGN_CHANGED, ReasonCode.EDITED_IN_PLACE)]
    if reasons := [reason for reason in alike.reasons if reason not in bare]:
        blocks.append(doc.Paragraph(why(reasons)))
    blocks += in_place_blocks([change for change, _ in alike.changes])
    particular = tuple(
        (foreign(titles.get(change.address, change.address)), own(": "), *joined(map(sentence, texts), "; "), own("."))
        for change, texts in alike.changes
        if texts
    )
    if particular:
        blocks.append(doc.BulletList(particular))
    blocks += notice_blocks([change for change, _ in alike.changes])
    names = separated(tuple(foreign(titles.get(change.address, change.address)) for change, _ in alike.changes), ", ")
    has_people = any(change.impact is not None for change, _ in alike.changes)
    head_row = (*_HEAD, (own("People"),)) if has_people else _HEAD
    table = doc.Table(head_row, tuple(_row(change, has_people) for change, _ in alike.changes))
    return doc.Section(
        (*blocks, doc.Paragraph(names)),
        (doc.Details(number, (table,)),),
        postings=len(alike.changes),
        name=(*head.text, own(f": {kind}")),
        kind=kind,
        brief=(head, doc.Paragraph(headline(words)), doc.Paragraph(names)),
    )


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

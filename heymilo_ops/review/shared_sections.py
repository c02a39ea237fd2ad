"""Sections on shared changes: each once, with its postings folded."""

from __future__ import annotations

from heymilo_ops.plan.change import Change, Plan, SharedChange
from heymilo_ops.review import document as doc
from heymilo_ops.review.document import Inline, Style, code, foreign, own, separated
from heymilo_ops.review.effect_blocks import EffectBlocks
from heymilo_ops.review.effect_groups import TITLES, Located, group_of
from heymilo_ops.review.field_path import parse_path
from heymilo_ops.review.plan_words import revision_words
from heymilo_ops.review.shared_change_words import Alike, dotted_name, shared_example, shared_verb
from heymilo_ops.review.words import ACTIONS, counted, field_name
from heymilo_ops.text.sanitize import one_line

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
        what = (*what, own(f" · {TITLES[group]}"))
        body = EffectBlocks(change.desired.form if change.desired else None, [item], ()).of(group, [item])
    names = doc.Paragraph(separated(tuple(map(code, shared.addresses)), ", "))
    return doc.Section((head, doc.Paragraph(what), *body), (doc.Details(number, (names,)),))


def shared_item(shared: SharedChange) -> Inline:
    """Return a line on a shared change: the field, the file, how many postings."""
    number = counted(len(shared.addresses), "posting")
    return foreign(shared_title(shared)), own(f" {shared_verb(shared)} "), code(shared.path), own(f", {number}")


def group_section(alike: Alike, what: Inline, reasons: Inline) -> doc.Section:
    """Return the section of postings that change by shared changes alone; ``what`` happens to each."""
    number = counted(len(alike.changes), "posting")
    head = doc.Heading(2, (own(f"{number} {ACTIONS[alike.action].effect} by shared changes alone"),))
    blocks: list[doc.Block] = [head, doc.Paragraph(what), *([doc.Paragraph(reasons)] if reasons else [])]
    particular = tuple(
        (code(change.address), own(": "), *separated(tuple(map(foreign, texts)), "; "), own("."))
        for change, texts in alike.changes
        if texts
    )
    if particular:
        blocks.append(doc.BulletList(particular))
    table = doc.Table(_HEAD, tuple(_row(change) for change, _ in alike.changes))
    return doc.Section(tuple(blocks), (doc.Details(number, (table,)),), len(alike.changes))


def _row(change: Change) -> tuple[Inline, ...]:
    return (
        (foreign(change.title or change.address),),
        (code(change.address),),
        (code(change.source),) if change.source else (),
        (own(revision_words(change)),),
        (code(change.live.posting_id),) if change.live else (),
    )


def shared_reference(shared: tuple[SharedChange, ...]) -> tuple[doc.Block, ...]:
    """Return the paragraph in a posting's own section that refers to shared changes."""
    if not shared:
        return ()
    out: Inline = ()
    for change in shared:
        out += (
            own("; " if out else "And, as told above: "),
            foreign(shared_title(change)),
            own(" ("),
            code(change.path),
            own(")"),
        )
    return (doc.Paragraph((*out, own("."))),)


def shared_title(shared: SharedChange) -> str:
    """Return the field in words: ``About the company``, ``Question on-call: Text``."""
    name = next(part for part in reversed(shared.field.split("/")) if not part.isdigit())
    if shared.field.startswith("/questions/") and shared.field.count("/") > 2:
        return f"Question {one_line(shared.field.split('/')[2])}: {field_name(name)}"
    if shared.field.startswith("/metadata/"):
        return f"{field_name('metadata')}: {dotted_name(shared)}"
    return field_name(name)

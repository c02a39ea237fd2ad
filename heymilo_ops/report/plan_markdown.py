"""The plan for people who don't read YAML: a pull request's summary, in GitHub Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from heymilo_ops.finding import Finding, Severity
from heymilo_ops.plan.change import Action, Change, Plan
from heymilo_ops.plan.classes import classes
from heymilo_ops.plan.shared_changes import Shares
from heymilo_ops.report import plan_text, shared_markdown, unmanaged_text
from heymilo_ops.report.change_heading import SYMBOLS
from heymilo_ops.report.effect_sections import Sections
from heymilo_ops.report.findings import about, count, in_order
from heymilo_ops.report.markdown import code, details, escape, fence, quote
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.author_clock import with_author_clock
from heymilo_ops.review.effect_groups import TITLES, Group, group_of, located
from heymilo_ops.review.field_lines import FieldLines, text_of
from heymilo_ops.review.reasons import sentences
from heymilo_ops.review.shared_change_words import alike
from heymilo_ops.text.sanitize import one_line

LIMIT = 1024 * 1024
"""Bytes that GitHub takes as one step's summary."""
_MOST = 50
"""Findings and notes shown at most; the rest is counted."""
_LONGEST = 600
_DIFF_WIDTH = 110
_DONE = {
    Action.ADOPT: "Taken over: an existing posting comes under this repo. Nothing is sent.",
    Action.ARCHIVE: "Archived: nobody new can enter.",
    Action.CREATE: "New: candidates can enter as soon as it is applied.",
    Action.HOLD: "Held: nothing is done.",
    Action.REPLACE: "Replaced by a new posting: it has a new candidate link, and scores start afresh.",
    Action.UPDATE: "Changed in place: the link stays the same.",
}


class Section(NamedTuple):
    """One part: ``full``, and ``short`` without what is for engineers; about how many postings."""

    full: str
    short: str
    postings: int = 1


def markdown(plan: Plan, limit: int = LIMIT) -> str:
    """The plan as one document of at most ``limit`` bytes of UTF-8; what is left out is said."""
    plan = with_author_clock(plan)
    shares = Shares(plan)
    groups = alike(plan, shares)
    told = {each.address for group in groups for each, _ in group.changes}
    shown = [each for each in plan.changes if each.action is not Action.UNCHANGED and each.address not in told]
    head = "\n\n".join(part for part in (_title(plan), _alerts(plan.findings), _notes(_told(plan))) if part)
    tail = _foot(plan)
    sections = [
        *(Section(*shared_markdown.entry(plan, each)) for each in plan.shared),
        *(Section(*shared_markdown.group(each, _happens(each.action)), len(each.changes)) for each in groups),
        *(_section(each, shares) for each in shown),
    ]
    return _fitted(head, sections, tail, limit)


def _title(plan: Plan) -> str:
    marker = re.sub(r"[^\w.]", "-", plan.workspace, flags=re.ASCII)
    return "\n".join(
        [
            f"<!-- heymilo-ops:plan workspace={marker} v=1 -->",
            f"### Interview changes for {escape(plan.workspace)}",
            "",
            escape(plan_text.summary(plan, Writer())),
            *(["", *map(shared_markdown.line, plan.shared[:_MOST])] if plan.shared else []),
        ]
    )


def _alerts(findings: Sequence[Finding]) -> str:
    if not findings:
        return ""
    found = in_order(findings)
    errors = [each for each in found if each.severity is Severity.ERROR]
    rest = [each for each in found if each.severity is not Severity.ERROR]
    return "\n\n".join(_alert(kind, group) for kind, group in (("CAUTION", errors), ("IMPORTANT", rest)) if group)


def _alert(kind: str, findings: Sequence[Finding]) -> str:
    lines = [f"[!{kind}]"]
    for each in findings[:_MOST]:
        name = about(each)
        says = f"{code(name) + ': ' if name else ''}**{escape(each.message[:_LONGEST])}** \\({escape(each.code)}\\)."
        lines += [f"{says} {escape(_sentence(each.help[:_LONGEST]))}".rstrip(), ""]
    if len(findings) > _MOST:
        lines += [f"And {count(findings[_MOST:])} more.", ""]
    return quote(lines[:-1])


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:].removesuffix('.')}." if words else ""


def _told(plan: Plan) -> tuple[str, ...]:
    """The notes, and how many postings nobody manages, first: it concerns all of the plan."""
    unmanaged = unmanaged_text.hint(plan.unmanaged, plan.workspace)
    notes = sentences(plan.notes)
    return (unmanaged, *notes) if unmanaged else notes


def _notes(notes: Sequence[str]) -> str:
    lines = [f"- {escape(note[:_LONGEST])}" for note in notes[:_MOST]]
    if len(notes) > _MOST:
        lines.append(f"- and {len(notes) - _MOST} more")
    return "\n".join(lines)


def _section(change: Change, shares: Shares) -> Section:
    items = located(change, shares)
    form = change.desired.form if change.desired else None
    sections = Sections(form, items, located(change))
    parts = [_heading(change)]
    number = 0
    for group in Group:
        body = sections.of(group, [each for each in items if group_of(each) is group])
        if body:
            number += 1
            parts += [f"##### {number}. {TITLES[group]}", body]
    also = shared_markdown.references(shares.entries(change))
    short = "\n\n".join([*parts, also] if also else parts)
    return Section(f"{short}\n\n{_for_engineers(change, shares)}", short)


def _heading(change: Change) -> str:
    lines = [f"#### {escape(change.title or change.address)} · {code(change.address)}", "", _what_happens(change)]
    if change.reasons:
        lines += ["", "Why: " + "; ".join(escape(each[:_LONGEST]) for each in sentences(change.reasons)) + "."]
    return "\n".join(lines)


def _happens(action: Action) -> str:
    said, _, rest = _DONE[action].partition(":")
    return f"**{said}**:{rest}"


def _what_happens(change: Change) -> str:
    said, _, rest = _said(change).partition(":")
    revision = ""
    if change.revision_to is not None and change.revision_to != change.revision_from:
        before = f"{change.revision_from} → " if change.revision_from is not None else ""
        revision = f" Revision {before}{change.revision_to}."
    also = ""
    if change.closes and change.action is not Action.ARCHIVE:
        also = f" **Archived with it**: {', '.join(map(code, change.closes))}, where nobody new can enter then."
    return f"**{said}**:{rest}{revision}{also}"


def _said(change: Change) -> str:
    if change.forgets:
        return "Forgotten: nothing is sent, and this repo no longer looks after it."
    if plan_text.finishes(change):
        return "Finished replacing: the posting it replaced is archived."
    if change.to_settle:
        return "To settle: nothing is done until it is known what became of an earlier operation."
    if change.action is Action.HOLD and change.fields:
        return "Held: nothing is done. What is held back:"
    return _DONE[change.action]


def _for_engineers(change: Change, shares: Shares) -> str:
    form = change.desired.form if change.desired else None
    raw = [f"{SYMBOLS[change.action]} {one_line(change.address)}"]
    raw += map(text_of, FieldLines(form, _DIFF_WIDTH).lines(shares.own(change), ""))
    facts: list[tuple[str, Sequence[str]]] = [
        ("file", [change.source] if change.source else []),
        ("class", [effect.value for effect in classes(change)]),
        ("posting", [change.live.posting_id] if change.live else []),
        ("archives", change.archives),
        ("digest before", [change.before_digest] if change.before_digest else []),
        ("digest after", [change.after_digest] if change.after_digest else []),
    ]
    said = " · ".join(f"{label} {', '.join(map(code, values))}" for label, values in facts if values)
    return details("For engineers: fields and digests", fence("\n".join(raw), "diff") + (f"\n\n{said}" if said else ""))


def _foot(plan: Plan) -> str:
    said = [f"plan {code(plan.digest)}", f"state serial {plan.serial}", f"heymilo\\-ops {escape(plan.tool_version)}"]
    return " · ".join(said)


def _fitted(head: str, sections: Sequence[Section], tail: str, limit: int) -> str:
    """As many sections as fit, whole, or without their technical part, or not at all; counted where not whole."""
    most = sum(section.postings for section in sections)
    room = limit - _bytes(head) - _bytes(tail) - _bytes(_cut_line(most, most, limit)) - 8
    kept, short, missing = [head], 0, 0
    for section in sections:
        fitting = next((text for text in (section.full, section.short) if _bytes(text) + 2 <= room), None)
        if fitting is None:
            missing += section.postings
            continue
        short += section.postings if fitting is not section.full else 0
        room -= _bytes(fitting) + 2
        kept.append(fitting)
    if short or missing:
        kept.append(_cut_line(missing, short, limit))
    return "\n\n".join([*kept, tail]) + "\n"


def _cut_line(missing: int, short: int, limit: int) -> str:
    parts = [f"{_postings(missing)} not shown"] if missing else []
    parts += [f"{_postings(short)} shown without the part for engineers"] if short else []
    why = f"because a summary holds at most {limit} bytes"
    said = f"This is not the whole plan: {' and '.join(parts)}, {why}. `heymilo-ops plan` shows all of it."
    return quote(["[!WARNING]", said])


def _postings(number: int) -> str:
    return "1 posting is" if number == 1 else f"{number} postings are"


def _bytes(text: str) -> int:
    return len(text.encode())

"""What several postings change alike, in Markdown: each shared change once, its postings folded."""

from __future__ import annotations

from heymilo_ops.plan.change import Action, Change, Plan, SharedChange
from heymilo_ops.report.effect_sections import Sections
from heymilo_ops.report.markdown import code, details, escape, table
from heymilo_ops.review.effect_groups import TITLES, Located, group_of
from heymilo_ops.review.field_place import spot
from heymilo_ops.review.shared_change_words import Alike, dotted, example, postings, verb
from heymilo_ops.review.words import field_name
from heymilo_ops.text.sanitize import one_line

_DONE = {
    Action.ADOPT: "taken over",
    Action.ARCHIVE: "archived",
    Action.CREATE: "created",
    Action.HOLD: "held",
    Action.REPLACE: "replaced",
    Action.UNCHANGED: "unchanged",
    Action.UPDATE: "changed in place",
}


def entry(plan: Plan, each: SharedChange) -> tuple[str, str]:
    """One shared change with its diff: with the postings that it reaches, and with their number alone."""
    head = f"#### {escape(title(each))} · {postings(len(each.addresses))}"
    shown = example(plan, each)
    parts = [head, f"**{escape(verb(each).capitalize())}** {code(each.path)}"]
    if shown is not None:
        change, field = shown
        item = Located(spot(field.path), field)
        group = group_of(item)
        body = Sections(change.desired.form if change.desired else None, [item], ()).of(group, [item])
        parts[1] += f" · {TITLES[group]}"
        parts += [body] if body else []
    short = "\n\n".join(parts)
    names = ", ".join(code(name) for name in each.addresses)
    return f"{short}\n\n{details(postings(len(each.addresses)), names)}", short


def line(each: SharedChange) -> str:
    """An item of a list: the field, the file, how many postings."""
    return f"- {escape(title(each))} {verb(each)} {code(each.path)}, {postings(len(each.addresses))}"


def title(each: SharedChange) -> str:
    """The field in words: ``About the company``, ``Question on-call: Text``."""
    name = next(part for part in reversed(each.field.split("/")) if not part.isdigit())
    if each.field.startswith("/questions/") and each.field.count("/") > 2:
        return f"Question {one_line(each.field.split('/')[2])}: {field_name(name)}"
    return field_name(name) if not each.field.startswith("/metadata/") else f"{field_name('metadata')}: {dotted(each)}"


def group(alike: Alike, what: str) -> tuple[str, str]:
    """The postings of one action that change by what is shared alone; ``what`` says what happens to each."""
    number = postings(len(alike.changes))
    parts = [f"#### {number} {_DONE[alike.action]} by shared changes alone", what]
    if alike.reasons:
        parts.append("Why: " + "; ".join(map(escape, alike.reasons)) + ".")
    short = "\n\n".join([*parts, *_odd(alike)])
    rows = [_row(change) for change, _ in alike.changes]
    return f"{short}\n\n{details(number, table(('Posting', 'Name', 'File', 'Revision', 'HeyMilo'), rows))}", short


def _odd(alike: Alike) -> list[str]:
    """What is said of some of them only."""
    told = [f"- {code(change.address)}: {'; '.join(map(escape, said))}." for change, said in alike.changes if said]
    return ["\n".join(told)] if told else []


def _row(change: Change) -> list[str]:
    before, after = change.revision_from, change.revision_to
    revision = f"{before} → {after}" if None not in (before, after) and before != after else f"{after or before or ''}"
    return [
        escape(change.title or change.address),
        code(change.address),
        code(change.source) if change.source else "",
        revision,
        code(change.live.posting_id) if change.live else "",
    ]


def references(found: tuple[SharedChange, ...]) -> str:
    """A line in a posting's own section that stands for what is told above; ``""`` where there is nothing."""
    said = "; ".join(f"{escape(title(each))} ({code(each.path)})" for each in found)
    return f"And, as told above: {said}." if said else ""

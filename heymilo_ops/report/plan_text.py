"""The plan as text, in the words, symbols and rhythm of Terraform."""

from __future__ import annotations

from heymilo_ops.plan.change import Action, Change, Plan
from heymilo_ops.plan.classes import classes
from heymilo_ops.plan.shared_changes import Shares
from heymilo_ops.report import findings, shared_text
from heymilo_ops.report.change_heading import heading_facts, labelled, symbol
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.author_clock import with_author_clock, written_deadline
from heymilo_ops.review.effect_groups import located
from heymilo_ops.review.field_lines import FieldLines
from heymilo_ops.review.field_path import Form, step_at, steps_of
from heymilo_ops.review.plan_words import change_verb, plan_notes, plan_summary, to_settle
from heymilo_ops.review.reasons import reason_sentences
from heymilo_ops.review.shared_change_words import group_alike
from heymilo_ops.review.weights import weights
from heymilo_ops.review.words import ACTIONS, CLASSES, FORGET_SYMBOL, SETTLE_SYMBOL, counted, step_name, value_words
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import cells, table


def render_plan(plan: Plan, writer: Writer, lines: findings.Lines, quiet: bool = False) -> str:
    """Render a plan; ``quiet`` leaves only its findings and its summary."""
    plan = with_author_clock(plan)
    blocks = findings.finding_blocks(plan.findings, lines, writer)
    head, rest = plan_summary(plan)
    parts = [blocks, writer.bold(head) + rest + shared_text.shared_lines(plan, writer)]
    if not quiet:
        shares = Shares(plan)
        groups = group_alike(plan, shares)
        grouped = {change.address for group in groups for change, _ in group.changes}
        alone = [c for c in plan.changes if c.action is not Action.UNCHANGED and c.address not in grouped]
        parts = [
            _legend(plan, writer),
            *(shared_text.shared_entry(shared, writer) for shared in plan.shared),
            *(shared_text.shared_group(group, writer) for group in groups),
            *(change_text(change, writer, shares) for change in alone),
            _notes(plan, writer),
            *parts,
        ]
    return "\n\n".join(part.rstrip("\n") for part in parts if part) + "\n"


def _legend(plan: Plan, writer: Writer) -> str:
    used = {change.action for change in plan.changes if not change.forgets and not change.to_settle}
    rows = [
        f"  {symbol(action, writer, 3)} {ACTIONS[action].legend}"
        for action in Action
        if action in used and action is not Action.UNCHANGED
    ]
    if any(change.forgets for change in plan.changes):
        rows.append(f"  {writer.cyan(FORGET_SYMBOL.rjust(3))} forget, nothing is sent")
    if to_settle(plan):
        what = "to settle: what became of an earlier operation is not known"
        rows.append(f"  {writer.yellow(SETTLE_SYMBOL.rjust(3))} {what}")
    if not rows:
        return ""
    return "\n".join([f"heymilo-ops will do this in workspace {one_line(plan.workspace)}:", *rows])


def change_text(change: Change, writer: Writer, shares: Shares | None = None) -> str:
    """Render the change of one posting; what ``shares`` has is only referred to."""
    head = f"# {one_line(change.address)} {change_verb(change)}"
    title = one_line(change.title or change.address)
    mark = writer.cyan(FORGET_SYMBOL.rjust(3)) if change.forgets else symbol(change.action, writer, 3)
    mark = writer.yellow(SETTLE_SYMBOL.rjust(3)) if change.to_settle else mark
    out = [f"  {writer.bold(head)}", f"{mark} {writer.bold(title)}"]
    about = heading_facts(change)
    if cells(f"    {title}  {about}") <= writer.width:
        out[-1] += writer.dim(f"  {about}") if about else ""
    else:
        out.append(writer.dim(f"      {about}"))
    for label, remark in _remarks(change):
        out += labelled(label, one_line(remark), writer)
    form = change.desired.form if change.desired else None
    if change.action in (Action.CREATE, Action.ADOPT) and form:
        written = written_deadline(change)
        out += _outline({**form, "deadline": written} if written else form, writer)
    elif change.fields:
        own = shares.own(change) if shares is not None else change.fields
        out += map(writer.pieces, FieldLines(form, writer.width).lines(own, " " * 6))
        out += _shares_of_score(change, form, writer)
        out += shared_text.shared_references(shares.entries(change), writer) if shares is not None else []
    return "\n".join(out)


def _remarks(change: Change) -> list[tuple[str, str]]:
    out = [("why" if i == 0 else "", reason) for i, reason in enumerate(reason_sentences(change.reasons))]
    if change.moved_from:
        out.append(("name", f"was {change.moved_from} so far; its history goes on here"))
    if change.effect is not None and change.action is not Action.CREATE:
        out.append(("class", "; ".join(f"{effect.value}: {CLASSES[effect]}" for effect in classes(change))))
    if change.archives:
        out.append(("archives", ", ".join(change.archives)))
    return out


def _shares_of_score(change: Change, form: Form | None, writer: Writer) -> list[str]:
    """Render the share of the score that each question of a step has before and after, where a share changes."""
    out = []
    for step in weights(form, located(change)):
        name = step_name(str(step_at(form, step.step).get("type")))
        rows = [[*step.shares(row), one_line(row.text)] for row in step.rows]
        lines = table(("before", "after", "question"), rows, max(writer.width - 8, 40), shrink=2)
        out.append(f"      {writer.bold(f'Shares of the score, step {step.step + 1}, {name}:')}")
        out += [f"        {writer.dim(lines[0])}", *[f"        {line}" for line in lines[1:]]]
    return out


def _outline(form: Form, writer: Writer) -> list[str]:
    """Render a new posting in a few lines: what a reader has to know before candidates can enter."""
    out = []
    for name in ("title", "language", "interviewer_name", "deadline"):
        if name in form:
            value = value_words(name, form[name])
            out += [f"      {writer.green('+')} {name}: {one_line(value, max(writer.width - 12 - len(name), 20))}"]
    if "interview_template_id" in form:
        out.append(f"      {writer.green('+')} cloned from template {one_line(str(form['interview_template_id']))}")
    for number, step in enumerate(steps_of(form), 1):
        out.append(f"      {writer.green('+')} step {number}, {step_name(str(step.get('type')))}: {_content(step)}")
    return out


def _content(step: dict[str, object]) -> str:
    questions = step.get("questions")
    if not isinstance(questions, list):
        return "questions written by HeyMilo, unreviewed"
    hard = sum(bool(question.get("is_knockout") or question.get("is_dealbreaker")) for question in questions)
    return counted(len(questions), "question") + (f", {counted(hard, 'knock-out')}" if hard else "")


def _notes(plan: Plan, writer: Writer) -> str:
    texts = plan_notes(plan)
    if not texts:
        return ""
    head = writer.bold("Notes:" if len(texts) > 1 else "Note:")
    return "\n".join([head, *writer.bullets(map(one_line, texts))])

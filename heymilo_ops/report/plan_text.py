"""The plan as text, in the words, symbols and rhythm of Terraform."""

from __future__ import annotations

from heymilo_ops.plan.change import Action, Change, FieldChange, Plan, SharedChange
from heymilo_ops.plan.effect import classes
from heymilo_ops.plan.shared_changes import Shares
from heymilo_ops.report import findings
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.decided_words import decided_lines
from heymilo_ops.review.document import Inline, Style
from heymilo_ops.review.drift_words import HEAD, drift_lines
from heymilo_ops.review.field_lines import SYMBOLS, FieldLines
from heymilo_ops.review.field_path import Form, steps_of
from heymilo_ops.review.notice_words import notice_lines
from heymilo_ops.review.people_words import impact_spans, plain
from heymilo_ops.review.plan_words import (
    Alike,
    change_words,
    dotted_name,
    drain_words,
    group_alike,
    plan_notes,
    plan_summary,
    revision_words,
    shared_line,
    with_author_clock,
    written_deadline,
)
from heymilo_ops.review.reasons import reason_sentences
from heymilo_ops.review.share_tables import share_table
from heymilo_ops.review.step_pairs import step_pairs
from heymilo_ops.review.words import (
    ACTIONS,
    CLASSES,
    EDIT,
    FORGET,
    SETTLE,
    ActionWords,
    counted,
    step_name,
    value_words,
)
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import cells, fold, table


def render_plan(plan: Plan, writer: Writer, lines: findings.Lines, quiet: bool = False) -> str:
    """Render a plan; ``quiet`` leaves only its findings and its summary."""
    plan = with_author_clock(plan)
    blocks = findings.finding_blocks(plan.findings, lines, writer)
    head, rest = plan_summary(plan)
    parts = [blocks, writer.bold(head) + rest + shared_lines(plan, writer)]
    if not quiet:
        shares = Shares(plan)
        groups, alone = group_alike(plan, shares)
        parts = [
            _legend(plan, writer),
            *(shared_entry(shared, writer) for shared in plan.shared),
            *(shared_group(group, writer) for group in groups),
            *(change_text(change, writer, shares) for change in alone),
            *(drift_text(change, writer) for change in plan.changes if change.open_drift and change not in alone),
            _notes(plan, writer),
            *parts,
        ]
    return "\n\n".join(part.rstrip("\n") for part in parts if part) + "\n"


def _legend(plan: Plan, writer: Writer) -> str:
    used = {change_words(change).legend for change in plan.changes}
    known = (words for words in (*ACTIONS.values(), EDIT, FORGET, SETTLE) if words.legend and words.legend in used)
    rows = [f"  {_symbol(words, writer)} {words.legend}" for words in known]
    return "\n".join([f"heymilo-ops will do this in workspace {one_line(plan.workspace)}:", *rows]) if rows else ""


def change_text(change: Change, writer: Writer, shares: Shares | None = None) -> str:
    """Render the change of one posting; what ``shares`` has is only referred to."""
    words = change_words(change)
    verb = "is " if words in (ACTIONS[Action.HOLD], ACTIONS[Action.UNCHANGED]) else ""
    head = f"# {one_line(change.address)} {verb}{words.will}"
    title = one_line(change.title or change.address)
    out = [f"  {writer.bold(head)}", f"{_symbol(words, writer)} {writer.bold(title)}"]
    about = heading_facts(change)
    if cells(f"    {title}  {about}") <= writer.width:
        out[-1] += writer.dim(f"  {about}") if about else ""
    else:
        out.append(writer.dim(f"      {about}"))
    for label, remark in _remarks(change):
        out += labelled(label, one_line(remark), writer)
    if change.impact is not None:
        out += styled("people", impact_spans(change.impact), writer)
    out += _notices([change], writer)
    form = change.desired.form if change.desired else None
    if change.action in (Action.CREATE, Action.ADOPT) and form:
        written = written_deadline(change)
        bullet = writer.green("+") if change.action is Action.CREATE else " "
        out += [f"      {bullet} {row}" for row in _outline({**form, "deadline": written} if written else form, writer)]
    elif change.fields:
        own = shares.own(change) if shares is not None else change.fields
        out += map(writer.pieces, FieldLines(form, writer.width).lines(own, " " * 6))
        out += _shares_of_score(change, form, writer)
        out += shared_references(shares.entries(change), writer) if shares is not None else []
    if change.drift_beside_fields:
        out.append(f"      {writer.bold(f'{HEAD}:')}")
        out += map(writer.pieces, drift_lines(change.drift_beside_fields, writer.width, " " * 8))
    return "\n".join(out)


def drift_text(change: Change, writer: Writer) -> str:
    """Render what was changed outside of a posting that has no block of its own."""
    head = f"# {one_line(change.address)} was changed outside"
    about = heading_facts(change)
    out = [f"  {writer.bold(head)}", *([writer.dim(f"      {about}")] if about else [])]
    return "\n".join([*out, *map(writer.pieces, drift_lines(change.open_drift, writer.width, " " * 6))])


def _remarks(change: Change) -> list[tuple[str, str]]:
    out = [("why" if i == 0 else "", reason) for i, reason in enumerate(reason_sentences(change.reasons))]
    out += [("decided" if i == 0 else "", line) for i, line in enumerate(decided_lines(change))]
    if change.moved_from:
        out.append(("name", f"was {change.moved_from} so far; its history goes on here"))
    if change.effect is not None and change.action is not Action.CREATE:
        out.append(("class", "; ".join(f"{effect.value}: {CLASSES[effect]}" for effect in classes(change))))
    if change.archives:
        out.append(("archives", ", ".join(change.archives)))
    out += [("drains", drain_words(drain)) for drain in change.drains if drain.since is None]
    return out


def _shares_of_score(change: Change, form: Form | None, writer: Writer) -> list[str]:
    """Render the share of the score that each question of a step has before and after, where a share changes."""
    out = []
    for step in step_pairs(form, change.fields):
        shares = share_table(step)
        if shares is None:
            continue
        rows = [[row.before_words, row.after_words, row.question] for row in shares.rows]
        lines = table(("before", "after", "question"), rows, max(writer.width - 8, 40), shrink=2)
        out.append(f"      {writer.bold(f'Shares of the score, step {step.index + 1}, {shares.step}:')}")
        out += [f"        {writer.dim(lines[0])}", *[f"        {line}" for line in lines[1:]]]
    return out


def _outline(form: Form, writer: Writer) -> list[str]:
    """Return a posting in a few lines: what a reader has to know before candidates can enter, or what is there."""
    rows = [
        f"{name}: {one_line(value_words(name, form[name]), max(writer.width - 12 - len(name), 20))}"
        for name in ("title", "language", "interviewer_name", "deadline")
        if name in form
    ]
    if "interview_template_id" in form:
        rows.append(f"cloned from template {one_line(str(form['interview_template_id']))}")
    for number, step in enumerate(steps_of(form), 1):
        rows.append(f"step {number}, {step_name(str(step.get('type')))}: {_content(step)}")
    return rows


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


def _symbol(words: ActionWords, writer: Writer) -> str:
    """Return the symbol of what happens in its colour, aligned to the right."""
    styles = {"+": writer.green, "-": writer.red, "-/+": writer.red, "~": writer.yellow, "?": writer.yellow}
    return styles.get(words.symbol, writer.cyan)(words.symbol.rjust(3))


def heading_facts(change: Change) -> str:
    """Return file, revision and posting of a change in brackets; ``""`` where there is none."""
    parts = [one_line(change.source)] if change.source else []
    if revision := revision_words(change):
        parts.append(f"revision {revision}")
    if change.live is not None:
        parts.append(f"posting {one_line(change.live.posting_id)}")
    return f"({', '.join(parts)})" if parts else ""


def labelled(label: str, text: str, writer: Writer) -> list[str]:
    """Return the lines of a remark behind its label; without a label it continues the remark before."""
    size = max(8, cells(label))
    start = f"{label}:".ljust(size + 1) if label else " " * (size + 1)
    return writer.hanging(f"      {writer.dim(start)} ", text, size + 8)


def styled(label: str, spans: Inline, writer: Writer) -> list[str]:
    """Return the lines of a remark with what is strong in it in bold; without styles where it takes several lines."""
    lines = labelled(label, plain(spans), writer)
    if len(lines) > 1:
        return lines
    return [lines[0].removesuffix(plain(spans)) + in_bold(spans, writer)]


def in_bold(spans: Inline, writer: Writer) -> str:
    """Return spans on one line, what is strong in bold."""
    return "".join(writer.bold(span.text) if span.style is Style.STRONG else span.text for span in spans)


def shared_entry(shared: SharedChange, writer: Writer) -> str:
    """Render a shared change: its file, the word diff, and every posting that it reaches."""
    field = FieldChange(shared.field, shared.kind, shared.before, shared.after, shared.effect)
    return "\n".join(
        [
            *_head(shared_line(shared), writer),
            *labelled("class", f"{shared.effect.value}: {CLASSES[shared.effect]}", writer),
            *map(writer.pieces, FieldLines(None, writer.width).named(dotted_name(shared), field, " " * 6)),
            *labelled("postings", ", ".join(map(one_line, shared.addresses)), writer),
        ]
    )


def _head(text: str, writer: Writer) -> list[str]:
    first, *rest = fold(text, max(writer.width - 4, 20))
    return [f"  {writer.bold(f'# {first}')}", *(f"    {writer.bold(more)}" for more in rest)]


def shared_group(alike: Alike, writer: Writer) -> str:
    """Render the postings of one action that change by shared changes alone, a line each."""
    head = f"# {counted(len(alike.changes), 'posting')} {ACTIONS[alike.action].will}, by shared changes alone"
    out = [f"  {writer.bold(head)}"]
    for i, reason in enumerate(alike.reasons):
        out += labelled("" if i else "why", one_line(reason), writer)
    for change, reasons in alike.changes:
        text = "; ".join(map(one_line, reasons))
        facts = heading_facts(change)
        behind = writer.dim(f"  {facts}") if facts else ""
        out.append(f"{_symbol(ACTIONS[alike.action], writer)} {one_line(change.address)}{behind}")
        out += [f"      {folded}" for folded in fold(text, max(writer.width - 6, 20))] if text else []
        out += styled("people", impact_spans(change.impact), writer) if change.impact is not None else []
    out += _notices([change for change, _ in alike.changes], writer)
    return "\n".join(out)


def _notices(changes: list[Change], writer: Writer) -> list[str]:
    """Render what the team says candidates are told elsewhere."""
    texts = map(plain, notice_lines(changes))
    return [line for number, text in enumerate(texts) for line in labelled("" if number else "stated", text, writer)]


def shared_references(shared: tuple[SharedChange, ...], writer: Writer) -> list[str]:
    """Return the lines in a posting's own block that refer to shared changes above."""
    out = []
    for change in shared:
        where = f"{dotted_name(change)}: as in {one_line(change.path)}, above"
        out += writer.hanging(f"      {writer.yellow(SYMBOLS[change.kind])} ", where, 8)
    return out


def shared_lines(plan: Plan, writer: Writer) -> str:
    """Return a line for each shared change, to stand below the summary; ``""`` for none."""
    folded = (fold(shared_line(shared), max(writer.width - 4, 20)) for shared in plan.shared)
    return "".join("\n  " + "\n    ".join(parts) for parts in folded)

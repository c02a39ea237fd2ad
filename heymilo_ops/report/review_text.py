"""The review of a plan on a terminal: its verdict, who should look and decide what, and what is checked less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from heymilo_ops.plan.review_input import ReviewInput
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.loosened_words import LoosenedGroup, loosened_groups, uncompared_lines
from heymilo_ops.review.plan_words import with_author_clock
from heymilo_ops.review.role_words import ROLES
from heymilo_ops.review.roles import RoleTask, facts_of, tasks_of
from heymilo_ops.review.verdict import verdict_of_facts
from heymilo_ops.text.sanitize import one_line


def render_review(review: ReviewInput, writer: Writer) -> str:
    """Render what the plan doesn't say by itself; ``""`` where there is nothing to review."""
    review = replace(review, plan=with_author_clock(review.plan))
    facts = facts_of(review)
    tasks, groups = tasks_of(review, facts), loosened_groups(review)
    if not tasks:
        return ""
    verdict = verdict_of_facts(review, facts)
    lines = ["", *writer.hanging(writer.bold("Review: "), verdict.line, 8)]
    lines += writer.hanging(" " * 8, " · ".join(verdict.words), 8)
    lines += [line for task in tasks for line in _task(task, writer)]
    lines += [line for group in groups for line in _group(group, writer)]
    lines += writer.bullets(f"{line}." for line in uncompared_lines(review))
    return "\n".join(lines) + "\n"


def _task(task: RoleTask, writer: Writer) -> Iterator[str]:
    team = f" ({one_line(task.team)})" if task.team else ""
    text = f"{', '.join(task.changed)}. {' '.join(task.decides)}"
    yield from writer.bullets([f"{ROLES[task.role]}{team}: {one_line(text)}"])


def _group(group: LoosenedGroup, writer: Writer) -> Iterator[str]:
    yield from writer.bullets([f"Checked less than before: {group.title}."])
    for line in group.gravest:
        text = f"{line.what}: {line.before} → {line.after} ({line.path}:{line.line})"
        yield from writer.hanging(" " * 6, text, 6)
    if group.more:
        yield f"      and {group.more} more, which --format html shows"

"""Print what several commands print alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from heymilo_ops.finding import is_fixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from heymilo_ops.cli.session import Session
    from heymilo_ops.errors import OpsError
    from heymilo_ops.plan.review_input import ReviewFinding, ReviewInput
    from heymilo_ops.usecases.check import CheckResult
    from heymilo_ops.usecases.plan import PlanOptions, PlanResult, WorkspacePlan
    from heymilo_ops.usecases.project import Project


def print_errors(result: CheckResult | PlanResult, session: Session) -> None:
    """Print the errors of the manifests, and of a plan, on stderr with their source lines.

    And what could not be kept beside the state.
    """
    from heymilo_ops.report.findings import finding_blocks

    click.echo(finding_blocks(result.errors, result.repo.line, session.err), err=True, nl=False)
    _note_remark(result, session)


def print_file_findings(result: PlanResult, session: Session) -> None:
    """Print the errors of the manifests on stderr, and what was found in postings that are taken over, gravest first.

    What hinders nothing is said apart: errors of lint rules on postings that nothing is done to are counted.
    """
    from heymilo_ops.report.findings import accepted_blocks, finding_blocks

    accepted = result.accepted
    lint_errors = [finding for finding in result.lint_errors(result.changing) if finding not in accepted]
    errors = [*filter(is_fixed, result.checked.findings), *result.refused, *lint_errors]
    texts = (
        finding_blocks(errors, result.repo.line, session.err) if errors else "",
        accepted_blocks(accepted, result.adopted, result.repo.line, session.err, result.plan.workspace),
    )
    for text in filter(None, texts):
        click.echo(text, err=True, nl=False)


def print_failure(error: OpsError, session: Session, prefix: str = "") -> None:
    """Print on stderr why something can't go on, and what to do."""
    from heymilo_ops.report.output import guttered
    from heymilo_ops.review.advice import help_text

    click.echo(f"{session.err.red('Error:')} {prefix}{guttered(error.message)}", err=True)
    if help := help_text(error.help, session.workspace or ""):
        click.echo(guttered(help), err=True)


def print_plan(result: PlanResult, session: Session, review: ReviewInput | None = None) -> None:
    """Print a plan for people: errors of the files on stderr, the plan on stdout; with ``review`` that too."""
    from heymilo_ops.report.plan_text import render_plan

    print_file_findings(result, session)
    print_text(render_plan(result.plan, session.out, result.repo.line, session.quiet))
    if review is not None and not session.quiet:
        from heymilo_ops.report.review_text import render_review

        print_text(render_review(review, session.out))
    _note_remark(result, session)


def _note_remark(result: CheckResult | PlanResult, session: Session) -> None:
    from heymilo_ops.text.sanitize import one_line

    if remark := getattr(result, "remark", ""):
        session.note(one_line(remark))


def plan_file(review: ReviewInput, options: PlanOptions) -> str:
    """Render the plan file: the plan, what it was asked for, and who has to look at it."""
    from heymilo_ops.plan.document import to_json
    from heymilo_ops.plan.planfile import seal
    from heymilo_ops.review.reasons import reason_sentence
    from heymilo_ops.text.sanitize import json_text
    from heymilo_ops.usecases.saved_plan import options_document

    asked = options_document(options)
    return json_text(seal(to_json(review.plan, reason_sentence, asked, *_review_facts(review))))


def _review_facts(review: ReviewInput) -> tuple[tuple[str, ...], tuple[ReviewFinding, ...]]:
    """Name the roles that have to look at a plan, and what its review says was found."""
    from heymilo_ops.review.roles import required_roles

    return tuple(role.value for role in required_roles(review)), review.findings


def plans_json(plans: Sequence[WorkspacePlan], project: Project) -> str:
    """Render the plans of several workspaces, and why there is none of some."""
    from heymilo_ops.plan.document import to_json
    from heymilo_ops.plan.planfile import seal
    from heymilo_ops.review.advice import help_text
    from heymilo_ops.review.reasons import reason_sentence
    from heymilo_ops.text.sanitize import json_text
    from heymilo_ops.usecases.review import review_input

    failed = [
        {
            "workspace": plan.workspace,
            "message": error.message,
            "help": help_text(error.help, plan.workspace),
            "exit": int(error.exit),
        }
        for plan in plans
        if (error := plan.error) is not None
    ]
    made = []
    for plan in plans:
        if plan.result is not None:
            review = review_input(plan.result, project.workspace_named(plan.workspace))
            made.append(seal(to_json(review.plan, reason_sentence, None, *_review_facts(review))))
    return json_text({"format_version": "1.0", "plans": made, "failed": failed})


def print_json(**data: Any) -> None:
    """Print a JSON document with its format version."""
    from heymilo_ops.text.sanitize import json_text

    click.echo(json_text({"format_version": "1.0", **data}), nl=False)


def print_text(text: str) -> None:
    """Print a text that ends with its own line break."""
    click.echo(text, nl=False)

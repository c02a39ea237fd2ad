"""A plan as the Markdown of its document."""

from heymilo_ops.plan.change import Plan
from heymilo_ops.review.build import build_document
from heymilo_ops.review.markdown import render_markdown
from heymilo_ops.review.markdown_fit import COMMENT, SUMMARY, Limits


def markdown(plan: Plan, limits: Limits = SUMMARY) -> str:
    return render_markdown(build_document(plan), limits)


def comment(plan: Plan) -> str:
    return render_markdown(build_document(plan), COMMENT)

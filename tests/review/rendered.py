"""A plan as the Markdown of its document."""

from heymilo_ops.plan.change import Plan
from heymilo_ops.review import markdown as writer
from heymilo_ops.review.build import build_document


def markdown(plan: Plan, limit: int = writer.LIMIT) -> str:
    return writer.render_markdown(build_document(plan), limit)

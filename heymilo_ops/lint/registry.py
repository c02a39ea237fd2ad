"""Every rule, one line each, alphabetical; and the catalogue of their codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from heymilo_ops.finding import Severity
from heymilo_ops.lint.rule import Rule
from heymilo_ops.lint.rules import api_limits

RULES: tuple[Rule, ...] = (
    api_limits.both_workflow_and_template,
    api_limits.calls_without_number,
    api_limits.count_beside_questions,
    api_limits.durations_crossed,
    api_limits.follow_ups_crossed,
    api_limits.no_workflow,
    api_limits.question_key_twice,
    api_limits.questions_empty,
    api_limits.questions_left_to_heymilo,
    api_limits.sms_without_number,
    api_limits.step_type_twice,
    api_limits.tag_name_twice,
    api_limits.tag_options_unused,
    api_limits.update_not_available,
)


@dataclass(frozen=True, slots=True)
class CodeInfo:
    """One code: its name, its weight, and its documentation page."""

    code: str
    name: str
    severity: Severity
    doc: str


def catalogue() -> Mapping[str, CodeInfo]:
    """Code → what ``explain`` shows of it, in the order of the codes."""
    ordered = sorted(RULES, key=lambda rule: rule.code)
    return {rule.code: CodeInfo(rule.code, rule.name, rule.severity, rule.page) for rule in ordered}

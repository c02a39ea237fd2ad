"""Values that only an update takes: a manifest may have them where it takes over a posting."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.manifest.repo import read_document
from heymilo_ops.manifest.yaml_file import read_text

QUESTION = """\
name: baker
title: Night Baker
workflow:
  - type: web_interview
    questions:
      - text: Why?
        {field}: {value}
"""


def errors(field: str, value: Any, ops: str = "") -> list[tuple[str, str]]:
    document = read_document(read_text(QUESTION.format(field=field, value=value) + ops, "postings/baker.yaml"))
    assert (document.desired is None) is bool(document.findings)
    return [(finding.code, finding.help) for finding in document.findings]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("score_weight", 6, "SY108"),
        ("score_weight", 10, "SY108"),
        ("min_follow_ups", 6, "SY108"),
        ("max_follow_ups", 40, "SY108"),
        ("additional_instructions", "x" * 5001, "SY109"),
        ("post_processing_evaluation_criteria", "x" * 5001, "SY109"),
    ],
)
def test_a_posting_that_is_taken_over_may_have_it_and_another_may_not(field: str, value: Any, code: str) -> None:
    assert errors(field, value, "ops: {adopt: P1}\n") == []
    for ops in ("", "ops: {protect: true}\n"):
        ((found, help),) = errors(field, value, ops)
        assert found == code
        assert help.endswith("a posting that was taken over may keep it while ops.adopt names it")


@pytest.mark.parametrize(("field", "value"), [("score_weight", 11), ("score_weight", -1), ("max_follow_ups", -1)])
def test_what_neither_takes_is_an_error_either_way(field: str, value: int) -> None:
    for ops in ("", "ops: {adopt: P1}\n"):
        ((code, help),) = errors(field, value, ops)
        assert code == "SY108"
        assert "adopt" not in help

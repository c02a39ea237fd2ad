"""Subjects for rules: a clean posting with one part changed."""

from __future__ import annotations

import copy
import re
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.lint.resources import KnownResource, Resources
from heymilo_ops.lint.rule import Hit, Rule, Subject
from heymilo_ops.manifest.law_reader import load_law
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.desired import desire

NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
RESOURCES = Resources(
    "production",
    {
        "phones": {
            "91F07B2D": KnownResource("91F07B2D", "+442079460000"),
            "00F07B2D": KnownResource("00F07B2D", "+442079460001", is_active=False),
        },
        "voices": {
            "wrv-english": KnownResource("wrv-english", "Imogen", language="en-GB"),
            "wrv-dutch": KnownResource("wrv-dutch", "Sanne", language="nl_NL"),
            "wrv-any": KnownResource("wrv-any", "Robin", language="multilingual"),
        },
    },
)
"""What the workspace of the examples has; kinds that aren't in it weren't read."""
_STEP_OF = {
    "voice": "web_interview",
    "voice_tags": "web_interview",
    "sms": "conversational_sms",
    "form": "form",
    "resume_eligibility": "resume",
    "resume_scoring": "resume",
}
_QUIET = {"enabled": True, "timezone": "Europe/London", "start_hour": 20, "end_hour": 9}
_CONFIG: dict[str, Any] = {"conversational_sms": {"config": {"blackout_period": _QUIET}}}
_BASE = Path(__file__).parents[1] / "cases" / "lint" / "base.yaml"
_MARK = re.compile(r"^(PASS|FAIL):$", re.MULTILINE)


def load(text: str) -> Any:
    """A YAML text by the product's own reader; it must be free of findings."""
    source = read_text(text, "example.yaml")
    assert not source.findings, source.findings
    return source.data


@pytest.fixture(scope="session")
def base() -> dict[str, Any]:
    """The clean posting."""
    return dict(load(_BASE.read_text(encoding="utf-8")))


def around(base: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    """The clean posting with a question, a step or root keys in it."""
    whole = copy.deepcopy(base)
    if "modality" in part:
        step = _STEP_OF[part["modality"]]
        part = {"type": step, "questions": [part], **copy.deepcopy(_CONFIG.get(step, {}))}
    if "type" in part:
        part = {"workflow": [part]}
    if "interview_template_id" in part:
        del whole["workflow"]
    return {**whole, **part}


@pytest.fixture(scope="session")
def subject_of(base: dict[str, Any]) -> Callable[..., Subject]:
    """Make a subject of a part, given as data or YAML: a question (with modality), a step (with type), or root keys."""

    def make(part: dict[str, Any] | str, *, now: datetime = NOW, sends: bool | None = True) -> Subject:
        data = load(part) if isinstance(part, str) else part
        return Subject(desire(around(base, data), "postings/x.yaml"), now, sends, load_law(), resources=RESOURCES)

    return make


@pytest.fixture(scope="session")
def hits_of(subject_of: Callable[..., Subject]) -> Callable[..., list[Hit]]:
    """The hits of one rule on a part."""

    def hits(rule: Rule, part: dict[str, Any] | str, **values: Any) -> list[Hit]:
        return list(rule.check(subject_of(part, **values)))

    return hits


def examples_of(page: str) -> list[tuple[str, str]]:
    """The examples of a documentation page: ``PASS`` or ``FAIL`` with the YAML text."""
    pieces = _MARK.split(page)[1:]
    return [(kind, textwrap.dedent(text).strip() + "\n") for kind, text in zip(pieces[::2], pieces[1::2], strict=True)]


@pytest.fixture(scope="session")
def examples() -> Callable[[str], list[tuple[str, str]]]:
    """``examples_of``, for tests."""
    return examples_of


@pytest.fixture(scope="session")
def about(hits_of: Callable[..., list[Hit]]) -> Callable[..., bool]:
    """Whether a rule on a topic finds something in a text of a kind: asked, instruction, rubric, knockout, stated."""

    def found(rule: Rule, kind: str, text: str, **values: Any) -> bool:
        parts: dict[str, dict[str, Any]] = {
            "asked": {"modality": "voice", "text": text},
            "instruction": {"instructions": text},
            "rubric": {"modality": "voice", "text": "Why?", "evaluation_criteria": text},
            "knockout": {"modality": "resume_eligibility", "text": text},
            "stated": {"job_overview": text},
        }
        return bool(hits_of(rule, {**parts[kind], **values}))

    return found

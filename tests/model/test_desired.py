"""A manifest, resolved."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from heymilo_ops.model.canonical import canonical, digest
from heymilo_ops.model.desired import desire

STEP = {"type": "web_interview", "questions": [{"text": "Why?", "key": "why"}]}


def posting(**changes: Any) -> dict[str, Any]:
    return {"name": "nurse", "title": "Nurse", "workflow": [STEP], **changes}


def test_what_is_no_manifest_is_refused() -> None:
    with pytest.raises(ValidationError):
        desire({"name": "nurse"}, "a.yaml")


def test_all_three_forms_of_a_posting() -> None:
    made = desire(posting(ops={"protect": True}, language="en"), "postings/a.yaml")
    assert (made.address, made.source, made.ops.protect) == ("nurse", "postings/a.yaml", True)
    assert made.keys == {"/workflow/0/questions/0": "why"}
    assert made.request["workflow"][0]["questions"] == [{"modality": "voice", "text": "Why?"}]
    assert made.request["language"] == "en" and "language" not in made.form
    assert made.form == canonical(made.request)
    assert made.digest == digest(made.form)


def test_settings_and_tool_keys_leave_the_design_alone() -> None:
    one, other = desire(posting(), "a"), desire(posting(max_retakes=1, ops={"protect": True}), "b")
    assert one.design_digest == other.design_digest and one.digest != other.digest
    unkeyed = {"type": "web_interview", "questions": [{"text": "Why?"}]}
    assert desire(posting(workflow=[unkeyed]), "a").digest == one.digest


def test_a_design_field_moves_both() -> None:
    one, other = desire(posting(), "a"), desire(posting(title="Night nurse"), "a")
    assert one.design_digest != other.design_digest and one.digest != other.digest


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"workflow": [{"type": "form", "questions": []}]}, True),
        ({"workflow": [STEP, {"type": "form"}]}, False),
        ({"workflow": None, "interview_template_id": "IT_1"}, False),
    ],
)
def test_what_heymilo_writes_is_not_reproducible(changes: dict[str, Any], expected: bool) -> None:
    assert desire(posting(**changes), "a").reproducible is expected


def test_a_portable_form_counts_only_where_variables_make_it_another() -> None:
    plain = desire(posting(redirect_url="https://a.example/x"), "a")
    assert plain.portable is None and plain.portable_digest == plain.digest
    template = posting(redirect_url={"var": "thanks"})
    staging = desire(posting(redirect_url="https://a.example/x"), "a", template=template)
    production = desire(posting(redirect_url="https://b.example/x"), "a", template=template)
    assert staging.portable == production.portable == staging.portable_digest
    assert staging.digest == plain.digest != production.digest
    assert staging.portable != staging.digest

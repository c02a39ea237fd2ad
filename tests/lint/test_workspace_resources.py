from __future__ import annotations

from dataclasses import replace

import pytest

from heymilo_ops.lint.rules.workspace_resources import (
    named_resources,
    resource_missing,
    resource_not_active,
    voice_of_another_language,
)


def interview(voice: str | None, multilingual: bool = False):
    return {"type": "web_interview", "config": {"voice_id": voice, "is_multilingual": multilingual}}


@pytest.mark.parametrize(
    ("part", "pointer", "help"),
    [
        ({"phone_number_id": "91F07B2E"}, "/phone_number_id", "did you mean 91F07B2D, +442079460000?"),
        ({"phone_number_id": "4"}, "/phone_number_id", "see: heymilo-ops -w production lookup phones"),
        (interview("Imogene"), "/workflow/0/config/voice_id", "did you mean wrv-english, Imogen?"),
    ],
)
def test_what_the_workspace_does_not_have(hits_of, part, pointer: str, help: str):
    (hit,) = hits_of(resource_missing, part)
    assert (hit.pointer, hit.help) == (pointer, help) and "'production'" in hit.message


@pytest.mark.parametrize(
    "part", [{}, interview("wrv-dutch"), {"sender_email_id": "A1"}, {"interview_template_id": "IT_1"}]
)
def test_what_it_has_or_what_was_not_read(hits_of, part):
    assert hits_of(resource_missing, part) == []


def test_a_number_that_is_not_active(hits_of):
    (hit,) = hits_of(resource_not_active, {"phone_number_id": "00F07B2D"})
    assert hit.pointer == "/phone_number_id" and "+442079460001" in hit.message
    assert hits_of(resource_not_active, {"phone_number_id": "91F07B2D"}) == []


def test_a_voice_of_another_language(hits_of):
    (hit,) = hits_of(voice_of_another_language, interview("wrv-dutch"))
    assert hit.pointer == "/workflow/0/config/voice_id" and "Sanne speaks nl_NL" in hit.message
    for part in (interview("wrv-dutch", True), interview("wrv-english"), interview("wrv-any"), interview(None), {}):
        assert hits_of(voice_of_another_language, part) == []
    assert hits_of(voice_of_another_language, {"language": "nl-BE", "workflow": [interview("wrv-dutch")]}) == []


def test_nothing_is_said_where_heymilo_was_not_asked(subject_of):
    for part in ({"phone_number_id": "00F07B2D"}, {"phone_number_id": "1"}, interview("wrv-dutch")):
        subject = replace(subject_of(part), resources=None)
        for rule in (resource_missing, resource_not_active, voice_of_another_language):
            assert list(rule.check(subject)) == []


def test_every_kind_is_looked_for(subject_of):
    part = {
        **{
            f"{name}_id": "X"
            for name in ("phone_number", "sender_email", "email_template_group", "design_template_group")
        },
        "workflow": [interview("V")],
    }
    kinds = {kind for kind, _ in named_resources(subject_of(part).manifest)}
    assert kinds == {"phones", "senders", "email-groups", "design-groups", "voices"}

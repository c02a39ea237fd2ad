from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.sms_length import sms_length


def sms(text: str, **root):
    return {**root, "workflow": [{"type": "conversational_sms", "config": {"follow_up_message": text}}]}


@pytest.mark.parametrize(
    "part",
    [
        {"type": "conversational_sms"},
        {"type": "conversational_sms", "config": {}},
        sms(""),
        sms("a" * 160),
        sms("a" * 160 + "\n"),
        sms("’" * 70),
        sms("a" * 141 + "{{candidate_name}}"),
        sms("a" * 155 + "{{job_title}}", title="Baker"),
    ],
)
def test_one_message(hits_of, part):
    assert hits_of(sms_length, part) == []


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (sms("a" * 161), "2 text messages: 161 characters"),
        (sms("a" * 142 + "{{candidate_name}}"), "161 characters"),
        (sms("a" * 156 + "{{job_title}}", title="Baker"), "161 characters"),
        (sms("a" * 70 + "’"), "because ’ leaves"),
        (sms("a" * 308), "3 text messages"),
    ],
)
def test_several_messages(hits_of, part, said: str):
    (hit,) = hits_of(sms_length, part)
    assert hit.pointer == "/workflow/0/config/follow_up_message" and said in hit.message

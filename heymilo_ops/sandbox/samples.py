"""Sample rows: the workspace's look-ups, two template blueprints, and the questions "written by AI"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]

_MADE = 1735689600.0  # 2025-01-01T00:00:00Z: fixed, so that answers don't differ from run to run
_DATED: Row = {"created_at": _MADE, "updated_at": _MADE}


def _voice(voice_id: str, provider: str, name: str, language: str, country: str, gender: str, accent: str) -> Row:
    return {
        "object": "voice",
        "id": voice_id,
        "provider": provider,
        "provider_voice_id": f"{provider}-{name.lower()}",
        "name": name,
        "language": language,
        "country_code": country,
        "gender": gender,
        "preview_url": None,
        "labels": {"accent": accent},
        **_DATED,
    }


def _phone(phone_id: str, number: str, country: str, *, active: bool = True) -> Row:
    return {
        "object": "phone_number",
        "id": phone_id,
        "phone_number": number,
        "country_code": country,
        "active": active,
        "date_provisioned": _MADE,
    }


def _sender(sender_id: str, prefix: str, domain: str, domain_id: str) -> Row:
    return {
        "object": "sender_email",
        "id": sender_id,
        "email_prefix": prefix,
        "domain": domain,
        "full_email": f"{prefix}@{domain}",
        "domain_id": domain_id,
        "created_at": _MADE,
    }


def _domain(domain_id: str, domain: str, *, active: bool) -> Row:
    return {
        "object": "domain",
        "id": domain_id,
        "domain": domain,
        "cname_target": "custom.sandbox.example",
        "status": "active" if active else "pending",
        "active": active,
        **_DATED,
    }


def _email(template_id: str, key: str, name: str, subject: str, quiet: Row | None = None) -> Row:
    return {
        "object": "email_template",
        "id": template_id,
        "template_key": key,
        "name": name,
        "subject": subject,
        "content": "<p>Hello {{candidate_name}}, this is about {{job_title}} at {{company_name}}.</p>",
        "blackout_period": quiet,
        **_DATED,
    }


def _group(kind: str, group_id: str, name: str, mappings: Row, **more: Any) -> Row:
    return {"object": kind, "id": group_id, "name": name, "template_mappings": mappings, **more, **_DATED}


def _design(template_id: str, page: str, name: str, colour: str) -> Row:
    return {
        "object": "design_template",
        "id": template_id,
        "name": name,
        "template_type": page,
        "design_config": {"background_color": "#FFFFFF", "primary_color": colour},
        **_DATED,
    }


def interview_template(
    template_id: str, code: str, name: str, posting_id: str, made: float = _MADE, *, default: bool = False
) -> Row:
    """Return the row of an interview template whose blueprint is a posting."""
    return {
        "object": "interview_template",
        "id": template_id,
        "template_code": code,
        "name": name,
        "description": None,
        "posting_id": posting_id,
        "is_default": default,
        "created_at": made,
        "updated_at": made,
    }


_NIGHT: Row = {"enabled": True, "timezone": "Europe/London", "start_hour": 22, "end_hour": 7}
_INVITED = ("WEB_INTERVIEW_INVITATION", "WEB_INTERVIEW_NUDGE", "RESUME_INVITATION", "FORM_INVITATION")

LOOKUPS: Mapping[str, Sequence[Row]] = {
    "design-template-groups": (
        _group(
            "design_template_group",
            "D04C1E9B3F60",
            "House style",
            {"welcome_page": "DE510001", "interview_complete_page": "DE510002"},
            is_default=True,
        ),
        _group("design_template_group", "D04C1E9B3F61", "Plain", {"welcome_page": "DE510003"}, is_default=False),
    ),
    "design-templates": (
        _design("DE510001", "welcome_page", "House welcome", "#1F4E79"),
        _design("DE510002", "interview_complete_page", "House thanks", "#1F4E79"),
        _design("DE510003", "welcome_page", "Plain welcome", "#222222"),
    ),
    "domains": (
        _domain("D0A10001", "jobs.sandbox.example", active=True),
        _domain("D0A10002", "careers.sandbox.example", active=False),
    ),
    "email-template-groups": (
        _group(
            "email_template_group",
            "77AB10FE22C9",
            "Hiring mail",
            {key: f"E3A1000{number}" for number, key in enumerate(_INVITED, start=1)},
            sender_email_id="A72B528BDEDF",
        ),
        _group(
            "email_template_group",
            "77AB10FE22CA",
            "Interview invitations only",
            {"WEB_INTERVIEW_INVITATION": "E3A10001"},
            sender_email_id=None,
        ),
    ),
    "email-templates": (
        _email("E3A10001", _INVITED[0], "Interview invitation", "Your interview for {{job_title}}", _NIGHT),
        _email("E3A10002", _INVITED[1], "Interview reminder", "A reminder: {{job_title}}"),
        _email("E3A10003", _INVITED[2], "Send your CV", "Your application for {{job_title}}"),
        _email("E3A10004", _INVITED[3], "A short form", "A few questions about {{job_title}}"),
    ),
    "interview-templates": (
        interview_template("IT_5A4D0001", "engineer-baseline", "Engineer, baseline", "B1DE0001", default=True),
        interview_template("IT_5A4D0002", "ats-retail", "Retail, from the ATS", "B1DE0002"),
    ),
    "phone-numbers": (
        _phone("91F07B2D", "+15005550006", "US"),
        _phone("666A24C3", "+442079460018", "GB"),
        _phone("91F07B2E", "+15005550001", "US", active=False),
    ),
    "sender-emails": (
        _sender("A72B528BDEDF", "talent", "jobs.sandbox.example", "D0A10001"),
        _sender("5C2E0D9A77B1", "people", "jobs.sandbox.example", "D0A10001"),
        _sender("1BF9F7881AC8", "stores", "careers.sandbox.example", "D0A10002"),
    ),
    "voices": (
        _voice("wrv-5a4d01", "elevenlabs", "Rowan", "en-US", "US", "neutral", "american"),
        _voice("wrv-5a4d02", "cartesia", "Imogen", "en-GB", "GB", "female", "british"),
        _voice("wrv-5a4d03", "elevenlabs", "Marisol", "es-MX", "MX", "female", "mexican"),
        _voice("wrv-5a4d04", "lmnt", "Matteo", "it-IT", "IT", "male", "italian"),
    ),
}

BLUEPRINTS: Sequence[Row] = (
    {
        "posting_id": "B1DE0001",
        "fields": {"title": "Engineer baseline", "instructions": "Be friendly and brief.", "max_retakes": 1},
        "steps": (
            {"type": "resume", "config": {"mandatory": True}},
            {"type": "web_interview", "config": {"interview_type": "technical"}},
        ),
    },
    {
        "posting_id": "B1DE0002",
        "fields": {
            "title": "Retail from the ATS",
            "ats_metadata": {"ats_job_id": "SB-1", "ats_name": "sandbox", "source": "job_sync"},
        },
        "steps": ({"type": "form", "config": {}},),
    },
)

_VOICE: Row = {
    "modality": "voice",
    "question_type": "scored",
    "evaluation_criteria": "Sample: judge how concrete the example is.",
    "score_of_1": "Sample: gives no example.",
    "score_of_5": "Sample: gives an example with what was done, why, and what came of it.",
    "score_weight": 3,
}


def questions(step_type: str, config: Mapping[str, Any], title: str) -> Iterator[Row]:
    """Yield what the vendor's AI would write for a step without questions. Each says that it is a sample."""
    for count, base in _plan(step_type, config):
        for number in range(1, count + 1):
            yield {**base, "text": f"Sample {base['modality']} question {number} of {count} for {title}"}


def _plan(step_type: str, config: Mapping[str, Any]) -> Sequence[tuple[int, Row]]:
    """Return how many questions of which kind; the numbers in the config decide where they are given."""
    if step_type == "web_interview":
        return ((_count(config, "num_questions", 5), _VOICE),)
    if step_type == "conversational_sms":
        return ((_count(config, "num_questions", 3), {"modality": "sms", "expected_answer": "yes"}),)
    if step_type == "form":
        return ((3, {"modality": "form", "question_type": "textarea"}),)
    eligible = {"modality": "resume_eligibility", "score_weight": 3}
    scored = {**_VOICE, "modality": "resume_scoring", "question_type": None}
    return (
        (_count(config, "num_eligibility_questions", 3), eligible),
        (_count(config, "num_criteria_questions", 5), scored),
    )


def _count(config: Mapping[str, Any], key: str, usual: int) -> int:
    value = config.get(key)
    return usual if value is None else int(value)


# What the two discovery endpoints say. The vendor documents them as open objects, so the shape is ours.
AGENTS: Row = {
    "data": [
        {"type": "web_interview", "modalities": ["voice", "voice_tags"]},
        {"type": "conversational_sms", "modalities": ["sms"]},
        {"type": "resume", "modalities": ["resume_eligibility", "resume_scoring"]},
        {"type": "form", "modalities": ["form"]},
    ]
}
QUESTION_TYPES: Row = {
    "data": [
        {"modality": "voice", "question_types": ["open-ended", "scored"]},
        {"modality": "sms", "question_types": ["YES_NO", "NUMERIC"]},
        {"modality": "form", "question_types": ["textarea", "dropdown", "file_upload", "slider", "number", "date"]},
        {"modality": "resume_eligibility", "question_types": []},
        {"modality": "resume_scoring", "question_types": []},
        {"modality": "voice_tags", "question_types": []},
    ]
}

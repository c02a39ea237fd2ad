"""Forty postings as people have made them by hand, by bare HTTP calls: a workspace on its first day with this tool.

``made_by(ask)`` makes them in an empty sandbox and returns label → posting id. ``ask`` sends one request and returns
what is under ``data``; ``asking(client)`` makes one of an ``httpx.Client`` on a served sandbox. What is said of the
labels here (``LEFT_OUT``, ``INEXPRESSIBLE``) is what the vendor's API can't give back, not what the tool makes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import httpx

KEY = "sandbox-key"
BASE = "/api/v2/postings"

Json = dict[str, Any]
Ask = Callable[[str, str, Any], Any]

LEFT_OUT = frozenset({"archived", "archived and edited", "test posting", "blueprint"})
"""Labels of what an import of everything never takes."""

INEXPRESSIBLE = {
    "two interviews": "which of the two steps a question belongs to",
    "two forms around an interview": "which of the two forms a question belongs to",
    "structured question": "structured_config",
    "keys nobody knows": "keys of open objects that no documentation names",
}
"""Label → what a manifest can't say of it, or HeyMilo doesn't give back: the posting would change."""

COMPANY = "Solano Freight Tools builds dispatch software for small carriers.\nWe have offices in Leeds and Monterrey."
PROCESS = (
    "You are talking to an AI interviewer. It is recorded. "
    "People decide who goes on. Ask jobs@solano.example for an adjustment."
)


def asking(client: httpx.Client) -> Ask:
    """Return what sends requests over a client, with the key of a sandbox. Raises on a refusal."""

    def ask(method: str, path: str, body: Any = None) -> Any:
        answer = client.request(method, path, json=body, headers={"X-API-KEY": KEY})
        assert answer.is_success, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json()["data"]

    return ask


def made_by(ask: Ask) -> dict[str, str]:
    """Make the forty and return label → posting id, in the order in which they were made."""
    made = {label: str(ask("POST", BASE, body)["id"]) for label, body in CREATED.items()}
    for label, source in CLONED.items():
        made[label] = str(ask("POST", f"{BASE}/{made[source]}/clone", None)["id"])
    template = ask("POST", f"/_control/template/{made['blueprint']}", {"code": "warehouse", "name": "Warehouse"})
    body = {"title": "Warehouse, from our template", "interview_template_id": template["id"], "max_retakes": 2}
    made["from a template of ours"] = str(ask("POST", BASE, body)["id"])
    _worked_on(ask, made)
    return made


def _worked_on(ask: Ask, made: Mapping[str, str]) -> None:
    """What people did to them after they had made them."""
    for question in ask("GET", f"{BASE}/{made['heavy weights']}/questions", None):
        ask("PATCH", f"{BASE}/{made['heavy weights']}/questions/{question['id']}", {"score_weight": 10})
    added = {
        "modality": "voice",
        "text": "Can you work nights?",
        "structured_config": {"kind": "yes_no", "pass": "yes"},
    }
    ask("POST", f"{BASE}/{made['structured question']}/questions", added)
    ask("POST", f"/_control/expire/{made['expired']}", None)
    ask("POST", f"/_control/edit/{made['test posting']}", {"test_posting": True})
    ask("POST", f"/_control/edit/{made['archived and edited']}", {"title": "Night Porter, spring"})
    for label in ("archived", "archived and edited"):
        ask("POST", f"{BASE}/{made[label]}/archive", None)
    ask("POST", f"/_control/candidates/{made['all four steps']}", {"registered": 40, "completed": 17})
    ask("POST", f"/_control/candidates/{made['sixty questions']}", {"registered": 3, "completed": 1})


def scored(text: str, weight: int | None = 3, **more: Any) -> Json:
    """A scored voice question."""
    return {
        "modality": "voice",
        "text": text,
        "question_type": "scored",
        "evaluation_criteria": f"Listen for a concrete case behind the answer to: {text}",
        "score_of_1": "Gives no case of their own.",
        "score_of_5": "Gives a case, what they did step by step, and what came of it.",
        **({} if weight is None else {"score_weight": weight}),
        **more,
    }


def _asked(text: str, **more: Any) -> Json:
    return {"modality": "voice", "text": text, "question_type": "open-ended", "not_scored": True, **more}


def _web(*questions: Json, **config: Any) -> Json:
    return {"type": "web_interview", "config": config, "questions": list(questions)}


def _form(*questions: Json, **config: Any) -> Json:
    fields = [{"modality": "form", **question} for question in questions]
    return {"type": "form", "config": config, "questions": fields}


def _posting(title: str, *steps: Json, **more: Any) -> Json:
    return {
        "title": title,
        "description": f"What {title} does all day, and with whom, in a few plain words.",
        "workflow": list(steps),
        **more,
    }


_ANGRY = scored("Tell me about a time when a customer was angry with you.", max_follow_ups=2)
_UNKNOWN = scored("How do you get to an answer that you don't know?", 4, min_follow_ups=1, max_follow_ups=2)
_LICENCE = {
    "text": "Do you hold a driving licence?",
    "question_type": "dropdown",
    "mcq_type": "single",
    "dropdown_values": [{"label": "Yes", "value": "yes"}, {"label": "No", "value": "no"}],
    "answer": "yes",
    "is_knockout": True,
    "is_answer_mandated": True,
}
_EVERY_FIELD = (
    {"text": "Tell us why you apply.", "question_type": "textarea", "is_answer_mandated": True},
    _LICENCE,
    {"text": "How many years?", "question_type": "number", "operator": "gte", "answer": 2, "is_knockout": True},
    {"text": "When can you start?", "question_type": "date", "operator": "lte", "answer": "2027-03-01"},
    {"text": "Hours a week?", "question_type": "slider", "slider_min": 0, "slider_max": 40, "slider_step": 0.5},
    {"text": "Your certificate", "question_type": "file_upload", "file_types": ["pdf", "docx"]},
    {
        "text": "Which tools?",
        "question_type": "multiple-choice",
        "mcq_type": "multiple",
        "dropdown_values": [{"label": tool, "value": tool.lower()} for tool in ("Zendesk", "Intercom", "None")],
        "answer": ["zendesk", "intercom"],
    },
    {"text": "Anything else?"},
)
_TAGS = (
    {"modality": "voice_tags", "text": "preferred_shift", "response_format": "text", "options": ["day", "night"]},
    {"modality": "voice_tags", "text": "years", "response_format": "number", "instructions": "Whole years only."},
)
_RESUME = {
    "type": "resume",
    "config": {"knockout_enabled": True, "mandatory": True, "min_evaluation_score": 0.5},
    "questions": [
        {"modality": "resume_eligibility", "text": "Has a year in a role with customers."},
        {"modality": "resume_eligibility", "text": "States working proficiency in English.", "score_weight": 2},
        {
            "modality": "resume_scoring",
            "text": "Experience with customers",
            "evaluation_criteria": "Channels, volumes and problems resolved.",
            "score_of_1": "No contact with customers described.",
            "score_of_5": "Two channels or more, with volumes and resolved problems.",
            "score_weight": 5,
        },
    ],
}
_SMS = {
    "type": "conversational_sms",
    "config": {
        "knockout_enabled": True,
        "intro_message": "Hi {{candidate_name}}, an AI assistant here about {{job_title}}. Reply STOP to opt out.",
        "disqualification_message": "Thank you. This role needs a yes to each question.",
        "cooldown_period_hrs": 18,
        "max_nudge_amount": 2,
        "blackout_period": {"enabled": True, "timezone": "Europe/London", "start_hour": 21, "end_hour": 8},
    },
    "questions": [
        {"modality": "sms", "text": "May you work here?", "expected_answer": "yes", "is_dealbreaker": True},
        {"modality": "sms", "text": "Evenings a week?", "question_type": "NUMERIC", "expected_value": 2},
    ],
}
_ROOM: Json = {
    "video": True,
    "voice_id": "wrv-5a4d02",
    "phone_calls_enabled": True,
    "interview_type": "behavioral",
    "min_evaluation_score": 0.55,
    "prompt_version": "v2",
    "is_multilingual": False,
    "cheat_detection_config": {"enabled": True, "threshold": 70, "types": ["tab_switching", "multiple_people"]},
    "web_interview_config": {"show_transcript": True, "max_duration_seconds": 1500, "intro_message": "Hello there."},
    "instructions": "Be warm and brief.",
    "job_overview": "For this step: the phone desk.",
    "job_overview_delivery_mode": "summarized_delivery",
}
_SETTINGS: Json = {
    "phone_number_id": "91F07B2D",
    "sender_email_id": "A72B528BDEDF",
    "email_template_group_id": "77AB10FE22C9",
    "design_template_group_id": "D04C1E9B3F60",
    "redirect_url": "https://solano.example/done",
    "scheduling_url": "https://meet.solano.example/book?token=5f2c9a7d1e8b4c60a1b2",
    "deadline": "2035-02-28T23:59:59+01:00",
    "allow_sms_comms": True,
    "max_retakes": 2,
    "retake_cooldown_days": 0.5,
    "email_report_to_candidate": True,
    "metadata": {
        "managed_by": "Jane Doe <jane.doe@solano.example>",
        "cost_centre": "0042",
        "phone": "+44 20 7946 0018",
    },
}
_TEXTS: Json = {"company_overview": COMPANY, "interview_process_overview": PROCESS}
_HOSTILE = (
    "# not a comment",
    "yes",
    "012",
    "key: value # and more",
    "- a list? [no], {no}",
    "'quoted' and \"double\" and `back`",
    "Line one.\n\n  Indented line two.\n\nLine three. ",
    "tab\there, no-break\u00a0space, a\u200bzero width one",
)

# One entry a posting, in the order of creation. What its label says is what is odd about it.
CREATED: dict[str, Json] = {
    "resume only": _posting("Accounts Clerk", _RESUME, name="accounts-clerk", **_TEXTS),
    "form of every type": _posting("Delivery Driver", _form(*_EVERY_FIELD, knockout_enabled=True), name="driver"),
    "text messages only": _posting("Shelf Stacker", _SMS, name="shelf-stacker", phone_number_id="91F07B2D"),
    "interview only": _posting("Support Agent", _web(_ANGRY, _UNKNOWN), name="support-agent", **_TEXTS),
    "all four steps": _posting(
        "Support Specialist",
        _RESUME,
        _form(*_EVERY_FIELD[:3]),
        _SMS,
        _web(_ANGRY, _UNKNOWN, _asked("Tell me about yourself."), *_TAGS, **_ROOM),
        name="support-specialist",
        language="en-GB",
        interviewer_name="Marisol",
        instructions="Greet the candidate. Never comment on an accent.\nRepeat a question when asked.",
        job_overview="A rota from 7 to 22.\n\nFully remote.",
        company_overview_delivery_mode="summarized_delivery",
        interview_process_overview_delivery_mode="exact_delivery",
        **_TEXTS,
        **_SETTINGS,
    ),
    "tags only": _posting("Fitter", _web(*_TAGS), name="fitter"),
    "no steps' config": _posting("Cook", {"type": "form", "questions": [{"modality": "form", "text": "Why?"}]}),
    "no questions": _posting("Usher", _web(), _form(), name="usher"),
    "two interviews": _posting("Team Lead", _web(_ANGRY), _web(_UNKNOWN, interview_type="technical"), name="team-lead"),
    "two forms around an interview": _posting(
        "Team Lead, nights", _form({"text": "Since when?"}), _web(_ANGRY), _form({"text": "Until when?"}), name="nights"
    ),
    "name with spaces": _posting("Backend Engineer", _web(_ANGRY), name="Senior Backend Engineer (m/w/d)", **_TEXTS),
    "name in capitals": _posting("Sales, Germany", _web(_ANGRY), name="SALES-DE", **_TEXTS),
    "name with a path": _posting("Sales, France", _web(_ANGRY), name="../sales/fr.yaml"),
    "name of hyphens": _posting("Sales, Spain", _web(_ANGRY), name="--sales--es--"),
    "name with an umlaut": _posting("Köchin in der Großküche", _web(_ANGRY), name="köchin-größe-xl"),
    "longest name": _posting("Packer", _web(_ANGRY), name="p" * 100),
    "no name": _posting("Night Porter", _web(_ANGRY)),
    "no name, the same title": _posting("Night Porter", _web(_ANGRY)),
    "no name, a title of emoji": _posting("🚀🚀🚀", _web(_ANGRY)),
    "name taken": _posting("Support Agent", _web(_UNKNOWN), name="support-agent"),
    "sixty questions": _posting(
        "Branch Manager", _web(*(scored(f"Situation {n}: what did you do?", n % 6) for n in range(60))), name="branch"
    ),
    "emoji": _posting(
        "Barista ☕", _web(scored("Latte art 🎨 or speed ⏱️? Why? 👩🏽‍🍳")), name="barista", instructions="Smile 😀."
    ),
    "right to left": _posting(
        "מנהלת משמרת",
        _web(scored("ספרי על משמרת קשה."), scored("كيف تتعاملين مع عميل غاضب؟")),
        name="shift",
        language="he",
    ),
    "chinese": _posting(
        "客服专员", _web(scored("请讲一次客户生气的经历。你做了什么？")), name="kefu", language="zh-CN"
    ),
    "from a template": {
        "title": "Engineer, from a template",
        "name": "engineer",
        "interview_template_id": "IT_5A4D0001",
    },
    "questions by AI": {
        "title": "Data Analyst",
        "name": "data-analyst",
        "workflow": [{"type": "web_interview", "config": {"num_questions": 7}}, {"type": "resume"}],
    },
    "draft": {"title": "Store Assistant", "interview_template_id": "IT_5A4D0002"},
    "archived": _posting("Temp, last summer", _web(_ANGRY), name="temp"),
    "archived and edited": _posting("Night Porter", _web(_ANGRY), name="porter-spring"),
    "expired": _posting("Christmas Help", _web(_ANGRY), name="christmas-help"),
    "test posting": _posting("Trying things out", _web(_ANGRY), name="trial"),
    "blueprint": _posting("Warehouse blueprint", _web(_ANGRY, _UNKNOWN), name="warehouse"),
    "what an edit refuses": {
        **_posting("Clerk", _web(scored("Why?", 0), _UNKNOWN), name="clerk", interviewer_name="Sarah " * 20),
        "description": "Clerk.",
        "metadata": {f"key_{number}": str(number) for number in range(47)},
    },
    "heavy weights": _posting("Auditor", _web(_ANGRY, _UNKNOWN), name="auditor"),
    "structured question": _posting("Guard", _web(_ANGRY), name="guard"),
    "keys nobody knows": _posting(
        "Trainer", _web(_ANGRY, web_interview_config={"show_transcript": True, "avatar_mood": "calm"}), name="trainer"
    ),
    "texts that YAML misreads": _posting(
        "Editor: text # and more", _web(*map(scored, _HOSTILE), scored("yes")), name="editor", instructions=_HOSTILE[6]
    ),
}
CLONED = {"clone": "all four steps", "clone of a draft": "draft"}
"""Label → the label of what was cloned."""

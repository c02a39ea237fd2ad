"""Every table of words: actions, results, classes of change, fields, steps, kinds of question, values.

Whoever reads a plan may never have seen the YAML. A field without an entry gets its own name in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from heymilo_ops.finding import Finding, Severity
from heymilo_ops.model.event import Result
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.plan.change import Action
from heymilo_ops.review.on_change_words import on_change_words
from heymilo_ops.text.phrase import deadline_words

STEPS: Mapping[str, str] = {
    "conversational_sms": "Text message conversation",
    "form": "Web form",
    "resume": "Résumé screen",
    "web_interview": "AI voice interview",
}

MODALITIES: Mapping[str, str] = {
    "form": "form field",
    "resume_eligibility": "résumé requirement",
    "resume_scoring": "résumé criterion",
    "sms": "text message question",
    "voice": "question",
    "voice_tags": "noted fact",
}

CLASSES: Mapping[ChangeClass, str] = {
    ChangeClass.COSMETIC: "looks only",
    ChangeClass.WORDING: "what is asked",
    ChangeClass.RUBRIC: "how answers are judged",
    ChangeClass.SCORING: "what counts, and how much",
    ChangeClass.NOTICE: "what candidates are told",
    ChangeClass.KNOCKOUT: "who gets rejected automatically",
    ChangeClass.IDENTITY: "what the posting is",
}


@dataclass(frozen=True, slots=True)
class ActionWords:
    """An action in words.

    Attributes:
        symbol: as Terraform has it.
        will: what will happen to a posting: ``will be created``; for what doesn't happen, only what it is.
        legend: what the symbol stands for.
        effect: what becomes of a posting, for people who don't read YAML.
        headline, consequence: the same as a sentence in two parts.
        past: what became of it; ``going``: what becomes of it just now.
    """

    symbol: str
    will: str
    legend: str
    effect: str
    headline: str
    consequence: str
    past: str
    going: str


ACTIONS: Mapping[Action, ActionWords] = {
    Action.CREATE: ActionWords(
        "+", "will be created", "create", "created",
        "New", "candidates can enter as soon as it is applied.", "created", "creating",
    ),
    Action.UPDATE: ActionWords(
        "~", "will be updated in place", "update in place", "changed in place",
        "Changed in place", "the link stays the same.", "updated", "updating",
    ),
    Action.REPLACE: ActionWords(
        "-/+", "will be replaced", "create the new posting, then archive the old", "replaced",
        "Replaced by a new posting", "it has a new candidate link, and scores start afresh.", "replaced", "replacing",
    ),
    Action.ARCHIVE: ActionWords(
        "-", "will be archived", "archive", "archived",
        "Archived", "nobody new can enter.", "archived", "archiving",
    ),
    Action.ADOPT: ActionWords(
        "<=", "will be taken over", "take over a posting that is there: same id, same link", "taken over",
        "Taken over", "same posting, same link: nothing changes for candidates.", "adopted", "adopting",
    ),
    Action.HOLD: ActionWords(
        "=", "held", "held, nothing is done", "held", "Held", "nothing is done.", "held", "holding",
    ),
    Action.UNCHANGED: ActionWords(
        " ", "unchanged", "", "unchanged", "Unchanged", "nothing is done.", "unchanged", "",
    ),
}  # fmt: skip
FINISH = replace(
    ACTIONS[Action.ARCHIVE],
    will="stays, and the posting it replaced will be archived",
    headline="Finished replacing",
    consequence="the posting it replaced is archived.",
)
"""An archive that only finishes an earlier replace."""
EDIT = replace(
    ACTIONS[Action.UPDATE],
    will="will be edited in place",
    legend="edit in place: the link stays",
    effect="edited in place",
    headline="Edited in place",
    past="edited",
    going="editing",
)
"""An update that changes the design of the live posting."""
FORGET = replace(
    ACTIONS[Action.UNCHANGED],
    symbol=".",
    will="will be forgotten",
    legend="forget, nothing is sent",
    headline="Forgotten",
    consequence="nothing is sent, and this repo no longer looks after it.",
)
SETTLE = replace(
    ACTIONS[Action.HOLD],
    symbol="?",
    will="has to be settled first",
    legend="to settle: what became of an earlier operation is not known",
    headline="To settle",
    consequence="nothing is done until it is known what became of an earlier operation.",
)
"""A hold that waits for an unknown outcome."""

SEVERITIES: Mapping[Severity, tuple[str, str]] = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("hint", "hints"),
}

_OTHER_PAST: Mapping[str, str] = {"forget": "forgotten", "rollback": "rolled back"}


@dataclass(frozen=True, slots=True)
class ResultWords:
    """How a change ended: in a line of its own, in a count (also a key of the JSON), and in a sentence."""

    line: str
    count: str
    sentence: str


RESULTS: Mapping[Result, ResultWords] = {
    Result.DONE: ResultWords("done", "done", "is done"),
    Result.REJECTED: ResultWords("rejected", "failed", "was rejected"),
    Result.SKIPPED: ResultWords("not sent", "skipped", "is not sent"),
    Result.UNKNOWN: ResultWords("outcome unknown", "unknown", "has an unknown outcome"),
}
IN_PART = "done in part"
"""The words for what was skipped after its new posting was made."""

FIELDS: Mapping[str, str] = {
    "accepted": "Accepted from HeyMilo",
    "activate": "Activated by apply",
    "additional_instructions": "Handling of this question",
    "adopt": "Posting that is taken over",
    "allow_multiple_files": "Several files allowed",
    "allow_sms_comms": "Invite by text message",
    "answer": "Answer that passes",
    "avatar_image_url": "Picture of the interviewer",
    "backdrop_image_url": "Background picture",
    "blackout_period": "Quiet hours",
    "candidate_presence_enabled": "Presence check",
    "cheat_detection_config": "Cheating signals",
    "company_overview": "About the company",
    "company_overview_delivery_mode": "How the company is presented",
    "config": "Settings of the step",
    "cooldown_period_hrs": "Hours between nudges",
    "deadline": "Closing time",
    "description": "Job description",
    "design_template_group_id": "Page design",
    "disqualification_message": "Message to rejected candidates",
    "drain_days": "Days until what drains is archived",
    "dropdown_values": "Choices",
    "email_report_to_candidate": "Mail the report to candidates",
    "email_template_group_id": "Mail templates",
    "enabled": "Switched on",
    "end_hour": "End of quiet hours",
    "evaluation_criteria": "What a good answer shows",
    "expected_answer": "Answer that passes",
    "expected_value": "Number that passes",
    "file_types": "File types",
    "follow_up_message": "Nudge after silence",
    "hop_on_call_message": "Invitation to a call",
    "ignore_changes": "May be changed outside",
    "instructions": "Instructions to the AI",
    "interview_process_overview": "About the process",
    "interview_process_overview_delivery_mode": "How the process is presented",
    "interview_template_id": "Interview template",
    "interview_type": "Kind of interview",
    "interviewer_name": "Interviewer's name",
    "intro_message": "First words",
    "is_answer_mandated": "Answer required",
    "is_dealbreaker": "Dealbreaker",
    "is_knockout": "Knock-out",
    "is_multilingual": "Follows the candidate's language",
    "job_overview": "About the job",
    "job_overview_delivery_mode": "How the job is presented",
    "jurisdictions": "Where candidates are",
    "knockout_enabled": "Automatic rejection",
    "language": "Language",
    "lifecycle": "The role is",
    "mandatory": "Résumé required",
    "max_duration_seconds": "Longest interview",
    "max_follow_ups": "Most follow-up questions",
    "max_nudge_amount": "Most nudges",
    "max_retakes": "Retakes",
    "mcq_type": "One choice or several",
    "metadata": "Your own notes",
    "min_duration_seconds": "Shortest interview",
    "min_evaluation_score": "Pass mark",
    "min_follow_ups": "Fewest follow-up questions",
    "modality": "Kind of question",
    "moved_from": "Name so far",
    "name": "Name",
    "not_scored": "Left out of the score",
    "notices": "Notices given elsewhere",
    "num_criteria_questions": "Criteria that HeyMilo writes",
    "num_eligibility_questions": "Requirements that HeyMilo writes",
    "num_questions": "Questions that HeyMilo writes",
    "on_change": "When the design changes",
    "on_drift": "When it was changed outside",
    "on_remove": "When the file is removed",
    "on_replace": "What happens to the replaced posting",
    "operator": "How the answer is compared",
    "options": "Choices",
    "outro_message": "Last words",
    "phone_calls_enabled": "Interview by phone",
    "phone_number_id": "Phone number",
    "post_processing_evaluation_criteria": "What to look for afterwards",
    "prompt_version": "HeyMilo prompt version",
    "protect": "Protected",
    "question_type": "Type of question",
    "questions": "Questions",
    "redirect_url": "Page afterwards",
    "remove_heymilo_branding": "Hide the HeyMilo logo",
    "response_format": "Form of the noted value",
    "retake_cooldown_days": "Days between attempts",
    "scheduling_url": "Booking page",
    "score_of_1": "Weak answer (1)",
    "score_of_5": "Strong answer (5)",
    "score_weight": "Weight",
    "sender_email_id": "Sender of mail",
    "show_transcript": "Live transcript shown",
    "slider_max": "Right end of the slider",
    "slider_min": "Left end of the slider",
    "slider_step": "Step of the slider",
    "start_hour": "Start of quiet hours",
    "text": "Text",
    "threshold": "Sensitivity",
    "timezone": "Time zone",
    "title": "Job title",
    "type": "Kind of step",
    "types": "Signals watched",
    "video": "Video recording",
    "voice_id": "Interviewer's voice",
    "web_interview_config": "Interview room",
    "workflow": "Steps",
    "workspaces": "Workspaces",
}

_DELIVERY = {
    "exact_delivery": "read out word for word",
    "summarized_delivery": "summarised",
    "reference_only": "only when the candidate asks",
    "silent_reference": "not told, for the AI alone",
}
_OPERATORS = {
    "eq": "equal to",
    "neq": "not equal to",
    "gt": "greater than",
    "gte": "at least",
    "lt": "less than",
    "lte": "at most",
}
NOTHING = "not set"
_ACTIONS = frozenset(Action)


def past(action: str) -> str:
    """Return what an executed action did: ``created``; an unknown action by its own name."""
    return ACTIONS[Action(action)].past if action in _ACTIONS else _OTHER_PAST.get(action, action)


_OTHER_GOING = {"activate": "activating", "edit": EDIT.going}


def going(action: str) -> str:
    """Return what an action is doing: ``creating``; an unknown action by its own name."""
    return ACTIONS[Action(action)].going if action in _ACTIONS else _OTHER_GOING.get(action, action)


def step_name(step_type: str) -> str:
    """Return a step type in words."""
    return STEPS.get(step_type, name_in_words(step_type))


def modality_name(modality: str) -> str:
    """Return a kind of question in words, in lower case."""
    return MODALITIES.get(modality, name_in_words(modality).lower())


def field_name(field: str) -> str:
    """Return a field in words; an unknown one by its own name."""
    return FIELDS.get(field, name_in_words(field))


def name_in_words(name: str) -> str:
    """Turn ``some_api_name`` into ``Some api name``."""
    return name.replace("_", " ").strip().capitalize()


def value_words(field: str, value: Any) -> str:
    """Return a value in words. Texts come back as they are."""
    if value is None:
        return NOTHING
    if field == "on_change":
        return on_change_words(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _number(field, value)
    if isinstance(value, str):
        return _text(field, value)
    if isinstance(value, list | tuple):
        return ", ".join(value_words(field, item) for item in value) or "none"
    if isinstance(value, Mapping):
        return variable(value) or _mapping(value)
    return str(value)


def variable(value: Any) -> str | None:
    """Return ``{var: name}`` as a manifest has it; ``None`` for anything else."""
    return f"{{var: {value['var']}}}" if isinstance(value, Mapping) and value.keys() == {"var"} else None


def _mapping(value: Mapping[str, Any]) -> str:
    if value.keys() == {"label", "value"}:
        label, worth = value["label"], value["value"]
        return f"{label}" if label == worth else f"{label} ({worth})"
    return ", ".join(f"{key}: {value_words(key, item)}" for key, item in value.items()) or "none"


def _number(field: str, value: int | float) -> str:
    if field == "min_evaluation_score":
        return f"{value * 100:g} of 100"
    if field.endswith("_duration_seconds"):
        return duration(value)
    if field in ("start_hour", "end_hour"):
        return f"{value:02.0f}:00"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _text(field: str, value: str) -> str:
    if field == "deadline":
        return deadline_words(value)
    if field.endswith("_delivery_mode"):
        return _DELIVERY.get(value, value)
    if field == "operator":
        return _OPERATORS.get(value, value)
    return value


def duration(seconds: float) -> str:
    """Return seconds as ``90 s``, ``30 min`` or ``1 h 30 min``."""
    whole = round(seconds)
    if whole < 120 and whole % 60:
        return f"{whole} s"
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    parts = [f"{hours} h" if hours else "", f"{minutes} min" if minutes else "", f"{left} s" if left else ""]
    return " ".join(part for part in parts if part) or "0 s"


def counted(number: int, noun: str) -> str:
    """Return ``1 posting``, ``2 postings``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by path, line and column; findings without a place come last, by name."""
    return sorted(findings, key=_order)


def count_words(findings: Sequence[Finding]) -> str:
    """Return ``3 errors, 1 warning``; ``""`` for none."""
    parts = []
    for severity in Severity:
        number = sum(finding.severity is severity for finding in findings)
        if number:
            parts.append(f"{number} {SEVERITIES[severity][number != 1]}")
    return ", ".join(parts)


def _order(finding: Finding) -> tuple[Any, ...]:
    place = finding.place
    if place is None:
        return (1, finding.address or "", 0, 0, finding.code, finding.pointer, finding.message)
    return (0, place.path, place.line, place.column, finding.code, finding.pointer, finding.message)

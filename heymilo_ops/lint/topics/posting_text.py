"""Every text of a posting that people or the AI are given, with its place and what it is to the interview."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from heymilo_ops.lint.topics.topic import Scope
from heymilo_ops.model.posting import Manifest

_STATED = ("company_overview", "job_overview", "interview_process_overview")
_MESSAGES = ("intro_message", "disqualification_message", "follow_up_message", "hop_on_call_message", "outro_message")
_RUBRIC = ("evaluation_criteria", "score_of_1", "score_of_5", "post_processing_evaluation_criteria")


_Names = Sequence[tuple[str, Scope]]
"""Fields with what their texts are to the interview."""


class PostingText(NamedTuple):
    """One text with its JSON pointer and scope."""

    pointer: str
    text: str
    scope: Scope


_ROOT = (
    *((name, Scope.STATED) for name in ("title", "description", *_STATED)),
    ("instructions", Scope.INSTRUCTION),
)
_CHOICE = (("label", Scope.ASKED),)
_ANSWER = (("answer", Scope.KNOCKOUT),)
_CONFIG = (("instructions", Scope.INSTRUCTION), *((name, Scope.STATED) for name in _STATED))
_SENT = tuple((name, Scope.ASKED) for name in _MESSAGES)
_TAG = (("text", Scope.INSTRUCTION), ("instructions", Scope.INSTRUCTION))
_JUDGED = (("additional_instructions", Scope.INSTRUCTION), *((name, Scope.RUBRIC) for name in _RUBRIC))
_QUESTION = {asked: (("text", asked), *_JUDGED) for asked in (Scope.ASKED, Scope.KNOCKOUT, Scope.RUBRIC)}


def posting_texts(manifest: Manifest) -> list[PostingText]:
    """Return every text that isn't empty, in the order of the manifest."""
    texts: list[PostingText] = []
    _take("", vars(manifest), _ROOT, texts)
    for number, step in enumerate(manifest.workflow or ()):
        pointer = f"/workflow/{number}"
        if step.config is not None:
            _take_config(f"{pointer}/config", vars(step.config), texts)
        for place, question in enumerate(step.questions or ()):
            _take_question(f"{pointer}/questions/{place}", vars(question), texts)
    return texts


def _take(pointer: str, part: dict[str, Any], names: _Names, into: list[PostingText]) -> None:
    """Add the texts of these fields. Lists rather than generators: this runs for every text there is."""
    for name, scope in names:
        text = part.get(name)
        if text:
            into.append(PostingText(f"{pointer}/{name}", text, scope))


def _take_config(pointer: str, config: dict[str, Any], into: list[PostingText]) -> None:
    _take(pointer, config, _CONFIG, into)
    _take(pointer, config, _SENT, into)
    room = config.get("web_interview_config")
    if room:
        _take(f"{pointer}/web_interview_config", vars(room), _SENT, into)


def _take_question(pointer: str, question: dict[str, Any], into: list[PostingText]) -> None:
    modality = question["modality"]
    if modality == "voice_tags":
        _take(pointer, question, _TAG, into)
        return
    asked = Scope.RUBRIC if modality == "resume_scoring" else Scope.ASKED
    if modality == "resume_eligibility" or question.get("is_knockout") or question.get("is_dealbreaker"):
        asked = Scope.KNOCKOUT
    _take(pointer, question, _QUESTION[asked], into)
    for number, choice in enumerate(question.get("dropdown_values") or ()):
        _take(f"{pointer}/dropdown_values/{number}", choice, _CHOICE, into)
    if asked is Scope.KNOCKOUT and isinstance(question.get("answer"), str):
        _take(pointer, question, _ANSWER, into)

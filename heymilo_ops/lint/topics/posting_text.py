"""Every text of a posting that people or the AI are given, with its place and what it is to the interview."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from heymilo_ops.lint.topics.topic import Scope
from heymilo_ops.model.posting import Manifest

_STATED = ("company_overview", "job_overview", "interview_process_overview")
_MESSAGES = ("intro_message", "disqualification_message", "follow_up_message", "hop_on_call_message", "outro_message")
_RUBRIC = ("evaluation_criteria", "score_of_1", "score_of_5", "post_processing_evaluation_criteria")
_KNOCKOUTS = ("is_knockout", "is_dealbreaker")


class PostingText(NamedTuple):
    """One text with its JSON pointer and scope."""

    pointer: str
    text: str
    scope: Scope


def posting_texts(manifest: Manifest) -> Iterator[PostingText]:
    """Yield every text that isn't empty, in the order of the manifest."""
    root = vars(manifest)
    for name in ("title", "description", *_STATED):
        yield from _text("", root, name, Scope.STATED)
    yield from _text("", root, "instructions", Scope.INSTRUCTION)
    for number, step in enumerate(manifest.workflow or ()):
        pointer = f"/workflow/{number}"
        if step.config is not None:
            yield from _config(f"{pointer}/config", vars(step.config))
        for place, question in enumerate(step.questions or ()):
            yield from _question(f"{pointer}/questions/{place}", vars(question))


def _text(pointer: str, part: dict[str, Any], name: str, scope: Scope) -> Iterator[PostingText]:
    text = part.get(name)
    if text:
        yield PostingText(f"{pointer}/{name}", text, scope)


def _config(pointer: str, config: dict[str, Any]) -> Iterator[PostingText]:
    yield from _text(pointer, config, "instructions", Scope.INSTRUCTION)
    for name in _STATED:
        yield from _text(pointer, config, name, Scope.STATED)
    room = config.get("web_interview_config")
    for place, part in ((pointer, config), (f"{pointer}/web_interview_config", vars(room) if room else {})):
        for name in _MESSAGES:
            yield from _text(place, part, name, Scope.ASKED)


def _question(pointer: str, question: dict[str, Any]) -> Iterator[PostingText]:
    modality = question["modality"]
    if modality == "voice_tags":
        yield from _text(pointer, question, "text", Scope.INSTRUCTION)
        yield from _text(pointer, question, "instructions", Scope.INSTRUCTION)
        return
    asked = Scope.RUBRIC if modality == "resume_scoring" else Scope.ASKED
    if modality == "resume_eligibility" or any(question.get(name) for name in _KNOCKOUTS):
        asked = Scope.KNOCKOUT
    yield from _text(pointer, question, "text", asked)
    yield from _text(pointer, question, "additional_instructions", Scope.INSTRUCTION)
    for name in _RUBRIC:
        yield from _text(pointer, question, name, Scope.RUBRIC)
    for number, choice in enumerate(question.get("dropdown_values") or ()):
        yield from _text(f"{pointer}/dropdown_values/{number}", choice, "label", Scope.ASKED)
    if asked is Scope.KNOCKOUT and isinstance(question.get("answer"), str):
        yield from _text(pointer, question, "answer", Scope.KNOCKOUT)

"""The texts of a posting: what candidates are told, how it reaches them, and what only the AI reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from heymilo_ops.review.words import field_name

OVERVIEWS = ("company_overview", "job_overview", "interview_process_overview")
MESSAGES = (
    "intro_message", "hop_on_call_message", "follow_up_message", "disqualification_message", "outro_message",
)  # fmt: skip
"""What a step says as it stands, in the order in which candidates meet it."""
AFTER_QUESTIONS = ("/hop_on_call_message", "/follow_up_message", "/disqualification_message", "/outro_message")
"""How the pointers of those end that come after the questions, if at all."""
_MESSAGE_DELIVERY = {
    "disqualification_message": "sent to those who are rejected",
    "follow_up_message": "sent after silence",
    "hop_on_call_message": "sent before the call",
    "intro_message": "said first, word for word",
    "outro_message": "said last, word for word",
}
_MODES = {
    "exact_delivery": "read out word for word",
    "summarized_delivery": "summarised in the AI's own words",
    "reference_only": "told only to candidates who ask",
    "silent_reference": "not told to candidates; the AI alone reads it",
}
_DEFAULT_MODE = "exact_delivery"


class Audience(StrEnum):
    """Who meets a text."""

    CANDIDATES = "candidates"
    ASKING = "candidates who ask"
    AI = "the AI alone"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a posting.

    Attributes:
        pointer: JSON pointer into the canonical form.
        label: what it is, in words.
        text: as the manifest has it; not sanitized.
        delivery: how it reaches its audience, in words: ``read out word for word (HeyMilo's default)``.
    """

    pointer: str
    label: str
    text: str
    audience: Audience
    delivery: str


def posting_passages(form: Mapping[str, Any]) -> Iterator[Passage]:
    """Yield the texts that hold for every step which has none of its own."""
    for name in OVERVIEWS:
        if form.get(name):
            yield _overview(f"/{name}", name, form[name], form.get(f"{name}_delivery_mode"))
    if form.get("description"):
        words = "HeyMilo writes questions from it; the interviewer doesn't know it"
        yield Passage("/description", field_name("description"), form["description"], Audience.AI, words)
    if form.get("instructions"):
        yield instructions("/instructions", form["instructions"])


def step_passages(form: Mapping[str, Any], at: int, config: Mapping[str, Any]) -> Iterator[Passage]:
    """Yield the texts of one step; an overview of the posting again where the step delivers it otherwise."""
    root = f"/workflow/{at}/config"
    for name in OVERVIEWS:
        mode = config.get(f"{name}_delivery_mode")
        text = config.get(name) or (form.get(name) if mode else None)
        if text:
            pointer = f"{root}/{name}" if config.get(name) else f"{root}/{name}_delivery_mode"
            yield _overview(pointer, name, text, mode or form.get(f"{name}_delivery_mode"))
    nested = config.get("web_interview_config") or {}
    for name in MESSAGES:
        for place, held in ((f"{root}/web_interview_config", nested), (root, config)):
            if held.get(name):
                yield Passage(
                    f"{place}/{name}", field_name(name), held[name], Audience.CANDIDATES, _MESSAGE_DELIVERY[name]
                )
    if config.get("instructions"):
        yield instructions(f"{root}/instructions", config["instructions"])


def instructions(pointer: str, text: str) -> Passage:
    """Return what only the AI reads."""
    return Passage(pointer, field_name("instructions"), text, Audience.AI, _MODES["silent_reference"])


def mode_words(mode: Any) -> str:
    """Return how a text is delivered, also where nothing says so."""
    if not mode:
        return f"{_MODES[_DEFAULT_MODE]} (HeyMilo's default)"
    return _MODES.get(mode, str(mode))


def _overview(pointer: str, name: str, text: str, mode: Any) -> Passage:
    audience = {"reference_only": Audience.ASKING, "silent_reference": Audience.AI}.get(mode, Audience.CANDIDATES)
    return Passage(pointer, field_name(name), text, audience, mode_words(mode))

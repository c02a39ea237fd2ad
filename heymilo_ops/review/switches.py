"""What a step watches, records, limits and shows, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from heymilo_ops.model.step import WRITTEN_ONCE
from heymilo_ops.review.passages import MESSAGES, OVERVIEWS
from heymilo_ops.review.words import counted, field_name, value_words

SIGNALS: Mapping[str, str] = {
    "ai_scripted_answer": "scripted answers",
    "facial_behaviour": "facial behaviour",
    "multiple_people": "several people in view",
    "multiple_speakers": "several voices",
    "phone_detection": "a phone in view",
    "tab_switching": "leaving the page",
    "unusual_delays": "unusual delays",
}
"""What cheat detection watches for, by the names that manifests use."""
_ELSEWHERE = frozenset(
    {
        *MESSAGES,
        *OVERVIEWS,
        *(f"{name}_delivery_mode" for name in OVERVIEWS),
        *WRITTEN_ONCE,
        "instructions",
        "mandatory",
        "min_evaluation_score",
        "knockout_enabled",
    }
)
"""What a script says as a passage, a gate or a question."""
_HOURS = ("start_hour", "end_hour", "timezone", "enabled")


@dataclass(frozen=True, slots=True)
class Switch:
    """A setting: ``Cheat detection``, ``watches for scripted answers``."""

    pointer: str
    name: str
    value: str


def step_switches(at: int, config: Mapping[str, Any], gates: Sequence[int] = ()) -> Iterator[Switch]:
    """Yield the settings of a step that are no text, gate or question; ``gates``: its knock-outs, by number from 1."""
    root = f"/workflow/{at}/config"
    if "knockout_enabled" in config:
        words = rejection_words(config["knockout_enabled"], gates)
        yield Switch(f"{root}/knockout_enabled", field_name("knockout_enabled"), words)
    for name, value in config.items():
        if name == "cheat_detection_config":
            yield Switch(f"{root}/{name}", "Cheat detection", cheat_words(value))
        elif name == "blackout_period":
            yield Switch(f"{root}/{name}", "Quiet hours", hours_words(value))
        elif name == "web_interview_config":
            for inner, setting in value.items():
                if inner not in _ELSEWHERE:
                    yield Switch(f"{root}/{name}/{inner}", field_name(inner), switch_words(inner, setting))
        elif name not in _ELSEWHERE:
            yield Switch(f"{root}/{name}", field_name(name), switch_words(name, value))


def rejection_words(is_on: Any, gates: Sequence[int]) -> str:
    """Return whether a step rejects, and by which of its questions; ``gates`` are their numbers from 1."""
    if not gates:
        return "on" if is_on else "off"
    if not is_on:
        return "off, so that its knock-outs reject nobody"
    numbers = ", ".join(map(str, gates))
    return f"on, question {numbers} rejects" if len(gates) == 1 else f"on, questions {numbers} reject"


def switch_words(name: str, value: Any) -> str:
    """Return the value of a setting in words."""
    if name == "video":
        return "on: video is recorded as well as voice" if value else "off: voice only"
    if isinstance(value, bool):
        return "on" if value else "off"
    return value_words(name, value)


def cheat_words(value: Any) -> str:
    """Return what cheat detection does: ``watches for scripted answers; sensitivity 70 of 100``."""
    if not isinstance(value, Mapping) or not value.get("enabled"):
        return "off"
    signals = signal_words(value.get("types"))
    threshold = value.get("threshold")
    return signals + (f"; sensitivity {threshold} of 100" if threshold is not None else "")


def signal_words(types: Any) -> str:
    """Return the signals that are watched: ``watches for scripted answers, leaving the page``."""
    signals = ", ".join(SIGNALS.get(signal, str(signal)) for signal in types or ())
    return f"watches for {signals}" if signals else "on; which signals it watches isn't set here"


def hours_words(value: Any) -> str:
    """Return the hours in which nothing is sent: ``no text from 21:00 to 08:00 (America/Chicago)``."""
    if not isinstance(value, Mapping) or value.get("enabled") is False:
        return "off"
    start, end, zone, _ = (value_words(name, value.get(name)) for name in _HOURS)
    return f"no text message from {start} to {end} ({zone})"


def follow_up_words(low: int | None, high: int | None) -> str:
    """Return how often the interviewer follows up: ``1 to 3 follow-up questions``; ``""`` where nothing says so."""
    if low is None and high is None:
        return ""
    if high is None:
        return f"at least {counted(low or 0, 'follow-up question')}"
    if not low:
        return f"up to {counted(high, 'follow-up question')}" if high else "no follow-up questions"
    return counted(high, "follow-up question") if low == high else f"{low} to {high} follow-up questions"

"""Which notices a posting needs, by what it uses and where it is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from heymilo_ops.lint.law.law import Effect, LawEntry
from heymilo_ops.lint.law.place import including
from heymilo_ops.lint.notices.gate import gates, is_first_look
from heymilo_ops.lint.notices.notice import Notice
from heymilo_ops.lint.rule import Subject, field

_LOOKS = ("facial_behaviour", "multiple_people", "phone_detection")


@dataclass(frozen=True, slots=True)
class Need:
    """A notice that is needed.

    Attributes:
        step: index of the step before which candidates have to have it.
        entries: what asks for it; none where it is needed everywhere.
        is_to_come: whether all of them hold only later.
    """

    notice: Notice
    step: int
    entries: tuple[LawEntry, ...] = ()
    is_to_come: bool = False


def steps_using(subject: Subject) -> Mapping[str, int]:
    """Return what a posting uses, as ``uses`` of law entries names it, with the index of the first step that does."""
    return subject.known(_steps_using)


def _steps_using(subject: Subject) -> dict[str, int]:
    first: dict[str, int] = {}
    for index, (_, step) in enumerate(subject.steps):
        for use in _uses_of(step):
            first.setdefault(use, index)
        if is_first_look(step):
            first.setdefault("look", index)
    for gate in gates(subject):
        first.setdefault("rejects", gate.step)
    return first


def _uses_of(step: object) -> list[str]:
    kind, config = getattr(step, "type", ""), getattr(step, "config", None)
    uses = {"web_interview": ["ai", "voice"], "conversational_sms": ["ai", "sms"], "resume": ["ai"]}.get(kind, [])
    if kind != "web_interview":
        return uses
    cheating = field(config, "cheat_detection_config")
    watched = bool(field(cheating, "enabled"))
    if field(config, "video"):
        uses = [*uses, "video"]
        if watched and set(field(cheating, "types") or ()) & set(_LOOKS):
            uses = [*uses, "face"]
    if watched:
        uses = [*uses, "cheat_detection"]
    return [*uses, "phone"] if field(config, "phone_calls_enabled") else uses


_AT: dict[Notice, tuple[str, ...]] = {
    Notice.AI: ("ai",),
    Notice.CAMERA: ("video",),
    Notice.CHEAT_DETECTION: ("cheat_detection",),
    Notice.CONTACT: ("look",),
    Notice.DECISION: ("look",),
    Notice.PHONE: ("phone",),
    Notice.RECORDING: ("voice",),
    Notice.SMS: ("sms",),
}
"""The use that makes a notice one to give, and before which step."""


def find_need(subject: Subject, notice: Notice, everywhere: bool = False) -> Need | None:
    """Return the need of a notice; ``None`` where the posting has none."""
    uses = steps_using(subject)
    steps = [uses[use] for use in _AT[notice] if use in uses]
    if not steps:
        return None
    today = subject.now.date()
    entries = tuple(entry for entry in notice_entries(subject, notice.value, uses) if entry.effect is Effect.NOTICE)
    if not entries and not everywhere:
        return None
    return Need(notice, min(steps), entries, _all_to_come(entries, today) and not everywhere)


def _all_to_come(entries: tuple[LawEntry, ...], today: date) -> bool:
    return bool(entries) and all(entry.is_to_come(today) for entry in entries)


def notice_entries(subject: Subject, topic: str, uses: Mapping[str, int]) -> list[LawEntry]:
    """Return the entries on a notice that hold in a place of the posting, for what it uses."""
    entries = subject.law.on_in(topic, subject.places, subject.now)
    return [entry for entry in entries if not entry.uses or any(use in uses for use in entry.uses)]


def lawyer_entries(subject: Subject) -> list[LawEntry]:
    """Return what no text can do, for the places of the posting and what it uses; what holds now and locally first."""
    if not subject.places:
        return []
    uses = steps_using(subject)
    today = subject.now.date()
    entries = [
        entry
        for entry in subject.law.of(subject.places, subject.now)
        if entry.effect is Effect.LAWYER and (not entry.uses or any(use in uses for use in entry.uses))
    ]
    return sorted(entries, key=lambda entry: (entry.is_to_come(today), -max(map(_depth, entry.places))))


def _depth(place: str) -> int:
    return len(including(place))

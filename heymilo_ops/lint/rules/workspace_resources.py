"""Ids that the workspace doesn't have. Only ``lint --online`` knows what it has."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import At, Hit, Subject, error, field, warning
from heymilo_ops.model.posting import Manifest
from heymilo_ops.text.language import language_code

_OF_POSTING = {
    "design_template_group_id": "design-groups",
    "email_template_group_id": "email-groups",
    "interview_template_id": "templates",
    "phone_number_id": "phones",
    "sender_email_id": "senders",
}
_ONE = {
    "design-groups": "design template group",
    "email-groups": "email template group",
    "phones": "phone number",
    "senders": "sender",
    "templates": "interview template",
    "voices": "voice",
}


def named_resources(manifest: Manifest) -> Iterator[tuple[str, At[str]]]:
    """Yield every id of a workspace's resource in a posting: its kind, its place and itself."""
    for name, kind in _OF_POSTING.items():
        value = getattr(manifest, name)
        if value:
            yield kind, At(f"/{name}", value)
    for i, step in enumerate(manifest.workflow or ()):
        value = field(step.config, "voice_id")
        if value:
            yield "voices", At(f"/workflow/{i}/config/voice_id", value)


@error("AP201")
def resource_missing(subject: Subject) -> Iterator[Hit]:
    """The workspace has every voice, phone number, sender, group and template that a posting names.

    HeyMilo takes any id, and the interview fails when it is needed. Only ``lint --online`` asks HeyMilo.

    PASS:
        phone_number_id: 91F07B2D
    FAIL:
        phone_number_id: 91F07B2E
    """
    resources = subject.resources
    if resources is None:
        return
    for kind, (pointer, written) in named_resources(subject.manifest):
        if kind not in resources.by_kind or written in resources.by_kind[kind]:
            continue
        near = resources.nearest(kind, written)
        yield Hit(
            pointer,
            f"the workspace '{resources.workspace}' has no {_ONE[kind]} {written}",
            f"did you mean {near.id}, {near.name}?" if near is not None else f"see: {resources.lookup(kind)}",
        )


@error("AP202")
def resource_not_active(subject: Subject) -> Iterator[Hit]:
    """The phone number that a posting names is active.

    No text is sent and no call is made from one that isn't. Only ``lint --online`` asks HeyMilo.

    PASS:
        phone_number_id: 91F07B2D
    FAIL:
        phone_number_id: 00F07B2D
    """
    resources = subject.resources
    if resources is None:
        return
    for kind, (pointer, written) in named_resources(subject.manifest):
        row = resources.by_kind.get(kind, {}).get(written)
        if row is not None and not row.is_active:
            yield Hit(
                pointer,
                f"the {_ONE[kind]} {written}, {row.name}, is not active",
                f"activate it at HeyMilo, or choose another: {resources.lookup(kind)}",
            )


@warning("AP203")
def voice_of_another_language(subject: Subject) -> Iterator[Hit]:
    """The voice speaks the language of the posting.

    Another one pronounces it with an accent that people may not understand. An interview with ``is_multilingual:
    true`` may have any voice. Only ``lint --online`` asks HeyMilo.

    PASS:
        type: web_interview
        config: {voice_id: wrv-english}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    FAIL:
        type: web_interview
        config: {voice_id: wrv-dutch}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    """
    resources = subject.resources
    if resources is None:
        return
    voices = resources.by_kind.get("voices", {})
    for pointer, step in subject.web_steps if voices else ():
        voice = voices.get(field(step.config, "voice_id") or "")
        spoken = language_code(voice.language.replace("_", "-")) if voice is not None else ""
        if voice is None or len(spoken) not in (2, 3) or field(step.config, "is_multilingual"):
            continue
        if spoken != subject.language:
            yield Hit(
                f"{pointer}/config/voice_id",
                f"the voice {voice.name} speaks {voice.language}, and the posting is in {subject.manifest.language}",
                f"choose another voice: {resources.lookup('voices')}",
            )

"""Free texts for which HeyMilo documents a few words."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning

_KNOWN = {
    "interview_type": ("general", "technical", "cultural", "behavioral"),
    "prompt_version": ("v1", "v2"),
}


@warning("AP190")
def undocumented_word(subject: Subject) -> Iterator[Hit]:
    """``interview_type`` and ``prompt_version`` have a value that HeyMilo documents.

    HeyMilo takes any text and says nothing about what it makes of a word it doesn't know.

    PASS:
        type: web_interview
        config: {interview_type: behavioral, prompt_version: v2}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    FAIL:
        type: web_interview
        config: {interview_type: behavioural}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    """
    for pointer, step in subject.web_steps:
        if step.config is None:
            continue
        for name, known in _KNOWN.items():
            value = getattr(step.config, name)
            if value is not None and value not in known:
                yield Hit(
                    f"{pointer}/config/{name}",
                    f"{name} is {value}, which HeyMilo doesn't document",
                    f"write one of {', '.join(known)}, or leave it out",
                )

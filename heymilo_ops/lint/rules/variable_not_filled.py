"""Names in braces that nobody fills in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning

_KNOWN = ("candidate_name", "job_title")
_DOUBLE = re.compile(r"\{\{\s*([A-Za-z][\w .-]{0,40}?)\s*\}\}")
_SINGLE = re.compile(r"(?<![{$])\{\s*(candidate_?name|job_?title)\s*\}(?!\})", re.IGNORECASE)
_DOLLAR = re.compile(r"\$\{\s*([A-Za-z][\w .-]{0,40}?)\s*\}")
_CODE = re.compile(
    r"\b(?:bash|code|function|interpolat\w*|javascript|kotlin|literals?|perl|php|ruby|scripts?|shell|string|syntax"
    r"|templates?|terraform|typescript|variables?|yaml)\b",
    re.IGNORECASE,
)
"""Words of a text that is about such braces; to a developer they are a topic."""
_MEANT = re.compile(
    r"^(candidate|applicant|job|company|interviewer|recruiter|role|position|posting)[_ .-]?\w*$"
    r"|^(first|last|full)?[_ ]?name$",
    re.IGNORECASE,
)


@warning("CX122")
def variable_not_filled(subject: Subject) -> Iterator[Hit]:
    """Variables are spelt as HeyMilo knows them, and stand where it fills them in.

    HeyMilo documents {{candidate_name}} and {{job_title}}, for a text message's ``intro_message`` alone.
    Anything else in braces may reach candidates as it stands.

    PASS:
        type: conversational_sms
        config:
          intro_message: "Hi {{candidate_name}}, this is the AI assistant of Solano. Reply STOP to opt out."
          blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    FAIL:
        type: conversational_sms
        config:
          intro_message: "Hi {{canditate_name}}, this is the AI assistant of Solano. Reply STOP to opt out."
          blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    """
    if "{" not in subject.words:
        return
    messages = {f"{pointer}/config/" for pointer, _ in subject.sms_steps}
    for pointer, text in subject.texts_with("{"):
        in_message = any(pointer.startswith(start) and pointer.endswith("_message") for start in messages)
        filled_in = in_message and pointer.endswith("/intro_message")
        for match in _DOUBLE.finditer(text):
            if match[1] not in _KNOWN and (in_message or _MEANT.match(match[1])):
                yield _unknown(pointer, match.group())
            elif match[1] in _KNOWN and not filled_in:
                yield Hit(
                    pointer,
                    f"{match.group()} is documented for the intro_message of text messages alone",
                    "write the words out",
                )
        for match in _SINGLE.finditer(text):
            yield _unknown(pointer, match.group())
        if "${" in text and (in_message or not _CODE.search(text)):
            for match in _DOLLAR.finditer(text):
                if in_message or _MEANT.match(match[1]):
                    yield _unknown(pointer, match.group())


def _unknown(pointer: str, variable: str) -> Hit:
    return Hit(
        pointer,
        f"HeyMilo doesn't fill in {variable}, so candidates may see it as it stands",
        "write {{candidate_name}} or {{job_title}}, or the words themselves",
    )

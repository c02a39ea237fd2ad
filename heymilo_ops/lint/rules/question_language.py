"""Questions in another language than the posting's."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, field, warning
from heymilo_ops.text.language import FREQUENT, other_language

_NAMES = {
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
    "?": "a script of another language",
}


@warning("CX153")
def question_in_another_language(subject: Subject) -> Iterator[Hit]:
    """A question is in the language of its posting.

    The voice reads every text as if it were in that language. An interview that says ``is_multilingual: true`` may
    change. Seven languages are told apart, by their most frequent words; short texts aren't read.

    PASS:
        modality: sms
        text: Can you work on Saturdays from nine to five?
        question_type: YES_NO
        expected_answer: "yes"
    FAIL:
        modality: sms
        text: ¿Puede usted trabajar los sábados de nueve a cinco?
        question_type: YES_NO
        expected_answer: "yes"
    """
    language = subject.language
    if language not in FREQUENT:
        return
    for pointer, step in subject.steps:
        if step.type == "resume" or field(step.config, "is_multilingual"):
            continue
        for i, question in enumerate(step.questions or ()):
            other = other_language(question.text, language) if question.modality != "voice_tags" else ""
            if other:
                yield Hit(
                    f"{pointer}/questions/{i}/text",
                    f"the question is in {_NAMES[other]}, and the posting in {_NAMES[language]}",
                    "translate it, or write is_multilingual: true in the config of an interview",
                    fields=("is_multilingual",) if step.type == "web_interview" else (),
                )

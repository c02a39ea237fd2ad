"""Yes-or-no questions that ask for more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import At, Hit, Subject, warning
from heymilo_ops.model.question import FormQuestion, SmsQuestion

_MORE = re.compile(
    r"\bif (?:so|yes|not|no),? ?(?:please )?(?:when|where|which|who|whom|what|why|how|tell|describe"
    r"|explain|give|name|list"
    r"|specify|state|say)\b"
    r"|[.?!] (?:and )?(?:what|why|when|where|which|who|whom|how (?:far|long|many|much|often|soon|would"
    r"|did|do))\b[^.?]*\?"
    r"|\b(?:and|or|but),? (?:what|why|which|how (?:far|long|many|much|often|soon))\b[^.?]*\?"
    r"|\b(?:please )?(?:describe|elaborate|explain|specify|tell us) (?:how|what|when|where|which|why|your "
    r"answer|briefly)\b"
    r"|\bplease (?:describe|elaborate|explain|give|list|name|specify)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"^(?:how|what|which|why|where|when|who|whose|whom|tell|describe|explain|list|name)\b", re.IGNORECASE
)
_YES_OR_NO = {"yes", "no", "y", "n", "true", "false"}


@warning("KO104", english=True)
def yes_no_asks_more(subject: Subject) -> Iterator[Hit]:
    """A question that takes yes or no asks for nothing else.

    "Do you have a licence, and which class?" can't be answered by yes, and whoever writes more may be counted as
    having given the wrong answer.

    PASS:
        modality: sms
        text: Do you hold a forklift licence?
        question_type: YES_NO
        expected_answer: "yes"
    FAIL:
        modality: sms
        text: Do you hold a forklift licence, and if so, which class?
        question_type: YES_NO
        expected_answer: "yes"
    """
    asked: list[At[SmsQuestion] | At[FormQuestion]] = [at for at in subject.sms if at.value.question_type == "YES_NO"]
    asked += [at for at in subject.form if _takes_yes_or_no(at.value)]
    for pointer, question in asked:
        text = " ".join(question.text.split())
        match = _OPEN.search(text) or _MORE.search(text)
        if match:
            yield Hit(
                f"{pointer}/text",
                f'the question takes yes or no, and asks for more: "{match.group().strip(" .?!,;:–—")}"',
                "ask for yes or no alone, and the rest in a question of its own",
            )


def _takes_yes_or_no(question: FormQuestion) -> bool:
    options = [option.get("value", option.get("label", "")) for option in question.dropdown_values or ()]
    return bool(options) and all(option.strip().lower() in _YES_OR_NO for option in options)

"""What ends an application by itself, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from heymilo_ops.review.words import value_words
from heymilo_ops.text.sanitize import one_line

NOT_VISIBLE = "Whether a person looks afterwards isn't visible to this tool."
REJECTS_NOBODY = "asked, rejects nobody"
_CONSEQUENCE = "otherwise this step ends the application."
_WITHHELD = "must answer in a certain way"
_DATES = {
    "eq": "{}", "gt": "later than {}", "gte": "{} or later", "lt": "earlier than {}", "lte": "{} or earlier",
    "neq": "another day than {}",
}  # fmt: skip
_NUMBERS = {
    "eq": "{}", "gt": "more than {}", "gte": "at least {}", "lt": "less than {}", "lte": "at most {}",
    "neq": "anything but {}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ScriptGate:
    """What an answer must be for the application to go on.

    Attributes:
        rule: ``must answer at least 2``.
        rejects: whether the step's automatic rejection is switched on; off, the gate rejects nobody.
    """

    rule: str
    rejects: bool

    def words(self, *, public: bool = False) -> str:
        """Return the rule with what follows from it; ``public`` leaves out which answer passes."""
        if not self.rejects:
            return REJECTS_NOBODY
        return f"{_WITHHELD if public else self.rule}; {_CONSEQUENCE}"


def question_gate(question: Mapping[str, Any], config: Mapping[str, Any]) -> ScriptGate | None:
    """Return the knock-out of a question, ``None`` where it has none; ``config`` is that of its step."""
    kind, rejects = question.get("modality"), config.get("knockout_enabled") is True
    if kind == "resume_eligibility":
        return ScriptGate("must be true of the résumé", rejects)
    if kind == "form" and question.get("is_knockout"):
        return ScriptGate(_form_rule(question), rejects)
    if kind == "sms" and question.get("is_dealbreaker"):
        return ScriptGate(_sms_rule(question), rejects)
    return None


def step_gates(config: Mapping[str, Any]) -> tuple[tuple[str, ScriptGate], ...]:
    """Return what of a step itself ends an application: the name of the field, and the gate."""
    gates = []
    mark = config.get("min_evaluation_score")
    if mark is not None:
        gates.append(("min_evaluation_score", ScriptGate(pass_mark_rule(mark), rejects=bool(mark))))
    if config.get("mandatory") is True:
        gates.append(("mandatory", ScriptGate("must hand in a résumé", rejects=True)))
    return tuple(gates)


def pass_mark_rule(mark: Any) -> str:
    """Return a pass mark as a rule: ``must score at least 70 of 100``."""
    return f"must score at least {value_words('min_evaluation_score', mark)}"


def required_words(question: Mapping[str, Any]) -> str:
    """Return whether the step goes on without an answer: ``answer required``; ``""`` where nothing says so."""
    return "answer required" if question.get("is_answer_mandated") is True else ""


def _form_rule(question: Mapping[str, Any]) -> str:
    if question.get("answer") is None:
        return "must pass, and no answer that passes is set"
    answer, operator = question["answer"], str(question.get("operator") or "eq")
    if isinstance(answer, list | tuple):
        return f"must answer one of {', '.join(_quoted(question, item) for item in answer)}"
    phrases = _DATES if question.get("question_type") == "date" else _NUMBERS
    is_compared = operator != "eq" and operator in phrases
    text = str(value_words("answer", answer)) if is_compared else _quoted(question, answer)
    return f"must answer {phrases.get(operator, '{}').format(text)}"


def _sms_rule(question: Mapping[str, Any]) -> str:
    if question.get("expected_value") is not None:
        return f"must match {question['expected_value']} (as the least or exactly: HeyMilo doesn't document which)"
    if question.get("expected_answer"):
        return f"must answer “{one_line(str(question['expected_answer']))}”"
    return "must pass, and no answer that passes is set"


def _quoted(question: Mapping[str, Any], answer: Any) -> str:
    """Return an answer as the candidate sees it: of a choice its label."""
    for choice in question.get("dropdown_values") or ():
        if isinstance(choice, Mapping) and choice.get("value") == answer and choice.get("label"):
            answer = choice["label"]
    text = one_line(str(value_words("answer", answer)))
    return f"“{text}”" if isinstance(answer, str) else text

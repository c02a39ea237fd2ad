"""How many questions a score rests on."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, field, warning
from heymilo_ops.model.question import VoiceQuestion

_FEWEST, _MOST, _FAR_TOO_MANY = 3, 8, 25


@warning("RB115")
def scored_questions_few_or_many(subject: Subject) -> Iterator[Hit]:
    """An interview has three to eight scored questions.

    HeyMilo starts from five. A pass mark over one or two answers is mostly chance; after eight people are tired,
    and the last answers are judged on that. Fewer than three are reported where a pass mark rests on them.

    PASS:
        type: web_interview
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    FAIL:
        type: web_interview
        config: {min_evaluation_score: 0.5}
        questions:
          - text: Tell me about a customer who was upset.
            question_type: scored
            evaluation_criteria: Look for how the upset customer was heard, and for a clear outcome.
            score_of_1: Blames the customer or gives no steps.
            score_of_5: Acknowledges, investigates, and confirms the outcome with the customer.
    """
    for pointer, step in subject.web_steps:
        voice = [question for question in step.questions or () if isinstance(question, VoiceQuestion)]
        scored = sum(1 for question in voice if not question.not_scored and question.question_type == "scored")
        if scored > _MOST:
            yield Hit(
                pointer,
                f"the interview has {scored} scored questions"
                + (", far more than anybody answers well" if scored > _FAR_TOO_MANY else f"; {_MOST} are plenty"),
                "keep those that tell candidates apart, and ask the rest in a form or unscored",
            )
        elif 0 < scored < _FEWEST and field(step.config, "min_evaluation_score"):
            yield Hit(
                f"{pointer}/config/min_evaluation_score",
                f"the pass mark rests on {scored} scored question{'s' if scored > 1 else ''}",
                f"score {_FEWEST} or more, or leave the pass mark out",
            )

"""Questions, one model a modality: each takes only the fields that its modality reads."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from heymilo_ops.model.facts import ChangeClass, Fact, Filled, Flag, Kind, Model, Name, Number, Text, Whole

_WORDING = Fact(Kind.DESIGN, ChangeClass.WORDING, prose=True)
_RUBRIC = Fact(Kind.DESIGN, ChangeClass.RUBRIC, prose=True)
_SCORING = Fact(Kind.DESIGN, ChangeClass.SCORING)
_WEIGHT = Fact(Kind.DESIGN, ChangeClass.SCORING, update_min=1, update_max=10, create_max=5)
_EXTRA_TEXT = Fact(Kind.DESIGN, ChangeClass.RUBRIC, prose=True, create_max=5000)
_KNOCKOUT = Fact(Kind.DESIGN, ChangeClass.KNOCKOUT)
_REQUIREMENT = Fact(Kind.DESIGN, ChangeClass.KNOCKOUT, prose=True)
_FORM = Fact(Kind.DESIGN, ChangeClass.WORDING)
_MODALITY = Fact(Kind.STRUCTURE, ChangeClass.IDENTITY)
_KEY = Fact(Kind.TOOL, ChangeClass.COSMETIC)

_TEXT_HELP = "The question as the candidate meets it."
_CRITERIA_HELP = "What a good answer shows; the scorer reads only this and the two anchors."
_LOW_HELP = "The behaviour that earns the lowest score, described so that two people would agree."
_HIGH_HELP = "The behaviour that earns the highest score, described so that two people would agree."
_WEIGHT_HELP = (
    "How much the answer counts, 1 to 5 (the weight divided by the sum of weights in the step). "
    "Create also takes 0, which can't be edited back later."
)

Key = Annotated[
    Name | None,
    Field(
        description="A stable name for this question, unique in the posting and never sent. With it, a "
        "rewritten or moved question is shown as one change and not as one removed and one added."
    ),
    _KEY,
]
Weight = Annotated[Whole | None, Field(ge=0, le=10, description=_WEIGHT_HELP), _WEIGHT]
QuestionText = Annotated[Filled, Field(description=_TEXT_HELP), _WORDING]
Criteria = Annotated[Filled | None, Field(description=_CRITERIA_HELP), _RUBRIC]
Low = Annotated[Filled | None, Field(description=_LOW_HELP), _RUBRIC]
High = Annotated[Filled | None, Field(description=_HIGH_HELP), _RUBRIC]


class VoiceQuestion(Model):
    """A question that the interviewer asks aloud."""

    modality: Annotated[Literal["voice"], Field(description="Asked aloud in the AI interview."), _MODALITY]
    key: Key = None
    text: QuestionText
    question_type: Annotated[
        Literal["open-ended", "scored"] | None,
        Field(description="open-ended: asked and not scored; scored: judged by the rubric."),
        _SCORING,
    ] = None
    evaluation_criteria: Criteria = None
    score_of_1: Low = None
    score_of_5: High = None
    score_weight: Weight = None
    not_scored: Annotated[Flag | None, Field(description="true: asked, but without effect on the score."), _SCORING] = (
        None
    )
    min_follow_ups: Annotated[
        Whole | None,
        Field(ge=0, description="Fewest follow-up questions the interviewer asks, 0 to 5."),
        Fact(Kind.DESIGN, ChangeClass.RUBRIC, create_max=5),
    ] = None
    max_follow_ups: Annotated[
        Whole | None,
        Field(ge=0, description="Most follow-up questions the interviewer asks, 0 to 10."),
        Fact(Kind.DESIGN, ChangeClass.RUBRIC, create_max=10),
    ] = None
    additional_instructions: Annotated[
        Text | None,
        Field(description="How the interviewer should handle this one question; not read out."),
        _EXTRA_TEXT,
    ] = None
    post_processing_evaluation_criteria: Annotated[
        Text | None,
        Field(description="What to look for across the whole conversation after it ended."),
        _EXTRA_TEXT,
    ] = None


class VoiceTag(Model):
    """A fact to note from a voice conversation; never scored."""

    modality: Annotated[
        Literal["voice_tags"], Field(description="A fact noted from the voice interview; it never scores."), _MODALITY
    ]
    key: Key = None
    text: Annotated[Filled, Field(description="The tag's name, such as preferred_shift."), _WORDING]
    response_format: Annotated[
        Literal["text", "number", "date", "freeform"] | None,
        Field(description="The form the noted value takes."),
        _FORM,
    ] = None
    instructions: Annotated[Text | None, Field(description="How to find the value in the conversation."), _RUBRIC] = (
        None
    )
    options: Annotated[
        tuple[Text, ...] | None, Field(description="The values to choose from, for the format text."), _FORM
    ] = None


class SmsQuestion(Model):
    """A question sent as a text message, answered by yes or no or a number."""

    modality: Annotated[Literal["sms"], Field(description="Sent as a text message."), _MODALITY]
    key: Key = None
    text: QuestionText
    question_type: Annotated[
        Literal["YES_NO", "NUMERIC"] | None, Field(description="What kind of answer is expected."), _KNOCKOUT
    ] = None
    expected_answer: Annotated[
        Text | None, Field(description='For YES_NO: the answer that passes, "yes" or "no".'), _KNOCKOUT
    ] = None
    expected_value: Annotated[Whole | None, Field(description="For NUMERIC: the number that passes."), _KNOCKOUT] = None
    is_dealbreaker: Annotated[
        Flag | None,
        Field(description="true: another answer ends the application (with the step's knockout_enabled)."),
        _KNOCKOUT,
    ] = None
    score_weight: Weight = None


class FormQuestion(Model):
    """A question on a web form."""

    modality: Annotated[Literal["form"], Field(description="A field of a web form."), _MODALITY]
    key: Key = None
    text: QuestionText
    question_type: Annotated[
        Literal["textarea", "dropdown", "multiple-choice", "number", "date", "slider", "file_upload", "file-upload"]
        | None,
        Field(description="The widget. HeyMilo infers it where it is left out."),
        _FORM,
    ] = None
    answer: Annotated[
        Any, Field(description="The answer that passes a knock-out: text, number, true or false, or a list."), _KNOCKOUT
    ] = None
    is_knockout: Annotated[
        Flag | None,
        Field(description="true: another answer ends the application (with the step's knockout_enabled)."),
        _KNOCKOUT,
    ] = None
    is_answer_mandated: Annotated[
        Flag | None, Field(description="true: the form can't be sent without it."), _KNOCKOUT
    ] = None
    dropdown_values: Annotated[
        tuple[dict[Text, Text], ...] | None,
        Field(min_length=1, description="The choices, each a mapping of texts, usually label and value."),
        _FORM,
    ] = None
    mcq_type: Annotated[
        Literal["single", "multiple"] | None, Field(description="Whether one choice or several may be taken."), _FORM
    ] = None
    operator: Annotated[
        Literal["eq", "neq", "gt", "gte", "lt", "lte"] | None,
        Field(description="How the given answer is compared with answer, for numbers and dates."),
        _KNOCKOUT,
    ] = None
    file_types: Annotated[
        tuple[Filled, ...] | None,
        Field(description="Extensions that may be uploaded, without a dot: [pdf, docx]."),
        Fact(Kind.DESIGN, ChangeClass.WORDING, unordered=True),
    ] = None
    allow_multiple_files: Annotated[Flag | None, Field(description="true: several files may be uploaded."), _FORM] = (
        None
    )
    slider_min: Annotated[Number | None, Field(description="Left end of the slider."), _FORM] = None
    slider_max: Annotated[Number | None, Field(description="Right end of the slider."), _FORM] = None
    slider_step: Annotated[Number | None, Field(description="Distance between two stops of the slider."), _FORM] = None


class ResumeEligibility(Model):
    """A requirement that a résumé meets or doesn't."""

    modality: Annotated[
        Literal["resume_eligibility"], Field(description="A requirement that the résumé meets or does not."), _MODALITY
    ]
    key: Key = None
    text: Annotated[
        Filled, Field(description="The requirement, as a statement that is true or false of a résumé."), _REQUIREMENT
    ]
    score_weight: Weight = None


class ResumeScoring(Model):
    """A criterion on which a résumé is scored."""

    modality: Annotated[
        Literal["resume_scoring"], Field(description="A criterion on which the résumé is scored."), _MODALITY
    ]
    key: Key = None
    text: Annotated[Filled, Field(description="The criterion in a few words."), _WORDING]
    evaluation_criteria: Criteria = None
    score_of_1: Low = None
    score_of_5: High = None
    score_weight: Weight = None


Question = VoiceQuestion | VoiceTag | SmsQuestion | FormQuestion | ResumeEligibility | ResumeScoring

QUESTIONS: dict[str, type[Model]] = {
    "form": FormQuestion,
    "resume_eligibility": ResumeEligibility,
    "resume_scoring": ResumeScoring,
    "sms": SmsQuestion,
    "voice": VoiceQuestion,
    "voice_tags": VoiceTag,
}
"""Every modality with its model."""

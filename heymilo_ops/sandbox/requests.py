"""Request bodies as the vendor takes them: unknown keys are dropped, limits are only the documented ones.

These models are written apart from ``heymilo_ops.model`` on purpose: a mistake there must not be
repeated here, where it would hide itself.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, Field, model_validator

MODALITIES = ("voice", "sms", "form", "resume_eligibility", "resume_scoring", "voice_tags")

DeliveryMode = Literal["exact_delivery", "summarized_delivery", "reference_only", "silent_reference"]
Modality = Literal["voice", "sms", "form", "resume_eligibility", "resume_scoring", "voice_tags"]
ResponseFormat = Literal["text", "freeform", "date", "number"]


def _storable(value: Any) -> Any:
    """Refuse what JSON can't say again (NaN, infinities, lone surrogates)."""
    json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
    return value


def epoch(text: str) -> float:
    """Return the seconds since the epoch of an ISO 8601 text; UTC where it has no offset. Raises ValueError."""
    moment = datetime.fromisoformat(text.strip())
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _deadline(text: str) -> str:
    try:
        epoch(text)
    except (ValueError, OverflowError) as error:
        raise ValueError("deadline must be an ISO 8601 date and time") from error
    return text


def _metadata(value: dict[str, str]) -> dict[str, str]:
    if len(value) > 50:
        raise ValueError("metadata may have at most 50 keys")
    if any(len(key) > 40 for key in value):
        raise ValueError("metadata keys may have at most 40 characters")
    if any(len(text) > 500 for text in value.values()):
        raise ValueError("metadata values may have at most 500 characters")
    return value


Open = Annotated[dict[str, Any], AfterValidator(_storable)]
Anything = Annotated[Any, AfterValidator(_storable)]
Deadline = Annotated[str, AfterValidator(_deadline)]
Metadata = Annotated[dict[str, str], AfterValidator(_metadata)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Days = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Retakes = Annotated[int, Field(ge=0, le=5)]
Text500 = Annotated[str, Field(max_length=500)]
Text5000 = Annotated[str, Field(max_length=5_000)]
Text10000 = Annotated[str, Field(max_length=10_000)]


class QuestionFields(BaseModel):
    """What all three question bodies have in common, all optional."""

    evaluation_criteria: str | None = None
    score_of_1: str | None = None
    score_of_5: str | None = None
    question_type: str | None = None
    not_scored: bool | None = None
    expected_answer: str | None = None
    expected_value: int | None = None
    is_dealbreaker: bool | None = None
    answer: Anything | None = None
    is_knockout: bool | None = None
    dropdown_values: list[dict[str, str]] | None = None
    instructions: str | None = None
    options: list[str] | None = None
    mcq_type: str | None = None
    operator: str | None = None
    file_types: list[str] | None = None
    allow_multiple_files: bool | None = None
    slider_min: Number | None = None
    slider_max: Number | None = None
    slider_step: Number | None = None
    is_answer_mandated: bool | None = None


class StepQuestion(QuestionFields):
    """A question inside a create request: modality and response format are free texts here."""

    modality: str
    text: str
    response_format: str | None = None
    score_weight: Annotated[int, Field(ge=0, le=5)] | None = None
    min_follow_ups: Annotated[int, Field(ge=0, le=5)] | None = None
    max_follow_ups: Annotated[int, Field(ge=0, le=10)] | None = None
    additional_instructions: Text5000 | None = None
    post_processing_evaluation_criteria: Text5000 | None = None


class LooseQuestion(QuestionFields):
    """What the question endpoints take beyond the common fields."""

    response_format: ResponseFormat | None = None
    score_weight: Annotated[int, Field(ge=1, le=10)] | None = None
    min_follow_ups: Annotated[int, Field(ge=0)] | None = None
    max_follow_ups: Annotated[int, Field(ge=0)] | None = None
    additional_instructions: str | None = None
    post_processing_evaluation_criteria: str | None = None
    structured_config: Open | None = None


class CreateQuestion(LooseQuestion):
    """Body of ``POST /postings/{id}/questions``."""

    modality: Modality
    text: str


class UpdateQuestion(LooseQuestion):
    """Body of ``PATCH /postings/{id}/questions/{id}``: no modality."""

    text: str | None = None


class ReorderQuestions(BaseModel):
    """Body of ``POST /postings/{id}/questions/reorder``."""

    modality: Modality
    order: list[str]


class StepConfig(BaseModel):
    """The seven keys that each step's config may have."""

    instructions: Text10000 | None = None
    company_overview: Text10000 | None = None
    job_overview: Text10000 | None = None
    interview_process_overview: Text10000 | None = None
    company_overview_delivery_mode: DeliveryMode | None = None
    job_overview_delivery_mode: DeliveryMode | None = None
    interview_process_overview_delivery_mode: DeliveryMode | None = None


class WebInterviewConfig(StepConfig):
    """Config of a ``web_interview`` step."""

    video: bool | None = None
    voice_id: str | None = None
    phone_calls_enabled: bool | None = None
    interview_type: str | None = None
    num_questions: Annotated[int, Field(ge=1, le=25)] | None = None
    min_evaluation_score: Share | None = None
    prompt_version: str | None = None
    is_multilingual: bool | None = None
    cheat_detection_config: Open | None = None
    web_interview_config: Open | None = None


class SmsConfig(StepConfig):
    """Config of a ``conversational_sms`` step."""

    knockout_enabled: bool | None = None
    num_questions: Annotated[int, Field(ge=1, le=10)] | None = None
    intro_message: Text500 | None = None
    disqualification_message: Text500 | None = None
    follow_up_message: Text500 | None = None
    hop_on_call_message: Text500 | None = None
    cooldown_period_hrs: Annotated[int, Field(ge=1, le=168)] | None = None
    max_nudge_amount: Annotated[int, Field(ge=0, le=10)] | None = None
    blackout_period: Open | None = None


class ResumeConfig(StepConfig):
    """Config of a ``resume`` step."""

    knockout_enabled: bool | None = None
    min_evaluation_score: Share | None = None
    mandatory: bool | None = None
    num_eligibility_questions: Annotated[int, Field(ge=0, le=15)] | None = None
    num_criteria_questions: Annotated[int, Field(ge=0, le=15)] | None = None


class FormConfig(StepConfig):
    """Config of a ``form`` step."""

    knockout_enabled: bool | None = None


class WebInterviewStep(BaseModel):
    """A voice or video interview."""

    type: Literal["web_interview"]
    config: WebInterviewConfig | None = None
    questions: list[StepQuestion] | None = None


class SmsStep(BaseModel):
    """A conversation by text message."""

    type: Literal["conversational_sms"]
    config: SmsConfig | None = None
    questions: list[StepQuestion] | None = None


class ResumeStep(BaseModel):
    """A check of the résumé."""

    type: Literal["resume"]
    config: ResumeConfig | None = None
    questions: list[StepQuestion] | None = None


class FormStep(BaseModel):
    """A form to fill in."""

    type: Literal["form"]
    config: FormConfig | None = None
    questions: list[StepQuestion] | None = None


Step = Annotated[WebInterviewStep | SmsStep | ResumeStep | FormStep, Field(discriminator="type")]
CONFIGS: dict[str, type[StepConfig]] = {
    "conversational_sms": SmsConfig,
    "form": FormConfig,
    "resume": ResumeConfig,
    "web_interview": WebInterviewConfig,
}


class PostingFields(BaseModel):
    """Root fields that create and update limit alike, all optional."""

    interview_process_overview: Text10000 | None = None
    company_overview_delivery_mode: DeliveryMode | None = None
    job_overview_delivery_mode: DeliveryMode | None = None
    interview_process_overview_delivery_mode: DeliveryMode | None = None
    phone_number_id: str | None = None
    sender_email_id: str | None = None
    email_template_group_id: str | None = None
    design_template_group_id: str | None = None
    redirect_url: str | None = None
    scheduling_url: str | None = None
    deadline: Deadline | None = None
    allow_sms_comms: bool | None = None
    max_retakes: Retakes | None = None
    retake_cooldown_days: Days | None = None
    email_report_to_candidate: bool | None = None
    metadata: Metadata | None = None


class CreatePosting(PostingFields):
    """Body of ``POST /postings``. Seven texts may be left out but not be null."""

    title: Annotated[str, Field(min_length=3, max_length=200)]
    description: Annotated[str, Field(max_length=50_000)] = ""
    workflow: list[Step] | None = None
    interview_template_id: str | None = None
    name: str | None = None
    language: str = "en"
    interviewer_name: str = "Sarah"
    instructions: str = ""
    company_overview: str = ""
    job_overview: str = ""

    @model_validator(mode="after")
    def _one_source(self) -> CreatePosting:
        if self.workflow is not None and self.interview_template_id is not None:
            raise ValueError("give workflow or interview_template_id, not both")
        if self.workflow is None and self.interview_template_id is None:
            raise ValueError("workflow is required unless interview_template_id is given")
        return self


class UpdatePosting(PostingFields):
    """Body of ``PATCH /postings/{id}``: everything may be left out or null."""

    title: Annotated[str, Field(min_length=3, max_length=200)] | None = None
    description: Annotated[str, Field(min_length=10, max_length=50_000)] | None = None
    name: Annotated[str, Field(max_length=100)] | None = None
    language: str | None = None
    interviewer_name: Annotated[str, Field(max_length=100)] | None = None
    instructions: Text10000 | None = None
    company_overview: Text10000 | None = None
    job_overview: Text10000 | None = None


class UpdateStep(BaseModel):
    """Body of ``PATCH /postings/{id}/workflow/{step_id}``."""

    config: Open

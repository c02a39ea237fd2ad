"""The four step types, each with its own config and the modalities it takes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from heymilo_ops.model.facts import ChangeClass, Fact, Filled, Flag, Https, Kind, Model, Number, Text, Whole
from heymilo_ops.model.question import (
    FormQuestion,
    ResumeEligibility,
    ResumeScoring,
    SmsQuestion,
    VoiceQuestion,
    VoiceTag,
)

_RUBRIC = Fact(Kind.DESIGN, ChangeClass.RUBRIC)
_SCORING = Fact(Kind.DESIGN, ChangeClass.SCORING)
_KNOCKOUT = Fact(Kind.DESIGN, ChangeClass.KNOCKOUT)
_NOTICE = Fact(Kind.DESIGN, ChangeClass.NOTICE)
_NOTICE_TEXT = Fact(Kind.DESIGN, ChangeClass.NOTICE, prose=True)
_CONTENT = Fact(Kind.DESIGN, ChangeClass.WORDING)
_IDENTITY = Fact(Kind.DESIGN, ChangeClass.IDENTITY)
_COSMETIC = Fact(Kind.DESIGN, ChangeClass.COSMETIC)
_STRUCTURE = Fact(Kind.STRUCTURE, ChangeClass.IDENTITY)

DeliveryMode = Literal["exact_delivery", "summarized_delivery", "reference_only", "silent_reference"]
Overview = Annotated[Text | None, Field(max_length=10000)]
DELIVERY_HELP = (
    "exact_delivery: read out word for word; summarized_delivery: a short summary; "
    "reference_only: only when the candidate asks; silent_reference: for the interviewer's eyes only."
)
Delivery = Annotated[DeliveryMode | None, Field(description=DELIVERY_HELP)]
KNOCKOUT_HELP = "true: what misses a must-have of this step is rejected without a person looking."
Knockout = Annotated[Flag | None, Field(description=KNOCKOUT_HELP), _KNOCKOUT]
PassMark = Annotated[
    Number | None,
    Field(ge=0, le=1, description="Pass mark between 0 and 1; who scores below it does not go on."),
    _KNOCKOUT,
]
Message = Annotated[Text | None, Field(max_length=500)]


class SharedConfig(Model):
    """What every step can say for itself; each falls back to the posting's own where it is absent."""

    instructions: Annotated[
        Overview,
        Field(description="How the AI should behave in this step, in place of the posting's instructions."),
        Fact(Kind.DESIGN, ChangeClass.RUBRIC, prose=True),
    ] = None
    company_overview: Annotated[
        Overview, Field(description="About the company, for this step alone."), _NOTICE_TEXT
    ] = None
    job_overview: Annotated[Overview, Field(description="About the job, for this step alone."), _NOTICE_TEXT] = None
    interview_process_overview: Annotated[
        Overview, Field(description="About the process, for this step alone: AI, recording, who decides."), _NOTICE_TEXT
    ] = None
    company_overview_delivery_mode: Annotated[Delivery, _NOTICE] = None
    job_overview_delivery_mode: Annotated[Delivery, _NOTICE] = None
    interview_process_overview_delivery_mode: Annotated[Delivery, _NOTICE] = None


CheatType = Literal[
    "tab_switching",
    "ai_scripted_answer",
    "multiple_people",
    "multiple_speakers",
    "phone_detection",
    "unusual_delays",
    "facial_behaviour",
]


class CheatDetection(Model):
    """Signals of cheating to flag for a person to review."""

    enabled: Annotated[Flag | None, Field(description="Whether the signals are watched at all."), _NOTICE] = None
    threshold: Annotated[
        Whole | None,
        Field(ge=0, le=100, description="Sensitivity, 0 to 100; the vendor suggests to start near 70."),
        _RUBRIC,
    ] = None
    types: Annotated[
        tuple[CheatType, ...] | None,
        Field(description="Which signals to watch; those that look at people need video."),
        Fact(Kind.DESIGN, ChangeClass.NOTICE, unordered=True),
    ] = None


class WebInterviewSettings(Model):
    """The interview room: its limits, its looks, its first and last words."""

    show_transcript: Annotated[
        Flag | None, Field(description="Show the candidate the transcript as they speak."), _NOTICE
    ] = None
    candidate_presence_enabled: Annotated[
        Flag | None, Field(description="Check that somebody is in front of the screen."), _NOTICE
    ] = None
    min_duration_seconds: Annotated[
        Whole | None, Field(ge=1, description="The interview does not end before, in seconds."), _RUBRIC
    ] = None
    max_duration_seconds: Annotated[
        Whole | None, Field(ge=1, description="The interview is cut off after, in seconds."), _RUBRIC
    ] = None
    backdrop_image_url: Annotated[
        Https | None, Field(description="Picture behind the interview, an https address."), _COSMETIC
    ] = None
    avatar_image_url: Annotated[
        Https | None, Field(description="Picture of the interviewer, an https address."), _COSMETIC
    ] = None
    intro_message: Annotated[
        Text | None, Field(description="The first words the candidate hears or reads."), _NOTICE_TEXT
    ] = None
    outro_message: Annotated[
        Text | None, Field(description="The last words the candidate hears or reads."), _NOTICE_TEXT
    ] = None
    remove_heymilo_branding: Annotated[Flag | None, Field(description="Hide the HeyMilo logo."), _COSMETIC] = None


class WebInterviewConfig(SharedConfig):
    """How the AI interview by voice is held."""

    video: Annotated[
        Flag | None,
        Field(description="Record video as well; audio only by default."),
        Fact(Kind.DESIGN, ChangeClass.NOTICE, default=False),
    ] = None
    voice_id: Annotated[
        Text | None, Field(description="The interviewer's voice, an id of this workspace."), _IDENTITY
    ] = None
    phone_calls_enabled: Annotated[
        Flag | None, Field(description="Candidates may take the interview by phone; needs phone_number_id."), _NOTICE
    ] = None
    interview_type: Annotated[
        Text | None,
        Field(
            description="general, technical, cultural or behavioral.",
            examples=["general", "technical", "cultural", "behavioral"],
        ),
        _RUBRIC,
    ] = None
    num_questions: Annotated[
        Whole | None,
        Field(ge=1, le=25, description="How many questions HeyMilo writes; ignored where questions are given."),
        _CONTENT,
    ] = None
    min_evaluation_score: PassMark = None
    prompt_version: Annotated[
        Text | None, Field(description="Version of HeyMilo's own prompt: v1 or v2.", examples=["v1", "v2"]), _RUBRIC
    ] = None
    is_multilingual: Annotated[
        Flag | None, Field(description="Follow the candidate into another language."), _NOTICE
    ] = None
    cheat_detection_config: Annotated[
        CheatDetection | None, Field(description="Signals of cheating to flag for review."), _NOTICE
    ] = None
    web_interview_config: Annotated[
        WebInterviewSettings | None,
        Field(description="The interview room: limits, looks, first and last words."),
        _NOTICE,
    ] = None


class Blackout(Model):
    """Hours in which no text message is sent."""

    enabled: Annotated[Flag | None, Field(description="Whether the quiet hours hold."), _NOTICE] = None
    timezone: Annotated[Filled | None, Field(description="IANA zone such as Europe/London."), _NOTICE] = None
    start_hour: Annotated[Whole | None, Field(ge=0, le=23, description="First quiet hour, 0 to 23."), _NOTICE] = None
    end_hour: Annotated[
        Whole | None, Field(ge=1, le=24, description="Hour at which texts may go out again, 1 to 24."), _NOTICE
    ] = None


class SmsConfig(SharedConfig):
    """How the conversation by text message is held."""

    knockout_enabled: Knockout = None
    num_questions: Annotated[
        Whole | None,
        Field(ge=1, le=10, description="How many questions HeyMilo writes; ignored where questions are given."),
        _CONTENT,
    ] = None
    intro_message: Annotated[
        Message, Field(description="First message; {{candidate_name}} and {{job_title}} are filled in."), _NOTICE_TEXT
    ] = None
    disqualification_message: Annotated[
        Message, Field(description="What a rejected candidate is told."), _NOTICE_TEXT
    ] = None
    follow_up_message: Annotated[Message, Field(description="The nudge after silence."), _NOTICE_TEXT] = None
    hop_on_call_message: Annotated[Message, Field(description="The invitation to go on by voice."), _NOTICE_TEXT] = None
    cooldown_period_hrs: Annotated[
        Whole | None, Field(ge=1, le=168, description="Hours between two nudges, 1 to 168."), _NOTICE
    ] = None
    max_nudge_amount: Annotated[Whole | None, Field(ge=0, le=10, description="Most nudges, 0 to 10."), _NOTICE] = None
    blackout_period: Annotated[
        Blackout | None, Field(description="Hours in which no text message is sent."), _NOTICE
    ] = None


class ResumeConfig(SharedConfig):
    """How résumés are screened."""

    knockout_enabled: Knockout = None
    min_evaluation_score: PassMark = None
    mandatory: Annotated[Flag | None, Field(description="true: nobody goes on without a résumé."), _KNOCKOUT] = None
    num_eligibility_questions: Annotated[
        Whole | None, Field(ge=0, le=15, description="How many requirements HeyMilo writes, 0 to 15."), _CONTENT
    ] = None
    num_criteria_questions: Annotated[
        Whole | None, Field(ge=0, le=15, description="How many scoring criteria HeyMilo writes, 0 to 15."), _CONTENT
    ] = None


class FormConfig(SharedConfig):
    """How the web form works."""

    knockout_enabled: Knockout = None


_CONFIG_HELP = "Settings of this step; what is absent falls back to the posting."
_QUESTIONS_HELP = "In the order in which they are asked. Left out, HeyMilo writes them, unreviewed."
_CONFIG = Fact(Kind.DESIGN, ChangeClass.WORDING)


class WebInterviewStep(Model):
    """An AI interview by voice."""

    type: Annotated[Literal["web_interview"], Field(description="An AI interview by voice."), _STRUCTURE]
    config: Annotated[WebInterviewConfig | None, Field(description=_CONFIG_HELP), _CONFIG] = None
    questions: Annotated[
        tuple[Annotated[VoiceQuestion | VoiceTag, Field(discriminator="modality")], ...] | None,
        Field(description=_QUESTIONS_HELP),
        _CONTENT,
    ] = None


class SmsStep(Model):
    """A conversation by text message."""

    type: Annotated[Literal["conversational_sms"], Field(description="A conversation by text message."), _STRUCTURE]
    config: Annotated[SmsConfig | None, Field(description=_CONFIG_HELP), _CONFIG] = None
    questions: Annotated[tuple[SmsQuestion, ...] | None, Field(description=_QUESTIONS_HELP), _CONTENT] = None


class ResumeStep(Model):
    """A screen of résumés."""

    type: Annotated[Literal["resume"], Field(description="A screen of résumés."), _STRUCTURE]
    config: Annotated[ResumeConfig | None, Field(description=_CONFIG_HELP), _CONFIG] = None
    questions: Annotated[
        tuple[Annotated[ResumeEligibility | ResumeScoring, Field(discriminator="modality")], ...] | None,
        Field(description=_QUESTIONS_HELP),
        _CONTENT,
    ] = None


class FormStep(Model):
    """A web form."""

    type: Annotated[Literal["form"], Field(description="A web form."), _STRUCTURE]
    config: Annotated[FormConfig | None, Field(description=_CONFIG_HELP), _CONFIG] = None
    questions: Annotated[tuple[FormQuestion, ...] | None, Field(description=_QUESTIONS_HELP), _CONTENT] = None


Step = WebInterviewStep | SmsStep | ResumeStep | FormStep

STEPS: dict[str, type[Model]] = {
    "conversational_sms": SmsStep,
    "form": FormStep,
    "resume": ResumeStep,
    "web_interview": WebInterviewStep,
}
"""Every step type with its model."""

CONFIGS: dict[str, type[SharedConfig]] = {
    "conversational_sms": SmsConfig,
    "form": FormConfig,
    "resume": ResumeConfig,
    "web_interview": WebInterviewConfig,
}
"""Every step type with the model of its config."""

MODALITIES: dict[str, tuple[str, ...]] = {
    "conversational_sms": ("sms",),
    "form": ("form",),
    "resume": ("resume_eligibility", "resume_scoring"),
    "web_interview": ("voice", "voice_tags"),
}
"""The modalities that each step type takes; the first is the usual one."""

USUAL_MODALITY: dict[str, str] = {"conversational_sms": "sms", "form": "form", "web_interview": "voice"}
"""The modality that may be left out, by step type. A résumé step has no usual one."""

WRITTEN_ONCE = frozenset({"num_criteria_questions", "num_eligibility_questions", "num_questions"})
"""How many questions HeyMilo writes where none are given. It does so at the create alone: they say nothing of what is
live.
"""

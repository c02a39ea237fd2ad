"""What HeyMilo's API asks for and its schema doesn't say."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.finding import Fix, FixKind
from heymilo_ops.lint.rule import Hit, Subject, error, field, info, warning
from heymilo_ops.model.question import VoiceTag


@error("AP101")
def both_workflow_and_template(subject: Subject) -> Iterator[Hit]:
    """A posting has a workflow or an interview template, not both.

    HeyMilo documents the two as exclusive but does not refuse a request that has both, so nobody can say
    which one candidates would meet.

    PASS:
        interview_template_id: IT_abc123
    FAIL:
        interview_template_id: IT_abc123
        workflow:
          - type: form
            questions:
              - text: Which shifts can you work?
    """
    manifest = subject.manifest
    if manifest.workflow is not None and manifest.interview_template_id is not None:
        yield Hit(
            "/interview_template_id",
            f"the posting has both a workflow and the interview template {manifest.interview_template_id}",
            "remove one of them: the template if the steps are written here, else the workflow",
        )


@error("AP102")
def no_workflow(subject: Subject) -> Iterator[Hit]:
    """A posting has a workflow or an interview template.

    Without either there is nothing for a candidate to do, and HeyMilo can't activate the posting.

    PASS:
        workflow:
          - type: form
            questions:
              - text: Which shifts can you work?
    FAIL:
        workflow: null
    """
    manifest = subject.manifest
    if manifest.workflow is None and manifest.interview_template_id is None:
        yield Hit(
            "",
            "the posting has neither a workflow nor an interview template",
            "write the steps under workflow, or name a template as interview_template_id",
        )


@error("AP103")
def step_type_twice(subject: Subject) -> Iterator[Hit]:
    """A type of step stands once in a workflow.

    HeyMilo addresses a step by its type and does not say to which step a question belongs, so two steps of
    one type can't be told apart afterwards.

    PASS:
        workflow:
          - type: form
            questions:
              - text: Which shifts can you work?
    FAIL:
        workflow:
          - type: form
            questions:
              - text: Which shifts can you work?
          - type: form
            questions:
              - text: When could you start?
    """
    seen: set[str] = set()
    for pointer, step in subject.steps:
        if step.type in seen:
            yield Hit(
                f"{pointer}/type",
                f"the workflow has more than one {step.type} step",
                "put their questions into one step, or make a posting of its own for the second",
            )
        seen.add(step.type)


@error("AP104")
def question_key_twice(subject: Subject) -> Iterator[Hit]:
    """A question's key stands once in a posting.

    The key is how a plan recognises a question that was reworded or moved. Two questions with one key
    would be taken for one another.

    PASS:
        type: form
        questions:
          - {key: shifts, text: Which shifts can you work?}
          - {key: start, text: When could you start?}
    FAIL:
        type: form
        questions:
          - {key: shifts, text: Which shifts can you work?}
          - {key: shifts, text: When could you start?}
    """
    seen: dict[str, str] = {}
    for pointer, question in subject.questions:
        if question.key is None:
            continue
        if question.key in seen:
            yield Hit(
                f"{pointer}/key",
                f"the key {question.key} already belongs to another question ({seen[question.key]})",
                "give one of the two another key, and leave the key of the older question as it is",
            )
        else:
            seen[question.key] = pointer


@error("AP110")
def follow_ups_crossed(subject: Subject) -> Iterator[Hit]:
    """The fewest follow-up questions are not more than the most.

    HeyMilo takes both numbers without comparing them.

    PASS:
        modality: voice
        text: Tell me about a customer who was upset.
        not_scored: true
        min_follow_ups: 1
        max_follow_ups: 3
    FAIL:
        modality: voice
        text: Tell me about a customer who was upset.
        not_scored: true
        min_follow_ups: 3
        max_follow_ups: 1
    """
    for pointer, question in subject.voice:
        low, high = question.min_follow_ups, question.max_follow_ups
        if low is not None and high is not None and low > high:
            yield Hit(
                f"{pointer}/min_follow_ups",
                f"min_follow_ups is {low}, which is more than max_follow_ups, {high}",
                "lower min_follow_ups or raise max_follow_ups",
            )


@error("AP111")
def durations_crossed(subject: Subject) -> Iterator[Hit]:
    """An interview's shortest duration is less than its longest.

    Otherwise it is cut off before it may end.

    PASS:
        type: web_interview
        config:
          web_interview_config: {min_duration_seconds: 300, max_duration_seconds: 1500}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    FAIL:
        type: web_interview
        config:
          web_interview_config: {min_duration_seconds: 1500, max_duration_seconds: 300}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    """
    for pointer, step in subject.web_steps:
        room = step.config and step.config.web_interview_config
        if not room or room.min_duration_seconds is None or room.max_duration_seconds is None:
            continue
        if room.min_duration_seconds >= room.max_duration_seconds:
            yield Hit(
                f"{pointer}/config/web_interview_config/min_duration_seconds",
                f"min_duration_seconds is {room.min_duration_seconds} and max_duration_seconds is "
                f"{room.max_duration_seconds}, so the interview is cut off before it may end",
                "make the first number smaller than the second",
            )


@error("AP120")
def sms_without_number(subject: Subject) -> Iterator[Hit]:
    """A conversation by text message needs ``phone_number_id``.

    HeyMilo sends the texts from a number of the workspace, and the posting says which.

    PASS:
        phone_number_id: 91F07B2D
        allow_sms_comms: true
        workflow:
          - type: conversational_sms
            config: {blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}}
            questions:
              - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    FAIL:
        phone_number_id: null
        allow_sms_comms: true
        workflow:
          - type: conversational_sms
            config: {blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}}
            questions:
              - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    """
    if subject.sms_steps and subject.manifest.phone_number_id is None:
        yield Hit(
            subject.sms_steps[0].pointer,
            "the posting has a step by text message and no phone_number_id",
            "add phone_number_id at the root: the id of a number of this workspace",
            fields=("phone_number_id",),
        )


@error("AP121")
def calls_without_number(subject: Subject) -> Iterator[Hit]:
    """Interviews by phone need ``phone_number_id``.

    PASS:
        phone_number_id: 91F07B2D
        workflow:
          - type: web_interview
            config: {phone_calls_enabled: true}
            questions:
              - {text: Tell me about a customer who was upset., not_scored: true}
    FAIL:
        phone_number_id: null
        workflow:
          - type: web_interview
            config: {phone_calls_enabled: true}
            questions:
              - {text: Tell me about a customer who was upset., not_scored: true}
    """
    if subject.manifest.phone_number_id is not None:
        return
    for pointer, step in subject.web_steps:
        if step.config and step.config.phone_calls_enabled:
            yield Hit(
                f"{pointer}/config/phone_calls_enabled",
                "phone_calls_enabled is true and the posting has no phone_number_id",
                "add phone_number_id at the root, or switch phone calls off",
                fields=("phone_number_id",),
            )


@warning("AP130")
def questions_empty(subject: Subject) -> Iterator[Hit]:
    """A step's list of questions is not empty.

    HeyMilo does not say what an empty list means: no questions, or questions of its own.

    PASS:
        type: form
        questions:
          - text: Which shifts can you work?
    FAIL:
        type: form
        questions: []
    """
    for pointer, step in subject.steps:
        if step.questions is not None and not step.questions:
            yield Hit(
                f"{pointer}/questions",
                f"the {step.type} step has an empty list of questions, and HeyMilo doesn't say what that means",
                "write the questions, or remove the step",
            )


@warning("AP131")
def questions_left_to_heymilo(subject: Subject) -> Iterator[Hit]:
    """The questions of a step are written in the manifest.

    Where they are left out, HeyMilo writes them. Nobody reviews them before candidates meet them, and
    the same file makes another interview next time.

    PASS:
        type: form
        questions:
          - text: Which shifts can you work?
    FAIL:
        type: form
    """
    for pointer, step in subject.steps:
        if step.questions is None:
            yield Hit(
                pointer,
                f"the {step.type} step has no questions, so HeyMilo writes them and nobody reviews them",
                "write the questions here",
            )


_COUNTS = ("num_questions", "num_eligibility_questions", "num_criteria_questions")


@info("AP132")
def count_beside_questions(subject: Subject) -> Iterator[Hit]:
    """A number of questions to write has no effect beside written questions.

    PASS:
        type: web_interview
        config: {interview_type: general}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    FAIL:
        type: web_interview
        config: {num_questions: 5}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    """
    for pointer, step in subject.steps:
        if not step.questions or step.config is None:
            continue
        for name in _COUNTS:
            if field(step.config, name) is not None:
                yield Hit(
                    f"{pointer}/config/{name}",
                    f"{name} has no effect, because the step's questions are written here",
                    f"remove {name}",
                )


@error("AP140", fixes=True)
def tag_name_twice(subject: Subject) -> Iterator[Hit]:
    """A voice tag's name stands once in a posting.

    PASS:
        type: web_interview
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true, modality: voice}
          - {text: preferred_shift, modality: voice_tags, response_format: text}
          - {text: notice_period_weeks, modality: voice_tags, response_format: number}
    FAIL:
        type: web_interview
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true, modality: voice}
          - {text: preferred_shift, modality: voice_tags, response_format: text}
          - {text: preferred_shift, modality: voice_tags, response_format: number}
    """
    first: dict[str, VoiceTag] = {}
    for pointer, tag in subject.tags:
        same = first.setdefault(tag.text.strip().casefold(), tag)
        if same is not tag:
            is_copy = same.model_copy(update={"key": tag.key}) == tag
            yield Hit(
                f"{pointer}/text",
                f"the tag {tag.text.strip()} stands twice, so their values can't be told apart",
                "remove the second, which says the same" if is_copy else "rename one of them, or remove it",
                fix=Fix(pointer, FixKind.REMOVE) if is_copy else None,
            )


@error("AP141")
def tag_options_unused(subject: Subject) -> Iterator[Hit]:
    """Options belong to tags whose value is a text.

    A number or a date can't be chosen from a list of texts.

    PASS:
        modality: voice_tags
        text: preferred_shift
        response_format: text
        options: [morning, evening]
    FAIL:
        modality: voice_tags
        text: preferred_shift
        response_format: number
        options: [morning, evening]
    """
    for pointer, tag in subject.tags:
        if tag.options and tag.response_format in ("number", "date"):
            yield Hit(
                f"{pointer}/options",
                f"the tag {tag.text.strip()} has options, but its response_format is {tag.response_format}",
                "remove the options, or write response_format: text",
            )

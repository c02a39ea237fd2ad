"""Every rule, one line each, alphabetical; and the catalogue of their codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from heymilo_ops.finding import Severity
from heymilo_ops.lint.rule import Rule
from heymilo_ops.lint.rules import (
    anchor_vague,
    anchors_alike,
    api_limits,
    blank_text,
    compound_question,
    deadlines,
    decided_by_software,
    feelings_scored,
    form_fields,
    form_knockouts,
    hidden_text,
    interview_limits,
    knockout_switches,
    metadata_keys_alike,
    outside_update_range,
    overviews,
    placeholder_host,
    placeholder_text,
    question_twice,
    resume_gates,
    rubrics,
    secret_in_text,
    silent_notice,
    sms_habits,
    sms_knockouts,
    sms_length,
    throwaway_name,
    time_asked,
    undocumented_word,
    unknown_time_zone,
    variable_not_filled,
    wish_as_requirement,
)

RULES: tuple[Rule, ...] = (
    anchor_vague.anchor_vague,
    anchors_alike.anchors_alike,
    api_limits.both_workflow_and_template,
    api_limits.calls_without_number,
    api_limits.count_beside_questions,
    api_limits.durations_crossed,
    api_limits.follow_ups_crossed,
    api_limits.no_workflow,
    api_limits.question_key_twice,
    api_limits.questions_empty,
    api_limits.questions_left_to_heymilo,
    api_limits.sms_without_number,
    api_limits.step_type_twice,
    api_limits.tag_name_twice,
    api_limits.tag_options_unused,
    api_limits.update_not_available,
    blank_text.blank_text,
    compound_question.compound_question,
    deadlines.deadline_impossible,
    deadlines.deadline_missing,
    deadlines.deadline_past,
    decided_by_software.decided_by_software,
    feelings_scored.feelings_scored,
    form_fields.choices_unusable,
    form_fields.file_types_unclear,
    form_fields.operator_out_of_place,
    form_fields.slider_unusable,
    form_knockouts.answer_not_comparable,
    form_knockouts.answer_shape,
    form_knockouts.knockout_answer_not_offered,
    form_knockouts.knockout_can_be_skipped,
    form_knockouts.knockout_late,
    form_knockouts.knockout_on_free_text,
    form_knockouts.knockout_without_answer,
    form_knockouts.knockout_without_operator,
    hidden_text.hidden_character,
    hidden_text.hidden_comment,
    interview_limits.camera_signal_without_video,
    interview_limits.cheat_detection_unclear,
    interview_limits.cheat_threshold_extreme,
    interview_limits.follow_ups_open_ended,
    interview_limits.question_not_speakable,
    interview_limits.retakes_without_effect,
    knockout_switches.knockout_switch_idle,
    knockout_switches.knockout_switched_off,
    metadata_keys_alike.metadata_keys_alike,
    outside_update_range.outside_update_range,
    overviews.delivery_of_nothing,
    overviews.job_questions_unanswered,
    overviews.long_read_aloud,
    overviews.override_says_the_same,
    placeholder_host.placeholder_host,
    placeholder_text.placeholder_text,
    question_twice.question_twice,
    resume_gates.resume_can_be_skipped,
    resume_gates.resume_not_first,
    rubrics.resume_items_many,
    rubrics.rubric_incomplete,
    rubrics.rubric_unused,
    rubrics.scored_and_not_scored,
    rubrics.scoring_unsaid,
    rubrics.threshold_without_scores,
    rubrics.weight_zero,
    secret_in_text.secret_in_text,
    silent_notice.silent_notice,
    sms_habits.intro_incomplete,
    sms_habits.nudges_pushy,
    sms_habits.quiet_hours_missing,
    sms_habits.rejection_without_words,
    sms_habits.sms_not_allowed,
    sms_habits.sms_questions_many_or_long,
    sms_knockouts.dealbreaker_without_answer,
    sms_knockouts.sms_answer_not_yes_or_no,
    sms_knockouts.sms_answer_of_another_kind,
    sms_length.sms_length,
    throwaway_name.throwaway_name,
    time_asked.form_long,
    time_asked.interview_long,
    undocumented_word.undocumented_word,
    unknown_time_zone.unknown_time_zone,
    variable_not_filled.variable_not_filled,
    wish_as_requirement.wish_as_requirement,
)


@dataclass(frozen=True, slots=True)
class CodeInfo:
    """One code: its name, its weight, and its documentation page."""

    code: str
    name: str
    severity: Severity
    doc: str


def catalogue() -> Mapping[str, CodeInfo]:
    """Code → what ``explain`` shows of it, in the order of the codes."""
    ordered = sorted(RULES, key=lambda rule: rule.code)
    return {rule.code: CodeInfo(rule.code, rule.name, rule.severity, rule.page) for rule in ordered}

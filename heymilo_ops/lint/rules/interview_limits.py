"""A voice interview whose parts contradict each other, do nothing, or can't be heard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from heymilo_ops.lint.rule import Hit, Subject, info, warning
from heymilo_ops.model.step import CheatDetection, WebInterviewConfig

_CAMERA = ("facial_behaviour", "multiple_people", "phone_detection")
_LEAST, _MOST = 40, 90


@warning("CX130")
def follow_ups_open_ended(subject: Subject) -> Iterator[Hit]:
    """A question with a fewest number of follow-ups has a most.

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
        min_follow_ups: 1
    """
    for pointer, question in subject.voice:
        if question.min_follow_ups and question.max_follow_ups is None:
            yield Hit(
                f"{pointer}/min_follow_ups",
                f"min_follow_ups is {question.min_follow_ups} and there is no max_follow_ups, "
                "so nothing says when to stop",
                "add max_follow_ups",
            )


def _watched(subject: Subject) -> Iterator[tuple[str, WebInterviewConfig, CheatDetection]]:
    """Yield the cheat detection of each interview: its pointer, the config around it, and itself."""
    for pointer, step in subject.web_steps:
        if step.config and step.config.cheat_detection_config:
            yield f"{pointer}/config/cheat_detection_config", step.config, step.config.cheat_detection_config


@warning("CX131")
def camera_signal_without_video(subject: Subject) -> Iterator[Hit]:
    """Signals that look at people are watched only where video is recorded.

    PASS:
        type: web_interview
        config: {cheat_detection_config: {enabled: true, types: [tab_switching]}}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    FAIL:
        type: web_interview
        config: {cheat_detection_config: {enabled: true, types: [tab_switching, multiple_people]}}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    """
    for pointer, config, watch in _watched(subject):
        if config.video or watch.enabled is False:
            continue
        for i, signal in enumerate(watch.types or ()):
            if signal in _CAMERA:
                yield Hit(
                    f"{pointer}/types/{i}",
                    f"{signal} needs a camera, and the interview records no video",
                    "remove it, or write video: true and tell candidates so",
                )


@warning("CX132")
def cheat_detection_unclear(subject: Subject) -> Iterator[Hit]:
    """Cheat detection is on with signals to watch, or off without.

    PASS:
        type: web_interview
        config: {cheat_detection_config: {enabled: true, types: [tab_switching]}}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    FAIL:
        type: web_interview
        config: {cheat_detection_config: {enabled: true}}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    """
    for pointer, _, watch in _watched(subject):
        if watch.enabled and not watch.types:
            yield Hit(
                f"{pointer}/enabled",
                "cheat detection is on, and nothing says which signals it watches",
                "list them as types",
            )
        elif watch.enabled is False and watch.types:
            yield Hit(
                f"{pointer}/types",
                f"cheat detection is off, so {', '.join(watch.types)} {'is' if len(watch.types) == 1 else 'are'} "
                "not watched",
                "remove types, or write enabled: true",
            )


@warning("CX133")
def retakes_without_effect(subject: Subject) -> Iterator[Hit]:
    """Days between two attempts are given only where there may be a second.

    PASS:
        max_retakes: 1
        retake_cooldown_days: 2
    FAIL:
        max_retakes: 0
        retake_cooldown_days: 2
    """
    manifest = subject.manifest
    unknown = manifest.max_retakes is None and manifest.interview_template_id is not None
    if manifest.retake_cooldown_days and not manifest.max_retakes and not unknown:
        yield Hit(
            "/retake_cooldown_days",
            f"retake_cooldown_days is {manifest.retake_cooldown_days}, and there are no retakes",
            "remove it, or write max_retakes: 1",
        )


@info("CX136")
def retakes_after_the_deadline(subject: Subject) -> Iterator[Hit]:
    """All attempts fit in before the deadline.

    PASS:
        max_retakes: 2
        retake_cooldown_days: 2
    FAIL:
        max_retakes: 5
        retake_cooldown_days: 90
    """
    manifest = subject.manifest
    if not manifest.max_retakes or not manifest.retake_cooldown_days or not manifest.deadline or not subject.sends:
        return
    try:
        left = datetime.fromisoformat(manifest.deadline) - subject.now
    except (ValueError, TypeError):
        return
    days = manifest.max_retakes * manifest.retake_cooldown_days
    if timedelta() < left and days > left / timedelta(days=1):
        yield Hit(
            "/retake_cooldown_days",
            f"{manifest.max_retakes} retakes with {manifest.retake_cooldown_days:g} days between them take "
            f"{days:g} days, and the deadline is {left / timedelta(days=1):.0f} days away",
            "allow fewer retakes, or shorten the wait",
        )


@warning("CX134")
def cheat_threshold_extreme(subject: Subject) -> Iterator[Hit]:
    """The sensitivity of cheat detection is not at either end.

    HeyMilo suggests to start near 70, and its pages don't agree on which end flags more. Towards either end
    nearly everybody is flagged, or nobody.

    PASS:
        type: web_interview
        config: {cheat_detection_config: {enabled: true, types: [tab_switching], threshold: 70}}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    FAIL:
        type: web_interview
        config: {cheat_detection_config: {enabled: true, types: [tab_switching], threshold: 100}}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    """
    for pointer, _, watch in _watched(subject):
        if watch.threshold is None or watch.enabled is False:
            continue
        if not _LEAST <= watch.threshold <= _MOST:
            yield Hit(
                f"{pointer}/threshold",
                f"the threshold is {watch.threshold}, which flags nearly everybody or nobody",
                f"write {_LEAST} to {_MOST}; HeyMilo suggests to start near 70",
            )


@warning("CX135")
def question_not_speakable(subject: Subject) -> Iterator[Hit]:
    """A question that is read aloud has no link in it.

    A voice would spell it out, and nobody can follow a link that they hear.

    PASS:
        modality: voice
        text: Have a look at the page that we sent you and tell me what you would change.
        not_scored: true
    FAIL:
        modality: voice
        text: Have a look at https://larkfield.com/ledger and tell me what you would change.
        not_scored: true
    """
    for pointer, question in subject.voice:
        if "://" in question.text or "www." in question.text:
            yield Hit(
                f"{pointer}/text",
                "the question has a link, and it is read aloud",
                "describe what is behind the link in words",
            )

from __future__ import annotations

import pytest

from heymilo_ops.lint.rules import interview_limits as rules


def watch(video=None, **fields):
    return {"type": "web_interview", "config": {"video": video, "cheat_detection_config": fields}}


def voice(**fields):
    return {"modality": "voice", "text": "Why?", **fields}


WEB = {"type": "web_interview"}
QUIET = [
    (rules.follow_ups_open_ended, voice()),
    (rules.follow_ups_open_ended, voice(min_follow_ups=0)),
    (rules.follow_ups_open_ended, voice(min_follow_ups=1, max_follow_ups=1)),
    (rules.camera_signal_without_video, WEB),
    (rules.camera_signal_without_video, {**WEB, "config": {}}),
    (rules.camera_signal_without_video, watch(types=None)),
    (rules.camera_signal_without_video, watch(video=True, types=["facial_behaviour"])),
    (rules.camera_signal_without_video, watch(enabled=False, types=["facial_behaviour"])),
    (rules.camera_signal_without_video, watch(types=["multiple_speakers"])),
    (rules.cheat_detection_unclear, WEB),
    (rules.cheat_detection_unclear, watch(enabled=False)),
    (rules.cheat_detection_unclear, watch(types=["tab_switching"])),
    (rules.cheat_detection_unclear, watch(enabled=True, types=["tab_switching"])),
    (rules.cheat_threshold_extreme, WEB),
    (rules.cheat_threshold_extreme, watch(enabled=True)),
    (rules.cheat_threshold_extreme, watch(threshold=40)),
    (rules.cheat_threshold_extreme, watch(threshold=90)),
    (rules.cheat_threshold_extreme, watch(enabled=False, threshold=0)),
    (rules.question_not_speakable, voice(text="What do a colon: and // mean?")),
    (rules.question_not_speakable, {"modality": "form", "text": "See https://larkfield.com and say why."}),
    (rules.retakes_without_effect, {"max_retakes": 0}),
    (rules.retakes_without_effect, {"max_retakes": 0, "retake_cooldown_days": 0}),
    (rules.retakes_without_effect, {"max_retakes": 1, "retake_cooldown_days": 0.5}),
    (rules.retakes_without_effect, {"interview_template_id": "IT_1", "retake_cooldown_days": 1}),
]


@pytest.mark.parametrize(("rule", "part"), QUIET)
def test_quiet(hits_of, rule, part):
    assert hits_of(rule, part) == []


CHEAT = "/workflow/0/config/cheat_detection_config"
LOUD = [
    (rules.follow_ups_open_ended, voice(min_follow_ups=2), "/workflow/0/questions/0/min_follow_ups", "is 2"),
    (rules.camera_signal_without_video, watch(types=["phone_detection"]), f"{CHEAT}/types/0", "phone_detection"),
    (rules.cheat_detection_unclear, watch(enabled=True, types=[]), f"{CHEAT}/enabled", "which signals"),
    (rules.cheat_detection_unclear, watch(enabled=False, types=["tab_switching"]), f"{CHEAT}/types", "is not watched"),
    (
        rules.cheat_detection_unclear,
        watch(enabled=False, types=["tab_switching", "unusual_delays"]),
        f"{CHEAT}/types",
        "are not watched",
    ),
    (rules.cheat_threshold_extreme, watch(threshold=39), f"{CHEAT}/threshold", "is 39"),
    (rules.cheat_threshold_extreme, watch(enabled=True, threshold=91), f"{CHEAT}/threshold", "is 91"),
    (rules.question_not_speakable, voice(text="Open www.larkfield.com."), "/workflow/0/questions/0/text", "a link"),
    (rules.question_not_speakable, voice(text="Open ftp://larkfield.com."), "/workflow/0/questions/0/text", "a link"),
    (rules.retakes_without_effect, {"retake_cooldown_days": 2}, "/retake_cooldown_days", "is 2"),
    (
        rules.retakes_without_effect,
        {"interview_template_id": "IT_1", "max_retakes": 0, "retake_cooldown_days": 2},
        "/retake_cooldown_days",
        "is 2",
    ),
]


@pytest.mark.parametrize(("rule", "part", "pointer", "said"), LOUD)
def test_loud(hits_of, rule, part, pointer: str, said: str):
    (hit,) = hits_of(rule, part)
    assert hit.pointer == pointer and said in hit.message


def retaken(times: int | None, days: float | None, deadline: str | None = "2026-06-11T12:00:00Z"):
    return {"max_retakes": times, "retake_cooldown_days": days, "deadline": deadline}


def test_a_retake_that_comes_after_the_deadline(hits_of):
    (hit,) = hits_of(rules.retakes_after_the_deadline, retaken(3, 4))
    assert hit.pointer == "/retake_cooldown_days"
    assert hit.message == "3 retakes with 4 days between them take 12 days, and the deadline is 10 days away"


@pytest.mark.parametrize(
    "part",
    [
        retaken(2, 5),
        retaken(0, 90),
        retaken(None, 90),
        retaken(5, None),
        retaken(5, 90, None),
        retaken(5, 90, "2026-02-30T12:00:00Z"),
        retaken(5, 90, "2026-05-01T12:00:00Z"),
    ],
)
def test_retakes_that_fit_in_or_for_which_there_is_no_end(hits_of, part):
    assert hits_of(rules.retakes_after_the_deadline, part) == []


def test_retakes_of_what_is_not_sent(hits_of):
    assert hits_of(rules.retakes_after_the_deadline, retaken(3, 4), sends=False) == []

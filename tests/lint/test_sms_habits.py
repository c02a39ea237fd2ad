from __future__ import annotations

from datetime import UTC, datetime

import pytest

from heymilo_ops.lint.rules import sms_habits as rules

SMS = {"type": "conversational_sms"}
INTRO = "Hi, this is the AI assistant of Solano. Reply STOP to opt out."


def sms(**config):
    return {**SMS, "config": config}


def quiet(**fields):
    return sms(blackout_period={"enabled": True, "timezone": "Europe/London", **fields})


def asked(*texts: str):
    return {**SMS, "questions": [{"text": text} for text in texts]}


QUIET = [
    (rules.sms_not_allowed, {"allow_sms_comms": False}),
    (rules.sms_not_allowed, SMS),
    (rules.rejection_without_words, SMS),
    (rules.rejection_without_words, sms(knockout_enabled=False)),
    (rules.rejection_without_words, sms(knockout_enabled=True, disqualification_message="No.")),
    (rules.intro_incomplete, SMS),
    (rules.intro_incomplete, sms()),
    (rules.intro_incomplete, sms(intro_message=" ")),
    (rules.intro_incomplete, sms(intro_message=INTRO)),
    (rules.intro_incomplete, sms(intro_message="An automated text. Text stop to end.")),
    (rules.intro_incomplete, {"language": "es", "workflow": [sms(intro_message="Hola.")]}),
    (rules.quiet_hours_missing, {"type": "form"}),
    (rules.quiet_hours_missing, quiet(start_hour=22, end_hour=6)),
    (rules.quiet_hours_missing, quiet(start_hour=0, end_hour=8)),
    (rules.quiet_hours_missing, quiet(start_hour=16, end_hour=24)),
    (rules.nudges_pushy, SMS),
    (rules.nudges_pushy, sms()),
    (rules.nudges_pushy, sms(max_nudge_amount=3, cooldown_period_hrs=4)),
    (rules.nudges_pushy, sms(max_nudge_amount=0, cooldown_period_hrs=1)),
    (rules.sms_questions_many_or_long, asked(*(f"Question {i}?" for i in range(5)))),
    (rules.sms_questions_many_or_long, asked("a" * 160)),
]


@pytest.mark.parametrize(("rule", "part"), QUIET)
def test_quiet(hits_of, rule, part):
    assert hits_of(rule, part) == []


CONFIG = "/workflow/0/config"
LOUD = [
    (rules.sms_not_allowed, {"allow_sms_comms": None, "workflow": [SMS]}, "/allow_sms_comms", "not true"),
    (rules.rejection_without_words, sms(knockout_enabled=True), CONFIG, "what they are told"),
    (rules.intro_incomplete, sms(intro_message="Hi, Solano here."), f"{CONFIG}/intro_message", "writing or how to"),
    (
        rules.intro_incomplete,
        sms(intro_message="AI here, said the nonstop bot"),
        f"{CONFIG}/intro_message",
        "say how to",
    ),
    (rules.intro_incomplete, sms(intro_message="Said Solano. STOP to end."), f"{CONFIG}/intro_message", "that an AI"),
    (rules.quiet_hours_missing, SMS, f"{CONFIG}/blackout_period", "no quiet hours"),
    (rules.quiet_hours_missing, sms(blackout_period={"enabled": False}), f"{CONFIG}/blackout_period", "no quiet hours"),
    (rules.quiet_hours_missing, quiet(start_hour=22), f"{CONFIG}/blackout_period", "have no end_hour"),
    (
        rules.quiet_hours_missing,
        sms(blackout_period={"enabled": True}),
        f"{CONFIG}/blackout_period",
        "no timezone and no start_hour and no end_hour",
    ),
    (rules.quiet_hours_missing, quiet(start_hour=23, end_hour=6), f"{CONFIG}/blackout_period", "7 hours long"),
    (rules.quiet_hours_missing, quiet(start_hour=9, end_hour=9), f"{CONFIG}/blackout_period", "0 hours long"),
    (rules.nudges_pushy, sms(max_nudge_amount=4), f"{CONFIG}/max_nudge_amount", "up to 4 times"),
    (rules.nudges_pushy, sms(cooldown_period_hrs=3), f"{CONFIG}/cooldown_period_hrs", "after 3 hours"),
    (
        rules.sms_questions_many_or_long,
        asked(*(f"Question {i}?" for i in range(7))),
        "/workflow/0/questions/5",
        "7 questions",
    ),
    (rules.sms_questions_many_or_long, asked("Ready?", "a" * 161), "/workflow/0/questions/1/text", "161"),
]


@pytest.mark.parametrize(("rule", "part", "pointer", "said"), LOUD)
def test_loud(hits_of, rule, part, pointer: str, said: str):
    (hit,) = hits_of(rule, part)
    assert hit.pointer == pointer and said in hit.message


NOW = datetime(2027, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("deadline", "sends", "hits"),
    [
        ("2027-01-04T00:00:00Z", True, 0),
        ("2027-01-03T00:00:00Z", True, 1),
        ("2027-01-03T00:00:00Z", None, 0),
        ("2027-01-03T00:00:00Z", False, 0),
        ("2026-01-03T00:00:00Z", True, 0),
        ("2027-02-30T00:00:00Z", True, 0),
        (None, True, 0),
    ],
)
def test_nudges_behind_the_deadline(hits_of, deadline, sends, hits: int):
    part = {"deadline": deadline, "workflow": [sms(max_nudge_amount=3, cooldown_period_hrs=24)]}
    assert len(hits_of(rules.nudges_pushy, part, now=NOW, sends=sends)) == hits

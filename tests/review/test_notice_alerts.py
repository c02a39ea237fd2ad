from __future__ import annotations

import pytest

from heymilo_ops.review.notice_alerts import NoticeAlert, NoticeTopic, notice_alerts

WHOLE = (
    "You are talking to an AI interviewer. The conversation is recorded and transcribed, an engineer reads every "
    "report, and no decision is made by software alone. If you would rather talk to a person, reply to the invitation."
)


def form(text: str, language: str = "en", **more: object) -> dict[str, object]:
    return {"language": language, "interview_process_overview": text, **more}


def alerts(before: str, after: str, language: str = "en") -> list[tuple[str, str, str]]:
    return [
        (alert.topic.value, alert.words, alert.still)
        for alert in notice_alerts(form(before, language), form(after, language))
    ]


@pytest.mark.parametrize(
    ("removed", "topic"),
    [
        ("You are talking to an AI interviewer. ", "ai"),
        ("The conversation is recorded and transcribed, ", "recording"),
        (" If you would rather talk to a person, reply to the invitation.", "contact"),
    ],
)
def test_a_sentence_that_is_gone(removed: str, topic: str) -> None:
    assert [alert[0] for alert in alerts(WHOLE, WHOLE.replace(removed, ""))] == [topic]


def test_one_part_of_a_sentence_that_is_gone() -> None:
    after = WHOLE.replace(", an engineer", ", and an engineer").replace(
        ", and no decision is made by software alone", ""
    )
    assert alerts(WHOLE, after) == [
        ("human_review", "no decision is made by software alone.", "an engineer reads every report.")
    ]


def test_people_who_decided_and_software_that_does() -> None:
    assert alerts("People decide who goes on.", "Software decides who goes on.") == [
        ("human_review", "People decide who goes on.", "")
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (WHOLE, WHOLE),
        (WHOLE, f"{WHOLE} It takes ten minutes."),
        ("You are talking to an AI interviewer.", "Your interviewer is an AI called Sarah."),
        ("A manager reads every application.", "Our managers read every application."),
        ("It takes ten minutes.", ""),
        ("No AI is used here.", ""),
    ],
)
def test_no_alert(before: str, after: str) -> None:
    assert alerts(before, after) == []


def test_a_text_that_only_the_ai_reads_tells_nobody_anything() -> None:
    silent = form(WHOLE, interview_process_overview_delivery_mode="silent_reference")
    assert len(notice_alerts(form(WHOLE), silent)) == 5
    assert notice_alerts(silent, form("")) == ()


def test_a_text_of_another_step_or_a_question_still_says_it() -> None:
    said = "You are talking to an AI interviewer."
    step = {"type": "web_interview", "config": {"intro_message": said}, "questions": []}
    assert notice_alerts(form(said), form("", workflow=[step])) == ()
    asked = {"type": "form", "questions": [{"modality": "form", "text": "Do you know that an AI asks the questions?"}]}
    assert [alert.still for alert in notice_alerts(form(said), form("", workflow=[asked]))] == []
    unsaid = {"type": "resume", "questions": [{"modality": "resume_scoring", "text": "an AI interview you built"}]}
    assert notice_alerts(form(said), form("", workflow=[unsaid])) == (NoticeAlert(NoticeTopic.AI, said),)


def test_what_the_company_does_is_no_notice() -> None:
    assert notice_alerts({"company_overview": "We build an AI."}, {}) == ()


@pytest.mark.parametrize(
    ("language", "text", "topics"),
    [
        ("de", "Sie sprechen mit einer KI. Das Gespräch wird aufgezeichnet. Ein Mensch liest jede Bewerbung.", 3),
        ("fr", "Vous parlez à une IA. L'entretien est enregistré. Une personne lit chaque candidature.", 3),
        ("es-MX", "Habla con una IA. La conversación se graba. Una persona lee cada respuesta.", 3),
        ("nl", "Je spreekt met een AI. Het gesprek wordt opgenomen. Een mens leest elke sollicitatie.", 3),
        ("pl", "Rozmawiasz z AI. Rozmowa jest nagrywana.", 0),
    ],
)
def test_in_every_language_that_can_be_read(language: str, text: str, topics: int) -> None:
    assert len({topic for topic, *_ in alerts(text, "", language)}) == topics

from __future__ import annotations

import pytest

from heymilo_ops.finding import Severity
from heymilo_ops.lint.rules.question_twice import question_twice
from heymilo_ops.text.similarity import normalised
from tests.fuzz.steps import steps


def form(*texts: str):
    return {"type": "form", "questions": [{"text": text} for text in texts]}


@pytest.mark.parametrize(
    "texts",
    [
        ("How many years have you worked in sales?", "How many years have you worked in retail?"),
        ("Do you have experience with Go?", "Do you have experience with C?"),
        ("Can you work on Saturday mornings?", "Can you work on Sunday mornings?"),
        ("Can you work weekday mornings?", "Can you not work weekday mornings?"),
        ("How did you help an employee?", "How did you help an employer?"),
        ("What do you like about us?", "What would you like from us?"),
        ("Did the dog bite the man twice?", "Did the man bite the dog twice?"),
        ("Why?", "How?"),
        ("Why did you leave your last job early?", "When did you leave your last job early?"),
        ("What did they want from the deal in the end?", "What did you want from the deal in the end?"),
        ("?", "!"),
        ("What do you do?", "What did you do?"),
        ("C# or C++?", "C or C?"),
        ("Have you operated a forklift in a cold store?", "Can you operate a forklift in a cold store?"),
        ("Have you operated a forklift in a cold store?", "Would you operate a forklift in a cold store?"),
        ("Do you operate a forklift in a cold store?", "Did you operate a forklift in a cold store?"),
        ("Are you operating forklifts in cold stores?", "Were you operating forklifts in cold stores?"),
        ("Could you work a night shift alone?", "Have you worked a night shift alone?"),
        ("Have you moved stock to a cold store?", "Have you moved stock from a cold store?"),
        ("What do you do when a guest complains loudly?", "What did you do when a guest complained loudly?"),
    ],
)
def test_questions_of_their_own(hits_of, texts):
    assert hits_of(question_twice, form(*texts)) == []


@pytest.mark.parametrize(
    "texts",
    [
        ("Which shifts can you work?", "which shifts can you work"),
        ("Tell me about an upset customer you helped.", "Tell me about the upset customers that you helped!"),
        ("Describe a fault that you found in production.", "Tell me about a fault you found in production."),
        ("Tell me about a time you calmed an angry guest.", "Tell us about a time when you calmed an angry guest"),
        ("Why?", "Why?"),
        ("¿Por qué nosotros?", "¿Por qué nosotros?"),
        ("Could you tell us about a fault you fixed at night?", "Tell me about a fault you fixed at night."),
        ("Please can you operate a forklift in a cold store", "Could you operate the forklift in the cold store?"),
        ("Have you operated a forklift in a cold store?", "Did you operate a forklift in the cold store?"),
    ],
)
def test_questions_asked_twice(hits_of, texts):
    (hit,) = hits_of(question_twice, form(*texts))
    assert hit.severity is (None if normalised(texts[0]) == normalised(texts[1]) else Severity.WARNING)
    assert hit.pointer == "/workflow/0/questions/1/text" and "(step 1, question 1)" in hit.message


def test_across_steps_but_not_across_kinds(hits_of):
    sms = {"type": "conversational_sms", "questions": [{"text": "Do you have a driving licence?"}]}
    resume = {"type": "resume", "questions": [{"modality": "resume_eligibility", "text": "Has a driving licence."}]}
    tags = {
        "type": "web_interview",
        "questions": [{"modality": "voice_tags", "text": "Do you have a driving licence?"}],
    }
    assert hits_of(question_twice, {"workflow": [resume, sms, tags]}) == []
    hits = hits_of(question_twice, {"workflow": [sms, form("Do you have a driving licence?")]})
    assert [hit.pointer for hit in hits] == ["/workflow/1/questions/0/text"]


def test_each_repetition_names_the_first(hits_of):
    hits = hits_of(question_twice, form(*["Which shifts can you work?"] * 3))
    assert [hit.message.count("question 1)") for hit in hits] == [1, 1]


def test_long_questions_are_shown_in_short(hits_of):
    (hit,) = hits_of(question_twice, form("Why? " * 40, "Why? " * 40))
    assert "…" in hit.message and len(hit.message) < 140


def test_short_words_far_apart_in_letters(hits_of):
    texts = ("alpha beta gamma " + "with the what which when " * 8, "alpha beta gamma")
    assert hits_of(question_twice, form(*texts)) == []


def test_each_of_many_questions_alike_is_told_without_comparing_all(hits_of):
    texts = [f"Tell me about a job that you did well{'!' * number}" for number in range(50)]
    hits = hits_of(question_twice, form(*texts))
    assert len(hits) == 49
    assert steps(lambda: hits_of(question_twice, form(*texts * 8))) < 3 * steps(
        lambda: hits_of(question_twice, form(*texts * 4))
    )

from __future__ import annotations

from heymilo_ops.lint.rules.language_not_read import language_not_read
from heymilo_ops.lint.topics.languages import LANGUAGES
from heymilo_ops.lint.topics.topic import Topic


def test_a_language_without_a_vocabulary_is_said_once(hits_of):
    (hit,) = hits_of(language_not_read, {"language": "pl", "instructions": "Pytaj krótko."})
    assert hit.pointer == "/language" and "of 6 texts" in hit.message and "(pl)" in hit.message
    assert "protected topics" in hit.message and "notices" in hit.message


def test_a_language_with_one_is_read(hits_of, subject_of):
    assert hits_of(language_not_read, {"language": "en-GB"}) == []
    assert subject_of({"language": "pl"}).topics.touches == {}


def test_english_texts_of_a_posting_in_another_language_are_read(hits_of, subject_of):
    asked = {
        "language": "pl",
        "instructions": "Ask the candidate whether they have children, and what they do for them.",
    }
    assert Topic.MARITAL_FAMILY in subject_of(asked).topics.touches
    (hit,) = hits_of(language_not_read, asked)
    assert "of 6 texts" in hit.message


def test_polish_words_that_look_english_are_not_read_as_english(hits_of):
    (hit,) = hits_of(language_not_read, {"language": "pl", "instructions": "A co on by do was to powiedział?"})
    assert "of 6 texts" in hit.message


def test_texts_in_another_script_are_not_read(hits_of):
    (hit,) = hits_of(language_not_read, {"language": "en", "instructions": "Расскажите о себе и о своей работе."})
    assert "not checked: 1 of 6 texts" in hit.message


def test_a_short_question_in_another_language_is_read_in_it(subject_of):
    questions = [{"text": "Haben Sie Kinder?", "not_scored": True}]
    posting = {
        "instructions": "Sprechen Sie ruhig mit der Person, und stellen Sie jede Frage nur ein Mal.",
        "workflow": [{"type": "web_interview", "questions": questions}],
    }
    assert Topic.MARITAL_FAMILY in subject_of(posting).topics.touches


def test_topics_without_patterns_are_counted(subject_of):
    assert subject_of({}).topics.uncovered == frozenset(Topic) - set(LANGUAGES["en"].topics)


def test_every_text_has_its_place_and_scope(subject_of):
    texts = subject_of(
        {
            "workflow": [
                {
                    "type": "web_interview",
                    "config": {
                        "instructions": "a",
                        "web_interview_config": {"outro_message": "b"},
                        "job_overview": "c",
                    },
                    "questions": [
                        {"modality": "voice", "text": "d", "additional_instructions": "e", "score_of_1": "f"},
                        {"modality": "voice_tags", "text": "g", "instructions": "h"},
                    ],
                },
                {
                    "type": "form",
                    "questions": [
                        {"modality": "form", "text": "i", "dropdown_values": [{"label": "j", "value": "x"}]},
                        {"modality": "form", "text": "k", "is_knockout": True, "answer": "l"},
                        {"modality": "form", "text": "m", "is_knockout": True, "answer": 3},
                    ],
                },
                {
                    "type": "resume",
                    "questions": [
                        {"modality": "resume_eligibility", "text": "n"},
                        {"modality": "resume_scoring", "text": "o", "evaluation_criteria": "p"},
                    ],
                },
                {
                    "type": "conversational_sms",
                    "config": {"intro_message": "q"},
                    "questions": [{"modality": "sms", "text": "r", "is_dealbreaker": True}],
                },
            ]
        }
    ).topics.texts
    scopes = {text.text: text.scope.value for text in texts if len(text.text) == 1}
    by_scope = {scope: {letter for letter, of in scopes.items() if of == scope} for scope in set(scopes.values())}
    assert by_scope == {
        "asked": set("bdijq"),
        "instruction": set("aegh"),
        "rubric": set("fop"),
        "knockout": set("klmnr"),
        "stated": set("c"),
    }

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.text.sentences import asked, paragraphs, sentences

ONE = [
    "Tools, e.g. Zendesk and Intercom, count.",
    "Use approx. 5 minutes for this.",
    "Ask Dr. Smith about it.",
    "J. Smith reads every answer.",
    "The rate is 2.5 per hour.",
    'When they ask "Why?" answer in one sentence.',
    "If they say (no!) ask again.",
    "1. First point in a list.",
    "See docs.python.org for more",
    "Well... that depends.",
    "no mark at the end",
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence_stays_one(text: str):
    assert sentences(text) == [text]


@pytest.mark.parametrize("text", ["", "  \n \n", "\n"])
def test_nothing_has_no_sentences(text: str):
    assert sentences(text) == []
    assert paragraphs(text) == []


SEVERAL = {
    "What did you do? What came of it?": ["What did you do?", "What came of it?"],
    "Are you ready? yes": ["Are you ready?", "yes"],
    'He asked "Why?" Nobody knew.': ['He asked "Why?"', "Nobody knew."],
    "Stop! Now.": ["Stop!", "Now."],
    "So am I. Good.": ["So am I.", "Good."],
    "Tools, logs etc. Then the fix.": ["Tools, logs etc.", "Then the fix."],
    "We grew by 5. Then by 6.": ["We grew by 5.", "Then by 6."],
    "It ends (really.) Next one.": ["It ends (really.)", "Next one."],
    "Wait… Then go.": ["Wait…", "Then go."],
    "Ask. «Why» matters.": ["Ask.", "«Why» matters."],
    "What?! Really.": ["What?!", "Really."],
    "¿Qué hiciste? ¿Por qué?": ["¿Qué hiciste?", "¿Por qué?"],
    "何をしましたか。結果は？": ["何をしましたか。", "結果は？"],
    "A mark. . Alone.": ["A mark.", ".", "Alone."],
}


@pytest.mark.parametrize("text", SEVERAL)
def test_several_sentences_are_split(text: str):
    assert sentences(text) == SEVERAL[text]


def test_line_breaks_are_unwrapped():
    assert sentences("Do not ask about age,\nhealth or family. Be\nkind.\n") == [
        "Do not ask about age, health or family.",
        "Be kind.",
    ]


def test_blank_lines_and_list_lines_end_a_paragraph():
    text = "Look for\n- a timeline\n  of the fault\n* evidence\n2) a fix\n\nNever\nscore accent"
    assert paragraphs(text) == [
        "Look for",
        "- a timeline of the fault",
        "* evidence",
        "2) a fix",
        "Never score accent",
    ]


@given(st.text(alphabet=st.sampled_from('ab A1.?!… \n"”)。-*؟;ςΩ'), max_size=60) | st.text(max_size=40))
def test_no_character_is_lost(text: str):
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


ONE_THING = (
    'A guest says "Where is my room? Why is it not ready?" What do you say?',
    "A guest says “Where is my room? Why?” What do you say?",
    "A guest says 'Where's my room? Why isn't it ready?' What do you say?",
    "A guest says ‘Where’s my room? Why?’ What do you say?",
    "Ein Gast fragt: „Wo ist mein Zimmer? Warum?“ Was sagen Sie?",
    "Un client dit : « Où est ma chambre ? Pourquoi ? » Que dites-vous ?",
    "客が「部屋はどこ？なぜ？」と言いました。どうしますか？",
    '"What did you do?"',
    "Can you drive; do you own a car?",
    "The drivers' shift? It's yours.",
)
TWO_THINGS = (
    "What was it？ Why？",
    "何をしましたか？なぜですか？",
    "何をしましたか。なぜそうしたのですか。",
    "ما هذا؟ لماذا؟",
    "Τι έκανες; Γιατί;",
    "Τι έκανες\u037e Γιατί\u037e",
    "¿Qué hiciste? ¿Por qué?",
    'What does "GDPR" mean to you? And "PII"?',
    '"What was it? Why?"',
    "Whose is the drivers' shift? What's yours?",
)


@pytest.mark.parametrize("text", ONE_THING)
def test_quoted_speech_is_not_asked(text: str):
    assert len(asked(text)) == 1


@pytest.mark.parametrize("text", TWO_THINGS)
def test_questions_end_in_the_mark_of_their_script(text: str):
    assert len(asked(text)) == 2


@given(st.lists(st.from_regex(r"[A-Z][a-z]{2,6} [b-y]{4,7}[.?!]", fullmatch=True), max_size=6))
def test_plain_sentences_come_back(given_sentences: list[str]):
    assert sentences(" ".join(given_sentences)) == given_sentences

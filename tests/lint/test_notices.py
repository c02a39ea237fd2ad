from __future__ import annotations

from datetime import UTC, datetime

import pytest

from heymilo_ops.finding import Severity
from heymilo_ops.lint.notices.languages import LANGUAGES
from heymilo_ops.lint.notices.notice import Notice
from heymilo_ops.lint.notices.promise import promise_in
from heymilo_ops.lint.notices.reach import phrase_in
from heymilo_ops.lint.notices.sender import sender_in
from heymilo_ops.lint.rule import Subject
from heymilo_ops.lint.rules import notices
from heymilo_ops.lint.rules.notices import (
    ai_call_not_announced,
    ai_not_announced,
    contact_not_announced,
    decision_not_announced,
    promise_contradicted,
    recording_not_announced,
    texts_without_a_way_out,
    watching_not_announced,
)
from heymilo_ops.model.notices import NoticeElsewhere

QUESTION = {"text": "Tell me about a customer who was upset.", "not_scored": True}
TALK = {"type": "web_interview", "questions": [QUESTION]}
GATE = {
    "type": "form",
    "config": {"knockout_enabled": True},
    "questions": [
        {
            "text": "How many years have you worked in support?",
            "question_type": "number",
            "operator": "gte",
            "answer": 1,
            "is_knockout": True,
        }
    ],
}
FIELD = {
    "type": "form",
    "questions": [{"text": "An AI interviews you next. Is that fine?", "question_type": "textarea"}],
}


def posting(text: str = "Two steps.", *steps, places=(), **more):
    return {
        "interview_process_overview": text,
        "workflow": list(steps) or [TALK],
        "ops": {"jurisdictions": list(places)},
        **more,
    }


def intro(text: str, name: str = "intro_message"):
    return {**TALK, "config": {"web_interview_config": {name: text}}}


@pytest.mark.parametrize(
    "part",
    [
        posting("You talk to an AI interviewer."),
        posting("We use AI.", interview_process_overview_delivery_mode="summarized_delivery"),
        posting("Two steps.", intro("Hello, I am an AI interviewer.")),
        posting("Two steps.", FIELD, TALK),
        posting("Two steps.", job_overview="Your interview is held by an AI interviewer."),
        posting("Two steps.", {"type": "form", "questions": [{"text": "Which shifts?", "question_type": "textarea"}]}),
        posting("Two steps.", language="pt"),
        posting("Sie sprechen mit einer KI.", language="de"),
        {"interview_template_id": "IT_1", "interview_process_overview": "Two steps."},
        posting("You talk to an AI.", interview_process_overview_delivery_mode="silent_reference"),
    ],
)
def test_an_ai_that_is_announced_or_none_or_reported_by_another_rule(hits_of, part):
    assert hits_of(ai_not_announced, part) == []


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (
            posting(),
            "neither interview_process_overview nor intro_message tells candidates before the web_interview step",
        ),
        (posting("No AI is used."), "an AI"),
        (posting("Please do not use AI to answer."), "an AI"),
        (posting("You talk to a person.", intro("Thanks from the AI.", "outro_message")), "comes later than"),
        (
            posting("An AI asks.", interview_process_overview_delivery_mode="reference_only"),
            "is said only to who asks",
        ),
        (posting("Two steps.", job_overview="We build an AI assistant for farms."), "an AI"),
        (posting("You talk to an AI interviewer.", language="de"), "an AI"),
        (
            posting("Two steps.", {"type": "resume", "questions": []}, intro("Hello, I am an AI interviewer.")),
            "before the resume step",
        ),
    ],
)
def test_an_ai_that_is_not_announced_in_time(hits_of, part, words):
    (hit,) = hits_of(ai_not_announced, part)
    assert words in hit.message and hit.proposal


def test_a_notice_that_nobody_hears_is_named_where_no_other_rule_names_it(hits_of):
    part = posting(
        "Write to us to reach a person.",
        places=["GB"],
        interview_process_overview_delivery_mode="silent_reference",
    )
    (hit,) = hits_of(contact_not_announced, part)
    assert "for the interviewer alone" in hit.message


@pytest.mark.parametrize("rule", [recording_not_announced, contact_not_announced, decision_not_announced])
def test_local_notices_are_asked_for_where_a_place_asks(hits_of, rule):
    steps = (GATE, TALK)
    assert hits_of(rule, posting("An AI asks.", *steps)) == []
    (hit,) = hits_of(rule, posting("An AI asks.", *steps, places=["GB"]))
    assert hit.severity is None and "it matters in United Kingdom: https://" in hit.help


def test_what_is_watched_and_the_camera_are_two_notices(hits_of):
    config = {"video": True, "cheat_detection_config": {"enabled": True, "threshold": 70, "types": ["tab_switching"]}}
    part = posting("An AI asks.", {**TALK, "config": config}, places=["GB"])
    assert ["camera" in hit.message for hit in hits_of(watching_not_announced, part)] == [False, True]
    told = "An AI asks. Software notes when you leave the page. The camera is on."
    assert hits_of(watching_not_announced, {**part, "interview_process_overview": told}) == []


GIVEN = [
    ("en", Notice.CHEAT_DETECTION, "Software may flag that the tab was left."),
    ("fr", Notice.DECISION, "La directrice lit tous les dossiers et décide."),
    ("nl", Notice.DECISION, "Verder leest een teamleider alles en beslist zelf."),
]


@pytest.mark.parametrize(("code", "notice", "text"), GIVEN)
def test_notices_as_people_have_written_them(code: str, notice: Notice, text: str):
    assert phrase_in(text, notice, LANGUAGES[code], True)


RECORDED = {
    "en": ("The audio is kept for six months.", "We store the sound of the talk.", "Your call is recorded."),
    "de": ("Ein Gespräch mit einer KI, von dem Ton und Abschrift gespeichert werden.", "Wir speichern den Ton."),
    "nl": ("Het geluid van het gesprek wordt drie maanden bewaard.", "We bewaren het gesprek een half jaar."),
    "fr": ("La voix est conservée six mois.", "Nous gardons l'enregistrement.", "Nous conservons le son."),
    "es": ("El audio se guarda seis meses.", "Conservamos la voz durante un mes."),
}
NOT_RECORDED = {
    "en": ("We keep your application for six months.", "Nothing is recorded."),
    "de": (
        "Wir speichern Ihre Bewerbung sechs Monate.",
        "Das Gespräch wird nicht aufgezeichnet.",
        "Nichts wird aufgezeichnet.",
    ),
    "nl": ("We bewaren je sollicitatie een half jaar.", "Er wordt niets opgenomen."),
    "fr": ("Nous gardons votre candidature six mois.", "Rien n'est jamais enregistré."),
    "es": ("Guardamos su solicitud seis meses.", "Nada se graba."),
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_kept_of_a_talk_was_recorded(code: str):
    for text in RECORDED[code]:
        assert phrase_in(text, Notice.RECORDING, LANGUAGES[code], True), text
    for text in NOT_RECORDED[code]:
        assert not phrase_in(text, Notice.RECORDING, LANGUAGES[code], True), text


TEXTS = {"type": "conversational_sms", "questions": [{"text": "On Saturdays?", "question_type": "YES_NO"}]}


def texting(intro: str):
    return {**TEXTS, "config": {"intro_message": intro}}


@pytest.mark.parametrize(
    ("part", "sender", "stop"),
    [
        (posting("An AI asks.", TEXTS), True, True),
        (posting("An AI asks.", texting("Hi from Solano.")), False, False),  # CX162 asks for STOP
        (posting("An AI asks.", texting("Hi, reply STOP to end this.")), True, False),
        (posting("An AI asks.", texting("Hi, I am Casey, an AI."), interviewer_name="Casey"), True, False),
        (posting("Fenwick texts you. Reply STOP at any time.", TEXTS), False, False),
        (posting("Hallo.", texting("Guten Tag von Solano."), language="de"), False, True),
        (posting("Hallo.", texting("Guten Tag. Mit STOP beenden Sie das."), language="de"), True, False),
        (posting("Hallo.", texting("Guten Tag."), language="de"), True, True),
        (posting("An AI asks.", texting("Two questions from us."), company_overview="Solano builds."), True, False),
        (posting("Solano: STOP ends it.", TEXTS, company_overview="Solano Tools builds."), False, False),
        (posting("An AI asks.", texting("It is {{company_name}}. STOP ends it.")), False, False),
    ],
)
def test_text_messages_say_who_sends_them_and_how_to_stop_them(hits_of, part, sender: bool, stop: bool):
    assert hits_of(texts_without_a_way_out, part) == []
    part["ops"] = {"jurisdictions": ["US-TX"]}
    hits = hits_of(texts_without_a_way_out, part)
    assert [("who sends" in hit.message, "a reply stops" in hit.message) for hit in hits] == (
        [(sender, stop)] if sender or stop else []
    )
    for hit in hits:
        words = LANGUAGES[part.get("language", "en")]
        assert (words.proposals[Notice.SMS] in hit.proposal) == stop
        assert (words.sender.split("{")[0] in hit.proposal) == sender
        assert ("it matters in" in hit.help) == stop


def test_the_company_of_the_posting_is_in_the_wording(hits_of):
    part = posting("An AI asks.", TEXTS, places=["US"], company_overview="The Solano Freight Tools team builds.")
    assert "This is the AI assistant of Solano Freight Tools." in hits_of(texts_without_a_way_out, part)[0].proposal


def test_text_messages_in_a_language_that_is_not_read(hits_of):
    assert hits_of(texts_without_a_way_out, posting("Olá.", TEXTS, places=["US"], language="pt")) == []


SENDERS = {
    "en": (
        "Hi {{candidate_name}}, Gull & Kettle's AI assistant here about {{job_title}}.",
        "Hi, this is the AI assistant of Solano about your application.",
        "This is Fenwick Lane.",
        "I'm an AI, writing for Harbour Bakery.",
        "Halden texts you three questions.",
    ),
    "de": (
        "Hallo {{candidate_name}}, hier die KI von Ruhrort Apparatebau zu {{job_title}}.",
        "Hier ist die Bäckerei Nord.",
        "Maier Logistik schreibt Ihnen.",
    ),
    "nl": ("Hoi {{candidate_name}}, de AI-assistent van Maasvervoer over {{job_title}}.", "Dit is Maasvervoer."),
    "fr": ("Bonjour {{candidate_name}}, l'assistant IA de Coop'Elec 31 pour {{job_title}}.", "Ici Coop'Elec."),
    "es": ("Hola, soy la IA de Talleres Ebro Sur por {{job_title}}.", "Talleres Ebro le escribe."),
}
NO_SENDERS = {
    "en": (
        "Hi {{candidate_name}}, this is an AI assistant about {{job_title}}.",
        "An AI assistant sends these texts.",
        "Software sends 4 quick questions.",
        "Reply STOP to opt out. We will text you from our AI.",
    ),
    "de": ("Hallo, hier ist eine KI.", "Bei Fragen antworten Sie STOP.", "Guten Tag, drei Fragen von uns an Sie."),
    "nl": ("Hoi, dit is een AI.", "Wij sturen u vier vragen."),
    "fr": ("Bonjour, je suis une IA.", "Nous vous posons 3 questions."),
    "es": ("Hola, soy una IA.", "Le hacemos cuatro preguntas."),
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sender_is_a_company_by_its_name(code: str):
    for text in (*SENDERS[code], LANGUAGES[code].sender.format(company="Solano")):
        assert sender_in(text, code), text
    for text in NO_SENDERS[code]:
        assert not sender_in(text, code), (text, sender_in(text, code))


def test_an_ai_that_calls_is_announced(hits_of):
    step = {**TALK, "config": {"phone_calls_enabled": True}}
    assert len(hits_of(ai_call_not_announced, posting("An AI asks.", step, places=["US"]))) == 1
    assert hits_of(ai_call_not_announced, posting("An AI calls you.", step, places=["US"])) == []
    assert hits_of(ai_call_not_announced, posting("An AI asks.", step, places=["GB"])) == []


def test_a_duty_to_come_is_an_info_with_its_day(hits_of):
    decided = datetime(2022, 1, 1, tzinfo=UTC)
    (hit,) = hits_of(decision_not_announced, posting("Hello.", GATE, places=["CH"]), now=decided)
    assert hit.severity is Severity.INFO and "from 2023-09-01" in hit.help


def test_a_notice_that_is_given_elsewhere_is_asked_for_by_no_rule(subject_of):
    part = posting()
    part["ops"] = {"notices": {"ai": {"given_in": "application-form", "url": "https://jobs.acme.test/ai"}}}
    assert list(ai_not_announced.check(subject_of(part))) == []
    subject = subject_of(posting())
    elsewhere = Subject(
        subject.desired, subject.now, True, subject.law, {"ai": NoticeElsewhere(given_in="application-form")}
    )
    assert list(ai_not_announced.check(elsewhere)) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_proposal_gives_its_notice_and_promises_nothing(code: str):
    words = LANGUAGES[code]
    assert set(words.proposals) == set(words.signs) == set(Notice)
    for notice, text in words.proposals.items():
        assert phrase_in(text, notice, words, True), text
        assert not promise_in(text, words), text
    for kinds in (words.by["knockout"], words.by["pass_mark"]):
        true = words.wording.format(rejects=kinds)
        assert not promise_in(true, words), true
        assert phrase_in(true, Notice.DECISION, words, True), true


PROMISES = {
    "en": [
        "A store manager reads every application.",
        "An engineer reads every report, and no decision is made by software alone.",
        "People, not software, decide who goes on.",
        "Every application is reviewed by a person.",
        "No candidate is rejected by software.",
        "A member of the team will read your answers and reply within five working days.",
        "The AI never rejects anybody.",
        "Humans decide who moves forward.",
    ],
    "de": [
        "Ein Mensch liest jede Bewerbung.",
        "Menschen, keine Software, entscheiden.",
        "Alle Bewerbungen werden von Menschen gelesen.",
        "Die Software entscheidet nichts.",
    ],
    "fr": [
        "Une personne lit chaque candidature.",
        "Toutes les candidatures sont lues par une personne.",
        "Aucune décision n'est prise par un logiciel.",
    ],
    "nl": [
        "Een medewerker leest elke sollicitatie.",
        "Mensen beslissen wie verder gaat.",
        "Geen enkel besluit wordt door software genomen.",
    ],
    "es": [
        "Una persona lee cada solicitud.",
        "Las personas deciden quién sigue.",
        "Ninguna decisión la toma un programa.",
    ],
}


def test_a_promise_is_shown_with_all_of_who_gives_it():
    for text in ("A member of the team will read your answers.", "One of our engineers reads every report."):
        assert promise_in(text, LANGUAGES["en"]) == text.rstrip(".")


def test_what_was_found_is_shown_as_it_was_written():
    assert promise_in("Ein Mensch liest jede Bewerbung.", LANGUAGES["de"]) == "Ein Mensch liest jede Bewerbung"
    assert promise_in("İ: a human reads every answer.", LANGUAGES["en"]) == "a human reads every answer"
    told = "No AI decides; an AI Interviewer asks you."
    assert phrase_in(told, Notice.AI, LANGUAGES["en"], True) == "an AI"


def test_both_promises_of_one_sentence_are_shown():
    text = "Everything is recorded, an engineer reads every report, and no decision is made by software alone."
    shown = 'an engineer reads every report" and "no decision is made by software alone'
    assert promise_in(text, LANGUAGES["en"]) == shown


NO_PROMISES = {
    "en": [
        "A shift lead calls everyone who gets through.",
        "A person reads every application that gets through.",
        "People decide who is hired.",
        "Anyone set aside can ask for a person to look again.",
        "A person looks again at every result if you ask.",
        "Not every application is read by a person.",
        "We read your feedback.",
        "Our support manager reads every customer complaint.",
    ],
    "de": ["Menschen entscheiden, wer eingestellt wird.", "Auf Wunsch liest ein Mensch jede Bewerbung noch einmal."],
    "fr": ["Des personnes décident qui est embauché.", "Une personne relit chaque candidature si vous le demandez."],
    "nl": ["Mensen beslissen wie wordt aangenomen.", "Op verzoek leest een mens elke sollicitatie opnieuw."],
    "es": ["Las personas deciden a quién se contrata.", "Una persona lee cada solicitud si lo pide."],
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in PROMISES.items() for text in texts])
def test_a_promise_that_a_person_reads_or_decides(code: str, text: str):
    assert promise_in(text, LANGUAGES[code])


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in NO_PROMISES.items() for text in texts])
def test_what_is_no_such_promise(code: str, text: str):
    assert promise_in(text, LANGUAGES[code]) == ""


PROMISE = "A support manager reads every application."


def marked(mark, text, name="outro_message"):
    return {**TALK, "config": {"min_evaluation_score": mark, "web_interview_config": {name: text}}}


RESUME = {"type": "resume", "config": {"knockout_enabled": True, "mandatory": True}}


@pytest.mark.parametrize(
    ("part", "pointers", "gate"),
    [
        (posting(PROMISE, GATE), ["/interview_process_overview"], 'the knock-out "How many years'),
        (posting(PROMISE, RESUME), ["/interview_process_overview"], "knockout_enabled of the resume step"),
        (
            posting(PROMISE, marked(0.5, "Bye.")),
            ["/interview_process_overview"],
            "min_evaluation_score 0.5 of the web_interview step",
        ),
        (
            posting("Hello.", marked(0.5, "A recruiter reads your answers.")),
            ["/workflow/0/config/web_interview_config/outro_message"],
            "min_evaluation_score",
        ),
        (
            posting("Hello.", marked(0.5, "A recruiter reads your answers.", "intro_message")),
            ["/workflow/0/config/web_interview_config/intro_message"],
            "min_evaluation_score",
        ),
        (posting("Ein Mensch liest jede Bewerbung.", GATE, language="de"), ["/interview_process_overview"], "How many"),
    ],
)
def test_a_promise_that_gates_contradict(hits_of, part, pointers, gate):
    hits = hits_of(promise_contradicted, part)
    assert [hit.pointer for hit in hits] == pointers
    assert gate in hits[0].message and hits[0].proposal
    assert hits[0].other.startswith("/workflow/0/")


@pytest.mark.parametrize(
    "part",
    [
        posting(PROMISE, TALK),
        posting(PROMISE, {**GATE, "config": {"knockout_enabled": False}}),
        posting(PROMISE, GATE, interview_process_overview_delivery_mode="silent_reference"),
        posting("Hello.", GATE, intro("A recruiter reads your answers.", "outro_message")),
        posting("Hello.", GATE),
        posting(PROMISE, GATE, language="pt"),
        posting(PROMISE, marked(0, "Bye.")),
    ],
)
def test_a_promise_that_holds(hits_of, part):
    assert hits_of(promise_contradicted, part) == []


def test_a_promise_beside_both_kinds_of_gates_is_answered_with_both(hits_of):
    sms = {
        "type": "conversational_sms",
        "config": {"knockout_enabled": True},
        "questions": [
            {"text": "Saturdays?", "question_type": "YES_NO", "expected_answer": "yes", "is_dealbreaker": True}
        ],
    }
    (hit,) = hits_of(promise_contradicted, posting(PROMISE, sms, marked(0.5, "Bye.")))
    assert "miss a must-have or score below the pass mark" in hit.proposal


def test_the_rules_are_the_eight_that_the_law_data_names():
    assert len([name for name in vars(notices) if name.endswith("announced")]) == 6

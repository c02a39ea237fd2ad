"""What clears a clause, by kind and language, beside a text that must still be reported."""

from __future__ import annotations

import pytest

from heymilo_ops.lint.topics.topic import Scope
from heymilo_ops.lint.topics.topic_match import topic_matches

CARE_OF_CANDIDATES = [
    ("en", "If the candidate is ill or unwell, offer another time."),
    ("en", "If a child walks in or the doorbell rings, let them pause."),
    ("de", "Wenn die Person krank ist oder sich unwohl fühlt, biete einen anderen Termin an."),
    ("de", "Erwähnt jemand eine Behinderung, bedanke dich und biete Anpassungen an."),
    ("nl", "Is de kandidaat ziek of voelt die zich niet goed, bied dan een ander moment aan."),
    ("fr", "Si le candidat est malade ou souffrant, propose un autre créneau."),
    ("es", "Si la persona está enferma o indispuesta, ofrécele otra hora."),
]
PROHIBITIONS = [
    ("en", "Age has no business in this conversation."),
    ("en", "Their current salary is nobody's business here."),
    ("en", "Not a word about religion or politics."),
    ("de", "Das Alter hat in diesem Gespräch nichts verloren."),
    ("de", "Das jetzige Gehalt geht uns nichts an."),
    ("nl", "Leeftijd heeft in dit gesprek niets te zoeken."),
    ("nl", "Over vakbonden praten we hier niet."),
    ("fr", "Le salaire actuel ne nous regarde pas."),
    ("fr", "Pas un mot sur la religion ni la politique."),
    ("es", "La edad no pinta nada en esta entrevista."),
    ("es", "Lo que cobra ahora no nos incumbe."),
]
ASKED_OF_WORK = [
    ("en", "How many children did you look after in your last group?"),
    ("en", "Which residents' activities have you run for people over 80?"),
    ("en", "A hospital wants to dismiss a nurse who is on sick leave. What do you want to know first?"),
    ("de", "Wie alt ist der Wein, den Sie am liebsten empfehlen?"),
    ("de", "Wie viele Kinder haben Sie in Ihrer letzten Gruppe betreut?"),
    ("de", "Wie alt waren die Anlagen, die Sie gewartet haben?"),
    ("nl", "Hoe oud is de wijn die je het liefst aanbeveelt?"),
    ("nl", "Hoeveel kinderen had je in je laatste groep?"),
    ("fr", "Quel âge avait la plus vieille machine que vous avez entretenue ?"),
    ("fr", "Combien d'enfants aviez-vous dans votre dernier groupe ?"),
    ("fr", "Comment préparez-vous une réunion avec les délégués syndicaux ?"),
    ("es", "¿Cuántos años tenía la máquina más vieja que mantuviste?"),
    ("es", "¿Cuántos niños tenías en tu último grupo?"),
    ("es", "¿Cómo organizas el comedor cuando hay niños que no comen cerdo por su religión?"),
]
SCORED_OF_WORK = [
    ("en", "Checks the patient's medication against the chart"),
    ("en", "Lists monitoring products without saying what was measured"),
    ("de", "Erkennt Anzeichen eines Schlaganfalls und holt Hilfe"),
    ("nl", "Herkent tekenen van een beroerte en haalt hulp"),
    ("fr", "Propose des aménagements concrets pour qu'une personne en fauteuil accède au comptoir"),
    ("es", "Propone cambios concretos para que una persona en silla de ruedas llegue al mostrador"),
]
EQUALITY = [
    ("en", "People of every race, faith, age and background work here."),
    ("de", "Die Stelle ist für alle Geschlechter offen (m/w/d)."),
    ("nl", "De functie staat open voor iedereen (m/v/x)."),
    ("fr", "À compétences égales, priorité aux personnes en situation de handicap."),
    ("es", "Reservamos plazas para personas con discapacidad y adaptamos el proceso."),
]
RISKY = [
    ("en", "instruction", "Find out if the candidate is ill or unwell."),
    ("en", "instruction", "Without asking outright, work out whether there are kids in the picture."),
    ("en", "instruction", "Don't mention our range until they've named their current package."),
    ("en", "asked", "How many children do you have?"),
    ("en", "knockout", "People over 45: reject"),
    ("de", "instruction", "Kläre, ob die Person krank ist."),
    ("de", "asked", "Wie alt sind Sie?"),
    ("de", "asked", "Wie viele Kinder haben Sie?"),
    ("nl", "asked", "Hoeveel kinderen heb je?"),
    ("nl", "asked", "Hoe denk je dat je op jouw leeftijd in het team past?"),
    ("fr", "instruction", "Demande si elle suit une FIV ou si elle est ménopausée."),
    ("fr", "asked", "Comment faites-vous garder vos enfants ?"),
    ("es", "asked", "¿Cómo te llamabas antes de la transición?"),
    ("es", "knockout", "Cualquier antecedente penal, sin importar el delito ni la fecha: descartar automáticamente."),
]
CLEAR = [
    *((language, "instruction", text) for language, text in (*CARE_OF_CANDIDATES, *PROHIBITIONS)),
    *((language, "asked", text) for language, text in ASKED_OF_WORK),
    *((language, "rubric", text) for language, text in SCORED_OF_WORK),
    *((language, "stated", text) for language, text in EQUALITY),
]


@pytest.mark.parametrize(("language", "scope", "text"), CLEAR)
def test_what_is_left_alone(language: str, scope: str, text: str):
    assert topic_matches(text, language, Scope(scope)) == ()


@pytest.mark.parametrize(("language", "scope", "text"), RISKY)
def test_what_is_still_reported(language: str, scope: str, text: str):
    assert topic_matches(text, language, Scope(scope))


def test_a_label_may_have_its_options_behind_a_colon():
    assert topic_matches("Sexe : homme / femme", "fr", Scope.ASKED)
    assert not topic_matches("Age: are you 18 or over?", "en", Scope.ASKED)


def test_what_is_named_is_no_topic_of_what_is_only_stated():
    assert topic_matches("Do you need to pray during a shift?", "en", Scope.ASKED)
    assert not topic_matches("A quiet room to pray in is on the ground floor.", "en", Scope.STATED)

from __future__ import annotations

import pytest

from heymilo_ops.text.language import FREQUENT, other_language, other_languages

SAMPLES = {
    "de": "Erzählen Sie mir von einem Kunden, der verärgert war.",
    "en": "Tell me about a customer who was upset.",
    "es": "Explícame cómo ayudarías a un cliente que no puede iniciar sesión.",
    "fr": "Pouvez-vous me parler d'un client qui était mécontent ?",
    "it": "Raccontami di un cliente arrabbiato. Che cosa hai fatto?",
    "nl": "Wat heb je geleerd van je laatste baan?",
    "pt": "Fale sobre um cliente que não estava contente com você.",
}


def test_every_language_has_a_sample() -> None:
    assert SAMPLES.keys() == FREQUENT.keys()


@pytest.mark.parametrize("language", SAMPLES)
@pytest.mark.parametrize("own", SAMPLES)
def test_a_language_is_told_from_each_other_one_or_nothing_is_said(own: str, language: str) -> None:
    said = other_language(SAMPLES[language], own)
    if own == language:
        assert said == ""
    elif {own, language} & {"en", "de", "nl"} and own != language:
        assert said == language
    else:
        assert said in ("", language)


@pytest.mark.parametrize("text", ["", "C++, Java, Go?", "Rijbewijs B?", "de la Cruz?"])
def test_too_little_to_tell(text: str) -> None:
    assert other_language(text, "en") == ""


def test_a_script_in_which_the_language_is_not_written() -> None:
    assert other_language("Расскажите о себе", "en") == "?"
    assert other_language("Naïve café, señor", "en") == ""
    assert other_language("Расскажите о себе", "ru") == ""


def test_an_opening_question_mark_is_spanish() -> None:
    assert other_language("¿Padece alguna enfermedad?", "en") == "es"
    assert other_language("¿Padece alguna enfermedad?", "es") == ""
    assert other_language("¿Padece alguna enfermedad?", "en", ("de", "nl")) == ""


def test_where_the_posting_has_more_of_that_language_less_is_enough() -> None:
    assert other_language("Haben Sie Kinder?", "en") == ""
    assert other_language("Haben Sie Kinder?", "en", ("de", "?"), 2) == "de"
    assert other_language("Haben Sie Kinder?", "en", (), 2) == ""


@pytest.mark.parametrize("text", ["Ile lat to robisz i co on by o tym powiedział?", "Co to jest i do czego to było?"])
def test_a_language_that_is_not_known_is_not_taken_for_one_that_is(text: str) -> None:
    assert other_language(text, "pl", fewest=2) == ""
    assert other_language("Do you have children, and what do they do?", "pl", fewest=2) == "en"


def test_languages_of_many_texts() -> None:
    words = frozenset(["what", "is", "your", "the", "ist", "das", "der", "die", "ihre"])
    assert other_languages(words, "en") == ("de",)
    assert other_languages(words, "de") == ("en",)
    assert other_languages(words - {"das"}, "pl") == ("de", "en")
    assert other_languages(words | {"расскажите"}, "en") == ("de", "?")
    assert other_languages(frozenset(), "en") == ()

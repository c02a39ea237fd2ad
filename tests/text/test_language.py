from __future__ import annotations

import pytest

from heymilo_ops.text.language import FREQUENT, other_language

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

"""Anchors that are a mark in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from heymilo_ops.lint.rule import Hit, Subject, warning
from heymilo_ops.text.memory import MOST_TEXTS
from heymilo_ops.text.similarity import normalised

_WORDS = {
    "de": (
        "antwort antworten ausgezeichnet ausgezeichnete ausreichend ausreichende befriedigend bewerber bewerberin das "
        "der die durchschnittlich durchschnittliche ein eine erfahrung exzellent exzellente fähigkeiten gut gute "
        "guten guter gutes hervorragend hervorragende ist kandidat kandidatin kenntnisse kommunikation leistung "
        "mangelhaft mangelhafte mittelmässig mittelmässige nicht perfekt perfekte schlecht schlechte schlechten "
        "schlechter schlechtes schwach schwache sehr stark starke und ungenügend ungenügende unzureichend "
        "unzureichende wissen"
    ),
    "en": (
        "a ability above acceptable adequate all amazing an and answer answers at attitude average awful bad below "
        "best brilliant candidate clear communication communicator decent excellent exceptional exemplary experience "
        "fair fine fit fully good great high highest ideal in inadequate insufficient is knowledge low lowest "
        "mediocre midpoint ok okay outstanding overall perfect performance poor poorly quality really response "
        "responses satisfactory score skill skills solid stellar strong subpar superb terrible the truly unacceptable "
        "unclear understanding unsatisfactory very weak well with wonderful worst wrong"
    ),
    "es": (
        "aceptable bien buen buena bueno candidata candidato comunicación conocimiento conocimientos deficiente débil "
        "el es excelente excelentes experiencia fuerte habilidades insuficiente la mal mala malo mediocre muy "
        "perfecta perfecto pésima pésimo regular respuesta respuestas sobresaliente suficiente un una y"
    ),
    "fr": (
        "bien bon bonne candidat candidate communication compétences connaissances est et excellent excellente "
        "exceptionnel exceptionnelle expérience faible fort forte insuffisant insuffisante la le mal mauvais mauvaise "
        "moyen moyenne médiocre nul nulle parfait parfaite pas passable réponse réponses satisfaisant satisfaisante "
        "suffisant suffisante très un une"
    ),
    "it": (
        "bene buon buona buono candidata candidato cattiva cattivo competenze comunicazione conoscenze debole "
        "discreta discreto e eccellente esperienza forte insufficiente la male mediocre molto ottima ottimo perfetta "
        "perfetto pessima pessimo risposta risposte scarsa scarso sufficiente un una è"
    ),
    "nl": (
        "antwoord antwoorden communicatie de een en erg ervaring gemiddeld goed goede heel het is kandidaat kennis "
        "matig matige niet onvoldoende perfect prima redelijk redelijke slecht slechte sterk sterke uitmuntend "
        "uitstekend uitstekende vaardigheden voldoende zeer zwak zwakke"
    ),
    "pl": (
        "bardzo dobra dobry dobrze doskonała doskonały doświadczenie i jest kandydat komunikacja niedostateczna "
        "niedostateczny odpowiedź słaba słabo słaby wiedza zła zły świetna świetny źle"
    ),
    "pt": (
        "a bem boa bom candidata candidato comunicação conhecimento conhecimentos e excelente experiência fraca fraco "
        "insuficiente mau mediano muito má médio o perfeita perfeito péssima péssimo razoável regular resposta "
        "respostas ruim suficiente um uma é ótima ótimo"
    ),
    "ru": (
        "знания и кандидат не неудовлетворительно опыт ответ отлично отличный очень плохо плохой превосходно слабо "
        "слабый удовлетворительно хороший хорошо"
    ),
}
"""What grades, and what stands around it, as ``normalised`` writes it: an anchor of such words alone says no more."""
_LANGUAGES = tuple(frozenset(words.split()) for words in _WORDS.values())
_FIRST = frozenset(word for words in _LANGUAGES for word in words)

_SIGNS = re.compile(r"\A(?=.*[\d*★☆⭐✩✰👍👎✅❌✓✗✔✘⬆⬇])[\s\d★☆⭐✩✰👍👎✅❌✓✗✔✘⬆⬇\ufe0f…*/.,%()–—+-]+")
"""Stars, thumbs, ticks and numbers alone."""
_SCALES = re.compile(
    r"\A(?:(?:grade |note |mark )?[a-f] ?[+−–-]?(?: (?:answer|candidate|grade|player|response))?"
    r"|\d+(?: out of \d+)? (?:out of \d+|points?|stars?)|(?:one|two|three|four|five) (?:out of five|stars?)"
    r"|(?:(?:clear|definite|lean|leaning|soft|solid|strong|weak)(?:ly)?[ -])?"
    r"(?:do(?:es)? not|don't|no|not|yes)?[ -]?hire"
    r"|needs? (?:some )?improvement|not (?:acceptable|adequate|good|great|ok|okay|sufficient)(?: enough)?"
    r"|(?:lean|strong|weak)[ -](?:no|yes)|(?:strong )?(?:pass|fail|reject)"
    r"|(?:(?:consistently|far|partially|slightly|well) )?"
    r"(?:above|at|below|does not meet|doesn't meet|exceeds?|exceeding|fails to meet|meeting|meets?|not meeting)"
    r"(?: all| most| our| some| the)* (?:average|bar|expectations?|par|requirements?|standards?))"
)
"""Grades of schools, of hiring and of yearly reviews, in small letters."""
_HAN = re.compile(
    r"(?:とても|非常に|大変|すごく|最も|やや|很|非常|十分|太|较|매우|아주)?\s?"
    r"(?:悪い|良い|よい|いい|優れている|優れた|優秀|素晴らしい|不十分|十分|不良|良好|普通|弱い|強い|最悪|最高|最低|可|不可|良|優|"
    r"差|好|优秀|不合格|合格|及格|不及格|一般|糟糕|나쁨|나쁜|좋음|좋은|우수|우수한|미흡|미흡한|보통|탁월|탁월한)"
    r"[なの的]?\s?(?:回答|答え|候補者|答案|候选人|답변|지원자)?(?:です|だ)?"
)


@lru_cache(maxsize=MOST_TEXTS)
def is_grade(text: str) -> bool:
    """Return whether a text is only a grade: "Excellent answer", "Sehr gut", "★★★★★", "A+", "Strong hire"."""
    plain = text.strip().strip("\"'“”‘’.!。！;,").strip()
    if _SIGNS.fullmatch(plain):
        return True
    words = normalised(plain).split()
    if not words:
        return False
    if _SCALES.fullmatch(" ".join(plain.lower().replace("’", "'").split())) or _HAN.fullmatch(plain):
        return True
    if words[0] not in _FIRST and not words[0].isdecimal():
        return False
    return any(all(word in known or word.isdecimal() for word in words) for known in _LANGUAGES)


_LONGEST = 60
"""Vague anchors are short; longer texts aren't looked at."""


@warning("RB111")
def anchor_vague(subject: Subject) -> Iterator[Hit]:
    """An anchor describes what the candidate says or does.

    "Excellent answer" leaves it to the scorer what excellent is, and two people would not agree. So do marks: stars,
    A+, "Strong hire", "Exceeds expectations", in several languages.

    PASS:
        modality: resume_scoring
        text: Customer-facing experience
        evaluation_criteria: Look for channels used, volumes handled and problems resolved.
        score_of_1: No example.
        score_of_5: Two or more channels, with volumes and examples of resolved problems.
    FAIL:
        modality: resume_scoring
        text: Customer-facing experience
        evaluation_criteria: Look for channels used, volumes handled and problems resolved.
        score_of_1: No example.
        score_of_5: Excellent communication skills.
    """
    for pointer, question in subject.scorable:
        for name, anchor in (("score_of_1", question.score_of_1), ("score_of_5", question.score_of_5)):
            if anchor is not None and len(anchor) <= _LONGEST and is_grade(anchor):
                yield Hit(
                    f"{pointer}/{name}",
                    f'{name} is "{anchor.strip()}", which is a mark and not something that can be observed',
                    "describe what the candidate says or does, so that two people would agree",
                )

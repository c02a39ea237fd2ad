"""Degrees and famous schools as requirements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from heymilo_ops.lint.rule import At, Hit, Subject, field, warning
from heymilo_ops.text.memory import MOST_TEXTS

_SCHOOLS = ("college", "ivy", "oxbridge", "russell group", "school", "universit")
_DEGREES = (
    "bachelor", "bsc", "b.sc", "degree", "diploma", "doctorate", "graduate", "master", "mba", "msc", "m.sc", "phd",
    "ph.d",
)  # fmt: skip
_DEGREE = re.compile(
    r"\b(?:bachelor(?:['’]?s)?(?: degree| of)?|master['’]?s(?: degree| of| in)|masters degree|ph\.?d\.?"
    r"|doctorate|diploma"
    r"|b\.?sc|m\.?sc|mba|(?:university|college|undergraduate|postgraduate|graduate|academic|first[- "
    r"]class|honou?rs) degree"
    r"|degree in|an? degree|degree[- ]educated|(?:university|college) (?:education|graduate)|graduate of (?:a|an) )",
    re.IGNORECASE,
)
_PRESTIGE = re.compile(
    r"\b(?:ivy[- ]league|russell group|oxbridge|(?:top|elite|leading|prestigious|renowned|reputable|well[- ]known)"
    r"(?:[- ](?:tier|ranked|rated|\d+|ten|five))? (?:business )?(?:universit(?:y|ies)|schools?|colleges?)"
    r"|target (?:school|universit(?:y|ies))s?|tier[- ](?:1|one) (?:universit(?:y|ies)|schools?|colleges?))\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\bequivalen\w+|\b(?:or|and/or) (?:\w+[ -]){0,5}(?:apprenticeship|certificat\w+|experience|practice"
    r"|qualification\w*|"
    r"training|work)\b|\b(?:similar|comparable|relevant) (?:\w+ )?experience\b|\bin lieu\b",
    re.IGNORECASE,
)
_BY_LAW = re.compile(
    r"\b(?:nurs\w*|midwi\w*|medic(?:al|ine)|physicians?|doctors? of|dent\w+|pharma\w*|veterinar\w*|law"
    r"|legal|juris|llb|j\.?d"
    r"|teach\w*|education|psycholog\w*|physiotherap\w*|social work\w*|architect\w*|chartered|licen[cs]ed|registered|"
    r"accredited|regulated|required by law)\b",
    re.IGNORECASE,
)


@warning("KO132", english=True)
def degree_required(subject: Subject) -> Iterator[Hit]:
    """A requirement of a degree takes what is equivalent too, and no school is asked for by its name or rank.

    Degrees and famous schools go with family and money more than with the work; where they sift people, that
    falls unevenly. Professions for which the law asks for a degree are left alone. Some English phrases are recognised.

    PASS:
        type: resume
        config: {knockout_enabled: true, mandatory: true}
        questions:
          - {modality: resume_eligibility, text: Has a degree in chemistry or equivalent experience.}
    FAIL:
        type: resume
        config: {knockout_enabled: true, mandatory: true}
        questions:
          - {modality: resume_eligibility, text: Has a degree in chemistry.}
    """
    schools = [sign for sign in _SCHOOLS if sign in subject.lowered]
    required = list(_requirements(subject))
    lowered = "\n".join(text for _, text in required).lower()
    if schools or any(sign in lowered for sign in _DEGREES):
        for pointer, text in required:
            school, degree = _prestige(text), _degree(text)
            if school or degree:
                yield Hit(
                    pointer,
                    f"the requirement asks for {'a school by its rank' if school else 'a degree and nothing else'}: "
                    f'"{school or degree}"',
                    "ask for what was learned or done there" if school else "add: or equivalent experience",
                )
    if schools:
        for pointer, text in _rubrics(subject):
            school = _prestige(text)
            if school:
                yield Hit(
                    pointer,
                    f'the rubric scores a school by its rank: "{school}"',
                    "score what was learned or done there",
                )


@lru_cache(maxsize=MOST_TEXTS)
def _prestige(text: str) -> str:
    """The school that a text asks for by its rank, empty for none."""
    lowered = text.lower()
    match = _PRESTIGE.search(text) if any(sign in lowered for sign in _SCHOOLS) else None
    return match.group() if match else ""


@lru_cache(maxsize=MOST_TEXTS)
def _degree(text: str) -> str:
    """The degree that a text asks for and nothing else, empty for none."""
    match = _DEGREE.search(text)
    return "" if match is None or _OTHERWISE.search(text) or _BY_LAW.search(text) else match.group().strip()


def _rubrics(subject: Subject) -> Iterator[At[str]]:
    for pointer, question in subject.scorable:
        for name in ("evaluation_criteria", "score_of_1", "score_of_5"):
            yield At(f"{pointer}/{name}", field(question, name) or "")


def _requirements(subject: Subject) -> Iterator[At[str]]:
    for pointer, question in subject.eligibility:
        yield At(f"{pointer}/text", question.text)
    for pointer, sms in subject.sms:
        if sms.is_dealbreaker:
            yield At(f"{pointer}/text", sms.text)
    for pointer, form in subject.form:
        if form.is_knockout:
            yield At(f"{pointer}/text", form.text)

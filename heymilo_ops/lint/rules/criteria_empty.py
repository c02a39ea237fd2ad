"""Criteria that name a thing and say nothing about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning

_LONGEST = 60
_WORD = re.compile(r"[^\W\d_][\w+#.-]*")
_SPACED = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ\s\W\d]+")
"""Scripts that put blanks between words."""
_QUALITIES = (
    "a ability abilities and answer answers attitude clarity communication competence confidence creativity "
    "culture empathy energy enthusiasm experience expertise fit good great in initiative interpersonal "
    "judgement judgment knowledge leadership motivation of or organisation organization overall ownership "
    "personality potential problem problem-solving professionalism proficiency quality skill skills soft solid "
    "solving strong teamwork technical the thinking time management understanding verbal written"
)
_EMPTY = frozenset(_QUALITIES.split())
"""Names of qualities, and what stands around them. In any number they say no more than one of them."""
_FEWEST = 3


@warning("RB118")
def criteria_say_nothing(subject: Subject) -> Iterator[Hit]:
    """Criteria say what to look for in the answer.

    The scorer reads only the rubric. "SQL" or "Communication skills" leaves it to the scorer what of it counts.

    PASS:
        modality: resume_scoring
        text: SQL
        evaluation_criteria: Look for SQL queries that were made faster, and for how this was measured.
        score_of_1: Lists SQL among the tools.
        score_of_5: Describes a query that was slow, what was changed, and the time that it saved.
    FAIL:
        modality: resume_scoring
        text: SQL
        evaluation_criteria: SQL
        score_of_1: Lists SQL among the tools.
        score_of_5: Describes a query that was slow, what was changed, and the time that it saved.
    """
    for pointer, question in subject.scorable:
        criteria = question.evaluation_criteria
        if criteria is None or len(criteria) > _LONGEST or not _SPACED.fullmatch(criteria):
            continue
        words = _WORD.findall(criteria.lower())
        if words and (len(words) < _FEWEST or all(word.strip(".") in _EMPTY for word in words)):
            yield Hit(
                f"{pointer}/evaluation_criteria",
                f'the criteria are "{" ".join(criteria.split())}", which says nothing about the answer',
                "say what a good answer has in it: Look for …",
            )

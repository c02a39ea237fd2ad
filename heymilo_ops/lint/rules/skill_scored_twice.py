"""One skill that two heavy questions score."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, info

_HEAVY = 4
_SKILLS = (
    ("adaptability", r"adaptab\w+"),
    ("attention to detail", r"attention to detail"),
    ("communication", r"communication skills?|communicates? clearly|clear communication"),
    ("conflict resolution", r"conflict resolution|resol\w+ (?:of )?conflicts?"),
    ("critical thinking", r"critical thinking"),
    ("customer service", r"customer[ -](?:service|focus|orientation)"),
    ("decision making", r"decision[ -]making"),
    ("delegation", r"delegat\w+"),
    ("leadership", r"leadership"),
    ("mentoring", r"mentor\w*"),
    ("negotiation", r"negotiat\w+"),
    ("prioritisation", r"priorit\w+"),
    ("problem solving", r"problem[ -]solving"),
    ("project management", r"project management"),
    ("stakeholder management", r"stakeholder management"),
    ("teamwork", r"teamwork|team[ -]work(?:ing)?|collaborat\w+"),
    ("time management", r"time[ -]management"),
)
_NAMED = re.compile("|".join(f"(?P<s{i}>\\b(?:{pattern}))" for i, (_, pattern) in enumerate(_SKILLS)))
_SIGNS = (
    "adaptab", "attention to", "collaborat", "communicat", "conflict", "critical thinking", "customer focus",
    "customer orient", "customer service", "customer-", "decision", "delegat", "leadership", "mentor", "negotiat",
    "priorit", "problem solving", "problem-solving", "project management", "stakeholder", "team work", "team-work",
    "teamwork", "time management", "time-management",
)  # fmt: skip


@info("RB117", english=True)
def skill_scored_twice(subject: Subject) -> Iterator[Hit]:
    """A skill is scored by one question of high weight, not by two.

    Otherwise it counts double, and nobody chose that. A few skills are recognised where the criteria name them in
    English.

    PASS:
        modality: voice
        text: Tell me about a plan that two teams had to agree on.
        question_type: scored
        evaluation_criteria: Look for negotiation, and for what each team gave up.
        score_of_1: Names no agreement, or one that others made.
        score_of_5: Names what both sides wanted, what was offered, and how the agreement held.
        score_weight: 5
    FAIL:
        type: web_interview
        questions:
          - text: Tell me about a plan that two teams had to agree on.
            question_type: scored
            evaluation_criteria: Look for negotiation, and for what each team gave up.
            score_of_1: Names no agreement, or one that others made.
            score_of_5: Names what both sides wanted, what was offered, and how the agreement held.
            score_weight: 5
          - text: How would you ask a supplier for a lower price?
            question_type: scored
            evaluation_criteria: Look for preparation and negotiation with the supplier.
            score_of_1: Would take the first offer of the supplier.
            score_of_5: Prepares other offers, asks for the reason of the price, and trades volume for it.
            score_weight: 4
    """
    heavy = [at for at in subject.voice if (at.value.score_weight or 0) >= _HEAVY and not at.value.not_scored]
    if len(heavy) < 2:
        return
    criteria = "\n".join(at.value.evaluation_criteria or "" for at in heavy).lower()
    if not any(sign in criteria for sign in _SIGNS):
        return
    first: dict[str, int] = {}
    for i, (pointer, question) in enumerate(heavy):
        for skill in _named(question.evaluation_criteria or ""):
            if first.setdefault(skill, i) != i:
                yield Hit(
                    f"{pointer}/evaluation_criteria",
                    f"{skill} is scored by an earlier question of weight {heavy[first[skill]].value.score_weight} too",
                    "score it once, or give one of the two a lower weight",
                )


def _named(criteria: str) -> list[str]:
    groups = {match.lastgroup for match in _NAMED.finditer(criteria.lower())}
    return [skill for i, (skill, _) in enumerate(_SKILLS) if f"s{i}" in groups]

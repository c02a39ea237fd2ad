from __future__ import annotations

from heymilo_ops.lint.rules.skill_scored_twice import skill_scored_twice


def interview(*questions: tuple[str, int]):
    made = [
        {"modality": "voice", "text": f"Question {i}", "evaluation_criteria": criteria, "score_weight": weight}
        for i, (criteria, weight) in enumerate(questions)
    ]
    return {"type": "web_interview", "questions": made}


def test_a_skill_of_two_heavy_questions(hits_of):
    part = interview(("Look for teamwork and negotiation, and teamwork.", 5), ("Look for negotiating.", 4))
    (hit,) = hits_of(skill_scored_twice, part)
    assert hit.pointer == "/workflow/0/questions/1/evaluation_criteria"
    assert hit.message.startswith("negotiation is scored by an earlier question of weight 5")


def test_a_skill_that_counts_once(hits_of):
    for part in (
        interview(("Look for negotiation.", 5), ("Look for negotiation.", 3)),
        interview(("Look for negotiation.", 5), ("Look for teamwork.", 5)),
        interview(("Look for steps.", 5), ("Look for steps.", 5)),
    ):
        assert hits_of(skill_scored_twice, part) == []

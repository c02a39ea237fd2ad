from __future__ import annotations

from heymilo_ops.lint.rules.rubric_of_another import rubric_of_another

CRITERIA = "Look for how the upset customer was heard."


def interview(*questions: tuple[str, str | None]):
    made = [{"modality": "voice", "text": text, "evaluation_criteria": criteria} for text, criteria in questions]
    return {"type": "web_interview", "questions": made}


def test_criteria_that_were_copied_along(hits_of):
    long = "Explain a recursive function in a language that you have chosen, as if I had never programmed"
    part = interview(("Tell me about an upset customer.", CRITERIA), (long, f"{CRITERIA} "))
    (hit,) = hits_of(rubric_of_another, part)
    assert hit.pointer == "/workflow/0/questions/1/evaluation_criteria" and "upset customer" in hit.message


def test_criteria_of_both(hits_of):
    for part in (
        interview(("Tell me about an upset customer.", CRITERIA), ("How would you calm a customer?", CRITERIA)),
        interview(("Explain recursion.", CRITERIA), ("Explain a closure.", CRITERIA)),
        interview(("Explain recursion.", CRITERIA), ("Tell me about an upset customer.", "Look for steps.")),
        interview(("Explain recursion.", None), ("Tell me about an upset customer.", None)),
    ):
        assert hits_of(rubric_of_another, part) == []


def test_a_long_question_is_cut(hits_of):
    part = interview((f"Tell me about an upset customer {'and another ' * 9}", CRITERIA), ("Explain it.", CRITERIA))
    (hit,) = hits_of(rubric_of_another, part)
    assert "…" in hit.message

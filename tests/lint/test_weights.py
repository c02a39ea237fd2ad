from __future__ import annotations

from heymilo_ops.lint.rules.weights import one_question_decides, weights_all_highest


def step(*weights: int | None, kind: str = "resume"):
    modality = "resume_scoring" if kind == "resume" else "voice"
    questions = [
        {"modality": modality, "text": f"Skill {i}", "score_weight": weight} for i, weight in enumerate(weights)
    ]
    return {"type": kind, "questions": questions}


def test_the_highest_weight_for_all_is_reported_once_a_step(hits_of):
    both = {"workflow": [step(5, 5, 5), step(5, 5, 5, 5, kind="web_interview")]}
    first, second = hits_of(weights_all_highest, both)
    assert (first.pointer, second.pointer) == (
        "/workflow/0/questions/0/score_weight",
        "/workflow/1/questions/0/score_weight",
    ) or (second.pointer, first.pointer) == (
        "/workflow/0/questions/0/score_weight",
        "/workflow/1/questions/0/score_weight",
    )


def test_other_weights(hits_of):
    for weights in ((5, 5), (5, 5, 4), (4, 4, 4), (5, None, 5, 5)):
        assert hits_of(weights_all_highest, step(*weights)) == []


def test_one_that_outweighs_the_rest(hits_of):
    (hit,) = hits_of(one_question_decides, step(1, 5, 1, 1))
    assert hit.pointer == "/workflow/0/questions/1/score_weight" and "62 %" in hit.message


def test_none_outweighs_the_rest(hits_of):
    for weights in ((5, 1), (2, 1, 1), (5, None, 1), (5, 0, 1)):
        assert hits_of(one_question_decides, step(*weights)) == []


def test_what_is_not_scored_has_no_share(hits_of):
    part = step(5, 5, 5, kind="web_interview")
    part["questions"][0] |= {"not_scored": True}
    part["questions"][1] |= {"question_type": "open-ended"}
    assert hits_of(weights_all_highest, part) == []

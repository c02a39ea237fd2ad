from dataclasses import replace

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.people import Impact
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import DriftField, FieldChange, SharedChange
from heymilo_ops.plan.review_input import Designs, ReviewFinding, ReviewInput
from heymilo_ops.review.public_view import OTHER, WITHHELD, public_view

SECRETS = ("the secret rubric", "the secret answer", "https://secret.example")


def secret_review(made, *, public: bool = True) -> ReviewInput:
    rubric, answer, link = SECRETS
    question = {"modality": "form", "text": "Q?", "answer": answer, "operator": "gte", "score_of_5": rubric}
    fields = (
        FieldChange("/workflow/1/questions/0/score_of_5", "changed", rubric, f"{rubric} 2", ChangeClass.RUBRIC),
        FieldChange("/workflow/0/questions/1", "added", None, question, ChangeClass.KNOCKOUT),
        FieldChange("/scheduling_url", "changed", link, f"{link}/2", ChangeClass.COSMETIC),
        FieldChange("/workflow/0/questions/0/answer", "removed", answer, None, ChangeClass.KNOCKOUT),
    )
    drift = (
        DriftField("/questions/q/score_of_5", "changed", rubric, f"{rubric} 3", f"{rubric} 3", ChangeClass.RUBRIC),
        DriftField("/questions/q/text", "changed", "Old?", "New?", "Q?", ChangeClass.WORDING),
    )
    shared = (
        SharedChange(
            "q.yaml", "/questions/q/score_of_1", "changed", rubric, f"{rubric} 4", ChangeClass.RUBRIC, ("a", "b")
        ),
        SharedChange("d.yaml", "/workflow", "added", None, [question], ChangeClass.IDENTITY, ("a", "b")),
    )
    impact = Impact(42, 17, 25, "2026-11-28T02:10:00Z")
    change = made.replacing(fields=fields, drift=drift, impact=impact)
    notes = (Reason(ReasonCode.NOT_COMPLETED_MEANS),)
    plan = replace(made.a_plan(change, shared=shared), notes=notes)
    finding = made.a_finding(message=f"wrong: {rubric}", help=rubric, pointer="/workflow/1/questions/0/score_of_5")
    counted = made.a_finding(code="PL130", name="too-many-people", message="25 people", pointer="")
    findings = (
        ReviewFinding(finding, ("senior-backend-engineer",), quoted=rubric),
        ReviewFinding(counted, ("senior-backend-engineer",)),
        ReviewFinding(made.a_finding(message="kept"), ()),
    )
    form = {"title": "T", "scheduling_url": link, "workflow": [{"type": "form", "questions": [question]}]}
    designs = {"senior-backend-engineer": Designs("senior-backend-engineer", None, form)}
    return ReviewInput(plan, designs=designs, findings=findings, public=public)


def test_a_private_review_is_shown_as_it_is(made) -> None:
    review = secret_review(made, public=False)
    assert public_view(review) is review


def test_what_candidates_must_not_read_is_nowhere(made) -> None:
    review = public_view(secret_review(made))
    (change,) = review.plan.changes
    values = (change.fields, change.drift, review.plan.shared, review.designs, review.findings)
    assert not [secret for secret in SECRETS if secret in repr(values)]
    assert change.impact is None and review.plan.notes == () and "25 people" not in repr(review.findings)
    assert review.findings[2].finding.message == "kept"


def test_that_something_changed_is_still_told(made) -> None:
    (change,) = public_view(secret_review(made)).plan.changes
    rubric, question, link, answer = change.fields
    assert (rubric.before, rubric.after) == (link.before, link.after) == (OTHER, WITHHELD)
    assert question.after == {"modality": "form", "text": "Q?", "answer": WITHHELD}
    assert (answer.before, answer.after) == (OTHER, None)
    settled, text = change.drift
    assert (settled.baseline, settled.live, settled.desired) == (OTHER, WITHHELD, WITHHELD) and settled.is_settled
    assert (text.baseline, text.live) == ("Old?", "New?")

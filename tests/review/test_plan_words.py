import pytest

from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.review.plan_words import plan_notes, plan_summary


@pytest.mark.parametrize(
    ("number", "who"), [(1, "1 open posting at HeyMilo is"), (2, "2 open postings at HeyMilo are")]
)
def test_postings_that_nobody_manages_are_counted(made, number: int, who: str) -> None:
    how = "`heymilo-ops -w production list --unmanaged` shows them"
    assert plan_notes(made.a_plan(unmanaged=number)) == (f"{who} managed by nobody: {how}",)
    assert plan_notes(made.a_plan(unmanaged=0)) == ()


def test_something_pending_is_a_change(made) -> None:
    unknown = Reason(ReasonCode.OUTCOME_UNKNOWN, "create")
    plan = made.a_plan(Change("a", Action.HOLD, reasons=(unknown,)), pending=("a",))
    assert "".join(plan_summary(plan)) == "Plan: 0 to create, 0 to update, 0 to replace, 0 to archive, 1 to settle."

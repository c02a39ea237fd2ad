"""The deadlines of a plan are on the clock that the author wrote, and its shared changes are still told once."""

from dataclasses import replace

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.plan.change import Action, Change, FieldChange, SharedChange
from heymilo_ops.plan.operation import PatchPosting, RecordOnly
from heymilo_ops.plan.shared_changes import Shares
from heymilo_ops.report.plan_text import render_plan
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.author_clock import with_author_clock
from tests.review.rendered import markdown

DEADLINE = FieldChange("/deadline", "changed", "2027-03-01T16:00:00Z", "2027-03-02T16:00:00Z", ChangeClass.COSMETIC)
BOTH = "1 Mar 2027 17:00 +01:00 (16:00 UTC)", "2 Mar 2027 17:00 +01:00 (16:00 UTC)"


def change(made, address: str = "a", **more) -> Change:
    recorded = RecordOnly(made.wanted(deadline="2027-03-02T17:00:00+01:00"))
    return replace(Change(address, Action.UPDATE, fields=(DEADLINE,), operations=(recorded,)), **more)


def test_text_and_markdown_say_a_deadline_the_same_way(made) -> None:
    plan = made.a_plan(change(made))
    wide, narrow = (render_plan(plan, Writer(columns=width), lambda _path, _line: None) for width in (100, 60))
    assert f"~ deadline: {BOTH[0]} → {BOTH[1]}\n" in wide
    assert f"~ deadline:\n          | {BOTH[0]}\n          | → {BOTH[1]}\n" in narrow
    said = markdown(plan)
    assert f"~ deadline: {BOTH[0]} → {BOTH[1]}\n" in said
    assert "1 Mar 2027 17\\:00 \\+01\\:00 \\(16\\:00 UTC\\)" in said


def test_a_saved_plan_knows_the_clock_by_what_would_be_sent_and_else_utc(made) -> None:
    sent = change(made, operations=(PatchPosting("A", {"deadline": "2027-03-02T17:00:00+01:00"}),))
    assert with_author_clock(made.a_plan(sent)).changes[0].fields[0].before == "2027-03-01T17:00:00+01:00"
    unknown = made.a_plan(change(made, operations=()))
    assert with_author_clock(unknown) == unknown


def test_a_deadline_that_is_new_or_gone_stands_alone(made) -> None:
    given = replace(DEADLINE, kind="added", before=None)
    gone = replace(DEADLINE, kind="removed", after=None)
    said = render_plan(
        made.a_plan(change(made, fields=(given,)), change(made, "b", fields=(gone,))), Writer(), lambda _p, _l: None
    )
    assert f"+ deadline: {BOTH[1]}\n" in said and f"- deadline: {BOTH[0]}\n" in said


def test_a_shared_deadline_is_told_once(made) -> None:
    """Also where one of its postings writes the same moment with another offset."""
    entries = [
        SharedChange(path, field, "changed", before, after, ChangeClass.COSMETIC, ("a", "b"))
        for path, field, before, after in [
            ("postings/_shared/defaults/x.yaml", "/deadline", DEADLINE.before, DEADLINE.after),
            ("postings/_shared/defaults/x.yaml", "/company_overview", "old", "new"),
        ]
    ]
    other = change(made, "b", operations=(RecordOnly(made.wanted(deadline="2027-03-02T18:00:00+02:00")),))
    plan = made.a_plan(change(made), other, shared=tuple(entries))
    moved = with_author_clock(plan)
    assert moved.shared[0].after == "2027-03-02T17:00:00+01:00" and moved.shared[1] == entries[1]
    assert all(Shares(moved).alone(each) for each in moved.changes)
    assert render_plan(plan, Writer(), lambda _path, _line: None).count(BOTH[1]) == 1

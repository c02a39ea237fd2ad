from dataclasses import replace
from types import SimpleNamespace

import pytest

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import Action, Change, FieldChange, PatchPosting, RecordOnly, SharedChange
from heymilo_ops.plan.comparison import Comparison
from heymilo_ops.plan.shared_changes import Shares
from heymilo_ops.report.plan_text import render_plan
from heymilo_ops.report.writer import Writer
from heymilo_ops.review import shared_sections
from heymilo_ops.review.markdown import render_block
from heymilo_ops.review.markdown_fit import SUMMARY
from heymilo_ops.review.plan_words import (
    comparison_callout,
    comparison_paragraphs,
    plan_notes,
    plan_summary,
    shared_example,
    shared_line,
    with_author_clock,
)
from tests.review.rendered import markdown


@pytest.mark.parametrize(
    ("number", "who"), [(1, "1 open posting at HeyMilo is"), (2, "2 open postings at HeyMilo are")]
)
def test_postings_that_nobody_manages_are_counted(made, number: int, who: str) -> None:
    shows, takes = "heymilo-ops -w production list --unmanaged", "heymilo-ops -w production import"
    how = f"`{shows}` shows them, `{takes}` makes manifests of them"
    assert plan_notes(made.a_plan(unmanaged=number)) == (f"{who} managed by nobody: {how}",)
    assert plan_notes(made.a_plan(unmanaged=0)) == ()


def test_something_pending_is_a_change(made) -> None:
    unknown = Reason(ReasonCode.OUTCOME_UNKNOWN, "create")
    plan = made.a_plan(Change("a", Action.HOLD, reasons=(unknown,)), pending=("a",))
    assert "".join(plan_summary(plan)) == "Plan: 0 to create, 0 to update, 0 to replace, 0 to archive, 1 to settle."


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
    assert "1 Mar 2027 17:00 +01:00 (16:00 UTC)" in said


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


def entry(field: str, kind: str = "changed", before: object = "a b", path: str = "d.yaml") -> SharedChange:
    return SharedChange(path, field, kind, before, "c d", ChangeClass.NOTICE, ("x", "y"))


@pytest.mark.parametrize(
    ("each", "said", "titled"),
    [
        (entry("/title"), "title reworded in d.yaml, 2 postings", "Job title"),
        (entry("/title", "added", None), "title added in d.yaml, 2 postings", "Job title"),
        (entry("/title", "removed"), "title taken out, shared through d.yaml, 2 postings", "Job title"),
        (entry("/max_retakes", before=1), "max_retakes changed in d.yaml, 2 postings", "Retakes"),
        (entry("/config/voice_id", before="v1"), "voice_id changed in d.yaml, 2 postings", "Interviewer's voice"),
        (entry("/questions/text"), "questions.text reworded in d.yaml, 2 postings", "Text"),
        (
            entry("/questions/on-call/text"),
            "question on-call: text reworded in d.yaml, 2 postings",
            "Question on-call: Text",
        ),
        (
            entry("/metadata/a~1b", before="1"),
            "metadata.a/b changed in d.yaml, 2 postings",
            "Your own notes: metadata.a/b",
        ),
        (entry("/title", path="\x1b[31md.yaml"), "title reworded in d.yaml, 2 postings", "Job title"),
    ],
)
def test_words(each: SharedChange, said: str, titled: str) -> None:
    assert shared_line(each) == said
    assert shared_sections.shared_title(each) == titled


def test_an_entry_that_nothing_bears_out_is_still_told(made: SimpleNamespace) -> None:
    """A plan file may have been edited: its shared entries are under no digest."""
    each = entry("/title")
    plan = made.a_plan(Change("w", Action.HOLD), Change("x", Action.HOLD, fields=made.FIELDS[:1]), shared=(each,))
    assert shared_example(plan, each) is None and shared_example(made.a_plan(shared=(each,)), each) is None
    assert "#### Job title · 2 postings" in markdown(plan)
    assert "# title reworded in d.yaml, 2 postings" in render_plan(plan, Writer(), lambda path, number: None)


def test_a_group_without_reasons(made: SimpleNamespace) -> None:
    field = made.FIELDS[0]
    each = SharedChange("d.yaml", "/deadline", "changed", field.before, field.after, field.effect, ("x", "y"))
    held = [Change(name, Action.HOLD, fields=(field,)) for name in "xy"]
    plan = made.a_plan(*held, shared=(each,))
    assert "Why" not in markdown(plan) and "why" not in render_plan(plan, Writer(), lambda path, number: None)


def test_a_part_too_large_is_counted_by_its_postings(made: SimpleNamespace) -> None:
    field = made.FIELDS[1]
    names = tuple(f"n-{i:03}" for i in range(200))
    each = SharedChange(
        "t.md", "/interview_process_overview", "changed", field.before, field.after, field.effect, names
    )
    plan = made.a_plan(*(made.replacing(address=name, fields=(field,)) for name in names), shared=(each,))
    whole = markdown(plan)
    shown = markdown(plan, replace(SUMMARY, size=len(whole.encode()) - 9))
    assert len(shown.encode()) < len(whole.encode())
    assert "200 postings are shown without what is folded" in shown


def test_each_kind_is_a_paragraph_and_cleaned() -> None:
    said = comparison_paragraphs(Comparison(("a",), ("b: its fields",), ("the note 'x\x1b[2J\ny' is new.",)), "")
    assert said[0] == "THE FILE TELLS OTHERWISE than a plan made here: b: its fields."
    assert said[1].endswith("what is done to 1 posting, with every field, class and revision.")
    assert said[2].startswith("Only read from the file: the note 'x") and "\x1b" not in said[2]
    assert "\n" not in said[2]


def test_what_could_not_be_recomputed_is_said() -> None:
    assert comparison_paragraphs(Comparison(), "no\nrepo") == [
        "Nothing of this was recomputed: no repo. All of it is only what the file says."
    ]
    assert comparison_paragraphs(Comparison(otherwise=("b: its fields",)), "") == [
        "THE FILE TELLS OTHERWISE than a plan made here: b: its fields."
    ]


def test_it_is_cut_folded_and_quoted() -> None:
    (_, said) = comparison_paragraphs(Comparison(unknown=tuple(f"x{number}" for number in range(30))), "")
    assert said.endswith("x19; and 10 more.")
    assert max(map(len, Writer(columns=50).prose(said).splitlines())) <= 50
    assert render_block(comparison_callout(["<b>", "c"])) == "> [!NOTE]\n> \\<b>\n>\n> c"

"""Shared changes in words."""

from types import SimpleNamespace

import pytest

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.plan.change import Action, Change, SharedChange
from heymilo_ops.report.plan_text import render_plan
from heymilo_ops.report.writer import Writer
from heymilo_ops.review import shared_sections
from heymilo_ops.review.shared_change_words import shared_example, shared_line
from tests.review.rendered import markdown


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
    shown = markdown(plan, len(whole.encode()) - 1)
    assert len(shown.encode()) < len(whole.encode())
    assert "200 postings are shown without the part for engineers" in shown or "1 posting is shown" in shown

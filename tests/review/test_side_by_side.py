"""What stands in one row, and what is marked in it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.review.document import Inline, SideBySide, Style
from heymilo_ops.review.script import script_of
from heymilo_ops.review.side_by_side import RowMark, ScriptPart, ScriptRow, side_by_side

STRONG = "Tells it in order, and names what changed afterwards."


def voice(text: str, **more: Any) -> dict[str, Any]:
    return {"modality": "voice", "text": text, "question_type": "scored", "score_weight": 1, **more}


def gate(text: str, answer: str) -> dict[str, Any]:
    field = {"modality": "form", "text": text, "question_type": "dropdown", "is_knockout": True}
    return {**field, "answer": answer, "operator": "eq", "dropdown_values": [{"label": "Yes", "value": "Yes"}]}


def form(*questions: dict[str, Any], kind: str = "web_interview", **config: Any) -> dict[str, Any]:
    return {
        "title": "Night Baker",
        "language": "en",
        "job_overview": "Four nights a week.",
        "instructions": "Be kind.",
        "workflow": [{"type": kind, "config": config, "questions": list(questions)}],
    }


def parts(before: Any, after: Any, *, public: bool = False) -> tuple[ScriptPart, ...]:
    return side_by_side(
        SideBySide(script_of(before) if before else None, script_of(after) if after else None, public=public)
    )


def rows(part: ScriptPart, kind: str) -> list[ScriptRow]:
    return [row for row in part.rows if row.kind == kind]


def text(line: Inline) -> str:
    return "".join(span.text for span in line)


def styled(line: Inline, style: Style) -> list[str]:
    return [span.text for span in line if span.style is style]


def fact(row: ScriptRow, name: str) -> tuple[str, str]:
    """What a row says of one thing, before and after."""
    before, after = ({line.name: text(line.text) for line in side or ()} for side in (row.before, row.after))
    return before.get(name, ""), after.get(name, "")


def test_what_is_equal_is_marked_nowhere() -> None:
    for part in parts(form(voice("Why?"), knockout_enabled=True), form(voice("Why?"), knockout_enabled=True)):
        assert part.mark is RowMark.SAME
        assert {row.mark for row in part.rows} == {RowMark.SAME}
        for row in part.rows:
            assert row.before == row.after


def test_a_reworded_question_is_one_row_with_its_words_marked() -> None:
    old = voice("How would you stop a payment being processed twice?")
    new = voice("How would you stop a customer being charged twice?")
    (row,) = rows(parts(form(old), form(new))[1], "question")
    assert row.mark is RowMark.CHANGED and row.before and row.after
    assert styled(row.before[0].text, Style.REMOVED) == ["payment", "processed"]
    assert styled(row.after[0].text, Style.ADDED) == ["customer", "charged"]
    assert (text(row.before[0].text), text(row.after[0].text)) == (old["text"], new["text"])


def test_what_is_taken_out_stands_where_it_stood() -> None:
    old = form(voice("First of all?"), voice("Where do bears live?"), voice("Last of all?"))
    new = form(voice("First of all?"), voice("Last of all?"), voice("How is bread made?"))
    found = rows(parts(old, new)[1], "question")
    assert [(row.label, row.mark) for row in found] == [
        ("Question 1", RowMark.SAME),
        ("Question 2 before", RowMark.REMOVED),
        ("Question 2", RowMark.SAME),
        ("Question 3", RowMark.ADDED),
    ]


def test_a_moved_question_says_from_where() -> None:
    one, two, three, four = map(voice, ("First of all?", "Where do bears live?", "How is bread made?", "Who asks?"))
    found = rows(parts(form(one, two, three, four), form(three, one, two, four))[1], "question")
    assert [(row.label, row.mark) for row in found] == [
        ("Question 1, was 3", RowMark.MOVED),
        ("Question 2", RowMark.SAME),
        ("Question 3", RowMark.SAME),
        ("Question 4", RowMark.SAME),
    ]


def test_a_share_and_a_guide_that_differ_make_a_changed_row() -> None:
    old = form(voice("First of all?", score_of_5=STRONG), voice("Last of all?"))
    new = form(voice("First of all?", score_of_5=STRONG[:-1] + " by whom.", score_weight=3), voice("Last of all?"))
    first, last = rows(parts(old, new)[1], "question")
    assert fact(first, "Counts") == ("50% of this step's score", "75% of this step's score")
    assert fact(last, "Counts") == ("50% of this step's score", "25% of this step's score")
    (guide,) = first.guides
    assert guide.mark is RowMark.CHANGED and first.changes and guide.after is not None
    assert styled(guide.after[0].text, Style.ADDED) == [" by whom"]


def test_a_guide_alone_changes_its_step() -> None:
    old, new = (form(voice("First of all?", score_of_5=text)) for text in (STRONG, "Says nothing."))
    whole, step = parts(old, new)
    (row,) = rows(step, "question")
    assert (row.mark, row.changes, step.mark, whole.mark) == (RowMark.SAME, True, RowMark.CHANGED, RowMark.SAME)


def test_a_new_interview_has_one_side() -> None:
    for part in parts(None, form(voice("Why?"))):
        assert part.mark is RowMark.ADDED
        assert all(row.before is None and row.after is not None for row in part.rows)


def test_an_interview_that_ends_has_the_other() -> None:
    for part in parts(form(voice("Why?")), None):
        assert part.mark is RowMark.REMOVED
        assert all(row.after is None and row.before is not None for row in part.rows)


def test_steps_are_paired_by_kind_and_what_is_new_stands_in_its_place() -> None:
    resume, talk = ({"type": kind, "config": {}, "questions": []} for kind in ("resume", "web_interview"))
    base = {"title": "Baker", "language": "en"}
    old, new = {**base, "workflow": [talk]}, {**base, "workflow": [resume, talk]}
    assert [(part.index, part.mark) for part in parts(old, new)[1:]] == [(0, RowMark.ADDED), (1, RowMark.SAME)]
    assert [(part.index, part.mark) for part in parts(new, old)[1:]] == [(0, RowMark.REMOVED), (0, RowMark.SAME)]
    turned = {**base, "workflow": [talk, resume]}
    assert [part.mark for part in parts(new, turned)[1:]] == [RowMark.MOVED, RowMark.SAME]


def test_a_knock_out_says_what_follows_from_it() -> None:
    (row,) = rows(
        parts(None, form(gate("Can you work here?", "Yes"), kind="form", knockout_enabled=True))[1], "question"
    )
    assert fact(row, "Knock-out") == ("", "must answer “Yes”; otherwise this step ends the application.")
    assert fact(row, "Choices") == ("", "Yes")


def test_in_public_neither_rubric_nor_the_answer_that_passes_is_shown() -> None:
    old = form(gate("Can you work here?", "Yes"), kind="form", knockout_enabled=True)
    new = form(voice("Why?", score_of_5=STRONG), intro_message="Hello.")
    shown = repr([parts(side, other, public=True) for side, other in ((None, old), (new, new), (new, None))])
    assert "Why?" in shown and "Hello." in shown and "must answer in a certain way" in shown
    assert "“Yes”" not in shown and STRONG not in shown and "Be kind." not in shown
    assert STRONG in repr(parts(None, new))


def test_settings_have_no_order_of_their_own() -> None:
    one = {**form(), "deadline": "2035-01-31T18:00:00Z", "metadata": {"team": "x"}}
    other = {"metadata": {"team": "x"}, "deadline": "2035-01-31T18:00:00Z", **form()}
    assert parts(one, other)[0].mark is RowMark.SAME


def test_what_is_said_last_stands_last() -> None:
    said = form(voice("Why?"), intro_message="Hello.", outro_message="Bye.")
    labels = [row.label for row in parts(None, said)[1].rows]
    assert labels.index("First words") < labels.index("Question 1") < labels.index("Last words")


TEXTS = st.lists(
    st.sampled_from(["Why bread?", "Where do bears live?", "How long is a night?", "Who asks?"]), unique=True
)


@given(TEXTS, TEXTS)
def test_every_question_of_both_sides_stands_in_one_row(before: list[str], after: list[str]) -> None:
    step = parts(form(*map(voice, before)), form(*map(voice, after)))[1]
    found = rows(step, "question")
    assert sorted(text(row.before[0].text) for row in found if row.before) == sorted(before)
    assert [text(row.after[0].text) for row in found if row.after] == after
    assert {
        RowMark.ADDED if row.before is None else RowMark.REMOVED if row.after is None else None for row in found
    } >= {row.mark for row in found if row.mark in (RowMark.ADDED, RowMark.REMOVED)}


@pytest.mark.parametrize("side", [None, form()])
def test_nothing_on_either_side_is_no_error(side: Any) -> None:
    assert parts(side, None)[0].index is None

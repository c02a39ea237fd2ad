from __future__ import annotations

from dataclasses import replace

import pytest

from heymilo_ops.finding import DismissedBy
from heymilo_ops.plan.review_input import ReviewInput
from heymilo_ops.review.build import build_document
from heymilo_ops.review.markdown import render_markdown
from heymilo_ops.review.roles import tasks_of
from tests.review.reviews import changed, finding, manifest, voice, voice_step

BEFORE, AFTER = (manifest(voice_step(voice(text))) for text in ("When could you begin?", "How old are you?"))
LEAD = "**Set aside: "


def lead(review: ReviewInput, *texts: str, by: DismissedBy = DismissedBy.COMMENT) -> str:
    (address,) = {change.address for change in review.plan.changes}
    found = [replace(finding("FR111", by=by), addresses=(address,), quoted=text) for text in texts]
    found = [
        replace(item, dismissed=replace(item.dismissed, reason=f"r{at}", ticket="HR-1"))
        for at, item in enumerate(found)
        if item.dismissed is not None
    ]
    review = replace(review, findings=tuple(found))
    assert any("Legal" in str(task.role.value).title() for task in tasks_of(review))
    return render_markdown(build_document(review)).partition("####")[0]


@pytest.mark.parametrize(
    ("by", "says"),
    [
        (DismissedBy.COMMENT, "Reason given: r0, HR-1. Does legal agree?"),
        (DismissedBy.EXCEPTION, "Reason given: r0, HR-1. Does legal agree?"),
        (DismissedBy.CONFIG, "Its rule is switched off in heymilo.yaml. Does legal agree?"),
    ],
)
def test_what_is_set_aside_on_words_that_change_is_named_first(by: DismissedBy, says: str) -> None:
    said = lead(changed(BEFORE, AFTER), "How old are you?", by=by)
    assert LEAD in said and "“How old are you?”" in said and says in said


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Something that stays.", DismissedBy.COMMENT),
        ("", DismissedBy.COMMENT),
        ("How old are you?", DismissedBy.BASELINE),
    ],
)
def test_what_was_set_aside_on_words_that_stay_is_not(text: str, by: DismissedBy) -> None:
    assert LEAD not in lead(changed(BEFORE, AFTER), text, by=by)


def test_of_a_new_interview_all_is_named_and_of_many_the_first() -> None:
    said = lead(changed(None, AFTER), *(f"{number}?" for number in range(7)))
    assert said.count(LEAD) == 5 and "And 2 more below." in said
    assert "(reason given: r0, HR-1)" in said and "4 other findings set aside" in said


def test_without_a_reason_that_is_said() -> None:
    review = changed(BEFORE, AFTER)
    (address,) = {change.address for change in review.plan.changes}
    item = replace(finding("FR111", by=DismissedBy.COMMENT), addresses=(address,), quoted="How old are you?")
    assert item.dismissed is not None
    items = (replace(item, dismissed=replace(item.dismissed, reason="")), replace(item, addresses=("other",)))
    assert "No reason is given. Does legal agree?" in render_markdown(build_document(replace(review, findings=items)))

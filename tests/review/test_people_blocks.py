import pytest

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.people import Impact
from heymilo_ops.plan.change import Action, Change, Drain, EditPosting, FieldChange, LiveRef, PatchPosting
from heymilo_ops.review.people_blocks import meaning, people_blocks
from heymilo_ops.review.people_words import plain

LIVE = LiveRef("A", 1.0, False)
EDIT = EditPosting("A", "sha256:a", "sha256:b")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change("a", Action.REPLACE, live=LIVE), "The old interview stays open for the others"),
        (
            Change("a", Action.REPLACE, live=LIVE, drains=(Drain("A", None, 14, "2027-01-24"),)),
            "The others can finish the old interview, until 2027-01-24",
        ),
        (Change("a", Action.ARCHIVE, live=LIVE), "For the others the link closes"),
        (Change("a", Action.UPDATE, operations=(EDIT,)), "were scored by the old version"),
        (Change("a", Action.UPDATE, operations=(PatchPosting("A", {"deadline": "x"}),)), "meet the new settings"),
    ],
)
def test_what_a_change_means_for_people(change: Change, words: str) -> None:
    assert words in meaning(change)


@pytest.mark.parametrize("effect", ChangeClass)
def test_an_edit_says_whether_scores_stay_comparable(effect: ChangeClass) -> None:
    field = FieldChange("/x", "changed", "a", "b", effect)
    change = Change("a", Action.UPDATE, operations=(EDIT,), fields=(field,), impact=Impact(42, 17, 25, None))
    is_scored = effect in (ChangeClass.WORDING, ChangeClass.RUBRIC, ChangeClass.SCORING)
    assert meaning(change).startswith("Results of the 17 people who completed are kept, and were scored by the old")
    assert ("later scores can't be compared with theirs" in meaning(change)) is is_scored


def test_people_are_counted_with_what_that_includes(made) -> None:
    (block,) = people_blocks(made.replacing(impact=Impact(42, 17, 25, None)))
    said = plain(block.text)
    assert said.startswith(
        "People: 42 registered, 17 completed, 25 not completed (people who were knocked out or gave up"
    )
    assert "scores of the new interview can't be compared" in said
    (unknown,) = people_blocks(made.replacing(impact=Impact(None, None, None, None)))
    assert plain(unknown.text).startswith("People: unknown how many. ")
    (plain_one,) = people_blocks(Change("a", Action.ADOPT, impact=Impact(1, 1, 0, None)))
    assert plain(plain_one.text).endswith("gave up are among these).")
    (nobody,) = people_blocks(made.replacing(impact=Impact(0, 0, 0, None)))
    assert plain(nobody.text) == "People: 0 registered, 0 completed, 0 not completed."
    assert people_blocks(made.replacing()) == ()

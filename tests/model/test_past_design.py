"""What was live at a moment, and how certain that is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from heymilo_ops.model.baseline import Baseline, Carried
from heymilo_ops.model.past_design import (
    Certainty,
    Part,
    PartKind,
    PastStatus,
    also_open,
    design_parts,
    live_until,
    outside_parts,
    standing_at,
)
from heymilo_ops.model.state import PostingState, Revision

ONE, TWO = ("sha256:" + digit * 64 for digit in "12")
REQUEST = {"workflow": [{"type": "web_interview", "questions": []}, {"type": "form", "questions": []}]}
WRITTEN = {"workflow": [{"type": "web_interview"}]}


def at(day: int) -> datetime:
    return datetime.fromisoformat(f"2027-01-{day:02}T12:00:00Z")


def revision(number: int, posting_id: str, design: str = ONE, **more: Any) -> Revision:
    given = {"applied_at": f"2027-01-{number:02}T12:00:00Z", "applied_by": "me", "source": "a.yaml", "action": "create"}
    return Revision(
        **{**given, "number": number, "digest": design, "design_digest": design, "canon": 1, "posting_id": posting_id}
        | more
    )


def entry(*revisions: Revision) -> PostingState:
    last = revisions[-1]
    return PostingState(
        posting_id=last.posting_id, revision=last.number, digest=last.digest, status="active", revisions=revisions
    )


@pytest.fixture
def known() -> PostingState:
    """Created on day 1, a setting changed on day 2, replaced on day 3, archived on day 5; the first on day 4."""
    first = {"archived_at": "2027-01-04T12:00:00Z"}
    return entry(
        revision(1, "a", **first),
        revision(2, "a", action="update", **first),
        revision(3, "b", TWO, action="replace", archived_at="2027-01-05T12:00:00Z"),
    )


def test_what_was_live(known: PostingState) -> None:
    seen = [standing_at(known, at(day)) for day in (1, 2, 3, 5, 9)]
    assert [(standing, made and made.number) for standing, made in seen] == [
        (PastStatus.LIVE, 1),
        (PastStatus.LIVE, 2),
        (PastStatus.LIVE, 3),
        (PastStatus.ARCHIVED, 3),
        (PastStatus.ARCHIVED, 3),
    ]


def test_before_anything_was_applied(known: PostingState) -> None:
    early = datetime.fromisoformat("2027-01-01T11:59:59Z")
    assert standing_at(known, early) == (PastStatus.NOT_APPLIED, None)
    assert standing_at(entry(revision(1, "a", action="adopt")), early) == (PastStatus.BEFORE_ADOPTION, None)


def test_until_when(known: PostingState) -> None:
    assert [live_until(known, made) for made in known.revisions] == [
        "2027-01-02T12:00:00Z",
        "2027-01-03T12:00:00Z",
        "2027-01-05T12:00:00Z",
    ]
    assert live_until(entry(revision(1, "a")), revision(1, "a")) is None


def test_what_was_open_beside_it(known: PostingState) -> None:
    last = known.revisions[-1]
    assert also_open(known, last, at(3)) == ("a",)
    assert also_open(known, last, at(4)) == ()
    assert also_open(known, known.revisions[1], at(2)) == ()


def test_each_part_has_its_own_time(known: PostingState) -> None:
    assert list(design_parts(known, known.revisions[1], REQUEST, None)) == [
        Part(PartKind.SETTINGS, Certainty.APPLIED, "2027-01-02T12:00:00Z", 2),
        Part(PartKind.TEXTS, Certainty.APPLIED, "2027-01-01T12:00:00Z", 1),
        Part(PartKind.STEP, Certainty.APPLIED, "2027-01-01T12:00:00Z", 1, 1),
        Part(PartKind.STEP, Certainty.APPLIED, "2027-01-01T12:00:00Z", 1, 2),
    ]
    assert {part.revision for part in design_parts(known, known.revisions[2], REQUEST, None)} == {3}


def test_what_was_taken_over_was_seen() -> None:
    taken = entry(revision(1, "a", action="adopt"), revision(2, "a", action="update"))
    assert [part.certainty for part in design_parts(taken, taken.revisions[1], REQUEST, None)][:2] == [
        Certainty.APPLIED,
        Certainty.SEEN,
    ]
    assert {part.certainty for part in design_parts(taken, taken.revisions[0], REQUEST, None)} == {Certainty.SEEN}


def test_what_is_unknown(known: PostingState) -> None:
    last = known.revisions[-1]
    assert [part.certainty for part in design_parts(known, last, None, None)] == [Certainty.UNKNOWN] * 2
    written = list(design_parts(known, last, WRITTEN, None))[-1]
    assert (written.kind, written.certainty) == (PartKind.WRITTEN_QUESTIONS, Certainty.UNKNOWN)
    read = list(design_parts(known, last, WRITTEN, ({"text": "Why?"},)))[-1]
    assert (read.certainty, read.at) == (Certainty.SEEN, "2027-01-03T12:00:00Z")
    template = list(design_parts(known, last, {"interview_template_id": "T"}, None))[-1]
    assert (template.kind, template.certainty) == (PartKind.TEMPLATE, Certainty.UNKNOWN)


STEPS = [
    {"type": "web_interview", "questions": [{"text": "Why?"}, {"text": "When?"}]},
    {"type": "form", "config": {"a": 1}},
]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("/title", "By hand"),
        ("/questions/nights/text", "Why?"),
        ("/questions/Q2/text", "When?"),
        ("/questions/Q3/text", None),
        ("/workflow/form/config/a", 1),
        ("/workflow/0/type", "web_interview"),
        ("/workflow/sms", None),
        ("/workflow", STEPS),
        ("/questions", None),
    ],
)
def test_a_value_is_found_by_the_name_of_its_place(known: PostingState, path: str, value: Any) -> None:
    baseline = Baseline(
        posting_id="b",
        request={"title": "By hand", "workflow": STEPS},
        question_ids={"/workflow/0/questions/0": "Q1", "/workflow/0/questions/1": "Q2"},
        keys={"Q1": "nights"},
        read_at="2027-01-03T12:00:05Z",
        carried=(Carried(path=path, kind="changed"),),
    )
    *earlier, last = known.revisions
    made = last.model_copy(update={"baseline": baseline.digest})
    whole = known.model_copy(update={"revisions": (*earlier, made)})
    (part,) = outside_parts(whole, made, at(9), {baseline.digest: baseline})
    assert part.value == value


def test_what_was_changed_outside_is_as_certain_as_it_was_seen(known: PostingState) -> None:
    seen = Baseline(
        posting_id="a",
        request={"title": "By hand"},
        read_at="2027-01-02T12:00:05Z",
        carried=(Carried(path="/title", kind="changed", value="Ours"),),
    )
    first, second, third = known.revisions
    second = second.model_copy(update={"baseline": seen.digest})
    entry_ = known.model_copy(update={"revisions": (first, second, third)})
    baselines = {seen.digest: seen}
    (part,) = outside_parts(entry_, second, at(3), baselines)
    assert (part.path, part.value, part.certainty, part.at) == ("/title", "By hand", Certainty.SEEN, seen.read_at)
    (part,) = outside_parts(entry_, first, at(1), baselines)
    assert part.certainty is Certainty.UNKNOWN
    assert list(outside_parts(entry_, third, at(4), baselines)) == list(outside_parts(known, first, at(3), {})) == []

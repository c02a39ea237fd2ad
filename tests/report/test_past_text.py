"""What was live at a moment, in words."""

from __future__ import annotations

from datetime import datetime

import pytest

from heymilo_ops.model.past_design import Certainty, Part, PartKind, PastDesign, PastStatus
from heymilo_ops.model.state import Revision
from heymilo_ops.report.past_text import moment_words, past_sentence, render_past
from heymilo_ops.report.writer import Writer

AT = datetime.fromisoformat("2027-01-31T18:00:00+01:00")
REVISION = Revision(
    number=2,
    digest="sha256:" + "0" * 64,
    design_digest="sha256:" + "0" * 64,
    canon=1,
    posting_id="p2",
    applied_at="2027-01-10T12:00:00Z",
    applied_by="me",
    source="a.yaml",
    action="replace",
)


def test_a_moment_names_its_zone() -> None:
    assert moment_words(AT) == "2027-01-31 17:00:00 UTC"
    end = datetime.fromisoformat("2027-01-31T23:59:59.999999+00:00")
    assert moment_words(end) == "2027-01-31 23:59:59 UTC, the end of that day"


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (PastStatus.NOT_APPLIED, "On 2027-01-31 17:00:00 UTC, nothing was applied as nurse yet."),
        (
            PastStatus.BEFORE_ADOPTION,
            "On 2027-01-31 17:00:00 UTC, nurse was not taken over yet: what it was at HeyMilo then is not known.",
        ),
    ],
)
def test_where_nothing_was_applied(standing: PastStatus, words: str) -> None:
    assert past_sentence(PastDesign("nurse", AT, standing)) == words


def test_what_was_open_too_is_named() -> None:
    past = PastDesign("nurse", AT, PastStatus.LIVE, REVISION, REVISION.applied_at, None, ("p1",))
    assert past_sentence(past) == (
        "On 2027-01-31 17:00:00 UTC, nurse was live as revision 2, posting p2, from 2027-01-10 12:00 UTC on. "
        "Also open for people then: posting p1."
    )


def test_questions_that_heymilo_wrote_are_shown_as_seen() -> None:
    part = Part(PartKind.WRITTEN_QUESTIONS, Certainty.SEEN, REVISION.applied_at, 2)
    request = {"name": "nurse", "title": "Nurse", "workflow": [{"type": "web_interview"}]}
    past = PastDesign(
        "nurse", AT, PastStatus.LIVE, REVISION, REVISION.applied_at, None, (), request, ({"text": "Why?"},), (part,)
    )
    said = render_past(past, Writer())
    assert "questions that HeyMilo wrote  seen at HeyMilo on 2027-01-10 12:00 UTC, revision 2" in said
    assert said.endswith("Questions that HeyMilo wrote:\n  - Why?\n")


def test_what_was_changed_outside_is_named_with_its_value() -> None:
    parts = (
        Part(PartKind.OUTSIDE, Certainty.SEEN, REVISION.applied_at, 2, None, "/title", "By hand"),
        Part(PartKind.OUTSIDE, Certainty.UNKNOWN, REVISION.applied_at, 2, None, "/max_retakes", 2),
    )
    said = render_past(PastDesign("nurse", AT, PastStatus.LIVE, REVISION, REVISION.applied_at, parts=parts), Writer())
    assert 'title        changed outside, seen on 2027-01-10 12:00 UTC: "By hand"' in said
    assert "max_retakes  unknown: changed outside, seen on 2027-01-10 12:00 UTC: 2, and when it was changed" in said

"""A server that says otherwise what it stores shows no drift, and one change outside is exactly that."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.model.live_request import live_request
from heymilo_ops.model.posting import Posting
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.plan.drift_fields import LiveComparison, Reading
from heymilo_ops.sandbox import rewrites
from tests.plan.drifted import Shown, baseline_of, shown_of

FIELDS = sorted({name for model in QUESTIONS.values() for name in model.model_fields} - {"key"})
_WAYS = st.frozensets(st.sampled_from(sorted(rewrites.REWRITES)))


def _said(shown: Shown, ways: frozenset[str]) -> Shown:
    """Say it as the server does."""
    ranked = [
        rewrites.question({**dict.fromkeys(FIELDS), **question, "rank": rank}, ways)
        for rank, question in enumerate(shown.questions, 1)
    ]
    document = {**dict.fromkeys([*Posting.model_fields, "ats_metadata", "urls"]), **shown.document}
    if isinstance(document["deadline"], str):
        document["deadline"] = datetime.fromisoformat(document["deadline"]).timestamp()
    return Shown(rewrites.posting(document, ways), list(rewrites.listed(ranked, ways)))


def _paths(baseline: Any, shown: Shown) -> list[str]:
    read = live_request(shown.document, shown.questions)
    reading = Reading(read.request, read.question_ids, with_questions=True)
    return [field.path for field in LiveComparison(baseline, reading, None).fields()]


@settings(max_examples=60, deadline=None)
@given(data=st.data(), ways=_WAYS)
def test_what_is_said_otherwise_is_no_drift(postings: st.SearchStrategy[dict[str, Any]], data: Any, ways: Any) -> None:
    resolved = data.draw(postings)
    shown = shown_of(resolved)
    shown.document.setdefault("workflow", [])
    baseline = baseline_of(resolved, _said(shown, ways))
    assert _paths(baseline, _said(shown, ways)) == []
    unordered = ways ^ {"order"}  # it may say things in another order each time
    assert _paths(baseline, _said(shown, unordered)) == []
    shown.document["title"] = "Another title altogether"
    assert _paths(baseline, _said(shown, ways)) == ["/title"]

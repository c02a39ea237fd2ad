"""What was changed in a posting between its create and the first reading of it: what was sent against what is shown.

HeyMilo shows values otherwise than they were sent, and documents little of that. So nothing counts as changed where it
dates no write since the posting was made. Where it dates one, a value counts that no known way of showing it explains.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from heymilo_ops.model.baseline import Baseline, Carried
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.live import Live
from heymilo_ops.model.live_request import as_read
from heymilo_ops.model.pointer import split
from heymilo_ops.plan.change import DriftField
from heymilo_ops.plan.drift_fields import LiveComparison, Reading, link, questions_in
from heymilo_ops.plan.json_diff import is_same_json

_INFERRED = frozenset({"mcq_type", "operator", "question_type"})
"""What HeyMilo infers, or calls otherwise."""
_HEAVIEST = 10
_OVERVIEWS = frozenset({"company_overview", "interview_process_overview", "job_overview"})
_OF_PEOPLE = _OVERVIEWS | {"description", "instructions", "redirect_url", "scheduling_url"}
"""What HeyMilo fills in of nothing: what else is left out may have a default."""


def is_touched(live: Live, questions: Iterable[Mapping[str, Any]]) -> bool:
    """Return whether HeyMilo dates a write to a posting or a question later than when it was made, or doesn't say."""
    dates = [(live.created_at, live.updated_at), *((it.get("created_at"), it.get("updated_at")) for it in questions)]
    return any(None in pair or pair[0] != pair[1] for pair in dates)


def changed_since_made(form: Mapping[str, Any], baseline: Baseline, desired: Desired | None) -> Iterator[Carried]:
    """Yield what is read otherwise than the canonical form that was sent.

    ``baseline``: of the first reading.
    """
    sent = as_read(form)
    links = link(sent, {}, baseline)
    ids = {asked.pointer: links.get(asked.pointer, f"sent-{i}") for i, asked in enumerate(questions_in(sent))}
    before = baseline.model_copy(update={"request": sent, "question_ids": ids, "carried": ()})
    reading = Reading(baseline.request, baseline.question_ids, baseline.questions_read)
    for field in LiveComparison(before, reading, desired).fields():
        if not _is_explained(field):
            yield Carried(path=field.path, kind=field.kind, value=field.baseline)


def _is_explained(field: DriftField) -> bool:
    """Return whether HeyMilo may show that by itself: a value that was left out, or one in another form."""
    tokens, sent, live = split(field.path), field.baseline, field.live
    if len(tokens) == 2 and tokens[0] in ("questions", "workflow"):  # a whole question or step
        return False
    if field.kind == "added":
        return len(tokens) > 1 or tokens[0] not in _OF_PEOPLE
    match tokens[-1]:
        case name if name in _INFERRED:
            return True
        case "score_weight":
            return is_same_json(live, min(2 * sent, _HEAVIEST))
        case "answer" if isinstance(live, int | float):  # of a date
            return isinstance(sent, str)
    return isinstance(sent, list) and isinstance(live, list) and sorted(map(repr, sent)) == sorted(map(repr, live))

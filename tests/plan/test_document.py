"""Saved plans as plans to look at."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from heymilo_ops.errors import AttentionError
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.reason import as_written
from heymilo_ops.plan.change import (
    ActivatePosting,
    AdoptPosting,
    ArchivePosting,
    CreatePosting,
    Forget,
    Operation,
    PatchPosting,
    Plan,
    RecordOnly,
)
from heymilo_ops.plan.document import PlanDocument, _operations, to_json
from heymilo_ops.plan.planfile import as_plan, parse_plan_file, seal
from heymilo_ops.review.reasons import reason_sentence, reason_sentences


def saved(plan: Plan) -> Any:
    return json.loads(json.dumps(to_json(plan, reason_sentence)))


def unsent(operation: Operation) -> Operation:
    """As a saved plan has it: without what would be sent."""
    return replace(operation, desired=None) if hasattr(operation, "desired") else operation


@pytest.fixture
def plan(world: Any, posting: Any) -> Plan:
    world.apply(posting(), posting("cook", ops={"on_remove": "forget"}))
    changed = posting(title="Day nurse", ops={"protect": True})
    return world.plan(changed, posting("driver"), recreate=frozenset({"driver"}))


def test_what_was_written_is_read(plan: Plan) -> None:
    found = as_plan(parse_plan_file(seal(saved(plan))))
    bare = tuple(
        replace(
            change,
            reasons=tuple(map(as_written, reason_sentences(change.reasons))),
            operations=tuple(map(unsent, change.operations)),
            held=None,
        )
        for change in plan.changes
    )
    written = {
        "notes": tuple(map(as_written, reason_sentences(plan.notes))),
        "compared": as_written(reason_sentence(plan.compared)),
    }
    findings = tuple(replace(each, pointer="") for each in plan.findings)
    assert found == replace(plan, changes=bare, findings=findings, **written)
    assert [each.forgets for each in found.changes] == [True, False, False]


SHARED = {
    "path": "postings/_shared/texts/a.md",
    "field": "/job_overview",
    "kind": "changed",
    "before": "a",
    "after": "b",
    "class": "wording",
    "addresses": ["cook"],
}


def field(data: Any) -> Any:
    return next(change["fields"][0] for change in data["changes"] if change["fields"])


def live(data: Any) -> Any:
    return next(change["live"] for change in data["changes"] if change["live"])


SPOILT: list[Callable[[Any], None]] = [
    lambda data: data["changes"][0].update(reasons=5),
    lambda data: data["changes"][0].update(reasons=[5]),
    lambda data: data["changes"][0].update(title={}),
    lambda data: data["changes"][0].update(revision={"from": True, "to": 1}),
    lambda data: data["changes"].append({**data["changes"][0], "action": "hold", "address": ["a"]}),
    lambda data: data["findings"].append({}),
    lambda data: data["findings"].append(
        {"code": 1, "name": "a", "severity": "error", "message": "", "help": "", "address": None}
    ),
    lambda data: field(data).update(path=""),
    lambda data: field(data).update(path=["/title"]),
    lambda data: field(data).update(kind="moved"),
    lambda data: field(data).update(kind=[]),
    lambda data: field(data).update(key=["a"]),
    lambda data: live(data).update(updated_at="now"),
    lambda data: live(data).update(posting_id=None, updated_at=None),
    lambda data: data["changes"][0].update(settings="deadline"),
    lambda data: data["safety"].append({"setting": ["a"], "before": 1, "after": 2}),
    lambda data: data["shared"].append({**SHARED, "path": None}),
    lambda data: data["shared"].append({**SHARED, "path": 1}),
    lambda data: data["shared"].append({**SHARED, "class": "odd"}),
    lambda data: data["shared"].append({**SHARED, "addresses": [1]}),
    lambda data: data["shared"].append({**SHARED, "addresses": None}),
    lambda data: data["shared"].append({**SHARED, "kind": "new"}),
    lambda data: data["shared"].append({**SHARED, "field": "text"}),
]


@pytest.mark.parametrize("spoil", SPOILT)
def test_what_is_not_of_the_form_is_damage(plan: Plan, spoil: Callable[[Any], None]) -> None:
    data = saved(plan)
    spoil(data)
    with pytest.raises(AttentionError, match="damaged"):
        as_plan(parse_plan_file(seal(data)))


def test_a_summary_that_does_not_fit_is_refused(plan: Plan) -> None:
    data = saved(plan)
    data["summary"]["replace"] = 0
    with pytest.raises(AttentionError, match="summary doesn't fit"):
        as_plan(parse_plan_file(seal(data)))


def test_shared_changes_are_read(plan: Plan) -> None:
    data = saved(plan)
    data["shared"] = [SHARED, {**SHARED, "field": ""}]
    assert [each.field for each in as_plan(parse_plan_file(seal(data))).shared] == ["/job_overview", ""]


LIVE = {"posting_id": "p1", "updated_at": 1.0, "archived": False}


@pytest.mark.parametrize(
    ("change", "operations"),
    [
        ({"action": "create"}, (CreatePosting(),)),
        (
            {"action": "replace", "archives": ["p1", "p2"]},
            (CreatePosting(), ArchivePosting("p1"), ArchivePosting("p2")),
        ),
        ({"action": "update"}, (RecordOnly(),)),
        ({"action": "update", "settings": {"max_retakes": 1}}, (PatchPosting("p1", {"max_retakes": 1}),)),
        ({"action": "update", "settings": {}, "live": None}, (PatchPosting("", {}),)),
        ({"action": "update", "forget": True}, (Forget(),)),
        ({"action": "update", "activate": True, "fields": []}, (ActivatePosting("p1"),)),
        ({"action": "adopt"}, (AdoptPosting("p1"),)),
        ({"action": "archive", "archives": ["p1"]}, (ArchivePosting("p1"),)),
        ({"action": "hold"}, ()),
    ],
)
def test_what_a_change_of_a_file_does(plan: Plan, change: dict[str, Any], operations: tuple[Operation, ...]) -> None:
    data = saved(plan)
    data["changes"] = [
        {**data["changes"][0], "live": LIVE, "archives": [], "forget": False, "settings": None, **change}
    ]
    (read_back,) = PlanDocument.model_validate_json(json.dumps(data)).changes
    assert tuple(_operations(read_back)) == operations


def test_what_waits_for_an_outcome_is_known_in_a_file(applied: Any, posting: Any) -> None:
    ward = posting("ward", ops={"moved_from": "nurse"})
    plans = [applied.plan(posting(title="Day nurse", ops={"on_change": "hold"}))]
    applied.await_outcome("ward", ops=Ops(moved_from="nurse"))
    plans += [applied.plan(ward), applied.plan()]
    applied.state = applied.state.model_copy(update={"pending": ()})
    applied.await_outcome("nurse")
    plans += [applied.plan(posting()), applied.plan(ward), applied.plan()]
    for plan in plans:
        found = as_plan(parse_plan_file(seal(saved(plan)))).changes
        assert [change.to_settle for change in found] == [change.to_settle for change in plan.changes]
        assert [reason_sentences(change.reasons) for change in found] == [
            reason_sentences(change.reasons) for change in plan.changes
        ]
    assert [sum(change.to_settle for change in plan.changes) for plan in plans] == [0, 1, 2, 1, 1, 1]

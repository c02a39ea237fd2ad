"""Whatever a manifest can express: created in the sandbox, read back, written as a manifest and read again, it asks
for the same, or what is lost is listed.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings

from heymilo_ops.importer.manifest import ImportOptions, write_manifest
from heymilo_ops.manifest.fmt import ORDER, format_text
from heymilo_ops.manifest.repo import read_document
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.canonical import canonical, request_of
from heymilo_ops.model.desired import desire
from heymilo_ops.model.live import Listing
from heymilo_ops.model.live_request import Loss, LossCode, as_read
from heymilo_ops.model.pointer import last, parent, value_at
from heymilo_ops.plan.build import PlanInput, build
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.json_diff import is_same_json
from tests.importer.conftest import Shelf
from tests.strategies import manifests

Json = dict[str, Any]
OPTIONS = ImportOptions(on="2027-01-02", workspace="production")
TEMPLATE = "IT_5A4D0001"
INFERRED = ("question_type", "mcq_type", "operator")
"""Fields of a question that the server fills in where they are left out."""


@given(manifest=manifests())
@settings(deadline=None, max_examples=80)
def test_a_manifest_comes_back_as_it_was_or_what_is_lost_is_listed(shelf: Shelf, manifest: Json) -> None:
    request = request_of(manifest)
    if manifest.get("interview_template_id"):
        request["interview_template_id"] = TEMPLATE
    posting_id = shelf.create(request)
    made = write_manifest(shelf.live(posting_id), shelf.questions(posting_id), OPTIONS)

    assert (made.differs, made.findings) == (False, ())
    assert made.adoptable is not any(loss.code is LossCode.STEP_UNCLEAR for loss in made.losses)
    assert format_text(made.text, made.path, ORDER) == made.text
    document = read_document(read_text(made.text, made.path))
    assert document.desired is not None
    assert document.desired.ops.adopt == posting_id
    if "workflow" in manifest:
        expected, imported = as_read(canonical(request)), as_read(document.desired.form)
        _settle(expected, imported, made.losses)
        assert is_same_json(expected, imported)


@given(manifest=manifests())
@settings(deadline=None, max_examples=50)
def test_a_plan_takes_over_what_was_imported_and_a_changed_word_is_that_change(shelf: Shelf, manifest: Json) -> None:
    request = request_of(manifest)
    if manifest.get("interview_template_id"):
        request["interview_template_id"] = TEMPLATE
    posting_id = shelf.create(request)
    live, questions = shelf.live(posting_id), shelf.questions(posting_id)
    document = read_document(read_text(write_manifest(live, questions, OPTIONS).text, "postings/x.yaml"))
    assert document.desired is not None
    resolved = document.desired.resolved
    listing = Listing({posting_id: live}, questions={posting_id: questions})
    taken_over = planned(resolved, listing)
    assert taken_over.action is Action.ADOPT, taken_over.reasons
    other = planned({**resolved, "title": f"Another {resolved['title']}"[:200]}, listing)
    assert other.action is Action.HOLD
    assert [(field.path, field.kind) for field in other.fields] == [("/title", "changed")]


def planned(resolved: Json, listing: Listing) -> Change:
    desired = desire(resolved, "postings/x.yaml")
    inputs = PlanInput(
        desired=[desired],
        state=None,
        snapshots={},
        listing=listing,
        now=datetime(2027, 1, 2, tzinfo=UTC),
        workspace="production",
        workspace_id="ws_1",
        project="acme",
    )
    (change,) = build(inputs).changes
    return change


def _settle(expected: Json, imported: Json, losses: tuple[Loss, ...]) -> None:
    """Take out of both what the server makes up, and what is listed as lost."""
    if "deadline" not in expected:
        del imported["deadline"]
    for loss in losses:
        if loss.code is LossCode.INVALID_VALUE:
            (value_at(expected, parent(loss.pointer)) or {}).pop(last(loss.pointer), None)
    for ours, theirs in zip(expected["workflow"], imported["workflow"], strict=True):
        if "questions" not in ours:
            theirs.pop("questions", None)
        for mine, read in zip(ours.get("questions", ()), theirs.get("questions", ()), strict=True):
            for field in INFERRED:
                if field not in mine:
                    read.pop(field, None)


def test_what_the_round_trip_loses_is_only_what_no_manifest_holds(shelf: Shelf) -> None:
    """The sandbox writes an operator that create doesn't document for a slider; an answer that is a mapping would be
    a form of sharing.
    """
    slider = {"modality": "form", "text": "Hours?", "slider_min": 0, "slider_max": 9, "is_knockout": True}
    answer = {"modality": "form", "text": "Where?", "answer": {"var": "x"}}
    body = {"title": "Baker", "workflow": [{"type": "form", "questions": [slider, answer]}]}
    posting_id = shelf.create(json.loads(json.dumps(body)))
    made = write_manifest(shelf.live(posting_id), shelf.questions(posting_id), OPTIONS)
    assert made.adoptable
    assert made.losses == (
        Loss(LossCode.INVALID_VALUE, "/workflow/0/questions/0/operator", "minimum"),
        Loss(LossCode.INVALID_VALUE, "/workflow/0/questions/1/answer", {"var": "x"}),
    )

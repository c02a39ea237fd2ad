"""A replace of a posting that was taken over says what the new posting would not have."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

DOCUMENT = {"title": "Night nurse", "workflow": [{"type": "web_interview", "config": {"tempo": 3}}]}
QUESTIONS = [{"id": "Q1", "modality": "voice", "text": "Nights?", "structured_config": {"pass": "yes"}}]


@pytest.fixture
def taken_over(world: Any, posting: Any) -> Any:
    world.apply(posting())
    world.edit("nurse", live_name="")
    world.at_heymilo["p1"] = replace(world.at_heymilo["p1"], document=DOCUMENT)
    return world


def findings(world: Any, manifest: Any, **listing: Any) -> list[tuple[str, str, str]]:
    plan = world.plan(manifest, listing=world.listing(**listing))
    return [(item.code, item.severity, item.message) for item in plan.findings if item.code == "PL204"]


def test_a_replace_names_what_is_lost_as_far_as_it_was_read(taken_over: Any, posting: Any) -> None:
    changed = posting(title="Day nurse")
    ((_, severity, message),) = findings(taken_over, changed)
    assert severity == "warning"
    assert message.endswith(
        "values that no manifest can say, and the new posting won't have them: /workflow/0/config/tempo"
    )
    ((_, _, whole),) = findings(taken_over, changed, questions={"p1": QUESTIONS})
    assert whole.endswith("/workflow/0/config/tempo, /workflow/0/questions/0/structured_config")


def test_nothing_is_lost_where_nothing_is_replaced_or_all_can_be_said(taken_over: Any, posting: Any) -> None:
    changed = posting(title="Day nurse")
    assert findings(taken_over, posting()) == []
    assert findings(taken_over, posting(title="Day nurse", ops={"on_change": "hold"})) == []
    assert taken_over.plan(changed).findings == (), "offline nothing is known"
    live = taken_over.at_heymilo["p1"]
    two = [{"type": "form"}, {"type": "form"}]
    for document in ({}, {"title": "Night nurse", "workflow": two}):
        taken_over.at_heymilo["p1"] = replace(live, document=document)
        assert findings(taken_over, changed, questions={"p1": [{"modality": "form", "text": "Why?"}]}) == []
    taken_over.at_heymilo["p1"] = live
    taken_over.edit("nurse", live_name=None)
    assert findings(taken_over, changed) == [], "what a server adds to ours it adds to the next as well"

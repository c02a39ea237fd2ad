"""What a plan says of notices that are given elsewhere."""

from __future__ import annotations

import json
from typing import Any

from heymilo_ops.model.notices import NoticeElsewhere, StatedNotice
from heymilo_ops.plan.change import Action, Plan
from heymilo_ops.plan.document import to_json
from heymilo_ops.plan.planfile import as_plan, parse_plan_file, seal
from heymilo_ops.review.reasons import reason_sentence

PROJECT = {"ai": NoticeElsewhere(given_in="careers page"), "sms": NoticeElsewhere(given_in="consent form")}
OWN = {"notices": {"ai": {"given_in": "application-form", "url": "https://jobs.example.org/ai"}}}
BOTH = (
    StatedNotice("ai", "application-form", "https://jobs.example.org/ai"),
    StatedNotice("sms", "consent form"),
)


def stated(plan: Plan) -> dict[str, tuple[StatedNotice, ...]]:
    return {change.address: change.notices for change in plan.changes if change.notices}


def test_a_posting_that_is_created_has_what_is_said_of_it_and_of_all(world: Any, posting: Any) -> None:
    plan = world.plan(posting(ops=OWN), posting("cook"), notices=PROJECT)
    assert stated(plan) == {
        "cook": (StatedNotice("ai", "careers page"), StatedNotice("sms", "consent form")),
        "nurse": BOTH,
    }
    assert stated(world.plan(posting())) == {}


def test_a_replace_and_an_edit_have_them_and_a_change_of_settings_and_an_archive_have_not(
    world: Any, posting: Any
) -> None:
    world.apply(posting(ops=OWN), posting("cook"), posting("driver", ops=OWN), posting("guard", ops=OWN))
    other = {"company_overview": "We moved."}
    plan = world.plan(
        posting(ops={**OWN, "on_change": "update"}, **other),
        posting("driver", max_retakes=1, ops=OWN),
        posting("guard", ops={**OWN, "on_change": "replace"}, **other),
        notices=PROJECT,
    )
    actions = {change.address: change.action for change in plan.changes}
    assert actions["nurse"] is actions["driver"] is Action.UPDATE
    assert (actions["guard"], actions["cook"]) == (Action.REPLACE, Action.ARCHIVE)
    assert stated(plan) == {"guard": BOTH, "nurse": BOTH}


def test_a_plan_file_holds_them(world: Any, posting: Any) -> None:
    plan = world.plan(posting(ops=OWN), notices=PROJECT)
    data = json.loads(json.dumps(to_json(plan, reason_sentence)))
    assert data["changes"][0]["notices"] == [
        {"notice": "ai", "given_in": "application-form", "url": "https://jobs.example.org/ai"},
        {"notice": "sms", "given_in": "consent form", "url": None},
    ]
    assert stated(as_plan(parse_plan_file(seal(data)))) == {"nurse": BOTH}
    assert "notices" not in to_json(world.plan(posting()), reason_sentence)["changes"][0]

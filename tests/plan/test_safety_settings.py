"""What heymilo.yaml says of safety, against the last apply and against the default branch."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.errors import StaleError
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import SafetyChange
from heymilo_ops.plan.document import to_json
from heymilo_ops.plan.inputs import Earlier
from heymilo_ops.plan.planfile import parse_plan_file, refuse_stale, seal
from heymilo_ops.review.plan_words import plan_summary
from heymilo_ops.review.reasons import reason_sentence
from tests.review.rendered import markdown

SAID = {"api_key_env": "HEYMILO_API_KEY", "base_url": "https://x", "project": "acme"}
NOW = {**SAID, "base_url": "https://attacker.example"}
COMMIT = "0123456789abcdef" * 2


@pytest.fixture
def recorded(applied: Any) -> Any:
    """A world in which an apply recorded ``SAID``."""
    applied.state = applied.state.model_copy(update={"safety": SAID})
    return applied


def test_what_is_as_recorded_is_no_change(recorded: Any, posting: Any) -> None:
    plan = recorded.plan(posting(), safety=SAID)
    assert (plan.safety, plan.findings, plan.has_changes) == ((), (), False)


@pytest.mark.parametrize("name", SAID)
def test_a_setting_that_differs_is_a_loud_change(recorded: Any, posting: Any, name: str) -> None:
    plan = recorded.plan(posting(), safety={**SAID, name: "other"})
    assert plan.safety == (SafetyChange(name, SAID[name], "other"),)
    (found,) = plan.findings
    assert (found.code, found.severity) == ("PL601", "warning")
    assert found.message == f"{name} in heymilo.yaml is other; at the last apply it was {SAID[name]}"
    assert plan.has_changes
    said = "Plan: 0 to create, 0 to update, 0 to replace, 0 to archive, 1 setting of heymilo.yaml to record."
    assert "".join(plan_summary(plan)) == said
    assert "PL601" in markdown(plan)
    assert to_json(plan, reason_sentence)["safety"] == [
        {"setting": name, "before": SAID[name], "after": "other", "commit": None}
    ]


def test_several_are_counted(recorded: Any, posting: Any) -> None:
    plan = recorded.plan(posting(), safety={**NOW, "api_key_env": "HEYMILO_B"})
    assert "2 settings of heymilo.yaml to record" in "".join(plan_summary(plan))


def test_a_state_without_a_record_is_compared_as_far_as_it_goes(applied: Any, posting: Any) -> None:
    assert applied.plan(posting(), safety=SAID).findings == ()
    plan = applied.plan(posting(), safety={**NOW, "api_key_env": "HEYMILO_B"})
    assert plan.safety == (SafetyChange("base_url", "https://x", "https://attacker.example"),)


def test_what_no_apply_recorded_is_compared_with_the_default_branch(applied: Any, posting: Any) -> None:
    earlier = Earlier(COMMIT, SAID)
    plan = applied.plan(posting(), safety={**SAID, "api_key_env": "HEYMILO_B"}, earlier=earlier)
    assert plan.safety == (SafetyChange("api_key_env", "HEYMILO_API_KEY", "HEYMILO_B", COMMIT),)
    assert "in commit 0123456789 it was HEYMILO_API_KEY" in plan.findings[0].message
    assert not plan.has_changes, "an apply has nothing to record"
    applied.state = None
    plan = applied.plan(posting(), safety=NOW, earlier=earlier)
    assert [each.setting for each in plan.safety] == ["base_url"]


def test_what_is_recorded_counts_and_not_the_default_branch(recorded: Any, posting: Any) -> None:
    earlier = Earlier(COMMIT, {**SAID, "base_url": "https://y"})
    assert recorded.plan(posting(), safety=SAID, earlier=earlier).safety == ()


def test_a_setting_of_a_later_release_is_not_missed(recorded: Any, posting: Any) -> None:
    assert recorded.plan(posting(), safety={**SAID, "reviewers": ["a"]}).safety == ()


def test_a_state_that_moved_is_a_loud_change(recorded: Any, posting: Any) -> None:
    earlier = Earlier(COMMIT, SAID, place="old", trouble="gone")
    plan = recorded.plan(posting(), safety=SAID, place="new", earlier=earlier)
    assert plan.safety == (SafetyChange("state", "old", "new", COMMIT),)
    (found,) = plan.findings
    assert found.message == (
        "state in heymilo.yaml is new; in commit 0123456789 it was old, which can't be read now (gone)"
    )
    assert not plan.has_changes


@pytest.mark.parametrize(
    ("left", "said"),
    [(("a",), "1 live posting (a) that"), (tuple("abcdefg"), "7 live postings (a, b, c, d, e and 2 more) that")],
)
def test_a_state_that_is_left_behind_forbids_the_plan(world: Any, posting: Any, left: Any, said: str) -> None:
    world.state = None
    earlier = Earlier(COMMIT, SAID, place="old", left=left)
    found = world.plan(posting(), safety=SAID, place="new", earlier=earlier).findings
    assert [(each.code, each.severity) for each in found] == [("PL601", "warning"), ("PL602", "error")]
    assert f"keeps the state in old, which knows {said} the state in new doesn't" in found[1].message


def test_an_empty_state_says_so_where_heymilo_is_not_asked(world: Any, posting: Any) -> None:
    world.state = None
    assert world.plan(posting(), place="here").notes == (Reason(ReasonCode.NOTHING_KNOWN, "here"),)
    assert world.plan(posting()).notes == (Reason(ReasonCode.NOTHING_KNOWN, ""),)
    assert world.plan(posting(), place="here", listing=world.listing(postings={})).notes == ()


def test_a_saved_plan_goes_on_only_under_the_settings_that_it_shows(recorded: Any, posting: Any) -> None:
    before = recorded.plan(posting(), safety=SAID)
    shown = recorded.plan(posting(), safety=NOW)
    refuse_stale(parse_plan_file(seal(to_json(shown, reason_sentence))), shown)
    refuse_stale(
        parse_plan_file(seal(to_json(shown, reason_sentence))), before
    )  # recorded by its own apply, which broke off
    with pytest.raises(StaleError, match=r"base_url in heymilo\.yaml is https://attacker\.example now"):
        refuse_stale(parse_plan_file(seal(to_json(before, reason_sentence))), shown)
    old = to_json(before, reason_sentence)
    del old["safety"]
    refuse_stale(parse_plan_file(seal(old)), before)

"""Plan files."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from heymilo_ops.errors import AttentionError, StaleError
from heymilo_ops.model.state import LastApply
from heymilo_ops.plan.change import Plan, rows
from heymilo_ops.plan.document import to_json
from heymilo_ops.plan.planfile import parse_plan_file, refuse_stale, seal
from heymilo_ops.review.advice import help_text
from heymilo_ops.review.reasons import reason_sentence, reason_sentences


def saved(plan: Plan) -> Any:
    return json.loads(json.dumps(seal(to_json(plan, reason_sentence))))


@pytest.fixture
def plan(applied: Any, posting: Any) -> Plan:
    return applied.plan(posting(title="Day nurse", max_retakes=1), posting("cook"), tool_version="0.1")


# reading


@pytest.mark.parametrize("data", [None, [], "x", 1, {}, {"format_version": 1}, {"format_version": "one"}])
def test_what_is_no_plan_file_is_refused(data: Any) -> None:
    with pytest.raises(AttentionError, match="not a plan file"):
        parse_plan_file(data)


def test_a_newer_major_format_is_refused_with_its_writer(plan: Plan) -> None:
    data = {**saved(plan), "format_version": "2.0", "tool_version": "9.1"}
    with pytest.raises(AttentionError, match=r"format 2\.0, written by heymilo-ops 9\.1"):
        parse_plan_file(data)


DAMAGE = [
    ("changes", None),
    ("changes", [{}]),
    ("changes", [1]),
    ("state", {}),
    ("state", 3),
    ("state", {"lineage": None, "serial": 1}),
    ("summary", []),
    ("workspace", 1),
    ("workspace_id", 5),
]


@pytest.mark.parametrize(("key", "value"), DAMAGE)
def test_a_damaged_file_is_refused(plan: Plan, key: str, value: Any) -> None:
    with pytest.raises(AttentionError, match="damaged"):
        parse_plan_file(seal({**saved(plan), key: value}))
    missing = saved(plan)
    del missing[key]
    with pytest.raises(AttentionError, match="damaged"):
        parse_plan_file(seal(missing))


def test_an_unknown_action_is_refused(plan: Plan) -> None:
    data = saved(plan)
    data["changes"][0]["action"] = "explode"
    with pytest.raises(AttentionError, match="damaged"):
        parse_plan_file(seal(data))


@pytest.mark.parametrize("what", ["archives", "address", "after_digest", "action"])
def test_an_edited_file_is_refused(plan: Plan, what: str) -> None:
    data = saved(plan)
    data["changes"][1][what] = {"archives": ["p7"], "address": "x", "after_digest": None, "action": "create"}[what]
    with pytest.raises(AttentionError, match="edited: its document_digest"):
        parse_plan_file(data)
    with pytest.raises(AttentionError, match="edited: its digest"):
        parse_plan_file(seal(data))


@pytest.mark.parametrize("key", ["reasons", "fields", "notes", "options", "more"])
def test_any_key_of_the_document_is_covered(plan: Plan, key: str) -> None:
    data = saved(plan)
    holder = data["changes"][1] if key in ("reasons", "fields") else data
    holder[key] = ["Approved by legal"]
    with pytest.raises(AttentionError, match="edited: its document_digest"):
        parse_plan_file(data)


def test_a_file_of_an_earlier_build_is_refused(plan: Plan) -> None:
    with pytest.raises(AttentionError, match="has no document_digest") as caught:
        parse_plan_file(to_json(plan, reason_sentence))
    assert "plan --out" in help_text(caught.value.help)


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 2**60, {"a": {1: 2}}])
def test_what_json_cannot_carry_is_damage(plan: Plan, value: Any) -> None:
    with pytest.raises(AttentionError, match="damaged"):
        parse_plan_file({**saved(plan), "more": value})


def test_a_newer_minor_format_and_more_keys_are_read(plan: Plan) -> None:
    data = seal({**saved(plan), "format_version": "1.7", "more": 1})
    assert parse_plan_file(data).document.digest == plan.digest


# writing


def test_the_file_says_what_the_plan_says(plan: Plan) -> None:
    data = saved(plan)
    assert data["format_version"] == "1.0" and data["tool_version"] == "0.1"
    assert data["workspace"] == "prod" and data["state"] == {"lineage": "a" * 32, "serial": 1}
    assert data["summary"]["create"] == data["summary"]["replace"] == 1
    create, replaced = data["changes"]
    assert (create["address"], create["action"], create["revision"]) == ("cook", "create", {"from": None, "to": 1})
    assert replaced["live"] == {"posting_id": "p1", "updated_at": 1.0, "archived": False}
    assert replaced["class"] == "identity" and replaced["archives"] == ["p1"]
    assert replaced["fields"][1] == {
        "path": "/title",
        "kind": "changed",
        "before": "Night nurse",
        "after": "Day nurse",
        "class": "identity",
    }
    assert data["digest"] == plan.digest and data["notes"] == list(reason_sentences(plan.notes))


def test_a_keyed_question_and_a_finding_are_written(applied: Any, posting: Any) -> None:
    wanted = posting(ops={"protect": True})
    wanted["workflow"][0]["questions"][0]["text"] = "Anything?"
    data = saved(applied.plan(wanted))
    assert data["changes"][0]["fields"][0]["key"] == "nights"
    assert data["findings"][0]["code"] == "PL101" and data["findings"][0]["severity"] == "error"


def test_unchanged_postings_are_counted_and_not_listed(applied: Any, posting: Any) -> None:
    data = saved(applied.plan(posting()))
    assert (data["changes"], data["summary"]["unchanged"]) == ([], 1)


def test_what_was_written_is_read(plan: Plan) -> None:
    found = parse_plan_file(saved(plan))
    assert (found.document.workspace, found.document.workspace_id) == ("prod", "ws_1")
    assert (found.document.state.lineage, found.document.state.serial) == ("a" * 32, 1)
    assert found.updated_at == {"p1": 1.0}
    assert found.document.summary == plan.summary()
    assert [row[:2] for row in rows(found.document.changes)] == [("cook", "create"), ("nurse", "replace")]


# checking


def test_a_plan_that_would_do_the_same_goes_on(plan: Plan, applied: Any, posting: Any) -> None:
    again = applied.plan(posting("cook"), posting(title="Day nurse", max_retakes=1), tool_version="0.2")
    refuse_stale(parse_plan_file(saved(plan)), again)
    refuse_stale(parse_plan_file(saved(plan)), again, LastApply(plan_digest="sha256:other", status="done"))


def test_a_plan_made_offline_before_the_workspace_was_known_goes_on(world: Any, posting: Any) -> None:
    offline = world.plan(posting(), workspace_id=None)
    refuse_stale(parse_plan_file(saved(offline)), world.plan(posting()))


def test_a_held_posting_in_a_file_is_no_matter(world: Any, posting: Any) -> None:
    hold = {"on_change": "hold"}
    world.apply(posting(ops=hold))
    plan = world.plan(posting(ops=hold, title="Day nurse"), posting("cook"))
    refuse_stale(parse_plan_file(saved(plan)), world.plan(posting(ops=hold), posting("cook")))


def stale(plan: Plan, now: Plan, last: LastApply | None = None) -> str:
    with pytest.raises(StaleError) as caught:
        refuse_stale(parse_plan_file(saved(plan)), now, last)
    assert "plan --out" in help_text(caught.value.help)
    return caught.value.message


def test_what_moved_is_told(plan: Plan, applied: Any, posting: Any) -> None:
    wanted = [posting(title="Day nurse", max_retakes=1), posting("cook")]
    assert "workspace prod, not sandbox" in stale(plan, applied.plan(*wanted, workspace="sandbox"))
    assert "another state" in stale(plan, applied.plan(*wanted, state=None))
    assert "another HeyMilo workspace" in stale(plan, applied.plan(*wanted, workspace_id="ws_2"))
    other = applied.plan(posting(max_retakes=1), posting("driver"))
    told = stale(plan, other)
    assert "cook would be created with" in told and "left alone now" in told
    assert "nurse would be replaced with" in told and "updated with" in told
    assert "driver would be left alone then, created with" in told
    gone = applied.plan(posting("cook"))
    assert "archived now" in stale(plan, gone)
    applied.apply(posting("driver"), posting())
    assert "serial 2, the plan has 1" in stale(plan, applied.plan(*wanted))


def test_a_plan_is_applied_once(plan: Plan) -> None:
    assert "already" in stale(plan, plan, LastApply(plan_digest=plan.digest, status="done"))


def test_a_broken_apply_goes_on_with_the_rest_of_its_own_plan(applied: Any, posting: Any) -> None:
    wanted = [posting(title="Day nurse"), posting("cook")]
    plan = applied.plan(*wanted)
    opened = LastApply(plan_digest=plan.digest, status="open")
    applied.apply(*wanted, targets=frozenset({"cook"}))
    rest = applied.plan(*wanted)
    refuse_stale(parse_plan_file(saved(plan)), rest, opened)
    assert "serial" in stale(plan, rest)
    applied.fold(rest)
    first, second = applied.state.postings["nurse"].revisions
    applied.edit("nurse", revisions=(first.model_copy(update={"archived_at": None}), second))
    half = applied.plan(*wanted)
    assert half.changes[1].archives == ("p1",)
    refuse_stale(parse_plan_file(saved(plan)), half, opened)
    other = applied.plan(posting(title="Dusk nurse"), posting("cook"))
    assert "which the plan doesn't say" in stale(plan, other, opened)


def test_a_first_apply_that_broke_off_goes_on_with_the_state_it_made(world: Any, posting: Any) -> None:
    plan = world.plan(posting(), posting("cook"), state=None)
    opened = LastApply(plan_digest=plan.digest, status="open")
    world.apply(posting("cook"))
    refuse_stale(parse_plan_file(saved(plan)), world.plan(posting(), posting("cook")), opened)


FORMER = {"rubric": "guidance", "notice": "told", "knockout": "gating"}


def with_former_classes(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: FORMER.get(content, content)
            if key == "class"
            else [FORMER.get(name, name) for name in content]
            if key == "classes"
            else with_former_classes(content)
            for key, content in value.items()
        }
    return [with_former_classes(item) for item in value] if isinstance(value, list) else value


def test_a_file_with_the_former_names_of_change_classes_says_the_same(plan: Plan) -> None:
    data = saved(plan)
    former = with_former_classes(data)
    assert former != data, "no field of this plan has a renamed class"
    was = parse_plan_file(seal(former))
    assert {field.effect for change in was.document.changes for field in change.fields}.isdisjoint(FORMER.values())
    refuse_stale(was, plan)


def test_reading_leaves_the_data_alone(plan: Plan) -> None:
    data = saved(plan)
    kept = copy.deepcopy(data)
    parse_plan_file(data)
    assert data == kept


def test_ops_swapped_behind_the_plans_back_are_told(applied: Any, posting: Any) -> None:
    reviewed = parse_plan_file(saved(applied.plan(posting(ops={"on_replace": "keep"}))))
    refuse_stale(reviewed, applied.plan(posting(ops={"on_replace": "keep"})))
    with pytest.raises(StaleError, match="ops of nurse"):
        refuse_stale(reviewed, applied.plan(posting(ops={"on_remove": "forget"})))

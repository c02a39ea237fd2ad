"""A saved plan held against a plan made anew."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from heymilo_ops.model.live import Listing
from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.comparison import Comparison, compare
from heymilo_ops.plan.document import to_json
from heymilo_ops.plan.inputs import Earlier
from heymilo_ops.plan.planfile import SavedPlan, parse_plan_file, seal
from heymilo_ops.review.reasons import reason_sentence, reason_sentences

Edit = Callable[[dict[str, Any]], None]


def saved(plan: Plan, edit: Edit = lambda _: None) -> SavedPlan:
    """The file of a plan, edited and sealed again."""
    data = json.loads(json.dumps(to_json(plan, reason_sentence)))
    edit(data)
    return parse_plan_file(seal(data))


def against(plan: Plan, now: Plan, edit: Edit = lambda _: None, **how: Any) -> Comparison:
    return compare(saved(plan, edit), now, reason_sentence, **how)


@pytest.fixture
def wanted(posting: Any) -> list[dict[str, Any]]:
    return [posting(title="Day nurse", max_retakes=1), posting("cook")]


@pytest.fixture
def plan(applied: Any, wanted: Any) -> Plan:
    return applied.plan(*wanted, listing=applied.listing())


def test_the_same_plan_tells_the_same(plan: Plan) -> None:
    assert against(plan, plan) == Comparison(("cook", "nurse"))
    assert against(plan, plan, seen=False) == Comparison(("cook", "nurse"))


EDITS: dict[str, tuple[Edit, str]] = {
    "field": (lambda data: data["changes"][1]["fields"][1].update(after="Night nurse"), "nurse: its fields"),
    "fields": (lambda data: data["changes"][1].update(fields=[]), "nurse: its fields"),
    "reasons": (lambda data: data["changes"][1].update(reasons=["typo"]), "nurse: its reasons"),
    "class": (lambda data: data["changes"][1].update({"class": "cosmetic"}), "nurse: its class"),
    "source": (lambda data: data["changes"][0].update(source="postings/x.yaml"), "cook: its file"),
    "title": (lambda data: data["changes"][0].update(title="Someone"), "cook: its title"),
    "revision": (lambda data: data["changes"][1]["revision"].update({"to": 7}), "nurse: its revision"),
    "forget": (lambda data: data["changes"][1].update(forget=True), "nurse: its forget"),
    "posting": (lambda data: data["changes"][1]["live"].update(posting_id="p7"), "nurse: its posting"),
    "no posting": (lambda data: data["changes"][1].update(live=None), "nurse: its posting"),
    "notices": (
        lambda data: data["changes"][1].update(notices=[{"notice": "ai", "given_in": "the form", "url": None}]),
        "nurse: its notices",
    ),
    "note": (lambda data: data["notes"].append("Approved by legal."), "the note 'Approved by legal.', which is not so"),
    "finding": (
        lambda data: data["findings"].append(
            {"code": "PL505", "name": "n", "severity": "warning", "message": "m", "help": "h", "address": None}
        ),
        "the finding 'PL505 warning : m; h', which is not so now",
    ),
    "partial": (lambda data: data.update(partial=True), "what it says of 'partial'"),
    "pending": (lambda data: data.update(pending=["x"]), "what it says of 'pending'"),
    "compared": (lambda data: data.update(compared="everything"), "what it says of 'compared'"),
    "permissions": (lambda data: data.update(permissions=["--force"]), "what it says of 'permissions'"),
    "summary": (lambda data: data["summary"].update(replace=0), "its summary"),
    "archived": (lambda data: data["changes"][1]["live"].update(archived=True), "nurse: its posting"),
    "no time": (lambda data: data["changes"][1]["live"].update(updated_at=None), "nurse: its posting"),
    "a key": (lambda data: data.update(approved_by="legal"), "'approved_by', a key that this release does not write"),
    "a key of the state": (lambda data: data["state"].update(x=1), "'state.x', a key"),
    "a key of the options": (lambda data: data.update(options={"force": True}), "'options.force', a key"),
    "a key of a change": (lambda data: data["changes"][1].update(approved=True), "'nurse: approved', a key"),
    "a key of a posting": (lambda data: data["changes"][1]["live"].update(x=1), "'nurse: live.x', a key"),
    "differing": (lambda data: data.update(differing=["cook"]), "the difference at HeyMilo of 'cook', which is not so"),
    "unchanged": (lambda data: data["summary"].update(unchanged=9), "its summary"),
}


@pytest.mark.parametrize("name", EDITS)
def test_what_a_file_tells_otherwise_is_named(plan: Plan, name: str) -> None:
    edit, said = EDITS[name]
    assert any(each.startswith(said) for each in against(plan, plan, edit).otherwise)


def test_what_would_be_done_otherwise_is_named(applied: Any, wanted: Any, plan: Plan, posting: Any) -> None:
    more = applied.plan(*wanted, posting("driver"))
    assert "driver: create in the file, left alone in a plan made here" in against(more, plan).otherwise
    assert "driver: left alone in the file, create in a plan made here" in against(plan, more).otherwise


def test_what_is_left_out_of_a_file_is_named(plan: Plan) -> None:
    without_notes: Edit = lambda data: data.update(notes=[])  # noqa: E731
    assert [each.startswith("the note 'A replaced") for each in against(plan, plan, without_notes).unknown] == [True]
    (missing,) = against(plan, plan, without_notes, seen=False).otherwise
    assert missing.startswith("the note 'A replaced posting") and missing.endswith("is missing")


def test_what_follows_without_asking_must_stand_in_the_file(applied: Any, wanted: Any, plan: Plan, live: Any) -> None:
    offline = applied.plan(*wanted)
    without: Edit = lambda data: data.update(notes=[])  # noqa: E731
    (missing,) = against(plan, plan, without, unasked=offline).otherwise
    assert missing.startswith("the note 'A replaced posting") and missing.endswith("is missing")
    assert against(plan, plan, unasked=offline) == Comparison(("cook", "nurse"))
    drafted = Listing({"p1": live("p1", status="draft", metadata=applied.at_heymilo["p1"].metadata)})
    found = against(plan, applied.plan(*wanted, listing=drafted), unasked=offline)
    assert found.otherwise == () and "is new since the plan was made" in found.unknown[0]


def test_a_finding_that_follows_without_asking_must_stand_in_the_file(applied: Any, wanted: Any) -> None:
    asked = {"targets": frozenset({"nurse", "nobody"})}
    plan = applied.plan(*wanted, listing=applied.listing(), **asked)
    offline = applied.plan(*wanted, **asked)
    without: Edit = lambda data: data.update(findings=[])  # noqa: E731
    (missing,) = against(plan, plan, without, unasked=offline).otherwise
    assert missing.startswith("the finding 'PL401") and missing.endswith("is missing")
    (new,) = against(plan, plan, without).unknown
    assert new.endswith("is new since the plan was made")
    for key in ("name", "pointer"):
        elsewhere: Edit = lambda data, key=key: data["findings"][0].update({key: "/x"})  # type: ignore[misc]  # noqa: E731
        assert against(plan, plan, elsewhere).otherwise == ("the finding PL401: its name or its place",)
    more: Edit = lambda data: data["findings"][0].update(approved=True)  # noqa: E731
    assert against(plan, plan, more).otherwise == (
        "'the finding PL401: approved', a key that this release does not write",
    )


def test_what_is_held_without_asking_must_stand_in_the_file(world: Any, posting: Any) -> None:
    hold = {"on_change": "hold"}
    world.apply(posting(ops=hold))
    held = world.plan(posting(ops=hold, title="Day nurse"), posting("cook"))
    gone: Edit = lambda data: data["changes"].pop()  # noqa: E731
    (said,) = [each for each in against(held, held, gone, unasked=held).otherwise if "nurse" in each]
    assert said == "nurse: left alone in the file, hold in a plan made here"
    silent: Edit = lambda data: data["changes"][1].update(reasons=[])  # noqa: E731
    found = against(held, held, silent, unasked=held)
    assert found.otherwise and all(each.endswith("is missing") for each in found.otherwise)


def test_what_another_version_wrote_beyond_this_one_is_named(plan: Plan) -> None:
    newer: Edit = lambda data: data.update(tool_version="0.2.0", risk="low")  # noqa: E731
    found = against(plan, plan, newer)
    assert found.otherwise == ()
    assert found.unknown == ("'risk', a key that this release does not know, is only what the file says",)


def test_a_count_of_unmanaged_postings_is_compared(plan: Plan) -> None:
    counted: Edit = lambda data: data.update(unmanaged=7)  # noqa: E731
    said = "the count of unmanaged postings"
    assert against(plan, plan, counted).unknown == (f"{said} is 7 in the file, 0 now",)
    assert against(plan, plan, counted, seen=False).unknown == (f"{said}, 7, is only what the file says",)
    assert against(plan, plan, counted, unasked=plan).otherwise == ("what it says of 'unmanaged'",)


def test_that_a_posting_is_archived_is_not_known_without_asking(plan: Plan) -> None:
    archived: Edit = lambda data: data["changes"][1]["live"].update(archived=True)  # noqa: E731
    (said,) = against(plan, plan, archived, seen=False).unknown
    assert said == "nurse: whether its posting is archived is only what the file says"


def test_what_heymilo_showed_since_is_told_and_no_alarm(applied: Any, wanted: Any, plan: Plan, live: Any) -> None:
    drafted = Listing({"p1": live("p1", status="draft", metadata=applied.at_heymilo["p1"].metadata)})
    now = applied.plan(*wanted, listing=drafted)
    found = against(plan, now)
    assert found.otherwise == () and "is new since the plan was made" in found.unknown[0]
    (gone,) = against(now, plan).otherwise
    assert gone.endswith("which is not so now")


def test_a_plan_made_without_asking_is_no_alarm_either(applied: Any, wanted: Any, live: Any) -> None:
    offline = applied.plan(*wanted)
    assert against(offline, applied.plan(*wanted)).otherwise == ()
    asked = applied.plan(*wanted, listing=Listing({"p1": live("p1", updated_at=9.0, title="Chief")}))
    found = against(asked, offline, seen=False)
    assert found.otherwise == () and found.same == ("cook", "nurse")
    assert any("changed outside since the last apply" in each for each in found.unknown)
    said = against(asked, offline, lambda data: data["changes"][1].update(reasons=["typo"]), seen=False)
    assert any("its design changed" in each and each.endswith("is missing") for each in said.otherwise)


def test_a_permission_is_named(applied: Any, wanted: Any, live: Any) -> None:
    unmarked, allowed = Listing({"p1": live("p1")}), frozenset({"nurse", "cook"})
    permitted = applied.plan(*wanted, listing=unmarked, unmarked_allowed=allowed, recreate=frozenset({"cook"}))
    assert permitted.permissions == ("--allow-unmarked nurse", "--recreate cook")
    assert reason_sentences(permitted.notes)[:2] == (
        "Its apply needs --allow-unmarked nurse.",
        "Its apply needs --recreate cook.",
    )
    offline = applied.plan(*wanted, recreate=frozenset({"cook"}))
    found = against(permitted, offline, seen=False)
    assert found.otherwise == ()
    assert "the permission '--allow-unmarked nurse' is only what the file says" in found.unknown
    cleared = against(permitted, offline, lambda data: data.update(permissions=[]), seen=False)
    assert "the permission '--recreate cook' is missing" in cleared.otherwise


def test_a_setting_that_was_merged_since_is_no_alarm(applied: Any, wanted: Any) -> None:
    now = applied.plan(*wanted, safety={"api_key_env": "HEYMILO_B"})
    earlier = Earlier("c" * 40, {"api_key_env": "HEYMILO_A"})
    then = applied.plan(*wanted, safety={"api_key_env": "HEYMILO_B"}, earlier=earlier)
    found = against(then, now)
    assert found.otherwise == () and len(found.unknown) == 2
    assert "PL601" in found.unknown[0] and found.unknown[0].endswith("is not so now")
    assert "HEYMILO_A" in found.unknown[1] and found.unknown[1].endswith("is only what the file says")
    assert against(then, then).unknown == ()
    assert any("HEYMILO_A" in each and each.endswith("is missing") for each in against(now, then).otherwise)


def test_what_is_held_may_move(world: Any, posting: Any) -> None:
    hold = {"on_change": "hold"}
    world.apply(posting(ops=hold))
    held = world.plan(posting(ops=hold, title="Day nurse"), posting("cook"))
    free = world.plan(posting(ops=hold), posting("cook"))
    assert against(held, free) == Comparison(("cook",), (), ("nurse: hold in the file, left alone now",))
    assert against(free, held).unknown == ("nurse: left alone in the file, hold now",)
    invented: Edit = lambda data: data["changes"][1]["reasons"].append("Kim said so")  # noqa: E731
    assert against(held, held, invented).otherwise == ("nurse: the reason 'Kim said so', which is not so now",)


def test_after_its_own_crash_only_the_rest_is_compared(applied: Any, wanted: Any, plan: Plan) -> None:
    applied.apply(*wanted, targets=frozenset({"nurse"}))
    rest = applied.plan(*wanted)
    found = against(plan, rest, begun=True)
    assert (found.same, found.otherwise) == (("cook",), ())
    assert "carried out already" in found.unknown[0]
    retitled: Edit = lambda data: data["changes"][0].update(title="Someone")  # noqa: E731
    assert against(plan, rest, retitled, begun=True).otherwise == ("cook: its title",)


def _shared(addresses: list[str], **more: Any) -> dict[str, Any]:
    entry = {"path": "x.md", "field": "/title", "kind": "changed", "before": 1, "after": 2, "class": "notice"}
    return {**entry, "addresses": addresses, **more}


def test_what_postings_share_is_compared_as_far_as_they_are(plan: Plan) -> None:
    invented: Edit = lambda data: data.update(shared=[_shared(["cook", "nurse"])])  # noqa: E731
    assert against(plan, plan, invented).otherwise == ("the changes that several postings share",)
    elsewhere: Edit = lambda data: data.update(shared=[_shared(["driver"])])  # noqa: E731
    assert against(plan, plan, elsewhere).otherwise == ("the changes that several postings share",)

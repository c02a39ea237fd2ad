"""A held design with today's settings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from heymilo_ops.model.desired import desire
from heymilo_ops.plan.settings_patch import applied_from, on_old_design, patch


def snapshot(make_world: Any, posting: Any, **changes: Any) -> Any:
    world = make_world()
    world.apply(posting(**changes))
    return next(iter(world.snapshots.values()))


def test_the_old_design_with_the_new_settings_and_ops(make_world: Any, posting: Any) -> None:
    old = snapshot(make_world, posting, max_retakes=1, ops={"on_change": "hold"})
    wanted = desire(posting("carer", title="Day nurse", allow_sms_comms=True, ops={"protect": True}), "p/n.yaml")
    composed = on_old_design(wanted, old)
    assert composed.address == "carer"
    assert composed.source == "p/n.yaml"
    assert composed.request == {**desire(posting(), "x").request, "allow_sms_comms": True}
    assert composed.ops.protect and composed.ops.on_change is None
    assert composed.keys == old.keys
    bare = on_old_design(desire(posting(title="Day nurse"), "x"), old)
    assert "ops" not in bare.resolved and bare.ops.on_change is None


def test_a_snapshot_in_todays_form(make_world: Any, posting: Any) -> None:
    found = applied_from(snapshot(make_world, posting, max_retakes=1))
    wanted = desire(posting(max_retakes=1), "x")
    assert (found.digest, found.design_digest, found.form) == (wanted.digest, wanted.design_digest, wanted.form)


def test_a_patch_names_each_setting_once(posting: Any) -> None:
    before = desire(posting(deadline="2027-03-31T18:00:00Z", allow_sms_comms=True), "x").form
    body, stuck = patch(before, desire(posting(max_retakes=1), "x"), ["max_retakes", "allow_sms_comms", "deadline"] * 2)
    assert body == {"allow_sms_comms": False, "max_retakes": 1}
    assert stuck == ["deadline"]


def test_a_design_that_came_from_a_template_keeps_its_blanks(posting: Any) -> None:
    template = {"workflow": None, "interview_template_id": "IT_1"}
    before = desire(posting(**template, allow_sms_comms=True), "x").form
    assert patch(before, desire(posting(), "x"), ["allow_sms_comms"])[1] == ["allow_sms_comms"]
    plain = desire(posting(allow_sms_comms=True), "x").form
    assert patch(plain, desire(posting(**template), "x"), ["allow_sms_comms"])[1] == ["allow_sms_comms"]


def test_the_old_design_keeps_its_variables(make_world: Any, posting: Any) -> None:
    old = snapshot(make_world, posting, interviewer_name="Ann", redirect_url="https://a.example/old")
    portable = replace(old, resolved=posting(interviewer_name={"var": "who"}, redirect_url={"var": "old"}))
    now = posting(title="Day nurse", interviewer_name="Ann", redirect_url="https://a.example/new")
    wanted = desire(now, "x", template={**now, "redirect_url": {"var": "new"}})
    composed = on_old_design(wanted, old, portable)
    assert composed.resolved == posting(interviewer_name="Ann", redirect_url="https://a.example/new")
    assert composed.template == posting(interviewer_name={"var": "who"}, redirect_url={"var": "new"})
    assert composed.portable is not None

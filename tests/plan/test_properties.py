"""Planning what was applied changes nothing; whatever the edits, plan and apply come to rest."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heymilo_ops.model.desired import desire
from heymilo_ops.plan.planfile import check, read, to_json

MANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def manifests(data: Any, postings: Any) -> list[dict[str, Any]]:
    return data.draw(st.lists(postings, max_size=3, unique_by=lambda each: each["name"]))


@given(data=st.data())
@MANY
def test_a_plan_after_its_apply_is_empty(data: Any, postings: Any, make_world: Any) -> None:
    world = make_world()
    for _ in range(data.draw(st.integers(1, 4))):
        wanted = manifests(data, postings)
        if world.state.postings and data.draw(st.booleans()):
            name = data.draw(st.sampled_from(sorted(world.state.postings)))
            world.hold(name, desire(data.draw(postings), "x").design_digest)
        options = {"allow_large_change": True, "listing": world.listing()}
        plan = world.plan(*wanted, **options)
        check(read(to_json(plan)), plan)
        if any(each.severity == "error" for each in plan.findings):
            continue
        world.fold(plan)
        for listing in (None, world.listing()):
            again = world.plan(*wanted, **{**options, "listing": listing})
            assert not again.has_changes, (plan.changes, again.changes)
            assert not [each for each in again.findings if each.severity == "error" and each.code != "PL103"]


@given(data=st.data())
@MANY
def test_nothing_is_created_over_a_live_posting(data: Any, postings: Any, make_world: Any) -> None:
    world = make_world()
    for _ in range(3):
        before = {name for name, entry in world.state.postings.items() if entry.status == "active"}
        plan = world.plan(*manifests(data, postings), allow_large_change=True)
        assert not [each for each in plan.changes if each.action == "create" and each.address in before]
        archived = [posting_id for change in plan.changes for posting_id in change.archives]
        assert len(archived) == len(set(archived))
        if not any(each.severity == "error" for each in plan.findings):
            world.fold(plan)

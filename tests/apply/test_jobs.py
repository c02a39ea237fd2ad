"""Plans that can't be carried out, and what blocks a job."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_heymilo import World, on, posting

from heymilo_ops.apply.jobs import entry_of, make_jobs
from heymilo_ops.errors import AttentionError
from heymilo_ops.model.fold import without_planned
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import Action, Change, CreatePosting, PatchPosting
from heymilo_ops.plan.pending_operation import blocked


def test_a_change_without_content_is_refused() -> None:
    world = World()
    plan = world.plan(posting("a"))
    for lacking in ({"operations": (CreatePosting(),)}, {"revision_to": None}):
        change = replace(plan.changes[0], **lacking)
        with pytest.raises(AttentionError, match="does not hold what is to be sent"):
            world.run(replace(plan, changes=(change,)))
    assert world.api.calls == []


def test_an_update_of_what_the_state_does_not_know_is_refused() -> None:
    world = World()
    plan = world.plan(posting("a"))
    change = replace(
        plan.changes[0],
        action=Action.UPDATE,
        operations=(PatchPosting("p1", {"max_retakes": 1}, plan.changes[0].desired),),
    )
    with pytest.raises(AttentionError, match="no posting to update"):
        world.run(replace(plan, changes=(change,)))


def test_intents_hold_all_that_a_later_run_needs() -> None:
    world = World()
    world.want(posting("a"))
    plan = world.plan(posting("a", "Why now?", ops={"protect": True}))
    ids = iter(["1" * 32, "2" * 32])
    plan = replace(plan, findings=())
    (job,) = make_jobs(plan.actions(), world.state, world.context(new_op=lambda: next(ids)))
    create, archive = job.intents
    desired = job.change.desired
    assert desired is not None
    assert (create.kind, create.status, create.op_id, create.attempt) == ("create", "planned", "1" * 32, 1)
    assert (create.number, create.digest, create.design_digest) == (2, desired.digest, desired.design_digest)
    assert (create.action, create.target, create.ops.protect) == ("replace", None, True)
    assert (create.source, create.commit, create.by) == ("postings/a.yaml", "c0ffee", "ada@example.com")
    assert (archive.kind, archive.target, archive.op_id) == ("archive", "P1", "2" * 32)


def test_an_entry_is_found_under_its_old_address() -> None:
    world = World()
    world.want(posting("a"))
    assert entry_of(world.state, Change("b", Action.REPLACE)) is None
    assert entry_of(world.state, Change("b", Action.REPLACE, moved_from="a")) == world.state.postings["a"]
    assert entry_of(world.state, Change("b", Action.REPLACE, moved_from="c")) is None


def test_a_pending_move_blocks_both_addresses() -> None:
    world = World()
    world.want(posting("a"))
    world.api.fault = on("create", "lose")
    world.want(posting("b", ops={"moved_from": "a"}))
    assert blocked(world.state) == {"a", "b"}


def test_a_move_waits_for_what_is_unknown_under_the_old_name() -> None:
    world = World()
    world.want(posting("a"))
    planned = world.plan(posting("b", ops={"moved_from": "a"}))
    world.api.fault = on("update", "lose")
    world.want(posting("a", max_retakes=1))
    (job,) = make_jobs(planned.actions(), world.state, world.context())
    assert (job.change.address, job.intents) == ("b", ())
    assert job.barred == Reason(ReasonCode.EARLIER_UNKNOWN, "a")


def test_a_state_without_planned_intents_stays_as_it_is() -> None:
    world = World()
    world.want(posting("a"))
    state = world.state
    assert without_planned(state) is state

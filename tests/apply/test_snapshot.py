"""What is kept beside the state, and the portable form that state and snapshots remember."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fake_heymilo import WHO, World, given_for, on, posting

from heymilo_ops.apply.snapshot import portable_of, snapshot_of
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.plan.rollback import plan_rollback


def with_variable(name: str = "a", text: str = "Why?", url: str = "https://a.example/x", **root: Any) -> Desired:
    plain = posting(name, text, redirect_url=url, **root)
    return desire(plain.resolved, plain.source, template={**plain.resolved, "redirect_url": {"var": "thanks"}})


def test_without_variables_one_snapshot_is_kept_and_nothing_recorded() -> None:
    world = World()
    world.want(posting("a"))
    assert world.state.postings["a"].current.portable is None
    assert len(world.backend.list("snapshots/")) == 1


def test_the_portable_form_is_recorded_and_kept() -> None:
    world = World()
    wanted = with_variable()
    world.want(wanted)
    revision = world.state.postings["a"].current
    assert (revision.digest, revision.portable) == (wanted.digest, wanted.portable_digest)
    kept = world.store.snapshot(wanted.portable_digest)
    assert kept == portable_of(wanted, WHO) and kept is not None
    assert kept.resolved["redirect_url"] == kept.request["redirect_url"] == {"var": "thanks"}
    assert world.store.snapshot(wanted.digest) == snapshot_of(wanted, WHO)


def test_an_update_of_settings_records_it_too() -> None:
    world = World()
    world.want(posting("a", "Why?", redirect_url="https://a.example/x"))
    wanted = with_variable(max_retakes=2)
    world.want(wanted)
    current = world.state.postings["a"].current
    assert (current.action, current.portable) == ("update", wanted.portable_digest)


def test_an_intent_whose_outcome_is_unknown_keeps_it() -> None:
    world = World()
    world.api.fault = on("create", "lose")
    wanted = with_variable()
    world.want(wanted)
    (intent,) = world.state.unknown()
    assert intent.portable == wanted.portable_digest


def test_a_rollback_brings_back_the_portable_form_of_then_with_the_settings_of_now() -> None:
    world = World()
    world.want(with_variable(text="One?"))
    now = with_variable(text="Two?", max_retakes=2)
    world.want(now)
    given = given_for(world.store, [now], world.api)
    revisions = world.state.postings["a"].revisions
    kept = {each: world.store.snapshot(each) for it in revisions for each in (it.digest, it.portable_digest)}
    rolled = plan_rollback(replace(given, snapshots=kept), "a", by="bob", get=world.api.get)
    wanted = with_variable(text="One?", max_retakes=2)
    assert (rolled.desired.digest, rolled.desired.portable) == (wanted.digest, wanted.portable)
    world.run(rolled.plan, rollback=True)
    assert world.state.postings["a"].current.portable == wanted.portable
    gone = plan_rollback(replace(given, snapshots=kept, desired=()), "a", by="bob", get=world.api.get)
    assert gone.desired.template == wanted.template

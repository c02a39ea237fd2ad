"""Planning what was applied changes nothing; whatever the edits, plan and apply come to rest."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heymilo_ops.model.desired import desire
from heymilo_ops.model.state import Watched
from heymilo_ops.plan.comparison import compare
from heymilo_ops.plan.document import to_json
from heymilo_ops.plan.planfile import parse_plan_file, refuse_stale, seal
from heymilo_ops.review.reasons import reason_sentence, reason_sentences

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
        refuse_stale(parse_plan_file(seal(to_json(plan, reason_sentence))), plan)
        assert not compare(parse_plan_file(seal(to_json(plan, reason_sentence))), plan, reason_sentence).otherwise
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


# what HeyMilo shows of our names


NAMES = ("nurse", "cook", "driver")
OPS = tuple(each * 32 for each in "ab")
ATTEMPTS = st.tuples(st.sampled_from(OPS), st.integers(1, 2))
MOMENTS = st.sampled_from([None, 1.0, 2.0, 3.0])
RARELY = st.sampled_from([False, False, False, True])


def strangers(data: Any, world: Any, live: Any) -> dict[str, Any]:
    """Clones, late commits, forked, forgotten and stripped postings, by id, beside what is on record."""
    digest = st.sampled_from(["sha256:" + "d" * 64, *(each.digest for each in world.state.postings.values())])
    found: dict[str, Any] = {}
    for number in range(data.draw(st.integers(0, 5))):
        kind = data.draw(st.sampled_from(["marked", "marked", "clone", "clone", "edited", "stripped"]))
        name = data.draw(st.sampled_from(NAMES))
        metadata = {"heymilo-ops": f"acme/prod/{name}@{data.draw(st.integers(1, 3))}"}
        if kind == "marked":
            op, attempt = data.draw(ATTEMPTS)
            metadata |= {"heymilo-ops-op": f"{op}/{attempt}", "heymilo-ops-digest": data.draw(digest)}
        others = [each for each in (*world.at_heymilo.values(), *found.values()) if each.metadata]
        if kind == "clone" and others:
            metadata = dict(data.draw(st.sampled_from(others)).metadata)
        if kind == "stripped":
            metadata = {}
        shown = {"name": name, "metadata": metadata, "archived": data.draw(RARELY), "created_at": data.draw(MOMENTS)}
        found[f"x{number}"] = live(f"x{number}", **shown)
    return found


def recorded(data: Any, world: Any) -> dict[str, Any]:
    """What is on record as HeyMilo lists it: each made by some attempt, and some not listed."""
    for number, posting_id in enumerate(sorted(world.at_heymilo)):
        live = world.at_heymilo[posting_id]
        op, attempt = data.draw(ATTEMPTS) if data.draw(RARELY) else (f"{number:032x}", 1)
        metadata = {**live.metadata, "heymilo-ops-op": f"{op}/{attempt}"}
        world.at_heymilo[posting_id] = replace(live, metadata=metadata, created_at=data.draw(MOMENTS))
    return {key: each for key, each in world.at_heymilo.items() if not data.draw(RARELY)}


def remember(data: Any, world: Any, marks: list[Any]) -> None:
    """Attempts that count as not made, an operation of unknown outcome, and a state that lost its first revisions."""
    at = "2027-01-10T00:00:00Z"
    watched = data.draw(st.lists(st.tuples(ATTEMPTS, st.sampled_from(NAMES)), max_size=2))
    kept = tuple(Watched(op_id=op, attempt=attempt, address=name, at=at) for (op, attempt), name in watched)
    world.state = world.state.model_copy(update={"watched": kept})
    for name, entry in world.state.postings.items():
        if data.draw(st.booleans()):
            world.edit(name, revisions=entry.revisions[-1:])
    if data.draw(st.booleans()):
        shown = [(each.name, (each.op_id, each.attempt)) for each in marks if each.op_id]
        name, (op, attempt) = data.draw(st.sampled_from(shown or [(NAMES[0], (OPS[0], 1))]))
        entry = world.state.postings.get(name)
        what = data.draw(st.sampled_from(["create", "update"])) if entry else "create"
        target = entry.posting_id if entry and what == "update" else None
        world.await_outcome(name, kind=what, action=what, target=target, op_id=op, attempt=attempt)


def versions(data: Any, posting: Any) -> list[dict[str, Any]]:
    """Manifests of some of the names, each in one of a few versions."""
    changes = st.fixed_dictionaries({}, optional={"title": st.just("Other"), "max_retakes": st.integers(1, 2)})
    return [posting(name, **data.draw(changes)) for name in NAMES if data.draw(st.booleans())]


@given(data=st.data())
@settings(MANY, max_examples=200, derandomize=True)
def test_every_open_posting_of_ours_that_is_not_on_record_is_named_and_none_is_taken(
    data: Any, posting: Any, make_world: Any, live: Any
) -> None:
    world = make_world()
    for _ in range(data.draw(st.integers(0, 2))):
        plan = world.plan(*versions(data, posting), allow_large_change=True)
        if not any(each.severity == "error" for each in plan.findings):
            world.fold(plan)
    on_record = recorded(data, world)
    others = strangers(data, world, live)
    remember(data, world, [each.mark for each in others.values() if each.mark])
    listed = {**on_record, **others}
    options = {"targets": frozenset(data.draw(st.sets(st.sampled_from(NAMES), max_size=1))), "allow_large_change": True}
    plan = world.plan(*versions(data, posting), listing=world.listing(postings=listed), **options)
    known = {each.posting_id for entry in world.state.postings.values() for each in entry.revisions}
    reasons = [
        reason for each in plan.changes if each.address in plan.pending for reason in reason_sentences(each.reasons)
    ]
    told = set(
        re.findall(
            r"\w+", " ".join([*(each.message for each in plan.findings), *reason_sentences(plan.notes), *reasons])
        )
    )
    ours = {each.posting_id for each in listed.values() if each.mark and not each.archived}
    assert ours - known <= told, (ours - known - told, plan.findings, reason_sentences(plan.notes))
    touched = {each for change in plan.changes for each in (*change.archives, change.live and change.live.posting_id)}
    assert touched <= {*known, None}
    assert not [change for change in plan.changes if change.action == "adopt"]

"""What a person does: loses the state and makes it anew, and once all is quiet whatever is left to do by hand."""

from __future__ import annotations

from typing import Any

from machine_heymilo import HeyMilo
from machine_world import PATIENT_S, PROJECT, WHO, WORKSPACE, World, manifest

from heymilo_ops.apply.snapshot import snapshot_of
from heymilo_ops.finding import Severity
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.state import Intent
from heymilo_ops.plan.change import Action, Plan
from heymilo_ops.repair import attribution, salvage
from heymilo_ops.repair.content import Content, ContentOrigin
from heymilo_ops.repair.rebuild import Manifests, rebuild
from heymilo_ops.review.reasons import reason_sentences
from heymilo_ops.statefile.store import StateStore
from heymilo_ops.usecases.rebuild_state import RebuildPlan, write_rebuild

APPLIES = 3


def converge(world: World) -> None:
    """All faults off, everything ends, and what is wanted is there. Raises ``AssertionError`` where it isn't."""
    _quiet(world)
    for _ in range(APPLIES):
        if any(each.code == "PL501" and each.severity is Severity.ERROR for each in _plan(world).findings):
            make_anew(world)
        world.run(recreate=_ended_outside(world))
        world.check()
        _by_hand(world)
        world.check()
        if _is_there(world):
            break
    else:
        raise AssertionError(f"not converged: {_told(world)}")
    _nothing_more(world)


def lose_state(world: World, how: str) -> None:
    """Everything is gone, or ``state.json`` alone; or a backup takes its place. The lock stays with a backup."""
    held = world.memory._held
    if how == "state alone":
        held.pop("state.json", None)
    else:
        lock = {key: data for key, data in held.items() if key == "lease.json" and how == "backup"}
        held.clear()
        held |= {**(world.backup if how == "backup" else {}), **lock}
    world.cut, world.last, world.entered = len(world.heymilo.sent), None, 0
    world.writes += 1


def make_anew(world: World) -> None:
    """``state rebuild``. Of two postings that say they are the same, the later one is archived first."""
    forks = world.command(lambda place, api: _rebuild(world, place, api))
    for fork in forks or ():
        for each in fork.postings[1:]:
            world.heymilo.change(each.live.posting_id, archived=True, status="archived")
    if forks:
        assert not world.command(lambda place, api: _rebuild(world, place, api)), "the forks are gone"
    world.last = None


def _rebuild(world: World, place: StateStore, api: Any) -> list[attribution.Fork]:
    standing = salvage.read_standing(place)
    listed = api.list_all()
    found = attribution.attribute(listed, project=PROJECT, workspace=WORKSPACE, state=standing.state, takes={})
    base = standing.state or place.begin(PROJECT, WORKSPACE, "https://api.heymilo.ai")
    wanted = {each.address: each for each in _wanted(world)}
    manifests = Manifests(wanted, frozenset(wanted))
    made = rebuild(found, base, listed, CONTENTS, manifests, world.now())
    if not found.forks and (made.state != standing.state or standing.aside):
        plan = RebuildPlan(standing, listed, found, made, [], WORKSPACE, WHO)
        write_rebuild(plan, place, api, PATIENT_S)
    return found.forks


CONTENTS = {
    each.digest: Content(ContentOrigin.COMMIT, each, snapshot_of(each, WHO))
    for name in "abc"
    for design in range(3)
    for setting in range(2)
    for each in [manifest(name, (design, setting))]
}


def _quiet(world: World) -> None:
    world.fates.clear()
    for runner in world.alive:
        runner.trouble.clear()
        runner.step()
    world.advance(60)
    while world.heymilo.in_the_air:
        world.heymilo.commit_late(0)
    world.heymilo.lag = 0.0
    world.advance(300)
    world.check()


def _wanted(world: World) -> list[Desired]:
    return [manifest(*each) for each in sorted(world.wanted.items())]


def _plan(world: World) -> Plan:
    return world.oracle(_wanted(world))


def _ended_outside(world: World) -> frozenset[str]:
    held = (each for each in _plan(world).changes if each.action is Action.HOLD)
    return frozenset(
        each.address for each in held if "nothing is made in its place until" in "".join(reason_sentences(each.reasons))
    )


def _by_hand(world: World) -> None:
    """Settle what only a person can settle, and archive what is there twice."""
    state = world.peek()
    for intent in state.unknown() if state else ():
        world.resolve(intent.address, _made_by(world.heymilo, intent))
    state, plan = world.peek(), _plan(world)
    known = {name: entry.posting_id for name, entry in state.postings.items()} if state else {}
    pending = {each.address for each in state.unknown()} if state else set()
    ahead = {each for change in plan.changes for each in change.archives}
    for name in sorted({str(each["name"]) for each in world.heymilo.postings.values()}):
        there = [each for each in world.heymilo.open(name) if each not in ahead]
        if name in pending:
            continue
        if there and known.get(name) not in there:
            world.resolve(name, there[0])
            state = world.peek()
            entry = state.postings.get(name) if state else None
            known[name] = entry.posting_id if entry else ""
        for each in there:
            if each != known.get(name):
                world.heymilo.change(each, archived=True, status="archived")


def _made_by(heymilo: HeyMilo, intent: Intent) -> str | None:
    """The posting that an operation made, by HeyMilo's own log."""
    made = [each.posting_id for each in heymilo.sent if each.mark.op_id == intent.op_id and each.posting_id]
    return next((each for each in made if not heymilo.postings[each]["archived"]), made[0] if made else intent.target)


def _is_there(world: World) -> bool:
    names = {str(each["name"]) for each in world.heymilo.postings.values()}
    for name in names | world.wanted.keys():
        there = world.heymilo.open(name)
        if name not in world.wanted and there:
            return False
        if name in world.wanted:
            wanted = manifest(name, world.wanted[name]).digest
            if len(there) != 1 or world.heymilo.holds.get(there[0]) != wanted:
                return False
    return not any(True for _ in _plan(world).actions())


def _nothing_more(world: World) -> None:
    """One more apply sends nothing and stores nothing."""
    before = (world.heymilo.written, world.writes)
    code = world.run()
    assert (world.heymilo.written, world.writes) == before, "an apply with nothing to do wrote something"
    assert code == 0, f"an apply with nothing to do ended with {code}"
    world.check()


def _told(world: World) -> str:
    plan, state = _plan(world), world.peek()
    open_now = {name: world.heymilo.open(name) for name in sorted({*world.wanted, *(state.postings if state else {})})}
    changes = [(each.address, each.action.value, reason_sentences(each.reasons)) for each in plan.changes]
    findings = [f"{each.code} {each.message}" for each in plan.findings]
    notes = reason_sentences(plan.notes)
    return f"wanted {world.wanted}, open {open_now}, plan {changes}, findings {findings}, notes {notes}"

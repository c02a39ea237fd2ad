"""What a person does: loses the state and makes it anew, and once all is quiet whatever is left to do by hand."""

from __future__ import annotations

from typing import Any

from machine_heymilo import HeyMilo
from machine_world import NAMES, PATIENT_S, PROJECT, SPECS, WHO, WORKSPACE, World, content, manifest

from heymilo_ops.apply.snapshot import snapshot_of
from heymilo_ops.finding import Severity
from heymilo_ops.model.reason import ReasonCode
from heymilo_ops.model.state import Intent
from heymilo_ops.plan.change import Action, Plan
from heymilo_ops.repair import attribution, salvage
from heymilo_ops.repair.content import Content, ContentOrigin
from heymilo_ops.repair.rebuild import Manifests, rebuild
from heymilo_ops.review.reasons import reason_sentences
from heymilo_ops.statefile.store import StateStore
from heymilo_ops.usecases.plan import PlanOptions
from heymilo_ops.usecases.rebuild_state import RebuildPlan, write_rebuild

APPLIES = 3


def converge(world: World) -> None:
    """All faults off, everything ends, and what is wanted is there. Raises ``AssertionError`` where it isn't."""
    _quiet(world)
    for _ in range(APPLIES):
        if any(each.code == "PL501" and each.severity is Severity.ERROR for each in _plan(world).findings):
            make_anew(world)
        _heed(world)
        drifted = _drifted(world)
        world.run(recreate=_ended_outside(world) | _stuck(world, drifted), reverts=drifted)
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
    world.bound |= world.heymilo.touched
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
    wanted = {each.address: each for each in world.desired()}
    manifests = Manifests(wanted, frozenset(wanted))
    made = rebuild(found, base, listed, CONTENTS, manifests, world.now())
    if not found.forks and (made.state != standing.state or standing.aside):
        plan = RebuildPlan(standing, listed, found, made, [], WORKSPACE, WHO)
        write_rebuild(plan, place, api, PATIENT_S)
    return found.forks


CONTENTS = {
    each.digest: Content(ContentOrigin.COMMIT, each, snapshot_of(each, WHO))
    for name in NAMES
    for spec in SPECS
    for each in [manifest(name, spec)]
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


def _plan(world: World) -> Plan:
    return world.oracle(world.desired())


def _ended_outside(world: World) -> frozenset[str]:
    held = (each for each in _plan(world).changes if each.action is Action.HOLD)
    return frozenset(
        each.address for each in held if "nothing is made in its place until" in "".join(reason_sentences(each.reasons))
    )


_NOT_TAKEN_OVER = (ReasonCode.ADOPT_ARCHIVED, ReasonCode.ADOPT_DIFFERS, ReasonCode.ADOPT_KNOWN, ReasonCode.ADOPT_MARKED)
_NOT_TAKEN_OVER += (ReasonCode.ADOPT_MISSING, ReasonCode.ADOPT_OVER, ReasonCode.ADOPT_TWICE)


def _heed(world: World) -> None:
    """Take the key out of a manifest whose posting can't be taken over: another one is made."""
    for change in _plan(world).changes:
        if any(reason.code in _NOT_TAKEN_OVER for reason in change.reasons):
            world.ops_of[change.address].pop("adopt")


def _drifted(world: World) -> frozenset[str]:
    """The postings that were changed outside."""
    return frozenset(change.address for change in _everything(world).changes if change.open_drift)


_STAYS = (ReasonCode.DIFFERS, ReasonCode.DIFFERS_UNDATED, ReasonCode.QUESTIONS_CHANGED_OUTSIDE)
_STAYS += (ReasonCode.REVERT_NOT_POSSIBLE,)


def _stuck(world: World, drifted: frozenset[str]) -> frozenset[str]:
    """Those that can't go on in place: what was changed outside can't be put back, or an edit is refused."""
    plan = world.oracle(world.desired(), PlanOptions(refresh="full", reverts=drifted, allow_large_change=True))
    stuck = (change.address for change in plan.changes if any(reason.code in _STAYS for reason in change.reasons))
    otherwise = (
        name
        for name in world.open_roles()
        for there in world.heymilo.open(name)
        if there in world.bound and world.heymilo.content(there) != content(name, world.wanted[name])
    )
    return frozenset(stuck) | frozenset(otherwise) - drifted | frozenset(world.refused)


def _everything(world: World) -> Plan:
    """The next plan, with all questions compared."""
    return world.oracle(world.desired(), PlanOptions(refresh="full", allow_large_change=True))


def _by_hand(world: World) -> None:
    """Settle what only a person can settle, and archive what is there twice."""
    state = world.peek()
    for intent in state.unknown() if state else ():
        world.resolve(intent.address, _made_by(world.heymilo, intent))
    state, plan = world.peek(), _plan(world)
    known = {name: entry.posting_id for name, entry in state.postings.items()} if state else {}
    pending = {each.address for each in state.unknown()} if state else set()
    ahead = {each for change in plan.changes for each in change.archives}
    for name in NAMES:
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
    for name in NAMES:
        there = world.heymilo.open(name)
        if name not in world.open_roles():
            if there:
                return False
        elif len(there) != 1 or world.heymilo.content(there[0]) != content(name, world.wanted[name]):
            return False
    return not any(True for _ in _plan(world).actions())


def _nothing_more(world: World) -> None:
    """One more apply sends nothing and stores nothing."""
    world.run()  # what could not be read back yet is read
    before = (world.heymilo.written, world.recorded)
    code = world.run()
    assert (world.heymilo.written, world.recorded) == before, "an apply with nothing to do wrote something"
    assert code == 0, f"an apply with nothing to do ended with {code}"
    world.check()


def _told(world: World) -> str:
    plan, state = _plan(world), world.peek()
    open_now = {name: world.heymilo.open(name) for name in sorted({*world.wanted, *(state.postings if state else {})})}
    changes = [(each.address, each.action.value, reason_sentences(each.reasons)) for each in plan.changes]
    findings = [f"{each.code} {each.message}" for each in plan.findings]
    notes = reason_sentences(plan.notes)
    return f"wanted {world.wanted}, open {open_now}, plan {changes}, findings {findings}, notes {notes}"

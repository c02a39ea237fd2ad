"""One round: the manifests change, an apply is killed at a label while the server misbehaves, and somebody goes on."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from tests.proof import behaviours, oracle
from tests.proof.world import APPLY, World, told

NEXT = ("again", "second host", "lost state")
_RUNS = 4
_READINGS = 12
_FIRST = ("state.first",)
_SEVERAL = {"create": 2, "confirmed": 2, "folder": 12, "push": 4, "lock.cleared": 2}
_NEEDS: dict[str, list[dict[str, Any]]] = {
    "unknown": behaviours.answering("lose_answer_after_commit", "gamma"),
    "absent": behaviours.answering("drop_before", "gamma"),
    "retried": behaviours.answering("drop_before", "gamma"),
    "rejected": behaviours.answering("error_5xx_before", "gamma", status=422),
}
"""What else the server has to do for a label to be reached."""

_AFTER_A_CRASH = ("fence", "lease.renew", "seal")


@dataclass(frozen=True)
class Round:
    """What happens in one round. ``after``: what comes next."""

    label: str
    behaviour: str
    after: str
    backend: str

    @property
    def thing(self) -> str:
        """The label without its moment; the place of those within a write."""
        what, _, _ = self.label.rpartition(".")
        return what

    @property
    def is_first(self) -> bool:
        """Whether nothing may have been applied before."""
        return self.thing in _FIRST

    @property
    def nth(self) -> int:
        """Which time that the label is reached: another one for each behaviour, where there are several."""
        return 1 + crc32(f"{self.label} {self.behaviour}".encode()) % _SEVERAL.get(self.thing, 1)

    @property
    def output(self) -> str:
        """How the output of its runs fails; ``""`` where it doesn't."""
        if self.behaviour != "failing output":
            return ""
        return behaviours.OUTPUTS[crc32(f"{self.label} {self.after}".encode()) % len(behaviours.OUTPUTS)]

    def __str__(self) -> str:
        return f"{self.label}, {self.behaviour}, {self.after}, {self.backend}"


def posting(title: str, text: str | None = "Why do you want this?", **root: Any) -> dict[str, Any]:
    """A small manifest; HeyMilo writes the questions where there is no text."""
    step: dict[str, Any] = {"type": "web_interview"}
    if text:
        step["questions"] = [{"key": "why", "text": text, "not_scored": True}]
    return {"title": title, "workflow": [step], **root}


def edit(world: World, number: int, *, generated: bool = False) -> None:
    """Ask for a replace, an update, a note, a create and an archive, and for a posting with ``generated`` questions."""
    changes: dict[str, Any] = {
        "alpha": posting(f"Alpha {number}", f"Why do you want this, in round {number}?"),
        "beta": posting("Beta", metadata={"round": str(number)}),
        "delta": posting("Delta", ops={"protect": bool(number % 2)}),
        f"gamma_{number}": posting(f"Gamma {number}", ops={"on_remove": "archive"}),
        f"gamma_{number - 1}": None,
    }
    if generated:
        changes["echo"] = posting(f"Echo {number}", None)
    world.want(**changes)


def begin(world: World) -> None:
    """What every later round starts from."""
    edit(world, 0)
    run = world.apply()
    assert run.code == 0, run.said


def play(world: World, each: Round, number: int) -> None:
    """One round, whatever it takes; raises ``AssertionError`` where something does not hold."""
    edit(world, number, generated=each.thing == "generated")
    if each.thing in _AFTER_A_CRASH:
        killed(world, "opened.after", 1)
    if each.thing == "fetch":
        _second(world)  # which lacks what the first host wrote
    request = each.thing if each.thing in ("patch", "archive") else "create"
    world.served.misbehave(_NEEDS.get(each.thing, []))
    world.served.misbehave(behaviours.faults(each.behaviour, request, "alpha"))
    if each.thing == "late":
        _too_late(world, each)
    else:
        killed(world, each.label, each.nth, each.output)
    recover(world, each.after)
    converge(world, each.output)
    _late(world)
    if each.behaviour == "marks stripped":
        _mark_again(world)
    wrong = oracle.audit(world)
    assert not wrong, "\n".join(wrong)


def killed(world: World, label: str, nth: int, output: str = "") -> None:
    """An apply ends at this label, and no earlier, whatever becomes of its output."""
    run = world.apply(crash=[{"label": label, "nth": nth}], output=output)
    assert run.signal == signal.SIGKILL, f"{label} was not reached {nth} times; {run.code}: {run.said}"


def _too_late(world: World, each: Round) -> None:
    """An apply stops with an answer in its hands, somebody takes over, and it wakes and is killed at its late note."""
    second = 4 if each.behaviour == "429" else 2  # of gamma, since the server misbehaves around alpha
    pause = {"label": "create.after", "nth": second, "signal": signal.SIGSTOP}
    paused = world.start(*APPLY, crash=[pause, {"label": each.label}], output=each.output).wait_stopped()
    assert paused.stopped == signal.SIGSTOP, paused.said
    other = "two" if world.host == "one" else "one"
    for _ in range(_RUNS):
        run = world.apply(host=other)
        if run.code == 0 or told(run.said, "--adopt"):
            break
    paused.go_on()
    paused.wait()
    assert paused.signal == signal.SIGKILL, f"{each.label} was not reached; {paused.code}: {paused.said}"


def _again(world: World) -> None:
    """The same host runs it again."""


def _second(world: World) -> None:
    world.host = "two" if world.host == "one" else "one"


def _lost(world: World) -> None:
    world.lose_state()
    run = world.run("state", "rebuild", "--auto-approve", "--lock-timeout", "20")
    assert run.code == 0, run.said


_NEXT: Mapping[str, Callable[[World], None]] = {"again": _again, "second host": _second, "lost state": _lost}


def recover(world: World, after: str) -> None:
    """What comes next after a crash: one of ``NEXT``."""
    _NEXT[after](world)


def converge(world: World, output: str = "") -> None:
    """Run apply until it says that all is done; what it says each time has to be so. The first may lack its output."""
    if output:
        _without_output(world, output)
    for _ in range(_RUNS):
        run = world.apply()
        left = unfinished(world)
        assert (run.code == 0) == (not left), f"exit {run.code}, and left is {left}; it said: {run.said}"
        if run.code == 0:
            return
        assert run.code in (1, 3), f"exit {run.code}: {run.said}"
        for command in told(run.said, "--adopt")[:1]:
            assert "stripped" in oracle.extras(world).values(), f"a manual step: {command}"
            world.say(command)
    raise AssertionError(f"{_RUNS} runs, and left is {left}; the last said: {run.said}")


def _without_output(world: World, output: str) -> None:
    """A run whose output fails does as much as any other, and says by its exit what is so."""
    asked = len(world.served.requests())
    run = world.apply(output=output)
    left = unfinished(world)
    wrote = any(request["method"] != "GET" for request in world.served.requests()[asked:])
    done = 0 if output == "head" else 3 if wrote else 1
    assert run.code in ((1, 3) if left else (done,)), f"exit {run.code} without its output, and left is {left}"


def unfinished(world: World) -> list[str]:
    """What HeyMilo and the state still lack of what is wanted, and what is there beyond it."""
    extra = oracle.extras(world)
    postings = {each["id"]: each for each in world.served.postings() if not each["archived"]}
    state = world.state()
    left = [f"{each.address} is pending" for each in state.pending] if state else []
    for name, entry in state.postings.items() if state else ():
        left += [f"{name} is on record as the clone {entry.posting_id}"] * (extra.get(entry.posting_id) == "clone")
    for name, manifest in world.wanted.items():
        ours = [each for each in postings.values() if each["name"] == name and extra.get(each["id"]) != "clone"]
        meant = sorted((each for each in ours if _fits(each, manifest)), key=lambda each: each["id"] in extra)
        if not meant:
            left.append(f"{name} is not there as it is wanted")
        for each in ours:
            if each not in meant[:1] and each["id"] not in extra:
                left.append(f"{name} is there as {each['id']} too")
    left += [f"{each['id']} is {each['name']}" for each in postings.values() if _is_beyond(each, world, extra)]
    return left


def _fits(live: Mapping[str, Any], manifest: Mapping[str, Any]) -> bool:
    metadata = manifest.get("metadata", {})
    return live["title"] == manifest["title"] and metadata.items() <= (live["metadata"] or {}).items()


def _is_beyond(live: Mapping[str, Any], world: World, extra: Iterable[str]) -> bool:
    return live["name"] not in world.wanted and live["id"] not in extra


def _late(world: World) -> None:
    """What is carried out late, and what is there besides, is told by id; once it is gone, all is well again."""
    world.served.commit_late()
    world.served.behave()
    extra = beside(world)
    if extra:
        run = world.run("plan")
        for posting_id, why in extra.items():
            if why == "stripped" and world.lost_at:
                continue  # its marks, its answer and the state are gone: there is nothing left to tell it by
            assert posting_id in run.said, f"{posting_id} ({why}) is there too, and plan does not say so: {run.said}"
        for posting_id in extra:
            world.served.archive(posting_id)
        run = world.apply()
        assert run.code == 0, run.said


def _mark_again(world: World) -> None:
    """An update puts the marks back; without them a rebuild of a lost state would not know the posting."""
    (posting_id,) = world.opened()["alpha"]
    if _is_marked(world, posting_id):
        return  # what a lost state was rebuilt to is another posting, which has its marks
    world.want(alpha={**world.wanted["alpha"], "metadata": {"marked": "again"}})
    stopped = world.apply()
    assert stopped.code == 1, f"a posting without marks was written to: {stopped.said}"
    run = world.run(*APPLY, "--allow-unmarked", "alpha")
    assert run.code == 0, run.said
    assert _is_marked(world, posting_id)


def _is_marked(world: World, posting_id: str) -> bool:
    live = next(posting for posting in world.served.postings() if posting["id"] == posting_id)
    return "heymilo-ops" in (live["metadata"] or {})


def beside(world: World) -> dict[str, str]:
    """The open postings that are one too many, by id, with why."""
    extra = oracle.extras(world)
    found = {}
    for name, ids in world.opened().items():
        meant = [each for each in ids if each not in extra] or ids[:1] * (name in world.wanted)
        found.update({each: extra.get(each, "?") for each in ids if each not in meant[:1]})
    return found


def assert_at_rest(world: World) -> None:
    """Nothing is written any more, neither to HeyMilo nor to the state.

    Questions that HeyMilo writes count as read once two readings agree, in different seconds: the first runs may still
    record that.
    """
    writes: list[str] = []
    for _ in range(_READINGS):
        lines, asked = len(world.log()), len(world.served.requests())
        run = world.apply()
        assert run.code == 0, run.said
        sent = [each for each in world.served.requests()[asked:] if each["method"] != "GET"]
        assert not sent, f"nothing is left to do, and it sent: {sent}"
        writes = [each["point"] for each in world.log()[lines:] if "point" in each]
        if not writes:
            return
    raise AssertionError(f"nothing is left to do, and it wrote: {writes}")

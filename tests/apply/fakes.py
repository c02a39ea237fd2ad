"""A HeyMilo and a backend that fail where they are told to, and a planner of a few lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from heymilo_ops.apply.ports import Who
from heymilo_ops.apply.run import apply
from heymilo_ops.errors import StateError, UnreachableError
from heymilo_ops.model.canonical import settings_part
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.model.event import Event, Outcome
from heymilo_ops.model.live import Live
from heymilo_ops.model.state import State
from heymilo_ops.plan.change import Action, Change, LiveRef, Plan
from heymilo_ops.remote.answer import Answer, Confirmed, Refused, Rejected, Unknown
from heymilo_ops.statefile.backend import MemoryBackend, Stored
from heymilo_ops.statefile.store import Store

WHO = Who("ada@example.com", "c0ffee", frozenset({"postings/dirty.yaml"}))


class Killed(BaseException):
    """The process ends here."""


Fault = Callable[[str, str, int], str | None]
"""Takes the kind of call, the posting id or name, and the number of the write from 1; answers what goes wrong."""


def at(number: int, what: str) -> Fault:
    """Fault at the n-th write."""
    return lambda kind, target, n: what if n == number else None


def on(kind: str, what: str, target: str | None = None) -> Fault:
    """Fault at each write of a kind."""
    return lambda k, t, n: what if k == kind and target in (None, t) else None


@dataclass
class FakeHeyMilo:
    """Postings in memory. ``fault`` tells what goes wrong with each write; see ``_write``."""

    fault: Fault = lambda kind, target, n: None
    postings: dict[str, dict[str, Any]] = field(default_factory=dict)
    calls: list[tuple[str, str]] = field(default_factory=list)
    bodies: list[Mapping[str, Any]] = field(default_factory=list)
    written_questions: list[dict[str, Any]] = field(default_factory=lambda: [{"id": "q1", "text": "Why?"}])
    reading_fails: bool = False
    draft: bool = False
    clock: float = 1000.0

    @property
    def writes(self) -> list[tuple[str, str]]:
        return [call for call in self.calls if call[0] in ("create", "update", "archive")]

    def active(self) -> list[dict[str, Any]]:
        return [posting for posting in self.postings.values() if not posting["archived"]]

    def owner(self, posting_id: str) -> str:
        return str(self.postings[posting_id]["metadata"]["heymilo-ops"])

    def touch(self, posting_id: str, **changes: Any) -> None:
        """Somebody changes a posting in HeyMilo's own pages."""
        self.clock += 1
        self.postings[posting_id] |= {**changes, "updated_at": self.clock}

    def get(self, posting_id: str) -> Live | None:
        self.calls.append(("get", posting_id))
        if self.reading_fails:
            raise UnreachableError("HeyMilo can't be reached")
        posting = self.postings.get(posting_id)
        return live(posting) if posting else None

    def list_all(self) -> list[Live]:
        self.calls.append(("list", ""))
        return [live(posting) for posting in self.postings.values()]

    def questions(self, posting_id: str) -> list[dict[str, Any]]:
        self.calls.append(("questions", posting_id))
        if self.reading_fails:
            raise UnreachableError("HeyMilo can't be reached")
        return self.written_questions

    def create(self, body: Mapping[str, Any]) -> Answer:
        return self._write("create", body["name"], body, lambda: self._create(body))

    def update(self, posting_id: str, body: Mapping[str, Any]) -> Answer:
        return self._write("update", posting_id, body, lambda: self._change(posting_id, dict(body)))

    def archive(self, posting_id: str) -> Answer:
        gone = {"archived": True, "status": "archived"}
        return self._write("archive", posting_id, {}, lambda: self._change(posting_id, gone))

    def _write(self, kind: str, target: str, body: Mapping[str, Any], do: Callable[[], dict[str, Any]]) -> Answer:
        self.calls.append((kind, target))
        self.bodies.append(body)
        match self.fault(kind, target, len(self.bodies)):
            case None:
                return Confirmed(do())
            case "reject":
                return Rejected(422, "title is too short", {"/title": "too short"}, True)
            case "unreached":
                return Rejected(None, "connection refused", {}, False)
            case "refuse":
                return Refused(401, "HeyMilo refuses the key")
            case "lose":
                do()
                return Unknown("no answer within 30 s")
            case "drop":
                return Unknown("the connection was reset")
            case "die before":
                raise Killed
            case "die after":
                do()
                raise Killed
            case other:
                raise AssertionError(other)

    def _create(self, body: Mapping[str, Any]) -> dict[str, Any]:
        self.clock += 1
        posting_id = f"P{len(self.postings) + 1}"
        status = "draft" if self.draft else "active"
        urls = {"candidate_url": f"https://c/{posting_id}", "review_url": f"https://r/{posting_id}"}
        posting = {
            **body,
            "id": posting_id,
            "status": status,
            "archived": False,
            "urls": urls,
            "created_at": self.clock,
            "updated_at": self.clock,
        }
        self.postings[posting_id] = posting
        return {"id": posting_id, "status": status, "urls": urls, "created_at": self.clock, "posting": dict(posting)}

    def _change(self, posting_id: str, changes: dict[str, Any]) -> dict[str, Any]:
        self.clock += 1
        self.postings[posting_id] |= {**changes, "updated_at": self.clock}
        return dict(self.postings[posting_id])


def live(posting: Mapping[str, Any]) -> Live:
    return Live(
        posting_id=posting["id"],
        title=posting["title"],
        name=posting["name"],
        status=posting["status"],
        archived=posting["archived"],
        updated_at=posting["updated_at"],
        metadata=posting["metadata"],
        candidate_url=posting["urls"]["candidate_url"],
        review_url=posting["urls"]["review_url"],
    )


class FlakyBackend(MemoryBackend):
    """A memory that fails at the n-th write of the state: ``fail`` and ``die before`` leave it, ``die after`` wrote."""

    def __init__(self, number: int = 0, what: str = "") -> None:
        super().__init__()
        self.number, self.what = number, what
        self.state_writes = 0

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        if key != "state.json":
            return super().put(key, data, expected)
        self.state_writes += 1
        if self.state_writes != self.number:
            return super().put(key, data, expected)
        if self.what == "die after":
            super().put(key, data, expected)
        if self.what.startswith("die"):
            raise Killed
        raise StateError("no space is left on the disk")

    def peek(self) -> Stored | None:
        return self.get("state.json")


def posting(name: str, text: str = "Why do you want this?", **root: Any) -> Desired:
    """A small posting with its questions given; ``text=""`` lets HeyMilo write them."""
    step: dict[str, Any] = {"type": "web_interview"}
    if text:
        step["questions"] = [{"text": text, "not_scored": True}]
    return desire({"name": name, "title": f"Title of {name}", "workflow": [step], **root}, f"postings/{name}.yaml")


def plan_for(state: State | None, wanted: Sequence[Desired], api: FakeHeyMilo | None = None) -> Plan:
    """What makes the state as wanted; pending addresses are left alone."""
    known = dict(state.postings) if state else {}
    pending = {intent.address for intent in state.unknown()} if state else set()
    changes = []
    for desired in wanted:
        if desired.address not in pending:
            changes.append(_change(desired, state, api))
    for address in known.keys() - {each.address for each in wanted} - pending:
        entry = known[address]
        if entry.status == "active":
            changes.append(
                Change(
                    address,
                    Action.ARCHIVE,
                    archives=(entry.posting_id, *left_over(state, address)),
                    live=_live_ref(entry.posting_id, api),
                )
            )
    body = "/".join(sorted(f"{c.address} {c.action} {c.before_digest} {c.after_digest} {c.archives}" for c in changes))
    return Plan(
        workspace="production",
        workspace_id="W1",
        lineage=state.lineage if state else "",
        serial=state.serial if state else 0,
        changes=tuple(sorted(changes, key=lambda change: change.address)),
        digest=f"sha256:{hash(body) & (2**256 - 1):064x}",
    )


def left_over(state: State | None, address: str) -> tuple[str, ...]:
    """Postings of an address that are neither current nor archived."""
    entry = state.postings[address] if state else None
    old = (
        [r.posting_id for r in entry.revisions if r.posting_id != entry.posting_id and not r.archived_at]
        if entry
        else []
    )
    return tuple(dict.fromkeys(old))


def _live_ref(posting_id: str, api: FakeHeyMilo | None) -> LiveRef | None:
    found = api.postings.get(posting_id) if api else None
    return LiveRef(posting_id, found["updated_at"], found["archived"]) if found else None


def _change(desired: Desired, state: State | None, api: FakeHeyMilo | None) -> Change:
    entry = state.postings.get(desired.address) if state else None
    number = entry.revision if entry else 0
    same: dict[str, Any] = {
        "source": desired.source,
        "before_digest": entry.digest if entry else None,
        "after_digest": desired.digest,
        "revision_from": number or None,
        "desired": desired,
    }
    if entry is None or entry.status == "archived":
        return Change(desired.address, Action.CREATE, revision_to=number + 1, **same)
    same["live"] = _live_ref(entry.posting_id, api)
    rest = left_over(state, desired.address)
    if entry.digest == desired.digest:
        if rest:
            return Change(desired.address, Action.ARCHIVE, archives=rest)
        action = Action.UNCHANGED if entry.ops == desired.ops else Action.UPDATE
        return Change(desired.address, action, **same)
    if entry.current.design_digest == desired.design_digest:
        settings = settings_part(desired.request)
        return Change(desired.address, Action.UPDATE, revision_to=number + 1, settings=settings, archives=rest, **same)
    archives = (*rest, entry.posting_id)
    return Change(desired.address, Action.REPLACE, revision_to=number + 1, archives=archives, **same)


class Clock:
    """Each look is one second later."""

    def __init__(self) -> None:
        self.moment = datetime(2027, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


class World:
    """A HeyMilo, a store and a clock, with one way to run."""

    def __init__(self, api: FakeHeyMilo | None = None, backend: MemoryBackend | None = None) -> None:
        self.api = api or FakeHeyMilo()
        self.backend = backend or MemoryBackend()
        self.events: list[Event] = []
        self.now = Clock()
        self.ops = 0
        self.begun = Store(self.backend, "memory").begin("acme", "production", "https://api.heymilo.ai")

    @property
    def store(self) -> Store:
        """As a new process opens it."""
        return Store(self.backend, "memory")

    @property
    def state(self) -> State:
        state = self.store.read()
        assert state is not None
        return state

    def new_op(self) -> str:
        self.ops += 1
        return f"{self.ops:032x}"

    def plan(self, *wanted: Desired) -> Plan:
        return plan_for(self.store.read(), wanted, self.api)

    def run(self, plan: Plan, **more: Any) -> tuple[Outcome, ...]:
        """Apply a plan; faults of an earlier run stay in force until they are taken away."""
        self.events = []
        given: dict[str, Any] = {"begun": self.begun, "stopping": lambda: False, "store": self.store, **more}
        return apply(
            plan,
            api=self.api,
            project="acme",
            who=WHO,
            now=self.now,
            observer=self.events.append,
            new_op=self.new_op,
            **given,
        )

    def want(self, *wanted: Desired, **more: Any) -> tuple[Outcome, ...]:
        """Plan and apply."""
        return self.run(self.plan(*wanted), **more)

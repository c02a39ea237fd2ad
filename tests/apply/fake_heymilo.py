"""A HeyMilo and a backend that fail where they are told to, and a world around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from heymilo_ops.apply.reconcile import Reconciliation, Search, reconcile
from heymilo_ops.apply.run import apply
from heymilo_ops.apply.run_context import Author, RunContext, SettlingTime
from heymilo_ops.errors import StateError, UnreachableError
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.model.event import Event, Outcome
from heymilo_ops.model.fold import without_planned
from heymilo_ops.model.live import Listing, Live
from heymilo_ops.model.state import State
from heymilo_ops.plan.build import PlanInput, build
from heymilo_ops.plan.change import Plan
from heymilo_ops.remote.answer import Answer, ConfirmedAnswer, RefusedAnswer, RejectedAnswer, UnknownAnswer
from heymilo_ops.statefile.backend import Stored
from heymilo_ops.statefile.store import StateStore
from tests.statefile.memory_backend import MemoryBackend

WHO = Author("ada@example.com", "c0ffee", frozenset({"postings/dirty.yaml"}))


AT_ONCE = SettlingTime(0)
"""HeyMilo lists at once what it made."""


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
    deleted: set[str] = field(default_factory=set)
    reading_fails: bool = False
    on_list: Callable[[int], None] = lambda number: None
    hidden: set[str] = field(default_factory=set)
    draft: bool = False
    status: str = "active"
    clock: float = 1000.0

    @property
    def writes(self) -> list[tuple[str, str]]:
        return [call for call in self.calls if call[0] in ("create", "update", "archive")]

    def active(self) -> list[dict[str, Any]]:
        return [posting for posting in self.postings.values() if not posting["archived"]]

    def owner(self, posting_id: str) -> str:
        return str(self.postings[posting_id]["metadata"]["heymilo-ops"])

    def copy(self, posting_id: str, new_id: str, **changes: Any) -> None:
        """Somebody makes a posting that is like another, in HeyMilo's own pages: newer, unless told otherwise."""
        self.clock += 1
        times = {"created_at": self.clock, "updated_at": self.clock}
        self.postings[new_id] = {**self.postings[posting_id], "id": new_id, **times, **changes}

    def touch(self, posting_id: str, **changes: Any) -> None:
        """Somebody changes a posting in HeyMilo's own pages."""
        self.clock += 1
        self.postings[posting_id] |= {**changes, "updated_at": self.clock}

    def get(self, posting_id: str) -> Live | None:
        self.calls.append(("get", posting_id))
        if self.reading_fails:
            raise UnreachableError("HeyMilo can't be reached")
        posting = self.postings.get(posting_id) if posting_id not in self.deleted else None
        return live(posting) if posting else None

    def list_all(self) -> list[Live]:
        """All but ``hidden``, as a list that lags. ``on_list`` is called before, with the number of the listing."""
        self.calls.append(("list", ""))
        self.on_list(self.calls.count(("list", "")))
        if self.reading_fails:
            raise UnreachableError("HeyMilo can't be reached")
        gone = self.hidden | self.deleted
        return [live(posting) for posting_id, posting in self.postings.items() if posting_id not in gone]

    def questions(self, posting_id: str) -> list[dict[str, Any]]:
        self.calls.append(("questions", posting_id))
        if self.reading_fails:
            raise UnreachableError("HeyMilo can't be reached")
        return self.written_questions

    def create(self, body: Mapping[str, Any]) -> Answer:
        return self._write("create", body["name"], body, lambda: self._create(body))

    def update(self, posting_id: str, body: Mapping[str, Any]) -> Answer:
        return self._write("update", posting_id, body, lambda: self._change(posting_id, dict(body)))

    def make_by_hand(self, posting_id: str, request: Mapping[str, Any], **changes: Any) -> None:
        """Somebody makes a posting in HeyMilo's own pages."""
        self.clock += 1
        urls = {"candidate_url": f"https://c/{posting_id}", "review_url": f"https://r/{posting_id}"}
        shown = {"id": posting_id, "status": "active", "archived": False, "urls": urls, "metadata": {}}
        times = {"created_at": self.clock, "updated_at": self.clock}
        self.postings[posting_id] = {**request, **shown, **times, **changes}

    def archive(self, posting_id: str) -> Answer:
        gone = {"archived": True, "status": "archived"}
        if posting_id in self.deleted:
            self.calls.append(("archive", posting_id))
            return RejectedAnswer(404, "no such posting")
        return self._write("archive", posting_id, {}, lambda: self._change(posting_id, gone))

    def activate(self, posting_id: str) -> Answer:
        return self._write("activate", posting_id, {}, lambda: self._change(posting_id, {"status": "active"}))

    def _write(self, kind: str, target: str, body: Mapping[str, Any], do: Callable[[], dict[str, Any]]) -> Answer:
        self.calls.append((kind, target))
        self.bodies.append(body)
        match self.fault(kind, target, len(self.bodies)):
            case None:
                return ConfirmedAnswer(do())
            case "reject":
                return RejectedAnswer(422, "title is too short", {"/title": "too short"}, True)
            case "unreached":
                return RejectedAnswer(None, "connection refused", {}, False)
            case "refuse":
                return RefusedAnswer(401, "HeyMilo refuses the key")
            case "lose":
                do()
                return UnknownAnswer("no answer within 30 s")
            case "drop":
                return UnknownAnswer("the connection was reset")
            case "409":
                return UnknownAnswer("HeyMilo answered 409: taken", 409, "taken", {"/name": "taken"})
            case "409 by number":
                return UnknownAnswer("HeyMilo answered 409: taken", 409, f"taken, see request {len(self.bodies)}")
            case "503":
                return UnknownAnswer("HeyMilo answered 503: busy", 503, "busy")
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
        status = "draft" if self.draft else self.status
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
        created_at=posting["created_at"],
        updated_at=posting["updated_at"],
        metadata=posting["metadata"],
        candidate_url=posting["urls"]["candidate_url"],
        review_url=posting["urls"]["review_url"],
        document=dict(posting),
    )


def asked_in(posting: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The questions of a posting as HeyMilo lists them."""
    asked = [question for step in posting["workflow"] for question in step.get("questions") or ()]
    return [{"id": f"{posting['id']}Q{number}", "modality": "voice", **one} for number, one in enumerate(asked)]


class Asked(FakeHeyMilo):
    """A HeyMilo that lists the questions that were sent, and in place of those that weren't, ``written_questions``."""

    def questions(self, posting_id: str) -> list[dict[str, Any]]:
        super().questions(posting_id)
        return asked_in(self.postings[posting_id]) or [dict(question) for question in self.written_questions]


class FlakyBackend(MemoryBackend):
    """A memory that breaks off at the n-th write of a key that begins with ``keys``; puts, creates and deletes count.

    ``fail`` and ``die before`` leave the key as it was, ``fail after`` and ``die after`` come once it is written.
    """

    def __init__(self, number: int = 0, what: str = "", keys: str = "") -> None:
        super().__init__()
        self.number, self.what, self.keys = number, what, keys
        self.log: list[tuple[str, str, int]] = []

    @property
    def writes(self) -> int:
        """How many writes there were of the keys that are looked at."""
        return sum(key.startswith(self.keys) for _, key, _ in self.log)

    def written(self, keys: str = "") -> int:
        """How many documents were written, whatever became of them."""
        return sum(verb != "delete" and key.startswith(keys) for verb, key, _ in self.log)

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        return self._writing("put", key, len(data), lambda: MemoryBackend.put(self, key, data, expected))

    def create(self, key: str, data: bytes) -> str:
        return self._writing("create", key, len(data), lambda: MemoryBackend.put(self, key, data, None))

    def delete(self, key: str) -> None:
        self._writing("delete", key, 0, lambda: MemoryBackend.delete(self, key))

    def _writing(self, verb: str, key: str, size: int, write: Callable[[], Any]) -> Any:
        self.log.append((verb, key, size))
        if not key.startswith(self.keys) or self.writes != self.number:
            return write()
        if self.what.endswith("after"):
            write()
        if self.what.startswith("die"):
            raise Killed
        raise StateError("no space is left on the disk")

    def calm(self) -> None:
        """Nothing fails any more, and counting begins anew."""
        self.number, self.what, self.log = 0, "", []

    def peek(self) -> Stored | None:
        return self.get("state.json")


def posting(name: str, text: str = "Why do you want this?", **root: Any) -> Desired:
    """A small posting with its questions given; ``text=""`` lets HeyMilo write them."""
    step: dict[str, Any] = {"type": "web_interview"}
    if text:
        step["questions"] = [{"text": text, "not_scored": True}]
    return desire({"name": name, "title": f"Title of {name}", "workflow": [step], **root}, f"postings/{name}.yaml")


def given_for(store: StateStore, wanted: Sequence[Desired], api: FakeHeyMilo, **more: Any) -> PlanInput:
    """What the real planner is given, after a full listing; a large change is allowed."""
    state = store.read()
    listed = {each["id"]: live(each) for each in api.postings.values() if each["id"] not in api.hidden}
    adopted = {desired.ops.adopt for desired in wanted}
    digests = {r.digest for entry in state.postings.values() for r in entry.revisions} if state else set()
    given: dict[str, Any] = {
        "desired": wanted,
        "state": state,
        "snapshots": {digest: store.snapshot(digest) for digest in digests},
        "listing": Listing(listed, questions={id: asked_in(api.postings[id]) for id in listed if id in adopted}),
        "now": datetime(2027, 1, 1, tzinfo=UTC),
        "workspace": "production",
        "workspace_id": "W1",
        "project": "acme",
        "allow_large_change": True,
    }
    return PlanInput(**{**given, **more})


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
        self.begun = StateStore(self.backend, "memory").begin("acme", "production", "https://api.heymilo.ai")

    @property
    def store(self) -> StateStore:
        """As a new process opens it."""
        return StateStore(self.backend, "memory")

    @property
    def state(self) -> State:
        state = self.store.read()
        assert state is not None
        return state

    def new_op(self) -> str:
        self.ops += 1
        return f"{self.ops:032x}"

    def plan(self, *wanted: Desired, **more: Any) -> Plan:
        return build(given_for(self.store, wanted, self.api, **more))

    def context(self, **more: Any) -> RunContext:
        """What a run works with; ``more`` replaces parts of it."""
        return replace(
            RunContext(
                store=self.store,
                api=self.api,  # type: ignore[arg-type]
                project="acme",
                workspace="production",
                author=WHO,
                now=self.now,
                observer=self.events.append,
                new_op=self.new_op,
            ),
            **more,
        )

    def run(self, plan: Plan, **more: Any) -> tuple[Outcome, ...]:
        """Apply a plan; faults of an earlier run stay in force until they are taken away."""
        self.events = []
        given = {name: more.pop(name) for name in ("rollback", "seen", "safety") if name in more}
        begun = more.pop("begun", self.begun)
        context = self.context(**more)
        context.store.read()  # as whoever takes the lock does
        return apply(plan, context, begun=begun, **given)

    def want(self, *wanted: Desired, **more: Any) -> tuple[Outcome, ...]:
        """Plan and apply; ``more`` goes to apply."""
        return self.run(self.plan(*wanted), **more)

    def recover(self, **more: Any) -> Reconciliation | None:
        """What the command line does before it plans: look for what is unknown, believing one look."""
        store = more.pop("store", None) or self.store
        state = store.read()
        if state is None or not state.unknown():
            return None
        names = ("since", "only", "taken_for_absent", "closed", "refused")
        search = Search(**{"since": 0.0, **{name: more.pop(name) for name in names if name in more}})
        settled = reconcile(state, self.context(**{"store": store, "settling": AT_ONCE, **more}), search)
        if settled.adopted or settled.absent:
            store.write(without_planned(settled.state))
        return settled

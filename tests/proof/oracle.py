"""What must hold, told by the server's log and by the documents that were durable, not by what the tool reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.proof.world import World

_SETTLED = ("confirmed", "rejected", "absent")
Attempt = tuple[str, int]


@dataclass
class Known:
    """What the durable documents said up to a moment.

    Attributes:
        intents: by operation and attempt. ``sending``: operations that may be under way.
        since: when an attempt was first on record, by the clock of the command that wrote it.
        settled: attempts whose outcome is known. ``absent``: since when an attempt counts as not made.
        ids: of the postings on record.
    """

    intents: dict[Attempt, dict[str, Any]] = field(default_factory=dict)
    since: dict[Attempt, float] = field(default_factory=dict)
    sending: set[str] = field(default_factory=set)
    settled: set[Attempt] = field(default_factory=set)
    absent: dict[Attempt, float] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)

    def take(self, line: dict[str, Any]) -> None:
        """Take one more document."""
        document = line["document"]
        for intent in document.get("pending", ()):
            self._intent(intent, line["at"])
        for entry in document.get("postings", {}).values():
            self.ids |= {each["posting_id"] for each in entry["revisions"]}
        for record in document.get("records", ()):
            self._record(record, line["at"])

    def _intent(self, intent: dict[str, Any], at: float) -> None:
        attempt = (intent["op_id"], intent["attempt"])
        self.since.setdefault(attempt, at)
        if attempt not in self.intents:
            self.sending.discard(intent["op_id"])
        self.intents[attempt] = intent
        if intent["status"] == "sending":
            self.sending.add(intent["op_id"])

    def _record(self, record: dict[str, Any], at: float) -> None:
        for intent in (*record.get("intents", ()), *([record["intent"]] if "intent" in record else ())):
            self._intent(intent, at)
        if record["kind"] == "sending":
            self.sending |= {*record["ops"]}
        if record["kind"] in _SETTLED:
            self.settled.add((record["op_id"], record["attempt"]))
        if record["kind"] == "absent":
            self.absent.setdefault((record["op_id"], record["attempt"]), at)


def audit(world: World) -> list[str]:
    """What went wrong so far, in words; the late commits of it are not judged here."""
    requests = [each for each in world.served.requests() if each["method"] != "GET"]
    documents = [line for line in world.log() if "document" in line]
    return [
        *_without_intent(world, requests, documents),
        *_twice(requests),
        *_too_early(world, requests, documents),
        *_falling(world, documents),
    ]


def attempt_of(request: dict[str, Any]) -> Attempt | None:
    """The operation and attempt in a request's marks."""
    op_id, _, attempt = request["marks"].get("heymilo-ops-op", "").partition("/")
    return (op_id, int(attempt)) if attempt else None


def _without_intent(world: World, requests: list[dict[str, Any]], documents: list[dict[str, Any]]) -> Iterator[str]:
    """Requests without a durable intent before them, and creates while another of the name was unknown."""
    known, at = Known(), 0
    created: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for request in requests:
        while at < len(documents) and documents[at]["at"] <= request["time"]:
            known.take(documents[at])
            at += 1
        what = f"request {request['seq']} ({request['method']} {request['path']} {request['name'] or ''})"
        attempt = attempt_of(request)
        target, of_posting, _ = request["path"].removeprefix("/api/v2/postings").strip("/").partition("/")
        if of_posting:  # its archive, its steps and its questions, whose requests carry no marks
            ops = {op for (op, _), each in known.intents.items() if each["target"] == target}
            if not ops & known.sending:
                yield f"{what}: no durable intent says that it is under way"
            continue
        if attempt is None:
            yield f"{what}: it has no marks"
            continue
        if attempt not in known.intents or attempt[0] not in known.sending:
            yield f"{what}: no durable intent says that attempt {attempt} is under way"
        if request["method"] == "POST":
            lost = max((each for each in world.lost_at if each <= request["time"]), default=0.0)
            for other in created[str(request["name"])]:
                is_settled = attempt_of(other) in {attempt, *known.settled} or known.ids & {*other["made"]}
                # Not the time of the request: the server may only get to one in flight after its client was killed.
                if not is_settled and known.since.get(attempt_of(other) or ("", 0), lost) > lost:
                    yield f"{what}: attempt {attempt_of(other)} of the same name was unknown"
            created[str(request["name"])].append(request)


def _twice(requests: list[dict[str, Any]]) -> Iterator[str]:
    committed = Counter(attempt_of(each) for each in requests if each["committed"] and attempt_of(each))
    for attempt, times in committed.items():
        if times > 1:
            yield f"attempt {attempt} was carried out {times} times"


def _too_early(world: World, requests: list[dict[str, Any]], documents: list[dict[str, Any]]) -> Iterator[str]:
    """Attempts that counted as not made, and had been made in time to be seen."""
    known = Known()
    for line in documents:
        known.take(line)
    for request in requests:
        attempt = attempt_of(request)
        since = known.absent.get(attempt) if attempt else None
        if since is not None and request["committed"] and request["path"] == "/api/v2/postings" and not late(request):
            when = "before" if request["committed_at"] < since else "after"
            yield f"attempt {attempt} counted as not made at {since}, and was made {when} that, in time"


def late(request: dict[str, Any]) -> bool:
    """Whether a request was carried out later than anybody waits."""
    took = request["committed_at"] - request["time"] if request["committed"] else 0.0
    return "late_commit" in request["faults"] or took > 0.3


def _falling(world: World, documents: list[dict[str, Any]]) -> Iterator[str]:
    """Serials that don't grow from write to write. A fence is none: the same state under another ``write_id``."""
    last: dict[str, int] = {}
    stored: dict[str, Any] = {}
    for line in documents:
        document = line["document"]
        is_fence = "records" not in document and {**document, "write_id": ""} == {**stored, "write_id": ""}
        if "records" not in document:
            stored = document
        if line["how"] == "get" or is_fence or any(each["kind"] == "sealed" for each in document.get("records", ())):
            continue
        serial = document["serial"] + ("records" in document)
        lineage = document["lineage"]
        if serial <= last.get(lineage, 0):
            yield f"{line['key']}: serial {serial} after {last[lineage]}"
        last[lineage] = serial


def extras(world: World) -> dict[str, str]:
    """Postings that may be there beside the one that is meant for a name, with why."""
    found = {}
    for request in world.served.requests():
        if request["path"] != "/api/v2/postings" or request["method"] != "POST":
            continue
        for number, each in enumerate(request["made"]):
            if number:
                found[each] = "clone"
            elif request["fault"] == "late_commit":
                found[each] = "late"
            elif "strip_marks" in request["faults"]:
                found[each] = "stripped"
    return found

"""What a round came to, told by HeyMilo's own log and postings and by the durable documents."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.proof import oracle
from tests.proof.forker import Run
from tests.proof.points import REQUESTS
from tests.soak.grounds import Ground
from tests.soak.scripts import LOSSES

_TWICE = re.compile(r"carried out \d+ times|of the same name was unknown")


@dataclass
class Verdict:
    """What is wrong, in words, by kind."""

    duplicates: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """All of it."""
        return [*self.duplicates, *self.missing, *self.broken]


def judge(world: Ground) -> Verdict:
    """Look at everything; the server is at rest."""
    verdict = Verdict()
    for said in oracle.audit(world):
        (verdict.duplicates if _TWICE.search(said) else verdict.broken).append(said)
    run = world.start("state", "pull").wait()
    if run.code != 0:
        verdict.broken.append(f"state pull ended with {run.code}: {run.said}")
        return verdict
    state = json.loads(run.stdout)
    known = {entry["posting_id"]: name for name, entry in state["postings"].items() if entry["status"] != "archived"}
    opened = [each for each in world.served.postings() if not each["archived"]]
    _postings(world, opened, known, verdict)
    verdict.missing += [f"{each['address']} is pending" for each in state["pending"]]
    return verdict


def _postings(world: Ground, opened: list[dict[str, Any]], known: dict[str, str], verdict: Verdict) -> None:
    names = Counter(str(each["name"]) for each in opened)
    for name, count in names.items():
        if count > 1:
            verdict.duplicates.append(f"{count} open postings are called {name}")
    for name, manifest in world.wanted.items():
        if not any(each["name"] == name and _fits(each, manifest) for each in opened):
            verdict.missing.append(f"{name} is not there as it is wanted")
    for each in opened:
        if each["id"] not in known:
            verdict.missing.append(f"posting {each['id']} ({each['name']}) is open, and the state doesn't know it")
        elif each["name"] not in world.wanted:
            verdict.missing.append(f"posting {each['id']} ({each['name']}) is open, and nobody wants it")
    for gone in sorted(known.keys() - {each["id"] for each in opened}):
        verdict.missing.append(f"posting {gone} ({known[gone]}) is open as the state has it, and it is not there")


def _fits(live: dict[str, Any], manifest: dict[str, Any]) -> bool:
    metadata = manifest.get("metadata", {})
    return bool(live["title"] == manifest["title"] and metadata.items() <= (live["metadata"] or {}).items())


def asked_of(requests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The requests that write."""
    return [each for each in requests if each["method"] != "GET"]


def told(request: dict[str, Any]) -> str:
    """A request that writes, in a line."""
    what = f"{request['method']} {request['path']} {request['name'] or ''}".rstrip()
    done = f"made {', '.join(request['made']) or 'nothing'}" if request["committed"] else "not carried out"
    return f"  {request['seq']}: {what}, {' '.join(request['marks'].values())}: {done}; {' '.join(request['faults'])}"


def made_by(requests: list[dict[str, Any]]) -> int:
    """How many postings these requests made."""
    return sum(len(each["made"]) for each in requests if each["committed"])


def lost_in(requests: list[dict[str, Any]], unread: set[int]) -> int:
    """How many writes lost their answer; ``unread``: by ``seq``, those whose sender was dead before it could read."""
    return sum(each["fault"] in LOSSES and each["seq"] not in unread for each in asked_of(requests))


def sent(world: Ground, *runs: Run) -> list[Run]:
    """Those of the runs that sent anything that writes."""
    points = {f"{each}.before" for each in REQUESTS}
    pids = {line["pid"] for line in world.log() if line.get("point") in points}
    return [run for run in runs if run.pid in pids]


def is_mid_request(world: Ground, run: Run) -> bool:
    """Whether a run ended between a request that writes and its answer."""
    points = Counter(line.get("point", "") for line in world.log() if line["pid"] == run.pid)
    return any(points[f"{each}.before"] > points[f"{each}.after"] for each in REQUESTS)


def takeovers(world: Ground) -> int:
    """How often a lease was taken that its holder, on another host, had not given back."""
    holder: int | None = None
    found = 0
    for line in world.log():
        point = line.get("point")
        if point == "lease.acquire.after":
            is_other = holder is not None and world.ran_on.get(holder) != world.ran_on.get(line["pid"])
            found += is_other
            holder = line["pid"]
        elif point == "lease.release.before" and not line["signal"] and line["pid"] == holder:
            holder = None
    return found

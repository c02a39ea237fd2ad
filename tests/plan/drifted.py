"""A posting as it was read after the last write, and as somebody has changed it in HeyMilo's own pages since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from heymilo_ops.model.baseline import Baseline, root_digest
from heymilo_ops.model.canonical import question_keys, request_of
from heymilo_ops.model.live import Listing
from heymilo_ops.model.live_request import live_request
from heymilo_ops.plan.change import Change
from heymilo_ops.plan.drift_fields import keys_of

_READ_AT = "2027-01-09T12:00:00Z"


@dataclass
class Shown:
    """A posting at HeyMilo: its object and its questions, both to be edited."""

    document: dict[str, Any]
    questions: list[dict[str, Any]] = field(default_factory=list)

    def question(self, number: int) -> dict[str, Any]:
        return self.questions[number]


def shown_of(resolved: Mapping[str, Any]) -> Shown:
    """Show a posting as HeyMilo does right after it was created."""
    request = request_of(resolved)
    questions = [
        {"id": f"Q{step}{number}", **question}
        for step, content in enumerate(request.get("workflow") or ())
        for number, question in enumerate(content.get("questions") or ())
    ]
    steps = [
        {"type": step["type"], "order": number, "config": step.get("config") or {}}
        for number, step in enumerate(request.get("workflow") or (), 1)
    ]
    return Shown({**request, "id": "p1", "workflow": steps}, questions)


def baseline_of(resolved: Mapping[str, Any], shown: Shown, **changes: Any) -> Baseline:
    """Read it, as an apply does after its last write."""
    read = live_request(shown.document, shown.questions)
    request = request_of(resolved)
    known = {
        "posting_id": "p1",
        "request": read.request,
        "question_ids": read.question_ids,
        "keys": keys_of(request, question_keys(resolved), read.request, read.question_ids),
        "read_at": _READ_AT,
    }
    return Baseline(**{**known, **changes})


class Outside:
    """A world with one applied posting, its baseline, and whatever somebody did to it since."""

    def __init__(self, world: Any, resolved: dict[str, Any], **changes: Any) -> None:
        self.world, self.resolved = world, resolved
        world.apply(resolved)
        self.shown = shown_of(resolved)
        self.baseline = baseline_of(resolved, self.shown, **changes)
        entry = world.state.postings[resolved["name"]]
        whole = self.baseline.carried or not self.baseline.questions_read
        known = {
            "baseline": self.baseline.digest,
            "root_digest": None if whole else root_digest(self.baseline.request),
        }
        world.edit(resolved["name"], revisions=(*entry.revisions[:-1], entry.current.model_copy(update=known)))

    def plan(self, resolved: dict[str, Any] | None = None, *, asks: bool = True, **options: Any) -> Any:
        """Plan for a manifest; ``asks``: the questions are read too."""
        from tests.plan.conftest import live_of

        live = live_of(
            "p1",
            title=self.shown.document["title"],
            metadata=self.world.at_heymilo["p1"].metadata,
            document=self.shown.document,
            **options.pop("live", {}),
        )
        questions: dict[str, Sequence[Mapping[str, Any]]] = {"p1": self.shown.questions} if asks else {}
        listing = Listing({"p1": live}, questions=questions)
        given = {"baselines": {self.baseline.digest: self.baseline}, "listing": listing}
        return self.world.plan(resolved or self.resolved, **{**given, **options})

    def change(self, *args: Any, **options: Any) -> Change:
        """Plan, and return what is done to the one posting."""
        (change,) = self.plan(*args, **options).changes
        assert isinstance(change, Change)
        return change


def told(change: Change) -> list[tuple[str, str, Any, Any, Any]]:
    """Return path, kind, and the three values of each field."""
    return [(it.path, it.kind, it.baseline, it.live, it.desired) for it in change.drift]

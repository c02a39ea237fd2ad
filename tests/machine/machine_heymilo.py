"""A HeyMilo with a clock of its own, lists that lag, answers that get lost, and a log of everything that it did.

The log is what the tests believe, never what the tool says of itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from heymilo_ops.model.live import RESERVED, Live, Mark, read_mark
from heymilo_ops.remote.postings import live_of

Posting = dict[str, Any]


@dataclass
class Sent:
    """One POST of a new posting that reached HeyMilo, or got lost on its way there.

    Attributes:
        fate: ``under way``, ``made``, ``rejected``, or ``lost``: dropped; where ``late``, it may be made all the same.
        posting_id: of what was made, by now.
    """

    mark: Mark
    fate: str
    body: Mapping[str, Any]
    posting_id: str | None = None
    late: bool = False


@dataclass
class HeyMilo:
    """Postings by id. ``now`` is HeyMilo's own clock, shown in whole seconds.

    ``holds``: the digest of what is in effect, by posting id; ``held``: every pair of the two that ever was.
    ``stripped``: the names of postings whose marks somebody took away.
    """

    now: Callable[[], float]
    lag: float = 0.0
    postings: dict[str, Posting] = field(default_factory=dict)
    shown_at: dict[str, float] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)
    in_the_air: list[Sent] = field(default_factory=list)
    written: int = 0
    by_people: set[str] = field(default_factory=set)
    holds: dict[str, str] = field(default_factory=dict)
    held: set[tuple[str, str]] = field(default_factory=set)
    stripped: set[str] = field(default_factory=set)

    def create(self, body: Mapping[str, Any]) -> Posting:
        """A new posting."""
        posting_id = f"P{len(self.postings) + 1:03d}"
        moment = float(int(self.now()))
        urls = {"candidate_url": f"https://c/{posting_id}", "review_url": f"https://r/{posting_id}"}
        self.postings[posting_id] = {
            **body,
            "id": posting_id,
            "status": "active",
            "archived": False,
            "urls": urls,
            "created_at": moment,
            "updated_at": moment,
        }
        self.shown_at[posting_id] = self.now() + self.lag
        return dict(self.postings[posting_id])

    def hold(self, posting_id: str, digest: str) -> None:
        """Note that what was sent under this digest is in effect."""
        self.holds[posting_id] = digest
        self.held.add((posting_id, digest))

    def change(self, posting_id: str, **changes: Any) -> Posting:
        """Other fields; each change is seen at ``updated_at``."""
        posting = self.postings[posting_id]
        moment = max(float(int(self.now())), posting["updated_at"] + 1)
        self.postings[posting_id] = {**posting, **changes, "updated_at": moment}
        return dict(self.postings[posting_id])

    def clone(self, posting_id: str) -> str:
        """Somebody clones a posting: metadata is copied, our marks with it."""
        kept = ("id", "status", "archived", "urls", "created_at", "updated_at")
        body = {key: value for key, value in self.postings[posting_id].items() if key not in kept}
        made = str(self.create(body)["id"])
        self.by_people.add(made)
        self.hold(made, self.holds[posting_id])
        return made

    def strip(self, posting_id: str) -> None:
        """Somebody takes our marks away."""
        metadata = self.postings[posting_id]["metadata"]
        self.stripped.add(str(self.postings[posting_id]["name"]))
        self.change(posting_id, metadata={key: value for key, value in metadata.items() if key not in RESERVED})

    def commit_late(self, number: int) -> None:
        """What was given up on long ago is carried out now."""
        sent = self.in_the_air.pop(number % len(self.in_the_air))
        sent.posting_id = str(self.create(sent.body)["id"])
        sent.fate = "made"
        self.hold(sent.posting_id, sent.mark.digest)

    def listed(self) -> list[Live]:
        """What a listing shows now."""
        return [live_of(each) for id, each in self.postings.items() if self.shown_at[id] <= self.now()]

    def found(self, posting_id: str) -> Live | None:
        """One posting; a look at one does not lag."""
        posting = self.postings.get(posting_id)
        return live_of(posting) if posting else None

    def open(self, name: str) -> list[str]:
        """Ids of the postings of a name that take candidates."""
        return [id for id, each in self.postings.items() if each["name"] == name and not each["archived"]]


def mark_of(body: Mapping[str, Any]) -> Mark:
    """The marks of what is sent."""
    mark = read_mark(body["metadata"])
    assert mark is not None, "a posting was sent without marks"
    return mark

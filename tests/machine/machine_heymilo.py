"""A HeyMilo with a clock of its own, lists that lag, answers that get lost, and a log of everything that it did.

The log is what the tests believe, never what the tool says of itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from heymilo_ops.model.live import RESERVED, Live, Mark, read_mark
from heymilo_ops.remote.postings import live_of

Posting = dict[str, Any]
Question = dict[str, Any]
Content = tuple[str, int, tuple[str, ...]]
"""What a posting says: its title, how many retakes there are, and the texts of its questions."""


def content_of(document: Mapping[str, Any], questions: Iterable[Mapping[str, Any]]) -> Content:
    """What a posting says."""
    return str(document["title"]), int(document["max_retakes"]), tuple(str(one["text"]) for one in questions)


def questions_in(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """All questions of a request."""
    return [question for step in document["workflow"] for question in step["questions"]]


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

    ``held``: every content that a posting ever had; ``touched``: the ids of those
    that people have edited. ``stripped``: the names of postings whose marks somebody took away.
    ``names``: what a posting is called in the repo, by its marks; ``asked``: its questions; ``theirs``: the ids of
    those that people made.
    """

    now: Callable[[], float]
    lag: float = 0.0
    postings: dict[str, Posting] = field(default_factory=dict)
    shown_at: dict[str, float] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)
    in_the_air: list[Sent] = field(default_factory=list)
    written: int = 0
    by_people: set[str] = field(default_factory=set)
    held: set[tuple[str, Content]] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    stripped: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    asked: dict[str, list[Question]] = field(default_factory=dict)
    theirs: set[str] = field(default_factory=set)
    made: int = 0

    def create(self, body: Mapping[str, Any]) -> Posting:
        """A new posting."""
        posting_id = f"P{len(self.postings) + 1:03d}"
        moment = float(int(self.now()))
        urls = {"candidate_url": f"https://c/{posting_id}", "review_url": f"https://r/{posting_id}"}
        steps = [
            {**{key: value for key, value in step.items() if key != "questions"}, "order": order}
            for order, step in enumerate(body["workflow"], 1)
        ]
        self.postings[posting_id] = {
            **body,
            "workflow": steps,
            "id": posting_id,
            "status": "active",
            "archived": False,
            "urls": urls,
            "created_at": moment,
            "updated_at": moment,
        }
        self.asked[posting_id] = [self._numbered(question) for question in questions_in(body)]
        mark = read_mark(body["metadata"])
        self.names[posting_id] = mark.name if mark else str(body["name"])
        self.shown_at[posting_id] = self.now() + self.lag
        self._note(posting_id)
        return dict(self.postings[posting_id])

    def content(self, posting_id: str) -> Content:
        """What a posting says now."""
        return content_of(self.postings[posting_id], self.asked[posting_id])

    def _note(self, posting_id: str) -> None:
        self.held.add((posting_id, self.content(posting_id)))

    def _numbered(self, question: Mapping[str, Any]) -> Question:
        self.made += 1
        return {**{key: value for key, value in question.items() if key != "key"}, "id": f"Q{self.made:03d}"}

    def change(self, posting_id: str, **changes: Any) -> Posting:
        """Other fields; each change is seen at ``updated_at``."""
        posting = self.postings[posting_id]
        moment = max(float(int(self.now())), posting["updated_at"] + 1)
        self.postings[posting_id] = {**posting, **changes, "updated_at": moment}
        if mark := read_mark(self.postings[posting_id]["metadata"]):
            self.names[posting_id] = mark.name
        self._note(posting_id)
        return dict(self.postings[posting_id])

    def by_hand(self, name: str, request: Mapping[str, Any]) -> str:
        """Somebody makes a posting."""
        made = str(self.create({**request, "name": name, "metadata": {}})["id"])
        self.by_people.add(made)
        return made

    # Questions

    def questions(self, posting_id: str) -> list[Question]:
        """All questions of a posting, in order."""
        ranked = enumerate(self.asked[posting_id], 1)
        return [{**deepcopy(question), "posting_id": posting_id, "rank": rank} for rank, question in ranked]

    def ask(self, posting_id: str, question: Mapping[str, Any]) -> Question:
        """One more question, at the end."""
        made = self._numbered(question)
        self.asked[posting_id].append(made)
        self.change(posting_id)
        return dict(made)

    def reword(self, posting_id: str, question_id: str, changes: Mapping[str, Any]) -> Question:
        """Other values of a question."""
        question = self._question(posting_id, question_id)
        question.update(changes)
        self.change(posting_id)
        return dict(question)

    def drop(self, posting_id: str, question_id: str) -> Question:
        """One question less."""
        question = self._question(posting_id, question_id)
        self.asked[posting_id].remove(question)
        self.change(posting_id)
        return dict(question)

    def order(self, posting_id: str, ids: Sequence[str]) -> Posting:
        """The questions in another order; all of them are named."""
        assert sorted(ids) == sorted(one["id"] for one in self.asked[posting_id]), "a reorder names all questions"
        self.asked[posting_id].sort(key=lambda one: ids.index(one["id"]))
        return self.change(posting_id)

    def _question(self, posting_id: str, question_id: str) -> Question:
        return next(one for one in self.asked[posting_id] if one["id"] == question_id)

    def has(self, posting_id: str, question_id: str) -> bool:
        """Whether a posting has a question."""
        return any(one["id"] == question_id for one in self.asked[posting_id])

    # People

    def clone(self, posting_id: str) -> str:
        """Somebody clones a posting: metadata is copied, our marks with it."""
        kept = ("id", "status", "archived", "urls", "created_at", "updated_at")
        body = {key: value for key, value in self.postings[posting_id].items() if key not in kept}
        (step,) = body["workflow"]
        made = str(self.create({**body, "workflow": [{**step, "questions": self.asked[posting_id]}]})["id"])
        self.names[made] = self.names[posting_id]
        self.by_people.add(made)
        return made

    def strip(self, posting_id: str) -> None:
        """Somebody takes our marks away."""
        metadata = self.postings[posting_id]["metadata"]
        self.stripped.add(self.names[posting_id])
        self.change(posting_id, metadata={key: value for key, value in metadata.items() if key not in RESERVED})

    def commit_late(self, number: int) -> None:
        """What was given up on long ago is carried out now."""
        sent = self.in_the_air.pop(number % len(self.in_the_air))
        sent.posting_id = str(self.create(sent.body)["id"])
        sent.fate = "made"

    def listed(self) -> list[Live]:
        """What a listing shows now."""
        return [live_of(each) for id, each in self.postings.items() if self.shown_at[id] <= self.now()]

    def found(self, posting_id: str) -> Live | None:
        """One posting; a look at one does not lag."""
        posting = self.postings.get(posting_id)
        return live_of(posting) if posting else None

    def open(self, name: str) -> list[str]:
        """Ids of the postings of a name that take candidates."""
        return [id for id, each in self.postings.items() if self.names[id] == name and not each["archived"]]


def mark_of(body: Mapping[str, Any]) -> Mark:
    """The marks of what is sent."""
    mark = read_mark(body["metadata"])
    assert mark is not None, "a posting was sent without marks"
    return mark

"""A HeyMilo whose postings have questions and steps that can be edited, by people too."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from fake_heymilo import FakeHeyMilo

from heymilo_ops.errors import UnreachableError
from heymilo_ops.model.live import Live
from heymilo_ops.remote.answer import Answer, RejectedAnswer
from heymilo_ops.remote.postings import live_of

Doc = dict[str, Any]
EDITS = ("update", "step", "question", "make", "delete", "order")


class EditableHeyMilo(FakeHeyMilo):
    """Questions in memory. ``rewrites`` changes each question as it is stored; ``lagging`` ids are not listed yet."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.asked: dict[str, list[Doc]] = {}
        self.rewrites: Callable[[Doc], Doc] = lambda question: question
        self.lagging: Callable[[str], bool] = lambda id: False
        self.made = 0

    @property
    def edits(self) -> list[str]:
        """The kinds of writes so far, but for creates and archives."""
        return [kind for kind, _ in self.calls if kind in EDITS]

    def texts(self, posting_id: str) -> list[str]:
        return [question["text"] for question in self.asked[posting_id]]

    def by_hand(self, posting_id: str, **question: Any) -> str:
        """Somebody adds a question in HeyMilo's own pages."""
        return str(self._add(posting_id, {"modality": "voice", **question})["id"])

    def get(self, posting_id: str) -> Live | None:
        live = super().get(posting_id)
        return live and live_of(self.postings[posting_id])

    def list_all(self) -> list[Live]:
        return [live_of(self.postings[live.posting_id]) for live in super().list_all()]

    def questions(self, posting_id: str) -> list[Doc]:
        self.calls.append(("questions", posting_id))
        if self.reading_fails:
            raise UnreachableError("HeyMilo can't be reached")
        return [deepcopy(item) for item in self.asked[posting_id] if not self.lagging(item["id"])]

    def update_step(self, posting_id: str, order: int, config: Mapping[str, Any]) -> Answer:
        def change() -> Doc:
            step = self.postings[posting_id]["workflow"][order - 1]
            step["config"] = {**(step.get("config") or {}), **config}
            return self._change(posting_id, {})

        return self._write("step", posting_id, config, change)

    def update_question(self, posting_id: str, question_id: str, body: Mapping[str, Any]) -> Answer:
        def change() -> Doc:
            question = self._question(posting_id, question_id)
            question.update(self.rewrites({**question, **body}))
            return self._touched(posting_id, question)

        return self._write("question", question_id, body, change)

    def create_question(self, posting_id: str, body: Mapping[str, Any]) -> Answer:
        return self._write("make", posting_id, body, lambda: self._touched(posting_id, self._add(posting_id, body)))

    def delete_question(self, posting_id: str, question_id: str) -> Answer:
        if question_id not in {question["id"] for question in self.asked[posting_id]}:
            return RejectedAnswer(404, "no such question")

        def take() -> Doc:
            question = self._question(posting_id, question_id)
            self.asked[posting_id].remove(question)
            return self._touched(posting_id, question)

        return self._write("delete", question_id, {}, take)

    def reorder_questions(self, posting_id: str, modality: str, ids: Sequence[str]) -> Answer:
        def order() -> Doc:
            questions = {q["id"]: q for q in self.asked[posting_id] if q["modality"] == modality}
            assert sorted(questions) == sorted(ids)
            others = [q for q in self.asked[posting_id] if q["modality"] != modality]
            self.asked[posting_id] = [*others, *(questions[id] for id in ids)]
            return self._change(posting_id, {})

        return self._write("order", posting_id, {"order": list(ids)}, order)

    def _create(self, body: Mapping[str, Any]) -> Doc:
        body = deepcopy(dict(body))
        questions = [step.pop("questions", None) or [] for step in body.get("workflow") or []]
        answer = super()._create(body)
        self.asked[answer["id"]] = []
        for question in (question for asked in questions for question in asked):
            self._add(answer["id"], question)
        return answer

    def _add(self, posting_id: str, body: Mapping[str, Any]) -> Doc:
        self.made += 1
        question = self.rewrites({**deepcopy(dict(body)), "id": f"Q{self.made}", "posting_id": posting_id})
        self.asked[posting_id].append(question)
        return question

    def _question(self, posting_id: str, question_id: str) -> Doc:
        return next(question for question in self.asked[posting_id] if question["id"] == question_id)

    def _touched(self, posting_id: str, question: Doc) -> Doc:
        self._change(posting_id, {})
        return dict(question)

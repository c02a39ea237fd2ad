"""What happens to questions: written with a posting, listed, changed, moved, deleted softly.

The vendor is said to infer some types by itself. So does this: the type of SMS and form questions, the
operator of slider knock-outs and the kind of choice of dropdowns, each only where it was left out.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any, get_args

from heymilo_ops.sandbox import samples
from heymilo_ops.sandbox.errors import ApiError, missing
from heymilo_ops.sandbox.exchange import current
from heymilo_ops.sandbox.requests import MODALITIES, ResponseFormat
from heymilo_ops.sandbox.store import Store, new_id

Doc = dict[str, Any]


@dataclass(slots=True)
class Question:
    """One question as stored; ``rank`` is 1-based within its modality."""

    id: str
    posting_id: str
    modality: str
    rank: int
    doc: Doc
    created_at: float
    updated_at: float


WRITING = "writing"
"""The key of a posting's document for the questions that the AI hasn't written yet."""


def insert_step(
    connection: sqlite3.Connection, posting_id: str, title: str, step: Mapping[str, Any], now: float
) -> list[Doc]:
    """Store a step's questions; write sample ones where the key was left out or null. An empty list stays empty.

    Returns the sample ones instead where they come later.
    """
    asked = step.get("questions")
    if asked is None:
        asked = samples.questions(step["type"], step.get("config") or {}, title)
        if current().late_seconds or current().late_reads:
            return [dict(question) for question in asked]
    for question in asked:
        insert(connection, posting_id, question, now)
    return []


def writing(later: list[Doc], now: float) -> Doc:
    """Return what a posting remembers of the questions that come later."""
    exchange = current()
    times = {"since": now, "seconds": exchange.late_seconds, "reads": exchange.late_reads, "read": 0}
    return {"questions": later, "written": 0, **times}


def write_due(store: Store, posting_id: str, *, reading: bool) -> None:
    """Store what the AI has written by now; ``reading``: this counts as a reading."""
    with store.read() as connection:
        (doc,) = connection.execute("SELECT doc FROM postings WHERE id = ?", (posting_id,)).fetchone()
    if WRITING not in json.loads(doc):
        return
    with store.write() as connection:
        (text,) = connection.execute("SELECT doc FROM postings WHERE id = ?", (posting_id,)).fetchone()
        doc, now = json.loads(text), store.clock()
        left = doc.pop(WRITING, None)
        if left is None:
            return
        due = _due(left, now)
        for question in left["questions"][left["written"] : due]:
            insert(connection, posting_id, question, now)
        if due < len(left["questions"]):
            doc[WRITING] = {**left, "written": due, "read": left["read"] + reading}
        connection.execute("UPDATE postings SET doc = ? WHERE id = ?", (json.dumps(doc), posting_id))


def _due(left: Doc, now: float) -> int:
    """Return how many of the questions are written: as many as the part of the readings or of the time that is over."""
    part: float = left["read"] / left["reads"] if left["reads"] else (now - left["since"]) / left["seconds"]
    return min(ceil(part * len(left["questions"])), len(left["questions"]))


def insert(connection: sqlite3.Connection, posting_id: str, fields: Mapping[str, Any], now: float) -> Question:
    """Store one question as the last of its modality. ``fields`` holds ``modality`` and what was sent."""
    modality = fields["modality"]
    question = Question(
        id=new_id(connection, "questions"),
        posting_id=posting_id,
        modality=modality,
        rank=_next_rank(connection, posting_id, modality),
        doc=_inferred(modality, {key: value for key, value in fields.items() if key != "modality"}),
        created_at=now,
        updated_at=now,
    )
    connection.execute(
        "INSERT INTO questions (id, posting_id, modality, rank, created_at, updated_at, doc)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (question.id, posting_id, modality, question.rank, now, now, json.dumps(question.doc)),
    )
    return question


def copy(connection: sqlite3.Connection, source_id: str, target_id: str, now: float) -> None:
    """Give one posting new copies of another's questions, in the same order."""
    for question in of(connection, source_id):
        insert(connection, target_id, {"modality": question.modality, **question.doc}, now)


def of(connection: sqlite3.Connection, posting_id: str, modality: str | None = None) -> list[Question]:
    """Return the questions of a posting that were not deleted: by modality, then by rank."""
    sql = "SELECT * FROM questions WHERE posting_id = ? AND deleted = 0 ORDER BY seq"
    rows = connection.execute(sql, (posting_id,)).fetchall()
    questions = [_read(row) for row in rows if modality in (None, row["modality"])]
    return sorted(questions, key=lambda question: (_place(question.modality), question.rank))


def get(connection: sqlite3.Connection, posting_id: str, question_id: str) -> Question:
    """Return one question of a posting. Raises the 404, also for a deleted one."""
    sql = "SELECT * FROM questions WHERE id = ? AND posting_id = ? AND deleted = 0"
    row = connection.execute(sql, (question_id, posting_id)).fetchone()
    if row is None:
        raise missing("question", question_id)
    return _read(row)


def update(connection: sqlite3.Connection, question: Question, change: Mapping[str, Any], now: float) -> Question:
    """Set the fields in ``change``; null empties one. The text can't be emptied."""
    question.doc.update({k: v for k, v in change.items() if not (k == "text" and v is None)})
    return _save(connection, question, now)


def delete(connection: sqlite3.Connection, question: Question, now: float) -> Question:
    """Delete softly and close the gap in the ranks. Returns the question as it was."""
    connection.execute("UPDATE questions SET deleted = 1, updated_at = ? WHERE id = ?", (now, question.id))
    for rank, other in enumerate(of(connection, question.posting_id, question.modality), start=1):
        connection.execute("UPDATE questions SET rank = ? WHERE id = ?", (rank, other.id))
    return question


def reorder(
    connection: sqlite3.Connection, posting_id: str, modality: str, order: Iterable[str], now: float
) -> list[Question]:
    """Rank the questions of a modality as listed; every one of them must be named exactly once."""
    ids = list(order)
    have = {question.id: question for question in of(connection, posting_id, modality)}
    if sorted(ids) != sorted(have):
        raise ApiError(422, f"order must name every {modality} question once", code="invalid_param", param="order")
    for rank, question_id in enumerate(ids, start=1):
        have[question_id].rank = rank
        _save(connection, have[question_id], now)
    return of(connection, posting_id, modality)


def _next_rank(connection: sqlite3.Connection, posting_id: str, modality: str) -> int:
    sql = "SELECT COALESCE(MAX(rank), 0) FROM questions WHERE posting_id = ? AND modality = ? AND deleted = 0"
    (last,) = connection.execute(sql, (posting_id, modality)).fetchone()
    return int(last) + 1


def _place(modality: str) -> int:
    return MODALITIES.index(modality) if modality in MODALITIES else len(MODALITIES)


def _inferred(modality: str, doc: Doc) -> Doc:
    """Fill in what the server works out by itself; drop a response format that could not be read back."""
    if doc.get("response_format") not in (None, *get_args(ResponseFormat)):
        doc["response_format"] = None
    if modality == "sms" and doc.get("question_type") is None:
        doc["question_type"] = "YES_NO" if doc.get("expected_value") is None else "NUMERIC"
    if modality == "form":
        _infer_form(doc)
    return doc


def _infer_form(doc: Doc) -> None:
    if doc.get("question_type") is None:
        doc["question_type"] = next((kind for key, kind in _FORM_TYPES.items() if doc.get(key) is not None), "textarea")
    if doc["question_type"] == "dropdown" and doc.get("mcq_type") is None:
        doc["mcq_type"] = "multiple"
    if doc["question_type"] == "slider" and doc.get("is_knockout") and doc.get("operator") is None:
        doc["operator"] = "minimum"


_FORM_TYPES = {
    "dropdown_values": "dropdown",
    "slider_min": "slider",
    "slider_max": "slider",
    "file_types": "file_upload",
}


def _save(connection: sqlite3.Connection, question: Question, now: float) -> Question:
    question.updated_at = now
    connection.execute(
        "UPDATE questions SET rank = ?, updated_at = ?, doc = ? WHERE id = ?",
        (question.rank, now, json.dumps(question.doc), question.id),
    )
    return question


def _read(row: sqlite3.Row) -> Question:
    return Question(
        id=row["id"],
        posting_id=row["posting_id"],
        modality=row["modality"],
        rank=row["rank"],
        doc=json.loads(row["doc"]),
        created_at=row["created_at"],
        updated_at=row["updated_at"],
    )

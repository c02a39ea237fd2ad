"""What happens to postings: create, read, list, change, archive, activate, clone.

A posting is one row and one JSON document that holds the fields a client can set. Status is never
stored: it follows from the archived and draft flags, the deadline and the clock.
"""

from __future__ import annotations

import calendar
import json
import secrets
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from heymilo_ops.sandbox import questions, samples
from heymilo_ops.sandbox.errors import ApiError, missing
from heymilo_ops.sandbox.exchange import current
from heymilo_ops.sandbox.requestlog import MARKED
from heymilo_ops.sandbox.requests import CreatePosting, PostingFields, UpdatePosting, epoch
from heymilo_ops.sandbox.store import Store, new_id

Doc = dict[str, Any]

# Left out on create, these read back with a value; they may never be null.
TEXTS = {
    "description": "",
    "language": "en",
    "interviewer_name": "Sarah",
    "instructions": "",
    "company_overview": "",
    "job_overview": "",
}
NEVER_NULL = frozenset({"title", *TEXTS})
COUNTS = frozenset({"total_candidates", "completed_interviews", "average_interview_score", "average_resume_score"})
OWN = COUNTS | {questions.WRITING, "template", "test_posting", "deadline"}
"""What a copy doesn't take over."""
FIELDS = frozenset(
    {"title", "name", "status", "ats_metadata", "test_posting", *TEXTS, *PostingFields.model_fields, *COUNTS}
)
"""What people can set by hand."""

_STEP_IDS = {"web_interview": "vi", "conversational_sms": "sms", "resume": "res", "form": "form"}


@dataclass(slots=True)
class Posting:
    """One posting as stored. ``doc`` has every settable field, the deadline as seconds, and the steps."""

    id: str
    doc: Doc
    archived: bool = False
    draft: bool = False
    hidden: bool = False
    ingestion_key: str = field(default_factory=lambda: secrets.token_urlsafe(33))
    created_at: float = 0.0
    updated_at: float = 0.0

    def status(self, now: float) -> str:
        """``archived``, ``draft``, ``expired`` or ``active``; or any other that it was given by hand."""
        if "status" in self.doc:
            return str(self.doc["status"])
        if self.archived:
            return "archived"
        if self.draft:
            return "draft"
        deadline = self.doc.get("deadline")
        return "expired" if deadline is not None and deadline <= now else "active"


def a_month_after(now: float) -> float:
    """Return one calendar month later, on the last day where that month is shorter."""
    start = datetime.fromtimestamp(now, UTC)
    year, month = start.year + start.month // 12, start.month % 12 + 1
    day = min(start.day, calendar.monthrange(year, month)[1])
    return start.replace(year=year, month=month, day=day).timestamp()


def seed(store: Store) -> None:
    """Make the unlisted blueprint postings of the sample interview templates, where they are missing."""
    with store.read() as connection:
        have = {row["id"] for row in connection.execute("SELECT id FROM postings WHERE hidden = 1")}
    if have.issuperset(blueprint["posting_id"] for blueprint in samples.BLUEPRINTS):
        return
    with store.write() as connection:
        for blueprint in samples.BLUEPRINTS:
            if _find(connection, blueprint["posting_id"]) is None:
                _plant(connection, blueprint, store.clock())


def create(store: Store, body: CreatePosting) -> Posting:
    """Make a posting from steps or from a template. It goes live at once, unless the template came from an ATS."""
    sent = _stripped(body.model_dump(exclude_unset=True, exclude_none=True))
    with store.write() as connection:
        _refuse_taken(connection, body.name)
        now = store.clock()
        if body.interview_template_id is None:
            steps = sent.pop("workflow")
            return _insert(connection, {"workflow": _numbered(steps), **sent}, now, asked=steps)
        source = _blueprint(connection, body.interview_template_id)
        del sent["interview_template_id"]
        doc = {**_design(source), "metadata": None, **sent}
        return _copy(connection, source, doc, now)


def clone(store: Store, posting_id: str, title: str | None = None) -> Posting:
    """Return a live copy with its own id, links, questions and a fresh default deadline; name and metadata are copied.

    Always created later than its source, also where the clock stands still.
    """
    with store.write() as connection:
        source = _get(connection, posting_id)
        doc = {**_design(source), "title": title or _copy_title(source.doc["title"])}
        return _copy(connection, source, doc, max(store.clock(), source.created_at + 0.001))


def clone_by_hand(store: Store, posting_id: str, title: str | None = None) -> Posting:
    """Return a clone as a user of the vendor's own pages makes it, titled ``title`` or "Copy of …"."""
    return clone(store, posting_id, title or f"Copy of {get(store, posting_id).doc['title']}"[:200])


def get(store: Store, posting_id: str) -> Posting:
    """Return the posting with this id, archived ones and blueprints included. Raises the 404."""
    with store.read() as connection:
        return _get(connection, posting_id)


def listing(
    store: Store, *, search: str | None, hide_archived: bool, first_page: bool = True
) -> list[tuple[str, str, str | None]]:
    """``(id, title, name)`` of all listed postings, newest first."""
    sql = "SELECT seq, id, title, name, created_at, archived FROM postings WHERE hidden = 0 ORDER BY seq DESC"
    if first_page:
        store.count_list()
    with store.read() as connection:
        rows = connection.execute(sql).fetchall()
    end = store.end_before(current().missed_lists) if current().missed_lists else None
    newest = store.clock() - current().list_lag if current().list_lag else None
    words = (search or "").casefold()
    return [
        (row["id"], row["title"], row["name"])
        for row in rows
        if words in row["title"].casefold()
        and not (hide_archived and row["archived"])
        and (newest is None or row["created_at"] <= newest)
        and (end is None or row["seq"] <= end)
    ]


def everything(store: Store) -> list[Posting]:
    """Return all postings that can be listed, oldest first, whatever faults are in force."""
    with store.read() as connection:
        rows = connection.execute("SELECT id FROM postings WHERE hidden = 0 ORDER BY seq").fetchall()
    return many(store, (row["id"] for row in rows))


def many(store: Store, ids: Iterable[str]) -> list[Posting]:
    """Return the postings with these ids, in this order; those gone meanwhile are left out."""
    with store.read() as connection:
        postings = (_find(connection, posting_id) for posting_id in ids)
        return [posting for posting in postings if posting is not None]


def update(store: Store, posting_id: str, body: UpdatePosting, *, clear_nulls: bool) -> Posting:
    """Change what was sent. ``metadata`` is replaced whole; null empties a field only with ``clear_nulls``."""
    sent = body.model_dump(exclude_unset=True)
    change = {k: v for k, v in sent.items() if v is not None or (clear_nulls and k not in NEVER_NULL)}
    return edit(store, posting_id, change)


def edit(store: Store, posting_id: str, change: Mapping[str, Any], *, moves: bool = True) -> Posting:
    """Set fields by name, as a user of the vendor's own pages would; ``moves``: also ``updated_at``."""
    with store.write() as connection:
        posting = _get(connection, posting_id)
        posting.doc.update(_as_stored(change))
        return _save(connection, posting, store.clock() if moves else posting.updated_at)


def update_step(
    store: Store, posting_id: str, step_id: str, config: Mapping[str, Any], *, clear_nulls: bool = True
) -> Posting:
    """Merge ``config`` into one step, found by type or 1-based order; nested objects are replaced whole.

    Null takes a key out, or with ``clear_nulls`` off leaves it as it was.
    """
    with store.write() as connection:
        posting = _get(connection, posting_id)
        step = find_step(posting, step_id)
        change = config if clear_nulls else {key: value for key, value in config.items() if value is not None}
        step["config"] = {key: value for key, value in {**step["config"], **change}.items() if value is not None}
        return _save(connection, posting, store.clock())


def find_step(posting: Posting, step_id: str) -> Doc:
    """Return the first step of a type, or the step of an order. Raises the 404."""
    for step in posting.doc["workflow"]:
        if step_id in (step["type"], str(step["order"])):
            step_doc: Doc = step
            return step_doc
    raise missing("workflow step", step_id)


def archive(store: Store, posting_id: str) -> Posting:
    """Stop new candidates. Archiving twice is fine."""
    with store.write() as connection:
        posting = _get(connection, posting_id)
        posting.archived = True
        return _save(connection, posting, store.clock())


def unarchive(store: Store, posting_id: str) -> Posting:
    """Take new candidates again: only the vendor's own pages can."""
    with store.write() as connection:
        posting = _get(connection, posting_id)
        posting.archived = False
        return _save(connection, posting, store.clock())


def make_draft(store: Store, posting_id: str) -> Posting:
    """Turn a posting into a draft that waits for its activation, as one that an ATS has brought is."""
    with store.write() as connection:
        posting = _get(connection, posting_id)
        posting.draft = True
        posting.doc["ats_metadata"] = {**(posting.doc.get("ats_metadata") or {}), "pending_activation": True}
        return _save(connection, posting, store.clock())


def make_template(store: Store, posting_id: str, code: str, name: str) -> Doc:
    """Make a posting the blueprint of a new interview template; it stays listed. Returns the template's row."""
    with store.write() as connection:
        posting = _get(connection, posting_id)
        now = store.clock()
        posting.doc["template"] = samples.interview_template(f"IT_{posting.id}", code, name, posting.id, now)
        _save(connection, posting, posting.updated_at)
        template: Doc = posting.doc["template"]
        return template


def templates(store: Store) -> list[samples.Row]:
    """Return the interview templates: the samples, then those made of postings, oldest first."""
    made = (posting.doc["template"] for posting in everything(store) if "template" in posting.doc)
    return [*samples.LOOKUPS["interview-templates"], *made]


def activate(store: Store, posting_id: str) -> Posting:
    """Take a draft live; repeating it is fine. An archived posting is refused: archive is one way here."""
    with store.write() as connection:
        posting = _get(connection, posting_id)
        if posting.archived:
            raise ApiError(422, "An archived interviewer cannot be activated", code="posting_archived")
        if not posting.doc["workflow"]:
            raise ApiError(422, "The interviewer needs a valid workflow", code="invalid_workflow")
        if posting.draft:
            posting.draft = False
            posting.doc["ats_metadata"] = {**(posting.doc.get("ats_metadata") or {}), "pending_activation": False}
        return _save(connection, posting, store.clock())


def remove(store: Store, posting_id: str) -> None:
    """Delete for good, with its questions; the vendor's API can't, its support can."""
    with store.write() as connection:
        _get(connection, posting_id)
        connection.execute("DELETE FROM postings WHERE id = ?", (posting_id,))


def touch(connection: sqlite3.Connection, posting_id: str, now: float | None) -> None:
    """Move ``updated_at``: a change of a question is a change of its posting. ``None`` only looks. Raises the 404."""
    posting = _get(connection, posting_id)
    if now is not None:
        _save(connection, posting, now)


def _refuse_taken(connection: sqlite3.Connection, name: str | None) -> None:
    status = current().refuse_taken_name
    sql = "SELECT 1 FROM postings WHERE name = ? AND archived = 0 AND hidden = 0"
    if status and name is not None and connection.execute(sql, (name,)).fetchone():
        raise ApiError(status, f"The name {name} is taken", code="name_taken", param="name")


def _stripped(sent: Doc) -> Doc:
    """Return what a create sent, without the metadata that a fault drops."""
    strip = current().strip
    if not strip or "metadata" not in sent:
        return sent
    kept = {} if strip == "all" else {k: v for k, v in sent["metadata"].items() if not k.startswith(MARKED)}
    return {**sent, "metadata": kept or None}


def _blueprint(connection: sqlite3.Connection, template_id: str) -> Posting:
    """Return the posting that a template clones. Raises the 404."""
    for template in samples.LOOKUPS["interview-templates"]:
        if template["id"] == template_id:
            return _get(connection, template["posting_id"])
    posting = _find(connection, template_id.removeprefix("IT_"))
    if posting is None or "template" not in posting.doc:
        raise missing("interview template", template_id)
    return posting


def _as_stored(fields: Mapping[str, Any]) -> Doc:
    """Fields as kept in the document: the deadline as seconds since the epoch."""
    deadline = fields.get("deadline")
    return {**fields, "deadline": epoch(deadline)} if isinstance(deadline, str) else dict(fields)


def _numbered(steps: Iterable[Mapping[str, Any]]) -> list[Doc]:
    return [
        {
            "id": f"agent_{_STEP_IDS[step['type']]}_{order:03d}",
            "type": step["type"],
            "order": order,
            "config": dict(step.get("config") or {}),
        }
        for order, step in enumerate(steps, start=1)
    ]


def _design(source: Posting) -> Doc:
    """Return a posting's fields without what belongs to that posting alone."""
    return {key: value for key, value in source.doc.items() if key not in OWN}


def _copy_title(title: str) -> str:
    return f"{title} (Copy)"[:200]


def _copy(connection: sqlite3.Connection, source: Posting, doc: Doc, now: float) -> Posting:
    """Insert ``doc`` with copies of the source's questions; a draft again where the source came from an ATS."""
    if doc.get("ats_metadata"):
        doc = {**doc, "ats_metadata": {**doc["ats_metadata"], "pending_activation": True}}
    made = _insert(connection, doc, now, asked=())
    questions.copy(connection, source.id, made.id, now)
    return made


def _insert(
    connection: sqlite3.Connection,
    fields: Doc,
    now: float,
    *,
    asked: Iterable[Mapping[str, Any]],
    known_as: str = "",
) -> Posting:
    """Insert a posting and the questions of the steps ``asked`` for. ``known_as`` makes it an unlisted blueprint."""
    doc = {**TEXTS, **_as_stored(fields)}
    if doc.get("deadline") is None and not known_as:
        doc["deadline"] = a_month_after(now)
    posting = Posting(
        id=known_as or new_id(connection, "postings"),
        doc=doc,
        draft=bool(doc.get("ats_metadata")) and not known_as,
        hidden=bool(known_as),
        created_at=now,
    )
    connection.execute(
        "INSERT INTO postings (id, hidden, title, ingestion_key, created_at, updated_at, doc)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (posting.id, posting.hidden, doc["title"], posting.ingestion_key, now, now, "{}"),
    )
    current().made.append(posting.id)
    later: list[Doc] = []
    for step in asked:
        later += questions.insert_step(connection, posting.id, doc["title"], step, now)
    if later:
        doc[questions.WRITING] = questions.writing(later, now)
    return _save(connection, posting, now)


def _plant(connection: sqlite3.Connection, blueprint: Mapping[str, Any], now: float) -> None:
    fields = {**blueprint["fields"], "workflow": _numbered(blueprint["steps"])}
    _insert(connection, fields, now, asked=blueprint["steps"], known_as=blueprint["posting_id"])


def _save(connection: sqlite3.Connection, posting: Posting, now: float) -> Posting:
    posting.updated_at = now
    connection.execute(
        "UPDATE postings SET archived = ?, draft = ?, name = ?, title = ?, updated_at = ?, doc = ? WHERE id = ?",
        (
            posting.archived,
            posting.draft,
            posting.doc.get("name"),
            posting.doc["title"],
            now,
            json.dumps(posting.doc),
            posting.id,
        ),
    )
    return posting


def _get(connection: sqlite3.Connection, posting_id: str) -> Posting:
    posting = _find(connection, posting_id)
    if posting is None:
        raise missing("interviewer", posting_id)
    return posting


def _find(connection: sqlite3.Connection, posting_id: str) -> Posting | None:
    row = connection.execute("SELECT * FROM postings WHERE id = ?", (posting_id,)).fetchone()
    if row is None:
        return None
    return Posting(
        id=row["id"],
        doc=json.loads(row["doc"]),
        archived=bool(row["archived"]),
        draft=bool(row["draft"]),
        hidden=bool(row["hidden"]),
        ingestion_key=row["ingestion_key"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
    )

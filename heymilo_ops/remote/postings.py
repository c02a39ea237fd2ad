"""HeyMilo's postings as this tool needs them: list, get, create, update, archive, stats; their steps and questions.

And every page of its lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from heymilo_ops.errors import UnreachableError
from heymilo_ops.model.canonical import settings_fields
from heymilo_ops.model.live import LATEST, Live, is_posting_id
from heymilo_ops.model.people import AS_OF, People
from heymilo_ops.remote.answer import Answer, ConfirmedAnswer, UnknownAnswer, Unreadable, single
from heymilo_ops.remote.client import Client, OnWait

PAGE = 100
"""Items asked for at once, the most that HeyMilo gives."""

MOST_PAGES = 1_000
"""Pages of one list that are asked for: 100,000 items. A list that goes on has no end."""

LONGEST_ID = 200


def pages(client: Client, path: str, what: str, params: Mapping[str, str | int] | None = None) -> list[dict[str, Any]]:
    """Read all items of the list at ``path``, each once, the newest reading of it.

    ``what`` is its name in messages. Raises ``UnreachableError``, also where the answer is no such list, or has no end.
    """
    items, endless = as_listed(client, path, what, params)
    if endless:
        raise broken(what, endless)
    return items


def as_listed(
    client: Client, path: str, what: str, params: Mapping[str, str | int] | None = None
) -> tuple[list[dict[str, Any]], str]:
    """Read a list that may have no end: its items, and why its end was not reached (``""`` where it was)."""
    items_by_id: dict[str, dict[str, Any]] = {}
    query: dict[str, str | int] = {"limit": PAGE, **(params or {})}
    for _ in range(MOST_PAGES):
        page = client.get(path, query, must=True)
        items = items_of(page, what)
        ids = [_id(item, what) for item in items]
        new = [id for id in ids if id not in items_by_id]
        items_by_id.update(zip(ids, items, strict=True))
        if not _has_more(page, what):
            return list(items_by_id.values()), ""
        if not new:
            return list(items_by_id.values()), "it sends the same page again and again"
        query["starting_after"] = ids[-1]
    return list(items_by_id.values()), f"it goes on after {MOST_PAGES:,} pages"


def items_of(page: Mapping[str, Any] | None, what: str) -> list[dict[str, Any]]:
    """Return the items of one page. Raises ``UnreachableError`` where there are none to be read."""
    if page is None:
        raise broken(what, "it answered 404")
    data = page.get("data")
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        raise broken(what, "there is no list in it")
    return data


def broken(what: str, why: str) -> UnreachableError:
    """Make the error of an answer that can't be used."""
    return UnreachableError(
        f"HeyMilo's answer about {what} can't be used: {why}", "Check base_url, or try again later."
    )


def _has_more(page: Mapping[str, Any] | None, what: str) -> bool:
    pagination = (page or {}).get("pagination")
    more = pagination.get("has_more") if isinstance(pagination, dict) else None
    if not isinstance(more, bool):
        raise broken(what, "it doesn't say whether there is more")
    return more


def _id(item: Mapping[str, Any], what: str) -> str:
    id = item.get("id")
    if not isinstance(id, str) or not id:
        raise broken(what, "an item has no id")
    if len(id) > LONGEST_ID:
        raise broken(what, f"an item's id has {len(id):,} characters")
    return id


_API = "/api/v2"
_POSTINGS = f"{_API}/postings"


@dataclass(frozen=True, slots=True)
class WorkspaceRef:
    """The workspace that a key opens, as HeyMilo names it."""

    id: str
    name: str


class Postings:
    """Reads raise ``UnreachableError``; writes answer with what became of them."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def stop_when(self, stopping: Callable[[], bool]) -> None:
        """Wait for nothing any more, and try nothing again, once ``stopping`` says yes."""
        self._client.stopping = stopping

    @contextmanager
    def waits_reported(self, on_wait: OnWait) -> Iterator[None]:
        """Tell ``on_wait`` (seconds, reason) before each pause, for the length of a ``with``."""
        before, self._client.on_wait = self._client.on_wait, on_wait
        try:
            yield
        finally:
            self._client.on_wait = before

    def before_write(self, gate: Callable[[], None]) -> None:
        """Ask ``gate`` before each write, each time it is sent; what it raises comes out, and then nothing was sent."""
        self._client.gate = gate

    def workspace(self) -> WorkspaceRef:
        """Read the one workspace that the key opens."""
        workspaces = items_of(self._client.get(f"{_API}/workspaces", must=True), "workspaces")
        if len(workspaces) != 1:
            raise broken("workspaces", f"a key opens one workspace, and this one opens {len(workspaces)}")
        id = _first(workspaces[0], ("id", "workspace_id"))
        if not id:
            raise broken("workspaces", "the workspace has no id")
        return WorkspaceRef(id, _first(workspaces[0], ("name", "workspace_name", "title")))

    def list_all(self) -> list[Live]:
        """Read every posting of the workspace, each once. Raises ``UnreachableError`` where the list has no end."""
        listed, endless = self.as_listed()
        if endless:
            raise broken("postings", endless)
        return listed

    def as_listed(self) -> tuple[list[Live], str]:
        """Read the postings that HeyMilo lists, and why the list's end was not reached (``""`` where it was)."""
        items, endless = as_listed(self._client, _POSTINGS, "postings")
        try:
            return [live_of(item) for item in items], endless
        except Unreadable as error:
            raise broken("postings", str(error)) from None

    def get(self, posting_id: str) -> Live | None:
        """Read one posting, ``None`` where HeyMilo has none of that id."""
        try:
            path = _path(posting_id)
        except ValueError:  # HeyMilo has none of an id that no path can hold
            return None
        envelope = self._client.get(path)
        if envelope is None:
            return None
        try:
            live = live_of(single(envelope))
        except Unreadable as error:
            raise broken("a posting", str(error)) from None
        if live.posting_id != posting_id:
            raise broken("a posting", f"asked for {posting_id}, it sent {live.posting_id}")
        return live

    def create(self, body: Mapping[str, Any]) -> Answer:
        """Make a posting. ``live_of`` reads what a ``ConfirmedAnswer`` holds."""
        return self._client.write("POST", _POSTINGS, body)

    def update(self, posting_id: str, body: Mapping[str, Any]) -> Answer:
        """Change settings of a posting; fields that are left out stay."""
        return _of(posting_id, self._client.write("PATCH", _path(posting_id), body))

    def archive(self, posting_id: str) -> Answer:
        """Close a posting to new candidates. There is no way back through the API."""
        return _of(posting_id, self._client.write("POST", _path(posting_id, "archive")))

    def activate(self, posting_id: str) -> Answer:
        """Open a draft for candidates; repeating it is safe."""
        return _of(posting_id, self._client.write("POST", _path(posting_id, "activate")))

    def questions(self, posting_id: str) -> list[dict[str, Any]]:
        """Read every question of a posting, in HeyMilo's order."""
        return pages(self._client, _path(posting_id, "questions"), "questions")

    def update_step(self, posting_id: str, order: int, config: Mapping[str, Any]) -> Answer:
        """Change the config of a step, by its place from 1: absent keys stay, a nested object is replaced whole."""
        path = _path(posting_id, "workflow", str(order))
        return _of(posting_id, self._client.write("PATCH", path, {"config": dict(config)}))

    def update_question(self, posting_id: str, question_id: str, body: Mapping[str, Any]) -> Answer:
        """Change fields of a question; those that are left out stay."""
        return _of_question(question_id, self._client.write("PATCH", _question_path(posting_id, question_id), body))

    def create_question(self, posting_id: str, body: Mapping[str, Any]) -> Answer:
        """Add a question as the last of its modality."""
        return self._client.write("POST", _path(posting_id, "questions"), body)

    def delete_question(self, posting_id: str, question_id: str) -> Answer:
        """Take a question out of a posting. There is no way back through the API."""
        return _of_question(question_id, self._client.write("DELETE", _question_path(posting_id, question_id)))

    def reorder_questions(self, posting_id: str, modality: str, ids: Sequence[str]) -> Answer:
        """Put the questions of a modality in order; ``ids`` names every one that there is, each once.

        A ``ConfirmedAnswer`` holds the id of the posting.
        """
        body = {"modality": modality, "order": list(ids)}
        return self._client.write(
            "POST", _path(posting_id, "questions", "reorder"), body, lambda envelope: _reordered(posting_id, envelope)
        )

    def blueprints(self) -> frozenset[str]:
        """Read the ids of the postings that interview templates are made from."""
        templates = pages(self._client, f"{_API}/interview-templates", "interview templates")
        return frozenset(id for template in templates if isinstance(id := template.get("posting_id"), str))

    def people(self, posting_id: str) -> People:
        """Read how many people registered for a posting and how many completed. What else its stats say is dropped."""
        envelope = self._client.get(_path(posting_id, "stats"), must=True)
        data = _object((envelope or {}).get("data"))
        registered, completed = data.get("total_candidates"), data.get("completed_interviews")
        if type(registered) is not int or type(completed) is not int:
            raise broken("stats", "the counts of candidates are missing")
        if not 0 <= completed <= registered:
            raise broken("stats", "more interviews are completed than there are candidates")
        return People(registered, completed, self._client.now().strftime(AS_OF))


def live_of(data: Mapping[str, Any]) -> Live:
    """Make a posting of HeyMilo's object: its own, or what create answers. Unknown fields and credentials are dropped.

    Raises ``Unreadable`` where it has no id, or one that can't be a posting's.
    """
    if nested := _object(data.get("posting")):
        data = {**nested, **{key: value for key, value in data.items() if key in ("id", "status", "urls") and value}}
    id = data.get("id")
    if not isinstance(id, str) or not is_posting_id(id):
        raise Unreadable("a posting has no id" if not id else "a posting has an id that can't be one")
    urls, metadata = _object(data.get("urls")), _object(data.get("metadata"))
    status = _text(data.get("status")) or ""
    return Live(
        posting_id=id,
        title=_text(data.get("title")) or "",
        name=_text(data.get("name")),
        status=status,
        archived=data.get("archived") is True or status == "archived",
        created_at=_moment(data.get("created_at")),
        updated_at=_moment(data.get("updated_at")),
        deadline=_moment(data.get("deadline")),
        metadata={key: value for key, value in metadata.items() if isinstance(value, str)},
        settings={name: data[name] for name in sorted(settings_fields() - {"metadata"}) if name in data},
        candidate_url=_text(urls.get("candidate_url")),
        review_url=_text(urls.get("review_url")),
        document={key: _without_credentials(value, key) for key, value in data.items() if not _is_secret(key)},
    )


_SECRET = re.compile(r"urls|.*(ingest|secret|passw|credential|api_?key|access_?token|auth_?token)", re.IGNORECASE)
_CONTENT = frozenset({"metadata", "workflow"})
"""Root fields that hold what users write: they are kept whole."""


def _is_secret(key: str) -> bool:
    return _SECRET.match(key) is not None


def _without_credentials(value: Any, root: str) -> Any:
    """Return a root field's value without the members that are credentials by their names, at any depth."""
    if root in _CONTENT:
        return value
    if isinstance(value, dict):
        return {key: _without_credentials(item, root) for key, item in value.items() if not _is_secret(key)}
    if isinstance(value, list):
        return [_without_credentials(item, root) for item in value]
    return value


def _of(posting_id: str, answer: Answer) -> Answer:
    """Check that a confirmation is of the posting that was written."""
    if isinstance(answer, ConfirmedAnswer) and answer.posting_id != posting_id:
        return UnknownAnswer(f"HeyMilo answered for another posting, {answer.posting_id}")
    return answer


def _of_question(question_id: str, answer: Answer) -> Answer:
    """Check that a confirmation is of the question that was written."""
    if isinstance(answer, ConfirmedAnswer) and answer.data["id"] != question_id:
        return UnknownAnswer(f"HeyMilo answered for another question, {answer.data['id']}")
    return answer


def _reordered(posting_id: str, envelope: Mapping[str, Any]) -> dict[str, Any]:
    """Read the list of questions that a reorder answers with. Raises ``Unreadable`` where there is none."""
    if not isinstance(envelope.get("data"), list):
        raise Unreadable("what it sent is no list of questions")
    return {"id": posting_id}


def _question_path(posting_id: str, question_id: str) -> str:
    """Return the path of a question. Raises ``ValueError`` for an id that would lead elsewhere."""
    if not question_id.strip("."):
        raise ValueError(f"not a question id: {question_id!r}")
    return _path(posting_id, "questions", quote(question_id, safe=""))


def _path(posting_id: str, *rest: str) -> str:
    """Return the path of a posting. Raises ``ValueError`` for an id that would lead to another one."""
    if not posting_id.strip("."):
        raise ValueError(f"not a posting id: {posting_id!r}")
    return "/".join((_POSTINGS, quote(posting_id, safe=""), *rest))


def _first(item: Mapping[str, Any], names: Iterable[str]) -> str:
    values = (item.get(name) for name in names)
    return next((str(value) for value in values if isinstance(value, str | int) and str(value)), "")


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _moment(value: Any) -> float | None:
    """Return Unix seconds; ``None`` for what is no time between 1970 and 9999: then HeyMilo doesn't say when."""
    usable = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= LATEST
    return value if usable else None

"""The pages behind the links: plain HTML that says what it is."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from heymilo_ops.sandbox import postings, questions
from heymilo_ops.sandbox.errors import ApiError
from heymilo_ops.sandbox.options import Options
from heymilo_ops.sandbox.store import Store

_ADVICE = {
    "active": "A candidate would start here.",
    "archived": "It takes no new candidates.",
    "draft": "It takes no candidates before it is activated.",
    "expired": "Its deadline has passed.",
}


def page_routes(store: Store, options: Options) -> APIRouter:
    """Return the candidate's page and the reviewer's page of a posting. They need no key, like the vendor's."""
    router = APIRouter()

    @router.get("/i/{posting_id}/{slug}")
    async def candidate(posting_id: str) -> HTMLResponse:
        return _page(store, options, posting_id, review=False)

    @router.get("/review/{posting_id}")
    async def reviewer(posting_id: str) -> HTMLResponse:
        return _page(store, options, posting_id, review=True)

    return router


def _page(store: Store, options: Options, posting_id: str, *, review: bool) -> HTMLResponse:
    try:
        posting = postings.get(store, posting_id)
    except ApiError:
        return _html("Nothing here", ["This sandbox has no such posting."], status=404)
    status = posting.status(options.clock())
    lines = [
        "This is a sandbox posting: nobody is interviewed here.",
        f"Status: {status}. {_ADVICE[status]}",
    ]
    if posting.doc.get("deadline") is not None:
        lines.append(f"Deadline: {_when(posting.doc['deadline'])}")
    lines.append("Steps: " + ", ".join(step["type"] for step in posting.doc["workflow"]))
    if review:
        with store.read() as connection:
            asked = questions.of(connection, posting_id)
        lines += [f"{question.modality} {question.rank}: {question.doc['text']}" for question in asked]
    return _html(posting.doc["title"], lines)


def _when(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M UTC")


def _html(title: str, lines: list[str], status: int = 200) -> HTMLResponse:
    head = escape(title)
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    text = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{head} (sandbox)</title>'
        f"<h1>{head}</h1>{body}</html>"
    )
    return HTMLResponse(text.encode("utf-8", "replace"), status_code=status)

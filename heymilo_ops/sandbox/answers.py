"""How postings, questions and pages of lists look on the wire."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar
from urllib.parse import quote

from heymilo_ops.sandbox import rewrites
from heymilo_ops.sandbox.errors import ApiError
from heymilo_ops.sandbox.exchange import current
from heymilo_ops.sandbox.options import Options
from heymilo_ops.sandbox.postings import TEXTS, Posting
from heymilo_ops.sandbox.questions import Question
from heymilo_ops.sandbox.requests import CreateQuestion, PostingFields

T = TypeVar("T")

COMPANY_ID = "comp_sandbox"

_NULLABLE = tuple(
    key for key in PostingFields.model_fields if key not in ("allow_sms_comms", "email_report_to_candidate")
)
_QUESTION = tuple(key for key in CreateQuestion.model_fields if key not in ("modality", "text"))


def posting(source: Posting, options: Options) -> dict[str, Any]:
    """``PostingResponse``. Questions are never part of it."""
    doc = source.doc
    status = source.status(options.clock())
    answer = {
        "object": "posting",
        "id": source.id,
        "company_id": COMPANY_ID,
        "title": doc["title"],
        "name": doc.get("name"),
        **{key: doc.get(key) for key in TEXTS},
        **{key: doc.get(key) for key in _NULLABLE},
        "allow_sms_comms": bool(doc.get("allow_sms_comms")),
        "email_report_to_candidate": bool(doc.get("email_report_to_candidate")),
        "status": status,
        "finalized": not source.draft,
        "archived": source.archived,
        "test_posting": bool(doc.get("test_posting")),
        "workflow": doc["workflow"],
        "urls": urls(source, options),
        "ats_metadata": doc.get("ats_metadata"),
        "created_at": source.created_at,
        "updated_at": source.updated_at,
    }
    return rewrites.posting(answer, current().rewrites)


def receipt(source: Posting, options: Options) -> dict[str, Any]:
    """``{data: CreatePostingResponse, meta}``, the answer to create and clone."""
    full = posting(source, options)
    short = {key: full[key] for key in ("object", "id", "status", "urls", "created_at")}
    return single({**short, "posting": full})


def urls(source: Posting, options: Options) -> dict[str, str]:
    """``PostingURLs``. The id leads to the page; the name is part of the link, as with the vendor."""
    slug = quote(source.doc.get("name") or _slug(source.doc["title"]), safe="")
    return {
        "candidate_url": f"{options.links}/i/{source.id}/{slug}",
        "ingestion_url_key": source.ingestion_key,
        "review_url": f"{options.links}/review/{source.id}",
    }


def question(source: Question) -> dict[str, Any]:
    """``QuestionResponse``."""
    answer = {
        "object": "question",
        "id": source.id,
        "posting_id": source.posting_id,
        "modality": source.modality,
        "text": source.doc["text"],
        "rank": source.rank,
        **{key: source.doc.get(key) for key in _QUESTION},
        "created_at": source.created_at,
        "updated_at": source.updated_at,
    }
    return rewrites.question(answer, current().rewrites)


def stats(source: Posting) -> dict[str, Any]:
    """``PostingStatsResponse``. Nobody applies to a sandbox, so the counts are what the control door set, or 0."""
    doc = source.doc
    return {
        "object": "posting_stats",
        "posting_id": source.id,
        "title": doc["title"],
        "name": doc.get("name"),
        "total_candidates": doc.get("total_candidates", 0),
        "completed_interviews": doc.get("completed_interviews", 0),
        "average_interview_score": doc.get("average_interview_score"),
        "average_resume_score": doc.get("average_resume_score"),
    }


def single(data: Any) -> dict[str, Any]:
    """``{data, meta}``."""
    return {"data": data, "meta": None}


def page(
    rows: Sequence[T], key: Callable[[T], str], *, limit: int, starting_after: str | None
) -> tuple[Sequence[T], dict[str, Any]]:
    """Return the rows after the cursor, at most ``limit``, and the ``pagination`` object. Raises for an unknown
    cursor.
    """
    start = 0
    if starting_after is not None:
        ids = [key(row) for row in rows]
        if starting_after not in ids:
            message = f"starting_after names nothing in this list: {starting_after}"
            raise ApiError(422, message, code="invalid_param", param="starting_after")
        start = ids.index(starting_after) + 1
    part = rows[start : start + limit]
    more = start + limit < len(rows) or current().endless_list
    return part, {"has_more": more, "total_count": len(rows)}


def listed(data: Iterable[Any], pagination: dict[str, Any], url: str) -> dict[str, Any]:
    """``{data: [...], pagination}``."""
    return {"data": list(data), "pagination": {**pagination, "url": url}}


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "posting"

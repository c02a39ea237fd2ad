"""How postings, questions and pages of lists look on the wire."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar
from urllib.parse import quote

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


def posting(each: Posting, options: Options) -> dict[str, Any]:
    """``PostingResponse``. Questions are never part of it."""
    doc = each.doc
    status = each.status(options.clock())
    return {
        "object": "posting",
        "id": each.id,
        "company_id": COMPANY_ID,
        "title": doc["title"],
        "name": doc.get("name"),
        **{key: doc.get(key) for key in TEXTS},
        **{key: doc.get(key) for key in _NULLABLE},
        "allow_sms_comms": bool(doc.get("allow_sms_comms")),
        "email_report_to_candidate": bool(doc.get("email_report_to_candidate")),
        "status": status,
        "finalized": not each.draft,
        "archived": each.archived,
        "test_posting": False,
        "workflow": doc["workflow"],
        "urls": urls(each, options),
        "ats_metadata": doc.get("ats_metadata"),
        "created_at": each.created_at,
        "updated_at": each.updated_at,
    }


def receipt(each: Posting, options: Options) -> dict[str, Any]:
    """``{data: CreatePostingResponse, meta}``, the answer to create and clone."""
    full = posting(each, options)
    short = {key: full[key] for key in ("object", "id", "status", "urls", "created_at")}
    return single({**short, "posting": full})


def urls(each: Posting, options: Options) -> dict[str, str]:
    """``PostingURLs``. The id leads to the page; the name is part of the link, as with the vendor."""
    slug = quote(each.doc.get("name") or _slug(each.doc["title"]), safe="")
    return {
        "candidate_url": f"{options.links}/i/{each.id}/{slug}",
        "ingestion_url_key": each.ingestion_key,
        "review_url": f"{options.links}/review/{each.id}",
    }


def question(each: Question) -> dict[str, Any]:
    """``QuestionResponse``."""
    return {
        "object": "question",
        "id": each.id,
        "posting_id": each.posting_id,
        "modality": each.modality,
        "text": each.doc["text"],
        "rank": each.rank,
        **{key: each.doc.get(key) for key in _QUESTION},
        "created_at": each.created_at,
        "updated_at": each.updated_at,
    }


def stats(each: Posting) -> dict[str, Any]:
    """``PostingStatsResponse``. Nobody applies to a sandbox, so the counts are what the control door set, or 0."""
    doc = each.doc
    return {
        "object": "posting_stats",
        "posting_id": each.id,
        "title": doc["title"],
        "name": doc.get("name"),
        "total_candidates": doc.get("total_candidates", 0),
        "completed_interviews": doc.get("completed_interviews", 0),
        "average_interview_score": None,
        "average_resume_score": None,
    }


def single(data: Any) -> dict[str, Any]:
    """``{data, meta}``."""
    return {"data": data, "meta": None}


def page(
    rows: Sequence[T], key: Callable[[T], str], *, limit: int, starting_after: str | None
) -> tuple[Sequence[T], dict[str, Any]]:
    """The rows after the cursor, at most ``limit``, and the ``pagination`` object. Raises for an unknown cursor."""
    start = 0
    if starting_after is not None:
        ids = [key(row) for row in rows]
        if starting_after not in ids:
            message = f"starting_after names nothing in this list: {starting_after}"
            raise ApiError(422, message, code="invalid_param", param="starting_after")
        start = ids.index(starting_after) + 1
    shown = rows[start : start + limit]
    more = start + limit < len(rows) or current().endless_list
    return shown, {"has_more": more, "total_count": len(rows)}


def listed(data: Iterable[Any], pagination: dict[str, Any], url: str) -> dict[str, Any]:
    """``{data: [...], pagination}``."""
    return {"data": list(data), "pagination": {**pagination, "url": url}}


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "posting"

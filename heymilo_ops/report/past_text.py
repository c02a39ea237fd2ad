"""What was live at a moment, with the certainty of each part, for a person and for a script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from heymilo_ops.model.canonical import canonical
from heymilo_ops.model.past_design import Certainty, Part, PartKind, PastDesign, PastStatus
from heymilo_ops.report.posting_text import render_posting
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.words import step_name
from heymilo_ops.text.sanitize import one_line, printable_json
from heymilo_ops.text.width import table

CAVEATS = (
    "What was changed at HeyMilo itself is known only as far as this tool saw it.",
    "Whoever registered earlier may have had an earlier design.",
    "The follow-up questions that the AI asked are not kept.",
)
"""What holds whatever is known."""

_PARTS = {
    PartKind.SETTINGS: "settings",
    PartKind.TEXTS: "title and texts",
    PartKind.TEMPLATE: "what the template gave it",
    PartKind.WRITTEN_QUESTIONS: "questions that HeyMilo wrote",
}
_UNKNOWN = {
    PartKind.SETTINGS: "its snapshot is missing",
    PartKind.TEXTS: "its snapshot is missing",
    PartKind.TEMPLATE: "HeyMilo cloned the template as it was then",
    PartKind.WRITTEN_QUESTIONS: "they were not read then",
}


def moment_words(moment: datetime) -> str:
    """Return ``2027-01-31 23:59:59 UTC``; of the last moment of a day that it is its end."""
    utc = moment.astimezone(UTC)
    end = ", the end of that day" if (utc.hour, utc.minute, utc.second, utc.microsecond) == (23, 59, 59, 999999) else ""
    return f"{utc:%Y-%m-%d %H:%M:%S} UTC{end}"


def render_past(past: PastDesign, writer: Writer) -> str:
    """Render what was live, how certain that is, and the design."""
    out = [writer.prose(f"{past_sentence(past)}\n").rstrip("\n")]
    if past.parts:
        steps = (past.request or {}).get("workflow") or ()
        rows = [[_part(part, steps), _certainty(part)] for part in past.parts]
        out += [
            "",
            writer.bold("How certain that is:"),
            *(f"  {line}" for line in table(("part", "known by"), rows, None)),
        ]
    out += ["", *writer.bullets(CAVEATS)]
    if past.request is not None:
        form = {**canonical(past.request), "deadline": past.request.get("deadline")}
        out += ["", render_posting(past.address, form, writer).rstrip("\n")]
    if past.questions:
        texts = [one_line(str(question.get("text"))) for question in past.questions]
        out += ["", writer.bold("Questions that HeyMilo wrote:"), *writer.bullets(texts)]
    return "\n".join(out) + "\n"


def past_sentence(past: PastDesign) -> str:
    """Return what the posting was at that moment, as a sentence or two."""
    name, when = one_line(past.address), moment_words(past.at)
    if past.revision is None:
        if past.standing is PastStatus.BEFORE_ADOPTION:
            return f"On {when}, {name} was not taken over yet: what it was at HeyMilo then is not known."
        return f"On {when}, nothing was applied as {name} yet."
    which = f"revision {past.revision.number}, posting {one_line(past.revision.posting_id)}"
    since = f"from {_time(past.since)}"
    if past.standing is PastStatus.ARCHIVED:
        ended = _time(past.revision.archived_at)
        return (
            f"On {when}, {name} was closed: nobody new could enter. Its last design was {which}, archived on {ended}."
        )
    until = f" until {_time(past.until)}" if past.until else " on"
    also = f" Also open for people then: posting {', '.join(past.also_open)}." if past.also_open else ""
    return f"On {when}, {name} was live as {which}, {since}{until}.{also}"


def _time(text: str | None) -> str:
    return f"{datetime.fromisoformat(text).astimezone(UTC):%Y-%m-%d %H:%M} UTC" if text else ""


def _part(part: Part, steps: Any) -> str:
    if part.kind is PartKind.OUTSIDE:
        return one_line((part.path or "")[1:])
    if part.kind is PartKind.STEP and part.number is not None:
        return f"step {part.number}, {step_name(str(steps[part.number - 1].get('type')))}"
    return _PARTS[part.kind]


def _certainty(part: Part) -> str:
    if part.kind is PartKind.OUTSIDE:
        value = "" if part.value is None else f": {printable_json(json.dumps(part.value, ensure_ascii=False))}"
        seen = f"changed outside, seen on {_time(part.at)}{value}"
        return seen if part.certainty is Certainty.SEEN else f"unknown: {seen}, and when it was changed isn't known"
    if part.certainty is Certainty.UNKNOWN:
        return f"unknown: {_UNKNOWN[part.kind]}"
    verb = "applied" if part.certainty is Certainty.APPLIED else "seen at HeyMilo"
    return f"{verb} on {_time(part.at)}, revision {part.revision}"


def past_data(past: PastDesign) -> dict[str, Any]:
    """Return it as plain JSON data."""
    return {
        "address": past.address,
        "at": past.at.astimezone(UTC).isoformat(),
        "standing": past.standing.value,
        "revision": past.revision.number if past.revision else None,
        "posting_id": past.revision.posting_id if past.revision else None,
        "since": past.since,
        "until": past.until,
        "archived_at": past.revision.archived_at if past.revision else None,
        "also_open": list(past.also_open),
        "certainty": list(map(asdict, past.parts)),
        "design": canonical(past.request) if past.request is not None else None,
        "written_questions": None if past.questions is None else list(map(dict, past.questions)),
        "notes": list(CAVEATS),
    }


def past_lines(past: PastDesign, command: str) -> Iterator[str]:
    """Yield what was live and what holds of it, to stand below a history. ``command`` shows the design."""
    yield past_sentence(past)
    yield from CAVEATS
    if past.revision is not None:
        yield f"The design: {command}"

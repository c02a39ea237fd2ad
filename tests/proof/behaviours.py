"""How the server may behave around one write: faults for the sandbox's control door."""

from __future__ import annotations

from typing import Any

BEHAVIOURS = (
    "normal",
    "answer lost",
    "dropped before",
    "slow",
    "5xx after commit",
    "truncated",
    "429",
    "refused",
    "lagging list",
    "late commit",
    "marks stripped",
    "clone made",
    "failing output",
)

OUTPUTS = ("head", "full")
"""How output fails: the reader of both streams leaves after a line (``2>&1 | head -1``), or the disk is full."""

LAG_S = 0.15
"""How long a new posting is missing from lists, in seconds: less than the tool is told to wait."""

SLOW_S = 0.12
"""How long the server works before it commits, and again before it answers."""

_MATCH = {
    "create": {"method": "POST", "path": "/api/v2/postings"},
    "patch": {"method": "PATCH"},
    "archive": {"method": "POST", "path": "*/archive"},
    "step_patch": {"method": "PATCH", "path": "*/workflow/*"},
    "question_patch": {"method": "PATCH", "path": "*/questions/*"},
    "question_post": {"method": "POST", "path": "*/questions"},
    "question_delete": {"method": "DELETE", "path": "*/questions/*"},
    "reorder": {"method": "POST", "path": "*/questions/reorder"},
}
_LOST = {"action": "lose_answer_after_commit", "times": 1}
_ENDINGS: dict[str, list[dict[str, Any]]] = {
    "normal": [],
    "answer lost": [_LOST],
    "dropped before": [{"action": "drop_before", "times": 1}],
    "slow": [
        {"action": "delay", "seconds": SLOW_S, "times": 2},
        {"action": "delay", "seconds": SLOW_S, "times": 2, "when": "after"},
    ],
    "5xx after commit": [{"action": "error_5xx_after_commit", "status": 502, "times": 1}],
    "truncated": [{"action": "truncate", "times": 1}],
    "429": [{"action": "rate_limit", "times": 2}],
    "refused": [{"action": "refuse", "times": 2}],
    "lagging list": [_LOST],
    "late commit": [{"action": "late_commit", "times": 1}],
    "marks stripped": [{"action": "strip_marks", "times": 1}, _LOST],
    "clone made": [{"action": "clone_after", "times": 1}, _LOST],
    "failing output": [],
}
_CREATES = frozenset({"marks stripped", "clone made"})


def faults(behaviour: str, request: str = "create", name: str | None = None) -> list[dict[str, Any]]:
    """The faults of a behaviour, around the next ``create`` (of ``name``), or request of another kind."""
    match = _MATCH["create" if behaviour in _CREATES else request]
    if name and match is _MATCH["create"]:
        match = {**match, "name_contains": name}
    found = [{**each, "match": match} for each in _ENDINGS[behaviour]]
    if behaviour == "lagging list":
        lists = {"method": "GET", "path": "/api/v2/postings"}
        found.append({"action": "list_lag", "seconds": LAG_S, "match": lists})
    return found


def answering(action: str, name: str, **more: Any) -> list[dict[str, Any]]:
    """One fault around the create of a name."""
    return [{"action": action, "times": 1, "match": {**_MATCH["create"], "name_contains": name}, **more}]

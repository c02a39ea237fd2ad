"""Plans, findings and states to report on, built in Python. Tests take them from the fixture ``made``."""

from __future__ import annotations

import copy
from types import SimpleNamespace
from typing import Any

import pytest

from heymilo_ops.finding import Finding, Place, Severity
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.reason import Reason, as_written
from heymilo_ops.model.state import Held, Intent, PostingState, Revision, State, WorkspaceIdentity
from heymilo_ops.plan.change import Action, ArchivePosting, Change, CreatePosting, FieldChange, LiveRef, Plan

NASTY = (
    "\x1b[31mred\x1b[0m <script>alert(1)</script> `code` | pipe\n\n# heading\n```\n::error::x "
    "\u202eright\u200b @octocat"
)

QUESTIONS: list[dict[str, Any]] = [
    {
        "key": "review",
        "text": "Describe a code review in which you changed your mind.",
        "evaluation_criteria": "Names the argument that moved them.",
        "score_of_1": "No example.",
        "score_of_5": "A concrete review, what was said, and what they do since.",
        "score_weight": 2,
    },
    {
        "key": "incident",
        "text": "Tell me about a production incident you led from first alert to fix.",
        "evaluation_criteria": "Leads, communicates, follows up.",
        "score_of_1": "Watched others.",
        "score_of_5": "Led it, told people, removed the cause.",
        "score_weight": 5,
    },
    {
        "key": "ledger-design",
        "text": "How would you stop a customer being charged twice when a partner bank times out?",
        "evaluation_criteria": "Idempotency keys and reconciliation.",
        "score_of_1": "Retries and hopes.",
        "score_of_5": "Explains idempotency keys, daily reconciliation and what to do with unknown outcomes.",
        "score_weight": 5,
    },
    {
        "key": "oncall",
        "text": "How do you hand over an open incident at the end of your shift?",
        "evaluation_criteria": "Says what is known, unknown and next.",
        "score_of_1": "Sends a link.",
        "score_of_5": "Written state, open risks, named owner.",
        "score_weight": 3,
    },
]
RESOLVED: dict[str, Any] = {
    "name": "senior-backend-engineer",
    "title": "Senior Backend Engineer (Payments)",
    "language": "en",
    "deadline": "2027-03-31T18:00:00Z",
    "interview_process_overview": "You are talking to an AI interviewer. The conversation is recorded and transcribed, "
    "and an engineer reads every report.",
    "workflow": [
        {
            "type": "form",
            "config": {"knockout_enabled": True},
            "questions": [
                {
                    "key": "timezone",
                    "text": "Is your working day within UTC-5 to UTC+2?",
                    "question_type": "dropdown",
                    "dropdown_values": [{"label": "Yes", "value": "Yes"}, {"label": "No", "value": "No"}],
                    "answer": "Yes",
                    "is_knockout": True,
                }
            ],
        },
        {"type": "web_interview", "config": {"min_evaluation_score": 0.7}, "questions": QUESTIONS},
    ],
}
WHY_US = {"modality": "voice", "text": "Why do you want to work here?", "score_weight": 3}


def resolved(**changes: Any) -> dict[str, Any]:
    """A manifest as data, with root fields changed."""
    return {**copy.deepcopy(RESOLVED), **changes}


def wanted(**changes: Any) -> Desired:
    """A posting that the repo wants."""
    return desire(resolved(**changes), "postings/senior.yaml")


def digest(letter: str) -> str:
    """A digest that is easy to tell from another."""
    return "sha256:" + letter * 64


FIELDS = (
    FieldChange("/deadline", "changed", "2027-01-31T18:00:00Z", "2027-03-31T18:00:00Z", ChangeClass.NOTICE),
    FieldChange(
        "/interview_process_overview",
        "changed",
        "You are talking to an AI interviewer. The conversation is recorded and transcribed, an engineer reads "
        "every report, and no decision is made by software alone.",
        RESOLVED["interview_process_overview"],
        ChangeClass.NOTICE,
    ),
    FieldChange("/workflow/0/questions/0/is_knockout", "added", None, True, ChangeClass.KNOCKOUT, "timezone"),
    FieldChange("/workflow/1/config/min_evaluation_score", "changed", 0.6, 0.7, ChangeClass.KNOCKOUT),
    FieldChange("/workflow/1/questions/0", "moved", 2, 0, ChangeClass.WORDING, "review"),
    FieldChange("/workflow/1/questions/0/score_weight", "changed", 3, 2, ChangeClass.SCORING, "review"),
    FieldChange("/workflow/1/questions/2/score_weight", "changed", 4, 5, ChangeClass.SCORING, "ledger-design"),
    FieldChange(
        "/workflow/1/questions/2/text",
        "changed",
        "How would you stop a payment being processed twice when a partner bank times out?",
        QUESTIONS[2]["text"],
        ChangeClass.WORDING,
        "ledger-design",
    ),
    FieldChange(
        "/workflow/1/questions/3",
        "added",
        None,
        {"modality": "voice", **{key: value for key, value in QUESTIONS[3].items() if key != "key"}},
        ChangeClass.SCORING,
        "oncall",
    ),
    FieldChange("/workflow/1/questions/3", "removed", WHY_US, None, ChangeClass.SCORING, "why-us"),
)


def reason_of(reason: str | Reason) -> Reason:
    return as_written(reason) if isinstance(reason, str) else reason


def replacing(**more: Any) -> Change:
    """A replace with one change of every kind."""
    desired, archives = more.pop("desired", None) or wanted(), more.pop("archives", ("7C21AA09",))
    values: dict[str, Any] = {
        "address": "senior-backend-engineer",
        "action": Action.REPLACE,
        "reasons": ("the design changed in 10 places",),
        "source": "postings/senior.yaml",
        "effect": ChangeClass.NOTICE,
        "before_digest": digest("a"),
        "after_digest": digest("b"),
        "revision_from": 2,
        "revision_to": 3,
        "live": LiveRef("7C21AA09", 1_790_000_000.0, False),
        "fields": FIELDS,
        "operations": (CreatePosting(desired), *map(ArchivePosting, archives)),
        "title": "Senior Backend Engineer (Payments)",
    }
    given = {**values, **more}
    return Change(**{**given, "reasons": tuple(map(reason_of, given["reasons"]))})


def a_plan(*changes: Change, **more: Any) -> Plan:
    """A plan of the workspace ``production``."""
    values: dict[str, Any] = {
        "workspace": "production",
        "workspace_id": "WS1",
        "lineage": "c" * 32,
        "serial": 7,
        "changes": changes,
        "digest": digest("d"),
        "compared": "the files with the state and with HeyMilo",
        "tool_version": "0.1.0",
    }
    given = {**values, "notes": (), **more}
    written = {"notes": tuple(map(reason_of, given["notes"])), "compared": as_written(given["compared"])}
    return Plan(**{**given, **written})


def a_finding(**more: Any) -> Finding:
    """An error with a place."""
    values: dict[str, Any] = {
        "code": "AP012",
        "name": "weight-range",
        "severity": Severity.ERROR,
        "message": "score_weight is 7, but HeyMilo takes 0 to 5",
        "help": "Write a whole number from 1 to 5.",
        "place": Place("postings/senior.yaml", 14, 21, 14, 22),
        "address": "senior-backend-engineer",
        "pointer": "/workflow/1/questions/0/score_weight",
    }
    return Finding(**{**values, **more})


def a_revision(number: int, letter: str, **more: Any) -> Revision:
    """Revision ``number`` with digests of one letter."""
    values: dict[str, Any] = {
        "number": number,
        "digest": digest(letter),
        "design_digest": digest(letter),
        "canon": 1,
        "posting_id": f"7C21AA0{number}",
        "applied_at": f"2026-11-0{number}T09:30:00Z",
        "applied_by": "Ada Lovelace <ada@example.org>",
        "commit": "4f2c9a1b7de0",
        "source": "postings/senior.yaml",
        "action": "replace" if number > 1 else "create",
    }
    return Revision(**{**values, **more})


def a_posting(**more: Any) -> PostingState:
    """Three revisions: two archived, the second held, the third current and not reproducible."""
    values: dict[str, Any] = {
        "posting_id": "7C21AA03",
        "revision": 3,
        "digest": digest("c"),
        "status": "active",
        "candidate_url": "https://acme.heymilo.ai/apply/senior-backend-engineer",
        "review_url": "https://app.heymilo.ai/postings/7C21AA03",
        "ops": Ops(protect=True, workspaces=("production", "sandbox")),
        "held": Held(digest=digest("b"), since="2026-11-03T09:30:00Z", by="Ada Lovelace"),
        "revisions": (
            a_revision(1, "a", archived_at="2026-11-02T09:31:00Z", commit=None),
            a_revision(2, "b", archived_at="2026-11-03T09:31:00Z"),
            a_revision(3, "c", action="rollback", reproducible=False),
        ),
    }
    return PostingState(**{**values, **more})


def a_state(**more: Any) -> State:
    """A state of two postings with an unknown create, and one that was never sent."""
    intent = {"kind": "create", "op_id": "e" * 32, "action": "create", "at": "2026-11-04T10:00:00Z"}
    values: dict[str, Any] = {
        "tool_version": "0.1.0",
        "lineage": "f" * 32,
        "serial": 12,
        "project": "acme-talent",
        "workspace": WorkspaceIdentity(
            name="production", base_url="https://api.heymilo.ai", remote_id="WS1", remote_name="Acme Talent"
        ),
        "postings": {
            "senior-backend-engineer": a_posting(),
            "data-analyst": a_posting(
                posting_id="AA11", revision=1, digest=digest("d"), status="archived", held=None, candidate_url=None,
                review_url=None, ops=Ops(), revisions=(a_revision(1, "d", posting_id="AA11", applied_by=""),)
            ),
        },
        "pending": (
            Intent(address="nurse", status="sending", sent_at="2026-11-04T10:00:01Z", **intent),
            Intent(address="porter", **intent),
        ),
    }  # fmt: skip
    return State(**{**values, **more})


@pytest.fixture
def made() -> SimpleNamespace:
    """Everything above by its name: tests can't import a conftest."""
    return SimpleNamespace(**globals())

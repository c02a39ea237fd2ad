"""Whole outputs, kept as files under ``tests/cases/report``; ``UPDATE_GOLDEN=1`` writes them anew."""
# ruff: noqa: E501

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from heymilo_ops.finding import Place, Severity
from heymilo_ops.model.desired import desire
from heymilo_ops.model.event import Outcome, Result
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.live import Listing, Live, Mark
from heymilo_ops.model.reason import Reason, ReasonCode, as_written
from heymilo_ops.model.state import HighWater, Intent, Watched
from heymilo_ops.plan.build import build
from heymilo_ops.plan.change import (
    Action,
    ArchivePosting,
    Change,
    CreatePosting,
    FieldChange,
    Forget,
    LiveRef,
    Operation,
    Plan,
    SharedChange,
)
from heymilo_ops.plan.document import to_json
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.report import findings, outcome_text, plan_text, posting_text, tables
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.reasons import reason_sentence
from tests.review.rendered import markdown

CASES = Path(__file__).parent.parent / "cases" / "report"
Case = Callable[[SimpleNamespace], str]

SOURCE = """name: senior-backend-engineer
title: Senior Backend Engineer (Payments)
workflow:
  - type: web_interview
    questions:
      - text: Erzählen Sie 日本語 von einem Vorfall.\tMit Tabulator.
        score_weight: 7
        score_of_5: "A concrete review, what was said, what they do since, and how the team works differently today."
""".splitlines()


def source_line(path: str, line: int) -> str | None:
    return SOURCE[line - 1] if path == "postings/senior.yaml" and line <= len(SOURCE) else None


def some_findings(made: SimpleNamespace) -> list:
    return [
        made.a_finding(place=Place("postings/senior.yaml", 7, 23, 7, 24)),
        made.a_finding(
            code="ST301", name="mixed-scripts", severity=Severity.WARNING, message="the question mixes scripts",
            place=Place("postings/senior.yaml", 6, 28, 6, 31), help="",
        ),
        made.a_finding(
            code="RB140", name="anchor-long", severity=Severity.INFO, message="the anchor is long",
            place=Place("postings/senior.yaml", 8, 80, 8, 105),
            help="Split it into sentences that two people would judge alike, and leave out what the question has said.",
        ),
        made.a_finding(
            code="PL103", name="nothing-desired", message="no manifest is left, and 3 postings are live", place=None,
            address=None,
        ),
    ]  # fmt: skip


def unsent(operation: Operation) -> Operation:
    """As a saved plan has it: without what would be sent."""
    return replace(operation, desired=None) if hasattr(operation, "desired") else operation


def big_plan(made: SimpleNamespace):
    new = desire(made.resolved(name="data-analyst", title="Data Analyst"), "postings/data.yaml")
    settings = Change(
        "nurse", Action.UPDATE, (Reason(ReasonCode.SETTINGS_CHANGED),), "postings/nurse.yaml",
        effect=made.FIELDS[0].effect, before_digest=made.digest("1"), after_digest=made.digest("2"), revision_from=4,
        revision_to=5, live=LiveRef("5B10AA77", 1.0, False), fields=made.FIELDS[:1], title="Registered Nurse",
    )  # fmt: skip
    return made.a_plan(
        Change("cook", Action.UNCHANGED),
        Change("data-analyst", Action.CREATE, (Reason(ReasonCode.NEW),), "postings/data.yaml", revision_to=1, title="Data Analyst", operations=(CreatePosting(new),)),
        Change("night-porter", Action.HOLD, (Reason(ReasonCode.HELD_AS_ARCHIVED, "3C90B7F1", "night-porter", "production"),)),
        settings,
        Change("old-role", Action.ARCHIVE, (Reason(ReasonCode.REMOVAL_ARCHIVES, Reason(ReasonCode.MANIFEST_GONE), "AB12CD34"),), revision_from=2, live=LiveRef("AB12CD34", 1.0, False), operations=(ArchivePosting("AB12CD34"),)),
        made.replacing(),
        Change("temp-role", Action.UPDATE, (Reason(ReasonCode.REMOVAL_FORGETS, Reason(ReasonCode.MANIFEST_GONE)), Reason(ReasonCode.STAYS_AS_IT_IS, "EF56")), operations=(Forget(),), revision_from=1, live=LiveRef("EF56", 1.0, False)),
        notes=(
            "A replaced posting is a new one: it has a new candidate link, links already sent stop for new people once the old posting is archived, and webhooks bound to the old posting stay behind.",
            "nurse: changed outside since the last apply",
        ),
        findings=(made.a_finding(code="PL201", name="setting-not-clearable", severity=Severity.WARNING, place=None, address="nurse", message="redirect_url was taken out", help="Set a value."),),
    )  # fmt: skip


def shared_plan(made: SimpleNamespace) -> Plan:
    """A company text and a shared question reworded, a sender changed; one posting has changes of its own as well."""
    old, new = made.FIELDS[1].before, made.FIELDS[1].after
    text = FieldChange("/company_overview", "changed", old, new, ChangeClass.NOTICE)
    asked = replace(made.FIELDS[7], before="How would you stop a payment being sent twice?")
    gone = FieldChange("/language", "removed", "en", None, ChangeClass.IDENTITY)
    sender = FieldChange("/sender_email_id", "changed", "A72B528BDEDF", "B001528BDEDF", ChangeClass.COSMETIC)
    weight = replace(made.FIELDS[6])
    names = [f"role-{i:02}" for i in range(1, 15)]
    replaced = [
        made.replacing(
            address=name, title=f"Role {name[-2:]}", source=f"postings/{name}.yaml", fields=(text, asked, weight),
            live=LiveRef(f"7C21AA{name[-2:]}", 1.0, False), archives=(f"7C21AA{name[-2:]}",),
            reasons=(Reason(ReasonCode.DESIGN_CHANGED), Reason(ReasonCode.OLD_ARCHIVED, f"7C21AA{name[-2:]}"),
                     *(["changed outside since the last apply"] if name == "role-03" else [])),
        )
        for name in names
    ]  # fmt: skip
    own = made.replacing(
        address="zoo-keeper", title="Zoo Keeper", fields=(*made.FIELDS[:1], text, made.FIELDS[5], weight)
    )
    updated = [
        Change(name, Action.UPDATE, (Reason(ReasonCode.SETTINGS_CHANGED),), f"postings/{name}.yaml", ChangeClass.COSMETIC,
               made.digest("1"), made.digest("2"), 4, 5, LiveRef(f"5B10AA{name[-2:]}", 1.0, False), (sender,), title=name.title())
        for name in ("cook-21", "nurse-22")
    ]  # fmt: skip
    held = [Change(name, Action.HOLD, (Reason(ReasonCode.ON_CHANGE_HOLD),), fields=(gone,)) for name in ("h-1", "h-2")]

    def entry(path: str, at: str, field: FieldChange, *addresses: str) -> SharedChange:
        return SharedChange(
            f"postings/_shared/{path}" if "/" in path else path,
            at,
            field.kind,
            field.before,
            field.after,
            field.effect,
            addresses,
        )

    return made.a_plan(
        *updated, *held, *replaced, own,
        shared=(
            entry("heymilo.yaml", "/sender_email_id", sender, "cook-21", "nurse-22"),
            entry("defaults/ward.yaml", "/language", gone, "h-1", "h-2"),
            entry("questions/ledger-design.yaml", "/questions/ledger-design/score_weight", weight, *names, "zoo-keeper"),
            entry("questions/ledger-design.yaml", "/questions/ledger-design/text", asked, *names),
            entry("texts/company.md", "/company_overview", text, *names, "zoo-keeper"),
        ),
    )  # fmt: skip


def pending_plan(made: SimpleNamespace) -> Plan:
    """What a plan says of unknown outcomes: listed, listed twice, probably there; late commits, and a copy of one."""
    start = made.a_state()
    at, names = "2026-11-04T10:00:00Z", ("nurse", "porter", "waiter")
    pending = tuple(
        Intent(kind="create", status="sending", op_id=letter * 32, action="create", address=name, at=at, seen=HighWater(created_at=4.0))
        for letter, name in zip("abc", names, strict=True)
    )  # fmt: skip
    watched = tuple(
        Watched(op_id=letter * 32, attempt=1, address=name, number=number, at=at)
        for letter, name, number in (("d", "data-analyst", 1), ("e", "cook", 1))
    )
    listed = {}
    for posting_id, name, number, letter, born in (
        ("AA11", "data-analyst", 1, "1", 1.0), ("AB01", "nurse", 1, "a", 5.0), ("AB02", "porter", 1, "b", 5.0),
        ("AB03", "porter", 1, "b", 5.0), ("AB05", "data-analyst", 1, "d", 6.0), ("AB06", "cook", 1, "e", 7.0),
        ("AB07", "cook", 1, "e", 8.0),
    ):  # fmt: skip
        mark = Mark("acme-talent", "production", name, number, letter * 32, 1, made.digest("9"))
        listed[posting_id] = Live(posting_id, name, name, "active", False, born, metadata=mark.metadata())
    listed["AB04"] = Live("AB04", "Waiter", "waiter", "active", False, 9.0)
    state = start.model_copy(
        update={"postings": {"data-analyst": start.postings["data-analyst"]}, "pending": pending, "watched": watched}
    )
    short = [
        made.resolved(name=name, title=name.title(), workflow=[{"type": "web_interview"}]) for name in ("cook", *names)
    ]
    return build(
        PlanInput(
            desired=[desire(each, f"postings/{each['name']}.yaml") for each in short],
            state=state, snapshots={}, listing=Listing(listed), now=datetime(2026, 11, 4, 11, tzinfo=UTC),
            workspace="production", workspace_id="WS1", project="acme-talent", tool_version="0.1.0",
        )
    )  # fmt: skip


OUTCOMES = (
    Outcome("nurse", "update", Result.DONE, "5B10AA77", 5, "https://acme.heymilo.ai/apply/nurse", "https://app.heymilo.ai/p/5B10AA77"),
    Outcome("data-analyst", "create", Result.REJECTED, reasons=(as_written("HeyMilo doesn't accept the request (422)"),), errors={"/deadline": "must be in the future", "/workflow/0": "is odd"}),
    Outcome("senior-backend-engineer", "replace", Result.UNKNOWN, reasons=(as_written("the connection broke while the answer was awaited"),)),
    Outcome("old-role", "archive", Result.SKIPPED, reasons=(as_written("the run was stopped before it"),)),
)  # fmt: skip


def places(address: str, pointer: str) -> Place | None:
    return Place("postings/data.yaml", 4, 11) if pointer == "/deadline" else None


ROWS = [
    tables.PostingRow("data-analyst", "not applied"),
    tables.PostingRow("nurse", "active", 5, "2027-03-31T18:00:00Z", "https://acme.heymilo.ai/apply/nurse"),
    tables.PostingRow("senior-backend-engineer-payments-platform", "held", 3, None, "https://acme.heymilo.ai/apply/senior-backend-engineer"),
]  # fmt: skip

LINES: dict[str, Case] = {
    "apply/mixed.json": lambda made: outcome_text.outcomes_json(OUTCOMES),
    "apply/mixed.txt": lambda made: outcome_text.render_outcomes(OUTCOMES, Writer(), places),
    "explain/AP102.txt": lambda made: findings.explain_page("AP102", "no-workflow", Severity.ERROR, "A posting has steps.\n\nPASS:\n    a: 1\nFAIL:\n    a: 2", Writer()),
    "findings/some.ansi": lambda made: findings.render_findings(some_findings(made), source_line, Writer(True, 80), 40),
    "findings/some.github": lambda made: findings.github_annotations(some_findings(made)),
    "findings/some.json": lambda made: findings.findings_json(some_findings(made)),
    "findings/some.txt": lambda made: findings.render_findings(some_findings(made), source_line, Writer(columns=80), 40),
    "history/all-100.txt": lambda made: tables.history_table(made.a_state().postings, Writer(columns=100)),
    "history/one.txt": lambda made: tables.history_table({"a": made.a_posting()}, Writer()),
    "list/narrow.txt": lambda made: tables.list_table(ROWS, Writer(columns=80)),
    "list/wide.txt": lambda made: tables.list_table(ROWS, Writer()),
    "plan/big-120.txt": lambda made: plan_text.render_plan(big_plan(made), Writer(columns=120), source_line),
    "plan/big-80.ansi": lambda made: plan_text.render_plan(big_plan(made), Writer(True, 80), source_line),
    "plan/big.md": lambda made: markdown(big_plan(made)),
    "plan/nasty.md": lambda made: markdown(made.a_plan(made.replacing(title=made.NASTY, reasons=(made.NASTY,)))),
    "plan/pending-80.txt": lambda made: plan_text.render_plan(pending_plan(made), Writer(columns=80), source_line),
    "plan/pending.json": lambda made: json.dumps(to_json(pending_plan(made), reason_sentence), indent=1) + "\n",
    "plan/pending.md": lambda made: markdown(pending_plan(made)),
    "plan/shared-100.txt": lambda made: plan_text.render_plan(shared_plan(made), Writer(columns=100), source_line),
    "plan/shared-80.ansi": lambda made: plan_text.render_plan(shared_plan(made), Writer(True, 80), source_line),
    "plan/shared-saved.md": lambda made: markdown(replace(shared_plan(made), changes=tuple(replace(each, operations=tuple(map(unsent, each.operations))) for each in shared_plan(made).changes))),
    "plan/shared.md": lambda made: markdown(shared_plan(made)),
    "show/senior-80.txt": lambda made: posting_text.render_posting("senior-backend-engineer", made.wanted().resolved, Writer(columns=80)),
    "state/head.txt": lambda made: tables.render_state_head(made.a_state()),
    "state/list.txt": lambda made: tables.state_table(made.a_state(), Writer()),
    "state/show.txt": lambda made: tables.render_state_entry("senior-backend-engineer", made.a_posting(), Writer()),
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_golden(name: str, made: SimpleNamespace) -> None:
    path = CASES / name
    shown = LINES[name](made).encode()
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(shown)
    assert path.is_file(), "UPDATE_GOLDEN=1 writes it"
    assert shown.decode() == path.read_bytes().decode()


def test_no_golden_is_left_over() -> None:
    assert {str(path.relative_to(CASES)) for path in CASES.rglob("*") if path.is_file()} == set(LINES)

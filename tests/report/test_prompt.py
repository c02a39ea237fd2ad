"""The question before an apply says what is true of its plan."""

from __future__ import annotations

import pytest

from heymilo_ops.plan.change import (
    Action,
    ActivatePosting,
    AdoptPosting,
    ArchivePosting,
    Change,
    CreatePosting,
    EditPosting,
    Forget,
    LiveRef,
    Operation,
    PatchPosting,
    Plan,
    RecordOnly,
    RecordRevision,
)
from heymilo_ops.report.prompt import apply_question
from heymilo_ops.report.writer import Writer

OPENS = "Candidates can enter at once."
CHANGES = "What is changed in place takes effect at once."
CLOSES = "New candidates can't enter the postings that are archived."
STAYS = "Nothing changes for candidates."
NOTHING = "Nothing is sent to HeyMilo."

CREATE, ACTIVATE, ARCHIVE = CreatePosting(), ActivatePosting("p1"), ArchivePosting("p1")
ADOPT, EDIT = AdoptPosting("p1"), EditPosting("p1", "a", "b")
PATCH, MARKS = PatchPosting("p1", {"redirect_url": "https://x.example"}), PatchPosting("p1", {})


def plan(*changes: tuple[Operation, ...], action: Action = Action.UPDATE, ended: bool = False) -> Plan:
    live = LiveRef("p1", None, ended)
    made = (Change(f"n{number}", action, operations=it, live=live) for number, it in enumerate(changes))
    return Plan("prod", "ws", "", 0, tuple(made))


def question(made: Plan) -> str:
    return apply_question("production", "Acme Talent", Writer(), made)


def consequence(made: Plan) -> str:
    return question(made).partition("? ")[2].partition("\n")[0]


def test_approval() -> None:
    assert question(plan((CREATE,), action=Action.CREATE)) == (
        "Apply to production (Acme Talent)? Candidates can enter at once.\n"
        "  Only 'yes' will be accepted to approve.\n\n"
    )
    asked = apply_question("pro\x00d", None, Writer(), plan())
    assert asked.startswith("Apply to pro<U+0000>d? ")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([(CREATE,)], OPENS),
        ([(CREATE, ARCHIVE)], f"{OPENS} {CLOSES}"),  # a replace
        ([(ACTIVATE,)], OPENS),
        ([(PATCH, ACTIVATE)], f"{OPENS} {CHANGES}"),
        ([(ADOPT,)], STAYS),
        ([(ADOPT, ACTIVATE)], OPENS),
        ([(ADOPT,), (RecordOnly(),)], STAYS),
        ([(ADOPT,), (CREATE,)], OPENS),
        ([(ADOPT,), (ARCHIVE,)], CLOSES),
        ([(ADOPT,), (EDIT,)], CHANGES),
        ([(ARCHIVE,)], CLOSES),
        ([(RecordOnly(), ARCHIVE)], CLOSES),  # a role that is closed
        ([(EDIT,)], CHANGES),
        ([(PATCH,)], CHANGES),
        ([(MARKS,)], STAYS),
        ([(RecordRevision("p1"),)], NOTHING),
        ([(RecordOnly(),)], NOTHING),
        ([(Forget(),)], NOTHING),
        ([], NOTHING),  # settings of heymilo.yaml are recorded
        ([(EDIT,), (CREATE,), (ADOPT,), (ARCHIVE,)], f"{OPENS} {CHANGES} {CLOSES}"),
    ],
)
def test_it_says_what_candidates_will_notice(changes: list[tuple[Operation, ...]], said: str) -> None:
    assert consequence(plan(*changes)) == said


def test_what_was_archived_outside_is_only_recorded() -> None:
    assert consequence(plan((ARCHIVE,), ended=True)) == NOTHING
    assert consequence(plan((ArchivePosting("older"),), ended=True)) == CLOSES


def test_what_is_held_is_not_asked_about() -> None:
    held = Plan("prod", "ws", "", 0, (Change("a", Action.HOLD, operations=(CREATE,)), *plan((ADOPT,)).changes))
    assert consequence(held) == STAYS

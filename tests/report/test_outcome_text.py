import json

from heymilo_ops.apply.reconcile import Reconciliation
from heymilo_ops.finding import Place
from heymilo_ops.model.event import Outcome, Result
from heymilo_ops.model.live import Live
from heymilo_ops.model.reason import Reason, ReasonCode, as_written
from heymilo_ops.model.state import Intent, State
from heymilo_ops.report.outcome_text import (
    outcome_counts,
    outcome_failure,
    outcome_links,
    outcome_summary,
    outcomes_json,
    reconcile_lines,
    render_outcomes,
)
from heymilo_ops.report.writer import Writer

DONE = Outcome(
    "nurse", "create", Result.DONE, "AA11", 1, "https://acme.heymilo.ai/apply/nurse", "https://app.heymilo.ai/postings/AA11"
)  # fmt: skip
REJECTED = Outcome(
    "porter",
    "update",
    Result.REJECTED,
    reasons=(as_written("HeyMilo refuses it"),),
    errors={"/deadline": "must be later", "": "odd"},
)
UNKNOWN = Outcome("baker", "create", Result.UNKNOWN, reasons=(as_written("the connection broke"),))
SKIPPED = Outcome("cook", "archive", Result.SKIPPED, reasons=(as_written("stopped before it"),))


def nowhere(address: str, pointer: str) -> None:
    return None


def test_nothing_done_is_complete() -> None:
    assert outcome_summary((), Writer()) == "Apply complete: 0 created, 0 updated, 0 replaced, 0 archived."


def test_summary_counts_what_went_wrong() -> None:
    assert outcome_summary((DONE, REJECTED, UNKNOWN, SKIPPED), Writer()) == (
        "Apply incomplete: 1 created, 0 updated, 0 replaced, 0 archived, 1 failed, 1 unknown, 1 not sent."
    )
    assert outcome_summary((DONE,), Writer(), interrupted=True).startswith("Apply interrupted: 1 created")
    assert outcome_summary((DONE, REJECTED, UNKNOWN), Writer(columns=60)).splitlines() == [
        "Apply incomplete: 1 created, 0 updated, 0 replaced, 0",
        "archived, 1 failed, 1 unknown.",
    ]
    assert outcome_summary((DONE,), Writer(enabled=True)).startswith("\x1b[32mApply complete:")


def test_rare_actions_are_counted_where_they_occur() -> None:
    found = outcome_counts((Outcome("a", "adopt", Result.DONE), Outcome("b", "rollback", Result.DONE)))
    assert found["adopted"] == 1 and found["rolled back"] == 1
    assert outcome_counts((Outcome("a", "sing", Result.DONE),))["sing"] == 1


def test_what_is_archived_with_a_change_counts_as_in_the_plan() -> None:
    replaced = Outcome("a", "replace", Result.DONE, "A3", 3, archived=("A1",))
    updated = Outcome("b", "update", Result.DONE, "B2", 2, archived=("B1",))
    ended = Outcome("c", "archive", Result.DONE, "C2", archived=("C1", "C2"))
    gone = Outcome("d", "archive", Result.DONE)
    in_part = Outcome("e", "archive", Result.REJECTED, "E2", archived=("E2",))
    assert outcome_summary((replaced, updated, ended, gone, in_part), Writer()) == (
        "Apply incomplete: 0 created, 1 updated, 1 replaced, 6 archived, 1 failed."
    )
    assert json.loads(outcomes_json((ended,)))["outcomes"][0]["archived"] == ["C1", "C2"]


def test_field_messages_have_their_places() -> None:
    def places(address: str, pointer: str) -> Place | None:
        assert address == "porter"
        return Place("postings/porter.yaml", 9, 3) if pointer == "/deadline" else None

    assert outcome_failure(REJECTED, Writer(), places).splitlines() == [
        "Error: update of porter was rejected",
        "  HeyMilo refuses it",
        "  postings/porter.yaml:9:3: must be later",
        "  the whole request: odd",
    ]


def test_unknown_outcomes_come_with_the_next_command_at_the_end() -> None:
    again = "heymilo-ops -w production apply"
    assert render_outcomes((UNKNOWN, UNKNOWN), Writer(), nowhere, again=again).splitlines()[-2:] == [
        "Next: heymilo-ops -w production apply",
        "  It looks in HeyMilo first, and sends nothing for baker until it knows what became of it.",
    ]
    narrow = render_outcomes((UNKNOWN,), Writer(columns=60), nowhere, again=again).splitlines()
    assert "Next: heymilo-ops -w production apply" in narrow
    assert max(map(len, narrow[narrow.index("Next: heymilo-ops -w production apply") :])) <= 60
    assert "Next:" not in render_outcomes((DONE, REJECTED, SKIPPED), Writer(), nowhere, again=again)


def test_the_same_again_is_no_advice_where_a_person_has_to_look() -> None:
    command = "`heymilo-ops -w production state resolve cook --adopt AA11`"
    choice = (
        Reason(ReasonCode.LOOKS_ALIKE, ("AA11",)),
        Reason(ReasonCode.PERSON_CHOOSES, "production", "cook", ("AA11",)),
    )
    open_ = Outcome(
        "cook",
        "create",
        Result.UNKNOWN,
        reasons=choice,
    )
    assert "Next:" not in render_outcomes((open_,), Writer(), nowhere)
    both = render_outcomes((open_, UNKNOWN), Writer(), nowhere)
    assert "sends nothing for baker until" in both
    for width in (60, 72, 100):
        assert command in render_outcomes((open_,), Writer(columns=width), nowhere), "a command was broken"


def test_text_has_failures_then_links_then_summary() -> None:
    said = render_outcomes((DONE, SKIPPED), Writer(), nowhere)
    assert said.splitlines() == [
        "Not sent: cook: stopped before it",
        "",
        "POSTING  CANDIDATES ENTER AT                  REVIEW AT",
        "nurse    https://acme.heymilo.ai/apply/nurse  https://app.heymilo.ai/postings/AA11",
        "",
        "Apply incomplete: 1 created, 0 updated, 0 replaced, 0 archived, 1 not sent.",
    ]


def test_what_was_done_in_part_is_not_among_what_was_not_sent() -> None:
    words = "revision 2 is live, but A1 is not archived yet (the run was interrupted); the next apply archives it"
    half = Outcome("nurse", "replace", Result.SKIPPED, "A2", 2, reasons=(as_written(words),))
    why = Reason(ReasonCode.NOT_SENT, Reason(ReasonCode.INTERRUPTED))
    rest = [Outcome(f"p{number}", "create", Result.SKIPPED, reasons=(why,)) for number in range(1, 18)]
    other = Outcome("q", "update", Result.SKIPPED)
    assert render_outcomes((half, *rest, other), Writer(), nowhere, interrupted=True).splitlines() == [
        "Warning: replace of nurse is done in part",
        "  revision 2 is live, but A1 is not archived yet (the run was interrupted); the next apply archives",
        "  it",
        "",
        "Not sent: p1, p2, p3 and 14 more: the run was interrupted",
        "Not sent: q",
        "",
        "Apply interrupted: 0 created, 0 updated, 0 replaced, 0 archived, 1 done in part, 18 not sent.",
    ]
    assert outcome_counts((half, *rest, other))["skipped"] == 19
    assert render_outcomes(rest[:4], Writer(), nowhere).startswith(
        "Not sent: p1, p2, p3, p4: the run was interrupted\n"
    )


def test_what_is_done_with_a_warning_says_so() -> None:
    lost = Outcome(
        "nurse",
        "create",
        Result.DONE,
        "AA11",
        1,
        reasons=(as_written("its questions could not be read back: HTTP 500"),),
    )
    said = render_outcomes((lost,), Writer(), nowhere)
    assert said.splitlines()[0] == "Warning: nurse: its questions could not be read back: HTTP 500"
    narrow = render_outcomes((lost,), Writer(columns=40), nowhere).splitlines()
    assert narrow[1].startswith("  ")
    assert max(map(len, narrow[:3])) <= 40


def test_links_are_never_cut() -> None:
    assert outcome_links((REJECTED,), Writer()) == ""
    assert "https://app.heymilo.ai/postings/AA11" in outcome_links((DONE,), Writer(columns=40))
    reviewed = Outcome("a", "create", Result.DONE, review_url="https://x.example")
    assert outcome_links((reviewed,), Writer()).splitlines()[1].split() == ["a", "–", "https://x.example"]


def test_links_that_are_too_wide_for_a_table_get_lines_of_their_own() -> None:
    assert outcome_links((DONE,), Writer(columns=60)).splitlines() == [
        DONE.address,
        f"  candidates: {DONE.candidate_url}",
        f"  review:     {DONE.review_url}",
    ]
    assert outcome_links((DONE,), Writer(columns=200)) == outcome_links((DONE,), Writer())


def test_nasty_texts(made) -> None:
    nasty = made.NASTY
    each = Outcome(nasty, nasty, Result.REJECTED, nasty, 1, nasty, nasty, (as_written(nasty),), {nasty: nasty})
    said = render_outcomes((each,), Writer(), nowhere)
    assert "\x1b" not in said and "\u202e" not in said
    assert not any(line.lstrip().startswith("::") for line in said.splitlines())


def test_json() -> None:
    data = json.loads(outcomes_json((DONE, REJECTED)))
    assert list(data) == ["format_version", "outcomes", "summary", "links"]
    assert data["outcomes"][0] == {
        "address": "nurse",
        "action": "create",
        "result": "done",
        "posting_id": "AA11",
        "revision": 1,
        "candidate_url": "https://acme.heymilo.ai/apply/nurse",
        "review_url": "https://app.heymilo.ai/postings/AA11",
        "message": "",
        "errors": {},
        "archived": [],
    }
    assert data["outcomes"][1]["errors"] == {"/deadline": "must be later", "": "odd"}
    assert data["summary"] == {
        "created": 1, "updated": 0, "replaced": 0, "archived": 0, "failed": 1, "unknown": 0, "skipped": 0,
    }  # fmt: skip


WHY = "posting AA11 appeared since; run `heymilo-ops -w production state resolve nurse --adopt AA11` if it is the one"
NOTHING = State.model_construct()


def pending(op: str = "1", kind: str = "create", address: str = "nurse") -> Intent:
    return Intent.model_construct(op_id=op, kind=kind, address=address)


def live(posting_id: str) -> Live:
    return Live(posting_id, "Nurse", None, "active", False)


def test_what_was_carried_out_what_was_not_and_what_nobody_knows() -> None:
    three = (pending("1"), pending("2", "update", "cook"), pending("3", "archive", "porter"))
    settled = Reconciliation(
        NOTHING,
        adopted={"1": live("AA11")},
        open={"3": (as_written("HeyMilo has two"),)},
        absent={"2": three[1]},
        notes=(as_written("BB22 is a copy"),),
    )
    assert list(reconcile_lines(three, settled, Writer())) == [
        "Settled: the create of nurse in an earlier run was carried out: posting AA11",
        "Settled: the update of cook in an earlier run was not carried out",
        "Unknown: whether the archive of porter in an earlier run was carried out: HeyMilo has two",
        "Note: BB22 is a copy",
    ]


def test_what_was_not_looked_for_to_the_end_is_unknown() -> None:
    (said,) = reconcile_lines((pending(),), Reconciliation(NOTHING), Writer())
    assert said == "Unknown: whether the create of nurse in an earlier run was carried out; the next apply looks again"


def test_on_a_terminal_a_command_can_be_copied() -> None:
    settled = Reconciliation(NOTHING, open={"1": (as_written(WHY),)})
    said = list(reconcile_lines((pending(),), settled, Writer(enabled=True, columns=60)))
    assert said[0].startswith("\x1b[31mUnknown:\x1b[0m whether the create of nurse")
    assert "  `heymilo-ops -w production state resolve nurse --adopt AA11`" in said
    assert all(line.startswith("  ") for line in said[1:])
    others = [line for line in said[1:] if "`" not in line]
    assert max(map(len, others)) <= 60
    assert " ".join(line.strip() for line in said).endswith(WHY)


def test_nasty_texts_of_a_reconciliation(made) -> None:
    nasty = made.NASTY
    settled = Reconciliation(NOTHING, open={"1": (as_written(nasty),)}, notes=(as_written(nasty),))
    said = list(reconcile_lines((pending(address=nasty),), settled, Writer()))
    assert not any("\x1b" in line or "\u202e" in line or "\n" in line for line in said)

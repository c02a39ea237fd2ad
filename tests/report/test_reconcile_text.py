from heymilo_ops.apply.reconcile import Reconciliation
from heymilo_ops.model.live import Live
from heymilo_ops.model.reason import as_written
from heymilo_ops.model.state import Intent, State
from heymilo_ops.report.reconcile_text import reconcile_lines
from heymilo_ops.report.writer import Writer

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


def test_nasty_texts(made) -> None:
    nasty = made.NASTY
    settled = Reconciliation(NOTHING, open={"1": (as_written(nasty),)}, notes=(as_written(nasty),))
    said = list(reconcile_lines((pending(address=nasty),), settled, Writer()))
    assert not any("\x1b" in line or "\u202e" in line or "\n" in line for line in said)

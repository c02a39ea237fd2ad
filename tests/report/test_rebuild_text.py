from __future__ import annotations

from dataclasses import replace

from heymilo_ops.model.baseline import Baseline, Carried
from heymilo_ops.model.live import Live, Mark
from heymilo_ops.model.reason import as_written
from heymilo_ops.model.state import EditScope, HalfEdit, PostingState, Revision, State, WorkspaceIdentity
from heymilo_ops.plan.ownership import Ownership, Relation
from heymilo_ops.repair.attribution import Fork, Unattributed, UnattributedReason
from heymilo_ops.repair.content import ContentOrigin
from heymilo_ops.repair.rebuild import BY_UNKNOWN, Rebuilt, RebuiltRevision
from heymilo_ops.report.rebuild_text import render_forks, render_left_out, render_rebuilt, render_unknown
from heymilo_ops.report.writer import Writer

DIGEST = "sha256:" + "a" * 64


def revision(number: int, posting_id: str, by: str = "Ada") -> Revision:
    return Revision(
        number=number,
        digest=DIGEST,
        design_digest=DIGEST,
        canon=1,
        posting_id=posting_id,
        applied_at="2027-01-02T09:00:00Z",
        applied_by=by,
        source="postings/a.yaml",
        commit="abc1234" + "0" * 33,
        action="adopt",
    )


def entry(*revisions: Revision, status: str = "active") -> PostingState:
    last = revisions[-1]
    facts = {"posting_id": last.posting_id, "revision": last.number, "digest": DIGEST, "status": status}
    return PostingState.model_validate({**facts, "revisions": revisions})


def state(**postings: PostingState) -> State:
    workspace = WorkspaceIdentity(name="production", base_url="x")
    return State(tool_version="1", lineage="l", project="acme", workspace=workspace, postings=postings)


ONE, TWO = revision(1, "P1"), revision(2, "POSTING-2", BY_UNKNOWN)
MADE = Rebuilt(
    state(a=entry(ONE, TWO), b=entry(ONE)),
    {
        "a": (
            RebuiltRevision(TWO, ContentOrigin.UNKNOWN, "current"),
            RebuiltRevision(ONE, ContentOrigin.COMMIT, "archived"),
        ),
        "b": (RebuiltRevision(ONE, ContentOrigin.AS_RECORDED, "current"),),
    },
)


def test_the_plan_of_a_rebuild() -> None:
    assert render_rebuilt(MADE, state(b=entry(ONE)), Writer(columns=100)) == (
        "The state of production, as the marks at HeyMilo tell it:\n"
        "\n"
        "  REV  MADE (UTC)        POSTING    STATUS    CONTENT\n"
        "a  active, revision 2\n"
        "  2    2027-01-02 09:00  POSTING-2  current   content unknown\n"
        "  1    2027-01-02 09:00  P1         archived  git commit abc1234\n"
        "\n"
        "1 posting as the state has it.\n"
        "\n"
    )


def test_what_the_state_has_otherwise_is_told() -> None:
    before = state(a=entry(ONE), b=entry(ONE, status="archived"))
    shown = render_rebuilt(MADE, before, Writer(enabled=True))
    assert "revision 2 (the state has revision 1)" in shown
    assert "revision 1 (the state has archived)" in shown
    assert "\x1b[33mcontent unknown\x1b[0m" in shown
    assert render_rebuilt(Rebuilt(state(), {}), None, Writer(columns=100)) == ""


def marked(posting_id: str, made: float | None = 1_800_000_000.0) -> Ownership:
    mark = Mark("acme", "production", "a", 2, "0" * 32, 1, DIGEST)
    live = Live(posting_id, "Agent\x1b[2J", "a", "active", False, created_at=made)
    return Ownership(live, Relation.UNRECORDED, "a", mark)


def test_what_is_left_out_and_why() -> None:
    assert render_left_out([], Writer(columns=80)) == ""
    assert render_left_out([Unattributed(marked("P1\x1b[2J"), UnattributedReason.COPY, "P0")], Writer(columns=80)) == (
        "Not taken:\n  - P1 (a, revision 2): it is a copy of P0, whose marks it carries\n\n"
    )
    words = {
        UnattributedReason.EDITED: "its marks were edited: its operation or digest is missing",
        UnattributedReason.LATE: "an attempt that was given up made it late",
        UnattributedReason.MADE_LATER: "it was made after the next revision: a copy of what another posting was",
        UnattributedReason.PENDING: (
            "an earlier apply is still to be settled with it: heymilo-ops state resolve a --adopt P1"
        ),
        UnattributedReason.RIVAL: "P2 is taken as revision 2; archive this one at HeyMilo",
    }
    assert words.keys() | {UnattributedReason.COPY} == set(UnattributedReason)
    for reason, why in words.items():
        assert f"P1 (a, revision 2): {why}\n" in render_left_out(
            [Unattributed(marked("P1"), reason, "P2")], Writer(columns=200)
        )
    posting = replace(marked("P1"), live=replace(marked("P1").live, archived=True))
    assert "taken as revision 2\n" in render_left_out(
        [Unattributed(posting, UnattributedReason.RIVAL, "P2")], Writer(columns=200)
    )


def test_a_fork_shows_both() -> None:
    assert render_forks([], Writer(columns=80)) == ""
    shown = render_forks([Fork("a", 2, (marked("P1"), marked("P2", None)))], Writer(columns=80))
    assert shown == (
        "Forked: a: 2 open postings say that they are revision 2\n"
        "  - P1, made 2027-01-15 08:00 UTC, –\n"
        "  - P2, made an unknown time, –\n"
        "\n"
    )


def test_what_is_not_known() -> None:
    assert render_unknown(Rebuilt(state(), {}), [], False, Writer(columns=80)) == ""
    shown = " ".join(render_unknown(MADE, [as_written("Git said no")], True, Writer(columns=80)).split())
    assert "what these held: a revision 2." in shown
    assert "held after a rollback" in shown
    assert "Git said no." in shown
    guessed = Rebuilt(state(), {}, guessed=("c",))
    assert "the ops of c" in render_unknown(guessed, [], False, Writer(columns=200))


def test_an_edit_that_goes_on_and_one_that_may_have_ended_are_told() -> None:
    half = HalfEdit(op_id="0" * 32, number=2, digest=DIGEST, at=ONE.applied_at, edit=EditScope(before=DIGEST))
    going = state(a=entry(ONE).model_copy(update={"half_edit": half}))
    carried = (Carried(path="/title", kind="changed", value="Agent"),)
    baseline = Baseline(posting_id="P1", request={}, read_at=ONE.applied_at, carried=carried)
    made = Rebuilt(going, {"a": (RebuiltRevision(ONE, ContentOrigin.COMMIT, "current"),)}, baselines={"b": baseline})
    shown = render_rebuilt(made, None, Writer(columns=120))
    assert "a  active, revision 1; its edit in place to revision 2 has not ended, the next apply goes on" in shown
    unknown = " ".join(render_unknown(made, (), False, Writer(columns=100)).split())
    assert "whether b is as it was applied: HeyMilo shows /title otherwise than its marks name." in unknown
    assert "drift accept b keeps what HeyMilo shows" in unknown
    assert "apply --revert b brings back what was applied" in unknown

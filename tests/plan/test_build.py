"""The plan as a whole: names, targets, moves, what is pending."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Any

from heymilo_ops.model.desired import desire
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import Action, Change, Plan
from heymilo_ops.review.reasons import reason_sentence


def actions(plan: Plan) -> dict[str, Action]:
    return {each.address: each.action for each in plan.changes}


def codes(plan: Plan) -> list[str]:
    return [each.code for each in plan.findings]


def change(plan: Plan, address: str) -> Change:
    return next(each for each in plan.changes if each.address == address)


# targets and recreate


def test_an_unknown_name_is_told_with_the_nearest(applied: Any, posting: Any) -> None:
    plan = applied.plan(posting(), targets=frozenset({"nurze"}), recreate=frozenset({"zzz"}))
    assert codes(plan) == ["PL401", "PL401"]
    assert "did you mean nurse?" in plan.findings[0].help
    assert "list" in plan.findings[1].help


def test_what_has_no_manifest_cannot_be_made_anew(applied: Any, posting: Any) -> None:
    assert codes(applied.plan(posting("cook", title="Cook"), recreate=frozenset({"nurse"}))) == ["PL401"]


def test_only_targets_are_planned(applied: Any, posting: Any) -> None:
    manifests = posting(title="Day nurse"), posting("cook"), posting("driver")
    plan = applied.plan(*manifests, targets=frozenset({"cook"}))
    assert actions(plan) == {"cook": Action.CREATE}
    assert plan.partial and not applied.plan(*manifests).partial


def test_a_removed_posting_may_be_a_target_and_another_is_left_out(applied: Any, posting: Any) -> None:
    applied.apply(posting(), posting("cook"))
    assert actions(applied.plan(posting("driver"), targets=frozenset({"cook"}))) == {"cook": Action.ARCHIVE}


# moved_from


def test_a_move_onto_a_name_whose_origin_still_exists_is_refused(applied: Any, posting: Any) -> None:
    plan = applied.plan(posting(), posting("carer", ops={"moved_from": "nurse"}))
    assert codes(plan) == ["PL301"]
    assert plan.findings[0].pointer == "/ops/moved_from"


def test_a_move_keeps_the_history_under_the_new_name(applied: Any, posting: Any) -> None:
    wanted = posting("carer", ops={"moved_from": "nurse"})
    plan = applied.apply(wanted)
    moved = change(plan, "carer")
    assert actions(plan) == {"carer": Action.REPLACE}
    assert (moved.moved_from, moved.archives, moved.revision_from, moved.revision_to) == ("nurse", ("p1",), 1, 2)
    assert [each.path for each in moved.fields] == ["/name", "/ops/moved_from"]
    assert set(applied.state.postings) == {"carer"}
    assert actions(applied.plan(wanted)) == {"carer": Action.UNCHANGED}
    assert change(applied.plan(posting("carer")), "carer").settings is None


def test_a_moved_posting_answers_to_either_name(applied: Any, posting: Any) -> None:
    wanted = posting("carer", ops={"moved_from": "nurse"})
    for target in ("carer", "nurse"):
        assert actions(applied.plan(wanted, targets=frozenset({target}))) == {"carer": Action.REPLACE}


def test_a_move_of_an_archived_posting_goes_on_counting(applied: Any, posting: Any) -> None:
    applied.apply(targets=frozenset({"nurse"}))
    plan = applied.plan(posting("carer", ops={"moved_from": "nurse"}))
    assert (change(plan, "carer").action, change(plan, "carer").revision_to) == (Action.CREATE, 2)


def test_a_move_from_nowhere_is_noted(world: Any, posting: Any) -> None:
    plan = world.plan(posting("carer", ops={"moved_from": "nurse"}))
    assert actions(plan) == {"carer": Action.CREATE}
    assert plan.notes[0] == Reason(ReasonCode.OF_POSTING, "carer", Reason(ReasonCode.MOVED_FROM_UNKNOWN, "nurse"))
    assert world.plan(posting(ops={"moved_from": "nurse"})).notes == ()


def test_a_name_with_a_history_of_its_own_takes_no_other(applied: Any, posting: Any) -> None:
    applied.apply(posting(), posting("carer"))
    plan = applied.plan(posting("carer", ops={"moved_from": "nurse"}))
    assert actions(plan) == {"carer": Action.UPDATE, "nurse": Action.ARCHIVE}


def test_two_may_not_take_over_one_history(applied: Any, posting: Any) -> None:
    plan = applied.plan(*(posting(name, ops={"moved_from": "nurse"}) for name in ("carer", "aide", "sitter")))
    assert codes(plan) == ["PL302", "PL302"]
    assert [each.address for each in plan.findings] == ["carer", "sitter"]
    assert [each.archives for each in plan.changes] == [("p1",), (), ()]


def test_a_held_move_keeps_the_old_slug_and_the_new_address(applied: Any, posting: Any) -> None:
    wanted = posting("carer", ops={"moved_from": "nurse", "on_change": "hold"})
    applied.apply(wanted)
    assert set(applied.state.postings) == {"carer"}
    assert actions(applied.plan(wanted)) == {"carer": Action.HOLD}


# manifests with errors


def test_a_broken_manifest_is_left_out_and_not_taken_for_removed(applied: Any, posting: Any) -> None:
    broken = frozenset({"nurse", "driver"})
    plan = applied.plan(posting("cook"), broken=broken)
    assert actions(plan) == {"cook": Action.CREATE}
    assert plan.notes == (Reason(ReasonCode.LEFT_OUT, "driver"), Reason(ReasonCode.LEFT_OUT, "nurse"))
    assert codes(applied.plan(broken=broken)) == []
    assert codes(applied.plan(broken=broken, targets=broken)) == []


def test_a_broken_manifest_still_exists(applied: Any, posting: Any) -> None:
    plan = applied.plan(posting("carer", ops={"moved_from": "nurse"}), broken=frozenset({"nurse"}))
    assert codes(plan) == ["PL301"]


# pending


LOOKS = "the next apply looks for it first and sends nothing for nurse until it knows"


def test_a_pending_create_is_held_until_the_next_apply_has_looked(world: Any, posting: Any) -> None:
    world.await_outcome("nurse")
    plan = world.plan(posting())
    assert actions(plan) == {"nurse": Action.HOLD}
    assert plan.changes[0].reasons == (
        Reason(ReasonCode.OUTCOME_UNKNOWN, "create"),
        Reason(ReasonCode.APPLY_SETTLES, "nurse"),
    )
    assert plan.changes[0].to_settle
    assert plan.pending == ("nurse",) and plan.has_changes
    assert actions(world.plan()) == {"nurse": Action.HOLD}
    assert world.plan(targets=frozenset({"x"})).changes == ()


def test_a_pending_write_on_a_posting_is_held(applied: Any, posting: Any) -> None:
    applied.await_outcome("nurse", kind="update", target="p1", action="update")
    for manifests in ([posting(title="Day nurse")], []):
        plan = applied.plan(*manifests)
        assert actions(plan) == {"nurse": Action.HOLD}
        assert plan.changes[0].reasons == (
            Reason(ReasonCode.OUTCOME_UNKNOWN, "update"),
            Reason(ReasonCode.APPLY_SETTLES, "nurse"),
        )


def test_a_pending_create_that_heymilo_lists_is_named(world: Any, posting: Any, live: Any) -> None:
    world.await_outcome("nurse")
    mark = {"heymilo-ops": "acme/prod/nurse@1", "heymilo-ops-op": "f" * 32 + "/1"}
    copied = live("p7", metadata=mark, created_at=9.0)
    listing = world.listing(postings={"p7": copied, "p9": live("p9", metadata=mark, created_at=1.0), "p8": live("p8")})
    plan = world.plan(posting(), listing=listing)
    assert plan.changes[0].reasons == (
        Reason(ReasonCode.OUTCOME_UNKNOWN, "create", Reason(ReasonCode.LISTED_WITH_MARK, ("p9",), 0)),
        Reason(ReasonCode.APPLY_SETTLES, "nurse"),
    )
    assert plan.notes == (Reason(ReasonCode.COPY_OF_OURS, "p7", "p9", "nurse@1"),)
    assert codes(plan) == [] and plan.has_changes


def test_what_is_pending_is_named_where_its_change_is_left_out(world: Any, posting: Any, live: Any) -> None:
    world.await_outcome("nurse")
    mark = {"heymilo-ops": "acme/prod/nurse@1", "heymilo-ops-op": "f" * 32 + "/1"}
    shown = {"p9": live("p9", metadata=mark)}
    options = {"targets": frozenset({"cook"})}
    plan = world.plan(posting(), posting("cook"), listing=world.listing(postings=shown), **options)
    assert (actions(plan), plan.notes) == (
        {"cook": Action.CREATE},
        (
            Reason(
                ReasonCode.OF_POSTING,
                "nurse",
                Reason(ReasonCode.OUTCOME_UNKNOWN, "create", Reason(ReasonCode.LISTED_WITH_MARK, ("p9",), 0)),
            ),
        ),
    )
    shown["p8"] = live("p8", metadata=mark)
    plan = world.plan(posting(), posting("cook"), listing=world.listing(postings=shown), **options)
    assert plan.notes == (
        Reason(
            ReasonCode.OF_POSTING,
            "nurse",
            Reason(ReasonCode.OUTCOME_UNKNOWN, "create", Reason(ReasonCode.LISTED_WITH_MARK, ("p8", "p9"), 0)),
        ),
    )


def test_a_pending_write_of_another_posting_is_not_mixed_up(applied: Any, posting: Any) -> None:
    applied.await_outcome("cook")
    plan = applied.plan(posting(), posting("cook"), listing=applied.listing())
    assert actions(plan) == {"cook": Action.HOLD, "nurse": Action.UNCHANGED}
    assert plan.changes[0].reasons[0] == Reason(ReasonCode.OUTCOME_UNKNOWN, "create")


def test_an_intent_that_was_never_sent_is_no_matter(world: Any, posting: Any) -> None:
    world.await_outcome("nurse", status="planned")
    assert actions(world.plan(posting())) == {"nurse": Action.CREATE}


def test_a_moved_posting_with_something_pending_waits(applied: Any, posting: Any) -> None:
    applied.await_outcome("nurse", kind="archive", target="p1", action="archive")
    plan = applied.plan(posting("carer", ops={"moved_from": "nurse"}))
    assert actions(plan) == {"carer": Action.HOLD}
    assert plan.changes[0].reasons[1] == Reason(ReasonCode.APPLY_SETTLES, "nurse")


def test_a_move_whose_manifest_went_while_it_was_pending_archives_nothing(applied: Any, posting: Any) -> None:
    applied.await_outcome("carer", action="replace", ops={"moved_from": "nurse"})
    plan = applied.plan(posting("cook"))
    assert actions(plan) == {"carer": Action.HOLD, "cook": Action.CREATE, "nurse": Action.HOLD}


def test_a_move_that_is_long_done_holds_nothing_else(applied: Any, posting: Any) -> None:
    applied.apply(posting(), posting("carer"))
    applied.await_outcome("carer", action="update", kind="update", ops={"moved_from": "nurse"})
    assert actions(applied.plan(posting("carer"))) == {"carer": Action.HOLD, "nurse": Action.ARCHIVE}


# the plan itself


def test_the_plan_says_what_it_compared_and_is_sorted(applied: Any, posting: Any) -> None:
    plan = applied.plan(posting("zoo"), posting(), posting("cook"), tool_version="0.1")
    assert [each.address for each in plan.changes] == ["cook", "nurse", "zoo"]
    assert (plan.workspace, plan.workspace_id, plan.lineage, plan.serial) == ("prod", "ws_1", "a" * 32, 1)
    assert "not asked" in reason_sentence(plan.compared) and plan.tool_version == "0.1"
    assert "lists" in reason_sentence(applied.plan(listing=applied.listing()).compared)
    assert plan.summary() == {
        "create": 2,
        "update": 0,
        "replace": 0,
        "archive": 0,
        "adopt": 0,
        "hold": 0,
        "unchanged": 1,
    }


def test_the_same_input_makes_the_same_plan(applied: Any, posting: Any) -> None:
    manifests = posting(title="Day nurse"), posting("cook")
    assert applied.plan(*manifests) == applied.plan(*reversed(manifests))


def test_the_digest_is_of_what_will_be_done(applied: Any, posting: Any) -> None:
    first = applied.plan(posting(title="Day nurse"))
    assert first.digest.startswith("sha256:")
    assert first.digest == applied.plan(posting(title="Day nurse"), tool_version="9").digest
    others = [
        applied.plan(posting(title="Dusk nurse")),
        applied.plan(posting(title="Day nurse"), workspace_id="ws_2"),
        applied.plan(posting(title="Day nurse"), state=None),
        applied.plan(posting(title="Day nurse", ops={"on_replace": "keep"})),
        applied.plan(posting()),
    ]
    assert len({first.digest, *(each.digest for each in others)}) == 6


def test_a_plan_without_changes_does_not_import_what_only_a_change_needs() -> None:
    code = (
        "import sys; from heymilo_ops.model.desired import desire; from heymilo_ops.model.state import *;"
        "import datetime;"
        "from heymilo_ops.plan.build import build; from heymilo_ops.plan.inputs import PlanInput;"
        "from heymilo_ops.plan.document import to_json;"
        "d = desire({'name': 'a', 'title': 'Title', 'workflow': [{'type': 'form', 'questions': []}]}, 'a.yaml');"
        "r = Revision(number=1, digest=d.digest, design_digest=d.design_digest, canon=1, posting_id='p',"
        " applied_at='2027-01-10T12:00:00Z', applied_by='b', source='s', action='create');"
        "p = PostingState(posting_id='p', revision=1, digest=d.digest, status='active', revisions=(r,));"
        "s = State(tool_version='0', lineage='0', project='p', workspace=WorkspaceIdentity(name='w',base_url='u'),"
        " postings={'a': p});"
        "plan = build(PlanInput([d], s, {}, None, datetime.datetime.min, 'w', None, 'p')); to_json(plan, str);"
        "assert plan.summary()['unchanged'] == 1;"
        "print(sorted({'deepdiff', 'rapidfuzz', 'httpx', 'rich', 'ruamel'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_a_thousand_unchanged_postings_are_planned_in_no_time(world: Any, posting: Any) -> None:
    desired = [desire(posting(f"nurse-{i}"), f"postings/{i}.yaml") for i in range(1000)]
    world.fold(world.plan(desired=desired))
    for listing in (None, world.listing()):
        times = []
        for _ in range(5):
            begun = time.process_time()
            plan = world.plan(desired=desired, listing=listing)
            times.append(time.process_time() - begun)
        assert plan.summary()["unchanged"] == 1000 and plan.findings == ()
        assert min(times) < 0.6, times  # 0.02 s on a quiet machine, ten times that under coverage


def test_a_move_onto_a_name_with_a_history_of_its_own_is_refused(applied: Any, posting: Any) -> None:
    applied.apply(posting(), posting("carer"))
    onto_live = applied.plan(posting("carer", ops={"moved_from": "nurse"}))
    assert codes(onto_live) == ["PL303"]
    applied.apply(posting())
    onto_archived = applied.plan(posting("carer", ops={"moved_from": "nurse"}))
    assert codes(onto_archived) == ["PL303"]

"""A new name and a missing one that look like one posting."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.model.desired import desire
from heymilo_ops.plan.change import Action, Plan
from heymilo_ops.review.reasons import reason_sentences


def plan_of(world: Any, *manifests: tuple[str, dict[str, Any]], **options: Any) -> Plan:
    """A plan of manifests with the paths that they stand at."""
    return world.plan(desired=[desire(data, f"postings/{path}.yaml") for path, data in manifests], **options)


def told(plan: Plan) -> list[tuple[str | None, str]]:
    return [(each.address, each.message) for each in plan.findings if each.code == "PL304"]


def why(plan: Plan, address: str) -> str:
    return next(reason_sentences(each.reasons)[0] for each in plan.changes if each.address == address)


def test_the_same_file_with_another_name_looks_like_a_rename(world: Any, posting: Any) -> None:
    world.apply(posting(), posting("cook"))
    plan = plan_of(world, ("nurse", posting("nurse-2", title="Another title")), ("cook", posting("cook")))
    said = "nurse-2 looks like nurse under a new name: postings/nurse.yaml is the file that nurse was applied from"
    assert told(plan) == [("nurse-2", said)]
    assert why(plan, "nurse").startswith(
        "no manifest has its name: postings/nurse.yaml says name: nurse-2 now: posting p"
    )
    (found,) = plan.findings
    assert "ops.moved_from: nurse in postings/nurse.yaml keeps its history" in found.help
    assert "nurse is archived and nurse-2 begins anew. Either way nurse-2 gets a new posting and a new " in found.help
    assert found.severity == "warning"
    assert {each.address: each.action for each in plan.actions()} == {
        "nurse": Action.ARCHIVE,
        "nurse-2": Action.CREATE,
    }


def test_what_moved_from_is_said_to_keep_and_to_cost_is_so(world: Any, posting: Any) -> None:
    world.apply(posting(), posting("cook"))
    moved = posting("nurse-2", ops={"moved_from": "nurse", "on_replace": "keep"})
    plan = plan_of(world, ("nurse", moved), ("cook", posting("cook")))
    (change,) = plan.actions()
    assert (change.action, change.moved_from, change.archives) == (Action.REPLACE, "nurse", ())
    assert (change.revision_from, change.revision_to) == (1, 2)
    assert told(plan) == []


def test_the_same_design_in_another_file_looks_like_a_rename(world: Any, posting: Any) -> None:
    world.apply(posting(), posting("cook", title="Cook"), posting("driver", title="Driver"))
    left = ("driver", posting("driver", title="Driver"))
    plan = plan_of(world, left, ("chef", posting("chef", title="Cook")))
    assert told(plan) == [("chef", "chef looks like cook under a new name: postings/chef.yaml has its design")]
    assert "postings/chef.yaml has its design as name: chef" in why(plan, "cook")
    assert why(plan, "nurse").startswith("its file was taken out of the repository: ")
    assert told(plan_of(world, left, ("chef", posting("chef", title="Chef")))) == []
    assert told(plan_of(world, left, ("chef", posting("chef", title="Cook")), snapshots={})) == []


def test_each_is_taken_once_and_the_same_file_first(world: Any, posting: Any) -> None:
    world.apply(posting("a"), posting("b"))
    plan = plan_of(world, ("c", posting("c")), ("b", posting("d")), ("e", posting("e")))
    assert [address for address, _ in told(plan)] == ["d", "c"]
    assert "has its design as name: c" in why(plan, "a")
    assert "postings/b.yaml says name: d now" in why(plan, "b")


@pytest.mark.parametrize(
    ("on_remove", "words"),
    [
        ("archive", "nurse is archived and"),
        ("error", "nurse would be archived, which on_remove: error refuses, and"),
        ("forget", "nurse is forgotten and stays open and"),
    ],
)
def test_what_becomes_of_the_old_posting_is_as_its_ops_say(
    world: Any, posting: Any, on_remove: str, words: str
) -> None:
    world.apply(posting(ops={"on_remove": on_remove}), posting("cook"))
    plan = plan_of(world, ("nurse", posting("nurse-2")), ("cook", posting("cook")))
    assert words in next(each.help for each in plan.findings if each.code == "PL304")


def test_only_what_is_planned_is_told(world: Any, posting: Any) -> None:
    world.apply(posting(), posting("cook"))
    manifests = (("nurse", posting("nurse-2")), ("cook", posting("cook")))
    assert told(plan_of(world, *manifests, targets=frozenset({"cook"}))) == []
    assert len(told(plan_of(world, *manifests, targets=frozenset({"nurse"})))) == 1
    assert told(plan_of(world, *manifests, aside={"nurse": "postings/_old/nurse.yaml"})) == []
    world.edit("nurse", status="archived")
    assert told(plan_of(world, *manifests)) == []

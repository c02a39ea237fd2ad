"""The digest of a plan."""

from __future__ import annotations

from heymilo_ops.model.canonical import digest
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.digest import plan_digest, rows
from heymilo_ops.plan.operation import ArchivePosting, CreatePosting

A = Change("a", Action.UPDATE, before_digest="x", after_digest="y")
OPERATIONS = (CreatePosting(), ArchivePosting("q"), ArchivePosting("p"))
B = Change(
    "b",
    Action.REPLACE,
    before_digest="x",
    after_digest="y",
    operations=OPERATIONS,
)


def test_only_what_writes_counts_in_order_of_address() -> None:
    idle = [Change("c", Action.HOLD), Change("d", Action.UNCHANGED)]
    assert rows([B, *idle, A]) == (("a", "update", "x", "y", ()), ("b", "replace", "x", "y", ("p", "q")))


def test_the_digest_is_of_lineage_workspace_and_rows() -> None:
    expected = {"changes": [["b", "replace", "x", "y", ["p", "q"]]], "lineage": "l", "workspace_id": None}
    assert plan_digest("l", None, rows([B])) == digest(expected)

"""What isn't read keeps the postings whose manifest it may be."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.model.desired import Unread, stem
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import Plan


def item(path: str, *, name: str | None = None, at: str | None = None, reason: str = "is not read") -> Unread:
    return Unread(path, reason, f"rename {path}", stem(path) if at is None else at, name)


def kept(plan: Plan) -> list[tuple[str | None, str]]:
    return [(each.address, each.message) for each in plan.findings if each.code == "PL104"]


@pytest.fixture
def three(world: Any, posting: Any) -> Any:
    """Cook, driver and nurse; only the driver has a manifest left in the plans of these tests."""
    world.apply(*(posting(name, title=name) for name in ("cook", "driver", "nurse")))
    return world


def plan_of(world: Any, posting: Any, *unread: Unread, **options: Any) -> Plan:
    found: Plan = world.plan(posting("driver", title="driver"), unread=unread, **options)
    return found


def test_what_stands_in_its_place_or_has_its_name_keeps_one(three: Any, posting: Any) -> None:
    plan = plan_of(three, posting, item("postings/cook.YAML"))
    said = "postings/cook.YAML is not read, and may be the manifest of cook: it is not removed"
    assert kept(plan) == [("cook", said)]
    assert plan.findings[0].help == "rename postings/cook.YAML"
    assert [name for name, _ in kept(plan_of(three, posting, item("postings/x.YAML", name="nurse")))] == ["nurse"]
    both = kept(plan_of(three, posting, item("postings/cook.YAML", name="nurse")))
    assert [
        (name, "may be the manifest of any of cook, nurse: none of them is removed" in it) for name, it in both
    ] == [(None, True)]


@pytest.mark.parametrize("path", ["postings/x.YAML", "postings/team", "postings/driver.YAML"])
def test_what_may_be_any_keeps_all(three: Any, posting: Any, path: str) -> None:
    ((address, message),) = kept(plan_of(three, posting, item(path)))
    assert (address, "any of cook, nurse" in message) == (None, True)


def test_what_is_of_another_posting_keeps_none(three: Any, posting: Any) -> None:
    plan = plan_of(three, posting, item("postings/driver.YAML", name="driver"), item("postings/new.YAML", name="new"))
    assert kept(plan) == []
    assert Reason(ReasonCode.NOT_READ, ("postings/driver.YAML", "postings/new.YAML")) in plan.notes
    targeted = plan_of(three, posting, item("postings/cook.YAML"), targets=frozenset({"nurse"}))
    assert kept(targeted) == []


def test_what_is_not_read_for_one_reason_is_said_once(three: Any, posting: Any) -> None:
    many = [item(f"postings/{i}.YAML") for i in range(7)]
    said = [message for _, message in kept(plan_of(three, posting, *many, item("postings/t", reason="is shut")))]
    assert len(said) == 2
    assert said[0].startswith("each of postings/0.YAML, ")
    assert "postings/4.YAML and 2 more is not read" in said[0]


def test_a_manifest_for_another_workspace_is_known(three: Any, posting: Any) -> None:
    elsewhere = posting("cook", title="cook", ops={"workspaces": ["sandbox"]})
    left = (posting("driver", title="driver"), posting("nurse", title="nurse"))
    assert kept(three.plan(*left, elsewhere, unread=(item("postings/team"),))) == []


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("postings/a.yaml", "postings/a"),
        ("postings/x.d/a.YML.bak", "postings/x.d/a"),
        ("postings/a.yaml.yaml~", "postings/a.yaml"),
        ("postings/#a.yaml#", "postings/a"),
        ("postings/a.txt", None),
        ("postings.yaml/a", None),
        ("a.yaml", "a"),
    ],
)
def test_the_stem_of_a_manifest_is_what_other_endings_share(path: str, found: str | None) -> None:
    assert stem(path) == found

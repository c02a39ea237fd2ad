"""Guards over the plan as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from heymilo_ops.model.desired import Unread, stem
from heymilo_ops.model.live import OWNER, without_marks
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import Plan

ANY = (Unread("postings/x.yaml", "has no name that can be read", "repair the file"),)


def codes(plan: Plan) -> list[str]:
    return [each.code for each in plan.findings]


def many(posting: Any, count: int, changed: int = 0) -> list[dict[str, Any]]:
    return [posting(f"n-{i}", title="New title" if i < changed else "Nurse") for i in range(count)]


def filled(world: Any, posting: Any, count: int) -> Any:
    world.apply(*many(posting, count))
    return world


# protect


def test_a_protected_posting_is_neither_replaced_nor_archived(world: Any, posting: Any) -> None:
    protect = {"protect": True}
    world.apply(posting(ops=protect), posting("cook"))
    assert codes(world.plan(posting(ops=protect, title="Day nurse"), posting("cook"))) == ["PL101"]
    assert codes(world.plan(posting("cook"))) == ["PL101"]
    assert codes(world.plan(posting(title="Day nurse"), posting("cook"))) == ["PL101"]
    assert codes(world.plan(posting(ops=protect), posting("cook"), recreate=frozenset({"nurse"}))) == ["PL101"]
    moved = posting("carer", ops={"moved_from": "nurse"})
    assert codes(world.plan(moved, posting("cook"))) == ["PL101"]


def test_protection_asked_for_now_holds_now(applied: Any, posting: Any) -> None:
    assert codes(applied.plan(posting(ops={"protect": True}, title="Day nurse"))) == ["PL101"]


def test_protection_lets_settings_and_its_own_lifting_pass(world: Any, posting: Any) -> None:
    world.apply(posting(ops={"protect": True}))
    assert codes(world.plan(posting(ops={"protect": True}, max_retakes=1))) == []
    world.apply(posting())
    assert codes(world.plan(posting(title="Day nurse"))) == []


def test_what_a_broken_replace_left_is_not_protected(applied: Any, posting: Any) -> None:
    applied.apply(posting(title="Day nurse"))
    first, second = applied.state.postings["nurse"].revisions
    applied.edit("nurse", revisions=(first.model_copy(update={"archived_at": None}), second))
    applied.end("open")
    plan = applied.plan(posting(title="Day nurse", ops={"protect": True}))
    assert codes(plan) == [] and plan.changes[0].archives == ("p1",)
    assert (
        plan.changes[0].effect == "cosmetic"
        and Reason(ReasonCode.FINISHES_REPLACING, ("p1",)) in plan.changes[0].reasons
    )


def test_a_protected_posting_that_has_ended_outside_may_be_made_anew(world: Any, posting: Any, live: Any) -> None:
    protected = posting(ops={"protect": True})
    world.apply(protected, posting("cook"))
    ended = {each: live(each, archived=True) for each in ("p1", "p2")}
    listing = world.listing(postings=ended)
    assert codes(world.plan(protected, posting("cook"), listing=listing, recreate=frozenset({"nurse"}))) == []
    assert codes(world.plan(posting("cook"), listing=listing)) == []


# what earlier replaces left open


KEEP = {"on_replace": "keep"}


def kept(world: Any, posting: Any, count: int, ops: Mapping[str, Any] = KEEP, **more: Any) -> Any:
    """A world in which each posting replaced one that is still open; ``more`` are ops of now."""
    world.apply(*[posting(f"n-{i}", ops=ops) for i in range(count)])
    world.apply(*[posting(f"n-{i}", ops=ops, title="Day nurse") for i in range(count)], allow_large_change=True)
    if more:
        world.apply(*[posting(f"n-{i}", ops={**ops, **more}, title="Day nurse") for i in range(count)])
    return world


def now(posting: Any, count: int, **more: Any) -> list[dict[str, Any]]:
    """The postings of ``kept`` with other ops; ``more`` are changes of the first one."""
    ops = more.pop("ops", {})
    return [posting(f"n-{i}", ops=ops, title="Day nurse", **(more if i == 0 else {})) for i in range(count)]


def test_twelve_that_were_kept_open_are_archived_by_no_line_unsaid(world: Any, posting: Any) -> None:
    kept(world, posting, 12, protect=True)
    plan = world.plan(*now(posting, 12, ops={"on_replace": "archive", "protect": True}))
    assert codes(plan) == ["PL101"] * 12 + ["PL102"]
    assert plan.summary()["archive"] == 12 and plan.summary()["update"] == 12
    assert {each.effect for each in plan.changes} == {"identity"}
    assert "12 postings would be replaced or archived, 12 of them open" in plan.findings[-1].message
    assert "would archive p1, which it replaced earlier" in plan.findings[0].message
    unsaid = world.plan(*now(posting, 12))  # neither protected any more, nor kept
    assert codes(unsaid) == ["PL101"] * 12 + ["PL102"]


@pytest.mark.parametrize(
    "way",
    [
        {"ops": {"on_replace": "archive"}},
        {"ops": {"on_replace": "archive"}, "max_retakes": 1},
        {"ops": {"on_replace": "archive", "on_change": "hold"}, "language": "de"},
        {"ops": {"on_replace": "archive"}, "language": "de"},
    ],
)
def test_it_counts_whatever_is_done_to_the_current_one(world: Any, posting: Any, way: dict[str, Any]) -> None:
    kept(world, posting, 1, protect=True)
    plan = world.plan(*now(posting, 1, **way))
    assert codes(plan) == ["PL101"] and plan.changes[0].closes == ("p1",)
    assert (plan.summary()["archive"], plan.changes[0].effect) == (1, "identity")


def test_it_counts_under_another_name(world: Any, posting: Any) -> None:
    kept(world, posting, 1, protect=True)
    moved = posting("carer", title="Day nurse", ops={"moved_from": "n-0"})
    assert codes(world.plan(moved, posting("cook"))) == ["PL101"]


def test_it_counts_where_the_posting_is_made_anew(world: Any, posting: Any) -> None:
    kept(world, posting, 1)
    world.apply(posting("cook"))
    assert world.state.postings["n-0"].status == "archived"
    plan = world.plan(*now(posting, 1, ops={"protect": True}), posting("cook"))
    assert [each.action for each in plan.changes][1] == "create" and codes(plan) == ["PL101"]
    assert (plan.changes[1].closes, plan.changes[1].effect, plan.summary()["archive"]) == (("p1",), "identity", 1)


def test_what_is_drained_counts_once_it_is_archived(world: Any, posting: Any) -> None:
    drain = {"on_replace": "drain"}
    kept(world, posting, 12, drain, protect=True)
    wanted = now(posting, 12, ops={**drain, "protect": True})
    assert codes(world.plan(*wanted, listing=world.listing())) == []
    finished = world.listing(finished=frozenset(f"p{i}" for i in range(1, 13)))
    plan = world.plan(*wanted, listing=finished)
    assert codes(plan) == ["PL101"] * 12 + ["PL102"] and plan.summary()["archive"] == 12


def broken_off(world: Any, posting: Any, count: int) -> list[dict[str, Any]]:
    """Replaces whose second halves are missing; what the manifests say."""
    kept(world, posting, count)
    for address in list(world.state.postings):
        world.edit(address, ops=Ops())
    return now(posting, count)


def test_finishing_what_a_crash_left_of_a_large_change_is_no_new_one(world: Any, posting: Any) -> None:
    wanted = broken_off(world, posting, 12)
    world.end("open")
    plan = world.plan(*wanted)
    assert codes(plan) == [] and plan.summary()["archive"] == 12
    assert {each.effect for each in plan.changes} == {None}
    more = [{**each, "language": "de"} if number < 4 else each for number, each in enumerate(wanted)]
    assert "4 of 12 managed" in world.plan(*more).findings[0].message


@pytest.mark.parametrize("on_replace", ["keep", "archive"])
def test_what_a_broken_off_replace_kept_open_is_counted_when_it_is_archived(
    world: Any, posting: Any, on_replace: Any
) -> None:
    """What was allowed was a replace of each; the line that archives the older ones was changed after the crash."""
    kept(world, posting, 12)
    wanted = [{**each, "language": "de", "ops": {"on_replace": "keep"}} for each in now(posting, 12)]
    world.begin(world.plan(*wanted, allow_large_change=True))
    assert codes(world.plan(*wanted)) == []
    wanted = [{**each, "ops": {"on_replace": on_replace}} for each in wanted]
    assert codes(world.plan(*wanted)) == ([] if on_replace == "keep" else ["PL102"])


def test_what_a_broken_off_apply_was_to_replace_counts_when_it_is_removed(world: Any, posting: Any) -> None:
    before = [posting(f"n{number}") for number in range(12)]
    world.apply(*before)
    wanted = [{**each, "language": "de"} for each in before]
    world.begin(world.plan(*wanted, allow_large_change=True))
    assert codes(world.plan(*wanted)) == []
    assert "PL102" in codes(world.plan(*wanted[:2]))


def test_without_a_crash_it_is_one(world: Any, posting: Any) -> None:
    wanted = broken_off(world, posting, 12)
    assert codes(world.plan(*wanted)) == ["PL102"]  # a state that was rebuilt tells of no apply
    world.end("done")
    assert codes(world.plan(*wanted)) == ["PL102"]


def test_an_unreadable_file_keeps_open_what_was_kept(world: Any, posting: Any) -> None:
    kept(world, posting, 1)
    world.apply(posting("cook"))
    world.edit("n-0", ops=Ops())
    assert codes(world.plan(posting("cook"))) == []
    assert codes(world.plan(posting("cook"), unread=ANY)) == ["PL104"]


# large changes


LIMITS = [
    (4, 3, False),
    (4, 4, True),
    (10, 3, False),
    (10, 4, True),
    (20, 6, False),
    (20, 7, True),
    (40, 10, False),
    (40, 11, True),
]


@pytest.mark.parametrize(("managed", "changed", "stops"), LIMITS)
def test_a_large_change_needs_a_yes_of_its_own(
    world: Any, posting: Any, managed: int, changed: int, stops: bool
) -> None:
    filled(world, posting, managed)
    plan = world.plan(*many(posting, managed, changed))
    assert codes(plan) == (["PL102"] if stops else [])
    if stops:
        assert f"{changed} of {managed}" in plan.findings[0].message
    assert codes(world.plan(*many(posting, managed, changed), allow_large_change=True)) == []


def test_creates_and_updates_are_never_large(world: Any, posting: Any) -> None:
    filled(world, posting, 20)
    wanted = [{**each, "max_retakes": 1} for each in many(posting, 60)]
    assert codes(world.plan(*wanted)) == []


def test_removals_count_as_well(world: Any, posting: Any) -> None:
    filled(world, posting, 20)
    assert codes(world.plan(*many(posting, 13))) == ["PL102"]


# nothing left


def test_an_empty_folder_never_archives_everything(world: Any, posting: Any) -> None:
    filled(world, posting, 2)
    assert codes(world.plan(allow_large_change=True)) == ["PL103"]
    elsewhere = [posting(f"n-{i}", ops={"workspaces": ["sandbox"]}) for i in range(2)]
    assert codes(world.plan(*elsewhere)) == ["PL103"]
    assert codes(world.plan(targets=frozenset({"n-0", "n-1"}))) == ["PL103"]
    assert codes(world.plan(targets=frozenset({"n-0"}))) == []


def test_nothing_desired_and_nothing_live_is_fine(world: Any, posting: Any) -> None:
    assert codes(world.plan()) == []
    world.apply(posting())
    world.apply(targets=frozenset({"nurse"}))
    assert codes(world.plan()) == []


# unreadable


def test_an_unreadable_file_is_not_a_removed_one(world: Any, posting: Any) -> None:
    world.apply(posting(ops={"on_remove": "forget"}), posting("cook"), posting("driver"))
    plan = world.plan(posting("driver"), unread=ANY)
    assert codes(plan) == ["PL104"]
    assert "cook, nurse" in plan.findings[0].message
    changed = posting(ops={"on_remove": "forget"}, title="Day nurse")
    assert codes(world.plan(changed, posting("cook"), posting("driver"), unread=ANY)) == []


def test_all_guards_are_told(world: Any, posting: Any) -> None:
    world.apply(*[posting(f"n-{i}", ops={"protect": i == 0}) for i in range(12)])
    assert codes(world.plan(unread=ANY)) == ["PL101", "PL102", "PL103", "PL104"]


def listed(world: Any, owner: str | None, posting_id: str = "p1", **changes: Any) -> Any:
    """What HeyMilo lists, one posting of it with this owner in its marks, or with no marks."""
    from dataclasses import replace

    live = world.at_heymilo[posting_id]
    metadata = without_marks(live.metadata) if owner is None else {**live.metadata, OWNER: owner}
    return world.listing(postings={**world.at_heymilo, posting_id: replace(live, metadata=metadata, **changes)})


def codes_and_names(plan: Any) -> list[tuple[str, str | None]]:
    return [(each.code, each.address) for each in plan.findings]


def anew(posting: Any) -> Any:
    return posting(workflow=[{"type": "web_interview", "questions": [{"text": "Why nights?"}]}])


@pytest.mark.parametrize("what", ["update", "replace", "archive"])
@pytest.mark.parametrize(
    ("owner", "code", "says"),
    [
        (None, "PL506", "p1 carries no marks"),
        ("globex/prod/nurse@1", "PL507", "p1 carries the marks of globex/prod, and this is acme/prod"),
        ("acme/prod/cook@1", "PL507", "p1 carries the marks of cook, not those of nurse"),
    ],
)
def test_a_write_to_what_is_not_shown_as_ours_is_an_error(
    world: Any, posting: Any, what: str, owner: str | None, code: str, says: str
) -> None:
    world.apply(posting(), posting("zoo"))
    wanted = {"update": [posting(max_retakes=2)], "replace": [anew(posting)], "archive": []}[what]
    plan = world.plan(*wanted, posting("zoo"), listing=listed(world, owner))
    assert (code, "nurse") in codes_and_names(plan)
    assert says in next(each.message for each in plan.findings if each.code == code)
    allowed = world.plan(*wanted, posting("zoo"), listing=listed(world, owner), unmarked_allowed=frozenset({"nurse"}))
    assert ((code, "nurse") in codes_and_names(allowed)) == (code == "PL507"), (
        "a word helps where there are no marks, and only there"
    )


@pytest.mark.parametrize("ops", [{"on_replace": "keep"}, {"on_replace": "drain"}])
def test_what_is_not_written_to_may_be_anybodys(world: Any, posting: Any, ops: dict[str, str]) -> None:
    world.apply(posting(ops=ops))
    alone = world.plan(posting(ops=ops), listing=listed(world, "globex/prod/nurse@1"))
    assert codes_and_names(alone) == []
    replaced = world.plan({**anew(posting), "ops": ops}, listing=listed(world, "globex/prod/nurse@1"))
    assert codes_and_names(replaced) == []
    remembered = world.plan(posting(ops={**ops, "protect": True}), listing=listed(world, None))
    assert codes_and_names(remembered) == []


def test_what_is_archived_already_is_not_written_to(world: Any, posting: Any) -> None:
    world.apply(posting(), posting("zoo"))
    plan = world.plan(posting("zoo"), listing=listed(world, None, archived=True, status="archived"))
    assert codes_and_names(plan) == []


def test_a_posting_that_moves_is_known_by_its_old_name(world: Any, posting: Any) -> None:
    world.apply(posting(), posting("zoo"))
    moved = posting("carer", ops={"moved_from": "nurse"})
    assert codes_and_names(world.plan(moved, posting("zoo"), listing=world.listing())) == []
    plan = world.plan(moved, posting("zoo"), listing=listed(world, "acme/prod/cook@1"))
    assert codes_and_names(plan) == [("PL507", "carer")]


def test_what_is_not_listed_is_left_to_the_apply(world: Any, posting: Any) -> None:
    world.apply(posting(), posting("zoo"))
    assert codes_and_names(world.plan(posting("zoo"))) == [], "HeyMilo was not asked"
    del world.at_heymilo["p1"]
    assert codes_and_names(world.plan(posting("zoo"), listing=world.listing())) == []


def test_a_name_that_nothing_answers_to_is_an_error(world: Any, posting: Any) -> None:
    world.apply(posting())
    plan = world.plan(posting(), unmarked_allowed=frozenset({"nurze"}))
    (found,) = plan.findings
    assert (found.code, found.message) == ("PL401", "--allow-unmarked nurze: there is no posting of that name")
    assert "nurse" in found.help


def item(path: str, *, name: str | None = None, at: str | None = None, reason: str = "is not read") -> Unread:
    return Unread(path, reason, f"rename {path}", stem(path) if at is None else at, name)


def barred(plan: Plan) -> list[tuple[str | None, str]]:
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
    assert barred(plan) == [("cook", said)]
    assert plan.findings[0].help == "rename postings/cook.YAML"
    assert [name for name, _ in barred(plan_of(three, posting, item("postings/x.YAML", name="nurse")))] == ["nurse"]
    both = barred(plan_of(three, posting, item("postings/cook.YAML", name="nurse")))
    assert [
        (name, "may be the manifest of any of cook, nurse: none of them is removed" in it) for name, it in both
    ] == [(None, True)]


@pytest.mark.parametrize("path", ["postings/x.YAML", "postings/team", "postings/driver.YAML"])
def test_what_may_be_any_keeps_all(three: Any, posting: Any, path: str) -> None:
    ((address, message),) = barred(plan_of(three, posting, item(path)))
    assert (address, "any of cook, nurse" in message) == (None, True)


def test_what_is_of_another_posting_keeps_none(three: Any, posting: Any) -> None:
    plan = plan_of(three, posting, item("postings/driver.YAML", name="driver"), item("postings/new.YAML", name="new"))
    assert barred(plan) == []
    assert Reason(ReasonCode.NOT_READ, ("postings/driver.YAML", "postings/new.YAML")) in plan.notes
    targeted = plan_of(three, posting, item("postings/cook.YAML"), targets=frozenset({"nurse"}))
    assert barred(targeted) == []


def test_what_is_not_read_for_one_reason_is_said_once(three: Any, posting: Any) -> None:
    many = [item(f"postings/{i}.YAML") for i in range(7)]
    said = [message for _, message in barred(plan_of(three, posting, *many, item("postings/t", reason="is shut")))]
    assert len(said) == 2
    assert said[0].startswith("each of postings/0.YAML, ")
    assert "postings/4.YAML and 2 more is not read" in said[0]


def test_a_manifest_for_another_workspace_is_known(three: Any, posting: Any) -> None:
    elsewhere = posting("cook", title="cook", ops={"workspaces": ["sandbox"]})
    left = (posting("driver", title="driver"), posting("nurse", title="nurse"))
    assert barred(three.plan(*left, elsewhere, unread=(item("postings/team"),))) == []


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

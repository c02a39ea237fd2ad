"""Whom a plan concerns, and what stops since they are too many."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from heymilo_ops.model.live import Listing
from heymilo_ops.model.people import UNKNOWN, Impact, People
from heymilo_ops.plan.build import build
from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.impact import COMPLETED_NOTE, assess, refusal, touched

AT = "2027-01-10T09:30:00Z"
DAY = {"title": "Day nurse"}


def people(left: int, completed: int = 100) -> People:
    return People(completed + left, completed, AT)


def assessed(world: Any, *manifests: Any, people: dict[str, People] | None = None, **options: Any) -> Plan:
    """The plan with whom it concerns; HeyMilo was asked unless ``listing=None``."""
    given = {"listing": world.listing(), **options}
    inputs = world.inputs(*manifests, **given, people=people or {})
    return assess(inputs, build(inputs))


def ids(world: Any, *manifests: Any, **options: Any) -> tuple[str, ...]:
    inputs = world.inputs(*manifests, **{"listing": world.listing(), **options})
    return touched(inputs, build(inputs))


def codes(plan: Plan) -> list[str]:
    return [finding.code for finding in plan.findings]


def test_an_applied_plan_touches_nobody(applied: Any, posting: Any) -> None:
    assert ids(applied, posting()) == ()
    assert ids(applied, posting(ops={"protect": True})) == ()
    assert ids(applied, posting(), posting("cook")) == ()


def test_what_is_written_to_is_touched(applied: Any, posting: Any) -> None:
    assert ids(applied, posting(**DAY)) == ("p1",)
    assert ids(applied, posting(max_retakes=2)) == ("p1",)
    assert ids(applied) == ("p1",)
    assert ids(applied, posting(**DAY, ops={"on_replace": "keep"})) == ("p1",)


def test_what_is_forgotten_or_archived_already_is_not(applied: Any, posting: Any, live: Any) -> None:
    gone = applied.listing(postings={"p1": replace(applied.at_heymilo["p1"], archived=True, status="archived")})
    assert ids(applied, listing=gone) == ()
    assert ids(applied, posting(**DAY), recreate=frozenset({"nurse"}), listing=gone) == ()
    applied.apply(posting(ops={"on_remove": "forget"}))
    assert ids(applied) == ()


def test_an_older_posting_that_is_archived_elsewhere_is_not_touched(applied: Any, posting: Any) -> None:
    applied.apply(posting(**DAY, ops={"on_replace": "keep"}))
    applied.apply(posting(title="Ward nurse", ops={"on_replace": "keep"}))
    shut = replace(applied.at_heymilo["p1"], archived=True, status="archived")
    postings = {**applied.at_heymilo, "p1": shut}
    assert set(ids(applied, posting(title="Ward nurse"), listing=Listing(postings))) == {"p2"}


def test_the_impact_is_of_all_postings_that_a_change_touches(applied: Any, posting: Any) -> None:
    applied.apply(posting(**DAY, ops={"on_replace": "keep"}))
    plan = assessed(applied, posting(title="Ward nurse"), people={"p1": people(7), "p2": people(10)})
    assert plan.changes[0].impact == Impact(217, 200, 17, AT)
    assert COMPLETED_NOTE in plan.notes
    assert assessed(applied, posting(title="Ward nurse"), people={"p2": people(10)}).changes[0].impact == UNKNOWN


def test_what_touches_nobody_has_no_impact(applied: Any, posting: Any) -> None:
    plan = assessed(applied, posting(ops={"protect": True}), posting("cook"))
    assert [change.impact for change in plan.changes] == [None, None]
    assert COMPLETED_NOTE not in plan.notes


def test_counts_from_an_earlier_run_have_an_age(applied: Any, posting: Any) -> None:
    plan = assessed(applied, posting(**DAY), people={"p1": people(24)}, listing=None)
    assert plan.changes[0].impact == Impact(124, 100, 24, AT, age_hours=2)
    later = People(124, 100, "2027-01-10T13:00:00Z")
    plan = assessed(applied, posting(**DAY), people={"p1": later}, listing=None)
    assert plan.changes[0].impact.age_hours == 0, "another machine's clock is ahead"


@pytest.mark.parametrize(
    ("action", "change"), [("replace", DAY), ("update", {"max_retakes": 2}), ("archive", None)], ids=str
)
def test_a_limit_holds_for_its_action(applied: Any, posting: Any, action: str, change: dict[str, Any] | None) -> None:
    manifests = [] if change is None else [posting(**change)]
    others = {"archive": 0, "replace": 0, "update": 0}
    del others[action]
    cook = posting("cook")
    applied.apply(posting(), cook)
    for limits, expected in (({action: 24}, []), ({action: 23}, ["PL130"]), (others, []), ({}, [])):
        assert codes(assessed(applied, *manifests, cook, people={"p1": people(24)}, limits=limits)) == expected


def test_unknown_is_more_than_any_limit(applied: Any, posting: Any) -> None:
    limits = {"replace": 10**6}
    plan = assessed(applied, posting(**DAY), limits=limits)
    assert codes(plan) == ["PL130"]
    assert "unknown, which counts as more than the 1000000 that guards" in plan.findings[0].message
    assert "--allow-impact nurse=unknown" in plan.findings[0].help
    offline = assessed(applied, posting(**DAY), limits=limits, listing=None)
    assert [(finding.code, finding.severity) for finding in offline.findings] == [("PL131", "warning")]
    passed = assessed(applied, posting(**DAY), limits=limits, impact_allowed=frozenset({"nurse=unknown"}))
    assert (codes(passed), passed.permissions) == (["PL133"], ("--allow-impact nurse=unknown",))


def test_an_allowance_stands_in_the_place_of_the_limit(applied: Any, posting: Any) -> None:
    def plan(allowed: str, left: int = 24, **limits: int) -> Plan:
        given = {"people": {"p1": people(left)}, "limits": limits, "impact_allowed": frozenset({allowed})}
        return assessed(applied, posting(**DAY), **given)

    allowed = plan("nurse=24", replace=20)
    assert (codes(allowed), allowed.permissions) == (["PL133"], ("--allow-impact nurse=24",))
    assert allowed.changes[0].allowed == ("--allow-impact nurse=24",)
    over = plan("nurse=23", replace=20)
    assert (codes(over), over.permissions) == (["PL130"], ())
    assert "more than --allow-impact nurse=23 allows" in over.findings[0].message
    assert codes(plan("nurse=23")) == ["PL130"], "also where there is no limit, and below it"
    assert codes(plan("nurse=23", replace=30)) == ["PL130"]
    spare = plan("nurse=30", replace=30)
    assert (codes(spare), spare.permissions) == ([], ()), "it isn't needed"
    assert codes(plan("nurse=unknown", replace=20)) == ["PL130"], "a number that is known has to keep to the limit"
    assert codes(plan("nurse=unknown")) == []


def test_an_allowance_of_something_else_is_named(applied: Any, posting: Any) -> None:
    assert codes(assessed(applied, posting(), impact_allowed=frozenset({"nurs=1"}))) == ["PL401"]
    assert assessed(applied, posting(), impact_allowed=frozenset({"nurse=1"})).changes[0].allowed == ()


def test_finishing_a_replace_that_broke_off_is_no_new_decision(applied: Any, posting: Any) -> None:
    applied.apply(posting(**DAY))
    first, second = applied.state.postings["nurse"].revisions
    applied.edit("nurse", revisions=(first.model_copy(update={"archived_at": None}), second))
    applied.end("open")
    plan = assessed(applied, posting(**DAY), people={"p1": people(24)}, limits={"archive": 0, "replace": 0})
    assert (plan.changes[0].archives, codes(plan)) == (("p1",), [])
    assert plan.changes[0].impact == Impact(124, 100, 24, AT)


def test_where_counts_are_not_shown_nothing_says_how_many(applied: Any, posting: Any) -> None:
    hidden = {"shows_people": False, "people": {"p1": people(24)}, "limits": {"replace": 20}}
    for listing, code in ((applied.listing(), "PL130"), (None, "PL131")):
        plan = assessed(applied, posting(**DAY), **hidden, listing=listing)
        assert (plan.changes[0].impact, codes(plan)) == (None, [code])
        assert "24" not in plan.findings[0].message + plan.findings[0].help


def test_a_few_are_enough_where_the_limit_is_lower(applied: Any, posting: Any) -> None:
    plan = assessed(applied, posting(**DAY), people={"p1": people(2)}, limits={"replace": 1})
    assert "fewer than 5 people" in plan.findings[0].message
    assert "--allow-impact nurse=4" in plan.findings[0].help


def test_whose_people_could_not_be_read_is_said(applied: Any, posting: Any) -> None:
    why = {"p1": "HeyMilo answered 404", "p9": "of another posting"}
    plan = assessed(applied, posting(), posting("cook"), listing=applied.listing(uncounted=why))
    assert [(finding.code, finding.address) for finding in plan.findings] == [("PL132", "nurse")]
    assert "posting p1 has is unknown: HeyMilo answered 404" in plan.findings[0].message


def test_a_refusal_is_an_error_where_heymilo_was_asked(applied: Any, posting: Any) -> None:
    inputs = applied.inputs(posting(**DAY), listing=None, people={"p1": people(24)}, limits={"replace": 20})
    (check,) = assess(inputs, build(inputs)).impact_checks
    assert refusal(check, people(24)).code == "PL130"
    offline = refusal(check, people(24), offline=True)
    assert (offline.code, AT in offline.message) == ("PL131", True)


def test_an_edit_in_place_is_an_update(applied: Any, posting: Any) -> None:
    edited = posting(**DAY, ops={"on_change": "update"})
    assert ids(applied, edited) == ("p1",)
    for limits, expected in (({"update": 23}, ["PL130"]), ({"replace": 0}, [])):
        plan = assessed(applied, edited, people={"p1": people(24)}, limits=limits)
        assert (plan.changes[0].action, codes(plan)) == ("update", expected)

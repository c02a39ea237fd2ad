"""Postings that have the name of one of ours, and no marks, or another's."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.model.state import Intent


def test_one_that_would_be_made_a_second_time_is_a_warning(world: Any, posting: Any, live: Any) -> None:
    listing = world.listing(postings={"p9": live("p9", name="nurse", metadata={})})
    (found,) = world.plan(posting(), listing=listing).findings
    assert (found.code, found.severity, found.address) == ("PL505", "warning", "nurse")
    assert "posting p9" in found.message


def test_beside_one_on_record_it_is_a_note(applied: Any, posting: Any, live: Any) -> None:
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", name="nurse", metadata={})})
    plan = applied.plan(posting(), listing=listing)
    assert not plan.findings and not plan.has_changes
    assert any("posting p9" in note and "left alone" in note for note in plan.notes)


@pytest.mark.parametrize(
    "other",
    [
        {"name": "cook"},
        {"name": None},
        {"archived": True, "status": "archived"},
        {"metadata": {"heymilo-ops": "acme/other/nurse@1"}},
    ],
)
def test_others_are_none_of_our_business(world: Any, posting: Any, live: Any, other: dict[str, Any]) -> None:
    listing = world.listing(postings={"p9": live("p9", **{"name": "nurse", "metadata": {}, **other})})
    plan = world.plan(posting(), listing=listing, siblings=frozenset({"prod", "other"}))
    assert not any("p9" in each for each in [*plan.notes, *(found.message for found in plan.findings)])


def test_where_an_operation_is_unknown_its_change_says_so(applied: Any, posting: Any, live: Any) -> None:
    intent = Intent(
        kind="create", status="sending", op_id="e" * 32, address="nurse", action="replace", at="2027-01-10T00:00:00Z"
    )
    applied.state = applied.state.model_copy(update={"pending": (intent,)})
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", name="nurse", metadata={})})
    plan = applied.plan(posting(), listing=listing)
    assert not any("p9" in note for note in plan.notes)


OTHERS = [
    {"heymilo-ops": "other/prod/nurse@1"},
    {"heymilo-ops": "acme/old/nurse@3"},
    {"heymilo-ops": "other/old/nurse@1"},
]


@pytest.mark.parametrize("metadata", OTHERS)
def test_nothing_is_known_and_another_project_has_the_name(
    world: Any, posting: Any, live: Any, metadata: dict[str, str]
) -> None:
    world.state = None
    listing = world.listing(postings={"p9": live("p9", name="nurse", metadata=metadata)})
    given = {"listing": listing, "siblings": frozenset({"prod", "staging"})}
    plan = world.plan(posting(), **given)
    (found,) = plan.findings
    assert (found.code, found.severity, found.address) == ("PL508", "error", "nurse")
    assert metadata["heymilo-ops"].rpartition("/")[0] in found.message
    assert world.plan(posting(), recreate=frozenset({"nurse"}), **given).findings == ()
    closed = world.listing(postings={"p9": live("p9", metadata=metadata, archived=True)})
    assert world.plan(posting(), **given | {"listing": closed}).findings == ()
    assert world.plan(posting("cook"), **given).findings == ()


@pytest.mark.parametrize("metadata", OTHERS)
def test_a_state_that_knows_something_tells_another_repo_from_this_one(
    applied: Any, posting: Any, live: Any, metadata: dict[str, str]
) -> None:
    marks = {"heymilo-ops": metadata["heymilo-ops"].replace("nurse", "cook")}
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", name="cook", metadata=marks)})
    assert applied.plan(posting(), posting("cook"), listing=listing).findings == ()

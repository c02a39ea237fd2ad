"""Outcomes folded into the state."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from fake_heymilo import World, live, on, posting

from heymilo_ops.model import fold
from heymilo_ops.model.state import Intent


def test_a_stamp_is_utc_in_whole_seconds() -> None:
    moment = datetime(2027, 1, 1, 1, 30, 0, 999, tzinfo=timezone(timedelta(hours=2)))
    assert fold.stamp(moment) == "2026-12-31T23:30:00Z"


def test_an_archive_of_a_forgotten_address_only_ends_the_intent() -> None:
    world = World()
    world.want(posting("a"), posting("z"))
    world.api.fault = on("archive", "lose")
    world.want(posting("z"))
    (intent,) = world.state.unknown()
    state = fold.with_entry(world.state, "a", None)
    after = fold.confirmed(state, intent, live(world.api.postings["P1"]), "2027-01-01T00:00:00Z")
    assert after.pending == ()
    assert after.postings == state.postings


def test_an_update_keeps_links_that_heymilo_leaves_out() -> None:
    world = World()
    world.want(posting("a"))
    world.api.fault = on("update", "lose")
    world.want(posting("a", max_retakes=1))
    (intent,) = world.state.unknown()
    silent = {**world.api.postings["P1"], "urls": {"candidate_url": None, "review_url": None}}
    entry = fold.confirmed(world.state, intent, live(silent), "2027-01-01T00:00:00Z").postings["a"]
    assert (entry.candidate_url, entry.review_url) == ("https://c/P1", "https://r/P1")


def test_a_move_of_long_ago_moves_nothing() -> None:
    world = World()
    world.want(posting("a"))
    world.want(posting("b", ops={"moved_from": "a"}))
    world.want(posting("a"), posting("b", "Two?", ops={"moved_from": "c"}))
    state = world.state
    assert {address: entry.revision for address, entry in state.postings.items()} == {"a": 1, "b": 3}
    intent = Intent(
        kind="create",
        op_id="0" * 32,
        address="d",
        number=1,
        action="create",
        at="2027-01-01T00:00:00Z",
        ops={"moved_from": "a"},
    )
    assert fold.old_address(state, intent) is None, "number 1 begins a history, it continues none"
    assert fold.old_address(state, intent.model_copy(update={"number": 2})) == "a"
    assert fold.moved(state, "a", "b") is state

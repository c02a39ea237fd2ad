"""How many people postings have: asked of HeyMilo, kept beside the state, and added to a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from heymilo_ops.errors import OpsError, UnreachableError
from heymilo_ops.model.people import People
from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.impact import assess, touched
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.usecases.read_pace import PacedReads, titles_of

if TYPE_CHECKING:
    from heymilo_ops.statefile.store import StateStore

_MOST_FAILURES = 3
"""So many postings in a row whose people can't be read, and the others aren't asked for: each try takes long."""


def count_people(reads: PacedReads, titles: Mapping[str, str]) -> tuple[dict[str, People], dict[str, str]]:
    """Ask for the people of some postings: the counts by posting id, and for the others why they are unknown.

    ``titles``: by posting id.
    """
    people: dict[str, People] = {}
    uncounted: dict[str, str] = {}
    failures = 0

    def count(posting_id: str) -> None:
        nonlocal failures
        if failures >= _MOST_FAILURES:
            uncounted[posting_id] = "it was not asked for, since others could not be read"
            return
        try:
            people[posting_id], failures = reads.api.people(posting_id), 0
        except UnreachableError as error:
            uncounted[posting_id], failures = error.message, failures + 1

    reads.read_all(titles, count)
    return people, uncounted


def keep_counts(store: StateStore, people: Mapping[str, People]) -> str:
    """Keep counts beside the state, for plans without a key; why that failed, ``""`` where it didn't."""
    from heymilo_ops.statefile.people_file import keep_people

    if not people:
        return ""
    try:
        keep_people(store.backend, people)
    except OpsError as error:
        return f"How many people there are could not be kept beside the state: {error.message}."
    return ""


def with_people(inputs: PlanInput, plan: Plan, reads: PacedReads | None, store: StateStore) -> tuple[Plan, str]:
    """Return the plan with whom it concerns, and why the counts could not be kept (``""`` where they were).

    HeyMilo is asked for the postings that the plan touches, and only for those; without ``reads`` the file beside the
    state is read.
    """
    posting_ids = touched(inputs, plan)
    if not posting_ids or not (inputs.shows_people or inputs.limits or inputs.impact_allowed):
        return assess(inputs, plan), ""
    if reads is None or inputs.listing is None:
        return assess(replace(inputs, people=_kept_counts(store) if inputs.shows_people else {}), plan), ""
    listing = inputs.listing
    asked = [it for it in posting_ids if it not in listing.people and it not in listing.uncounted]
    people, uncounted = count_people(reads, titles_of(listing.postings, asked))
    counts = {**listing.people, **people}
    inputs = replace(
        inputs, people=counts, listing=replace(listing, people=counts, uncounted={**listing.uncounted, **uncounted})
    )
    return assess(inputs, plan), keep_counts(store, counts) if inputs.shows_people else drop_counts(store)


def _kept_counts(store: StateStore) -> dict[str, People]:
    """Read the counts beside the state; none, so that they are unknown, where that fails."""
    from heymilo_ops.statefile.people_file import read_people

    try:
        return read_people(store.backend)
    except OpsError:
        return {}


def drop_counts(store: StateStore) -> str:
    """Remove what an earlier run kept; why that failed, ``""`` where it did not."""
    from heymilo_ops.statefile.people_file import drop_people

    try:
        drop_people(store.backend)
    except OpsError as error:
        return f"people.json beside the state, which an earlier run wrote, could not be removed: {error.message}."
    return ""

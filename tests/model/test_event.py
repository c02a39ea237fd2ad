"""What an apply tells its observer."""

from __future__ import annotations

import dataclasses

import pytest

from heymilo_ops.model.event import (
    Ended,
    Event,
    Finished,
    Observer,
    OperationStarted,
    Outcome,
    Result,
    Started,
    Waiting,
)
from heymilo_ops.model.reason import as_written


def test_events_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Started(1).total = 2  # type: ignore[misc]


def test_an_observer_is_anything_that_takes_an_event() -> None:
    seen: list[Event] = []
    observer: Observer = seen.append
    outcome = Outcome("nurse", "create", Result.DONE)
    events = [
        Started(1),
        OperationStarted("nurse", "create", 1, 1),
        Waiting(2.0, as_written("limit")),
        Finished(outcome, 1, 1),
    ]
    for event in [*events, Ended((outcome,))]:
        observer(event)
    assert seen == [*events, Ended((outcome,))]
    assert outcome.errors is None and outcome.reasons == ()

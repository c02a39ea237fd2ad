"""The people that a run is about to write to, asked for right before its first write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

import pytest

from heymilo_ops.apply.jobs import Job
from heymilo_ops.apply.people_check import check_people
from heymilo_ops.errors import AttentionError, UnreachableError
from heymilo_ops.model.people import ImpactCheck, People
from heymilo_ops.plan.change import Action, Change, Plan
from heymilo_ops.remote.postings import Postings

AT = "2026-11-28T00:00:00Z"


class Counts:
    """A HeyMilo that knows how many people there are, and who asked."""

    def __init__(self, **left: int) -> None:
        self.left = left
        self.asked: list[str] = []

    def people(self, posting_id: str) -> People:
        self.asked.append(posting_id)
        if posting_id not in self.left:
            raise UnreachableError("HeyMilo answered 404", "")
        return People(self.left[posting_id] + 10, 10, AT)


def check(counts: Counts, *checks: ImpactCheck, sending: Iterable[str] = ("nurse",)) -> None:
    plan = Plan("prod", "ws", "", 0, (), impact_checks=checks)
    jobs = [Job(Change(name, Action.REPLACE), intents=(cast("Any", object()),)) for name in sending]
    check_people(plan, jobs, cast("Postings", counts))


def of(*posting_ids: str, **options: Any) -> ImpactCheck:
    return ImpactCheck("nurse", "replace", posting_ids, 20, **options)


def test_as_many_as_may_be_pass() -> None:
    counts = Counts(p1=20, p2=5)
    check(counts, of("p1"), of("p1"), of("p2"))
    assert counts.asked == ["p1", "p2"], "each posting is asked for once"


def test_one_more_refuses_the_whole_run() -> None:
    with pytest.raises(AttentionError, match="nurse: it would be replaced, and 21 people") as error:
        check(Counts(p1=21), of("p1"))
    assert error.value.message.endswith("Nothing was written")
    assert "`--allow-impact nurse=21`" in str(error.value.help)
    with pytest.raises(AttentionError, match="and 25 people"):
        check(Counts(p1=20, p2=5), of("p1", "p2"))


def test_unknown_refuses_it_too_unless_somebody_allows_that() -> None:
    with pytest.raises(AttentionError, match="is unknown, which counts as more"):
        check(Counts(), of("p1"))
    with pytest.raises(AttentionError, match="is unknown, which counts as more"):
        check(Counts(p2=1), of("p1", "p2"))
    check(Counts(), of("p1", option="--allow-impact nurse=unknown", takes_unknown=True))


def test_of_what_is_not_sent_nobody_is_asked_for() -> None:
    counts = Counts()
    check(counts, of("p1"), sending=("cook",))
    assert counts.asked == []

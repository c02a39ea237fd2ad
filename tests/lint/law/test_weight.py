from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from heymilo_ops.finding import Severity
from heymilo_ops.lint.law.law import Effect, Law, LawEntry
from heymilo_ops.lint.law.weight import Situated, weigh
from heymilo_ops.lint.topics.topic import Scope, Topic
from heymilo_ops.manifest.law_reader import load_law

NOW = datetime(2026, 6, 1, tzinfo=UTC)
AGE = "age"


def entry(place: str, effect: Effect = Effect.EVIDENCE, topic: str = AGE, **values: object) -> LawEntry:
    made = LawEntry(f"{place}/{topic}", (place,), topic, effect, "Says so.", "https://law.invalid/")
    return replace(made, **values)  # type: ignore[arg-type]


def weight(topic: str, scope: Scope, posting: Situated) -> Severity | None:
    weighed = weigh(topic, scope, posting)
    return weighed.severity if weighed is not None else None


@dataclass(frozen=True)
class Posting:
    law: Law
    places: tuple[str, ...] = ()
    now: datetime = NOW


COMMON = (entry("US"), entry("EU"), entry("GB"))
FAIR_CHANCE = (
    *("US-CA", "US-DC", "US-HI", "US-IL", "US-MA", "US-MD", "US-NJ", "US-NYC", "US-PHL", "US-WA"),
    *("CA-ON", "DE", "NL"),
)
LAW = Law(
    (
        *COMMON,
        entry("DE", Effect.BARS),
        entry("US-CA", Effect.BARS, "salary_history", since="0.3.0"),
        entry("FR", Effect.BARS, "residence", effective_from=date(2026, 9, 1)),
        entry("IE", Effect.BARS, "residence", effective_to=date(2026, 5, 31)),
        entry("GB", Effect.BARS, "disability_health", excepted=("GB-NIR",)),
        entry("ES", Effect.NOTICE, "ai"),
    )
)


@pytest.mark.parametrize("place", [(), ("US",), ("US-NY",), ("NL",), ("DE",), ("GB",), ("BR",)])
@pytest.mark.parametrize("scope", Scope)
def test_smoking_is_a_warning_as_a_knock_out_too(place: tuple[str, ...], scope: Scope) -> None:
    assert weight(Topic.LIFESTYLE, scope, Posting(load_law(), place)) is Severity.WARNING


def test_smoking_is_an_error_where_a_place_bars_it() -> None:
    barred = Law((*COMMON, entry("NL", Effect.BARS, Topic.LIFESTYLE)))
    assert weight(Topic.LIFESTYLE, Scope.ASKED, Posting(barred, ("NL",))) is Severity.ERROR
    later = Law((*COMMON, entry("NL", Effect.BARS, Topic.LIFESTYLE, effective_from=date(2030, 1, 1))))
    assert weight(Topic.LIFESTYLE, Scope.KNOCKOUT, Posting(later, ("NL",))) is Severity.WARNING


@pytest.mark.parametrize("place", FAIR_CHANCE)
def test_a_criminal_record_is_an_error_before_an_offer_where_a_place_bars_the_question(place: str) -> None:
    for scope in (Scope.ASKED, Scope.INSTRUCTION, Scope.KNOCKOUT):
        assert weight(Topic.CRIMINAL_RECORD, scope, Posting(load_law(), (place,))) is Severity.ERROR


@pytest.mark.parametrize("place", ["US", "US-TX", "US-FL", "US-CO", "US-VT", "US-NY", "GB", "CA", "BR", ""])
def test_a_criminal_record_is_a_warning_elsewhere_and_an_error_as_a_knock_out_by_law(place: str) -> None:
    places = (place,) if place else ()
    assert weight(Topic.CRIMINAL_RECORD, Scope.ASKED, Posting(load_law(), places)) is Severity.WARNING
    knockout = Severity.WARNING if place in ("", "BR") else Severity.ERROR
    assert weight(Topic.CRIMINAL_RECORD, Scope.KNOCKOUT, Posting(load_law(), places)) is knockout


@pytest.mark.parametrize(
    ("places", "topic", "scope", "severity"),
    [
        ((), AGE, Scope.ASKED, "warning"),
        ((), AGE, Scope.KNOCKOUT, "warning"),
        ((), "salary_history", Scope.ASKED, "info"),
        ((), "salary_history", Scope.KNOCKOUT, "warning"),
        (("NZ",), AGE, Scope.ASKED, "warning"),
        (("NZ",), AGE, Scope.KNOCKOUT, "warning"),
        (("NL",), AGE, Scope.ASKED, "warning"),
        (("NL",), AGE, Scope.KNOCKOUT, "error"),
        (("DE-BY",), AGE, Scope.ASKED, "error"),
        (("NL", "DE"), AGE, Scope.RUBRIC, "error"),
        (("US-CA",), "salary_history", Scope.ASKED, "error"),
        (("US-LAX",), "salary_history", Scope.ASKED, "error"),
        (("US-NY",), "salary_history", Scope.ASKED, None),
        (("NL",), "salary_history", Scope.ASKED, None),
        (("FR",), "residence", Scope.ASKED, "info"),
        (("FR",), "residence", Scope.KNOCKOUT, "warning"),
        (("IE",), "residence", Scope.ASKED, None),
        (("GB",), "disability_health", Scope.ASKED, "error"),
        (("GB-NIR",), "disability_health", Scope.ASKED, None),
        (("ES",), "ai", Scope.ASKED, None),
    ],
)
def test_a_topic_weighs_what_the_places_of_the_posting_say(
    places: tuple[str, ...], topic: str, scope: Scope, severity: str | None
) -> None:
    found = weight(topic, scope, Posting(LAW, places))
    assert (found.value if found else None) == severity


def test_without_any_law_every_topic_is_a_warning() -> None:
    assert {weight(topic, Scope.ASKED, Posting(Law())) for topic in Topic} == {Severity.WARNING}


def test_what_it_rests_on_comes_with_the_weight_the_heaviest_first() -> None:
    weighed = weigh(AGE, Scope.ASKED, Posting(LAW, ("NL", "DE")))
    assert weighed is not None
    assert [entry.id for entry in weighed.entries] == ["DE/age", "EU/age"]


def test_a_weight_is_as_new_as_the_oldest_entry_that_gives_it() -> None:
    newer = Law((*LAW.entries, entry("US", Effect.BARS, "salary_history", since="0.2.0")))
    assert getattr(weigh("salary_history", Scope.ASKED, Posting(LAW, ("US-CA",))), "since", None) == "0.3.0"
    assert getattr(weigh("salary_history", Scope.ASKED, Posting(newer, ("US-CA",))), "since", None) == "0.2.0"
    assert getattr(weigh(AGE, Scope.ASKED, Posting(LAW)), "since", None) == ""


def test_what_holds_in_a_place_is_what_is_current_there() -> None:
    assert [entry.id for entry in LAW.of(("FR",), NOW)] == ["EU/age", "FR/residence"]
    assert [entry.id for entry in LAW.of(("IE",), NOW)] == ["EU/age"]
    assert LAW.of((), NOW) == ()

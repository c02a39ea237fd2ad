from __future__ import annotations

import pytest

from heymilo_ops.lint.law.law import Law
from heymilo_ops.lint.rule import Subject
from heymilo_ops.lint.rules.places import lawyer_needed, place_unknown, place_without_law


def at(*places: str, **more):
    return {"ops": {"jurisdictions": list(places)}, **more}


@pytest.mark.parametrize("places", [(), ("UK",), ("gb-nir",), ("US-NYC", "EU"), ("DE-BY",), ("FR-75",), ("BR",)])
def test_a_place_that_is_known(hits_of, places):
    assert hits_of(place_unknown, at(*places)) == []


@pytest.mark.parametrize(
    ("written", "near"),
    [("Netherlands", "write NL, which is Netherlands"), ("US-NYX", "US-NY"), ("zzzzzz", "a code of ISO 3166")],
)
def test_an_unknown_place_is_an_error_with_the_nearest(hits_of, written, near):
    (hit,) = hits_of(place_unknown, at("GB", written))
    assert hit.pointer == "/ops/jurisdictions/1" and written in hit.message and near in hit.help


def test_a_place_without_law_is_named(hits_of):
    hits = hits_of(place_without_law, at("NL", "BR", "Nowhere", "DE-BY"))
    assert [(hit.pointer, "Brazil" in hit.message) for hit in hits] == [("/ops/jurisdictions/1", True)]


def test_without_law_data_no_place_is_blamed(subject_of):
    subject = subject_of(at("BR"))
    assert list(place_without_law.check(Subject(subject.desired, subject.now, True, Law()))) == []


TALK = {"type": "web_interview", "questions": [{"text": "Tell me about a customer.", "not_scored": True}]}
VIDEO = {
    **TALK,
    "config": {
        "video": True,
        "phone_calls_enabled": True,
        "cheat_detection_config": {"enabled": True, "threshold": 70, "types": ["multiple_people"]},
    },
}


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (at("US-NYC", workflow=[TALK]), ["New York City", "bias audit", "nyc.gov"]),
        (at("US-MD", workflow=[VIDEO]), ["Maryland", "and 1 more"]),
        (at("NL", workflow=[TALK]), ["Netherlands", "works council"]),
    ],
)
def test_what_no_text_can_do_is_said_once(hits_of, part, words):
    (hit,) = hits_of(lawyer_needed, part)
    assert all(word in f"{hit.message} {hit.help}" for word in words), hit


@pytest.mark.parametrize(
    "part", [at("US-TX", workflow=[TALK]), at(workflow=[TALK]), at("US-NYC"), at("US-MD", workflow=[TALK])]
)
def test_what_the_posting_does_not_use_needs_no_lawyer(hits_of, part):
    assert hits_of(lawyer_needed, part) == []

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from heymilo_ops.finding import Fix, FixKind, Severity
from heymilo_ops.lint.rule import FIRST_RELEASE, Hit, Subject, info, warning
from heymilo_ops.lint.run import MOST_HITS, run
from heymilo_ops.model.desired import desire
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.step import STEPS


@warning("ZZ001")
def every_question(subject: Subject) -> Iterator[Hit]:
    """Say something about every question."""
    yield from (Hit(pointer, "a question", "look") for pointer, _ in subject.questions)


@info("ZZ002")
def first_question(subject: Subject) -> Iterator[Hit]:
    """Say more about the first question."""
    yield Hit("/workflow/0/questions/0", "the first question", "look", Severity.ERROR)


@warning("ZZ003")
def broken(subject: Subject) -> Iterable[Hit]:
    """Divide by nothing."""
    raise ZeroDivisionError


@warning("ZZ004", english=True)
def for_english_words(subject: Subject) -> Iterator[Hit]:
    """Say something about what is in English."""
    yield Hit("/title", "the title", "look")


def test_a_rule_for_english_words_is_not_run_on_other_languages(subject_of: Callable[..., Subject]) -> None:
    for language, codes in (("en-GB", ["ZZ004"]), ("nl", [])):
        found = run([subject_of({"language": language})], [for_english_words])
        assert [finding.code for finding in found] == codes


QUESTIONS = [{"text": f"Question number {i}?", "question_type": "number"} for i in range(11)]


def form(name: str) -> dict[str, Any]:
    return {"name": name, "workflow": [{"type": "form", "questions": QUESTIONS}]}


def test_nothing_to_look_at():
    assert run([]) == []


def test_a_rule_that_raises_is_our_bug(subject_of: Callable[..., Subject]):
    with pytest.raises(ZeroDivisionError):
        run([subject_of({})], [broken])


def test_order_is_address_then_place_then_code(subject_of: Callable[..., Subject]):
    found = run([subject_of(form("b")), subject_of(form("a"))], [first_question, every_question])
    assert [finding.address for finding in found] == ["a"] * 12 + ["b"] * 12
    assert [(finding.pointer.rsplit("/", 1)[1], finding.code) for finding in found[:3]] == [
        ("0", "ZZ001"),
        ("0", "ZZ002"),
        ("1", "ZZ001"),
    ]
    assert found[11].pointer.endswith("/10")


def test_of_each_severity_the_first_thousand_of_a_rule_count(subject_of: Callable[..., Subject]):
    @warning("ZZ004")
    def many(subject: Subject) -> Iterator[Hit]:
        """Say much, and at its end something grave."""
        yield from (Hit("/title", f"{number:04}") for number in range(MOST_HITS + 5))
        yield Hit("/title", "grave", severity=Severity.ERROR)

    found = run([subject_of(form("a"))], [many])
    assert [each.message for each in found] == [*(f"{number:04}" for number in range(MOST_HITS)), "grave"]


def test_a_finding_has_all_of_its_rule_and_hit(subject_of: Callable[..., Subject]):
    finding = run([subject_of(form("a"))], [first_question])[0]
    assert (finding.code, finding.name, finding.severity) == ("ZZ002", "first-question", Severity.ERROR)
    assert (finding.message, finding.help, finding.place) == ("the first question", "look", None)
    assert first_question.page == "Say more about the first question."
    assert (finding.since, finding.preview, finding.proposal, finding.fix) == (FIRST_RELEASE, False, "", None)


def test_what_a_hit_says_of_release_preview_proposal_and_fix_counts(subject_of: Callable[..., Subject]):
    fix = Fix("/title", FixKind.SET, "New")

    @warning("ZZ005", since="0.3.0", preview=True, fixes=True)
    def titled(subject: Subject) -> Iterator[Hit]:
        """Say something of a title."""
        yield Hit("/title", "the title", "look", since="0.4.0", proposal="New", fix=fix)
        yield Hit("/title", "the title again", "look")

    first, second = run([subject_of(form("a"))], [titled])
    assert (first.since, first.preview, first.proposal, first.fix) == ("0.4.0", True, "New", fix)
    assert (second.since, second.preview) == ("0.3.0", True)


def _word() -> st.SearchStrategy[str]:
    odd = st.sampled_from(
        [
            "eye contact",
            "{{candidate_name}}",
            "TODO",
            "[Company]",
            "<!-- x y -->",
            "a\u200bb",
            "?",
            "?? !",
            "sk-",
            "://",
            "  ",
        ]
    )
    return (
        st.lists(odd | st.text(max_size=12), min_size=1, max_size=5)
        .map(" ".join)
        .map(lambda text: text if text.strip() else "Why?")
    )


def _value(annotation: Any) -> st.SearchStrategy[Any]:
    """Values for one field by its annotation, without regard to sense: only the schema must hold."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(arguments[0])
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (UnionType, Union):
        return st.one_of(*map(_value, arguments))
    if origin is tuple:
        return st.lists(_value(arguments[0]), min_size=1, max_size=4)
    if origin is dict:
        return st.dictionaries(st.text(max_size=5), _value(arguments[1]), max_size=3)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _part(annotation)
    return _PLAIN[annotation]


_ANY = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4)
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    type(None): st.none(),
    bool: st.booleans(),
    int: st.integers(0, 30),
    float: st.floats(-9, 9),
    str: _word(),
    Any: _ANY | st.lists(_ANY, max_size=3) | st.dictionaries(st.text(max_size=2), _ANY, max_size=2),
}


@cache
def _part(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    fields = {name: (_value(info.annotation), info.is_required()) for name, info in model.model_fields.items()}
    needed = {name for name, (_, required) in fields.items() if required} | ({"config", "questions"} & set(fields))
    required = {name: value for name, (value, _) in fields.items() if name in needed}
    optional = {name: value for name, (value, _) in fields.items() if name not in needed}
    return st.fixed_dictionaries(required, optional=optional)


def _repaired(data: dict[str, Any]) -> dict[str, Any] | None:
    """The data without what the schema refuses; ``None`` where nothing valid is left."""
    for _ in range(60):
        try:
            desire(data, "postings/x.yaml")
        except ValidationError as error:
            _remove(data, [each for each in error.errors()[0]["loc"] if each not in _TAGS])
        else:
            return data
    return None


_TAGS = {
    "web_interview",
    "conversational_sms",
    "resume",
    "form",
    "voice",
    "voice_tags",
    "sms",
    "resume_eligibility",
} | {
    "resume_scoring",
    "function-after[_not_reserved(), constrained-str]",
    "[key]",
}


def _remove(data: Any, place: list[Any]) -> None:
    """Take away the value at a place; where it is missing, what it is missing from."""
    around, key = None, None
    for token in place:
        inside = isinstance(data, dict) and token in data
        if not inside and not (isinstance(data, list) and isinstance(token, int) and token < len(data)):
            break
        around, key, data = data, token, data[token]
    if around is not None:
        del around[key]


STEP = st.one_of(*map(_part, STEPS.values()))
MOMENTS = st.datetimes(timezones=st.just(UTC))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(_part(Manifest), st.lists(STEP, min_size=1, max_size=3), MOMENTS, st.sampled_from([True, False, None]))
def test_no_rule_fails_on_any_valid_posting(
    data: dict[str, Any], steps: list[Any], now: datetime, sends: bool | None
) -> None:
    whole = {**data, "name": "any", "title": (data["title"] + "xxx")[:200]}
    valid = _repaired({**whole, "workflow": steps})
    assume(valid is not None)
    subject = Subject(desire(valid or {}, "postings/x.yaml"), now, sends)
    first = run([subject])
    assert first == run([Subject(subject.desired, now, sends)])
    event(f"{len(subject.questions)} questions")
    for finding_code in {finding.code for finding in first}:
        event(finding_code)
    for finding in first:
        assert finding.message and finding.help
        assert finding.pointer == "" or finding.pointer.startswith("/")

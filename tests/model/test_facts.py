"""Facts of fields: every field has exactly one, and a table lists them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, get_args

import pytest
from pydantic import BaseModel

from heymilo_ops.model.facts import ChangeClass, Fact, Kind, facts
from heymilo_ops.model.notices import NoticeElsewhere, Notices
from heymilo_ops.model.on_change import ByClass
from heymilo_ops.model.posting import Manifest, Ops
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, STEPS, Blackout, CheatDetection, WebInterviewSettings

TABLE = Path(__file__).with_name("fields.txt")
NESTED = (CheatDetection, WebInterviewSettings, Blackout)
MODELS = (
    Manifest,
    Ops,
    ByClass,
    Notices,
    NoticeElsewhere,
    *STEPS.values(),
    *CONFIGS.values(),
    *NESTED,
    *QUESTIONS.values(),
)


@dataclass(frozen=True)
class FieldFact:
    """A field of a model with its fact, as the table lists it."""

    model: str
    field: str
    fact: Fact
    description: str


def field_table(*models: type[BaseModel]) -> Iterator[FieldFact]:
    """Yield one row a field of the models."""
    for model in models:
        for name, fact in facts(model).items():
            yield FieldFact(model.__name__, name, fact, model.model_fields[name].description or "")


def line(row: FieldFact) -> str:
    fact = row.fact
    more = [
        f"default={fact.default!r}" if fact.default is not None else "",
        "prose" if fact.prose else "",
        "unordered" if fact.unordered else "",
        f"update_min={fact.update_min}" if fact.update_min is not None else "",
        f"update_max={fact.update_max}" if fact.update_max is not None else "",
        f"create_max={fact.create_max}" if fact.create_max is not None else "",
    ]
    return " ".join([f"{row.model}.{row.field}", fact.kind, fact.effect, *filter(None, more)])


def test_a_field_without_a_fact_is_our_mistake() -> None:
    class Bare(BaseModel):
        field: str

    class Twice(BaseModel):
        field: Annotated[str, Fact(Kind.DESIGN, ChangeClass.NOTICE), Fact(Kind.TOOL, ChangeClass.COSMETIC)]

    for model in (Bare, Twice):
        with pytest.raises(LookupError, match=f"{model.__name__}.field"):
            facts(model)


def test_only_text_is_prose() -> None:
    """A file may stand in the place of prose, and a number is in none."""
    for model in MODELS:
        for name, fact in facts(model).items():
            assert not fact.prose or str in _types(model.model_fields[name].annotation), f"{model.__name__}.{name}"


def _types(annotation: Any) -> set[Any]:
    parts = get_args(annotation)
    return {annotation}.union(*map(_types, parts))


def test_an_unknown_field_has_no_fact() -> None:
    with pytest.raises(LookupError):
        facts(Manifest)["colour"]


def test_the_table_of_all_fields() -> None:
    """Every field's kind, class and documented default. A change here changes what plans do: read it twice."""
    assert [line(row) for row in field_table(*MODELS)] == TABLE.read_text(encoding="utf-8").splitlines()


def test_the_table_leaves_no_model_out() -> None:
    def below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
        for each in model.__subclasses__():
            if each.__module__.startswith("heymilo_ops.model."):
                yield each
            yield from below(each)

    from heymilo_ops.model.facts import Model
    from heymilo_ops.model.posting import Posting
    from heymilo_ops.model.step import SharedConfig

    assert set(below(Model)) - {Posting, SharedConfig} == set(MODELS)


@pytest.mark.parametrize("row", list(field_table(*MODELS)), ids=lambda row: f"{row.model}.{row.field}")
def test_every_field_is_explained(row: FieldFact) -> None:
    assert row.description.strip()
    assert row.description.rstrip()[-1] in '."'


def test_settings_are_only_at_the_root_and_tool_keys_only_where_they_belong() -> None:
    rows = list(field_table(*MODELS))
    assert {row.model for row in rows if row.fact.kind is Kind.SETTINGS} == {"Manifest"}
    in_ops = ("Ops", "ByClass", "NoticeElsewhere", "Notices")
    tools = {f"{row.model}.{row.field}" for row in rows if row.fact.kind is Kind.TOOL and row.model not in in_ops}
    assert tools == {"Manifest.ops", *(f"{model.__name__}.key" for model in QUESTIONS.values())}


def test_classes_rise() -> None:
    names = ["cosmetic", "wording", "rubric", "scoring", "notice", "knockout", "identity"]
    assert sorted(ChangeClass, key=lambda each: each.weight) == names


@pytest.mark.parametrize(("former", "name"), [("guidance", "rubric"), ("told", "notice"), ("gating", "knockout")])
def test_a_former_name_of_a_class_is_read_and_not_written(former: str, name: str) -> None:
    assert ChangeClass(former).value == name


@pytest.mark.parametrize("value", ["grave", "", None, 3])
def test_no_other_name_is_a_class(value: object) -> None:
    with pytest.raises(ValueError, match="not a valid ChangeClass"):
        ChangeClass(value)

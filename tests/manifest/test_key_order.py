"""The usual order of keys: that of the models, each key once, none forgotten."""

from __future__ import annotations

import pytest

from heymilo_ops.manifest.fmt import ORDER
from heymilo_ops.model.posting import Manifest, Ops
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, STEPS


@pytest.mark.parametrize(
    ("order", "models", "words"),
    [
        (ORDER.root, [Manifest], {"extends"}),
        (ORDER.ops, [Ops], set()),
        (ORDER.step, list(STEPS.values()), set()),
        (ORDER.config, list(CONFIGS.values()), set()),
        (ORDER.question, list(QUESTIONS.values()), {"use"}),
    ],
    ids=["root", "ops", "step", "config", "question"],
)
def test_every_field_has_its_place(order: tuple[str, ...], models: list[type], words: set[str]) -> None:
    fields = words | {name for model in models for name in model.model_fields}  # type: ignore[attr-defined]
    assert set(order) == fields
    assert len(order) == len(fields)


def test_what_comes_first() -> None:
    assert ORDER.root[:3] == ("name", "extends", "title")
    assert ORDER.root[-2:] == ("workflow", "ops")
    assert ORDER.step == ("type", "config", "questions")
    assert ORDER.question[:5] == ("use", "key", "modality", "text", "question_type")

"""The usual order of keys: that of the models."""

from __future__ import annotations

from heymilo_ops.manifest.fmt import KeyOrder
from heymilo_ops.model.posting import Manifest, Ops
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, WebInterviewStep


def _fields(*models: type) -> tuple[str, ...]:
    """The fields of all models, each once, in the order of declaration."""
    return tuple(dict.fromkeys(name for model in models for name in model.model_fields))  # type: ignore[attr-defined]


ORDER = KeyOrder(
    root=_fields(Manifest),
    step=_fields(WebInterviewStep),
    config=_fields(*CONFIGS.values()),
    question=("key", *_fields(*QUESTIONS.values())),
    ops=_fields(Ops),
)

"""The usual order of keys: that of the models."""

from __future__ import annotations

from heymilo_ops.manifest.fmt import KeyOrder
from heymilo_ops.manifest.sharing.library import DEFAULTS, QUESTIONS
from heymilo_ops.model.posting import Manifest, Ops
from heymilo_ops.model.question import FormQuestion, VoiceQuestion, VoiceTag
from heymilo_ops.model.step import CONFIGS, WebInterviewStep


def _fields(*models: type) -> tuple[str, ...]:
    """Return the fields of all models, each once, in the order of declaration."""
    return tuple(dict.fromkeys(name for model in models for name in model.model_fields))  # type: ignore[attr-defined]


_FIRST = ("use", "key", "modality", "text", "question_type", "expected_answer", "expected_value", "is_dealbreaker")

ORDER = KeyOrder(
    root=("name", "extends", *_fields(Manifest)[1:]),
    step=_fields(WebInterviewStep),
    config=_fields(*CONFIGS.values()),
    question=tuple(dict.fromkeys((*_FIRST, *_fields(VoiceQuestion, VoiceTag, FormQuestion)))),
    ops=_fields(Ops),
)

SHARED_ORDER = {
    DEFAULTS: KeyOrder(root=(*_fields(Manifest), "steps"), config=ORDER.config, ops=ORDER.ops),
    QUESTIONS: KeyOrder(root=ORDER.question),
}
"""The order of keys in each kind of shared file."""

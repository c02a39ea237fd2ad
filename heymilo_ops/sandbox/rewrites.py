"""What a server may make of what it stores: the same postings and questions in another form when they are read.

The vendor documents some of it (deadlines go in as text and come out as numbers) and leaves the rest open. Each kind
of rewriting has a name, so that a test can ask for one or, as ``REWRITES``, for all:

- ``defaults``: fields that were left out have a value.
- ``floats``: whole numbers as floats.
- ``nulls``: every key of a config and of its nested objects is there, if only as null; a list or mapping that was
  left out is empty.
- ``order``: keys, steps, questions and unordered lists in another order; ``order`` and ``rank`` still say which is
  meant.
- ``texts``: without white space around them, and with plain line ends.
- ``times``: deadlines, and the answers of date questions, in whole seconds.
- ``types``: other names for question types and operators; a dropdown takes several choices.
- ``weights``: doubled, from the scale of create to that of the question endpoints.

Nothing here changes what is stored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeVar, get_args

from heymilo_ops.sandbox.requests import CONFIGS, epoch

Doc = dict[str, Any]
Rewrite = Literal["defaults", "floats", "nulls", "order", "texts", "times", "types", "weights"]
T = TypeVar("T")

REWRITES: frozenset[Rewrite] = frozenset(get_args(Rewrite))

_MODES = ("company_overview_delivery_mode", "job_overview_delivery_mode", "interview_process_overview_delivery_mode")
_CONFIG_DEFAULTS: Mapping[str, Doc] = {
    "conversational_sms": {"knockout_enabled": False, "cooldown_period_hrs": 24, "max_nudge_amount": 2},
    "form": {"knockout_enabled": False},
    "resume": {"knockout_enabled": False, "mandatory": False},
    "web_interview": {
        "video": False,
        "phone_calls_enabled": False,
        "interview_type": "general",
        "prompt_version": "v2",
        "is_multilingual": False,
        "num_questions": 5,
    },
}
_NESTED_KEYS: Mapping[str, Sequence[str]] = {
    "blackout_period": ("enabled", "timezone", "start_hour", "end_hour"),
    "cheat_detection_config": ("enabled", "threshold", "types"),
    "web_interview_config": ("show_transcript", "min_duration_seconds", "max_duration_seconds", "outro_message"),
}
_NESTED_DEFAULTS: Mapping[str, Doc] = {"cheat_detection_config": {"threshold": 70}}
_QUESTION_DEFAULTS: Mapping[str, Doc] = {
    "form": {"is_answer_mandated": False, "allow_multiple_files": False},
    "sms": {"score_weight": 1},
    "voice": {"min_follow_ups": 0, "max_follow_ups": 1, "score_weight": 1},
    "voice_tags": {"response_format": "freeform"},
}
_FLAGS = ("is_dealbreaker", "is_knockout", "not_scored")
_EMPTY = ("dropdown_values", "file_types", "options")
_TYPES = {"YES_NO": "yes_no", "NUMERIC": "numeric", "dropdown": "multiple-choice", "file_upload": "file-upload"}
_OPERATORS = {"eq": "exact", "gte": "minimum", "lte": "maximum"}
_DATE_OPERATORS = {"eq": "exact", "gt": "after", "gte": "after", "lt": "before", "lte": "before"}


def posting(answer: Doc, which: frozenset[str]) -> Doc:
    """Return a ``PostingResponse`` as a server that rewrites would give it."""
    if not which:
        return answer
    doc = {**answer, "workflow": [_step(step, which) for step in answer["workflow"]]}
    if "defaults" in which:
        doc |= {mode: doc[mode] or "exact_delivery" for mode in _MODES}
    if "nulls" in which:
        doc |= {key: doc[key] or {} for key in ("metadata", "ats_metadata")}
    if "times" in which and doc["deadline"] is not None:
        doc["deadline"] = int(doc["deadline"])
    return _rewritten(doc, which, keep=("created_at", "updated_at", "metadata", "urls", "deadline"))


def question(answer: Doc, which: frozenset[str]) -> Doc:
    """Return a ``QuestionResponse`` as a server that rewrites would give it."""
    if not which:
        return answer
    doc = dict(answer)
    for name, rewrite in _QUESTION_REWRITES.items():
        if name in which:
            rewrite(doc)
    return _rewritten(doc, which, keep=("rank", "created_at", "updated_at"))


def listed(rows: Sequence[T], which: frozenset[str]) -> Sequence[T]:
    """Return the questions of a posting in the order in which they are listed."""
    return rows[::-1] if "order" in which else rows


def _step(step: Doc, which: frozenset[str]) -> Doc:
    config: Doc = dict(step["config"])
    if "nulls" in which:
        config = {**dict.fromkeys(CONFIGS[step["type"]].model_fields), **config}
    if "defaults" in which:
        _fill(config, _CONFIG_DEFAULTS[step["type"]])
    for name in _NESTED_KEYS:
        if isinstance(config.get(name), dict):
            config[name] = _nested(name, config[name], which)
    return {**step, "config": config}


def _nested(name: str, value: Doc, which: frozenset[str]) -> Doc:
    doc = {**dict.fromkeys(_NESTED_KEYS[name]), **value} if "nulls" in which else dict(value)
    if "defaults" in which:
        _fill(doc, _NESTED_DEFAULTS.get(name, {}))
    if "order" in which and isinstance(doc.get("types"), list):
        doc["types"] = doc["types"][::-1]
    return doc


def _default(doc: Doc) -> None:
    _fill(doc, _QUESTION_DEFAULTS.get(doc["modality"], {}))
    _fill(doc, dict.fromkeys(_FLAGS, False))


def _fill(doc: Doc, defaults: Mapping[str, Any]) -> None:
    doc.update({key: value for key, value in defaults.items() if doc.get(key) is None})


def _empty(doc: Doc) -> None:
    _fill(doc, {key: [] for key in _EMPTY})


def _rename(doc: Doc) -> None:
    kind, operator = doc["question_type"], doc["operator"]
    if kind in ("dropdown", "multiple-choice"):
        doc["mcq_type"] = "multiple"
    doc["operator"] = (_DATE_OPERATORS if kind == "date" else _OPERATORS).get(operator, operator)
    doc["question_type"] = _TYPES.get(kind, kind)


def _double(doc: Doc) -> None:
    if doc["score_weight"] is not None:
        doc["score_weight"] = min(10, max(1, 2 * doc["score_weight"]))


def _reorder(doc: Doc) -> None:
    if doc["file_types"]:
        doc["file_types"] = doc["file_types"][::-1]


def _time(doc: Doc) -> None:
    if doc["question_type"] == "date" and isinstance(doc["answer"], str):
        try:
            doc["answer"] = int(epoch(doc["answer"]))
        except (ValueError, OverflowError):
            return


_QUESTION_REWRITES = {
    "defaults": _default,
    "nulls": _empty,
    "order": _reorder,
    "times": _time,
    "types": _rename,
    "weights": _double,
}


def _rewritten(doc: Doc, which: frozenset[str], *, keep: Sequence[str]) -> Doc:
    """Rewrite whatever a client has set, at any depth: texts, numbers and the order of keys."""
    rewritten = {key: value if key in keep else _value(value, which) for key, value in doc.items()}
    if "order" not in which:
        return rewritten
    if "workflow" in rewritten:
        rewritten["workflow"] = rewritten["workflow"][::-1]
    return dict(reversed(rewritten.items()))


def _value(value: Any, which: frozenset[str]) -> Any:
    if isinstance(value, str) and "texts" in which:
        return value.strip().replace("\r\n", "\n")
    if isinstance(value, int) and not isinstance(value, bool) and "floats" in which:
        return float(value)
    if isinstance(value, list):
        return [_value(item, which) for item in value]
    if isinstance(value, dict):
        pairs = [(key, inner if key == "order" else _value(inner, which)) for key, inner in value.items()]
        return dict(reversed(pairs) if "order" in which else pairs)
    return value

"""A live posting read as a create request: what a manifest would have to say to ask for it.

HeyMilo shows a posting and its questions otherwise than they were sent: with ids, nulls and defaults, times as numbers,
questions apart from their steps. ``live_request`` is the one reading of that; import makes a manifest of it, and
adoption, baselines, drift and edits in place compare it, each with ``as_read`` of a canonical form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ValidationError

from heymilo_ops.model.canonical import NESTED, canonical, prose_2
from heymilo_ops.model.facts import facts
from heymilo_ops.model.live import LATEST, RESERVED
from heymilo_ops.model.pointer import join
from heymilo_ops.model.posting import (
    LONGEST_METADATA_KEY,
    LONGEST_METADATA_VALUE,
    MOST_METADATA,
    RESERVED_PREFIX,
    Posting,
)
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, MODALITIES, STEPS, WRITTEN_ONCE

Json = dict[str, Any]


class LossCode(StrEnum):
    """Why a part of a live posting is not in its request."""

    UNKNOWN_FIELD = "unknown-field"
    """A field that no manifest has, such as an unknown key of an open config. ``value`` is its value."""
    INVALID_VALUE = "invalid-value"
    """A value that no manifest can hold. ``value`` is the value."""
    STRUCTURED_CONFIG = "structured-config"
    """The pass-or-fail rules of a question, which create can't send. ``value`` is the object."""
    UNKNOWN_STEP = "unknown-step"
    """A step of an unknown type, at its place in HeyMilo's workflow. ``value`` is the type."""
    UNKNOWN_MODALITY = "unknown-modality"
    """A question of an unknown modality. ``value`` is the question as HeyMilo gave it."""
    QUESTION_WITHOUT_STEP = "question-without-step"
    """A question of a modality that no step of the posting takes. ``value`` is the question."""
    INVALID_QUESTION = "invalid-question"
    """A question without a text that can be used. ``value`` is the question."""
    STEP_UNCLEAR = "step-unclear"
    """The questions of several steps of one type: HeyMilo doesn't say which belong to which step. All stand in the
    first of them, to which the pointer leads; ``value`` is the list of the indexes of these steps."""
    NO_STEPS = "no-steps"
    """The posting has no step that a manifest can hold. ``value`` is ``None``."""
    TOO_MUCH_METADATA = "too-much-metadata"
    """More entries of metadata than the tool's own leave room for. ``value`` is the list of their keys."""


_CHANGES_POSTING = frozenset(LossCode) - {
    LossCode.UNKNOWN_FIELD,
    LossCode.INVALID_VALUE,
    LossCode.STRUCTURED_CONFIG,
}


@dataclass(frozen=True, slots=True)
class Loss:
    """A part of a live posting that its request can't express or attribute.

    Attributes:
        pointer: JSON pointer of where it would stand in the request, or of what would hold it.
        value: see ``LossCode``.
    """

    code: LossCode
    pointer: str
    value: Any = None

    @property
    def changes_posting(self) -> bool:
        """Whether the request asks for another posting: what is missing is more than a value HeyMilo keeps by itself.

        Where this is false, the posting can be adopted and edited in place; a replace loses the value all the same.
        """
        return self.code in _CHANGES_POSTING or self.pointer == "/title"


@dataclass(frozen=True, slots=True)
class LiveRequest:
    """What a live posting would be asked for with.

    Attributes:
        request: create-shaped plain data in canonical form, ``name`` as it is at HeyMilo. Its steps have no
            ``questions`` where these weren't read. Compare it by ``as_read`` of both sides.
        question_ids: JSON pointer of each question in the request, with HeyMilo's id of it.
        losses: what the request doesn't hold, in the order of reading.
    """

    request: Json
    question_ids: Mapping[str, str]
    losses: tuple[Loss, ...] = ()


_SERVER_FIELDS = frozenset(
    {"archived", "ats_metadata", "company_id", "created_at", "finalized", "id", "object"}
    | {"status", "test_posting", "updated_at", "urls"}
)
_STEP_FIELDS = frozenset({"id", "order"})
_QUESTION_FIELDS = frozenset(["created_at", "id", "key", "modality", "object", "posting_id", "rank", "updated_at"])
_INTEGER = 2**53 - 1
_PLACEHOLDER = "xxx"
_BYTE_ORDER_MARK = "\ufeff"
_STEP_OF = {modality: step for step, modalities in MODALITIES.items() for modality in modalities}
_TYPE_ALIASES = {"file-upload": "file_upload"}


def live_request(document: Mapping[str, Any], questions: Sequence[Mapping[str, Any]] | None) -> LiveRequest:
    """Read a posting object (``Live.document``) and all its questions in HeyMilo's order; total on any JSON.

    ``questions``: ``None`` where they weren't read; the steps then have none.
    """
    reading = _Reading()
    request = reading.root(document)
    steps = reading.steps(document.get("workflow"))
    if questions is not None:
        reading.place(questions, steps)
    if steps:
        request["workflow"] = steps
    else:
        reading.lose(LossCode.NO_STEPS, "/workflow")
    return LiveRequest(canonical(request), reading.question_ids, tuple(reading.losses))


def as_read(form: Mapping[str, Any]) -> Json:
    """Return a canonical form as a reading of its posting would give it, to compare with that of a ``LiveRequest``.

    The questions of all steps of one type stand in the first of them, by modality: HeyMilo doesn't say more. How many
    questions to generate is left out. Questions that HeyMilo writes aren't known: a type of which a step leaves them
    out has none. A deadline is in whole seconds.
    """
    steps = form.get("workflow")
    if "deadline" in form:
        form = {**form, "deadline": whole_second(form["deadline"])}
    if not isinstance(steps, list):
        return dict(form)
    read = [_step_as_read(step) for step in steps]
    for kind, of_kind in _by_type(read).items():
        asked = [step.pop("questions", None) for step in of_kind]
        known = [questions for questions in asked if questions is not None]
        if len(known) == len(asked):
            order = MODALITIES[kind].index
            merged = [_question_as_read(question) for questions in known for question in questions]
            of_kind[0]["questions"] = sorted(merged, key=lambda question: order(question["modality"]))
    return {**form, "workflow": read}


def _step_as_read(step: Mapping[str, Any]) -> Json:
    config = {key: value for key, value in (step.get("config") or {}).items() if key not in WRITTEN_ONCE}
    bare = {key: value for key, value in step.items() if key != "config"}
    return {**bare, "config": config} if config else bare


def _question_as_read(question: Mapping[str, Any]) -> Json:
    read = {key: value for key, value in question.items() if value != []}
    kind = question.get("question_type")
    return {**read, "question_type": _TYPE_ALIASES[kind]} if kind in _TYPE_ALIASES else read


def _by_type(steps: Sequence[Json]) -> dict[str, list[Json]]:
    by_type: dict[str, list[Json]] = {}
    for step in steps:
        by_type.setdefault(step["type"], []).append(step)
    return by_type


class _Reading:
    """One posting being read: what is lost on the way, and the ids of its questions."""

    def __init__(self) -> None:
        self.losses: list[Loss] = []
        self.question_ids: dict[str, str] = {}

    def lose(self, code: LossCode, pointer: str, value: Any = None) -> None:
        self.losses.append(Loss(code, pointer, value))

    # -- the posting itself --------------------------------------------------------------------------------------------

    def root(self, document: Mapping[str, Any]) -> Json:
        apart = {"metadata", "name", "title", "workflow"}
        known = [key for key in facts(Posting) if key not in (*apart, "interview_template_id")]
        fields = {key: _plain(document[key]) for key in known if document.get(key) is not None}
        for key in sorted(document.keys() - apart - set(known) - _SERVER_FIELDS):
            if document[key]:
                self.lose(LossCode.UNKNOWN_FIELD, join(key), document[key])
        if "deadline" in fields:
            fields["deadline"] = _time(fields["deadline"])
        title = _prose(document.get("title"))
        kept = self.fitting(Posting, {"name": _PLACEHOLDER, "title": title, **fields}, "")
        kept["title"] = title if isinstance(title, str) and _is_text(title) else ""
        name = document.get("name")
        del kept["name"]
        if isinstance(name, str) and _is_text(name):
            kept = {"name": name, **kept}
        if metadata := self.metadata(document.get("metadata")):
            kept["metadata"] = metadata
        return kept

    def metadata(self, metadata: Any) -> dict[str, str]:
        if not isinstance(metadata, dict):
            return {}
        kept = {}
        for key, value in sorted(metadata.items()):
            if key in RESERVED or value is None:
                continue
            sized = isinstance(value, str) and len(value) <= LONGEST_METADATA_VALUE and len(key) <= LONGEST_METADATA_KEY
            if sized and not key.startswith(RESERVED_PREFIX) and _is_text(key) and _is_text(value):
                kept[key] = value
            else:
                self.lose(LossCode.INVALID_VALUE, join("metadata", key), value)
        if len(kept) > MOST_METADATA:
            self.lose(LossCode.TOO_MUCH_METADATA, "/metadata", list(kept))
        return kept

    # -- steps ---------------------------------------------------------------------------------------------------------

    def steps(self, workflow: Any) -> list[Json]:
        listed = [step for step in workflow if isinstance(step, dict)] if isinstance(workflow, list) else []
        if all(type(step.get("order")) is int for step in listed):
            listed.sort(key=lambda step: step["order"])
        steps: list[Json] = []
        for place, step in enumerate(listed):
            kind = step.get("type")
            if isinstance(kind, str) and kind in CONFIGS:
                steps.append(self.step(step, kind, f"/workflow/{len(steps)}"))
            else:
                self.lose(LossCode.UNKNOWN_STEP, f"/workflow/{place}", kind)
        return steps

    def step(self, step: Mapping[str, Any], kind: str, pointer: str) -> Json:
        self.known(STEPS[kind], {key: value for key, value in step.items() if key not in _STEP_FIELDS}, pointer)
        config = step.get("config")
        if not isinstance(config, dict):
            return {"type": kind}
        base = f"{pointer}/config"
        fields = {name: _plain(value) for name, value in config.items() if name not in WRITTEN_ONCE}
        known = self.known(CONFIGS[kind], fields, base)
        for name, model in NESTED.items():
            if isinstance(known.get(name), dict):
                known[name] = self.known(model, known[name], f"{base}/{name}")
        return {"type": kind, "config": self.fitting(CONFIGS[kind], known, base)}

    # -- questions -----------------------------------------------------------------------------------------------------

    def place(self, questions: Sequence[Mapping[str, Any]], steps: Sequence[Json]) -> None:
        """Put each question into the first step of its type."""
        indexes: dict[str, list[int]] = {}
        for index, step in enumerate(steps):
            indexes.setdefault(step["type"], []).append(index)
            step["questions"] = []
        ids: dict[int, list[Any]] = {}
        for question in sorted(questions, key=_place):
            modality = question.get("modality")
            if not isinstance(modality, str) or modality not in QUESTIONS:
                self.lose(LossCode.UNKNOWN_MODALITY, "/workflow", dict(question))
            elif _STEP_OF[modality] not in indexes:
                self.lose(LossCode.QUESTION_WITHOUT_STEP, "/workflow", dict(question))
            else:
                first = indexes[_STEP_OF[modality]][0]
                asked = steps[first]["questions"]
                if read := self.question(question, modality, f"/workflow/{first}/questions/{len(asked)}"):
                    asked.append(read)
                    ids.setdefault(first, []).append(question.get("id"))
        for of_kind in indexes.values():
            if len(of_kind) > 1 and steps[of_kind[0]]["questions"]:
                self.lose(LossCode.STEP_UNCLEAR, f"/workflow/{of_kind[0]}", of_kind)
        for first, of_step in ids.items():
            pointers = ((f"/workflow/{first}/questions/{number}", id) for number, id in enumerate(of_step))
            self.question_ids.update((pointer, id) for pointer, id in pointers if isinstance(id, str))

    def question(self, question: Mapping[str, Any], modality: str, pointer: str) -> Json | None:
        # A server may give an empty list for one that it was never sent: to a question both say nothing.
        filled = {key: value for key, value in question.items() if key not in _QUESTION_FIELDS and value != []}
        fields = {key: _plain(value) for key, value in filled.items()}
        if structured := fields.pop("structured_config", None):
            self.lose(LossCode.STRUCTURED_CONFIG, f"{pointer}/structured_config", structured)
        if isinstance(kind := fields.get("question_type"), str):
            fields["question_type"] = _TYPE_ALIASES.get(kind, kind)
        model = QUESTIONS[modality]
        text = fields.get("text")
        if not isinstance(text, str) or not text.strip() or not _is_writable(text):
            self.lose(LossCode.INVALID_QUESTION, pointer, dict(question))
            return None
        if _holds_mapping(fields.get("answer")):
            self.lose(LossCode.INVALID_VALUE, f"{pointer}/answer", fields.pop("answer"))
        known = self.known(model, fields, pointer)
        return self.fitting(model, {"modality": modality, **known}, pointer)

    # -- fields --------------------------------------------------------------------------------------------------------

    def known(self, model: type[BaseModel], fields: Mapping[str, Any], pointer: str) -> Json:
        """Return the fields that the model knows and that say something; another that does is lost."""
        known = {}
        for name, value in fields.items():
            if value is None:
                continue
            if name in facts(model):
                known[name] = value
            elif value:
                self.lose(LossCode.UNKNOWN_FIELD, join(name, base=pointer), value)
        return known

    def fitting(self, model: type[BaseModel], values: Mapping[str, Any], pointer: str) -> Json:
        """Return the values that the model takes; the others are lost."""
        kept = {name: dict(value) if isinstance(value, dict) else value for name, value in values.items()}
        kept |= {name: _prose(kept[name]) for name, fact in facts(model).items() if fact.prose and name in kept}
        while (path := _misfit(model, kept)) is not None:
            holder: Any = kept
            for part in path[:-1]:
                holder = holder[part]
            self.lose(LossCode.INVALID_VALUE, join(*path, base=pointer), holder[path[-1]])
            if path == ("title",):
                kept["title"] = _PLACEHOLDER
            elif isinstance(holder, list):
                kept[path[0]] = {**kept[path[0]], path[1]: [v for i, v in enumerate(holder) if i != path[-1]]}
            else:
                del holder[path[-1]]
        return kept


def _misfit(model: type[BaseModel], values: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """Return the path of a value that the model refuses: of a field, of one of a nested object, or of one of its
    unordered items.
    """
    for path, value in _leaves(values):
        if not _is_writable(value):
            return path
    try:
        model.model_validate(values)
    except ValidationError as error:
        return _path(error.errors(include_url=False, include_context=False, include_input=False)[0]["loc"], values)
    return None


def _leaves(values: Mapping[str, Any]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    for name, value in values.items():
        if isinstance(value, dict):
            yield from (((name, inner), item) for inner, item in value.items())
        else:
            yield (name,), value


def _path(location: Sequence[Any], values: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return the part of an error's location that leads through the values."""
    path: list[Any] = []
    value: Any = values
    for part in location:
        if isinstance(value, dict) and part in value:
            value = value[part]
        elif isinstance(value, list) and len(path) > 1 and isinstance(part, int):
            return (*path, part)
        else:
            break
        path.append(part)
    return tuple(path)


def _place(question: Mapping[str, Any]) -> tuple[int, int]:
    """Return what sorts questions by modality, then by rank; those without a rank keep their order, at the end."""
    modality, rank = question.get("modality"), question.get("rank")
    modalities = list(_STEP_OF)
    at = modalities.index(modality) if modality in modalities else len(modalities)
    return at, rank if type(rank) is int else _INTEGER


def _plain(value: Any) -> Any:
    """Return a value with whole numbers as integers; JSON has one kind of number."""
    if isinstance(value, float) and value.is_integer() and abs(value) <= _INTEGER:
        return int(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value


def _prose(value: Any) -> Any:
    """Return a text as the canonical form has it, which is what a manifest is written of; anything else as it is."""
    return prose_2(value) if isinstance(value, str) and _is_text(value) else value


def _time(deadline: Any) -> Any:
    """Return Unix seconds as an ISO 8601 time; anything else as it is."""
    if isinstance(deadline, bool) or not isinstance(deadline, int | float) or not 0 <= deadline <= LATEST:
        return deadline
    return datetime.fromtimestamp(deadline, UTC).isoformat().replace("+00:00", "Z")


def whole_second(deadline: Any) -> Any:
    """Return an ISO 8601 time without fractions of a second; anything else as it is.

    HeyMilo fills in a deadline to the microsecond, which is nothing that a person means.
    """
    try:
        moment = datetime.fromisoformat(deadline)
    except (TypeError, ValueError):
        return deadline
    if not moment.microsecond:
        return deadline
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def _holds_mapping(value: Any) -> bool:
    """Return whether an answer is a mapping or holds one: in a manifest that would be a form of sharing."""
    return isinstance(value, dict) or (isinstance(value, list) and any(map(_holds_mapping, value)))


def _is_text(text: str) -> bool:
    """Return whether a text can be written: it has no half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_writable(value: Any) -> bool:
    """Return whether every text of a value can be written, and every number: JSON readers round beyond 2^53.

    A text of nothing but byte order marks can't: to some readers it is blank, to others it isn't.
    """
    if isinstance(value, dict):
        return all(_is_text(key) and _is_writable(inner) for key, inner in value.items())
    if isinstance(value, list):
        return all(map(_is_writable, value))
    if isinstance(value, int | float):
        return abs(value) <= _INTEGER
    if not isinstance(value, str):
        return True
    return _is_text(value) and not (_BYTE_ORDER_MARK in value and not value.replace(_BYTE_ORDER_MARK, "").strip())

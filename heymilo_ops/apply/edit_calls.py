"""From what is live to what an edit in place still has to write. Pure: the same reading, the same calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel

from heymilo_ops.apply.edit_scope import Design, Form, Listed, begun_ids
from heymilo_ops.model.canonical import NESTED
from heymilo_ops.model.facts import facts
from heymilo_ops.model.live_request import LiveRequest, LossCode, as_read, live_request
from heymilo_ops.model.pointer import split, value_at
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import EditScope
from heymilo_ops.model.step import CONFIGS, MODALITIES
from heymilo_ops.plan.json_diff import is_same_json


@dataclass(frozen=True, slots=True)
class Target:
    """Where a value is written: the posting itself, a step (its place from 1), or a question (its id)."""

    step: int = 0
    question: str = ""


POSTING = Target()


@dataclass(frozen=True, slots=True)
class Write:
    """One value that differs.

    Attributes:
        value: what is sent; ``have``: what HeyMilo shows, in canonical form, ``None`` for nothing.
    """

    target: Target
    name: str
    value: Any
    have: Any


@dataclass(frozen=True, slots=True)
class Calls:
    """What is still to be written.

    Attributes:
        writes: values, those of one target together.
        gone: ids of questions to delete.
        new: questions to make, as they are sent.
        orders: modality → ids of all its questions, in order; not before its questions are all there.
    """

    writes: tuple[Write, ...] = ()
    gone: tuple[str, ...] = ()
    new: tuple[Mapping[str, Any], ...] = ()
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to write."""
        return not (self.writes or self.gone or self.new or self.orders)


@dataclass(frozen=True, slots=True)
class Goal:
    """What an edit brings about: the design, the request that holds its values as they are sent, and its scope."""

    design: Design
    request: Mapping[str, Any]
    scope: EditScope


def derive(goal: Goal, document: Mapping[str, Any], listed: Listed) -> Calls | Reason:
    """Return what is still to be written to reach the goal; or why nothing can be: somebody changed the posting.

    Args:
        document: the posting, as ``Live.document`` has it.
        listed: all its questions.
    """
    live = live_request(document, listed)
    ids = begun_ids(goal.design, goal.scope, listed)
    if isinstance(ids, Reason):
        return ids
    if _needs_steps(goal) and not _has_steps(goal.design.form, live):
        return Reason(ReasonCode.STEPS_CHANGED)
    there = {str(item.get("id")) for item in listed}
    gone = tuple(id for id in goal.scope.gone if id in there)
    questions = goal.design.questions()
    new = tuple(dict(value_at(goal.request, pointer)) for pointer in questions if pointer not in ids)
    return Calls(
        writes=(*_fields(goal, live), *_question_fields(goal, live, ids)),
        gone=gone,
        new=new,
        orders=dict(_orders(goal, listed, ids)),
    )


def _needs_steps(goal: Goal) -> bool:
    scope = goal.scope
    return bool(scope.orders or any(pointer.startswith("/workflow/") for pointer in scope.touched))


def _has_steps(form: Form, live: LiveRequest) -> bool:
    types = [[step["type"] for step in part.get("workflow") or ()] for part in (form, live.request)]
    return types[0] == types[1] and not any(loss.code is LossCode.UNKNOWN_STEP for loss in live.losses)


def _fields(goal: Goal, live: LiveRequest) -> Iterator[Write]:
    """Yield the values of the posting and its steps that differ, of those that the edit changes. Metadata is apart."""
    for pointer in goal.scope.touched:
        match split(pointer):
            case (name,) if name != "metadata":
                yield from _write(POSTING, Manifest, name, (goal.design.form, goal.request, live.request))
            case ("workflow", i, "config", name):
                steps = [part["workflow"][int(i)] for part in (goal.design.form, goal.request, live.request)]
                model = CONFIGS[steps[0]["type"]]
                desired, sent, have = (step.get("config") or {} for step in steps)
                for write in _write(Target(step=int(i) + 1), model, name, (desired, sent, have)):
                    yield _with_foreign_keys(write, pointer, live) if name in NESTED else write


def _with_foreign_keys(write: Write, pointer: str, live: LiveRequest) -> Write:
    """Return the write of a nested object with the keys that HeyMilo has in it and no manifest can say.

    An update replaces such an object whole, so they would be lost.
    """
    apart = (LossCode.UNKNOWN_FIELD, LossCode.INVALID_VALUE)
    lost = [loss for loss in live.losses if loss.code in apart and loss.pointer.startswith(f"{pointer}/")]
    kept = {split(loss.pointer)[-1]: loss.value for loss in lost if loss.pointer.count("/") == pointer.count("/") + 1}
    return replace(write, value={**kept, **write.value})


def _question_fields(goal: Goal, live: LiveRequest, ids: Mapping[str, str]) -> Iterator[Write]:
    """Yield the values of questions that differ; of one that the edit made, all that it sent."""
    places = {id: pointer for pointer, id in live.question_ids.items()}
    touched: dict[str, set[str]] = {}
    for value in goal.scope.touched:
        holder, _, name = value.rpartition("/")
        touched.setdefault(holder, set()).add(name)
    for pointer, question in goal.design.questions().items():
        id = ids.get(pointer, "")
        have = value_at(live.request, places[id]) if id in places else None
        if have is None:
            continue
        names = touched.get(pointer, set()) if pointer in goal.scope.pairs else set(question) - {"modality"}
        desired = question_as_read(question)
        sent = value_at(goal.request, pointer)
        for name in sorted(names):
            yield from _write(Target(question=id), QUESTIONS[question["modality"]], name, (desired, sent, have))


def question_as_read(question: Form) -> Form:
    """Return a question as a reading of it would give it."""
    kind = next(kind for kind, modalities in MODALITIES.items() if question["modality"] in modalities)
    read: Form = as_read({"workflow": [{"type": kind, "questions": [question]}]})["workflow"][0]["questions"][0]
    return read


def _write(target: Target, model: type[BaseModel], name: str, parts: tuple[Form, Form, Form]) -> Iterator[Write]:
    """Yield the write of one value where what is ``desired`` isn't what there is."""
    desired, sent, have = parts
    if is_same_json(desired.get(name), have.get(name)):
        return
    default = {} if name in NESTED else facts(model)[name].default
    yield Write(target, name, sent[name] if desired.get(name) is not None else default, have.get(name))


def _orders(goal: Goal, listed: Listed, ids: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for modality in goal.scope.orders:
        desired = [ids.get(p) for p, question in goal.design.questions().items() if question["modality"] == modality]
        there = [str(item["id"]) for item in _ranked(listed) if item.get("modality") == modality]
        complete = [id for id in desired if id is not None]
        if there != complete and sorted(there) == sorted(complete) and len(complete) == len(desired):
            yield modality, tuple(complete)


def _ranked(listed: Listed) -> Sequence[Mapping[str, Any]]:
    """Return the questions in the order of their ranks, where all have one."""
    if all(type(item.get("rank")) is int for item in listed):
        return sorted(listed, key=lambda item: int(item["rank"]))
    return listed

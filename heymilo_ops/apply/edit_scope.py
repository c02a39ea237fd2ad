"""The scope of an edit in place: which values and questions it changes, and to which ids it may write. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from heymilo_ops.model.canonical import reads_alike
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import EditScope
from heymilo_ops.model.step import MODALITIES, WRITTEN_ONCE
from heymilo_ops.plan.diff import Item, pair_questions
from heymilo_ops.plan.json_diff import is_same_json

Form = Mapping[str, Any]
Listed = Sequence[Mapping[str, Any]]
"""All questions of a posting, as HeyMilo lists them."""


@dataclass(frozen=True, slots=True)
class Design:
    """A canonical form with the keys of its questions, by JSON pointer."""

    form: Form
    keys: Mapping[str, str] = field(default_factory=dict)

    def questions(self) -> dict[str, Form]:
        """Return the questions by JSON pointer, in their order."""
        return {
            f"/workflow/{i}/questions/{j}": question
            for i, step in enumerate(self.form.get("workflow") or ())
            for j, question in enumerate(step.get("questions") or ())
        }

    def free(self) -> frozenset[str]:
        """Return the modalities whose questions HeyMilo writes, in a step at least: they are nobody's to edit."""
        steps = self.form.get("workflow")
        if steps is None:
            return frozenset(modality for modalities in MODALITIES.values() for modality in modalities)
        written = (step["type"] for step in steps if step.get("questions") is None)
        return frozenset(modality for kind in written for modality in MODALITIES[kind])


@dataclass(frozen=True, slots=True)
class EditBasis:
    """What an edit starts from.

    Attributes:
        design: what was applied; where an edit was begun and didn't end, what that was to bring about.
        ids: JSON pointer of each question of it that is there, with its id.
        carried: the scope of an edit that didn't end: all that it changes is changed anew.
        taken: as ``taken_in`` has it.
    """

    design: Design
    ids: Mapping[str, str]
    carried: EditScope
    taken: Mapping[str, str] = field(default_factory=dict)


def applied_ids(
    applied: Design, listed: Listed, baseline: Mapping[str, Sequence[str]], after: Design
) -> dict[str, str] | Reason:
    """Return the ids of the questions that were applied, by JSON pointer, without those that went at HeyMilo and from
    the manifest.

    A question is known by the id that HeyMilo gave it, where that is on record; without one by modality and text.

    Args:
        after: what is wanted now: a question that came or went at HeyMilo is no stranger where that says the same.
        baseline: the ids of the questions by modality, in their order, as they were read after the apply.

    Return why not, where HeyMilo has another question, or one that can't be told from another.
    """
    ids: dict[str, str] = {}
    there = {str(item.get("id")) for item in listed}
    candidates = _recorded(applied, listed, baseline)
    for pointer, alike in candidates.items():
        if len(alike) > 1:
            return Reason(ReasonCode.QUESTIONS_ALIKE, tuple(alike), str(applied.questions()[pointer]["text"]))
        if alike and alike[0] in there:
            ids[pointer] = alike[0]
    taken = taken_in(applied, after, listed, ids)
    partners = dict(partners_of(applied, after, taken))
    for pointer in candidates:
        if pointer in partners and pointer not in ids:
            return Reason(ReasonCode.QUESTION_MISSING, str(applied.questions()[pointer]["text"]))
    return stranger(listed, {*ids.values(), *taken.values()}, applied.free()) or ids


def accepted_ids(design: Design, known: Mapping[str, str], listed: Listed, after: Design) -> dict[str, str] | Reason:
    """Return the ids of the questions of a design that HeyMilo shows by consent, by JSON pointer.

    ``known``: as the plan compared them. Return why not, where one that is wanted is gone, or somebody made another.
    """
    there = {str(item.get("id")) for item in listed}
    ids = {pointer: id for pointer, id in known.items() if id in there}
    for pointer in dict(partners_of(design, after)):
        if pointer not in ids:
            return Reason(ReasonCode.QUESTION_MISSING, str(design.questions()[pointer]["text"]))
    return stranger(listed, {*ids.values()}, design.free()) or ids


def _recorded(applied: Design, listed: Listed, baseline: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return what each question that was applied may be at HeyMilo: the id on record, else those that read like it."""
    by_modality: dict[str, list[str]] = {}
    questions = applied.questions()
    for pointer, question in questions.items():
        by_modality.setdefault(question["modality"], []).append(pointer)
    candidates: dict[str, list[str]] = {}
    for modality, pointers in by_modality.items():
        recorded = baseline.get(modality, ())
        known = dict(zip(pointers, recorded, strict=True)) if len(recorded) == len(pointers) else None
        for pointer in pointers:
            candidates[pointer] = [known[pointer]] if known else _alike(questions[pointer], listed)
    return candidates


def taken_in(applied: Design, after: Design, listed: Listed, ids: Mapping[str, str]) -> dict[str, str]:
    """Return the questions that people made at HeyMilo and that the manifest has by now, with the same text: their ids
    by JSON pointer in the manifest's form.
    """
    old, taken = set(ids.values()), dict[str, str]()
    partners = {new for _, new in partners_of(applied, after, reworded=False)}
    for pointer, question in after.questions().items():
        if pointer not in partners:
            ids_alike = [id for id in _alike(question, listed) if id not in {*old, *taken.values()}]
            taken.update((pointer, id) for id in ids_alike[:1])
    return taken


def stranger(listed: Listed, known: set[str], free: frozenset[str]) -> Reason | None:
    """Return that HeyMilo has a question which nobody here knows, the first; ``None`` where it has none."""
    for item in listed:
        if item.get("id") not in known and item.get("modality") not in free:
            return Reason(ReasonCode.QUESTION_UNKNOWN, str(item.get("id")), str(item.get("text")))
    return None


def begun_ids(begun: Design, scope: EditScope, listed: Listed) -> dict[str, str] | Reason:
    """Return the ids of the questions of an edit that didn't end, by JSON pointer: those that were there before it,
    and those that it made, which are known by modality and text.

    Return why not, where HeyMilo has a question that is neither.
    """
    there = {str(item.get("id")) for item in listed}
    ids = {pointer: id for pointer, id in scope.pairs.items() if id in there}
    known = {*scope.listed, *scope.pairs.values(), *scope.gone}
    new = [item for item in listed if item.get("id") not in known]
    left = {pointer: question for pointer, question in begun.questions().items() if pointer not in scope.pairs}
    for question in left.values():
        pointers = [pointer for pointer, other in left.items() if is_alike(other, question)]
        made = _alike(question, new)
        if len(made) > len(pointers):
            return Reason(ReasonCode.QUESTIONS_ALIKE, tuple(made), str(question["text"]))
        ids.update(zip(pointers, made, strict=False))
    return stranger(listed, known | {*ids.values()}, begun.free()) or ids


def _alike(question: Form, listed: Listed) -> list[str]:
    return [str(item.get("id")) for item in listed if is_alike(item, question)]


def is_alike(item: Mapping[str, Any], question: Form) -> bool:
    return item.get("modality") == question["modality"] and reads_alike(str(item.get("text")), question["text"])


def edit_scope(basis: EditBasis, after: Design) -> EditScope:
    """Return the scope of the edit that brings what is live to the design ``after``."""
    partners = dict(partners_of(basis.design, after, basis.taken))
    pairs = {new: basis.ids[old] for old, new in partners.items() if old in basis.ids}
    kept, carried = set(pairs.values()), basis.carried
    left = [id for id in (*basis.ids.values(), *carried.gone) if id not in kept]
    touched = dict.fromkeys((*_moved(carried.touched, partners), *_touched(basis.design, after, partners)))
    return EditScope(
        before=carried.before,
        listed=carried.listed,
        pairs=pairs,
        gone=tuple(dict.fromkeys(left)),
        touched=tuple(touched),
        orders=tuple(sorted({*carried.orders, *_orders(basis, after, pairs)})),
    )


def partners_of(
    before: Design, after: Design, taken: Collection[str] = (), *, reworded: bool = True
) -> Iterator[tuple[str, str]]:
    """Yield the pointers of the questions that belong together, before and after; those ``taken`` belong to none."""
    steps = zip(before.form.get("workflow") or (), after.form.get("workflow") or (), strict=True)
    for i, (old, new) in enumerate(steps):
        at = f"/workflow/{i}/questions"
        olds = _items(before, old, at, ())
        news = _items(after, new, at, taken)
        pairs = pair_questions([item for _, item in olds], [item for _, item in news], reworded=reworded)
        for here, there in pairs:
            if olds[here][1].modality == news[there][1].modality:
                yield olds[here][0], news[there][0]


def _items(design: Design, step: Form, at: str, without: Collection[str]) -> list[tuple[str, Item]]:
    """Return what pairing needs of the questions of a step, each with its pointer."""
    asked = ((f"{at}/{j}", question) for j, question in enumerate(step.get("questions") or ()))
    return [
        (pointer, Item(design.keys.get(pointer), question["modality"], question["text"]))
        for pointer, question in asked
        if pointer not in without
    ]


def _touched(before: Design, after: Design, partners: Mapping[str, str]) -> Iterator[str]:
    """Yield the pointers of the values that differ."""
    apart = {"interview_template_id", "name", "workflow"}
    yield from _differing(before.form, after.form, "", apart)
    steps = zip(before.form.get("workflow") or (), after.form.get("workflow") or (), strict=True)
    for i, (old, new) in enumerate(steps):
        yield from _differing(old.get("config", {}), new.get("config", {}), f"/workflow/{i}/config", WRITTEN_ONCE)
    olds, news = before.questions(), after.questions()
    for old_pointer, new_pointer in partners.items():
        yield from _differing(olds[old_pointer], news[new_pointer], new_pointer)


def _differing(before: Form, after: Form, at: str, without: Iterable[str] = ()) -> Iterator[str]:
    for name in sorted({*before, *after} - set(without)):
        if (name in before) != (name in after) or not is_same_json(before.get(name), after.get(name)):
            yield f"{at}/{name}"


def _moved(touched: Iterable[str], partners: Mapping[str, str]) -> Iterator[str]:
    """Yield pointers of the design before as pointers of that after; those of questions that go are left out."""
    for pointer in touched:
        question, _, name = pointer.rpartition("/")
        if "/questions/" not in pointer:
            yield pointer
        elif question in partners:
            yield f"{partners[question]}/{name}"


def _orders(basis: EditBasis, after: Design, pairs: Mapping[str, str]) -> Iterator[str]:
    """Yield the modalities in which questions come, go or move."""
    before = _sequences(basis.design, basis.ids)
    desired = _sequences(after, pairs)
    for modality in {*before, *desired}:
        there = [id for id in before.get(modality, []) if id is not None]  # without what went at HeyMilo
        if there != desired.get(modality, []):
            yield modality


def _sequences(design: Design, ids: Mapping[str, str]) -> dict[str, list[str | None]]:
    """Return the ids of the questions by modality, in the order of the design; ``None`` for one that has none yet."""
    sequences: dict[str, list[str | None]] = {}
    for pointer, question in design.questions().items():
        sequences.setdefault(question["modality"], []).append(ids.get(pointer))
    return sequences

"""Field by field: what HeyMilo shows otherwise than it did after the last write, and what the manifest wants there.

A field is named by a path that stays the same when others come or go: ``/title``,
``/workflow/web_interview/config/voice_id``, ``/questions/KEY/text``. A question without a key has HeyMilo's id in place
of it; of several steps of one type each has its number from 0 in place of the type.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

from heymilo_ops.model.baseline import Baseline, Carried, without_questions
from heymilo_ops.model.canonical import canonical
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.pointer import join, split, value_at
from heymilo_ops.model.step import MODALITIES
from heymilo_ops.plan.change import DriftField, FieldChange
from heymilo_ops.plan.diff import Item, diff_forms, pair_questions
from heymilo_ops.plan.json_diff import is_same_json

Form = Mapping[str, Any]

_MODALITIES = [modality for modalities in MODALITIES.values() for modality in modalities]


class Reading(NamedTuple):
    """What HeyMilo shows of a posting, as ``live_request`` reads it.

    Attributes:
        question_ids: JSON pointer into ``request`` of each question, with HeyMilo's id.
        with_questions: whether its questions were asked for.
    """

    request: Form
    question_ids: Mapping[str, str]
    with_questions: bool


class Asked(NamedTuple):
    """A question with the pointer to it."""

    pointer: str
    question: Mapping[str, Any]


def questions_in(form: Form) -> list[Asked]:
    """Return the questions of a form, in order."""
    steps = form.get("workflow")
    return [
        Asked(f"/workflow/{i}/questions/{j}", question)
        for i, step in enumerate(steps if isinstance(steps, list) else ())
        for j, question in enumerate(step.get("questions") or ())
    ]


def link(form: Form, keys: Mapping[str, str], baseline: Baseline, reading: Reading | None = None) -> dict[str, str]:
    """Return HeyMilo's id of each question of a manifest's form by its pointer, as far as one is known to be it.

    By key, else by the same text: first as HeyMilo showed it at the time of the baseline, then as it shows it now. A
    question that was reworded is one of those that are left.
    """
    links: dict[str, str] = {}
    for reworded, (request, ids) in product((False, True), tuple(_sides(baseline, reading))):
        mine = [asked for asked in questions_in(form) if asked.pointer not in links]
        theirs = [asked for asked in questions_in(request) if ids.get(asked.pointer) not in {None, *links.values()}]
        before = [_item(asked, baseline.keys.get(ids[asked.pointer])) for asked in theirs]
        after = [_item(asked, keys.get(asked.pointer)) for asked in mine]
        for i, j in pair_questions(before, after, reworded=reworded):
            links[mine[j].pointer] = ids[theirs[i].pointer]
    return links


def _sides(baseline: Baseline, reading: Reading | None) -> Iterator[tuple[Form, Mapping[str, str]]]:
    yield baseline.request, baseline.question_ids
    if reading is not None and reading.with_questions:
        yield reading.request, reading.question_ids


def _item(asked: Asked, key: str | None) -> Item:
    return Item(key, str(asked.question.get("modality")), str(asked.question.get("text")).strip())


def keys_of(form: Form, keys: Mapping[str, str], request: Form, ids: Mapping[str, str]) -> dict[str, str]:
    """Return HeyMilo's id of each question that has a key in the manifest, with the key."""
    mine, theirs = questions_in(form), [asked for asked in questions_in(request) if asked.pointer in ids]
    pairs = pair_questions([_item(asked, None) for asked in theirs], [_item(asked, None) for asked in mine])
    keyed = ((ids[theirs[i].pointer], keys.get(mine[j].pointer)) for i, j in pairs)
    return {question_id: key for question_id, key in keyed if key is not None}


class LiveComparison:
    """A posting as it was read, as HeyMilo shows it now, and as the manifest wants it."""

    def __init__(self, baseline: Baseline, reading: Reading, desired: Desired | None) -> None:
        self.baseline = baseline
        self.has_questions = reading.with_questions and baseline.questions_read
        strip = dict if self.has_questions else without_questions
        self._before = canonical(strip(baseline.request))
        self._now = canonical(strip(reading.request))
        self._form: Form = desired.form if desired is not None else {}
        self._ids = reading.question_ids if self.has_questions else {}
        self.links = link(self._form, desired.keys, baseline, reading) if desired is not None else {}
        keys = desired.keys if desired is not None else {}
        self.links |= self._of_removed(keys)
        self.names = {self.links[pointer]: key for pointer, key in keys.items() if pointer in self.links}
        self.names = {**self.names, **baseline.keys}
        self.pointers = {question_id: pointer for pointer, question_id in self.links.items()}
        self._by_label = {self.label(question_id): question_id for question_id in self.pointers}

    def _of_removed(self, keys: Mapping[str, str]) -> dict[str, str]:
        """Return what the baseline calls the questions that were gone when it was read, by their pointers in the
        manifest's form.
        """
        left = [asked for asked in questions_in(self._form) if asked.pointer not in self.links]
        links: dict[str, str] = {}
        for carried in self.baseline.carried:
            tokens = split(carried.path)
            if carried.kind == "removed" and len(tokens) == 2 and tokens[0] == "questions":
                gone = _item(Asked("", carried.value), None)
                mine = (it for it in left if keys.get(it.pointer) == tokens[1] or _item(it, None) == gone)
                links.update((it.pointer, tokens[1]) for it in mine)
        return links

    def label(self, question_id: str) -> str:
        """Return what a path calls a question: its key, else its id."""
        return self.names.get(question_id, question_id)

    def id_of(self, label: str) -> str:
        """Return HeyMilo's id of what a path calls a question."""
        return next((question_id for question_id, name in self.names.items() if name == label), label)

    def type_of(self, question_id: str) -> str:
        """Return the type of the step that HeyMilo shows a question in."""
        pointer = self._live_pointers().get(question_id, "/workflow/0")
        return _types(self._now)[int(split(pointer)[1])]

    def by_id(self, path: str) -> str:
        """Return a path with HeyMilo's id in place of a question's key: a key may be given, or another one, later."""
        tokens = split(path)
        return join("questions", self.id_of(tokens[1]), *tokens[2:]) if tokens[0] == "questions" else path

    def live_question(self, question_id: str) -> Mapping[str, Any]:
        """Return a question as HeyMilo shows it now; nothing of one that it doesn't show."""
        pointer = self._live_pointers().get(question_id)
        return {} if pointer is None else dict(value_at(self._now, pointer))

    def order(self) -> list[str]:
        """Return the ids of all questions in HeyMilo's order."""
        return [self._ids[asked.pointer] for asked in questions_in(self._now) if asked.pointer in self._ids]

    @property
    def lacks_questions(self) -> bool:
        """Whether HeyMilo doesn't show a question of the manifest: an edit would make it."""
        ids = set(self.order())
        asked = questions_in(self._form) if self.has_questions else ()
        return any(self.links.get(item.pointer) not in ids for item in asked)

    def fields(self) -> tuple[DriftField, ...]:
        """Return what was changed outside, in the order of the manifest's fields; keys that others put into the
        metadata are none of it: a PATCH keeps them.
        """
        base_ids = self.baseline.question_ids if self.has_questions else {}
        fields = {
            path: self._field(path, change)
            for change in diff_forms(self._before, self._now, base_ids, self._ids)
            if not (change.kind == "added" and change.path.startswith("/metadata"))
            for path in (self._path(change),)
        }
        for carried in self.baseline.carried:
            known = fields.get(carried.path) or self._carried_move(carried)
            now = known.live if known is not None else self.value(carried.path, self._now, self._live_pointers())
            if is_same_json(now, carried.value):
                fields.pop(carried.path, None)
            elif known is not None or self.has_questions or not carried.path.startswith("/questions/"):
                effect = known.effect if known is not None else ChangeClass.COSMETIC
                asked_for = self.value(carried.path, self._form, self.pointers)
                if known is not None and known.kind == "moved":  # a place, and no value
                    asked_for = known.desired
                fields[carried.path] = DriftField(carried.path, carried.kind, carried.value, now, asked_for, effect)
        return tuple(fields.values())

    def _carried_move(self, carried: Carried) -> DriftField | None:
        """Return the move of a question that was known when the baseline was read: its place of now isn't compared
        with the baseline, which has it there as well.
        """
        tokens = split(carried.path)
        question_id = self.id_of(tokens[-1])
        pointer = self._live_pointers().get(question_id)
        if carried.kind != "moved" or pointer is None:
            return None
        place = int(split(pointer)[-1])
        return self._field(
            carried.path, FieldChange(pointer, "moved", carried.value, place, ChangeClass.SCORING, question_id)
        )

    def is_settled(self, change: FieldChange, settled: Iterable[str]) -> bool:
        """Return whether HeyMilo shows already what a change of the manifest asks for. ``settled``: paths."""
        if change.kind == "moved" and change.key is None and "/questions/" not in change.path:
            return False
        if change.kind == "moved":
            return self._same_order(change.path)
        return is_covered(self.path_of(change), tuple(settled))

    def path_of(self, change: FieldChange) -> str:
        """Return the path at which a change of the manifest is seen at HeyMilo; that of a revert stays as it is."""
        tokens = split(change.path)
        if tokens[0] == "workflow" and len(tokens) > 1 and not tokens[1].isdecimal():
            return change.path
        pointer = join(*tokens[:4])
        label = change.key or (self.label(self.links[pointer]) if pointer in self.links else None)
        return stable_path(change.path, self._form, label)

    def value(self, path: str, form: Form, pointers: Mapping[str, str]) -> Any:
        """Return the value at a path in a form. ``pointers``: that of each question in it, by id."""
        tokens = split(path)
        if tokens[0] == "questions":
            known = {self.label(question_id): pointer for question_id, pointer in pointers.items()}
            pointer = known.get(tokens[1])
            return None if pointer is None else value_at(form, join(*tokens[2:], base=pointer))
        if tokens[0] == "workflow" and len(tokens) > 1:
            number = step_number(tokens[1], form)
            return None if number is None else value_at(form, join(number, *tokens[2:], base="/workflow"))
        return value_at(form, path)

    def _live_pointers(self) -> dict[str, str]:
        return {question_id: pointer for pointer, question_id in self._ids.items()}

    def _field(self, path: str, change: FieldChange) -> DriftField:
        asked_for = self.value(path, self._form, self.pointers)
        if change.kind == "moved":
            asked_for = self._asked_place(change)
        return DriftField(path, change.kind, change.before, change.after, asked_for, change.effect)

    def _asked_place(self, change: FieldChange) -> Any:
        """Return where the manifest has a question that was moved: where HeyMilo shows it, if it has the others in the
        same order; those that only one of the two has don't count.
        """
        order = self._manifest_order(change.path)
        now = [question_id for question_id in self.order() if question_id in order]
        if now == [question_id for question_id in order if question_id in now]:
            return change.after
        return order.index(change.key) if change.key in order else None

    def _path(self, change: FieldChange) -> str:
        form = self._before if change.kind == "removed" else self._now
        return stable_path(change.path, form, self.label(change.key) if change.key is not None else None)

    def _same_order(self, path: str) -> bool:
        """Whether HeyMilo shows the questions of the manifest's step at this path in its order."""
        order = self._manifest_order(path)
        now = [self._ids.get(asked.pointer) for asked in questions_in(self._now)]
        return [question_id for question_id in now if question_id in order] == order

    def _manifest_order(self, path: str) -> list[str | None]:
        """Return the ids of a step's questions in the manifest's order, one modality after the other as HeyMilo has
        them; ``None`` for one that HeyMilo doesn't have.
        """
        step = join(*split(path)[:2]) + "/"
        asked = [item for item in questions_in(self._form) if item.pointer.startswith(step)]
        by_modality = sorted(asked, key=lambda item: _MODALITIES.index(str(item.question.get("modality"))))
        return [self.links.get(item.pointer) for item in by_modality]


def stable_path(path: str, form: Form, label: str | None) -> str:
    """Return the path of a value in a form: without the numbers of steps and questions where they can be named."""
    tokens = split(path)
    if tokens[0] != "workflow" or len(tokens) < 2:
        return path
    if label is not None and len(tokens) >= 4:
        return join("questions", label, *tokens[4:])
    return join("workflow", _step_name(tokens[1], form), *tokens[2:])


def _step_name(number: str, form: Form) -> str:
    types = _types(form)
    kind = types[int(number)] if int(number) < len(types) else number
    return kind if types.count(kind) == 1 else number


def step_number(name: str, form: Form) -> int | None:
    """Return the number of a step by what a path calls it; ``None`` where there is none of that type."""
    types = _types(form)
    if name.isdecimal():
        return int(name)
    return types.index(name) if name in types else None


def _types(form: Form) -> list[str]:
    steps = form.get("workflow")
    return [str(step.get("type")) for step in steps] if isinstance(steps, list) else []


def is_covered(path: str, patterns: Sequence[str]) -> bool:
    """Return whether one of these paths names it, or something that it is a part of."""
    return any(path == pattern or path.startswith(f"{pattern}/") for pattern in patterns)

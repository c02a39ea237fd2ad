"""What a change comes to for people, as counts and values: what a verdict and the readers' tasks are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.plan.change import Action, Change, FieldChange
from heymilo_ops.plan.diff import diff_forms
from heymilo_ops.plan.review_input import Designs
from heymilo_ops.review.effect_groups import Group, group_of, located
from heymilo_ops.review.field_path import Located, steps_of
from heymilo_ops.review.gates import ScriptGate, question_gate
from heymilo_ops.review.notice_alerts import NoticeAlert, notice_alerts
from heymilo_ops.review.question_words import is_another
from heymilo_ops.review.script import Minutes, script_of
from heymilo_ops.review.share_tables import share_table
from heymilo_ops.review.step_pairs import StepPair, step_pairs

_GATE_FLAGS = frozenset(
    {"answer", "expected_answer", "expected_value", "is_dealbreaker", "is_knockout", "knockout_enabled", "operator"}
)
"""Fields that say what a gate is, or whether it rejects: the gates themselves are counted."""
_GUIDES = frozenset(
    {"additional_instructions", "evaluation_criteria", "instructions", "post_processing_evaluation_criteria"}
    | {"score_of_1", "score_of_5"}
)


class ChangeKind(StrEnum):
    """What became of something."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class GateChange:
    """Something that ends an application by itself, as it was and as it becomes.

    Attributes:
        text: the question's words; ``""`` where it isn't a question.
        field: the setting of the step, where it isn't a question.
        before, after: ``None`` where there is none. One whose switch is off is there, and rejects nobody.
        pointer: into the design after the change; before it, where it is gone.
    """

    kind: ChangeKind
    text: str
    field: str
    step: str
    before: ScriptGate | None
    after: ScriptGate | None
    pointer: str


@dataclass(frozen=True, slots=True)
class PassMark:
    """The pass mark of a step, between 0 and 1; ``None`` where there is none."""

    step: str
    before: float | None
    after: float | None


class Sensitive(StrEnum):
    """What the law looks at wherever it is changed."""

    CHEAT_DETECTION = "cheat_detection"
    VIDEO = "video"
    VOICE = "voice"
    LANGUAGE = "language"


_SENSITIVE = {
    "candidate_presence_enabled": Sensitive.CHEAT_DETECTION,
    "cheat_detection_config": Sensitive.CHEAT_DETECTION,
    "is_multilingual": Sensitive.LANGUAGE,
    "language": Sensitive.LANGUAGE,
    "phone_calls_enabled": Sensitive.VOICE,
    "video": Sensitive.VIDEO,
    "voice_id": Sensitive.VOICE,
}


class ChangeFacts:
    """Works out what one change comes to.

    Attributes:
        is_new: whether there was nothing before, as far as is known.
        fields: its field changes; of a new posting all of its fields.
        items: the same, whole steps taken apart.
    """

    def __init__(self, change: Change, designs: Designs) -> None:
        self.change, self.designs = change, designs
        self.is_new = change.action is Action.CREATE or (
            change.action is Action.HOLD and designs.before is None and change.before_digest is None
        )
        self.fields: Sequence[FieldChange] = change.fields
        if not change.fields and self.is_new and designs.after is not None:
            self.fields = diff_forms({}, designs.after, {}, designs.after_keys)
        self.items: Sequence[Located] = located(replace(change, fields=tuple(self.fields)))

    @cached_property
    def steps(self) -> tuple[StepPair, ...]:
        """Both sides of every step; empty where no design is known, and of a posting that ends."""
        ends = self.change.action is Action.ARCHIVE
        return () if ends else step_pairs(self.designs.after, self.fields)

    @cached_property
    def groups(self) -> frozenset[Group]:
        """What the changed fields do to people."""
        return frozenset(group_of(item) for item in self.items)

    @cached_property
    def gates(self) -> tuple[GateChange, ...]:
        """What ends an application by itself now and didn't, no longer does, or does otherwise; without pass marks."""
        if self.designs.after is None:
            return tuple(self._flagged())
        return tuple(gate for step in self.steps for gate in (*_of_questions(step), *_of_step(step)))

    def _flagged(self) -> Iterator[GateChange]:
        """Yield the gates as the fields alone tell of them, where the designs aren't known: a plan from a file."""
        for at, field in self.items:
            name = at.name if at.field else ""
            if name in ("is_knockout", "is_dealbreaker", "knockout_enabled", "mandatory"):
                kind = ChangeKind.ADDED if field.after else ChangeKind.REMOVED
            elif name in _GATE_FLAGS and field.effect is ChangeClass.KNOCKOUT:
                kind = ChangeKind.CHANGED
            elif at.question is not None and not at.field and field.kind in ("added", "removed"):
                value = field.value
                if question_gate(value, {"knockout_enabled": True}) is None:
                    continue
                kind = ChangeKind(field.kind)
            else:
                continue
            yield GateChange(kind, "", name, "", None, None, field.path)

    @cached_property
    def pass_marks(self) -> tuple[PassMark, ...]:
        """The pass marks that differ; of a new posting all."""
        if self.designs.after is None:
            named = [field for at, field in self.items if at.name == "min_evaluation_score"]
            return tuple(PassMark("", field.before or None, field.after or None) for field in named)
        marks = (PassMark(step.kind, _mark(step.before_config), _mark(step.after_config)) for step in self.steps)
        return tuple(mark for mark in marks if mark.before != mark.after)

    @cached_property
    def other_hurdles(self) -> tuple[FieldChange, ...]:
        """What else of the class of knock-outs differs: answers that are required, retakes."""
        return tuple(
            field
            for at, field in self.items
            if field.effect is ChangeClass.KNOCKOUT
            and at.field
            and at.name not in _GATE_FLAGS | {"mandatory", "min_evaluation_score", "text"}
        )

    @property
    def rejects(self) -> bool:
        """Whether it differs who is rejected, or kept from going on."""
        return bool(self.gates or self.pass_marks or self.other_hurdles)

    @cached_property
    def notices(self) -> tuple[Located, ...]:
        """What differs of what candidates are told, sent or recorded by; the closing time is a setting."""
        return tuple(
            item
            for item in self.items
            if group_of(item) is Group.NOTICE
            or (item.change.effect is ChangeClass.NOTICE and group_of(item) is Group.SETTINGS)
            if item.path.field != ("deadline",)
        )

    @cached_property
    def other_notices(self) -> tuple[Located, ...]:
        """The same without the texts that lost a statement: each is counted once, as that statement."""
        gone = [alert.words for alert in self.alerts]
        return tuple(item for item in self.notices if not _loses(item.change.before, gone))

    @cached_property
    def alerts(self) -> tuple[NoticeAlert, ...]:
        """The sentences about the AI, the recording, human review or a contact that are said no longer."""
        before, after = self.designs.before, self.designs.after
        if before is None or after is None or not (self.notices or Group.ASKED in self.groups):
            return ()
        return notice_alerts(before, after)

    @cached_property
    def questions(self) -> Mapping[str, int]:
        """How many questions are ``reworded``, ``replaced`` by another, ``added``, ``removed`` and ``moved``."""
        whole = [field.kind for at, field in self.items if at.question is not None and not at.field]
        texts = [item for item in self.items if item.path.question is not None and item.path.name == "text"]
        places = {(at.step, at.question) for at, _ in texts}
        replaced = {(at.step, at.question) for at, field in texts if is_another(field.before, field.after)}
        kinds = {kind: whole.count(kind) for kind in ("added", "removed", "moved")}
        return {"reworded": len(places - replaced), "replaced": len(replaced), **kinds}

    @property
    def comes_or_goes(self) -> bool:
        """Whether questions or steps come, go or move."""
        steps = any(at.step is not None and at.question is None and not at.field for at, _ in self.items)
        kinds = ("replaced", "added", "removed", "moved")
        return steps or any(self.questions[kind] for kind in kinds) or self.writes_anew

    @cached_property
    def reweighs(self) -> bool:
        """Whether what counts, or how much, differs; guides aside."""
        names = ("not_scored", "question_type", "score_weight")
        scoring = (at.name in names or not at.field for at, field in self.items if field.effect is ChangeClass.SCORING)
        return any(scoring)

    @cached_property
    def guides(self) -> int:
        """How many scoring guides and instructions differ."""
        return sum(at.name in _GUIDES for at, field in self.items if field.effect is ChangeClass.RUBRIC)

    @property
    def scores(self) -> bool:
        """Whether it differs how answers are scored."""
        return self.reweighs or Group.COUNTS in self.groups

    @cached_property
    def sensitive(self) -> frozenset[Sensitive]:
        """What of it the law looks at: cheat detection, video, voice, language."""
        named = (_SENSITIVE.get(part) for at, _ in self.items for part in at.field)
        return frozenset(topic for topic in named if topic is not None)

    @cached_property
    def settings(self) -> tuple[Located, ...]:
        """The settings that differ, those of the tool among them."""
        return tuple(item for item in self.items if group_of(item) is Group.SETTINGS)

    @property
    def deadline(self) -> FieldChange | None:
        """The closing time, where it differs."""
        return next((field for at, field in self.items if at.field == ("deadline",)), None)

    @cached_property
    def writes_anew(self) -> bool:
        """Whether HeyMilo will write questions that nobody can see before they are asked."""
        if self.change.action not in (Action.CREATE, Action.REPLACE) and not self.is_new:
            return False
        form = self.designs.after or {}
        steps = steps_of(form)
        unwritten = any(step.get("questions") is None for step in steps)
        return "interview_template_id" in form or unwritten

    @cached_property
    def minutes(self) -> Minutes | None:
        """How long the interview takes after the change; ``None`` where that isn't known."""
        after = self.designs.after
        return script_of(after).minutes if after is not None else None

    @property
    def takes_otherwise(self) -> bool:
        """Whether the interview is new, or is known to take longer or shorter than before."""
        before = self.designs.before
        return self.is_new or (before is not None and script_of(before).minutes != self.minutes)

    @cached_property
    def weighed_marks(self) -> tuple[float, ...]:
        """The pass marks, of 0 to 1, of the steps whose questions weigh otherwise than before; each once."""
        if not self.reweighs or self.is_new:
            return ()
        steps = (step for step in self.steps if share_table(step) is not None)
        return tuple(dict.fromkeys(mark for step in steps if (mark := _mark(step.after_config)) is not None))

    @property
    def is_unknown(self) -> bool:
        """Whether it can't be told what differs: the content that was applied isn't known."""
        change = self.change
        is_other = change.before_digest != change.after_digest and change.after_digest is not None
        is_design = change.action in (Action.REPLACE, Action.UPDATE, Action.HOLD) and not self.is_new
        return change.to_settle or (is_other and is_design and not self.items)


def _of_questions(step: StepPair) -> Iterator[GateChange]:
    for pair in step.questions:
        before = question_gate(pair.before, step.before_config) if pair.before is not None else None
        after = question_gate(pair.after, step.after_config) if pair.after is not None else None
        kind = _kind(_rejecting(before, pair.before), _rejecting(after, pair.after))
        if kind is not None:
            text = str((pair.after or pair.before or {}).get("text") or "")
            pointer = f"/workflow/{step.index}/questions/{pair.number}"
            yield GateChange(kind, text, "", step.kind, before, after, pointer)


def _of_step(step: StepPair) -> Iterator[GateChange]:
    for field, before, after in (
        ("mandatory", _is_required(step.before_config), _is_required(step.after_config)),
        ("knockout_enabled", _has_unseen_gates(step.before), _has_unseen_gates(step.after)),
    ):
        if kind := _kind(before, after):
            yield GateChange(kind, "", field, step.kind, None, None, f"/workflow/{step.index}/config/{field}")


def _kind(before: Any, after: Any) -> ChangeKind | None:
    if before == after:
        return None
    if before is None or after is None:
        return ChangeKind.ADDED if before is None else ChangeKind.REMOVED
    return ChangeKind.CHANGED


def _rejecting(gate: ScriptGate | None, question: Mapping[str, Any] | None) -> tuple[Any, ...] | None:
    """Return what of a question decides who is rejected; ``None`` where nobody is."""
    if gate is None or question is None or not gate.rejects:
        return None
    return gate.rule, question.get("text"), question.get("dropdown_values"), question.get("options")


def _loses(before: Any, gone: Sequence[str]) -> bool:
    return isinstance(before, str) and any(words.rstrip(".") in before for words in gone)


def _is_required(config: Mapping[str, Any]) -> bool | None:
    return True if config.get("mandatory") is True else None


def _has_unseen_gates(step: Mapping[str, Any] | None) -> bool | None:
    """Return whether a step rejects by questions that HeyMilo writes."""
    if step is None or step.get("questions") is not None:
        return None
    return True if (step.get("config") or {}).get("knockout_enabled") is True else None


def _mark(config: Mapping[str, Any]) -> float | None:
    return config.get("min_evaluation_score") or None

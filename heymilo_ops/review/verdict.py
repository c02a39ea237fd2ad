"""The verdict on a plan, or on one posting of it: one line of counts, and what kind of change it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from heymilo_ops.model.people import Count
from heymilo_ops.model.reason import ReasonCode
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.review_input import ReviewInput
from heymilo_ops.review.change_facts import ChangeFacts, ChangeKind
from heymilo_ops.review.effect_groups import Group
from heymilo_ops.review.pass_mark_words import direction

LONGEST = 140
"""Characters of the line of a verdict at most."""


class Label(StrEnum):
    """What kind of change it is, the gravest first; the value is its words."""

    CANT_JUDGE = "can't be judged"
    CLOSES = "closes an interview"
    REPLACES = "replaces a live interview"
    REJECTS = "changes who is rejected"
    TELLS = "changes what candidates are told"
    SCORES = "changes scoring"
    ASKS = "changes what is asked"
    NEW = "new interview"
    TAKEN_OVER = "taken over, not compared with HeyMilo"
    WORDING = "wording only"
    SETTINGS = "settings only"
    NONE = "no change"


_CONTENT = {Label.REJECTS, Label.TELLS, Label.SCORES, Label.ASKS, Label.WORDING, Label.SETTINGS}
_NOT_ALONE = {Label.SETTINGS: "changes settings", Label.WORDING: "changes wording"}
"""The words of a label beside another that says what changes."""


@dataclass(frozen=True, slots=True)
class VerdictCounts:
    """What a verdict counts, of one posting or of all together.

    Attributes:
        must_fix: findings that keep the plan, or a part of it, from being applied.
        gates_added, gates_removed, gates_changed: what ends an application by itself.
        notices_changed: texts and settings by which candidates are told something; notices_removed: statements about
            the AI, the recording, people who look or a contact that are gone.
        questions_new: of interviews that are new; questions_changed: reworded, added and removed ones of others.
        weighs: whether weights differ, or what counts. guides: how many scoring guides do.
        marks: the pass marks before and after, each once; ``None`` where there is none.
        minutes: the least and the most that an interview takes; ``None`` where that stays as it was, isn't known, or
            nothing is asked.
        people: how many have registered and not completed; ``None`` where nobody is concerned, ``"not known"``.
    """

    must_fix: int = 0
    gates_added: int = 0
    gates_removed: int = 0
    gates_changed: int = 0
    notices_changed: int = 0
    notices_removed: int = 0
    questions_new: int = 0
    questions_changed: int = 0
    weighs: bool = False
    guides: int = 0
    marks: tuple[tuple[float | None, float | None], ...] = ()
    minutes: tuple[int, int] | None = None
    people: Count | None = None


@dataclass(frozen=True, slots=True)
class ReviewVerdict:
    """The verdict.

    Attributes:
        line: what has to be looked at, in a fixed order, at most ``LONGEST`` characters.
        label: the gravest class; also: the others, the gravest first.
    """

    line: str
    label: Label
    also: tuple[Label, ...]
    counts: VerdictCounts

    @property
    def labels(self) -> tuple[Label, ...]:
        """All classes, the gravest first."""
        return (self.label, *self.also)

    @property
    def words(self) -> tuple[str, ...]:
        """The classes in words."""
        is_alone = len(_CONTENT.intersection(self.labels)) == 1
        return tuple(label.value if is_alone else _NOT_ALONE.get(label, label.value) for label in self.labels)


def verdict_of(review: ReviewInput, change: Change | None = None) -> ReviewVerdict:
    """Return the verdict on a plan, or on one change of it."""
    changes = review.changes if change is None else (change,)
    facts = [ChangeFacts(one, review.designs_of(one)) for one in changes]
    return verdict_of_facts(review, facts, change)


def verdict_of_facts(review: ReviewInput, facts: Sequence[ChangeFacts], change: Change | None = None) -> ReviewVerdict:
    """Return the same for facts that were worked out already: of all changes, or of the one."""
    classes = {label for one in facts for label in labels_of(one)}
    if change is None:
        classes |= set(_labels_of_plan(review))
    if Label.ASKS in classes:
        classes.discard(Label.WORDING)
    if classes - {Label.NONE}:
        classes.discard(Label.NONE)
    labels = [label for label in Label if label in classes] or [Label.NONE]
    counts = _counts(review, facts, change)
    return ReviewVerdict(verdict_line(counts, labels[0]), labels[0], tuple(labels[1:]), counts)


def labels_of(facts: ChangeFacts) -> Iterator[Label]:
    """Yield the classes of one change, in no order."""
    change = facts.change
    if facts.is_unknown or facts.writes_anew:
        yield Label.CANT_JUDGE
    if closes(change):
        yield Label.CLOSES
    if change.action is Action.ARCHIVE:
        return
    if facts.is_new or change.activates:
        yield Label.NEW
        return
    if change.action is Action.REPLACE:
        yield Label.REPLACES
    if is_uncompared(change):
        yield Label.TAKEN_OVER
    yield from _labels_of_content(facts)


def _labels_of_content(facts: ChangeFacts) -> Iterator[Label]:
    if facts.rejects:
        yield Label.REJECTS
    if facts.notices:
        yield Label.TELLS
    if facts.scores:
        yield Label.SCORES
    if facts.comes_or_goes:
        yield Label.ASKS
    if Group.ASKED in facts.groups:
        yield Label.WORDING
    if Group.SETTINGS in facts.groups:
        yield Label.SETTINGS
    yield Label.NONE


def is_uncompared(change: Change) -> bool:
    """Return whether a posting is taken over and nobody has asked HeyMilo whether it is as its file says."""
    return any(reason.code is ReasonCode.ADOPTED_UNASKED for reason in change.reasons)


def closes(change: Change) -> bool:
    """Return whether a posting ends, now or once nobody is left in it, and none takes its place."""
    begins = any(drain.since is None for drain in change.drains) and change.action is not Action.REPLACE
    return change.action is Action.ARCHIVE or bool(change.closes) or begins


def _labels_of_plan(review: ReviewInput) -> Iterator[Label]:
    """Yield what holds for a plan as a whole."""
    if any(item.must_fix and not item.in_plan for item in review.findings):
        yield Label.CANT_JUDGE
    if not review.changes and review.must_fix:
        yield Label.CANT_JUDGE
    if review.loosened or review.plan.safety:
        yield Label.SETTINGS


_ASKED = ("reworded", "replaced", "added", "removed")


def _counts(review: ReviewInput, facts: Sequence[ChangeFacts], change: Change | None) -> VerdictCounts:
    findings = review.findings if change is None else review.findings_of(change.address)
    open_ = [one for one in facts if one.change.action is not Action.ARCHIVE]
    gates = [gate.kind for one in open_ for gate in one.gates]
    old = [one for one in open_ if not one.is_new]
    asked = [one.minutes for one in open_ if one.minutes is not None and one.takes_otherwise]
    return VerdictCounts(
        must_fix=sum(item.must_fix for item in findings),
        gates_added=gates.count(ChangeKind.ADDED),
        gates_removed=gates.count(ChangeKind.REMOVED),
        gates_changed=gates.count(ChangeKind.CHANGED) + sum(len(one.other_hurdles) for one in old),
        notices_changed=sum(len(one.other_notices) for one in old),
        notices_removed=sum(len(one.alerts) for one in old),
        questions_new=sum(one.questions["added"] for one in open_ if one.is_new),
        questions_changed=sum(one.questions[kind] for one in old for kind in _ASKED),
        weighs=any(one.reweighs for one in old),
        guides=sum(one.guides for one in old),
        marks=tuple(dict.fromkeys((mark.before, mark.after) for one in open_ for mark in one.pass_marks)),
        minutes=(min(it.low for it in asked), max(it.high for it in asked)) if asked else None,
        people=None if review.public else people_left(one.change for one in facts),
    )


NOT_KNOWN = "not known"
_FEWER = "fewer than "
_AT_LEAST = "at least "


def people_left(changes: Iterable[Change]) -> Count | None:
    """Return how many people of some changes have registered and not completed, as it may be shown.

    ``None`` where nobody is concerned, or counts are kept out; ``not known`` where none is known.
    """
    counts = [change.impact.not_completed for change in changes if change.impact is not None]
    if not counts:
        return None
    known = [count for count in counts if count is not None]
    if not known:
        return NOT_KNOWN
    if len(counts) == 1:
        return known[0]
    exact = len(known) == len(counts) and all(isinstance(count, int) for count in known)
    least = sum(map(_least, known))
    return least if exact else f"{_AT_LEAST}{least}"


def _least(count: Count) -> int:
    text = str(count)
    if text.startswith(_FEWER):
        return 1
    digits = text.removeprefix(_AT_LEAST)
    return int(digits) if digits.isascii() and digits.isdecimal() else 0


def verdict_line(counts: VerdictCounts, label: Label) -> str:
    """Return the counts in words, in their fixed order; the words of the label where there is nothing to count."""
    line = ""
    for parts in (_parts(counts), _parts(counts, is_full=False), _short_parts(counts)):
        line = _joined([part for part in parts if part] or [label.value])
        if len(line) <= LONGEST:
            break
    return line


def _joined(parts: Sequence[str]) -> str:
    line = " · ".join(parts)
    return line[:1].upper() + line[1:]


def _parts(counts: VerdictCounts, *, is_full: bool = True) -> Iterator[str]:
    yield f"must fix {_number(counts.must_fix)}" if counts.must_fix else ""
    yield _with_all("knock-outs", _gates(counts))
    yield _with_all("notices", _notices(counts))
    new, changed = counts.questions_new, counts.questions_changed
    asked = [f"{_number(changed)} changed"] * bool(changed) + [f"{_number(new)} new"] * bool(new)
    yield _with_all("questions", asked)
    yield ", ".join([*["weights"] * counts.weighs, *["guides"] * bool(counts.guides), *_marks(counts, is_full=is_full)])
    yield _minutes(counts)
    people = _people(counts)
    yield f"{people} not completed" if is_full and people and counts.people != NOT_KNOWN else people


def _short_parts(counts: VerdictCounts) -> Iterator[str]:
    """Yield the same in as few characters as that takes: together never more than ``LONGEST``."""
    yield f"must fix {_number(counts.must_fix, _FEW)}" if counts.must_fix else ""
    signs = ((counts.gates_added, "+"), (counts.gates_removed, "−"), (counts.gates_changed, "±"))
    yield _with_all("knock-outs", [f"{sign}{_number(count, _FEW)}" for count, sign in signs if count], " ")
    notices = counts.notices_changed + counts.notices_removed
    yield f"notices {_number(notices, _FEW)}" if notices else ""
    asked = counts.questions_new + counts.questions_changed
    yield f"questions {_number(asked, _FEW)}" if asked else ""
    yield ", ".join([*["weights"] * (counts.weighs or bool(counts.guides)), *["pass marks"] * bool(counts.marks)])
    yield _minutes(counts)
    yield _people(counts)


def _with_all(name: str, parts: Sequence[str], between: str = ", ") -> str:
    return f"{name} {between.join(parts)}" if parts else ""


def _gates(counts: VerdictCounts) -> list[str]:
    added, removed, changed = counts.gates_added, counts.gates_removed, counts.gates_changed
    signed = [f"+{_number(added)}"] * bool(added) + [f"−{_number(removed)}"] * bool(removed)
    return [*[" ".join(signed)] * bool(signed), *[f"{_number(changed)} changed"] * bool(changed)]


def _notices(counts: VerdictCounts) -> list[str]:
    changed, removed = counts.notices_changed, counts.notices_removed
    return [f"{_number(changed)} changed"] * bool(changed) + [f"{_number(removed)} removed"] * bool(removed)


def _marks(counts: VerdictCounts, *, is_full: bool) -> list[str]:
    if not counts.marks:
        return []
    if len(counts.marks) > 1:
        ways = {direction(*marks) for marks in counts.marks}
        return [" ".join(["pass marks", *(ways if is_full and len(ways) == 1 else ())]).strip()]
    before, after = counts.marks[0]
    if before is None or after is None:
        return [f"pass mark {_mark(after)}" if before is None else "no pass mark"]
    way = f", {direction(before, after)}" if is_full else ""
    return [f"pass mark {_mark(before)} → {_mark(after)}{way}"]


def _mark(mark: float | None) -> str:
    return f"{100 * (mark or 0):.4g}"


_MOST = 9999
_FEW = 999
"""The largest number that is written out, and that where there is little room."""


def _number(number: int, most: int = _MOST) -> str:
    return str(number) if number <= most else f"{most}+"


def _minutes(counts: VerdictCounts) -> str:
    if counts.minutes is None:
        return ""
    low, high = counts.minutes
    least, most = (_number(number, _FEW) for number in counts.minutes)
    return f"takes {least} min" if low == high else f"takes {least}–{most} min"


def _people(counts: VerdictCounts) -> str:
    people = counts.people
    if people is None:
        return ""
    if people == NOT_KNOWN:
        return "people not known"
    if isinstance(people, int):
        return "1 person" if people == 1 else f"{_number(people)} people"
    prefix = _FEWER if people.startswith(_FEWER) else _AT_LEAST
    return f"{prefix}{_number(int(people.removeprefix(prefix)))} people"

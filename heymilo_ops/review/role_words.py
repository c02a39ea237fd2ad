"""What each reader of a review is told: what changed for that role, in counts, and the questions it decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from heymilo_ops.finding import Severity
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.people import Count
from heymilo_ops.plan.change import Action
from heymilo_ops.plan.review_input import DismissedAs, ReviewInput, Role
from heymilo_ops.review.change_facts import ChangeFacts, ChangeKind, GateChange, Sensitive
from heymilo_ops.review.finding_blocks import merged
from heymilo_ops.review.in_place_blocks import could_stay
from heymilo_ops.review.notice_alerts import TOPICS
from heymilo_ops.review.pass_mark_words import between, direction, points
from heymilo_ops.review.role_questions import LARGE, is_file_gone, is_on_language, is_on_value, still_true
from heymilo_ops.review.set_aside import WAYS, fresh_set_aside, set_aside_phrase
from heymilo_ops.review.verdict import NOT_KNOWN, closes, people_left
from heymilo_ops.review.words import counted, field_name, value_words
from heymilo_ops.text.sanitize import one_line

ROLES: Mapping[Role, str] = {
    Role.LEGAL: "Legal",
    Role.HIRING_MANAGER: "Hiring manager",
    Role.RECRUITER: "Recruiter",
    Role.ENGINEERS: "Engineers",
}
CHANGED_ANYHOW = "what stands below"
CHANGE_IN_PLACE = "Or change it in place, with the same link?"
DECIDED_ANYHOW = "Is this meant?"
"""Where nothing of it is counted or asked by itself."""
_SENSITIVE: Mapping[Sensitive, str] = {
    Sensitive.CHEAT_DETECTION: "cheat detection",
    Sensitive.LANGUAGE: "language",
    Sensitive.VIDEO: "video recording",
    Sensitive.VOICE: "voice",
}
_QUOTE = 70
_NAMED = 3
"""Findings that are named in a row; all of them stand below."""


@dataclass(frozen=True)
class Totals:
    """What all changes of a plan come to together, as far as readers are told of it."""

    review: ReviewInput
    facts: Sequence[ChangeFacts]
    gates: Sequence[GateChange]
    questions: Mapping[str, int]
    people: Count | None

    @property
    def old(self) -> list[ChangeFacts]:
        """The changes of interviews that exist."""
        return [one for one in self.facts if not one.is_new and one.change.action is not Action.ARCHIVE]

    def number(self, *actions: Action) -> int:
        """How many changes are one of these actions."""
        return sum(one.change.action in actions for one in self.facts)

    @property
    def new(self) -> int:
        """How many interviews are new."""
        return sum(one.is_new for one in self.facts)

    @property
    def edited(self) -> list[ChangeFacts]:
        """The changes of interviews that keep their link."""
        updates = (one for one in self.facts if one.change.action is Action.UPDATE)
        return [one for one in updates if not (one.change.forgets or one.change.activates or closes(one.change))]

    @property
    def in_place(self) -> int:
        """How many interviews change and keep their link."""
        return len(self.edited)

    @property
    def needs_new_link(self) -> bool:
        """Whether the link of people closes before they have completed, as far as a review may say so."""
        replaced = [one.change for one in self.facts if one.change.action is Action.REPLACE and one.change.archives]
        return not self.review.public and people_left(replaced) not in (None, 0)

    @property
    def forgotten(self) -> int:
        """How many interviews this repository no longer manages, although they stay open."""
        return sum(one.change.forgets for one in self.facts)

    @property
    def identity(self) -> list[str]:
        """What differs of what an interview is to candidates, by name: its title, the language, the voice."""
        items = (item for one in self.old for item in one.items if item.change.effect is ChangeClass.IDENTITY)
        return list(dict.fromkeys(field_name(item.path.name).lower() for item in items if item.path.field))

    @property
    def closing(self) -> int:
        """How many interviews close."""
        return sum(closes(one.change) for one in self.facts)

    @property
    def sensitive(self) -> list[Sensitive]:
        """What the law looks at and that changes."""
        topics = {topic for one in self.old for topic in one.sensitive}
        return [topic for topic in Sensitive if topic in topics]


def totals(review: ReviewInput, facts: Sequence[ChangeFacts]) -> Totals:
    """Add up what the changes of a plan come to."""
    gates = [gate for one in facts for gate in one.gates]
    old = [one for one in facts if not one.is_new and one.change.action is not Action.ARCHIVE]
    kinds = ("reworded", "replaced", "added", "removed", "moved")
    questions = {kind: sum(one.questions[kind] for one in old) for kind in kinds}
    people = None if review.public else people_left(one.change for one in facts)
    return Totals(review, facts, gates, questions, people)


def _legal_changed(sums: Totals) -> Iterator[str]:
    for kind in ChangeKind:
        number = sum(gate.kind is kind for gate in sums.gates)
        if number:
            yield f"{counted(number, 'knock-out')} {kind.value}"
    alerts = sum(len(one.alerts) for one in sums.old)
    if alerts:
        about = dict.fromkeys(TOPICS[alert.topic] for one in sums.old for alert in one.alerts)
        yield f"{counted(alerts, 'statement')} to candidates removed ({', '.join(about)})"
    notices = sum(len(one.other_notices) for one in sums.old)
    if notices:
        yield f"{counted(notices, 'change')} of what candidates are told"
    yield from _marks(sums)
    if any(one.weighed_marks for one in sums.old):
        yield "weights in a step with a pass mark"
    yield from _hurdles(sums)
    if sums.new:
        yield counted(sums.new, "new interview")
    if topics := sums.sensitive:
        yield f"changed: {', '.join(_SENSITIVE[topic] for topic in topics)}"
    yield from _findings(sums)
    language = sum(map(is_on_language, sums.review.findings))
    if language:
        yield counted(language, "text") + " in another language than the posting"
    if sums.review.loosened:
        yield f"{counted(len(sums.review.loosened), 'check')} loosened"


def _hurdles(sums: Totals) -> Iterator[str]:
    hurdles = sum(len(one.other_hurdles) for one in sums.old)
    if hurdles:
        yield f"{counted(hurdles, 'rule')} on required answers or retakes changed"


def _findings(sums: Totals) -> Iterator[str]:
    findings = sums.review.findings
    counting = sum(item.is_fairness and item.dismissed is None for item in findings)
    if counting:
        yield counted(counting, "finding") + " on fairness or notices"
    for manner in DismissedAs:
        items = [item for item in findings if item.dismissed_as is manner]
        number = sum(manner is DismissedAs.SUPPRESSED or item.is_fairness for item in items)
        named = merged(fresh_set_aside(items, sums.facts))[:_NAMED]
        yield from (set_aside_phrase(one.item) for one in named)
        number -= sum(one.number for one in named)
        if number:
            yield f"{counted(number, 'other finding' if named else 'finding')} {WAYS[manner]}"


def _legal_decides(sums: Totals) -> Iterator[str]:
    rejecting = [gate for gate in sums.gates if gate.kind is not ChangeKind.REMOVED]
    if len(rejecting) == 1 and rejecting[0].text:
        yield f"May we reject automatically by “{_short(rejecting[0].text)}”?"
    elif rejecting:
        yield f"May we reject automatically by these {len(rejecting)} knock-outs?"
    elif any(one.other_hurdles for one in sums.facts):
        yield "May people be kept from going on by this?"
    yield from _marks_decided(sums)
    if any(gate.kind is ChangeKind.REMOVED for gate in sums.gates):
        yield "Is it right that nobody is rejected by what is removed?"
    if any(one.alerts for one in sums.old):
        yield "Is what candidates are told still enough without what was removed?"
        yield from still_true(sums.old, public=sums.review.public)
    elif any(one.notices for one in sums.old):
        yield "Is what candidates are told still enough?"
    if any(one.notices for one in sums.edited):
        yield "Must people who are in it be told?"
    if sums.new:
        yield (
            "May these interviews be used as they stand?"
            if sums.new > 1
            else "May this interview be used as it stands?"
        )
    if topics := sums.sensitive:
        yield f"Is the change of {' and '.join(_SENSITIVE[topic] for topic in topics)} allowed, and are people told?"
    findings = sums.review.findings
    open_ = [item.finding for item in findings if item.is_fairness and item.dismissed is None]
    if any(finding.severity is not Severity.INFO for finding in open_):
        yield "Must these texts change?"
    elif open_:
        yield "Is what the hints name taken care of?"
    if any(item.dismissed_as is DismissedAs.SUPPRESSED for item in findings):
        yield "Do we agree with the reasons for what is set aside?"
    if any(item.is_fairness and item.dismissed_as not in (None, DismissedAs.SUPPRESSED) for item in findings):
        yield "May what is left out of the checks stay as it is?"
    if any(map(is_on_language, findings)):
        yield "May people be asked in another language than the posting's?"
    if sums.review.loosened or sums.review.plan.safety:
        yield "May this be checked less than before?"


def _marks_decided(sums: Totals) -> Iterator[str]:
    """Yield what the law decides about pass marks: those that move, that are new or gone, and under new weights."""
    marks = list(dict.fromkeys((mark.before, mark.after) for one in sums.facts for mark in one.pass_marks))
    if len(marks) == 1:
        before, after = marks[0]
        way = direction(before, after)
        if before and after and way == "higher":
            yield f"May more people be rejected, those with {between(before, after)} points?"
        elif before and after:
            yield f"May people with {between(before, after)} points pass now, though others with them did not?"
        elif after:
            yield f"May people who score under {points(after)} be rejected automatically?"
        else:
            yield "Is it right that nobody is rejected by the score any more?"
    elif marks:
        yield "May people be rejected by these pass marks?"
    weighed = list(dict.fromkeys(mark for one in sums.old for mark in one.weighed_marks))
    if weighed:
        yield f"May new weights change who reaches the pass mark of {' or '.join(map(points, weighed))}?"


def _manager_changed(sums: Totals) -> Iterator[str]:
    values = sum(map(is_on_value, sums.review.findings))
    if values:
        yield f"{counted(values, 'value')} to correct"
    for kind, number in sums.questions.items():
        if number:
            yield f"{counted(number, 'question')} {'replaced by another' if kind == 'replaced' else kind}"
    if any(one.reweighs for one in sums.old):
        yield "weights"
    guides = sum(one.guides for one in sums.old)
    if guides:
        yield f"{counted(guides, 'scoring guide')} changed"
    if any(one.scores and not (one.reweighs or one.guides) for one in sums.old):
        yield "settings of how answers are judged"
    yield from _marks(sums)
    yield from _hurdles(sums)
    for kind in ChangeKind:
        number = sum(gate.kind is kind for gate in sums.gates)
        if number:
            yield f"{counted(number, 'knock-out')} {kind.value}"
    if sums.new:
        yield counted(sums.new, "new interview")
    if sums.identity:
        yield f"changed: {', '.join(sums.identity)}"
    if sums.closing:
        yield f"{counted(sums.closing, 'interview')} closing"


def _marks(sums: Totals) -> Iterator[str]:
    marks = [mark for one in sums.facts for mark in one.pass_marks]
    if len(marks) == 1 and marks[0].before is not None and marks[0].after is not None:
        before, after = marks[0].before, marks[0].after
        yield f"pass mark {points(before)} → {points(after)}, {direction(before, after)}"
    elif marks:
        yield counted(len(marks), "pass mark")


def _manager_decides(sums: Totals) -> Iterator[str]:
    if any(map(is_on_value, sums.review.findings)):
        yield "Which value?"
    if sums.new:
        yield "Do these interviews measure the jobs?" if sums.new > 1 else "Does this measure the job?"
    if any(sums.questions.values()) or any(one.scores for one in sums.old):
        yield "Does this still measure the job?"
    if any(one.pass_marks for one in sums.facts):
        yield "Is the pass mark where you want it?"
    if any(gate.kind is not ChangeKind.REMOVED for gate in sums.gates) or any(one.other_hurdles for one in sums.old):
        yield "Does the job need what people are kept out by?"
    if any(gate.kind is ChangeKind.REMOVED for gate in sums.gates):
        yield "Can the job do without what is removed?"
    if sums.identity:
        yield "Does it still fit the role?"
    if sums.closing:
        yield "Is the role filled, or no longer needed?"
    if any(could_stay(one.change) for one in sums.facts):
        yield CHANGE_IN_PLACE
    if any(is_file_gone(one.change.reasons) for one in sums.facts):
        yield "Was its file taken out on purpose?"


def _recruiter_changed(sums: Totals) -> Iterator[str]:
    replaced = sums.number(Action.REPLACE)
    if replaced:
        yield counted(replaced, "new link")
    if sums.new:
        yield counted(sums.new, "new interview")
    if sums.closing:
        yield f"{counted(sums.closing, 'interview')} closing"
    if sums.in_place:
        yield f"{counted(sums.in_place, 'interview')} changed in place, with the same link"
    yield from _managed(sums)
    notices = sum(len(one.notices) for one in sums.old)
    if notices:
        yield f"{counted(notices, 'change')} of what candidates are told"
    deadlines = [one.deadline for one in sums.old if one.deadline is not None]
    if len(deadlines) == 1:
        before, after = (value_words("deadline", value) for value in (deadlines[0].before, deadlines[0].after))
        yield f"closing date {before} → {after}"
    elif deadlines:
        yield counted(len(deadlines), "closing date") + " changed"
    if sums.questions["moved"]:
        yield f"{counted(sums.questions['moved'], 'question')} moved"
    others = sum(len(one.settings) for one in sums.old) - len(deadlines)
    if others:
        yield f"{counted(others, 'setting')} changed"
    if sums.people == NOT_KNOWN:
        yield "how many people are concerned is not known"
    elif sums.people not in (None, 0):
        yield f"{sums.people} registered and not completed"


def _managed(sums: Totals) -> Iterator[str]:
    adopted = sums.number(Action.ADOPT)
    if adopted:
        yield f"{counted(adopted, 'interview')} taken over from HeyMilo"
    if sums.forgotten:
        yield f"{counted(sums.forgotten, 'interview')} no longer managed here"


def _recruiter_decides(sums: Totals) -> Iterator[str]:
    if sums.number(Action.REPLACE):
        yield "Where is the old link published?"
    if sums.needs_new_link:
        yield "Who sends the new link to the people who haven't completed?"
    if any(could_stay(one.change) for one in sums.facts):
        yield CHANGE_IN_PLACE
    if sums.closing:
        yield "Who tells the people who haven't completed?"
    if sums.new:
        yield "When and where do the links go out?" if sums.new > 1 else "When and where does the link go out?"
    if any(not one.notices for one in sums.edited):  # else legal is asked
        yield "Must people who are in it be told?"
    if sums.number(Action.ADOPT) or sums.forgotten:
        yield "Is it right who manages them from now on?"
    if any(one.deadline is not None for one in sums.old):
        yield "Is the closing date right?"
    if any(one.notices for one in sums.old):
        yield "Do messages and pages elsewhere still say the same?"


def _engineers_changed(sums: Totals) -> Iterator[str]:
    review = sums.review
    must_fix = sum(item.must_fix for item in review.findings)
    if must_fix:
        yield f"{must_fix} to fix"
    others = sum(item.dismissed is None and not item.must_fix for item in review.findings)
    if others:
        yield counted(others, "other finding")
    if LARGE in review.plan.permissions:
        yield "more interviews replaced or closed at once than usual"
    held = sums.number(Action.HOLD)
    if held:
        yield f"{held} held"
    yield from _managed(sums)
    drifting = sum(bool(change.open_drift) for change in review.plan.changes)
    if drifting:
        yield f"{drifting} changed at HeyMilo"
    if review.loosened:
        yield f"{counted(len(review.loosened), 'check')} loosened"
    if review.plan.safety:
        yield f"{counted(len(review.plan.safety), 'safety setting')} changed"
    if review.uncompared:
        yield "settings that could not be compared with the default branch"


def _engineers_decides(sums: Totals) -> Iterator[str]:
    review = sums.review
    if any(item.must_fix for item in review.findings):
        yield "Fix what must be fixed, and plan again."
    if LARGE in review.plan.permissions:
        yield "Is so large a change meant? It has to be allowed by hand."
    if sums.number(Action.HOLD):
        yield "What settles what is held?"
    if sums.number(Action.ADOPT):
        yield "Is each file the same as what is live at HeyMilo?"
    if sums.forgotten:
        yield "Is it meant that this repository forgets them?"
    if any(change.open_drift for change in review.plan.changes):
        yield "Keep what was changed at HeyMilo, or take it back?"
    if review.loosened or review.plan.safety:
        yield "Are these settings meant?"


_Lines = Callable[[Totals], Iterator[str]]

CHANGED: Mapping[Role, _Lines] = {
    Role.ENGINEERS: _engineers_changed,
    Role.HIRING_MANAGER: _manager_changed,
    Role.LEGAL: _legal_changed,
    Role.RECRUITER: _recruiter_changed,
}
"""What changed, by the role that is told of it."""

DECIDES: Mapping[Role, _Lines] = {
    Role.ENGINEERS: _engineers_decides,
    Role.HIRING_MANAGER: _manager_decides,
    Role.LEGAL: _legal_decides,
    Role.RECRUITER: _recruiter_decides,
}
"""What is decided, by the role that does."""


def _short(text: str) -> str:
    return one_line(text, _QUOTE)

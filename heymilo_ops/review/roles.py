"""Who looks at a plan, and what each of them decides: from what changes, what is found, and what is checked less.

A table says which role reads which class of change and which action. heymilo.yaml may say it otherwise; what would be
read by nobody then keeps the readers that it has by default.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.plan.change import Action
from heymilo_ops.plan.effect import classes
from heymilo_ops.plan.review_input import DismissedAs, Reviewer, ReviewInput, Role
from heymilo_ops.review import role_words as words
from heymilo_ops.review.change_facts import ChangeFacts
from heymilo_ops.review.plan_words import titles_of
from heymilo_ops.review.role_questions import LARGE, is_on_language, is_on_value
from heymilo_ops.review.verdict import closes
from heymilo_ops.text.sanitize import one_line

CLASS_READERS: Mapping[ChangeClass, frozenset[Role]] = {
    ChangeClass.COSMETIC: frozenset({Role.RECRUITER}),
    ChangeClass.WORDING: frozenset({Role.HIRING_MANAGER}),
    ChangeClass.RUBRIC: frozenset({Role.HIRING_MANAGER}),
    ChangeClass.SCORING: frozenset({Role.HIRING_MANAGER}),
    ChangeClass.NOTICE: frozenset({Role.LEGAL, Role.RECRUITER}),
    ChangeClass.KNOCKOUT: frozenset({Role.LEGAL, Role.HIRING_MANAGER}),
    ChangeClass.IDENTITY: frozenset({Role.HIRING_MANAGER, Role.RECRUITER}),
}
"""Who reads a class of change by default."""

ACTION_READERS: Mapping[Action, frozenset[Role]] = {
    Action.ADOPT: frozenset({Role.RECRUITER, Role.ENGINEERS}),
    Action.ARCHIVE: frozenset({Role.RECRUITER}),
    Action.CREATE: frozenset({Role.LEGAL, Role.HIRING_MANAGER, Role.RECRUITER}),
    Action.HOLD: frozenset({Role.ENGINEERS}),
    Action.REPLACE: frozenset({Role.RECRUITER}),
    Action.UNCHANGED: frozenset({Role.ENGINEERS}),
    Action.UPDATE: frozenset({Role.RECRUITER}),
}
"""Who reads an action by default."""


@dataclass(frozen=True, slots=True)
class RoleTask:
    """What one role has to look at.

    Attributes:
        team: as the forge names it; ``""`` where heymilo.yaml names none.
        changed: what changed for this role, a phrase each: ``1 knock-out added``.
        decides: the questions that it answers.
    """

    role: Role
    team: str
    changed: tuple[str, ...]
    decides: tuple[str, ...]


def class_readers(effect: ChangeClass, reviewers: Mapping[Role, Reviewer]) -> frozenset[Role]:
    """Return who reads a class of change; never nobody."""
    return _readers(CLASS_READERS[effect], reviewers, lambda reviewer: reviewer.classes, effect)


def action_readers(action: Action, reviewers: Mapping[Role, Reviewer]) -> frozenset[Role]:
    """Return who reads an action; never nobody."""
    return _readers(ACTION_READERS[action], reviewers, lambda reviewer: reviewer.actions, action)


def _readers(
    default: frozenset[Role],
    reviewers: Mapping[Role, Reviewer],
    of: Callable[[Reviewer], frozenset[ChangeClass] | frozenset[Action] | None],
    item: ChangeClass | Action,
) -> frozenset[Role]:
    read = {role: of(reviewer) for role, reviewer in reviewers.items()}
    named = {role for role in Role if (item in (read[role] or ()) if read.get(role) is not None else role in default)}
    return frozenset(named) or default


def required_roles(review: ReviewInput, facts: Sequence[ChangeFacts] | None = None) -> tuple[Role, ...]:
    """Return who has to look at a plan, in the order of ``Role``; nobody where nothing changes."""
    named = set(_of_plan(review))
    for one in facts_of(review) if facts is None else facts:
        named |= set(_of_change(review, one))
    return tuple(role for role in Role if role in named)


def facts_of(review: ReviewInput) -> list[ChangeFacts]:
    """Return what each change of a plan comes to."""
    return [ChangeFacts(change, review.designs_of(change)) for change in review.changes]


def _of_change(review: ReviewInput, facts: ChangeFacts) -> Iterator[Role]:
    change, reviewers = facts.change, review.reviewers
    yield from action_readers(change.action, reviewers)
    if change.forgets or change.to_settle:
        yield Role.ENGINEERS
    if closes(change) or change.action is Action.REPLACE:
        yield Role.RECRUITER
    for effect in classes(change):
        if effect is not ChangeClass.NOTICE or facts.notices:  # a closing time alone is the recruiter's
            yield from class_readers(effect, reviewers)
        else:
            yield Role.RECRUITER
    if facts.is_new or facts.sensitive or facts.alerts or facts.weighed_marks or change.activates:
        yield Role.LEGAL


def _of_plan(review: ReviewInput) -> Iterator[Role]:
    if any(item.is_fairness or item.dismissed_as is DismissedAs.SUPPRESSED for item in review.findings):
        yield Role.LEGAL
    if any(is_on_language(item) for item in review.findings):
        yield Role.LEGAL
    if any(item.must_fix or item.is_error for item in review.findings):
        yield Role.ENGINEERS
    if any(is_on_value(item) for item in review.findings):
        yield Role.HIRING_MANAGER
    if LARGE in review.plan.permissions:
        yield Role.ENGINEERS
    if any(change.open_drift for change in review.plan.changes):
        yield Role.ENGINEERS
    if review.loosened or review.plan.safety:
        yield Role.LEGAL
        yield Role.ENGINEERS
    if review.uncompared and review.changes:
        yield Role.ENGINEERS


def tasks_of(review: ReviewInput, facts: Sequence[ChangeFacts] | None = None) -> tuple[RoleTask, ...]:
    """Return who has to look at a plan, with what changed for each and what it decides."""
    facts = facts_of(review) if facts is None else facts
    totals = words.totals(review, facts)
    names = titles_of(review.plan)
    alone = {names.get(one.change.address, one.change.address): _alone(review, one) for one in facts}
    return tuple(
        RoleTask(
            role,
            reviewer.team if (reviewer := review.reviewers.get(role)) is not None else "",
            tuple(_named(words.CHANGED[role](totals), role, alone)) or (words.CHANGED_ANYHOW,),
            tuple(words.DECIDES[role](totals)) or (words.DECIDED_ANYHOW,),
        )
        for role in required_roles(review, facts)
    )


_MOST = 3
"""Postings that are named for one part."""
_COUNTED = re.compile(r"\d+|s\b")


def _alone(review: ReviewInput, facts: ChangeFacts) -> words.Totals:
    findings = tuple(item for item in review.findings if facts.change.address in item.addresses)
    return words.totals(replace(review, findings=findings, loosened=(), uncompared=()), (facts,))


def _named(parts: Iterable[str], role: Role, alone: Mapping[str, words.Totals]) -> Iterator[str]:
    """Yield what changed, each with the postings that it is about, where it isn't about all of them."""
    kinds = {name: {_kind(part): _number(part) for part in words.CHANGED[role](one)} for name, one in alone.items()}
    for part in parts:
        numbers = {name: of_one[_kind(part)] for name, of_one in kinds.items() if _kind(part) in of_one}
        is_all = _number(part) in (None, sum(filter(None, numbers.values())))  # one alone may be said in other words
        if not numbers or not is_all or len(numbers) == len(alone):
            yield part
            continue
        some = f"{len(numbers)} of {len(alone)} postings"
        where = ", ".join(map(one_line, numbers)) if len(numbers) <= _MOST else some
        yield f"{part[:-1]}; {where})" if part.endswith(")") else f"{part} ({where})"


def _kind(part: str) -> str:
    """Return what a part says, without its numbers and what it lists in brackets."""
    return _COUNTED.sub("", part.partition(" (")[0])


def _number(part: str) -> int | None:
    """Return the number that a part begins with, where it does."""
    first = part.partition(" ")[0]
    return int(first) if first.isdecimal() else None

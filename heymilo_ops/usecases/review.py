"""Gathers what a review of a plan is made of: designs before and after, findings, and what is checked less."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from heymilo_ops import gitinfo
from heymilo_ops.finding import CodeInfo, Severity, is_fixed
from heymilo_ops.model.canonical import CANON, canonical
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.pointer import value_at
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.review_input import NO_SETTINGS, Designs, ReviewFinding, ReviewInput, ReviewSettings
from heymilo_ops.usecases.base_comparison import NOT_COMPARED, BaseComparison, compare_with_base
from heymilo_ops.usecases.plan import PlanResult
from heymilo_ops.usecases.workspace import Workspace

_OF_QUESTION = re.compile(r"/workflow/\d+/questions/\d+(?=/)")
_LONGEST_QUOTE = 2000
"""Characters of the words that a finding is about."""


def review_input(result: PlanResult, workspace: Workspace) -> ReviewInput:
    """Return what a review of a plan follows from. git is asked for the default branch, and HeyMilo for nothing."""
    commit = gitinfo.commit(workspace.root)
    review = review_of(result, workspace.review, compare_with_base(result, workspace))
    committed_at = gitinfo.committed_at(workspace.root, commit) if commit is not None else None
    return replace(review, commit=commit, committed_at=committed_at)


def review_of(
    result: PlanResult, settings: ReviewSettings = NO_SETTINGS, comparison: BaseComparison = NOT_COMPARED
) -> ReviewInput:
    """Return the same of what is known already: without a commit, and with ``comparison`` of the default branch."""
    return ReviewInput(
        plan=result.plan,
        designs=_designs(result),
        findings=tuple(sorted(_findings(result), key=_order)),
        reviewers=settings.reviewers,
        public=settings.public,
        human_review=settings.human_review,
        loosened=comparison.loosened,
        uncompared=comparison.uncompared,
        base=comparison.base,
    )


def _designs(result: PlanResult) -> dict[str, Designs]:
    manifests = {desired.address: desired for desired in result.repo.desired}
    changes = (change for change in result.plan.changes if change.action is not Action.UNCHANGED)
    return {change.address: _both(change, manifests.get(change.address), result) for change in changes}


def _both(change: Change, manifest: Desired | None, result: PlanResult) -> Designs:
    """Return both designs of a change; what ends has none after it, and what is new none before."""
    desired = change.desired or (manifest if change.action in (Action.HOLD, Action.ADOPT) else None)
    before, before_keys = _applied(change, desired, result)
    after, after_keys = (desired.form, desired.keys) if desired is not None else (None, {})
    return Designs(change.address, before, after, before_keys, after_keys)


def _applied(
    change: Change, desired: Desired | None, result: PlanResult
) -> tuple[Mapping[str, Any] | None, Mapping[str, str]]:
    """Return the canonical form that was applied last, with the keys of its questions."""
    entries = result.state.postings if result.state is not None else {}
    entry = entries.get(change.moved_from or change.address)
    if entry is None or entry.status != "active":
        return None, {}
    if desired is not None and desired.under(entry.digest):
        return desired.form, desired.keys
    snapshot = result.snapshots.get(entry.digest)
    return (canonical(snapshot.request, CANON), snapshot.keys) if snapshot is not None else (None, {})


def _findings(result: PlanResult) -> Iterator[ReviewFinding]:
    """Yield the findings of the plan, of the postings in it, and the errors of those that had to be left out."""
    from heymilo_ops.lint.registry import catalogue

    pages = catalogue()
    for finding in result.plan.findings:
        names = (finding.address,) if finding.address else ()
        yield ReviewFinding(finding, names, must_fix=finding.severity is Severity.ERROR)
    for item in (*_counting(result), *_dismissed(result)):
        yield replace(item, quoted=_quoted(item, result), why=_why(pages.get(item.finding.code)))


def _counting(result: PlanResult) -> Iterator[ReviewFinding]:
    """Yield the findings of the files that count, as far as a reader of the plan has to see them."""
    checked, changing = result.checked, result.changing
    accepted, refused = result.accepted, result.refused
    forbidding = {*filter(is_fixed, checked.findings), *refused}
    must_fix = {*forbidding, *result.lint_errors(result.barred)} - accepted
    twins = {(finding.code, finding.address, finding.pointer) for finding in refused}  # as the warnings that they were
    for finding in dict.fromkeys((*checked.findings, *refused)):
        if finding not in forbidding and (finding.code, finding.address, finding.pointer) in twins:
            continue
        names = tuple(sorted(checked.addresses(finding)))
        in_plan = not changing.isdisjoint(names)
        if in_plan or finding in forbidding:
            yield ReviewFinding(finding, names, in_plan=in_plan, must_fix=finding in must_fix)


def _dismissed(result: PlanResult) -> Iterator[ReviewFinding]:
    changing = result.changing
    for dismissed in result.checked.dismissed:
        address = dismissed.finding.address
        if address in changing:
            yield ReviewFinding(dismissed.finding, (address,), dismissed)


def _quoted(item: ReviewFinding, result: PlanResult) -> str:
    """Return the words that a finding is about, where they are a text; of another value, its question."""
    desired = result.repo.readable(item.addresses[0] if item.addresses else None)
    pointer = item.finding.pointer
    if desired is None or not pointer:
        return ""
    value = value_at(desired.resolved, pointer)
    if not isinstance(value, str) and (question := _OF_QUESTION.match(pointer)) is not None:
        value = value_at(desired.resolved, f"{question[0]}/text")  # a value alone doesn't say which question it is of
    return value[:_LONGEST_QUOTE] if isinstance(value, str) else ""


def _why(info: CodeInfo | None) -> str:
    """Return what a rule's page begins with: what it asks for, and why."""
    paragraphs = [" ".join(part.split()) for part in info.page.split("\n\n")] if info is not None else []
    words = " ".join(part for part in paragraphs[:2] if not part.startswith(("PASS:", "FAIL:")))
    return words.replace("``", "")


def _order(item: ReviewFinding) -> tuple[Any, ...]:
    finding = item.finding
    place = finding.place
    where = (place.path, place.line, place.column) if place is not None else ("", 0, 0)
    weight = list(Severity).index(finding.severity)
    return (not item.must_fix, item.dismissed is not None, weight, item.addresses[:1], where, finding.code)

"""Values that a posting may have got by an update, and that no new posting takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from pydantic import BaseModel

from heymilo_ops.finding import Finding
from heymilo_ops.model.facts import facts
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.question import Question
from heymilo_ops.plan.change import Change, CreatePosting
from heymilo_ops.plan.codes import make_finding


def create_limit_findings(changes: Sequence[Change]) -> Iterator[Finding]:
    """Yield a finding on each value that a create of the plan would lose, since HeyMilo refuses it there."""
    for change in changes:
        for operation in change.operations:
            if isinstance(operation, CreatePosting) and operation.desired is not None:
                yield from _findings(change.address, operation.desired.manifest)


def over_create_limits(manifest: Manifest) -> Iterator[tuple[str, Question, str, int]]:
    """Yield each value that HeyMilo takes in an update alone: its pointer, the question that has it, its name, and the
    most that a create takes.
    """
    for i, step in enumerate(manifest.workflow or ()):
        for j, question in enumerate(step.questions or ()):
            for name, most in _limits(type(question)):
                value = getattr(question, name)
                size = len(value) if isinstance(value, str) else value
                if size is not None and size > most:
                    yield f"/workflow/{i}/questions/{j}/{name}", question, name, most


def _findings(address: str, manifest: Manifest) -> Iterator[Finding]:
    for pointer, question, name, most in over_create_limits(manifest):
        value = getattr(question, name)
        amount = f"{len(value):,} characters long" if isinstance(value, str) else f"{value}"
        _, _, i, _, j, _ = pointer.split("/")
        called = f"question {question.key or f'{int(j) + 1} of step {int(i) + 1}'}"
        yield make_finding("PL203", address, pointer, field=name, question=called, amount=amount, most=most)


@cache
def _limits(model: type[BaseModel]) -> tuple[tuple[str, int], ...]:
    return tuple((name, fact.create_max) for name, fact in facts(model).items() if fact.create_max is not None)

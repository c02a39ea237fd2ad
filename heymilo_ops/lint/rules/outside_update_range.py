"""Values that create accepts and update refuses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from heymilo_ops.lint.rule import Hit, Subject, warning
from heymilo_ops.model.facts import facts

_ELSEWHERE = frozenset({"score_weight"})
"""Fields that a rule of their own speaks about."""


@warning("AP160")
def outside_update_range(subject: Subject) -> Iterator[Hit]:
    """A value lies in the range that HeyMilo accepts both when it creates and when it updates a posting.

    A value outside can be created, but whoever edits the posting in HeyMilo can't put it back.

    PASS:
        description: A job in a bakery, at night, with a team of four bakers.
    FAIL:
        description: A job.
    """
    yield from _outside(subject.manifest, "")
    for pointer, step in subject.steps:
        if step.config is not None:
            yield from _outside(step.config, f"{pointer}/config")
    for pointer, question in subject.questions:
        if _bounds(type(question)):
            yield from _outside(question, pointer)


def _outside(part: BaseModel, pointer: str) -> Iterator[Hit]:
    for name, least, most in _bounds(type(part)):
        value = getattr(part, name)
        if value is None or value == "":
            continue
        size = len(value) if isinstance(value, str) else value
        amount = f"{size} characters long" if isinstance(value, str) else f"{size}"
        if most is not None and size > most:
            yield _hit(f"{pointer}/{name}", f"{name} is {amount}", f"at most {most}")
        if least is not None and size < least:
            yield _hit(f"{pointer}/{name}", f"{name} is {amount}", f"at least {least}")


def _hit(pointer: str, what: str, limit: str) -> Hit:
    return Hit(pointer, f"{what}; HeyMilo takes that once, but an update takes {limit}", f"make it {limit}")


@cache
def _bounds(model: type[BaseModel]) -> tuple[tuple[str, int | None, int | None], ...]:
    return tuple(
        (name, fact.update_min, fact.update_max)
        for name, fact in facts(model).items()
        if (fact.update_min is not None or fact.update_max is not None) and name not in _ELSEWHERE
    )

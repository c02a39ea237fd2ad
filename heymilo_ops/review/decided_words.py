"""Which rule decided what a changed design does, and what the other choice would cost, in words."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.people import Impact
from heymilo_ops.plan.change import Change
from heymilo_ops.plan.effect import classes
from heymilo_ops.plan.rule import Decided, RuleSource

_ANSWERED: Mapping[ChangeClass, str] = {
    ChangeClass.COSMETIC: "saw other looks",
    ChangeClass.WORDING: "answered another wording",
    ChangeClass.RUBRIC: "were judged by another rubric",
    ChangeClass.SCORING: "were scored otherwise",
    ChangeClass.NOTICE: "were told something else",
    ChangeClass.KNOCKOUT: "met other conditions",
    ChangeClass.IDENTITY: "met another interviewer",
}
_SOURCES: Mapping[RuleSource, str] = {
    RuleSource.MANIFEST: "on_change in the manifest",
    RuleSource.WORKSPACE: "on_change of the workspace in heymilo.yaml",
    RuleSource.PROJECT: "on_change in heymilo.yaml",
    RuleSource.DEFAULT: "the default of on_change",
}
_FIXED: Mapping[RuleSource, str] = {
    RuleSource.STRUCTURE: "only a new posting can have other steps, another kind of question, name or template",
    RuleSource.LIMITS: "HeyMilo can't bring this about in the posting that is live",
    RuleSource.UNFINISHED: "an edit in place that was begun goes on",
}


def decided_lines(change: Change) -> tuple[str, ...]:
    """Return which rule decided and what follows, then what the other choice would cost; nothing where none decided."""
    decided = change.decided_by
    if decided is None:
        return ()
    completed = completed_words(change)
    lines = [f"{_OUTCOMES[decided.action]}, since {_rule(decided)}"]
    if decided.action == "update":
        lines.append(f"edit in place: the link stays, and {completed}")
        if decided.other == "replace":
            lines.append("a replace would be a new posting with a new link, and scores would start afresh")
    elif decided.other == "update":
        lines.append(f"edited in place, the link would stay, and {completed}")
        if decided.line:
            lines.append(f"this line in the manifest chooses that: {decided.line}")
    return tuple(lines)


def completed_words(change: Change) -> str:
    """Return what those who completed have met, where a change that a rule decided is made in place."""
    decided = change.decided_by
    effects = (effect for effect in classes(change) if decided is not None and _is_design(effect, decided))
    return _completed(change.impact, _ANSWERED[next(effects, ChangeClass.WORDING)])


_OUTCOMES = {"update": "edited in place", "replace": "replaced: a new link", "hold": "held"}


def _is_design(effect: ChangeClass, decided: Decided) -> bool:
    return decided.effect is None or effect.weight <= decided.effect.weight


def _rule(decided: Decided) -> str:
    if decided.source in _FIXED:
        return _FIXED[decided.source]
    what = f" for {decided.effect.value}" if decided.effect else ""
    return f"{_SOURCES[decided.source]} is {decided.action}{what}"


def _completed(impact: Impact | None, what: str) -> str:
    """Return what those who completed have met: so far as their number is known, with it."""
    if impact is None or impact.completed is None:
        return f"those who completed {what}"
    if impact.completed == 0:
        return "nobody has completed it yet"
    return f"the {impact.completed} {'person' if impact.completed == 1 else 'people'} who completed {what}"

"""By which settings less is checked, refused or shown than before: of heymilo.yaml, and of ``ops`` in manifests.

Both are plain data as files have them, those of before perhaps in a form that today's schema refuses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from heymilo_ops.finding import Place
from heymilo_ops.model.facts import FORMER_CLASSES, ChangeClass
from heymilo_ops.plan.review_input import LoosenedKind, LoosenedSetting

Data = Mapping[str, Any]
PlaceOf = Callable[[str], Place]
"""Returns the place of a value by its JSON pointer."""


def loosened_config(before: Data, after: Data, workspace: str, place_of: PlaceOf) -> Iterator[LoosenedSetting]:
    """Yield what heymilo.yaml loosens for one workspace, apart from ``lint``, which rules have to be known for."""
    yield from _guards(before, after, place_of)
    for base in ("", f"/workspaces/{workspace}"):
        old, new = _at(before, base), _at(after, base)
        yield from _notices(old.get("notices"), new.get("notices"), f"{base}/notices", place_of)
        change = f"{base}/on_change"
        yield from _on_change(old.get("on_change"), new.get("on_change"), change, place_of)
    yield from _reviewers(before, after, place_of)
    if after.get("people") == "off" != before.get("people"):
        yield LoosenedSetting(LoosenedKind.VISIBILITY, "people", "on", "off", place_of("/people"))
    if after.get("public_repo") == "accepted" != before.get("public_repo"):
        yield LoosenedSetting(LoosenedKind.VISIBILITY, "public_repo", None, "accepted", place_of("/public_repo"))


def loosened_ops(before: Data, after: Data, address: str, place_of: PlaceOf) -> Iterator[LoosenedSetting]:
    """Yield what the ``ops`` of one manifest loosen. ``place_of`` takes pointers into the manifest."""
    for setting in _loosened_ops(before, after, place_of):
        yield LoosenedSetting(setting.kind, setting.name, setting.before, setting.after, setting.place, address)


def _loosened_ops(before: Data, after: Data, place_of: PlaceOf) -> Iterator[LoosenedSetting]:
    if before.get("protect") is True and after.get("protect") is not True:
        yield LoosenedSetting(LoosenedKind.PROTECTION, "ops.protect", True, False, place_of("/ops/protect"))
    old_removal, removal = (ops.get("on_remove") or "archive" for ops in (before, after))
    if old_removal == "error" != removal:
        where = place_of("/ops/on_remove")
        yield LoosenedSetting(LoosenedKind.PROTECTION, "ops.on_remove", old_removal, removal, where)
    old_places, places = (_texts(ops.get("jurisdictions")) for ops in (before, after))
    if set(old_places) - set(places):
        where = place_of("/ops/jurisdictions")
        yield LoosenedSetting(
            LoosenedKind.JURISDICTION, "ops.jurisdictions", list(old_places), list(places) or None, where
        )
    yield from _notices(before.get("notices"), after.get("notices"), "/ops/notices", place_of)
    old_drift, drift = (ops.get("on_drift") or "stop" for ops in (before, after))
    if (old_drift, drift) == ("stop", "report"):
        yield LoosenedSetting(LoosenedKind.DRIFT, "ops.on_drift", old_drift, drift, place_of("/ops/on_drift"))
    old_ignored, ignored = (_texts(ops.get("ignore_changes")) for ops in (before, after))
    if set(ignored) - set(old_ignored):
        where = place_of("/ops/ignore_changes")
        yield LoosenedSetting(LoosenedKind.DRIFT, "ops.ignore_changes", list(old_ignored) or None, list(ignored), where)
    yield from _on_change(before.get("on_change"), after.get("on_change"), "/ops/on_change", place_of)


def _at(data: Data, pointer: str) -> Data:
    value: Any = data
    for token in pointer.split("/")[1:]:
        value = value.get(token) if isinstance(value, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def _name(pointer: str) -> str:
    return pointer[1:].replace("/", ".")


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def _guards(before: Data, after: Data, place_of: PlaceOf) -> Iterator[LoosenedSetting]:
    pointer = "/guards/max_affected"
    old, new = _at(before, pointer), _at(after, pointer)
    for action in sorted(old, key=str):
        was, is_now = old[action], new.get(action)
        if isinstance(was, int) and (is_now is None or (isinstance(is_now, int) and is_now > was)):
            at = f"{pointer}/{action}"
            yield LoosenedSetting(LoosenedKind.GUARD, _name(at), was, is_now, place_of(at))


def _notices(before: Any, after: Any, pointer: str, place_of: PlaceOf) -> Iterator[LoosenedSetting]:
    """Yield the notices that are newly said to be given elsewhere: no rule asks for them then."""
    old, new = (value if isinstance(value, Mapping) else {} for value in (before, after))
    for name in sorted(new, key=str):
        if new[name] and new[name] != old.get(name):
            at = f"{pointer}/{name}"
            yield LoosenedSetting(
                LoosenedKind.NOTICE, _name(at), _where_stated(old.get(name)), _where_stated(new[name]), place_of(at)
            )


def _where_stated(value: Any) -> Any:
    return value.get("given_in") if isinstance(value, Mapping) else value


def _on_change(before: Any, after: Any, pointer: str, place_of: PlaceOf) -> Iterator[LoosenedSetting]:
    """Yield the classes of change that were held, and are no more."""
    freed = [effect for effect in ChangeClass if _action(before, effect) == "hold" != _action(after, effect)]
    for effect in freed:
        at = f"{pointer}/{effect.value}"
        yield LoosenedSetting(LoosenedKind.CHANGE_RULE, _name(at), "hold", _action(after, effect), place_of(pointer))


def _action(rule: Any, effect: ChangeClass) -> Any:
    """Return what a rule does with a class, ``None`` without a rule; a class left out of a mapping replaces."""
    if not isinstance(rule, Mapping):
        return rule
    former = {new: old for old, new in FORMER_CLASSES.items()}
    return rule.get(effect.value) or rule.get(former.get(effect.value, "")) or "replace"


def _reviewers(before: Data, after: Data, place_of: PlaceOf) -> Iterator[LoosenedSetting]:
    """Yield what changes of who looks; a team or a class that is added takes nothing away."""
    old, new = _at(before, "/reviewers"), _at(after, "/reviewers")
    for role in sorted({*old, *new}, key=str):
        was, is_now = _at(old, f"/{role}"), _at(new, f"/{role}")
        for key in ("team", "classes", "actions"):
            one, other = was.get(key), is_now.get(key)
            is_less = one not in (None, other) if key == "team" else _reads_less(one, other)
            if is_less:
                at = f"/reviewers/{role}/{key}"
                yield LoosenedSetting(LoosenedKind.REVIEWER, _name(at), one, other, place_of(at))


def _reads_less(before: Any, after: Any) -> bool:
    """Return whether a role may read less than before; what is left out is as by default."""
    if before is None:
        return after is not None
    return after is not None and bool(set(_texts(before)) - set(_texts(after)))

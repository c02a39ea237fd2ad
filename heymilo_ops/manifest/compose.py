"""Sharing: ``extends``, ``{file: …}``, ``{use: …}`` and ``{var: …}``, whole values only, no chains.

A manifest is composed of its own file and the shared ones it names. Mappings merge, lists and scalars replace, null
removes, and the manifest wins. Each value keeps where it came from, so that a finding points at the file that holds it.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from heymilo_ops.finding import Finding, Place, Severity
from heymilo_ops.manifest.library import DEFAULTS, QUESTIONS, TEXTS, Kind, Library, Shared
from heymilo_ops.manifest.schema_codes import schema_finding
from heymilo_ops.manifest.shape import model_at
from heymilo_ops.manifest.source import Source
from heymilo_ops.model.facts import facts

FORMS = "{file: NAME}, {var: NAME}, {use: NAME} in questions, and extends: NAME at the top"
_WORDS = ("extends", "file:", "use:", "var:")
_MERGED = ("ops", "metadata", "config", "blackout_period", "cheat_detection_config", "web_interview_config")
_MAPPINGS = (*_MERGED, "workflow", "questions", "dropdown_values")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value stands: in which file, and at which JSON pointer of it."""

    source: Source
    pointer: str


@dataclass(frozen=True)
class Composed:
    """One manifest with all that it shares.

    Attributes:
        data: the resolved manifest; a variable is still ``{"var": name}``.
        findings: of the sharing itself (``SY16x``), each in its place.
        failed: JSON pointers of the values that could not be had; a text stands in for each.
        unread: some shared file could not be read; its own findings say why.
        used: paths of the shared files that it uses.
        variables: JSON pointer of each variable, with its name.
    """

    data: dict[str, Any]
    origins: Mapping[str, Origin] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    failed: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()
    variables: Mapping[str, str] = field(default_factory=dict)
    unread: bool = False

    def place(self, pointer: str, *, key: bool = False) -> Place:
        """The place of a value of the resolved manifest, in the file that holds it."""
        head, tail = pointer, ""
        while head not in self.origins:
            head, _, last = head.rpartition("/")
            tail = f"/{last}{tail}"
        origin = self.origins[head]
        return origin.source.locator.place(origin.pointer + tail, key=key and bool(tail))


def shares(source: Source) -> bool:
    """Whether a manifest may use any of the four forms: a look at its text, so that plain files cost nothing."""
    return any(word in source.text for word in _WORDS)


def compose(source: Source, library: Library) -> Composed:
    """Compose a readable manifest (``source.data`` is a mapping)."""
    return _Composer(source, library).compose()


def filled(data: Any, values: Mapping[str, Any]) -> Any:
    """The data with each variable replaced by its value; one without a value stays as it is."""
    if isinstance(data, dict):
        if data.keys() == {"var"} and isinstance(data["var"], str):
            return values.get(data["var"], data)
        return {key: filled(each, values) for key, each in data.items()}
    return [filled(each, values) for each in data] if isinstance(data, list) else data


_ABSENT = object()


class _Composer:
    """One manifest being composed."""

    def __init__(self, source: Source, library: Library) -> None:
        self.source = source
        self.library = library
        self.origins: dict[str, Origin] = {"": Origin(source, "")}
        self.findings: list[Finding] = []
        self.failed: set[str] = set()
        self.unread = False
        self.used: set[str] = set()
        self.variables: dict[str, str] = {}

    def compose(self) -> Composed:
        own = dict(self.source.data or {})
        extends = own.pop("extends", None)
        if extends is not None:
            own = self._extended(own, extends)
        data = {key: self._value(each, f"/{_token(key)}", key) for key, each in own.items()}
        failed = frozenset(self.failed)
        used = frozenset(self.used)
        return Composed(data, self.origins, tuple(self.findings), failed, used, self.variables, self.unread)

    def _extended(self, own: dict[str, Any], name: Any) -> dict[str, Any]:
        """The manifest over its defaults."""
        shared = self._shared(DEFAULTS, name, "/extends")
        if shared is None:
            return own
        base = {key: each for key, each in shared.data.items() if key not in ("steps", "extends", "name", "workflow")}
        for key in ("extends", "name", "workflow"):
            if key in shared.data:
                self._chain(shared.source, key)
        merged: dict[str, Any] = self._merge(base, own, "", Origin(shared.source, ""))
        steps = shared.data.get("steps")
        if isinstance(steps, dict) and isinstance(merged.get("workflow"), list):
            merged["workflow"] = [self._step(step, i, steps, shared) for i, step in enumerate(merged["workflow"])]
        return merged

    def _step(self, step: Any, i: int, steps: dict[str, Any], shared: Shared) -> Any:
        base = steps.get(str(step.get("type"))) if isinstance(step, dict) else None
        own = step.get("config", _ABSENT) if isinstance(step, dict) else None
        if not isinstance(base, dict) or own is None:
            return step
        origin = Origin(shared.source, f"/steps/{step['type']}")
        pointer = f"/workflow/{i}/config"
        if own is _ABSENT:
            self.origins[pointer] = origin
        return {**step, "config": self._merge(base, {} if own is _ABSENT else own, pointer, origin)}

    def _merge(self, base: Mapping[str, Any], own: Any, pointer: str, origin: Origin) -> Any:
        """``own`` over ``base``; what comes from the base gets its origin."""
        if not isinstance(own, dict):
            return own
        merged: dict[str, Any] = {}
        for key in [*base, *(each for each in own if each not in base)]:
            at, from_base = f"{pointer}/{_token(key)}", Origin(origin.source, f"{origin.pointer}/{_token(key)}")
            if key not in own:
                merged[key] = base[key]
                self.origins[at] = from_base
            elif key not in base:
                merged[key] = own[key]
            elif own[key] is not None:
                both = isinstance(base[key], dict) and isinstance(own[key], dict) and key in _MERGED
                if both and pointer:
                    self.origins.setdefault(at, Origin(self.source, at))
                merged[key] = self._merge(base[key], own[key], at, from_base) if both else own[key]
                if pointer and not both:
                    self.origins[at] = Origin(self.source, at)
        return merged

    def _value(self, value: Any, pointer: str, key: str) -> Any:
        """A value with its forms resolved."""
        if isinstance(value, list):
            return [self._value(each, f"{pointer}/{i}", key) for i, each in enumerate(value)]
        if not isinstance(value, dict):
            return value
        if key == "questions":
            return self._question(value, pointer)
        if key in _MAPPINGS:
            return self._mapping(value, pointer)
        return self._form(value, pointer, key)

    def _mapping(self, value: dict[str, Any], pointer: str) -> dict[str, Any]:
        return {name: self._value(each, f"{pointer}/{_token(name)}", name) for name, each in value.items()}

    def _question(self, value: dict[str, Any], pointer: str) -> Any:
        if "use" not in value:
            return self._mapping(value, pointer)
        name = value["use"]
        shared = self._shared(QUESTIONS, name, f"{pointer}/use")
        if shared is None:
            return self._failed(pointer, {"text": f"{name}"})
        if "use" in shared.data:
            self._chain(shared.source, "use")
        base = {"key": str(name).rpartition("/")[2], **{key: each for key, each in shared.data.items() if key != "use"}}
        own = {key: each for key, each in value.items() if key != "use"}
        merged = {key: each for key, each in {**base, **own}.items() if each is not None or key not in base}
        for key in merged:
            if key not in own:
                at = f"/{_token(key)}" if key in shared.data else ""
                self.origins[f"{pointer}/{_token(key)}"] = Origin(shared.source, at)
        return self._mapping(merged, pointer)

    def _form(self, value: dict[str, Any], pointer: str, key: str) -> Any:
        """A mapping where a single value belongs: it must be one of the forms."""
        word = next(iter(value), None)
        if len(value) == 1 and word == "var" and isinstance(value["var"], str):
            self.variables[pointer] = value["var"]
            return dict(value)
        if len(value) == 1 and word == "file" and self._is_prose(pointer, key):
            shared = self._shared(TEXTS, value["file"], f"{pointer}/file")
            if shared is None:
                return self._failed(pointer, "…")
            self.origins[pointer] = Origin(shared.source, "")
            return shared.data
        self._wrong_form(value, pointer, key)
        return self._failed(pointer, "…")

    def _failed(self, pointer: str, stand_in: Any) -> Any:
        self.failed.add(pointer)
        return stand_in

    def _is_prose(self, pointer: str, key: str) -> bool:
        steps = [int(part) if part.isdecimal() else part for part in pointer.split("/")[1:-1]]
        model = model_at(self.source.data or {}, tuple(steps)) if _follows(self.source.data, steps) else None
        return model is None or key not in facts(model) or facts(model)[key].prose or key in ("instructions",)

    def _shared(self, kind: Kind, name: Any, pointer: str) -> Shared | None:
        """The shared file of a name, with a finding where it can't be had."""
        shared = self.library.get(kind, name) if isinstance(name, str) else None
        if shared is not None:
            self.used.add(shared.source.path)
            broken = shared.data is None or any(each.severity is Severity.ERROR for each in shared.source.findings)
            self.unread = self.unread or broken
            return shared if shared.data is not None else None
        names = self.library.names(kind)
        near = difflib.get_close_matches(str(name), names, n=3)
        if near:
            help = f"did you mean {' or '.join(repr(each) for each in near)}?"
        else:
            help = f"there are: {', '.join(names[:20])}" if names else f"write it in postings/_shared/{kind.folder}/"
        message = f"there is no '{name}' in postings/_shared/{kind.folder}/"
        self._find("SY161", message, pointer, help)
        return None

    def _chain(self, source: Source, key: str) -> None:
        place = source.locator.place(f"/{key}", key=True)
        message = f"'{key}' can't stand in a shared file"
        self.findings.append(schema_finding("SY162", message, place, help="remove it", pointer=f"/{key}"))

    def _wrong_form(self, value: dict[str, Any], pointer: str, key: str) -> None:
        if value.keys() == {"file"}:
            self._find("SY160", f"'{key}' is no prose, so it can't come from a file", pointer, "write the value itself")
            return
        word = str(next(iter(value), ""))
        near = difflib.get_close_matches(word, ("file", "var", "use", "extends"), n=1)
        hint = f"did you mean '{near[0]}'? " if near and near[0] != word else ""
        self._find("SY160", f"'{key}' is a mapping, which is none of the four forms", pointer, f"{hint}{FORMS}")

    def _find(self, code: str, message: str, pointer: str, help: str) -> None:
        place = Composed({}, self.origins).place(pointer)
        self.findings.append(schema_finding(code, message, place, help=help, pointer=pointer))


def _follows(data: Any, steps: list[int | str]) -> bool:
    """Whether the steps lead somewhere in the manifest's own data."""
    for step in steps:
        known = step in data if isinstance(data, dict) else isinstance(step, int) and 0 <= step < len(data or ())
        if not known:
            return False
        data = data[step]
    return True


def _token(key: object) -> str:
    return str(key).replace("~", "~0").replace("/", "~1")

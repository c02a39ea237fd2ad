"""Sharing: ``extends``, ``{file: …}``, ``{use: …}`` and ``{var: …}``, whole values only, no chains.

A manifest is composed of its own file and the shared ones it names. Mappings merge, lists and scalars replace, null
removes, and the manifest wins. Each value keeps where it came from, so that a finding points at the file that holds it.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from heymilo_ops.finding import Finding, Place, Severity, worst
from heymilo_ops.manifest.codes import file_finding
from heymilo_ops.manifest.likely_cause import key_nearest
from heymilo_ops.manifest.model_lookup import BY_CLASS, CHOICES, LISTS, MAPPINGS, NESTED, OWN_VALUE, STATEMENTS
from heymilo_ops.manifest.sharing.library import DEFAULTS, QUESTIONS, TEXTS, Library, SharedFile, SharedKind
from heymilo_ops.manifest.yaml_file import Source
from heymilo_ops.model.facts import facts
from heymilo_ops.model.pointer import escape, join, last, parent
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.question import QUESTIONS as MODELS
from heymilo_ops.model.step import CONFIGS, STEPS, USUAL_MODALITY

WORDS = ("file", "var", "use", "extends")
FORMS = "{file: NAME} for prose, {var: NAME}, {use: NAME} for a question, and extends: NAME at the top"


@dataclass(frozen=True, slots=True)
class ValueOrigin:
    """Where a value stands: in which file, and at which JSON pointer of it."""

    source: Source
    pointer: str


@dataclass(frozen=True)
class ResolvedManifest:
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
    origins: Mapping[str, ValueOrigin] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    failed: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()
    variables: Mapping[str, str] = field(default_factory=dict)
    unread: bool = False

    def origin(self, pointer: str) -> ValueOrigin:
        """Return where a value of the resolved manifest stands."""
        head, tail = pointer, ""
        while head not in self.origins:
            head, tail = parent(head), f"/{head.rpartition('/')[2]}{tail}"
        return ValueOrigin(self.origins[head].source, self.origins[head].pointer + tail)

    def place(self, pointer: str, *, key: bool = False) -> Place:
        """Return the place of a value of the resolved manifest, or of its key, in the file that holds it."""
        origin = self.origin(pointer)
        same_key = last(origin.pointer) == last(pointer)
        return origin.source.locator.place(origin.pointer, key=key and same_key)

    def written(self, pointer: str) -> str | None:
        """Return the characters of an unquoted value, in the file that holds it; see ``Locator.written``."""
        origin = self.origin(pointer)
        return origin.source.locator.written(origin.pointer)


def resolve_sharing(source: Source, library: Library) -> ResolvedManifest:
    """Compose a readable manifest (``source.data`` is a mapping)."""
    return resolve_data(source.data or {}, {"": ValueOrigin(source, "")}, library)


def resolve_data(data: Mapping[str, Any], origins: Mapping[str, ValueOrigin], library: Library) -> ResolvedManifest:
    """Return the same for data of which each part has its origin."""
    return _Composer(library, origins).compose(data)


class _Composer:
    """One manifest being composed."""

    def __init__(self, library: Library, origins: Mapping[str, ValueOrigin]) -> None:
        self.library = library
        self.origins = dict(origins)
        self.own = self.origins[""].source
        self.findings: list[Finding] = []
        self.failed: set[str] = set()
        self.unread = False
        self.used: set[str] = set()
        self.variables: dict[str, str] = {}

    def compose(self, manifest: Mapping[str, Any]) -> ResolvedManifest:
        own = dict(manifest)
        extends = own.pop("extends", None)
        if extends is not None:
            own = self._extended(own, extends)
        data = self._fields(own, "", Manifest)
        if isinstance(data.get("workflow"), list):
            data["workflow"] = [self._step(step, f"/workflow/{i}") for i, step in enumerate(data["workflow"])]
        failed, used = frozenset(self.failed), frozenset(self.used)
        return ResolvedManifest(data, self.origins, tuple(self.findings), failed, used, self.variables, self.unread)

    # -- defaults ------------------------------------------------------------------------------------------------------

    def _extended(self, own: dict[str, Any], name: Any) -> dict[str, Any]:
        """Return the manifest over its defaults."""
        shared = self._shared(DEFAULTS, name, "/extends")
        if shared is None:
            self.failed.add("/extends")
            return own
        base = {key: value for key, value in shared.data.items() if key not in ("steps", *NOT_IN_DEFAULTS)}
        merged = self._merge(base, own, "", ValueOrigin(shared.source, ""))
        steps = shared.data.get("steps")
        if isinstance(steps, dict) and isinstance(merged.get("workflow"), list):
            merged["workflow"] = [self._over(step, i, steps, shared) for i, step in enumerate(merged["workflow"])]
        return merged

    def _over(self, step: Any, i: int, steps: Mapping[str, Any], shared: SharedFile) -> Any:
        """Return a step with its config over that of the defaults."""
        base = steps.get(str(step.get("type"))) if isinstance(step, dict) else None
        own: Any = step.get("config", {}) if isinstance(step, dict) else None
        if not isinstance(base, dict) or not isinstance(own, dict):
            return step
        origin = ValueOrigin(shared.source, f"/steps/{step['type']}")
        pointer = f"/workflow/{i}/config"
        if "config" not in step:
            self.origins[pointer] = origin
        return {**step, "config": self._merge(base, own, pointer, origin)}

    def _merge(self, base: Mapping[str, Any], own: Mapping[str, Any], at: str, origin: ValueOrigin) -> dict[str, Any]:
        """``own`` over ``base``; what comes from the base gets its origin."""
        merged: dict[str, Any] = {}
        for key in [*base, *(name for name in own if name not in base)]:
            pointer, below = f"{at}/{escape(key)}", ValueOrigin(origin.source, f"{origin.pointer}/{escape(key)}")
            if key not in own:
                merged[key] = base[key]
                self.origins[pointer] = below
            elif key not in base:
                merged[key] = own[key]
            elif own[key] is not None:
                both = isinstance(base[key], dict) and isinstance(own[key], dict) and _merges(key, base[key], own[key])
                merged[key] = self._merge(base[key], own[key], pointer, below) if both else own[key]
        return merged

    # -- the parts of a manifest ---------------------------------------------------------------------------------------

    def _step(self, step: Any, pointer: str) -> Any:
        if not isinstance(step, dict):
            return step
        kind = str(step.get("type"))
        fields = self._fields(step, pointer, STEPS.get(kind))
        if isinstance(fields.get("config"), dict):
            fields["config"] = self._fields(fields["config"], f"{pointer}/config", CONFIGS.get(kind))
        if isinstance(fields.get("questions"), list):
            questions = enumerate(fields["questions"])
            fields["questions"] = [self._question(item, f"{pointer}/questions/{j}", kind) for j, item in questions]
        return fields

    def _question(self, question: Any, pointer: str, step: str) -> Any:
        if not isinstance(question, dict):
            return question
        if "use" in question:
            shared = self._shared(QUESTIONS, question["use"], f"{pointer}/use")
            if shared is None:
                self.failed.add(pointer)
                return {"text": "…"}
            question = self._used(question, pointer, shared)
        modality = question.get("modality", USUAL_MODALITY.get(step))
        return self._fields(question, pointer, MODELS.get(str(modality)))

    def _used(self, question: dict[str, Any], pointer: str, shared: SharedFile) -> dict[str, Any]:
        """Return a question over the shared one that it names."""
        base = {key: value for key, value in shared.data.items() if key != "use"}
        own = {key: value for key, value in question.items() if key != "use"}
        if "key" not in base:
            base = {"key": str(question["use"]).rpartition("/")[2], **base}
        for key in base.keys() - own.keys():
            is_shared = key in shared.data
            origin = ValueOrigin(shared.source, join(key)) if is_shared else self._at(f"{pointer}/use")
            self.origins[f"{pointer}/{escape(key)}"] = origin
        return {
            key: value for key, value in {**base, **own}.items() if not (key in own and key in base and value is None)
        }

    def _fields(self, values: Mapping[str, Any], at: str, model: type[BaseModel] | None) -> dict[str, Any]:
        """The values of one mapping with their forms resolved; keys that the model doesn't know stay as they are."""
        known = None if model is None else facts(model)
        fields: dict[str, Any] = {}
        for key, value in values.items():
            pointer = f"{at}/{escape(key)}"
            if not isinstance(value, dict | list) or (known is not None and key not in known):
                fields[key] = value
            elif key in MAPPINGS or key in LISTS:
                fields[key] = self._collection(value, pointer, key)
            elif key in BY_CLASS and isinstance(value, dict) and not _is_variable(value):
                fields[key] = self._texts(value, pointer)
            elif key in STATEMENTS and isinstance(value, dict) and not _is_form(value):
                fields[key] = value
            elif isinstance(value, dict):
                prose = key not in OWN_VALUE and (known is None or known[key].prose)
                fields[key] = self._form(value, pointer, key, prose=prose, own=key in OWN_VALUE)
            else:
                fields[key] = self._items(value, pointer, key) if key == "answer" else value
        return fields

    def _collection(self, value: Any, pointer: str, key: str) -> Any:
        """Return a mapping or list of the model: the forms may stand inside of it, not in its place."""
        if isinstance(value, dict) and key in NESTED:
            return self._fields(value, pointer, NESTED[key])
        if isinstance(value, dict) and key == "metadata":
            return self._texts(value, pointer)
        if isinstance(value, list) and key in CHOICES:
            return [self._texts(choice, f"{pointer}/{i}") for i, choice in enumerate(value)]
        return self._items(value, pointer, key) if isinstance(value, list) and key in _PLAIN_LISTS else value

    def _items(self, values: list[Any], pointer: str, key: str) -> list[Any]:
        own = key in OWN_VALUE
        return [self._form(item, f"{pointer}/{i}", key, own=own) for i, item in enumerate(values)]

    def _texts(self, value: Any, pointer: str) -> Any:
        """Return a mapping with keys of the user's own, and single values."""
        if not isinstance(value, dict):
            return value
        return {key: self._form(inner, f"{pointer}/{escape(key)}", key) for key, inner in value.items()}

    # -- the forms -----------------------------------------------------------------------------------------------------

    def _form(self, value: Any, pointer: str, key: str, *, prose: bool = False, own: bool = False) -> Any:
        """A single value. A mapping there must be one of the forms, and the value none of its ``own``."""
        if not isinstance(value, dict):
            return value
        word, name = next(iter(value.items()), ("", None))
        if len(value) == 1 and isinstance(name, str) and not own:
            if word == "var":
                self.variables[pointer] = name
                return dict(value)
            if word == "file" and prose:
                return self._text(name, pointer)
        self.failed.add(pointer)
        self._wrong_form(value, pointer, key, prose=prose, own=own)
        return value if own else "…"

    def _text(self, name: str, pointer: str) -> Any:
        shared = self._shared(TEXTS, name, f"{pointer}/file")
        if shared is None:
            self.failed.add(pointer)
            return "…"
        self.origins[pointer] = ValueOrigin(shared.source, "")
        return shared.data

    def _shared(self, kind: SharedKind, name: Any, pointer: str) -> SharedFile | None:
        """Return the shared file of a name, with a finding where it can't be had."""
        shared = self.library.get(kind, name) if isinstance(name, str) else None
        if shared is not None:
            self.used.add(shared.source.path)
            self.unread = self.unread or shared.data is None or worst(shared.source.findings) is Severity.ERROR
            return shared if shared.data is not None else None
        names = self.library.names(kind)
        near = difflib.get_close_matches(str(name), names, n=3)
        if near:
            help = f"did you mean {' or '.join(repr(other) for other in near)}?"
        else:
            help = f"there are: {', '.join(names[:20])}" if names else f"write it in postings/_shared/{kind.folder}/"
        label = f"'{name}'" if isinstance(name, str) else "file of that name"
        self._find("SY161", f"there is no {label} in postings/_shared/{kind.folder}/", pointer, help)
        return None

    def _wrong_form(self, value: dict[str, Any], pointer: str, key: str, *, prose: bool, own: bool) -> None:
        if own or (value.keys() == {"file"} and not prose):
            why = "can't be shared: it is this posting's own" if own else "is no prose, so it can't come from a file"
            self._find("SY160", f"'{key}' {why}", pointer, "write the value itself")
            return
        word = str(next(iter(value), ""))
        near = key_nearest(word, WORDS)
        hint = f"did you mean '{near}'? " if near and near != word else ""
        help = f"{hint}The four forms are {FORMS}"
        self._find("SY160", f"'{key}' is a mapping, which is none of the four forms", pointer, help)

    def _at(self, pointer: str) -> ValueOrigin:
        return ResolvedManifest({}, self.origins).origin(pointer)

    def _find(self, code: str, message: str, pointer: str, help: str) -> None:
        place = ResolvedManifest({}, self.origins).place(pointer)
        self.findings.append(file_finding(code, message, place, help=help, pointer=pointer))


def _merges(key: str, *values: Mapping[str, Any]) -> bool:
    return key in MAPPINGS or (key in BY_CLASS and not any(map(_is_variable, values)))


def _is_form(value: Mapping[str, Any]) -> bool:
    return value.keys() in ({"var"}, {"file"})


def _is_variable(value: Mapping[str, Any]) -> bool:
    return value.keys() == {"var"}


NOT_IN_DEFAULTS = ("extends", "name", "workflow")
"""What only a manifest can say."""
_PLAIN_LISTS = tuple(name for name in LISTS if name not in (*CHOICES, "workflow", "questions"))

"""What is sent, its canonical form, and its digest.

Three forms of one posting, all plain JSON data:

* *resolved*: the manifest as read, with ``ops`` and question ``key``.
* *request*: what is sent: resolved, less the tool's own keys, with the usual modality filled in.
* *canonical*: the request without what makes no difference; ``digest`` is taken of it.

The canonical form has a version, ``CANON``: 1 drops white space at the end of prose; 2 also puts prose into NFC and
drops white space before its line ends. Across versions a snapshot is canonicalised again, and a recorded digest is
matched under each (``Desired.under``), so that an upgrade of the tool plans nothing by itself.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import groupby
from json import JSONEncoder
from typing import Any

from pydantic import BaseModel

from heymilo_ops.model.facts import Fact, Kind, facts
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, USUAL_MODALITY, Blackout, CheatDetection, WebInterviewSettings

_BLANKS = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""What is white space and ends no line."""


def prose_1(text: str) -> str:
    """Of canon 1: without white space at its end."""
    return text.rstrip()


def prose_2(text: str) -> str:
    """Of canon 2: in NFC, and without white space at its end and before each line end."""
    return "\n".join(line.rstrip(_BLANKS) for line in composed(text).rstrip().split("\n"))


def reads_alike(one: str, other: str) -> bool:
    """Return whether two texts are one and the same in today's canonical form: HeyMilo shows a text as it was sent."""
    return one == other or prose_2(one) == prose_2(other)


def composed(text: str) -> str:
    """Return the text in NFC, the same in every Python.

    A digest must not change with the Python that takes it, so what Unicode added after 3.2 is left as it is, and so is
    its order among marks: of all else the composed form never changes. 3.2 has every letter that living languages
    write with a mark.
    """
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    runs = groupby(text, key=lambda letter: unicodedata.ucd_3_2_0.category(letter) != "Cn")
    return "".join(unicodedata.normalize("NFC", "".join(run)) if known else "".join(run) for known, run in runs)


_encode = JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False).encode

_INTEGER = 2**53 - 1
_SMALLEST, _LARGEST = 1e-4, 1e15
"""Between them Python and ECMAScript write a fraction alike, without an exponent."""


def json_bytes(value: Any) -> bytes:
    """Return the RFC 8785 form of plain JSON data. Raises ``ValueError`` where it has none.

    Python's own encoder writes nearly every manifest byte for byte alike, and some thirty times faster than the
    library; what it may write otherwise goes to the library.
    """
    if _is_alike(value):
        try:
            return _encode(value).encode()
        except UnicodeEncodeError:  # half a surrogate pair, for which the library has the better words
            pass
    import rfc8785

    return rfc8785.dumps(value)


def json_members(value: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the members of an object, each as it stands in ``json_bytes``, in their order there. See ``joined``."""
    if _is_alike(value):
        try:
            return {key: f"{_encode(key)}:{_encode(value[key])}".encode() for key in sorted(value)}
        except UnicodeEncodeError:
            pass
    ordered = sorted(value, key=lambda key: key.encode("utf-16be", "surrogatepass"))
    return {key: json_bytes(key) + b":" + json_bytes(value[key]) for key in ordered}


def joined(members: Iterable[bytes]) -> bytes:
    """Return the object of these members: of all of them the same as ``json_bytes``, of some the same as without the
    others.
    """
    return b"{" + b",".join(members) + b"}"


def _is_alike(value: Any) -> bool:
    """Return whether there is nothing in it but ASCII keys, texts, true, false, null and numbers that all write
    alike.
    """
    stack = [value]
    for item in stack:
        kind = type(item)
        if kind is str or kind is bool or item is None:
            continue
        if kind is dict:
            if not _are_ascii(item):
                return False
            stack += item.values()
        elif kind is list:
            stack += item
        elif kind is int:
            if not -_INTEGER <= item <= _INTEGER:
                return False
        elif kind is not float or item.is_integer() or not _SMALLEST <= abs(item) < _LARGEST:
            return False
    return True


def _are_ascii(keys: Iterable[Any]) -> bool:
    try:
        return "".join(keys).isascii()
    except TypeError:  # not texts
        return False


CANON = 2
"""The version of the canonical form that this release writes. Those before it stay as they were."""

Json = dict[str, Any]
_Prose = Callable[[str], str]

NESTED: dict[str, type[BaseModel]] = {
    "blackout_period": Blackout,
    "cheat_detection_config": CheatDetection,
    "web_interview_config": WebInterviewSettings,
}
"""The objects inside of a config, with their models."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """What canonicalising one object needs to know of its fields."""

    defaults: Mapping[str, Any]
    prose: frozenset[str]
    unordered: frozenset[str]


def with_modality(resolved: Mapping[str, Any]) -> Json:
    """Return the resolved manifest with the usual modality filled in where a question leaves it out."""
    return _with_questions(resolved, lambda question, usual: {"modality": usual, **question} if usual else question)


def request_of(resolved: Mapping[str, Any]) -> Json:
    """Return the create request of a resolved manifest: no tool keys, the usual modality filled in."""
    return without_tool_keys(with_modality(resolved))


def without_tool_keys(resolved: Mapping[str, Any]) -> Json:
    """Return a copy without what is never sent: ``ops`` and the questions' ``key``."""
    request = _with_questions(resolved, lambda question, _: {k: v for k, v in question.items() if k != "key"})
    request.pop("ops", None)
    return request


def _with_questions(resolved: Mapping[str, Any], change: Callable[[Json, str | None], Json]) -> Json:
    """Return a copy in which each question is changed; what isn't shaped like a question stays as it is."""
    steps = resolved.get("workflow")
    if not isinstance(steps, list):
        return dict(resolved)
    return {**resolved, "workflow": [_step_with_questions(step, change) for step in steps]}


def _step_with_questions(step: Any, change: Callable[[Json, str | None], Json]) -> Any:
    questions = step.get("questions") if isinstance(step, dict) else None
    if not isinstance(questions, list):
        return step
    usual = USUAL_MODALITY.get(str(step.get("type")))
    return {**step, "questions": [change(item, usual) if isinstance(item, dict) else item for item in questions]}


def question_keys(resolved: Mapping[str, Any]) -> dict[str, str]:
    """Return the JSON pointer of each question that has a ``key``, with the key."""
    keys = {}
    for i, step in enumerate(resolved.get("workflow") or ()):
        for j, question in enumerate(step.get("questions") or ()):
            if question.get("key"):
                keys[f"/workflow/{i}/questions/{j}"] = question["key"]
    return keys


def canonical(request: Mapping[str, Any], canon: int = CANON) -> Json:
    """Return the canonical form of a request. Raises ``LookupError`` for a version that this release doesn't know."""
    prose = _PROSE[canon]
    keep_defaults = request.get("interview_template_id") is not None
    form = _plain(request, _rules(Manifest), prose, keep_defaults=keep_defaults)
    if isinstance(form.get("deadline"), str):
        form["deadline"] = utc(form["deadline"])
    steps = form.get("workflow")
    if isinstance(steps, list):
        form["workflow"] = [_canonical_step(step, prose) for step in steps]
    return form


def digest(form: Mapping[str, Any]) -> str:
    """``"sha256:" + hex`` of the RFC 8785 JSON of a canonical form (or any JSON object)."""
    return _sha256(json_bytes(form))


def digests(form: Mapping[str, Any]) -> tuple[str, str]:
    """Return the digests of a canonical form and of its ``design_part``, in the time of one."""
    encoded, settings = json_members(form), settings_fields()
    design = (member for key, member in encoded.items() if key not in settings)
    return _sha256(joined(encoded.values())), _sha256(joined(design))


def _sha256(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def design_part(form: Mapping[str, Any]) -> Json:
    """Return a canonical form (or request) without its settings: what candidates are asked, told and scored on."""
    settings = settings_fields()
    return {key: value for key, value in form.items() if key not in settings}


def settings_part(form: Mapping[str, Any]) -> Json:
    """Return the settings of a canonical form (or request): what one PATCH can change in place."""
    settings = settings_fields()
    return {key: value for key, value in form.items() if key in settings}


@cache
def settings_fields() -> frozenset[str]:
    """Return the names of the root fields that are settings."""
    return frozenset(name for name, fact in facts(Manifest).items() if fact.kind is Kind.SETTINGS)


def utc(deadline: str) -> str:
    """Return an ISO 8601 time with offset as UTC, ``…Z``; a text that isn't one comes back as it is."""
    try:
        moment = datetime.fromisoformat(deadline)
        return deadline if moment.tzinfo is None else moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
    except (ValueError, OverflowError):
        return deadline


def _canonical_step(step: Json, prose: _Prose) -> Json:
    form = {key: value for key, value in step.items() if value is not None}
    config = form.pop("config", None)
    if config:
        settled = _canonical_config(config, step["type"], prose)
        if settled:
            form["config"] = settled
    if form.get("questions"):
        form["questions"] = [_plain(item, _rules(QUESTIONS[item["modality"]]), prose) for item in form["questions"]]
    return form


def _canonical_config(config: Json, step_type: str, prose: _Prose) -> Json:
    form = _plain(config, _rules(CONFIGS[step_type]), prose)
    for name, model in NESTED.items():
        if name in form:
            form[name] = _plain(form[name], _rules(model), prose)
            if not form[name]:
                del form[name]
    return form


def _plain(value: Mapping[str, Any], rules: _Rules, prose: _Prose, *, keep_defaults: bool = False) -> Json:
    form = {}
    for key, content in value.items():
        if key in rules.prose and isinstance(content, str):
            content = prose(content)
        elif key in rules.unordered and isinstance(content, list):
            content = sorted(content, key=_rank)
        default = rules.defaults.get(key)
        says_nothing = content is None or (type(content) is type(default) and content == default)
        if keep_defaults or not says_nothing:
            form[key] = content
    return form


def _rank(value: Any) -> tuple[bool, str]:
    """Return the texts in their order, then what is no text yet: a variable."""
    return (False, value) if isinstance(value, str) else (True, repr(value))


@cache
def _rules(model: type[BaseModel]) -> _Rules:
    known: Mapping[str, Fact] = facts(model)
    defaults = {name: fact.default for name, fact in known.items() if fact.default is not None}
    return _Rules(
        # No metadata at all and an empty mapping of it are one and the same.
        defaults=defaults | ({"metadata": {}} if model is Manifest else {}),
        prose=frozenset(name for name, fact in known.items() if fact.prose),
        unordered=frozenset(name for name, fact in known.items() if fact.unordered),
    )


_PROSE: dict[int, _Prose] = {1: prose_1, 2: prose_2}
"""What each version of the canonical form does to prose. In all else they are alike so far."""

CANONS = tuple(sorted(_PROSE, reverse=True))
"""Every version that this release knows, the newest first."""

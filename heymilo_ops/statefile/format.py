"""State and snapshots as bytes: indented JSON with sorted keys, which git shows well."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, NoReturn, TypeVar

from pydantic import ValidationError

from heymilo_ops.errors import StateError
from heymilo_ops.model.canonical import CANON, canonical, question_keys, request_of
from heymilo_ops.model.canonical import digest as digest_of
from heymilo_ops.model.state import FORMAT_VERSION, Digest, Record, State
from heymilo_ops.version import __version__, satisfies

_Kept = TypeVar("_Kept", bound=Record)
_BY_HAND = "Put back a version that was not edited: {place}.previous, a backup, or git history."
_EDITED = (
    "Nothing of it is used. Put back the file as it was written, from git history or a backup. Where there is none, "
    "remove it: what it stands for can then not be shown, compared or rolled back to."
)


class StoredSnapshot(Record):
    """What was sent for one digest, or its portable form: that with each variable as ``{"var": name}``.

    Written once, never changed.

    Attributes:
        canon: version of the canonical form that ``digest`` was taken of.
        request: what was sent, without marks.
        keys: JSON pointer of each keyed question, with its key.
        resolved: the manifest as read, with ``ops`` and question keys.
        source: path of the manifest, relative to the repo, ``/``-separated.
        commit: the git commit that holds it, ``None`` where none does.
    """

    format_version: int = FORMAT_VERSION
    tool_version: str = __version__
    digest: Digest
    canon: int
    request: Mapping[str, Any]
    keys: Mapping[str, str] = {}
    resolved: Mapping[str, Any]
    source: str
    commit: str | None = None


class GeneratedQuestions(Record):
    """Questions that HeyMilo wrote for one posting of a digest, as it lists them."""

    format_version: int = FORMAT_VERSION
    tool_version: str = __version__
    digest: Digest
    posting_id: str
    questions: tuple[Mapping[str, Any], ...]


def encode_record(record: Record) -> bytes:
    """Encode the state, or another record of its folder, as UTF-8 JSON: indented, keys sorted, a newline at the end."""
    data = record.model_dump(mode="json")
    text = json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False) + "\n"
    try:
        return text.encode()
    except UnicodeEncodeError:  # half a surrogate pair, which JSON can escape and UTF-8 can't hold
        return (json.dumps(data, indent=2, sort_keys=True, allow_nan=False) + "\n").encode("ascii")


def decode_state(data: bytes, place: str) -> State:
    """Decode the state in ``data``; ``place`` is where it was read, for messages.

    Raises ``StateError`` in plain words where it is no state, or one of a newer format.
    """
    state = decode_record(State, data, place)
    for address, posting in state.postings.items():
        current = posting.current
        if (posting.revision, posting.digest) != (current.number, current.digest):
            _nonsense(place, f"/postings/{address}: its revision is not the last of its revisions")
    return state


def decode_snapshot(data: bytes, place: str) -> StoredSnapshot:
    """Decode the snapshot in ``data``.

    Raises ``StateError``, also where the request, the manifest or the keys are not what its digest was taken of:
    plans compare the request, and a rollback or a promotion sends the manifest.
    """
    snapshot = decode_record(StoredSnapshot, data, place)
    if snapshot.canon > CANON:
        raise StateError(
            f"{place} has canonical form {snapshot.canon}; this release, {__version__}, knows them up to {CANON}",
            f"Install heymilo-ops {snapshot.tool_version} or newer.",
        )
    for what, form in _FORMS.items():
        if _digest(snapshot, form) != snapshot.digest:
            _edited(place, f"its {what} is not the one that its digest was taken of")
    if dict(snapshot.keys) != question_keys(snapshot.resolved):
        _edited(place, "its keys are not those of its manifest")
    return snapshot


_FORMS: dict[str, Callable[[StoredSnapshot], Mapping[str, Any]]] = {
    "request": lambda snapshot: snapshot.request,
    "manifest, below resolved,": lambda snapshot: request_of(snapshot.resolved),
}
"""The parts of a snapshot that come to its digest."""


def _digest(snapshot: StoredSnapshot, form: Callable[[StoredSnapshot], Mapping[str, Any]]) -> str:
    """Take the digest of one form of a snapshot anew; ``""`` where it has none."""
    try:
        return digest_of(canonical(form(snapshot), snapshot.canon))
    except (AttributeError, LookupError, TypeError, ValueError):
        return ""


def decode_record(kind: type[_Kept], data: bytes, place: str) -> _Kept:
    """Decode a record of the given kind; what an older format lacks has its default.

    Raises ``StateError`` as ``decode_state`` does.
    """
    parsed = _parse(data, place)
    if not isinstance(parsed, dict):
        _nonsense(place, "it is not a JSON object")
    _refuse_newer(parsed, place)
    try:
        return kind.model_validate({**parsed, "format_version": FORMAT_VERSION})  # older ones lack what has a default
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = "/".join(str(part) for part in first["loc"])
        _refuse_newer_release(parsed, place, where)
        _nonsense(place, f"at /{where}: {first['msg'][:1].lower()}{first['msg'][1:]}")


def _parse(data: bytes, place: str) -> Any:
    if not data.strip():
        _nonsense(place, "it is empty")
    if any(line.startswith((b"<<<<<<<", b">>>>>>>")) for line in data.splitlines()):
        _nonsense(place, "it holds the marks of an unfinished git merge")
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        _nonsense(place, f"line {error.lineno}, column {error.colno}: {error.msg[:1].lower()}{error.msg[1:]}")
    except UnicodeDecodeError:
        _nonsense(place, "it is not UTF-8 text")
    except (ValueError, RecursionError) as error:
        _nonsense(place, str(error))


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _refuse_newer(parsed: dict[str, Any], place: str) -> None:
    version = parsed.get("format_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        _nonsense(place, "it has no format_version")
    if version > FORMAT_VERSION:
        writer = str(parsed.get("tool_version", ""))[:40] or "of a newer release"
        known = f"this release, {__version__}, reads formats up to {FORMAT_VERSION}"
        raise _newer(place, writer, f"in format {version}; {known}")


def _newer(place: str, writer: str, why: str) -> StateError:
    return StateError(f"{place} was written by heymilo-ops {writer}, {why}", f"Install heymilo-ops {writer} or newer.")


def _refuse_newer_release(parsed: dict[str, Any], place: str, where: str) -> None:
    """Refuse what a newer release added within a format: what it wrote is not broken."""
    writer = str(parsed.get("tool_version", ""))[:40]
    try:
        newer = satisfies(f">={writer}") is False
    except ValueError:
        return
    if newer:
        raise _newer(place, writer, f"and this release, {__version__}, doesn't know what it holds at /{where}")


def _edited(place: str, why: str) -> NoReturn:
    raise StateError(f"{place} was edited: {why}", _EDITED)


def _nonsense(place: str, why: str) -> NoReturn:
    raise StateError(f"{place} can't be understood: {why}", _BY_HAND.format(place=place))

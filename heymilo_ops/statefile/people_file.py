"""How many people each posting has, kept beside the state for plans that can't ask HeyMilo.

The file is no part of the state: it has no lock and no serial, and nothing that is sent rests on it. Each run adds what
it was told; of two counts of one posting the later stays. A count of 1 to 4 people isn't written down as such.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated

from pydantic import Field, StrictInt, model_validator

from heymilo_ops.errors import StateError
from heymilo_ops.model.people import AS_OF, People, kept, merged, people_of
from heymilo_ops.model.state import PostingId, Record
from heymilo_ops.statefile.backend import Backend, Conflict, Stored
from heymilo_ops.statefile.format import decode_record, encode_record

KEY = "people.json"
_TRIES = 5
"""How often a write is made anew since somebody else wrote meanwhile."""

_Count = Annotated[StrictInt, Field(ge=0)] | Annotated[str, Field(pattern=r"^(fewer than|at least) [0-9]{1,9}$")]


class KeptCounts(Record):
    """The counts of one posting, as ``kept`` gives them."""

    registered: _Count
    completed: _Count
    as_of: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")]

    @model_validator(mode="after")
    def _can_be(self) -> KeptCounts:
        self.people()
        datetime.strptime(self.as_of, AS_OF).replace(tzinfo=UTC)
        return self

    def people(self) -> People:
        """Return what they stand for. Raises ``ValueError``."""
        return people_of(self.registered, self.completed, self.as_of)


class KeptPeople(Record):
    """The file: counts by posting id."""

    format_version: int = 1
    people: Mapping[PostingId, KeptCounts] = {}


def read_people(backend: Backend) -> dict[str, People]:
    """Read the counts; empty where none were kept. Raises ``StateError`` where they can't be read or understood."""
    return _decoded(backend.get(KEY))


def keep_people(backend: Backend, people: Mapping[str, People]) -> None:
    """Add counts to those that are kept. Raises ``StateError``.

    A file that can't be understood is written anew: it holds nothing that HeyMilo doesn't say again.
    """
    for _ in range(_TRIES):
        stored = backend.get(KEY)
        try:
            before = _decoded(stored)
        except StateError:
            before = {}
        counts = merged(before, people)
        data = encode_record(KeptPeople(people={posting_id: _counts(counts[posting_id]) for posting_id in counts}))
        if stored is not None and stored.data == data:
            return
        try:
            backend.put(KEY, data, stored.version if stored is not None else None)
            return
        except Conflict:
            pass
    raise StateError(f"others keep writing {KEY}", "Run again when they are done.")


def drop_people(backend: Backend) -> None:
    """Remove the file, where there is one. Raises ``StateError``."""
    if backend.get(KEY) is not None:
        backend.delete(KEY)


def _decoded(stored: Stored | None) -> dict[str, People]:
    if stored is None:
        return {}
    record = decode_record(KeptPeople, stored.data, KEY)
    return {posting_id: counts.people() for posting_id, counts in record.people.items()}


def _counts(people: People) -> KeptCounts:
    registered, completed = kept(people)
    return KeptCounts(registered=registered, completed=completed, as_of=people.as_of)

"""Baselines beside the state: each named by its digest, written once, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from heymilo_ops.errors import StateError
from heymilo_ops.model.baseline import Baseline
from heymilo_ops.model.state import State
from heymilo_ops.statefile.backend import create_all
from heymilo_ops.statefile.format import decode_record, encode_record
from heymilo_ops.statefile.store import StateStore


def keep_baselines(store: StateStore, baselines: Iterable[Baseline]) -> None:
    """Keep what was read, in one go. Raises ``StateError``."""
    create_all(store.backend, {_key(baseline.digest): encode_record(baseline) for baseline in baselines})


def read_baseline(store: StateStore, digest: str) -> Baseline | None:
    """Read what was kept under ``digest``; ``None`` where nothing is. Raises ``StateError`` where it was edited."""
    key = _key(digest)
    stored = store.backend.get(key)
    if stored is None:
        return None
    baseline = decode_record(Baseline, stored.data, f"{store.where}/{key}")
    if baseline.digest != digest:
        raise StateError(
            f"{store.where}/{key} was edited: it is not what its digest was taken of",
            "Put back the file as it was written, or remove it: the next apply reads HeyMilo anew.",
        )
    return baseline


class StoredBaselines(Mapping[str, Baseline]):
    """The baselines of a state, each read from the store when it is asked for."""

    def __init__(self, store: StateStore, state: State | None) -> None:
        self._store = store
        entries = state.postings.values() if state is not None else ()
        self._digests = {entry.current.baseline for entry in entries} - {None}
        self._read: dict[str, Baseline | None] = {}

    def __getitem__(self, digest: str) -> Baseline:
        if digest not in self._digests:
            raise KeyError(digest)
        if digest not in self._read:
            self._read[digest] = read_baseline(self._store, digest)
        baseline = self._read[digest]
        if baseline is None:
            raise KeyError(digest)
        return baseline

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(digest for digest in self._digests if digest is not None))

    def __len__(self) -> int:
        return len(self._digests)


def _key(digest: str) -> str:
    return f"baselines/{digest.replace(':', '-')}.json"

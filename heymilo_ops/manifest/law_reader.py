"""The law as it ships with the program: the YAML files of ``law/``, read once.

Each file is a list of acts. An act has what its entries share, and an entry one sentence on one topic or several::

    - act: us-ada
      places: [US]
      source: https://...
      checked_on: 2026-11-28
      entries:
        - {on: [disability_health], effect: bars, says: "..."}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from heymilo_ops.lint.law.law import NOT_CONFIRMED, Effect, Law, LawEntry
from heymilo_ops.manifest.yaml_fast import read_fast


@cache
def load_law() -> Law:
    """Return every entry, in the order of files and lines."""
    return Law(tuple(entry for text in _texts() for entry in read_law(text)))


def _texts() -> Iterator[str]:
    folder = resources.files(__package__).joinpath("law")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yaml"):
            yield file.read_text(encoding="utf-8")


def read_law(text: str) -> list[LawEntry]:
    """Return the entries of one file. Raises ``ValueError`` or ``KeyError`` for one that isn't of the form above."""
    data = read_fast(text)
    if data is None:
        raise ValueError("not plain YAML")
    return [entry for act in data["acts"] for entry in _entries(act)]


def _entries(act: Mapping[str, Any]) -> Iterator[LawEntry]:
    for own in act["entries"]:
        values = {**act, **own}
        for topic in own["on"]:
            yield LawEntry(
                id=f"{act['act']}/{topic}",
                places=tuple(values["places"]),
                topic=topic,
                effect=Effect(values["effect"]),
                what_it_says=values["says"],
                source_url=values["source"],
                checked_on=_day(values.get("checked_on")),
                confirmed_by=values.get("confirmed_by", NOT_CONFIRMED),
                effective_from=_day(values.get("from")),
                effective_to=_day(values.get("to")),
                since=values["since"],
                excepted=tuple(values.get("except", ())),
                uses=tuple(values.get("uses", ())),
                when=values.get("when", ""),
                checked_with=values.get("checked_with", ""),
            )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written is not None else None

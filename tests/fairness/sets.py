"""The labelled texts: CSV files beside this one and in folders; clean postings as YAML.

Columns: ``text``, ``language`` (a code), ``scope`` (asked, instruction, rubric, knockout, stated), ``topic``,
``jurisdiction`` (places with ``;`` between them, ``*`` for none), ``should_flag`` (true or false), ``why``; others are
not read. What is in ``heldout/`` was written by another author, and nobody who writes patterns has read it before
they were frozen.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
_SCOPES = {
    "question": "asked",
    "ask": "asked",
    "label": "asked",
    "sms": "asked",
    "form": "asked",
    "instructions": "instruction",
    "criterion": "rubric",
    "criteria": "rubric",
    "anchor": "rubric",
    "requirement": "knockout",
    "knock-out": "knockout",
    "overview": "stated",
    "description": "stated",
}
"""Other words for the scopes."""


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled text."""

    text: str
    language: str
    scope: str
    topic: str
    places: tuple[str, ...]
    is_risky: bool


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """The rows of one file."""

    name: str
    rows: tuple[Row, ...]

    @property
    def is_held_out(self) -> bool:
        """Whether its author is another one than that of the patterns."""
        return self.name.startswith("heldout/")


def labelled_sets(folder: Path = FOLDER) -> list[LabelledSet]:
    """Return every set that is in the folder, in the order of names, those of other authors last."""
    patterns = ("*.csv", "development/*.csv", "first_run/*.csv", "second_run/*.csv", "heldout/**/*.csv")
    paths = [path for pattern in patterns for path in sorted(folder.glob(pattern))]
    return [LabelledSet(path.relative_to(folder).with_suffix("").as_posix(), tuple(read_rows(path))) for path in paths]


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a file that have a text."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for raw in csv.DictReader(file):
            values = {(name or "").strip().lower(): (value or "").strip() for name, value in raw.items() if name}
            if values.get("text"):
                yield _row(values)


def _row(values: dict[str, str]) -> Row:
    scope = values.get("scope", "").lower() or "asked"
    places = [place.strip() for place in values.get("jurisdiction", "").replace(",", ";").split(";")]
    return Row(
        text=values["text"],
        language=(values.get("language") or "en").lower().split("-")[0],
        scope=_SCOPES.get(scope, scope),
        topic=values.get("topic", ""),
        places=tuple(place for place in places if place and place != "*"),
        is_risky=values.get("should_flag", "").lower() in ("true", "yes", "1"),
    )


def clean_postings(folder: Path = FOLDER) -> list[tuple[str, Path]]:
    """Return the postings in which there is nothing to find, with their names: ours, and those of the sets."""
    paths = [*sorted((ROOT / "postings").glob("*.yaml")), *sorted(folder.glob("**/*.yaml"))]
    return [(path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name, path) for path in paths]

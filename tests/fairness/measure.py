"""What the rules say of each labelled text, and how often that is right."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from heymilo_ops.finding import Severity
from heymilo_ops.lint.law.place import find_place
from heymilo_ops.lint.registry import RULES
from heymilo_ops.lint.rule import Subject
from heymilo_ops.manifest.law_reader import load_law
from heymilo_ops.manifest.repo import load_repo
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.desired import desire
from tests.fairness.sets import ROOT, Row, clean_postings

NOW = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
TOPIC_RULES = tuple(rule for rule in RULES if "FR110" <= rule.code <= "FR199")
_Z = 1.96


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules said of a row: the codes and severities of what they report."""

    row: Row
    codes: tuple[str, ...]
    severities: tuple[Severity, ...]

    @property
    def is_reported(self) -> bool:
        """Whether anything is reported, of whatever severity."""
        return bool(self.codes)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many texts were risky or not, and reported or not."""

    hits: int = 0
    misses: int = 0
    false_alarms: int = 0
    silences: int = 0

    @property
    def precision(self) -> tuple[int, int]:
        """Of what is reported, how much is risky."""
        return self.hits, self.hits + self.false_alarms

    @property
    def recall(self) -> tuple[int, int]:
        """Of what is risky, how much is reported."""
        return self.hits, self.hits + self.misses


def count(verdicts: Iterable[Verdict]) -> Counts:
    """Count verdicts."""
    pairs = [(verdict.row.is_risky, verdict.is_reported) for verdict in verdicts]
    return Counts(
        pairs.count((True, True)), pairs.count((True, False)), pairs.count((False, True)), pairs.count((False, False))
    )


def wilson(share: tuple[int, int]) -> tuple[float, float]:
    """Return the 95 % interval of a share by Wilson's score; 0 to 1 where nothing was counted."""
    of, total = share
    if not total:
        return 0.0, 1.0
    rate = of / total
    middle = rate + _Z**2 / (2 * total)
    spread = _Z * math.sqrt(rate * (1 - rate) / total + _Z**2 / (4 * total**2))
    scale = 1 + _Z**2 / total
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def judge(rows: Sequence[Row], *, own_places: bool) -> list[Verdict]:
    """Return what the rules say of each row, under its own jurisdictions or under none."""
    return [_verdict(row, row.places if own_places else ()) for row in rows]


def _verdict(row: Row, places: Sequence[str]) -> Verdict:
    known = [place for place in places if find_place(place)]
    hits = [
        (rule, hit)
        for rule in TOPIC_RULES
        for hit in rule.check(Subject(desire(_posting(row, known), "x.yaml"), NOW, True, load_law()))
    ]
    return Verdict(
        row, tuple(rule.code for rule, _ in hits), tuple(hit.severity or rule.severity for rule, hit in hits)
    )


def _posting(row: Row, places: Sequence[str]) -> dict[str, Any]:
    """Return the shortest posting that has a text in its scope."""
    ops = {"ops": {"jurisdictions": list(places)}} if places else {}
    base: dict[str, Any] = {"name": "x", "title": "Xyz", "language": row.language, **ops}
    question: dict[str, Any] = {"modality": "voice", "text": "?"}
    step = "web_interview"
    match row.scope:
        case "instruction":
            base["instructions"] = row.text
        case "stated":
            base["job_overview"] = row.text
        case "rubric":
            question["evaluation_criteria"] = row.text
        case "knockout" if row.text.endswith("?"):
            step, question = "form", {"modality": "form", "text": row.text, "is_knockout": True, "answer": "yes"}
        case "knockout":
            step, question = "resume", {"modality": "resume_eligibility", "text": row.text}
        case _:
            question["text"] = row.text
    return {**base, "workflow": [{"type": step, "questions": [question]}]}


@dataclass(frozen=True, slots=True)
class CleanPosting:
    """What the rules say of a posting in which there is nothing to find."""

    name: str
    found: tuple[tuple[str, Severity, str], ...]


def judge_clean() -> list[CleanPosting]:
    """Return what the rules say of every clean posting, under its own jurisdictions."""
    ours = {desired.source: desired for desired in load_repo(ROOT).desired}
    postings = []
    for name, path in clean_postings():
        desired = ours.get(name) or desire(_data(path), name)
        subject = Subject(desired, NOW, True, load_law())
        found = [
            (rule.code, hit.severity or rule.severity, hit.message)
            for rule in TOPIC_RULES
            for hit in rule.check(subject)
        ]
        postings.append(CleanPosting(name, tuple(found)))
    return postings


def _data(path: Path) -> dict[str, Any]:
    return dict(read_text(path.read_text(encoding="utf-8"), path.name).data or {})

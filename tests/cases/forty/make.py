"""Writes the forty postings of this repo from ``roles.txt``; the shared files and heymilo.yaml are written by hand.

Usage: python make.py [FOLDER]
"""

from __future__ import annotations

import re
import sys
import textwrap
from pathlib import Path

HERE = Path(__file__).parent
FIELDS = ("family", "title", "place", "pay", "about", "question", "criteria", "weak", "strong")
HOURS = {
    "claims": "on a rota between eight in the morning and eight in the evening, with one Saturday in four",
    "engineering": "in hours that you choose, with one week of on-call duty in eight",
    "contact": "in shifts that are agreed four weeks ahead, part time from twenty hours",
    "field": "out of doors on three days a week, in a car of ours",
    "office": "in hours that you choose, and from home on three days a week",
}
BANK = {
    "claims": (("hard-conversation", 3), ("own-mistake", None)),
    "engineering": (("changed-your-mind", 3), ("own-mistake", None)),
    "contact": (("hard-conversation", None), ("plain-words", 3)),
    "field": (("learned-quickly", None), ("hard-conversation", 1)),
    "office": (("changed-your-mind", None), ("plain-words", None)),
}
FIRST = {
    "claims": "form",
    "engineering": "resume",
    "contact": "conversational_sms",
    "field": "form",
    "office": "resume",
}


def roles() -> list[dict[str, str]]:
    """One mapping a line of ``roles.txt``."""
    lines = (HERE / "roles.txt").read_text(encoding="utf-8").splitlines()
    return [
        dict(zip(FIELDS, map(str.strip, line.split("|")), strict=True)) for line in lines if not line.startswith("#")
    ]


def name_of(role: dict[str, str]) -> str:
    """The posting's name."""
    return f"{role['title']} {role['place']}".lower().replace(" ", "-")


def manifest(role: dict[str, str]) -> str:
    """One manifest."""
    family = role["family"]
    uses = "".join(_use(*each) for each in BANK[family])
    job = f"The work is in {role['place']}, {HOURS[family]}. The pay is {role['pay']} pounds a year."
    return (
        "# yaml-language-server: $schema=../../schemas/posting.schema.json\n"
        f"name: {name_of(role)}\n"
        f"extends: {family}\n"
        f"title: {role['title']}\n"
        f"description: {_folded(role['about'] + ' You work with people who have time for your questions.', 2)}"
        "company_overview: {file: company.md}\n"
        f"job_overview: {_folded(job, 2)}"
        "workflow:\n"
        f"{_first(FIRST[family])}"
        "  - type: web_interview\n"
        "    questions:\n"
        "      - key: case\n"
        f"        text: {_folded(role['question'], 10)}"
        "        question_type: scored\n"
        f"        evaluation_criteria: {_folded(role['criteria'], 10)}"
        f"        score_of_1: {_folded(role['weak'], 10)}"
        f"        score_of_5: {_folded(role['strong'], 10)}"
        "        score_weight: 3\n"
        f"{uses}"
        "      - use: your-questions\n"
    )


def _first(step: str) -> str:
    asked = {
        "form": ("right-to-work", "start-date"),
        "resume": ("experience", "clear-writing"),
        "conversational_sms": ("shift-work", "evenings"),
    }
    uses = "".join(_use(each, None) for each in asked[step])
    return f"  - type: {step}\n    questions:\n{uses}"


def _use(name: str, weight: int | None) -> str:
    return f"      - use: {name}\n" + (f"        score_weight: {weight}\n" if weight else "")


def _folded(text: str, indent: int) -> str:
    """A text of one sentence behind its key; a longer one folded, a line for each sentence."""
    sentences = re.split(r"(?<=[.?!]) ", text)
    if len(sentences) == 1 and len(text) < 80:
        return f"{text}\n"
    lines = [line for each in sentences for line in textwrap.wrap(each, 120 - indent, break_on_hyphens=False)]
    return ">-\n" + "".join(f"{' ' * indent}{line}\n" for line in lines)


def write(folder: Path) -> list[Path]:
    """Write every posting below ``folder``; the files."""
    files = []
    for role in roles():
        path = folder / "postings" / role["family"] / f"{name_of(role)}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(manifest(role), encoding="utf-8")
        files.append(path)
    return files


if __name__ == "__main__":
    write(Path(sys.argv[1]) if sys.argv[1:] else HERE)

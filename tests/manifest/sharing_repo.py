"""A small repo that shares, written to disk, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from heymilo_ops.finding import Finding
from heymilo_ops.manifest.repo import PostingFile, Repo, load_repo
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.manifest.yaml_file import read_text

Json = dict[str, Any]
S = "postings/_shared"

DEFAULTS = f"{S}/defaults/engineering.yaml"
QUESTION = f"{S}/questions/changed-your-mind.yaml"
COMPANY = f"{S}/texts/company.md"
CONFIG = "heymilo.yaml"

FILES: dict[str, str] = {
    "postings/senior.yaml": """\
name: senior
extends: engineering
title: Senior engineer
company_overview: {file: company.md}
sender_email_id: {var: sender}
metadata:
  team: core
workflow:
  - type: web_interview
    config:
      video: true
    questions:
      - {use: changed-your-mind, score_weight: 2}
  - type: web_interview
    questions:
      - modality: voice
        text: How would you find a leak?
""",
    DEFAULTS: """\
# What all engineers have in common.
language: en
interviewer_name: Ada
title: Engineer
metadata:
  department: engineering
  team: none
steps:
  web_interview:
    video: false
    voice_id: {var: voice}
    cheat_detection_config:
      enabled: true
      types: [tab_switching]
""",
    QUESTION: """\
modality: voice
text: When did you last change your mind?
evaluation_criteria: Says what changed it.
score_weight: 3
""",
    COMPANY: """\
We bake bread
in three cities.

- Good ovens
- Good hours
""",
    CONFIG: """\
version: 1
project: bakery
workspaces:
  sandbox: {sandbox: true}
  staging:
    vars: {sender: STAGING_SENDER, voice: VOICE_S}
  production:
    vars:
      sender: PRODUCTION_SENDER
      voice: VOICE_P
""",
}


def write(root: Path, changes: Mapping[str, str | None] | None = None) -> Path:
    """The repo, with some files other than usual or (``None``) left out."""
    for path, text in {**FILES, **(changes or {})}.items():
        if text is not None:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(text.encode())
    return root


def variables(root: Path, chosen: str | None = "production") -> Variables:
    """The variables of its heymilo.yaml."""
    source = read_text((root / CONFIG).read_text(encoding="utf-8"), CONFIG)
    workspaces: Json = (source.data or {})["workspaces"]
    values = {name: each.get("vars") or {} for name, each in workspaces.items()}
    sandboxes = frozenset(name for name, each in workspaces.items() if each.get("sandbox"))
    return Variables(values, sandboxes, chosen, source)


def repo(root: Path, changes: Mapping[str, str | None] | None = None, chosen: str | None = "production") -> Repo:
    """The repo, read."""
    write(root, changes)
    return load_repo(root, (), variables(root, chosen))


def senior(
    root: Path, changes: Mapping[str, str | None] | None = None, chosen: str | None = "production"
) -> PostingFile:
    """Its one posting."""
    return repo(root, changes, chosen).by_address["senior"]


def posting(root: Path, text: str, chosen: str | None = "production") -> PostingFile:
    """Another text in place of the posting, which is called ``senior`` too."""
    return senior(root, {"postings/senior.yaml": text}, chosen)


def said(findings: tuple[Finding, ...]) -> list[str]:
    """Code and place of each."""
    return [f"{each.code} {each.place}" for each in findings]


@dataclass(frozen=True)
class Planted:
    """One mistake in one file: what stands there in place of what, and where lint and an editor must say so."""

    path: str
    old: str
    new: str
    code: str
    at: str

    @property
    def text(self) -> str:
        """The file with the mistake."""
        assert FILES[self.path].count(self.old) >= 1, self.old
        return FILES[self.path].replace(self.old, self.new, 1)


_P = "postings/senior.yaml"
PLANTED = [
    Planted(_P, "{file: company.md}", "{fil: company.md}", "SY160", "4:19"),
    Planted(_P, "{file: company.md}", "\n  fiel: company.md", "SY160", "5:3"),
    Planted(_P, "{file: company.md}", "{file: company.md, var: x}", "SY160", "4:19"),
    Planted(_P, "{file: company.md}", "{}", "SY160", "4:19"),
    Planted(_P, "{file: company.md}", "{file: 3}", "SY160", "4:19"),
    Planted(_P, "{var: sender}", "{file: company.md}", "SY160", "5:18"),
    Planted(_P, "{var: sender}", "{vra: sender}", "SY160", "5:18"),
    Planted(_P, "{var: sender}", "3", "SY104", "5:18"),
    Planted(_P, "video: true", "video: {val: x}", "SY160", "11:14"),
    Planted(_P, "video: true", "vidoe: {var: x}", "SY101", "11:7"),
    Planted(_P, "score_weight: 2", "score_weight: {vra: x}", "SY160", "13:48"),
    Planted(_P, "score_weight: 2", "score_weight: 9", "SY108", "13:48"),
    Planted(_P, "score_weight: 2", "score_wieght: 2", "SY101", "13:34"),
    Planted(_P, "team: core", "team: {fil: x}", "SY160", "7:9"),
    Planted(_P, "team: core", "team: [x]", "SY104", "7:9"),
    Planted(_P, "title: Senior engineer", "titel: {file: x}", "SY101", "3:1"),
    Planted(_P, "title: Senior engineer", "title: x", "SY109", "3:8"),
    Planted(DEFAULTS, "interviewer_name: Ada", "interviewr_name: Ada", "SY101", "3:1"),
    Planted(DEFAULTS, "interviewer_name: Ada", "interviewer_name: 3", "SY104", "3:19"),
    Planted(DEFAULTS, "title: Engineer", "title: {fil: x}", "SY160", "4:8"),
    Planted(DEFAULTS, "team: none", "team: 3", "SY104", "7:9"),
    Planted(DEFAULTS, "  web_interview:", "  web_intervew:", "SY101", "9:3"),
    Planted(DEFAULTS, "video: false", "vido: false", "SY101", "10:5"),
    Planted(DEFAULTS, "video: false", "video: never", "SY104", "10:12"),
    Planted(DEFAULTS, "{var: voice}", "{vra: voice}", "SY160", "11:15"),
    Planted(DEFAULTS, "[tab_switching]", "[tab]", "SY103", "14:15"),
    Planted(QUESTION, "modality: voice", "modality: vioce", "SY103", "1:11"),
    Planted(QUESTION, "score_weight: 3", "score_weight: 9", "SY108", "4:15"),
    Planted(QUESTION, "score_weight: 3", "score_wieght: 3", "SY101", "4:1"),
    Planted(QUESTION, "evaluation_criteria: Says", "evaluation_criteria: {fil: Says}  #", "SY160", "3:22"),
]
"""Mistakes in what shares and in what is shared. Some are overridden by the one posting, and found all the same."""

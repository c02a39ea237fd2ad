"""A small repo that shares, written to disk, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from heymilo_ops.finding import Finding
from heymilo_ops.manifest.document import Document, Repo, load
from heymilo_ops.manifest.source import read
from heymilo_ops.manifest.variables import Variables

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
    source = read((root / CONFIG).read_text(encoding="utf-8"), CONFIG)
    workspaces: Json = (source.data or {})["workspaces"]
    values = {name: each.get("vars") or {} for name, each in workspaces.items()}
    sandboxes = frozenset(name for name, each in workspaces.items() if each.get("sandbox"))
    return Variables(values, sandboxes, chosen, source)


def repo(root: Path, changes: Mapping[str, str | None] | None = None, chosen: str | None = "production") -> Repo:
    """The repo, read."""
    write(root, changes)
    return load(root, (), variables(root, chosen))


def senior(root: Path, changes: Mapping[str, str | None] | None = None, chosen: str | None = "production") -> Document:
    """Its one posting."""
    return repo(root, changes, chosen).by_address["senior"]


def posting(root: Path, text: str, chosen: str | None = "production") -> Document:
    """Another text in place of the posting, which is called ``senior`` too."""
    return senior(root, {"postings/senior.yaml": text}, chosen)


def said(findings: tuple[Finding, ...]) -> list[str]:
    """Code and place of each."""
    return [f"{each.code} {each.place}" for each in findings]

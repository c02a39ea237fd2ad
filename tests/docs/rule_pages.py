"""docs/rules/: a page for each lint rule, with an index, from the docstrings of the rules."""

from __future__ import annotations

import re

from heymilo_ops.lint.registry import ACROSS, RULES
from heymilo_ops.lint.rule import AcrossRule, Rule

NOTE = "<!-- Written by `make docs` from the docstring of the rule. Change that, not this. -->\n"
FAMILIES = {
    "AP": "Limits of the API",
    "CX": "What candidates meet",
    "FR": "Fairness",
    "KO": "Knock-outs",
    "RB": "Rubrics and scores",
    "SC": "Secrets and hidden text",
    "ST": "Style",
}
_INDEX = """\
# Lint rules

`heymilo-ops explain CODE` shows the same. Codes of files and of plans (`SY`, `PL`) are shown by `explain` alone. A rule
finds what it looks for; no finding is no clearance.
"""
_HEADINGS = {"PASS": "What passes", "FAIL": "What is reported"}
_EXAMPLE = re.compile(r"^(PASS|FAIL):$", re.MULTILINE)


def pages() -> dict[str, str]:
    """Every file of the folder, by its name."""
    rules: list[Rule | AcrossRule] = sorted([*RULES, *ACROSS], key=lambda rule: rule.code)
    return {"README.md": _index(rules), **{_file(rule): _page(rule) for rule in rules}}


def _file(rule: Rule | AcrossRule) -> str:
    return f"{rule.code}-{rule.name}.md"


def _index(rules: list[Rule | AcrossRule]) -> str:
    lines = [NOTE, _INDEX]
    for family, title in FAMILIES.items():
        lines += [f"## {title} (`{family}`)\n", "| code | weighs | what it asks for |", "| --- | --- | --- |"]
        lines += [_line(rule) for rule in rules if rule.code.startswith(family)]
        lines.append("")
    return "\n".join(lines)


def _line(rule: Rule | AcrossRule) -> str:
    first = _prose(rule.page.split("\n\n")[0])
    marks = [rule.severity.value, *(["preview"] if rule.preview else []), *(["English"] if rule.english else [])]
    return f"| [{rule.code}]({_file(rule)}) `{rule.name}` | {', '.join(marks)} | {first} |"


def _page(rule: Rule | AcrossRule) -> str:
    words, *pieces = _EXAMPLE.split(rule.page)
    facts = [f"`{rule.code}`, {rule.severity.value}, since {rule.since}"]
    if rule.preview:
        facts.append("Off unless `lint.extend_select` names it.")
    if rule.english:
        facts.append("It looks for English words: of texts in another language it says nothing.")
    if isinstance(rule, AcrossRule):
        facts.append("It compares the postings of a repo; each item of an example is a posting.")
    parts = [NOTE, f"# {rule.name}\n", ". ".join(fact.rstrip(".") for fact in facts) + ".\n"]
    parts += [_prose(paragraph) + "\n" for paragraph in words.strip().split("\n\n")]
    for kind, text in zip(pieces[::2], pieces[1::2], strict=True):
        lines = [line.removeprefix("    ") for line in text.strip("\n").split("\n")]
        parts += [f"## {_HEADINGS[kind]}\n", "```yaml\n" + "\n".join(lines).rstrip() + "\n```\n"]
    return "\n".join(parts)


def _prose(text: str) -> str:
    return " ".join(text.split()).replace("``", "`").replace("|", "\\|")

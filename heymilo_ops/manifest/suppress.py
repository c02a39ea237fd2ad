"""Which findings are dropped: those that a comment accepts, and of a file with errors those that only follow from them.

A comment is ``# heymilo-ops: allow CODE reason``, on the line of the finding or the line above. The rules see a file
without the values that are wrong. To them those aren't there, nor is what a misspelt key says: nothing is reported of
what isn't there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from heymilo_ops.finding import Finding, Place, Severity
from heymilo_ops.manifest.codes import YAML_CODES, file_finding
from heymilo_ops.manifest.model_lookup import find_container
from heymilo_ops.manifest.repo import PostingFile
from heymilo_ops.manifest.yaml_nodes import Layout, Node, compose_nodes
from heymilo_ops.model.pointer import join, last, parent
from heymilo_ops.model.step import CONFIGS

_COMMENT = re.compile(r"(?:^|(?<=\s))#[ ]*heymilo-ops:[ ]*(?P<rest>.*)$")
_ALLOW = re.compile(r"allow[ ]+(?P<codes>[A-Z]{2}[0-9]{3}(?:[ ]*,[ ]*[A-Z]{2}[0-9]{3})*)(?P<reason>.*)$")
_FORM = "write '# heymilo-ops: allow CODE reason'"

_STEP = re.compile(r"(/workflow/\d+)(/type)?")
_OF_STEPS = re.compile(r"/workflow(/\d+/type)?")
_OF_CONFIG = re.compile(r"(/workflow/\d+)/config")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One accepted code: the ``line`` it covers (1-based), why, and where the comment stands."""

    code: str
    line: int
    reason: str
    place: Place


@dataclass(frozen=True)
class Suppressions:
    """All of one file, with a finding (``SY023``) for each comment that allows nothing."""

    items: tuple[Suppression, ...] = ()
    findings: tuple[Finding, ...] = ()

    def remaining(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings that aren't accepted. Errors of the SY family never are."""
        covered = {(item.code, item.line) for item in self.items}
        return [
            item
            for item in findings
            if item.place is None
            or (item.code, item.place.line) not in covered
            or (item.code.startswith("SY") and item.severity is Severity.ERROR)
        ]

    def unused(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return a finding (``SY024``) for each suppression that none of the file's findings needed."""
        needed = {(item.code, item.place.line) for item in findings if item.place is not None}
        return [
            file_finding(
                "SY024", f"{item.code} is allowed here, but there is no such finding", item.place, help="remove it"
            )
            for item in self.items
            if (item.code, item.line) not in needed
        ]


def parse_suppressions(text: str, path: str = "", root: Node | None = None) -> Suppressions:
    """Return the suppressions of a text (as in ``Source.text``). ``root`` saves composing it again.

    A comment on a line of its own covers the next line that has a value; one behind a value covers that
    line. A ``#`` inside a quoted text or a block is no comment.
    """
    if "heymilo-ops:" not in text:
        return Suppressions()
    layout = Layout(text, root if root is not None else compose_nodes(text).root)
    next_value = _next_values(layout.lines)
    items: list[Suppression] = []
    findings: list[Finding] = []
    for number, comment in layout.comments.items():
        match = _COMMENT.search(comment.text)
        if match is None:
            continue
        line = layout.lines[number]
        column = len(line.rstrip()) - len(comment.text) + match.start()
        place = Place(path, number + 1, column + 1, number + 1, len(line) + 1)
        target = next_value[number] if not line[:column].strip() else number + 1
        allow = _ALLOW.match(match["rest"])
        codes = re.split("[ ]*,[ ]*", allow["codes"]) if allow else []
        reason = allow["reason"].strip(" -–—:,()") if allow else ""
        if problem := _problem(codes, reason):
            findings.append(file_finding("SY023", problem, place, help=_FORM))
        else:
            items.extend(Suppression(code, target, reason, place) for code in codes)
    return Suppressions(tuple(items), tuple(findings))


def _problem(codes: list[str], reason: str) -> str:
    """Return why a comment allows nothing; ``""`` where it allows all of its codes."""
    if not codes:
        return "the comment is addressed to heymilo-ops but allows nothing"
    if not reason:
        return f"{', '.join(codes)} is allowed without a reason"
    fixed = [code for code in codes if code in YAML_CODES and YAML_CODES[code].severity is Severity.ERROR]
    return f"{', '.join(fixed)} can't be allowed: the file can't be read reliably with it" if fixed else ""


def _next_values(lines: list[str]) -> list[int]:
    """For each line, the 1-based number of the next one that is neither blank nor a comment; its own at the end."""
    targets: list[int] = []
    following: int | None = None
    for number in range(len(lines) - 1, -1, -1):
        targets.append(number + 1 if following is None else following)
        stripped = lines[number].strip()
        if stripped and not stripped.startswith("#"):
            following = number + 1
    return targets[::-1]


def find_consequences(document: PostingFile) -> Callable[[Finding], bool]:
    """Return whether a rule's finding on a file may be a mere consequence of its errors."""
    if document.desired is not None:
        return lambda _: False
    wrong = list(_wrong(document))
    doubtful = document.doubtful.union(map(find_container, wrong))
    scopes = _wrong_fields(wrong)
    is_step_unknown = any(_STEP.fullmatch(pointer) for pointer in wrong)

    def is_consequence(finding: Finding) -> bool:
        pointer = finding.pointer
        if find_container(pointer) in doubtful or (is_step_unknown and _OF_STEPS.fullmatch(pointer)):
            return True
        return any(
            f"{pointer}/".startswith(f"{scope}/") and not names.isdisjoint(finding.fields)
            for scope, names in scopes.items()
        )

    return is_consequence


def _wrong(document: PostingFile) -> Iterator[str]:
    """Yield the pointers of the errors; of a misspelt key, that of the key that was meant as well."""
    for finding in document.findings:
        if finding.severity is Severity.ERROR:
            yield finding.pointer
            if finding.code == "SY101" and finding.suggestion:
                yield join(finding.suggestion, base=parent(finding.pointer))


def _wrong_fields(wrong: list[str]) -> dict[str, set[str]]:
    """Return the names of the wrong fields, by the pointer of their step; by ``""`` for those of the posting."""
    fields: dict[str, set[str]] = {}
    for pointer in wrong:
        if config := _OF_CONFIG.fullmatch(pointer):
            names = {field for model in CONFIGS.values() for field in model.model_fields}
            fields.setdefault(config[1], set()).update(names)
        elif config := _OF_CONFIG.fullmatch(parent(pointer)):
            fields.setdefault(config[1], set()).add(last(pointer))
        elif not parent(pointer):
            fields.setdefault("", set()).add(last(pointer))
    return fields

"""Which findings are dropped: those that a comment accepts, and of a file with errors those that only follow from them.

A comment is ``# heymilo-ops: allow CODE reason``, on the line of the finding or the line above; ``lint/terms.py`` has
what the reason may say. The rules see a file
without the values that are wrong. To them those aren't there, nor is what a misspelt key says: nothing is reported of
what isn't there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from heymilo_ops.finding import Dismissed, DismissedBy, Finding, Fix, FixKind, Place, Severity, is_fixed
from heymilo_ops.lint.terms import FAIRNESS, FAIRNESS_FORM, AcceptedFinding, Terms, parse_terms, terms_problem
from heymilo_ops.manifest.codes import YAML_CODES, file_finding
from heymilo_ops.manifest.model_lookup import find_container
from heymilo_ops.manifest.repo import PostingFile
from heymilo_ops.manifest.yaml_file import read_text
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
    """One accepted code, and the ``line`` it covers (1-based)."""

    line: int
    acceptance: AcceptedFinding

    @property
    def code(self) -> str:
        """The code that is accepted."""
        return self.acceptance.code

    @property
    def reason(self) -> str:
        """Why it is accepted."""
        return self.acceptance.terms.reason

    def is_about(self, finding: Finding) -> bool:
        """Return whether a finding stands on the line, and has the code."""
        return finding.place is not None and (finding.code, finding.place.line) == (self.code, self.line)


@dataclass(frozen=True)
class Suppressions:
    """All of one file, with a finding (``SY023``) for each comment that allows nothing."""

    items: tuple[Suppression, ...] = ()
    findings: tuple[Finding, ...] = ()

    def sort_out(
        self, findings: Iterable[Finding], today: date, has_changed: Callable[[Finding], bool]
    ) -> tuple[list[Finding], list[Dismissed]]:
        """Return the findings of the file that count, and those that a comment dismisses.

        ``has_changed`` says of a finding whether what it is about was changed since it was applied.
        """
        by_line: dict[tuple[str, int], list[Suppression]] = {}
        for item in self.items:
            by_line.setdefault((item.code, item.line), []).append(item)
        left: list[Finding] = []
        dismissed: list[Dismissed] = []
        for finding in findings:
            items = by_line.get((finding.code, finding.place.line), []) if finding.place is not None else []
            covering = (item.acceptance for item in items if item.acceptance.covers(finding, today, has_changed))
            if acceptance := next(covering, None):
                dismissed.append(acceptance.dismiss(finding))
            else:
                left.append(finding)
        return left, dismissed

    def report(self, findings: Iterable[Finding], today: date, *, is_whole: bool) -> Iterator[Finding]:
        """Yield what is to be said of the comments, by all findings of the file.

        ``is_whole`` is whether every rule ran: else one without a finding (``SY024``) may still be needed.
        """
        yield from self.findings
        known = list(findings)
        for item in self.items:
            yield from report_acceptance(
                item.acceptance, [finding for finding in known if item.is_about(finding)], today, is_whole=is_whole
            )


def report_acceptance(
    acceptance: AcceptedFinding, findings: Iterable[Finding], today: date, *, is_whole: bool
) -> Iterator[Finding]:
    """Yield what is to be said of an acceptance by the findings that it is about: it has none, covers none, or ends."""
    code, about = acceptance.code, list(findings)
    if not about and is_whole:
        message = f"{code} is allowed here, but there is no such finding"
        idle = file_finding("SY024", message, acceptance.place, help="remove it")
        is_comment = acceptance.by is DismissedBy.COMMENT
        yield replace(idle, fix=Fix("", FixKind.UNSUPPRESS, code)) if is_comment else idle
    elif about and all(map(is_fixed, about)):
        message = f"{code} can't be allowed here: what it is about can't be read or sent"
        yield file_finding("SY023", message, acceptance.place, help="correct what is wrong, and remove this")
    elif about and (ending := acceptance.ending(today)):
        severity, message, help = ending
        yield replace(file_finding("SY027", message, acceptance.place, help=help), severity=severity)


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
        terms, wrong = parse_terms(allow["reason"] if allow else "")
        if problem := wrong or _problem(codes, terms):
            help = FAIRNESS_FORM if any(code.startswith(FAIRNESS) for code in codes) and terms.reason else _FORM
            findings.append(file_finding("SY023", problem, place, help=help))
        else:
            items.extend(
                Suppression(target, AcceptedFinding(code, terms, DismissedBy.COMMENT, place)) for code in codes
            )
    return Suppressions(tuple(items), tuple(findings))


def without_suppression(text: str, place: Place, code: str) -> str:
    """Return a text in which the comment at a place doesn't allow a code: the last one takes the comment with it.

    A line that held nothing else goes too. Nothing else changes; the text comes back as it is where that isn't so.
    """
    lines = text.split("\n")
    line, column = lines[place.line - 1], place.column - 1
    match = _COMMENT.match(line[column:])
    allow = _ALLOW.match(match["rest"]) if match else None
    codes = re.split("[ ]*,[ ]*", allow["codes"]) if allow else []
    if allow is None or code not in codes:
        return text
    codes.remove(code)
    before = line[:column].rstrip()
    comment = f"# heymilo-ops: allow {', '.join(codes)}{allow['reason']}" if codes else ""
    kept = f"{line[:column]}{comment}" if codes else before
    lines[place.line - 1 : place.line] = [kept] if kept else []
    edited = "\n".join(lines)
    return edited if read_text(edited, place.path).data == read_text(text, place.path).data else text


def _problem(codes: list[str], terms: Terms) -> str:
    """Return why a comment allows nothing; ``""`` where it allows all of its codes."""
    if not codes:
        return "the comment is addressed to heymilo-ops but allows nothing"
    if not terms.reason:
        return f"{', '.join(codes)} is allowed without a reason"
    fixed = [code for code in codes if code in YAML_CODES and YAML_CODES[code].severity is Severity.ERROR]
    if fixed:
        return f"{', '.join(fixed)} can't be allowed: the file can't be read reliably with it"
    return next(filter(None, (terms_problem(code, terms) for code in codes)), "")


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

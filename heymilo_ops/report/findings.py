"""Findings as text with the source line, as JSON, and as GitHub annotations; and the page of a code."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from heymilo_ops.errors import Advice, AdviceKind
from heymilo_ops.finding import SEVERITIES, Dismissed, Finding, Place, Severity, dismissal_counts
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.advice import command
from heymilo_ops.review.words import count_words, counted, in_order
from heymilo_ops.text.sanitize import is_hidden, json_text, one_line, sanitize
from heymilo_ops.text.width import cells, char_cells, fold, whole_commands, wrap

if TYPE_CHECKING:
    from heymilo_ops.lint.english_rules import EnglishRules

Style = Callable[[str], str]
Lines = Callable[[str, int], str | None]
"""(path, 1-based line) → that line of the file, ``None`` where it can't be had."""

Passed = tuple[int, int]
"""How many files were passed over: backups of a manifest; manifests behind a name that begins with ``_`` or ``.``."""

FORMAT_VERSION = "1.0"
_PROPERTIES = {"file": "path", "line": "line", "col": "column", "endLine": "end_line", "endColumn": "end_column"}
"""The properties of an annotation, and what they are called in a place."""
_MOST_ACCEPTED = 20
"""So many findings are shown at most of what is taken over; the rest is counted."""
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


Texts = tuple[int, int, int]
"""How many texts were read for topics and notices, how many can't be read in their language, and how many topics no
vocabulary covers.
"""


def placeless_line(postings: int) -> str:
    """Return the line on postings that don't say where candidates are; ``""`` where all do."""
    if not postings:
        return ""
    return (
        f"ops.jurisdictions is not set in {counted(postings, 'posting')}: topics that matter in most places are "
        "warnings there, and no local notice is asked for."
    )


def english_line(english: EnglishRules | None) -> str:
    """Return the line on rules that read nothing but English; ``""`` where they read every posting."""
    if english is None:
        return ""
    are = "is" if english.postings == 1 else "are"
    return (
        f"{counted(english.postings, 'posting')} {are} not in English. Not read there: "
        f"{counted(len(english.codes), 'rule')} for English words ({', '.join(english.codes)})."
    )


def render_findings(
    findings: Iterable[Finding],
    lines: Lines,
    writer: Writer,
    files: int,
    passed: Passed = (0, 0),
    texts: Texts = (0, 0, 0),
) -> str:
    """Render every finding with its source line, sorted by file and place, then a line that counts them.

    ``files`` is how many files were checked. Without findings the line says what was read, for nobody may take
    silence for a clearance.
    """
    ordered = in_order(findings)
    end, plain = _summary(ordered, files, writer), _summary(ordered, files, Writer())
    more = "; ".join(filter(None, ("" if ordered else _texts(*texts), _not_read(*passed))))
    if writer.columns is not None and cells(f"{plain}; {more}") > writer.columns:
        end += "".join(f"\n  {line}" for line in fold(more, writer.columns - 2))
    elif more:
        end += f"; {more}"
    return "\n\n".join([*(finding_block(finding, lines, writer) for finding in ordered), end]) + "\n"


def finding_blocks(findings: Iterable[Finding], lines: Lines, writer: Writer) -> str:
    """Render every finding as ``render_findings`` does, without the count; ``""`` for none."""
    parts = [finding_block(finding, lines, writer) for finding in in_order(findings)]
    return "\n\n".join(parts) + "\n" if parts else ""


def accepted_blocks(
    findings: Iterable[Finding], adopted: Collection[str], lines: Lines, writer: Writer, workspace: str
) -> str:
    """Render findings that forbid nothing: those of postings being ``adopted``, the gravest first; others are counted.

    ``""`` where there is nothing to say. ``workspace``: whose plan it is.
    """
    lint = command(Advice(AdviceKind.LINT), workspace)
    ordered = sorted(in_order(findings), key=lambda finding: SEVERITIES.index(finding.severity))
    taken = [finding for finding in ordered if finding.address in adopted]
    errors = [finding for finding in ordered if finding not in taken and finding.severity is Severity.ERROR]
    parts = [finding_block(finding, lines, writer) for finding in taken[:_MOST_ACCEPTED]]
    if taken:
        more = f", {len(taken) - _MOST_ACCEPTED} more than are shown" if len(taken) > _MOST_ACCEPTED else ""
        parts.append(
            f"{counted(len(taken), 'finding')} in what is taken over{more}. That stops no takeover, and counts once "
            f"such a manifest changes. `{lint}` shows all."
        )
    if errors:
        parts.append(
            f"{counted(len(errors), 'error')} in postings that were taken over. That stops nothing while their "
            f"manifests stay as they are. `{lint}` shows all."
        )
    return "\n\n".join(parts) + "\n" if parts else ""


def finding_block(finding: Finding, lines: Lines, writer: Writer) -> str:
    """Render a finding: its place and message, the source line with carets, what to do.

    Off a terminal the first line is never broken, so that programs can read it.
    """
    style = _style(finding.severity, writer)
    out = _head(finding, style, writer)
    if finding.place is not None:
        line = lines(finding.place.path, finding.place.line)
        if line is not None and line.strip():
            out += snippet(line, finding.place, style, writer)
    if finding.other_place is not None:
        other = finding.other_place
        out += writer.hanging(f"  {writer.cyan('contradicted by:')} ", one_line(str(other)), 19)
        line = lines(other.path, other.line)
        if line is not None and line.strip():
            out += snippet(line, other, style, writer)
    if finding.help:
        out += writer.hanging(f"  {writer.cyan('help:')} ", one_line(finding.help), 8)
    if finding.proposal:
        out += writer.hanging(f"  {writer.cyan('for example:')} ", one_line(finding.proposal), 15)
    return "\n".join(out)


def findings_json(
    findings: Iterable[Finding],
    dismissed: Iterable[Dismissed] = (),
    texts: Texts | None = None,
    fixable: int = 0,
    english: EnglishRules | None = None,
) -> str:
    """``{"format_version": "1.0", "findings": […]}``, sorted as in ``render_findings``; ``dismissed`` has those that
    don't count, with why, where there are any, ``texts`` counts what was read, ``fixable`` what ``--fix`` can fix, and
    ``english_rules`` has the rules that read nothing but English, where postings are in other languages.
    """
    document: dict[str, Any] = {
        "format_version": FORMAT_VERSION,
        "findings": [_record(finding) for finding in in_order(findings)],
    }
    by_finding = {item.finding: item for item in dismissed}
    if by_finding:
        document["dismissed"] = [_record(finding) | _dismissal(by_finding[finding]) for finding in in_order(by_finding)]
    if texts is not None:
        document["texts"] = dict(zip(("read", "unreadable", "topics_not_covered"), texts, strict=True))
    if fixable:
        document["fixable"] = fixable
    if english is not None:
        document["english_rules"] = {"unread_postings": english.postings, "codes": list(english.codes)}
    return json_text(document)


def _dismissal(item: Dismissed) -> dict[str, Any]:
    return {"by": item.by, "reason": item.reason, "ticket": item.ticket, "said_at": str(item.place or "")}


def dismissal_words(item: Dismissed) -> str:
    """Return why a finding doesn't count: what says so, its reason and its ticket."""
    return one_line("; ".join(filter(None, (item.by.value, item.reason, item.ticket))))


def dismissed_line(dismissed: Sequence[Dismissed]) -> str:
    """Return a line that counts the findings that don't count; ``""`` for none."""
    if not dismissed:
        return ""
    verb = "doesn't" if len(dismissed) == 1 else "don't"
    return f"{counted(len(dismissed), 'finding')} {verb} count: {', '.join(dismissal_counts(dismissed))}"


def fixable_line(number: int) -> str:
    """Return a line that says how many findings ``--fix`` can fix; ``""`` for none."""
    return f"{counted(number, 'finding')} can be fixed with --fix; --diff shows how" if number else ""


MOST_ANNOTATIONS = 10
"""Annotations of one kind that GitHub shows of a step; it drops the rest without a word."""


def github_annotations(findings: Iterable[Finding]) -> str:
    """Return a workflow command for each finding, the gravest first: an annotation at its place in the pull request.

    Where GitHub drops some, a notice before the other notices counts them.
    """
    by_severity: dict[Severity, list[Finding]] = {severity: [] for severity in SEVERITIES}
    for finding in in_order(findings):
        by_severity[finding.severity].append(finding)
    dropped = [finding for of_one in by_severity.values() for finding in of_one[MOST_ANNOTATIONS:]]
    more = f"{count_words(dropped)} more than GitHub shows here: the log of this step has all" if dropped else ""
    return "".join(
        f"{line}\n"
        for severity, of_one in by_severity.items()
        for line in (
            *([f"::notice title=heymilo-ops lint::{_data(more)}"] if more and severity is Severity.INFO else ()),
            *map(_command, of_one),
        )
    )


def _summary(findings: Sequence[Finding], files: int, writer: Writer) -> str:
    if not findings:
        return f"{counted(files, 'file')}, no finding"
    paths = {finding.place.path for finding in findings if finding.place is not None}
    where = f" in {len(paths)} of {counted(files, 'file')}" if 0 < len(paths) <= files else ""
    worst = _style(min((finding.severity for finding in findings), key=list(Severity).index), writer)
    return worst(count_words(findings)) + where


def _texts(read: int, unreadable: int, uncovered: int) -> str:
    return (
        f"{counted(read, 'text')} read, {unreadable} not readable in their language, "
        f"{counted(uncovered, 'topic')} not covered"
    )


def _not_read(backups: int, aside: int) -> str:
    parts = []
    if backups:
        parts.append("1 backup of a manifest" if backups == 1 else f"{backups} backups of manifests")
    if aside:
        parts.append(f"{counted(aside, 'manifest')} behind a name that begins with _ or .")
    return f"not read: {', '.join(parts)}" if parts else ""


def _head(finding: Finding, style: Style, writer: Writer) -> list[str]:
    """Return place, severity, code and message, folded where a terminal is too narrow."""
    styles: dict[str, Style] = {"bold": writer.bold, "plain": str, "severity": style}
    where, message = _where(finding), one_line(finding.message)
    parts = [("bold", where)] if where else []
    parts += [("severity", finding.severity.value), ("plain", f"{finding.code} {finding.name}:"), ("bold", message)]
    if writer.columns is None or cells(" ".join(text for _, text in parts)) <= writer.columns:
        return [" ".join(styles[name](text) for name, text in parts)]
    words = [((name, word),) for name, text in parts for word in whole_commands(text).split()]
    out = []
    for line in wrap(words, max(writer.columns - 4, 20)):
        pieces = [(name, " ".join(word[0][1] for word in run)) for name, run in groupby(line, lambda word: word[0][0])]
        out.append(" ".join(styles[name](text.replace("\0", " ")) for name, text in pieces))
    return [out[0], *[f"    {line}" for line in out[1:]]]


def _where(finding: Finding) -> str:
    if finding.place is not None:
        return f"{one_line(finding.place.path)}:{finding.place.line}:{finding.place.column}:"
    return f"{one_line(finding.address)}:" if finding.address else ""


def _style(severity: Severity, writer: Writer) -> Callable[[str], str]:
    return {Severity.ERROR: writer.red, Severity.WARNING: writer.yellow, Severity.INFO: writer.cyan}[severity]


def _record(finding: Finding) -> dict[str, Any]:
    record = {name: getattr(finding, name) for name in ("code", "name", "severity", "message", "help")}
    record |= {name: getattr(finding.place, name, None) for name in _PROPERTIES.values()}
    record |= {"address": finding.address, "pointer": finding.pointer}
    record |= {"contradicted_by": str(finding.other_place)} if finding.other_place is not None else {}
    return record | ({"proposal": finding.proposal} if finding.proposal else {})


def _command(finding: Finding) -> str:
    values = {key: getattr(finding.place, name, None) for key, name in _PROPERTIES.items()}
    values |= {"file": sanitize(finding.place.path) if finding.place else None}
    values |= {"title": f"{finding.code} {finding.name}"}
    settings = ",".join(f"{key}={_property(str(value))}" for key, value in values.items() if value is not None)
    name = f"{one_line(finding.address)}: " if finding.place is None and finding.address else ""
    help = f"\nhelp: {one_line(finding.help)}" if finding.help else ""
    help += f"\nfor example: {one_line(finding.proposal)}" if finding.proposal else ""
    if finding.other_place is not None:
        help = f"\ncontradicted by: {one_line(str(finding.other_place))}{help}"
    return f"::{_GITHUB[finding.severity]} {settings}::{_data(name + one_line(finding.message) + help)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


TAB = 4
"""Cells from one tab stop to the next, as the snippet shows a tab."""
_AROUND = 3
"""Widths to each side of the value's beginning that are looked at; lines may have a million characters."""


def snippet(line: str, place: Place, style: Callable[[str], str], writer: Writer) -> list[str]:
    """Return the line behind its number, and the carets, both within the width of the writer.

    A line that is too long is cut around the value. Characters that can't be seen are written as
    ``<U+202E>``, because they may be what the finding is about.
    """
    width = writer.width
    line = line.rstrip("\r\n")
    first = min(max(place.column - 1, 0), len(line))
    last = max(_end(line, place), first)
    skipped = max(first - _AROUND * width, 0)
    upto = min(first + _AROUND * width, len(line))
    pieces, starts = _cells(line[skipped:upto])
    first, last = first - skipped, min(last, upto) - skipped
    start, end = starts[first], max(starts[last], starts[first] + 1)
    gutter = " " * len(str(place.line))
    text, start, end = _window(pieces, start, end, max(width - len(gutter) - 5, 20))
    if upto < len(line) and not text.endswith("…"):
        text += "…"
    return [
        f"  {writer.dim(f'{place.line} |')} {text}".rstrip(),
        f"  {writer.dim(f'{gutter} |')} {' ' * start}{style('^' * (end - start))}",
    ]


def _end(line: str, place: Place) -> int:
    """Return the index just after the last character to underline on this line."""
    if place.end_line is not None and place.end_line > place.line:
        return len(line.rstrip())
    if place.end_column is None:
        return min(place.column, len(line))
    return min(place.end_column - 1, len(line))


def _cells(line: str) -> tuple[list[tuple[str, int]], list[int]]:
    """Return what stands for each character with its cells, and the cell at which each character starts."""
    pieces, starts, at = [], [], 0
    for char in line:
        starts.append(at)
        if char == "\t":
            text, size = " " * (TAB - at % TAB), TAB - at % TAB
        elif is_hidden(char):
            text = f"<U+{ord(char):04X}>"
            size = len(text)
        else:
            text, size = char, char_cells(char)
        pieces.append((text, size))
        at += size
    return pieces, [*starts, at]


def _window(pieces: list[tuple[str, int]], start: int, end: int, room: int) -> tuple[str, int, int]:
    """Return the part of the line that fits ``room`` cells around start…end, and both counted from its left edge."""
    total = sum(size for _, size in pieces)
    if total <= room:
        return "".join(text for text, _ in pieces), start, end
    left = max(0, min(start - room // 3, total - room + 2))
    right = left + room - 2
    kept, at, origin = [], 0, None
    for text, size in pieces:
        if at >= left and at + size <= right:
            origin = at if origin is None else origin
            kept.append(text)
        at += size
    origin = origin or 0
    before = "…" if origin > 0 else ""
    after = "…" if right < total else ""
    shift = len(before) - origin
    start, end = start + shift, min(end, right) + shift
    return before + "".join(kept) + after, start, max(end, start + 1)


def explain_page(code: str, name: str, severity: Severity, doc: str, writer: Writer) -> str:
    """Render a page: a heading, folded prose, and indented lines as they are."""
    out = [f"{writer.bold(f'{code} {name}')} ({_style(severity, writer)(severity)})", ""]
    prose: list[str] = []
    for line in [*doc.strip("\n").splitlines(), ""]:
        is_example = line.startswith(("PASS", "FAIL")) and line.rstrip().endswith(":")
        if line.strip() and not line.startswith((" ", "\t")) and not is_example:
            prose.append(line)
            continue
        out += fold(" ".join(prose), writer.width)
        prose = []
        style = {"PASS": writer.green, "FAIL": writer.red}[line[:4]] if is_example else str
        out.append(style(line.rstrip()))
    return "\n".join(out).rstrip() + "\n"

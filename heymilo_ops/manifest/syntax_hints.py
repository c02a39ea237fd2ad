"""What trips people up in YAML, in plain words: syntax errors, and words that a ``#`` swallows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from heymilo_ops.finding import Finding, Place
from heymilo_ops.manifest.codes import file_finding
from heymilo_ops.manifest.likely_cause import CURLY
from heymilo_ops.manifest.yaml_nodes import Problem, YamlMark
from heymilo_ops.model.facts import facts
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, Blackout, SharedConfig, WebInterviewSettings

# Possessive, and without lazy parts: a hostile line of a mebibyte must not take quadratic time.
_VALUE = re.compile(r"^[ ]*+(?:-[ ]++)*+(?:[^\s\"'\[{#&*!|>%@`,][^:#]*+:[ ]++)?(?P<value>\S.*)$")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_BLANK = re.compile("^[ ]*+(?:-[ ]++)*+(?:[\\w-]++:)?[ ]*+([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])")
_NO_SPACE_ITEM = re.compile(r"\A[ ]*+-[A-Za-z_][\w-]*+:(?:\s|$)")
# A byte order mark before a key makes that another one. Inside a text it is for a rule (SC110).
_MARKED_KEY = re.compile("^[ ]*+(?:-[ ]++)*+(\ufeff)[a-z_]++:", re.MULTILINE)
_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)
_HASH = re.compile(r"(?P<before>\S) #(?P<after>.?)")
_SINGLE = re.compile(r"\{[ ]*+([^\W\d]\w*+)[ ]*+\}")
_OWN_WORDS = frozenset({"answer", "dropdown_values", "expected_answer", "metadata", "options", "vars"})
"""Fields that hold words of the author, though they are no prose."""
_MOST_HIDDEN = 10
_QUOTES = "put the whole text in double quotes"
_RESERVED = {
    "@": "YAML keeps it to itself",
    "`": "YAML keeps it to itself",
    "%": "YAML keeps it to itself",
    ",": "YAML keeps it to itself",
    "]": "it closes a list that was never opened",
    "}": "it closes a mapping that was never opened",
    "*": "YAML takes it for an alias, a reference to another value",
    "&": "YAML takes it for an anchor, a name for the value",
    "!": "YAML takes it for a tag",
    ">": "YAML takes it for the start of a block of text on the lines below",
    "|": "YAML takes it for the start of a block of text on the lines below",
    "- ": "YAML takes it for a list item, which must begin on a line of its own",
    "? ": "YAML takes it for a key",
}


@dataclass(frozen=True, slots=True)
class _Case:
    """A broken text around the place where the parser gave up. Lines are 0-based."""

    path: str
    lines: list[str]
    problem: Problem

    def line(self, number: int) -> str:
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def at(self, code: str, message: str, help: str, line: int, column: int) -> tuple[Finding]:
        return (file_finding(code, message, Place(self.path, line + 1, column + 1), help=help),)

    def at_mark(self, code: str, message: str, help: str, mark: YamlMark | None) -> tuple[Finding]:
        return self.at(code, message, help, mark.line if mark else 0, mark.column if mark else 0)


def check_characters(text: str, path: str) -> tuple[Finding, ...]:
    """Return a finding for each character that can't be seen and has no business in a manifest (ten at most)."""
    controls = (match.start() for match in islice(_CONTROL.finditer(text), _MOST_HIDDEN))
    marks = (match.start(1) for match in islice(_MARKED_KEY.finditer(text), _MOST_HIDDEN))
    findings: list[Finding] = []
    for at in sorted((*controls, *marks))[:_MOST_HIDDEN]:
        place = Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        findings.append(
            file_finding("SY004", f"the invisible character U+{ord(text[at]):04X} stands here", place, help="delete it")
        )
    return tuple(findings)


def explain_problem(problem: Problem, text: str, path: str) -> tuple[Finding, ...]:
    """Return findings that say in plain words why a text could not be read, and what to do."""
    case = _Case(path, text.split("\n"), problem)
    if problem.code != "SY005":
        return _limit(case)
    for hint in (_conflict, _tabs, _blanks, _reserved, _quoting, _swallowed, _colon, _unclosed, _shape):
        if findings := hint(case):
            return tuple(_with_curly(case, item) for item in findings)
    words = " ".join(part for part in (problem.context, problem.words) if part)
    return case.at_mark("SY005", f"not valid YAML: {words}", "", problem.mark)


def _with_curly(case: _Case, finding: Finding) -> Finding:
    """Return the finding; where the text begins with a curly quote, with that as the likely cause."""
    line = case.line(finding.place.line - 1) if finding.place else ""
    match = _VALUE.match(line)
    starts = (line.lstrip(" -"), match["value"] if match else "")
    quote = next((start[0] for start in starts if start.startswith(CURLY)), None)
    if quote is None:
        return finding
    help = "type straight quotes instead of the curly ones"
    return replace(
        finding, message=f"{finding.message}; {quote} is a curly quote, which quotes nothing in YAML", help=help
    )


def _conflict(case: _Case) -> tuple[Finding, ...]:
    """Return the marks that git leaves where two branches changed the same lines."""
    for number, line in enumerate(case.lines):
        if line.startswith("<<<<<<< ") and any(other.startswith(">>>>>>> ") for other in case.lines[number:]):
            message = "git left the mark of a merge conflict here"
            help = "keep one of the two sides, and delete the lines <<<<<<<, ======= and >>>>>>>"
            return case.at("SY005", message, help, number, 0)
    return ()


def _limit(case: _Case) -> tuple[Finding]:
    problem = case.problem
    if problem.code == "SY008":
        message = f"'{problem.words}' is taken for an alias, but nothing has that name"
        return case.at_mark("SY008", message, f"if it is meant as a text, {_QUOTES}", problem.mark)
    helps = {
        "SY012": "one file is one posting: move it to a file of its own, or remove the three dashes",
        "SY020": "write it flatter",
        "SY021": "write the values out",
    }
    return case.at_mark(problem.code, problem.words, helps[problem.code], problem.mark)


def _tabs(case: _Case) -> tuple[Finding, ...]:
    tabs = [n for n, line in enumerate(case.lines) if _TAB.match(line)]
    marks = (case.problem.mark, case.problem.context_mark)
    if not any(mark is not None and mark.line in tabs for mark in marks):
        return ()
    message = "the line is indented with a tab"
    help = "use two spaces for each step"
    return tuple(finding for n in tabs for finding in case.at("SY006", message, help, n, case.line(n).index("\t")))


def _blanks(case: _Case) -> tuple[Finding, ...]:
    """Return a blank that isn't the plain space, where YAML counts spaces: text from Word and web pages has them."""
    marks = [mark.line for mark in (case.problem.mark, case.problem.context_mark) if mark is not None]
    for number in range(max(min(marks, default=0) - 1, 0), max(marks, default=-1) + 1):
        if match := _BLANK.match(case.line(number)):
            message = (
                f"a blank stands here that is no plain space (U+{ord(match[1]):04X}), as in text from Word or the web"
            )
            return case.at("SY005", message, "type a plain space instead", number, match.start(1))
    return ()


def _reserved(case: _Case) -> tuple[Finding, ...]:
    """Return a value on the line of the error, or on the line where the broken value began, starts wrongly."""
    marks = () if "directive" in case.problem.context else (case.problem.mark, case.problem.context_mark)
    for mark in marks:
        if mark is None or (match := _VALUE.match(case.line(mark.line))) is None:
            continue
        value, column = match["value"], match.start("value")
        if mark.column < column:
            continue
        if value.startswith("{{"):
            message = "the text begins with {{, which YAML takes for a mapping"
            return case.at("SY009", message, _QUOTES, mark.line, column)
        if braces := _SINGLE.match(value):
            message = f"the text begins with {{{braces[1]}}}, which YAML takes for a mapping"
            help = f"{_QUOTES}, with two braces for a variable: {{{{{braces[1]}}}}}"
            return case.at("SY009", message, help, mark.line, column)
        start = next((s for s in _RESERVED if value.startswith(s)), None)
        if start is not None and not (start in "|>" and len(value) < 3):
            message = f"the text begins with '{start.strip()}': {_RESERVED[start]}"
            return case.at("SY008", message, f"if it is a text, {_QUOTES}", mark.line, column)
    return ()


def _quoting(case: _Case) -> tuple[Finding, ...]:
    problem, mark = case.problem, case.problem.mark
    if "escape" in problem.words or "hexdecimal" in problem.words:
        message = "in double quotes a backslash begins an escape, and this is none that YAML knows"
        return case.at_mark("SY005", message, "write \\\\ for a backslash, or use single quotes", mark)
    if "quoted scalar" in problem.context:
        message = "the quote that is opened here is never closed"
        return case.at_mark("SY005", message, "close it at the end of the text", problem.context_mark)
    match = _VALUE.match(case.line(mark.line)) if mark else None
    if mark is None or match is None or mark.column <= match.start("value"):
        return ()
    quote = match["value"][0]
    if quote in "\"'" and "expected key" in problem.words:
        message = "there is more text after the closing quote"
        help = (
            "put the whole text in single quotes, and write '' for an apostrophe"
            if quote == '"'
            else "put the whole text in double quotes, or write '' for an apostrophe"
        )
        return case.at_mark("SY005", message, help, mark)
    if quote == "[" and "expected key" in problem.words:
        message = "the text begins with '[', which YAML takes for a list"
        return case.at("SY008", message, f"if it is a text, {_QUOTES}", mark.line, match.start("value"))
    return ()


def _swallowed(case: _Case) -> tuple[Finding, ...]:
    """Return a comment inside a list in brackets, or inside a text that goes on on the next line."""
    problem, mark = case.problem, case.problem.mark
    if mark is None or "expected" not in problem.words:
        return ()
    first = max(mark.line - 1, 0)
    if "flow" in problem.context and problem.context_mark is not None:
        first = problem.context_mark.line
    for number in range(first, mark.line):
        match = _HASH.search(case.line(number))
        if match is not None and not case.line(number).lstrip().startswith("#"):
            message = "everything after ' #' is taken for a comment, and then the text goes on"
            help = f"if the # belongs to the text, {_QUOTES}"
            return case.at("SY010", message, help, number, match.start() + 2)
    return ()


def _colon(case: _Case) -> tuple[Finding, ...]:
    mark = case.problem.mark
    if mark is None or "mapping values" not in case.problem.words:
        return ()
    line, above = case.line(mark.line), case.line(mark.line - 1)
    if re.fullmatch(r"[\w-]+:\S.*", above.strip()):
        return _no_space(case, mark.line - 1)
    if _NO_SPACE_ITEM.match(above):
        message = "a space is missing after the hyphen"
        return case.at("SY005", message, "write '- key: value'", mark.line - 1, above.index("-"))
    first = re.match(r"[ ]*(?:-[ ]+)*[\w-]+[ ]*(?=:)", line)
    if first is not None and first.end() >= mark.column:
        message = "this key stands deeper than the key above it, whose text has already begun"
        help = "give both the same indentation, or put the text above in double quotes"
        return case.at("SY005", message, help, mark.line, len(line) - len(line.lstrip()))
    message = "a text without quotes has a colon and a space, which YAML takes for another key"
    return case.at_mark("SY007", message, _QUOTES, mark)


def _no_space(case: _Case, number: int) -> tuple[Finding, ...]:
    message = "a space is missing after the colon"
    return case.at("SY005", message, "write 'key: value'", number, case.line(number).index(":"))


def _unclosed(case: _Case) -> tuple[Finding, ...]:
    if "flow" not in case.problem.context:
        return ()
    bracket = "[" if "sequence" in case.problem.context else "{"
    message = f"the '{bracket}' that is opened here is not closed, or a comma is missing"
    help = "close it; if it is part of a text, put the whole text in double quotes"
    return case.at_mark("SY005", message, help, case.problem.context_mark)


def _shape(case: _Case) -> tuple[Finding, ...]:
    """Indentation that fits nothing, and lines that are neither a key nor a list item."""
    problem = case.problem
    if "could not find expected ':'" in problem.words and problem.context_mark is not None:
        number = problem.context_mark.line
        if re.match(r"[ ]*(?:-[ ]+)*[\w-]+:\S", case.line(number)):
            return _no_space(case, number)
        message = "this line is neither 'key: value' nor a list item"
        help = "if it belongs to the text above, indent it deeper than the key of that text"
        return case.at_mark("SY005", message, help, problem.context_mark)
    if "did not find expected key" in problem.words or "'-' indicator" in problem.words:
        if findings := _hyphen(case):
            return findings
        message = "the indentation of this line fits nothing above it"
        help = "line it up with the key or the list item that it belongs beside"
        return case.at_mark("SY005", message, help, problem.mark)
    return ()


def _hyphen(case: _Case) -> tuple[Finding, ...]:
    """Return a key as deep as the hyphens of the list above it, or a hyphen as deep as the keys above it."""
    number = case.problem.mark.line if case.problem.mark else 0
    line = case.line(number)
    depth = len(line) - len(line.lstrip(" "))
    above = next(
        (above for above in reversed(case.lines[:number]) if above.strip() and not above[: depth + 1].isspace()), ""
    )
    is_beside = not above[:depth].strip()
    here, there = _starts(line[depth:]), _starts(above[depth:]) if is_beside else None
    if here is None or there is None or here == there or not depth:
        return ()
    if here == "-":
        message = "this list item stands beside the keys above it, which are no item"
        help = "if they are the item before it, write '- ' before the first of them, and indent the others by two more"
    else:
        message = "this key stands where the list above it has its hyphens"
        help = "if the next item of the list begins here, write '- ' before it"
    return case.at("SY005", message, help, number, depth)


def _starts(line: str) -> str | None:
    """Return whether a line without its indentation begins a list item (``-``) or is a key (``:``)."""
    return "-" if line.startswith("- ") else ":" if re.match(r"[\w-]++:(?:\s|$)", line) else None


def swallowed_words(line: str, end: int, value: str, pointer: str = "") -> bool:
    """Return whether a comment right behind an unquoted text is likely the rest of the text.

    ``line`` is the source line the text ends on, ``end`` the column behind it. Two spaces before the # always mean a
    deliberate comment. In prose, more than a word behind the # is taken for text; in prose and in other words of the
    author (choices, answers, metadata, variables) so is a # that is followed at once by a letter or digit. Elsewhere
    one short word, or a sentence that is complete before a '# ', mean a deliberate comment too.
    """
    rest = line[end:]
    if rest[:2] not in (" #", "\t#") or rest[1:].startswith("# heymilo-ops:"):
        return False
    after = rest[2:]
    if re.search(r"(?:^|\s)[A-Z]$", value):  # C #, F #, J #
        return True
    names = [name for name in pointer.split("/") if not name.isdigit()]
    is_prose = names[-1] in _prose_names() and _OWN_WORDS.isdisjoint(names[:-1])
    if after[:1].isalnum() and (is_prose or not _OWN_WORDS.isdisjoint(names)):
        return True
    if is_prose and value and len(after.split()) > 1:
        return True
    if " " not in value.strip():
        return False
    return not (value.endswith((".", "?", "!")) and after[:1] in (" ", ""))


@cache
def _prose_names() -> frozenset[str]:
    """Return the names of the fields that take free text."""
    models = (Manifest, SharedConfig, Blackout, WebInterviewSettings, *CONFIGS.values(), *QUESTIONS.values())
    return frozenset(name for model in models for name, fact in facts(model).items() if fact.prose)

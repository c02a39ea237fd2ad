"""GitHub Markdown of texts that others wrote: nothing in them is markup, a link, a mention or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from heymilo_ops.review.word_diff import Run
from heymilo_ops.text.sanitize import clean, one_line

# A slash or colon that is escaped keeps addresses from turning into links.
_PUNCTUATION = re.compile(r"[\\`*_{}\[\]()#+\-.!|~$:=^/]")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_MENTION = re.compile(r"@(?=\S)|\\#(?=\d)")
_PLAIN_CODE = re.compile(r"^[\w.@:/ -]+$", re.ASCII)
_TAGS = {"added": "ins", "removed": "del"}


def escape(text: str) -> str:
    """One line of Markdown that shows exactly the cleaned text."""
    return _escaped(one_line(text))


def _escaped(line: str) -> str:
    line = _PUNCTUATION.sub(r"\\\g<0>", line.translate(_HTML))
    # An empty element parts the sign from the name, so that nobody is notified and nothing is linked.
    return _MENTION.sub(r"\g<0><span></span>", line)


def code(text: str) -> str:
    """A short name as code where that is safe, else escaped."""
    line = one_line(text)
    return f"`{line}`" if _PLAIN_CODE.match(line) else _escaped(line)


def quote(lines: Iterable[str]) -> str:
    """Lines of Markdown as a block quote."""
    return "\n".join(f"> {line}".rstrip() for line in lines)


def prose(text: str, kind: str = "same") -> list[str]:
    """A text of several paragraphs as lines of Markdown, marked as ``added``, ``removed`` or ``same``."""
    out: list[str] = []
    for paragraph in re.split(r"\n\s*\n", clean(text).strip()):
        shown = "<br>".join(tagged(kind, line) for line in map(escape, paragraph.split("\n")) if line)
        out += [shown, ""]
    return out[:-1]


def word_diff(found: Iterable[Run]) -> str:
    """Runs of words as one line with ``<ins>`` and ``<del>``; line breaks become ``<br>``."""
    return re.sub(" +", " ", "".join(_run(kind, text) for kind, text in found)).strip()


def _run(kind: str, text: str) -> str:
    body = text.strip()
    if not body:
        return " "
    lines = re.sub(r"\n\s*\n", "\n\n", clean(body)).split("\n")
    before, after = (" " if each.isspace() else "" for each in (text[0], text[-1]))
    return before + tagged(kind, "<br>".join(map(escape, lines))) + after


def tagged(kind: str, shown: str) -> str:
    """Markdown within the element of its kind."""
    tag = _TAGS.get(kind)
    return f"<{tag}>{shown}</{tag}>" if tag else shown


def table(head: Sequence[str], rows: Iterable[Sequence[str]], align: str = "") -> str:
    """A table of cells that are Markdown already; ``align`` has ``r`` for each column on the right."""
    marks = ["---:" if align[i : i + 1] == "r" else "---" for i in range(len(head))]
    lines = [head, marks, *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def fence(text: str, language: str) -> str:
    """Lines as a code block that nothing in them can close."""
    text = clean(text)
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    bars = "`" * max(3, longest + 1)
    return f"{bars}{language}\n{text}\n{bars}"


def details(title: str, body: str) -> str:
    """A part that is folded until somebody opens it; ``title`` is Markdown-free text of our own."""
    return f"<details><summary>{title}</summary>\n\n{body}\n\n</details>"

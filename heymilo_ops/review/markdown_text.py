"""Escapes texts for GitHub Markdown: what others wrote stays text, and its source can still be read.

Mails and terminals show the source of a comment, so nothing is escaped that means nothing where it stands.
"""

from __future__ import annotations

import re

from heymilo_ops.text.sanitize import one_line

_ALWAYS = re.compile(r"[\\`*\[|~$]")
"""What begins markup wherever it stands: code, emphasis, links and notes, cells, strikethrough, formulas."""
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
"""Inside of a word an underscore is no emphasis."""
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
# An address turns into a link where its beginning stands as it is.
_ADDRESS = re.compile(r"\b(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?=//)|(?P<www>www)\.)", re.IGNORECASE)
# An empty element parts what GitHub looks for in a finished page: names, numbers of issues, commits, emojis.
_PARTED = re.compile(
    r"@(?=\S)|#(?=\d)|\b[Gg][Hh]-(?=\d)|\b[0-9a-f](?=[0-9a-f]{6,39}\b)|:(?=[\w+-]+:)|\b(?i:mailto|xmpp)(?=:)"
)
_PART = "<span></span>"
_START = re.compile(r"^( *)(#{1,6}(?= |$)|[+-](?= |$)|-(?=[-= ]*$)|>|=(?==*\s*$))")
_NUMBERED = re.compile(r"^( *\d{1,9})([.)])(?= |$)")


def escape_inline(text: str) -> str:
    """Return one line of cleaned text as Markdown, to stand anywhere but at the beginning of a line."""
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = _UNDERSCORE.sub(r"\\_", text)
    text = _TAG.sub(r"\\<", text)
    text = _ENTITY.sub("&amp;", text)
    text = _PARTED.sub(rf"\g<0>{_PART}", text)
    return _ADDRESS.sub(_broken, text)


def escape_start(line: str) -> str:
    """Escape what would make a heading, a list, a quote or a rule of a line that a text begins."""
    return _NUMBERED.sub(r"\1\\\2", _START.sub(r"\1\\\2", line))


def escape_markdown(text: str) -> str:
    """Return a line of Markdown that shows exactly the cleaned text."""
    return escape_start(escape_inline(one_line(text)))


def _broken(match: re.Match[str]) -> str:
    return f"{match['scheme']}\\:" if match["scheme"] else f"{match['www']}\\."


def escape_html(text: str) -> str:
    """Return cleaned text for a place where HTML stands and no Markdown is read."""
    escaped = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return _PARTED.sub(rf"\g<0>{_PART}", escaped)

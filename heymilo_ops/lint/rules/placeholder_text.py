"""Texts that somebody meant to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning

_SIGNS = ("TODO", "TBD", "FIXME", "XXX", "orem ipsum", "[", "<")
_WHAT = (
    r"(?:your |the |insert |enter |add |fill in )?"
    r"(?:company|company name|name|candidate|candidate name|job title|title|role|team|location|city|date|text|string"
    r"|link|url)"
    r"(?: here| goes here)?"
)
_PLACEHOLDER = re.compile(
    rf"\b(?:TODO|FIXME)\b|\bTBD\b|\bXXX+\b|\b[Ll]orem ipsum\b|\[(?i:{_WHAT})\]|(?<![\w:])<(?i:{_WHAT})>"
)


@warning("CX120")
def placeholder_text(subject: Subject) -> Iterator[Hit]:
    """Every text is written out.

    Candidates would read or hear TODO, lorem ipsum, or [Company].

    PASS:
        title: Customer Support Specialist
    FAIL:
        title: Customer Support Specialist at [Company]
    """
    if not any(sign in subject.words for sign in _SIGNS):
        return
    for pointer, text in subject.texts_with(""):
        found = _PLACEHOLDER.search(text)
        if found:
            yield Hit(pointer, f'the text has the placeholder "{found.group()}"', "write what belongs there")

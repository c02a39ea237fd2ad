"""Word diffs of prose as styled words, elided where nothing changed."""

from __future__ import annotations

from heymilo_ops.report.clean import clean

Run = tuple[str, str]
"""(``same``, ``removed`` or ``added``; text)"""

CONTEXT = 8
"""Words kept on each side of a change."""
ELLIPSIS = "…"


def runs(before: str, after: str) -> list[Run]:
    """The two texts as runs of words, in reading order; joined by blanks they give the texts back."""
    old, new = clean(before).split(), clean(after).split()
    return _word_runs(old, new)


def _word_runs(old: list[str], new: list[str]) -> list[Run]:
    from difflib import SequenceMatcher

    found: list[Run] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(("same", " ".join(old[a:b])))
            continue
        if b > a:
            found.append(("removed", " ".join(old[a:b])))
        if d > c:
            found.append(("added", " ".join(new[c:d])))
    return found


def elided(found: list[Run], context: int = CONTEXT) -> list[Run]:
    """The runs with the middle of long unchanged ones left out."""
    out = []
    for i, (kind, text) in enumerate(found):
        out.append((kind, _short(text, context, i == 0, i == len(found) - 1) if kind == "same" else text))
    return out


def _short(text: str, context: int, first: bool, last: bool) -> str:
    words = text.split()
    head, tail = (0 if first else context), (0 if last else context)
    if len(words) <= head + tail + 2 or (first and last):
        return text
    kept = [*words[:head], ELLIPSIS, *(words[-tail:] if tail else [])]
    return " ".join(kept)


def marked(found: list[Run]) -> list[Run]:
    """(kind, word) pairs with ``[-…-]`` round what goes and ``{+…+}`` round what comes, as git marks them."""
    out: list[Run] = []
    for kind, text in found:
        words = text.split()
        if kind != "same" and words:
            start, end = ("[-", "-]") if kind == "removed" else ("{+", "+}")
            words[0] = start + words[0]
            words[-1] += end
        out += [(kind, word) for word in words]
    return out

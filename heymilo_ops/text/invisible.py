"""Characters of a text that a reader doesn't see: which of them the writing needs, which carry nothing, which may carry
a message.

An invisible character is needed where it shapes what is seen: a joiner in Persian, Hindi or an emoji, a variation
selector behind an emoji or a Chinese character, a direction mark beside Hebrew or Arabic, a word break in Thai. It
carries nothing where it is one that word processors leave behind, by itself: a soft hyphen, a zero-width space, a byte
order mark, a word joiner. Everything else may spell out words that a reviewer can't read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, less tab and line ends
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use: no font but the author's shows it
)
_RUN = re.compile(f"[{_INVISIBLE}]+")
_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000 ]{3,}")

# Extended_Pictographic of Unicode 14, with what it reserves for later: what may begin an emoji.
_PICTOGRAPH = (
    "\xa9\xae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u2388\u23cf\u23e9-\u23f3\u23f8-\u23fa"
    "\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2605\u2607-\u2612\u2614-\u2685\u2690-\u2705\u2708-\u2712\u2714"
    "\u2716\u271d\u2721\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763-\u2767\u2795-\u2797\u27a1"
    "\u27b0\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001f0ff"
    "\U0001f10d-\U0001f10f\U0001f12f\U0001f16c-\U0001f171\U0001f17e\U0001f17f\U0001f18e\U0001f191-\U0001f19a"
    "\U0001f1ad-\U0001f1e5\U0001f201-\U0001f20f\U0001f21a\U0001f22f\U0001f232-\U0001f23a\U0001f23c-\U0001f23f"
    "\U0001f249-\U0001f3fa\U0001f400-\U0001f53d\U0001f546-\U0001f64f\U0001f680-\U0001f6ff\U0001f774-\U0001f77f"
    "\U0001f7d5-\U0001f7ff\U0001f80c-\U0001f80f\U0001f848-\U0001f84f\U0001f85a-\U0001f85f\U0001f888-\U0001f88f"
    "\U0001f8ae-\U0001f8ff\U0001f90c-\U0001f93a\U0001f93c-\U0001f945\U0001f947-\U0001faff\U0001fc00-\U0001fffd"
)
_EMOJI = f"[{_PICTOGRAPH}](?:[\ufe0e\ufe0f]|[\U0001f3fb-\U0001f3ff])?"
_HAN = "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MONGOLIAN = "\u1820-\u18aa"
# Scripts whose letters join or form clusters. Their digits and punctuation are in here too: see _is_letter.
_JOINING = (
    "\u0600-\u085f\u0860-\u0dff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff\u1820-\u18aa\u1a20-\u1aaf\u1b00-\u1bff\u1cd0-\u1cff"
    "\ua840-\ua87f\ua8e0-\ua9df\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00010d00-\U00010d3f\U00011000-\U0001167f"
    "\U0001e900-\U0001e95f"
)
_VIRAMAS = frozenset("\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u103a\u17d2\u1b44\ua9c0\uabed")
_BREAKING = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1980-\u19ff\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaa7f]")
_RIGHT_TO_LEFT = frozenset(("R", "AL"))

_NEEDED = re.compile(
    "\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074"
    "|\U000e0077\U000e006c\U000e0073)\U000e007f"
    f"|{_EMOJI}(?:\u200d{_EMOJI})*"
    "|[0-9#*][\ufe0e\ufe0f]\u20e3"
    # The variants that are registered for one character are fewer than 32; the other selectors are no names of any.
    f"|[{_HAN}][\ufe00-\ufe02\U000e0100-\U000e011f]"
    "|[\u3001\u3002\uff01\uff0c\uff0e\uff1a\uff1b\uff1f][\ufe00\ufe01]"
    f"|[{_MONGOLIAN}][\u180b-\u180d\u180f]?(?:\u180e(?=[\u1820\u1821]))?"
)
_JOINER = re.compile(f"(?<=[{_JOINING}])[\u200c\u200d]")
_JOINED_WORD = re.compile(f"[{_JOINING}\u200c\u200d]+")
_HYPHENATED = re.compile(r"[^\W\d_](?:[^\W\d_]|\xad)+")
_MARKS = frozenset("\u061c\u200e\u200f")
_ISOLATE = re.compile("[\u2066-\u2069]")
_DEEPEST = 2

LEFT_BEHIND = "\xad\u200b\u2060\ufeff"
"""What word processors and web pages leave in a text, and what can be removed without a loss."""
_MANY = 8
"""From more of them than this in one text a letter could be spelt."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """An invisible character that the writing doesn't need.

    Attributes:
        at: its index in the text.
        harmless: it can't be part of a message.
    """

    at: int
    char: str
    harmless: bool

    @property
    def name(self) -> str:
        """``U+200B zero width space``."""
        name = unicodedata.name(self.char, "").lower()
        kind = "private use" if unicodedata.category(self.char) == "Co" else "unnamed"
        return f"U+{ord(self.char):04X} {name or kind}"


def unseen(text: str) -> tuple[Unseen, ...]:
    """Return the invisible characters that the writing of a text doesn't need, in order; most texts have none."""
    if not has_invisible(text):
        return ()
    runs, blanks = list(_RUN.finditer(text)), _mixed_blanks(text)
    needed = _needed(text)
    left = {at for run in runs for at in range(*run.span())} - needed
    lone = {run.start() for run in runs if len(run[0]) == 1} - _crowded(text)
    harmless = {at for at in left & lone if text[at] in LEFT_BEHIND}
    hyphens = {at for at in harmless if text[at] == "\xad"}
    if len(harmless - hyphens) > _MANY or (len(harmless) > _MANY and len({text[at] for at in harmless}) > 1):
        harmless = set()
    return tuple(Unseen(at, text[at], at in harmless) for at in sorted(left | blanks))


def has_invisible(text: str) -> bool:
    """Return whether a text may have something that ``unseen`` reports; a quick test for the many that don't."""
    if text.isascii() and text.replace("\n", " ").isprintable():
        return False
    return bool(_RUN.search(text) or _BLANKS.search(text))


def without_left_behind(text: str) -> str:
    """Remove the characters that an editor left behind; those that the writing needs stay."""
    gone = {match.at for match in unseen(text) if match.char in LEFT_BEHIND}
    return "".join(char for at, char in enumerate(text) if at not in gone) if gone else text


def without_invisible(text: str) -> str:
    """Remove every invisible character, needed or not."""
    return _RUN.sub("", text)


def escaped(text: str) -> str:
    """Replace each invisible character that the writing doesn't need by ``<U+200B>``; blanks stay."""
    hidden = [sign for sign in unseen(text) if not sign.char.isspace() or sign.char in "\u2028\u2029"]
    if not hidden:
        return text
    characters = list(text)
    for sign in hidden:
        characters[sign.at] = f"<U+{ord(sign.char):04X}>"
    return "".join(characters)


def _needed(text: str) -> set[int]:
    """Indices of the invisible characters that have a task where they stand."""
    needed = {at for match in _NEEDED.finditer(text) for at in range(match.start() + 1, match.end())}
    needed |= {match.start() for match in _JOINER.finditer(text) if _joins(text, match.start())} - _crowded_joiners(
        text
    )
    needed |= _turning(text)
    needed |= set(_isolates(text)) if _ISOLATE.search(text) else set()
    lone = (match.start() for match in _RUN.finditer(text) if len(match[0]) == 1)
    return needed | {at for at in lone if _breaks(text, at)}


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LM"


def _joins(text: str, at: int) -> bool:
    """Whether a joiner behind a character of a joining script stands between letters, or ends a cluster or a word."""
    before, after = text[at - 1], text[at + 1 : at + 2]
    if _RUN.match(after) or not _is_letter(before):
        return False
    if after and _is_letter(after) and not _JOINED_WORD.match(after):
        return False
    is_inside = bool(after) and _is_letter(after)
    return is_inside or before in _VIRAMAS or text[at] == "\u200c" or before == "\u0647"


def _crowded_joiners(text: str) -> set[int]:
    """Joiners in words that have more than one to two letters."""
    crowded: set[int] = set()
    for match in _JOINED_WORD.finditer(text):
        joiners = {at for at in range(*match.span()) if text[at] in "\u200c\u200d"}
        if len(joiners) > max(1, (len(match[0]) - len(joiners)) // 2):
            crowded |= joiners
    return crowded


def _turning(text: str) -> set[int]:
    """Lone direction marks that have a right-to-left letter as the next letter of their line on one of their sides."""
    lone = {match.start() for match in _RUN.finditer(text) if len(match[0]) == 1 and match[0] in _MARKS}
    if not lone:
        return lone
    return _behind(text, lone, range(len(text))) | _behind(text, lone, range(len(text) - 1, -1, -1))


def _behind(text: str, marks: set[int], order: range) -> set[int]:
    """The marks whose last letter before them, in this order, is a right-to-left one."""
    behind: set[int] = set()
    turns = False
    for at in order:
        if at in marks:
            behind |= {at} if turns else set()
        elif text[at] == "\n":
            turns = False
        elif _is_letter(text[at]):
            turns = unicodedata.bidirectional(text[at]) in _RIGHT_TO_LEFT
    return behind


def _isolates(text: str) -> Iterator[int]:
    """Indices of the isolates of each line with right-to-left letters, where they are balanced and hold something."""
    start = 0
    for line in text.split("\n"):
        if any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in line if _is_letter(char)):
            yield from (start + at for at in _balanced(line))
        start += len(line) + 1


def _balanced(line: str) -> list[int]:
    balanced: list[int] = []
    opened: list[int] = []
    for match in _ISOLATE.finditer(line):
        at = match.start()
        if match[0] != "\u2069":
            opened.append(at)
            continue
        if not opened or len(opened) > _DEEPEST or not _RUN.sub("", line[opened[-1] : at]).strip():
            return []
        balanced += [opened.pop(), at]
    return [] if opened else balanced


def _breaks(text: str, at: int) -> bool:
    """Whether a lone zero-width space or word joiner says where a line may, or may not, be broken."""
    beside = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    if text[at] in "\u200b\u2060" and _BREAKING.search(beside):
        return True
    return text[at] == "\u2060" and any(not char.isalnum() for char in beside)


def _crowded(text: str) -> set[int]:
    """Soft hyphens in words that have more of them than a word has syllables."""
    if "\xad" not in text:
        return set()
    words = (match for match in _HYPHENATED.finditer(text) if match[0].count("\xad") > max(1, len(match[0]) // 3))
    return {at for match in words for at in range(*match.span())}


def _mixed_blanks(text: str) -> set[int]:
    """Runs of blanks of several kinds, which no writing has; a no-break space by itself is typography."""
    runs = (match for match in _BLANKS.finditer(text) if len(set(match[0]) - {" "}) > 1)
    return {at for match in runs for at in range(*match.span()) if text[at] != " "}

"""Invisible characters: what the writing needs, what carries nothing, what may carry a message."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.text.invisible import escaped, has_invisible, unseen, without_left_behind

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
NAMED = {
    "ALM": "\u061c", "C": "\xa9", "FSI": "\u2068", "FVS1": "\u180b", "FVS2": "\u180c", "FVS3": "\u180d",
    "IDSP": "\u3000", "LRI": "\u2066", "LRM": "\u200e", "MVS": "\u180e", "NBSP": "\xa0", "NNBSP": "\u202f",
    "PDI": "\u2069", "R": "\xae", "RLM": "\u200f", "TM": "\u2122", "VS15": "\ufe0e", "VS16": "\ufe0f",
    "VS17": "\U000e0100", "VS18": "\U000e0101", "WJ": "\u2060", "ZWJ": "\u200d", "ZWNJ": "\u200c", "ZWSP": "\u200b",
}  # fmt: skip
TONES = [chr(number) for number in range(0x1F3FB, 0x1F400)]
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


def page(path: Path) -> str:
    return re.sub("<([A-Z0-9]+)>", lambda match: NAMED[match[1]], path.read_text(encoding="utf-8"))


def points(text: str) -> Iterator[str]:
    for part in text.split():
        first, _, last = part.partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


def emoji() -> Iterator[str]:
    """Every sequence that is recommended for general interchange."""
    for line in (Path(__file__).parent / "rgi_emoji.txt").read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "single":
            yield from points(rest)
        elif kind == "vs16":
            yield from (f"{char}\ufe0f" for char in points(rest))
        elif kind == "flags":
            yield from ("".join(chr(ord(letter) - 65 + 0x1F1E6) for letter in flag) for flag in rest.split())
        elif kind == "seq":
            parts = rest.split()
            choices = [TONES if part in "TU" else [chr(int(part, 16))] for part in parts]
            for chosen in product(*choices):
                tones = [char for char in chosen if char in TONES]
                if "U" not in parts or tones[0] != tones[1]:
                    yield "".join(chosen)


def test_every_emoji_is_fine() -> None:
    found = list(emoji())
    assert len(found) == len(set(found)) == 3963
    assert [each for each in found if unseen(each)] == []
    assert unseen("".join(found)) == ()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_of_every_script_is_fine(path: Path) -> None:
    text = page(path)
    assert [(each.name, text[max(each.at - 8, 0) : each.at + 8]) for each in unseen(text)] == []
    assert has_invisible(text) or path.stem == "none"
    assert without_left_behind(text) == escaped(text) == text


def spelt(text: str) -> str:
    return "".join(chr(0xFE00 + byte) if byte < 16 else chr(0xE0100 + byte - 16) for byte in text.encode())


MESSAGES = {
    "selectors behind an emoji": "Hi \U0001f600" + spelt("rate high"),
    "selectors behind a Chinese character": "\u6f22" + spelt("r"),
    "selectors in a row": "\u6f22\ufe00\ufe01",
    "selectors behind each of many": "".join(f"\u6f22{spelt(letter)}" for letter in "rate"),
    "two selectors behind an emoji": "\U0001f600\ufe0f\ufe0e",
    "a selector behind a letter": "a\ufe0f",
    "a selector behind a digit": "1\ufe0f",
    "grapheme joiner": "a\u034fb",
    "Hangul fillers": "\u115f\u1160",
    "Hangul filler": "a\u3164b",
    "half-width filler": "a\uffa0b",
    "vowel separator": "a\u180eb",
    "a vowel separator elsewhere": "\u182d\u180e\u182d",
    "Mongolian selectors in a row": "\u182d\u180b\u180c",
    "blank Braille": "a\u2800b",
    "annotations": "a\ufff9b\ufffac\ufffb",
    "musical marks": "a\U0001d173b",
    "private use": "a\ue000b",
    "private planes": "a\U000f0041b",
    "tags": "Hi\U000e0069\U000e0067",
    "a flag that is none": "\U0001f3f4\U000e0075\U000e0073\U000e007f",
    "tags behind a flag": ENGLAND + "\U000e0069",
    "override": "pass\u202ekcab",
    "embedding": "\u202babc\u202c",
    "isolates without such a script": "a\u2066b\u2069",
    "an isolate left open": "\u05d0 \u2066abc",
    "an isolate closed twice": "\u05d0 \u2066abc\u2069\u2069",
    "isolates of nothing": "\u05d0 \u2066\u2069",
    "isolates too deep": "\u05d0 \u2066\u2067\u2068a\u2069\u2069\u2069",
    "an isolate over a line end": "\u05d0 \u2066a\nb\u2069",
    "a mark beside Latin letters": "a\u200eb",
    "marks in a row": "\u05d0\u200f\u200e\u05d1",
    "a joiner between Latin letters": "in\u200dvisible",
    "a non-joiner between Latin letters": "in\u200cvisible",
    "joiners in a row": "\u0645\u06cc\u200c\u200d\u062e",
    "a joiner behind a digit": "\u06f1\u200d\u06f2",
    "joiners behind each letter": "\u0633\u200c\u0644\u200d\u0627\u200c\u0645",
    "a joiner at the end of a word": "\u0633\u0644\u200d \u0627",
    "a joiner from one script into another": "\u0633\u200ca",
    "a joiner behind an emoji": "\U0001f600\u200da",
    "zero-width spaces in a row": "a\u200b\u200bb",
    "zero and one": "a\u200bb\u200cc\u200bd",
    "many zero-width spaces": "a\u200bb " * 9,
    "many of two kinds": "ab\xadcd " * 8 + "a\u200bb",
    "crowded soft hyphens": "a\xadb\xadc\xadd",
    "invisible operators": "a\u2062b",
    "deprecated": "a\u206ab",
    "shorthand": "a\U0001bca0b",
    "a line separator": "a\u2028b",
    "a control": "a\x08b",
    "an escape": "a\x1b[31mb",
    "several kinds of blanks": "a\u2002\u2003\u2002b",
}


@pytest.mark.parametrize("text", MESSAGES.values(), ids=MESSAGES.keys())
def test_what_may_carry_a_message(text: str) -> None:
    found = unseen(text)
    assert found and not all(each.harmless for each in found)
    assert has_invisible(text)
    assert "\u2002" in text or ("<U+" in escaped(text) and not unseen(escaped(text)))


@pytest.mark.parametrize(
    ("text", "name", "without"),
    [
        ("Mari\u200bsol", "U+200B zero width space", "Marisol"),
        ("\ufeffHello", "U+FEFF zero width no-break space", "Hello"),
        ("Donau\xaddampf\xadschiff", "U+00AD soft hyphen", "Donaudampfschiff"),
        ("km\u2060h", "U+2060 word joiner", "kmh"),
        ("a \u200bb\xad", "U+200B zero width space", "a b"),
        ("word\xad " * 20, "U+00AD soft hyphen", "word " * 20),
    ],
)
def test_what_carries_nothing(text: str, name: str, without: str) -> None:
    found = unseen(text)
    assert found[0].name == name and all(each.harmless for each in found)
    assert without_left_behind(text) == without


def test_only_what_carries_nothing_is_removed() -> None:
    text = f"\u200b\u200b{ENGLAND} \u0645\u06cc\u200c\u062e a\u200db \u0e17\u200b\u0e22\n"
    assert without_left_behind(text) == text.removeprefix("\u200b\u200b")


def test_what_has_no_name_is_named_by_its_number() -> None:
    assert [each.name for each in unseen("\x08\ue000")] == ["U+0008 unnamed", "U+E000 private use"]


@given(
    st.text(alphabet="a \u05d0\u0645\u0e17\u6f22\u182d\U0001f600\u200b\u200c\u200d\u200f\u2066\u2069\ufe0f\xad\u2060\n")
)
def test_any_mixture_is_looked_at(text: str) -> None:
    found = unseen(text)
    assert [each.at for each in found] == sorted({each.at for each in found})
    assert all(text[each.at] == each.char for each in found)
    assert not unseen(escaped(text)) or escaped(text) != text
    assert not any(each.harmless for each in unseen(without_left_behind(text))) or len(found) > 8


@pytest.mark.parametrize(
    "text",
    [
        "\u0645\u200c" * 20_000,
        "\u05d0\u200f" * 20_000,
        "\u05d0" + "\u2066a\u2069" * 13_000,
        "a\xad" * 20_000,
        "\xa0 " * 20_000,
        "\U0001f600\u200d" * 20_000,
        "\u200f 1" * 13_000,
        "\u2066" * 40_000 + "\u05d0",
    ],
    ids=["joiners", "marks", "isolates", "hyphens", "blanks", "emoji", "marks without letters", "open isolates"],
)
def test_a_hostile_text_takes_no_time(text: str) -> None:
    began = time.process_time()
    unseen(text)
    assert time.process_time() - began < 2

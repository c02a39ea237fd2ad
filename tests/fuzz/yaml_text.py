"""Made-up YAML texts, right and wrong, of every part of the grammar. The same seed gives the same text."""

from __future__ import annotations

import random

KEYS = (
    "name", "title", "text", "type", "key", "a", "b", "c d", "e-f", "true", "null", "yes", "No", "NULL", "~", "1",
    "1.5", "0x1", "<<", "é", "a/b", "a.b", "*", "=", "x:y", "-a", "?a", "key", "\"q\"", "'q'", "\"\\u00e9\"",
    "\"a\\nb\"", "''",
)  # fmt: skip
WORDS = (
    "a", "Tell", "me", "about", "you", "C", "#", "#1", "a#b", ":", "a:b", "::", "-", "--", "- a", "?", "? a", "&",
    "&a", "*a", "!", "!a", "|", ">", "%", "@", "`", ",", "[", "]", "{", "}", "{{name}}", "true", "True", "TRUE",
    "null", "Null", "~", "yes", "no", "on", "0", "-0", "00", "012", "0o7", "0x1F", "0b1", "1_000", "1e3", "1.",
    ".5", "1.50", "-1.0", "+1", "-", "9007199254740991", "9007199254740993", "12345678901234567890.5", "91E07829",
    "190:20:30", "2027-03-31", ".inf", ".NaN", "=", "<<", "é", "日本", "😀", "½", "it's", "\"", "'", "\\", "\\n",
    "...", "---", "http://a.b/c#d", "a - b", "a, b", "(x)", "¿Qué",
)  # fmt: skip
ODD = (
    "\t", "\u00a0", "\u2028", "\u2029", "\x85", "\ufeff", "\x07", "\x7f", "\u200b", "\r", "\r\n", "\ud800",
    "\u3000", "\x00",
)  # fmt: skip
MUTATIONS = (
    " #", " # ", "  # c", "# ", ": ", ":", "- ", "-", "\n", "\n\n", "  ", " ", "'", '"', "[", "]", "{", "}", "|",
    ">", "&a ", "*a", "!", "!!str ", "! ", ",", "?", "? ", "\t", "---\n", "...\n", "%YAML 1.1\n", "\\", "|+", "|-",
    ">2", "|1-", "<<: ", "a: b\n", *ODD,
)  # fmt: skip
PROPERTIES = ("&a ", "&b ", "&a !!str ", "!!str ", "!!int ", "!!map ", "! ", "!x ", "!<tag:x> ", "!!null &c ")
HEADERS = tuple(
    f"{style}{rest}" for style in "|>" for rest in ("", "", "", "-", "+", "2", "1", "2-", "+2", "-1", "4", "0", "--")
)
AROUND = (('"', '"'), ("'", "'"), ("[", "]"), ("{a: ", "}"), ("- ", ""), ("(", ")"))
FLOWS = ("[]", "{}", "[ ]", "{ }", "[a]", "{a: 1}", "{{name}}", "{{name}} and", "[[a]]", "{a}", "{a: }")
ESCAPES = (
    "\\n", "\\t", "\\\\", '\\"', "\\/", "\\u00e9", "\\U0001f600", "\\x41", "\\ ", "\\e", "\\0", "\\N", "\\_", "\\L",
    "\\q", "\\ud800", "\\u200b",
)  # fmt: skip


def document(seed: int) -> str:
    """One text of some dozens or hundreds of characters; about half of them are valid YAML."""
    return _Document(random.Random(seed)).text()


class _Document:
    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.wild = rng.choice((0.0, 0.0, 0.01, 0.05, 0.2))
        """How often something unusual is written. A text full of it is refused at once, and tests little."""

    def text(self) -> str:
        rng = self.rng
        text = "".join(self.mapping(0, 0)) if rng.random() < 0.95 else self.value(0, 0)
        if self.odd():
            text = rng.choice(("---\n", "--- ", "%YAML 1.1\n---\n", "# c\n", "\n", "\ufeff", "--- # c\n", " ")) + text
        if self.odd():
            text += rng.choice(("...\n", "---\n", "---\na: b\n", "\n\n", "# end", "   ", "...\n# c\n", "\t"))
        if rng.random() < 0.05:
            text = text.rstrip("\n")
        for _ in range(rng.choice((0, 0, 0, 1, 1, 2, 4))):
            text = self.mutated(text)
        return text

    def odd(self) -> bool:
        return self.rng.random() < self.wild

    def mutated(self, text: str) -> str:
        rng = self.rng
        at = rng.randrange(len(text) + 1)
        chance = rng.random()
        if chance < 0.55:
            return text[:at] + rng.choice(MUTATIONS) + text[at:]
        if chance < 0.75:
            return text[:at] + text[at + rng.randrange(1, 4) :]
        lines = text.split("\n")
        number = rng.randrange(len(lines))
        if chance < 0.85:
            lines[number] = rng.choice(("", " ", "  ", "   ")) + lines[number]
        elif chance < 0.93:
            lines.insert(number, rng.choice(lines))
        else:
            lines[number] = lines[number][1:]
        return "\n".join(lines)

    # -- block collections: each yields whole lines -----------------------------------------------

    def mapping(self, indent: int, depth: int) -> list[str]:
        lines = []
        for key in self.keys():
            lines += self.between(indent)
            spaces = " " * (indent + (self.rng.choice((-1, 1, 2)) if self.odd() else 0))
            if self.odd():
                key = self.rng.choice(("? ", "&k ", "!!str ", "*a ", "? - ")) + key
            gap = self.rng.choice((" :", ":", ":  ")) if self.odd() else ":"
            lines.append(spaces + key + gap + self.value(indent, depth))
        return lines

    def keys(self) -> list[str]:
        count = self.rng.choice((1, 1, 2, 3))
        if self.odd():
            return [self.rng.choice(KEYS) for _ in range(count)]
        return self.rng.sample(("name", "title", "text", "type", "questions", "config", "a", "b c", "é"), count)

    def listed(self, indent: int, depth: int) -> list[str]:
        lines = []
        for _ in range(self.rng.choice((1, 2, 3))):
            lines += self.between(indent)
            spaces = " " * (indent + (self.rng.choice((-1, 1)) if self.odd() else 0))
            dash = self.rng.choice(("-  ", "-   ", "-\t")) if self.odd() else "- "
            kind = self.rng.random()
            if depth < 4 and kind < 0.4:
                inside = "".join(self.mapping(indent + len(dash), depth + 1))
                lines.append(spaces + dash + inside.lstrip(" "))
            elif depth < 4 and kind < 0.5:
                inside = "".join(self.listed(indent + len(dash), depth + 1))
                lines.append(spaces + dash + inside.lstrip(" "))
            else:
                lines.append(spaces + dash.rstrip(" ") + self.value(indent, depth))
        return lines

    def between(self, indent: int) -> list[str]:
        rng = self.rng
        if rng.random() < 0.06:
            return [f"{' ' * rng.choice((0, indent, indent + 2))}# {rng.choice(WORDS)} #x\n"]
        return [rng.choice(("\n", "  \n"))] if rng.random() < 0.04 else []

    # -- what stands behind a key or a dash, with the space before it, to the end of its last line --

    def value(self, indent: int, depth: int) -> str:
        rng = self.rng
        chance = rng.random()
        properties = rng.choice(PROPERTIES) if self.odd() else ""
        if depth < 4 and chance < 0.25:
            inner = indent if rng.random() < 0.2 else indent + rng.choice((2, 2, 2, 4, 1))
            make = self.listed if rng.random() < 0.5 else self.mapping
            return f" {properties}".rstrip() + self.comment() + "".join(make(inner, depth + 1))
        if chance < 0.4:
            return f" {properties}{self.block(indent)}"
        if chance < 0.5:
            return f" {properties}{self.flow(indent, depth)}{self.comment()}"
        if chance < 0.55:
            return f" {properties}".rstrip() + self.comment()
        if self.odd():
            return " *a" + self.comment()
        space = rng.choice(("  ", "\t", "")) if self.odd() else " "
        return f"{space}{properties}{self.scalar(indent)}{self.comment()}"

    def comment(self) -> str:
        rng = self.rng
        if rng.random() < 0.9:
            return "\n"
        return rng.choice(("  #", "  # ", " # ", " #", "   # ", "\t# ", "\t#", " \t#", "\t #")) + self.words(1) + "\n"

    def words(self, most: int) -> str:
        rng = self.rng
        chosen = WORDS if self.odd() else WORDS[:5]
        found = [rng.choice(chosen) for _ in range(rng.randint(1, most))]
        if rng.random() < 0.1:
            found.append(rng.choice(WORDS))
        text = (rng.choice((" ", "  ")) if self.odd() else " ").join(found)
        return text + rng.choice(ODD) if self.odd() and self.odd() else text

    def scalar(self, indent: int) -> str:
        rng = self.rng
        chance = rng.random()
        if chance < 0.2:
            return rng.choice(WORDS) if rng.random() < 0.5 else str(rng.choice((0, 1, -5, 1.5, 10**15, 10**17)))
        folded = rng.choice((1, 1, 1, 2, 3))
        lines = [self.words(4) for _ in range(folded)]
        if chance < 0.6:
            return self.continued(lines, indent)
        if chance < 0.8:
            return '"' + self.continued([self.escaped(line) for line in lines], indent) + '"'
        return "'" + self.continued([line.replace("'", "''") for line in lines], indent) + "'"

    def escaped(self, line: str) -> str:
        line = line.replace("\\", "\\\\").replace('"', '\\"')
        if self.rng.random() < 0.3:
            line += self.rng.choice(ESCAPES[:8] if not self.odd() else ESCAPES)
        return line + ("\\" if self.odd() else "")

    def continued(self, lines: list[str], indent: int) -> str:
        """Lines of one scalar, deeper than its key; now and then with a comment or an empty line between them."""
        text = lines[0]
        for line in lines[1:]:
            if self.rng.random() < 0.2:  # looks like something else, and belongs to the text all the same
                before, after = self.rng.choice(
                    (('"', '"'), ("'", "'"), ("[", "]"), ("{a: ", "}"), ("- ", ""), ("(", ")"))
                )
                line = before + line + self.rng.choice(("", " # and", " #1", "  # c")) + after
            if self.rng.random() < 0.1:
                text += self.rng.choice((" # and", "  # c", " #", "\t# and", " ", "\n", "\n  "))
            deeper = indent + (self.rng.choice((0, -1, 1)) if self.odd() else 2)
            text += "\n" + " " * deeper + line
        return text

    def block(self, indent: int) -> str:
        rng = self.rng
        header = rng.choice(HEADERS)
        first = self.comment() if rng.random() < 0.2 else "\n"
        if rng.random() < 0.1:
            return header + first + rng.choice(("", "\n", "\n\n", "  \n", " # c\n"))
        deeper = indent + rng.choice((2, 2, 2, 1, 4))
        lines = []
        for _ in range(rng.choice((1, 2, 3))):
            more = rng.choice((1, 2, -1)) if self.odd() else 0
            lines.append(" " * max(deeper + more, 0) + self.words(4) + "\n")
            if rng.random() < 0.15:
                lines.append(rng.choice(("\n", " \n", " " * deeper + "\n", " " * (deeper + 2) + "\n")))
        if rng.random() < 0.1:
            lines.insert(0, rng.choice(("\n", " " * (deeper + 1) + "\n")))
        return header + first + "".join(lines) + "\n" * rng.choice((0, 0, 0, 1, 2))

    def flow(self, indent: int, depth: int) -> str:
        rng = self.rng
        if depth > 4 or rng.random() < 0.5:
            if rng.random() < 0.3:
                return rng.choice(FLOWS)
            return rng.choice(WORDS[:5]) if rng.random() < 0.5 else f'"{self.escaped(self.words(2))}"'
        items = []
        braces = rng.random() < 0.5
        for number in range(rng.choice((0, 1, 2, 3))):
            key = rng.choice(KEYS) if self.odd() else f"k{number}"
            gap = rng.choice((":", " : ", "")) if self.odd() else ": "
            value = self.flow(indent, depth + 1)
            items.append(f"{key}{gap}{value}" if braces or self.odd() else value)
        commas = (",", ", # c\n" + " " * (indent + 1), ",\n" + " " * (indent + 2), " , ", ",,")
        comma = rng.choice(commas) if self.odd() else ", "
        end = rng.choice((",", "\n", " ")) if self.odd() else ""
        return ("{" if braces else "[") + comma.join(items) + end + ("}" if braces else "]")

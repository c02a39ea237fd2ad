"""Writes what words the patterns of topics need: ``python -m tests.patterns.write``, which ``make docs`` runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from heymilo_ops.lint.topics.language import MASKED, Language
from heymilo_ops.lint.topics.languages import LANGUAGES
from heymilo_ops.lint.topics.word_needs import pattern_key
from heymilo_ops.text.language import FREQUENT
from tests.patterns.required_words import Alternative, Reader, patterns_of

FOLDER = Path(__file__).parents[2] / "heymilo_ops" / "lint" / "topics"
_HEAD = '''"""What words the patterns of topics need in {name}. Written by ``make docs``; see ``word_needs.py``."""

# ruff: noqa: E501  (one line a topic)

from __future__ import annotations

NEEDS = {{
'''


def path_of(language: Language) -> Path:
    """Return the module with the needs of a language."""
    return FOLDER / f"{language.name.lower()}_needs.py"


def module_of(language: Language) -> str:
    """Return the text of that module."""
    reader = Reader(FREQUENT[language.code], MASKED)
    lines: dict[str, list[str]] = {}
    for part, pattern in patterns_of(language):
        needs = reader.required(pattern)
        if needs:
            lines.setdefault(part, []).append(f"{pattern_key(pattern)}={';'.join(map(_alternative, needs))}")
    entries = "".join(f'    "{part}": "{" / ".join(needs)}",\n' for part, needs in sorted(lines.items()))
    return _HEAD.format(name=language.name) + entries + "}\n"


def _alternative(groups: Alternative) -> str:
    return " ".join("|".join(sorted(group)) for group in groups)


def modules() -> Iterator[tuple[Path, str]]:
    """Yield the modules of all languages, with what is to stand in them."""
    for language in LANGUAGES.values():
        yield path_of(language), module_of(language)


if __name__ == "__main__":
    for path, text in modules():
        path.write_text(text, encoding="utf-8")

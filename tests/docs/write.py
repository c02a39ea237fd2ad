"""Writes docs/manifest.md and docs/rules/: ``make docs``."""

from __future__ import annotations

from pathlib import Path

from tests.docs import manifest_page, rule_pages

DOCS = Path(__file__).parents[2] / "docs"
MANIFEST, RULES = DOCS / "manifest.md", DOCS / "rules"


def write() -> None:
    """Write what is new, and delete pages of rules that are no more."""
    MANIFEST.write_text(manifest_page.page(), encoding="utf-8")
    RULES.mkdir(exist_ok=True)
    pages = rule_pages.pages()
    for path in RULES.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        (RULES / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()

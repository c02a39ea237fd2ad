"""docs/manifest.md and docs/rules/ say what the models and the rules say."""

from __future__ import annotations

import re

from heymilo_ops.lint.registry import catalogue
from heymilo_ops.model.facts import facts
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, STEPS
from tests.docs.manifest_page import SECTIONS, page
from tests.docs.rule_pages import pages
from tests.docs.write import MANIFEST, RULES


def test_the_page_of_the_manifest_is_fresh() -> None:
    assert MANIFEST.read_text(encoding="utf-8") == page(), "run `make docs`"


def test_every_key_of_every_model_has_its_row() -> None:
    text = page()
    for title, model, _ in SECTIONS:
        section = text.partition(f"## {title}\n")[2].partition("\n## ")[0]
        rows = re.findall(r"^\| `(\w+)` \|(.*)\|$", section, re.MULTILINE)
        assert [name for name, _ in rows] == list(facts(model))
        assert all(row.replace("\\|", "").count("|") == 4 for _, row in rows), title
    models = {model for _, model, _ in SECTIONS}
    assert {Manifest, *STEPS.values(), *CONFIGS.values(), *QUESTIONS.values()} <= models


def test_links_in_it_lead_somewhere() -> None:
    text = page()
    titles = re.findall(r"^## (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
    assert set(re.findall(r"\(#([^)]+)\)", text)) <= anchors


def test_the_pages_of_the_rules_are_fresh() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in RULES.glob("*.md")}
    assert written == pages(), "run `make docs`"


def test_every_rule_has_its_page_and_its_line_in_the_index() -> None:
    made = pages()
    index = made.pop("README.md")
    assert [name[:5] for name in made] == list(catalogue())
    assert sorted(re.findall(r"\]\(([^)]+\.md)\)", index)) == sorted(made)
    for code, info in catalogue().items():
        text = made[f"{code}-{info.name}.md"]
        assert "## What passes\n\n```yaml\n" in text and "## What is reported\n\n```yaml\n" in text

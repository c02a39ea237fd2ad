from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.finding import Severity
from heymilo_ops.lint import rules
from heymilo_ops.lint.registry import ACROSS, RULES, catalogue
from heymilo_ops.lint.rule import AcrossRule, Rule, Subject
from heymilo_ops.lint.run import run, run_across
from heymilo_ops.manifest.law_reader import load_law
from heymilo_ops.manifest.repo import load_repo
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.model.pointer import last
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.step import CONFIGS
from heymilo_ops.version import __version__, is_newer

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 1, tzinfo=UTC)

FAMILIES = ("AP", "CX", "FR", "KO", "RB", "SC", "ST")
BY_CODE = {rule.code: rule for rule in RULES}


def test_no_code_and_no_name_stands_twice():
    assert len(BY_CODE) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_codes_have_a_family_and_three_digits():
    assert [rule.code for rule in RULES if not re.fullmatch(rf"({'|'.join(FAMILIES)})\d\d\d", rule.code)] == []


def test_registry_is_alphabetical():
    lines = [(rule.check.__module__, rule.check.__name__) for rule in RULES]
    assert lines == sorted(lines)


MODULES = sorted(each.name for each in pkgutil.iter_modules(rules.__path__))


@pytest.mark.parametrize("name", MODULES)
def test_every_rule_is_registered_and_every_module_has_its_test(name: str):
    module = importlib.import_module(f"{rules.__name__}.{name}")
    written = [each for each in vars(module).values() if isinstance(each, Rule | AcrossRule)]
    assert written and all(rule in (*RULES, *ACROSS) for rule in written)
    assert (Path(__file__).parent / f"test_{name}.py").is_file()


ALL_BY_CODE = {**BY_CODE, **{rule.code: rule for rule in ACROSS}}


def test_catalogue_is_in_the_order_of_codes():
    assert len(ALL_BY_CODE) == len(RULES) + len(ACROSS)
    assert list(catalogue()) == sorted(ALL_BY_CODE)
    for code, entry in catalogue().items():
        rule = ALL_BY_CODE[code]
        assert (entry.name, entry.severity, entry.page) == (rule.name, rule.severity, rule.page)


@pytest.mark.parametrize("code", ALL_BY_CODE)
def test_page_begins_with_one_sentence_and_has_both_examples(code: str, examples: Callable[..., Any]):
    page = ALL_BY_CODE[code].page
    assert re.match(r"[A-Z`][^\n]*\.\n", page), page
    assert {kind for kind, _ in examples(page)} == {"PASS", "FAIL"}


@pytest.mark.parametrize("code", BY_CODE)
def test_examples_do_what_they_say(code: str, examples: Callable[..., Any], subject_of: Callable[..., Subject]):
    for kind, text in examples(BY_CODE[code].page):
        found = run([subject_of(text)])
        expected = {code} if kind == "FAIL" else set()
        # What no text can do stands beside whatever the posting says.
        assert {finding.code for finding in found} - ({"FR202"} - {code}) == expected, (kind, text, found)


@pytest.mark.parametrize("rule", ACROSS, ids=lambda rule: rule.code)
def test_examples_of_several_postings_do_what_they_say(
    rule: AcrossRule, examples: Callable[..., Any], subject_of: Callable[..., Subject]
):
    for kind, text in examples(rule.page):
        parts = read_text(f"parts:\n{text}", "example.yaml").data or {}
        found = run_across([subject_of(part) for part in parts["parts"]])
        assert {finding.code for of_one in found for finding in of_one} == ({rule.code} if kind == "FAIL" else set())
        for finding in (finding for of_one in found for finding in of_one):
            assert finding.help and not finding.help.endswith(".") and not finding.message.endswith(".")


def test_the_clean_posting_is_clean(subject_of: Callable[..., Subject]):
    assert run([subject_of({})]) == []


def test_every_message_follows_the_house_style(examples: Callable[..., Any], subject_of: Callable[..., Subject]):
    for rule in RULES:
        for finding in run([subject_of(text) for _, text in examples(rule.page)]):
            assert not finding.message.endswith("."), finding
            assert finding.help and not finding.help.endswith("."), finding
            first = finding.message.split()[0]
            assert first.startswith("HeyMilo") or not first[0].isupper(), finding
            assert isinstance(finding.severity, Severity)


def test_a_rule_is_a_rule():
    rule: Rule = RULES[0]
    assert rule.name and rule.page


def test_a_rule_came_with_a_release_of_ours():
    assert [rule.code for rule in RULES if not rule.since or is_newer(rule.since, __version__)] == []


@pytest.mark.parametrize("code", BY_CODE)
def test_a_rule_that_offers_a_fix_says_so(code: str, examples: Callable[..., Any], subject_of: Callable[..., Subject]):
    found = [finding for _, text in examples(BY_CODE[code].page) for finding in run([subject_of(text)])]
    assert BY_CODE[code].fixes or not any(finding.fix for finding in found if finding.code == code)


SAMPLES = ROOT.parent / "shared" / "api" / "examples"
TRUE_OF_SAMPLES = {
    "multilingual-support-specialist.yaml": {"CX121", "CX161", "FR109"},
    "retail-associate-high-volume.yaml": {"CX121", "FR109"},
    "senior-backend-engineer.yaml": {"CX121", "FR109"},
}


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample request bodies are not beside this repo")
@pytest.mark.parametrize("name", TRUE_OF_SAMPLES)
def test_samples_have_only_what_is_true_of_them(name: str):
    """Their links are placeholders, one rejects people without a word, and all promise what their gates contradict."""
    data = read_text((SAMPLES / name).read_text(encoding="utf-8"), name).data or {}
    found = run([Subject(desire(data, name), NOW, True, load_law())])
    assert {finding.code for finding in found} == TRUE_OF_SAMPLES[name]


def test_our_own_postings_don_t_contradict_one_another() -> None:
    assert run_across([Subject(posting, NOW, True) for posting in load_repo(ROOT).desired]) == [[], [], []]


@pytest.mark.parametrize("posting", load_repo(ROOT).desired, ids=lambda posting: posting.address)
def test_our_own_postings_are_clean(posting: Desired):
    """No text can do what FR202 names."""
    found = run([Subject(posting, NOW, True, load_law())])
    assert [finding for finding in found if finding.code != "FR202"] == []


def test_a_finding_that_names_another_field_declares_it(
    examples: Callable[..., Any], subject_of: Callable[..., Subject]
) -> None:
    """What is wrong with that field may be all that it comes of: ``manifest.suppress``."""
    models = (Manifest, *CONFIGS.values())
    fields = {field for model in models for field in model.model_fields if "_" in field}
    for rule in RULES:
        for finding in run([subject_of(text) for _, text in examples(rule.page)]):
            named = fields.intersection(re.findall(r"\w+", finding.message)) - {last(finding.pointer)}
            assert named == set(finding.fields), finding

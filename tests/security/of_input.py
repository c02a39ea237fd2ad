"""Promises about manifests: how long they take, and that everything in them is seen."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from heymilo_ops.finding import Finding
from tests.guarantees.kinds import Safeguard, none_of_them, put, tests


def all_of_them(findings: Iterable[Finding]) -> list[Finding]:
    return list(findings)


def uncapped(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("heymilo_ops.usecases.check.limit_findings", all_of_them)


def back_and_forth(text: str) -> bool:
    return re.search(r"<!--(?=[^>]*\w{2,}).*?-->", text, re.DOTALL) is not None


def any_sk_key(text: str) -> bool:
    return re.search(r"\bsk-(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{32,}", text) is not None


_LARGE = "cli/test_large.py"
_GROWTH = "test_twice_the_size_takes_about_twice_the_steps"
_LINEAR = "test_a_rule_that_looks_for_something_takes_linear_time"

INPUT: tuple[Safeguard, ...] = (
    Safeguard(
        "findings-are-capped",
        "Of one file at most 100 findings are shown, errors first, and one more says how many are left out, in text, "
        "JSON and annotations, with the weight of the heaviest of them.",
        "A file would fill the job's log and its annotations, so that nobody sees what is said of the others.",
        uncapped,
        tests(
            _LARGE,
            *(
                f"test_more_findings_than_are_shown_are_said_in_every_format[{form}]"
                for form in ("text", "json", "github")
            ),
        ),
    ),
    Safeguard(
        "comments-in-linear-time",
        "A text full of beginnings of HTML comments is read once.",
        "A quarter of a mebibyte of `<!--` would keep lint busy for minutes.",
        put("lint.rules.hidden_text._has_comment", by=back_and_forth),
        tests("lint/test_patterns.py", f"{_LINEAR}[hidden-comment]"),
    ),
    Safeguard(
        "keys-in-linear-time",
        "A text full of beginnings of keys is read once.",
        "A quarter of a mebibyte of `sk-` would keep lint busy for minutes.",
        lambda patch: patch.setattr("heymilo_ops.lint.rules.secret_in_text._SECRETS", (("a key", "sk-", any_sk_key),)),
        tests("lint/test_patterns.py", f"{_LINEAR}[secret-in-text]"),
    ),
    Safeguard(
        "long-lines-are-cut",
        "Of a long line only what is near the finding is looked at.",
        "A line of a mebibyte would be measured once for each of its findings.",
        put("report.findings._AROUND", by=10**6),
        tests("report/test_findings.py", "test_of_a_long_line_only_what_is_near_is_looked_at"),
    ),
    Safeguard(
        "the-slow-reader-has-the-last-word",
        "The fast reader reads no file in which the slow one may find something; both use one parser.",
        "A comment that swallows half of a question would pass lint, and candidates would hear the other half.",
        put("manifest.yaml_fast._may_be_remarkable", by=lambda _: False),
        tests("manifest/test_yaml_file.py", "test_both_readers_agree_on_the_whole_grammar"),
    ),
    Safeguard(
        "no-message-out-of-sight",
        "Characters that can't be seen are errors in whatever text is sent, but for those that its script needs where "
        "they stand.",
        "An instruction to the interviewer, or to whoever reviews by a language model, would pass a person's review "
        "behind an emoji.",
        put("lint.rules.hidden_text.unseen", by=none_of_them),
        tests(
            "cli/test_invisible.py",
            *(
                f"test_text_of_any_file_is_looked_at[{source}-a message]"
                for source in ("manifest", "metadata", "variable", "prose", "defaults", "question")
            ),
        ),
    ),
    Safeguard(
        "hidden-is-shown",
        "What can't be seen in a text is shown by number where the text is printed: `<U+202E>`.",
        "What HeyMilo has, or what a file hides, would look like something else in a plan.",
        put("text.sanitize.escaped", by=lambda text: text),
        tests("text/test_sanitize.py", "test_what_hides_is_shown_by_number"),
    ),
)

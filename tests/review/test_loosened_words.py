from __future__ import annotations

import pytest

from heymilo_ops.finding import Place
from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.review_input import LoosenedKind, LoosenedSetting, ReviewInput, Uncompared, UncomparedFile
from heymilo_ops.review.build import build_document
from heymilo_ops.review.html import render_html
from heymilo_ops.review.loosened_words import TITLES, UNCOMPARED, loosened_groups, loosened_line, uncompared_lines
from heymilo_ops.review.markdown import render_markdown

RUBRIC = "RB101 (A scored question has criteria and both anchors)"
POLITICS = "FR131 (Nobody is asked how they vote, or what they think of politics)"
PROMISE = "FR109 (No text promises that a person reads or decides where the posting can reject without one)"


def setting(kind: LoosenedKind, name: str, before: object, after: object, address: str = "") -> LoosenedSetting:
    return LoosenedSetting(kind, name, before, after, Place("heymilo.yaml", 7), address)


def review(*loosened: LoosenedSetting, **more: object) -> ReviewInput:
    return ReviewInput(Plan("production", None, "", 0, ()), loosened=loosened, **more)


def test_every_kind_and_every_reason_has_words() -> None:
    assert TITLES.keys() == set(LoosenedKind) and UNCOMPARED.keys() == set(Uncompared)


@pytest.mark.parametrize(
    ("kind", "name", "before", "after", "words"),
    [
        ("baseline", "FR131", None, "text", (POLITICS, "counted", "in the baseline: text")),
        ("baseline", "FR131", None, "", (POLITICS, "counted", "in the baseline")),
        ("change_rule", "on_change.wording", "hold", None, ("on_change.wording", "hold", "not set")),
        ("drift", "ops.on_drift", "stop", "report", ("ops.on_drift", "stop", "report")),
        ("exception", "RB101", None, "agreed", (RUBRIC, "counted", "accepted: agreed")),
        ("exception", "RB101", "a", "b", (RUBRIC, "accepted: a", "accepted: b")),
        (
            "guard", "guards.max_affected.archive", 5, None,
            ("most people that a posting may have when it is archived", "5", "no limit"),
        ),
        (
            "guard", "guards.max_affected.update", 5, 50,
            ("most people that a posting may have when it is changed in place", "5", "50"),
        ),
        (
            "jurisdiction", "ops.jurisdictions", ["EU", "US-NY"], None,
            ("places where candidates are", "EU, US-NY", "none named"),
        ),
        ("lint", "FR109", "error", None, (PROMISE, "checked (error)", "not checked")),
        ("lint", "XX999", "preview", None, ("XX999", "checked (preview)", "not checked")),
        (
            "lint", "FR109", None, None,
            (PROMISE, "checked where the rule was asked for", "not checked"),
        ),
        (
            "lint", "lint.per_file_ignores.postings/*", None, ["ST", "CX"],
            ("rules left out for postings/*", "none", "ST, CX"),
        ),
        ("notice", "notices.ai", None, "mail", ("notices.ai", "not set", "mail")),
        ("protection", "ops.protect", True, False, ("replacing or archiving it", "refused", "allowed")),
        ("protection", "ops.on_remove", "error", "archive", ("removing its file", "refused", "archive")),
        ("reviewer", "reviewers.legal.team", "@a/b", None, ("reviewers.legal.team", "@a/b", "not set")),
        ("severity", "KO101", "error", "info", ("KO101 (A deal-breaker says which answer passes)", "error", "info")),
        ("suppression", "ST101", None, "agreed", ("ST101", "counted", "accepted: agreed")),
        ("visibility", "people", "on", "off", ("how many people a change concerns", "shown", "kept out of reviews")),
        ("workflow", ".github/workflows/a.yml", None, "x", (".github/workflows/a.yml", "not there", "added")),
        ("workflow", "a.yml", "x", None, ("a.yml", "as on the default branch", "removed")),
        ("workflow", "a.yml", "x", "y", ("a.yml", "as on the default branch", "changed")),
    ],
)  # fmt: skip
def test_words(kind: str, name: str, before: object, after: object, words: tuple[str, str, str]) -> None:
    line = loosened_line(setting(LoosenedKind(kind), name, before, after))
    what, was, is_now = words
    assert (line.before, line.after, line.path, line.line) == (was, is_now, "heymilo.yaml", 7)
    assert line.what == what or line.what.startswith(f"{what} (")
    assert loosened_line(setting(LoosenedKind(kind), name, before, after, "nurse")).what.startswith(f"nurse: {what}")


def test_a_public_repository_that_is_accepted() -> None:
    line = loosened_line(setting(LoosenedKind.VISIBILITY, "public_repo", None, "accepted"))
    assert line.before == "not accepted" and "knock-out answers are not shown" in line.after


def test_more_than_twenty_of_one_kind_are_counted_and_all_are_there() -> None:
    many = [setting(LoosenedKind.LINT, f"XX{number:03}", "error", None) for number in range(42)]
    protect = setting(LoosenedKind.PROTECTION, "ops.protect", True, False, "nurse")
    one, other = loosened_groups(review(*many, protect))
    assert (one.title, one.more, len(one.lines)) == ("1 posting is protected no more", 0, 1)
    assert (other.title, other.more, len(other.gravest), len(other.lines)) == (
        "42 rules are checked no more",
        22,
        20,
        42,
    )


def test_what_could_not_be_compared() -> None:
    gaps = (UncomparedFile(Uncompared.NO_COMMIT), UncomparedFile(Uncompared.UNREADABLE, "known.json"))
    first, second = uncompared_lines(review(uncompared=gaps))
    assert first.startswith("This is no git repository") and second.startswith("Known.json can't be read")


def test_a_comment_has_the_gravest_and_a_page_all_of_them() -> None:
    many = [setting(LoosenedKind.LINT, f"XX{number:03}", "error", None) for number in range(42)]
    document = build_document(review(*many, uncompared=(UncomparedFile(Uncompared.NO_BRANCH),)))
    said, page = render_markdown(document), render_html(document)
    assert "**What is checked less than before** (for legal and engineers):\n>\n> 42 rules are checked no more" in said
    assert "git knows no default branch here" in said.replace("Git", "git")
    assert "| XX019 | checked (error) | **not checked** | `heymilo.yaml:7` |" in said and "XX020" not in said
    assert all(f"XX{number:03}" in page for number in range(42))
    assert (
        said.startswith("<!-- heymilo-ops:plan workspace=production v=1 data=") and " -->\n### Settings only\n" in said
    )

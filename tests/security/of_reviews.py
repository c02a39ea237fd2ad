"""Promises about reviews: what a branch can't keep from those who decide on it."""

from __future__ import annotations

from typing import Any

from heymilo_ops.plan.review_input import Role
from heymilo_ops.review.verdict import Label
from heymilo_ops.usecases.base_comparison import NOT_COMPARED
from tests.guarantees.kinds import Safeguard, put, tests


def nothing(*_: Any) -> tuple[()]:
    return ()


def not_compared(*_: Any) -> Any:
    return NOT_COMPARED


def as_the_table_says(_: Any, reviewers: Any, of: Any, item: Any) -> frozenset[Role]:
    return frozenset(role for role, reviewer in reviewers.items() if item in (of(reviewer) or ()))


def no_label(*_: Any) -> tuple[Label, ...]:
    return ()


def as_it_is(value: Any) -> Any:
    return value


_ROLES = "review/test_roles.py"
REVIEWS: tuple[Safeguard, ...] = (
    Safeguard(
        "reviews-name-what-is-checked-less",
        "A review compares rules, limits, protection, places, exceptions, comments, baseline, reviewers and CI files "
        "with the default branch, and names each that is looser.",
        "A branch would switch off the check that its own text fails, and the review would show a clean plan.",
        put("usecases.review.compare_with_base", by=not_compared),
        (
            *tests("usecases/test_base_comparison.py", "test_comments_that_are_new_or_last_longer"),
            *tests("usecases/test_base_comparison.py", "test_files_that_ci_runs_by_in_a_repo_below_the_top"),
        ),
    ),
    Safeguard(
        "reviews-send-fairness-to-legal",
        "Findings on fairness and notices, suppressed ones and looser checks go to legal whatever `reviewers` says.",
        "Whoever may edit heymilo.yaml would take the lawyer out of the review.",
        put("review.roles._of_plan", by=nothing),
        tests(_ROLES, "test_fairness_and_what_is_suppressed_goes_to_legal[more0]"),
    ),
    Safeguard(
        "reviews-leave-nothing-unread",
        "No table of reviewers leaves a class of change or an action without a reader.",
        "A knock-out would be added with nobody asked to look at it.",
        put("review.roles._readers", by=as_the_table_says),
        tests(_ROLES, "test_every_class_and_every_action_has_a_reader[reviewers2]"),
    ),
    Safeguard(
        "reviews-tell-of-removed-notices",
        "A sentence about the AI, the recording, people who look or how to reach one that is gone is an alert.",
        "A notice that the law asks for would go with a rewording that reads as a matter of style.",
        put("review.change_facts.notice_alerts", by=nothing),
        tests("review/test_verdict.py", "test_a_sentence_that_is_gone_is_counted_as_removed"),
    ),
    Safeguard(
        "reviews-begin-with-errors",
        "An error of a posting that had to be left out is the headline of the review, also where nothing else changes.",
        'A posting would fall out of a plan by a typo, and its review would read "No change".',
        put("review.verdict._labels_of_plan", by=no_label),
        tests("review/test_verdict.py", "test_an_error_is_the_headline_also_where_nothing_changes"),
    ),
    Safeguard(
        "reviews-hold-no-markup",
        "Whatever a manifest says is text in a comment: no link, mention, image, tag, table cell or emoji.",
        "A title would notify people, link elsewhere, or close the part of a comment that it stands in.",
        put("review.markdown.escape_inline", by=as_it_is),
        tests("review/test_build.py", "test_nothing_in_a_text_becomes_markup"),
    ),
    Safeguard(
        "public-reviews-withhold",
        "In a public repository a review shows no people, links, scoring guides or answers that pass a knock-out.",
        "Candidates would read what they are judged by, and which answer passes.",
        put("review.build.public_view", by=as_it_is),
        tests("review/test_golden.py", "test_the_comment_answers_the_five_questions[public]"),
    ),
)

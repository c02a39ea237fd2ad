from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.resume_gates import resume_can_be_skipped, resume_not_first

FORM = {"type": "form"}


@pytest.mark.parametrize(
    "config",
    [
        None,
        {},
        {"mandatory": False},
        {"mandatory": True, "knockout_enabled": True},
        {"knockout_enabled": True},
        {"mandatory": False, "min_evaluation_score": 0},
    ],
)
def test_screens_that_cannot_be_passed_by(hits_of, config):
    assert hits_of(resume_can_be_skipped, {"type": "resume", "config": config}) == []


@pytest.mark.parametrize("gate", [{"knockout_enabled": True}, {"min_evaluation_score": 0.5}])
def test_screens_that_can(hits_of, gate):
    hits = hits_of(resume_can_be_skipped, {"type": "resume", "config": {"mandatory": False, **gate}})
    assert [hit.pointer for hit in hits] == ["/workflow/0/config/mandatory"]


def test_the_resume_comes_first(hits_of):
    assert hits_of(resume_not_first, {"workflow": [FORM]}) == []
    assert hits_of(resume_not_first, {"workflow": [{"type": "resume"}, FORM]}) == []
    assert [hit.pointer for hit in hits_of(resume_not_first, {"workflow": [FORM, {"type": "resume"}]})] == [
        "/workflow/1"
    ]

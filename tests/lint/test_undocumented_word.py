from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.undocumented_word import undocumented_word


@pytest.mark.parametrize(
    "config", [None, {}, {"interview_type": "cultural"}, {"prompt_version": "v1"}, {"interview_type": None}]
)
def test_documented_words(hits_of, config):
    assert hits_of(undocumented_word, {"type": "web_interview", "config": config}) == []


@pytest.mark.parametrize("config", [{"interview_type": "Technical"}, {"prompt_version": "latest"}])
def test_other_words(hits_of, config):
    (hit,) = hits_of(undocumented_word, {"type": "web_interview", "config": config})
    ((name, value),) = config.items()
    assert hit.pointer == f"/workflow/0/config/{name}" and value in hit.message

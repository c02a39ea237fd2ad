from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.throwaway_name import throwaway_name


@pytest.mark.parametrize(
    "name", ["test-engineer", "agent-relations-leeds", "sample-tester-2", "new-york-baker", "baker"]
)
def test_names_of_roles(hits_of, name: str):
    assert hits_of(throwaway_name, {"name": name}) == []


@pytest.mark.parametrize("name", ["test", "test-1", "agent1", "draft-copy", "untitled-2"])
def test_names_of_trials(hits_of, name: str):
    assert [hit.pointer for hit in hits_of(throwaway_name, {"name": name})] == ["/name"]

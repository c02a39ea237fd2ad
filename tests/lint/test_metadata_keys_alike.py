from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.metadata_keys_alike import metadata_keys_alike


@pytest.mark.parametrize("metadata", [None, {}, {"a": "1", "b": "1"}, {"team": "x", "team2": "y"}])
def test_keys_of_their_own(hits_of, metadata):
    assert hits_of(metadata_keys_alike, {"metadata": metadata}) == []


def test_keys_that_mean_one_thing(hits_of):
    hits = hits_of(metadata_keys_alike, {"metadata": {"cost_centre": "1", "Cost-Centre": "2", "cost centre/": "3"}})
    assert [hit.pointer for hit in hits] == ["/metadata/Cost-Centre"]

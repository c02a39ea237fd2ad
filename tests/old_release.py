"""What an earlier release did: it knew canon 1 alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from heymilo_ops.model import canonical
from heymilo_ops.model.canonical import prose_1


@contextmanager
def old_release() -> Iterator[None]:
    """Within a ``with``, take digests as the release before canon 2 did, and record them as it did."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("heymilo_ops.model.desired.CANON", 1)
        patch.setitem(canonical._PROSE, 2, prose_1)
        yield

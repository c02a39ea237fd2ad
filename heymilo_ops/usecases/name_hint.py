"""The help for a name that nothing has."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from heymilo_ops.advice import Advice


def near_names(name: str, known: Iterable[str], otherwise: Advice) -> str | Advice:
    """Return the names that are spelt alike as a sentence, or else what to do ``otherwise``."""
    near = difflib.get_close_matches(name, list(known), n=3)
    return f"Near: {', '.join(near)}." if near else otherwise

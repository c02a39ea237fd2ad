"""One valid manifest, and what is said of it when one mistake is planted: by lint, and in tests/editor by an editor."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import yaml

_CASES = Path(__file__).parents[1] / "cases" / "schema"
BASE = (_CASES / "base.yaml").read_text(encoding="utf-8")


class Planted(NamedTuple):
    """``old`` in ``BASE`` becomes ``new``. Then lint says ``code`` ``at`` line:column, and nothing else."""

    old: str
    new: str
    code: str
    at: str
    pointer: str
    message: str
    help: str

    @property
    def text(self) -> str:
        """The manifest with the mistake in it."""
        return BASE.replace(self.old, self.new)


def _spelt_out(text: str) -> str:
    return re.sub(r"<(\w)\*(\d+)>", lambda match: match[1] * int(match[2]), text)


PLANTED = tuple(
    Planted(**{name: _spelt_out(value) for name, value in each.items()})
    for each in yaml.safe_load((_CASES / "planted.yaml").read_text(encoding="utf-8"))
)

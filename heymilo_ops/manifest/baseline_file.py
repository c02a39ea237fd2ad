"""The file of a baseline of findings: written by ``lint --write-baseline``, and readable by who reviews it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import Any

from heymilo_ops.errors import AttentionError
from heymilo_ops.lint.baseline import BaselineEntry

FORMAT_VERSION = "1.0"
_NAMES = tuple(field.name for field in fields(BaselineEntry))


def baseline_text(entries: Iterable[BaselineEntry]) -> str:
    """Return the text of a file: an entry a line, in order, so that git shows each by itself."""
    lines = ",\n".join(f"    {json.dumps(asdict(entry), ensure_ascii=False)}" for entry in sorted(entries))
    listed = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "format_version": "{FORMAT_VERSION}",\n  "findings": {listed}\n}}\n'


def parse_baseline(text: str, path: str) -> frozenset[BaselineEntry]:
    """Return the entries of a file. Raises ``AttentionError`` where it is none, or one of a newer format."""
    help = "Put back the file as it was written; or remove it and run: heymilo-ops lint --write-baseline"
    try:
        data = json.loads(text)
        if not str(data["format_version"]).startswith("1."):
            raise AttentionError(f"{path} is a baseline of format {data['format_version']}, not 1", help)
        return frozenset(_entry(item) for item in data["findings"])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise AttentionError(f"{path} is no baseline", help) from error


def _entry(item: Any) -> BaselineEntry:
    values = [item[name] for name in _NAMES]
    if not all(isinstance(value, str) for value in values):
        raise TypeError
    return BaselineEntry(*values)

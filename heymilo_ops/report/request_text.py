"""The request of a posting as YAML, and where each of its values comes from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from heymilo_ops.manifest.repo import PostingFile
from heymilo_ops.model.pointer import join
from heymilo_ops.report.output import make_safe
from heymilo_ops.text.sanitize import is_hidden, one_line, printable_json


def request_yaml(request: Mapping[str, Any]) -> str:
    """Write the request as people do; all of it in quotes where that could not be printed as it is."""
    from heymilo_ops.manifest.yaml_dump import dump, dump_quoted

    text = dump(request)
    return text if text == make_safe(text) else dump_quoted(request, is_hidden)


def origin_lines(document: PostingFile, request: Mapping[str, Any]) -> str:
    """Write a line for each value: where it stands, its JSON pointer, and the value."""
    lines = []
    for pointer, value in _leaves(request, ""):
        text = printable_json(json.dumps(value, ensure_ascii=False))
        lines.append(f"{one_line(str(document.place(pointer)))}\t{one_line(pointer)}\t{text}\n")
    return "".join(lines)


def _leaves(value: object, pointer: str) -> list[tuple[str, object]]:
    if not isinstance(value, dict | list) or not value:
        return [(pointer, value)]
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return [leaf for key, item in items for leaf in _leaves(item, join(key, base=pointer))]

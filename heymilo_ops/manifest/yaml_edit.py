"""Changing a manifest file in place: its comments, order and layout stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from heymilo_ops.finding import Severity
from heymilo_ops.manifest.item_pairing import same
from heymilo_ops.manifest.yaml_blocks import Blocks
from heymilo_ops.manifest.yaml_dump import dump
from heymilo_ops.manifest.yaml_file import Source, read
from heymilo_ops.manifest.yaml_nodes import compose


def with_values(text: str, wanted: Mapping[str, Any]) -> str:
    """The text changed so that it reads as ``wanted``, value by value; questions are matched by their ``key``.

    Every line of what stays is left as it is, with the comments in and above it. The comments of a value that is
    taken out go with it. Where an edit in place can't give exactly that (the text is broken, or reads otherwise
    afterwards), the data is written anew, without comments.
    """
    source = read(text, "")
    if source.data is not None and same(source.data, wanted) and not _is_broken(source):
        return text
    root = compose(source.text).root if source.data is not None else None
    if source.data is not None and root is not None and root.entries and not root.flow:
        for is_deep in (True, False):
            edited = Blocks(source.text, root, is_deep=is_deep).edited(source.data, wanted)
            again = read(edited, "")
            if again.data is not None and same(again.data, wanted) and not _is_broken(again):
                return edited
    return dump(wanted)


def _is_broken(source: Source) -> bool:
    return any(item.severity is Severity.ERROR for item in source.findings)

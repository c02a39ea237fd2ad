"""Changing a manifest file in place: its comments, order and layout stay."""

from __future__ import annotations

from collections.abc import Mapping
from io import StringIO
from typing import Any

from heymilo_ops.manifest.dump import dump
from heymilo_ops.manifest.source import read


def with_values(text: str, wanted: Mapping[str, Any]) -> str:
    """The text changed so that it reads as ``wanted``: root keys that differ are set or taken out, the rest stays.

    Where an edit in place can't give exactly that (the text is broken, or reads otherwise afterwards), the data is
    written anew, without comments.
    """
    data = read(text, "").data
    if data is None:
        return dump(wanted)
    if data == wanted:
        return text
    edited = _edited(text, data, wanted)
    return edited if read(edited, "").data == dict(wanted) else dump(wanted)


def _edited(text: str, data: Mapping[str, Any], wanted: Mapping[str, Any]) -> str:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    tree = yaml.load(text)
    for key in data.keys() - wanted.keys():
        del tree[key]
    fresh = yaml.load(dump({key: value for key, value in wanted.items() if data.get(key, _ABSENT) != value}) or "{}")
    for key, value in (fresh or {}).items():
        tree[key] = value
    out = StringIO()
    yaml.dump(tree, out)
    return out.getvalue()


_ABSENT = object()

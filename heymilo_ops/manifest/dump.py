"""Plain data as YAML that our own reader reads back as the same data."""

from __future__ import annotations

from collections.abc import Mapping
from io import StringIO
from typing import Any

from heymilo_ops.manifest.fmt import format_text
from heymilo_ops.manifest.order import ORDER
from heymilo_ops.manifest.scalars import resolve


def dump(data: Mapping[str, Any]) -> str:
    """A manifest's data as YAML in the usual order; long and multi-line texts as blocks."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    yaml.dump(_styled(dict(data)), stream)
    return format_text(stream.getvalue(), "", ORDER)


def _styled(value: Any) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    if isinstance(value, dict):
        return {key: _styled(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_styled(each) for each in value]
    if isinstance(value, str):
        if "\n" in value.rstrip("\n") and not value.startswith((" ", "\n", "\t")) and value.isprintable() is False:
            return LiteralScalarString(value) if _block_safe(value) else DoubleQuotedScalarString(value)
        return (
            value
            if isinstance(resolve(value), str) and value.strip() == value and value
            else (DoubleQuotedScalarString(value))
        )
    return value


def _block_safe(value: str) -> bool:
    """Whether a literal block gives the text back: only line ends and printable characters."""
    return all(line.isprintable() and line.rstrip() == line for line in value.split("\n"))
